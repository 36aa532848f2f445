package org.foerderturm.consortium;

import static org.foerderturm.consortium.CountryStatus.ASSOCIATED;
import static org.foerderturm.consortium.CountryStatus.MEMBER_STATE;
import static org.foerderturm.consortium.CountryStatus.THIRD_COUNTRY;
import static org.foerderturm.consortium.OrganisationKind.MUNICIPALITY;
import static org.foerderturm.consortium.OrganisationKind.UNIVERSITY;
import static org.foerderturm.consortium.PartnerRole.AFFILIATED_ENTITY;
import static org.foerderturm.consortium.PartnerRole.ASSOCIATED_PARTNER;
import static org.foerderturm.consortium.PartnerRole.BENEFICIARY;
import static org.foerderturm.consortium.PartnerRole.COORDINATOR;
import static org.foerderturm.consortium.Programme.HORIZON;
import static org.foerderturm.kernel.Refusals.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.foerderturm.consortium.CallEvent.CallDeadlineSet;
import org.foerderturm.consortium.ConsortiumCommand.*;
import org.foerderturm.consortium.ConsortiumEvent.*;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Pointers;
import org.foerderturm.kernel.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsortiumTest {
  private static final String C = "westerfilde";
  private static final LocalDate RECEIVED = LocalDate.of(2015, 3, 2);
  private static final LocalDate DEADLINE = LocalDate.of(2199, 5, 6);

  private final AggregateTestFixture<Consortium> consortium =
      new AggregateTestFixture<>(Consortium.class);

  ConsortiumTest() {
    consortium.registerInjectableResource(new ShippedTables());
    consortium.registerInjectableResource(Actor.of("experte", Role.EXPERT_TEAM));
  }

  // ---- idea and one-pager

  @Test
  void an_idea_names_its_coordinator_who_is_the_first_partner() {
    consortium.givenNoPriorActivity().when(propose()).expectEvents(proposed(), deadlineSet());
  }

  @Test
  void a_one_pager_says_aim_approach_and_benefit_and_may_be_rewritten() {
    consortium
        .given(proposed(), new OnePagerWritten(C, "a", "b", "c"))
        .when(new WriteOnePager(C, "Ziel", "Weg", "Nutzen"))
        .expectEvents(new OnePagerWritten(C, "Ziel", "Weg", "Nutzen"));
  }

  // ---- partners

  @Test
  void a_partner_is_invited_under_an_id_made_of_its_name() {
    consortium
        .given(proposed())
        .when(
            new InvitePartner(
                C, " Stadt Gdańsk ", "PL", MEMBER_STATE, BENEFICIARY, MUNICIPALITY, null))
        .expectEvents(
            new PartnerInvited(
                C, "stadt-gdansk", "Stadt Gdańsk", "PL", MEMBER_STATE, BENEFICIARY, MUNICIPALITY));
  }

  @Test
  void a_partner_cannot_be_invited_twice() {
    refused(
        consortium
            .given(proposed(), invited("Amiens", "FR"))
            .when(invite("AMIENS", "FR", BENEFICIARY)),
        "partner-already-invited",
        Map.of("partner", "Amiens"));
  }

  @Test
  void an_accepted_partner_cannot_be_invited_again() {
    refused(
        consortium
            .given(proposed(), invited("Amiens", "FR"), accepted("Amiens"))
            .when(invite("Amiens", "FR", ASSOCIATED_PARTNER)),
        "partner-already-invited",
        Map.of("partner", "Amiens"));
  }

  @Test
  void the_coordinator_cannot_be_invited_as_a_partner() {
    refused(
        consortium.given(proposed()).when(invite("Stadt Dortmund", "DE", BENEFICIARY)),
        "partner-already-invited",
        Map.of("partner", "Stadt Dortmund"));
  }

  @Test
  void there_is_exactly_one_coordinator() {
    refused(
        consortium.given(proposed()).when(invite("Amiens", "FR", COORDINATOR)),
        "coordinator-already-named",
        Map.of("coordinator", "Stadt Dortmund"));
  }

  @Test
  void an_invited_partner_is_reminded_and_the_reminders_are_counted() {
    consortium
        .given(proposed(), invited("Amiens", "FR"), new PartnerReminded(C, "amiens", "Amiens", 1))
        .when(new RemindPartner(C, "amiens"))
        .expectEvents(new PartnerReminded(C, "amiens", "Amiens", 2));
  }

  @Test
  void a_partner_who_answered_is_not_reminded() {
    refused(
        consortium
            .given(proposed(), invited("Amiens", "FR"), accepted("Amiens"))
            .when(new RemindPartner(C, "amiens")),
        "partner-not-waiting",
        Map.of("partner", "Amiens"));
  }

  @Test
  void an_invited_partner_accepts() {
    consortium
        .given(proposed(), invited("Amiens", "FR"))
        .when(new AcceptInvitation(C, "amiens"))
        .expectEvents(accepted("Amiens"));
  }

  @Test
  void a_partner_accepts_only_once() {
    refused(
        consortium
            .given(proposed(), invited("Amiens", "FR"), accepted("Amiens"))
            .when(new AcceptInvitation(C, "amiens")),
        "partner-not-waiting",
        Map.of("partner", "Amiens"));
  }

  @Test
  void an_invited_partner_declines_with_a_reason() {
    consortium
        .given(proposed(), invited("Amiens", "FR"))
        .when(new DeclineInvitation(C, "amiens", "kein Budget"))
        .expectEvents(new PartnerDeclined(C, "amiens", "Amiens", "kein Budget"));
  }

  @Test
  void a_partner_who_declined_cannot_accept_without_a_new_invitation() {
    refused(
        consortium
            .given(proposed(), invited("Amiens", "FR"), declined("Amiens"))
            .when(new AcceptInvitation(C, "amiens")),
        "partner-not-waiting",
        Map.of("partner", "Amiens"));
  }

  @Test
  void a_partner_who_declined_may_be_invited_again() {
    consortium
        .given(proposed(), invited("Amiens", "FR"), declined("Amiens"))
        .when(invite("Amiens", "FR", BENEFICIARY))
        .expectEvents(invited("Amiens", "FR"));
  }

  @Test
  void a_partner_who_declined_is_replaced_by_another() {
    consortium
        .given(proposed(), invited("Amiens", "FR"), declined("Amiens"))
        .when(replace("Lille", "FR", "amiens"))
        .expectEvents(
            new PartnerReplaced(C, "amiens", "Amiens", "lille", "Lille"), invited("Lille", "FR"));
  }

  @Test
  void a_partner_who_withdrew_is_replaced_by_another() {
    consortium
        .given(proposed(), invited("Amiens", "FR"), accepted("Amiens"), withdrew("Amiens"))
        .when(replace("Lille", "FR", "amiens"))
        .expectEvents(
            new PartnerReplaced(C, "amiens", "Amiens", "lille", "Lille"), invited("Lille", "FR"));
  }

  @Test
  void a_partner_who_is_still_wanted_cannot_be_replaced() {
    refused(
        consortium
            .given(proposed(), invited("Amiens", "FR"))
            .when(replace("Lille", "FR", "amiens")),
        "partner-still-wanted",
        Map.of("partner", "Amiens"));
  }

  @Test
  void a_partner_is_replaced_only_once() {
    refused(
        consortium
            .given(
                proposed(),
                invited("Amiens", "FR"),
                declined("Amiens"),
                new PartnerReplaced(C, "amiens", "Amiens", "lille", "Lille"),
                invited("Lille", "FR"))
            .when(replace("Nantes", "FR", "amiens")),
        "partner-still-wanted",
        Map.of("partner", "Amiens"));
  }

  @Test
  void an_accepted_partner_withdraws_with_a_reason() {
    consortium
        .given(proposed(), invited("Amiens", "FR"), accepted("Amiens"))
        .when(new WithdrawPartner(C, "amiens", "Haushaltssperre"))
        .expectEvents(new PartnerWithdrew(C, "amiens", "Amiens", "Haushaltssperre"));
  }

  @Test
  void only_a_partner_who_accepted_can_withdraw() {
    refused(
        consortium
            .given(proposed(), invited("Amiens", "FR"))
            .when(new WithdrawPartner(C, "amiens", null)),
        "only-accepted-partner-withdraws",
        Map.of("partner", "Amiens"));
  }

  @Test
  void the_coordination_passes_to_a_beneficiary_at_any_time_before_the_constitution() {
    var over =
        new CoordinationHandedOver(
            C, "stadt-dortmund", "Stadt Dortmund", "amiens", "Amiens", true, "kein Personal");
    consortium
        .given(proposed(), invited("Amiens", "FR"), accepted("Amiens"))
        .when(new HandOverCoordination(C, "amiens", true, " kein Personal "))
        .expectEvents(over);
    refused(
        consortium
            .given(proposed(), invited("Amiens", "FR"), accepted("Amiens"), over)
            .when(new WithdrawPartner(C, "amiens", null)),
        "coordinator-cannot-withdraw",
        Map.of("partner", "Amiens"));
    refused(
        consortium
            .given(proposed(), invited("Amiens", "FR"))
            .when(new HandOverCoordination(C, "amiens", false, "so")),
        "only-accepted-partner-coordinates",
        Map.of("partner", "Amiens"));
  }

  @Test
  void the_coordinator_cannot_withdraw() {
    refused(
        consortium.given(proposed()).when(new WithdrawPartner(C, "stadt-dortmund", null)),
        "coordinator-cannot-withdraw",
        Map.of("partner", "Stadt Dortmund"));
  }

  @Test
  void nobody_answers_for_a_partner_who_was_never_invited() {
    refused(
        consortium.given(proposed()).when(new AcceptInvitation(C, "lyon")),
        "partner-unknown",
        Map.of("partner", "lyon"));
  }

  // ---- letters of intent

  @Test
  void an_accepted_partner_sends_its_letter_of_intent() {
    consortium
        .given(proposed(), invited("Amiens", "FR"), accepted("Amiens"))
        .when(new RecordLetterOfIntent(C, "amiens", RECEIVED))
        .expectEvents(letter("Amiens"));
  }

  @Test
  void a_letter_of_intent_comes_only_from_an_accepted_partner() {
    refused(
        consortium
            .given(proposed(), invited("Amiens", "FR"))
            .when(new RecordLetterOfIntent(C, "amiens", RECEIVED)),
        "letter-only-from-accepted-partner",
        Map.of("partner", "Amiens"));
  }

  @Test
  void a_letter_of_intent_is_recorded_once() {
    refused(
        consortium
            .given(proposed(), invited("Amiens", "FR"), accepted("Amiens"), letter("Amiens"))
            .when(new RecordLetterOfIntent(C, "amiens", RECEIVED)),
        "letter-already-received",
        Map.of("partner", "Amiens"));
  }

  // ---- agreement in principle

  @Test
  void the_partners_agree_on_costs_grant_and_duration() {
    consortium
        .given(proposed())
        .when(new AgreeInPrinciple(C, 3_000_000_000L, 2_500_000_000L, 60))
        .expectEvents(new AgreedInPrinciple(C, 3_000_000_000L, 2_500_000_000L, 60));
  }

  @Test
  void nobody_asks_for_more_than_the_call_grants() {
    refused(
        consortium
            .given(proposed())
            .when(new AgreeInPrinciple(C, 3_000_000_000L, 2_500_000_001L, 60)),
        "grant-above-maximum",
        Map.of("maximumCents", 2_500_000_000L));
  }

  @Test
  void nobody_asks_for_more_than_the_costs() {
    refused(
        consortium.given(proposed()).when(new AgreeInPrinciple(C, 100_000L, 100_001L, 60)),
        "grant-above-costs",
        Map.of("costsCents", 100_000L));
  }

  // ---- eligibility

  @Test
  void only_accepted_coordinator_and_beneficiaries_count_as_entities() {
    consortium
        .given(
            proposed(),
            invited("Amiens", "FR"),
            accepted("Amiens"),
            new PartnerInvited(C, "oslo", "Oslo", "NO", ASSOCIATED, BENEFICIARY, MUNICIPALITY),
            accepted("Oslo"),
            new PartnerInvited(C, "basel", "Basel", "XX", THIRD_COUNTRY, BENEFICIARY, MUNICIPALITY),
            accepted("Basel"),
            new PartnerInvited(C, "tu", "TU", "DE", MEMBER_STATE, AFFILIATED_ENTITY, UNIVERSITY),
            new PartnerAccepted(C, "tu", "TU"),
            invited("Kozani", "GR"),
            letter("Amiens"))
        .when(new AssessPartners(C))
        .expectEvents(
            new PartnersAssessed(
                C,
                HORIZON,
                5,
                4,
                3,
                3,
                2,
                1,
                List.of(
                    new MissingLetter("oslo", "Oslo", BENEFICIARY),
                    new MissingLetter("basel", "Basel", BENEFICIARY),
                    new MissingLetter("tu", "TU", AFFILIATED_ENTITY))));
  }

  @Test
  void a_result_of_the_eligibility_table_is_recorded_with_rule_and_source() {
    consortium
        .given(proposed())
        .when(
            new RecordEligibility(
                C, false, "…", "consortium-eligibility", "horizon-countries", "…"))
        .expectEvents(
            new EligibilityChecked(
                C, false, "…", "consortium-eligibility", "horizon-countries", "…"));
  }

  // ---- opinions

  @Test
  void the_expert_team_gives_its_opinion() {
    consortium
        .given(proposed())
        .when(new GiveExpertOpinion(C, Recommendation.RECOMMENDED, "tragfähig"))
        .expectEvents(new ExpertOpinionGiven(C, Recommendation.RECOMMENDED, "tragfähig"));
  }

  @Test
  void science_gives_its_opinion() {
    consortium
        .given(proposed())
        .when(new GiveScientificOpinion(C, Recommendation.WITH_CONDITIONS, "Begleitforschung"))
        .expectEvents(
            new ScientificOpinionGiven(C, Recommendation.WITH_CONDITIONS, "Begleitforschung"));
  }

  @Test
  void an_opinion_is_set_right_by_whose_it_is_until_the_body_adopted_it() {
    var given = new ExpertOpinionGiven(C, Recommendation.RECOMMENDED, "tragfähig");
    var correct =
        new CorrectOpinion(
            C,
            OpinionKind.EXPERT,
            Recommendation.NOT_RECOMMENDED,
            "nicht tragfähig",
            "verwechselt");
    Pointers.apart(consortium)
        .given(proposed(), given)
        .when(correct)
        .expectEvents(
            new OpinionCorrected(
                C,
                OpinionKind.EXPERT,
                Recommendation.RECOMMENDED,
                "tragfähig",
                Recommendation.NOT_RECOMMENDED,
                "nicht tragfähig",
                "verwechselt",
                null));
    refused(
        consortium
            .given(proposed(), given, new ConsortiumResolved(C, "m-1", "adopted"))
            .when(correct),
        "opinion-decided-on");
    refused(
        consortium
            .given(
                proposed(), new ScientificOpinionGiven(C, Recommendation.RECOMMENDED, "tragfähig"))
            .when(
                new CorrectOpinion(
                    C, OpinionKind.SCIENTIFIC, Recommendation.NOT_RECOMMENDED, "nein", "x")),
        "opinion-of-others");
    refused(consortium.given(proposed()).when(correct), "opinion-missing");
  }

  // ---- resolution and constitution

  @Test
  void the_resolution_of_a_body_is_recorded_with_its_motion() {
    consortium
        .given(proposed())
        .when(new RecordResolution(C, "m-1", "adopted"))
        .expectEvents(new ConsortiumResolved(C, "m-1", "adopted"));
  }

  @Test
  void one_motion_is_resolved_once() {
    refused(
        consortium
            .given(proposed(), new ConsortiumResolved(C, "m-1", "rejected"))
            .when(new RecordResolution(C, "m-1", "adopted")),
        "resolution-already-recorded",
        Map.of("motionId", "m-1"));
  }

  @Test
  void a_rejected_consortium_may_come_back_with_a_new_motion() {
    consortium
        .given(proposed(), new ConsortiumResolved(C, "m-1", "rejected"))
        .when(new RecordResolution(C, "m-2", "adopted"))
        .expectEvents(new ConsortiumResolved(C, "m-2", "adopted"));
  }

  @Test
  void with_resolution_eligibility_and_letters_it_is_constituted() {
    consortium
        .given(ready())
        .when(new ConstituteConsortium(C))
        .expectEvents(complete(2), new ConsortiumConstituted(C, "Leuchtturm Westerfilde", 2));
  }

  @Test
  void without_a_resolution_it_is_not_constituted() {
    refused(
        consortium
            .given(
                proposed(),
                invited("Amiens", "FR"),
                accepted("Amiens"),
                letter("Amiens"),
                eligible(true))
            .when(new ConstituteConsortium(C)),
        "resolution-not-adopted",
        Map.of());
  }

  @Test
  void after_a_rejection_it_is_not_constituted() {
    refused(
        consortium
            .given(proposed(), eligible(true), new ConsortiumResolved(C, "m-1", "rejected"))
            .when(new ConstituteConsortium(C)),
        "resolution-not-adopted",
        Map.of());
  }

  @Test
  void without_an_eligible_result_it_is_not_constituted() {
    refused(
        consortium
            .given(proposed(), eligible(false), new ConsortiumResolved(C, "m-1", "adopted"))
            .when(new ConstituteConsortium(C)),
        "consortium-not-eligible",
        Map.of());
  }

  @Test
  void an_eligible_result_lapses_when_another_partner_accepts() {
    refused(
        consortium
            .given(
                proposed(),
                eligible(true),
                new ConsortiumResolved(C, "m-1", "adopted"),
                invited("Amiens", "FR"),
                accepted("Amiens"))
            .when(new ConstituteConsortium(C)),
        "consortium-not-eligible",
        Map.of());
  }

  @Test
  void an_eligible_result_lapses_when_a_partner_withdraws() {
    refused(
        consortium.given(ready()).andGiven(withdrew("Amiens")).when(new ConstituteConsortium(C)),
        "consortium-not-eligible",
        Map.of());
  }

  @Test
  void while_a_beneficiary_owes_its_letter_it_is_not_constituted() {
    refused(
        consortium
            .given(
                proposed(),
                invited("Amiens", "FR"),
                invited("Kozani", "GR"),
                accepted("Amiens"),
                accepted("Kozani"),
                eligible(true),
                new ConsortiumResolved(C, "m-1", "adopted"))
            .when(new ConstituteConsortium(C)),
        "letters-of-intent-missing",
        Map.of("partners", "Amiens, Kozani"));
  }

  @Test
  void the_letter_of_an_associated_partner_is_not_waited_for() {
    consortium
        .given(
            proposed(),
            new PartnerInvited(
                C, "vku", "VKU", "DE", MEMBER_STATE, ASSOCIATED_PARTNER, MUNICIPALITY),
            new PartnerAccepted(C, "vku", "VKU"),
            eligible(true),
            new ConsortiumResolved(C, "m-1", "adopted"))
        .when(new ConstituteConsortium(C))
        .expectEvents(complete(0), new ConsortiumConstituted(C, "Leuchtturm Westerfilde", 2));
  }

  @Test
  void it_is_dissolved_for_a_reason() {
    consortium
        .given(proposed())
        .when(new DissolveConsortium(C, "Frist verstrichen"))
        .expectEvents(new ConsortiumDissolved(C, "Leuchtturm Westerfilde", "Frist verstrichen"));
  }

  // ---- after the end

  @ParameterizedTest
  @MethodSource("everything")
  void once_dissolved_nothing_of_its_formation_changes(ConsortiumCommand command) {
    refused(
        consortium
            .given(proposed(), invited("Amiens", "FR"), new ConsortiumDissolved(C, "…", "…"))
            .when(command),
        "formation-ended",
        Map.of("title", "Leuchtturm Westerfilde"));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void once_constituted_nothing_of_its_formation_changes(ConsortiumCommand command) {
    refused(
        consortium.given(ready()).andGiven(new ConsortiumConstituted(C, "…", 2)).when(command),
        "formation-ended",
        Map.of("title", "Leuchtturm Westerfilde"));
  }

  static List<ConsortiumCommand> everything() {
    return List.of(
        new WriteOnePager(C, "a", "b", "c"),
        invite("Lille", "FR", BENEFICIARY),
        new RemindPartner(C, "amiens"),
        new AcceptInvitation(C, "amiens"),
        new DeclineInvitation(C, "amiens", null),
        new WithdrawPartner(C, "amiens", null),
        new RecordLetterOfIntent(C, "amiens", RECEIVED),
        new AgreeInPrinciple(C, 2, 1, 1),
        new AssessPartners(C),
        new RecordEligibility(C, true, "…", "t", "r", "s"),
        new GiveExpertOpinion(C, Recommendation.RECOMMENDED, "…"),
        new GiveScientificOpinion(C, Recommendation.RECOMMENDED, "…"),
        new RecordResolution(C, "m-9", "adopted"),
        new ConstituteConsortium(C),
        new DissolveConsortium(C, "…"));
  }

  // ---- what was before

  private static ProposeConsortium propose() {
    var p = proposed();
    return new ProposeConsortium(
        C,
        p.title(),
        p.topic(),
        p.programme(),
        p.call(),
        p.deadline(),
        p.maximumFundingCents(),
        p.coordinator(),
        p.coordinatorCountry(),
        p.coordinatorCountryStatus(),
        p.coordinatorKind(),
        p.idea());
  }

  private static ConsortiumProposed proposed() {
    return new ConsortiumProposed(
        C,
        "Leuchtturm Westerfilde",
        Topic.ENERGY,
        HORIZON,
        "H2020-SCC-2015",
        DEADLINE,
        2_500_000_000L,
        "stadt-dortmund",
        "Stadt Dortmund",
        "DE",
        MEMBER_STATE,
        MUNICIPALITY,
        "Ein Quartier zeigt, wie Energie, Verkehr und Daten zusammenspielen.");
  }

  private static List<Object> ready() {
    return List.of(
        proposed(),
        invited("Amiens", "FR"),
        accepted("Amiens"),
        letter("Amiens"),
        new ChecklistEvent.DocumentReceived(C, "amiens", "Amiens", DocumentKind.MANDATE, null),
        eligible(true),
        new ConsortiumResolved(C, "m-1", "adopted"));
  }

  private static ChecklistEvent complete(int documents) {
    return new ChecklistEvent.DocumentsFoundComplete(
        C, "consortium-documents", 1, documents, "formation");
  }

  private static InvitePartner invite(String name, String country, PartnerRole role) {
    return new InvitePartner(C, name, country, MEMBER_STATE, role, MUNICIPALITY, null);
  }

  private static InvitePartner replace(String name, String country, String gone) {
    return new InvitePartner(C, name, country, MEMBER_STATE, BENEFICIARY, MUNICIPALITY, gone);
  }

  private static PartnerInvited invited(String name, String country) {
    return new PartnerInvited(
        C, PartnerId.of(name), name, country, MEMBER_STATE, BENEFICIARY, MUNICIPALITY);
  }

  private static PartnerAccepted accepted(String name) {
    return new PartnerAccepted(C, PartnerId.of(name), name);
  }

  private static PartnerDeclined declined(String name) {
    return new PartnerDeclined(C, PartnerId.of(name), name, "kein Budget");
  }

  private static PartnerWithdrew withdrew(String name) {
    return new PartnerWithdrew(C, PartnerId.of(name), name, null);
  }

  private static LetterOfIntentReceived letter(String name) {
    return new LetterOfIntentReceived(C, PartnerId.of(name), name, RECEIVED);
  }

  private static EligibilityChecked eligible(boolean eligible) {
    return new EligibilityChecked(C, eligible, "…", "consortium-eligibility", "…", "…");
  }

  private static CallDeadlineSet deadlineSet() {
    var known = proposed();
    return new CallDeadlineSet(C, known.title(), known.call(), null, DEADLINE, null);
  }
}
