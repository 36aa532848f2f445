package org.foerderturm.funding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.foerderturm.funding.ObjectionResult.REFUSED;
import static org.foerderturm.funding.ObjectionResult.REMEDIED;
import static org.foerderturm.funding.ObjectionResult.WITHDRAWN;
import static org.foerderturm.funding.Remedy.ACTION;
import static org.foerderturm.funding.Remedy.OBJECTION;
import static org.foerderturm.kernel.Refusals.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.foerderturm.funding.FundingCommand.CloseApplication;
import org.foerderturm.funding.FundingCommand.CorrectContestDecision;
import org.foerderturm.funding.FundingCommand.CorrectRejection;
import org.foerderturm.funding.FundingCommand.RecordGrantNotice;
import org.foerderturm.funding.FundingCommand.RecordRejectionNotice;
import org.foerderturm.funding.FundingEvent.ApplicationClosed;
import org.foerderturm.funding.FundingEvent.ApplicationRejected;
import org.foerderturm.funding.FundingEvent.RejectionCorrected;
import org.foerderturm.funding.GrantCommand.ContestRejection;
import org.foerderturm.funding.GrantCommand.DecideContest;
import org.foerderturm.funding.GrantEvent.ContestDecided;
import org.foerderturm.funding.GrantEvent.ContestDecisionCorrected;
import org.foerderturm.funding.GrantEvent.RejectionContested;
import org.foerderturm.funding.GrantEvent.RejectionLifted;
import org.junit.jupiter.api.Test;

/** What becomes of a rejection that somebody contests. */
class ContestTest {
  private static final String A = "a-1";
  private static final LocalDate NOTICE = LocalDate.parse("2026-09-01");
  private static final LocalDate LAST = LocalDate.parse("2026-10-01");
  private static final LocalDate DECIDED = LocalDate.parse("2026-12-01");
  private static final LocalDate LAST_FOR_COURT = LocalDate.parse("2027-01-04"); // after New Year

  private final AggregateTestFixture<FundingApplication> application =
      FundingApplicationTest.fixture();

  @Test
  void vwgo_70_an_objection_is_in_time_until_the_last_day_of_the_month() {
    rejected()
        .when(new ContestRejection(A, OBJECTION, LAST, " zu Unrecht "))
        .expectEvents(objection(LAST));
    refused(
        rejected().when(new ContestRejection(A, OBJECTION, LAST.plusDays(1), "x")),
        "remedy-too-late",
        Map.of("until", "2026-10-01"));
    refused(
        rejected().when(new ContestRejection(A, OBJECTION, NOTICE.minusDays(1), "x")),
        "day-too-early",
        Map.of("day", "2026-08-31", "earliest", "2026-09-01"));
  }

  @Test
  void vwvfg_31_a_month_that_ends_on_a_free_day_ends_on_the_next_working_day() {
    FundingApplicationTest.evaluated(application, false)
        .when(new RecordRejectionNotice(A, "13N1", LocalDate.parse("2026-10-01"), "x"))
        .expectEvents(
            new ApplicationRejected(
                A, "13N1", LocalDate.parse("2026-10-01"), "x", LocalDate.parse("2026-11-02")));
  }

  @Test
  void an_objection_that_was_refused_leaves_a_month_for_the_court() {
    rejected(objection(NOTICE))
        .when(new DecideContest(A, REFUSED, DECIDED, "W 1"))
        .expectEvents(objectionRefused());
    rejected(objection(NOTICE), objectionRefused())
        .when(new ContestRejection(A, ACTION, LAST_FOR_COURT, "x"))
        .expectEvents(new RejectionContested(A, ACTION, LAST_FOR_COURT, "x", LAST_FOR_COURT));
    refused(
        rejected(objection(NOTICE), objectionRefused())
            .when(new ContestRejection(A, ACTION, LAST_FOR_COURT.plusDays(1), "x")),
        "remedy-too-late",
        Map.of("until", "2027-01-04"));
    refused(
        rejected(objection(NOTICE), objectionRefused())
            .when(new ContestRejection(A, OBJECTION, DECIDED, "x")),
        "objection-already-decided");
  }

