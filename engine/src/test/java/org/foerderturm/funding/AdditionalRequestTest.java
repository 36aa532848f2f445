package org.foerderturm.funding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;
import org.foerderturm.funding.AdditionalRequestCommand.*;
import org.foerderturm.funding.AdditionalRequestEvent.*;
import org.foerderturm.funding.FundingCommand.RecordGrantNotice;
import org.foerderturm.funding.FundingCommand.RecordRejectionNotice;
import org.foerderturm.funding.FundingEvent.ApplicationRejected;
import org.foerderturm.funding.FundingEvent.GrantNoticeReceived;
import org.foerderturm.kernel.Refusals;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the funder asks for in addition while it examines (Nachforderung). */
class AdditionalRequestTest {
  private static final String A = "a-1";
  private static final LocalDate CAME = LocalDate.parse("2026-06-01");

  /** A Friday; 2 working days before it Corpus Christi is in between. */
  private static final LocalDate DUE = LocalDate.parse("2026-06-05");

  private static final LocalDate SATURDAY = LocalDate.parse("2026-06-13");
  private static final Instant REMIND = Instant.parse("2026-06-02T06:00:00Z");

  @Test
  void while_the_funder_examines_it_asks_again_and_again() {
    examined().when(asks(" Kostenplan ", CAME, DUE)).expectEvents(came(1, DUE));
    examined(came(1, DUE), answered(1, DUE, null))
        .when(asks("Kostenplan", CAME, DUE))
        .expectEvents(came(2, DUE));
    // two may be open at once
    examined(came(1, DUE)).when(asks("Kostenplan", CAME, DUE)).expectEvents(came(2, DUE));
  }

  @Test
  void an_answer_that_was_recorded_wrongly_is_set_right() {
    var late = DUE.plusDays(4);
    refused(
        examined(came(1, DUE)).when(new CorrectAdditionalAnswer(A, 1, DUE, "Plan", "so")),
        "additional-request-unanswered",
        Map.of("number", 1));
    refused(
        examined(came(1, DUE), answered(1, DUE, null))
            .when(new CorrectAdditionalAnswer(A, 1, CAME.minusDays(1), "Plan", "so")),
        "additional-answer-before-request",
        Map.of("day", "2026-06-01"));
    examined(came(1, DUE), answered(1, DUE, null))
        .when(new CorrectAdditionalAnswer(A, 1, late, "Plan 2", " vertippt "))
        .expectEvents(
            new AdditionalAnswerCorrected(
                A,
                1,
                DUE,
                answered(1, DUE, null).handedIn(),
                late,
                "Plan 2",
                DUE,
                "vertippt",
                null));
  }

  @Test
  void nobody_asks_for_more_before_the_submission_or_after_the_decision() {
    refused(
        fixture(FundingApplicationTest.evaluatedEvents(true).subList(0, 3))
            .when(asks("Kostenplan", CAME, DUE)),
        "application-not-submitted",
        Map.of());
    refused(
        examined(rejected()).when(asks("Kostenplan", CAME, DUE)),
        "notice-already-received",
        Map.of());
  }

  @Test
  void what_is_asked_for_has_words_and_days_in_their_order() {
    refused(examined().when(asks(" ", CAME, DUE)), "additional-request-empty", Map.of());
    refused(
        examined().when(asks("Kostenplan", LocalDate.parse("2026-05-04"), DUE)),
        "additional-request-before-submission",
        Map.of("day", "2026-05-05"));
    refused(
        examined().when(asks("Kostenplan", CAME, CAME.minusDays(1))),
        "additional-request-due-before",
        Map.of("day", "2026-06-01"));
  }

  @Test
  void a_late_answer_is_recorded_as_late() {
    examined(came(1, DUE)).when(answer(1, DUE)).expectEvents(answered(1, DUE, null));
    examined(came(1, DUE))
        .when(answer(1, DUE.plusDays(1)))
        .expectEvents(answered(1, DUE.plusDays(1), DUE));
  }

  @Test
  void a_time_that_ends_on_a_saturday_ends_on_monday() {
    var monday = SATURDAY.plusDays(2);
    examined(came(1, SATURDAY)).when(answer(1, monday)).expectEvents(answered(1, monday, null));
    examined(came(1, SATURDAY))
        .when(answer(1, monday.plusDays(1)))
        .expectEvents(answered(1, monday.plusDays(1), monday));
  }

  @Test
  void an_answer_has_words_and_comes_once_and_after_its_request() {
    refused(
        examined(came(1, DUE)).when(answer(2, DUE)),
        "additional-request-unknown",
        Map.of("number", 2));
    refused(
        examined(came(1, DUE), answered(1, DUE, null)).when(answer(1, DUE)),
        "additional-request-settled",
        Map.of("number", 1));
    refused(
        examined(came(1, DUE)).when(answer(1, CAME.minusDays(1))),
        "additional-answer-before-request",
        Map.of("day", "2026-06-01"));
    refused(
        examined(came(1, DUE)).when(new AnswerAdditionalRequest(A, 1, DUE, " ")),
        "additional-answer-empty",
        Map.of());
  }

