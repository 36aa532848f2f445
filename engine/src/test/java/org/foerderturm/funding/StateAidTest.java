package org.foerderturm.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.listWithAnyOf;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;
import static org.foerderturm.funding.CostRow.CONTRACTS;
import static org.foerderturm.kernel.Refusals.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.foerderturm.consortium.Programme;
import org.foerderturm.enterprise.EnterpriseCommand.CheckDeMinimis;
import org.foerderturm.enterprise.EnterpriseCommand.CorrectGrantedAids;
import org.foerderturm.enterprise.EnterpriseCommand.DetermineSize;
import org.foerderturm.enterprise.EnterpriseCommand.PartnerAid;
import org.foerderturm.enterprise.EnterpriseCommand.RecordGrantedAids;
import org.foerderturm.enterprise.EnterpriseSize;
import org.foerderturm.funding.FundingCommand.*;
import org.foerderturm.funding.FundingEvent.*;
import org.foerderturm.funding.GrantCommand.CorrectGrantNotice;
import org.foerderturm.funding.GrantCommand.DraftGrantChange;
import org.foerderturm.funding.GrantCommand.PutGrantChange;
import org.foerderturm.funding.GrantCommand.RecordFunderConsent;
import org.foerderturm.funding.GrantEvent.GrantChangeBegun;
import org.foerderturm.funding.GrantEvent.GrantChangeDrafted;
import org.foerderturm.funding.GrantEvent.GrantChangePut;
import org.foerderturm.funding.GrantEvent.GranteeReplaced;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be granted hangs on the day of the grant, and follows it wherever it moves. */
class StateAidTest {
  private static final String A = "antrag-1";
  private static final LocalDate GRANTED = LocalDate.parse("2027-02-15");
  private static final LocalDate DEADLINE = LocalDate.parse("2026-12-15");
  private static final String GBER = "AGVO (EU) 651/2014 Art. 25";
  private static final String ADJUSTMENT =
      "AGVO (EU) 651/2014 Art. 58 Abs. 4: Anpassungszeitraum bis 30.06.2027 (zu bestätigen)";
  private static final String IA =
      "Horizon, Allgemeine Anhänge G: IA 70 % für gewinnorientierte Unternehmen (zu bestätigen)";

  private final AggregateTestFixture<FundingApplication> application =
      FundingApplicationTest.fixture(command -> {});

  @Test
  void it_hangs_on_the_planned_day_of_the_grant_and_without_a_plan_on_the_deadline() {
    given(null).when(industrial()).expectEvents(found(DEADLINE, true, 50, GBER, 0));
    var planned = LocalDate.parse("2027-02-15");
    given(planned).when(industrial()).expectEvents(found(planned, true, 50, ADJUSTMENT, 0));
  }

  @Test
  void where_no_row_holds_the_first_step_that_needs_it_is_refused() {
    refused(
        given(LocalDate.parse("2027-07-01")).when(industrial()),
        "aid-row-missing",
        Map.of("day", "2027-07-01", "category", "industrial"));
  }

  @Test
  void no_grant_is_planned_before_the_deadline() {
    refused(
        given(null).when(new NameApplicants(A, List.of(new Named("Werk")), DEADLINE.minusDays(1))),
        "grant-before-deadline",
        Map.of("day", "2026-12-14", "deadline", "2026-12-15T17:00"));
  }

  @Test
  void a_deadline_that_moves_takes_the_day_along_and_says_where_no_row_holds() {
    var moved = LocalDateTime.parse("2027-02-15T17:00");
    given(null, found(DEADLINE, true, 50, GBER, 0))
        .when(new MoveDeadline(A, moved, "verschoben"))
        .expectEvents(moved(moved), found(moved.toLocalDate(), true, 50, ADJUSTMENT, 0));
    var far = LocalDateTime.parse("2027-09-01T17:00");
    given(null, found(DEADLINE, true, 50, GBER, 0))
        .when(new MoveDeadline(A, far, "verschoben"))
        .expectEvents(
            moved(far), new AidRowMissing(A, "werk", "Werk", "industrial", far.toLocalDate()));
    var plan = LocalDate.parse("2027-03-01");
    given(plan, found(plan, true, 50, ADJUSTMENT, 0))
        .when(new MoveDeadline(A, moved, "verschoben"))
        .expectEvents(moved(moved));
  }

