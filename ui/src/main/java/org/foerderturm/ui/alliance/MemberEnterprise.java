package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Locale;
import org.foerderturm.alliance.AllianceQuery.MemberDetails;
import org.foerderturm.alliance.AllianceQuery.MemberRow;
import org.foerderturm.alliance.Figures;
import org.foerderturm.alliance.MemberCommand.ReportFigures;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.enterprise.EnterpriseQuery.EnterpriseDetails;
import org.foerderturm.enterprise.EnterpriseQuery.FindEnterprise;
import org.foerderturm.enterprise.EnterpriseQuery.LastYear;
import org.foerderturm.enterprise.Year;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.jspecify.annotations.Nullable;

/**
 * What the register of enterprises says about a member, and the way there. Where its figures are
 * others than the member's, the page says so and offers to take them over.
 */
final class MemberEnterprise {
  private MemberEnterprise() {}

  static Section of(Desk desk, MemberDetails member, boolean writes, Runnable after) {
    var section = Ui.section(t("enterprise.status-and-aid"));
    var row = member.row();
    var found = find(desk, row);
    if (found == null) {
      section.add(Ui.span("ft-quiet", t("enterprise.not-entered")));
      if (writes)
        section.add(
            Ui.quiet(
                t("enterprise.enter"),
                () ->
                    EnterpriseDialogs.enter(
                        desk,
                        row.name(),
                        row.memberId(),
                        id -> UI.getCurrent().navigate("enterprises/" + id))));
      return section;
    }
    var facts = Ui.facts();
    Ui.fact(facts, t("enterprise.status"), SmeSection.chip(found.status()));
    var status = found.status();
    if (status != null && !status.years().isEmpty())
      for (var year : status.years().reversed())
        Ui.fact(
            facts,
            String.valueOf(year.year()),
            t(
                "enterprise.why." + year.reason().code(),
                "size",
                SmeSection.size(year.status()),
                "own",
                SmeSection.size(year.own())));
    Ui.fact(facts, t("enterprise.de-minimis"), DeMinimisSection.chip(found));
    var last = found.last();
    if (last != null)
      Ui.fact(
          facts,
          t("member.register-figures", "year", String.valueOf(last.year())),
          figures(desk, member, last, writes, after));
    section.add(
        facts, Ui.to("enterprises/" + found.row().enterpriseId(), t("enterprise.to-enterprise")));
    return section;
  }

  private static @Nullable EnterpriseDetails find(Desk desk, MemberRow member) {
    var today = LocalDate.now(Formats.OFFICE);
    var found = desk.ask(new FindEnterprise(member.memberId(), today));
    if (found != null) return found;
    var named = EnterpriseDialogs.named(desk, member.name());
    return named == null ? null : desk.ask(new FindEnterprise(named.enterpriseId(), today));
  }

  private static Div figures(
      Desk desk, MemberDetails member, LastYear last, boolean writes, Runnable after) {
    var lines = Ui.div("ft-lines", words("member.register-own", last.own()));
    if (last.group() != null) lines.add(words("member.register-group", last.group()));
    if (same(member.figures(), last)) {
      lines.add(Ui.chip(Ui.Tone.GOOD, t("member.register-same")));
      return lines;
    }
    lines.add(Ui.chip(Ui.Tone.ATTENTION, t("member.register-differs")));
    if (writes)
      lines.add(
          Ui.div(
              "ft-actions",
              Ui.quiet(t("member.take-over"), () -> takeOver(desk, member, last, after))));
    return lines;
  }

  private static Span words(String key, Year figures) {
    return new Span(
        t(
            key,
            "staff",
            Formats.number(figures.staff()),
            "turnover",
            Formats.euros(figures.turnoverCents())));
  }

  private static boolean same(Figures member, LastYear last) {
    return taken(member, last).equals(member);
  }

  /** Its group stays as reported while the register knows of none. */
  static Figures taken(Figures member, LastYear last) {
    var group = last.group();
    return new Figures(
        last.own().staff(),
        last.own().turnoverCents(),
        group == null ? member.groupStaff() : (Integer) group.staff(),
        group == null ? member.groupTurnoverCents() : (Long) group.turnoverCents(),
        member.foundedOn());
  }

  private static ReportFigures report(MemberDetails member, MemberKind kind, Figures figures) {
    return new ReportFigures(
        member.row().memberId(),
        kind,
        figures.staff(),
        figures.turnoverCents(),
        figures.groupStaff(),
        figures.groupTurnoverCents(),
        figures.foundedOn());
  }

  private static void takeOver(Desk desk, MemberDetails member, LastYear last, Runnable after) {
    var figures = taken(member.figures(), last);
    var own = words("member.register-own", last.own());
    var what = Ui.div("ft-lines", own);
    if (last.group() != null) what.add(words("member.register-group", last.group()));
    Dialogs.revise(
        desk,
        t("member.take-over-of", "year", String.valueOf(last.year())),
        t("member.take-over"),
        report(
            member,
            MemberKind.valueOf(member.row().kind().toUpperCase(Locale.ROOT)),
            member.figures()),
        () -> report(member, MemberKind.COMPANY, figures),
        after,
        what,
        new Paragraph(t("member.take-over-help")));
  }
}
