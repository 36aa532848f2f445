package org.foerderturm.ui.consortium;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import org.foerderturm.consortium.ConsortiumCommand.CorrectOpinion;
import org.foerderturm.consortium.OpinionKind;
import org.foerderturm.consortium.Recommendation;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Corrections;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;

/** What was wrong of the opinions on a consortium, and the way to set one right. */
final class OpinionCorrections {
  private final Desk desk;
  private final String id;
  private final boolean open;
  private final Runnable after;
  private final Corrections corrections;

  /**
   * @param open whether the body has not adopted it yet
   */
  OpinionCorrections(Desk desk, String consortiumId, boolean open, Runnable after) {
    this.desk = desk;
    this.id = consortiumId;
    this.open = open;
    this.after = after;
    this.corrections = Corrections.of(desk, consortiumId);
  }

  Div of(OpinionKind kind, String name, String recommendation, String statement) {
    var lines =
        Ui.div(
            "ft-lines",
            corrections.told(
                "OpinionCorrected", event -> event.path("opinion").asText().equals(kind.name())));
    var whose = kind == OpinionKind.EXPERT ? Role.EXPERT_TEAM : Role.SCIENTIFIC_ADVISOR;
    if (open && desk.has(whose, Role.OFFICE_LEAD)) {
      var act = Ui.quiet(t("correction.act"), () -> correct(kind, name, recommendation, statement));
      act.setAriaLabel(t("correction.act") + ": " + name);
      lines.add(act);
    }
    return lines;
  }

  private void correct(OpinionKind kind, String name, String recommendation, String statement) {
    var advice =
        required(
            Inputs.choice(
                t("variable.recommendation"),
                List.of(Recommendation.values()),
                each -> Words.code("recommendation", code(each))));
    advice.setEmptySelectionAllowed(false);
    for (var each : Recommendation.values())
      if (code(each).equals(recommendation)) advice.setValue(each);
    var words = answers(required(Inputs.text(t("variable.statement"))), "statement-missing");
    words.setValue(statement);
    var reason =
        answers(
            required(Inputs.text(t("correction.reason")), "reason-missing"), "opinion-decided-on");
    Dialogs.revise(
        desk,
        t("correction.act") + ": " + name,
        t("correction.act"),
        () -> new CorrectOpinion(id, kind, advice.getValue(), words.getValue(), reason.getValue()),
        after,
        advice,
        words,
        reason);
  }

  private static String code(Recommendation recommendation) {
    return recommendation.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
