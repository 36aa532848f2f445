package org.foerderturm.funding;

import static org.foerderturm.funding.ObjectionResult.REFUSED;
import static org.foerderturm.funding.ObjectionResult.WITHDRAWN;
import static org.foerderturm.funding.Remedy.ACTION;
import static org.foerderturm.funding.Remedy.OBJECTION;
import static org.foerderturm.funding.Remedy.REVIEW;
import static org.foerderturm.kernel.Refusals.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.foerderturm.alliance.ShippedTables;
import org.foerderturm.consortium.Programme;
import org.foerderturm.funding.FundingCommand.*;
import org.foerderturm.funding.FundingEvent.*;
import org.foerderturm.funding.GrantCommand.*;
import org.foerderturm.funding.GrantEvent.*;
import org.foerderturm.funding.NoticeLaw.Came;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How notices come, by funder: what time runs from, and what is left of it. */
class NoticesTest {
  private static final String A = "a-1";
  private static final LocalDate POSTED = day("2026-11-02");
  private static final LocalDate BOX = day("2026-11-03");
  private static final LocalDate DEEMED = day("2026-11-06");
  private static final LocalDate LAST = day("2026-12-07");
  private static final LocalDate FROM = day("2027-01-01");
  private static final LocalDate UNTIL = day("2028-12-31");
  private static final LocalDate DECIDED = day("2027-02-01"); // a Monday, in the box that day
  private static final LocalDate COURT = day("2027-03-05"); // deemed 05.02.

  private final AggregateTestFixture<FundingApplication> application =
      FundingApplicationTest.deliveries(command -> {});

  // ---- R12: the day that counts

  @Test
  void vwvfg_41_time_runs_from_the_fourth_day_after_posting() {
    evaluated(Programme.FEDERAL_JOINT_PROJECT, true)
        .when(grant(POSTED, BOX, false))
        .expectEvents(granted(POSTED, BOX, DEEMED, false, OBJECTION, LAST));
    grantedBy(Programme.FEDERAL_JOINT_PROJECT)
        .when(new FileObjection(A, LAST, "zu wenig"))
        .expectSuccessfulHandlerExecution();
    refused(
        grantedBy(Programme.FEDERAL_JOINT_PROJECT)
            .when(new FileObjection(A, LAST.plusDays(1), "zu wenig")),
        "objection-too-late",
        Map.of("until", "2026-12-07"));
    refused(
        grantedBy(Programme.FEDERAL_JOINT_PROJECT).when(new RecordFinality(A, LAST, false)),
        "appeal-still-possible",
        Map.of("until", "2026-12-07"));
    grantedBy(Programme.FEDERAL_JOINT_PROJECT)
        .when(new RecordFinality(A, LAST.plusDays(1), false))
        .expectEvents(new GrantBecameFinal(A, LAST.plusDays(1), false));
  }

  @Test
  void a_proven_later_arrival_counts_itself() {
    var late = day("2026-11-12");
    evaluated(Programme.FEDERAL_JOINT_PROJECT, true)
        .when(grant(POSTED, late, false))
        .expectEvents(granted(POSTED, late, late, false, OBJECTION, day("2026-12-14")));
  }

  @Test
  void nothing_is_posted_before_it_was_asked_for_or_after_it_came() {
    refused(
        evaluated(Programme.FEDERAL_JOINT_PROJECT, true).when(grant(BOX.plusDays(1), BOX, false)),
        "posted-after-arrival",
        Map.of("postedOn", "2026-11-04", "receivedOn", "2026-11-03"));
    refused(
        evaluated(Programme.FEDERAL_JOINT_PROJECT, false)
            .when(rejection(day("2026-01-01"), BOX, false)),
        "notice-before-submission");
  }

  @Test
  void vwgo_58_a_wrong_instruction_gives_a_year() {
    evaluated(Programme.FEDERAL_JOINT_PROJECT, false)
        .when(rejection(POSTED, BOX, true))
        .expectEvents(
            new ApplicationRejected(
                A,
                "13N1",
                BOX,
                "nein",
                day("2027-11-08"),
                told(
                    Programme.FEDERAL_JOINT_PROJECT,
                    NoticeKind.REJECTION,
                    new Came(POSTED, BOX, true))));
  }

