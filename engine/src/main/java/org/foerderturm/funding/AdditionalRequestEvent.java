package org.foerderturm.funding;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/** Facts about additional requests (Nachforderungen), in the application's stream. */
public sealed interface AdditionalRequestEvent extends Event {

  String applicationId();

  /**
   * @param number from 1 within the application
   * @param title of the application
   * @param asked what is to be handed in
   * @param remindAt when to remind of it
   */
  @Revision("1")
  record AdditionalRequestReceived(
      String applicationId,
      int number,
      String title,
      String asked,
      LocalDate receivedOn,
      LocalDate dueOn,
      Instant remindAt)
      implements AdditionalRequestEvent {}

  /**
   * @param former the day until now
   */
  @Revision("1")
  record AdditionalRequestMoved(
      String applicationId,
      int number,
      LocalDate former,
      LocalDate dueOn,
      Instant remindAt,
      String reason)
      implements AdditionalRequestEvent {}

  @Revision("1")
  record AdditionalRequestReminded(
      String applicationId, int number, String title, String asked, LocalDate dueOn)
      implements AdditionalRequestEvent {}

  /**
   * @param missedOn the day with which the time ended before that; null if it was kept
   */
  @Revision("1")
  record AdditionalRequestAnswered(
      String applicationId,
      int number,
      LocalDate answeredOn,
      String handedIn,
      @Nullable LocalDate missedOn)
      implements AdditionalRequestEvent {}

  /**
   * The answer, as it is.
   *
   * @param missedOn the day with which the time ended before that; null if it was kept
   */
  @Revision("1")
  record AdditionalAnswerCorrected(
      String applicationId,
      int number,
      LocalDate formerAnsweredOn,
      String formerHandedIn,
      LocalDate answeredOn,
      String handedIn,
      @Nullable LocalDate missedOn,
      String reason,
      @Nullable String corrects)
      implements AdditionalRequestEvent, Correction {}

  /**
   * Nobody waits for the answer any more.
   *
   * @param reason why; null where the decision came without it
   */
  @Revision("1")
  record AdditionalRequestEnded(String applicationId, int number, @Nullable String reason)
      implements AdditionalRequestEvent {}
}
