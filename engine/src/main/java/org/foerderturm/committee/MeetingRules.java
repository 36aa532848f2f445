package org.foerderturm.committee;

import java.util.List;
import java.util.Locale;
import org.foerderturm.kernel.Merge;
import org.jspecify.annotations.Nullable;

/**
 * How a body meets: part of its dated {@link BodyRules}. The figures of the default differ from
 * body to body and stand for the body's own rules of procedure until these are entered.
 *
 * @param noticeDays full days between the sending of the invitation and the day of the meeting
 * @param urgentHours hours between the sending of an urgent invitation and the meeting
 * @param minutesDays days after the meeting by which the draft minutes are due
 * @param outside how the body may decide without meeting; by law not at all, so anything else needs
 *     a rule of the body's own
 * @param circularDays days that members have to answer a circular vote
 * @param secretOnRequest part of the statutory members whose request makes a ballot secret
 * @param open meetings are public; a single item may still be closed with a reason
 * @param incompatibleWith ids of bodies whose members can't be members here at the same time
 * @param outsideSource the body's own rule that allows votes without a meeting, as one cites it;
 *     null where there are none, and in rows older than this part: then the row's source counts
 */
public record MeetingRules(
    int noticeDays,
    int urgentHours,
    int minutesDays,
    Outside outside,
    int circularDays,
    Share secretOnRequest,
    boolean open,
    List<String> incompatibleWith,
    @Nullable String outsideSource)
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

  public MeetingRules(
      int noticeDays,
      int urgentHours,
      int minutesDays,
      Outside outside,
      int circularDays,
      Share secretOnRequest,
      boolean open,
      List<String> incompatibleWith) {
    this(
        noticeDays,
        urgentHours,
        minutesDays,
        outside,
        circularDays,
        secretOnRequest,
        open,
        incompatibleWith,
        null);
  }

  public MeetingRules {
    if (noticeDays < 0 || urgentHours < 0 || minutesDays < 1 || circularDays < 1)
      throw new IllegalArgumentException("periods run forward");
    incompatibleWith = List.copyOf(incompatibleWith);
  }

  /** One fifth for a secret ballot is law (GO NRW § 50 Abs. 1); the periods are examples. */
  public static MeetingRules municipal() {
    return new MeetingRules(8, 24, 14, Outside.NEVER, 7, Share.atLeast(1, 5), true, List.of());
  }

  /**
   * The same, but the body may decide without meeting.
   *
   * @param days that members have to vote
   * @param rule the body's own, as one cites it
   */
  public MeetingRules voting(Outside other, int days, String rule) {
    return with(other, days, rule);
  }

  MeetingRules inMeetingsOnly() {
    return with(Outside.NEVER, circularDays, null);
  }

  /**
   * The body has a rule of its own for votes without a meeting.
   *
   * @param source of the row that this is part of
   */
  boolean allowedByOwnRule(String source) {
    var rule = outsideSource == null ? source : outsideSource;
    return !rule.isBlank() && !citesMunicipalCode(rule);
  }

  /** The code has no votes without a meeting, so it can't be their source. */
  private static boolean citesMunicipalCode(String rule) {
    var words = rule.toLowerCase(Locale.ROOT);
    return words.contains("go nrw") || words.contains("go nw") || words.contains("gemeindeordnung");
  }

  private MeetingRules with(Outside other, int days, @Nullable String rule) {
    return new MeetingRules(
        noticeDays,
        urgentHours,
        minutesDays,
        other,
        days,
        secretOnRequest,
        open,
        incompatibleWith,
        rule);
  }
}