  // ---- R13, R14: by funder

  @Test
  void justg_nrw_110_against_a_notice_of_the_land_there_is_action_only() {
    refused(
        grantedBy(Programme.ERDF).when(new FileObjection(A, BOX, "x")),
        "remedy-is-action",
        Map.of("until", "2026-12-07", "source", source(Programme.ERDF, NoticeKind.GRANT)));
    grantedBy(Programme.ERDF)
        .when(new FileObjection(A, LAST, "x", ACTION))
        .expectEvents(new ObjectionFiled(A, LAST, "x", List.of(), ACTION));
    refused(
        rejectedBy(Programme.ERDF).when(new ContestRejection(A, OBJECTION, BOX, "x")),
        "remedy-is-action");
    rejectedBy(Programme.ERDF)
        .when(new ContestRejection(A, ACTION, LAST, "x"))
        .expectEvents(new RejectionContested(A, ACTION, LAST, "x", LAST));
  }

  @Test
  void under_horizon_a_grant_is_never_appealed_and_never_final() {
    evaluated(Programme.HORIZON, true)
        .when(grant(null, BOX, false))
        .expectEvents(granted(null, BOX, BOX, false, null, null));
    refused(
        grantedBy(Programme.HORIZON).when(new FileObjection(A, BOX, "x")),
        "no-remedy",
        Map.of("source", source(Programme.HORIZON, NoticeKind.GRANT)));
    refused(
        grantedBy(Programme.HORIZON).when(new RecordFinality(A, day("2027-06-01"), false)),
        "grant-never-final");
    grantedBy(Programme.HORIZON, new CooperationAgreementSigned(A, FROM))
        .when(new SubmitProofOfUse(A, UNTIL, 10_00))
        .expectSuccessfulHandlerExecution();
    refused(
        grantedBy(Programme.FEDERAL_JOINT_PROJECT, new CooperationAgreementSigned(A, FROM))
            .when(new SubmitProofOfUse(A, UNTIL, 10_00)),
        "grant-not-final");
  }

  @Test
  void under_horizon_a_rejection_is_reviewed_once_within_30_days() {
    var last = day("2026-12-03");
    refused(
        rejectedBy(Programme.HORIZON).when(new ContestRejection(A, OBJECTION, BOX, "x")),
        "remedy-is-review",
        Map.of("until", "2026-12-03", "source", source(Programme.HORIZON, NoticeKind.REJECTION)));
    refused(
        rejectedBy(Programme.HORIZON).when(new ContestRejection(A, ACTION, BOX, "x")),
        "remedy-is-review");
    var filed = new RejectionContested(A, REVIEW, last, "x", last);
    rejectedBy(Programme.HORIZON)
        .when(new ContestRejection(A, REVIEW, last, "x"))
        .expectEvents(filed);
    refused(
        rejectedBy(Programme.HORIZON).when(new ContestRejection(A, REVIEW, last.plusDays(1), "x")),
        "remedy-too-late",
        Map.of("until", "2026-12-03"));
    var lost =
        new ContestDecided(
            A,
            REVIEW,
            REFUSED,
            DECIDED,
            null,
            false,
            null,
            law(Programme.HORIZON).decided(tables(), new Came(null, DECIDED, false), false));
    rejectedBy(Programme.HORIZON, filed)
        .when(new DecideContest(A, REFUSED, DECIDED, null))
        .expectEvents(lost);
    refused(
        rejectedBy(Programme.HORIZON, filed, lost)
            .when(new ContestRejection(A, REVIEW, DECIDED, "x")),
        "no-further-remedy");
  }

  // ---- R15: each remedy once

