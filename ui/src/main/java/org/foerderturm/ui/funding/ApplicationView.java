package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.foerderturm.audit.AuditQuery.FindStreamHistory;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.chain.ChainQuery.ChainNode;
import org.foerderturm.chain.ChainStage;
import org.foerderturm.council.CouncilQuery.FindSuspended;
import org.foerderturm.funding.Arrival;
import org.foerderturm.funding.FundingQuery.ApplicationDetails;
import org.foerderturm.funding.FundingQuery.DeadlineRow;
import org.foerderturm.funding.FundingQuery.DrawDownRow;
import org.foerderturm.funding.FundingQuery.FindApplication;
import org.foerderturm.funding.FundingQuery.FindCall;
import org.foerderturm.funding.FundingQuery.FindRejection;
import org.foerderturm.funding.FundingQuery.Notice;
import org.foerderturm.funding.GrantDay;
import org.foerderturm.funding.GrantQuery.FindGrant;
import org.foerderturm.funding.GrantQuery.GrantDetails;
import org.foerderturm.ui.cases.CaseChips;
import org.foerderturm.ui.cases.NextTasks;
import org.foerderturm.ui.cases.Timeline;
import org.foerderturm.ui.chain.ChainPath;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.DueCalendar;
import org.foerderturm.ui.common.DueCalendar.Due;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** One funding application: its money first, then deadlines, notice and what happened. */
@Route("funding/:applicationId")
@RolesAllowed({"PROJECT_MANAGER", "OFFICE_LEAD", "COMMITTEE_MEMBER", "AUDITOR"})
public class ApplicationView extends View implements BeforeEnterObserver {
  private static final int MOST = 500;
  private final Div summary = Ui.div("ft-case-summary");
  private final ChainPath chain;
  private final Div main = Ui.div("ft-case-main");
  private final Section side = new Section();
  private final Div acts = Ui.div("ft-actions-of");
  private final Set<String> caseIds = new HashSet<>();
  private String id = "";

  ApplicationView(Desk desk) {
    super(desk, t("nav.funding"));
    chain = new ChainPath(desk);
    addClassName("ft-case");
    side.addClassName("ft-case-side");
    side.getElement().setAttribute("aria-label", t("application.about"));
    add(summary, acts, chain, Ui.div("ft-case-columns", main, side));
    desk.onChange(
        this,
        streams -> streams.contains(id) || streams.stream().anyMatch(caseIds::contains),
        this::draw);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get("applicationId").orElse("");
    draw();
  }

  private void draw() {
    var found = desk.ask(new FindApplication(id));
    if (found == null) throw new NotFoundException();
    var row = found.row();
    setHeading(row.title());
    summary.removeAll();
    summary.add(
        ApplicationsView.stage(row.stage()),
        Ui.span("ft-quiet", row.funder()),
        Ui.span("ft-quiet", row.call()));
    var work = new StartOfWorkSection(desk, id);
    var flag = work.flag();
    if (flag != null) summary.add(flag);
    var links = chain.show(id);
    main.removeAll();
    boolean draft = found.submittedAt() == null && !ApplicationDues.over(found);
    var off = draft ? FinancingTable.off(found.partners()) : null;
    if (off != null) main.add(off);
    var tasks = NextTasks.find(desk, id);
    if (!tasks.isEmpty()) main.add(NextTasks.of(desk, tasks, ""));
    boolean running = !row.stage().matches("closed|stopped");
    var right = new ApplicationCorrections(desk, id, running, this::draw);
    var asked = new AdditionalRequestsSection(desk, id, this::draw);
    var additional = asked.section();
    if (additional != null) main.add(additional);
    main.add(FinancingTable.of(found.partners()));
    var rates = AidRates.of(desk, found, null);
    if (rates != null) main.add(rates);
    var checks = PartnerChecks.of(desk, found);
    if (checks != null) main.add(checks);
    var grant = desk.ask(new FindGrant(id));
    if (found.notice() != null)
      main.add(drawDowns(found, links, right), GrantChanges.changes(desk, grant));
    var requests = new PaymentRequestsSection(desk, found, grant, this::draw).section();
    if (requests != null) main.add(requests);
    var shares = GrantByPartner.of(grant);
    if (shares != null) main.add(shares);
    var rows =
        new GrantRows(
                desk,
                id,
                grant,
                !List.of("proved", "closed").contains(found.row().stage()),
                this::draw)
            .section();
    if (rows != null) main.add(rows);
    var results = new ProofResults(desk, id, grant, this::draw).section(right);
    if (results != null) main.add(results);
    if (!grant.notes().isEmpty()) main.add(GrantChanges.notes(grant, id, right));
    main.add(texts(found));
    var history = new Timeline(desk, false, false);
    history.show(desk.ask(new FindStreamHistory(id, MOST)).reversed());
    main.add(Ui.section(t("case.history"), history));
    side.removeAll();
    side.add(deadlines(found, right));
    var call = desk.ask(new FindCall(id));
    if (call != null) side.add(CallSection.of(call));
    var begun = work.section();
    if (begun != null) side.add(begun);
    var notice = found.notice();
    if (notice != null) side.add(notice(notice, found, grant, right));
    rejection(right);
    side.add(RemedySections.of(desk, id));
    acts.removeAll();
    var possible = new GrantActions(desk, id, this::draw).of(found, grant);
    if (call != null) new CallSection(desk, id, this::draw).into(possible, found, call);
    asked.into(possible, row.stage());
    work.into(possible, row.stage(), found.notice() != null, this::draw);
    acts.add(possible);
    side.add(about(desk, found, right), cases());
  }

