package org.foerderturm.ui.work;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.foerderturm.audit.AuditQuery.FindCaseHistory;
import org.foerderturm.audit.AuditQuery.HistoryRow;
import org.foerderturm.calendar.Due;
import org.foerderturm.cases.CaseQuery.FindTask;
import org.foerderturm.cases.CaseQuery.TaskDetails;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.form.Drafts;
import org.foerderturm.form.FormSchema;
import org.foerderturm.kernel.ChangedMeanwhile;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.Files;
import org.foerderturm.process.ModelQuery.FindForm;
import org.foerderturm.process.ProcessCommand.ClaimTask;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.foerderturm.process.ProcessCommand.ReleaseTask;
import org.foerderturm.ui.cases.Subject;
import org.foerderturm.ui.cases.Timeline;
import org.foerderturm.ui.common.Choosing;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.FormWords;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.PaperWay;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.foerderturm.ui.form.FormPanel;
import org.jspecify.annotations.Nullable;

/** One task: the question in the middle, what one must know beside it, the decision below. */
final class TaskPanel extends Div {
  private static final int MOST = 500;
  private final transient Desk desk;
  private final transient Drafts drafts;
  private final transient TaskDetails task;
  private final transient Consumer<TaskDetails> completed;
  private final transient Runnable moved;
  private final Div refusal = Ui.div("ft-refusal");
  private final Span draft = Ui.span("ft-quiet", "");
  private final Div state = Ui.div("ft-contents");
  private @Nullable Outcomes outcomes;
  private boolean over;
  private boolean lost;
  private transient TaskRow shown;
  private @Nullable FormPanel form;

  /** What the form began with, so that what others wrote since is seen before it is replaced. */
  private transient Map<String, Object> seen = Map.of();

  private String key = UUID.randomUUID().toString();

  private final Div title = new Div();

  /**
   * @param completed called after this person completed the task
   * @param moved called after a claim or release
   */
  TaskPanel(
      Desk desk,
      Drafts drafts,
      Files files,
      Subject subjects,
      TaskDetails task,
      Consumer<TaskDetails> completed,
      Runnable moved) {
    this.desk = desk;
    this.drafts = drafts;
    this.task = task;
    this.shown = task.row();
    this.completed = completed;
    this.moved = moved;
    addClassName("ft-task");
    title.addClassName("ft-task-title");
    refusal.getElement().setAttribute("role", "alert");
    add(header());
    if (task.closed() == null) TaskSubject.of(desk, subjects, task).forEach(this::add);
    add(Ui.div("ft-task-columns", work(), new TaskContext(desk, files, subjects, task.row())));
  }

  /** Shows that the task went on while it was open here; what was typed can still be read. */
  void refresh() {
    if (over || task.closed() != null) return;
    var now = desk.ask(new FindTask(task.row().taskId()));
    if (now == null) return;
    if (now.closed() != null) close(now);
    else if (!Objects.equals(now.row().assignee(), shown.assignee())) hold(now.row());
  }

  /** Somebody took it or gave it back. */
  private void hold(TaskRow now) {
    boolean could = isMine(shown);
    shown = now;
    state.removeAll();
    if (now.dueAt() != null) state.add(due());
    state.add(holder());
    if (could && !isMine(now) && now.assignee() != null) {
      lost = true;
      lock();
      tell(
          new Paragraph(t("task.taken", "name", Desk.name(desk.names(), now.assignee()))),
          nextSteps());
    } else if (lost && isMine(now)) {
      moved.run(); // what was typed until then is the draft
    }
  }

  private static boolean isMine(TaskRow row) {
    return row.mine() || row.claimable();
  }

  private void lock() {
    draft.setText("");
    if (outcomes != null) outcomes.removeFromParent();
    if (form != null) form.setReadOnly();
  }

  private void tell(Component... words) {
    var note = Ui.div("ft-over", words);
    note.getElement().setAttribute("role", "status");
    addComponentAtIndex(1, note);
  }

