package org.foerderturm.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.foerderturm.committee.CommitteeCommand.AdoptRules;
import org.foerderturm.committee.CommitteeCommand.AppointMember;
import org.foerderturm.committee.CommitteeCommand.DismissMember;
import org.foerderturm.committee.CommitteeCommand.FoundBody;
import org.foerderturm.committee.CommitteeCommand.SubmitMotion;
import org.foerderturm.committee.CommitteeEvent.BodyFounded;
import org.foerderturm.committee.CommitteeEvent.MemberAppointed;
import org.foerderturm.committee.CommitteeEvent.MemberDismissed;
import org.foerderturm.committee.CommitteeEvent.MotionReceived;
import org.foerderturm.committee.CommitteeEvent.MotionSubmitted;
import org.foerderturm.committee.CommitteeEvent.RulesAdopted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyTest {
  private static final Instant NOVEMBER = Instant.parse("2026-11-22T12:00:00Z");
  private static final BodyRules LAW = BodyRules.municipal();
  private static final BodyFounded FOUNDED =
      new BodyFounded("steering", "Lenkungsgremium", BodyKind.STEERING, 3, LAW);
  private static final SubmitMotion SUBMIT =
      new SubmitMotion(
          "m1", "steering", "Konsortium bilden", "Das Konsortium wird gebildet.", "k1");

  private final FixtureConfiguration<Body> body = new AggregateTestFixture<>(Body.class);

  @Test
  void a_body_without_own_rules_decides_by_municipal_law() {
    body.givenNoPriorActivity()
        .when(new FoundBody("steering", " Lenkungsgremium ", BodyKind.STEERING, 3))
        .expectEvents(FOUNDED);
  }

  @Test
  void a_body_may_bring_its_own_rules() {
    var own = desca(null);
    body.givenNoPriorActivity()
        .when(new FoundBody("assembly", "Versammlung", BodyKind.BOARD, 5, own))
        .expectEvents(new BodyFounded("assembly", "Versammlung", BodyKind.BOARD, 5, own));
  }

  @Test
  void a_body_is_founded_once() {
    body.given(FOUNDED)
        .when(new FoundBody("steering", "Anderes", BodyKind.COUNCIL, 5))
        .expectNoEvents()
        .expectExceptionMessage("body-already-founded");
  }

  @Test
  void a_body_has_a_name() {
    body.givenNoPriorActivity()
        .when(new FoundBody("steering", " ", BodyKind.STEERING, 3))
        .expectExceptionMessage("body-name-missing");
  }

  @Test
  void a_body_has_at_least_one_statutory_member() {
    body.givenNoPriorActivity()
        .when(new FoundBody("steering", "Lenkungsgremium", BodyKind.STEERING, 0))
        .expectExceptionMessage("body-without-members");
  }

  @Test
  void a_member_is_appointed() {
    body.given(FOUNDED).when(new AppointMember("steering", "anna")).expectEvents(appointed("anna"));
  }

  @Test
  void a_member_is_appointed_once_at_a_time() {
    body.given(FOUNDED, appointed("anna"))
        .when(new AppointMember("steering", "anna", day("2027-01-01"), null))
        .expectNoEvents()
        .expectExceptionMessage("member-already-appointed");
  }

  @Test
  void a_member_may_come_back_for_a_second_term() {
    body.given(FOUNDED, appointed("anna", null, "2025-10-31"))
        .when(new AppointMember("steering", "anna", day("2025-11-01"), null))
        .expectEvents(appointed("anna", "2025-11-01", null));
  }

  @Test
  void a_term_does_not_end_before_it_begins() {
    body.given(FOUNDED)
        .when(new AppointMember("steering", "anna", day("2026-02-01"), day("2026-01-31")))
        .expectExceptionMessage("term-ends-before-it-begins");
  }

  @Test
  void a_body_has_no_more_members_at_a_time_than_the_statutes_say() {
    body.given(FOUNDED, appointed("anna"), appointed("ben"), appointed("cem"))
        .when(new AppointMember("steering", "dora"))
        .expectNoEvents()
        .expectExceptionMessage("body-full");
  }

  @Test
  void a_seat_is_free_again_on_the_day_after_a_term() {
    body.given(FOUNDED, appointed("anna"), appointed("ben"), appointed("cem", null, "2026-03-31"))
        .when(new AppointMember("steering", "dora", day("2026-04-01"), null))
        .expectEvents(appointed("dora", "2026-04-01", null));
  }

  @Test
  void two_members_who_follow_one_another_hold_one_seat() {
    body.given(
            FOUNDED,
            appointed("anna"),
            appointed("ben", null, "2026-03-31"),
            appointed("cem", "2026-04-01", null))
        .when(new AppointMember("steering", "dora"))
        .expectEvents(appointed("dora"));
  }

  @Test
  void a_member_is_dismissed() {
    body.given(FOUNDED, appointed("anna"))
        .when(new DismissMember("steering", "anna"))
        .expectEvents(new MemberDismissed("steering", "anna"));
  }

  @Test
  void only_a_member_is_dismissed() {
    body.given(FOUNDED, appointed("anna"), new MemberDismissed("steering", "anna"))
        .when(new DismissMember("steering", "anna"))
        .expectNoEvents()
        .expectExceptionMessage("not-a-member");
  }

  @Test
  void new_rules_hold_from_a_day_on() {
    body.given(FOUNDED)
        .when(new AdoptRules("steering", desca("2027-01-01")))
        .expectEvents(new RulesAdopted("steering", desca("2027-01-01")));
  }

  @Test
  void rules_without_a_first_day_are_not_adopted() {
    body.given(FOUNDED)
        .when(new AdoptRules("steering", desca(null)))
        .expectExceptionMessage("rules-without-day");
  }

  @Test
  void rules_are_not_slipped_in_before_those_that_hold() {
    body.given(FOUNDED, new RulesAdopted("steering", desca("2026-06-01")))
        .when(new AdoptRules("steering", desca("2026-06-01")))
        .expectNoEvents()
        .expectExceptionMessage("rules-not-newer");
  }

  @Test
  void a_motion_is_put_before_the_members_of_the_body() {
    body.givenCurrentTime(NOVEMBER)
        .andGiven(FOUNDED, appointed("ben"), appointed("anna"))
        .when(SUBMIT)
        .expectEvents(new MotionReceived("steering", "m1"), submitted(LAW, "anna", "ben"));
  }

  @Test
  void only_members_in_office_on_that_day_may_vote() {
    body.givenCurrentTime(NOVEMBER)
        .andGiven(
            FOUNDED,
            appointed("gone", null, "2026-11-21"),
            appointed("last-day", null, "2026-11-22"),
            appointed("first-day", "2026-11-22", null),
            appointed("not-yet", "2026-11-23", null))
        .when(SUBMIT)
        .expectEvents(
            new MotionReceived("steering", "m1"), submitted(LAW, "first-day", "last-day"));
  }

  @Test
  void the_day_is_the_day_of_the_office_not_of_greenwich() {
    body.givenCurrentTime(Instant.parse("2026-11-22T23:30:00Z"))
        .andGiven(FOUNDED, appointed("tomorrow", "2026-11-23", null))
        .when(SUBMIT)
        .expectEvents(new MotionReceived("steering", "m1"), submitted(LAW, "tomorrow"));
  }

  @Test
  void a_dismissed_member_may_not_vote() {
    body.givenCurrentTime(NOVEMBER)
        .andGiven(
            FOUNDED, appointed("anna"), appointed("ben"), new MemberDismissed("steering", "ben"))
        .when(SUBMIT)
        .expectEvents(new MotionReceived("steering", "m1"), submitted(LAW, "anna"));
  }

  @Test
  void a_motion_takes_the_rules_of_its_day() {
    var old = desca("2026-11-22");
    body.givenCurrentTime(NOVEMBER)
        .andGiven(
            FOUNDED,
            appointed("anna"),
            new RulesAdopted("steering", old),
            new RulesAdopted("steering", desca("2026-11-23")))
        .when(SUBMIT)
        .expectEvents(new MotionReceived("steering", "m1"), submitted(old, "anna"));
  }

  @Test
  void a_motion_needs_somebody_in_office() {
    body.givenCurrentTime(NOVEMBER)
        .andGiven(FOUNDED, appointed("gone", null, "2026-11-21"))
        .when(SUBMIT)
        .expectNoEvents()
        .expectExceptionMessage("nobody-in-office");
  }

  @Test
  void a_motion_is_submitted_once() {
    body.givenCurrentTime(NOVEMBER)
        .andGiven(FOUNDED, appointed("anna"), new MotionReceived("steering", "m1"))
        .when(SUBMIT)
        .expectNoEvents()
        .expectExceptionMessage("motion-already-submitted");
  }

  @Test
  void nothing_is_put_before_a_body_that_nobody_founded() {
    for (var command :
        List.of(
            SUBMIT,
            new AppointMember("steering", "anna"),
            new DismissMember("steering", "anna"),
            new AdoptRules("steering", desca("2027-01-01"))))
      new AggregateTestFixture<>(Body.class)
          .givenNoPriorActivity()
          .when(command)
          .expectNoEvents()
          .expectExceptionMessage("body-unknown");
  }

  @Test
  void a_motion_has_a_title() {
    body.given(FOUNDED, appointed("anna"))
        .when(new SubmitMotion("m1", "steering", " ", "Text", "k1"))
        .expectExceptionMessage("motion-title-missing");
  }

  @Test
  void a_motion_says_what_shall_be_resolved() {
    body.given(FOUNDED, appointed("anna"))
        .when(new SubmitMotion("m1", "steering", "Titel", "", "k1"))
        .expectExceptionMessage("motion-proposal-missing");
  }

  private static MotionSubmitted submitted(BodyRules rules, String... members) {
    return new MotionSubmitted(
        "m1",
        "steering",
        "Lenkungsgremium",
        SUBMIT.title(),
        SUBMIT.proposal(),
        "k1",
        List.of(members),
        3,
        rules);
  }

  private static MemberAppointed appointed(String userId) {
    return appointed(userId, null, null);
  }

  private static MemberAppointed appointed(
      String userId, @Nullable String from, @Nullable String until) {
    return new MemberAppointed("steering", userId, day(from), day(until));
  }

  private static BodyRules desca(@Nullable String validFrom) {
    return new BodyRules(
        Share.atLeast(2, 3), Share.atLeast(2, 3), day(validFrom), "Konsortialvertrag § 6");
  }

  private static @Nullable LocalDate day(@Nullable String day) {
    return day == null ? null : LocalDate.parse(day);
  }
}
