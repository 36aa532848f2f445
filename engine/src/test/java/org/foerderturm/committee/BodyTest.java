package org.foerderturm.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.foerderturm.alliance.ShippedTables;
import org.foerderturm.committee.CommitteeCommand.AdoptRules;
import org.foerderturm.committee.CommitteeCommand.AppointMember;
import org.foerderturm.committee.CommitteeCommand.AssignOffice;
import org.foerderturm.committee.CommitteeCommand.DismissMember;
import org.foerderturm.committee.CommitteeCommand.EndOffice;
import org.foerderturm.committee.CommitteeCommand.FoundBody;
import org.foerderturm.committee.CommitteeCommand.NameMainCommittee;
import org.foerderturm.committee.CommitteeCommand.ObjectToResolution;
import org.foerderturm.committee.CommitteeCommand.RecordSupervision;
import org.foerderturm.committee.CommitteeCommand.SubmitMotion;
import org.foerderturm.committee.CommitteeConsequence.AllowVoteOutside;
import org.foerderturm.committee.CommitteeConsequence.ConcludeMeeting;
import org.foerderturm.committee.CommitteeConsequence.ConfirmCommittee;
import org.foerderturm.committee.CommitteeConsequence.ConfirmResolution;
import org.foerderturm.committee.CommitteeConsequence.NumberResolution;
import org.foerderturm.committee.CommitteeConsequence.ReopenSubject;
import org.foerderturm.committee.CommitteeConsequence.Reschedule;
import org.foerderturm.committee.CommitteeConsequence.RuleOutMember;
import org.foerderturm.committee.CommitteeEvent.BodyFounded;
import org.foerderturm.committee.CommitteeEvent.DecisionReported;
import org.foerderturm.committee.CommitteeEvent.LeftOver;
import org.foerderturm.committee.CommitteeEvent.MainCommitteeNamed;
import org.foerderturm.committee.CommitteeEvent.MeetingCalled;
import org.foerderturm.committee.CommitteeEvent.MeetingConcluded;
import org.foerderturm.committee.CommitteeEvent.MeetingRescheduled;
import org.foerderturm.committee.CommitteeEvent.MemberAppointed;
import org.foerderturm.committee.CommitteeEvent.MemberDismissed;
import org.foerderturm.committee.CommitteeEvent.MotionReceived;
import org.foerderturm.committee.CommitteeEvent.MotionSubmitted;
import org.foerderturm.committee.CommitteeEvent.ObjectionGround;
import org.foerderturm.committee.CommitteeEvent.ObjectionOutcome;
import org.foerderturm.committee.CommitteeEvent.ObjectionSettled;
import org.foerderturm.committee.CommitteeEvent.OfficeAssigned;
import org.foerderturm.committee.CommitteeEvent.OfficeEnded;
import org.foerderturm.committee.CommitteeEvent.ResolutionNumbered;
import org.foerderturm.committee.CommitteeEvent.ResolutionObjected;
import org.foerderturm.committee.CommitteeEvent.RulesAdopted;
import org.foerderturm.committee.CommitteeEvent.SubjectReopened;
import org.foerderturm.committee.CommitteeEvent.UrgentDecisionTabled;
import org.foerderturm.committee.CommitteeEvent.UrgentDecisionTaken;
import org.foerderturm.committee.MeetingCommand.MoveMeeting;
import org.foerderturm.committee.MeetingCommand.PlaceOnAgenda;
import org.foerderturm.committee.MeetingCommand.PlanMeeting;
import org.foerderturm.committee.MeetingCommand.TakeUrgentDecision;
import org.foerderturm.committee.MeetingEvent.AgendaItemPlaced;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingEvent.MeetingPlanned;
import org.foerderturm.committee.MeetingRules.Outside;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Memberships;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.People;
import org.foerderturm.kernel.People.Person;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyTest {
  private static final Instant NOVEMBER = Instant.parse("2026-11-22T12:00:00Z");

  /** Seven days after are a Sunday, so Monday is the last day. */
  private static final Instant MONDAY_AFTER = Instant.parse("2026-11-30T22:59:00Z");

  private static final BodyRules LAW = BodyRules.municipal();
  private static final BodyFounded FOUNDED =
      new BodyFounded("steering", "Lenkungsgremium", BodyKind.STEERING, 3, LAW);
  private static final SubmitMotion SUBMIT =
      new SubmitMotion(
          "m1", "steering", "Konsortium bilden", "Das Konsortium wird gebildet.", "k1");

  private static final People PEOPLE =
      userId ->
          Stream.of(
                  new Person("anna", Set.of(Role.COMMITTEE_MEMBER), false),
                  new Person("clara", Set.of(Role.PROJECT_MANAGER), false),
                  new Person("lars.locked", Set.of(Role.COMMITTEE_MEMBER), true),
                  new Person("ernst.experte", Set.of(Role.EXPERT_TEAM), false))
              .filter(person -> person.userId().equals(userId))
              .findFirst();

  private static final Memberships MEMBERSHIPS =
      new Memberships() {
        @Override
        public Optional<LocalDate> leftOn(String memberId) {
          return memberId.equals("gone") ? Optional.of(day("2026-11-01")) : Optional.empty();
        }

        @Override
        public Optional<LocalDate> lastDay(String memberId) {
          return memberId.equals("leaves") ? Optional.of(day("2026-12-31")) : leftOn(memberId);
        }

        @Override
        public Optional<LocalDate> speaksUntil(String contactId) {
          return Optional.empty();
        }
      };

  private final List<Command> sent = new ArrayList<>();
  private final FixtureConfiguration<Body> body = fixture();

  private FixtureConfiguration<Body> fixture() {
    Consequences consequences = sent::add;
    var fixture = new AggregateTestFixture<>(Body.class);
    fixture.registerInjectableResource(consequences);
    fixture.registerInjectableResource(PEOPLE);
    fixture.registerInjectableResource(new ShippedTables("body-meeting"));
    fixture.registerInjectableResource(MEMBERSHIPS);
    return fixture;
  }

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
        .when(new DismissMember("steering", "anna", "Ausgeschieden"))
        .expectEvents(new MemberDismissed("steering", "anna", "Ausgeschieden"));
  }

  @Test
  void who_is_locked_is_nobodys_candidate() {
    body.given(FOUNDED)
        .when(new AppointMember("steering", "lars.locked"))
        .expectNoEvents()
        .expectExceptionMessage("person-locked");
    for (var two : List.of(List.of("lars.locked", "anna"), List.of("clara", "lars.locked")))
      fixture()
          .given(COUNCIL, appointed("anna"), appointed("lars.locked"))
          .when(urgently(two.getFirst(), two.getLast()))
          .expectNoEvents()
          .expectExceptionMessage("person-locked");
  }

  @Test
  void who_dismisses_a_member_says_why() {
    body.given(FOUNDED, appointed("anna"))
        .when(new DismissMember("steering", "anna", " "))
        .expectNoEvents()
        .expectExceptionMessage("reason-missing");
  }

  @Test
  void only_a_member_is_dismissed() {
    body.given(FOUNDED, appointed("anna"), new MemberDismissed("steering", "anna", "Ausgeschieden"))
        .when(new DismissMember("steering", "anna", "Ausgeschieden"))
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
    for (var day : List.of("2026-06-01", "2026-05-31"))
      fixture()
          .givenCurrentTime(NOVEMBER)
          .andGiven(FOUNDED, new RulesAdopted("steering", desca("2026-06-01")))
          .when(new AdoptRules("steering", desca(day)))
          .expectNoEvents()
          .expectExceptionMessage("rules-not-newer");
  }

  @Test
  void rules_that_have_not_begun_are_replaced_by_others_of_the_same_day() {
    var ahead = new RulesAdopted("steering", desca("2026-11-23"));
    var other = new BodyRules(LAW.quorum(), LAW.majority(), day("2026-11-23"), "Satzung § 7");
    body.givenCurrentTime(NOVEMBER)
        .andGiven(FOUNDED, ahead)
        .when(new AdoptRules("steering", other))
        .expectEvents(new RulesAdopted("steering", other));
    fixture()
        .givenCurrentTime(NOVEMBER.plusSeconds(24 * 3600))
        .andGiven(FOUNDED, appointed("anna"), ahead, new RulesAdopted("steering", other))
        .when(SUBMIT)
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate(MotionReceived.class::isInstance),
                    predicate(
                        (Object e) ->
                            e instanceof MotionSubmitted motion
                                && motion.rules().source().equals(other.source())))));
  }

  @Test
  void rules_adopted_by_two_at_a_time_hold_together() {
    var third = Share.atLeast(1, 3);
    var quorum = new BodyRules(third, LAW.majority(), day("2027-01-01"), "Satzung § 7");
    var seen = new BodyRules(LAW.quorum(), LAW.majority(), null, "GO", LAW.forMeetings());
    var majority = new BodyRules(LAW.quorum(), Share.atLeast(2, 3), day("2027-02-01"), "§ 8");
    body.givenCurrentTime(NOVEMBER)
        .andGiven(FOUNDED, new RulesAdopted("steering", quorum.with(LAW.forMeetings())))
        .when(
            Merge.seen(
                new AdoptRules("steering", majority.with(LAW.forMeetings())),
                new AdoptRules("steering", seen)))
        .expectEvents(
            new RulesAdopted(
                "steering",
                new BodyRules(
                    third,
                    Share.atLeast(2, 3),
                    day("2027-02-01"),
                    "§ 8",
                    LAW.forMeetings(),
                    BodyRules.MajorityOf.VOTES)));
  }

  @Test
  void rules_that_make_no_sense_are_not_adopted() {
    for (var wrong :
        Map.of(
                "urgent-longer-than-notice", rules(8, 217, List.of()),
                "body-incompatible-with-itself", rules(8, 24, List.of("steering")))
            .entrySet())
      fixture()
          .givenCurrentTime(NOVEMBER)
          .andGiven(FOUNDED)
          .when(new AdoptRules("steering", wrong.getValue()))
          .expectNoEvents()
          .expectExceptionMessage(wrong.getKey());
    fixture()
        .givenCurrentTime(NOVEMBER)
        .andGiven(FOUNDED)
        .when(new AdoptRules("steering", rules(8, 216, List.of())))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void bodies_become_incompatible_only_if_nobody_sits_on_both_from_then_on() {
    body.givenCurrentTime(NOVEMBER)
        .andGiven(
            FOUNDED,
            appointed("gone", null, "2026-12-31"),
            appointed("anna"),
            appointed("next", "2027-06-01", "2028-05-31"))
        .when(new AdoptRules("steering", rules(8, 24, List.of("council"))))
        .expectSuccessfulHandlerExecution();
    assertThat(sent)
        .containsExactly(
            new RuleOutMember("council", "anna", day("2027-01-01"), null),
            new RuleOutMember("council", "next", day("2027-06-01"), day("2028-05-31")));
  }

  private static BodyRules rules(int noticeDays, int urgentHours, List<String> incompatible) {
    var meetings =
        new MeetingRules(
            noticeDays,
            urgentHours,
            14,
            MeetingRules.Outside.NEVER,
            7,
            Share.atLeast(1, 5),
            true,
            incompatible);
    return new BodyRules(LAW.quorum(), LAW.majority(), day("2027-01-01"), "Satzung", meetings);
  }

  @Test
  void a_motion_is_put_before_the_members_of_the_body() {
    body.givenCurrentTime(NOVEMBER)
        .andGiven(FOUNDED, appointed("ben"), appointed("anna"))
        .when(SUBMIT)
        .expectEvents(new MotionReceived("steering", "m1"), submitted(IN_MEETINGS, "anna", "ben"));
  }

  // votes outside of meetings

  @Test
  void a_council_and_its_committees_can_have_no_votes_outside_of_meetings() {
    for (var kind : List.of(BodyKind.COUNCIL, BodyKind.COMMITTEE))
      for (var how : List.of(Outside.BY_MAJORITY, Outside.UNANIMOUS)) {
        fixture()
            .givenNoPriorActivity()
            .when(
                new FoundBody("council", "Rat", kind, 90, electronic(how, "Geschäftsordnung § 6")))
            .expectNoEvents()
            .expectExceptionMessage("outside-vote-forbidden");
        var rules = electronic(how, "Hauptsatzung § 9");
        fixture()
            .givenCurrentTime(NOVEMBER)
            .andGiven(new BodyFounded("steering", "Rat", kind, 90, LAW))
            .when(
                new AdoptRules(
                    "steering",
                    new BodyRules(
                        LAW.quorum(),
                        LAW.majority(),
                        day("2027-01-01"),
                        "Hauptsatzung",
                        rules.meetings())))
            .expectNoEvents()
            .expectExceptionMessage("outside-vote-forbidden");
      }
    fixture()
        .givenNoPriorActivity()
        .when(new FoundBody("council", "Rat", BodyKind.COUNCIL, 90))
        .expectEvents(new BodyFounded("council", "Rat", BodyKind.COUNCIL, 90, LAW));
    assertThat(LAW.heldBy(BodyKind.COUNCIL).forMeetings().outside()).isEqualTo(Outside.NEVER);
  }

  @Test
  void another_body_votes_outside_of_meetings_by_its_own_rule_only() {
    for (var rule : List.of(" ", "GO NRW § 49 Abs. 1", "§ 50 der Gemeindeordnung"))
      fixture()
          .givenNoPriorActivity()
          .when(
              new FoundBody(
                  "b", "Beirat", BodyKind.BOARD, 3, electronic(Outside.BY_MAJORITY, rule)))
          .expectNoEvents()
          .expectExceptionMessage("outside-vote-without-rule");
    var noRule = new MeetingRules(8, 24, 14, Outside.BY_MAJORITY, 7, FIFTH, true, List.of());
    fixture()
        .givenNoPriorActivity()
        .when(new FoundBody("b", "Beirat", BodyKind.BOARD, 3, LAW.with(noRule)))
        .expectExceptionMessage("outside-vote-without-rule");
    var own = electronic(Outside.BY_MAJORITY, "Geschäftsordnung vom 3.2.2026, § 6");
    fixture()
        .givenCurrentTime(NOVEMBER)
        .andGiven(new BodyFounded("steering", "Beirat", BodyKind.BOARD, 3, own), appointed("anna"))
        .when(SUBMIT)
        .expectSuccessfulHandlerExecution();
  }

  /** As founded when electronic votes were the default of every body, also of a council. */
  @Test
  void what_old_data_allows_without_an_own_rule_is_decided_in_meetings() {
    var old = LAW.with(new MeetingRules(8, 24, 14, Outside.BY_MAJORITY, 7, FIFTH, true, List.of()));
    var statute = new BodyRules(LAW.quorum(), LAW.majority(), null, "Satzung § 4", old.meetings());
    assertThat(held(BodyKind.COUNCIL, old)).isEqualTo(Outside.NEVER);
    assertThat(held(BodyKind.COUNCIL, statute)).isEqualTo(Outside.NEVER);
    assertThat(held(BodyKind.STEERING, old)).isEqualTo(Outside.NEVER);
    assertThat(held(BodyKind.STEERING, LAW)).isEqualTo(Outside.NEVER);
    assertThat(held(BodyKind.STEERING, statute)).isEqualTo(Outside.BY_MAJORITY);
    for (var rules : List.of(old, statute))
      fixture()
          .givenCurrentTime(NOVEMBER)
          .andGiven(new BodyFounded("steering", "Rat", BodyKind.COUNCIL, 3, rules))
          .when(new AllowVoteOutside("steering"))
          .expectNoEvents()
          .expectExceptionMessage("decided-in-meetings-only");
  }

  @Test
  void a_motion_may_be_left_to_a_meeting_where_the_body_could_vote_without() {
    var own = electronic(Outside.BY_MAJORITY, "Geschäftsordnung § 6");
    var submit =
        new SubmitMotion("m1", "steering", SUBMIT.title(), SUBMIT.proposal(), "k1", null, true);
    body.givenCurrentTime(NOVEMBER)
        .andGiven(
            new BodyFounded("steering", "Lenkungsgremium", BodyKind.STEERING, 3, own),
            appointed("anna"))
        .when(submit)
        .expectEvents(new MotionReceived("steering", "m1"), submitted(IN_MEETINGS, "anna"));
  }

  private static Outside held(BodyKind kind, BodyRules rules) {
    return rules.heldBy(kind).forMeetings().outside();
  }

  private static final BodyFounded VOTING =
      new BodyFounded(
          "steering",
          "Lenkungsgremium",
          BodyKind.STEERING,
          3,
          electronic(Outside.BY_MAJORITY, "Geschäftsordnung § 6"));
  private static final Share FIFTH = Share.atLeast(1, 5);
  private static final BodyRules IN_MEETINGS = LAW.with(MeetingRules.municipal());

  private static BodyRules electronic(Outside how, String rule) {
    return LAW.with(MeetingRules.municipal().voting(how, 7, rule));
  }

  @Test
  void a_vote_stays_open_until_the_day_for_which_the_decision_is_planned() {
    for (var planned :
        Map.of("2026-12-19", "2026-12-19T22:59:00Z", "2026-11-25", "2026-11-30T22:59:00Z")
            .entrySet())
      fixture()
          .givenCurrentTime(NOVEMBER)
          .andGiven(VOTING, appointed("anna"))
          .when(
              new SubmitMotion(
                  "m1", "steering", "Titel", "Text", "k1", LocalDate.parse(planned.getKey()), null))
          .expectEventsMatching(
              payloadsMatching(
                  exactSequenceOf(
                      predicate(MotionReceived.class::isInstance),
                      predicate(
                          (Object e) ->
                              e instanceof MotionSubmitted motion
                                  && Instant.parse(planned.getValue())
                                      .equals(motion.voteUntil())))));
  }

  @Test
  void a_seat_for_an_organisation_ends_with_its_membership() {
    Object[] seats = {
      FOUNDED,
      appointed("anna"),
      new MemberAppointed("steering", "ben", null, null, "leaves"),
      new MemberAppointed("steering", "cem", null, null, "stays")
    };
    for (var each :
        Map.of(
                "2026-12-30T12:00:00Z", new String[] {"anna", "ben", "cem"},
                "2027-01-01T12:00:00Z", new String[] {"anna", "cem"})
            .entrySet())
      fixture()
          .givenCurrentTime(Instant.parse(each.getKey()))
          .andGiven(seats)
          .when(SUBMIT)
          .expectEvents(new MotionReceived("steering", "m1"), submitted(LAW, each.getValue()));
    body.given(FOUNDED)
        .when(new AppointMember("steering", "dora", null, null, "gone"))
        .expectNoEvents()
        .expectExceptionMessage("member-has-left");
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
            FOUNDED,
            appointed("anna"),
            appointed("ben"),
            new MemberDismissed("steering", "ben", null))
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
            new DismissMember("steering", "anna", "Ausgeschieden"),
            new AdoptRules("steering", desca("2027-01-01"))))
      fixture()
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

  @Test
  void a_member_of_an_incompatible_body_is_looked_for_there() {
    body.given(new BodyFounded("steering", "Lenkungsgremium", BodyKind.STEERING, 3, incompatible()))
        .when(new AppointMember("steering", "anna", day("2026-01-01"), null))
        .expectEvents(appointed("anna", "2026-01-01", null));
    assertThat(sent).containsExactly(new RuleOutMember("council", "anna", day("2026-01-01"), null));
  }

  @Test
  void who_sits_here_at_that_time_is_refused_for_the_other_body() {
    body.given(FOUNDED, appointed("anna", "2026-01-01", "2026-12-31"))
        .when(new RuleOutMember("steering", "anna", day("2026-06-01"), null))
        .expectNoEvents()
        .expectExceptionMessage("member-of-incompatible-body");
  }

  @Test
  void who_sat_here_before_is_welcome_there() {
    body.given(FOUNDED, appointed("anna", "2026-01-01", "2026-12-31"))
        .when(new RuleOutMember("steering", "anna", day("2027-01-01"), null))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void a_meeting_is_planned_with_the_members_and_rules_of_its_day() {
    var later = desca("2026-12-01");
    body.givenCurrentTime(NOVEMBER)
        .andGiven(
            FOUNDED,
            appointed("anna"),
            appointed("ben", null, "2026-12-09"),
            new RulesAdopted("steering", later))
        .when(plan("2026-12-10T15:00:00Z", "anna", "clara"))
        .expectEvents(
            new MeetingCalled("steering", "s1", Instant.parse("2026-12-10T15:00:00Z"), List.of()),
            new MeetingPlanned(
                "s1",
                "steering",
                "Lenkungsgremium",
                "Lenkungsgremium, 10.12.2026",
                Instant.parse("2026-12-10T15:00:00Z"),
                "Rathaus",
                "anna",
                "clara",
                List.of("anna"),
                3,
                later,
                Instant.parse("2026-12-01T22:59:00Z")));
  }

  @Test
  void a_meeting_can_not_be_planned_wrongly() {
    refusedPlan(plan("2026-11-20T15:00:00Z", "anna", "clara"), "meeting-in-the-past");
    refusedPlan(plan("2026-12-10T15:00:00Z", "clara", "anna"), "chair-not-a-member");
    refusedPlan(plan("2026-12-10T15:00:00Z", "anna", "anna"), "clerk-is-chair");
    refusedPlan(plan("2026-12-10T15:00:00Z", "anna", " "), "clerk-missing");
  }

  @Test
  void chair_and_clerk_must_be_able_to_sign_the_minutes() {
    var day = "2026-12-10T15:00:00Z";
    refusedPlan(plan(day, "nora.niemand", "clara"), "chair-not-known");
    refusedPlan(plan(day, "lars.locked", "clara"), "chair-locked");
    refusedPlan(plan(day, "ernst.experte", "clara"), "chair-may-not-sign");
    refusedPlan(plan(day, "anna", "nora.niemand"), "clerk-not-known");
    refusedPlan(plan(day, "anna", "lars.locked"), "clerk-locked");
    refusedPlan(plan(day, "anna", "ernst.experte"), "clerk-may-not-sign");
  }

  private void refusedPlan(PlanMeeting command, String code) {
    fixture()
        .givenCurrentTime(NOVEMBER)
        .andGiven(
            FOUNDED,
            appointed("anna"),
            appointed("nora.niemand"),
            appointed("lars.locked"),
            appointed("ernst.experte"))
        .when(command)
        .expectNoEvents()
        .expectExceptionMessage(code);
  }

  @Test
  void a_meeting_is_moved_with_the_members_and_rules_of_its_new_day() {
    var later = desca("2026-12-14");
    body.givenCurrentTime(NOVEMBER)
        .andGiven(
            FOUNDED,
            appointed("anna"),
            appointed("ben", null, "2026-12-13"),
            new RulesAdopted("steering", later),
            new MeetingCalled("steering", "s1", Instant.parse("2026-12-10T15:00:00Z"), List.of()))
        .when(move("2026-12-17T16:00:00Z", " Hafenhaus ", " Krankheit "))
        .expectEvents(
            new MeetingRescheduled("steering", "s1", Instant.parse("2026-12-17T16:00:00Z")));
    assertThat(sent)
        .containsExactly(
            new Reschedule(
                "s1",
                Instant.parse("2026-12-17T16:00:00Z"),
                "Hafenhaus",
                "Krankheit",
                "Lenkungsgremium, 17.12.2026",
                List.of("anna"),
                3,
                later,
                Instant.parse("2026-12-08T22:59:00Z")));
  }

  @Test
  void another_place_alone_is_no_other_time() {
    body.givenCurrentTime(NOVEMBER)
        .andGiven(
            FOUNDED,
            appointed("anna"),
            new MeetingCalled("steering", "s1", Instant.parse("2026-12-10T15:00:00Z"), List.of()))
        .when(move("2026-12-10T15:00:00Z", "Hafenhaus", "Wasserschaden"))
        .expectNoEvents();
    assertThat(sent).singleElement().isInstanceOf(Reschedule.class);
  }

  @Test
  void a_meeting_moved_by_two_at_a_time_keeps_time_and_place() {
    var opened = move("2026-12-10T15:00:00Z", "Rathaus", "");
    body.givenCurrentTime(NOVEMBER)
        .andGiven(
            FOUNDED,
            appointed("anna"),
            new MeetingCalled("steering", "s1", Instant.parse("2026-12-10T15:00:00Z"), List.of()),
            new MeetingRescheduled("steering", "s1", Instant.parse("2026-12-11T15:00:00Z")))
        .when(Merge.seen(move("2026-12-10T15:00:00Z", "Hafenhaus", "Wasserschaden"), opened))
        .expectNoEvents();
    var asked = (Reschedule) sent.getLast();
    assertThat(asked.startsAt()).isEqualTo(Instant.parse("2026-12-11T15:00:00Z"));
    assertThat(asked.place("Rathaus")).isEqualTo("Hafenhaus");
    assertThatThrownBy(() -> asked.place("Stadthaus")).hasMessage("changed-meanwhile");
  }

  @Test
  void a_meeting_can_not_be_moved_wrongly() {
    refusedMove(move("2026-11-20T15:00:00Z", "Rathaus", "Krankheit"), "meeting-in-the-past");
    refusedMove(move("2026-12-17T15:00:00Z", " ", "Krankheit"), "meeting-without-place");
    refusedMove(move("2026-12-17T15:00:00Z", "Rathaus", " "), "move-without-reason");
    refusedMove(
        move("2026-12-17T15:00:00Z", "Rathaus", "Krankheit"),
        "meeting-not-ahead",
        new MeetingConcluded("steering", "s1", List.of(), List.of()));
  }

  private void refusedMove(MoveMeeting command, String code, Object... more) {
    fixture()
        .givenCurrentTime(NOVEMBER)
        .andGiven(
            FOUNDED,
            appointed("anna"),
            new MeetingCalled("steering", "s1", Instant.parse("2026-12-10T15:00:00Z"), List.of()))
        .andGiven(more)
        .when(command)
        .expectNoEvents()
        .expectExceptionMessage(code);
  }

  @Test
  void an_urgent_decision_goes_to_the_meeting_that_is_next_after_a_move() {
    body.givenCurrentTime(NOVEMBER)
        .andGiven(
            COUNCIL,
            MAYOR,
            appointed("anna"),
            new MeetingCalled("steering", "s1", NOVEMBER.plusSeconds(3600), List.of()),
            new MeetingCalled("steering", "s2", NOVEMBER.plusSeconds(7200), List.of()),
            new MeetingRescheduled("steering", "s1", NOVEMBER.plusSeconds(9000)))
        .when(urgently("otto", "anna"))
        .expectEvents(URGENT, new UrgentDecisionTabled("steering", "u1", "s2"));
  }

  @Test
  void what_was_left_over_and_what_was_urgent_stands_on_the_next_agenda_by_itself() {
    var left = new LeftOver("m1", AgendaKind.RESOLUTION, "Konsortium", "Text", "m1", null, true);
    body.givenCurrentTime(NOVEMBER)
        .andGiven(
            FOUNDED,
            appointed("anna"),
            new MeetingCalled("steering", "s0", NOVEMBER, List.of()),
            new MeetingConcluded("steering", "s0", List.of(left), List.of()),
            URGENT)
        .when(plan("2026-12-10T15:00:00Z", "anna", "clara"))
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate(
                        (Object e) ->
                            e instanceof MeetingCalled called
                                && called.carried().equals(List.of("m1", "u1"))),
                    predicate(MeetingPlanned.class::isInstance),
                    predicate(
                        (Object e) ->
                            e instanceof AgendaItemPlaced item
                                && item.secondMeeting()
                                && item.subjectId().equals("m1")),
                    predicate(
                        (Object e) ->
                            e instanceof AgendaItemPlaced item
                                && item.kind() == AgendaKind.RATIFICATION
                                && item.subjectId().equals("u1")))));
  }

  @Test
  void an_urgent_decision_goes_onto_the_agenda_of_a_meeting_that_is_fixed_already() {
    body.givenCurrentTime(NOVEMBER)
        .andGiven(
            COUNCIL,
            MAYOR,
            appointed("anna"),
            new MeetingCalled("steering", "s1", NOVEMBER.plusSeconds(3600), List.of()))
        .when(urgently("otto", "anna"))
        .expectEvents(URGENT, new UrgentDecisionTabled("steering", "u1", "s1"));
    assertThat(sent).singleElement().isInstanceOf(PlaceOnAgenda.class);
  }

  /** GO NRW § 60 (1): it stays before the body until a meeting dealt with it. */
  @Test
  void an_urgent_decision_goes_on_to_the_next_meeting_if_one_is_cancelled_or_leaves_it_over() {
    for (var left : List.of(List.<LeftOver>of(), List.of(leftOver("u1")))) {
      sent.clear();
      var urgent = fixture();
      urgent
          .givenCurrentTime(NOVEMBER)
          .andGiven(
              FOUNDED,
              appointed("anna"),
              new MeetingCalled("steering", "s1", NOVEMBER.plusSeconds(3600), List.of()),
              new MeetingCalled("steering", "s2", NOVEMBER.plusSeconds(7200), List.of()),
              URGENT,
              new UrgentDecisionTabled("steering", "u1", "s1"))
          .when(new ConcludeMeeting("steering", "s1", left, List.of()))
          .expectEvents(
              new MeetingConcluded("steering", "s1", left, List.of()),
              new UrgentDecisionTabled("steering", "u1", "s2"));
      assertThat(sent).singleElement().isInstanceOf(PlaceOnAgenda.class);
    }
  }

  @Test
  void what_was_ratified_or_stands_elsewhere_is_not_tabled_again() {
    body.givenCurrentTime(NOVEMBER)
        .andGiven(
            FOUNDED,
            appointed("anna"),
            new MeetingCalled("steering", "s1", NOVEMBER.plusSeconds(3600), List.of()),
            new MeetingCalled("steering", "s2", NOVEMBER.plusSeconds(7200), List.of()),
            URGENT,
            new UrgentDecisionTabled("steering", "u1", "s2"))
        .when(new ConcludeMeeting("steering", "s1", List.of(), List.of()))
        .expectEvents(new MeetingConcluded("steering", "s1", List.of(), List.of()));
    assertThat(sent).isEmpty();
  }

  private static LeftOver leftOver(String decision) {
    return new LeftOver(decision, AgendaKind.RATIFICATION, "Deich", "Text", null, null, false);
  }

  @Test
  void an_urgent_decision_takes_the_mayor_and_one_councillor() {
    for (var command : List.of(urgently("anna", "anna"), urgently(" ", "anna")))
      fixture()
          .givenCurrentTime(NOVEMBER)
          .andGiven(COUNCIL, MAYOR, appointed("anna"))
          .when(command)
          .expectNoEvents()
          .expectExceptionMessage("urgent-decision-takes-two");
    fixture()
        .givenCurrentTime(NOVEMBER)
        .andGiven(COUNCIL, MAYOR, appointed("anna"))
        .when(urgently("otto", "fremd"))
        .expectNoEvents()
        .expectExceptionMessage("councillor-not-a-member");
  }

  /** GO NRW § 60: an account decides by its office, whoever types it in. */
  @Test
  void who_is_not_mayor_there_on_that_day_decides_nothing_urgently() {
    var past =
        new OfficeAssigned("steering", BodyOffice.MAYOR, "alt", null, day("2026-11-21"), "Wahl");
    var next =
        new OfficeAssigned("steering", BodyOffice.MAYOR, "neu", day("2026-11-23"), null, "Wahl");
    var chair =
        new OfficeAssigned("steering", BodyOffice.CHAIR, "clara", null, null, "Hauptsatzung");
    for (var nobody : List.of("azubi", "alt", "neu", "clara", "anna"))
      fixture()
          .givenCurrentTime(NOVEMBER)
          .andGiven(COUNCIL, appointed("anna"), appointed("ben"), past, next, chair)
          .when(urgently(nobody, "ben"))
          .expectNoEvents()
          .expectExceptionMessage("not-the-mayor");
    fixture()
        .givenCurrentTime(NOVEMBER)
        .andGiven(
            COUNCIL,
            appointed("anna"),
            MAYOR,
            new OfficeEnded("steering", BodyOffice.MAYOR, "otto", "Irrtum"))
        .when(urgently("otto", "anna"))
        .expectNoEvents()
        .expectExceptionMessage("not-the-mayor");
    fixture()
        .givenCurrentTime(NOVEMBER)
        .andGiven(
            COUNCIL,
            appointed("anna"),
            new OfficeAssigned("steering", BodyOffice.GENERAL_DEPUTY, "otto", null, null, "Rat"))
        .when(urgently("otto", "anna"))
        .expectEvents(URGENT);
  }

  @Test
  void the_main_committee_comes_first() {
    for (var why : Arrays.asList(null, " "))
      fixture()
          .givenCurrentTime(NOVEMBER)
          .andGiven(COUNCIL, appointed("anna"), MAYOR)
          .when(urgently("otto", "anna", why, null))
          .expectNoEvents()
          .expectExceptionMessage("main-committee-first");
    // a committee has none before it: the mayor decides with one of its members
    fixture()
        .givenCurrentTime(NOVEMBER)
        .andGiven(
            new BodyFounded("steering", "Bauausschuss", BodyKind.COMMITTEE, 3, LAW),
            appointed("anna"),
            MAYOR)
        .when(urgently("otto", "anna", null, null))
        .expectSuccessfulHandlerExecution();
    fixture()
        .givenCurrentTime(NOVEMBER)
        .andGiven(FOUNDED, appointed("anna"))
        .when(urgently("otto", "anna"))
        .expectNoEvents()
        .expectExceptionMessage("urgent-decision-not-for-body");
  }

  @Test
  void the_main_committee_decides_by_a_resolution_of_its_own_register() {
    fixture()
        .givenCurrentTime(NOVEMBER)
        .andGiven(COUNCIL)
        .when(urgently(null, null, null, "2026-007"))
        .expectNoEvents()
        .expectExceptionMessage("main-committee-not-named");
    body.givenCurrentTime(NOVEMBER)
        .andGiven(COUNCIL, new MainCommitteeNamed("steering", "main", "Hauptsatzung § 8"))
        .when(urgently(null, null, null, " 2026-007 "))
        .expectEvents(
            new UrgentDecisionTaken(
                "steering", "u1", "Deich", "Text", "Hochwasser", null, null, null, "2026-007"));
    assertThat(sent).containsExactly(new ConfirmResolution("main", "2026-007"));
    for (var each : Map.of("2026-007", true, "2026-008", false, "2026-009", false).entrySet()) {
      var asked =
          fixture()
              .given(
                  new BodyFounded("main", "Hauptausschuss", BodyKind.COMMITTEE, 3, LAW),
                  numbered("main", "2026-007", "adopted"),
                  numbered("main", "2026-008", "rejected"))
              .when(new ConfirmResolution("main", each.getKey()));
      if (each.getValue()) asked.expectSuccessfulHandlerExecution();
      else asked.expectExceptionMessage("committee-resolution-unknown");
    }
  }

  @Test
  void only_a_committee_is_a_councils_main_committee() {
    var name = new NameMainCommittee("steering", "main", "Hauptsatzung § 8");
    body.given(COUNCIL)
        .when(name)
        .expectEvents(new MainCommitteeNamed("steering", "main", "Hauptsatzung § 8"));
    assertThat(sent).containsExactly(new ConfirmCommittee("main"));
    fixture().given(FOUNDED).when(name).expectExceptionMessage("main-committee-of-council-only");
    fixture()
        .given(COUNCIL)
        .when(new ConfirmCommittee("steering"))
        .expectExceptionMessage("main-committee-is-no-committee");
  }

  @Test
  void an_office_has_one_known_holder_at_a_time_and_a_source() {
    var office = new AssignOffice("steering", BodyOffice.MAYOR, "anna", null, null, "Wahl");
    fixture()
        .given(COUNCIL)
        .when(office)
        .expectEvents(new OfficeAssigned("steering", BodyOffice.MAYOR, "anna", null, null, "Wahl"));
    fixture()
        .given(COUNCIL, MAYOR)
        .when(office)
        .expectNoEvents()
        .expectExceptionMessage("office-already-held");
    fixture().given(FOUNDED).when(office).expectExceptionMessage("office-not-in-body");
    for (var wrong :
        Map.of(
                "office-holder-unknown",
                new AssignOffice("steering", BodyOffice.MAYOR, "niemand", null, null, "Wahl"),
                "person-locked",
                new AssignOffice("steering", BodyOffice.MAYOR, "lars.locked", null, null, "Wahl"),
                "office-without-source",
                new AssignOffice("steering", BodyOffice.MAYOR, "anna", null, null, " "))
            .entrySet())
      fixture()
          .given(COUNCIL)
          .when(wrong.getValue())
          .expectNoEvents()
          .expectExceptionMessage(wrong.getKey());
    fixture()
        .given(COUNCIL)
        .when(new EndOffice("steering", BodyOffice.MAYOR, "anna", "Irrtum"))
        .expectExceptionMessage("office-not-held");
    fixture()
        .given(COUNCIL, MAYOR)
        .when(new EndOffice("steering", BodyOffice.MAYOR, "otto", "Amtszeit endet"))
        .expectEvents(new OfficeEnded("steering", BodyOffice.MAYOR, "otto", "Amtszeit endet"));
  }

  private static ResolutionNumbered numbered(String body, String number, String result) {
    return new ResolutionNumbered(
        body, number, 2026, 7, "s", null, null, null, "T", "Text", result, false);
  }

  @Test
  void resolutions_are_numbered_by_year() {
    var number =
        new NumberResolution("steering", "m2", "s1", null, null, "Titel", "Text", "adopted", false);
    body.givenCurrentTime(NOVEMBER)
        .andGiven(
            FOUNDED,
            new ResolutionNumbered(
                "steering",
                "2026-013",
                2026,
                13,
                "m1",
                null,
                null,
                null,
                "T",
                "T",
                "adopted",
                false))
        .when(number)
        .expectEvents(
            new DecisionReported("steering", "m2"),
            new ResolutionNumbered(
                "steering",
                "2026-014",
                2026,
                14,
                "m2",
                "s1",
                null,
                null,
                "Titel",
                "Text",
                "adopted",
                false));
    fixture()
        .givenCurrentTime(Instant.parse("2026-12-31T23:00:00Z"))
        .andGiven(FOUNDED)
        .when(number)
        .expectEvents(
            new DecisionReported("steering", "m2"),
            new ResolutionNumbered(
                "steering",
                "2027-001",
                2027,
                1,
                "m2",
                "s1",
                null,
                null,
                "Titel",
                "Text",
                "adopted",
                false));
  }

  // objections of the mayor

  private static final ResolutionNumbered RESOLVED =
      new ResolutionNumbered(
          "steering",
          "2026-001",
          2026,
          1,
          "m1",
          "s1",
          "m1",
          "k1",
          "Titel",
          "Text",
          "adopted",
          false);
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

  private static ObjectToResolution objection(ObjectionGround ground, LocalDate on) {
    return new ObjectToResolution("steering", "2026-001", ground, on, "zu teuer");
  }

  private static ResolutionObjected objected(ObjectionGround ground) {
    return objected(ground, TODAY);
  }

  private static ResolutionObjected objected(ObjectionGround ground, LocalDate on) {
    boolean harm = ground == ObjectionGround.HARM;
    return new ResolutionObjected(
        "steering",
        "2026-001",
        "m1",
        "m1",
        ground,
        "otto",
        on,
        "zu teuer",
        harm ? on.plusDays(3) : null,
        harm ? on.plusDays(14) : null,
        harm ? "GO NRW § 54 Abs. 1 (zu bestätigen)" : "GO NRW § 54 Abs. 2 und 3 (zu bestätigen)");
  }

  private TestExecutor<Body> resolvedBy(BodyFounded founded, Actor actor, Object... more) {
    var events = new ArrayList<Object>(List.of(founded, MAYOR, RESOLVED));
    events.addAll(List.of(more));
    var fixture = fixture();
    fixture.registerInjectableResource(actor);
    return fixture.givenCurrentTime(NOVEMBER).andGiven(events);
  }

  private static final Actor LEAD = Actor.of("gerda", Role.OFFICE_LEAD);

  @Test
  void a_mayor_objects_to_a_councils_resolution_within_three_days_and_once() {
    for (var who : List.of(LEAD, Actor.of("otto", Role.COMMITTEE_MEMBER)))
      resolvedBy(COUNCIL, who)
          .when(objection(ObjectionGround.HARM, TODAY))
          .expectEvents(objected(ObjectionGround.HARM));
    resolvedBy(COUNCIL, Actor.of("anna", Role.COMMITTEE_MEMBER))
        .when(objection(ObjectionGround.HARM, TODAY))
        .expectExceptionMessage("objection-for-the-mayor");
    resolvedBy(COUNCIL, LEAD)
        .when(objection(ObjectionGround.HARM, TODAY.plusDays(4)))
        .expectExceptionMessage("mayor-objection-too-late");
    resolvedBy(COUNCIL, LEAD, objected(ObjectionGround.HARM))
        .when(objection(ObjectionGround.HARM, TODAY))
        .expectExceptionMessage("objection-once");
    var committee = new BodyFounded("steering", "Ausschuss", BodyKind.COMMITTEE, 3, LAW);
    resolvedBy(committee, LEAD)
        .when(objection(ObjectionGround.HARM, TODAY))
        .expectExceptionMessage("objection-harm-council-only");
    resolvedBy(committee, LEAD)
        .when(objection(ObjectionGround.LAW, TODAY))
        .expectEvents(objected(ObjectionGround.LAW));
    resolvedBy(FOUNDED, LEAD)
        .when(objection(ObjectionGround.LAW, TODAY))
        .expectExceptionMessage("objection-not-for-body");
  }

  @Test
  void the_third_day_is_in_time_and_a_breach_of_law_has_no_last_day() {
    var third = TODAY.plusDays(3);
    resolvedBy(COUNCIL, LEAD)
        .when(objection(ObjectionGround.HARM, third))
        .expectEvents(objected(ObjectionGround.HARM, third));
    var nextYear = TODAY.plusYears(1);
    resolvedBy(COUNCIL, LEAD)
        .when(objection(ObjectionGround.LAW, nextYear))
        .expectEvents(objected(ObjectionGround.LAW, nextYear));
  }

  @Test
  void what_the_body_decides_again_gives_it_up_upholds_it_or_refers_it() {
    for (var each :
        Map.of(
                List.of(ObjectionGround.HARM, "adopted"), ObjectionOutcome.HOLDS,
                List.of(ObjectionGround.HARM, "rejected"), ObjectionOutcome.GIVEN_UP,
                List.of(ObjectionGround.LAW, "adopted"), ObjectionOutcome.REFERRED)
            .entrySet()) {
      var result = (String) each.getKey().get(1);
      resolvedBy(COUNCIL, LEAD, objected((ObjectionGround) each.getKey().get(0)))
          .when(
              new NumberResolution(
                  "steering", "m1", "s2", null, null, "Titel", "Text", result, false))
          .expectEvents(
              new DecisionReported("steering", "m1"),
              new ResolutionNumbered(
                  "steering",
                  "2026-002",
                  2026,
                  2,
                  "m1",
                  "s2",
                  null,
                  null,
                  "Titel",
                  "Text",
                  result,
                  false),
              new ObjectionSettled("steering", "2026-001", each.getValue(), null, "2026-002"));
    }
    var referred =
        new ObjectionSettled("steering", "2026-001", ObjectionOutcome.REFERRED, null, "2026-002");
    var supervised = new RecordSupervision("steering", "2026-001", false, TODAY, "Az. 31-1");
    resolvedBy(COUNCIL, LEAD, objected(ObjectionGround.LAW), referred)
        .when(supervised)
        .expectEvents(
            new ObjectionSettled(
                "steering", "2026-001", ObjectionOutcome.SET_ASIDE, TODAY, "Az. 31-1"));
    resolvedBy(COUNCIL, LEAD, objected(ObjectionGround.LAW))
        .when(supervised)
        .expectExceptionMessage("objection-not-referred");
  }

  @Test
  void what_comes_again_stands_on_the_next_agenda() {
    var again = new LeftOver("m1", AgendaKind.RESOLUTION, "Titel", "Text", null, null, false);
    resolvedBy(COUNCIL, LEAD)
        .when(new ReopenSubject("steering", again))
        .expectEvents(new SubjectReopened("steering", again));
    resolvedBy(COUNCIL, LEAD, appointed("anna"), new SubjectReopened("steering", again))
        .when(plan("2026-12-10T15:00:00Z", "anna", "clara"))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void expert_citizens_sit_on_committees_only() {
    resolvedBy(COUNCIL, LEAD)
        .when(new AppointMember("steering", "anna", null, null, null, true))
        .expectExceptionMessage("expert-citizen-in-committee-only");
  }

  private static final String TOO_LATE = "Der Hauptausschuss kommt erst in drei Tagen zusammen";
  private static final UrgentDecisionTaken URGENT =
      new UrgentDecisionTaken(
          "steering", "u1", "Deich", "Text", "Hochwasser", "otto", "anna", TOO_LATE, null);
  private static final BodyFounded COUNCIL =
      new BodyFounded("steering", "Rat", BodyKind.COUNCIL, 3, LAW);
  private static final OfficeAssigned MAYOR =
      new OfficeAssigned("steering", BodyOffice.MAYOR, "otto", null, null, "Wahl vom 14.9.2025");

  private static TakeUrgentDecision urgently(String mayor, String councillor) {
    return urgently(mayor, councillor, TOO_LATE, null);
  }

  private static TakeUrgentDecision urgently(
      @Nullable String mayor,
      @Nullable String councillor,
      @Nullable String committeeReason,
      @Nullable String committeeNumber) {
    return new TakeUrgentDecision(
        "steering",
        "u1",
        "Deich",
        "Text",
        "Hochwasser",
        mayor,
        councillor,
        committeeReason,
        committeeNumber);
  }

  private static PlanMeeting plan(String startsAt, String chair, String clerk) {
    return new PlanMeeting("steering", "s1", Instant.parse(startsAt), "Rathaus", chair, clerk);
  }

  private static BodyRules incompatible() {
    var meetings =
        new MeetingRules(
            8,
            24,
            14,
            MeetingRules.Outside.NEVER,
            7,
            Share.atLeast(1, 5),
            true,
            List.of("council"));
    return new BodyRules(LAW.quorum(), LAW.majority(), null, LAW.source(), meetings);
  }

  private static MoveMeeting move(String startsAt, String place, String reason) {
    return new MoveMeeting("steering", "s1", Instant.parse(startsAt), place, reason);
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
        rules.heldBy(BodyKind.STEERING),
        rules.forMeetings().outside() == Outside.NEVER ? null : MONDAY_AFTER);
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
