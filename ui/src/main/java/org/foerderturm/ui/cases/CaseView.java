package org.foerderturm.ui.cases;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.foerderturm.audit.AuditQuery.FindCaseHistory;
import org.foerderturm.audit.AuditQuery.HistoryRow;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.Files;
import org.foerderturm.process.ProcessCommand.CancelCase;
import org.foerderturm.ui.chain.ChainPath;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Range;
import org.foerderturm.ui.common.Sentences;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.foerderturm.ui.diagram.Diagram;
import org.jspecify.annotations.Nullable;

/**
 * One case: how it stands, the diagram with its tokens, what happened. The slider goes back to any
 * step of its past; the position stands in the URL ({@code ?at=}).
 */
@Route("cases/:caseId")
@PermitAll
public class CaseView extends View implements BeforeEnterObserver {
  private static final int MOST = 500;
  private final transient Files files;
  private final transient Subject subjects;
  private final Div summary = Ui.div("ft-case-summary");
  private final ChainPath chain;
  private final Diagram diagram;
  private final Div past = Ui.div("ft-past");
  private final Timeline timeline;
  private final Div side = new Div();
  private final Div talk = new Div();
  private final Section selected = new Section();
  private transient List<Long> steps = List.of();
  private transient List<HistoryRow> history = List.of();
  private String caseId = "";
  private @Nullable Long at;

  CaseView(Desk desk, Files files, Subject subjects) {
    super(desk, t("case.title"));
    chain = new ChainPath(desk);
    this.files = files;
    this.subjects = subjects;
    diagram = new Diagram(desk, false);
    timeline = new Timeline(desk, false, false);
    addClassName("ft-case");
    selected.addClassName("ft-selected");
    var beside = new Section(side);
    beside.addClassName("ft-case-side");
    beside.getElement().setAttribute("aria-label", t("case.side"));
    var middle =
        Ui.div("ft-case-main", past, diagram, selected, Ui.section(t("case.history"), timeline));
    add(summary, chain, Ui.div("ft-case-columns", middle, beside));
    diagram.onChoose(this::choose);
    desk.onChange(this, streams -> streams.contains(caseId), () -> load(false));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    caseId = event.getRouteParameters().get("caseId").orElse("");
    at =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter("at")
            .filter(number -> number.matches("\\d{1,18}"))
            .map(Long::valueOf)
            .orElse(null);
    load(true);
  }

  private void load(boolean everything) {
    var details = desk.ask(new FindCase(caseId, at));
    if (details == null) throw new NotFoundException();
    history = desk.ask(new FindCaseHistory(caseId, null, MOST));
    steps =
        history.stream()
            .filter(row -> row.type().equals("CaseAdvanced") && caseId.equals(row.stream()))
            .map(HistoryRow::position)
            .sorted()
            .toList();
    setHeading(
        details.row().title() == null
            ? desk.workflow(details.row().model())
            : details.row().title());
    drawSummary(details);
    chain.showOfCase(details.row().caseKey());
    drawPast();
    if (at == null) diagram.showCase(details, null);
    else diagram.showCase(details, null, moment(details));
    var known = details.position();
    timeline.show(
        at == null ? history : history.stream().filter(row -> row.position() <= known).toList());
    drawSide(details, everything);
  }

  private void drawSummary(CaseDetails details) {
    var row = details.row();
    summary.removeAll();
    summary.add(CaseChips.state(row), new Span(desk.workflow(row.model())));
    if (row.endedAt() == null)
      summary.add(
          Ui.time(
              row.startedAt(),
              t("case.since", "time", Formats.since(row.startedAt(), moment(details)))));
    else
      summary.add(
          Ui.time(row.endedAt(), t("case.ended-at", "at", Formats.dateTime(row.endedAt()))));
    details.tasks().stream()
        .filter(task -> task.dueAt() != null)
        .min(Comparator.comparing(task -> java.util.Objects.requireNonNull(task.dueAt())))
        .ifPresent(
            task ->
                summary.add(
                    new Span(
                        t(
                            "case.next",
                            "task",
                            Words.name(task.name()),
                            "due",
                            Formats.dueExactly(
                                java.util.Objects.requireNonNull(task.dueAt()),
                                moment(details))))));
  }