  @Test
  void a_second_objection_after_a_refused_one_is_refused_and_the_action_is_left() {
    var filed = new ObjectionFiled(A, BOX, "x", List.of(), OBJECTION);
    var decided = objectionDecided(DECIDED, DECIDED.plusDays(1));
    grantedBy(Programme.FEDERAL_JOINT_PROJECT, filed)
        .when(
            new DecideObjection(
                A, REFUSED, DECIDED, "W 1", null, null, DECIDED, DECIDED.plusDays(1), false))
        .expectEvents(objectionDecided(DECIDED, DECIDED.plusDays(1)));
    refused(
        grantedBy(Programme.FEDERAL_JOINT_PROJECT, filed, decided)
            .when(new FileObjection(A, DECIDED, "noch einmal")),
        "objection-already-decided",
        Map.of("until", "2027-03-05"));
    grantedBy(Programme.FEDERAL_JOINT_PROJECT, filed, decided)
        .when(new FileObjection(A, COURT, "Klage", ACTION))
        .expectEvents(new ObjectionFiled(A, COURT, "Klage", List.of(), ACTION));
    var lost =
        new ObjectionDecided(
            A,
            REFUSED,
            day("2027-09-01"),
            "VG 1",
            200_00,
            day("2027-10-01"),
            List.of(),
            ACTION,
            null);
    refused(
        grantedBy(
                Programme.FEDERAL_JOINT_PROJECT,
                filed,
                decided,
                new ObjectionFiled(A, COURT, "Klage", List.of(), ACTION),
                lost)
            .when(new FileObjection(A, day("2027-09-02"), "x", ACTION)),
        "no-further-remedy");
    refused(
        rejectedBy(
                Programme.FEDERAL_JOINT_PROJECT,
                new RejectionContested(A, OBJECTION, BOX, "x", LAST),
                new ContestDecided(A, OBJECTION, REFUSED, DECIDED, null, true, COURT))
            .when(new ContestRejection(A, OBJECTION, DECIDED, "noch einmal")),
        "objection-already-decided",
        Map.of("until", "2027-03-05"));
  }

  @Test
  void what_was_withdrawn_was_not_decided_and_moves_no_day() {
    var filed = new ObjectionFiled(A, BOX, "x", List.of(), OBJECTION);
    var withdrawn =
        new ObjectionDecided(
            A, WITHDRAWN, day("2026-11-20"), null, 200_00, LAST, List.of(), OBJECTION, null);
    grantedBy(Programme.FEDERAL_JOINT_PROJECT, filed)
        .when(new DecideObjection(A, WITHDRAWN, day("2026-11-20"), null, null))
        .expectEvents(withdrawn);
    grantedBy(Programme.FEDERAL_JOINT_PROJECT, filed, withdrawn)
        .when(new FileObjection(A, LAST, "doch"))
        .expectSuccessfulHandlerExecution();
  }

  // ---- set right

  @Test
  void another_day_of_posting_moves_the_time_of_appeal() {
    var posted = day("2026-11-03");
    grantedBy(Programme.FEDERAL_JOINT_PROJECT)
        .when(
            new CorrectGrantNotice(
                A, "13N1", day("2026-11-09"), 200_00, FROM, UNTIL, posted, false, "Stempel"))
        .expectEvents(
            new GrantNoticeCorrected(
                A,
                "13N1",
                BOX,
                200_00,
                FROM,
                UNTIL,
                "13N1",
                day("2026-11-09"),
                200_00,
                FROM,
                UNTIL,
                day("2026-12-09"),
                List.of(),
                day("2029-12-31"),
                GRANT_RULES,
                List.of(),
                told(
                    Programme.FEDERAL_JOINT_PROJECT,
                    NoticeKind.GRANT,
                    new Came(POSTED, BOX, false)),
                told(
                    Programme.FEDERAL_JOINT_PROJECT,
                    NoticeKind.GRANT,
                    new Came(posted, day("2026-11-09"), false)),
                "Stempel",
                null));
    refused(
        grantedBy(Programme.FEDERAL_JOINT_PROJECT)
            .when(
                new CorrectGrantNotice(
                    A, "13N1", BOX, 200_00, FROM, UNTIL, POSTED, false, "Stempel")),
        "nothing-changed");
    refused(
        grantedBy(
                Programme.FEDERAL_JOINT_PROJECT,
                new ObjectionFiled(A, LAST, "x", List.of(), OBJECTION))
            .when(
                new CorrectGrantNotice(
                    A, "13N1", BOX, 200_00, FROM, UNTIL, null, false, "persönlich übergeben")),
        "objection-outside-appeal",
        Map.of("until", "2026-12-03", "day", "2026-12-07"));
  }

