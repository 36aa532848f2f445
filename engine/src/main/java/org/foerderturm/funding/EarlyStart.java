package org.foerderturm.funding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.foerderturm.consortium.Programme;
import org.foerderturm.funding.FundingEvent.ApplicationOpened;
import org.foerderturm.funding.FundingEvent.ApplicationSubmitted;
import org.foerderturm.funding.FundingEvent.GrantNoticeReceived;
import org.foerderturm.funding.GrantEvent.GrantNoticeCorrected;
import org.foerderturm.funding.StartOfWork.Obstacle;
import org.foerderturm.funding.StartOfWorkCommand.*;
import org.foerderturm.funding.StartOfWorkEvent.*;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * The start of work and whether it stands against the grant. What has happened is recorded as what
 * it is; what stands against the grant keeps the application from being submitted and granted until
 * the funder allows it or the record is set right.
 */
final class EarlyStart {
  private final Examination examination;
  private final StateAid aid;
  private Programme programme = Programme.FEDERAL_JOINT_PROJECT;
  private @Nullable LocalDate submittedOn;
  private @Nullable LocalDate noticeOn;
  private @Nullable EarlyStartRequested pending;
  private @Nullable LocalDate requestedOn;
  private @Nullable LocalDate permittedFrom;
  private @Nullable CorrectEarlyStart permission;
  private @Nullable String permissionToldBy;
  private @Nullable CorrectStartOfWork started;
  private @Nullable String toldBy;

  EarlyStart(Examination examination, StateAid aid) {
    this.examination = examination;
    this.aid = aid;
  }

  @CommandHandler
  void handle(RequestEarlyStart c) {
    examination.whileUndecided();
    if (pending != null)
      throw new Rejected("early-start-pending", Map.of("day", pending.requestedOn().toString()));
    if (permittedFrom != null)
      throw new Rejected("early-start-permitted", Map.of("day", permittedFrom.toString()));
    apply(
        new EarlyStartRequested(
            c.applicationId(), c.requestedOn(), Correction.reasoned(c.grounds())));
  }

  @CommandHandler
  void handle(DecideEarlyStart c) {
    if (examination.isEnded()) throw examination.ended();
    if (pending == null) throw new Rejected("early-start-not-requested");
    if (c.decidedOn().isBefore(pending.requestedOn()))
      throw new Rejected(
          "early-start-before-request", Map.of("day", pending.requestedOn().toString()));
    var reference = blankless(c.reference());
    if (!c.permitted()) {
      var reason = c.reason() == null ? "" : c.reason();
      apply(
          new EarlyStartRefused(
              c.applicationId(), c.decidedOn(), reference, Correction.reasoned(reason)));
      return;
    }
    if (c.from() == null) throw new Rejected("early-start-day-missing");
    apply(new EarlyStartPermitted(c.applicationId(), c.decidedOn(), c.from(), reference));
  }

  @CommandHandler
  void handle(CorrectEarlyStart asked) {
    if (examination.isEnded()) throw examination.ended();
    var former = permission;
    var formerFrom = permittedFrom;
    if (former == null || formerFrom == null) throw new Rejected("early-start-not-permitted");
    var c =
        Merge.of(
            asked,
            new CorrectEarlyStart(
                asked.applicationId(),
                former.decidedOn(),
                formerFrom,
                former.reference(),
                asked.reason()));
    var reason = Correction.reasoned(c.reason());
    if (c.from() == null) throw new Rejected("early-start-day-missing");
    if (requestedOn != null && c.decidedOn().isBefore(requestedOn))
      throw new Rejected("early-start-before-request", Map.of("day", requestedOn.toString()));
    var reference = blankless(c.reference());
    if (c.decidedOn().equals(former.decidedOn())
        && c.from().equals(formerFrom)
        && Objects.equals(reference, former.reference())) throw new Rejected("nothing-changed");
    apply(
        new EarlyStartCorrected(
            c.applicationId(),
            former.decidedOn(),
            formerFrom,
            former.reference(),
            c.decidedOn(),
            c.from(),
            reference,
            reason,
            permissionToldBy));
  }

