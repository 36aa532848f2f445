package org.foerderturm.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.foerderturm.alliance.ShippedTables;
import org.foerderturm.kernel.Candidates;
import org.foerderturm.kernel.Grants;
import org.foerderturm.kernel.Grants.Granted;
import org.foerderturm.kernel.Refusals;
import org.foerderturm.project.ProjectCommand.CloseProject;
import org.foerderturm.project.ProjectCommand.DetermineRetention;
import org.foerderturm.project.ProjectCommand.FollowPayment;
import org.foerderturm.project.ProjectEvent.ProjectClosed;
import org.foerderturm.project.ProjectEvent.ProjectCompleted;
import org.foerderturm.project.ProjectEvent.ProjectPlanned;
import org.foerderturm.project.ProjectEvent.ProjectStarted;
import org.foerderturm.project.ProjectEvent.RetentionDetermined;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when the files of a project are kept, and what moves that. */
class RetentionTest {
  private static final String P = "p-1";
  private static final LocalDate FROM = day("2022-01-01");
  private static final LocalDate PROOF = day("2026-03-01");
  private static final LocalDate BALANCE = day("2027-05-10");
  private static final ShippedTables TABLES = new ShippedTables("project-steering");

  private @Nullable Granted grant =
      new Granted("horizon", day("2021-11-15"), day("2025-10-01"), false, false);
  private final AggregateTestFixture<Project> project = new AggregateTestFixture<>(Project.class);

  RetentionTest() {
    Candidates candidates = (name, day) -> {};
    Grants grants = application -> grant;
    project.registerInjectableResource(TABLES);
    project.registerInjectableResource(candidates);
    project.registerInjectableResource(grants);
  }

  // ---- R24

  @Test
  void under_horizon_five_years_run_from_the_last_payment_and_move_with_the_balance() {
    closed(determined("2030-10-01", day("2025-10-01")))
        .when(new FollowPayment(P, day("2025-10-01"), BALANCE))
        .expectEvents(determined("2032-05-10", BALANCE));
    project
        .given(started(), planned(), completed())
        .when(new DetermineRetention(P, PROOF, BALANCE, false, false, false))
        .expectEvents(determined("2032-05-10", BALANCE));
    project
        .given(started(), planned(), completed())
        .when(new DetermineRetention(P, PROOF, null, false, false, false))
        .expectEvents(determined("2030-10-01", day("2025-10-01")));
  }

  @Test
  void an_earlier_payment_moves_nothing_unless_the_last_one_was_typed_wrongly() {
    closed(determined("2032-05-10", BALANCE))
        .when(new FollowPayment(P, null, day("2024-01-01")))
        .expectNoEvents();
    closed(determined("2032-05-10", BALANCE))
        .when(new FollowPayment(P, BALANCE, day("2027-04-10")))
        .expectEvents(determined("2032-04-10", day("2027-04-10")));
    closed().when(new FollowPayment(P, null, BALANCE)).expectNoEvents();
  }

  @Test
  void where_time_runs_from_a_payment_one_must_be_known() {
    grant = new Granted("horizon", FROM, null, false, false);
    Refusals.refused(
        project
            .given(started(), planned(), completed())
            .when(new DetermineRetention(P, PROOF, null, true, true, true)),
        "last-payment-missing");
  }

  @Test
  void the_closing_takes_what_was_determined_and_earlier_models_their_years() {
    project
        .given(started(), planned(), completed(), determined("2032-05-10", BALANCE))
        .when(new CloseProject(P, "VN 1", PROOF, "…", null, null))
        .expectEvents(
            new ProjectClosed(
                P,
                "Westerfilde",
                "VN 1",
                PROOF,
                "…",
                5,
                "Förderakten EU, 5 Jahre ab der letzten Zahlung; " + SOURCE,
                day("2032-05-10")));
    project
        .given(started(), planned(), completed())
        .when(new CloseProject(P, "VN 1", PROOF, "…", 10, "AO § 147"))
        .expectEvents(
            new ProjectClosed(
                P, "Westerfilde", "VN 1", PROOF, "…", 10, "AO § 147", day("2036-12-31")));
    Refusals.refused(
        project
            .given(started(), planned(), completed())
            .when(new CloseProject(P, "VN 1", PROOF, "…", null, null)),
        "retention-missing");
  }