  @Test
  void another_planned_day_asks_the_table_again() {
    var plan = LocalDate.parse("2027-03-01");
    given(null, found(DEADLINE, true, 50, GBER, 0))
        .when(new NameApplicants(A, null, plan))
        .expectEvents(
            new ApplicantsNamed(A, List.of(), plan), found(plan, true, 50, ADJUSTMENT, 0));
  }

  /** What the case carries along may be old: the table is asked for the day again. */
  @Test
  void a_budget_is_measured_by_the_row_of_the_day_and_not_by_what_the_case_says() {
    refused(
        given(null, found(DEADLINE, true, 80, "früher", 0)).when(budget(80, 50_01)),
        "grant-above-intensity",
        Map.of("partner", "Werk", "percent", 50, "mostCents", 50_00L, "tooMuchCents", 1L));
    given(null, found(DEADLINE, true, 80, "früher", 0))
        .when(budget(80, 50_00))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void nothing_is_agreed_or_submitted_above_what_may_be_granted_on_the_day() {
    var above =
        new Object[] {
          found(DEADLINE, true, 80, "früher", 0),
          Financing.checked(budget(80, 60_00)),
          new BudgetSignedOff(A, "werk", "Werk", "X"),
          new CoverChecked(A, false, 0, "council-limit")
        };
    var words =
        Map.<String, Object>of(
            "partner", "Werk", "percent", 50, "mostCents", 50_00L, "tooMuchCents", 10_00L);
    refused(given(null, above).when(new AgreeBudget(A)), "grant-above-intensity", words);
    refused(
        given(null, above).when(new SubmitApplication(A, DEADLINE.atTime(12, 0))),
        "grant-above-intensity",
        words);
  }

  @Test
  void the_notice_asks_for_the_day_of_the_grant_and_tells_what_is_above() {
    var granted = LocalDate.parse("2027-02-15");
    var events =
        events(
            null,
            new AidDetermined(
                A, "werk", "Werk", facts("industrial"), DEADLINE, true, 80, "früher", 1, 0),
            Financing.checked(budget(80, 60_00)),
            new ApplicationSubmitted(
                A,
                "Antrag",
                DEADLINE.atTime(12, 0),
                DEADLINE.atTime(17, 0),
                100_00,
                60_00,
                List.of()),
            new ApplicationEvaluated(A, null, null, null, null, true, null));
    application
        .given(events)
        .when(
            new RecordGrantNotice(
                A,
                "13N1",
                granted,
                60_00,
                LocalDate.parse("2027-03-01"),
                LocalDate.parse("2028-12-31"),
                null,
                null))
        .expectSuccessfulHandlerExecution()
        .expectEventsMatching(
            payloadsMatching(
                listWithAnyOf(
                    matches(each -> found(granted, false, 50, ADJUSTMENT, 10_00).equals(each)))));
  }

  @Test
  void that_it_is_no_aid_needs_a_reason() {
    refused(
        given(null).when(determine("no-aid", "large", null, " ")),
        "no-aid-without-reason",
        Map.of("partner", "Werk"));
    given(null)
        .when(determine("no-aid", "large", null, " hoheitlich "))
        .expectEvents(
            new AidDetermined(
                A,
                "werk",
                "Werk",
                new AidFacts("no-aid", "large", false, "none", null, null, "hoheitlich"),
                DEADLINE,
                true,
                100,
                "keine Beihilfe, darum keine Grenze",
                1,
                0));
  }

  @Test
  void without_the_size_of_an_enterprise_nothing_is_found() {
    refused(
        given(null).when(determine("industrial", null, null, null)),
        "aid-size-missing",
        Map.of("partner", "Werk"));
    given(null).when(determine("fundamental", null, null, null)).expectSuccessfulHandlerExecution();
  }

  /** Money of the Commission itself is no aid; the programme's own rate is the limit then. */
  @Test
  void a_company_in_an_innovation_action_gets_the_rate_of_the_programme() {
    for (var action : new String[] {"ia", null})
      application
          .given(opened(Programme.HORIZON, action), go(), outline())
          .when(determine("no-aid", "large", null, "EU-Mittel"))
          .expectEvents(noAid(null, 70, IA));
    application
        .given(opened(Programme.HORIZON, "ria"), go(), outline())
        .when(determine("no-aid", "large", null, "EU-Mittel"))
        .expectEvents(noAid(null, 100, "keine Beihilfe, darum keine Grenze"));
    application
        .given(opened(Programme.HORIZON, "ia"), go(), outline())
        .when(determine("no-aid", "large", true, "EU-Mittel"))
        .expectEvents(noAid(true, 100, "keine Beihilfe, darum keine Grenze"));
  }

  /** What the funder granted above the rate stands as told; it stops no change of another. */
  @Test
  void a_change_asks_the_table_again_and_is_not_stopped_by_what_was_granted() {
    var above = new ArrayList<>(replacing(null));
    above.removeLast();
    above.add(
        new AidDetermined(
            A, "werk", "Werk", facts("industrial"), GRANTED, false, 40, "früher", 1, 20_00));
    above.add(
        new GrantChangeBegun(
            A,
            "c-1",
            1,
            GrantChangeKind.EXTENSION,
            "Antrag",
            List.of(new Applicant("werk", "Werk")),
            GRANTED.plusYears(2)));
    above.add(
        new GrantChangeDrafted(
            A,
            "c-1",
            GrantChangeKind.EXTENSION,
            null,
            null,
            null,
            null,
            null,
            GRANTED.plusYears(3),
            null,
            "später",
            true,
            "x"));
    above.add(new GrantChangePut(A, "c-1", GRANTED.plusDays(9)));
    application
        .given(above)
        .when(new RecordFunderConsent(A, "c-1", GRANTED.plusDays(20), null))
        .expectSuccessfulHandlerExecution()
        .expectEventsMatching(
            payloadsMatching(
                listWithAnyOf(
                    matches(each -> found(GRANTED, false, 50, ADJUSTMENT, 10_00).equals(each)))));
  }

  @Test
  void a_corrected_day_of_the_notice_leaves_a_successor_its_own_day() {
    var on = GRANTED.plusDays(20);
    var successor =
        new AidDetermined(
            A, "neuwerk", "Neuwerk", facts("industrial"), on, false, 50, ADJUSTMENT, 1, 0);
    var events = replacing(facts("industrial"), successor);
    events.add(new GranteeReplaced(A, "c-1", "werk", "Werk", "neuwerk", "Neuwerk", List.of(), 0L));
    application
        .given(events)
        .when(
            new CorrectGrantNotice(
                A, "13N", GRANTED.minusDays(1), 60_00, GRANTED, GRANTED.plusYears(2), "verlesen"))
        .expectSuccessfulHandlerExecution()
        .expectEventsMatching(
            payloadsMatching(
                predicate(all -> all.stream().noneMatch(AidDetermined.class::isInstance))));
  }

  // ---- another takes the place

  @Test
  void a_successor_has_its_own_rate_and_size_and_the_register_follows() {
    var sent = new ArrayList<Object>();
    var fixture = FundingApplicationTest.fixture(sent::add);
    refused(
        fixture.given(replacing(null)).when(draft(null, null)),
        "successor-facts-missing",
        Map.of("partner", "Neuwerk"));
    refused(
        fixture.given(replacing(null)).when(draft("industrial", null)),
        "aid-size-missing",
        Map.of("partner", "Neuwerk"));
    // 60 of 100 fit a small enterprise and not a large one
    refused(
        fixture
            .given(replacing(facts("industrial")))
            .when(new PutGrantChange(A, "c-1", GRANTED.plusDays(9))),
        "grant-above-intensity",
        Map.of("partner", "Neuwerk", "percent", 50, "mostCents", 50_00L, "tooMuchCents", 10_00L));
    var deMinimis = new AidFacts("de-minimis", "large", null, null, null, null, null);
    sent.clear();
    fixture
        .given(replacing(deMinimis, new GrantChangePut(A, "c-1", GRANTED.plusDays(9))))
        .when(new RecordFunderConsent(A, "c-1", GRANTED.plusDays(20), null))
        .expectSuccessfulHandlerExecution();
    var on = GRANTED.plusDays(20);
    assertThat(sent)
        .containsExactly(
            new DetermineSize(A, "Neuwerk", EnterpriseSize.LARGE, on.atStartOfDay(), false),
            new CorrectGrantedAids(A, List.of(new PartnerAid("Werk", 10_00)), "verkauft"),
            new CheckDeMinimis(A, "Neuwerk", 50_00, on.atStartOfDay()),
            new RecordGrantedAids(
                A, List.of(new PartnerAid("Neuwerk", 50_00)), on, "Geber", "13N"));
  }

  /** A small enterprise with de-minimis aid was granted 60 of 100 and drew 10. */
  private static List<Object> replacing(@Nullable AidFacts facts, Object... more) {
    var events =
        events(
            null,
            new AidDetermined(
                A,
                "werk",
                "Werk",
                new AidFacts("de-minimis", "small", false, "none", null, null, null),
                DEADLINE,
                true,
                100,
                "x",
                1,
                0),
            Financing.checked(
                new BudgetPartner(A, "Werk", false, 100, budget(100, 60_00).lines(), true)),
            new ApplicationSubmitted(
                A, "Antrag", DEADLINE.atTime(12, 0), DEADLINE.atTime(17, 0), 100_00, 60_00),
            new ApplicationEvaluated(A, null, null, null, null, true, null),
            new GrantNoticeReceived(
                A,
                "13N",
                GRANTED,
                60_00,
                GRANTED,
                GRANTED.plusYears(2),
                GRANTED.plusMonths(1),
                List.of(),
                GRANTED.plusYears(3),
                "x",
                null),
            new FundsDrawn(A, 1, "werk", "Werk", 10_00, GRANTED, null, 50_00),
            new GrantChangeBegun(
                A,
                "c-1",
                1,
                GrantChangeKind.PARTNER,
                "Antrag",
                List.of(new Applicant("werk", "Werk")),
                GRANTED.plusYears(2)));
    if (facts != null)
      events.add(
          new GrantChangeDrafted(
              A,
              "c-1",
              GrantChangeKind.PARTNER,
              "werk",
              "Werk",
              null,
              null,
              null,
              null,
              "Neuwerk",
              "verkauft",
              true,
              "x",
              facts));
    events.addAll(List.of(more));
    return events;
  }

  private static DraftGrantChange draft(@Nullable String category, @Nullable String size) {
    return new DraftGrantChange(
        A,
        "c-1",
        "werk",
        null,
        null,
        null,
        null,
        "Neuwerk",
        "verkauft",
        category,
        size,
        false,
        "none",
        null,
        null,
        null);
  }

  // ---- situations

  private TestExecutor<FundingApplication> given(@Nullable LocalDate planned, Object... more) {
    return application.given(events(planned, more));
  }

  private static List<Object> events(@Nullable LocalDate planned, Object... more) {
    var events = new ArrayList<Object>();
    events.add(opened(Programme.FEDERAL_JOINT_PROJECT, null));
    events.add(go());
    events.add(outline());
    events.add(new ApplicantsNamed(A, List.of("Werk"), planned));
    events.addAll(List.of(more));
    return events;
  }

  private static ApplicationOpened opened(Programme programme, @Nullable String action) {
    return new ApplicationOpened(
        A,
        "Antrag",
        null,
        programme,
        Regime.NABF,
        "Aufruf",
        "Geber",
        DEADLINE.atTime(17, 0),
        Arrival.ELECTRONIC,
        List.of(),
        List.<Instant>of(),
        action);
  }

  private static FundingResolved go() {
    return new FundingResolved(A, ResolutionSubject.APPLICATION, "m-1", "adopted");
  }

  private static OutlineWritten outline() {
    return new OutlineWritten(A, "Ziel", "Plan", "Nutzen");
  }

  private static DeadlineMoved moved(LocalDateTime to) {
    return new DeadlineMoved(A, DEADLINE.atTime(17, 0), to, "verschoben", List.of());
  }

  private static DetermineAid industrial() {
    return determine("industrial", "large", null, null);
  }

  private static DetermineAid determine(
      String category, @Nullable String size, @Nullable Boolean nonProfit, @Nullable String why) {
    return new DetermineAid(A, " Werk ", category, size, false, "none", null, nonProfit, why);
  }

  private static AidFacts facts(String category) {
    return new AidFacts(category, "large", false, "none", null, null, null);
  }

  private static AidDetermined found(
      LocalDate day, boolean planned, int percent, String source, long above) {
    return new AidDetermined(
        A, "werk", "Werk", facts("industrial"), day, planned, percent, source, 1, above);
  }

  private static AidDetermined noAid(@Nullable Boolean nonProfit, int percent, String source) {
    return new AidDetermined(
        A,
        "werk",
        "Werk",
        new AidFacts("no-aid", "large", false, "none", null, nonProfit, "EU-Mittel"),
        DEADLINE,
        true,
        percent,
        source,
        1,
        0);
  }

  private static BudgetPartner budget(int percent, long grant) {
    return new BudgetPartner(
        A,
        "Werk",
        false,
        percent,
        List.of(new BudgetLine(CONTRACTS, 100_00, grant, 100_00 - grant, 0)));
  }
}
