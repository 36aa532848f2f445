package org.foerderturm.funding;

import static org.foerderturm.funding.CostRow.GOODS;
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
import org.foerderturm.funding.FundingCommand.*;
import org.foerderturm.funding.FundingEvent.*;
import org.foerderturm.funding.GrantCommand.*;
import org.foerderturm.funding.GrantEvent.*;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How much of a grant is de-minimis aid of whom, from the budget to the revocation. */
class DeMinimisGrantTest {
  private static final String A = "a-1";
  private static final LocalDateTime DEADLINE = LocalDateTime.parse("2026-05-05T17:00");
  private static final LocalDateTime SENT = DEADLINE.minusHours(1);
  private static final LocalDate NOTICE = LocalDate.parse("2026-09-01");
  private static final LocalDate APPEAL = LocalDate.parse("2026-10-01");
  private static final LocalDate UNTIL = LocalDate.parse("2028-09-30");
  private static final LocalDate LATER = LocalDate.parse("2027-02-01");
  private static final DeMinimisAid WERK = aid("Werk", 60_00);
  private static final DeMinimisAid HOF = aid("Hof", 40_00);

  private final AggregateTestFixture<FundingApplication> application =
      FundingApplicationTest.fixture();

  // ---- asked for

  @Test
  void a_budget_says_whether_its_grant_would_be_de_minimis_aid() {
    application
        .given(
            opened(),
            new FundingResolved(A, ResolutionSubject.APPLICATION, "m-1", "adopted"),
            new OutlineWritten(A, "Ziel", "Plan", "Nutzen"))
        .when(new BudgetPartner(A, "Werk", false, null, lines(60_00), true))
        .expectEvents(budgeted("Werk", 60_00, true));
  }

  @Test
  void a_submission_says_who_asks_for_how_much_de_minimis_aid() {
    var events = new ArrayList<>(prepared());
    for (var name : List.of("Stadt", "Werk", "Hof"))
      events.add(
          new BudgetSignedOff(A, name.toLowerCase(java.util.Locale.ROOT), name, "Frau Beispiel"));
    events.add(new CoverChecked(A, false, 0, "Test"));
    application
        .given(events)
        .andGivenCurrentTime(Instant.parse("2026-05-05T14:30:00Z"))
        .when(new SubmitApplication(A, SENT))
        .expectEvents(
            new ApplicationSubmitted(
                A,
                "Westerfilde",
                SENT,
                DEADLINE,
                200_00,
                200_00,
                List.of(WERK, HOF),
                List.of(
                    new PartnerGrant("Stadt", 100_00, null),
                    new PartnerGrant("Werk", 60_00, null),
                    new PartnerGrant("Hof", 40_00, null))));
  }

  // ---- granted

  @Test
  void a_grant_in_full_gives_what_was_asked_for() {
    evaluated().when(notice(200_00, null)).expectEvents(noticed(200_00, WERK, HOF));
    evaluated().when(notice(200_00, List.of())).expectEvents(noticed(200_00, WERK, HOF));
  }

  @Test
  void a_grant_that_was_cut_names_the_aid_of_each() {
    refused(
        evaluated().when(notice(150_00, null)),
        "de-minimis-share-missing",
        Map.of("partners", "Werk, Hof"));
    refused(
        evaluated().when(notice(150_00, List.of(aid("werk ", 50_00)))),
        "de-minimis-share-missing",
        Map.of("partners", "Hof"));
    evaluated()
        .when(notice(150_00, List.of(aid("werk ", 50_00), aid("Hof", 0))))
        .expectEvents(noticed(150_00, aid("Werk", 50_00), aid("Hof", 0)));
  }

  @Test
  void an_only_partner_gets_the_whole_grant() {
    application
        .given(submitted(List.of(opened(), budgeted("Werk", 60_00, true))))
        .when(notice(45_00, null))
        .expectEvents(noticed(45_00, aid("Werk", 45_00)));
  }

  @Test
  void aids_that_cannot_be_are_refused() {
    refused(
        evaluated().when(notice(200_00, List.of(aid("Stadt", 1)))),
        "partner-without-de-minimis",
        Map.of("partner", "Stadt"));
    refused(
        evaluated().when(notice(200_00, List.of(aid("Amiens", 1)))),
        "applicant-unknown",
        Map.of("partner", "Amiens"));
    refused(
        evaluated().when(notice(200_00, List.of(aid(" ", 1)))),
        "de-minimis-partner-missing",
        Map.of());
    refused(
        evaluated().when(notice(200_00, List.of(WERK, aid("WERK", 1)))),
        "applicant-twice",
        Map.of("partner", "Werk"));
    for (long cents : List.of(-1L, 60_01L))
      refused(
          evaluated().when(notice(200_00, List.of(aid("Werk", cents), HOF))),
          "de-minimis-share-impossible",
          Map.of("partner", "Werk", "mostCents", 60_00L));
    refused(
        evaluated().when(notice(99_99, List.of(WERK, HOF))),
        "de-minimis-shares-above-grant",
        Map.of("grantedCents", 99_99L));
  }

  // ---- changed

