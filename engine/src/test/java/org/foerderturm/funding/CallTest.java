package org.foerderturm.funding;

import static org.foerderturm.funding.Arrival.ELECTRONIC;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;
import org.foerderturm.consortium.Programme;
import org.foerderturm.funding.FundingCommand.*;
import org.foerderturm.funding.FundingEvent.*;
import org.foerderturm.funding.GrantCommand.ContestRejection;
import org.foerderturm.kernel.Refusals;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The call decides: its thresholds, its stages, its reserve list (R32). */
class CallTest {
  private static final String A = "a-1";
  private static final LocalDateTime FIRST = LocalDateTime.parse("2026-05-05T17:00");
  private static final LocalDateTime SECOND = LocalDateTime.parse("2026-11-10T17:00");
  private static final LocalDate ANSWER = LocalDate.parse("2026-08-03");
  private final AggregateTestFixture<FundingApplication> application =
      FundingApplicationTest.fixture();

  @BeforeEach
  void now() {
    application.givenCurrentTime(Instant.parse("2026-12-01T08:00:00Z"));
  }

  // ---- what the call says

  @Test
  void the_thresholds_of_a_call_go_before_those_of_its_programme() {
    given(
            stated(
                false,
                full(MarkKind.EXCELLENCE, "4"),
                full(MarkKind.IMPACT, "4"),
                full(MarkKind.SUM, "8")),
            submitted(),
            arrived())
        .when(marks("3.5", "5", null))
        .expectEventsMatching(first(ApplicationEvaluated.class, e -> !e.positive()));
    fresh(
            stated(
                false,
                full(MarkKind.EXCELLENCE, "4"),
                full(MarkKind.IMPACT, "4"),
                full(MarkKind.SUM, "8")),
            submitted(),
            arrived())
        .when(marks("4", "4", null))
        .expectEventsMatching(
            first(
                ApplicationEvaluated.class,
                e -> e.positive() && e.total() != null && e.total().intValueExact() == 8));
    refused(
        fresh(
                stated(false, full(MarkKind.EXCELLENCE, "4"), full(MarkKind.IMPACT, "4")),
                submitted(),
                arrived())
            .when(marks("4", "4", "4")),
        "mark-not-given",
        Map.of("mark", "implementation"));
  }

  @Test
  void what_the_call_says_is_possible_and_said_before_the_evaluation() {
    refused(
        given()
            .when(
                new StateCallRules(
                    A,
                    false,
                    List.of(full(MarkKind.IMPACT, "4"), full(MarkKind.IMPACT, "3")),
                    null)),
        "threshold-twice",
        Map.of("stage", "full", "mark", "impact"));
    refused(
        fresh().when(new StateCallRules(A, false, List.of(full(MarkKind.SUM, "8")), null)),
        "threshold-without-marks",
        Map.of("stage", "full"));
    refused(
        fresh()
            .when(
                new StateCallRules(
                    A,
                    false,
                    List.of(
                        new CallThreshold(CallStage.FIRST, MarkKind.IMPACT, BigDecimal.ONE, null)),
                    null)),
        "call-has-one-stage",
        Map.of());
    fresh().when(new StateCallRules(A, false, List.of(), " ")).expectNoEvents();
    refused(
        fresh(
                submitted(),
                arrived(),
                new ApplicationEvaluated(A, null, null, null, null, true, null))
            .when(new StateCallRules(A, false, List.of(full(MarkKind.IMPACT, "4")), null)),
        "already-evaluated",
        Map.of());
  }

  @Test
  void who_is_above_the_thresholds_may_be_turned_down_and_a_correction_of_words_keeps_that() {
    given(submitted(), arrived())
        .when(
            new RecordEvaluation(
                A, new BigDecimal("4"), new BigDecimal("4"), new BigDecimal("4"), false, "Rang 90"))
        .expectEventsMatching(first(ApplicationEvaluated.class, e -> !e.positive()));
    fresh(
            submitted(),
            arrived(),
            new ApplicationEvaluated(
                A,
                new BigDecimal("4"),
                new BigDecimal("4"),
                new BigDecimal("4"),
                new BigDecimal("12"),
                false,
                "Rang 90"))
        .when(
            new CorrectEvaluation(
                A,
                new BigDecimal("4"),
                new BigDecimal("4"),
                new BigDecimal("4"),
                null,
                "Rang 91",
                "Tippfehler"))
        .expectEventsMatching(first(EvaluationCorrected.class, e -> !e.positive()));
  }

  // ---- two stages

  @Test
  void nothing_is_submitted_before_the_invitation() {
    refused(given(twoStages()).when(new SubmitApplication(A, FIRST)), "first-stage-open", Map.of());
    refused(fresh().when(new SubmitOutline(A, FIRST.minusDays(1))), "call-has-one-stage", Map.of());
  }

