package org.foerderturm.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.foerderturm.alliance.ContributionCommand.CorrectContributionDay;
import org.foerderturm.alliance.ContributionCommand.RecordContributionPayment;
import org.foerderturm.alliance.ContributionDay;
import org.foerderturm.funding.FundingCommand.SubmitApplication;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Happened;
import org.foerderturm.kernel.Rejected;
import org.junit.jupiter.api.Test;

/** What is said to have happened does not lie ahead, in no command. */
class HappenedDaysTest {
  /** 00:30 on 2 May in the office. */
  private static final Instant NOW = Instant.parse("2026-05-01T22:30:00Z");

  private static final LocalDate TODAY = LocalDate.parse("2026-05-02");

  /** May lie ahead: deadlines, periods, plans, terms, what takes effect or is due later. */
  private static final Set<String> AHEAD =
      Set.of(
          "deadline",
          "dueOn",
          "refundDueOn",
          "from",
          "until",
          "periodFrom",
          "periodUntil",
          "startsOn",
          "endsOn",
          "baseline",
          "newBaseline",
          "forecast",
          "grantPlannedOn",
          "reserveUntil",
          "plannedOn",
          "postponedTo",
          "onDay",
          "joinedOn",
          "joinsOn",
          "leavesOn",
          "validUntil",
          "effectiveOn",
          "since",
          "datedOn",
          "invoicedOn");

  /** Judged by the aggregate: CorrectContributionDay#on, ReportProgress#asOf and so on. */
  private static final Set<String> BY_ITSELF =
      Set.of(
          "CheckDeMinimisAids#on",
          "CorrectContributionDay#on",
          "CallForReport#on",
          "CorrectGrantDay#on",
          "ReportProgress#asOf",
          "ReportLineFigures#asOf",
          "FollowPayment#formerLastOn",
          "FollowPayment#lastOn");

  @Test
  void each_day_of_each_command_either_has_happened_or_may_lie_ahead() {
    var open = new TreeSet<String>();
    for (var command : new EventTypes().commands().entrySet())
      for (var each : command.getValue().getRecordComponents()) {
        boolean day = each.getType() == LocalDate.class || each.getType() == LocalDateTime.class;
        if (day
            && !each.isAnnotationPresent(Happened.class)
            && !AHEAD.contains(each.getName())
            && !BY_ITSELF.contains(command.getKey() + "#" + each.getName()))
          open.add(command.getKey() + "#" + each.getName());
      }
    assertThat(open).isEmpty();
  }

  @Test
  void the_days_of_the_office_count() {
    HappenedDays.check(new RecordContributionPayment("c", 1, TODAY), NOW);
    refused(new RecordContributionPayment("c", 1, TODAY.plusDays(1)));
    HappenedDays.check(new SubmitApplication("a", TODAY.atTime(0, 30)), NOW);
    refused(new SubmitApplication("a", TODAY.atTime(0, 31)));
  }

  @Test
  void a_deferral_ends_later_a_reminder_was_sent() {
    var ahead = TODAY.plusDays(1);
    HappenedDays.check(
        new CorrectContributionDay("c", ContributionDay.DEFERRAL, 1, ahead, "x"), NOW);
    refused(new CorrectContributionDay("c", ContributionDay.REMINDER, 1, ahead, "x"));
  }

  private static void refused(Command command) {
    assertThatThrownBy(() -> HappenedDays.check(command, NOW))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.code()).isEqualTo("time-in-future"));
  }
}
