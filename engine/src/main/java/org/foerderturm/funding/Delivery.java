package org.foerderturm.funding;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a notice came and what can be done against it, as the rules were when it was recorded.
 *
 * @param postedOn when it was given to the post; null if it was served or handed over
 * @param receivedOn when it was in the box
 * @param notifiedOn the day on which it counts as notified: time runs from then on
 * @param withoutInstruction whether the instruction about remedies was missing or wrong
 * @param remedy that is open against it; null if none is
 * @param until last day of that remedy; null if there is none
 * @param source where the two days stand
 */
public record Delivery(
    @Nullable LocalDate postedOn,
    LocalDate receivedOn,
    LocalDate notifiedOn,
    boolean withoutInstruction,
    @Nullable Remedy remedy,
    @Nullable LocalDate until,
    String source) {

  /** Until when something is open against it; a month after its receipt where it isn't known. */
  static LocalDate until(@Nullable Delivery delivery, LocalDate receivedOn) {
    if (delivery == null) return Contest.monthAfter(receivedOn);
    var until = delivery.until();
    return until == null ? Contest.monthAfter(delivery.notifiedOn()) : until;
  }

  static @Nullable LocalDate posted(@Nullable Delivery delivery) {
    return delivery == null ? null : delivery.postedOn();
  }

  static @Nullable LocalDate received(@Nullable Delivery delivery) {
    return delivery == null ? null : delivery.receivedOn();
  }

  static boolean uninstructed(@Nullable Delivery delivery) {
    return delivery != null && delivery.withoutInstruction();
  }
}