  @Test
  void vwgo_68_the_court_comes_after_the_objection() {
    refused(
        rejected().when(new ContestRejection(A, ACTION, NOTICE, "x")),
        "remedy-is-objection",
        Map.of(
            "until",
            "2026-10-01",
            "source",
            "§§ 68, 70, 74 VwGO; ohne richtige Belehrung ein Jahr, § 58 Abs. 2 VwGO"));
  }

  @Test
  void after_the_court_refused_nothing_is_left() {
    var filed = new RejectionContested(A, ACTION, DECIDED, "x", LAST_FOR_COURT);
    var lost = new ContestDecided(A, ACTION, REFUSED, DECIDED.plusYears(1), null, false, null);
    rejected(objection(NOTICE), objectionRefused(), filed)
        .when(new DecideContest(A, REFUSED, DECIDED.plusYears(1), null))
        .expectEvents(lost);
    refused(
        rejected(objection(NOTICE), objectionRefused(), filed, lost)
            .when(new ContestRejection(A, ACTION, DECIDED, "x")),
        "no-further-remedy");
  }

  @Test
  void a_remedied_contest_lifts_the_rejection_and_a_grant_can_follow() {
    var remedied = new ContestDecided(A, OBJECTION, REMEDIED, DECIDED, "W 1", false, null);
    var lifted = new RejectionLifted(A, "Westerfilde", OBJECTION, DECIDED);
    rejected(objection(NOTICE))
        .when(new DecideContest(A, REMEDIED, DECIDED, "W 1"))
        .expectEvents(remedied, lifted);
    rejected(objection(NOTICE), remedied, lifted)
        .when(
            new RecordGrantNotice(
                A,
                "13N2",
                DECIDED,
                200_00,
                LocalDate.parse("2027-01-01"),
                LocalDate.parse("2028-12-31"),
                null,
                null))
        .expectSuccessfulHandlerExecution();
    // examined anew, it may be rejected again, and contested again
    rejected(objection(NOTICE), remedied, lifted)
        .when(new RecordRejectionNotice(A, "13N2", DECIDED, "x"))
        .expectEvents(new ApplicationRejected(A, "13N2", DECIDED, "x", LAST_FOR_COURT));
    rejected(
            objection(NOTICE),
            objectionRefused(),
            new RejectionContested(A, ACTION, DECIDED, "x", LAST_FOR_COURT),
            new ContestDecided(A, ACTION, REMEDIED, DECIDED, null, false, null),
            new RejectionLifted(A, "Westerfilde", ACTION, DECIDED),
            new ApplicationRejected(A, "13N2", DECIDED, "x", LAST_FOR_COURT))
        .when(new ContestRejection(A, OBJECTION, DECIDED, "x"))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void a_withdrawn_objection_can_be_filed_again_while_the_month_runs() {
    var withdrawn =
        new ContestDecided(A, OBJECTION, WITHDRAWN, NOTICE.plusDays(3), null, false, null);
    rejected(objection(NOTICE))
        .when(new DecideContest(A, WITHDRAWN, NOTICE.plusDays(3), null))
        .expectEvents(withdrawn);
    rejected(objection(NOTICE), withdrawn)
        .when(new ContestRejection(A, OBJECTION, LAST, "x"))
        .expectSuccessfulHandlerExecution();
    refused(
        rejected(objection(NOTICE), withdrawn)
            .when(new ContestRejection(A, OBJECTION, LAST.plusDays(1), "x")),
        "remedy-too-late");
  }

  @Test
  void while_it_is_contested_nothing_is_closed_and_nothing_filed_twice() {
    refused(
        rejected(objection(NOTICE)).when(new CloseApplication(A, null)),
        "contest-pending",
        Map.of("filedOn", "2026-09-01"));
    refused(
        rejected(objection(NOTICE)).when(new ContestRejection(A, ACTION, NOTICE, "x")),
        "contest-pending");
    rejected(objection(NOTICE), objectionRefused())
        .when(new CloseApplication(A, null))
        .expectEvents(new ApplicationClosed(A, "Westerfilde", null));
  }

  @Test
  void what_was_not_contested_is_not_decided() {
    refused(rejected().when(new DecideContest(A, REFUSED, DECIDED, null)), "no-contest-pending");
    refused(
        rejected(objection(LAST)).when(new DecideContest(A, REFUSED, LAST.minusDays(1), null)),
        "day-too-early");
  }

  @Test
  void only_a_rejection_of_an_open_application_is_contested() {
    refused(
        FundingApplicationTest.evaluated(application, true)
            .when(new ContestRejection(A, OBJECTION, NOTICE, "x")),
        "nothing-rejected");
    refused(
        rejected(new ApplicationClosed(A, "Westerfilde", null))
            .when(new ContestRejection(A, OBJECTION, NOTICE, "x")),
        "application-ended");
    assertThatThrownBy(() -> new ContestRejection(A, OBJECTION, NOTICE, " "))
        .hasMessage("reason-missing");
  }

  // ---- helpers

  @Test
  void a_rejection_is_set_right_and_the_time_to_contest_follows() {
    var right =
        new RejectionCorrected(
            A,
            "13N1",
            NOTICE,
            "nicht ausgewählt",
            "13N1",
            NOTICE.plusDays(3),
            "nicht ausgewählt",
            LocalDate.parse("2026-10-05"),
            "verlesen",
            null);
    rejected()
        .when(new CorrectRejection(A, "13N1", NOTICE.plusDays(3), "nicht ausgewählt", "verlesen"))
        .expectEvents(right);
    rejected(right)
        .when(new ContestRejection(A, OBJECTION, LocalDate.parse("2026-10-05"), "x"))
        .expectSuccessfulHandlerExecution();
    refused(
        rejected(objection(LAST))
            .when(new CorrectRejection(A, "13N1", NOTICE.minusDays(1), "nicht ausgewählt", "x")),
        "remedy-too-late",
        Map.of("until", "2026-09-30"));
    refused(
        FundingApplicationTest.evaluated(application, true)
            .when(new CorrectRejection(A, "1", NOTICE, "x", "x")),
        "nothing-rejected",
        Map.of());
  }

  @Test
  void a_decision_is_set_right_and_the_time_for_the_court_follows() {
    var right =
        new ContestDecisionCorrected(
            A,
            OBJECTION,
            REFUSED,
            DECIDED,
            "W 1",
            DECIDED.plusDays(7),
            "W 1",
            LocalDate.parse("2027-01-08"),
            "verlesen",
            null);
    rejected(objection(NOTICE), objectionRefused())
        .when(new CorrectContestDecision(A, DECIDED.plusDays(7), "W 1", "verlesen"))
        .expectEvents(right);
    rejected(objection(NOTICE), objectionRefused(), right)
        .when(new ContestRejection(A, ACTION, LocalDate.parse("2027-01-08"), "x"))
        .expectSuccessfulHandlerExecution();
    refused(
        rejected().when(new CorrectContestDecision(A, DECIDED, null, "x")),
        "no-contest-decided",
        Map.of());
  }

  private static RejectionContested objection(LocalDate filedOn) {
    return new RejectionContested(A, OBJECTION, filedOn, "zu Unrecht", LAST);
  }

  private static ContestDecided objectionRefused() {
    return new ContestDecided(A, OBJECTION, REFUSED, DECIDED, "W 1", true, LAST_FOR_COURT);
  }

  private TestExecutor<FundingApplication> rejected(Object... more) {
    var events = new ArrayList<>(FundingApplicationTest.evaluatedEvents(false));
    events.add(new ApplicationRejected(A, "13N1", NOTICE, "nicht ausgewählt", LAST));
    events.addAll(List.of(more));
    return application.given(events);
  }
}
