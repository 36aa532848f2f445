package org.foerderturm.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.RuleChange;
import org.foerderturm.kernel.RuleTable;
import org.foerderturm.kernel.RuleTables;

/** The deployed tables as the office reads and changes them. */
record OfficeTables(DeployedTables tables, OfficeRows rows) implements RuleTables {
  @Override
  public List<RuleTable> all() {
    return tables.all();
  }

  @Override
  public int judge(RuleChange change) {
    changed(change);
    return tables.version(change.table());
  }

  @Override
  public boolean isPast(RuleChange change) {
    var from = change.effective();
    return from == null || from.isBefore(LocalDate.ofInstant(Clocks.now(), WorkingDays.OFFICE));
  }

  @Override
  public int publish(RuleChange change) {
    rows.publish(change, changed(change).text());
    return tables.version(change.table());
  }

  private RuleFile changed(RuleChange change) {
    var text = tables.text(change.file());
    if (text == null) throw new Rejected("rule-table-unknown", Map.of("table", change.table()));
    var file = RuleFile.of(change.file(), text);
    RuleEdit.apply(file, change);
    return file;
  }
}
