package org.foerderturm.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foerderturm.alliance.MemberKind.COMPANY;
import static org.foerderturm.alliance.MemberKind.UNIVERSITY;
import static org.foerderturm.kernel.Refusals.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.foerderturm.alliance.ContributionEvent.ContributionCharged;
import org.foerderturm.alliance.MemberCommand.*;
import org.foerderturm.alliance.MemberEvent.*;
import org.foerderturm.alliance.Terms.Basis;
import org.foerderturm.consortium.Topic;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Members;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Pointers;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberTest {
  private static final String M = "m1";
  private static final Decisions TABLES =
      new Decisions() {
        @Override
        public Verdict decide(String table, Map<String, ?> inputs) {
          return shipped(table).decide(table, inputs);
        }

        @Override
        public List<Verdict> all(String table, Map<String, ?> inputs) {
          return shipped(table).all(table, inputs);
        }

        private Decisions shipped(String table) {
          return new ShippedTables(
              table.equals("member-notice") ? "member-leaving" : "member-joining");
        }
      };
  private static final Members NOBODY = name -> Optional.empty();
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate TALK = LocalDate.of(2026, 1, 12);
  private static final LocalDate UNTIL = LocalDate.of(2026, 2, 28);
  private static final Figures SMALL = new Figures(20, 3_000_000_00L, null, null, null);
  private static final Figures NONE = new Figures(null, null, null, null, null);

  private final AggregateTestFixture<Member> member =
      Pointers.apart(new AggregateTestFixture<>(Member.class));

  MemberTest() {
    member.registerInjectableResource(TABLES);
    member.registerInjectableResource(NOBODY);
  }

  // ---- the classes and fees, by the tables as shipped

  @ParameterizedTest(name = "{0} staff: {1}, {2} cents")
  @CsvSource({
    "0, micro, 50000",
    "9, micro, 50000",
    "10, small, 150000",
    "49, small, 150000",
    "50, medium, 400000",
    "249, medium, 400000",
    "250, large, 1000000"
  })
  void the_boundaries_of_staff_are_those_of_domain_6(int staff, String expected, long fee) {
    var terms = terms(COMPANY, new Figures(staff, 0L, null, null, null), JANUARY, 2026);
    assertThat(terms.appliedClass().code()).isEqualTo(expected);
    assertThat(terms.amountCents()).isEqualTo(fee);
  }

  @ParameterizedTest(name = "{0} cents turnover: {1}")
  @CsvSource({
    "200000000, micro",
    "200000001, small",
    "1000000000, small",
    "1000000001, medium",
    "5000000000, medium",
    "5000000001, large",
    "50000000000, large",
    "50000000001, large-over-500m"
  })
  void the_boundaries_of_turnover_are_2_10_50_and_500_million_euros(long cents, String expected) {
    var terms = terms(COMPANY, new Figures(1, cents, null, null, null), JANUARY, 2026);
    assertThat(terms.appliedClass().code()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1}, {2} cents")
  @CsvSource({
    "UNIVERSITY, science, 100000",
    "RESEARCH, science, 100000",
    "ASSOCIATION, association, 75000",
    "CHAMBER, association, 75000",
    "NGO, ngo, 25000",
    "MUNICIPALITY, municipality, 0"
  })
  void who_is_no_company_pays_by_kind_as_in_domain_6(MemberKind kind, String expected, long fee) {
    var terms = terms(kind, new Figures(9_000, 900_000_000_00L, null, null, null), JANUARY, 2026);
    assertThat(terms.appliedClass().code()).isEqualTo(expected);
    assertThat(terms.amountCents()).isEqualTo(fee);
  }

  @Test
  void a_company_above_500_million_euros_pays_20000_euros_as_in_domain_6() {
    var terms = terms(COMPANY, new Figures(3, 500_000_000_01L, null, null, null), JANUARY, 2026);
    assertThat(terms.amountCents()).isEqualTo(20_000_00);
  }

  @Test
  void the_higher_of_staff_and_turnover_class_counts_as_in_domain_6() {
    assertThat(terms(COMPANY, new Figures(9, 11_000_000_00L, null, null, null), JANUARY, 2026))
        .extracting(t -> t.appliedClass().code())
        .isEqualTo("medium");
    assertThat(terms(COMPANY, new Figures(50, 1_000_000_00L, null, null, null), JANUARY, 2026))
        .extracting(t -> t.appliedClass().code())
        .isEqualTo("medium");
  }

  @Test
  void the_figures_of_the_group_count_as_in_domain_6() {
    var terms = terms(COMPANY, new Figures(5, 1_00L, 300, 80_000_000_00L, null), JANUARY, 2026);
    assertThat(terms.appliedClass()).isEqualTo(ContributionClass.LARGE);
  }

  @Test
  void the_terms_say_which_rows_of_which_tables_decided() {
    assertThat(terms(COMPANY, SMALL, JANUARY, 2026).basis())
        .extracting(Basis::table, Basis::rule)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("contribution-class", "staff-10"),
            org.assertj.core.api.Assertions.tuple("contribution-fee", "small-2015"));
  }

  // ---- what changes the fee

  @ParameterizedTest(name = "entry in month {0}: {1} twelfths")
  @CsvSource({"1, 12", "2, 11", "6, 7", "7, 6", "12, 1"})
  void who_enters_in_month_m_pays_13_minus_m_twelfths_as_in_domain_6(int month, int twelfths) {
    var terms = terms(COMPANY, SMALL, LocalDate.of(2026, month, 20), 2026);
    assertThat(terms.months()).isEqualTo(twelfths);
    assertThat(terms.amountCents()).isEqualTo(1_500_00L * twelfths / 12);
  }

  @Test
  void the_year_after_the_entry_costs_the_whole_fee() {
    assertThat(terms(COMPANY, SMALL, LocalDate.of(2026, 12, 20), 2027).months()).isEqualTo(12);
  }

  @Test
  void a_start_up_pays_half_for_two_years_as_in_domain_6() {
    var young = new Figures(20, 3_000_000_00L, null, null, LocalDate.of(2024, 5, 1));
    assertThat(terms(COMPANY, young, JANUARY, 2026).amountCents()).isEqualTo(750_00);
    assertThat(terms(COMPANY, young, JANUARY, 2027).amountCents()).isEqualTo(750_00);
    assertThat(terms(COMPANY, young, JANUARY, 2028).amountCents()).isEqualTo(1_500_00);
  }

  @Test
  void how_much_a_start_up_pays_the_table_says() {
    var young = new Figures(20, 3_000_000_00L, null, null, LocalDate.of(2024, 5, 1));
    var company = new Assessment(COMPANY, young, JANUARY, new TreeMap<>(), 0);
    assertThat(company.of(2026, saying(30)).amountCents()).isEqualTo(450_00);
    assertThat(company.of(2028, saying(30)).amountCents()).isEqualTo(1_500_00);
    // a row of the office from before the column
    assertThat(company.of(2026, saying(null)).amountCents()).isEqualTo(750_00);
  }

  private static Decisions saying(@Nullable Integer percent) {
    return new Decisions() {
      @Override
      public Verdict decide(String table, Map<String, ?> inputs) {
        var said = TABLES.decide(table, inputs);
        if (!table.equals(Assessment.MODIFIERS_TABLE)) return said;
        var outputs = new HashMap<>(said.outputs());
        outputs.remove("startUpPercent");
        if (percent != null) outputs.put("startUpPercent", percent);
        return new Verdict(table, said.version(), outputs);
      }

      @Override
      public List<Verdict> all(String table, Map<String, ?> inputs) {
        return TABLES.all(table, inputs);
      }
    };
  }

  @Test
  void after_five_years_a_company_is_no_start_up_any_more() {
    var lastDay = new Figures(20, 0L, null, null, LocalDate.of(2021, 1, 2));
    var fiveYears = new Figures(20, 0L, null, null, LocalDate.of(2021, 1, 1));
    assertThat(terms(COMPANY, lastDay, JANUARY, 2026).startUp()).isTrue();
    assertThat(terms(COMPANY, fiveYears, JANUARY, 2026).startUp()).isFalse();
  }

  @Test
  void a_young_university_is_no_start_up() {
    var young = new Figures(null, null, null, null, LocalDate.of(2025, 1, 1));
    assertThat(terms(UNIVERSITY, young, JANUARY, 2026).startUp()).isFalse();
  }

  @Test
  void in_kind_pays_up_to_half_as_in_domain_6() {
    assertThat(assessment(SMALL, new TreeMap<>(), 500_00).of(2026, TABLES).amountCents())
        .isEqualTo(1_000_00);
    assertThat(assessment(SMALL, new TreeMap<>(), 900_00).of(2026, TABLES).amountCents())
        .isEqualTo(750_00);
  }

  @Test
  void a_class_rises_by_one_a_year_as_in_domain_6() {
    var large = new Figures(900, 0L, null, null, null);
    var charged = new TreeMap<>(Map.of(2026, ContributionClass.SMALL));
    var next = assessment(large, charged, 0).of(2027, TABLES);
    assertThat(next.assessedClass()).isEqualTo(ContributionClass.LARGE);
    assertThat(next.appliedClass()).isEqualTo(ContributionClass.MEDIUM);
    assertThat(assessment(large, charged, 0).of(2028, TABLES).appliedClass())
        .isEqualTo(ContributionClass.LARGE);
  }

  @Test
  void a_class_falls_at_once() {
    var micro = new Figures(2, 0L, null, null, null);
    var charged = new TreeMap<>(Map.of(2026, ContributionClass.LARGE));
    assertThat(assessment(micro, charged, 0).of(2027, TABLES).appliedClass())
        .isEqualTo(ContributionClass.MICRO);
  }

  @Test
  void before_its_entry_nobody_is_assessed() {
    refusedDirectly("year-before-entry", () -> terms(COMPANY, SMALL, JANUARY, 2025));
  }

  @Test
  void a_table_without_a_fitting_row_assesses_nobody() {
    Decisions empty =
        (table, inputs) -> {
          throw new Rejected("no-rule-applies", Map.of("table", table));
        };
    var fixture = Pointers.apart(new AggregateTestFixture<>(Member.class));
    fixture.registerInjectableResource(empty);
    fixture.registerInjectableResource(NOBODY);
    refused(fixture.given(inquiry()).when(new CalculateOffer(M, JANUARY, null)), "no-rule-applies");
  }

  @Test
  void a_class_that_is_none_is_refused() {
    Decisions odd =
        (table, inputs) -> new Decisions.Verdict(table, 1, Map.of("contributionClass", "gigantic"));
    var fixture = Pointers.apart(new AggregateTestFixture<>(Member.class));
    fixture.registerInjectableResource(odd);
    fixture.registerInjectableResource(NOBODY);
    refused(
        fixture.given(inquiry()).when(new CalculateOffer(M, JANUARY, null)),
        "contribution-class-unknown",
        Map.of("class", "gigantic"));
  }

  // ---- inquiry

  @Test
  void an_organisation_asks_to_join() {
    member
        .givenNoPriorActivity()
        .when(ask(COMPANY, SMALL))
        .expectEvents(
            new InquiryReceived(
                M, "Zeche GmbH", COMPANY, SMALL, List.of(Topic.ENERGY), "Sensoren im Quartier"));
  }

  @Test
  void nobody_asks_twice_at_the_same_time() {
    refused(
        member.given(inquiry()).when(ask(COMPANY, SMALL)),
        "inquiry-already-open",
        Map.of("name", "Zeche GmbH"));
  }

  @Test
  void a_member_does_not_join_twice() {
    refused(
        member.given(registered(), joined()).when(ask(COMPANY, SMALL)),
        "already-a-member",
        Map.of("name", "Zeche GmbH"));
    refused(
        fresh().given(registered(), joined()).when(register(SMALL)),
        "already-a-member",
        Map.of("name", "Zeche GmbH"));
  }

  @Test
  void who_left_or_was_turned_away_may_ask_again() {
    member
        .given(registered(), joined(), new MemberLeft(M, "Zeche GmbH", UNTIL, "Umzug"))
        .when(ask(COMPANY, SMALL))
        .expectSuccessfulHandlerExecution();
    fresh()
        .given(inquiry(), new InquiryClosed(M, "Zeche GmbH", "kein Interesse"))
        .when(ask(COMPANY, SMALL))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void figures_are_not_negative() {
    for (var figures :
        List.of(
            new Figures(-1, 0L, null, null, null),
            new Figures(1, -1L, null, null, null),
            new Figures(1, 0L, -1, null, null),
            new Figures(1, 0L, null, -1L, null)))
      refused(fresh().givenNoPriorActivity().when(ask(COMPANY, figures)), "figures-negative");
  }

  @Test
  void a_company_says_how_large_it_is() {
    refused(
        fresh().givenNoPriorActivity().when(ask(COMPANY, new Figures(null, 1L, null, null, null))),
        "figures-missing");
    refused(
        fresh().givenNoPriorActivity().when(ask(COMPANY, new Figures(1, null, null, null, null))),
        "figures-missing");
  }

  @Test
  void a_group_is_not_smaller_than_its_company() {
    refused(
        fresh().givenNoPriorActivity().when(ask(COMPANY, new Figures(10, 0L, 9, null, null))),
        "group-smaller-than-company");
    refused(
        fresh().givenNoPriorActivity().when(ask(COMPANY, new Figures(1, 2L, null, 1L, null))),
        "group-smaller-than-company");
  }

  @Test
  void only_companies_belong_to_a_group() {
    refused(
        member
            .givenNoPriorActivity()
            .when(ask(UNIVERSITY, new Figures(null, null, 10, null, null))),
        "group-only-for-companies",
        Map.of("kind", "university"));
  }

  @Test
  void a_member_has_a_name() {
    refused(
        member
            .givenNoPriorActivity()
            .when(new RecordInquiry(M, "  ", UNIVERSITY, null, null, null, null, null, null, null)),
        "member-name-missing");
    refused(
        fresh()
            .given(registered(), joined())
            .when(new DescribeMember(M, " ", List.of(), List.of())),
        "member-name-missing");
  }

  @Test
  void figures_that_another_reported_meanwhile_stay() {
    var now = new FiguresReported(M, MemberKind.COMPANY, new Figures(7, 100L, null, null, null));
    var seen = new ReportFigures(M, MemberKind.COMPANY, 5, 100L, null, null, null);
    fresh()
        .given(registered(), joined(), now)
        .when(Merge.seen(new ReportFigures(M, MemberKind.COMPANY, 5, 200L, null, null, null), seen))
        .expectEvents(
            new FiguresReported(M, MemberKind.COMPANY, new Figures(7, 200L, null, null, null)));
    refused(
        fresh()
            .given(registered(), joined(), now)
            .when(
                Merge.seen(
                    new ReportFigures(M, MemberKind.COMPANY, 6, 100L, null, null, null), seen)),
        "changed-meanwhile");
  }

  @Test
  void figures_that_were_never_right_are_corrected_for_a_reason() {
    var right = new Figures(7, 100L, null, null, null);
    fresh()
        .given(registered(), joined())
        .when(new CorrectFigures(M, MemberKind.COMPANY, 7, 100L, null, null, null, " vertippt "))
        .expectEvents(
            new FiguresCorrected(
                M, MemberKind.COMPANY, SMALL, MemberKind.COMPANY, right, "vertippt", null));
    refused(
        fresh()
            .given(registered(), joined())
            .when(new CorrectFigures(M, MemberKind.COMPANY, 7, 100L, null, null, null, " ")),
        "reason-missing");
  }

  @Test
  void a_member_of_old_is_registered_as_such() {
    member.givenNoPriorActivity().when(register(SMALL)).expectEvents(registered(), joined());
  }

  // ---- talk and offer

  @Test
  void a_talk_is_recorded_with_what_was_said() {
    member
        .given(inquiry())
        .when(new RecordTalk(M, TALK, " Interesse an Energie "))
        .expectEvents(new TalkRecorded(M, TALK, "Interesse an Energie"));
    refused(fresh().given(inquiry()).when(new RecordTalk(M, TALK, " ")), "talk-summary-missing");
    refused(fresh().given(inquiry()).when(new RecordTalk(M, null, "x")), "talk-date-missing");
  }

  @Test
  void an_offer_is_calculated_for_the_day_of_entry() {
    member
        .given(inquiry())
        .when(new CalculateOffer(M, LocalDate.of(2026, 7, 1), 100_00L))
        .expectEvents(
            new OfferCalculated(
                M, LocalDate.of(2026, 7, 1), 100_00, offeredTerms(6, 100_00, 650_00)));
  }

  @Test
  void entry_validity_and_acceptance_have_their_day() {
    refused(member.given(inquiry()).when(new CalculateOffer(M, null, null)), "entry-date-missing");
    refused(
        fresh().given(inquiry(), calculated()).when(new MakeOffer(M, null, null, null)),
        "offer-without-validity");
    refused(
        fresh().given(inquiry(), calculated(), offer(1)).when(new AcceptOffer(M, null)),
        "acceptance-date-missing");
  }

  @Test
  void a_gift_in_kind_is_not_negative() {
    refused(member.given(inquiry()).when(new CalculateOffer(M, JANUARY, -1L)), "in-kind-negative");
    refused(
        fresh().given(registered(), joined()).when(new AgreeInKind(M, 2027, -1, "Räume")),
        "in-kind-negative");
  }

  @Test
  void what_is_agreed_for_a_year_is_not_replaced_by_one_who_saw_nothing_of_it() {
    var given = List.of(registered(), joined(), new InKindAgreed(M, 2027, 500_00, "Räume"));
    var asked = new AgreeInKind(M, 2027, 900_00, "Räume und Strom");
    refused(
        fresh().given(given).when(Merge.seen(asked, AgreeInKind.none(M, 2027))),
        "changed-meanwhile");
    fresh()
        .given(given)
        .when(Merge.seen(asked, new AgreeInKind(M, 2027, 500_00, "Räume")))
        .expectEvents(new InKindAgreed(M, 2027, 900_00, "Räume und Strom"));
    var granted = List.of(registered(), joined(), new ExceptionGranted(M, 2027, 0, "Insolvenz"));
    refused(
        fresh()
            .given(granted)
            .when(
                Merge.seen(
                    new GrantException(M, 2027, 1_00, "Härte"), GrantException.none(M, 2027))),
        "changed-meanwhile");
  }

  @Test
  void an_offer_is_made_at_the_calculated_contribution() {
    member
        .given(inquiry(), calculated())
        .when(new MakeOffer(M, null, null, UNTIL))
        .expectEvents(offer(1));
  }

  @Test
  void offers_are_numbered_and_the_newest_replaces_the_open_one() {
    member
        .given(inquiry(), calculated(), offer(1))
        .when(new MakeOffer(M, null, null, UNTIL))
        .expectEvents(offer(2));
  }

  @Test
  void without_a_calculation_there_is_no_offer() {
    refused(
        member.given(inquiry()).when(new MakeOffer(M, null, null, UNTIL)), "offer-not-calculated");
  }

  @Test
  void new_figures_make_a_calculation_lapse() {
    refused(
        member
            .given(inquiry(), calculated(), new FiguresReported(M, COMPANY, SMALL))
            .when(new MakeOffer(M, null, null, UNTIL)),
        "offer-not-calculated");
  }

  @Test
  void figures_are_reported_once_until_they_change() {
    var grown = new Figures(21, 3_000_000_00L, null, null, null);
    refused(member.given(inquiry()).when(report(COMPANY, SMALL)), "nothing-changed");
    fresh()
        .given(inquiry())
        .when(report(COMPANY, grown))
        .expectEvents(new FiguresReported(M, COMPANY, grown));
    refused(
        fresh()
            .given(inquiry(), new FiguresReported(M, COMPANY, grown))
            .when(report(COMPANY, grown)),
        "nothing-changed");
    fresh()
        .given(inquiry(), new FiguresReported(M, COMPANY, grown))
        .when(report(COMPANY, SMALL))
        .expectEvents(new FiguresReported(M, COMPANY, SMALL));
    fresh()
        .given(inquiry())
        .when(report(MemberKind.ASSOCIATION, SMALL))
        .expectEvents(new FiguresReported(M, MemberKind.ASSOCIATION, SMALL));
  }

  private static ReportFigures report(MemberKind kind, Figures f) {
    return new ReportFigures(
        M,
        kind,
        f.staff(),
        f.turnoverCents(),
        f.groupStaff(),
        f.groupTurnoverCents(),
        f.foundedOn());
  }

  @Test
  void the_board_makes_an_exception_for_a_reason_as_in_domain_6() {
    member
        .given(inquiry(), calculated())
        .when(new MakeOffer(M, 300_00L, " Gründungsmitglied ", UNTIL))
        .expectEvents(
            new OfferMade(
                M,
                "Zeche GmbH",
                1,
                JANUARY,
                offeredTerms(12, 0, 1_500_00).withException(300_00, "Gründungsmitglied"),
                UNTIL));
  }

  @Test
  void an_exception_without_a_reason_is_none() {
    for (@Nullable String reason : new @Nullable String[] {null, " "})
      refused(
          fresh().given(inquiry(), calculated()).when(new MakeOffer(M, 300_00L, reason, UNTIL)),
          "exception-without-reason");
    refused(
        fresh().given(registered(), joined()).when(new GrantException(M, 2027, 1, "")),
        "exception-without-reason");
  }

  @Test
  void an_exception_is_neither_negative_nor_above_the_fee() {
    refused(
        fresh().given(inquiry(), calculated()).when(new MakeOffer(M, -1L, "x", UNTIL)),
        "exception-negative");
    refused(
        fresh().given(inquiry(), calculated()).when(new MakeOffer(M, 1_500_01L, "x", UNTIL)),
        "exception-above-fee",
        Map.of("feeCents", 1_500_00L));
  }

  @Test
  void who_accepts_becomes_a_member_and_owes_the_first_year() {
    member
        .given(inquiry(), calculated(), offer(1))
        .when(new AcceptOffer(M, UNTIL))
        .expectEvents(
            new OfferAccepted(M, 1, UNTIL),
            joined(),
            new ContributionFixed(M, "m1-2026", 2026, ContributionClass.SMALL, 1_500_00),
            new ContributionCharged(
                "m1-2026", M, "Zeche GmbH", 2026, offeredTerms(12, 0, 1_500_00), 1_500_00));
  }

  @Test
  void an_offer_is_accepted_once() {
    refused(
        member
            .given(inquiry(), calculated(), offer(1), new OfferAccepted(M, 1, TALK), joined())
            .when(new AcceptOffer(M, TALK)),
        "offer-already-accepted");
  }

  @Test
  void an_offer_is_accepted_in_time() {
    refused(
        member.given(inquiry(), calculated(), offer(1)).when(new AcceptOffer(M, UNTIL.plusDays(1))),
        "offer-expired",
        Map.of("validUntil", "2026-02-28"));
  }

  @Test
  void what_was_not_offered_is_neither_accepted_nor_declined() {
    refused(member.given(inquiry()).when(new AcceptOffer(M, TALK)), "no-open-offer");
    refused(fresh().given(inquiry()).when(new DeclineOffer(M, null)), "no-open-offer");
    refused(
        fresh()
            .given(inquiry(), calculated(), offer(1), new OfferDeclined(M, 1, null))
            .when(new AcceptOffer(M, TALK)),
        "no-open-offer");
  }

  @Test
  void who_comes_back_within_a_charged_year_is_not_charged_again() {
    member
        .given(
            registered(),
            joined(),
            new ContributionFixed(M, "m1-2026", 2026, ContributionClass.SMALL, 1),
            new MemberLeft(M, "Zeche GmbH", JANUARY.minusDays(1), "Umzug"))
        .andGiven(inquiry(), calculated(), offer(1))
        .when(new AcceptOffer(M, TALK))
        .expectEvents(new OfferAccepted(M, 1, TALK), joined());
  }

  @Test
  void who_left_comes_back_only_after_its_last_day() {
    var left = new MemberLeft(M, "Zeche GmbH", TALK, "Umzug");
    var when = Map.of("name", "Zeche GmbH", "leftOn", TALK.toString());
    refused(
        fresh().given(registered(), joined(), left).when(register(TALK)),
        "joined-before-left",
        when);
    refused(
        fresh()
            .given(registered(), joined(), left, inquiry())
            .when(new CalculateOffer(M, TALK, null)),
        "joined-before-left",
        when);
    refused(
        fresh()
            .given(registered(), joined(), left, inquiry(), calculated(), offer(1))
            .when(new AcceptOffer(M, TALK)),
        "joined-before-left",
        when);
    fresh()
        .given(registered(), joined(), left)
        .when(register(TALK.plusDays(1)))
        .expectEvents(registered(), new MemberJoined(M, "Zeche GmbH", COMPANY, TALK.plusDays(1)));
  }

  @Test
  void who_left_under_another_id_comes_back_only_after_its_last_day() {
    var fixture = Pointers.apart(new AggregateTestFixture<>(Member.class));
    fixture.registerInjectableResource(TABLES);
    Members left = name -> Optional.of(TALK).filter(day -> name.equals("Zeche GmbH"));
    fixture.registerInjectableResource(left);
    refused(
        fixture.given(inquiry()).when(new CalculateOffer(M, TALK, null)),
        "joined-before-left",
        Map.of("name", "Zeche GmbH", "leftOn", TALK.toString()));
  }

  /** Without figures and topics: those that are known stay. */
  private static RegisterMember register(LocalDate joinedOn) {
    return new RegisterMember(
        M, "Zeche GmbH", COMPANY, null, null, null, null, null, null, joinedOn);
  }

  @Test
  void an_inquiry_is_closed_for_a_reason() {
    member
        .given(inquiry())
        .when(new CloseInquiry(M, "kein Interesse"))
        .expectEvents(new InquiryClosed(M, "Zeche GmbH", "kein Interesse"));
    refused(fresh().given(inquiry()).when(new CloseInquiry(M, " ")), "closing-without-reason");
  }

  @Test
  void a_closed_inquiry_gets_no_offer() {
    for (var command :
        List.of(
            new RecordTalk(M, TALK, "x"),
            new CalculateOffer(M, JANUARY, null),
            new MakeOffer(M, null, null, UNTIL),
            new CloseInquiry(M, "x")))
      refused(
          fresh()
              .given(inquiry(), calculated(), new InquiryClosed(M, "Zeche GmbH", "…"))
              .when(command),
          "inquiry-not-open");
  }

  @Test
  void a_member_gets_no_offer() {
    refused(
        member.given(registered(), joined()).when(new CalculateOffer(M, JANUARY, null)),
        "already-a-member");
  }

  // ---- leaving

  @Test
  void a_member_leaves_for_a_reason_and_not_before_it_came() {
    member
        .given(registered(), joined())
        .when(new LeaveAlliance(M, UNTIL, "Umzug"))
        .expectEvents(new MemberLeft(M, "Zeche GmbH", UNTIL, "Umzug"));
    refused(
        fresh().given(registered(), joined()).when(new LeaveAlliance(M, UNTIL, " ")),
        "leaving-without-reason");
    refused(
        fresh()
            .given(registered(), joined())
            .when(new LeaveAlliance(M, JANUARY.minusDays(1), "Umzug")),
        "leaving-before-joining",
        Map.of("joinedOn", "2026-01-01"));
  }

  /** R16: notice on 30.11.2026, three months to the end of a year. */
  @Test
  void who_gives_notice_is_a_member_until_its_last_day_and_owes_for_that_year() {
    var given = day("2026-11-30");
    var left = gone(day("2027-12-31"), given);
    fresh()
        .given(registered(), joined())
        .when(new LeaveAlliance(M, null, "Umzug", given))
        .expectEvents(left);
    fresh()
        .given(registered(), joined())
        .when(new LeaveAlliance(M, day("2028-06-30"), "Umzug", given))
        .expectSuccessfulHandlerExecution();
    refused(
        fresh()
            .given(registered(), joined())
            .when(new LeaveAlliance(M, day("2026-12-31"), "Umzug", given)),
        "leaving-before-notice-ends",
        Map.of("earliest", "2027-12-31", "received", "2026-11-30"));
    fresh()
        .givenCurrentTime(Instant.parse("2026-12-01T09:00:00Z"))
        .andGiven(registered(), joined(), left)
        .when(new AssessContribution(M, 2027, null))
        .expectSuccessfulHandlerExecution();
    refused(
        fresh()
            .givenCurrentTime(Instant.parse("2026-12-01T09:00:00Z"))
            .andGiven(registered(), joined(), left)
            .when(new AssessContribution(M, 2028, null)),
        "left-before-year",
        Map.of("name", "Zeche GmbH", "leftOn", "2027-12-31", "year", 2028));
  }

  @Test
  void who_leaves_on_a_day_ahead_is_inside_until_then() {
    var left = gone(day("2027-12-31"), day("2026-11-30"));
    var before = Instant.parse("2027-12-31T09:00:00Z");
    var after = Instant.parse("2028-01-01T09:00:00Z");
    refused(
        fresh()
            .givenCurrentTime(before)
            .andGiven(registered(), joined(), left)
            .when(new LeaveAlliance(M, day("2028-12-31"), "Umzug")),
        "already-leaving",
        Map.of("name", "Zeche GmbH", "leftOn", "2027-12-31"));
    fresh()
        .givenCurrentTime(before)
        .andGiven(registered(), joined(), left)
        .when(new WithdrawLeaving(M, "bleibt doch"))
        .expectEvents(new LeavingWithdrawn(M, "Zeche GmbH", day("2027-12-31"), "bleibt doch"));
    refused(
        fresh()
            .givenCurrentTime(after)
            .andGiven(registered(), joined(), left)
            .when(new WithdrawLeaving(M, "bleibt doch")),
        "not-leaving");
    refused(
        fresh().given(registered(), joined()).when(new WithdrawLeaving(M, "bleibt doch")),
        "not-leaving");
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  private static final String RULE =
      "Satzung (Vorschlag): Kündigung drei Monate zum Jahresende; zu bestätigen / to be confirmed";

  private static MemberLeft gone(LocalDate last, LocalDate received) {
    return new MemberLeft(M, "Zeche GmbH", last, "Umzug", received, day("2027-12-31"), RULE, true);
  }

  @Test
  void only_members_leave() {
    refused(member.given(inquiry()).when(new LeaveAlliance(M, UNTIL, "x")), "not-in-alliance");
  }

  // ---- yearly contribution

  @Test
  void a_year_is_assessed_before_it_is_charged() {
    refused(
        member.given(registered(), joined()).when(new ChargeContribution(M, 2027, null)),
        "contribution-not-assessed",
        Map.of("name", "Zeche GmbH", "year", 2027));
    fresh()
        .given(registered(), joined())
        .when(new AssessContribution(M, 2027, "run"))
        .expectEvents(assessed(2027, "run"));
  }

  @Test
  void a_year_is_charged_as_assessed() {
    member
        .given(registered(), joined(), assessed(2027, "run"))
        .when(new ChargeContribution(M, 2027, "run"))
        .expectEvents(
            new ContributionFixed(M, "m1-2027", 2027, ContributionClass.SMALL, 1_500_00),
            new ContributionCharged(
                "m1-2027", M, "Zeche GmbH", 2027, assessed(2027, "run").terms(), 1_500_00));
  }

  @Test
  void a_run_charges_what_its_own_preview_showed() {
    refused(
        member
            .given(registered(), joined(), assessed(2027, null))
            .when(new ChargeContribution(M, 2027, "run")),
        "contribution-not-assessed");
  }

  @Test
  void what_changes_the_ground_of_an_assessment_makes_it_lapse() {
    for (var change :
        List.of(
            new FiguresReported(M, COMPANY, SMALL),
            new InKindAgreed(M, 2027, 1, "Räume"),
            new ExceptionGranted(M, 2027, 1, "Gründung")))
      refused(
          fresh()
              .given(registered(), joined(), assessed(2027, null), change)
              .when(new ChargeContribution(M, 2027, null)),
          "contribution-not-assessed");
  }

  @Test
  void a_year_is_charged_once() {
    var fixed = new ContributionFixed(M, "m1-2027", 2027, ContributionClass.SMALL, 1);
    for (var command :
        List.of(
            new ChargeContribution(M, 2027, null),
            new AssessContribution(M, 2027, null),
            new AgreeInKind(M, 2027, 1, "Räume"),
            new GrantException(M, 2027, 1, "x")))
      refused(
          fresh().given(registered(), joined(), assessed(2027, null), fixed).when(command),
          "contribution-already-charged",
          Map.of("name", "Zeche GmbH", "year", 2027));
  }

  @Test
  void only_members_are_assessed_and_charged() {
    for (var command :
        List.of(
            new ChargeContribution(M, 2027, null),
            new AssessContribution(M, 2027, null),
            new AgreeInKind(M, 2027, 1, "Räume"),
            new GrantException(M, 2027, 1, "x")))
      refused(fresh().given(inquiry()).when(command), "not-in-alliance");
  }

  @Test
  void what_is_given_in_kind_is_described_and_lowers_the_assessment() {
    refused(
        member.given(registered(), joined()).when(new AgreeInKind(M, 2027, 1, " ")),
        "in-kind-undescribed");
    var terms = new Assessment(COMPANY, SMALL, JANUARY, new TreeMap<>(), 500_00).of(2027, TABLES);
    fresh()
        .given(registered(), joined(), new InKindAgreed(M, 2027, 500_00, "Räume"))
        .when(new AssessContribution(M, 2027, null))
        .expectEvents(new ContributionAssessed(M, 2027, null, "Zeche GmbH", terms));
    assertThat(terms.amountCents()).isEqualTo(1_000_00);
  }

  @Test
  void an_exception_of_the_board_is_what_the_year_costs() {
    var terms = assessed(2027, null).terms().withException(0, "Insolvenzplan");
    member
        .given(registered(), joined(), new ExceptionGranted(M, 2027, 0, "Insolvenzplan"))
        .when(new AssessContribution(M, 2027, null))
        .expectEvents(new ContributionAssessed(M, 2027, null, "Zeche GmbH", terms));
  }

  // ---- words

  private AggregateTestFixture<Member> fresh() {
    var fixture = Pointers.apart(new AggregateTestFixture<>(Member.class));
    fixture.registerInjectableResource(TABLES);
    fixture.registerInjectableResource(NOBODY);
    return fixture;
  }

  private static RecordInquiry ask(MemberKind kind, Figures f) {
    return new RecordInquiry(
        M,
        " Zeche GmbH ",
        kind,
        f.staff(),
        f.turnoverCents(),
        f.groupStaff(),
        f.groupTurnoverCents(),
        f.foundedOn(),
        List.of(Topic.ENERGY, Topic.ENERGY),
        "Sensoren im Quartier");
  }

  private static RegisterMember register(Figures f) {
    return new RegisterMember(
        M,
        "Zeche GmbH",
        COMPANY,
        f.staff(),
        f.turnoverCents(),
        f.groupStaff(),
        f.groupTurnoverCents(),
        f.foundedOn(),
        null,
        JANUARY);
  }

  private static InquiryReceived inquiry() {
    return new InquiryReceived(M, "Zeche GmbH", COMPANY, SMALL, List.of(), null);
  }

  private static MemberRegistered registered() {
    return new MemberRegistered(M, "Zeche GmbH", COMPANY, SMALL, List.of());
  }

  private static MemberJoined joined() {
    return new MemberJoined(M, "Zeche GmbH", COMPANY, JANUARY);
  }

  private static OfferCalculated calculated() {
    return new OfferCalculated(M, JANUARY, 0, offeredTerms(12, 0, 1_500_00));
  }

  /** § 2b UStG: from 2027 on; what was assessed before says nothing of it. */
  @Test
  void every_fee_from_2027_on_says_how_vat_looks_at_it() {
    var before = terms(COMPANY, SMALL, JANUARY, 2026);
    assertThat(before.vatCategory()).isNull();
    assertThat(before.vatPercent()).isNull();
    assertThat(before.basis()).hasSize(2);
    var after = terms(COMPANY, SMALL, JANUARY, 2027);
    assertThat(after.vatCategory()).isEqualTo("not-taxable");
    assertThat(after.vatPercent()).isZero();
    assertThat(after.basis().getLast().source()).contains("§ 2b UStG");
  }

  private static OfferMade offer(int number) {
    return new OfferMade(M, "Zeche GmbH", number, JANUARY, offeredTerms(12, 0, 1_500_00), UNTIL);
  }

  private static ContributionAssessed assessed(int year, @Nullable String run) {
    return new ContributionAssessed(
        M, year, run, "Zeche GmbH", terms(COMPANY, SMALL, JANUARY, year));
  }

  private static Terms offeredTerms(int months, long credit, long amount) {
    var small = ContributionClass.SMALL;
    return new Terms(
        2026,
        small,
        small,
        1_500_00,
        false,
        months,
        credit,
        null,
        amount,
        terms(COMPANY, SMALL, JANUARY, 2026).basis());
  }

  private static Terms terms(MemberKind kind, Figures figures, LocalDate joinsOn, int year) {
    return new Assessment(kind, figures, joinsOn, new TreeMap<>(), 0).of(year, TABLES);
  }

  private static Assessment assessment(
      Figures figures, TreeMap<Integer, ContributionClass> charged, long inKind) {
    return new Assessment(COMPANY, figures, JANUARY, charged, inKind);
  }

  private static void refusedDirectly(String code, Runnable attempt) {
    org.assertj.core.api.Assertions.assertThatThrownBy(attempt::run)
        .isInstanceOf(Rejected.class)
        .hasMessage(code);
  }
}