  private void close(TaskDetails now) {
    over = true;
    state.removeAll();
    state.add(Ui.chip(Ui.Tone.GOOD, t("task.closed")));
    refusal.removeAll();
    lock();
    var said = new ArrayList<Component>(List.of(new Paragraph(closedWords(now))));
    if (form != null) said.add(new Paragraph(t("task.not-sent")));
    said.add(nextSteps());
    tell(said.toArray(Component[]::new));
  }

  /** The way to its paper stands beside its name. */
  void addPaper(PaperWay paper) {
    title.add(paper);
  }

  private Header header() {
    var row = task.row();
    title.add(new H1(Words.name(row.name())));
    if (row.subject() != null && !row.subject().equals(row.caseTitle()))
      title.add(Ui.span("ft-task-subject", row.subject()));
    var line = Ui.div("ft-task-line");
    line.add(
        Ui.link(
            "cases/" + row.caseId(),
            row.caseTitle() == null ? desk.workflow(row.model()) : row.caseTitle()));
    if (row.dueAt() != null && task.closed() == null) state.add(due());
    state.add(holder());
    line.add(state);
    var header = new Header(title, line);
    header.addClassName("ft-task-header");
    return header;
  }

  private Component due() {
    var dueAt = shown.dueAt();
    if (dueAt == null) return new Span();
    boolean late = Due.isOverdue(dueAt, java.time.Instant.now());
    return Ui.chip(late ? Ui.Tone.BAD : Ui.Tone.ATTENTION, Formats.dueExactly(dueAt));
  }

  private Component holder() {
    var row = shown;
    if (task.closed() != null) return Ui.chip(Ui.Tone.GOOD, t("task.closed"));
    if (row.mine()) {
      var holder = Ui.div("ft-holder", Ui.chip(Ui.Tone.RUNNING, t("task.mine")));
      if (!row.candidates().isEmpty())
        holder.add(Ui.quiet(t("task.release"), () -> move(new ReleaseTask(row.taskId()))));
      return holder;
    }
    if (row.assignee() != null) {
      var with = Ui.chip(Ui.Tone.PLAIN, t("task.with", "name", desk.holder(row.assignee())));
      boolean stuck = desk.isLocked(row.assignee()) && !row.candidates().isEmpty();
      return stuck && desk.has(Role.OFFICE_LEAD)
          ? Ui.div(
              "ft-holder",
              with,
              Ui.quiet(t("task.release"), () -> move(new ReleaseTask(row.taskId()))))
          : with;
    }
    var holder = Ui.div("ft-holder", Ui.chip(Ui.Tone.PLAIN, Words.roles(row.candidates())));
    if (row.claimable())
      holder.add(Ui.quiet(t("task.claim"), () -> move(new ClaimTask(row.taskId()))));
    return holder;
  }

  private Div work() {
    var work = Ui.div("ft-task-work");
    if (task.closed() != null) {
      work.add(told(), nextSteps());
      return work;
    }
    var json = task.form() == null ? null : desk.ask(new FindForm(task.form(), task.formVersion()));
    var schema =
        json == null ? new FormSchema("none", java.util.List.of()) : FormSchema.parse(json);
    var known = new LinkedHashMap<>(task.variables());
    known.remove("outcome"); // of an earlier task: what it hid or showed is no matter here
    if (task.row().subject() != null) known.putIfAbsent("subject", task.row().subject());
    boolean can = task.row().mine() || task.row().claimable();
    seen = new LinkedHashMap<>(schema.prefilled(task.variables()));
    var values = new LinkedHashMap<>(seen);
    var kept = can ? drafts.find(task.row().taskId(), desk.actor().userId()) : null;
    if (kept != null && kept.isPresent()) {
      goOn(kept.get(), values);
      draft.setText(t("draft.restored", "when", Formats.ago(kept.get().keptAt())));
    }
    var panel = new FormPanel(schema, known, desk, values, this::keep);
    form = panel;
    work.add(panel, refusal);
    if (can) {
      outcomes = new Outcomes(panel, schema, t("task.complete"), outcome -> complete(panel));
      work.add(outcomes);
      work.add(Ui.div("ft-draft", draft));
    } else {
      panel.setReadOnly();
      work.add(new Paragraph(t("task.not-yours")));
    }
    return work;
  }

