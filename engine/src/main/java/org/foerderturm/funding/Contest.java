package org.foerderturm.funding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.foerderturm.funding.GrantState.notBefore;

import java.time.LocalDate;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.funding.FundingEvent.ApplicationOpened;
import org.foerderturm.funding.FundingEvent.ApplicationRejected;
import org.foerderturm.funding.FundingEvent.RejectionCorrected;
import org.foerderturm.funding.GrantCommand.ContestRejection;
import org.foerderturm.funding.GrantCommand.DecideContest;
import org.foerderturm.funding.GrantEvent.ContestDecided;
import org.foerderturm.funding.GrantEvent.ContestDecisionCorrected;
import org.foerderturm.funding.GrantEvent.RejectionContested;
import org.foerderturm.funding.GrantEvent.RejectionLifted;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * A rejection notice that somebody contests, by the remedy that the law of its funder puts first
 * and, after a refused objection, by action. Each remedy is there once; time runs from the day on
 * which the notice or decision counts as notified ({@link NoticeLaw}).
 */
final class Contest {
  private final Examination examination;
  private String title = "";
  private LocalDate receivedOn = LocalDate.MIN;
  private LocalDate notifiedOn = LocalDate.MIN;
  NoticeLaw law = NoticeLaw.NONE;

  /** How the rejection came; null in earlier versions. */
  @Nullable Delivery delivery;

  /** Last day of the next remedy. */
  LocalDate until = LocalDate.MIN;

  private @Nullable RejectionContested pending;

  /** When this rejection was contested first; null if it was not. */
  @Nullable LocalDate firstFiledOn;

  /** When that was filed which was decided last. */
  LocalDate filedOn = LocalDate.MIN;

  /** An objection was refused: only the court is left. */
  boolean refused;

  /** The court refused, too. */
  private boolean over;

  Contest(Examination examination) {
    this.examination = examination;
  }

  @CommandHandler
  void handle(ContestRejection c, Decisions tables) {
    rejected();
    mustNotBePending();
    if (over) throw new Rejected("no-further-remedy");
    if (refused && c.remedy() == Remedy.OBJECTION)
      throw new Rejected("objection-already-decided", Map.of("until", until.toString()));
    law.mustBeOpen(
        tables,
        NoticeKind.REJECTION,
        notifiedOn,
        c.remedy(),
        refused ? Remedy.ACTION : law.first(tables, NoticeKind.REJECTION, notifiedOn),
        until);
    notBefore(c.filedOn(), receivedOn);
    if (c.filedOn().isAfter(until))
      throw new Rejected("remedy-too-late", Map.of("until", until.toString()));
    apply(
        new RejectionContested(
            c.applicationId(), c.remedy(), c.filedOn(), c.reason().strip(), until));
  }

  @CommandHandler
  void handle(DecideContest c, Decisions tables) {
    rejected();
    var filed = pending;
    if (filed == null) throw new Rejected("no-contest-pending");
    notBefore(c.decidedOn(), filed.filedOn());
    boolean further = c.result() == ObjectionResult.REFUSED && filed.remedy() == Remedy.OBJECTION;
    var came =
        NoticeLaw.Came.decided(c.decidedOn(), c.postedOn(), c.receivedOn(), c.withoutInstruction());
    var told = law.decided(tables, came, further);
    apply(
        new ContestDecided(
            c.applicationId(),
            filed.remedy(),
            c.result(),
            c.decidedOn(),
            c.reference(),
            further,
            further ? Delivery.until(told, came.receivedOn()) : null,
            told));
    if (c.result() == ObjectionResult.REMEDIED)
      apply(new RejectionLifted(c.applicationId(), title, filed.remedy(), c.decidedOn()));
  }

  /** Refuses a day before that on which something was filed that is not decided yet. */
  void mustHaveBeenInTime(LocalDate lastDay) {
    if (pending != null && pending.filedOn().isAfter(lastDay))
      throw new Rejected("remedy-too-late", Map.of("until", lastDay.toString()));
  }

  private void rejected() {
    if (examination.isEnded()) throw examination.ended();
    if (!examination.isRejected()) throw new Rejected("nothing-rejected");
  }

  void mustNotBePending() {
    if (pending != null)
      throw new Rejected("contest-pending", Map.of("filedOn", pending.filedOn().toString()));
  }

  static LocalDate monthAfter(LocalDate day) {
    return WorkingDays.onOrAfter(day.plusMonths(1));
  }

  // ---- what is remembered

  @EventSourcingHandler
  void on(ApplicationOpened e) {
    title = e.title();
    law = new NoticeLaw(e.programme(), e.regime());
  }

  @EventSourcingHandler
  void on(ApplicationRejected e) {
    receivedOn = e.receivedOn();
    told(e.delivery(), e.receivedOn());
    until = Delivery.until(e.delivery(), e.receivedOn());
    firstFiledOn = null;
    refused = false;
    over = false;
  }

  @EventSourcingHandler
  void on(RejectionCorrected e) {
    receivedOn = e.receivedOn();
    told(e.delivery(), e.receivedOn());
    until = e.contestUntil();
  }

  private void told(@Nullable Delivery how, LocalDate receivedOn) {
    delivery = how;
    notifiedOn = how == null ? receivedOn : how.notifiedOn();
  }

  @EventSourcingHandler
  void on(RejectionContested e) {
    pending = e;
    if (firstFiledOn == null) firstFiledOn = e.filedOn();
  }

  @EventSourcingHandler
  void on(ContestDecisionCorrected e) {
    if (e.furtherUntil() != null) until = e.furtherUntil();
  }

  @EventSourcingHandler
  void on(ContestDecided e) {
    if (pending != null) filedOn = pending.filedOn();
    pending = null;
    if (e.result() != ObjectionResult.REFUSED) return;
    refused = true;
    over = e.remedy() != Remedy.OBJECTION;
    if (e.furtherUntil() != null) until = e.furtherUntil();
  }
}
