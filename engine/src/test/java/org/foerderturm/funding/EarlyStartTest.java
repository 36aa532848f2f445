package org.foerderturm.funding;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.foerderturm.funding.FundingCommand.RecordGrantNotice;
import org.foerderturm.funding.FundingCommand.SubmitApplication;
import org.foerderturm.funding.FundingEvent.AidDetermined;
import org.foerderturm.funding.FundingEvent.ApplicationRejected;
import org.foerderturm.funding.FundingEvent.GrantNoticeReceived;
import org.foerderturm.funding.StartOfWorkCommand.*;
import org.foerderturm.funding.StartOfWorkEvent.*;
import org.foerderturm.kernel.Refusals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who begins before the grant, and before the application for aid, is not funded. */
class EarlyStartTest {
  private static final String A = "a-1";
  private static final String BHO =
      "VV Nr. 1.3 zu § 44 BHO: nur Vorhaben, die noch nicht begonnen sind"
          + " (zu bestätigen / to be confirmed)";
  private static final String GBER =
      "Verordnung (EU) 651/2014 Art. 6 Abs. 2: Anreizeffekt, schriftlicher Antrag vor Beginn der"
          + " Arbeiten (zu bestätigen / to be confirmed)";
  private static final LocalDateTime SENT = LocalDateTime.parse("2026-05-05T16:30");
  private static final LocalDate SUBMITTED = SENT.toLocalDate();
  private static final LocalDate JUNE = LocalDate.parse("2026-06-10");
  private static final LocalDate NOTICE = LocalDate.parse("2026-09-01");

  // ---- the permission

  @Test
  void the_funder_is_asked_and_permits_from_a_day_or_refuses_with_its_reason() {
    examined()
        .when(new RequestEarlyStart(A, JUNE, " Lieferfrist "))
        .expectEvents(new EarlyStartRequested(A, JUNE, "Lieferfrist"));
    examined(asked())
        .when(new DecideEarlyStart(A, true, NOTICE, JUNE, " Z 1 ", null))
        .expectEvents(new EarlyStartPermitted(A, NOTICE, JUNE, "Z 1"));
    examined(asked())
        .when(new DecideEarlyStart(A, false, NOTICE, JUNE, null, " kein Bedarf "))
        .expectEvents(new EarlyStartRefused(A, NOTICE, null, "kein Bedarf"));
    examined(asked(), new EarlyStartRefused(A, NOTICE, null, "x"))
        .when(new RequestEarlyStart(A, NOTICE, "neue Gründe"))
        .expectEvents(new EarlyStartRequested(A, NOTICE, "neue Gründe"));
  }

  @Test
  void a_permission_that_was_mistyped_is_set_right_with_a_reason() {
    var permitted = new EarlyStartPermitted(A, NOTICE, JUNE, "Z 1");
    var july = JUNE.plusDays(30);
    examined(asked(), permitted)
        .when(new CorrectEarlyStart(A, NOTICE, july, "Z 1", " Zahlendreher "))
        .expectEvents(
            new EarlyStartCorrected(
                A, NOTICE, JUNE, "Z 1", NOTICE, july, "Z 1", "Zahlendreher", null));
    refused(
        examined(asked(), permitted).when(new CorrectEarlyStart(A, NOTICE, JUNE, "Z 1", "so")),
        "nothing-changed",
        Map.of());
    refused(
        examined(asked(), permitted)
            .when(new CorrectEarlyStart(A, JUNE.minusDays(1), july, "Z 1", "so")),
        "early-start-before-request",
        Map.of("day", "2026-06-10"));
    refused(
        examined(asked()).when(new CorrectEarlyStart(A, NOTICE, july, "Z 1", "so")),
        "early-start-not-permitted",
        Map.of());
    // what is permitted from then on counts
    refused(
        examined(
                asked(),
                permitted,
                new EarlyStartCorrected(A, NOTICE, JUNE, "Z 1", NOTICE, july, "Z 1", "x", null))
            .when(new RecordStartOfWork(A, JUNE, "Auftrag", false)),
        "work-before-permission",
        Map.of("day", "2026-06-10", "source", BHO, "limit", "2026-07-10"));
  }

