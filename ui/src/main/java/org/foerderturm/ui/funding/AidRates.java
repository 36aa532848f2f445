package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.foerderturm.funding.FundingQuery.AidRow;
import org.foerderturm.funding.FundingQuery.ApplicationDetails;
import org.foerderturm.funding.FundingQuery.FindAidRates;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** How much of each partner's costs may be granted at most, on which day and on which ground. */
final class AidRates {
  private AidRates() {}

  /**
   * @param partner name of the only one to show; null for all
   */
  static @Nullable Section of(Desk desk, ApplicationDetails found, @Nullable String partner) {
    var rows =
        desk.ask(new FindAidRates(found.row().applicationId())).stream()
            .filter(row -> partner == null || row.partner().equals(partner))
            .toList();
    if (rows.isEmpty()) return null;
    var table =
        Ui.table(
            "",
            t("application.partner"),
            t("aid-rate.category"),
            t("aid-rate.day"),
            t("aid-rate.percent"));
    table.removeCaption();
    table.removeBody();
    var body = new NativeTableBody();
    for (var row : rows)
      body.add(
          new NativeTableRow(
              new NativeTableCell(row.partner()),
              new NativeTableCell(category(row)),
              new NativeTableCell(day(row)),
              new NativeTableCell(rate(row))));
    table.add(body);
    return Ui.section(t("aid-rate.title"), Ui.scroll(table));
  }

  private static Component category(AidRow row) {
    var lines = Ui.div("ft-lines", new Span(Words.code("aid-category", row.category())));
    if (row.noAidReason() != null) lines.add(Ui.span("ft-quiet", row.noAidReason()));
    return lines;
  }

  private static Component day(AidRow row) {
    var day = Ui.span("ft-nowrap", Formats.date(row.day()));
    return Ui.div(
        "ft-lines",
        day,
        Ui.span("ft-quiet", t(row.planned() ? "aid-rate.planned" : "aid-rate.granted")));
  }

  private static Component rate(AidRow row) {
    var percent = row.percent();
    if (percent == null) return Ui.chip(Ui.Tone.BAD, t("aid-rate.missing"));
    var lines = Ui.div("ft-lines", Ui.span("ft-strong", t("aid-rate.most", "percent", percent)));
    if (row.aboveCents() > 0)
      lines.add(
          Ui.chip(Ui.Tone.BAD, t("aid-rate.above", "amount", Formats.euros(row.aboveCents()))));
    if (row.source() != null) lines.add(Ui.span("ft-quiet", row.source()));
    return lines;
  }
}
