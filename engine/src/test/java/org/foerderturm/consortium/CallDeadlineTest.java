package org.foerderturm.consortium;

import static org.foerderturm.consortium.CountryStatus.MEMBER_STATE;
import static org.foerderturm.consortium.OrganisationKind.MUNICIPALITY;
import static org.foerderturm.kernel.Refusals.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.foerderturm.consortium.CallCommand.*;
import org.foerderturm.consortium.CallEvent.*;
import org.foerderturm.consortium.ConsortiumCommand.ConstituteConsortium;
import org.foerderturm.consortium.ConsortiumCommand.ProposeConsortium;
import org.foerderturm.consortium.ConsortiumEvent.ConsortiumDissolved;
import org.foerderturm.consortium.ConsortiumEvent.ConsortiumProposed;
import org.foerderturm.consortium.IdeaCommand.BeginFormation;
import org.foerderturm.consortium.IdeaEvent.*;
import org.foerderturm.kernel.Cases;
import org.foerderturm.kernel.Clocks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The deadline of the call that a consortium forms for. Friday, 26 March 2027, is Good Friday. */
class CallDeadlineTest {
  private static final String C = "c-1";
  private static final String TITLE = "Leuchtturm";
  private static final LocalDate MARCH = LocalDate.of(2027, 3, 31);
  private static final LocalDate MAY = LocalDate.of(2027, 5, 14);
  private final AggregateTestFixture<Consortium> call =
      new AggregateTestFixture<>(Consortium.class);

  CallDeadlineTest() {
    Cases cases = key -> false;
    call.registerInjectableResource(cases);
    call.registerInjectableResource(new ShippedTables());
  }

  @Test
  void an_idea_that_names_a_deadline_is_watched_from_then_on() {
    var known = proposed(MARCH);
    call.givenNoPriorActivity()
        .when(
            new ProposeConsortium(
                C,
                TITLE,
                known.topic(),
                known.programme(),
                "CL4",
                MARCH,
                0,
                "Dortmund",
                "DE",
                MEMBER_STATE,
                MUNICIPALITY,
                "Idee"))
        .expectEvents(known, set(null, MARCH, null));
  }

  @Test
  void formation_begins_with_the_deadline_that_is_known() {
    var selected =
        new IdeaSelected(
            C,
            TITLE,
            Topic.ENERGY,
            Programme.HORIZON,
            "CL4",
            MARCH,
            0,
            "Dortmund",
            "DE",
            MEMBER_STATE,
            MUNICIPALITY,
            "Idee");
    call.given(proposed(MARCH), selected)
        .when(new BeginFormation(C))
        .expectEvents(new FormationBegun(C, TITLE), set(null, MARCH, null));
    call.given(proposed(null), selected)
        .when(new BeginFormation(C))
        .expectEvents(new FormationBegun(C, TITLE));
  }

  @Test
  void another_deadline_has_a_reason_and_lies_ahead() {
    on(
        "2027-03-01T09:00:00Z",
        () ->
            call.given(proposed(MARCH))
                .when(new SetCallDeadline(C, null, MAY, " verlängert "))
                .expectEvents(set(MARCH, MAY, "verlängert")));
    on(
        "2027-03-01T09:00:00Z",
        () -> {
          refused(
              call.given(proposed(MARCH)).when(new SetCallDeadline(C, "CL4", MARCH, "so")),
              "call-as-before",
              Map.of("deadline", "2027-03-31"));
          refused(
              call.given(proposed(MARCH))
                  .when(new SetCallDeadline(C, "CL4", LocalDate.of(2027, 2, 28), "früher")),
              "call-deadline-over",
              Map.of("deadline", "2027-02-28"));
          refused(
              call.given(proposed(MARCH)).when(new SetCallDeadline(C, "CL4", null, "weg")),
              "day-missing",
              Map.of());
          refused(
              call.given(proposed(MARCH)).when(new SetCallDeadline(C, "CL4", MAY, " ")),
              "reason-missing",
              Map.of());
        });
  }

  @Test
  void of_two_who_change_it_the_second_is_asked() {
    var seen = new SetCallDeadline(C, "CL4", MARCH, "");
    on(
        "2027-03-01T09:00:00Z",
        () ->
            refused(
                call.given(proposed(MARCH), set(MARCH, MAY, "verlängert"))
                    .when(
                        new SetCallDeadline(
                            C, "CL4", LocalDate.of(2027, 6, 1), "auch verlängert", seen)),
                "changed-meanwhile"));
  }

