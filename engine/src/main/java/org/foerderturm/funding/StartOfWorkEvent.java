package org.foerderturm.funding;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/** Facts about the start of work and its permission, in the application's stream. */
public sealed interface StartOfWorkEvent extends Event {

  String applicationId();

  @Revision("1")
  record EarlyStartRequested(String applicationId, LocalDate requestedOn, String grounds)
      implements StartOfWorkEvent {}

  /**
   * @param from the day from which work may begin before the notice
   */
  @Revision("1")
  record EarlyStartPermitted(
      String applicationId, LocalDate decidedOn, LocalDate from, @Nullable String reference)
      implements StartOfWorkEvent {}

  /** What the permission says, as it is. */
  @Revision("1")
  record EarlyStartCorrected(
      String applicationId,
      LocalDate formerDecidedOn,
      LocalDate formerFrom,
      @Nullable String formerReference,
      LocalDate decidedOn,
      LocalDate from,
      @Nullable String reference,
      String reason,
      @Nullable String corrects)
      implements StartOfWorkEvent, Correction {}

  @Revision("1")
  record EarlyStartRefused(
      String applicationId, LocalDate decidedOn, @Nullable String reference, String reason)
      implements StartOfWorkEvent {}

  /**
   * @param obstacle code of what it meant for the grant when it was recorded: {@code
   *     work-before-application}, {@code work-before-notice} or {@code work-before-permission};
   *     null if nothing
   */
  @Revision("1")
  record WorkStarted(
      String applicationId, LocalDate startedOn, String what, @Nullable String obstacle)
      implements StartOfWorkEvent {}

  /** When work began, as it is. */
  @Revision("1")
  record StartOfWorkCorrected(
      String applicationId,
      LocalDate formerStartedOn,
      String formerWhat,
      LocalDate startedOn,
      String what,
      @Nullable String obstacle,
      String reason,
      @Nullable String corrects)
      implements StartOfWorkEvent, Correction {}

  /** It was no start of work. */
  @Revision("1")
  record StartOfWorkWithdrawn(String applicationId, LocalDate startedOn, String reason)
      implements StartOfWorkEvent {}
}
