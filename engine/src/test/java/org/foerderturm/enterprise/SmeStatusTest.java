package org.foerderturm.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.foerderturm.enterprise.EnterpriseSize.LARGE;
import static org.foerderturm.enterprise.EnterpriseSize.MEDIUM;
import static org.foerderturm.enterprise.EnterpriseSize.MICRO;
import static org.foerderturm.enterprise.EnterpriseSize.SMALL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.foerderturm.alliance.ShippedTables;
import org.foerderturm.enterprise.Enterprises.Link;
import org.foerderturm.enterprise.SmeStatus.Reason;
import org.foerderturm.enterprise.SmeStatus.YearStatus;
import org.foerderturm.kernel.Decisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked figures of Recommendation 2003/361/EC, by the tables as shipped. */
class SmeStatusTest {
  private static final Decisions TABLES = new ShippedTables("funding-application");
  private static final LocalDate DAY = LocalDate.of(2026, 5, 5);
  private static final Year OF_SMALL = year(40, 8, 8);
  private static final Year OF_MEDIUM = year(80, 20, 20);

  private final Enterprises register = new Enterprises();

  @ParameterizedTest
  @CsvSource({
    "9, 2, 99, MICRO",
    "9, 99, 2, MICRO",
    "10, 1, 1, SMALL",
    "49, 10, 99, SMALL",
    "49, 99, 10, SMALL",
    "50, 1, 1, MEDIUM",
    "249, 50, 99, MEDIUM",
    "249, 99, 43, MEDIUM",
    "249, 51, 44, LARGE",
    "250, 1, 1, LARGE"
  })
  void recommendation_2003_361_art_2_size_by_staff_and_turnover_or_balance(
      int staff, long turnover, long balance, EnterpriseSize size) {
    enter("a", 0, year(staff, turnover, balance));
    assertThat(status("a").size()).isEqualTo(size);
  }

  @Test
  void recommendation_2003_361_art_2_a_cent_above_the_threshold_is_above_it() {
    enter("a", 0, new Year(9, 200_000_000, 999_000_000));
    enter("b", 0, new Year(9, 200_000_001, 200_000_001));
    assertThat(status("a").size()).isEqualTo(MICRO);
    assertThat(status("b").size()).isEqualTo(SMALL);
  }

  @Test
  void recommendation_2003_361_art_4_one_year_above_the_ceiling_changes_nothing_two_years_do() {
    assertThat(after(OF_SMALL, OF_MEDIUM)).isEqualTo(SMALL);
    assertThat(after(OF_SMALL, OF_MEDIUM, OF_SMALL, OF_MEDIUM)).isEqualTo(SMALL);
    assertThat(after(OF_SMALL, OF_MEDIUM, OF_MEDIUM)).isEqualTo(MEDIUM);
    assertThat(after(OF_MEDIUM, OF_SMALL, OF_SMALL)).isEqualTo(SMALL);
    assertThat(after(OF_SMALL, OF_MEDIUM, year(300, 90, 90))).isEqualTo(MEDIUM);
    assertThat(after(OF_MEDIUM, year(5, 1, 1), OF_SMALL)).isEqualTo(SMALL);
    assertThat(after(OF_MEDIUM, OF_SMALL, year(300, 90, 90))).isEqualTo(MEDIUM);
  }

  @Test
  void each_year_says_what_it_did() {
    enter("a", 0, OF_SMALL, OF_MEDIUM, OF_MEDIUM, OF_MEDIUM);
    assertThat(status("a").years())
        .extracting(YearStatus::year, YearStatus::own, YearStatus::status, YearStatus::reason)
        .containsExactly(
            tuple(2022, SMALL, SMALL, Reason.FIRST),
            tuple(2023, MEDIUM, SMALL, Reason.ONE_YEAR),
            tuple(2024, MEDIUM, MEDIUM, Reason.TWO_YEARS),
            tuple(2025, MEDIUM, MEDIUM, Reason.SAME));
  }

