package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.foerderturm.funding.FundingQuery.LineRow;
import org.foerderturm.funding.FundingQuery.PartnerBudget;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** Costs and who pays them, by partner and cost row; a row that is off is marked with its gap. */
final class FinancingTable {
  private FinancingTable() {}

  static Section of(List<PartnerBudget> partners) {
    if (partners.isEmpty())
      return Ui.section(
          t("application.financing"),
          Ui.empty(t("application.no-budget"), t("application.no-budget-help")));
    var table =
        Ui.table(
            "",
            t("application.partner"),
            t("application.costs"),
            t("application.grant"),
            t("application.own"),
            t("application.third"),
            t("application.balance"));
    table.addClassName("ft-money");
    Ui.amounts(table, 1, 4);
    table.removeCaption();
    table.removeBody();
    var body = new NativeTableBody();
    for (var partner : partners) {
      body.add(partner(partner));
      for (var line : partner.lines()) body.add(line(line));
    }
    body.add(
        row(
            "ft-sum",
            new Span(t("application.total")),
            new Span(""),
            partners.stream().mapToLong(PartnerBudget::costsCents).sum(),
            partners.stream().mapToLong(PartnerBudget::grantCents).sum(),
            partners.stream().mapToLong(PartnerBudget::ownCents).sum(),
            partners.stream().mapToLong(PartnerBudget::thirdPartyCents).sum()));
    table.add(body);
    return Ui.section(t("application.financing"), Ui.scroll(Ui.kept(table)));
  }

  /** What stands in the way of sign-off and submission: the rows that are off; null if none is. */
  static @Nullable Section off(List<PartnerBudget> partners) {
    var rows = new UnorderedList();
    rows.addClassName("ft-plain-list");
    for (var partner : partners)
      for (var line : partner.lines())
        if (line.gapCents() != 0)
          rows.add(
              new ListItem(
                  new Span(partner.name() + " · " + Words.code("cost-row", line.row()) + " "),
                  balance(line.gapCents())));
    if (rows.getChildren().findAny().isEmpty()) return null;
    return Ui.section(
        t("application.unbalanced"), new Paragraph(t("application.unbalanced-help")), rows);
  }

  private static NativeTableRow partner(PartnerBudget partner) {
    var name = new Span(new Span(partner.name()));
    if (partner.intensityPercent() != null && partner.intensityPercent() < 100)
      name.add(
          Ui.span(
              "ft-quiet", " " + t("application.intensity", "percent", partner.intensityPercent())));
    return row(
        "ft-sum",
        name,
        partner.signatory() == null
            ? Ui.chip(Ui.Tone.ATTENTION, t("application.unsigned"))
            : new Div(
                Ui.chip(Ui.Tone.GOOD, t("application.signed")),
                Ui.div("ft-quiet", new Text(partner.signatory()))),
        partner.costsCents(),
        partner.grantCents(),
        partner.ownCents(),
        partner.thirdPartyCents());
  }

  private static NativeTableRow line(LineRow line) {
    var name = new Span(new Span(Words.code("cost-row", line.row())));
    if (line.publicCents() > 0)
      name.add(
          Ui.span(
              "ft-quiet",
              " " + t("application.public", "amount", Formats.euros(line.publicCents()))));
    return row(
        line.gapCents() == 0 ? "ft-part" : "ft-part ft-off",
        name,
        balance(line.gapCents()),
        line.costsCents(),
        line.grantCents(),
        line.ownCents(),
        line.thirdPartyCents());
  }

  private static Span balance(long gap) {
    if (gap == 0) return Ui.span("ft-quiet", t("application.balanced"));
    return Ui.chip(Ui.Tone.BAD, Formats.gap(gap));
  }

  private static NativeTableRow row(
      String classes, Component first, Component last, long... amounts) {
    var row = new NativeTableRow();
    row.addClassNames(classes.split(" "));
    row.add(new NativeTableCell(first));
    for (long amount : amounts) {
      var cell = new NativeTableCell(Formats.euros(amount));
      cell.addClassName("ft-amount");
      row.add(cell);
    }
    row.add(new NativeTableCell(last));
    return row;
  }
}
