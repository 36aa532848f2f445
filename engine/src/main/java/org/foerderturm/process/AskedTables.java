package org.foerderturm.process;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.log.Json;
import org.foerderturm.process.ProcessEvent.CaseAdvanced;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.springframework.stereotype.Component;

/** Each question that a step of a case put to a decision table, with its answer. */
@Component
class AskedTables implements Projection {
  @Override
  public String name() {
    return "asked-tables";
  }

  @Override
  public List<String> tables() {
    return List.of("view_table_asked");
  }

  @EventHandler
  void on(CaseAdvanced e, Recorded r, Writes w) {
    int number = 0;
    for (var asked : e.decisions())
      w.add(
          e.caseId(),
          "insert into view_table_asked (position, number, case_id, case_key, at, table_key,"
              + " version, inputs, outputs) values (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json)",
          r.position(),
          number++,
          e.caseId(),
          e.caseKey(),
          r.at(),
          asked.key(),
          asked.version(),
          Json.write(asked.inputs()),
          Json.write(asked.outputs()));
  }
}