  /** With what was typed; what was only found there is as it is now. */
  private void goOn(Drafts.Draft kept, Map<String, Object> values) {
    var before = kept.seen() == null ? seen : kept.seen();
    for (var typed : kept.values().entrySet()) {
      var name = typed.getKey();
      var found = before.get(name);
      if (typed.getValue().equals(found)) continue;
      values.put(name, typed.getValue());
      if (found == null) seen.remove(name);
      else seen.put(name, found);
    }
  }

  /** What was decided and entered, and what followed; else who finished it and when. */
  private Component told() {
    var history = desk.ask(new FindCaseHistory(task.row().caseId(), null, MOST));
    var correlation =
        history.stream()
            .filter(row -> row.type().equals("DecisionTaken"))
            .filter(row -> row.payload().path("taskId").asText().equals(task.row().taskId()))
            .findFirst()
            .map(HistoryRow::correlation);
    if (correlation.isEmpty()) return new Paragraph(closedWords(task));
    var told = new Timeline(desk, false, false);
    told.show(history.stream().filter(row -> row.correlation().equals(correlation.get())).toList());
    return told;
  }

  private Component nextSteps() {
    return Ui.to("cases/" + task.row().caseId(), t("case.open"));
  }

  /** What was refused was about the values before. */
  private void keep(Map<String, Object> values) {
    refusal.removeAll();
    drafts.keep(task.row().taskId(), desk.actor().userId(), values, seen);
    var time = Formats.time(java.time.Instant.now());
    draft.setText(t("draft.kept", "time", time));
    if (form != null) form.kept(time);
  }

  private void complete(FormPanel panel) {
    refusal.removeAll();
    try {
      desk.send(new CompleteTask(task.row().taskId(), panel.sendable(), seen), key);
    } catch (ChangedMeanwhile changed) {
      key = UUID.randomUUID().toString();
      Choosing.open(desk, changed, words(), this::completed);
      return;
    } catch (Rejected no) {
      key = UUID.randomUUID().toString();
      if (no.code().equals("form-invalid")) panel.showRefused(no.args());
      refuse(desk.refusal(no));
      return;
    }
    completed();
  }

  private void completed() {
    drafts.drop(task.row().taskId(), desk.actor().userId());
    completed.accept(task);
  }

  /** As the form calls its fields. */
  private Choosing.Told words() {
    var words = new FormWords(desk);
    return new Choosing.Told() {
      @Override
      public String label(String field) {
        return words.label(task.form(), task.formVersion(), field);
      }

      @Override
      public String value(String field, @Nullable Object value) {
        return words.value(task.form(), task.formVersion(), field, value);
      }
    };
  }

  private void move(Command command) {
    try {
      desk.send(command);
      moved.run();
    } catch (Rejected no) {
      refuse(desk.refusal(no));
    }
  }

  private void refuse(String words) {
    refusal.removeAll();
    refusal.add(Ui.icon(VaadinIcon.WARNING), new Span(words));
  }

  private String closedWords(TaskDetails closed) {
    var at = closed.closedAt() == null ? "" : Formats.dateTime(closed.closedAt());
    return "cancelled".equals(closed.closed())
        ? t("task.dropped", "at", at)
        : t("task.done-by", "name", Desk.name(desk.names(), closed.closedBy()), "at", at);
  }

  /** A heading for an empty place beside the list. */
  static Div placeholder(String title, String words) {
    return Ui.div("ft-empty", new H2(title), new Paragraph(words));
  }
}