  @Test
  void recommendation_2003_361_art_3_a_quarter_of_public_control_makes_no_sme() {
    enter("a", 24.99, year(5, 1, 1));
    enter("b", 25, year(5, 1, 1));
    register.put("c", "Stadtwerk", BigDecimal.valueOf(100), false); // figures or not
    assertThat(status("a").size()).isEqualTo(MICRO);
    assertThat(status("b").size()).isEqualTo(LARGE);
    assertThat(status("c").size()).isEqualTo(LARGE);
    assertThat(status("c").byControl()).isTrue();
  }

  @Test
  void recommendation_2003_361_art_6_linked_count_in_full_and_partners_by_their_share() {
    enter("a", 0, year(40, 1, 1));
    enter("mother", 0, year(5, 1, 1));
    enter("sister", 0, year(4, 1, 1));
    enter("partner", 0, year(10, 1, 1));
    link("mother", "a", 100, Relation.LINKED);
    link("mother", "sister", 60, Relation.LINKED);
    link("sister", "partner", 25, Relation.PARTNER);
    // 40 + 5 + 4 + 25 % of 10 = 51.5
    assertThat(status("a").years().getLast().figures().staff()).isEqualTo(51);
    assertThat(status("a").years().getLast().figures().turnoverCents()).isEqualTo(3_25_000_000);
    assertThat(status("a").size()).isEqualTo(MEDIUM);
    // to the partner the sister is one, with all that are linked to her
    assertThat(status("partner").years().getLast().figures().staff()).isEqualTo(10 + 49 / 4);
  }

  @Test
  void partners_of_partners_do_not_count() {
    enter("a", 0, year(40, 1, 1));
    enter("b", 0, year(4, 1, 1));
    enter("c", 0, year(900, 1, 1));
    link("b", "a", 30, Relation.PARTNER);
    link("c", "b", 30, Relation.PARTNER);
    assertThat(status("a").years().getLast().figures().staff()).isEqualTo(41);
  }

  @Test
  void just_below_fifty_people_is_below_fifty() {
    enter("a", 0, year(49, 1, 1));
    enter("b", 0, year(3, 1, 1));
    link("b", "a", 33.33, Relation.PARTNER); // 49.9999
    assertThat(status("a").size()).isEqualTo(SMALL);
  }

  @Test
  void while_a_linked_one_has_no_figures_nothing_is_derived_and_it_is_named() {
    enter("a", 0, OF_SMALL);
    register.put("b", "Mutter", BigDecimal.ZERO, false);
    link("b", "a", 51, Relation.LINKED);
    assertThat(status("a").size()).isNull();
    assertThat(status("a").missing())
        .containsExactly(new SmeStatus.Missing(2025, List.of("Mutter")));
  }

  @Test
  void after_a_year_without_figures_it_begins_anew() {
    enter("a", 0, OF_MEDIUM);
    register.change("a", each -> each.with(2022, OF_SMALL));
    register.change("a", each -> each.with(2021, OF_SMALL));
    assertThat(status("a").years()).extracting(YearStatus::year).containsExactly(2025);
    assertThat(status("a").size()).isEqualTo(MEDIUM);
  }

  @Test
  void recommendation_2003_361_art_4_the_latest_accounts_count_and_old_ones_do_not() {
    enter("a", 0, OF_SMALL);
    assertThat(status("a", "2027-12-31").size()).isEqualTo(SMALL);
    assertThat(status("a", "2028-01-01").size()).isNull();
    assertThat(status("a", "2025-12-31").size()).isNull(); // that year is not over
  }

  @Test
  void recommendation_2003_361_art_3_public_control_is_found_through_others() {
    register.put("city", "Stadt", BigDecimal.ZERO, true);
    enter("holding", 0, OF_MEDIUM);
    enter("daughter", 0, OF_MEDIUM);
    link("city", "holding", 100, Relation.LINKED);
    link("holding", "daughter", 100, Relation.LINKED);
    var status = status("daughter");
    assertThat(status.size()).isEqualTo(LARGE);
    assertThat(status.byControl()).isTrue();
  }

