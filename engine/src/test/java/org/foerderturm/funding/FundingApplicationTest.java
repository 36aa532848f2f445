package org.foerderturm.funding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.foerderturm.funding.Arrival.ELECTRONIC;
import static org.foerderturm.funding.Arrival.PAPER;
import static org.foerderturm.funding.CostRow.CONTRACTS;
import static org.foerderturm.funding.CostRow.STAFF_E12_E15;
import static org.foerderturm.funding.ResolutionSubject.APPLICATION;
import static org.foerderturm.funding.ResolutionSubject.OWN_SHARE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.foerderturm.alliance.ShippedTables;
import org.foerderturm.consortium.Programme;
import org.foerderturm.funding.FundingCommand.*;
import org.foerderturm.funding.FundingEvent.*;
import org.foerderturm.funding.GrantEvent.GrantSharesStated;
import org.foerderturm.kernel.Candidates;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Consortia;
import org.foerderturm.kernel.Pointers;
import org.foerderturm.kernel.Projects;
import org.foerderturm.kernel.Refusals;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Resolutions;
import org.foerderturm.kernel.Resolutions.Resolution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FundingApplicationTest {
  private static final String A = "a-1";
  private static final LocalDateTime DEADLINE = LocalDateTime.parse("2026-05-05T17:00");
  private static final LocalDateTime SENT = LocalDateTime.parse("2026-05-05T16:30");
  private static final Instant RECORDED = Instant.parse("2026-05-05T15:30:00Z"); // 17:30 here
  private static final String NABF =
      "NABF: 6 Wochen, Zwischennachweis 4 Monate nach dem Haushaltsjahr,"
          + " Verwendungsnachweis 6 Monate nach dem Zweck, spätestens mit Ablauf des sechsten"
          + " Monats nach dem Bewilligungszeitraum, 20 % je Ansatz (zu prüfen)";
  private static final LocalDate NOTICE = LocalDate.parse("2026-09-01");
  private static final LocalDate YEAR_END = LocalDate.parse("2026-12-31");
  private static final LocalDate JANUARY = LocalDate.parse("2027-01-11");
  private static final LocalDate FROM = LocalDate.parse("2026-10-01");
  private static final LocalDate UNTIL = LocalDate.parse("2028-09-30");

  private final AggregateTestFixture<FundingApplication> application = fixture();

  static AggregateTestFixture<FundingApplication> fixture() {
    return fixture(command -> {});
  }

  /** Papers whose result is known: of this application, of another, and advice. */
  private static final Resolutions RESOLUTIONS =
      paper ->
          switch (paper) {
            case "v-1" -> new Resolution(A, "adopted", 20_00);
            case "v-less" -> new Resolution(A, "amended", 15_00);
            case "v-objected" -> new Resolution(A, "adopted", 20_00, true);
            case "v-advice" -> new Resolution(A, "recommended", 0);
            case "v-other" -> new Resolution("another", "adopted", 20_00);
            default -> null;
          };

  /**
   * @param consequences takes what follows elsewhere
   * @param projects that the grant started
   */
  static AggregateTestFixture<FundingApplication> fixture(
      Consequences consequences, String... projects) {
    var fixture = deliveries(consequences, projects);
    // how a notice came and what can be done against it is the matter of NoticesTest
    for (var event :
        List.of(
            GrantNoticeReceived.class,
            ApplicationRejected.class,
            GrantEvent.GrantChangeConsented.class,
            GrantEvent.GrantChangeRefused.class,
            GrantEvent.ObjectionDecided.class,
            GrantEvent.ContestDecided.class,
            GrantEvent.GrantRevoked.class)) fixture.registerIgnoredField(event, "delivery");
    for (var event : List.of(GrantEvent.ObjectionFiled.class, GrantEvent.ObjectionDecided.class))
      fixture.registerIgnoredField(event, "remedy");
    return fixture;
  }

  /** The same with every field of every event. */
  static AggregateTestFixture<FundingApplication> deliveries(
      Consequences consequences, String... projects) {
    var fixture = new AggregateTestFixture<>(FundingApplication.class);
    fixture.registerInjectableResource(new ShippedTables("funding-application"));
    Consortia consortia = "c-1"::equals;
    fixture.registerInjectableResource(consortia);
    fixture.registerInjectableResource(consequences);
    fixture.registerInjectableResource(RESOLUTIONS);
    Candidates candidates =
        (name, day) -> {
          if (name.equals("Lars Gesperrt")) throw new Rejected("person-locked");
        };
    fixture.registerInjectableResource(candidates);
    Projects started = application -> List.of(projects);
    fixture.registerInjectableResource(started);
    return Pointers.apart(fixture);
  }

  // ---- opening

  @Test
  void an_application_is_opened_with_its_reminders_14_7_and_2_working_days_before_the_deadline() {
    application.givenNoPriorActivity().when(opening("c-1")).expectEvents(opened(Regime.NABF));
  }

  @Test
  void a_consortium_that_is_not_there_does_not_apply() {
    refused(
        application.givenNoPriorActivity().when(opening("gibt-es-nicht")),
        "consortium-unknown",
        Map.of("consortiumId", "gibt-es-nicht"));
  }

  @Test
  void blanks_are_no_consortium() {
    for (var blank : List.of("", "  "))
      fixture().givenNoPriorActivity().when(opening(blank)).expectEvents(opened(Regime.NABF, null));
  }

  private static OpenApplication opening(String consortiumId) {
    return new OpenApplication(
        A,
        " Westerfilde ",
        consortiumId,
        Programme.FEDERAL_JOINT_PROJECT,
        Regime.NABF,
        "Aufruf 1",
        "BMFTR",
        DEADLINE,
        ELECTRONIC,
        List.of(14, 7, 2));
  }

  // ---- going for it

  @Test
  void the_score_of_the_table_is_recorded() {
    application
        .given(opened(Regime.NABF))
        .when(new RecordGoScore(A, 27, "go", "go-no-go"))
        .expectEvents(new GoScored(A, 27, "go", "go-no-go"));
  }

  @Test
  void a_resolution_of_one_motion_is_recorded_once() {
    refused(
        prepared().when(new RecordFundingResolution(A, APPLICATION, "m-1", "adopted")),
        "resolution-already-recorded",
        Map.of("motionId", "m-1"));
  }

  @Test
  void there_is_no_outline_without_the_go_of_the_body() {
    refused(
        application
            .given(opened(Regime.NABF), new FundingResolved(A, APPLICATION, "m-1", "rejected"))
            .when(new WriteOutline(A, "Ziel", "Plan", "Nutzen")),
        "go-not-adopted");
  }

  @Test
  void an_outline_is_written_after_the_go() {
    prepared()
        .when(new WriteOutline(A, "Ziel", "Plan", "Nutzen"))
        .expectEvents(new OutlineWritten(A, "Ziel", "Plan", "Nutzen"));
  }

  @Test
  void an_application_can_be_stopped_with_a_reason_before_it_is_submitted() {
    prepared()
        .when(new StopApplication(A, "zu wenig Personal"))
        .expectEvents(new ApplicationStopped(A, "Westerfilde", "zu wenig Personal"));
  }

  @Test
  void a_stopped_application_does_not_change_any_more() {
    refused(
        application
            .given(opened(Regime.NABF), new ApplicationStopped(A, "Westerfilde", "…"))
            .when(new RecordGoScore(A, 1, "no-go", "…")),
        "application-ended",
        Map.of("title", "Westerfilde"));
  }

  // ---- budgets

  @Test
  void who_applies_is_named_once_however_it_is_written() {
    prepared()
        .when(new NameApplicants(A, List.of(new Named("Werk "), new Named("Amiens"))))
        .expectEvents(new ApplicantsNamed(A, List.of("Werk", "Amiens")));
    refused(
        prepared().when(new NameApplicants(A, List.of(new Named("Werk"), new Named(" WERK")))),
        "applicant-twice",
        Map.of("partner", "WERK"));
    refused(
        application.given(opened(Regime.NABF), go()).when(new NameApplicants(A, null)),
        "outline-missing");
  }

  @Test
  void nobody_may_be_named_if_no_budget_changes() {
    prepared()
        .when(new NameApplicants(A, null))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void a_budget_adds_up_its_rows() {
    prepared()
        .when(
            new BudgetPartner(
                A,
                " Stadt  Dortmund ",
                true,
                null,
                List.of(
                    line(STAFF_E12_E15, 100_00, 80_00, 20_00),
                    line(CONTRACTS, 50_00, 40_00, 10_00))))
        .expectEvents(
            new PartnerBudgeted(
                A,
                "stadt dortmund",
                "Stadt  Dortmund",
                true,
                null,
                List.of(
                    line(STAFF_E12_E15, 100_00, 80_00, 20_00),
                    line(CONTRACTS, 50_00, 40_00, 10_00)),
                150_00,
                120_00,
                30_00,
                0));
  }

  @Test
  void there_is_no_budget_before_the_outline() {
    refused(
        application
            .given(opened(Regime.NABF), go())
            .when(new BudgetPartner(A, "Amiens", false, null, List.of(line(CONTRACTS, 1, 1, 0)))),
        "outline-missing");
  }

  @Test
  void an_empty_budget_is_refused() {
    refused(
        prepared().when(new BudgetPartner(A, "Amiens", false, null, List.of())),
        "budget-empty",
        Map.of("partner", "Amiens"));
  }

  @Test
  void a_cost_row_stands_once_in_a_budget() {
    refused(
        prepared()
            .when(
                new BudgetPartner(
                    A,
                    "Amiens",
                    false,
                    null,
                    List.of(line(CONTRACTS, 1, 1, 0), line(CONTRACTS, 2, 2, 0)))),
        "cost-row-twice",
        Map.of("partner", "Amiens", "row", "0835"));
  }

  @Test
  void gber_25_a_grant_above_the_aid_intensity_says_how_much_is_too_much() {
    refused(
        prepared()
            .when(
                new BudgetPartner(
                    A, "Werk", false, 65, List.of(line(CONTRACTS, 100_00, 65_01, 34_99)))),
        "grant-above-intensity",
        Map.of("partner", "Werk", "percent", 65, "mostCents", 65_00L, "tooMuchCents", 1L));
  }

  @Test
  void gber_25_a_grant_of_exactly_the_aid_intensity_is_fine() {
    prepared()
        .when(
            new BudgetPartner(A, "Werk", false, 65, List.of(line(CONTRACTS, 100_00, 65_00, 35_00))))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void gber_8_public_money_of_others_counts_with_the_grant() {
    refused(
        prepared()
            .when(
                new BudgetPartner(
                    A,
                    "Werk",
                    false,
                    65,
                    List.of(new BudgetLine(CONTRACTS, 100_00, 65_00, 0, 35_00, 35_00)))),
        "aid-above-intensity",
        Map.of(
            "partner", "Werk",
            "percent", 65,
            "mostCents", 65_00L,
            "publicCents", 35_00L,
            "tooMuchCents", 35_00L));
    prepared()
        .when(
            new BudgetPartner(
                A,
                "Werk",
                false,
                65,
                List.of(new BudgetLine(CONTRACTS, 100_00, 55_00, 0, 45_00, 10_00))))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void a_budget_can_be_taken_out_again() {
    prepared(city())
        .when(new RemovePartnerBudget(A, "Stadt Dortmund"))
        .expectEvents(new PartnerBudgetRemoved(A, "stadt dortmund", "Stadt Dortmund"));
  }

  @Test
  void nobody_unknown_is_taken_out() {
    refused(
        prepared(city()).when(new RemovePartnerBudget(A, "Amiens")),
        "applicant-unknown",
        Map.of("partner", "Amiens"));
  }

  // ---- sign-off

  @Test
  void a_partner_signs_off_while_others_are_still_to_sign() {
    prepared(city(), werk())
        .when(new SignOffBudget(A, "Werk", "Frau Beispiel"))
        .expectEvents(new BudgetSignedOff(A, "werk", "Werk", "Frau Beispiel"));
  }

  @Test
  void what_all_partners_signed_is_added_up() {
    prepared(city(), werk(), signed("Werk"), signed("Stadt Dortmund"))
        .when(new AgreeBudget(A))
        .expectEvents(
            new BudgetAgreed(
                A,
                List.of(
                    new Applicant("stadt dortmund", "Stadt Dortmund"),
                    new Applicant("werk", "Werk")),
                300_00,
                230_00,
                65_00,
                5_00,
                20_00));
  }

  @Test
  void nothing_is_agreed_while_a_partner_has_not_signed() {
    refused(
        prepared(city(), werk(), signed("Werk")).when(new AgreeBudget(A)),
        "sign-offs-missing",
        Map.of("partners", "Stadt Dortmund"));
    refused(prepared().when(new AgreeBudget(A)), "nothing-applied-for");
  }

  @Test
  void who_is_locked_or_gone_signs_nothing_off() {
    refused(
        prepared(city(), werk()).when(new SignOffBudget(A, "Werk", "Lars Gesperrt")),
        "person-locked",
        Map.of());
  }

  @Test
  void nobody_signs_off_twice() {
    refused(
        prepared(city(), werk(), signed("Werk")).when(new SignOffBudget(A, "Werk", "X")),
        "budget-already-signed-off",
        Map.of("partner", "Werk"));
  }

  @Test
  void nobody_signs_a_budget_that_does_not_balance() {
    refused(
        prepared(budgeted("Werk", false, line(CONTRACTS, 100_00, 60_00, 30_00)))
            .when(new SignOffBudget(A, "Werk", "X")),
        "financing-unbalanced",
        Map.of("rows", List.of(Map.of("partner", "Werk", "row", "0835", "missingCents", 10_00L))));
  }

  @Test
  void a_changed_budget_needs_a_new_sign_off() {
    refused(
        prepared(city(), signed("Stadt Dortmund"), city(), covered(false))
            .when(new SubmitApplication(A, SENT)),
        "sign-offs-missing",
        Map.of("partners", "Stadt Dortmund"));
  }

  // ---- submission

  @Test
  void what_is_signed_covered_and_in_time_is_submitted() {
    prepared(ready())
        .andGivenCurrentTime(RECORDED)
        .when(new SubmitApplication(A, SENT))
        .expectEvents(submitted());
  }

  @Test
  void an_application_whose_financing_does_not_equal_its_costs_says_which_row_is_off_by_how_much() {
    refused(
        prepared(
                budgeted(
                    "Stadt Dortmund",
                    true,
                    line(STAFF_E12_E15, 100_00, 80_00, 20_00),
                    line(CONTRACTS, 50_00, 40_00, 3_00)),
                signed("Stadt Dortmund"),
                budgeted("Werk", false, line(CONTRACTS, 10_00, 8_00, 2_01)),
                signed("Werk"),
                covered(false))
            .when(new SubmitApplication(A, SENT)),
        "financing-unbalanced",
        Map.of(
            "rows",
            List.of(
                Map.of("partner", "Stadt Dortmund", "row", "0835", "missingCents", 7_00L),
                Map.of("partner", "Werk", "row", "0835", "excessCents", 1L))));
  }

  @Test
  void nothing_is_submitted_without_a_budget() {
    refused(prepared().when(new SubmitApplication(A, SENT)), "nothing-applied-for");
  }

  @Test
  void nothing_is_submitted_before_every_partner_signed() {
    refused(
        prepared(city(), werk(), signed("Werk")).when(new SubmitApplication(A, SENT)),
        "sign-offs-missing",
        Map.of("partners", "Stadt Dortmund"));
  }

  @Test
  void nothing_is_submitted_before_the_cover_is_checked() {
    refused(
        prepared(city(), signed("Stadt Dortmund")).when(new SubmitApplication(A, SENT)),
        "cover-not-checked");
  }

  @Test
  void a_share_that_needs_the_council_waits_for_its_resolution() {
    refused(
        prepared(city(), signed("Stadt Dortmund"), covered(true))
            .when(new SubmitApplication(A, SENT)),
        "own-share-not-resolved",
        Map.of("shareCents", 20_00L));
  }

  @Test
  void with_the_resolution_of_the_council_it_goes() {
    prepared(
            city(),
            signed("Stadt Dortmund"),
            covered(true),
            new FundingResolved(A, OWN_SHARE, "m-2", "adopted"))
        .andGivenCurrentTime(RECORDED)
        .when(new SubmitApplication(A, SENT))
        .expectSuccessfulHandlerExecution();
  }

  /** Recorded before the mayor objected, or after: what counts is what binds on the day. */
  @Test
  void a_resolution_that_is_objected_to_covers_nothing_while_it_is_suspended() {
    var objected = new FundingResolved(A, OWN_SHARE, null, "adopted", "v-objected", 20_00L);
    refused(
        prepared(city(), signed("Stadt Dortmund"), covered(true), objected)
            .when(new SubmitApplication(A, SENT)),
        "own-share-suspended",
        Map.of("shareCents", 20_00L));
    prepared(city(), signed("Stadt Dortmund"), covered(true))
        .when(own("v-objected", "adopted"))
        .expectEvents(objected);
    prepared(city(), signed("Stadt Dortmund"), covered(true), objected)
        .when(new RecordCoverCheck(A, true, "council-limit"))
        .expectEvents(new CoverChecked(A, true, 20_00, "council-limit", 0L));
    prepared(
            city(),
            signed("Stadt Dortmund"),
            covered(true),
            objected,
            new FundingResolved(A, OWN_SHARE, null, "adopted", "v-1", 20_00L))
        .andGivenCurrentTime(RECORDED)
        .when(new SubmitApplication(A, SENT))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void a_share_that_grew_needs_another_resolution() {
    refused(
        prepared(
                city(),
                new FundingResolved(A, OWN_SHARE, "m-2", "adopted"),
                budgeted("Stadt Dortmund", true, line(CONTRACTS, 100_00, 79_99, 20_01)),
                signed("Stadt Dortmund"),
                new CoverChecked(A, true, 20_01, "council-limit"))
            .when(new SubmitApplication(A, SENT)),
        "own-share-resolved-less",
        Map.of("shareCents", 20_01L, "resolvedCents", 20_00L));
  }

  @Test
  void of_the_own_share_counts_what_the_council_resolved_on_this_application() {
    prepared(city())
        .when(own("v-1", "adopted"))
        .expectEvents(new FundingResolved(A, OWN_SHARE, null, "adopted", "v-1", 20_00L));
    prepared(city())
        .when(own("v-less", "amended"))
        .expectEvents(new FundingResolved(A, OWN_SHARE, null, "amended", "v-less", 15_00L));
    prepared(city())
        .when(own("v-advice", "recommended"))
        .expectEvents(new FundingResolved(A, OWN_SHARE, null, "recommended", "v-advice", 0L));
    prepared(city())
        .when(new RecordFundingResolution(A, OWN_SHARE, "m-9", "adopted"))
        .expectEvents(new FundingResolved(A, OWN_SHARE, "m-9", "adopted", null, 0L));
    refused(
        prepared(city()).when(own("v-none", "adopted")),
        "council-paper-undecided",
        Map.of("paperId", "v-none"));
    refused(
        prepared(city()).when(own("v-other", "adopted")),
        "council-paper-of-another",
        Map.of("paperId", "v-other"));
    refused(
        prepared(city()).when(own("v-advice", "adopted")),
        "council-paper-otherwise",
        Map.of("paperId", "v-advice"));
  }

  private static RecordFundingResolution own(String paperId, String result) {
    return new RecordFundingResolution(A, OWN_SHARE, null, result, paperId);
  }

  @Test
  void what_was_only_recommended_or_noted_does_not_cover_the_share() {
    for (var result : List.of("recommended", "noted", "rejected", "withdrawn", "adopted"))
      refused(
          prepared(
                  city(),
                  signed("Stadt Dortmund"),
                  covered(true),
                  new FundingResolved(A, OWN_SHARE, null, result, "v-1", 0L))
              .when(new SubmitApplication(A, SENT)),
          "own-share-not-resolved",
          Map.of("shareCents", 20_00L));
  }

  @Test
  void a_resolution_of_less_covers_a_share_that_shrinks_to_it_and_a_later_no_takes_nothing_away() {
    var less = new FundingResolved(A, OWN_SHARE, null, "amended", "v-1", 15_00L);
    refused(
        prepared(city(), signed("Stadt Dortmund"), covered(true), less)
            .when(new SubmitApplication(A, SENT)),
        "own-share-resolved-less",
        Map.of("shareCents", 20_00L, "resolvedCents", 15_00L));
    prepared(
            city(),
            less,
            new FundingResolved(A, OWN_SHARE, null, "rejected", "v-2", 0L),
            budgeted("Stadt Dortmund", true, line(CONTRACTS, 100_00, 85_00, 15_00)),
            signed("Stadt Dortmund"))
        .when(new RecordCoverCheck(A, true, "council-limit"))
        .expectEvents(new CoverChecked(A, true, 15_00, "council-limit", 15_00L));
    prepared(
            city(),
            less,
            budgeted("Stadt Dortmund", true, line(CONTRACTS, 100_00, 85_00, 15_00)),
            signed("Stadt Dortmund"),
            new CoverChecked(A, true, 15_00, "council-limit", 15_00L))
        .andGivenCurrentTime(RECORDED)
        .when(new SubmitApplication(A, SENT))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void a_minute_after_the_deadline_is_too_late() {
    refused(
        prepared(ready()).when(new SubmitApplication(A, DEADLINE.plusMinutes(1))),
        "submission-after-deadline",
        Map.of("deadline", "2026-05-05T17:00", "submittedAt", "2026-05-05T17:01"));
  }

  @Test
  void the_minute_of_the_deadline_is_in_time() {
    prepared(ready())
        .andGivenCurrentTime(RECORDED)
        .when(new SubmitApplication(A, DEADLINE))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void an_application_is_submitted_once_and_stands() {
    refused(
        arrived(Regime.NABF).when(new SubmitApplication(A, SENT)), "application-already-submitted");
    refused(
        arrived(Regime.NABF).when(new StopApplication(A, "…")), "application-already-submitted");
  }

  @Test
  void a_reminder_names_the_deadline() {
    prepared().when(new RemindOfDeadline(A, 7)).expectEvents(new DeadlineReminded(A, 7, DEADLINE));
  }

  // ---- arrival

  @Test
  void electronic_and_paper_arrival_are_both_recorded_and_one_of_them_counts() {
    application
        .given(with(Regime.NABF, submitted()))
        .andGivenCurrentTime(RECORDED)
        .when(new RecordArrival(A, ELECTRONIC, SENT, "easy-4711"))
        .expectEvents(new ApplicationArrived(A, ELECTRONIC, SENT, "easy-4711", true, true));
    var late = DEADLINE.plusMinutes(10);
    arrived(Regime.NABF)
        .andGivenCurrentTime(RECORDED)
        .when(new RecordArrival(A, PAPER, late, null))
        .expectEvents(new ApplicationArrived(A, PAPER, late, null, false, false));
  }

  @Test
  void a_wrong_arrival_is_set_right() {
    var late = DEADLINE.plusMinutes(10);
    arrived(Regime.NABF)
        .andGivenCurrentTime(RECORDED)
        .when(new CorrectArrival(A, ELECTRONIC, late, null, " Stempel "))
        .expectEvents(
            new ArrivalCorrected(
                A, ELECTRONIC, SENT, null, late, null, false, true, "Stempel", null));
    Refusals.refused(
        arrived(Regime.NABF).when(new CorrectArrival(A, ELECTRONIC, SENT, null, "x")),
        "nothing-changed");
    Refusals.refused(
        arrived(Regime.NABF).when(new CorrectArrival(A, PAPER, SENT, null, "x")),
        "arrival-missing");
  }

  @Test
  void an_arrival_is_recorded_once() {
    refused(
        arrived(Regime.NABF).when(new RecordArrival(A, ELECTRONIC, SENT, null)),
        "arrival-already-recorded",
        Map.of("arrival", "electronic"));
  }

  @Test
  void nothing_arrives_before_it_was_sent() {
    refused(
        application
            .given(with(Regime.NABF, submitted()))
            .when(new RecordArrival(A, ELECTRONIC, SENT.minusMinutes(1), null)),
        "arrival-before-submission",
        Map.of("submittedAt", "2026-05-05T16:30"));
  }

  @Test
  void what_was_not_submitted_does_not_arrive() {
    refused(
        prepared(ready()).when(new RecordArrival(A, PAPER, SENT, null)),
        "application-not-submitted");
  }

  // ---- evaluation

  @Test
  void a_horizon_proposal_is_evaluated_by_its_marks() {
    arrived(Regime.HORIZON)
        .when(marks("4.5", "3", "4"))
        .expectEvents(evaluated("4.5", "3", "4", "11.5", true));
    arrived(Regime.HORIZON)
        .when(marks("5", "5", "2.5"))
        .expectEvents(evaluated("5", "5", "2.5", "12.5", false));
  }

  @Test
  void a_horizon_proposal_is_not_evaluated_without_marks() {
    refused(
        arrived(Regime.HORIZON).when(new RecordEvaluation(A, null, null, null, true, null)),
        "scores-missing",
        Map.of("mark", "excellence"));
  }

  @Test
  void a_mark_is_possible_in_steps_of_a_half() {
    refused(
        arrived(Regime.HORIZON).when(marks("4.2", "3", "4")),
        "score-not-possible",
        Map.of(
            "score",
            new BigDecimal("4.2"),
            "highest",
            new BigDecimal("5"),
            "step",
            new BigDecimal("0.5")));
  }

  @Test
  void elsewhere_the_examination_has_a_result() {
    refused(
        arrived(Regime.NABF).when(new RecordEvaluation(A, null, null, null, null, null)),
        "evaluation-result-missing");
  }

  @Test
  void nothing_is_evaluated_before_the_arrival_that_counts() {
    refused(
        application
            .given(with(Regime.NABF, submitted()))
            .when(new RecordEvaluation(A, null, null, null, true, null)),
        "arrival-missing",
        Map.of("arrival", "electronic"));
  }

  @Test
  void nothing_is_evaluated_twice() {
    refused(
        granted(Regime.NABF).when(new RecordEvaluation(A, null, null, null, true, null)),
        "already-evaluated");
  }

  // ---- notice

  @Test
  void a_grant_notice_sets_the_dates_of_appeal_and_proofs() {
    evaluatedAs(true).when(notice(200_00, FROM, UNTIL)).expectEvents(noticed());
  }

  @Test
  void dates_that_the_notice_sets_go_before_those_of_the_regime() {
    var own = LocalDate.parse("2027-06-30");
    evaluatedAs(true)
        .when(
            new RecordGrantNotice(
                A,
                "13N1",
                NOTICE,
                200_00,
                FROM,
                UNTIL,
                null,
                List.of(new ProofDate(own), new ProofDate(own))))
        .expectEvents(
            new GrantNoticeReceived(
                A,
                "13N1",
                NOTICE,
                200_00,
                FROM,
                UNTIL,
                LocalDate.parse("2026-10-01"),
                List.of(own),
                LocalDate.parse("2029-03-31"),
                NABF,
                null));
  }

  @Test
  void no_notice_comes_before_the_application_was_submitted() {
    var before = SENT.toLocalDate().minusDays(1);
    refused(
        evaluatedAs(true)
            .when(new RecordGrantNotice(A, "13N1", before, 200_00, FROM, UNTIL, null, null)),
        "notice-before-submission",
        Map.of("submittedOn", SENT.toLocalDate().toString()));
    refused(
        evaluatedAs(true).when(new RecordRejectionNotice(A, "13N1", before, "zu spät")),
        "notice-before-submission",
        Map.of("submittedOn", SENT.toLocalDate().toString()));
  }

  @Test
  void a_notice_is_refused_if_its_dates_or_sums_cannot_be() {
    refused(evaluatedAs(true).when(notice(200_00, UNTIL, FROM)), "period-out-of-order");
    refused(evaluatedAs(true).when(notice(0, FROM, UNTIL)), "amount-not-positive");
    refused(
        evaluatedAs(true).when(notice(230_01, FROM, UNTIL)),
        "granted-above-requested",
        Map.of("requestedCents", 230_00L));
  }

  @Test
  void what_failed_the_evaluation_gets_no_grant_but_a_rejection() {
    refused(evaluatedAs(false).when(notice(1, FROM, UNTIL)), "evaluation-negative");
    evaluatedAs(false)
        .when(new RecordRejectionNotice(A, "13N1", NOTICE, "nicht ausgewählt"))
        .expectEvents(
            new ApplicationRejected(
                A, "13N1", NOTICE, "nicht ausgewählt", LocalDate.parse("2026-10-01")));
  }

  @Test
  void there_is_no_notice_before_the_evaluation_and_only_one() {
    refused(arrived(Regime.NABF).when(notice(1, FROM, UNTIL)), "not-evaluated-yet");
    refused(granted(Regime.NABF).when(notice(1, FROM, UNTIL)), "notice-already-received");
  }

  // ---- final, blocked, paid

  @Test
  void a_grant_is_final_after_the_time_of_appeal_or_at_once_by_waiver() {
    var afterwards = LocalDate.parse("2026-10-02");
    granted(Regime.NABF)
        .when(new RecordFinality(A, afterwards, false))
        .expectEvents(new GrantBecameFinal(A, afterwards, false));
    granted(Regime.NABF)
        .when(new RecordFinality(A, NOTICE, true))
        .expectEvents(new GrantBecameFinal(A, NOTICE, true));
  }

  @Test
  void a_grant_is_not_final_while_it_can_be_appealed() {
    refused(
        granted(Regime.NABF).when(new RecordFinality(A, LocalDate.parse("2026-10-01"), false)),
        "appeal-still-possible",
        Map.of("until", "2026-10-01"));
  }

  @Test
  void a_grant_is_not_final_before_its_notice_came_and_not_twice() {
    refused(
        granted(Regime.NABF).when(new RecordFinality(A, NOTICE.minusDays(1), true)),
        "finality-before-notice",
        Map.of("receivedOn", "2026-09-01"));
    refused(
        granted(Regime.NABF, isFinal()).when(new RecordFinality(A, NOTICE, true)),
        "grant-already-final");
  }

  @Test
  void no_payment_before_the_grant_is_final() {
    refused(granted(Regime.NABF, agreement()).when(draw("Werk", 1)), "grant-not-final");
  }

  @Test
  void no_payment_before_the_cooperation_agreement_is_signed() {
    refused(granted(Regime.NABF, isFinal()).when(draw("Werk", 1)), "payments-blocked");
  }

  @Test
  void the_cooperation_agreement_is_signed_once() {
    granted(Regime.NABF, isFinal())
        .when(new SignCooperationAgreement(A, FROM))
        .expectEvents(agreement());
    refused(
        granted(Regime.NABF, agreement()).when(new SignCooperationAgreement(A, FROM)),
        "cooperation-agreement-already-signed");
  }

  @Test
  void nabf_money_drawn_must_be_spent_within_six_weeks() {
    payable(Regime.NABF)
        .when(draw("Werk", 50_00))
        .expectEvents(
            new FundsDrawn(
                A, 1, "werk", "Werk", 50_00, FROM, LocalDate.parse("2026-11-12"), 150_00));
  }

  @Test
  void nkbf_money_drawn_was_spent_before() {
    payable(Regime.NKBF_2017)
        .when(new DrawDownFunds(A, "Werk", 50_00, JANUARY, 80_00L, YEAR_END))
        .expectEvents(
            new FundsDrawn(A, 1, "werk", "Werk", 50_00, JANUARY, null, 150_00, 80_00L, YEAR_END));
  }

  @Test
  void nobody_draws_more_than_is_left_of_the_grant_or_than_was_asked_for() {
    refused(
        payable(Regime.NABF).when(draw("Werk", 150_01)),
        "draw-down-above-grant",
        Map.of("partner", "Werk", "leftCents", 150_00L));
    refused(
        granted(Regime.NABF, isFinal(), agreement(), shares(), drawn(1, "Werk", 140_00, 60_00))
            .when(draw("Stadt Dortmund", 50_01)),
        "draw-down-above-grant",
        Map.of("partner", "Stadt Dortmund", "leftCents", 50_00L));
  }

  @Test
  void a_draw_down_is_an_amount_after_the_notice_for_a_known_partner() {
    refused(payable(Regime.NABF).when(draw("Werk", 0)), "amount-not-positive");
    refused(
        payable(Regime.NABF).when(draw("Amiens", 1)),
        "applicant-unknown",
        Map.of("partner", "Amiens"));
    refused(
        payable(Regime.NABF).when(new DrawDownFunds(A, "Werk", 1, NOTICE.minusDays(1))),
        "draw-down-before-notice",
        Map.of("receivedOn", "2026-09-01"));
  }

  // ---- proofs and closing

  @Test
  void an_interim_proof_answers_one_that_is_due() {
    var due = LocalDate.parse("2027-04-30");
    payable(Regime.NABF)
        .when(new SubmitInterimProof(A, due, due))
        .expectEvents(new InterimProofSubmitted(A, due, due));
    refused(
        granted(Regime.NABF, new InterimProofSubmitted(A, due, due))
            .when(new SubmitInterimProof(A, due, due)),
        "interim-proof-already-submitted",
        Map.of("dueOn", "2027-04-30"));
    refused(
        payable(Regime.NABF).when(new SubmitInterimProof(A, due.plusDays(1), due)),
        "no-interim-proof-due",
        Map.of("dueOn", "2027-05-01"));
  }

  @Test
  void a_purpose_met_early_makes_the_proof_of_use_due_earlier() {
    var met = LocalDate.parse("2028-03-15");
    payable(Regime.NABF)
        .when(new RecordPurposeMet(A, met))
        .expectEvents(new PurposeMet(A, met, LocalDate.parse("2028-09-15")));
    refused(
        payable(Regime.NABF).when(new RecordPurposeMet(A, FROM.minusDays(1))),
        "purpose-before-period",
        Map.of("from", "2026-10-01"));
  }

  @Test
  void the_proof_of_use_says_what_was_drawn_but_not_spent() {
    granted(Regime.NABF, isFinal(), agreement(), drawn(1, "Werk", 140_00, 60_00))
        .when(new SubmitProofOfUse(A, UNTIL, 130_00))
        .expectEvents(
            new ProofOfUseSubmitted(A, LocalDate.parse("2029-03-31"), UNTIL, 130_00, 10_00));
  }

  @Test
  void the_proof_of_use_is_one_and_not_negative_and_nothing_is_drawn_after_it() {
    var proof = new ProofOfUseSubmitted(A, UNTIL, UNTIL, 1, 0);
    refused(payable(Regime.NABF).when(new SubmitProofOfUse(A, UNTIL, -1)), "spent-negative");
    refused(
        payable(Regime.NABF).when(new SubmitProofOfUse(A, FROM.minusDays(1), 1)),
        "proof-before-period",
        Map.of("from", "2026-10-01"));
    refused(
        granted(Regime.NABF, isFinal(), agreement(), proof).when(new SubmitProofOfUse(A, UNTIL, 1)),
        "proof-of-use-already-submitted");
    refused(
        granted(Regime.NABF, isFinal(), agreement(), proof).when(draw("Werk", 1)),
        "proof-of-use-already-submitted");
  }

  @Test
  void an_application_is_closed_after_the_proof_of_use_or_a_rejection() {
    granted(Regime.NABF, isFinal(), agreement(), new ProofOfUseSubmitted(A, UNTIL, UNTIL, 1, 0))
        .when(new CloseApplication(A, "früher anfangen"))
        .expectEvents(new ApplicationClosed(A, "Westerfilde", "früher anfangen"));
    var events = new ArrayList<>(evaluatedEvents(false));
    events.add(new ApplicationRejected(A, "13N1", NOTICE, "…"));
    application
        .given(events)
        .when(new CloseApplication(A, null))
        .expectEvents(new ApplicationClosed(A, "Westerfilde", null));
  }

  @Test
  void nothing_is_closed_before_the_proof_of_use_or_without_a_grant() {
    refused(payable(Regime.NABF).when(new CloseApplication(A, null)), "proof-of-use-missing");
    refused(prepared().when(new CloseApplication(A, null)), "nothing-granted");
  }

  @Test
  void what_must_be_said_is_asked_for() {
    assertThatThrownBy(() -> new SignOffBudget(A, "Werk", " ")).hasMessage("signatory-missing");
    assertThatThrownBy(() -> new StopApplication(A, "")).hasMessage("reason-missing");
    assertThatThrownBy(() -> new RecordRejectionNotice(A, "1", NOTICE, " "))
        .hasMessage("reason-missing");
  }

  // ---- what was before

  private static ApplicationOpened opened(Regime regime) {
    return opened(regime, "c-1");
  }

  private static ApplicationOpened opened(Regime regime, @Nullable String consortium) {
    return new ApplicationOpened(
        A,
        "Westerfilde",
        consortium,
        Programme.FEDERAL_JOINT_PROJECT,
        regime,
        "Aufruf 1",
        "BMFTR",
        DEADLINE,
        ELECTRONIC,
        List.of(14, 7, 2),
        List.of(
            Instant.parse("2026-04-14T06:00:00Z"),
            Instant.parse("2026-04-23T06:00:00Z"),
            Instant.parse("2026-04-30T06:00:00Z")));
  }

  private static FundingResolved go() {
    return new FundingResolved(A, APPLICATION, "m-1", "adopted");
  }

  private TestExecutor<FundingApplication> prepared(Object... more) {
    return application.given(with(Regime.NABF, more));
  }

  private static List<Object> with(Regime regime, Object... more) {
    var events = new ArrayList<Object>();
    events.add(opened(regime));
    events.add(go());
    events.add(new OutlineWritten(A, "Ziel", "Plan", "Nutzen"));
    events.addAll(List.of(more));
    return events;
  }

  private static Object[] ready() {
    return new Object[] {city(), werk(), signed("Stadt Dortmund"), signed("Werk"), covered(false)};
  }

  private static ApplicationSubmitted submitted() {
    return new ApplicationSubmitted(
        A,
        "Westerfilde",
        SENT,
        DEADLINE,
        300_00,
        230_00,
        List.of(),
        List.of(
            new PartnerGrant("Stadt Dortmund", 80_00, null),
            new PartnerGrant("Werk", 150_00, null)));
  }

  private static List<Object> arrivedEvents(Regime regime) {
    var events = new ArrayList<>(with(regime, ready()));
    events.add(submitted());
    events.add(new ApplicationArrived(A, ELECTRONIC, SENT, null, true, true));
    return events;
  }

  private TestExecutor<FundingApplication> arrived(Regime regime) {
    return application.given(arrivedEvents(regime));
  }

  static TestExecutor<FundingApplication> evaluated(
      AggregateTestFixture<FundingApplication> application, boolean positive) {
    return application.given(evaluatedEvents(positive));
  }

  static List<Object> evaluatedEvents(boolean positive) {
    var events = arrivedEvents(Regime.NABF);
    events.add(new ApplicationEvaluated(A, null, null, null, null, positive, null));
    return events;
  }

  private TestExecutor<FundingApplication> evaluatedAs(boolean positive) {
    return application.given(evaluatedEvents(positive));
  }

  private TestExecutor<FundingApplication> granted(Regime regime, Object... more) {
    var events = arrivedEvents(regime);
    events.add(new ApplicationEvaluated(A, null, null, null, null, true, null));
    events.add(noticed());
    events.addAll(List.of(more));
    return application.given(events);
  }

  private TestExecutor<FundingApplication> payable(Regime regime) {
    return granted(regime, isFinal(), agreement(), shares());
  }

  private static GrantSharesStated shares() {
    return new GrantSharesStated(
        A,
        List.of(
            new PartnerGrant("Stadt Dortmund", 50_00, null),
            new PartnerGrant("Werk", 150_00, null)),
        0);
  }

  private static GrantNoticeReceived noticed() {
    return new GrantNoticeReceived(
        A,
        "13N1",
        NOTICE,
        200_00,
        FROM,
        UNTIL,
        LocalDate.parse("2026-10-01"),
        List.of(LocalDate.parse("2027-04-30"), LocalDate.parse("2028-04-30")),
        LocalDate.parse("2029-03-31"),
        NABF,
        null);
  }

  private static GrantBecameFinal isFinal() {
    return new GrantBecameFinal(A, NOTICE, true);
  }

  private static CooperationAgreementSigned agreement() {
    return new CooperationAgreementSigned(A, FROM);
  }

  private static FundsDrawn drawn(int number, String name, long cents, long left) {
    return new FundsDrawn(A, number, Financing.partnerId(name), name, cents, FROM, null, left);
  }

  private static PartnerBudgeted city() {
    return budgeted("Stadt Dortmund", true, line(STAFF_E12_E15, 100_00, 80_00, 20_00));
  }

  private static PartnerBudgeted werk() {
    return budgeted("Werk", false, new BudgetLine(CONTRACTS, 200_00, 150_00, 45_00, 5_00));
  }

  private static PartnerBudgeted budgeted(String name, boolean city, BudgetLine... lines) {
    return Financing.checked(new BudgetPartner(A, name, city, null, List.of(lines)));
  }

  private static BudgetSignedOff signed(String name) {
    return new BudgetSignedOff(A, Financing.partnerId(name), name, "X");
  }

  private static CoverChecked covered(boolean needed) {
    return new CoverChecked(A, needed, 20_00, "council-limit");
  }

  private static BudgetLine line(CostRow row, long costs, long grant, long own) {
    return new BudgetLine(row, costs, grant, own, 0);
  }

  // ---- what is asked

  private static RecordEvaluation marks(String excellence, String impact, String implementation) {
    return new RecordEvaluation(
        A,
        new BigDecimal(excellence),
        new BigDecimal(impact),
        new BigDecimal(implementation),
        null,
        null);
  }

  private static ApplicationEvaluated evaluated(
      String excellence, String impact, String implementation, String sum, boolean enough) {
    return new ApplicationEvaluated(
        A,
        new BigDecimal(excellence),
        new BigDecimal(impact),
        new BigDecimal(implementation),
        new BigDecimal(sum),
        enough,
        null,
        Marking.of(
            new ShippedTables("funding-application"),
            Programme.HORIZON,
            Regime.HORIZON,
            CallStage.FULL,
            DEADLINE.toLocalDate(),
            List.of()));
  }

  private static RecordGrantNotice notice(long cents, LocalDate from, LocalDate until) {
    return new RecordGrantNotice(A, "13N1", NOTICE, cents, from, until, null, null);
  }

  private static DrawDownFunds draw(String partner, long cents) {
    return new DrawDownFunds(A, partner, cents, FROM);
  }

  private static void refused(ResultValidator<FundingApplication> result, String code) {
    Refusals.refused(result, code, Map.of());
  }

  private static void refused(
      ResultValidator<FundingApplication> result, String code, Map<String, ?> args) {
    Refusals.refused(result, code, args);
  }
}