  /** The past is told with its own clock: what was overdue then, not what it would be by now. */
  private Instant moment(CaseDetails details) {
    return at == null ? Instant.now() : details.row().movedAt();
  }

  /** The steps of the case as a slider, and what happened at the step that is shown. */
  private void drawPast() {
    past.removeAll();
    if (steps.size() < 2) return;
    int last = steps.size() - 1;
    var asOf = at;
    int now = asOf == null ? last : (int) steps.stream().filter(step -> step <= asOf).count() - 1;
    int here = Math.max(0, now);
    var range = new Range(last, here);
    range.setAriaLabel(t("case.steps"));
    var row = rowAt(steps.get(here));
    var sentences = new Sentences(desk);
    var words =
        row == null
            ? ""
            : Formats.dateTime(row.at()) + " · " + Timeline.cause(sentences, history, row);
    range.setValueText(words);
    range.addValueChangeListener(
        moved -> {
          if (moved.isFromClient()) step(range.at());
        });
    var before = stepButton(VaadinIcon.ANGLE_LEFT, "case.step-back", here - 1, here > 0);
    var after = stepButton(VaadinIcon.ANGLE_RIGHT, "case.step-on", here + 1, here < last);
    var line = Ui.div("ft-past-line", before, range, after);
    if (asOf != null) line.add(Ui.quiet(t("case.now"), () -> step(last)));
    var said = new Paragraph(t("case.step", "number", here + 1, "of", last + 1, "what", words));
    said.addClassName(asOf == null ? "ft-quiet" : "ft-as-of");
    said.getElement().setAttribute("role", "status");
    past.add(line, said);
    if (asOf != null) past.add(Ui.span("ft-quiet", t("case.past-rest")));
  }

  private Button stepButton(VaadinIcon icon, String key, int to, boolean possible) {
    var button = new Button(Ui.icon(icon), click -> step(to));
    button.addThemeNames("icon", "tertiary");
    button.setAriaLabel(t(key));
    button.setEnabled(possible);
    return button;
  }

  private void step(int to) {
    var query =
        to >= steps.size() - 1
            ? QueryParameters.empty()
            : QueryParameters.simple(Map.of("at", Long.toString(steps.get(to))));
    UI.getCurrent().navigate("cases/" + caseId, query);
  }

  private @Nullable HistoryRow rowAt(long position) {
    return history.stream().filter(row -> row.position() == position).findFirst().orElse(null);
  }

  private void drawSide(CaseDetails details, boolean everything) {
    side.removeAll();
    if (!details.tasks().isEmpty()) {
      var list = new UnorderedList();
      list.addClassName("ft-plain-list");
      details.tasks().forEach(task -> list.add(task(task, moment(details))));
      side.add(Ui.section(t("case.tasks"), list));
    }
    if (!details.incidents().isEmpty()) {
      var list = new UnorderedList();
      var sentences = new Sentences(desk);
      var model = details.row().model().definitionId();
      details
          .incidents()
          .forEach(
              i -> list.add(new ListItem(sentences.incident(model, i.elementId(), i.message()))));
      side.add(Ui.section(t("case.incidents"), list));
    }
    side.add(Ui.section(t("task.facts"), new CaseFacts(desk, subjects, details, at != null)));
    var related = new ArrayList<>(desk.ask(new FindCasesOf(details.row().caseKey())));
    related.removeIf(row -> row.caseId().equals(caseId));
    if (!related.isEmpty()) {
      var list = new UnorderedList();
      list.addClassName("ft-plain-list");
      for (var row : related)
        list.add(
            new ListItem(
                Ui.link(
                    "cases/" + row.caseId(),
                    row.title() == null ? desk.workflow(row.model()) : row.title()),
                CaseChips.state(row)));
      side.add(Ui.section(t("case.related"), list));
    }
    if (everything) {
      talk.removeAll();
      var attachments = new Attachments(desk, files, caseId);
      var said = new Talk(desk, caseId, null);
      attachments.show(history);
      said.show(history);
      talk.add(Ui.section(t("task.files"), attachments), Ui.section(t("task.talk"), said));
    } else {
      talk.getChildren()
          .flatMap(section -> section.getChildren())
          .forEach(
              part -> {
                if (part instanceof Attachments attachments) attachments.show(history);
                if (part instanceof Talk said) said.show(history);
              });
    }
    side.add(talk, ids(details));
    if (desk.has(Role.OFFICE_LEAD) && details.row().endedAt() == null && at == null)
      side.add(Ui.quiet(t("case.cancel"), this::cancel));
  }

