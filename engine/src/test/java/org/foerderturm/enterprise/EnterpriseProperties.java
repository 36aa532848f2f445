package org.foerderturm.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.foerderturm.alliance.ShippedTables;
import org.foerderturm.enterprise.DeMinimis.Aid;
import org.foerderturm.enterprise.DeMinimis.Ceiling;
import org.foerderturm.enterprise.Enterprises.Link;

/** What holds for any amount, any share and any day. */
class EnterpriseProperties {
  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final Ceiling CEILING = new Ceiling(30_000_000, 3, "Test", 1);

  @Property
  void whatever_fits_one_after_the_other_keeps_the_ceiling_in_any_three_years(
      @ForAll @Size(max = 12) List<@IntRange(max = 2000) Integer> days,
      @ForAll @LongRange(min = 1, max = 20_000_000) long cents) {
    var had = new DeMinimis(List.of());
    for (int day : days) {
      var aid = new Aid(START.plusDays(day), cents);
      if (had.beyond(aid, each -> CEILING) == null) had = with(had, aid);
    }
    for (int day = 0; day < 3200; day += 7)
      assertThat(had.sumTo(START.plusDays(day), 3)).isLessThanOrEqualTo(CEILING.cents());
  }

  @Property
  void what_does_not_fit_is_beyond_the_ceiling_by_exactly_what_it_says(
      @ForAll @Size(max = 8) List<@IntRange(max = 1200) Integer> days,
      @ForAll @LongRange(min = 1, max = 20_000_000) long cents,
      @ForAll @IntRange(max = 1200) int day) {
    var had =
        new DeMinimis(days.stream().map(each -> new Aid(START.plusDays(each), cents)).toList());
    var more = new Aid(START.plusDays(day), cents);
    var excess = had.beyond(more, each -> CEILING);
    if (excess == null) {
      assertThat(with(had, more).sumTo(more.grantedOn(), 3)).isLessThanOrEqualTo(CEILING.cents());
      return;
    }
    assertThat(with(had, more).sumTo(excess.lastDay(), 3))
        .isEqualTo(CEILING.cents() + excess.excessCents());
    assertThat(excess.sumCents()).isEqualTo(had.sumTo(excess.lastDay(), 3));
  }

  @Property
  void an_aid_counts_until_the_day_before_it_is_free(
      @ForAll @IntRange(max = 20_000) int day, @ForAll @IntRange(min = 1, max = 5) int years) {
    var aid = new Aid(LocalDate.of(2000, 1, 1).plusDays(day), 1);
    var free = DeMinimis.freeOn(aid.grantedOn(), years);
    assertThat(DeMinimis.counts(aid, free.minusDays(1), years)).isTrue();
    assertThat(DeMinimis.counts(aid, free, years)).isFalse();
    assertThat(DeMinimis.counts(aid, aid.grantedOn().minusDays(1), years)).isFalse();
  }

  @Property
  void rounding_a_sum_moves_it_over_no_threshold(
      @ForAll @Size(max = 6) List<@IntRange(min = 25_00, max = 50_00) Integer> shares,
      @ForAll @IntRange(max = 300) int staff,
      @ForAll @LongRange(max = 6_000_000_000L) long cents) {
    var register = new Enterprises();
    register.put("self", "self", BigDecimal.ZERO, false);
    register.change("self", each -> each.with(2025, new Year(staff, cents, cents)));
    for (int i = 0; i < shares.size(); i++) {
      register.put("p" + i, "p" + i, BigDecimal.ZERO, false);
      var figures = new Year(staff / 2 + i, cents / 3 + i, cents);
      register.change("p" + i, each -> each.with(2025, figures));
      register.link(
          new Link("p" + i, "self", BigDecimal.valueOf(shares.get(i), 2), Relation.PARTNER));
    }
    var sum = register.undertaking("self").year(2025);
    var exactStaff = BigInteger.valueOf(staff * 100_00L);
    var exactCents = BigInteger.valueOf(cents).multiply(BigInteger.valueOf(100_00));
    for (int i = 0; i < shares.size(); i++) {
      exactStaff = exactStaff.add(BigInteger.valueOf((staff / 2 + i) * (long) shares.get(i)));
      exactCents =
          exactCents.add(
              BigInteger.valueOf(cents / 3 + i).multiply(BigInteger.valueOf(shares.get(i))));
    }
    for (int fewer : List.of(10, 50, 250))
      assertThat(sum.staff() < fewer)
          .isEqualTo(exactStaff.compareTo(BigInteger.valueOf(fewer * 100_00L)) < 0);
    for (long most : List.of(2L, 10L, 43L, 50L))
      assertThat(sum.turnoverCents() <= most * 100_000_000)
          .isEqualTo(exactCents.compareTo(BigInteger.valueOf(most * 100_000_000 * 100_00)) <= 0);
  }

  @Property
  void the_one_year_that_lies_elsewhere_never_changes_the_status(
      @ForAll EnterpriseSize usual, @ForAll EnterpriseSize once) {
    var register = new Enterprises();
    register.put("a", "a", BigDecimal.ZERO, false);
    int[] staff = {5, 40, 200, 300};
    for (int at = 2021; at <= 2025; at++) {
      int year = at;
      var figures = new Year(staff[(year == 2023 ? once : usual).ordinal()], 0, 0);
      register.change("a", each -> each.with(year, figures));
    }
    var status =
        SmeStatus.of(
            register.undertaking("a"),
            LocalDate.of(2026, 1, 1),
            new ShippedTables("funding-application"));
    assertThat(status.years()).extracting(SmeStatus.YearStatus::status).containsOnly(usual);
  }

  private static DeMinimis with(DeMinimis had, Aid more) {
    var all = new ArrayList<>(had.aids());
    all.add(more);
    return new DeMinimis(all);
  }
}
