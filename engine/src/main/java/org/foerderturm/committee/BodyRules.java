package org.foerderturm.committee;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * By which rules a body decides, from a day on; a body has a row for each change. A motion keeps
 * the row of the day on which it was submitted, a meeting that of its own day.
 *
 * @param quorum part of the statutory members that must be present
 * @param majority part of the yes and no votes that must be yes; without any, a motion is rejected
 * @param validFrom first day, office's time zone; null for the row that a body starts with
 * @param source law, bylaw or resolution, as one cites it
 * @param meetings null in rows older than this part: then {@link MeetingRules#municipal()} holds
 */
public record BodyRules(
    Share quorum,
    Share majority,
    @Nullable LocalDate validFrom,
    String source,
    @Nullable MeetingRules meetings) {
  public BodyRules {
    if (source.isBlank()) throw new IllegalArgumentException("rules need a source");
  }

  public BodyRules(Share quorum, Share majority, @Nullable LocalDate validFrom, String source) {
    this(quorum, majority, validFrom, source, null);
  }

  /**
   * The default: more than half of the statutory members present; more yes than no, so that a tie
   * is a rejection.
   */
  public static BodyRules municipal() {
    return new BodyRules(
        Share.moreThan(1, 2), Share.moreThan(1, 2), null, "GO NRW § 49 Abs. 1, § 50 Abs. 1, § 31");
  }

  public BodyRules with(MeetingRules others) {
    return new BodyRules(quorum, majority, validFrom, source, others);
  }

  /** How the body meets, by its own rules or else by the default. */
  public MeetingRules forMeetings() {
    return meetings == null ? MeetingRules.municipal() : meetings;
  }
}