  @Test
  void an_outline_is_submitted_in_time_and_then_waits() {
    given(twoStages()).when(new SubmitOutline(A, FIRST)).expectEvents(outlined());
    refused(
        fresh(twoStages()).when(new SubmitOutline(A, FIRST.plusMinutes(1))),
        "submission-after-deadline",
        Map.of("deadline", "2026-05-05T17:00", "submittedAt", "2026-05-05T17:01"));
    refused(
        fresh(twoStages(), outlined()).when(new WriteOutline(A, "neu", "neu", "neu")),
        "first-stage-undecided",
        Map.of());
    fresh(twoStages(), outlined())
        .when(new StopApplication(A, "zurückgezogen"))
        .expectEventsMatching(first(ApplicationStopped.class, e -> true));
  }

  @Test
  void r32_two_marks_of_4_and_8_in_all_lead_to_the_second_stage_with_its_own_deadline() {
    given(twoStages(), outlined())
        .when(stage("4", "4", true, SECOND, null))
        .expectEventsMatching(
            first(
                FirstStageDecided.class,
                e ->
                    e.invited()
                        && SECOND.equals(e.deadline())
                        && e.remindAt().size() == 3
                        && e.total() != null
                        && e.total().intValueExact() == 8));
    refused(
        fresh(twoStages(), outlined()).when(stage("3.5", "5", true, SECOND, null)),
        "invited-below-threshold",
        Map.of("sum", new BigDecimal("8.5")));
    refused(
        fresh(twoStages(), outlined()).when(stage("4", "4", true, null, null)),
        "second-deadline-missing",
        Map.of());
    refused(
        fresh(twoStages(), outlined()).when(stage("4", "4", true, ANSWER.atTime(23, 0), null)),
        "second-deadline-too-early",
        Map.of("receivedOn", "2026-08-03"));
  }

  @Test
  void the_second_stage_has_the_thresholds_of_the_programme_again() {
    given(twoStages(), outlined(), invited(), submitted(), arrived())
        .when(marks("3", "3", "4"))
        .expectEventsMatching(first(ApplicationEvaluated.class, ApplicationEvaluated::positive));
  }

  @Test
  void a_refused_outline_is_a_rejection_that_can_be_contested() {
    refused(
        given(twoStages(), outlined()).when(stage("4", "4", false, null, null)),
        "reason-missing",
        Map.of());
    fresh(twoStages(), outlined())
        .when(stage("3", "3", false, null, "zu wenig neu"))
        .expectEventsMatching(
            Matchers.payloadsMatching(
                Matchers.sequenceOf(
                    event(FirstStageDecided.class, e -> !e.invited()),
                    event(ApplicationRejected.class, e -> e.reason().equals("zu wenig neu")))));
    fresh(twoStages(), outlined(), refusedOutline(), rejected())
        .when(new ContestRejection(A, Remedy.REVIEW, ANSWER.plusDays(5), "Verfahrensfehler"))
        .expectSuccessfulHandlerExecution();
    fresh(twoStages(), outlined(), refusedOutline(), rejected())
        .when(new CloseApplication(A, "früher anfangen"))
        .expectEventsMatching(first(ApplicationClosed.class, e -> true));
    refused(
        fresh(twoStages(), outlined(), refusedOutline(), rejected())
            .when(new SubmitApplication(A, FIRST)),
        "outline-refused",
        Map.of());
  }

  @Test
  void a_contest_that_succeeds_brings_back_the_decision_on_the_outline() {
    given(
            twoStages(),
            outlined(),
            refusedOutline(),
            rejected(),
            new GrantEvent.RejectionLifted(A, "Westerfilde", Remedy.REVIEW, ANSWER.plusDays(60)))
        .when(stage("4", "4", true, SECOND, null))
        .expectEventsMatching(first(FirstStageDecided.class, FirstStageDecided::invited));
  }

  // ---- reserve list

  @Test
  void the_reserve_list_is_a_result_of_its_own_with_a_place() {
    given(submitted(), arrived())
        .when(reserve(3, "4", null))
        .expectEventsMatching(
            Matchers.payloadsMatching(
                Matchers.sequenceOf(
                    event(ApplicationEvaluated.class, e -> e.positive()),
                    event(ReserveListed.class, e -> e.rank() == 3 && e.formerRank() == null))));
    refused(
        fresh(submitted(), arrived()).when(reserve(null, "4", null)),
        "reserve-rank-missing",
        Map.of());
    refused(
        fresh(submitted(), arrived()).when(reserve(0, "4", null)),
        "reserve-rank-impossible",
        Map.of("rank", 0));
    refused(
        fresh(submitted(), arrived()).when(reserve(1, "2", null)),
        "reserve-below-threshold",
        Map.of());
  }