  @Test
  void a_rejection_whose_posting_is_set_right_is_contested_until_another_day() {
    var came = new Came(POSTED, BOX, true);
    rejectedBy(Programme.FEDERAL_JOINT_PROJECT)
        .when(new CorrectRejection(A, "13N1", POSTED, BOX, true, "nein", "ohne Belehrung"))
        .expectEvents(
            new RejectionCorrected(
                A,
                "13N1",
                BOX,
                "nein",
                "13N1",
                BOX,
                "nein",
                day("2027-11-08"),
                told(
                    Programme.FEDERAL_JOINT_PROJECT,
                    NoticeKind.REJECTION,
                    new Came(POSTED, BOX, false)),
                told(Programme.FEDERAL_JOINT_PROJECT, NoticeKind.REJECTION, came),
                "ohne Belehrung",
                null));
  }

  @Test
  void a_decision_whose_arrival_is_set_right_is_appealed_until_another_day() {
    var filed = new ObjectionFiled(A, BOX, "x", List.of(), OBJECTION);
    var former = objectionDecided(DECIDED, DECIDED.plusDays(1));
    var late = DECIDED.plusDays(10);
    grantedBy(Programme.FEDERAL_JOINT_PROJECT, filed, former)
        .when(
            new CorrectObjectionDecision(
                A, DECIDED, "W 1", 200_00, DECIDED, late, false, "später im Kasten"))
        .expectEvents(
            new ObjectionDecisionCorrected(
                A,
                REFUSED,
                DECIDED,
                "W 1",
                200_00,
                DECIDED,
                "W 1",
                200_00,
                day("2027-03-11"),
                List.of(),
                former.delivery(),
                law(Programme.FEDERAL_JOINT_PROJECT)
                    .decided(tables(), new Came(DECIDED, late, false), true),
                "später im Kasten",
                null));
  }

  // ---- as it was

  @Test
  void a_notice_without_a_day_of_posting_counts_as_it_was_decided() {
    var old =
        new GrantNoticeReceived(
            A, "13N1", BOX, 200_00, FROM, UNTIL, day("2026-12-03"), List.of(), UNTIL, "x", null);
    refused(
        given(Programme.FEDERAL_JOINT_PROJECT, true, old)
            .when(new RecordFinality(A, day("2026-12-03"), false)),
        "appeal-still-possible",
        Map.of("until", "2026-12-03"));
    given(Programme.FEDERAL_JOINT_PROJECT, true, old)
        .when(new RecordFinality(A, day("2026-12-04"), false))
        .expectSuccessfulHandlerExecution();
    // one of the Union that was decided with a time of appeal keeps it
    given(Programme.HORIZON, true, old)
        .when(new RecordFinality(A, day("2026-12-04"), false))
        .expectSuccessfulHandlerExecution();
    refused(
        given(Programme.FEDERAL_JOINT_PROJECT, false, new ApplicationRejected(A, "1", BOX, "x"))
            .when(new ContestRejection(A, OBJECTION, day("2026-12-04"), "x")),
        "remedy-too-late",
        Map.of("until", "2026-12-03"));
  }

  // ---- helpers

  private static final String GRANT_RULES =
      GrantRules.of(new ShippedTables("funding-application"), Regime.ANBEST_GK, BOX).source();

  private static RecordGrantNotice grant(
      @Nullable LocalDate posted, LocalDate received, boolean uninstructed) {
    return new RecordGrantNotice(
        A, "13N1", received, 200_00, FROM, UNTIL, null, null, null, posted, uninstructed);
  }