  private static @Nullable String blankless(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  @CommandHandler
  void handle(RecordStartOfWork c, Decisions tables) {
    if (examination.isEnded()) throw examination.ended();
    if (started != null)
      throw new Rejected("work-already-started", Map.of("day", started.startedOn().toString()));
    var what = said(c.what());
    var obstacle = obstacle(c.startedOn(), noticeOn, tables);
    if (obstacle != null && !c.anyway()) throw obstacle.refusal();
    apply(new WorkStarted(c.applicationId(), c.startedOn(), what, code(obstacle)));
  }

  @CommandHandler
  void handle(CorrectStartOfWork asked, Decisions tables) {
    var former = started();
    var c =
        Merge.of(
            asked,
            new CorrectStartOfWork(
                asked.applicationId(), former.startedOn(), former.what(), asked.reason()));
    var reason = Correction.reasoned(c.reason());
    var what = said(c.what());
    if (c.startedOn().equals(former.startedOn()) && what.equals(former.what()))
      throw new Rejected("nothing-changed");
    apply(
        new StartOfWorkCorrected(
            c.applicationId(),
            former.startedOn(),
            former.what(),
            c.startedOn(),
            what,
            code(obstacle(c.startedOn(), noticeOn, tables)),
            reason,
            toldBy));
  }

  @CommandHandler
  void handle(WithdrawStartOfWork c) {
    var former = started();
    apply(
        new StartOfWorkWithdrawn(
            c.applicationId(), former.startedOn(), Correction.reasoned(c.reason())));
  }

  private CorrectStartOfWork started() {
    if (examination.isEnded()) throw examination.ended();
    if (started == null) throw new Rejected("work-not-started");
    return started;
  }

  private static String said(String what) {
    if (what.isBlank()) throw new Rejected("work-what-missing");
    return what.strip();
  }

  private static @Nullable String code(@Nullable Obstacle obstacle) {
    return obstacle == null ? null : obstacle.code();
  }

  private @Nullable Obstacle obstacle(
      LocalDate day, @Nullable LocalDate granted, Decisions tables) {
    return new StartOfWork(
            day, programme, aid.needsIncentive(), submittedOn, permittedFrom, granted)
        .obstacle(tables);
  }

  /**
   * Nobody declares that work has not begun when it has.
   *
   * @throws Rejected the code of the obstacle
   */
  void mustNotStandAgainst(LocalDate submitting, Decisions tables) {
    if (started == null) return;
    var obstacle =
        new StartOfWork(
                started.startedOn(),
                programme,
                aid.needsIncentive(),
                submitting,
                permittedFrom,
                null)
            .obstacle(tables);
    if (obstacle != null) throw obstacle.refusal();
  }

  /** The same of a grant of that day. */
  void mustNotStandAgainstGrant(LocalDate received, Decisions tables) {
    if (started == null) return;
    var obstacle = obstacle(started.startedOn(), received, tables);
    if (obstacle != null) throw obstacle.refusal();
  }

  // ---- what is remembered

  @EventSourcingHandler
  void on(ApplicationOpened e) {
    programme = e.programme();
  }

  @EventSourcingHandler
  void on(ApplicationSubmitted e) {
    submittedOn = e.submittedAt().toLocalDate();
  }

  @EventSourcingHandler
  void on(GrantNoticeReceived e) {
    noticeOn = e.receivedOn();
  }

  @EventSourcingHandler
  void on(GrantNoticeCorrected e) {
    noticeOn = e.receivedOn();
  }

  @EventSourcingHandler
  void on(EarlyStartRequested e) {
    pending = e;
    requestedOn = e.requestedOn();
  }

  @EventSourcingHandler
  void on(EarlyStartPermitted e, @MessageIdentifier String id) {
    pending = null;
    permittedFrom = e.from();
    permissionToldBy = id;
    permission =
        new CorrectEarlyStart(e.applicationId(), e.decidedOn(), e.from(), e.reference(), "");
  }

  @EventSourcingHandler
  void on(EarlyStartCorrected e, @MessageIdentifier String id) {
    permittedFrom = e.from();
    permissionToldBy = id;
    permission =
        new CorrectEarlyStart(e.applicationId(), e.decidedOn(), e.from(), e.reference(), "");
  }

  @EventSourcingHandler
  void on(EarlyStartRefused e) {
    pending = null;
  }

  @EventSourcingHandler
  void on(WorkStarted e, @MessageIdentifier String id) {
    toldBy = id;
    started = new CorrectStartOfWork(e.applicationId(), e.startedOn(), e.what(), "");
  }

  @EventSourcingHandler
  void on(StartOfWorkCorrected e, @MessageIdentifier String id) {
    toldBy = id;
    started = new CorrectStartOfWork(e.applicationId(), e.startedOn(), e.what(), "");
  }

  @EventSourcingHandler
  void on(StartOfWorkWithdrawn e) {
    started = null;
  }
}
