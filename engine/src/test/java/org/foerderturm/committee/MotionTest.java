package org.foerderturm.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.foerderturm.committee.CommitteeCommand.CastVote;
import org.foerderturm.committee.CommitteeCommand.CloseVote;
import org.foerderturm.committee.CommitteeCommand.DiscloseBias;
import org.foerderturm.committee.CommitteeCommand.EndVote;
import org.foerderturm.committee.CommitteeCommand.PostponeMotion;
import org.foerderturm.committee.CommitteeCommand.SettleBias;
import org.foerderturm.committee.CommitteeCommand.WithdrawMotion;
import org.foerderturm.committee.CommitteeConsequence.AllowVoteOutside;
import org.foerderturm.committee.CommitteeConsequence.CarryMotion;
import org.foerderturm.committee.CommitteeConsequence.ConfirmAmendable;
import org.foerderturm.committee.CommitteeConsequence.CountUnlessInMeetings;
import org.foerderturm.committee.CommitteeConsequence.DecideMotion;
import org.foerderturm.committee.CommitteeConsequence.NumberResolution;
import org.foerderturm.committee.CommitteeConsequence.PutOffMotion;
import org.foerderturm.committee.CommitteeConsequence.StrikeMotion;
import org.foerderturm.committee.CommitteeConsequence.TableMotion;
import org.foerderturm.committee.CommitteeEvent.BiasDeclared;
import org.foerderturm.committee.CommitteeEvent.CircularVoteFailed;
import org.foerderturm.committee.CommitteeEvent.MotionBiasDisclosed;
import org.foerderturm.committee.CommitteeEvent.MotionDecided;
import org.foerderturm.committee.CommitteeEvent.MotionPostponed;
import org.foerderturm.committee.CommitteeEvent.MotionSubmitted;
import org.foerderturm.committee.CommitteeEvent.MotionTabled;
import org.foerderturm.committee.CommitteeEvent.MotionWithdrawn;
import org.foerderturm.committee.CommitteeEvent.VoteCast;
import org.foerderturm.committee.CommitteeEvent.VotingPeriodEnded;
import org.foerderturm.committee.MeetingEvent.Decisive;
import org.foerderturm.committee.MeetingRules.Outside;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MotionTest {
  private static final CloseVote CLOSE = new CloseVote("m1");
  private static final List<Command> SENT = new ArrayList<>();

  @Test
  void a_member_votes() {
    as("anna").when(vote("anna", Vote.YES)).expectEvents(new VoteCast("m1", "anna", Vote.YES));
  }

  @Test
  void a_member_votes_once() {
    as("anna", new VoteCast("m1", "anna", Vote.YES))
        .when(vote("anna", Vote.NO))
        .expectNoEvents()
        .expectExceptionMessage("vote-already-cast");
  }

  @Test
  void a_member_who_declared_bias_does_not_vote_later() {
    as("anna", new BiasDeclared("m1", "anna", "Arbeitgeber"))
        .when(vote("anna", Vote.NO))
        .expectNoEvents()
        .expectExceptionMessage("vote-already-cast");
  }

  @Test
  void a_member_who_voted_does_not_declare_bias_later() {
    as("anna", new VoteCast("m1", "anna", Vote.YES))
        .when(bias("anna", "Arbeitgeber"))
        .expectNoEvents()
        .expectExceptionMessage("vote-already-cast");
  }

  @Test
  void only_a_member_votes() {
    as("guest")
        .when(vote("guest", Vote.YES))
        .expectNoEvents()
        .expectExceptionMessage("not-entitled-to-vote");
  }

  @Test
  void nobody_votes_for_another() {
    as("ben").when(vote("anna", Vote.YES)).expectNoEvents().expectExceptionMessage("not-your-vote");
  }

  @Test
  void a_vote_says_yes_or_no_or_abstains() {
    as("anna")
        .when(new CastVote("m1", "anna", null, false, null))
        .expectNoEvents()
        .expectExceptionMessage("vote-missing");
  }

  @Test
  void a_biased_member_says_so() {
    as("anna")
        .when(bias("anna", " Arbeitgeber ist Partner "))
        .expectEvents(new BiasDeclared("m1", "anna", "Arbeitgeber ist Partner"));
  }

  @Test
  void a_biased_member_says_why() {
    as("anna").when(bias("anna", " ")).expectExceptionMessage("bias-reason-missing");
    as("anna").when(bias("anna", null)).expectExceptionMessage("bias-reason-missing");
  }

  @Test
  void a_biased_member_does_not_vote() {
    as("anna")
        .when(new CastVote("m1", "anna", Vote.YES, true, "Arbeitgeber"))
        .expectNoEvents()
        .expectExceptionMessage("biased-member-must-not-vote");
  }

  @Test
  void nobody_votes_after_the_close() {
    as("anna", decided("rejected", 0, 0, 0, false))
        .when(vote("anna", Vote.YES))
        .expectNoEvents()
        .expectExceptionMessage("vote-already-closed");
  }

  @Test
  void a_vote_is_closed_once() {
    as("lead", decided("rejected", 0, 0, 0, false))
        .when(CLOSE)
        .expectNoEvents()
        .expectExceptionMessage("vote-already-closed");
  }

  @Test
  void nobody_votes_on_what_was_never_submitted() {
    for (var command : List.of(vote("anna", Vote.YES), CLOSE))
      fixture()
          .registerInjectableResource(Actor.of("anna", Role.COMMITTEE_MEMBER))
          .givenNoPriorActivity()
          .when(command)
          .expectNoEvents()
          .expectExceptionMessage("motion-unknown");
  }

  @Test
  void more_yes_than_no_adopts() {
    closing(Vote.YES, Vote.YES, Vote.NO).expectEvents(decided("adopted", 2, 1, 0, true));
  }

  @Test
  void a_tie_is_a_rejection() {
    closing(Vote.YES, Vote.YES, Vote.NO, Vote.NO).expectEvents(decided("rejected", 2, 2, 0, true));
  }

  @Test
  void more_no_than_yes_rejects() {
    closing(Vote.YES, Vote.NO, Vote.NO).expectEvents(decided("rejected", 1, 2, 0, true));
  }

  @Test
  void one_yes_and_abstentions_adopt() {
    closing(Vote.YES, Vote.ABSTAIN, Vote.ABSTAIN).expectEvents(decided("adopted", 1, 0, 2, true));
  }

  @Test
  void abstentions_alone_reject() {
    closing(Vote.ABSTAIN, Vote.ABSTAIN, Vote.ABSTAIN)
        .expectEvents(decided("rejected", 0, 0, 3, true));
  }

  @Test
  void half_of_the_statutory_members_is_no_quorum() {
    closing(Vote.YES, Vote.YES).expectEvents(decided("inquorate", 2, 0, 0, false));
  }

  @Test
  void an_abstention_counts_for_the_quorum() {
    closing(Vote.YES, Vote.YES, Vote.ABSTAIN).expectEvents(decided("adopted", 2, 0, 1, true));
  }

  @Test
  void a_biased_member_does_not_count_for_the_quorum() {
    as(
            "lead",
            new VoteCast("m1", "anna", Vote.YES),
            new VoteCast("m1", "ben", Vote.YES),
            new BiasDeclared("m1", "cem", "Arbeitgeber"),
            new BiasDeclared("m1", "dora", "Arbeitgeber"))
        .when(CLOSE)
        .expectEvents(decided("inquorate", 2, 0, 0, false));
  }

  @Test
  void a_vote_that_nobody_came_to_is_inquorate() {
    closing().expectEvents(decided("inquorate", 0, 0, 0, false));
  }

  @Test
  void two_thirds_are_enough_where_the_body_asks_for_two_thirds() {
    var two = Share.atLeast(2, 3);
    var own = new BodyRules(Share.moreThan(1, 2), two, null, "Satzung § 4");
    fixture()
        .registerInjectableResource(Actor.of("lead", Role.OFFICE_LEAD))
        .given(
            submitted(own),
            new VoteCast("m1", "anna", Vote.YES),
            new VoteCast("m1", "ben", Vote.YES),
            new VoteCast("m1", "cem", Vote.NO))
        .when(CLOSE)
        .expectEvents(
            new MotionDecided(
                "m1", "steering", "k1", "adopted", 2, 1, 0, 3, 4, true, "Satzung § 4"));
  }

  @Test
  void what_was_decided_gets_a_number_and_what_was_inquorate_none() {
    closing(Vote.YES, Vote.YES, Vote.NO);
    assertThat(SENT)
        .containsExactly(
            new NumberResolution(
                "steering",
                "m1",
                null,
                "m1",
                "k1",
                "Konsortium bilden",
                "Das Konsortium wird gebildet.",
                "adopted",
                false));
    SENT.clear();
    closing(Vote.YES);
    assertThat(SENT).isEmpty();
  }

  @Test
  void a_circular_vote_is_adopted_by_all_members_only() {
    var all = submitted(outside(Outside.UNANIMOUS));
    var yes = new ArrayList<Object>(List.of(all));
    for (var member : List.of("anna", "ben", "cem")) yes.add(new VoteCast("m1", member, Vote.YES));
    fixture()
        .registerInjectableResource(Actor.of("lead", Role.OFFICE_LEAD))
        .given(yes)
        .when(CLOSE)
        .expectEvents(new CircularVoteFailed("m1", 3, 0, 0, 1, 0));
    yes.add(new VoteCast("m1", "dora", Vote.YES));
    fixture()
        .registerInjectableResource(Actor.of("lead", Role.OFFICE_LEAD))
        .given(yes)
        .when(CLOSE)
        .expectEvents(decided("adopted", 4, 0, 0, true));
  }

  @Test
  void after_a_failed_circular_vote_a_meeting_must_decide() {
    var failed = new CircularVoteFailed("m1", 3, 0, 0, 1, 0);
    var given = List.of(submitted(outside(Outside.UNANIMOUS)), failed);
    fixture()
        .registerInjectableResource(Actor.of("dora", Role.COMMITTEE_MEMBER))
        .given(given)
        .when(vote("dora", Vote.YES))
        .expectNoEvents()
        .expectExceptionMessage("circular-vote-failed");
    fixture().given(given).when(inMeeting("adopted")).expectSuccessfulHandlerExecution();
  }

  @Test
  void a_body_that_decides_in_meetings_only_takes_no_vote_outside() {
    for (var command : List.of(vote("anna", Vote.YES), CLOSE))
      fixture()
          .registerInjectableResource(Actor.of("anna", Role.COMMITTEE_MEMBER))
          .given(submitted(outside(Outside.NEVER)))
          .when(command)
          .expectNoEvents()
          .expectExceptionMessage("decided-in-meetings-only");
  }

  @Test
  void a_meeting_decides_a_motion() {
    fixture()
        .given(submitted(BodyRules.municipal()))
        .when(inMeeting("rejected"))
        .expectEvents(
            new MotionDecided(
                "m1", "steering", "k1", "rejected", 1, 1, 1, 3, 5, true, "§ 50", "sitting"));
    assertThat(SENT).singleElement().isInstanceOf(NumberResolution.class);
  }

  @Test
  void a_motion_is_decided_once_whichever_way() {
    for (var command : List.of(inMeeting("adopted"), new TableMotion("m1", "steering", "sitting")))
      fixture()
          .given(
              submitted(BodyRules.municipal()),
              new MotionDecided("m1", "steering", "k1", "adopted", 3, 0, 0, 3, 4, true, "§ 50"))
          .when(command)
          .expectNoEvents()
          .expectExceptionMessage("motion-already-decided");
  }

  @Test
  void a_motion_stands_on_the_agenda_of_its_own_body_only() {
    fixture()
        .given(submitted(BodyRules.municipal()))
        .when(new TableMotion("m1", "council", "sitting"))
        .expectNoEvents()
        .expectExceptionMessage("motion-of-another-body");
  }

  @Test
  void a_motion_is_withdrawn_from_the_agenda_that_it_stands_on() {
    var gone = new MotionWithdrawn("m1", "steering", "k1", "kein Geld mehr");
    fixture()
        .given(submitted(BodyRules.municipal()), new MotionTabled("m1", "sitting"))
        .when(new WithdrawMotion("m1", " kein Geld mehr "))
        .expectEvents(gone);
    assertThat(SENT).containsExactly(new StrikeMotion("sitting", "m1", "kein Geld mehr"));
    // left over from one meeting, it stands on the next as what it is
    fixture()
        .given(submitted(BodyRules.municipal()), gone)
        .when(new CarryMotion("m1", "next"))
        .expectNoEvents();
    assertThat(SENT).containsExactly(new StrikeMotion("next", "m1", "kein Geld mehr"));
    fixture()
        .given(submitted(BodyRules.municipal()), new MotionTabled("m1", "sitting"))
        .when(new CarryMotion("m1", "next"))
        .expectEvents(new MotionTabled("m1", "next"));
  }

  private static DecideMotion inMeeting(String result) {
    return new DecideMotion("m1", "sitting", result, 1, 1, 1, 3, 5, "§ 50", false);
  }

  private static BodyRules outside(Outside how) {
    var meetings = MeetingRules.municipal();
    return BodyRules.municipal()
        .with(how == Outside.NEVER ? meetings : meetings.voting(how, 7, "Geschäftsordnung § 6"));
  }

  // the end of the voting period

  @Test
  void a_vote_ends_with_what_is_there_when_its_time_is_over() {
    ending(UNTIL, Outside.BY_MAJORITY, voted("anna", Vote.YES), voted("ben", Vote.YES), BIAS)
        .when(END)
        .expectEvents(new VotingPeriodEnded("m1", 1, null), decided("inquorate", 2, 0, 0, false));
    ending(UNTIL, Outside.BY_MAJORITY, voted("anna", Vote.YES), voted("ben", Vote.YES), CEM_NO)
        .when(END)
        .expectEvents(new VotingPeriodEnded("m1", 1, null), decided("adopted", 2, 1, 0, true));
  }

  @Test
  void a_circular_vote_in_which_one_answer_is_missing_has_failed() {
    ending(
            UNTIL,
            Outside.UNANIMOUS,
            voted("anna", Vote.YES),
            voted("ben", Vote.YES),
            voted("cem", Vote.YES))
        .when(END)
        .expectEvents(
            new VotingPeriodEnded("m1", 1, null), new CircularVoteFailed("m1", 3, 0, 0, 1, 0));
  }

  @Test
  void a_vote_does_not_end_before_its_time() {
    ending(UNTIL.minusSeconds(1), Outside.BY_MAJORITY, voted("anna", Vote.YES))
        .when(END)
        .expectNoEvents()
        .expectExceptionMessage("voting-period-runs");
  }

  @Test
  void before_the_end_it_is_counted_only_when_all_who_may_vote_have_voted() {
    for (var now : List.of(UNTIL.minusSeconds(1), UNTIL.minusSeconds(864_000))) {
      var three = List.of(voted("anna", Vote.YES), voted("ben", Vote.YES), BIAS);
      ending(now, Outside.BY_MAJORITY, three.toArray())
          .when(CLOSE)
          .expectNoEvents()
          .expectExceptionMessage("vote-still-open");
      var all = new ArrayList<Object>(three);
      all.add(voted("dora", Vote.YES));
      ending(now, Outside.BY_MAJORITY, all.toArray())
          .when(CLOSE)
          .expectEvents(decided("adopted", 3, 0, 0, true));
    }
    // once the time is over, counting is ending
    ending(UNTIL, Outside.BY_MAJORITY, voted("anna", Vote.YES))
        .when(CLOSE)
        .expectEvents(new VotingPeriodEnded("m1", 3, null), decided("inquorate", 1, 0, 0, false));
  }

  @Test
  void a_vote_that_began_when_any_body_could_vote_so_asks_its_body_whether_it_may() {
    List<Object> old = List.of(submitted(BodyRules.municipal(), UNTIL));
    fixture()
        .registerInjectableResource(Actor.of("anna", Role.COMMITTEE_MEMBER))
        .givenCurrentTime(UNTIL.minusSeconds(60))
        .andGiven(old)
        .when(vote("anna", Vote.YES))
        .expectSuccessfulHandlerExecution();
    assertThat(SENT).containsExactly(new AllowVoteOutside("steering"));
    fixture()
        .givenCurrentTime(UNTIL)
        .andGiven(old)
        .when(END)
        .expectEvents(new VotingPeriodEnded("m1", 4, null));
    assertThat(SENT).containsExactly(new CountUnlessInMeetings("steering", "m1"));
    as("anna").when(vote("anna", Vote.YES)).expectSuccessfulHandlerExecution();
    assertThat(SENT).isEmpty();
  }

  @Test
  void what_stands_on_an_agenda_is_left_to_the_meeting() {
    var tabled = new MotionTabled("m1", "s1");
    ending(UNTIL, Outside.BY_MAJORITY, tabled, voted("anna", Vote.YES))
        .when(END)
        .expectEvents(new VotingPeriodEnded("m1", 3, "s1"));
    ending(UNTIL, Outside.BY_MAJORITY, tabled, new VotingPeriodEnded("m1", 4, "s1"))
        .when(new DecideMotion("m1", "s1", "adopted", 3, 0, 0, 3, 4, "GO NRW", false))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void nobody_votes_after_the_end() {
    for (var command : List.of(vote("anna", Vote.YES), bias("anna", "Arbeitgeber"))) {
      ending(UNTIL.plusSeconds(1), Outside.BY_MAJORITY)
          .when(command)
          .expectNoEvents()
          .expectExceptionMessage("voting-period-over");
      ending(UNTIL, Outside.BY_MAJORITY).when(command).expectSuccessfulHandlerExecution();
      ending(UNTIL, Outside.BY_MAJORITY, new VotingPeriodEnded("m1", 4, "s1"))
          .when(command)
          .expectNoEvents()
          .expectExceptionMessage("voting-period-over");
    }
  }

  @Test
  void bias_that_comes_to_light_takes_a_running_vote_out_and_questions_a_counted_one() {
    var day = LocalDate.parse("2026-11-20");
    var now = Instant.parse("2026-11-20T10:00:00Z");
    var late = new DiscloseBias("m1", "anna", "Arbeitgeber", "Presse", day);
    ending(now, Outside.BY_MAJORITY, voted("anna", Vote.YES))
        .when(late)
        .expectEvents(new BiasDeclared("m1", "anna", "Arbeitgeber"));
    var counted =
        new Object[] {
          voted("anna", Vote.YES),
          voted("ben", Vote.YES),
          voted("cem", Vote.NO),
          new MotionDecided("m1", "steering", "k1", "adopted", 2, 1, 0, 3, 4, true, "Satzung § 4")
        };
    var told =
        new MotionBiasDisclosed(
            "m1", "steering", "anna", "Arbeitgeber", "Presse", day, true, Decisive.YES);
    ending(now, Outside.BY_MAJORITY, counted).when(late).expectEvents(told);
    ending(now, Outside.BY_MAJORITY, counted)
        .when(new DiscloseBias("m1", "ben", "Arbeitgeber", "Presse", day))
        .expectExceptionMessage("not-your-vote");
    var disclosed = new ArrayList<Object>(List.of(counted));
    disclosed.add(told);
    ending(now, Outside.BY_MAJORITY, disclosed.toArray())
        .when(new SettleBias("m1", "anna", true, "entscheidend"))
        .expectExceptionMessage("late-bias-own");
  }

  @Test
  void only_a_motion_whose_case_knows_what_to_do_with_it_is_changed() {
    ending(Instant.parse("2026-11-20T10:00:00Z"), Outside.NEVER)
        .when(new ConfirmAmendable("m1", 5L))
        .expectExceptionMessage("motion-not-amendable");
  }

  @Test
  void a_motion_that_waits_for_a_meeting_may_come_later() {
    var until = LocalDate.parse("2027-01-20");
    var key = submitted(outside(Outside.NEVER), UNTIL).caseKey();
    ending(Instant.parse("2026-11-20T10:00:00Z"), Outside.NEVER, new MotionTabled("m1", "s1"))
        .when(new PostponeMotion("m1", key, until, " noch offen "))
        .expectEvents(new MotionPostponed("m1", "steering", key, until, "noch offen"));
    assertThat(SENT).containsExactly(new PutOffMotion("s1", "m1", "noch offen"));
    ending(Instant.parse("2026-11-20T10:00:00Z"), Outside.BY_MAJORITY)
        .when(new PostponeMotion("m1", key, until, "noch offen"))
        .expectExceptionMessage("vote-runs-without-meeting");
    ending(Instant.parse("2026-11-20T10:00:00Z"), Outside.NEVER)
        .when(new PostponeMotion("m1", "another", until, "noch offen"))
        .expectExceptionMessage("motion-of-another-case");
  }

  private static final Instant UNTIL = Instant.parse("2026-11-30T22:59:00Z");
  private static final EndVote END = new EndVote("m1");
  private static final VoteCast CEM_NO = voted("cem", Vote.NO);
  private static final BiasDeclared BIAS = new BiasDeclared("m1", "cem", "Arbeitgeber");

  private static VoteCast voted(String member, Vote vote) {
    return new VoteCast("m1", member, vote);
  }

  private static TestExecutor<Motion> ending(Instant now, Outside how, Object... events) {
    List<Object> given = new ArrayList<>(List.of(submitted(outside(how), UNTIL)));
    given.addAll(List.of(events));
    return fixture()
        .registerInjectableResource(Actor.of("anna", Role.COMMITTEE_MEMBER))
        .givenCurrentTime(now)
        .andGiven(given);
  }

  private static FixtureConfiguration<Motion> fixture() {
    Consequences consequences = SENT::add;
    SENT.clear();
    return new AggregateTestFixture<>(Motion.class).registerInjectableResource(consequences);
  }

  private static TestExecutor<Motion> as(String actor, Object... events) {
    List<Object> given = new ArrayList<>(List.of(submitted(outside(Outside.BY_MAJORITY))));
    given.addAll(List.of(events));
    return fixture()
        .registerInjectableResource(Actor.of(actor, Role.COMMITTEE_MEMBER))
        .given(given);
  }

  private static ResultValidator<Motion> closing(Vote... votes) {
    var members = List.of("anna", "ben", "cem", "dora");
    var events = new Object[votes.length];
    for (int i = 0; i < votes.length; i++) events[i] = new VoteCast("m1", members.get(i), votes[i]);
    return as("lead", events).when(CLOSE);
  }

  private static MotionSubmitted submitted(BodyRules rules) {
    return submitted(rules, null);
  }

  private static MotionSubmitted submitted(BodyRules rules, @Nullable Instant until) {
    return new MotionSubmitted(
        "m1",
        "steering",
        "Lenkungsgremium",
        "Konsortium bilden",
        "Das Konsortium wird gebildet.",
        "k1",
        List.of("anna", "ben", "cem", "dora"),
        4,
        rules,
        until);
  }

  private static CastVote vote(String member, Vote vote) {
    return new CastVote("m1", member, vote, false, null);
  }

  private static CastVote bias(String member, @Nullable String reason) {
    return new CastVote("m1", member, null, true, reason);
  }

  private static MotionDecided decided(
      String result, int yes, int no, int abstentions, boolean quorate) {
    return new MotionDecided(
        "m1",
        "steering",
        "k1",
        result,
        yes,
        no,
        abstentions,
        yes + no + abstentions,
        4,
        quorate,
        BodyRules.municipal().source());
  }
}
