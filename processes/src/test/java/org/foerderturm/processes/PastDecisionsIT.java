package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.foerderturm.TestBodies;
import org.foerderturm.TestOffice;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.kernel.PastRule.PastDecision;
import org.foerderturm.kernel.RuleChange;
import org.foerderturm.kernel.RuleChange.Added;
import org.foerderturm.rules.RuleCommand;
import org.foerderturm.rules.RuleCommand.ApproveRuleChange;
import org.foerderturm.rules.RuleCommand.ProposeRuleChange;
import org.foerderturm.rules.RuleQuery.FindPastDecisions;
import org.foerderturm.rules.RuleQuery.FindRuleTables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A data folder of an earlier version keeps what it decided, and tells what would come out
 * differently today. The events are those that versions of before wrote, in their own shape.
 */
class PastDecisionsIT {
  private static TestOffice office;

  @BeforeAll
  static void open() {
    office = TestOffice.fresh();
    TestBodies.found(
        office, "council", "Rat der Stadt", BodyKind.COUNCIL, List.of("m.eins", "m.zwei"));
    TestBodies.found(
        office, "steering", "Lenkungsgremium", BodyKind.STEERING, List.of("m.eins", "m.zwei"));
  }

  @AfterAll
  static void close() {
    office.close();
  }

  // ---- notices, dues and rates of a grant

  @Test
  void a_grant_of_the_land_was_open_to_an_objection() {
    granted("P-land", "erdf", "anbest-gk", "2026-10-30", "2027-12-31", "2028-12-31");
    assertThat(told("funding/P-land", "remedy"))
        .containsEntry("remedyThen", "objection")
        .containsEntry("remedyNow", "action")
        .containsEntry("untilThen", LocalDate.parse("2026-11-30"));
  }

  @Test
  void a_grant_of_the_federation_was_right_and_is_not_named() {
    granted(
        "P-bund", "federal-joint-project", "anbest-gk", "2026-10-30", "2027-12-31", "2028-12-31");
    assertThat(differing()).noneMatch(each -> each.page().equals("funding/P-bund"));
  }

  @Test
  void a_proof_of_use_fell_due_a_day_before_the_end_of_its_month() {
    granted("P-proof", "federal-joint-project", "nabf", "2026-10-30", "2027-06-30", "2027-12-30");
    assertThat(told("funding/P-proof", "proof-due"))
        .containsEntry("untilThen", LocalDate.parse("2027-12-30"))
        .containsEntry("untilNow", LocalDate.parse("2027-12-31"));
  }

  @Test
  void a_rate_hung_on_the_deadline_and_would_hang_on_the_grant() {
    granted("P-rate", "federal-joint-project", "nabf", "2031-10-30", "2033-06-30", "2033-12-31");
    asked(
        "P-rate",
        table(
            "aid-intensity-base",
            "{\"Art der Tätigkeit\":\"industrial\"}",
            "{\"base\":50,\"cap\":80}"),
        table(
            "aid-intensity-size",
            "{\"Art der Tätigkeit\":\"industrial\",\"Größe\":\"small\"}",
            "{\"sizeBonus\":20}"),
        table(
            "aid-intensity",
            "{\"Einreichungsfrist\":\"2026-09-30\",\"Art der Tätigkeit\":\"industrial\"}",
            "{\"percent\":70,\"source\":\"AGVO\"}"));
    assertThat(told("funding/P-rate", "aid-none"))
        .containsEntry("percentThen", 70L)
        .containsEntry("dayThen", LocalDate.parse("2026-09-30"))
        .containsEntry("dayNow", LocalDate.parse("2031-10-30"));
  }

  @Test
  void of_who_makes_profit_nobody_was_asked_so_nothing_is_claimed() {
    granted("P-eu", "horizon", "horizon", "2026-10-30", "2027-12-31", "2028-02-29");
    asked(
        "P-eu",
        table(
            "aid-intensity",
            "{\"Einreichungsfrist\":\"2026-09-30\",\"Art der Tätigkeit\":\"no-aid\"}",
            "{\"percent\":100,\"source\":\"keine Beihilfe\"}"));
    assertThat(differing())
        .filteredOn(each -> each.page().equals("funding/P-eu"))
        .extracting(PastDecision::rule)
        .doesNotContain("aid", "aid-none");
  }

  // ---- votes

  @Test
  void a_council_voted_without_a_meeting() {
    voted("P-council", "council", "2026-03-31T21:59:00Z", "2026-04-01T08:00:00Z", 2);
    assertThat(told("motions/P-council", "vote-outside")).containsEntry("body", "Gremium");
  }

