package org.foerderturm.consortium;

import java.util.Map;
import java.util.regex.Pattern;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;

/**
 * By what rules the partners decide among themselves. Days are calendar days.
 *
 * @param quorum share of the members that must be there, e.g. {@code 2/3}
 * @param majority share of the votes cast
 * @param invitationDays before an ordinary meeting
 * @param extraordinaryDays before an extraordinary one
 * @param minutesDays until the draft minutes are sent
 * @param vetoDays in which a member may veto after the draft minutes
 * @param publicationDays notice before results are published
 * @param objectionDays in which a member may object to a publication
 * @param changesNeedResolution whether the steering body resolves on exit, replacement, amendment
 * @param source where these rules come from
 */
public record AgreementRules(
    String quorum,
    String majority,
    int invitationDays,
    int extraordinaryDays,
    int minutesDays,
    int vetoDays,
    int publicationDays,
    int objectionDays,
    boolean changesNeedResolution,
    String source)
    implements Merge.Composite {
  private static final Pattern SHARE = Pattern.compile("([1-9]\\d?)/([1-9]\\d?)");

  /**
   * @throws Rejected {@code share-invalid}, {@code days-negative} or {@code
   *     extraordinary-above-ordinary}
   */
  void mustBeSound() {
    mustBeShare("quorum", quorum);
    mustBeShare("majority", majority);
    if (Math.min(invitationDays, extraordinaryDays) < 0
        || Math.min(minutesDays, vetoDays) < 0
        || Math.min(publicationDays, objectionDays) < 0) throw new Rejected("days-negative");
    if (extraordinaryDays > invitationDays) throw new Rejected("extraordinary-above-ordinary");
  }

  /** Whether it is a part of a whole, like {@code 2/3}. */
  public static boolean isShare(String typed) {
    var matcher = SHARE.matcher(typed);
    return matcher.matches()
        && Integer.parseInt(matcher.group(1)) <= Integer.parseInt(matcher.group(2));
  }

  private static void mustBeShare(String field, String share) {
    if (!isShare(share))
      throw new Rejected("share-invalid", Map.of("field", field, "value", share));
  }
}