  // ---- classes, R25

  @ParameterizedTest
  @CsvSource({
    // programme, exempted, de minimis, books, vouchers, letters, proof, until
    "federal-joint-project, false, false, false, false, false, 2024-12-31, 2029-12-31",
    "federal-joint-project, false, false, false, false, true, 2024-12-31, 2030-12-31",
    "federal-joint-project, false, false, false, true, true, 2024-12-31, 2032-12-31",
    "federal-joint-project, false, false, true, true, true, 2024-12-31, 2034-12-31",
    "federal-joint-project, true, false, false, true, true, 2024-12-31, 2032-12-31",
    "federal-joint-project, true, false, false, false, false, 2024-12-31, 2031-11-15",
    "federal-joint-project, false, true, false, false, false, 2024-12-31, 2031-11-15",
    "erdf, false, false, false, false, false, 2024-12-31, 2030-12-31"
  })
  void the_longest_of_all_periods_holds(
      String programme,
      boolean exempted,
      boolean deMinimis,
      boolean books,
      boolean vouchers,
      boolean letters,
      LocalDate proof,
      LocalDate until) {
    var granted = new Granted(programme, day("2021-11-15"), null, exempted, deMinimis);
    var periods =
        new Retention(granted, proof, day("2025-10-01")).of(TABLES, books, vouchers, letters);
    assertThat(periods.getFirst().until()).isEqualTo(until);
    assertThat(periods).isSortedAccordingTo((a, b) -> b.until().compareTo(a.until()));
  }

  @Test
  void of_a_grant_that_nobody_knows_it_is_not_known_that_there_was_no_aid() {
    grant = null;
    project
        .given(started(), planned(), completed())
        .when(new DetermineRetention(P, PROOF, null, false, false, false))
        .expectSuccessfulHandlerExecution()
        .expectState(
            state -> {
              var found = Objects.requireNonNull(state.retention);
              assertThat(found.until()).isEqualTo(day("2032-01-01"));
              assertThat(found.periods())
                  .extracting(RetentionPeriod::kind)
                  .containsExactly("exempted-aid", "files");
            });
  }

  @Test
  void no_programme_is_forgotten() {
    for (var programme : List.of("horizon", "federal-joint-project", "erdf"))
      assertThat(
              new Retention(new Granted(programme, FROM, null, true, true), PROOF, BALANCE)
                  .of(TABLES, true, true, true))
          .hasSize(6);
    assertThatThrownBy(
            () ->
                new Retention(new Granted("lottery", FROM, null, false, false), PROOF, BALANCE)
                    .of(TABLES, false, false, false))
        .hasMessage("no-rule-applies");
  }

  // ---- helpers

  private static final String SOURCE =
      "Horizon Europe Model Grant Agreement Art. 20: 5 Jahre nach der Schlusszahlung"
          + " (zu bestätigen)";

  private static RetentionDetermined determined(String until, LocalDate paidOn) {
    var rule = "Förderakten EU, 5 Jahre ab der letzten Zahlung";
    return new RetentionDetermined(
        P,
        PROOF,
        paidOn,
        false,
        false,
        false,
        List.of(new RetentionPeriod("files", 5, day(until), rule, SOURCE)),
        5,
        day(until),
        rule,
        SOURCE);
  }

  private TestExecutor<Project> closed(Object... before) {
    var events = new ArrayList<Object>(List.of(started(), planned(), completed()));
    events.addAll(List.of(before));
    events.add(
        new ProjectClosed(P, "Westerfilde", "VN 1", PROOF, "…", 5, SOURCE, day("2030-10-01")));
    return project.given(events);
  }

  private static ProjectStarted started() {
    return new ProjectStarted(
        P, "a-1", null, "Westerfilde", "EU", "101", 100_00, FROM, day("2025-12-31"));
  }

  private static ProjectPlanned planned() {
    return new ProjectPlanned(
        P, 12, List.of(), List.of(), List.of(), 100_00, Instant.parse("2023-01-01T06:00:00Z"));
  }

  private static ProjectCompleted completed() {
    return new ProjectCompleted(P, "Westerfilde", day("2025-12-31"));
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