  @Test
  void a_vote_was_counted_while_somebody_could_still_vote() {
    voted("P-early", "steering", "2026-03-31T21:59:00Z", "2026-03-10T08:00:00Z", 1);
    assertThat(told("motions/P-early", "vote-early"))
        .containsEntry("missing", 1L)
        .containsEntry("until", LocalDate.parse("2026-03-31"));
  }

  @Test
  void a_vote_of_all_or_at_its_end_is_not_named() {
    voted("P-all", "steering", "2026-03-31T21:59:00Z", "2026-03-10T08:00:00Z", 2);
    voted("P-end", "steering", "2026-03-31T21:59:00Z", "2026-04-01T08:00:00Z", 1);
    assertThat(differing())
        .noneMatch(each -> List.of("motions/P-all", "motions/P-end").contains(each.page()));
  }

  // ---- contributions

  @Test
  void a_default_was_declared_on_the_thirtieth_day() {
    defaulted("P-early-default", "2026-11-30");
    defaulted("P-right-default", "2026-12-01");
    assertThat(told("alliance/P-early-default", "default"))
        .containsEntry("last", LocalDate.parse("2026-11-30"))
        .containsEntry("year", 2026);
    assertThat(differing()).noneMatch(each -> each.page().equals("alliance/P-right-default"));
  }

  // ---- answers of tables

