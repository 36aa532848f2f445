package org.foerderturm.enterprise;

import static org.foerderturm.enterprise.EnterpriseRegister.ID;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.foerderturm.alliance.ShippedTables;
import org.foerderturm.enterprise.EnterpriseCommand.*;
import org.foerderturm.enterprise.EnterpriseEvent.*;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Pointers;
import org.foerderturm.kernel.Rejected;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The register of enterprises: what it takes up, what it refuses, what it says of an applicant. */
class EnterpriseRegisterTest {
  private static final LocalDateTime DEADLINE = LocalDateTime.parse("2026-05-05T17:00");
  private static final LocalDate DAY = LocalDate.parse("2026-03-01");
  private static final BigDecimal NONE = percent("0.00");
  private static final Year SMALL = new Year(20, 300_000_000, 300_000_000);
  private static final String SOURCE = "VO (EU) 2023/2831 Art. 3 Abs. 2";

  private final AggregateTestFixture<EnterpriseRegister> register =
      Pointers.apart(new AggregateTestFixture<>(EnterpriseRegister.class));

  EnterpriseRegisterTest() {
    register.registerInjectableResource(new ShippedTables("funding-application"));
  }

  // ---- enterprises and figures

  @Test
  void an_enterprise_is_taken_up_with_its_share_of_public_control() {
    register
        .givenNoPriorActivity()
        .when(new EnterEnterprise("a", "  Sensor GmbH ", percent("24.9")))
        .expectEvents(new EnterpriseEntered(ID, "a", "Sensor GmbH", percent("24.90"), false));
  }

  @Test
  void the_same_name_or_id_is_taken_up_once() {
    refused(new EnterEnterprise("b", "SENSOR  gmbh", NONE), "enterprise-name-taken", entered("a"));
    refused(new EnterEnterprise("a", "Andere", NONE), "enterprise-already-entered", entered("a"));
    refused(new EnterEnterprise("a", " ", NONE), "enterprise-name-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.01", "100.01", "12.345"})
  void a_share_lies_between_0_and_100_with_two_decimals(String percent) {
    refused(new EnterEnterprise("a", "Sensor", percent(percent)), "percent-not-possible");
    refused(
        new LinkEnterprises("b", "a", percent(percent), false, DAY),
        "percent-not-possible",
        entered("a"),
        entered("b"));
  }

  @Test
  void another_name_is_free_again() {
    given(entered("a"), new EnterpriseDescribed(ID, "a", "Neu GmbH", NONE, false))
        .when(new EnterEnterprise("b", "Sensor GmbH", NONE))
        .expectEvents(new EnterpriseEntered(ID, "b", "Sensor GmbH", NONE, false));
    given(entered("a"))
        .when(new DescribeEnterprise("a", "Sensor GmbH", NONE, false))
        .expectNoEvents();
  }

  @Test
  void figures_of_a_closed_year_are_reported_once() {
    given(entered("a"))
        .when(new ReportYear("a", 2025, 20, 300_000_000, 300_000_000))
        .expectEvents(reported("a", 2025, SMALL));
    refused(
        new ReportYear("a", 2025, 21, 1, 1),
        "year-already-reported",
        Map.of("name", "Sensor GmbH", "year", 2025),
        entered("a"),
        reported("a", 2025, SMALL));
  }

  @Test
  void figures_that_cannot_be_are_refused() {
    refused(new ReportYear("a", 2025, -1, 0, 0), "year-figures-negative", entered("a"));
    refused(new ReportYear("a", 2025, 0, -1, 0), "year-figures-negative", entered("a"));
    refused(new ReportYear("a", 2025, 0, 0, -1), "year-figures-negative", entered("a"));
    refused(
        new ReportYear("a", 2025, 0, 100_000_000_000_001L, 0),
        "year-figures-too-large",
        entered("a"));
    refused(new ReportYear("a", 2026, 1, 1, 1), "year-not-closed", entered("a"));
    refused(new ReportYear("a", 1989, 1, 1, 1), "year-not-possible", entered("a"));
    refused(new ReportYear("b", 2025, 1, 1, 1), "enterprise-unknown", entered("a"));
  }

