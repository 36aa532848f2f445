package org.foerderturm.project;

import java.util.Map;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.project.ProjectEvent.ChangeAssessed;
import org.foerderturm.project.ProjectEvent.ChangeRequested;
import org.jspecify.annotations.Nullable;

/**
 * A change request (Änderungsantrag) on its way from the wish to the plan.
 *
 * @param rejected by the body or the funder, and not asked for again
 */
record Change(
    ChangeRequested requested, Stage stage, @Nullable ChangeAssessed assessed, boolean rejected) {
  enum Stage {
    REQUESTED,
    ASSESSED,
    ADOPTED,
    CONSENTED,
    ENDED
  }

  static Change of(ChangeRequested requested) {
    return new Change(requested, Stage.REQUESTED, null, false);
  }

  ChangeAssessed assessment() {
    if (assessed == null) throw new Rejected("change-not-assessed", about());
    return assessed;
  }

  boolean isOpen() {
    return stage != Stage.ENDED;
  }

  void mustBeUndecided() {
    if (stage == Stage.ENDED) throw new Rejected("change-ended", about());
    if (stage.compareTo(Stage.ASSESSED) > 0) throw new Rejected("change-already-resolved", about());
  }

  /** By the body or the funder, with nothing after that. */
  void mustBeRejected() {
    if (!rejected) throw new Rejected("change-not-rejected", about());
  }

  void mustAwaitFunder() {
    mustBeResolved();
    if (stage == Stage.CONSENTED) throw new Rejected("funder-already-answered", about());
    if (!assessment().touchesNotice()) throw new Rejected("funder-need-not-consent", about());
  }

  /** Nothing changes without the committee, nor against the notice without the funder. */
  void mustBeReady() {
    mustBeResolved();
    if (assessment().touchesNotice() && stage != Stage.CONSENTED)
      throw new Rejected("funder-consent-missing", about());
  }

  private void mustBeResolved() {
    if (stage == Stage.ENDED) throw new Rejected("change-ended", about());
    if (stage.compareTo(Stage.ADOPTED) < 0) throw new Rejected("change-not-resolved", about());
  }

  Map<String, Object> about() {
    return Map.of("change", requested.change());
  }

  Change assessed(ChangeAssessed e) {
    return new Change(requested, Stage.ASSESSED, e, false);
  }

  Change resolved(boolean adopted) {
    return new Change(requested, adopted ? Stage.ADOPTED : Stage.ENDED, assessed, !adopted);
  }

  Change resubmitted() {
    return at(Stage.ASSESSED);
  }

  Change answered(boolean consented) {
    return consented ? at(Stage.CONSENTED) : resolved(false);
  }

  Change ended() {
    return at(Stage.ENDED);
  }

  private Change at(Stage next) {
    return new Change(requested, next, assessed, false);
  }
}