  @Test
  void from_the_reserve_list_a_grant_a_rejection_or_its_end_follows() {
    refused(reserved().when(new CloseApplication(A, null)), "nothing-granted", Map.of());
    reservedAnew()
        .when(new MoveOnReserveList(A, 1, null))
        .expectEvents(new ReserveListed(A, "Westerfilde", 1, 3, null));
    refused(reservedAnew().when(new MoveOnReserveList(A, 3, null)), "nothing-changed", Map.of());
    reservedAnew()
        .when(new RecordRejectionNotice(A, "SEP-9", ANSWER, "kein Geld"))
        .expectEventsMatching(first(ApplicationRejected.class, e -> true));
    reservedAnew()
        .when(new LapseReserveList(A, ANSWER, null))
        .expectEvents(new ReserveListLapsed(A, "Westerfilde", ANSWER, 3, null));
    fresh(submitted(), arrived(), good(), listed(), lapsed())
        .when(new CloseApplication(A, null))
        .expectEventsMatching(first(ApplicationClosed.class, e -> true));
    refused(
        fresh(submitted(), arrived(), good(), listed(), lapsed())
            .when(new RecordRejectionNotice(A, "SEP-9", ANSWER, "kein Geld")),
        "reserve-list-lapsed",
        Map.of());
    refused(
        fresh(submitted(), arrived(), good()).when(new MoveOnReserveList(A, 1, null)),
        "not-on-reserve-list",
        Map.of());
  }

  // ---- what happened before

  private TestExecutor<FundingApplication> given(Object... more) {
    return application.given(events(more));
  }

  // ---- what was recorded wrongly

  @Test
  void an_invitation_is_set_right_until_the_application_is_submitted() {
    fresh(twoStages(), outlined(), invited())
        .when(corrected("4.5", "4", " INV-2 ", ANSWER.plusDays(1), " gut "))
        .expectEvents(
            new FirstStageCorrected(
                A,
                new BigDecimal("4"),
                new BigDecimal("4"),
                null,
                "INV-1",
                ANSWER,
                null,
                new BigDecimal("4.5"),
                new BigDecimal("4"),
                null,
                new BigDecimal("8.5"),
                "INV-2",
                ANSWER.plusDays(1),
                "gut",
                "vertippt",
                null));
    refused(
        fresh(twoStages(), outlined(), invited(), submitted())
            .when(corrected("4.5", "4", "INV-2", ANSWER, null)),
        "application-already-submitted",
        Map.of());
    refused(
        fresh(twoStages(), outlined(), invited()).when(corrected("4.0", "4", "INV-1", ANSWER, " ")),
        "nothing-changed",
        Map.of());
  }

  @Test
  void a_corrected_invitation_is_one_by_its_marks_and_days() {
    refused(
        fresh(twoStages(), outlined(), invited()).when(corrected("3", "4", "INV-1", ANSWER, null)),
        "invited-below-threshold",
        Map.of("sum", new BigDecimal("7")));
    refused(
        fresh(twoStages(), outlined(), invited())
            .when(corrected("4", "4", "INV-1", SECOND.toLocalDate(), null)),
        "second-deadline-too-early",
        Map.of("receivedOn", "2026-11-10"));
    refused(
        fresh(twoStages(), outlined()).when(corrected("4", "4", "INV-1", ANSWER, null)),
        "first-stage-not-decided",
        Map.of());
    refused(
        fresh(twoStages(), outlined(), refusedOutline(), rejected())
            .when(corrected("4", "4", "INV-1", ANSWER, null)),
        "outline-refused",
        Map.of());
  }

  private static CorrectFirstStage corrected(
      String excellence, String impact, String reference, LocalDate on, @Nullable String words) {
    return new CorrectFirstStage(
        A,
        new BigDecimal(excellence),
        new BigDecimal(impact),
        null,
        reference,
        on,
        words,
        " vertippt ");
  }

  @Test
  void after_a_submission_the_call_has_the_stages_that_it_had() {
    refused(
        fresh(submitted()).when(new StateCallRules(A, true, List.of(), null)),
        "application-already-submitted",
        Map.of());
    refused(
        fresh(twoStages(), outlined(), invited(), submitted())
            .when(new StateCallRules(A, false, List.of(), null)),
        "application-already-submitted",
        Map.of());
    fresh(submitted())
        .when(new StateCallRules(A, false, List.of(full(MarkKind.IMPACT, "4")), null))
        .expectEvents(new CallRulesStated(A, false, List.of(full(MarkKind.IMPACT, "4")), null));
  }

