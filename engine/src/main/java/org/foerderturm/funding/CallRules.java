package org.foerderturm.funding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.consortium.Programme;
import org.foerderturm.funding.FundingCommand.StateCallRules;
import org.foerderturm.funding.FundingEvent.*;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** How the call is decided: its stages, deadlines and reminders, and how it is marked. */
final class CallRules {
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private Programme programme = Programme.FEDERAL_JOINT_PROJECT;
  private Regime regime = Regime.NABF;
  private List<Integer> reminderDays = List.of();
  LocalDateTime deadline = LocalDateTime.MAX;
  boolean twoStage;
  private boolean outlineSent;
  private boolean submitted;
  private List<CallThreshold> thresholds = List.of();
  private @Nullable String reason;

  /** Null where the stage has no marks. */
  @Nullable Marking marking(Decisions tables, CallStage stage) {
    return Marking.of(tables, programme, regime, stage, deadline.toLocalDate(), thresholds);
  }

  List<Instant> reminders(LocalDateTime due) {
    return reminderDays.stream().map(days -> reminder(due, days)).toList();
  }

  static Instant reminder(LocalDateTime deadline, int days) {
    var day = WorkingDays.before(deadline.toLocalDate(), days);
    return day.atTime(MORNING).atZone(FundingApplication.OFFICE).toInstant();
  }

  /** What is to be said of the call, if anything differs from what is known. */
  void state(StateCallRules asked) {
    var now = new StateCallRules(asked.applicationId(), twoStage, thresholds, reason);
    var c = Merge.of(asked, now);
    boolean stages = c.twoStage() == null ? twoStage : c.twoStage();
    var said = c.thresholds() == null ? List.<CallThreshold>of() : c.thresholds();
    Marking.mustBePossible(said);
    if (stages != twoStage && submitted) throw new Rejected("application-already-submitted");
    if (stages != twoStage && outlineSent) throw new Rejected("outline-already-submitted");
    if (!stages && said.stream().anyMatch(each -> each.stage() == CallStage.FIRST))
      throw new Rejected("call-has-one-stage");
    var why = c.reason() == null || c.reason().isBlank() ? null : c.reason().strip();
    if (stages == twoStage && said.equals(thresholds) && Objects.equals(why, reason)) return;
    apply(new CallRulesStated(c.applicationId(), stages, said, why));
  }

  // ---- what is remembered

  @EventSourcingHandler
  void on(ApplicationOpened e) {
    programme = e.programme();
    regime = e.regime();
    reminderDays = e.reminderDays();
    deadline = e.deadline();
  }

  @EventSourcingHandler
  void on(CallRulesStated e) {
    twoStage = e.twoStage();
    thresholds = e.thresholds();
    reason = e.reason();
  }

  @EventSourcingHandler
  void on(DeadlineMoved e) {
    deadline = e.deadline();
  }

  @EventSourcingHandler
  void on(OutlineSubmitted e) {
    outlineSent = true;
  }

  @EventSourcingHandler
  void on(ApplicationSubmitted e) {
    submitted = true;
  }

  @EventSourcingHandler
  void on(FirstStageDecided e) {
    if (e.deadline() != null) deadline = e.deadline();
  }
}
