package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.foerderturm.alliance.AllianceQuery.FindMember;
import org.foerderturm.alliance.AllianceQuery.MemberDetails;
import org.foerderturm.alliance.AllianceQuery.YearRow;
import org.foerderturm.audit.AuditQuery.FindStreamHistory;
import org.foerderturm.audit.AuditQuery.HistoryRow;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.Files;
import org.foerderturm.ui.cases.CaseChips;
import org.foerderturm.ui.cases.Timeline;
import org.foerderturm.ui.common.Corrections;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Downloads;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;

/** One member: its contributions first, then what happened and what is known of it. */
@Route("alliance/:memberId")
@RolesAllowed({"PROJECT_MANAGER", "OFFICE_LEAD", "AUDITOR", "COMMITTEE_MEMBER"})
public class MemberView extends View implements BeforeEnterObserver {
  private static final int MOST = 500;
  private final Div summary = Ui.div("ft-case-summary");
  private final Div acts = Ui.div("ft-actions");
  private final Div main = Ui.div("ft-case-main");
  private final Section side = new Section();
  private final boolean writes;
  private final transient Files files;
  private String id = "";

  MemberView(Desk desk, Files files) {
    super(desk, t("nav.alliance"));
    this.files = files;
    addClassName("ft-case");
    writes = desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD);
    side.addClassName("ft-case-side");
    side.getElement().setAttribute("aria-label", t("member.about"));
    addAction(acts);
    add(summary, Ui.div("ft-case-columns", main, side));
    desk.onChange(
        this, streams -> streams.stream().anyMatch(stream -> stream.startsWith(id)), this::draw);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get("memberId").orElse("");
    draw();
  }

  private void draw() {
    var found = desk.ask(new FindMember(id));
    if (found == null) throw new NotFoundException();
    var row = found.row();
    setHeading(row.name());
    summary.removeAll();
    summary.add(
        AllianceView.status(row.status()),
        Ui.span("ft-quiet", Words.code("organisation", row.kind())));
    if (row.joinedOn() != null)
      summary.add(Ui.span("ft-quiet", t("member.since", "day", Formats.date(row.joinedOn()))));
    if (row.until() != null) summary.add(AllianceView.until(row));
    if (found.leftReason() != null) summary.add(Ui.span("ft-quiet", found.leftReason()));
    acts.removeAll();
    if (writes) acts(found);
    main.removeAll();
    main.add(new Contributions(desk, id, found.contributions(), writes, this::draw));
    if (desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR))
      main.add(
          new Contacts(
              desk, id, writes && (found.leftOn() == null || row.until() != null), this::draw));
    var texts = texts(found);
    if (texts.getComponentCount() > 0) main.add(texts);
    var history = new Timeline(desk, false, false);
    history.show(history(found));
    main.add(Ui.section(t("case.history"), history));
    side.removeAll();
    side.add(facts(desk, found, files));
    if (row.kind().equals("company")
        && desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR))
      side.add(MemberEnterprise.of(desk, found, writes, this::draw));
    side.add(agreed(found.years()), cases());
  }

  /** The member's own events and those of its contributions, newest first. */
  private List<HistoryRow> history(MemberDetails found) {
    var all = new ArrayList<>(desk.ask(new FindStreamHistory(id, MOST)));
    for (var contribution : found.contributions())
      all.addAll(desk.ask(new FindStreamHistory(contribution.contributionId(), MOST)));
    all.removeIf(event -> event.type().equals("ContributionFixed")); // said by ContributionCharged
    all.sort(Comparator.comparingLong(HistoryRow::position).reversed());
    return all;
  }

  private void acts(MemberDetails found) {
    var dialogs = new MemberDialogs(desk, id, this::draw);
    acts.add(Ui.quiet(t("member.describe"), () -> dialogs.describe(found)));
    acts.add(Ui.quiet(t("member.figures"), () -> dialogs.figures(found)));
    acts.add(Ui.quiet(t("correction.figures"), () -> dialogs.correctFigures(found)));
    if (!found.row().status().equals("member")) return;
    acts.add(Ui.quiet(t("member.in-kind"), () -> dialogs.inKind(found)));
    acts.add(Ui.quiet(t("member.exception"), () -> dialogs.exception(found)));
    if (found.row().until() == null)
      acts.add(Ui.quiet(t("member.leave"), () -> dialogs.leave(found)));
    else acts.add(Ui.quiet(t("member.stay"), () -> dialogs.stay(found)));
  }

  static Div texts(MemberDetails found) {
    var texts = Ui.div("ft-text");
    if (found.inquiry() != null)
      texts.add(Ui.section(t("member.inquiry"), new Paragraph(found.inquiry())));
    if (found.talkSummary() != null && found.talkOn() != null)
      texts.add(
          Ui.section(
              t("member.talk", "day", Formats.date(found.talkOn())),
              new Paragraph(found.talkSummary())));
    return texts;
  }

  private static Anchor paper(Files files, String words, String name, String hash) {
    return Downloads.link(
        words,
        Downloads.name("pdf", words, name),
        Downloads.PDF,
        () -> files.load(hash).orElse(null));
  }

  static Section facts(Desk desk, MemberDetails found, Files files) {
    var facts = Ui.facts();
    var figures = found.figures();
    if (found.offer() != null) {
      var offer = found.offer();
      Ui.fact(
          facts,
          t("member.offer", "number", offer.number()),
          t(
              "member.offer-of",
              "amount",
              Formats.euros(offer.amountCents()),
              "day",
              Formats.date(offer.validUntil()),
              "state",
              Words.code("offer-state", offer.state())));
      if (offer.german() != null && offer.english() != null)
        Ui.fact(
            facts,
            t("member.offer-paper"),
            Ui.div(
                "ft-actions",
                paper(files, t("member.offer-german"), found.row().name(), offer.german()),
                paper(files, t("member.offer-english"), found.row().name(), offer.english())));
    }
    if (found.registerId() != null) Ui.fact(facts, t("member.register-id"), found.registerId());
    if (figures.staff() != null) Ui.fact(facts, t("member.staff"), Formats.number(figures.staff()));
    if (figures.turnoverCents() != null)
      Ui.fact(facts, t("member.turnover"), Formats.euros(figures.turnoverCents()));
    if (figures.groupStaff() != null)
      Ui.fact(facts, t("member.group-staff"), Formats.number(figures.groupStaff()));
    if (figures.groupTurnoverCents() != null)
      Ui.fact(facts, t("member.group-turnover"), Formats.euros(figures.groupTurnoverCents()));
    if (figures.foundedOn() != null)
      Ui.fact(facts, t("member.founded"), Formats.date(figures.foundedOn()));
    var corrected =
        Corrections.of(desk, found.row().memberId()).told("FiguresCorrected", event -> true);
    if (corrected.isVisible()) Ui.fact(facts, t("correction.former-figures"), corrected);
    Ui.fact(facts, t("member.topics"), codes("topic", found.topics()));
    Ui.fact(facts, t("member.teams"), codes("expert-team", found.expertTeams()));
    if (found.leftOn() != null)
      Ui.fact(
          facts,
          t(found.row().until() == null ? "member.left" : "member.last-day"),
          Formats.date(found.leftOn()));
    return Ui.section(t("member.about"), facts);
  }

  private static String codes(String prefix, List<String> codes) {
    return codes.isEmpty()
        ? t("value.none")
        : codes.stream().map(code -> Words.code(prefix, code)).collect(Collectors.joining(", "));
  }

  private static Section agreed(List<YearRow> years) {
    var facts = Ui.facts();
    for (var year : years) {
      if (year.inKindCents() != null)
        Ui.fact(
            facts,
            t("member.in-kind-of", "year", String.valueOf(year.year())),
            Formats.euros(year.inKindCents()) + " · " + year.inKindWhat());
      if (year.exceptionCents() != null)
        Ui.fact(
            facts,
            t("member.exception-of", "year", String.valueOf(year.year())),
            Formats.euros(year.exceptionCents()) + " · " + year.exceptionReason());
    }
    if (years.isEmpty())
      return Ui.section(t("member.agreed"), Ui.span("ft-quiet", t("member.nothing-agreed")));
    return Ui.section(t("member.agreed"), facts);
  }

  private Section cases() {
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (var row : desk.ask(new FindCasesOf(id)))
      list.add(
          new ListItem(
              Ui.link(
                  "cases/" + row.caseId(), row.title() == null ? row.model().name() : row.title()),
              CaseChips.state(row)));
    if (list.getComponentCount() == 0)
      return Ui.section(t("nav.cases"), Ui.span("ft-quiet", t("member.no-cases")));
    return Ui.section(t("nav.cases"), list);
  }
}
