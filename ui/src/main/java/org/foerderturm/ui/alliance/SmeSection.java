package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.foerderturm.enterprise.EnterpriseQuery.EnterpriseDetails;
import org.foerderturm.enterprise.EnterpriseSize;
import org.foerderturm.enterprise.SmeStatus;
import org.foerderturm.enterprise.SmeStatus.YearStatus;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** How the SME status of an enterprise came about, year by year, and from whose figures. */
final class SmeSection {
  private SmeSection() {}

  static Span chip(@Nullable SmeStatus status) {
    return status == null || status.size() == null
        ? Ui.chip(Ui.Tone.ATTENTION, t("enterprise.status-unknown"))
        : Ui.chip(Ui.Tone.PLAIN, t("enterprise.status-is", "size", size(status.size())));
  }

  static String size(EnterpriseSize size) {
    return Words.code("enterprise-size", size.code());
  }

  static Section status(EnterpriseDetails found) {
    var section = Ui.section(t("enterprise.status"));
    var status = found.status();
    if (status == null) {
      section.add(new Paragraph(t("enterprise.no-table")));
      return section;
    }
    if (status.byControl()) section.add(new Paragraph(t("enterprise.by-control")));
    else if (status.size() == null) section.add(new Paragraph(t("enterprise.status-help")));
    if (!status.years().isEmpty()) {
      var table =
          Ui.table(
              "",
              t("enterprise.year"),
              t("enterprise.people"),
              t("enterprise.turnover"),
              t("enterprise.balance-short"),
              t("enterprise.own"),
              t("enterprise.after"));
      Ui.amounts(table, 1, 3);
      rows(table, status.years().reversed().stream().map(SmeSection::year).toList());
      section.add(Ui.scroll(table));
    }
    for (var missing : status.missing())
      section.add(
          Ui.span(
              "ft-quiet",
              t(
                  "enterprise.missing",
                  "year",
                  String.valueOf(missing.year()),
                  "names",
                  String.join(", ", missing.names()))));
    section.add(
        Ui.span(
            "ft-quiet",
            t("enterprise.table", "version", status.version(), "source", status.source())));
    return section;
  }

  private static NativeTableRow year(YearStatus year) {
    var figures = year.figures();
    return row(
        new Span(String.valueOf(year.year())),
        amount(Formats.number(figures.staff())),
        amount(Formats.euros(figures.turnoverCents())),
        amount(Formats.euros(figures.balanceCents())),
        new Span(size(year.own()) + " · " + Words.code("sme-rule", year.rule())),
        new Span(
            t(
                "enterprise.why." + year.reason().code(),
                "size",
                size(year.status()),
                "own",
                size(year.own()))));
  }

  /**
   * @param dialogs null for those who only read
   */
  static Section links(EnterpriseDetails found, @Nullable EnterpriseDialogs dialogs) {
    if (found.links().isEmpty())
      return Ui.section(t("enterprise.links"), Ui.span("ft-quiet", t("enterprise.no-links")));
    var table =
        Ui.table(
            "",
            t("enterprise.holder"),
            t("enterprise.held"),
            t("enterprise.share"),
            t("enterprise.relation"),
            t("enterprise.act"));
    Ui.amounts(table, 2, 2);
    rows(
        table,
        found.links().stream()
            .map(
                link ->
                    row(
                        Ui.link("enterprises/" + link.holderId(), link.holder()),
                        Ui.link("enterprises/" + link.heldId(), link.held()),
                        amount(Formats.number(link.sharePercent()) + " %"),
                        new Span(
                            Words.code("enterprise-relation", link.relation().code())
                                + (link.controls() ? " · " + t("enterprise.controlled") : "")
                                + " · "
                                + link.source()),
                        act(
                            dialogs,
                            "enterprise.end",
                            link.holder() + " – " + link.held(),
                            each -> each.end(link))))
            .toList());
    return Ui.section(t("enterprise.links"), Ui.scroll(table));
  }

  static Section figures(EnterpriseDetails found, @Nullable EnterpriseDialogs dialogs) {
    if (found.years().isEmpty())
      return Ui.section(t("enterprise.figures"), Ui.span("ft-quiet", t("enterprise.no-figures")));
    var table =
        Ui.table(
            "",
            t("enterprise.year"),
            t("enterprise.enterprise"),
            t("enterprise.people"),
            t("enterprise.turnover"),
            t("enterprise.balance-short"),
            t("enterprise.act"));
    Ui.amounts(table, 2, 4);
    rows(
        table,
        found.years().stream()
            .map(
                each ->
                    row(
                        new Span(String.valueOf(each.year())),
                        new Span(each.name()),
                        amount(Formats.number(each.figures().staff())),
                        amount(Formats.euros(each.figures().turnoverCents())),
                        amount(Formats.euros(each.figures().balanceCents())),
                        act(
                            dialogs,
                            "enterprise.correct",
                            each.name() + " " + each.year(),
                            on -> on.correct(each))))
            .toList());
    return Ui.section(t("enterprise.figures"), Ui.scroll(table));
  }

  // ---- cells

  /** What can be done about a row; nothing for those who only read. */
  static Component act(
      @Nullable EnterpriseDialogs dialogs,
      String key,
      String of,
      java.util.function.Consumer<EnterpriseDialogs> action) {
    if (dialogs == null) return new Span("–");
    var button = Ui.quiet(t(key), () -> action.accept(dialogs));
    button.setAriaLabel(t(key) + ": " + of);
    return button;
  }

  static NativeTableCell amount(String words) {
    var cell = new NativeTableCell(words);
    cell.addClassName("ft-amount");
    return cell;
  }

  static NativeTableRow row(Component... cells) {
    var row = new NativeTableRow();
    for (var cell : cells)
      row.add(cell instanceof NativeTableCell ? cell : new NativeTableCell(cell));
    return row;
  }

  static void rows(NativeTable table, java.util.List<NativeTableRow> rows) {
    table.removeCaption();
    table.removeBody();
    var body = new NativeTableBody();
    rows.forEach(body::add);
    table.add(body);
  }
}