  /** What was drawn, each with the notice and the resolution that allow it. */
  static Section drawDowns(ApplicationDetails found, List<ChainNode> links) {
    return drawDowns(found, links, null);
  }

  private static Section drawDowns(
      ApplicationDetails found, List<ChainNode> links, @Nullable ApplicationCorrections right) {
    var section = drawDowns(found.drawDowns(), found, links, right);
    section.setId("draw-downs");
    return section;
  }

  /** Notice → resolution: the walk back from a euro to who allowed it. */
  private static Div basis(ApplicationDetails found, List<ChainNode> links) {
    var basis = Ui.div("ft-lines");
    for (var node : links)
      if (node.stage() == ChainStage.NOTICE && node.ownerId().equals(found.row().applicationId()))
        basis.add(ChainPath.link(node));
    var allowed = found.coverPaperId();
    var motions = Arrays.asList(found.coverMotionId(), found.goMotionId());
    for (var node : links)
      if (node.id().equals(allowed) || motions.contains(node.id())) basis.add(ChainPath.link(node));
    return basis;
  }

  private static Section drawDowns(
      List<DrawDownRow> draws,
      ApplicationDetails found,
      List<ChainNode> links,
      @Nullable ApplicationCorrections right) {
    if (draws.isEmpty())
      return Ui.section(t("application.draw-downs"), new Paragraph(t("application.no-draw-downs")));
    var table =
        Ui.table(
            "",
            t("application.number"),
            t("grant.draw-partner"),
            t("application.amount"),
            t("application.received"),
            t("application.spend-by"),
            t("application.basis"));
    Ui.amounts(table, 2, 2);
    table.removeCaption();
    table.removeBody();
    var body = new NativeTableBody();
    for (var draw : draws) {
      var amount = new NativeTableCell();
      amount.add(
          right == null
              ? new Span(Formats.euros(draw.amountCents()))
              : right.drawDown(draw, found.spentCents() != null && !paysBalance(found)));
      amount.addClassName("ft-amount");
      body.add(
          new NativeTableRow(
              new NativeTableCell(Formats.number(draw.number())),
              new NativeTableCell(draw.name()),
              amount,
              day(Formats.date(draw.receivedOn())),
              day(draw.spendBy() == null ? "–" : Formats.date(draw.spendBy())),
              new NativeTableCell(basis(found, links))));
    }
    table.add(body);
    return Ui.section(t("application.draw-downs"), Ui.scroll(table));
  }

  /** Whether something is still paid after the proof of use, and can be set right then. */
  static boolean paysBalance(ApplicationDetails found) {
    return found.row().regime().matches("horizon|nkbf-2017|anbest-efre");
  }

  private static NativeTableCell day(String words) {
    var cell = new NativeTableCell(words);
    cell.addClassName("ft-nowrap");
    return cell;
  }

  private Section deadlines(ApplicationDetails found, ApplicationCorrections right) {
    var section = deadlinesOf(found, right);
    if (!ApplicationDues.open(found).isEmpty())
      section.add(DueCalendar.link(found.row().title(), this::dues));
    return section;
  }

  static Section deadlinesOf(ApplicationDetails found) {
    return deadlinesOf(found, null);
  }

  private static Section deadlinesOf(
      ApplicationDetails found, @Nullable ApplicationCorrections right) {
    boolean over = ApplicationDues.over(found);
    var facts = Ui.facts();
    for (var deadline : found.deadlines())
      Ui.fact(
          facts,
          Words.code("deadline", deadline.kind()),
          proof(deadline, found, right, when(deadline, found.row().deadline(), over)));
    return Ui.section(t("application.deadlines"), facts);
  }

  private List<Due> dues() {
    var now = desk.ask(new FindApplication(id));
    return now == null ? List.of() : ApplicationDues.open(now);
  }