  @Test
  void reminders_lie_working_days_before_and_the_end_after_the_last_day() {
    on(
        "2027-02-01T09:00:00Z",
        () ->
            call.given(proposed(MARCH))
                .when(new PlanCallReminders(C, List.of(5, 20)))
                .expectEvents(
                    new CallRemindersPlanned(
                        C,
                        MARCH,
                        List.of(5, 20),
                        List.of(
                            Instant.parse("2027-03-01T07:00:00Z"),
                            Instant.parse("2027-03-22T07:00:00Z"),
                            Instant.parse("2027-03-31T22:00:00Z")))));
  }

  @Test
  void what_is_over_already_is_not_reminded_of() {
    var end = Instant.parse("2027-03-31T22:00:00Z");
    on(
        "2027-03-10T09:00:00Z",
        () ->
            call.given(proposed(MARCH))
                .when(new PlanCallReminders(C, List.of(20, 5)))
                .expectEvents(
                    new CallRemindersPlanned(
                        C,
                        MARCH,
                        List.of(20, 5),
                        List.of(Instant.parse("2027-03-22T07:00:00Z"), end, end))));
  }

  @Test
  void a_reminder_says_how_many_working_days_are_left_or_that_it_is_over() {
    on("2027-03-22T07:00:00Z", () -> reminded(5L));
    on("2027-03-31T21:59:00Z", () -> reminded(0L));
    on("2027-03-31T22:00:00Z", () -> reminded(null));
  }

  @Test
  void when_it_is_over_nothing_is_constituted_until_somebody_decided() {
    on(
        "2027-03-31T21:59:00Z",
        () ->
            refused(
                call.given(proposed(MARCH)).when(new ConstituteConsortium(C)),
                "resolution-not-adopted"));
    on(
        "2027-03-31T22:00:00Z",
        () -> {
          refused(
              call.given(proposed(MARCH)).when(new ConstituteConsortium(C)),
              "call-deadline-passed",
              Map.of("deadline", "2027-03-31"));
          refused(
              call.given(proposed(MARCH), set(MARCH, MAY, "verlängert"))
                  .when(new ConstituteConsortium(C)),
              "resolution-not-adopted");
          refused(
              call.given(proposed(MARCH), left()).when(new ConstituteConsortium(C)),
              "resolution-not-adopted");
        });
  }

  @Test
  void who_goes_on_without_the_call_says_why_once() {
    call.given(proposed(MARCH)).when(new LeaveCall(C, " keiner passt ")).expectEvents(left());
    refused(
        call.given(proposed(MARCH), left()).when(new LeaveCall(C, "noch einmal")),
        "call-without-deadline");
    refused(call.given(proposed(MARCH)).when(new LeaveCall(C, " ")), "reason-missing");
  }

  @Test
  void of_what_is_dissolved_or_set_aside_nothing_changes() {
    refused(
        call.given(proposed(MARCH), new ConsortiumDissolved(C, TITLE, "…"))
            .when(new SetCallDeadline(C, "CL4", MAY, "verlängert")),
        "formation-ended");
    refused(
        call.given(proposed(MARCH), new IdeaSetAside(C, TITLE, "…")).when(new LeaveCall(C, "…")),
        "idea-set-aside");
  }

  private void reminded(@Nullable Long left) {
    call.given(proposed(MARCH))
        .when(new RemindOfCall(C))
        .expectEvents(new CallDeadlineReminded(C, TITLE, MARCH, left));
  }

  private static void on(String moment, Runnable work) {
    Clocks.at(Instant.parse(moment), work);
  }

  private static CallLeft left() {
    return new CallLeft(C, TITLE, "CL4", MARCH, "keiner passt");
  }

  private static CallDeadlineSet set(
      @Nullable LocalDate former, LocalDate deadline, @Nullable String reason) {
    return new CallDeadlineSet(C, TITLE, "CL4", former, deadline, reason);
  }

  private static ConsortiumProposed proposed(@Nullable LocalDate deadline) {
    return new ConsortiumProposed(
        C,
        TITLE,
        Topic.ENERGY,
        Programme.HORIZON,
        "CL4",
        deadline,
        0,
        "dortmund",
        "Dortmund",
        "DE",
        MEMBER_STATE,
        MUNICIPALITY,
        "Idee");
  }
}
