package org.foerderturm.committee;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.foerderturm.committee.CommitteeCommand.CastVote;
import org.foerderturm.committee.CommitteeCommand.CloseVote;
import org.foerderturm.committee.CommitteeEvent.BiasDeclared;
import org.foerderturm.committee.CommitteeEvent.MotionDecided;
import org.foerderturm.committee.CommitteeEvent.MotionSubmitted;
import org.foerderturm.committee.CommitteeEvent.VoteCast;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MotionTest {
  private static final CloseVote CLOSE = new CloseVote("m1");

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
      new AggregateTestFixture<>(Motion.class)
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
    new AggregateTestFixture<>(Motion.class)
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

  private static TestExecutor<Motion> as(String actor, Object... events) {
    List<Object> given = new ArrayList<>(List.of(submitted(BodyRules.municipal())));
    given.addAll(List.of(events));
    return new AggregateTestFixture<>(Motion.class)
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
    return new MotionSubmitted(
        "m1",
        "steering",
        "Lenkungsgremium",
        "Konsortium bilden",
        "Das Konsortium wird gebildet.",
        "k1",
        List.of("anna", "ben", "cem", "dora"),
        4,
        rules);
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
