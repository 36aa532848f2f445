package org.foerderturm.ui.consortium;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
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
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.foerderturm.audit.AuditQuery.FindStreamHistory;
import org.foerderturm.cases.CaseQuery.CaseRow;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.consortium.ConsortiumQuery.ConsortiumDetails;
import org.foerderturm.consortium.ConsortiumQuery.ConsortiumRow;
import org.foerderturm.consortium.ConsortiumQuery.FindConsortium;
import org.foerderturm.consortium.ConsortiumQuery.PartnerRow;
import org.foerderturm.consortium.OpinionKind;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.Files;
import org.foerderturm.ui.cases.CaseChips;
import org.foerderturm.ui.cases.NextTasks;
import org.foerderturm.ui.cases.Timeline;
import org.foerderturm.ui.chain.ChainPath;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Values;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** One consortium: partners first, then what is known and what happened to it. */
@Route("consortia/:consortiumId")
@PermitAll
public class ConsortiumView extends View implements BeforeEnterObserver {
  private static final int MOST = 500;

  /** Nobody has joined yet, so that there are no papers, contracts and applications. */
  private static final Set<String> EARLY = Set.of("idea", "selected", IdeaActions.SET_ASIDE);

  private final transient Files files;
  private final Div summary = Ui.div("ft-case-summary");
  private static final Set<String> CLOSED =
      Set.of("constituted", "dissolved", IdeaActions.SET_ASIDE);

  private final ChainPath chain;
  private final Div main = Ui.div("ft-case-main");
  private final Section side = new Section();
  private final Anchor apply = new Anchor("", t("consortium.apply"));
  private final IdeaActions ideas;
  private final Button select = Ui.primary(t("idea.select"), () -> ideas().select(shown()));
  private final Button aside = Ui.quiet(t("idea.aside"), () -> ideas().setAside(shown()));
  private final Button takeUp = Ui.primary(t("idea.take-up"), () -> ideas().takeUp(shown()));
  private final Set<String> cases = new HashSet<>();
  private @Nullable ConsortiumRow shown;
  private String id = "";