  private static RecordRejectionNotice rejection(
      LocalDate posted, LocalDate received, boolean uninstructed) {
    return new RecordRejectionNotice(A, "13N1", received, "nein", posted, uninstructed);
  }

  private static GrantNoticeReceived granted(
      @Nullable LocalDate posted,
      LocalDate received,
      LocalDate notified,
      boolean uninstructed,
      @Nullable Remedy remedy,
      @Nullable LocalDate until) {
    var programme =
        remedy == null
            ? Programme.HORIZON
            : remedy == ACTION ? Programme.ERDF : Programme.FEDERAL_JOINT_PROJECT;
    var source =
        told(programme, NoticeKind.GRANT, new Came(posted, received, uninstructed)).source();
    return new GrantNoticeReceived(
        A,
        "13N1",
        received,
        200_00,
        FROM,
        UNTIL,
        until,
        List.of(),
        day("2029-12-31"),
        GRANT_RULES,
        null,
        List.of(),
        new Delivery(posted, received, notified, uninstructed, remedy, until, source));
  }

  private static ObjectionDecided objectionDecided(LocalDate posted, LocalDate received) {
    return new ObjectionDecided(
        A,
        REFUSED,
        DECIDED,
        "W 1",
        200_00,
        COURT,
        List.of(),
        OBJECTION,
        law(Programme.FEDERAL_JOINT_PROJECT)
            .decided(tables(), new Came(posted, received, false), true));
  }

  private TestExecutor<FundingApplication> grantedBy(Programme programme, Object... more) {
    var all = new ArrayList<Object>();
    all.add(
        switch (programme) {
          case FEDERAL_JOINT_PROJECT -> granted(POSTED, BOX, DEEMED, false, OBJECTION, LAST);
          case ERDF -> granted(POSTED, BOX, DEEMED, false, ACTION, LAST);
          case HORIZON -> granted(null, BOX, BOX, false, null, null);
        });
    all.addAll(List.of(more));
    return given(programme, true, all.toArray());
  }

  private TestExecutor<FundingApplication> rejectedBy(Programme programme, Object... more) {
    var how = told(programme, NoticeKind.REJECTION, new Came(POSTED, BOX, false));
    var all = new ArrayList<Object>();
    all.add(new ApplicationRejected(A, "13N1", BOX, "nein", how.until(), how));
    all.addAll(List.of(more));
    return given(programme, false, all.toArray());
  }

  private TestExecutor<FundingApplication> evaluated(Programme programme, boolean positive) {
    return given(programme, positive);
  }

  private TestExecutor<FundingApplication> given(
      Programme programme, boolean positive, Object... more) {
    var events = new ArrayList<>(FundingApplicationTest.evaluatedEvents(positive));
    events.replaceAll(
        event -> event instanceof ApplicationOpened was ? opened(was, programme) : event);
    events.addAll(List.of(more));
    return application.given(events);
  }

  /** ANBest-Gk sets no interim proofs, which have no part here. */
  private static ApplicationOpened opened(ApplicationOpened was, Programme programme) {
    return new ApplicationOpened(
        was.applicationId(),
        was.title(),
        was.consortiumId(),
        programme,
        Regime.ANBEST_GK,
        was.call(),
        was.funder(),
        was.deadline(),
        was.decisiveArrival(),
        was.reminderDays(),
        was.remindAt());
  }

  private static Delivery told(Programme programme, NoticeKind kind, Came came) {
    return law(programme).of(tables(), kind, came);
  }

  private static String source(Programme programme, NoticeKind kind) {
    var source = told(programme, kind, new Came(null, BOX, false)).source();
    return Objects.requireNonNull(source);
  }

  private static NoticeLaw law(Programme programme) {
    return new NoticeLaw(programme, Regime.ANBEST_GK);
  }

  private static ShippedTables tables() {
    return new ShippedTables("funding-application");
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