  @Test
  void wrong_figures_are_corrected_with_a_reason_and_stay_on_record() {
    var better = new Year(25, 300_000_000, 300_000_000);
    given(entered("a"), reported("a", 2025, SMALL))
        .when(new CorrectYear("a", 2025, 25, 300_000_000, 300_000_000, "Testat"))
        .expectEvents(
            new EnterpriseYearCorrected(
                ID, "a", "Sensor GmbH", 2025, SMALL, better, "Testat", null));
    refused(new CorrectYear("a", 2025, 1, 1, 1, "x"), "year-not-reported", entered("a"));
    refused(
        new CorrectYear("a", 2025, 1, 1, 1, " "),
        "reason-missing",
        entered("a"),
        reported("a", 2025, SMALL));
    refused(
        new CorrectYear("a", 2025, 20, 300_000_000, 300_000_000, "x"),
        "year-as-before",
        entered("a"),
        reported("a", 2025, SMALL));
  }

  // ---- shares

  @ParameterizedTest
  @CsvSource({
    "24.99, false, INDEPENDENT, 1",
    "25, false, PARTNER, 2",
    "50, false, PARTNER, 2",
    "50.01, false, LINKED, 3",
    "100, false, LINKED, 3",
    "10, true, LINKED, 3",
    "0, true, LINKED, 3"
  })
  void recommendation_2003_361_art_3_a_share_of_25_makes_a_partner_more_than_half_links(
      String share, boolean controls, Relation relation, int paragraph) {
    given(entered("a"), entered("b"))
        .when(new LinkEnterprises("b", "a", percent(share), controls, DAY))
        .expectEvents(
            new EnterprisesLinked(
                ID,
                "b",
                "b GmbH",
                "a",
                "Sensor GmbH",
                percent(share).setScale(2),
                controls,
                relation,
                "Empfehlung 2003/361/EG, Anhang Art. 3 Abs. " + paragraph));
  }

  @Test
  void nobody_is_linked_to_itself_twice_or_by_nothing() {
    var both = List.<Object>of(entered("a"), entered("b"));
    refused(link("a", "a", "30"), "link-to-itself", Map.of("name", "Sensor GmbH"), both.toArray());
    refused(link("b", "a", "0"), "share-missing", both.toArray());
    refused(link("b", "x", "30"), "enterprise-unknown", both.toArray());
    refused(link("b", "a", "30"), "link-exists", entered("a"), entered("b"), linked("b", "a"));
    refused(link("a", "b", "30"), "link-exists", entered("a"), entered("b"), linked("b", "a"));
  }

  @Test
  void a_share_that_was_sold_ends() {
    given(entered("a"), entered("b"), linked("b", "a"))
        .when(new EndLink("b", "a", "verkauft"))
        .expectEvents(new LinkEnded(ID, "b", "b GmbH", "a", "Sensor GmbH", "verkauft"));
    refused(new EndLink("b", "a", "x"), "link-unknown", entered("a"), entered("b"));
    refused(
        new EndLink("a", "b", "x"), "link-unknown", entered("a"), entered("b"), linked("b", "a"));
    refused(
        new EndLink("b", "a", ""), "reason-missing", entered("a"), entered("b"), linked("b", "a"));
  }

  // ---- the size that counts

  @Test
  void a_declared_size_that_the_figures_bear_out_counts_as_derived() {
    given(entered("a"), reported("a", 2025, SMALL))
        .when(new DetermineSize("f", "sensor GMBH", EnterpriseSize.SMALL, DEADLINE))
        .expectEvents(
            new SizeDetermined(
                ID,
                "f",
                "sensor gmbh",
                "sensor GMBH",
                "a",
                EnterpriseSize.SMALL,
                true,
                2025,
                "Empfehlung 2003/361/EG, Anhang Art. 2",
                1));
  }

  @Test
  void a_declared_size_that_the_figures_contradict_is_refused() {
    refused(
        new DetermineSize("f", "Sensor GmbH", EnterpriseSize.MICRO, DEADLINE),
        "size-contradicts-figures",
        Map.of("partner", "Sensor GmbH", "declared", "micro", "derived", "small"),
        entered("a"),
        reported("a", 2025, SMALL));
  }

  @Test
  void a_small_enterprise_of_a_large_group_is_not_small() {
    refused(
        new DetermineSize("f", "Sensor GmbH", EnterpriseSize.SMALL, DEADLINE),
        "size-contradicts-figures",
        Map.of("partner", "Sensor GmbH", "declared", "small", "derived", "large"),
        entered("a"),
        entered("b"),
        reported("a", 2025, SMALL),
        reported("b", 2025, new Year(900, 0, 0)),
        linked("b", "a"));
  }

