package org.foerderturm.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foerderturm.council.ConsultationPurpose.NOTE;
import static org.foerderturm.council.ConsultationPurpose.RECOMMENDATION;
import static org.foerderturm.council.ConsultationPurpose.RESOLUTION;
import static org.foerderturm.council.ConsultationResult.ADOPTED;
import static org.foerderturm.council.ConsultationResult.AMENDED;
import static org.foerderturm.council.ConsultationResult.NOTED;
import static org.foerderturm.council.ConsultationResult.POSTPONED;
import static org.foerderturm.council.ConsultationResult.REJECTED;
import static org.foerderturm.council.CouncilCheck.FINANCE;
import static org.foerderturm.council.CouncilCheck.LEGAL;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.foerderturm.committee.CommitteeCommand.PostponeMotion;
import org.foerderturm.council.CouncilCommand.*;
import org.foerderturm.council.CouncilEvent.*;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Bodies;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Event;
import org.foerderturm.kernel.People;
import org.foerderturm.kernel.People.Person;
import org.foerderturm.kernel.Refusals;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CouncilPaperTest {
  private static final String V = "v-1";
  private static final LocalDate DATED = LocalDate.parse("2026-02-01");
  private static final LocalDate HELD = LocalDate.parse("2026-03-10");
  private static final Instant RECORDED = Instant.parse("2026-03-12T09:00:00Z");

  private static final People PEOPLE =
      userId ->
          Stream.of(
                  new Person("petra.projekt", Set.of(Role.PROJECT_MANAGER), false),
                  new Person("ernst.experte", Set.of(Role.EXPERT_TEAM), false),
                  new Person("lars.locked", Set.of(Role.PROJECT_MANAGER), true))
              .filter(person -> person.userId().equals(userId))
              .findFirst();

  private static final Actor AUTHOR = Actor.of("petra.projekt", Role.PROJECT_MANAGER);

  /** The council is the municipality's; the steering body has adopted motion m-1. */
  private static final Bodies BODIES =
      new Bodies() {
        @Override
        public boolean isMunicipal(String bodyId) {
          return bodyId.equals("council");
        }

        @Override
        public boolean suspended(String bodyId, String motionId) {
          return false;
        }

        @Override
        public @Nullable String decision(String bodyId, String motionId) {
          return bodyId.equals("steering") && motionId.equals("m-1") ? "adopted" : null;
        }
      };

  private final List<Command> sent = new ArrayList<>();
  private final AggregateTestFixture<CouncilPaper> paper =
      new AggregateTestFixture<>(CouncilPaper.class);

  CouncilPaperTest() {
    paper.registerInjectableResource(PEOPLE);
    paper.registerInjectableResource(BODIES);
    paper.registerInjectableResource(AUTHOR);
    Consequences consequences = sent::add;
    paper.registerInjectableResource(consequences);
  }

  // ---- words

  @Test
  void a_paper_is_begun_by_hand_or_asked_for_by_a_case() {
    paper
        .givenNoPriorActivity()
        .when(new DraftCouncilPaper(V, " Ampelvorrang "))
        .expectEvents(new CouncilPaperDrafted(V, "Ampelvorrang"));
    paper
        .givenNoPriorActivity()
        .when(new RequestCouncilPaper(V, "Ampelvorrang", "Der Rat stimmt zu.", 5_00, "antrag-1"))
        .expectEvents(
            new CouncilPaperRequested(V, "Ampelvorrang", "Der Rat stimmt zu.", 5_00, "antrag-1"));
  }

  @Test
  void a_paper_without_subject_proposal_reasons_or_originator_is_refused() {
    refused(
        paper.givenNoPriorActivity().when(new DraftCouncilPaper(V, " ")), "council-title-missing");
    refused(given().when(write("Betreff", "", "weil", "Amt")), "council-proposal-missing");
    refused(given().when(write("Betreff", "Beschluss", " ", "Amt")), "council-reasons-missing");
    refused(given().when(write("Betreff", "Beschluss", "weil", "")), "council-originator-missing");
  }

  // ---- money

  @Test
  void the_years_are_put_in_their_order() {
    given(written())
        .when(effects(60_00, "Haushalt", new YearAmount(2027, 20_00), new YearAmount(2026, 40_00)))
        .expectEvents(
            new CouncilEffectsStated(
                V,
                60_00,
                List.of(new YearAmount(2026, 40_00), new YearAmount(2027, 20_00)),
                "Haushalt",
                null));
  }

  @Test
  void a_total_that_is_not_the_sum_of_the_years_is_refused_with_the_difference() {
    refused(
        given(written()).when(effects(60_00, "Haushalt", new YearAmount(2026, 59_99))),
        "council-effects-unbalanced",
        Map.of("totalCents", 60_00L, "sumCents", 59_99L, "differenceCents", 1L));
  }

  @Test
  void a_paper_may_save_or_earn() {
    earns()
        .when(
            effects(-30_00, "Haushalt", new YearAmount(2026, 10_00), new YearAmount(2027, -40_00)))
        .expectSuccessfulHandlerExecution();
    earns().when(effects(-1, null, new YearAmount(2026, -1))).expectSuccessfulHandlerExecution();
    refused(
        earns()
            .when(effects(-30_00, " ", new YearAmount(2026, 10_00), new YearAmount(2027, -40_00))),
        "council-cover-missing");
    refused(
        paper.given(asked(), written()).when(effects(-1, null, new YearAmount(2026, -1))),
        "council-share-negative",
        Map.of("totalCents", -1L));
  }

  @Test
  void a_closed_year_and_a_year_twice_are_refused() {
    refused(
        given(written()).when(effects(1, "Haushalt", new YearAmount(2025, 1))),
        "council-year-closed",
        Map.of("year", 2025));
    refused(
        given(written())
            .when(effects(2, "Haushalt", new YearAmount(2026, 1), new YearAmount(2026, 1))),
        "council-year-twice",
        Map.of("year", 2026));
  }

  @Test
  void what_costs_money_names_its_cover() {
    refused(
        given(written()).when(effects(1, " ", new YearAmount(2026, 1))), "council-cover-missing");
    given(written()).when(effects(0, null)).expectSuccessfulHandlerExecution();
  }

  // ---- checks

  @Test
  void each_office_checks_what_is_its_own_and_never_what_it_wrote() {
    as(FINANCES, signedOff(true))
        .when(new CheckCouncilPaper(V, FINANCE, true, null))
        .expectEvents(new CouncilPaperChecked(V, FINANCE, true, null));
    as(LAWYER, signedOff(true))
        .when(new CheckCouncilPaper(V, LEGAL, true, null))
        .expectEvents(new CouncilPaperChecked(V, LEGAL, true, null));
    refused(
        as(FINANCES, signedOff(true)).when(new CheckCouncilPaper(V, LEGAL, true, null)),
        "council-check-of-another",
        Map.of("role", "legal-office"));
    refused(
        as(LEADER, signedOff(true)).when(new CheckCouncilPaper(V, FINANCE, true, null)),
        "council-check-of-another",
        Map.of("role", "finance-office"));
    var author = Actor.of("petra.projekt", Role.PROJECT_MANAGER, Role.FINANCE_OFFICE);
    refused(
        as(author, signedOff(true)).when(new CheckCouncilPaper(V, FINANCE, true, null)),
        "council-check-by-author",
        Map.of("userId", "petra.projekt"));
  }

  @Test
  void in_cases_of_earlier_models_the_office_lead_still_checks() {
    as(LEADER, signedOff(null))
        .when(new CheckCouncilPaper(V, FINANCE, true, null))
        .expectEvents(new CouncilPaperChecked(V, FINANCE, true, null));
  }

  // ---- before it took place, and after it was decided

  @Test
  void a_consultation_is_put_off_before_it_takes_place_and_its_motion_with_it() {
    var later = HELD.plusDays(14);
    registeredOn(RESOLUTION)
        .when(new PostponeConsultation(V, later, " noch offen ", "m-1"))
        .expectEvents(new ConsultationPostponed(V, 1, HELD, later, "noch offen", "m-1"));
    assertThat(sent).containsExactly(new PostponeMotion("m-1", V, later, "noch offen"));
    refused(
        registeredOn(RESOLUTION).when(new PostponeConsultation(V, HELD, "so", null)),
        "postponed-to-the-past",
        Map.of("day", HELD.toString()));
    refused(
        registeredOn(RESOLUTION).when(new PostponeConsultation(V, later, " ", null)),
        "reason-missing");
  }

  @Test
  void a_note_after_the_decision_changes_nothing_of_it() {
    decidedPaper()
        .when(new AddCouncilNote(V, " Die Mittel sind übertragen. ", "Anfrage"))
        .expectEvents(new CouncilNoteAdded(V, "Die Mittel sind übertragen.", "Anfrage"));
    refused(
        registeredOn(RESOLUTION).when(new AddCouncilNote(V, "Text", "Grund")),
        "council-paper-undecided-yet",
        Map.of("title", "Betreff"));
  }

  @Test
  void the_mayor_objects_once_to_what_a_body_elsewhere_resolved_and_it_holds_or_falls() {
    var later = HELD.plusDays(2);
    var objected = new PaperObjected(V, "Betreff", later, "ohne Deckung");
    decidedPaper().when(new ObjectToPaper(V, later, " ohne Deckung ")).expectEvents(objected);
    refused(
        decidedPaper().when(new ObjectToPaper(V, HELD.minusDays(1), "so")),
        "objection-before-resolution",
        Map.of("day", HELD.toString()));
    refused(decidedPaper().when(new ObjectToPaper(V, later, " ")), "reason-missing");
    refused(
        registeredOn(RESOLUTION).when(new ObjectToPaper(V, later, "so")),
        "paper-not-resolved",
        Map.of("title", "Betreff"));
    refused(
        objectedPaper(objected).when(new ObjectToPaper(V, later, "so")),
        "paper-objected-already",
        Map.of("day", later.toString()));
    objectedPaper(objected)
        .when(new SettlePaperObjection(V, true, later, " TOP 3 "))
        .expectEvents(new PaperUpheld(V, "Betreff", later, "TOP 3"));
    objectedPaper(objected)
        .when(new SettlePaperObjection(V, false, later, "TOP 3"))
        .expectEvents(new PaperOverturned(V, "Betreff", later, "TOP 3"));
    refused(
        objectedPaper(objected).when(new SettlePaperObjection(V, true, HELD, "TOP 3")),
        "settled-before-objection",
        Map.of("day", later.toString()));
    refused(
        objectedPaper(objected, new PaperUpheld(V, "Betreff", later, "TOP 3"))
            .when(new SettlePaperObjection(V, false, later, "TOP 4")),
        "paper-not-objected",
        Map.of("title", "Betreff"));
  }

  private TestExecutor<CouncilPaper> objectedPaper(Event... after) {
    var events = registered(RESOLUTION);
    events.add(decided());
    events.addAll(List.of(after));
    return paper.given(events);
  }

  @Test
  void what_a_body_here_decided_nobody_says_otherwise() {
    var events = registered(RECOMMENDATION);
    events.set(
        3,
        new ConsultationsOrdered(
            V, List.of(new Consultation(1, "steering", null, true, HELD, RECOMMENDATION, false))));
    refused(
        paper
            .given(events)
            .andGivenCurrentTime(RECORDED)
            .when(new RecordConsultation(V, 1, REJECTED, null, null, "m-1", null)),
        "result-not-of-the-body",
        Map.of("motionId", "m-1"));
    paper
        .given(events)
        .andGivenCurrentTime(RECORDED)
        .when(new RecordConsultation(V, 1, ADOPTED, null, null, "m-1", null))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void any_body_may_stand_in_the_order_and_none_chosen_means_one_elsewhere() {
    given(written())
        .when(
            new OrderConsultations(
                V,
                List.of(
                    planned("jugendrat", null, HELD, RECOMMENDATION),
                    planned(null, "Rat", HELD, RESOLUTION))))
        .expectEvents(
            new ConsultationsOrdered(
                V,
                List.of(
                    new Consultation(1, "jugendrat", null, true, HELD, RECOMMENDATION, false),
                    new Consultation(2, null, "Rat", true, HELD, RESOLUTION, true))));
  }

  // ---- order of consultation

  @Test
  void dates_out_of_order_are_refused() {
    refused(
        given(written())
            .when(
                new OrderConsultations(
                    V,
                    List.of(
                        planned("council", null, HELD, RECOMMENDATION),
                        planned("outside", "Rat", HELD.minusDays(1), RESOLUTION)))),
        "consultations-out-of-order",
        Map.of("name", "Rat", "day", "2026-03-09", "before", "2026-03-10"));
    Refusals.refused(
        given(written())
            .when(
                new OrderConsultations(
                    V, List.of(planned("council", null, DATED.minusDays(1), RESOLUTION)))),
        "consultations-out-of-order");
  }

  @Test
  void after_the_resolution_nobody_is_consulted() {
    refused(
        given(written())
            .when(
                new OrderConsultations(
                    V,
                    List.of(
                        planned("council", null, HELD, RESOLUTION),
                        planned("steering", null, HELD, NOTE)))),
        "resolution-not-last");
    refused(given(written()).when(new OrderConsultations(V, null)), "consultations-missing");
    refused(
        given(written())
            .when(new OrderConsultations(V, List.of(planned("outside", " ", HELD, NOTE)))),
        "body-name-missing");
  }

  // ---- co-signing and checks

  @Test
  void everybody_named_signs_once_and_only_they() {
    refused(
        given(written()).when(new NameCosigners(V, List.of(cosigner("Amt"), cosigner(" Amt ")))),
        "cosigner-twice",
        Map.of("department", "Amt"));
    refused(
        given(named()).when(new CosignCouncilPaper(V, "Forst", true, null)),
        "cosigner-unknown",
        Map.of("department", "Forst"));
    refused(
        given(named(), signed(true)).when(new CosignCouncilPaper(V, "Amt", true, null)),
        "already-cosigned",
        Map.of("department", "Amt"));
    refused(
        given(named()).when(new CosignCouncilPaper(V, "Amt", false, " ")),
        "objection-without-statement");
    refused(
        given(named()).when(new FinishCosigning(V)),
        "cosignatures-missing",
        Map.of("departments", "Amt"));
  }

  @Test
  void one_person_may_be_named_who_can_sign() {
    given(written())
        .when(new NameCosigners(V, List.of(person(" petra.projekt "))))
        .expectEvents(new CosignersNamed(V, List.of(person("petra.projekt"))));
    given(written())
        .when(new NameCosigners(V, List.of(new Cosigner("Amt", null, "ernst.experte"))))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void who_cannot_sign_is_not_named() {
    for (var no :
        Map.of(
                "petra.projket", "cosigner-not-known",
                "lars.locked", "cosigner-locked",
                "ernst.experte", "cosigner-may-not-sign")
            .entrySet())
      refused(
          given(written()).when(new NameCosigners(V, List.of(person(no.getKey())))),
          no.getValue(),
          Map.of("department", "Amt", "userId", no.getKey()));
  }

  private static Cosigner person(String userId) {
    return new Cosigner("Amt", "project-manager", userId);
  }

  @Test
  void objections_are_counted() {
    given(named(), signed(false))
        .when(new FinishCosigning(V))
        .expectEvents(new CosigningFinished(V, 0, 1));
  }

  @Test
  void checks_follow_the_co_signing_and_a_finding_needs_a_statement() {
    refused(
        given(named()).when(new CheckCouncilPaper(V, FINANCE, true, null)),
        "cosigning-not-finished");
    refused(
        as(FINANCES, signedOff(true)).when(new CheckCouncilPaper(V, FINANCE, false, null)),
        "finding-without-statement");
  }

  @Test
  void a_change_takes_signatures_and_checks_away() {
    var events = new ArrayList<>(checked(RESOLUTION));
    events.add(written());
    refused(
        paper.given(events).when(new RegisterCouncilPaper(V, "00001-26")),
        "cosigning-not-finished");
  }

  // ---- before the bodies

  @Test
  void a_paper_that_was_checked_is_registered_and_then_stands() {
    paper
        .given(checked(RESOLUTION))
        .when(new RegisterCouncilPaper(V, "00001-26"))
        .expectEvents(new CouncilPaperRegistered(V, "00001-26", "Betreff"));
    refused(
        paper.given(registered(RESOLUTION)).when(write("anders", "anders", "anders", "Amt")),
        "council-paper-registered",
        Map.of("number", "00001-26"));
  }

  @Test
  void consultations_come_one_after_the_other() {
    refused(
        registeredOn(RECOMMENDATION, RESOLUTION).when(record(2, ADOPTED, HELD, "NS")),
        "consultation-out-of-turn",
        Map.of("position", 2, "next", 1));
    refused(
        paper.given(checked(RESOLUTION)).when(record(1, ADOPTED, HELD, "NS")),
        "council-paper-not-registered");
  }

  @Test
  void a_recommendation_against_it_does_not_end_the_paper() {
    registeredOn(RECOMMENDATION, RESOLUTION)
        .when(record(1, REJECTED, HELD, "NS"))
        .expectEvents(recorded(1, RECOMMENDATION, REJECTED));
  }

  @Test
  void the_resolution_is_the_result_for_the_case_that_asked() {
    registeredOn(RESOLUTION)
        .when(record(1, ADOPTED, HELD, "NS"))
        .expectEvents(recorded(1, RESOLUTION, ADOPTED), result("adopted", 1, 60_000_00));
  }

  @Test
  void advice_is_no_resolution_and_covers_nothing() {
    registeredOn(RECOMMENDATION)
        .when(record(1, ADOPTED, HELD, "NS"))
        .expectEvents(recorded(1, RECOMMENDATION, ADOPTED), result("recommended", 1, 0));
    registeredOn(RECOMMENDATION)
        .when(record(1, REJECTED, HELD, "NS"))
        .expectEvents(recorded(1, RECOMMENDATION, REJECTED), result("not-recommended", 1, 0));
    registeredOn(NOTE)
        .when(record(1, NOTED, HELD, "NS"))
        .expectEvents(recorded(1, NOTE, NOTED), result("noted", 1, 0));
  }

  @Test
  void what_is_adopted_with_changes_carries_its_own_wording_and_sum() {
    registeredOn(RESOLUTION)
        .when(amended("Der Rat stellt 45.000 € bereit.", 45_000_00L))
        .expectEvents(
            new ConsultationRecorded(
                V,
                1,
                RESOLUTION,
                AMENDED,
                HELD,
                "NS",
                null,
                null,
                "Der Rat stellt 45.000 € bereit.",
                45_000_00L),
            result("amended", 1, 45_000_00));
    refused(registeredOn(RESOLUTION).when(amended(" ", 45_000_00L)), "amended-wording-missing");
    refused(registeredOn(RESOLUTION).when(amended("anders", null)), "amended-sum-missing");
    refused(
        registeredOn(RESOLUTION).when(amended("anders", -1L)),
        "council-share-negative",
        Map.of("totalCents", -1L));
  }

  @Test
  void a_body_of_another_resolves_nothing_for_the_municipality() {
    for (var municipal : new Boolean[] {true, false}) {
      var events = registered(RESOLUTION);
      events.set(
          3,
          new ConsultationsOrdered(
              V, List.of(new Consultation(1, null, "Rat", true, HELD, RESOLUTION, municipal))));
      paper
          .given(events)
          .andGivenCurrentTime(RECORDED)
          .when(record(1, ADOPTED, HELD, "NS"))
          .expectEvents(
              recorded(1, RESOLUTION, ADOPTED), result("adopted", 1, municipal ? 60_000_00 : 0));
    }
  }

  @Test
  void a_case_that_asked_gets_an_order_that_ends_with_a_resolution_of_the_municipality() {
    for (var wrong :
        List.of(
            planned("council", null, HELD, RECOMMENDATION),
            planned("steering", null, HELD, RESOLUTION),
            new Planned("outside", "Rat einer anderen Stadt", true, HELD, RESOLUTION, true)))
      refused(
          given(written()).when(new OrderConsultations(V, List.of(wrong))),
          "council-resolution-missing");
    for (var right :
        List.of(
            planned("council", null, HELD, RESOLUTION),
            new Planned("outside", "Bezirksvertretung", true, HELD, RESOLUTION, false)))
      given(written())
          .when(new OrderConsultations(V, List.of(right)))
          .expectSuccessfulHandlerExecution();
    paper
        .given(new CouncilPaperDrafted(V, "Betreff"), written())
        .when(new OrderConsultations(V, List.of(planned("steering", null, HELD, RECOMMENDATION))))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void to_take_note_is_no_resolution() {
    refused(
        registeredOn(RESOLUTION).when(record(1, NOTED, HELD, "NS")),
        "result-not-for-this-consultation");
    refused(
        registeredOn(NOTE).when(record(1, ADOPTED, HELD, "NS")),
        "result-not-for-this-consultation");
  }

  @Test
  void a_body_elsewhere_leaves_day_and_reference() {
    refused(registeredOn(RESOLUTION).when(record(1, ADOPTED, null, "NS")), "meeting-day-missing");
    refused(registeredOn(RESOLUTION).when(record(1, ADOPTED, HELD, " ")), "reference-missing");
  }

  @Test
  void what_is_postponed_stays_and_goes_to_a_later_day() {
    registeredOn(RESOLUTION)
        .when(new RecordConsultation(V, 1, POSTPONED, HELD, "NS", null, HELD.plusDays(30)))
        .expectEvents(
            new ConsultationRecorded(
                V, 1, RESOLUTION, POSTPONED, HELD, "NS", null, HELD.plusDays(30)));
    refused(
        registeredOn(RESOLUTION)
            .when(new RecordConsultation(V, 1, POSTPONED, HELD, "NS", null, HELD)),
        "postponed-to-the-past",
        Map.of("day", HELD.toString()));
  }

  @Test
  void a_paper_is_decided_once() {
    refused(
        decidedPaper().when(new WithdrawCouncilPaper(V, "doch nicht")),
        "council-paper-decided",
        Map.of("title", "Betreff"));
  }

  @Test
  void who_withdraws_tells_the_case_that_asked() {
    registeredOn(RESOLUTION)
        .when(new WithdrawCouncilPaper(V, " überholt "))
        .expectEvents(
            new CouncilPaperDecided(
                V,
                "antrag-1",
                "00001-26",
                "Betreff",
                "withdrawn",
                0,
                null,
                null,
                null,
                "überholt",
                0L));
  }

  // ---- situations

  private TestExecutor<CouncilPaper> given(Event... events) {
    var all = new ArrayList<Event>();
    all.add(asked());
    all.addAll(List.of(events));
    return paper.given(all);
  }

  private static Event asked() {
    return new CouncilPaperRequested(V, "Betreff", "Beschluss", 60_00, "antrag-1");
  }

  private static CouncilPaperWritten written() {
    return writtenBy(null);
  }

  private static CouncilPaperWritten writtenBy(@Nullable String author) {
    return new CouncilPaperWritten(
        V, "Betreff", DATED, null, "Amt", "Beschluss", List.of(), "weil", author);
  }

  private static WriteCouncilPaper write(
      String title, String proposal, String reasons, String originator) {
    return new WriteCouncilPaper(V, title, DATED, null, originator, proposal, null, reasons);
  }

  private static StateCouncilEffects effects(
      long total, @Nullable String cover, YearAmount... years) {
    return new StateCouncilEffects(V, total, List.of(years), cover, null);
  }

  private TestExecutor<CouncilPaper> earns() {
    return paper.given(new CouncilPaperDrafted(V, "Betreff"), written());
  }

  private static final Actor FINANCES = Actor.of("kai.kasse", Role.FINANCE_OFFICE);
  private static final Actor LAWYER = Actor.of("rita.recht", Role.LEGAL_OFFICE);
  private static final Actor LEADER = Actor.of("gerda.leitung", Role.OFFICE_LEAD);

  private static List<Event> signedOff(@Nullable Boolean ownRoles) {
    return List.of(
        new CouncilPaperDrafted(V, "Betreff"),
        writtenBy("petra.projekt"),
        named(),
        signed(true),
        new CosigningFinished(V, 1, 0, ownRoles));
  }

  /** A fixture of its own: whoever acts is fixed for all its commands. */
  private static TestExecutor<CouncilPaper> as(Actor actor, List<Event> events) {
    var fixture = new AggregateTestFixture<>(CouncilPaper.class);
    fixture.registerInjectableResource(actor);
    return fixture.given(events);
  }

  private static Planned planned(
      @Nullable String bodyId, @Nullable String body, LocalDate on, ConsultationPurpose role) {
    return new Planned(bodyId, body, true, on, role);
  }

  private static Cosigner cosigner(String department) {
    return new Cosigner(department, "project-manager", null);
  }

  private static Event named() {
    return new CosignersNamed(V, List.of(cosigner("Amt")));
  }

  private static Event signed(boolean agrees) {
    return new CouncilPaperCosigned(V, "Amt", agrees, "so");
  }

  private static List<Event> checked(ConsultationPurpose... roles) {
    var order = new ArrayList<Consultation>();
    for (var role : roles)
      order.add(new Consultation(order.size() + 1, null, "Gremium", true, HELD, role));
    return new ArrayList<>(
        List.of(
            asked(),
            written(),
            new CouncilEffectsStated(
                V, 60_000_00, List.of(new YearAmount(2026, 60_000_00)), "Haushalt", null),
            new ConsultationsOrdered(V, order),
            new CosignersNamed(V, List.of()),
            new CosigningFinished(V, 0, 0),
            new CouncilPaperChecked(V, FINANCE, true, null),
            new CouncilPaperChecked(V, LEGAL, true, null)));
  }

  private static List<Event> registered(ConsultationPurpose... roles) {
    var events = checked(roles);
    events.add(new CouncilPaperRegistered(V, "00001-26", "Betreff"));
    return events;
  }

  private TestExecutor<CouncilPaper> registeredOn(ConsultationPurpose... roles) {
    return paper.given(registered(roles)).andGivenCurrentTime(RECORDED);
  }

  private TestExecutor<CouncilPaper> decidedPaper() {
    var events = registered(RESOLUTION);
    events.add(decided());
    return paper.given(events);
  }

  private static Event decided() {
    return new CouncilPaperDecided(
        V, "antrag-1", "00001-26", "Betreff", "adopted", 1, HELD, "NS", null, null);
  }

  private static RecordConsultation record(
      int position,
      ConsultationResult result,
      @Nullable LocalDate heldOn,
      @Nullable String reference) {
    return new RecordConsultation(V, position, result, heldOn, reference, null, null);
  }

  private static RecordConsultation amended(String wording, @Nullable Long cents) {
    return new RecordConsultation(V, 1, AMENDED, HELD, "NS", null, null, wording, cents);
  }

  private static CouncilPaperDecided result(String result, int position, long cents) {
    return new CouncilPaperDecided(
        V, "antrag-1", "00001-26", "Betreff", result, position, HELD, "NS", null, null, cents);
  }

  private static ConsultationRecorded recorded(
      int position, ConsultationPurpose role, ConsultationResult result) {
    return new ConsultationRecorded(V, position, role, result, HELD, "NS", null, null);
  }

  private static void refused(ResultValidator<CouncilPaper> result, String code) {
    Refusals.refused(result, code, Map.of());
  }

  private static void refused(
      ResultValidator<CouncilPaper> result, String code, Map<String, ?> args) {
    Refusals.refused(result, code, args);
  }
}
