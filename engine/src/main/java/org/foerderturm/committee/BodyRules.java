package org.foerderturm.committee;

import java.time.LocalDate;
import org.foerderturm.kernel.Merge;
import org.jspecify.annotations.Nullable;

/**
 * By which rules a body decides, from a day on; a body has a row for each change. A motion keeps
 * the row of the day on which it was submitted, a meeting that of its own day.
 *
 * @param quorum part of the statutory members that must be present
 * @param majority part that must say yes; without any yes, a motion is rejected
 * @param validFrom first day, office's time zone; null for the row that a body starts with
 * @param source law, bylaw or resolution, as one cites it
 * @param meetings null in rows older than this part: then {@link MeetingRules#municipal()} holds
 * @param majorityOf what the majority is a part of; null in rows older than this part: of the yes
 *     and no votes
 */
public record BodyRules(
    Share quorum,
    Share majority,
    @Nullable LocalDate validFrom,
    String source,
    @Nullable MeetingRules meetings,
    @Nullable MajorityOf majorityOf)
    implements Merge.Composite {

  /** The whole of which a majority is a part. */
  public enum MajorityOf {
    /** Of the yes and no votes; an abstention decides nothing (GO NRW § 50 Abs. 1 and 5). */
    VOTES,
    /** Of those who are present and not biased: an abstention counts like a no. */
    PRESENT,
    /** Of the statutory members, however many came (GO NRW § 7 Abs. 3 for the main bylaw). */
    MEMBERS
  }

  public BodyRules {
    if (source.isBlank()) throw new IllegalArgumentException("rules need a source");
  }

  public BodyRules(Share quorum, Share majority, @Nullable LocalDate validFrom, String source) {
    this(quorum, majority, validFrom, source, null, null);
  }

  public BodyRules(
      Share quorum,
      Share majority,
      @Nullable LocalDate validFrom,
      String source,
      @Nullable MeetingRules meetings) {
    this(quorum, majority, validFrom, source, meetings, null);
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
    return new BodyRules(quorum, majority, validFrom, source, others, majorityOf);
  }

  /** The same, but the majority is a part of another whole. */
  public BodyRules with(MajorityOf other) {
    return new BodyRules(quorum, majority, validFrom, source, meetings, other);
  }

  /** What the majority is a part of, by its own rules or else by the default. */
  public MajorityOf counted() {
    return majorityOf == null ? MajorityOf.VOTES : majorityOf;
  }

  /**
   * As they hold for a body of that kind: without votes outside of meetings where law has none or
   * the body has no rule of its own for them.
   */
  public BodyRules heldBy(BodyKind kind) {
    var how = forMeetings();
    if (how.outside() == MeetingRules.Outside.NEVER) return with(how);
    return kind.decidesInMeetingsOnly() || !how.allowedByOwnRule(source)
        ? with(how.inMeetingsOnly())
        : with(how.voting(how.outside(), how.circularDays(), outsideRule(how)));
  }

  private String outsideRule(MeetingRules how) {
    return how.outsideSource() == null ? source : how.outsideSource();
  }

  /** How the body meets, by its own rules or else by the default. */
  public MeetingRules forMeetings() {
    return meetings == null ? MeetingRules.municipal() : meetings;
  }
}
