package org.foerderturm.funding;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Happened;
import org.foerderturm.kernel.Revision;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What becomes of an additional request (Nachforderung) of the funder while it examines. */
public sealed interface AdditionalRequestCommand extends Command {

  String applicationId();

  /**
   * The funder asks for more documents or statements, until a day.
   *
   * <p>Refused with {@code application-not-submitted}, {@code notice-already-received}, {@code
   * reserve-list-lapsed} or {@code application-ended} where nothing is examined; with {@code
   * additional-request-empty}, {@code additional-request-before-submission} or {@code
   * additional-request-due-before}.
   *
   * @param asked what is to be handed in
   * @param receivedOn when the request came
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record RecordAdditionalRequest(
      @TargetAggregateIdentifier String applicationId,
      String asked,
      @Happened LocalDate receivedOn,
      LocalDate dueOn)
      implements AdditionalRequestCommand {}

  /**
   * Another day is set for an open request: the funder extended it, or it was recorded wrongly.
   *
   * <p>Refused with {@code additional-request-unknown}, {@code additional-request-settled}, {@code
   * additional-request-due-before}, {@code reason-missing} or {@code nothing-changed}.
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record MoveAdditionalRequest(
      @TargetAggregateIdentifier String applicationId,
      int number,
      LocalDate dueOn,
      String reason,
      @Nullable MoveAdditionalRequest seen)
      implements AdditionalRequestCommand, Revision<MoveAdditionalRequest> {
    public MoveAdditionalRequest(String applicationId, int number, LocalDate dueOn, String reason) {
      this(applicationId, number, dueOn, reason, null);
    }
  }

  /**
   * It was answered, in time or late: both are recorded.
   *
   * <p>Refused with {@code additional-request-unknown}, {@code additional-request-settled}, {@code
   * additional-answer-empty} or {@code additional-answer-before-request}.
   *
   * @param handedIn what was handed in
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record AnswerAdditionalRequest(
      @TargetAggregateIdentifier String applicationId,
      int number,
      @Happened LocalDate answeredOn,
      String handedIn)
      implements AdditionalRequestCommand {}

  /**
   * Sets right when it was answered, or what was handed in.
   *
   * <p>Refused with {@code additional-request-unknown}, {@code additional-request-unanswered},
   * {@code additional-answer-empty}, {@code additional-answer-before-request}, {@code
   * reason-missing} or {@code nothing-changed}.
   *
   * @param reason why what was recorded was wrong
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectAdditionalAnswer(
      @TargetAggregateIdentifier String applicationId,
      int number,
      @Happened LocalDate answeredOn,
      String handedIn,
      String reason,
      @Nullable CorrectAdditionalAnswer seen)
      implements AdditionalRequestCommand, Revision<CorrectAdditionalAnswer> {
    public CorrectAdditionalAnswer(
        String applicationId, int number, LocalDate answeredOn, String handedIn, String reason) {
      this(applicationId, number, answeredOn, handedIn, reason, null);
    }
  }

  /** The funder does without the answer, or there was no such request; with a reason. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record WithdrawAdditionalRequest(
      @TargetAggregateIdentifier String applicationId, int number, String reason)
      implements AdditionalRequestCommand {}

  /** The answer is due soon; tells nothing of a request that is settled by then. */
  @AllowedTo(models = true)
  record RemindOfAdditionalRequest(@TargetAggregateIdentifier String applicationId, int number)
      implements AdditionalRequestCommand {}
}
