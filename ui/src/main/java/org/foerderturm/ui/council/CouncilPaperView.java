package org.foerderturm.ui.council;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.OrderedList;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foerderturm.audit.AuditQuery.FindCaseHistory;
import org.foerderturm.audit.AuditQuery.FindStreamHistory;
import org.foerderturm.cases.CaseQuery.CaseRow;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.council.CouncilCommand.AddCouncilNote;
import org.foerderturm.council.CouncilCommand.PostponeConsultation;
import org.foerderturm.council.CouncilQuery.CheckRow;
import org.foerderturm.council.CouncilQuery.ConsultationRow;
import org.foerderturm.council.CouncilQuery.CosignerRow;
import org.foerderturm.council.CouncilQuery.FindCouncilPaper;
import org.foerderturm.council.CouncilQuery.NoteRow;
import org.foerderturm.council.CouncilQuery.PaperDetails;
import org.foerderturm.council.CouncilQuery.Related;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.Files;
import org.foerderturm.process.ProcessCommand.CancelCase;
import org.foerderturm.ui.cases.Attachments;
import org.foerderturm.ui.cases.CaseChips;
import org.foerderturm.ui.cases.Timeline;
import org.foerderturm.ui.chain.ChainPath;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Downloads;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** One council paper, in the order in which a council reads it. */
@Route("council/:paperId")
@PermitAll
public class CouncilPaperView extends View implements BeforeEnterObserver {
  private static final int MOST = 500;

  /** Stages in which it is decided or taken back. */
  private static final Set<String> CLOSED =
      Set.of(
          "adopted", "amended", "recommended", "not-recommended", "rejected", "noted", "withdrawn");

  private final transient Files files;
  private final Div summary = Ui.div("ft-case-summary");
  private final Div act = Ui.div("ft-actions");
  private final ChainPath chain;
  private final Div main = Ui.div("ft-case-main");
  private final Section side = new Section();
  private final Span paper = new Span();
  private String id = "";

  CouncilPaperView(Desk desk, Files files) {
    super(desk, t("nav.council"));
    this.files = files;
    chain = new ChainPath(desk);
    addClassName("ft-case");
    side.addClassName("ft-case-side");
    side.getElement().setAttribute("aria-label", t("council.about"));
    addAction(paper);
    add(summary, act, chain, Ui.div("ft-case-columns", main, side));
    desk.onChange(this, streams -> streams.contains(id), this::draw);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get("paperId").orElse("");
    draw();
  }

  private Anchor download(PaperDetails found) {
    return Downloads.link(
        t("council.pdf"),
        PrintedPaper.file(found),
        Downloads.PDF,
        () -> {
          var now = desk.ask(new FindCouncilPaper(id));
          return now == null ? null : PrintedPaper.of(now);
        });
  }

  private void draw() {
    var found = desk.ask(new FindCouncilPaper(id));
    if (found == null) throw new NotFoundException();
    var row = found.row();
    paper.removeAll();
    paper.add(download(found));
    setHeading(row.number() == null ? row.title() : row.number() + " · " + row.title());
    summary.removeAll();
    summary.add(CouncilView.stage(row.stage()));
    if (row.originator() != null) summary.add(Ui.span("ft-quiet", row.originator()));
    if (row.nextBody() != null && row.nextOn() != null)
      summary.add(
          new Span(
              t("council.next-is", "body", row.nextBody(), "day", Formats.weekday(row.nextOn()))));
    var objection = new PaperObjections(desk, id, this::draw);
    objection.mark(summary);
    chain.show(id);
    main.removeAll();
    if (!found.consultations().isEmpty()) main.add(consultations(found.consultations()));
    main.add(resolution(found));
    objection.into(main);
    if (!found.notes().isEmpty()) main.add(notes(desk, found.notes()));
    text(main, t("council.reasons"), found.reasons());
    main.add(money(found));
    if (!found.cosigners().isEmpty()) main.add(cosigners(desk, found.cosigners()));
    if (!found.checks().isEmpty()) main.add(checks(desk, found.checks()));
    var history = new Timeline(desk, false, false);
    history.show(desk.ask(new FindStreamHistory(id, MOST)).reversed());
    main.add(Ui.section(t("case.history"), history));
    drawSide(found);
  }

