package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.foerderturm.TestOffice;
import org.foerderturm.enterprise.EnterpriseCommand.*;
import org.foerderturm.enterprise.EnterpriseQuery.*;
import org.foerderturm.enterprise.EnterpriseSize;
import org.foerderturm.enterprise.Relation;
import org.foerderturm.enterprise.SmeStatus.Reason;
import org.foerderturm.enterprise.SmeStatus.YearStatus;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Role;
import org.foerderturm.view.ProjectionQuery.RebuildProjection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page of an enterprise shows, by the deployed tables. */
class EnterpriseIT {
  private static final Actor MANAGER = Actor.of("petra.projekt", Role.PROJECT_MANAGER);
  private static TestOffice office;
  private String a;
  private String b;

  @BeforeAll
  static void open() {
    office = TestOffice.shared();
  }

  @BeforeEach
  void two() {
    a = "e-" + UUID.randomUUID();
    b = a + "-b";
    office.send(new EnterEnterprise(a, "Sensor " + a, BigDecimal.ZERO), MANAGER);
    office.send(new EnterEnterprise(b, "Anteil " + a, BigDecimal.ZERO), MANAGER);
    office.send(
        new LinkEnterprises(b, a, new BigDecimal("33.5"), false, LocalDate.parse("2024-01-01")),
        MANAGER);
    year(a, 2023, 40);
    year(b, 2023, 20);
    year(a, 2024, 48);
    year(b, 2024, 20);
  }

  @Test
  void the_status_is_derived_year_by_year_with_the_shares_of_partners() {
    var found = find("2025-06-01");
    var status = Objects.requireNonNull(found.status());
    assertThat(status.size()).isEqualTo(EnterpriseSize.SMALL);
    assertThat(status.version()).isPositive();
    assertThat(status.years())
        .extracting(
            YearStatus::year, each -> each.figures().staff(), YearStatus::own, YearStatus::reason)
        .containsExactly(
            tuple(2023, 46, EnterpriseSize.SMALL, Reason.FIRST),
            tuple(2024, 54, EnterpriseSize.MEDIUM, Reason.ONE_YEAR));
    assertThat(found.weights())
        .extracting(Weight::enterpriseId, Weight::percent)
        .containsExactly(tuple(a, new BigDecimal("100.00")), tuple(b, new BigDecimal("33.50")));
    assertThat(found.links())
        .singleElement()
        .satisfies(link -> assertThat(link.relation()).isEqualTo(Relation.PARTNER));
    assertThat(found.years()).hasSize(4);
    assertThat(find("2004-12-31").status()).isNull();
  }

  @Test
  void the_last_year_counts_linked_enterprises_in_full_and_partners_not_at_all() {
    var c = a + "-c";
    var last = Objects.requireNonNull(find("2026-06-01").last());
    assertThat(last.year()).isEqualTo(2024);
    assertThat(last.own().staff()).isEqualTo(48);
    assertThat(last.group()).as("only a partner").isNull();
    assertThat(Objects.requireNonNull(find("2024-06-01").last()).year()).isEqualTo(2023);
    office.send(new EnterEnterprise(c, "Mutter " + a, BigDecimal.ZERO), MANAGER);
    office.send(
        new LinkEnterprises(c, a, BigDecimal.valueOf(60), false, LocalDate.parse("2024-01-01")),
        MANAGER);
    assertThat(find("2026-06-01").last()).as("of the mother nothing is known").isNull();
    year(c, 2023, 5);
    var both = Objects.requireNonNull(find("2026-06-01").last());
    assertThat(both.year()).isEqualTo(2023);
    assertThat(both.own().staff()).isEqualTo(40);
    assertThat(Objects.requireNonNull(both.group()).staff()).isEqualTo(45);
  }

  @Test
  void the_sum_of_three_years_is_seen_as_of_any_day_and_a_cancelled_aid_stays_visible() {
    aid("1", 100_000_00, "2024-02-29");
    aid("2", 50_000_00, "2025-01-10");
    aid("3", 10_000_00, "2025-02-10");
    office.send(new CancelDeMinimisAid(a + "3", "doppelt"), MANAGER);
    assertThat(find("2026-06-01").sumCents()).isEqualTo(150_000_00);
    assertThat(find("2027-02-28").sumCents()).isEqualTo(150_000_00);
    assertThat(find("2027-03-01").sumCents()).isEqualTo(50_000_00);
    assertThat(find("2024-02-28").sumCents()).isZero();
    assertThat(find("2026-06-01").aids())
        .extracting(AidRow::aidId, AidRow::freeOn, AidRow::counts, AidRow::cancelled)
        .containsExactly(
            tuple(a + "3", LocalDate.parse("2028-02-10"), false, "doppelt"),
            tuple(a + "2", LocalDate.parse("2028-01-10"), true, null),
            tuple(a + "1", LocalDate.parse("2027-03-01"), true, null));
  }

  @Test
  void a_rebuild_of_the_view_shows_the_same() {
    aid("1", 100_000_00, "2024-02-29");
    office.send(new CorrectYear(a, 2024, 47, 100, 100, "Testat"), MANAGER);
    var before = find("2026-06-01");
    long stored = stored();
    office.send(new RebuildProjection("enterprises"), TestOffice.ADMIN);
    await().untilAsserted(() -> assertThat(stored()).isNotEqualTo(stored));
    assertThat(find("2026-06-01")).isEqualTo(before);
  }

  @Test
  void the_register_is_searched_by_name() {
    var page = office.office().ask(new FindEnterprises("sensor " + a, 0, 10), MANAGER);
    assertThat(page.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.lastYear()).isEqualTo(2024);
              assertThat(row.links()).isEqualTo(1);
            });
  }

  private static void year(String id, int year, int staff) {
    office.send(new ReportYear(id, year, staff, 100_000_000, 100_000_000), MANAGER);
  }

  private void aid(String number, long cents, String on) {
    office.send(
        new RecordDeMinimisAid(a + number, a, cents, LocalDate.parse(on), "Land", "Bescheid"),
        MANAGER);
  }

  private EnterpriseDetails find(String day) {
    return Objects.requireNonNull(
        office.office().ask(new FindEnterprise(a, LocalDate.parse(day)), MANAGER));
  }

  private static long stored() {
    return office
        .db()
        .sql("select 'view_enterprise'::regclass::oid::bigint")
        .query(Long.class)
        .single();
  }
}
