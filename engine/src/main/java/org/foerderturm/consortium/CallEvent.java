package org.foerderturm.consortium;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/** What happened with the funding call that a consortium forms for. */
public sealed interface CallEvent extends Event {

  String consortiumId();

  /**
   * From now on this deadline counts.
   *
   * @param call name or number; null if none is known
   * @param former the deadline until now; null if there was none, or if formation begins with it
   * @param deadline last day in the office's zone
   * @param reason null if formation begins with it
   */
  @Revision("1")
  record CallDeadlineSet(
      String consortiumId,
      String title,
      @Nullable String call,
      @Nullable LocalDate former,
      LocalDate deadline,
      @Nullable String reason)
      implements CallEvent {}

  /**
   * @param remindAt when to remind, one more than {@code workingDays}: the last is when the
   *     deadline is over, and takes the place of those that are past
   */
  @Revision("1")
  record CallRemindersPlanned(
      String consortiumId, LocalDate deadline, List<Integer> workingDays, List<Instant> remindAt)
      implements CallEvent {
    public CallRemindersPlanned {
      workingDays = List.copyOf(workingDays);
      remindAt = List.copyOf(remindAt);
    }
  }

  /**
   * @param workingDays how many are left; null if the deadline is over
   */
  @Revision("1")
  record CallDeadlineReminded(
      String consortiumId, String title, LocalDate deadline, @Nullable Long workingDays)
      implements CallEvent {}

  @Revision("1")
  record CallLeft(
      String consortiumId, String title, @Nullable String call, LocalDate deadline, String reason)
      implements CallEvent {}
}