  private void drawSide(PaperDetails found) {
    side.removeAll();
    act.removeAll();
    var cases =
        desk.ask(new FindCasesOf(id)).stream().filter(row -> row.caseKey().equals(id)).toList();
    for (var row : cases) next(row);
    if (!CLOSED.contains(found.row().stage())) change(found, cases);
    else if (desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD)) {
      act.add(Ui.quiet(t("council.add-note"), this::note));
      new PaperObjections(desk, id, this::draw).offer(act, found);
    }
    side.add(about(found));
    for (var row : cases) {
      var annexes = new Attachments(desk, files, row.caseId());
      annexes.show(desk.ask(new FindCaseHistory(row.caseId(), null, MOST)));
      side.add(Ui.section(t("council.annexes"), annexes));
    }
    related(found);
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (var row : desk.ask(new FindCasesOf(id)))
      list.add(
          new ListItem(
              Ui.link(
                  "cases/" + row.caseId(),
                  row.title() == null ? desk.workflow(row.model()) : row.title()),
              CaseChips.state(row)));
    side.add(Ui.section(t("nav.cases"), list));
  }

  /** What is to be done with the paper now, and the way there for whoever may do it. */
  private void next(CaseRow row) {
    var details = desk.ask(new FindCase(row.caseId(), null));
    if (details == null || details.tasks().isEmpty()) return;
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (var task : details.tasks()) list.add(task(task));
    details.tasks().stream()
        .filter(task -> task.mine() || task.claimable())
        .findFirst()
        .ifPresent(
            task ->
                act.add(
                    Ui.primary(
                        called(task), () -> UI.getCurrent().navigate("work/" + task.taskId()))));
    side.add(Ui.section(t("council.to-do"), list));
  }

  /** Takes it back or puts its next consultation off, at any time before it is decided. */
  private void change(PaperDetails found, List<CaseRow> cases) {
    boolean registered = found.row().stage().equals("registered");
    if (registered && desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD))
      act.add(Ui.quiet(t("council.postpone"), () -> postpone(found)));
    if (desk.has(Role.OFFICE_LEAD))
      cases.stream()
          .filter(row -> row.endedAt() == null)
          .findFirst()
          .ifPresent(row -> act.add(Ui.quiet(t("council.withdraw"), () -> withdraw(row.caseId()))));
  }

  private void withdraw(String caseId) {
    var reason = Inputs.required(Inputs.text(t("meeting.reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("council.withdraw"),
        t("council.withdraw"),
        () -> desk.send(new CancelCase(caseId, reason.getValue().strip())),
        this::draw,
        new Paragraph(t("council.withdraw-help")),
        reason);
  }

  private void postpone(PaperDetails found) {
    var day = Inputs.required(Inputs.day(t("council.postponed-to"), null), "day-missing");
    var reason = Inputs.required(Inputs.text(t("meeting.reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("council.postpone"),
        t("council.postpone-act"),
        () ->
            desk.send(
                new PostponeConsultation(
                    id, Inputs.needed(day), reason.getValue(), found.openMotion())),
        this::draw,
        new Paragraph(t("council.postpone-help", "body", String.valueOf(found.row().nextBody()))),
        day,
        reason);
  }

  private void note() {
    var text = Inputs.required(Inputs.text(t("council.note")), "note-empty");
    var reason = Inputs.required(Inputs.text(t("meeting.reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("council.add-note"),
        t("council.add-note"),
        () -> desk.send(new AddCouncilNote(id, text.getValue(), reason.getValue())),
        this::draw,
        new Paragraph(t("council.note-help")),
        text,
        reason);
  }

  static Section notes(Desk desk, List<NoteRow> rows) {
    var names = desk.names();
    var section = Ui.section(t("council.notes"), Ui.span("ft-quiet", t("council.note-help")));
    for (var row : rows) {
      var text = new Div(row.text());
      text.addClassName("ft-quote");
      section.add(
          text,
          Ui.span(
              "ft-quiet",
              t(
                  "council.noted",
                  "name",
                  Desk.name(names, row.by()),
                  "at",
                  Formats.dateTime(row.at()),
                  "reason",
                  row.reason())));
    }
    return section;
  }

  private static String called(TaskRow task) {
    return Words.name(task.name()) + (task.subject() == null ? "" : " – " + task.subject());
  }

  private ListItem task(TaskRow task) {
    var name = called(task);
    var item = new ListItem();
    if (task.mine() || task.claimable()) {
      var way = Ui.link("work/" + task.taskId(), name);
      way.addClassName("ft-strong");
      item.add(way);
    } else item.add(new Span(name));
    if (task.dueAt() != null) item.add(Ui.span("ft-quiet", Formats.dueExactly(task.dueAt())));
    return item;
  }

  static Section consultations(List<ConsultationRow> rows) {
    var table =
        table(t("council.body"), t("council.purpose"), t("council.meeting"), t("council.result"));
    var body = new NativeTableBody();
    for (var row : rows) {
      var called =
          new NativeTableCell(
              Ui.div(
                  "ft-lines",
                  new Span(row.body()),
                  Ui.span(
                      "ft-quiet",
                      t(row.open() ? "council.open" : "council.closed")
                          + (Boolean.TRUE.equals(row.municipal())
                              ? " · " + t("council.municipal")
                              : ""))));
      var day =
          new NativeTableCell(Formats.date(row.heldOn() == null ? row.plannedOn() : row.heldOn()));
      day.addClassName("ft-nowrap");
      body.add(
          new NativeTableRow(
              called,
              new NativeTableCell(Words.code("council-purpose", row.purpose())),
              day,
              new NativeTableCell(result(row))));
    }
    table.add(body);
    return Ui.section(t("council.consultations"), Ui.scroll(table));
  }

  private static Component result(ConsultationRow row) {
    if (row.result() == null)
      return row.postponedBecause() == null
          ? Ui.chip(Ui.Tone.PLAIN, t("council.planned"))
          : Ui.div(
              "ft-lines",
              Ui.chip(Ui.Tone.ATTENTION, t("council.postponed")),
              Ui.span("ft-quiet", row.postponedBecause()));
    var tone =
        switch (row.result()) {
          case "rejected" -> Ui.Tone.BAD;
          default -> Ui.Tone.GOOD;
        };
    var lines =
        Ui.div(
            "ft-lines",
            Ui.chip(tone, Words.code("council-result", row.purpose() + "-" + row.result())));
    if (row.amendedText() != null) lines.add(Ui.span("ft-text", row.amendedText()));
    if (row.amendedCents() != null) lines.add(new Span(Formats.euros(row.amendedCents())));
    if (row.motionId() != null) lines.add(Ui.to("motions/" + row.motionId(), t("council.to-vote")));
    if (row.reference() != null) lines.add(Ui.span("ft-quiet", row.reference()));
    return lines;
  }

  static Section resolution(PaperDetails found) {
    var proposal = new Div(found.proposal() == null ? t("council.no-text") : found.proposal());
    proposal.addClassName("ft-proposal");
    var section = Ui.section(t("council.proposal"), proposal);
    if (!found.variants().isEmpty()) {
      var variants = new OrderedList();
      for (var variant : found.variants()) variants.add(new ListItem(variant));
      section.add(Ui.div("ft-lines", Ui.span("ft-strong", t("council.variants")), variants));
    }
    if (found.resolvedCents() != null && found.resolvedCents() != 0)
      section.add(
          new Paragraph(t("council.resolved-sum", "amount", Formats.euros(found.resolvedCents()))));
    if (found.reason() != null)
      section.add(new Paragraph(t("council.withdrawn-because", "reason", found.reason())));
    return section;
  }

  static Section money(PaperDetails found) {
    var section = Ui.section(t("council.effects"));
    long total = found.row().totalCents() == null ? 0 : found.row().totalCents();
    if (found.years().isEmpty())
      section.add(
          new Paragraph(
              total == 0
                  ? t("council.no-costs")
                  : t("council.total-only", "amount", Formats.euros(total))));
    else {
      var table = table(t("council.year"), t("council.amount"));
      Ui.amounts(table, 1, 1);
      var body = new NativeTableBody();
      for (var year : found.years())
        body.add(line(Integer.toString(year.year()), Formats.euros(year.amountCents())));
      var sum = line(t("council.total"), Formats.euros(total));
      sum.addClassName("ft-sum");
      body.add(sum);
      table.add(body);
      section.add(Ui.scroll(table));
    }
    var facts = Ui.facts();
    if (found.cover() != null) Ui.fact(facts, t("council.cover"), found.cover());
    Ui.fact(
        facts,
        t("council.staff"),
        found.staffEffects() == null ? t("council.no-staff") : found.staffEffects());
    section.add(facts);
    return section;
  }

  private static NativeTableRow line(String name, String amount) {
    var cell = new NativeTableCell(amount);
    cell.addClassName("ft-amount");
    return new NativeTableRow(new NativeTableCell(name), cell);
  }

  static Section cosigners(Desk desk, List<CosignerRow> rows) {
    var names = desk.names();
    var table = table(t("council.department"), t("council.cosignature"), t("council.statement"));
    var body = new NativeTableBody();
    for (var row : rows) {
      var who = new NativeTableCell(Ui.div("ft-lines", new Span(row.department())));
      if (row.signedBy() != null && row.signedAt() != null)
        who =
            new NativeTableCell(
                Ui.div(
                    "ft-lines",
                    new Span(row.department()),
                    Ui.span(
                        "ft-quiet",
                        Desk.name(names, row.signedBy()) + ", " + Formats.date(row.signedAt()))));
      body.add(
          new NativeTableRow(
              who,
              new NativeTableCell(agreement(row.agrees())),
              new NativeTableCell(row.statement() == null ? "–" : row.statement())));
    }
    table.add(body);
    return Ui.section(t("council.cosigners"), Ui.scroll(table));
  }

  private static Span agreement(@Nullable Boolean agrees) {
    if (agrees == null) return Ui.chip(Ui.Tone.ATTENTION, t("council.awaited"));
    return agrees
        ? Ui.chip(Ui.Tone.GOOD, t("council.signed"))
        : Ui.chip(Ui.Tone.BAD, t("council.objected"));
  }

  static Section checks(Desk desk, List<CheckRow> rows) {
    var facts = Ui.facts();
    var names = desk.names();
    for (var row : rows) {
      var value =
          Ui.div(
              "ft-lines",
              row.passed()
                  ? Ui.chip(Ui.Tone.GOOD, t("council.passed"))
                  : Ui.chip(Ui.Tone.BAD, t("council.found")));
      if (row.statement() != null) value.add(new Span(row.statement()));
      if (row.by() != null) value.add(Ui.span("ft-quiet", Desk.name(names, row.by())));
      Ui.fact(facts, Words.code("council-check", row.check()), value);
    }
    return Ui.section(t("council.checks"), facts);
  }

  static Section about(PaperDetails found) {
    var facts = Ui.facts();
    if (found.datedOn() != null) Ui.fact(facts, t("council.dated"), Formats.date(found.datedOn()));
    if (found.fileReference() != null)
      Ui.fact(facts, t("council.file-reference"), found.fileReference());
    if (found.row().originator() != null)
      Ui.fact(facts, t("council.originator"), found.row().originator());
    if (found.row().decidedOn() != null)
      Ui.fact(facts, t("council.decided"), Formats.date(found.row().decidedOn()));
    if (found.reference() != null) Ui.fact(facts, t("council.reference"), found.reference());
    if (found.motionId() != null)
      Ui.fact(
          facts,
          t("council.resolution"),
          Ui.to("motions/" + found.motionId(), t("council.to-vote")));
    return Ui.section(t("council.about"), facts);
  }

  private void related(PaperDetails found) {
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    var original = found.original();
    if (original != null)
      list.add(new ListItem(Ui.span("ft-quiet", t("council.supplements")), link(original)));
    for (var each : found.supplements()) list.add(new ListItem(link(each)));
    var section = Ui.section(t("council.supplement-heading"), list);
    var number = found.row().number();
    if (number != null && original == null && desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD)) {
      var way = new Anchor(supplement(number, found.row().title()), t("council.supplement"));
      way.setRouterIgnore(false);
      section.add(way);
    }
    if (list.getChildren().findAny().isPresent() || section.getChildren().count() > 2)
      side.add(section);
  }

  private static String supplement(String number, String title) {
    return "start/council-paper?"
        + QueryParameters.simple(
                Map.of("originalNumber", number, "title", t("council.supplement-to") + title))
            .getQueryString();
  }

  private static Anchor link(Related paper) {
    return Ui.link(
        "council/" + paper.paperId(),
        paper.number() == null ? paper.title() : paper.number() + " " + paper.title());
  }

  private static NativeTable table(String... headings) {
    var table = Ui.table("", headings);
    table.addClassName("ft-order");
    table.removeCaption();
    table.removeBody();
    return table;
  }

  static void text(Div into, String title, @Nullable String words) {
    if (words != null && !words.isBlank())
      into.add(Ui.div("ft-text", Ui.section(title, new Paragraph(words))));
  }
}
