package org.foerderturm.ui.cases;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.foerderturm.cases.CaseQuery.FindOpenTasksOf;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;

/** What is to be done next about one thing: its open tasks, the reader's own as links. */
public final class NextTasks {
  private NextTasks() {}

  public static List<TaskRow> find(Desk desk, String caseKey) {
    return desk.ask(new FindOpenTasksOf(caseKey));
  }

  /**
   * @param tasks the most urgent first
   * @param none what is said if there are none
   */
  public static Section of(Desk desk, List<TaskRow> tasks, String none) {
    if (tasks.isEmpty()) return Ui.section(t("next.title"), new Paragraph(none));
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (var task : tasks) {
      var words = Words.name(task.name());
      if (task.subject() != null && !task.subject().isBlank()) words += ": " + task.subject();
      var item = new ListItem();
      if (isMine(task)) {
        var link = Ui.link("work/" + task.taskId(), words);
        if (list.getComponentCount() == 0) link.addClassName("ft-next");
        item.add(link);
      } else
        item.add(
            new Span(words),
            Ui.span("ft-quiet", " " + t("next.waits-for", "who", holder(desk, task))));
      if (task.dueAt() != null) item.add(Ui.span("ft-quiet", Formats.dueExactly(task.dueAt())));
      list.add(item);
    }
    return Ui.section(t("next.title"), list);
  }

  private static boolean isMine(TaskRow task) {
    return task.mine() || task.claimable();
  }

  /** Whose turn it is. */
  public static String holder(Desk desk, TaskRow task) {
    return task.assignee() == null ? Words.roles(task.candidates()) : desk.holder(task.assignee());
  }
}