  ConsortiumView(Desk desk, Files files) {
    super(desk, t("nav.consortia"));
    this.files = files;
    chain = new ChainPath(desk);
    ideas = new IdeaActions(desk, this::draw);
    apply.setRouterIgnore(false);
    if (desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD)) addAction(apply);
    if (IdeaActions.allowed(desk)) addAction(aside, takeUp, select);
    addClassName("ft-case");
    side.addClassName("ft-case-side");
    side.getElement().setAttribute("aria-label", t("consortium.about"));
    add(summary, chain, Ui.div("ft-case-columns", main, side));
    desk.onChange(
        this,
        streams -> streams.contains(id) || streams.stream().anyMatch(cases::contains),
        this::draw);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get("consortiumId").orElse("");
    draw();
  }

  private void draw() {
    var found = desk.ask(new FindConsortium(id));
    if (found == null) throw new NotFoundException();
    var row = found.row();
    shown = row;
    setHeading(row.title());
    summary.removeAll();
    summary.add(ConsortiaView.stage(row.stage()));
    summary.add(
        Ui.span("ft-quiet", Words.code("programme", row.programme())),
        Ui.span("ft-quiet", Words.code("topic", row.topic())));
    apply.setHref(application(row));
    var rows = desk.ask(new FindCasesOf(id));
    cases.clear();
    rows.forEach(each -> cases.add(each.caseId()));
    offer(row, rows);
    chain.show(id);
    main.removeAll();
    var tasks = NextTasks.find(desk, id);
    if (!tasks.isEmpty()) main.add(NextTasks.of(desk, tasks, ""));
    if (found.setAsideReason() != null)
      main.add(Ui.section(t("idea.because"), new Paragraph(found.setAsideReason())));
    var running = new RunningSections(desk, files, found, this::draw);
    // an idea is judged by what it says; papers and contracts come later
    boolean idea = EARLY.contains(row.stage());
    if (idea) main.add(texts(found));
    main.add(partners(found.partners(), running, null));
    if (!CLOSED.contains(row.stage())) main.add(new FormationActs(desk, id, this::draw).acts(row));
    if (!idea) {
      main.add(running.checklist());
      main.add(running.changes());
      main.add(running.commissions(), texts(found, opinions(row.stage())));
    }
    var history = new Timeline(desk, false, false);
    history.show(desk.ask(new FindStreamHistory(id, MOST)).reversed());
    main.add(Ui.section(t("case.history"), history));
    side.removeAll();
    side.add(facts(found));
    if (!idea) side.add(running.agreement());
    side.add(cases(rows));
  }

  /** Of an idea the one thing to do: select it, or bring it back. What runs has its tasks. */
  private void offer(ConsortiumRow row, List<CaseRow> rows) {
    boolean waits = IdeaActions.waits(row, rows);
    boolean idea = row.stage().equals("idea");
    select.setVisible(waits);
    select.setThemeName(idea ? "primary" : "tertiary");
    aside.setVisible(waits);
    takeUp.setVisible(row.stage().equals(IdeaActions.SET_ASIDE));
    apply.setVisible(!EARLY.contains(row.stage()));
  }

  private IdeaActions ideas() {
    return ideas;
  }

  private ConsortiumRow shown() {
    return Objects.requireNonNull(shown);
  }

  /** The form that starts an application, with what is known of the consortium filled in. */
  private static String application(ConsortiumRow row) {
    var known = new LinkedHashMap<String, String>();
    known.put("consortiumId", row.consortiumId());
    known.put("title", row.title());
    known.put("programme", row.programme());
    if (row.call() != null) known.put("call", row.call());
    return "start/funding-application?" + QueryParameters.simple(known).getQueryString();
  }

  /**
   * @param running offers acts on a partner; null where one only reads
   * @param about name of the partner that is asked about, marked; null if none is
   */
  static Section partners(
      List<PartnerRow> partners, @Nullable RunningSections running, @Nullable String about) {
    var table =
        Ui.table(
            "",
            t("partner.name"),
            t("partner.country"),
            t("partner.role"),
            t("partner.kind"),
            t("partner.status"),
            t("partner.letter"));
    table.removeCaption();
    table.removeBody();
    var body = new NativeTableBody();
    for (var partner : partners) {
      var line = new NativeTableRow();
      var name = new NativeTableCell(partner.name());
      if (running != null) name.add(running.leave(partner));
      if (partner.name().equals(about)) line.addClassName("ft-about");
      line.add(name);
      line.add(new NativeTableCell(Values.country(partner.country())));
      line.add(new NativeTableCell(Words.code("partner-role", partner.role())));
      line.add(new NativeTableCell(Words.code("organisation", partner.kind())));
      var status = new NativeTableCell(status(partner.status()));
      if (partner.reason() != null) status.add(Ui.span("ft-quiet", partner.reason()));
      if (partner.successor() != null)
        status.add(Ui.span("ft-quiet", t("partner.successor", "name", partner.successor())));
      line.add(status);
      line.add(
          new NativeTableCell(
              partner.letterReceivedOn() != null
                  ? Formats.date(partner.letterReceivedOn())
                  : t(partner.letter() ? "value.yes" : "value.none")));
      body.add(line);
    }
    table.add(body);
    return Ui.section(t("consortium.partners"), Ui.scroll(table));
  }

  private OpinionCorrections opinions(String stage) {
    boolean open = stage.matches("proposed|eligible|not-eligible|opinions|rejected");
    return new OpinionCorrections(desk, id, open, this::draw);
  }

  static Div texts(ConsortiumDetails found) {
    return texts(found, null);
  }

  private static Div texts(ConsortiumDetails found, @Nullable OpinionCorrections right) {
    var texts = Ui.div("ft-text");
    text(texts, "consortium.idea", found.idea());
    text(texts, "consortium.aim", found.aim());
    text(texts, "consortium.approach", found.approach());
    text(texts, "consortium.benefit", found.benefit());
    opinion(
        texts,
        "consortium.expert",
        OpinionKind.EXPERT,
        found.expertOpinion(),
        found.expertStatement(),
        right);
    opinion(
        texts,
        "consortium.science",
        OpinionKind.SCIENTIFIC,
        found.scientificOpinion(),
        found.scientificStatement(),
        right);
    text(texts, "consortium.dissolved", found.dissolvedReason());
    return texts;
  }

  private static void text(Div texts, String key, @Nullable String words) {
    if (words != null && !words.isBlank()) texts.add(Ui.section(t(key), new Paragraph(words)));
  }

  private static void opinion(
      Div texts,
      String key,
      OpinionKind kind,
      @Nullable String opinion,
      @Nullable String statement,
      @Nullable OpinionCorrections right) {
    if (opinion == null) return;
    var tone =
        switch (opinion) {
          case "recommended" -> Ui.Tone.GOOD;
          case "not-recommended" -> Ui.Tone.BAD;
          default -> Ui.Tone.ATTENTION;
        };
    var section = Ui.section(t(key), Ui.chip(tone, Words.code("recommendation", opinion)));
    if (statement != null) section.add(new Paragraph(statement));
    if (right != null)
      section.add(right.of(kind, t(key), opinion, statement == null ? "" : statement));
    texts.add(section);
  }

  static Section facts(ConsortiumDetails found) {
    var row = found.row();
    var facts = Ui.facts();
    Ui.fact(facts, t("consortium.coordinator"), row.coordinator());
    if (row.call() != null) Ui.fact(facts, t("consortium.call"), row.call());
    if (row.deadline() != null) Ui.fact(facts, t("consortium.deadline"), deadline(row));
    if (row.maximumFundingCents() > 0)
      Ui.fact(facts, t("consortium.maximum"), Formats.euros(row.maximumFundingCents()));
    if (found.totalCostsCents() != null)
      Ui.fact(facts, t("consortium.costs"), Formats.euros(found.totalCostsCents()));
    if (found.grantRequestedCents() != null)
      Ui.fact(facts, t("consortium.grant"), Formats.euros(found.grantRequestedCents()));
    if (found.durationMonths() != null)
      Ui.fact(
          facts,
          t("consortium.duration"),
          Words.count("consortium.months", found.durationMonths()));
    if (found.eligible() != null) {
      Ui.fact(
          facts,
          t("consortium.eligible"),
          found.eligible()
              ? Ui.chip(Ui.Tone.GOOD, t("value.yes"))
              : Ui.chip(Ui.Tone.BAD, t("value.no")));
      if (found.eligibilityFinding() != null)
        Ui.fact(facts, t("consortium.finding"), found.eligibilityFinding());
      if (found.eligibilitySource() != null)
        Ui.fact(facts, t("consortium.source"), found.eligibilitySource());
    }
    if (found.motionId() != null)
      Ui.fact(
          facts,
          t("consortium.motion"),
          Ui.to("motions/" + found.motionId(), t("consortium.to-motion")));
    if (found.resolution() != null)
      Ui.fact(facts, t("consortium.resolution"), Words.code("result", found.resolution()));
    return Ui.section(t("consortium.about"), facts);
  }

  private static Div deadline(ConsortiumRow row) {
    var day = Objects.requireNonNull(row.deadline());
    var lines = Ui.div("ft-lines", new Span(Formats.weekday(day)));
    if (!CLOSED.contains(row.stage()) && day.isBefore(LocalDate.now(Formats.OFFICE)))
      lines.add(Ui.chip(Ui.Tone.BAD, t("consortium.call-over")));
    return lines;
  }

  private Section cases(List<CaseRow> rows) {
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (var row : rows)
      list.add(
          new ListItem(
              Ui.link(
                  "cases/" + row.caseId(),
                  row.title() == null ? desk.workflow(row.model()) : row.title()),
              CaseChips.state(row)));
    if (rows.isEmpty()) return Ui.section(t("nav.cases"), new Paragraph(t("idea.no-case")));
    return Ui.section(t("nav.cases"), list);
  }

  private static Span status(String status) {
    return Ui.chip(
        switch (status) {
          case "accepted" -> Ui.Tone.GOOD;
          case "invited" -> Ui.Tone.ATTENTION;
          default -> Ui.Tone.PLAIN;
        },
        Words.code("partner-status", status));
  }
}
