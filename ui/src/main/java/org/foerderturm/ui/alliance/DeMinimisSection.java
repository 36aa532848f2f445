package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.alliance.SmeSection.act;
import static org.foerderturm.ui.alliance.SmeSection.amount;
import static org.foerderturm.ui.alliance.SmeSection.row;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import org.foerderturm.enterprise.DeMinimis.Ceiling;
import org.foerderturm.enterprise.EnterpriseQuery.AidRow;
import org.foerderturm.enterprise.EnterpriseQuery.EnterpriseDetails;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.jspecify.annotations.Nullable;

/** The de-minimis register of a single undertaking: what counts on a day, and what is free when. */
final class DeMinimisSection {
  private DeMinimisSection() {}

  static Span chip(EnterpriseDetails found) {
    return chip(found.sumCents(), found.ceiling());
  }

  static Span chip(long sumCents, @Nullable Ceiling ceiling) {
    if (ceiling == null) return Ui.chip(Ui.Tone.ATTENTION, t("enterprise.no-ceiling"));
    long free = ceiling.cents() - sumCents;
    return free < 0
        ? Ui.chip(Ui.Tone.BAD, t("enterprise.beyond", "amount", Formats.euros(-free)))
        : Ui.chip(Ui.Tone.GOOD, t("enterprise.free", "amount", Formats.euros(free)));
  }

  /**
   * @param dialogs null for those who only read
   */
  static Section of(EnterpriseDetails found, LocalDate day, @Nullable EnterpriseDialogs dialogs) {
    var section = Ui.section(t("enterprise.de-minimis"));
    var ceiling = found.ceiling();
    if (ceiling != null) {
      var facts = Ui.facts();
      Ui.fact(facts, t("enterprise.undertaking"), found.undertaking());
      Ui.fact(
          facts,
          t("enterprise.sum", "years", String.valueOf(ceiling.years()), "day", Formats.date(day)),
          Formats.euros(found.sumCents()));
      Ui.fact(facts, t("enterprise.ceiling"), Formats.euros(ceiling.cents()));
      section.add(facts);
    }
    if (found.aids().isEmpty()) section.add(Ui.span("ft-quiet", t("enterprise.no-aids")));
    else {
      var table =
          Ui.table(
              "",
              t("enterprise.granted-on"),
              t("enterprise.enterprise"),
              t("enterprise.grantor"),
              t("enterprise.document"),
              t("enterprise.amount"),
              t("enterprise.free-on"),
              t("enterprise.act"));
      Ui.amounts(table, 4, 4);
      SmeSection.rows(table, found.aids().stream().map(aid -> aid(aid, day, dialogs)).toList());
      section.add(Ui.scroll(table));
    }
    if (ceiling != null)
      section.add(
          Ui.span(
              "ft-quiet",
              t(
                  "enterprise.ceiling-table",
                  "version",
                  ceiling.version(),
                  "source",
                  ceiling.source())));
    return section;
  }

  private static NativeTableRow aid(
      AidRow aid, LocalDate day, @Nullable EnterpriseDialogs dialogs) {
    return row(
        nowrap(Formats.date(aid.grantedOn())),
        new Span(aid.name()),
        new Span(aid.grantor()),
        aid.applicationId() == null
            ? new Span(aid.document())
            : Ui.link("funding/" + aid.applicationId(), aid.document()),
        amount(Formats.euros(aid.amountCents())),
        state(aid, day),
        aid.cancelled() != null
            ? new Span("–")
            : act(
                dialogs,
                "enterprise.cancel",
                Formats.euros(aid.amountCents()),
                each -> each.cancel(aid)));
  }

  private static Component state(AidRow aid, LocalDate day) {
    if (aid.corrected() == null || aid.cancelled() != null) return counting(aid, day);
    return Ui.div(
        "ft-lines",
        counting(aid, day),
        Ui.span("ft-quiet", t("enterprise.corrected", "reason", aid.corrected())));
  }

  private static Span counting(AidRow aid, LocalDate day) {
    if (aid.cancelled() != null)
      return Ui.chip(Ui.Tone.PLAIN, t("enterprise.cancelled", "reason", aid.cancelled()));
    if (aid.grantedOn().isAfter(day)) return Ui.chip(Ui.Tone.PLAIN, t("enterprise.later"));
    return aid.counts()
        ? new Span(Formats.date(aid.freeOn()))
        : Ui.chip(Ui.Tone.PLAIN, t("enterprise.free-since", "day", Formats.date(aid.freeOn())));
  }

  private static NativeTableCell nowrap(String words) {
    var cell = new NativeTableCell(words);
    cell.addClassName("ft-nowrap");
    return cell;
  }
}
