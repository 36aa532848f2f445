package org.foerderturm.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.foerderturm.alliance.ShippedTables;

/** What holds for any amount and any day. */
class RulesProperties {
  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final Map<Regime, GrantRules> RULES =
      Stream.of(Regime.values())
          .collect(
              Collectors.toMap(
                  each -> each,
                  each -> GrantRules.of(new ShippedTables("funding-application"), each, START)));

  @Property
  void the_most_that_may_be_granted_keeps_the_percentage_and_a_cent_more_breaks_it(
      @ForAll @LongRange(max = Long.MAX_VALUE / 2) long costs,
      @ForAll @IntRange(max = 99) int percent) {
    long most = new AidIntensity(percent).mostCents(costs);
    var allowed = BigInteger.valueOf(costs).multiply(BigInteger.valueOf(percent));
    assertThat(hundred(most)).isLessThanOrEqualTo(allowed);
    assertThat(hundred(most + 1)).isGreaterThan(allowed);
  }

  @Property
  void a_line_is_balanced_exactly_if_the_gap_is_nothing(
      @ForAll @LongRange(max = 30_000_000_000L) long grant,
      @ForAll @LongRange(max = 30_000_000_000L) long own,
      @ForAll @LongRange(max = 30_000_000_000L) long third,
      @ForAll @LongRange(max = 1000) long more) {
    long costs = grant + own + third + more;
    assertThat(new BudgetLine(CostRow.GOODS, costs, grant, own, third).gapCents()).isEqualTo(more);
    assertThat(new BudgetLine(CostRow.GOODS, costs, grant + 2 * more, own, third).gapCents())
        .isEqualTo(-more);
  }

  @Property
  void no_amount_is_negative(
      @ForAll @LongRange(min = Long.MIN_VALUE, max = -1) long negative,
      @ForAll @IntRange(max = 3) int where) {
    var m = IntStream.range(0, 4).mapToLong(i -> i == where ? negative : 0).toArray();
    assertThatThrownBy(() -> new BudgetLine(CostRow.RENT, m[0], m[1], m[2], m[3]))
        .hasMessage("amount-negative");
  }

  @Property
  void no_amount_is_larger_than_a_billion_euros(
      @ForAll @LongRange(min = 100_000_000_001L) long large, @ForAll @IntRange(max = 3) int where) {
    var m = IntStream.range(0, 4).mapToLong(i -> i == where ? large : 0).toArray();
    assertThatThrownBy(() -> new BudgetLine(CostRow.RENT, m[0], m[1], m[2], m[3]))
        .hasMessage("amount-too-large");
  }

  @Property
  void interim_proofs_come_in_order_before_the_proof_of_use(
      @ForAll Regime regime,
      @ForAll @IntRange(max = 3000) int start,
      @ForAll @IntRange(min = 30, max = 2200) int days,
      @ForAll @IntRange(min = 6, max = 36) int reporting) {
    var from = START.plusDays(start);
    var until = from.plusDays(days);
    var due = rules(regime).interimProofs(from, until, reporting);
    assertThat(due).isSorted().doesNotHaveDuplicates().allMatch(from::isBefore);
    assertThat(due).allMatch(day -> day.isBefore(rules(regime).proofOfUse(until, null)));
  }

  @Property
  void an_earlier_purpose_never_makes_the_proof_of_use_later(
      @ForAll Regime regime, @ForAll @IntRange(max = 2000) int before) {
    var until = LocalDate.of(2030, 6, 30);
    assertThat(rules(regime).proofOfUse(until, until.minusDays(before)))
        .isBeforeOrEqualTo(rules(regime).proofOfUse(until, null));
  }

  private static GrantRules rules(Regime regime) {
    return RULES.get(regime);
  }

  @Property
  void moving_money_between_rows_changes_no_sum_and_leaves_each_row_balanced(
      @ForAll @LongRange(max = 10_000_000_00L) long grant,
      @ForAll @LongRange(max = 10_000_000_00L) long own,
      @ForAll @LongRange(max = 10_000_000_00L) long third,
      @ForAll @LongRange(min = 1, max = 30_000_000_00L) long wanted,
      @ForAll boolean known) {
    long costs = grant + own + third;
    Assume.that(costs > 0);
    long cents = Math.min(wanted, costs);
    var lines = new ArrayList<BudgetLine>();
    lines.add(new BudgetLine(CostRow.GOODS, costs, grant, own, third, third / 3));
    if (known) lines.add(new BudgetLine(CostRow.RENT, 100, 60, 30, 10));
    var moved = Reallocation.of(lines, CostRow.GOODS, CostRow.RENT, cents);
    assertThat(moved).allMatch(line -> line.gapCents() == 0);
    assertThat(sum(moved, BudgetLine::costsCents)).isEqualTo(sum(lines, BudgetLine::costsCents));
    assertThat(sum(moved, BudgetLine::grantCents)).isEqualTo(sum(lines, BudgetLine::grantCents));
    assertThat(sum(moved, BudgetLine::publicCents)).isEqualTo(third / 3);
    assertThat(sum(moved, BudgetLine::ownCents)).isEqualTo(sum(lines, BudgetLine::ownCents));
    assertThat(moved)
        .filteredOn(line -> line.row() == CostRow.RENT)
        .singleElement()
        .satisfies(line -> assertThat(line.costsCents()).isEqualTo(cents + (known ? 100 : 0)));
  }

  private static long sum(List<BudgetLine> lines, ToLongFunction<BudgetLine> amount) {
    return lines.stream().mapToLong(amount).sum();
  }

  @Property
  void a_later_end_makes_no_proof_due_earlier(
      @ForAll Regime regime,
      @ForAll @IntRange(max = 2000) int days,
      @ForAll @IntRange(min = 1, max = 900) int more) {
    var until = START.plusDays(days);
    var rules = rules(regime);
    assertThat(rules.proofOfUse(until.plusDays(more), null))
        .isAfterOrEqualTo(rules.proofOfUse(until, null));
    assertThat(rules.interimProofs(START, until.plusDays(more), 18))
        .containsAll(rules.interimProofs(START, until, 18));
  }

  private static BigInteger hundred(long cents) {
    return BigInteger.valueOf(cents).multiply(BigInteger.valueOf(100));
  }
}
