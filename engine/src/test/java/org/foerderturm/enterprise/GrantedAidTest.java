package org.foerderturm.enterprise;

import static org.foerderturm.enterprise.EnterpriseRegister.ID;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.foerderturm.alliance.ShippedTables;
import org.foerderturm.enterprise.EnterpriseCommand.*;
import org.foerderturm.enterprise.EnterpriseEvent.*;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Rejected;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;

/** De-minimis aid of a grant: checked when it is asked for, entered when the notice is there. */
class GrantedAidTest {
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final LocalDateTime SENT = LocalDateTime.parse("2026-03-02T16:30");

  private final AggregateTestFixture<EnterpriseRegister> register =
      new AggregateTestFixture<>(EnterpriseRegister.class);

  GrantedAidTest() {
    register.registerInjectableResource(new ShippedTables("funding-application"));
  }

  // ---- asked for

  @Test
  void regulation_2023_2831_art_2_what_two_partners_of_one_undertaking_ask_for_counts_together() {
    given(entered("a"), entered("b"), linked())
        .when(submission(aid("a", 200_000_00), aid("b", 100_000_00)))
        .expectEvents(
            fits("a", 200_000_00, "a GmbH (+ b GmbH)"), fits("b", 100_000_00, "b GmbH (+ a GmbH)"));
    refused(
        submission(aid("a", 200_000_00), aid("b", 100_000_01)),
        "de-minimis-ceiling",
        Map.of(
            "undertaking", "a GmbH (+ b GmbH)",
            "lastDay", "2026-03-02",
            "sumCents", 0L,
            "askedCents", 300_000_01L,
            "ceilingCents", 300_000_00L,
            "excessCents", 1L),
        entered("a"),
        entered("b"),
        linked());
  }

  @Test
  void partners_that_are_not_linked_have_a_ceiling_each() {
    given(entered("a"), entered("b"))
        .when(submission(aid("a", 300_000_00), aid("b", 300_000_00)))
        .expectEvents(fits("a", 300_000_00, "a GmbH"), fits("b", 300_000_00, "b GmbH"));
  }

  @Test
  void what_was_granted_since_the_budget_was_drawn_up_is_seen_on_the_day_of_submission() {
    refused(
        submission(aid("a", 100_000_01)),
        "de-minimis-ceiling",
        Map.of(
            "undertaking", "a GmbH",
            "lastDay", "2026-03-02",
            "sumCents", 200_000_00L,
            "askedCents", 100_000_01L,
            "ceilingCents", 300_000_00L,
            "excessCents", 1L),
        entered("a"),
        fits("a", 100_000_01, "a GmbH"),
        byHand("2026-01-15", 200_000_00));
  }

  @Test
  void without_de_minimis_aid_there_is_nothing_to_check_or_enter() {
    given().when(submission()).expectNoEvents().expectSuccessfulHandlerExecution();
    given().when(notice()).expectNoEvents().expectSuccessfulHandlerExecution();
  }

  // ---- granted

  @Test
  void regulation_2023_2831_art_3_3_an_aid_is_entered_on_the_day_of_the_notice_with_its_basis() {
    given(entered("a"), entered("b"), byHand("2024-01-15", 100_000_00))
        .when(notice(aid("a", 50_000_00), aid("b", 0)))
        .expectEvents(entry("a", 50_000_00, 150_000_00));
  }

  @Test
  void it_is_entered_once() {
    given(entered("a"), entry("a", 50_000_00, 50_000_00))
        .when(notice(aid("a", 50_000_00)))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
    refused(
        notice(aid("a", 50_000_01)),
        "aid-already-recorded",
        Map.of(),
        entered("a"),
        entry("a", 50_000_00, 50_000_00));
  }

  @Test
  void beyond_the_ceiling_it_is_entered_as_well_and_says_so() {
    given(entered("a"), byHand("2026-01-15", 300_000_00))
        .when(notice(aid("a", 1)))
        .expectEvents(entry("a", 1, 300_000_01));
  }

  @Test
  void who_is_called_otherwise_since_the_check_is_found() {
    given(
            entered("a"),
            fits("a", 50_000_00, "a GmbH"),
            new EnterpriseDescribed(ID, "a", "Neu AG", new BigDecimal("0.00"), false))
        .when(notice(aid("a", 50_000_00)))
        .expectEvents(
            new DeMinimisAidRecorded(
                ID,
                "f#a gmbh",
                "a",
                "Neu AG",
                50_000_00,
                DAY,
                "Land",
                "13N1",
                50_000_00,
                300_000_00,
                "f",
                "a gmbh"));
  }

  @Test
  void what_cannot_be_is_refused_whole() {
    refused(
        notice(aid("a", 1), aid("b", 1)),
        "enterprise-unknown",
        Map.of("name", "b GmbH"),
        entered("a"));
    refused(notice(aid("a", -1)), "amount-not-positive", Map.of(), entered("a"));
  }

  // ---- changed