  @Test
  void of_whom_no_figures_are_known_the_declaration_stands() {
    register
        .givenNoPriorActivity()
        .when(new DetermineSize("f", "Werk", EnterpriseSize.MEDIUM, DEADLINE))
        .expectEvents(
            new SizeDetermined(
                ID, "f", "werk", "Werk", null, EnterpriseSize.MEDIUM, false, null, "", 0));
  }

  // ---- de-minimis aid

  @Test
  void an_aid_is_recorded_with_the_sum_that_it_makes() {
    given(entered("a"), aid("x", "a", "2024-01-15", 100_000_00))
        .when(record("y", "a", "2025-06-01", 50_000_00))
        .expectEvents(
            new DeMinimisAidRecorded(
                ID,
                "y",
                "a",
                "Sensor GmbH",
                50_000_00,
                LocalDate.parse("2025-06-01"),
                "Land",
                "Bescheid 1",
                150_000_00,
                300_000_00));
  }

  @Test
  void an_aid_that_cannot_be_is_refused() {
    refused(record("x", "a", "2025-06-01", 0), "amount-not-positive", entered("a"));
    refused(record("x", "a", "2025-06-01", -1), "amount-not-positive", entered("a"));
    refused(record("x", "b", "2025-06-01", 1), "enterprise-unknown", entered("a"));
    refused(record("x", "a", "2013-12-31", 1), "no-rule-applies", entered("a"));
    refused(
        record("x", "a", "2025-06-01", 1),
        "aid-already-recorded",
        entered("a"),
        aid("x", "a", "2025-01-01", 1));
    var day = LocalDate.parse("2025-06-01");
    refused(
        new RecordDeMinimisAid("x", "a", 1, day, " ", "Bescheid"), "grantor-missing", entered("a"));
    refused(new RecordDeMinimisAid("x", "a", 1, day, "Land", ""), "document-missing", entered("a"));
  }

  @Test
  void a_wrong_aid_is_cancelled_and_counts_no_more() {
    var given = List.<Object>of(entered("a"), aid("x", "a", "2025-01-15", 250_000_00));
    given(given.toArray())
        .when(new CancelDeMinimisAid("x", "doppelt erfasst"))
        .expectEvents(cancelled("x", "a", "2025-01-15", 250_000_00));
    given(
            entered("a"),
            aid("x", "a", "2025-01-15", 250_000_00),
            cancelled("x", "a", "2025-01-15", 250_000_00))
        .when(check("Sensor GmbH", 300_000_00))
        .expectSuccessfulHandlerExecution();
    refused(new CancelDeMinimisAid("y", "x"), "aid-unknown", given.toArray());
    refused(new CancelDeMinimisAid("x", ""), "reason-missing", given.toArray());
    refused(
        new CancelDeMinimisAid("x", "x"),
        "aid-already-cancelled",
        entered("a"),
        aid("x", "a", "2025-01-15", 1),
        cancelled("x", "a", "2025-01-15", 1));
  }

  @Test
  void regulation_2023_2831_art_3_allows_300_000_euros_and_not_a_cent_more() {
    given(entered("a"), aid("x", "a", "2025-03-01", 200_000_00))
        .when(check("Sensor GmbH", 100_000_00))
        .expectEvents(
            new DeMinimisChecked(
                ID,
                "f",
                "sensor gmbh",
                "Sensor GmbH",
                "a",
                "Sensor GmbH",
                100_000_00,
                DEADLINE.toLocalDate(),
                200_000_00,
                300_000_00,
                SOURCE,
                1));
    refused(
        check("Sensor GmbH", 100_000_01),
        "de-minimis-ceiling",
        Map.of(
            "undertaking", "Sensor GmbH",
            "lastDay", "2026-05-05",
            "sumCents", 200_000_00L,
            "askedCents", 100_000_01L,
            "ceilingCents", 300_000_00L,
            "excessCents", 1L),
        entered("a"),
        aid("x", "a", "2025-03-01", 200_000_00));
  }

  @Test
  void regulation_2023_2831_art_2_linked_enterprises_are_one_undertaking() {
    refused(
        check("Sensor GmbH", 100_000_00),
        "de-minimis-ceiling",
        Map.of(
            "undertaking", "Sensor GmbH (+ b GmbH)",
            "lastDay", "2026-05-05",
            "sumCents", 250_000_00L,
            "askedCents", 100_000_00L,
            "ceilingCents", 300_000_00L,
            "excessCents", 50_000_00L),
        entered("a"),
        entered("b"),
        linked("b", "a"),
        aid("x", "b", "2025-03-01", 250_000_00));
  }