  @Test
  void an_answer_of_a_table_is_asked_again_once_its_rows_change() {
    asked(
        "P-table",
        table("report-writing", "{\"Stichtag\":\"2029-03-01\"}", "{\"workingDays\":10}"),
        table("no-such-table", "{\"x\":1}", "{\"y\":1}"),
        table("report-writing", "{\"Ein anderer Tag\":\"2029-03-01\"}", "{\"workingDays\":99}"));
    assertThat(differing()).noneMatch(PastDecisionsIT::isTable);
    changed("report-writing", "2029-01-01", Map.of("workingDays", "15"));
    assertThat(differing().stream().filter(PastDecisionsIT::isTable).map(PastDecision::told))
        .as("the same question only: another one claims nothing")
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.get("then").toString()).isEqualTo("[{workingDays=10}]");
              assertThat(told.get("now").toString()).isEqualTo("[{workingDays=15}]");
            });
  }

  // ---- helpers

  private static boolean isTable(PastDecision each) {
    return "report-writing".equals(each.told().get("table"));
  }

  private static List<PastDecision> differing() {
    var all = new ArrayList<PastDecision>();
    for (Long next = 0L; next != null; ) {
      var part = office.office().ask(new FindPastDecisions(next), TestOffice.LEAD);
      all.addAll(part.differing());
      next = part.next();
    }
    return all;
  }

  private static Map<String, Object> told(String page, String rule) {
    return await()
        .until(
            () ->
                differing().stream()
                    .filter(each -> each.page().equals(page) && each.rule().equals(rule))
                    .map(PastDecision::told)
                    .toList(),
            found -> found.size() == 1)
        .getFirst();
  }

  private static void granted(
      String id, String programme, String regime, String received, String until, String proofDue) {
    write(
        "FundingApplication",
        id,
        "ApplicationOpened",
        "2026-01-10T08:00:00Z",
        """
        {"applicationId":"%s","title":"Antrag %1$s","programme":"%s","regime":"%s","call":"Aufruf",
         "funder":"Fördergeber","deadline":"2026-09-30T17:00:00","decisiveArrival":"electronic",
         "reminderDays":[],"remindAt":[]}"""
            .formatted(id, programme, regime));
    write(
        "FundingApplication",
        id,
        "GrantNoticeReceived",
        "2026-11-01T08:00:00Z",
        """
        {"applicationId":"%s","reference":"B 1","receivedOn":"%s","grantedCents":100,"periodFrom":"2026-12-01",
         "periodUntil":"%s","appealUntil":"%s","interimProofs":[],"proofOfUseDue":"%s","source":"von damals",
         "deMinimisAids":[]}"""
            .formatted(id, received, until, LocalDate.parse(received).plusMonths(1), proofDue));
  }

  private static void voted(String id, String body, String until, String counted, int votes) {
    write(
        "Motion",
        id,
        "MotionSubmitted",
        "2026-03-01T08:00:00Z",
        """
        {"motionId":"%s","bodyId":"%s","bodyName":"Gremium","title":"Antrag %1$s","proposal":"Ja?",
         "caseKey":"%1$s","members":["m.eins","m.zwei"],"statutoryMembers":2,
         "rules":{"quorum":{"numerator":1,"denominator":2,"atLeast":true},
         "majority":{"numerator":1,"denominator":2,"atLeast":false},"source":"von damals"},"voteUntil":"%s"}"""
            .formatted(id, body, until));
    for (var member : List.of("m.eins", "m.zwei").subList(0, votes))
      write(
          "Motion",
          id,
          "VoteCast",
          "2026-03-02T08:00:00Z",
          "{\"motionId\":\"%s\",\"member\":\"%s\",\"vote\":\"YES\"}".formatted(id, member));
    write(
        "Motion",
        id,
        "MotionDecided",
        counted,
        """
        {"motionId":"%s","bodyId":"%s","caseKey":"%1$s","result":"adopted","yes":%d,"no":0,"abstentions":0,
         "present":%3$d,"statutoryMembers":2,"quorate":true,"basis":"von damals"}"""
            .formatted(id, body, votes));
  }

  /** Due on Friday 30.10.2026: the thirtieth day is a Sunday. */
  private static void defaulted(String id, String declared) {
    write(
        "Contribution",
        id,
        "ContributionCharged",
        "2026-09-01T08:00:00Z",
        """
        {"contributionId":"%s","memberId":"%1$s","memberName":"Mitglied %1$s","year":2026,"terms":{"year":2026,
         "assessedClass":"small","appliedClass":"small","feeCents":75000,"startUp":false,"months":12,
         "creditCents":0,"amountCents":75000,"basis":[]},"amountCents":75000}"""
            .formatted(id));
    write(
        "Contribution",
        id,
        "ContributionInvoiced",
        "2026-09-30T08:00:00Z",
        """
        {"contributionId":"%s","number":"%1$s","invoicedOn":"2026-09-30","dueOn":"2026-10-30","amountCents":75000}"""
            .formatted(id));
    write(
        "Contribution",
        id,
        "ContributionDefaulted",
        declared + "T08:00:00Z",
        "{\"contributionId\":\"%s\",\"declaredOn\":\"%s\",\"openCents\":75000}"
            .formatted(id, declared));
  }

  private static String table(String key, String inputs, String output) {
    return """
        {"key":"%s","version":1,"name":"%1$s","inputs":%s,"rules":["r"],"outputs":[%s]}"""
        .formatted(key, inputs, output);
  }

  private static void asked(String key, String... tables) {
    write(
        "case",
        "case-" + key,
        "CaseAdvanced",
        "2026-05-05T08:00:00Z",
        """
        {"caseId":"case-%s","caseKey":"%1$s","title":"Vorgang %1$s","model":{"key":"m","version":1,
         "definitionId":"m:1:1","name":"M"},"trigger":{"kind":"start"},"started":true,"decisions":[%s]}"""
            .formatted(key, String.join(",", tables)));
  }

  /** As a version of before wrote it: the log only grows, so it stands behind what is there. */
  private static void write(String kind, String stream, String type, String at, String payload) {
    office
        .db()
        .sql(
            """
            insert into event_log (event_id, stream_type, stream_id, sequence, event_type, revision, recorded_at,
              actor, roles, correlation_id, case_id, payload)
            values (?, ?, ?, (select coalesce(max(sequence), -1) + 1 from event_log where stream_id = ?), ?, 1, ?,
              'paul.manager', 'project-manager', ?, ?, ?::json)""")
        .params(
            UUID.randomUUID(),
            kind,
            stream,
            stream,
            type,
            OffsetDateTime.parse(at),
            UUID.randomUUID(),
            kind.equals("case") ? stream : null,
            payload)
        .update();
  }

  private static void changed(String table, String from, Map<String, String> answers) {
    var now =
        office.office().ask(new FindRuleTables(), TestOffice.LEAD).stream()
            .filter(each -> each.id().equals(table))
            .findFirst()
            .orElseThrow();
    var last = now.rows().getLast();
    var cells = new HashMap<String, String>();
    for (var column : now.columns())
      if (!column.equals(now.period()))
        cells.put(column.id(), last.cells().getOrDefault(column.id(), ""));
    answers.forEach(
        (name, value) ->
            now.columns().stream()
                .filter(column -> column.name().equals(name))
                .forEach(column -> cells.put(column.id(), value)));
    var change =
        new RuleChange(
            now.file(),
            table,
            last.id(),
            LocalDate.parse(from).minusDays(1),
            new Added("neu", "Hausregel", LocalDate.parse(from), null, cells));
    var id = "change-" + table;
    office.send(
        new ProposeRuleChange(RuleCommand.idOf(now.file()), id, change, "Weil", "Hausregel", null),
        TestOffice.ADMIN);
    office.send(new ApproveRuleChange(RuleCommand.idOf(now.file()), id), TestOffice.LEAD);
  }
}