  @Test
  void a_grant_that_changed_corrects_its_entry_with_the_reason() {
    given(entered("a"), byHand("2026-01-15", 100_000_00), entry("a", 50_000_00, 150_000_00))
        .when(changed(aid("a", 80_000_00)))
        .expectEvents(corrected(50_000_00, 80_000_00, 180_000_00));
    given(
            entered("a"),
            entry("a", 50_000_00, 50_000_00),
            corrected(50_000_00, 300_000_00, 300_000_00))
        .when(new RecordDeMinimisAid("x", "a", 1, DAY, "Land", "Bescheid"))
        .expectEvents(
            new DeMinimisAidRecorded(
                ID, "x", "a", "a GmbH", 1, DAY, "Land", "Bescheid", 300_000_01, 300_000_00));
  }

  @Test
  void a_grant_that_was_revoked_takes_its_entry_out() {
    given(
            entered("a"),
            entry("a", 50_000_00, 50_000_00),
            corrected(50_000_00, 80_000_00, 80_000_00))
        .when(changed(aid("a", 0)))
        .expectEvents(cancelled(80_000_00));
  }

  @Test
  void what_stands_was_never_entered_or_was_cancelled_by_hand_is_left_alone() {
    given(entered("a"), entry("a", 50_000_00, 50_000_00))
        .when(changed(aid("a", 50_000_00), aid("b", 70_000_00)))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
    given(entered("a"), entry("a", 50_000_00, 50_000_00), cancelled(50_000_00))
        .when(changed(aid("a", 10_000_00)))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void a_correction_has_a_reason_and_no_negative_amount() {
    refused(
        new CorrectGrantedAids("f", List.of(aid("a", 1)), " "),
        "reason-missing",
        Map.of(),
        entered("a"),
        entry("a", 2, 2));
    refused(changed(aid("a", -1)), "amount-not-positive", Map.of(), entered("a"), entry("a", 2, 2));
  }

  // ---- helpers

  private static PartnerAid aid(String id, long cents) {
    return new PartnerAid(id + " GmbH", cents);
  }

  private static CheckDeMinimisAids submission(PartnerAid... aids) {
    return new CheckDeMinimisAids("f", List.of(aids), SENT);
  }

  private static RecordGrantedAids notice(PartnerAid... aids) {
    return new RecordGrantedAids("f", List.of(aids), DAY, "Land", "13N1");
  }

  private static CorrectGrantedAids changed(PartnerAid... aids) {
    return new CorrectGrantedAids("f", List.of(aids), "WB 1");
  }

  private static EnterpriseEntered entered(String id) {
    return new EnterpriseEntered(ID, id, id + " GmbH", new BigDecimal("0.00"), false);
  }

  private static EnterprisesLinked linked() {
    return new EnterprisesLinked(
        ID, "a", "a GmbH", "b", "b GmbH", new BigDecimal("60.00"), false, Relation.LINKED, "");
  }

  private static DeMinimisChecked fits(String id, long cents, String undertaking) {
    return new DeMinimisChecked(
        ID,
        "f",
        id + " gmbh",
        id + " GmbH",
        id,
        undertaking,
        cents,
        DAY,
        0,
        300_000_00,
        "VO (EU) 2023/2831 Art. 3 Abs. 2",
        1);
  }

  private static DeMinimisAidRecorded byHand(String on, long cents) {
    return new DeMinimisAidRecorded(
        ID, "h", "a", "a GmbH", cents, LocalDate.parse(on), "Land", "Bescheid", cents, 300_000_00);
  }

  private static DeMinimisAidRecorded entry(String id, long cents, long sum) {
    return new DeMinimisAidRecorded(
        ID,
        "f#" + id + " gmbh",
        id,
        id + " GmbH",
        cents,
        DAY,
        "Land",
        "13N1",
        sum,
        300_000_00,
        "f",
        id + " gmbh");
  }

  private static DeMinimisAidCorrected corrected(long former, long cents, long sum) {
    return new DeMinimisAidCorrected(
        ID,
        "f#a gmbh",
        "a",
        "a GmbH",
        former,
        cents,
        DAY,
        "WB 1",
        sum,
        300_000_00,
        "f",
        "a gmbh",
        null,
        null);
  }

  private static DeMinimisAidCancelled cancelled(long cents) {
    return new DeMinimisAidCancelled(
        ID, "f#a gmbh", "a", "a GmbH", cents, DAY, "WB 1", "f", "a gmbh");
  }

  private TestExecutor<EnterpriseRegister> given(Object... events) {
    var executor = events.length == 0 ? register.givenNoPriorActivity() : register.given(events);
    return executor.andGivenCurrentTime(Instant.parse("2026-06-01T10:00:00Z"));
  }

  private void refused(Command command, String code, Map<String, ?> args, Object... given) {
    ResultValidator<EnterpriseRegister> result = given(given).when(command).expectNoEvents();
    result.expectException(
        new CustomTypeSafeMatcher<Rejected>(code + " " + args) {
          @Override
          protected boolean matchesSafely(Rejected no) {
            return no.code().equals(code) && no.args().equals(args);
          }
        });
  }
}