  @Test
  void regulation_2023_2831_the_three_years_roll_by_the_day() {
    given(entered("a"), aid("x", "a", "2023-05-05", 200_000_00))
        .when(check("Sensor GmbH", 300_000_00))
        .expectSuccessfulHandlerExecution();
    refused(
        check("Sensor GmbH", 300_000_00),
        "de-minimis-ceiling",
        entered("a"),
        aid("x", "a", "2023-05-06", 1));
  }

  @Test
  void regulation_2023_2831_an_earlier_aid_that_comes_up_late_counts_in_later_periods() {
    refused(
        new CheckDeMinimis("f", "Sensor GmbH", 100_000_00, LocalDateTime.parse("2025-01-01T12:00")),
        "de-minimis-ceiling",
        entered("a"),
        aid("x", "a", "2026-04-01", 250_000_00));
  }

  @Test
  void who_is_not_in_the_register_cannot_be_checked() {
    refused(check("Werk", 1), "enterprise-unknown", Map.of("name", "Werk"));
    refused(check("Werk", 1), "enterprise-unknown", Map.of("name", "Werk"), entered("a"));
  }

  @Test
  void regulation_2023_2831_two_daughters_of_a_city_are_two_undertakings() {
    given(
            new EnterpriseEntered(ID, "city", "Stadt", NONE, true),
            entered("a"),
            entered("b"),
            linked("city", "a"),
            linked("city", "b"),
            aid("x", "a", "2026-04-01", 250_000_00))
        .when(check("b GmbH", 100_000_00))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void who_turns_out_to_be_a_public_body_is_described_so() {
    given(entered("a"))
        .when(new DescribeEnterprise("a", "Sensor GmbH", NONE, true))
        .expectEvents(new EnterpriseDescribed(ID, "a", "Sensor GmbH", NONE, true));
  }

  // ---- helpers

  private static BigDecimal percent(String percent) {
    return new BigDecimal(percent);
  }

  private static EnterpriseEntered entered(String id) {
    return new EnterpriseEntered(
        ID, id, id.equals("a") ? "Sensor GmbH" : id + " GmbH", NONE, false);
  }

  private static EnterpriseYearReported reported(String id, int year, Year figures) {
    return new EnterpriseYearReported(ID, id, entered(id).name(), year, figures);
  }

  private static LinkEnterprises link(String holder, String held, String share) {
    return new LinkEnterprises(holder, held, percent(share), false, DAY);
  }

  private static EnterprisesLinked linked(String holder, String held) {
    return new EnterprisesLinked(
        ID,
        holder,
        entered(holder).name(),
        held,
        entered(held).name(),
        percent("60.00"),
        false,
        Relation.LINKED,
        "");
  }

  private static RecordDeMinimisAid record(String aid, String of, String on, long cents) {
    return new RecordDeMinimisAid(aid, of, cents, LocalDate.parse(on), "Land", "Bescheid 1");
  }

  private static DeMinimisAidRecorded aid(String aid, String of, String on, long cents) {
    return new DeMinimisAidRecorded(
        ID,
        aid,
        of,
        entered(of).name(),
        cents,
        LocalDate.parse(on),
        "Land",
        "Bescheid",
        cents,
        300_000_00);
  }

  private static DeMinimisAidCancelled cancelled(String aid, String of, String on, long cents) {
    return new DeMinimisAidCancelled(
        ID, aid, of, entered(of).name(), cents, LocalDate.parse(on), "doppelt erfasst");
  }

  private static CheckDeMinimis check(String partner, long cents) {
    return new CheckDeMinimis("f", partner, cents, DEADLINE);
  }

  private org.axonframework.test.aggregate.TestExecutor<EnterpriseRegister> given(
      Object... events) {
    return register
        .given(new ArrayList<>(List.of(events)))
        .andGivenCurrentTime(Instant.parse("2026-06-01T10:00:00Z"));
  }

  private void refused(Command command, String code, Object... given) {
    refusal(command, given).expectException(Rejected.class).expectExceptionMessage(code);
  }

  private void refused(Command command, String code, Map<String, ?> args, Object... given) {
    refusal(command, given)
        .expectException(
            new CustomTypeSafeMatcher<Rejected>(code + " " + args) {
              @Override
              protected boolean matchesSafely(Rejected no) {
                return no.code().equals(code) && no.args().equals(args);
              }
            });
  }

  private ResultValidator<EnterpriseRegister> refusal(Command command, Object... given) {
    return given(given).when(command).expectNoEvents();
  }
}