  @Test
  void a_permission_follows_a_request_and_names_its_day() {
    refused(
        examined().when(new DecideEarlyStart(A, true, NOTICE, JUNE, null, null)),
        "early-start-not-requested",
        Map.of());
    refused(
        examined(asked()).when(new DecideEarlyStart(A, true, NOTICE, null, null, null)),
        "early-start-day-missing",
        Map.of());
    refused(
        examined(asked()).when(new DecideEarlyStart(A, false, NOTICE, null, null, " ")),
        "reason-missing",
        Map.of());
    refused(
        examined(asked()).when(new DecideEarlyStart(A, true, JUNE.minusDays(1), JUNE, null, null)),
        "early-start-before-request",
        Map.of("day", "2026-06-10"));
    refused(
        examined(asked()).when(new RequestEarlyStart(A, JUNE, "x")),
        "early-start-pending",
        Map.of("day", "2026-06-10"));
    refused(
        examined(asked(), permitted(JUNE)).when(new RequestEarlyStart(A, JUNE, "x")),
        "early-start-permitted",
        Map.of("day", "2026-06-10"));
    refused(
        examined(rejected()).when(new RequestEarlyStart(A, JUNE, "x")),
        "notice-already-received",
        Map.of());
  }

  // ---- the start

  @Test
  void a_start_before_the_notice_needs_a_permission() {
    refused(
        examined().when(begins(JUNE, false)),
        "work-before-notice",
        Map.of("day", "2026-06-10", "source", BHO));
    examined(asked(), permitted(JUNE)).when(begins(JUNE, false)).expectEvents(began(JUNE, null));
    refused(
        examined(asked(), permitted(JUNE)).when(begins(JUNE.minusDays(1), false)),
        "work-before-permission",
        Map.of("day", "2026-06-09", "source", BHO, "limit", "2026-06-10"));
    examined(noticed()).when(begins(NOTICE, false)).expectEvents(began(NOTICE, null));
    refused(
        examined(noticed()).when(begins(NOTICE.minusDays(1), false)),
        "work-before-notice",
        Map.of("day", "2026-08-31", "source", BHO, "limit", "2026-09-01"));
  }

  @Test
  void for_aid_the_application_comes_first_and_no_permission_heals_it() {
    refused(
        examined(aid("industrial"), asked(), permitted(SUBMITTED.minusDays(9)))
            .when(begins(SUBMITTED.minusDays(1), false)),
        "work-before-application",
        Map.of("day", "2026-05-04", "source", GBER, "limit", "2026-05-05"));
    examined(aid("industrial"), asked(), permitted(SUBMITTED.minusDays(9)))
        .when(begins(SUBMITTED, false))
        .expectEvents(began(SUBMITTED, null));
    for (var category : List.of("de-minimis", "no-aid"))
      examined(aid(category), asked(), permitted(SUBMITTED.minusDays(9)))
          .when(begins(SUBMITTED.minusDays(1), false))
          .expectEvents(began(SUBMITTED.minusDays(1), null));
  }

  @Test
  void what_has_happened_is_recorded_as_what_it_is() {
    examined().when(begins(JUNE, true)).expectEvents(began(JUNE, "work-before-notice"));
    refused(
        examined(began(JUNE, "work-before-notice")).when(begins(JUNE, true)),
        "work-already-started",
        Map.of("day", "2026-06-10"));
    refused(
        examined().when(new RecordStartOfWork(A, JUNE, " ", true)), "work-what-missing", Map.of());
  }

