package org.foerderturm.project;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.foerderturm.kernel.Candidates;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.project.ProjectCommand.*;
import org.foerderturm.project.ProjectEvent.*;

/** A project's change requests, from the wish to what came of it. */
abstract class ProjectChanges extends ProjectReports {
  boolean changePending(String lineId) {
    return changes.values().stream()
        .anyMatch(change -> change.isOpen() && lineId.equals(change.requested().lineId()));
  }

  // ---- change requests

  @CommandHandler
  void handle(RequestChange c, Candidates candidates) {
    var plan = running();
    if (c.lineId() != null) plan.line(c.lineId());
    if (c.milestoneId() != null) open(c.milestoneId());
    if (abandoned) throw new Rejected("project-abandoned", Map.of("title", started.title()));
    var rows = c.plan() == null ? null : plan.fitted(c.plan(), started);
    apply(
        new ChangeRequested(
            projectId,
            nextChange(),
            started.title(),
            c.change().strip(),
            c.reason(),
            c.lineId(),
            c.milestoneId(),
            false,
            null,
            null,
            rows));
    var added = c.plan();
    if (added != null && added.responsible() != null)
      candidates.mustBeThere(added.responsible(), recorded);
  }

  String nextChange() {
    return projectId + "-c" + (changes.size() + 1);
  }

  @CommandHandler
  void handle(AssessChange c) {
    var change = change(c.changeId());
    change.mustBeUndecided();
    if (change.requested().lineId() != null && c.newBudgetCents() == null)
      throw new Rejected("new-budget-missing", change.about());
    if (c.newBudgetCents() != null)
      Plan.notNegative(change.requested().change(), c.newBudgetCents());
    if (change.requested().milestoneId() != null && c.newBaseline() == null)
      throw new Rejected("new-baseline-missing", change.about());
    if (c.newBaseline() != null && c.newBaseline().isBefore(started.periodFrom()))
      throw new Rejected("milestone-before-start", Map.of("from", started.periodFrom().toString()));
    apply(
        new ChangeAssessed(
            projectId,
            c.changeId(),
            change.requested().change(),
            c.assessment(),
            c.costEffectCents(),
            c.delayDays(),
            c.touchesNotice(),
            change.requested().lineId() == null ? null : c.newBudgetCents(),
            change.requested().milestoneId() == null ? null : c.newBaseline()));
  }

  @CommandHandler
  void handle(WithdrawChange c) {
    var change = change(c.changeId());
    if (!change.rejected() && !change.isOpen()) throw new Rejected("change-ended", change.about());
    if (change.requested().forced() && !abandoned)
      throw new Rejected("forced-change-stays", change.about());
    apply(new ChangeWithdrawn(projectId, c.changeId(), change.requested().change(), c.reason()));
  }

  @CommandHandler
  void handle(RecordChangeResolution c) {
    var change = change(c.changeId());
    change.mustBeUndecided();
    change.assessment();
    apply(
        new ChangeResolved(
            projectId, c.changeId(), change.requested().change(), c.motionId(), c.result()));
  }

  @CommandHandler
  void handle(ResubmitChange c) {
    var change = change(c.changeId());
    change.mustBeRejected();
    apply(
        new ChangeResubmitted(
            projectId, c.changeId(), change.requested().change(), c.reason().strip()));
  }

  @CommandHandler
  void handle(RecordFunderAnswer c) {
    var change = change(c.changeId());
    change.mustAwaitFunder();
    apply(
        new FunderAnswered(
            projectId,
            c.changeId(),
            change.requested().change(),
            c.consented(),
            c.reference(),
            c.answeredOn()));
  }

  @CommandHandler
  void handle(ImplementChange c) {
    var change = change(c.changeId());
    change.mustBeReady();
    var requested = change.requested();
    var plan = requested.plan();
    // it may not fit any more: the milestone was reached while the body was asked
    if (plan != null) running().fitted(plan, started);
    apply(
        new ChangeImplemented(
            projectId,
            c.changeId(),
            requested.change(),
            c.implementedOn(),
            requested.lineId(),
            change.assessment().newBudgetCents(),
            requested.milestoneId(),
            change.assessment().newBaseline(),
            plan == null ? null : running().placed(plan)));
  }

  private Change change(String changeId) {
    running();
    var change = changes.get(changeId);
    if (change == null) throw new Rejected("change-request-unknown", Map.of("id", changeId));
    return change;
  }
}
