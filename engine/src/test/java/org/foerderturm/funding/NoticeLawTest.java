package org.foerderturm.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.foerderturm.funding.Remedy.ACTION;
import static org.foerderturm.funding.Remedy.OBJECTION;
import static org.foerderturm.funding.Remedy.REVIEW;

import java.time.LocalDate;
import java.util.Arrays;
import org.foerderturm.alliance.ShippedTables;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.consortium.Programme;
import org.foerderturm.funding.NoticeLaw.Came;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a notice counts as notified, and what can be done against it until when. */
class NoticeLawTest {
  private static final Decisions TABLES = new ShippedTables("funding-application");
  private static final NoticeLaw FEDERAL =
      new NoticeLaw(Programme.FEDERAL_JOINT_PROJECT, Regime.NABF);
  private static final NoticeLaw NRW = new NoticeLaw(Programme.ERDF, Regime.ANBEST_P);
  private static final NoticeLaw EU = new NoticeLaw(Programme.HORIZON, Regime.HORIZON);

  @ParameterizedTest
  @CsvSource({
    // R12: in the box the next day, deemed the fourth day; the month ends on a Sunday
    "2026-11-02, 2026-11-03, 2026-11-06, 2026-12-07",
    // on the fourth day itself
    "2026-11-02, 2026-11-06, 2026-11-06, 2026-12-07",
    // later than the fourth day: that day
    "2026-11-02, 2026-11-09, 2026-11-09, 2026-12-09",
    // the fourth day is a Saturday and stays, a Monday is the last day
    "2026-11-03, 2026-11-04, 2026-11-07, 2026-12-07",
    // before 2025 the third day
    "2024-12-30, 2024-12-31, 2025-01-02, 2025-02-03",
    "2025-01-01, 2025-01-02, 2025-01-05, 2025-02-05",
    // served or handed over: its day
    ", 2026-11-03, 2026-11-03, 2026-12-03"
  })
  void vwvfg_41_a_posted_notice_counts_from_the_fourth_day(
      @Nullable LocalDate posted, LocalDate received, LocalDate notified, LocalDate until) {
    for (var law : new NoticeLaw[] {FEDERAL, NRW}) {
      var told = law.of(TABLES, NoticeKind.GRANT, new Came(posted, received, false));
      assertThat(told.notifiedOn()).isEqualTo(notified);
      assertThat(told.until()).isEqualTo(until);
      assertThat(told.receivedOn()).isEqualTo(received);
      assertThat(told.source()).isNotBlank();
    }
  }

  @Test
  void nothing_arrives_before_it_is_posted() {
    var came = new Came(LocalDate.parse("2026-11-04"), LocalDate.parse("2026-11-03"), false);
    assertThatThrownBy(() -> FEDERAL.of(TABLES, NoticeKind.GRANT, came))
        .isInstanceOf(Rejected.class)
        .hasMessage("posted-after-arrival");
  }

  @Test
  void vwgo_58_without_a_right_instruction_there_is_a_year() {
    var came = new Came(LocalDate.parse("2026-11-02"), LocalDate.parse("2026-11-03"), true);
    assertThat(FEDERAL.of(TABLES, NoticeKind.REJECTION, came).until())
        .isEqualTo(LocalDate.parse("2027-11-08")); // 06.11.2027 is a Saturday
    assertThat(FEDERAL.decided(TABLES, came, true).until())
        .isEqualTo(LocalDate.parse("2027-11-08"));
  }

  @Test
  void each_funder_has_its_own_remedies() {
    var came = new Came(null, LocalDate.parse("2026-11-30"), false);
    assertThat(FEDERAL.of(TABLES, NoticeKind.GRANT, came).remedy()).isEqualTo(OBJECTION);
    assertThat(FEDERAL.of(TABLES, NoticeKind.REJECTION, came).remedy()).isEqualTo(OBJECTION);
    assertThat(FEDERAL.decided(TABLES, came, true).remedy()).isEqualTo(ACTION);
    assertThat(FEDERAL.decided(TABLES, came, false).remedy()).isNull();
    assertThat(NRW.of(TABLES, NoticeKind.GRANT, came).remedy()).isEqualTo(ACTION);
    assertThat(NRW.of(TABLES, NoticeKind.REVOCATION, came).remedy()).isEqualTo(ACTION);
    assertThat(NRW.of(TABLES, NoticeKind.REJECTION, came).until())
        .isEqualTo(LocalDate.parse("2026-12-30"));
    assertThat(EU.of(TABLES, NoticeKind.GRANT, came).remedy()).isNull();
    assertThat(EU.of(TABLES, NoticeKind.GRANT, came).until()).isNull();
    assertThat(EU.of(TABLES, NoticeKind.REJECTION, came).remedy()).isEqualTo(REVIEW);
    assertThat(EU.of(TABLES, NoticeKind.REJECTION, came).until())
        .isEqualTo(LocalDate.parse("2026-12-30"));
  }

  /** What no table holds is refused by a command; so a day without a row would stop an office. */
  @ParameterizedTest
  @EnumSource(Programme.class)
  void every_funder_kind_and_day_has_its_rows(Programme programme) {
    var day = LocalDate.parse("2000-01-01");
    for (int n = 0; n < 25; n++) {
      var posted = day.plusDays(n * 451L);
      for (var kind : NoticeKind.values()) {
        var law = new NoticeLaw(programme, Regime.NABF);
        var told = law.of(TABLES, kind, new Came(posted, posted.plusDays(1), n % 2 == 0));
        assertThat(told.notifiedOn()).isBetween(posted.plusDays(1), posted.plusDays(4));
        assertThat(told.remedy() == null).isEqualTo(told.until() == null);
        if (told.until() != null) {
          assertThat(told.until()).isAfter(told.notifiedOn().plusDays(27));
          assertThat(WorkingDays.isOne(told.until())).isTrue();
        }
      }
    }
  }

  @Test
  void remedies_are_named_as_the_table_names_them() {
    assertThat(Arrays.stream(Remedy.values()).map(Remedy::code))
        .containsExactly("objection", "action", "review");
  }
}
