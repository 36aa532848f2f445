package org.foerderturm.ui.council;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.needed;
import static org.foerderturm.ui.common.Inputs.pastDay;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.foerderturm.council.CouncilCommand.ObjectToPaper;
import org.foerderturm.council.CouncilCommand.SettlePaperObjection;
import org.foerderturm.council.CouncilQuery.FindPaperObjection;
import org.foerderturm.council.CouncilQuery.PaperDetails;
import org.foerderturm.council.CouncilQuery.PaperObjection;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;
import org.jspecify.annotations.Nullable;

/** The mayor's objection to what a body decided elsewhere, and what became of it (§ 54). */
final class PaperObjections {
  private final Desk desk;
  private final String id;
  private final Runnable after;
  private final @Nullable PaperObjection found;

  PaperObjections(Desk desk, String paperId, Runnable after) {
    this.desk = desk;
    this.id = paperId;
    this.after = after;
    found = desk.ask(new FindPaperObjection(paperId));
  }

  /** Says beside the paper's stage that it binds nobody. */
  void mark(Div summary) {
    if (found != null && !Boolean.TRUE.equals(found.holds())) summary.add(chip(found.holds()));
  }

  private static Span chip(@Nullable Boolean holds) {
    if (holds == null) return Ui.chip(Ui.Tone.BAD, t("paper-objection.suspended"));
    return holds
        ? Ui.chip(Ui.Tone.GOOD, t("paper-objection.holds"))
        : Ui.chip(Ui.Tone.BAD, t("paper-objection.fell"));
  }

  /** Tells of it, if there is one. */
  void into(Div main) {
    if (found == null) return;
    var lines =
        Ui.div(
            "ft-lines",
            chip(found.holds()),
            Ui.span("ft-quiet", t("paper-objection.on", "day", Formats.date(found.objectedOn()))),
            new Span(found.reason()));
    if (found.settledOn() != null && found.reference() != null)
      lines.add(
          Ui.span(
              "ft-quiet",
              t(
                  "paper-objection.settled",
                  "day",
                  Formats.date(found.settledOn()),
                  "reference",
                  found.reference())));
    main.add(Ui.section(t("paper-objection.title"), lines));
  }

  /** Offers to record one, or what became of it. */
  void offer(Div acts, PaperDetails paper) {
    boolean resolved = List.of("adopted", "amended").contains(paper.row().stage());
    boolean here = paper.consultations().stream().anyMatch(each -> each.motionId() != null);
    if (found == null && resolved && !here)
      acts.add(Ui.quiet(t("paper-objection.record"), this::object));
    if (found != null && found.holds() == null)
      acts.add(Ui.quiet(t("paper-objection.settle"), this::settle));
  }

  private void object() {
    var on =
        answers(
            required(pastDay(t("paper-objection.objected-on"), null)),
            "objection-before-resolution");
    var reason = required(Inputs.text(t("meeting.reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("paper-objection.record"),
        t("paper-objection.save"),
        () -> desk.send(new ObjectToPaper(id, needed(on), reason.getValue())),
        after,
        new Paragraph(t("paper-objection.help")),
        on,
        reason);
  }

  private void settle() {
    var outcome = new Select<Boolean>();
    outcome.setLabel(t("paper-objection.outcome"));
    outcome.setItems(true, false);
    outcome.setItemLabelGenerator(
        holds -> t(Boolean.TRUE.equals(holds) ? "paper-objection.holds" : "paper-objection.fell"));
    required(outcome, "answer-missing");
    var on =
        answers(
            required(pastDay(t("paper-objection.decided-on"), null)), "settled-before-objection");
    var reference = required(Inputs.line(t("paper-objection.reference"), 200), "reference-missing");
    Dialogs.open(
        desk,
        t("paper-objection.settle"),
        t("paper-objection.save"),
        () ->
            desk.send(
                new SettlePaperObjection(
                    id, Boolean.TRUE.equals(outcome.getValue()), needed(on), reference.getValue())),
        after,
        outcome,
        on,
        reference);
  }
}
