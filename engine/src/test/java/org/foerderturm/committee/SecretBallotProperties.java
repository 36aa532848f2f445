package org.foerderturm.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.foerderturm.committee.CommitteeConsequence.PublishBallots;
import org.foerderturm.committee.MeetingCommand.HandInBallot;
import org.foerderturm.committee.MeetingEvent.Ballot;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Office;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Receipt;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.log.Json;

/** What the box lets out, seen from where the office records it. */
class SecretBallotProperties {
  private static final Actor CHAIR = Actor.of("chair");

  @Property(tries = 200)
  void the_count_is_exactly_what_was_handed_in(@ForAll("votes") List<Vote> votes) {
    var office = new Recorder();
    run(office, votes);
    var published = office.published();
    assertThat(Tally.of(published.stream().map(Ballot::vote).toList())).isEqualTo(Tally.of(votes));
    assertThat(published)
        .allMatch(b -> b.hash().equals(SecretBallots.hash(b.vote(), b.nonce())))
        .isSortedAccordingTo((a, b) -> a.hash().compareTo(b.hash()));
  }

  @Property(tries = 200)
  void each_voter_finds_the_own_ballot_and_nobody_can_claim_two(@ForAll("votes") List<Vote> votes) {
    var office = new Recorder();
    var receipts = run(office, votes);
    assertThat(office.published()).containsExactlyInAnyOrderElementsOf(receipts);
    assertThat(Set.copyOf(receipts)).hasSameSizeAs(receipts);
  }

  /**
   * A refused attempt is recorded with all its fields, so no command may say more than an event.
   */
  @Property(tries = 200)
  void nothing_that_is_sent_before_the_count_says_a_vote_a_nonce_or_a_hash(
      @ForAll("votes") List<Vote> votes) {
    var office = new Recorder();
    var receipts = run(office, votes);
    String before = office.before();
    for (var receipt : receipts)
      assertThat(before).doesNotContain(receipt.hash()).doesNotContain(receipt.nonce());
    assertThat(before).doesNotContain("YES").doesNotContain("ABSTAIN").doesNotContain("\"NO\"");
  }

  /** What is sent by the voters is the same whoever votes how: so it can't tell. */
  @Property(tries = 200)
  void what_is_recorded_of_the_voters_does_not_depend_on_who_voted_how(
      @ForAll("votes") List<Vote> votes, @ForAll Random random) {
    var one = new Recorder();
    run(one, votes);
    var shuffled = new ArrayList<>(votes);
    java.util.Collections.shuffle(shuffled, random);
    var other = new Recorder();
    run(other, shuffled);
    assertThat(other.before()).isEqualTo(one.before());
  }

  /**
   * The place of a ballot among the published ones is that of a random number: over many rounds the
   * first voter's ballot stands everywhere about equally often.
   */
  @Property(tries = 5)
  void the_place_of_a_ballot_says_nothing_about_when_it_was_handed_in(
      @ForAll("votes") @Size(4) List<Vote> votes) {
    var places = new HashMap<Integer, Integer>();
    int rounds = 800;
    for (int i = 0; i < rounds; i++) {
      var office = new Recorder();
      var first = run(office, votes).getFirst();
      places.merge(office.published().indexOf(first), 1, Integer::sum);
    }
    // 800 draws of a quarter each: 200 expected, standard deviation 12
    assertThat(places.values()).hasSize(4).allMatch(count -> count > 120 && count < 280);
  }

  @Property(tries = 20)
  void who_is_refused_puts_nothing_into_the_box(@ForAll("votes") List<Vote> votes) {
    var office = new Recorder();
    var box = new BallotBox(office);
    box.open("s1", "i1", CHAIR);
    office.refuse =
        command -> {
          if (command instanceof HandInBallot) throw new Rejected("vote-already-cast");
        };
    for (var vote : votes)
      try {
        box.handIn("s1", "i1", vote, Actor.of("anna"));
      } catch (Rejected refused) {
        assertThat(refused.code()).isEqualTo("vote-already-cast");
      }
    box.count("s1", "i1", CHAIR);
    assertThat(office.published()).isEmpty();
  }

  private static List<Ballot> run(Recorder office, List<Vote> votes) {
    var box = new BallotBox(office);
    box.open("s1", "i1", CHAIR);
    var receipts = new ArrayList<Ballot>();
    for (int i = 0; i < votes.size(); i++)
      receipts.add(box.handIn("s1", "i1", votes.get(i), Actor.of("member" + i)));
    box.count("s1", "i1", CHAIR);
    return receipts;
  }

  @Provide
  Arbitrary<List<Vote>> votes() {
    return Arbitraries.of(Vote.class).list().ofMinSize(1).ofMaxSize(40);
  }

  /** An office that keeps what it is sent, as the log would. */
  private static final class Recorder implements Office {
    private final List<Map.Entry<Command, Actor>> sent = new ArrayList<>();
    private Consumer<Command> refuse = command -> {};

    @Override
    public Receipt send(Command command, Actor actor, String key) {
      refuse.accept(command);
      sent.add(Map.entry(command, actor));
      return new Receipt(key, 0, 0);
    }

    List<Ballot> published() {
      return ((PublishBallots) sent.getLast().getKey()).ballots();
    }

    String before() {
      var all = new StringBuilder();
      for (var one : sent.subList(0, sent.size() - 1))
        all.append(one.getValue().userId())
            .append(one.getKey().getClass().getSimpleName())
            .append(Json.write(one.getKey()))
            .append('\n');
      return all.toString();
    }

    @Override
    public <R> R ask(Query<R> query, Actor actor) {
      throw new AssertionError("a ballot box only sends, it asked " + query);
    }

    @Override
    public <R> R asOf(Set<String> things, long position, Supplier<R> questions) {
      throw new AssertionError("nobody looks back here, but at " + things);
    }

    @Override
    public AutoCloseable onChange(Consumer<Set<String>> listener) {
      throw new AssertionError("a ballot box only sends, it wants to listen");
    }
  }
}
