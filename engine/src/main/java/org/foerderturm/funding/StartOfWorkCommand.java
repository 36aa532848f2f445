package org.foerderturm.funding;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Happened;
import org.foerderturm.kernel.Revision;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * When work may begin, and when it did: whoever begins before the grant is not funded, unless the
 * funder allowed an early start (vorzeitiger Maßnahmenbeginn).
 */
public sealed interface StartOfWorkCommand extends Command {

  String applicationId();

  /**
   * The funder is asked to allow a start before the notice.
   *
   * <p>Refused with {@code early-start-pending}, {@code early-start-permitted}, {@code
   * notice-already-received}, {@code application-ended} or {@code reason-missing}.
   *
   * @param grounds why it can't wait
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record RequestEarlyStart(
      @TargetAggregateIdentifier String applicationId,
      @Happened LocalDate requestedOn,
      String grounds)
      implements StartOfWorkCommand {}

  /**
   * What the funder said to that.
   *
   * <p>Refused with {@code early-start-not-requested}, {@code early-start-before-request}, {@code
   * early-start-day-missing} for a permission without its day, or {@code reason-missing} for a
   * refusal without its reason.
   *
   * @param from the day from which work may begin; null if it was refused
   * @param reference of the letter
   * @param reason why it was refused
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record DecideEarlyStart(
      @TargetAggregateIdentifier String applicationId,
      boolean permitted,
      @Happened LocalDate decidedOn,
      @Nullable LocalDate from,
      @Nullable String reference,
      @Nullable String reason)
      implements StartOfWorkCommand {}

  /**
   * Sets right what a permission says.
   *
   * <p>Refused with {@code early-start-not-permitted}, {@code early-start-before-request}, {@code
   * early-start-day-missing}, {@code reason-missing} or {@code nothing-changed}.
   *
   * @param from the day from which work may begin
   * @param reference of the letter
   * @param reason why what was recorded was wrong
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectEarlyStart(
      @TargetAggregateIdentifier String applicationId,
      @Happened LocalDate decidedOn,
      @Nullable LocalDate from,
      @Nullable String reference,
      String reason,
      @Nullable CorrectEarlyStart seen)
      implements StartOfWorkCommand, Revision<CorrectEarlyStart> {
    public CorrectEarlyStart(
        String applicationId,
        LocalDate decidedOn,
        @Nullable LocalDate from,
        @Nullable String reference,
        String reason) {
      this(applicationId, decidedOn, from, reference, reason, null);
    }
  }

  /**
   * Work has begun: the first contract that is part of carrying out the project, or the works
   * themselves (GBER Art. 2 No. 23); planning, and what is needed to apply, are no start.
   *
   * <p>A start that excludes the grant is refused, with {@code work-before-application}, {@code
   * work-before-notice} or {@code work-before-permission}, unless it is said that it happened all
   * the same.
   *
   * @param what was done
   * @param anyway whether it is recorded although it stands against the grant
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record RecordStartOfWork(
      @TargetAggregateIdentifier String applicationId,
      @Happened LocalDate startedOn,
      String what,
      boolean anyway)
      implements StartOfWorkCommand {}

  /**
   * Sets right when work began. Refused with {@code work-not-started}, {@code reason-missing} or
   * {@code nothing-changed}.
   *
   * @param reason why what was recorded was wrong
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectStartOfWork(
      @TargetAggregateIdentifier String applicationId,
      @Happened LocalDate startedOn,
      String what,
      String reason,
      @Nullable CorrectStartOfWork seen)
      implements StartOfWorkCommand, Revision<CorrectStartOfWork> {
    public CorrectStartOfWork(
        String applicationId, LocalDate startedOn, String what, String reason) {
      this(applicationId, startedOn, what, reason, null);
    }
  }

  /** What was recorded is no start of work, for it is none of the project's; with a reason. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record WithdrawStartOfWork(@TargetAggregateIdentifier String applicationId, String reason)
      implements StartOfWorkCommand {}
}
