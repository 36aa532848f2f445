package org.foerderturm.funding;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.foerderturm.consortium.Programme;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * A day on which work began or may begin, and what it must not come before. Where the table
 * start-of-work has no row, a start stands against nothing.
 *
 * @param aid whether a partner's money is aid that must have an incentive effect (GBER Art. 6)
 * @param submittedOn null while nothing was applied for
 * @param permittedFrom from when the funder allowed it before the notice; null if it did not
 * @param noticeOn when the grant came; null while it has not
 */
record StartOfWork(
    LocalDate day,
    Programme programme,
    boolean aid,
    @Nullable LocalDate submittedOn,
    @Nullable LocalDate permittedFrom,
    @Nullable LocalDate noticeOn) {
  private static final String TABLE = "start-of-work";

  /**
   * What stands against the grant.
   *
   * @param code {@code work-before-application}, {@code work-before-notice} or {@code
   *     work-before-permission}
   * @param source where it stands
   * @param limit the day that it came before; null while there is none
   */
  record Obstacle(String code, LocalDate day, String source, @Nullable LocalDate limit) {
    Rejected refusal() {
      return new Rejected(
          code,
          limit == null
              ? Map.of("day", day.toString(), "source", source)
              : Map.of("day", day.toString(), "source", source, "limit", limit.toString()));
    }
  }

  /** The gravest first: no permission heals a start before the application for aid. */
  @Nullable Obstacle obstacle(Decisions tables) {
    var rules =
        tables
            .all(
                TABLE,
                Map.of(
                    "day",
                    day.toString(),
                    "programme",
                    programme.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    "aid",
                    aid))
            .stream()
            .collect(
                Collectors.toMap(
                    rule -> rule.text("notBefore"), rule -> rule.text("source"), (a, b) -> a));
    var application = rules.get("application");
    if (application != null && (submittedOn == null || day.isBefore(submittedOn)))
      return new Obstacle("work-before-application", day, application, submittedOn);
    var notice = rules.get("notice");
    if (notice == null || (noticeOn != null && !day.isBefore(noticeOn))) return null;
    if (permittedFrom == null) return new Obstacle("work-before-notice", day, notice, noticeOn);
    return day.isBefore(permittedFrom)
        ? new Obstacle("work-before-permission", day, notice, permittedFrom)
        : null;
  }
}
