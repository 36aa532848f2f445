package org.foerderturm.committee;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.foerderturm.committee.BodyRules.MajorityOf;

class TallyProperties {
  private static final BodyRules LAW = BodyRules.municipal();

  @Property
  void by_law_the_quorum_is_more_than_half(
      @ForAll @IntRange(max = 100) int present, @ForAll @IntRange(min = 1, max = 100) int members) {
    assertThat(new Tally(0, 0, present).quorate(LAW, members)).isEqualTo(2 * present > members);
  }

  @Property
  void by_law_a_quorate_body_adopts_exactly_what_has_more_yes_than_no(
      @ForAll("tallies") Tally tally) {
    assertThat(tally.result(LAW, 1))
        .isEqualTo(
            tally.present() == 0
                ? Tally.INQUORATE
                : tally.yes() > tally.no() ? Tally.ADOPTED : Tally.REJECTED);
  }

  @Property
  void an_abstention_decides_nothing_but_the_quorum(
      @ForAll("tallies") Tally tally, @ForAll("shares") Share majority) {
    var rules = new BodyRules(Share.atLeast(0, 1), majority, null, "test");
    var more = new Tally(tally.yes(), tally.no(), tally.abstentions() + 1);
    assertThat(more.result(rules, 10)).isEqualTo(tally.result(rules, 10));
  }

  @Property
  void one_more_yes_never_harms(
      @ForAll("tallies") Tally tally,
      @ForAll("shares") Share quorum,
      @ForAll("shares") Share majority,
      @ForAll @IntRange(min = 1, max = 200) int members) {
    var rules = new BodyRules(quorum, majority, null, "test");
    var more = new Tally(tally.yes() + 1, tally.no(), tally.abstentions());
    if (tally.result(rules, members).equals(Tally.ADOPTED))
      assertThat(more.result(rules, members)).isEqualTo(Tally.ADOPTED);
  }

  @Property
  void one_more_no_never_turns_a_rejection_into_an_adoption(
      @ForAll("tallies") Tally tally, @ForAll("shares") Share majority) {
    var rules = new BodyRules(Share.atLeast(0, 1), majority, null, "test");
    var more = new Tally(tally.yes(), tally.no() + 1, tally.abstentions());
    if (tally.result(rules, 10).equals(Tally.REJECTED))
      assertThat(more.result(rules, 10)).isEqualTo(Tally.REJECTED);
  }

  @Property
  void of_those_present_an_abstention_counts_like_a_no(
      @ForAll("tallies") Tally tally, @ForAll("shares") Share majority) {
    var rules = new BodyRules(Share.atLeast(0, 1), majority, null, "test").with(MajorityOf.PRESENT);
    var noes = new Tally(tally.yes(), tally.no() + tally.abstentions(), 0);
    assertThat(tally.result(rules, 200)).isEqualTo(noes.result(rules, 200));
  }

  @Property
  void of_the_statutory_members_only_yes_votes_count(
      @ForAll("tallies") Tally tally, @ForAll("shares") Share majority) {
    var rules = new BodyRules(Share.atLeast(0, 1), majority, null, "test").with(MajorityOf.MEMBERS);
    boolean enough = tally.yes() > 0 && majority.reachedBy(tally.yes(), 200);
    assertThat(tally.result(rules, 200)).isEqualTo(enough ? Tally.ADOPTED : Tally.REJECTED);
  }

  @Property
  void the_least_part_is_the_first_that_reaches_the_share(
      @ForAll("shares") Share share, @ForAll @IntRange(min = 1, max = 1000) int whole) {
    int least = share.least(whole);
    assertThat(share.reachedBy(least, whole)).isTrue();
    assertThat(least == 0 || !share.reachedBy(least - 1, whole)).isTrue();
    assertThat(least).isLessThanOrEqualTo(whole);
  }

  @Provide
  Arbitrary<Tally> tallies() {
    var count = Arbitraries.integers().between(0, 60);
    return Combinators.combine(count, count, count).as(Tally::new);
  }

  @Provide
  Arbitrary<Share> shares() {
    return Arbitraries.integers()
        .between(1, 12)
        .flatMap(
            denominator ->
                Combinators.combine(
                        Arbitraries.integers().between(0, denominator), Arbitraries.of(true, false))
                    .as(
                        (numerator, atLeast) ->
                            new Share(
                                numerator, denominator, atLeast || numerator.equals(denominator))));
  }
}
