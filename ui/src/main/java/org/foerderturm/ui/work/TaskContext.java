package org.foerderturm.ui.work;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.function.Supplier;
import org.foerderturm.audit.AuditQuery.FindCaseHistory;
import org.foerderturm.audit.AuditQuery.HistoryRow;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.process.Files;
import org.foerderturm.ui.cases.Attachments;
import org.foerderturm.ui.cases.CaseFacts;
import org.foerderturm.ui.cases.Subject;
import org.foerderturm.ui.cases.Talk;
import org.foerderturm.ui.cases.Timeline;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.diagram.Diagram;

/** Beside the form: facts, diagram, history, files and talk of the case; each made when opened. */
final class TaskContext extends Section {
  private static final int RECENT = 100;
  private final transient Desk desk;
  private final transient TaskRow task;
  private final transient Subject subjects;
  private final Div choices = new Div();
  private final Div place = Ui.div("ft-context-tab");

  TaskContext(Desk desk, Files files, Subject subjects, TaskRow task) {
    this.desk = desk;
    this.subjects = subjects;
    this.task = task;
    addClassName("ft-context");
    getElement().setAttribute("aria-label", t("task.context"));
    choices.addClassName("ft-boxes");
    choices.getElement().setAttribute("role", "group");
    choices.getElement().setAttribute("aria-label", t("task.context"));
    add(choices, place);
    var first = choice("task.facts", this::facts);
    choice("task.diagram", this::diagram);
    choice("task.history", this::history);
    choice("task.files", () -> files(files));
    choice("task.talk", this::talk);
    open(first, this::facts);
  }

  private NativeButton choice(String key, Supplier<Component> content) {
    var button = new NativeButton(t(key));
    button.addClassName("ft-box");
    button.getElement().setAttribute("aria-pressed", "false");
    button.addClickListener(click -> open(button, content));
    choices.add(button);
    return button;
  }

  private void open(NativeButton chosen, Supplier<Component> content) {
    choices
        .getChildren()
        .forEach(
            each ->
                each.getElement()
                    .setAttribute("aria-pressed", Boolean.toString(each.equals(chosen))));
    place.removeAll();
    place.add(Ui.unseen(chosen.getText()), content.get());
  }

  private Component facts() {
    var details = desk.ask(new FindCase(task.caseId(), null));
    return details == null ? new Div() : new CaseFacts(desk, subjects, details, false);
  }

  private Component diagram() {
    var details = desk.ask(new FindCase(task.caseId(), null));
    if (details == null) return new Div();
    var diagram = new Diagram(desk, true);
    diagram.showCase(details, task.taskKey());
    desk.onChange(
        diagram,
        streams -> streams.contains(task.caseId()),
        () -> {
          var now = desk.ask(new FindCase(task.caseId(), null));
          if (now != null) diagram.showCase(now, task.taskKey());
        });
    return diagram;
  }

  private Component history() {
    var timeline = new Timeline(desk, true, false);
    live(timeline, () -> timeline.show(recent()));
    return timeline;
  }

  private Component files(Files files) {
    var attachments = new Attachments(desk, files, task.caseId());
    live(attachments, () -> attachments.show(recent()));
    return attachments;
  }

  private Component talk() {
    var talk = new Talk(desk, task.caseId(), task.taskId());
    live(talk, () -> talk.show(recent()));
    return talk;
  }

  private void live(Component component, Runnable show) {
    show.run();
    desk.onChange(component, streams -> streams.contains(task.caseId()), show);
  }

  private List<HistoryRow> recent() {
    return desk.ask(new FindCaseHistory(task.caseId(), null, RECENT));
  }
}