  @Test
  void public_shares_count_together_and_their_part_through_those_who_are_not_controlled() {
    register.put("city", "Stadt", BigDecimal.ZERO, true);
    register.put("land", "Land", BigDecimal.ZERO, true);
    enter("a", 0, OF_SMALL);
    link("city", "a", 13, Relation.INDEPENDENT);
    link("land", "a", 12, Relation.INDEPENDENT);
    assertThat(register.undertaking("a").publicPercent()).isEqualByComparingTo("25");
    assertThat(status("a").byControl()).isTrue();
    enter("half", 0, OF_SMALL);
    enter("b", 0, OF_SMALL);
    link("city", "half", 40, Relation.PARTNER);
    link("half", "b", 60, Relation.LINKED);
    assertThat(register.undertaking("b").publicPercent()).isEqualByComparingTo("24");
    assertThat(status("b").byControl()).isFalse();
    enter("c", 30, OF_SMALL);
    assertThat(register.undertaking("c").publicPercent()).isEqualByComparingTo("30");
  }

  @Test
  void who_controls_in_another_way_passes_on_everything() {
    register.put("city", "Stadt", BigDecimal.ZERO, true);
    enter("a", 0, OF_SMALL);
    link("city", "a", 0, Relation.LINKED);
    assertThat(register.undertaking("a").publicPercent()).isEqualByComparingTo("100");
  }

  @Test
  void shares_in_a_circle_end() {
    register.put("city", "Stadt", BigDecimal.ZERO, true);
    enter("a", 0, OF_SMALL);
    enter("b", 0, OF_SMALL);
    link("a", "b", 100, Relation.LINKED);
    link("b", "a", 70, Relation.LINKED);
    link("city", "a", 30, Relation.PARTNER);
    assertThat(register.undertaking("a").publicPercent()).isEqualByComparingTo("30");
    assertThat(register.undertaking("b").publicPercent()).isGreaterThanOrEqualTo(percent(25));
  }

  @Test
  void regulation_2023_2831_a_public_body_joins_nobody() {
    register.put("city", "Stadt", BigDecimal.ZERO, true);
    enter("a", 0, OF_SMALL);
    enter("b", 0, OF_SMALL);
    enter("c", 0, OF_SMALL);
    link("city", "a", 100, Relation.LINKED);
    link("city", "b", 100, Relation.LINKED);
    link("city", "c", 30, Relation.PARTNER);
    for (var each : List.of("a", "b", "c", "city"))
      assertThat(register.undertaking(each).weights()).as(each).hasSize(1);
  }

  // ---- helpers

  private static BigDecimal percent(int percent) {
    return BigDecimal.valueOf(percent);
  }

  private EnterpriseSize after(Year... years) {
    var id = "after-" + years.length + Arrays.hashCode(years);
    enter(id, 0, years);
    return status(id).size();
  }

  /** The last of the years is 2025. */
  private void enter(String id, double publicPercent, Year... years) {
    register.put(id, id, BigDecimal.valueOf(publicPercent), false);
    var list = Arrays.asList(years);
    for (int i = 0; i < list.size(); i++) {
      int year = 2026 - list.size() + i;
      var figures = list.get(i);
      register.change(id, each -> each.with(year, figures));
    }
  }

  private void link(String holder, String held, double percent, Relation relation) {
    register.link(new Link(holder, held, BigDecimal.valueOf(percent), relation));
  }

  private SmeStatus status(String id) {
    return SmeStatus.of(register.undertaking(id), DAY, TABLES);
  }

  private SmeStatus status(String id, String day) {
    return SmeStatus.of(register.undertaking(id), LocalDate.parse(day), TABLES);
  }

  private static Year year(int staff, long turnoverMillions, long balanceMillions) {
    return new Year(staff, turnoverMillions * 100_000_000, balanceMillions * 100_000_000);
  }
}