  private static String when(DeadlineRow deadline, LocalDateTime submission, boolean over) {
    if (deadline.doneOn() != null)
      return Formats.date(deadline.dueOn())
          + " · "
          + t("application.done")
          + " "
          + Formats.date(deadline.doneOn());
    var until =
        ApplicationsView.FIXED.contains(deadline.kind())
            ? submission.atZone(Formats.OFFICE).toInstant()
            : ApplicationsView.endOf(deadline.dueOn());
    var words = over ? Formats.date(deadline.dueOn()) : Formats.dueExactly(until);
    if (deadline.cents() != null) words += " · " + Formats.euros(deadline.cents());
    return over || WorkingDays.isOne(deadline.dueOn())
        ? words
        : words + " · " + ApplicationDues.counts(deadline);
  }

  static Section notice(Notice notice, ApplicationDetails found, GrantDetails grant) {
    return notice(notice, found, grant, null);
  }

  private static Section notice(
      Notice notice,
      ApplicationDetails found,
      GrantDetails grant,
      @Nullable ApplicationCorrections right) {
    var facts = Ui.facts();
    Ui.fact(
        facts,
        t("application.reference"),
        right == null ? new Span(notice.reference()) : right.notice(notice));
    Ui.fact(facts, t("application.granted"), Formats.euros(notice.grantedCents()));
    Ui.fact(facts, t("application.drawn"), Formats.euros(found.drawnCents()));
    Ui.fact(facts, t("application.left"), Formats.euros(Math.max(0, notice.leftCents())));
    if (found.spentCents() != null)
      Ui.fact(facts, t("application.spent"), Formats.euros(found.spentCents()));
    if (found.unspentCents() != null && found.unspentCents() > 0)
      Ui.fact(facts, t("application.unspent"), Formats.euros(found.unspentCents()));
    if (notice.owedCents() > 0)
      Ui.fact(facts, t("grant.owed"), Ui.chip(Ui.Tone.BAD, Formats.euros(notice.owedCents())));
    Ui.fact(
        facts,
        t("application.period"),
        Formats.date(notice.from()) + " – " + Formats.date(notice.until()));
    Ui.fact(facts, t("application.final"), finality(notice, right));
    Ui.fact(facts, t("application.payments"), payments(notice, found, right));
    if (!grant.closedYears().isEmpty())
      Ui.fact(
          facts,
          t("grant.closed-years"),
          grant.closedYears().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    Ui.fact(facts, t("application.proof-source"), notice.proofSource());
    var section = Ui.section(t("application.notice"), facts);
    section.setId("notice");
    return section;
  }

  private static Component finality(Notice notice, @Nullable ApplicationCorrections right) {
    var on = notice.finalOn();
    var objected = notice.objectedOn();
    if (on != null)
      return correctable(
          GrantDay.FINALITY,
          on,
          Ui.chip(
              Ui.Tone.GOOD,
              t(
                  notice.waived() ? "application.final-waived" : "application.final-on",
                  "day",
                  Formats.date(on))),
          right);
    if (notice.neverFinal()) return new Span(t("application.never-final"));
    if (objected == null) return Ui.chip(Ui.Tone.ATTENTION, t("application.not-final"));
    return correctable(
        GrantDay.OBJECTION,
        objected,
        Ui.chip(Ui.Tone.ATTENTION, t("grant.objected", "day", Formats.date(objected))),
        right);
  }

  private static Component payments(
      Notice notice, ApplicationDetails found, @Nullable ApplicationCorrections right) {
    var stopped = notice.stoppedSince();
    var agreed = notice.agreementOn();
    if (stopped != null)
      return correctable(
          GrantDay.PAYMENT_STOP,
          stopped,
          Ui.chip(Ui.Tone.BAD, t("grant.stopped", "day", Formats.date(stopped))),
          right);
    if (agreed == null && found.partners().size() > 1)
      return Ui.chip(Ui.Tone.BAD, t("application.blocked"));
    var free =
        Ui.chip(
            Ui.Tone.GOOD,
            t("application.free", "day", agreed == null ? "–" : Formats.date(agreed)));
    return agreed == null ? free : correctable(GrantDay.AGREEMENT, agreed, free, right);
  }

  private static Component correctable(
      GrantDay day, LocalDate on, Component words, @Nullable ApplicationCorrections right) {
    return right == null ? words : right.day(day, on, words);
  }

  static Section about(Desk desk, ApplicationDetails found) {
    return about(desk, found, null);
  }

  private static Section about(
      Desk desk, ApplicationDetails found, @Nullable ApplicationCorrections right) {
    var row = found.row();
    var facts = Ui.facts();
    Ui.fact(facts, t("application.programme"), Words.code("programme", row.programme()));
    Ui.fact(facts, t("application.regime"), Words.code("regime", row.regime()));
    Ui.fact(facts, t("application.deadline"), time(row.deadline()));
    if (row.consortiumId() != null)
      Ui.fact(
          facts,
          t("application.consortium"),
          Ui.to("consortia/" + row.consortiumId(), t("application.to-consortium")));
    if (found.score() != null)
      Ui.fact(
          facts,
          t("application.score"),
          t(
              "application.points",
              "score",
              Formats.number(found.score()),
              "advice",
              Words.code("advice", found.advice())));
    if (found.goMotionId() != null)
      Ui.fact(
          facts,
          t("application.go-motion"),
          Ui.link("motions/" + found.goMotionId(), Words.code("result", found.goResult())));
    if (found.coverPaperId() != null) Ui.fact(facts, t("application.cover"), resolved(desk, found));
    else if (found.coverMotionId() != null)
      Ui.fact(
          facts,
          t("application.cover"),
          Ui.link("motions/" + found.coverMotionId(), Words.code("result", found.coverResult())));
    else if (found.coverNeeded() != null)
      Ui.fact(
          facts,
          t("application.cover"),
          t(found.coverNeeded() ? "application.cover-open" : "application.cover-none"));
    fact(facts, t("application.submitted"), found.submittedAt());
    if (found.electronicAt() != null)
      Ui.fact(
          facts,
          t("application.electronic"),
          arrival(Arrival.ELECTRONIC, found.electronicAt(), right));
    if (found.paperAt() != null)
      Ui.fact(facts, t("application.paper"), arrival(Arrival.PAPER, found.paperAt(), right));
    if (found.inTime() != null)
      Ui.fact(facts, t("application.in-time"), t(found.inTime() ? "value.yes" : "value.no"));
    var evaluation = evaluation(found);
    if (evaluation != null)
      Ui.fact(
          facts,
          t("application.evaluation"),
          right == null
              ? new Span(evaluation)
              : new AnswerCorrections(row.applicationId(), right).evaluation(found, evaluation));
    return Ui.section(t("application.about"), facts);
  }

  /** What the council resolved of the own share; marked while it binds nobody. */
  private static Div resolved(Desk desk, ApplicationDetails found) {
    var paper = Objects.requireNonNull(found.coverPaperId());
    var result = Words.code("result", found.coverResult());
    boolean sum = found.coverCents() != null && found.coverCents() > 0;
    var lines =
        Ui.div(
            "ft-lines",
            Ui.link(
                "council/" + paper,
                sum
                    ? t(
                        "application.cover-resolved",
                        "result",
                        result,
                        "amount",
                        Formats.euros(Objects.requireNonNull(found.coverCents())))
                    : result));
    if (desk.ask(new FindSuspended(paper)))
      lines.add(Ui.chip(Ui.Tone.BAD, t("application.cover-suspended")));
    return lines;
  }

  private static Component arrival(
      Arrival arrival, LocalDateTime at, @Nullable ApplicationCorrections right) {
    return right == null ? new Span(time(at)) : right.arrival(arrival, at, time(at));
  }

  private static Component proof(
      DeadlineRow deadline,
      ApplicationDetails found,
      @Nullable ApplicationCorrections right,
      String words) {
    return right == null ? new Span(words) : right.proof(deadline, found.spentCents(), words);
  }

  private static @Nullable String evaluation(ApplicationDetails found) {
    if (found.total() != null) return AnswerCorrections.marks(found);
    if (found.positive() == null) return null;
    return t(found.positive() ? "application.positive" : "application.negative");
  }

  private void rejection(ApplicationCorrections right) {
    var rejection = desk.ask(new FindRejection(id));
    if (rejection == null) return;
    var facts = Ui.facts();
    Ui.fact(
        facts, t("application.reference"), new AnswerCorrections(id, right).rejection(rejection));
    side.add(Ui.section(t("correction.rejection"), facts));
  }

  private static void fact(Div facts, String name, @Nullable LocalDateTime time) {
    if (time != null) Ui.fact(facts, name, time(time));
  }

  private static String time(LocalDateTime time) {
    return Formats.dateTime(time.atZone(Formats.OFFICE).toInstant());
  }

  static Div texts(ApplicationDetails found) {
    var texts = Ui.div("ft-text");
    text(texts, t("application.reason"), found.reason());
    text(texts, t("application.aim"), found.aim());
    text(texts, t("application.work-plan"), found.workPlan());
    text(texts, t("application.benefit"), found.benefit());
    text(texts, t("application.lessons"), found.lessons());
    return texts;
  }

  private static void text(Div texts, String title, @Nullable String words) {
    if (words != null && !words.isBlank()) texts.add(Ui.section(title, new Paragraph(words)));
  }

  private Section cases() {
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    caseIds.clear();
    for (var row : desk.ask(new FindCasesOf(id))) {
      caseIds.add(row.caseId());
      list.add(
          new ListItem(
              Ui.link(
                  "cases/" + row.caseId(),
                  row.title() == null ? desk.workflow(row.model()) : row.title()),
              CaseChips.state(row)));
    }
    return Ui.section(t("nav.cases"), list);
  }
}
