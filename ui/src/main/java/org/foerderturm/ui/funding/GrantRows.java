package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.cents;
import static org.foerderturm.ui.common.Inputs.euros;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.foerderturm.funding.ApprovedRow;
import org.foerderturm.funding.CostRow;
import org.foerderturm.funding.GrantCommand.StateApprovedRows;
import org.foerderturm.funding.GrantQuery.ApprovedRowOf;
import org.foerderturm.funding.GrantQuery.GrantDetails;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** What of each partner's cost rows the funder approved: the margin is measured on it. */
record GrantRows(Desk desk, String id, GrantDetails grant, boolean open, Runnable after) {

  /** Null before the notice. */
  @Nullable Section section() {
    if (grant.approved().isEmpty()) return null;
    var section = Ui.section(t("grant-row.title"));
    boolean may = open && desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD);
    for (var rows : byPartner()) {
      section.add(Ui.scroll(table(rows)));
      if (may) section.add(Ui.div("ft-actions", stating(rows)));
    }
    return section;
  }

  /** Short, since a phone is as wide as the partner's name is long; a reader hears whose. */
  private Button stating(List<ApprovedRowOf> rows) {
    var button = Ui.quiet(t("grant-row.state"), () -> state(rows));
    button.setAriaLabel(t("grant-row.state-of", "partner", rows.getFirst().partner()));
    return button;
  }

  private Collection<List<ApprovedRowOf>> byPartner() {
    var rows = new LinkedHashMap<String, List<ApprovedRowOf>>();
    for (var row : grant.approved())
      rows.computeIfAbsent(row.partnerId(), any -> new ArrayList<>()).add(row);
    return rows.values();
  }

  private static Component table(List<ApprovedRowOf> rows) {
    var table =
        Ui.table(
            rows.getFirst().partner(),
            t("grant-row.row"),
            t("grant-row.asked"),
            t("grant-row.approved"));
    Ui.amounts(table, 1, 2);
    table.removeBody();
    var body = new NativeTableBody();
    for (var row : rows)
      body.add(
          new NativeTableRow(
              new NativeTableCell(Words.code("cost-row", row.costRow())),
              amount(row.askedCents(), false),
              amount(row.approvedCents(), row.approvedCents() != row.askedCents())));
    table.add(body);
    return table;
  }

  private static NativeTableCell amount(long cents, boolean strong) {
    var text = new Span(Formats.euros(cents));
    if (strong) text.addClassName("ft-strong");
    var cell = new NativeTableCell(text);
    cell.addClassName("ft-amount");
    return cell;
  }

  private void state(List<ApprovedRowOf> rows) {
    var fields = new ArrayList<Component>();
    var read = new ArrayList<Supplier<ApprovedRow>>();
    for (var row : rows) {
      var field = required(euros(Words.code("cost-row", row.costRow()), row.approvedCents()));
      var amount = fields.isEmpty() ? answers(field, "approved-rows-too-much") : field;
      amount.setHelperText(t("grant-row.asked-for", "asked", Formats.euros(row.askedCents())));
      fields.add(amount);
      read.add(() -> new ApprovedRow(CostRow.of(row.costRow()), cents(amount)));
    }
    var partner = rows.getFirst().partner();
    Dialogs.revise(
        desk,
        t("grant-row.state-of", "partner", partner),
        t("grant.save"),
        new StateApprovedRows(
            id,
            partner,
            rows.stream()
                .filter(row -> row.approvedCents() > 0)
                .map(row -> new ApprovedRow(CostRow.of(row.costRow()), row.approvedCents()))
                .toList()),
        () ->
            new StateApprovedRows(
                id,
                partner,
                read.stream().map(Supplier::get).filter(each -> each.costsCents() > 0).toList()),
        after,
        fields.toArray(Component[]::new));
  }
}
