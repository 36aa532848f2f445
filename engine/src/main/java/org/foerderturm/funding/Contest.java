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
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * A rejection notice that somebody contests: by objection within a month after the notice, by
 * action within a month after the notice or after the decision on the objection. If a month ends on
 * a free day, the next working day counts (§ 31 (3) VwVfG, § 193 BGB).
 */
final class Contest {
  private final Examination examination;
  private String title = "";
  private LocalDate receivedOn = LocalDate.MIN;

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
  void handle(ContestRejection c) {
    rejected();
    mustNotBePending();
    if (over) throw new Rejected("no-further-remedy");
    if (refused && c.remedy() == Remedy.OBJECTION) throw new Rejected("objection-already-decided");
    notBefore(c.filedOn(), receivedOn);
    if (c.filedOn().isAfter(until))
      throw new Rejected("remedy-too-late", Map.of("until", until.toString()));
    apply(
        new RejectionContested(
            c.applicationId(), c.remedy(), c.filedOn(), c.reason().strip(), until));
  }

  @CommandHandler
  void handle(DecideContest c) {
    rejected();
    var filed = pending;
    if (filed == null) throw new Rejected("no-contest-pending");
    notBefore(c.decidedOn(), filed.filedOn());
    boolean further = c.result() == ObjectionResult.REFUSED && filed.remedy() == Remedy.OBJECTION;
    apply(
        new ContestDecided(
            c.applicationId(),
            filed.remedy(),
            c.result(),
            c.decidedOn(),
            c.reference(),
            further,
            further ? monthAfter(c.decidedOn()) : null));
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
  }

  @EventSourcingHandler
  void on(ApplicationRejected e) {
    receivedOn = e.receivedOn();
    until = monthAfter(e.receivedOn());
    firstFiledOn = null;
    refused = false;
    over = false;
  }

  @EventSourcingHandler
  void on(RejectionCorrected e) {
    receivedOn = e.receivedOn();
    until = e.contestUntil();
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
    over = e.remedy() == Remedy.ACTION;
    if (e.furtherUntil() != null) until = e.furtherUntil();
  }
}