  @Test
  void an_objection_that_was_remedied_changes_the_aids_and_one_that_was_not_leaves_them() {
    var filed =
        new ObjectionFiled(A, NOTICE, "zu wenig", List.of(aid("Werk", 50_00), aid("Hof", 0)));
    granted(150_00, aid("Werk", 50_00), aid("Hof", 0))
        .when(new FileObjection(A, NOTICE, "zu wenig"))
        .expectEvents(filed);
    objected(filed)
        .when(new DecideObjection(A, ObjectionResult.REMEDIED, LATER, "W 1", 200_00L, null))
        .expectEvents(decided(ObjectionResult.REMEDIED, 200_00, WERK, HOF));
    objected(filed)
        .when(
            new DecideObjection(
                A, ObjectionResult.REMEDIED, LATER, "W 1", 160_00L, List.of(WERK, aid("Hof", 0))))
        .expectEvents(decided(ObjectionResult.REMEDIED, 160_00, WERK, aid("Hof", 0)));
    objected(filed)
        .when(
            new DecideObjection(
                A, ObjectionResult.REFUSED, LATER, "W 1", 200_00L, List.of(WERK, HOF)))
        .expectEvents(decided(ObjectionResult.REFUSED, 150_00, aid("Werk", 50_00), aid("Hof", 0)));
    refused(
        objected(filed)
            .when(new DecideObjection(A, ObjectionResult.REMEDIED, LATER, null, 160_00L, null)),
        "de-minimis-share-missing",
        Map.of("partners", "Werk, Hof"));
  }

  @Test
  void a_grant_that_was_revoked_whole_leaves_nothing_and_one_in_part_what_is_named() {
    granted(200_00, WERK, HOF)
        .when(new RevokeGrant(A, "WB 1", LATER, 200_00, LATER, "verfehlt"))
        .expectEvents(revoked(200_00, 0, aid("Werk", 0), aid("Hof", 0)));
    granted(200_00, WERK, HOF)
        .when(
            new RevokeGrant(
                A, "WB 1", LATER, 40_00, LATER, "verfehlt", List.of(WERK, aid("Hof", 0))))
        .expectEvents(revoked(40_00, 160_00, WERK, aid("Hof", 0)));
    refused(
        granted(200_00, WERK, HOF).when(new RevokeGrant(A, "WB 1", LATER, 40_00, LATER, "x")),
        "de-minimis-share-missing",
        Map.of("partners", "Werk, Hof"));
  }

  // ---- helpers

  private static DeMinimisAid aid(String partner, long cents) {
    return new DeMinimisAid(partner, cents);
  }

  private static ApplicationOpened opened() {
    return new ApplicationOpened(
        A,
        "Westerfilde",
        null,
        Programme.FEDERAL_JOINT_PROJECT,
        Regime.ANBEST_GK,
        "Aufruf 1",
        "BMFTR",
        DEADLINE,
        Arrival.ELECTRONIC,
        List.of(),
        List.of());
  }

  private static List<BudgetLine> lines(long cents) {
    return List.of(new BudgetLine(GOODS, cents, cents, 0, 0));
  }

  private static PartnerBudgeted budgeted(String name, long cents, boolean deMinimis) {
    return new PartnerBudgeted(
        A,
        name.toLowerCase(java.util.Locale.ROOT),
        name,
        false,
        null,
        lines(cents),
        cents,
        cents,
        0,
        0,
        deMinimis);
  }

  private static List<Object> prepared() {
    return List.of(
        opened(),
        budgeted("Stadt", 100_00, false),
        budgeted("Werk", 60_00, true),
        budgeted("Hof", 40_00, true));
  }

  private static List<Object> submitted(List<Object> prepared) {
    var events = new ArrayList<>(prepared);
    events.add(new ApplicationSubmitted(A, "Westerfilde", SENT, DEADLINE, 0, 0));
    events.add(new ApplicationArrived(A, Arrival.ELECTRONIC, SENT, null, true, true));
    events.add(new ApplicationEvaluated(A, null, null, null, null, true, null));
    return events;
  }

  private TestExecutor<FundingApplication> evaluated() {
    return application.given(submitted(prepared()));
  }

  private static RecordGrantNotice notice(long cents, @Nullable List<DeMinimisAid> aids) {
    return new RecordGrantNotice(A, "13N1", NOTICE, cents, NOTICE, UNTIL, null, null, aids);
  }

  private static GrantNoticeReceived noticed(long cents, DeMinimisAid... aids) {
    return new GrantNoticeReceived(
        A,
        "13N1",
        NOTICE,
        cents,
        NOTICE,
        UNTIL,
        APPEAL,
        List.of(),
        UNTIL.plusYears(1),
        "ANBest-Gk: Verwendungsnachweis 1 Jahr; Ansätze nach Bescheid (zu prüfen)",
        null,
        List.of(aids));
  }

  private TestExecutor<FundingApplication> granted(long cents, DeMinimisAid... aids) {
    var events = submitted(prepared());
    events.add(noticed(cents, aids));
    return application.given(events);
  }

  private TestExecutor<FundingApplication> objected(ObjectionFiled filed) {
    var events = submitted(prepared());
    events.add(noticed(150_00, aid("Werk", 50_00), aid("Hof", 0)));
    events.add(filed);
    return application.given(events);
  }

  private static ObjectionDecided decided(
      ObjectionResult result, long cents, DeMinimisAid... aids) {
    return new ObjectionDecided(
        A, result, LATER, "W 1", cents, LocalDate.parse("2027-03-01"), List.of(aids));
  }

  private static GrantRevoked revoked(long cents, long left, DeMinimisAid... aids) {
    return new GrantRevoked(
        A, "WB 1", LATER, cents, left, 0, LATER, "verfehlt", left == 0, List.of(aids));
  }
}
