package org.foerderturm.ui.work;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Section;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foerderturm.cases.CaseQuery.TaskDetails;
import org.foerderturm.ui.cases.Subject;
import org.foerderturm.ui.cases.Subject.Asked;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Ui;

/** What a task asks about, before it asks; drawn anew when that changes. */
final class TaskSubject extends Section {
  private final transient Subject subjects;
  private final transient Asked asked;

  TaskSubject(Desk desk, Subject subjects, Asked asked) {
    this.subjects = subjects;
    this.asked = asked;
    addClassName("ft-subject");
    getElement().setAttribute("aria-label", t("task.subject"));
    draw();
    desk.onChange(
        this,
        streams -> streams.stream().anyMatch(stream -> stream.startsWith(asked.id())),
        this::draw);
  }

  /** Nothing if the model doesn't say what it is about. */
  static Stream<TaskSubject> of(Desk desk, Subject subjects, TaskDetails task) {
    return Asked.by(desk, task)
        .map(asked -> new TaskSubject(desk, subjects, asked))
        .filter(drawn -> drawn.getComponentCount() > 1)
        .stream();
  }

  /** What somebody opened stays open. */
  private void draw() {
    var open =
        folds().filter(Details::isOpened).map(Details::getSummaryText).collect(Collectors.toSet());
    removeAll();
    add(Ui.unseen(t("task.subject")));
    subjects.section(asked, this::draw).forEach(this::add);
    folds().forEach(fold -> fold.setOpened(open.contains(fold.getSummaryText())));
  }

  private Stream<Details> folds() {
    return getChildren().filter(Details.class::isInstance).map(Details.class::cast);
  }
}