  private ListItem task(TaskRow task, Instant now) {
    var who =
        task.assignee() != null ? desk.holder(task.assignee()) : Words.roles(task.candidates());
    var name = Words.name(task.name()) + (task.subject() == null ? "" : " – " + task.subject());
    var item = new ListItem();
    item.add(
        at == null && (task.mine() || task.claimable())
            ? Ui.link("work/" + task.taskId(), name)
            : Ui.span("ft-strong", name));
    item.add(
        Ui.span(
            "ft-quiet",
            t("case.waits-for", "who", who, "since", Formats.since(task.openedAt(), now))));
    if (at != null && task.dueAt() != null)
      item.add(Ui.span("ft-quiet", Formats.dueExactly(task.dueAt(), now)));
    return item;
  }

  /** Shows who did what at the element that was clicked. */
  private void choose(String elementId) {
    selected.removeAll();
    var rows = history.stream().filter(row -> touches(row, elementId)).toList();
    var title = diagram.nameOf(elementId);
    var list = new Timeline(desk, true, false);
    list.show(rows);
    var close = Ui.quiet(t("action.close"), selected::removeAll);
    selected.add(Ui.section(t("case.at", "name", title), list), close);
  }

  private static boolean touches(HistoryRow row, String elementId) {
    var payload = row.payload();
    if (payload.path("taskKey").asText().equals(elementId)) return true;
    for (var side : new String[] {"entered", "left"})
      for (var token : payload.path(side))
        if (token.path("elementId").asText().equals(elementId)) return true;
    return false;
  }

  private static Details ids(CaseDetails details) {
    var facts = Ui.facts();
    Ui.fact(facts, "caseId", details.row().caseId());
    Ui.fact(facts, "caseKey", details.row().caseKey());
    Ui.fact(facts, "definitionId", details.row().model().definitionId());
    Ui.fact(facts, t("case.position"), Formats.number(details.position()));
    var ids = new Details(t("history.details"), facts);
    ids.addClassNames("ft-fold", "ft-unprinted");
    return ids;
  }

  private void cancel() {
    var reason = new TextArea(t("case.cancel-reason"));
    reason.setWidthFull();
    reason.setRequiredIndicatorVisible(true);
    var dialog = new Dialog(t("case.cancel"));
    dialog.add(new Paragraph(t("case.cancel-help")), reason);
    var act =
        Ui.primary(
            t("case.cancel"),
            () -> {
              if (reason.getValue().isBlank()) {
                reason.setErrorMessage(t("form.reason.required"));
                reason.setInvalid(true);
                reason.focus();
                return;
              }
              try {
                desk.send(new CancelCase(caseId, reason.getValue().strip()));
                dialog.close();
                load(true);
              } catch (Rejected no) {
                reason.setErrorMessage(desk.refusal(no));
                reason.setInvalid(true);
              }
            });
    act.addThemeNames("error");
    dialog.getFooter().add(Ui.quiet(t("action.back"), dialog::close), act);
    dialog.open();
  }
}
