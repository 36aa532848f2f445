package org.foerderturm.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class FeeProperties {
  private static final long MOST = 100_000_000_00L;

  @Property
  void a_contribution_is_never_negative_and_never_above_the_fee(@ForAll("fees") Fee fee) {
    assertThat(fee.amount()).isBetween(0L, fee.cents());
  }

  @Property
  void in_kind_never_pays_more_than_half(@ForAll("fees") Fee fee) {
    assertThat(2 * fee.credit()).isLessThanOrEqualTo(fee.share());
    assertThat(fee.amount() + fee.credit()).isEqualTo(fee.share());
  }

  @Property
  void more_in_kind_never_costs_more(
      @ForAll("fees") Fee fee, @ForAll @LongRange(max = MOST) long more) {
    var other = new Fee(fee.cents(), fee.percent(), fee.months(), fee.inKindCents() + more, 50);
    assertThat(other.amount()).isLessThanOrEqualTo(fee.amount());
  }

  @Property
  void who_enters_later_in_the_year_never_pays_more(
      @ForAll @LongRange(max = MOST) long cents,
      @ForAll @IntRange(max = 100) int percent,
      @ForAll @IntRange(min = 1, max = 11) int month) {
    var earlier = new Fee(cents, percent, Fee.monthsFrom(month), 0, 50);
    var later = new Fee(cents, percent, Fee.monthsFrom(month + 1), 0, 50);
    assertThat(later.amount()).isLessThanOrEqualTo(earlier.amount());
  }

  @Property
  void a_start_up_pays_half_to_the_cent(
      @ForAll @LongRange(max = MOST) long cents, @ForAll @IntRange(min = 1, max = 12) int months) {
    long whole = new Fee(cents, 100, months, 0, 50).amount();
    long half = new Fee(cents, 50, months, 0, 50).amount();
    assertThat(Math.abs(2 * half - whole)).isLessThanOrEqualTo(2);
  }

  @Property
  void rounding_moves_a_share_by_at_most_half_a_cent(
      @ForAll @LongRange(max = MOST) long cents, @ForAll @IntRange(min = 1, max = 12) int months) {
    long share = new Fee(cents, 100, months, 0, 50).share();
    assertThat(Math.abs(share * 12 - cents * months)).isLessThanOrEqualTo(6);
  }

  @Property
  void a_class_never_rises_by_more_than_the_steps_allowed(
      @ForAll("companies") ContributionClass former,
      @ForAll("companies") ContributionClass next,
      @ForAll @IntRange(min = 1, max = 5) int steps) {
    var applied = next.atMost(steps, former);
    assertThat(applied.ordinal() - former.ordinal()).isLessThanOrEqualTo(steps);
    assertThat(applied).isLessThanOrEqualTo(next);
    if (next.compareTo(former) <= 0) assertThat(applied).isEqualTo(next);
  }

  @Provide
  Arbitrary<ContributionClass> companies() {
    return Arbitraries.of(
        ContributionClass.MICRO,
        ContributionClass.SMALL,
        ContributionClass.MEDIUM,
        ContributionClass.LARGE,
        ContributionClass.LARGE_OVER_500M);
  }

  @Provide
  Arbitrary<Fee> fees() {
    return Combinators.combine(
            Arbitraries.longs().between(0, MOST),
            Arbitraries.integers().between(0, 100),
            Arbitraries.integers().between(1, 12),
            Arbitraries.longs().between(0, MOST))
        .as((cents, percent, months, inKind) -> new Fee(cents, percent, months, inKind, 50));
  }
}
