package org.foerderturm.consortium;

import static org.foerderturm.consortium.ChecklistTest.proposed;
import static org.foerderturm.consortium.ChecklistTest.refused;
import static org.foerderturm.consortium.ConsortiumChangeKind.AMENDMENT;
import static org.foerderturm.consortium.ConsortiumChangeKind.EXIT;
import static org.foerderturm.consortium.ConsortiumChangeKind.REPLACEMENT;
import static org.foerderturm.consortium.CountryStatus.MEMBER_STATE;
import static org.foerderturm.consortium.OrganisationKind.MUNICIPALITY;
import static org.foerderturm.consortium.PartnerRole.BENEFICIARY;
import static org.foerderturm.consortium.PartnerRole.COORDINATOR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.foerderturm.consortium.ConsortiumEvent.*;
import org.foerderturm.consortium.RunningCommand.*;
import org.foerderturm.consortium.RunningEvent.*;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningTest {
  private static final String C = "westerfilde";
  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
  private static final String THREE =
      "Weniger als drei unabhängige Rechtspersonen aus Mitgliedstaaten oder assoziierten Ländern.";

  private final AggregateTestFixture<Consortium> consortium =
      new AggregateTestFixture<>(Consortium.class);

  RunningTest() {
    consortium.registerInjectableResource(new ShippedTables());
  }

  // ---- agreement

  @Test
  void an_agreement_with_the_rules_of_the_model_is_recorded() {
    consortium
        .given(four())
        .when(new RecordConsortiumAgreement(C, DAY, rules("2/3", true)))
        .expectEvents(new ConsortiumAgreementRecorded(C, DAY, rules("2/3", true)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3/2", "0/3", "66 %", "2/0"})
  void a_quorum_is_a_fraction_up_to_one(String quorum) {
    refused(
        consortium.given(four()).when(new RecordConsortiumAgreement(C, DAY, rules(quorum, true))),
        "share-invalid",
        Map.of("field", "quorum", "value", quorum));
  }

  @Test
  void no_period_is_negative() {
    refused(
        consortium
            .given(four())
            .when(
                new RecordConsortiumAgreement(
                    C,
                    DAY,
                    new AgreementRules("2/3", "2/3", 45, 15, 10, -1, 45, 30, true, "DESCA"))),
        "days-negative",
        Map.of());
  }

  @Test
  void an_extraordinary_meeting_is_not_called_earlier_than_an_ordinary_one() {
    refused(
        consortium
            .given(four())
            .when(
                new RecordConsortiumAgreement(
                    C,
                    DAY,
                    new AgreementRules("2/3", "2/3", 15, 45, 10, 15, 45, 30, true, "DESCA"))),
        "extraordinary-above-ordinary",
        Map.of());
  }

  // ---- asking for a change

  @Test
  void a_partner_may_leave() {
    consortium
        .given(four())
        .when(exit("Kozani"))
        .expectEvents(
            new ConsortiumChangeRequested(
                C, "x", EXIT, "kein Personal", "kozani", "Kozani", null, null, true, true));
  }

  @Test
  void before_the_constitution_nothing_of_this_is_asked_for() {
    refused(
        consortium.given(proposed()).when(exit("Stadt Dortmund")),
        "consortium-not-constituted",
        Map.of());
  }

  @Test
  void the_coordinator_does_not_leave_without_a_successor() {
    refused(
        consortium.given(four()).when(exit("Stadt Dortmund")),
        "coordinator-needs-successor",
        Map.of("partner", "Stadt Dortmund"));
  }

  @Test
  void who_is_no_partner_does_not_leave() {
    refused(
        consortium.given(four()).when(exit("Lyon")), "partner-unknown", Map.of("partner", "Lyon"));
  }

  @Test
  void a_partner_twice_is_refused() {
    refused(
        consortium.given(four()).when(replace("Kozani", "AMIENS")),
        "partner-already-in-consortium",
        Map.of("partner", "Amiens"));
  }

  @Test
  void a_partner_does_not_replace_itself() {
    refused(
        consortium.given(four()).when(replace("Kozani", "Kozani")),
        "partner-already-in-consortium",
        Map.of("partner", "Kozani"));
  }

  @Test
  void a_second_change_about_a_partner_waits_for_the_first() {
    refused(
        consortium.given(four()).andGiven(asked("kozani", "Kozani", null)).when(exit("Kozani")),
        "change-already-open",
        Map.of("partner", "Kozani"));
  }

  @Test
  void a_change_has_a_reason() {
    refused(
        consortium
            .given(four())
            .when(
                new RequestConsortiumChange(
                    C, "x", EXIT, " ", "Kozani", null, null, null, null, null, true)),
        "reason-missing",
        Map.of());
  }

  @Test
  void an_amendment_says_what_applies() {
    refused(
        consortium
            .given(four())
            .when(
                new RequestConsortiumChange(
                    C, "x", AMENDMENT, "neu", null, null, null, null, null, "", true)),
        "amendment-missing",
        Map.of());
  }

  @Test
  void a_new_organisation_has_country_and_kind() {
    refused(
        consortium
            .given(four())
            .when(
                new RequestConsortiumChange(
                    C, "x", REPLACEMENT, "neu", "Kozani", "Lyon", null, null, null, null, true)),
        "successor-incomplete",
        Map.of());
  }

  @Test
  void where_the_agreement_says_so_no_resolution_is_needed() {
    consortium
        .given(four())
        .andGiven(new ConsortiumAgreementRecorded(C, DAY, rules("2/3", false)))
        .when(exit("Kozani"))
        .expectEvents(
            new ConsortiumChangeRequested(
                C, "x", EXIT, "kein Personal", "kozani", "Kozani", null, null, true, false));
  }

  // ---- carrying it out

  @Test
  void without_the_resolution_that_the_agreement_asks_for_nothing_changes() {
    refused(
        consortium
            .given(four())
            .andGiven(asked("kozani", "Kozani", null))
            .when(new CarryOutConsortiumChange(C, "x", DAY)),
        "change-not-adopted",
        Map.of());
  }

  @Test
  void an_adopted_exit_is_carried_out() {
    consortium
        .given(four())
        .andGiven(asked("kozani", "Kozani", null), adopted())
        .when(new CarryOutConsortiumChange(C, "x", DAY))
        .expectEvents(
            new PartnerLeft(C, "x", "kozani", "Kozani", "kein Personal", null, DAY),
            new ConsortiumChanged(C, "x", EXIT, null, DAY));
  }

  @Test
  void the_minimum_of_the_programme_holds_after_the_change_or_it_is_refused() {
    refused(
        consortium
            .given(four())
            .andGiven(
                new PartnerLeft(C, "w", "karlskrona", "Karlskrona", "…", null, DAY),
                asked("kozani", "Kozani", null),
                adopted())
            .when(new CarryOutConsortiumChange(C, "x", DAY)),
        "change-breaks-minimum",
        Map.of("finding", THREE));
  }

  @Test
  void a_replacement_keeps_the_number() {
    consortium
        .given(four())
        .andGiven(asked("kozani", "Kozani", lyon(BENEFICIARY)), adopted())
        .when(new CarryOutConsortiumChange(C, "x", DAY))
        .expectEvents(
            new PartnerLeft(C, "x", "kozani", "Kozani", "kein Personal", "Lyon", DAY),
            new PartnerJoined(
                C, "x", "lyon", "Lyon", "FR", MEMBER_STATE, BENEFICIARY, MUNICIPALITY, DAY),
            new ConsortiumChanged(C, "x", REPLACEMENT, null, DAY));
  }

  @Test
  void the_coordination_passes_to_a_partner() {
    consortium
        .given(four())
        .andGiven(
            asked(
                "stadt-dortmund",
                "Stadt Dortmund",
                new Successor("amiens", "Amiens", "FR", MEMBER_STATE, COORDINATOR, MUNICIPALITY)),
            adopted())
        .when(new CarryOutConsortiumChange(C, "x", DAY))
        .expectEvents(
            new PartnerLeft(
                C, "x", "stadt-dortmund", "Stadt Dortmund", "kein Personal", "Amiens", DAY),
            new CoordinationPassed(C, "x", "amiens", "Amiens", DAY),
            new ConsortiumChanged(C, "x", REPLACEMENT, null, DAY));
  }

  @Test
  void a_rejected_change_is_closed() {
    refused(
        consortium
            .given(four())
            .andGiven(
                asked("kozani", "Kozani", null),
                new ConsortiumChangeResolved(C, "x", "m", "rejected"))
            .when(new CarryOutConsortiumChange(C, "x", DAY)),
        "change-not-open",
        Map.of());
  }

  @Test
  void only_what_the_body_rejected_is_put_to_it_again() {
    consortium
        .given(four())
        .andGiven(
            asked("kozani", "Kozani", null), new ConsortiumChangeResolved(C, "x", "m", "rejected"))
        .when(new ResubmitConsortiumChange(C, "x", " neu "))
        .expectEvents(new ConsortiumChangeResubmitted(C, "x", "neu"));
    refused(
        consortium
            .given(four())
            .andGiven(asked("kozani", "Kozani", null))
            .when(new ResubmitConsortiumChange(C, "x", "neu")),
        "change-not-rejected",
        Map.of());
  }

  @Test
  void what_is_carried_out_is_not_carried_out_again() {
    refused(
        consortium
            .given(four())
            .andGiven(
                asked("kozani", "Kozani", null),
                adopted(),
                new ConsortiumChanged(C, "x", EXIT, null, DAY))
            .when(new CarryOutConsortiumChange(C, "x", DAY)),
        "change-not-open",
        Map.of());
  }

  private static AgreementRules rules(String quorum, boolean resolution) {
    return new AgreementRules(quorum, "2/3", 45, 15, 10, 15, 45, 30, resolution, "DESCA");
  }

  private static RequestConsortiumChange exit(String partner) {
    return new RequestConsortiumChange(
        C, "x", EXIT, "kein Personal", partner, null, null, null, null, null, true);
  }

  private static RequestConsortiumChange replace(String partner, String successor) {
    return new RequestConsortiumChange(
        C,
        "x",
        REPLACEMENT,
        "kein Personal",
        partner,
        successor,
        "FR",
        MUNICIPALITY,
        BENEFICIARY,
        null,
        true);
  }

  private static Successor lyon(PartnerRole role) {
    return new Successor("lyon", "Lyon", "FR", MEMBER_STATE, role, MUNICIPALITY);
  }

  private static ConsortiumChangeRequested asked(
      String id, String name, @Nullable Successor successor) {
    return new ConsortiumChangeRequested(
        C,
        "x",
        successor == null ? EXIT : REPLACEMENT,
        "kein Personal",
        id,
        name,
        successor,
        null,
        true,
        true);
  }

  private static ConsortiumChangeResolved adopted() {
    return new ConsortiumChangeResolved(C, "x", "m", "adopted");
  }

  /** Dortmund with Amiens, Kozani and Karlskrona, constituted. */
  private static List<Object> four() {
    var events = new ArrayList<Object>(List.of(proposed()));
    Map.of("Amiens", "FR", "Kozani", "GR", "Karlskrona", "SE")
        .forEach(
            (name, country) -> {
              var id = PartnerId.of(name);
              events.add(
                  new PartnerInvited(
                      C, id, name, country, MEMBER_STATE, BENEFICIARY, MUNICIPALITY));
              events.add(new PartnerAccepted(C, id, name));
            });
    events.add(new ConsortiumConstituted(C, "Leuchtturm", 4));
    return events;
  }
}
