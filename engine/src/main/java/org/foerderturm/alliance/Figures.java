package org.foerderturm.alliance;

import java.time.LocalDate;
import java.util.Map;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * How large an organisation is. Companies belong to a group or stand alone; the group counts.
 *
 * @param staff people employed; null where it doesn't matter
 * @param turnoverCents a year
 * @param groupStaff of the whole group, itself included; null if it stands alone
 * @param foundedOn decides whether it is a start-up
 */
public record Figures(
    @Nullable Integer staff,
    @Nullable Long turnoverCents,
    @Nullable Integer groupStaff,
    @Nullable Long groupTurnoverCents,
    @Nullable LocalDate foundedOn) {

  /**
   * @throws Rejected if they contradict themselves or the kind of organisation
   */
  public void check(MemberKind kind) {
    if (isNegative(staff)
        || isNegative(turnoverCents)
        || isNegative(groupStaff)
        || isNegative(groupTurnoverCents)) throw new Rejected("figures-negative");
    if (kind != MemberKind.COMPANY) {
      if (groupStaff != null || groupTurnoverCents != null)
        throw new Rejected("group-only-for-companies", Map.of("kind", kind.code()));
      return;
    }
    if (staff == null || turnoverCents == null) throw new Rejected("figures-missing");
    if ((groupStaff != null && groupStaff < staff)
        || (groupTurnoverCents != null && groupTurnoverCents < turnoverCents))
      throw new Rejected("group-smaller-than-company");
  }

  int countingStaff() {
    return groupStaff != null ? groupStaff : staff == null ? 0 : staff;
  }

  long countingTurnoverCents() {
    return groupTurnoverCents != null
        ? groupTurnoverCents
        : turnoverCents == null ? 0 : turnoverCents;
  }

  private static boolean isNegative(@Nullable Number number) {
    return number != null && number.longValue() < 0;
  }
}
