package org.foerderturm.ui.work;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.function.Consumer;
import org.foerderturm.audit.AuditQuery.FindCaseHistory;
import org.foerderturm.cases.CaseQuery.Box;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.cases.CaseQuery.FindTasks;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Sentences;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.foerderturm.ui.diagram.Diagram;
import org.jspecify.annotations.Nullable;

/** After a decision: what was decided, what followed, where to go on. */
final class DonePanel extends Div {
  private static final int SOME = 200;

  /**
   * @param open opens a task
   */
  DonePanel(Desk desk, TaskRow done, Consumer<TaskRow> open) {
    addClassName("ft-done-panel");
    var sentences = new Sentences(desk);
    var history = desk.ask(new FindCaseHistory(done.caseId(), null, 60));
    var decision =
        history.stream()
            .filter(row -> row.type().equals("DecisionTaken"))
            .filter(row -> row.payload().path("taskId").asText().equals(done.taskId()))
            .findFirst();
    var icon = Ui.icon(VaadinIcon.CHECK_CIRCLE);
    icon.addClassName("ft-done-icon");
    var said = new Paragraph(decision.map(sentences::of).orElseGet(() -> t("done.plain")));
    said.getElement().setAttribute("role", "status");
    add(
        icon,
        new H1(t("done.title", "task", Words.name(done.name()))),
        said,
        ways(desk, done, open));
    decision.ifPresent(
        row -> {
          var list = new UnorderedList();
          var tables = new UnorderedList();
          history.stream()
              .filter(each -> each.correlation().equals(row.correlation()))
              .sorted(Comparator.comparingLong(each -> each.position()))
              .forEach(
                  each -> {
                    if (each.type().equals("CaseAdvanced")) {
                      var decided = sentences.decided(each);
                      decided.forEach(words -> tables.add(new ListItem(words)));
                      sentences.followed(each).stream()
                          .filter(words -> !decided.contains(words))
                          .filter(words -> !words.equals(t("advanced.moved")))
                          .forEach(words -> list.add(new ListItem(words)));
                    } else if (each.position() != row.position())
                      list.add(new ListItem(sentences.of(each)));
                  });
          if (list.getChildren().findAny().isPresent()) add(new H2(t("done.followed")), list);
          if (tables.getChildren().findAny().isPresent()) add(Ui.fold(t("done.tables"), tables));
        });
    var details = desk.ask(new FindCase(done.caseId(), null));
    if (details != null) {
      var diagram = new Diagram(desk, true);
      diagram.showCase(details, null);
      add(diagram);
    }
  }

  private static Div ways(Desk desk, TaskRow done, Consumer<TaskRow> open) {
    var ways = Ui.div("ft-actions");
    var next = next(desk, done);
    if (next != null)
      ways.add(Ui.primary(t("done.next", "task", title(next)), () -> open.accept(next)));
    ways.add(Ui.to("cases/" + done.caseId(), t("done.case")));
    return ways;
  }

  private static String title(TaskRow task) {
    return Words.name(task.name()) + (task.subject() == null ? "" : " – " + task.subject());
  }

  /**
   * The next one of the same case, else the first that this person holds or may take; never one
   * that waits for somebody else.
   */
  private static @Nullable TaskRow next(Desk desk, TaskRow done) {
    var open = new ArrayList<>(desk.ask(new FindTasks(Box.MINE, null, 0, SOME)).rows());
    open.addAll(desk.ask(new FindTasks(Box.GROUP, null, 0, SOME)).rows());
    return open.stream()
        .filter(task -> task.caseId().equals(done.caseId()))
        .findFirst()
        .or(() -> open.stream().findFirst())
        .orElse(null);
  }
}