  @Test
  void the_funder_extends_the_time() {
    examined(came(1, DUE))
        .when(new MoveAdditionalRequest(A, 1, SATURDAY, " Urlaub "))
        .expectEvents(
            new AdditionalRequestMoved(
                A, 1, DUE, SATURDAY, Instant.parse("2026-06-11T06:00:00Z"), "Urlaub"));
    examined(came(1, DUE), new AdditionalRequestMoved(A, 1, DUE, SATURDAY, REMIND, "Urlaub"))
        .when(answer(1, DUE.plusDays(5)))
        .expectEvents(answered(1, DUE.plusDays(5), null));
    refused(
        examined(came(1, DUE)).when(new MoveAdditionalRequest(A, 1, DUE, "Urlaub")),
        "nothing-changed",
        Map.of());
    refused(
        examined(came(1, DUE)).when(new MoveAdditionalRequest(A, 1, SATURDAY, " ")),
        "reason-missing",
        Map.of());
  }

  @Test
  void what_others_moved_meanwhile_is_seen_first() {
    examined(came(1, DUE), new AdditionalRequestMoved(A, 1, DUE, SATURDAY, REMIND, "Urlaub"))
        .when(
            new MoveAdditionalRequest(
                A, 1, SATURDAY.plusDays(7), "Krankheit", new MoveAdditionalRequest(A, 1, DUE, "")))
        .expectNoEvents();
  }

  @Test
  void a_reminder_tells_of_an_open_request_only() {
    examined(came(1, DUE))
        .when(new RemindOfAdditionalRequest(A, 1))
        .expectEvents(new AdditionalRequestReminded(A, 1, "Westerfilde", "Kostenplan", DUE));
    examined(came(1, DUE), answered(1, DUE, null))
        .when(new RemindOfAdditionalRequest(A, 1))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_decision_ends_what_is_open_and_is_told_last() {
    examined(came(1, DUE), came(2, DUE), answered(1, DUE, null))
        .when(
            new RecordRejectionNotice(
                A, "13N1", LocalDate.parse("2026-09-01"), "zu teuer", null, false))
        .expectEventsMatching(
            last(ApplicationRejected.class, new AdditionalRequestEnded(A, 2, null)));
    examined(came(1, DUE))
        .when(
            new RecordGrantNotice(
                A,
                "13N1",
                LocalDate.parse("2026-09-01"),
                200_00,
                LocalDate.parse("2026-10-01"),
                LocalDate.parse("2028-09-30"),
                null,
                null))
        .expectEventsMatching(
            last(GrantNoticeReceived.class, new AdditionalRequestEnded(A, 1, null)));
  }

  @Test
  void what_the_funder_does_without_ends_with_a_reason() {
    examined(came(1, DUE))
        .when(new WithdrawAdditionalRequest(A, 1, " lag schon vor "))
        .expectEvents(new AdditionalRequestEnded(A, 1, "lag schon vor"));
    refused(
        examined(came(1, DUE)).when(new WithdrawAdditionalRequest(A, 1, " ")),
        "reason-missing",
        Map.of());
  }

  // ---- what was before

  private static TestExecutor<FundingApplication> examined(Object... more) {
    var events = new ArrayList<>(FundingApplicationTest.evaluatedEvents(true));
    events.addAll(List.of(more));
    return fixture(events);
  }

  private static TestExecutor<FundingApplication> fixture(List<Object> events) {
    return FundingApplicationTest.fixture().given(events);
  }

  private static RecordAdditionalRequest asks(String what, LocalDate came, LocalDate due) {
    return new RecordAdditionalRequest(A, what, came, due);
  }

  private static AnswerAdditionalRequest answer(int number, LocalDate on) {
    return new AnswerAdditionalRequest(A, number, on, " Plan vom Mai ");
  }

  private static AdditionalRequestReceived came(int number, LocalDate due) {
    return new AdditionalRequestReceived(A, number, "Westerfilde", "Kostenplan", CAME, due, REMIND);
  }

  private static AdditionalRequestAnswered answered(
      int number, LocalDate on, @Nullable LocalDate missed) {
    return new AdditionalRequestAnswered(A, number, on, "Plan vom Mai", missed);
  }

  private static ApplicationRejected rejected() {
    return new ApplicationRejected(A, "13N1", DUE, "zu teuer", null, null);
  }

  private static Matcher<List<EventMessage<?>>> last(Class<?> type, Object first) {
    return Matchers.matches(
        events ->
            events.getFirst().getPayload().equals(first)
                && type.isInstance(events.getLast().getPayload())
                && events.stream().filter(each -> each.getPayload().equals(first)).count() == 1);
  }

  private static void refused(
      ResultValidator<FundingApplication> result, String code, Map<String, ?> args) {
    Refusals.refused(result, code, args);
  }
}
