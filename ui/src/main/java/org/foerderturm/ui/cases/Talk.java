package org.foerderturm.ui.cases;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.foerderturm.audit.AuditQuery.HistoryRow;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.process.ProcessCommand.AddComment;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.jspecify.annotations.Nullable;

/** What people said about a case, and a place to say something. */
public final class Talk extends Div {
  private final Div said = Ui.div("ft-talk");

  public Talk(Desk desk, String caseId, @Nullable String taskId) {
    var words = new TextArea(t("talk.label"));
    words.setWidthFull();
    words.setMaxLength(4000);
    words.setMinRows(2);
    var send =
        Ui.quiet(
            t("talk.send"),
            () -> {
              if (words.getValue().isBlank()) {
                words.setErrorMessage(t("form.reason.required"));
                words.setInvalid(true);
                return;
              }
              try {
                desk.send(new AddComment(caseId, taskId, words.getValue().strip()));
                words.clear();
              } catch (Rejected no) {
                words.setErrorMessage(desk.refusal(no));
                words.setInvalid(true);
              }
            });
    add(said, words, send);
  }

  /** Takes the comments out of the history, oldest first. */
  public void show(List<HistoryRow> history) {
    said.removeAll();
    var comments = history.stream().filter(row -> row.type().equals("CommentAdded")).toList();
    for (var row : comments.reversed()) {
      var text = new Paragraph(row.payload().path("text").asText());
      var head = Ui.div("ft-talk-head", Ui.span("ft-strong", row.actorName()));
      head.add(Ui.time(row.at(), Formats.ago(row.at())));
      said.add(Ui.div("ft-talk-one", head, text));
    }
    if (comments.isEmpty()) said.add(Ui.span("ft-quiet", t("talk.empty")));
  }
}
