package org.foerderturm.funding;

import java.time.LocalDate;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.foerderturm.kernel.Sort;
import org.jspecify.annotations.Nullable;

/** Questions about what can be done against grants and rejections, and until when. */
public sealed interface RemedyQuery<R> extends Query<R> {

  /**
   * What can be done against grants and rejections: what is open first, by its last day.
   *
   * @param search words of title or funder; null for all
   * @param state one of {@link RemedyRow#state()}; null for all
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindRemedies(
      @Nullable String search, @Nullable String state, @Nullable Sort sort, int offset, int limit)
      implements RemedyQuery<Page<RemedyRow>> {}

  /** What can be done against the last notice on an application; null if there was none. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindRemedy(String applicationId) implements RemedyQuery<@Nullable RemedyRow> {}

  /**
   * @param notice {@code grant} or {@code rejection}
   * @param receivedOn when it was in the box
   * @param notifiedOn the day on which it counts as notified
   * @param withoutInstruction whether its instruction about remedies was missing or wrong
   * @param remedy that is open or was last; null if there is none
   * @param until last day of that remedy; null if there is none
   * @param filed the remedy that is not decided yet; null if none is
   * @param state {@code open}, {@code filed} and not decided, {@code passed}, {@code final} where
   *     nothing is possible any more, {@code none} where nothing ever was
   * @param source where all this stands; null for notices of earlier versions
   */
  record RemedyRow(
      String applicationId,
      String title,
      String funder,
      String notice,
      @Nullable String reference,
      @Nullable LocalDate postedOn,
      LocalDate receivedOn,
      LocalDate notifiedOn,
      boolean withoutInstruction,
      @Nullable String remedy,
      @Nullable LocalDate until,
      @Nullable String filed,
      @Nullable LocalDate filedOn,
      String state,
      @Nullable String source) {}
}