  @Test
  void nobody_applies_for_what_has_begun() {
    refused(
        prepared(began(SUBMITTED.minusDays(1), "work-before-notice"))
            .when(new SubmitApplication(A, SENT)),
        "work-before-notice",
        Map.of("day", "2026-05-04", "source", BHO));
    refused(
        prepared(
                aid("fundamental"),
                asked(),
                permitted(SUBMITTED.minusDays(9)),
                began(SUBMITTED.minusDays(1), "work-before-application"))
            .when(new SubmitApplication(A, SENT)),
        "work-before-application",
        Map.of("day", "2026-05-04", "source", GBER, "limit", "2026-05-05"));
    prepared(
            began(SUBMITTED.minusDays(1), "work-before-notice"),
            new StartOfWorkWithdrawn(A, SUBMITTED.minusDays(1), "nur Planung"))
        .when(new SubmitApplication(A, SENT))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void no_grant_is_recorded_for_what_began_before_it_until_that_is_permitted() {
    refused(
        examined(began(JUNE, "work-before-notice")).when(notice()),
        "work-before-notice",
        Map.of("day", "2026-06-10", "source", BHO, "limit", "2026-09-01"));
    examined(began(JUNE, "work-before-notice"), asked(), permitted(JUNE))
        .when(notice())
        .expectSuccessfulHandlerExecution();
    refused(
        examined(
                aid("industrial"),
                began(SUBMITTED.minusDays(1), "work-before-application"),
                asked(),
                permitted(SUBMITTED.minusDays(9)))
            .when(notice()),
        "work-before-application",
        Map.of("day", "2026-05-04", "source", GBER, "limit", "2026-05-05"));
  }

  @Test
  void a_start_that_was_recorded_wrongly_is_set_right_or_taken_back() {
    examined(asked(), permitted(JUNE), began(JUNE.minusDays(1), "work-before-permission"))
        .when(new CorrectStartOfWork(A, JUNE, "Auftrag", " Vertrag vom 10. "))
        .expectEvents(
            new StartOfWorkCorrected(
                A, JUNE.minusDays(1), "Auftrag", JUNE, "Auftrag", null, "Vertrag vom 10.", null));
    refused(
        examined(began(JUNE, null)).when(new CorrectStartOfWork(A, JUNE, "Auftrag", "x")),
        "nothing-changed",
        Map.of());
    examined(began(JUNE, null))
        .when(new WithdrawStartOfWork(A, " nur Planung "))
        .expectEvents(new StartOfWorkWithdrawn(A, JUNE, "nur Planung"));
    refused(
        examined().when(new WithdrawStartOfWork(A, "nur Planung")), "work-not-started", Map.of());
  }

  // ---- what was before

  private static TestExecutor<FundingApplication> examined(Object... more) {
    return given(FundingApplicationTest.evaluatedEvents(true), more);
  }

  /** Ready to be submitted. */
  private static TestExecutor<FundingApplication> prepared(Object... more) {
    return given(FundingApplicationTest.evaluatedEvents(true).subList(0, 8), more);
  }

  private static TestExecutor<FundingApplication> given(List<Object> before, Object... more) {
    var events = new ArrayList<>(before);
    events.addAll(List.of(more));
    return FundingApplicationTest.fixture().given(events);
  }

  private static EarlyStartRequested asked() {
    return new EarlyStartRequested(A, JUNE, "Lieferfrist");
  }

  private static EarlyStartPermitted permitted(LocalDate from) {
    return new EarlyStartPermitted(A, NOTICE, from, null);
  }

  private static RecordStartOfWork begins(LocalDate on, boolean anyway) {
    return new RecordStartOfWork(A, on, " Auftrag ", anyway);
  }

  private static WorkStarted began(LocalDate on, @Nullable String obstacle) {
    return new WorkStarted(A, on, "Auftrag", obstacle);
  }

  private static AidDetermined aid(String category) {
    return new AidDetermined(
        A,
        "werk",
        "Werk",
        AidFacts.of(category, "large", false, "none", false, false, "hoheitlich"),
        SUBMITTED,
        true,
        100,
        "x",
        1,
        0);
  }

  private static ApplicationRejected rejected() {
    return new ApplicationRejected(A, "13N1", NOTICE, "zu teuer", null, null);
  }

  private static RecordGrantNotice notice() {
    return new RecordGrantNotice(
        A,
        "13N1",
        NOTICE,
        200_00,
        LocalDate.parse("2026-10-01"),
        LocalDate.parse("2028-09-30"),
        null,
        null);
  }

  private static GrantNoticeReceived noticed() {
    return new GrantNoticeReceived(
        A,
        "13N1",
        NOTICE,
        200_00,
        LocalDate.parse("2026-10-01"),
        LocalDate.parse("2028-09-30"),
        LocalDate.parse("2026-10-01"),
        List.of(),
        LocalDate.parse("2029-03-31"),
        "x",
        null);
  }

  private static void refused(
      ResultValidator<FundingApplication> result, String code, Map<String, ?> args) {
    Refusals.refused(result, code, args);
  }
}
