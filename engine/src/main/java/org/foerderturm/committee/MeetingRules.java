package org.foerderturm.committee;

import java.util.List;
import org.foerderturm.kernel.Merge;

/**
 * How a body meets: part of its dated {@link BodyRules}. The figures of the default differ from
 * body to body and stand for the body's own rules of procedure until these are entered.
 *
 * @param noticeDays full days between the sending of the invitation and the day of the meeting
 * @param urgentHours hours between the sending of an urgent invitation and the meeting
 * @param minutesDays days after the meeting by which the draft minutes are due
 * @param outside how the body may decide without meeting
 * @param circularDays days that members have to answer a circular vote
 * @param secretOnRequest part of the statutory members whose request makes a ballot secret
 * @param open meetings are public; a single item may still be closed with a reason
 * @param incompatibleWith ids of bodies whose members can't be members here at the same time
 */
public record MeetingRules(
    int noticeDays,
    int urgentHours,
    int minutesDays,
    Outside outside,
    int circularDays,
    Share secretOnRequest,
    boolean open,
    List<String> incompatibleWith)
    implements Merge.Composite {

  /** How a body decides between its meetings. */
  public enum Outside {
    /** Electronically, counted as in a meeting. */
    BY_MAJORITY,
    /** By circular vote in writing, which fails unless every member agrees. */
    UNANIMOUS,
    /** Not at all: what is put before the body waits for a meeting. */
    NEVER
  }

  public MeetingRules {
    if (noticeDays < 0 || urgentHours < 0 || minutesDays < 1 || circularDays < 1)
      throw new IllegalArgumentException("periods run forward");
    incompatibleWith = List.copyOf(incompatibleWith);
  }

  /** One fifth for a secret ballot is law (GO NRW § 50 Abs. 1); the periods are examples. */
  public static MeetingRules municipal() {
    return new MeetingRules(
        8, 24, 14, Outside.BY_MAJORITY, 7, Share.atLeast(1, 5), true, List.of());
  }

  /** The same, but members have so many days to vote without a meeting. */
  public MeetingRules withCircularDays(int days) {
    return new MeetingRules(
        noticeDays,
        urgentHours,
        minutesDays,
        outside,
        days,
        secretOnRequest,
        open,
        incompatibleWith);
  }
}