  private static TestExecutor<FundingApplication> fresh(Object... more) {
    var fixture = FundingApplicationTest.fixture();
    fixture.givenCurrentTime(Instant.parse("2026-12-01T08:00:00Z"));
    return fixture.given(events(more));
  }

  private TestExecutor<FundingApplication> reserved() {
    return given(submitted(), arrived(), good(), listed());
  }

  private static TestExecutor<FundingApplication> reservedAnew() {
    return fresh(submitted(), arrived(), good(), listed());
  }

  private static List<Object> events(Object... more) {
    var events = new ArrayList<Object>();
    events.add(
        new ApplicationOpened(
            A,
            "Westerfilde",
            null,
            Programme.HORIZON,
            Regime.HORIZON,
            "Aufruf 1",
            "EU",
            FIRST,
            ELECTRONIC,
            List.of(14, 7, 2),
            List.of()));
    events.add(new FundingResolved(A, ResolutionSubject.APPLICATION, "m-1", "adopted"));
    events.add(new OutlineWritten(A, "Ziel", "Plan", "Nutzen"));
    events.addAll(List.of(more));
    return events;
  }

  private static CallRulesStated stated(boolean twoStage, CallThreshold... thresholds) {
    return new CallRulesStated(A, twoStage, List.of(thresholds), "Aufruf, Abschnitt 4");
  }

  private static CallRulesStated twoStages() {
    return stated(true);
  }

  private static CallThreshold full(MarkKind mark, String least) {
    return new CallThreshold(CallStage.FULL, mark, new BigDecimal(least), null);
  }

  private static OutlineSubmitted outlined() {
    return new OutlineSubmitted(A, "Westerfilde", FIRST, FIRST);
  }

  private static FirstStageDecided invited() {
    return new FirstStageDecided(
        A,
        "Westerfilde",
        new BigDecimal("4"),
        new BigDecimal("4"),
        null,
        new BigDecimal("8"),
        null,
        true,
        "INV-1",
        ANSWER,
        null,
        SECOND,
        List.of());
  }

  private static FirstStageDecided refusedOutline() {
    return new FirstStageDecided(
        A,
        "Westerfilde",
        null,
        null,
        null,
        null,
        null,
        false,
        "INV-1",
        ANSWER,
        "nein",
        null,
        List.of());
  }

  private static ApplicationRejected rejected() {
    return new ApplicationRejected(A, "INV-1", ANSWER, "nein", ANSWER.plusDays(30));
  }

  private static ApplicationSubmitted submitted() {
    return new ApplicationSubmitted(A, "Westerfilde", FIRST, FIRST, 300_00, 230_00);
  }

  private static ApplicationArrived arrived() {
    return new ApplicationArrived(A, ELECTRONIC, FIRST, null, true, true);
  }

  private static ApplicationEvaluated good() {
    return new ApplicationEvaluated(A, null, null, null, null, true, null);
  }

  private static ReserveListed listed() {
    return new ReserveListed(A, "Westerfilde", 3, null, null);
  }

  private static ReserveListLapsed lapsed() {
    return new ReserveListLapsed(A, "Westerfilde", ANSWER, 3, null);
  }

  // ---- what is asked

  private static RecordFirstStage stage(
      String excellence,
      String impact,
      boolean invited,
      @Nullable LocalDateTime deadline,
      @Nullable String statement) {
    return new RecordFirstStage(
        A,
        new BigDecimal(excellence),
        new BigDecimal(impact),
        null,
        invited,
        deadline,
        "INV-1",
        ANSWER,
        null,
        false,
        statement);
  }

  private static RecordEvaluation marks(
      String excellence, String impact, @Nullable String implementation) {
    return new RecordEvaluation(
        A,
        new BigDecimal(excellence),
        new BigDecimal(impact),
        implementation == null ? null : new BigDecimal(implementation),
        null,
        null);
  }

  private static RecordEvaluation reserve(
      @Nullable Integer rank, String mark, @Nullable LocalDate until) {
    return new RecordEvaluation(
        A,
        new BigDecimal(mark),
        new BigDecimal(mark),
        new BigDecimal(mark),
        false,
        null,
        true,
        rank,
        until);
  }

  private static <E> Matcher<? extends List<? super EventMessage<?>>> first(
      Class<E> type, java.util.function.Predicate<E> holds) {
    return Matchers.payloadsMatching(
        Matchers.sequenceOf(
            Matchers.matches(event -> type.isInstance(event) && holds.test(type.cast(event)))));
  }

  private static <E> Matcher<Object> event(Class<E> type, java.util.function.Predicate<E> holds) {
    return Matchers.matches(event -> type.isInstance(event) && holds.test(type.cast(event)));
  }

  private static void refused(
      ResultValidator<FundingApplication> result, String code, Map<String, ?> args) {
    Refusals.refused(result, code, args);
  }
}
