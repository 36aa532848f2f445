package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.foerderturm.TestBodies;
import org.foerderturm.TestOffice;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.funding.FundingQuery.FindApplication;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Role;
import org.foerderturm.kernel.RuleChange;
import org.foerderturm.kernel.RuleChange.Added;
import org.foerderturm.kernel.RuleTable;
import org.foerderturm.kernel.RuleTable.Row;
import org.foerderturm.process.ModelQuery.FindModels;
import org.foerderturm.process.ProcessCommand.DeployModels;
import org.foerderturm.rules.RuleCommand;
import org.foerderturm.rules.RuleCommand.ApproveRuleChange;
import org.foerderturm.rules.RuleCommand.ProposeRuleChange;
import org.foerderturm.rules.RuleCommand.RefuseRuleChange;
import org.foerderturm.rules.RuleCommand.WithdrawRuleChange;
import org.foerderturm.rules.RuleQuery.FindKeptRules;
import org.foerderturm.rules.RuleQuery.FindRuleChanges;
import org.foerderturm.rules.RuleQuery.FindRuleTables;
import org.foerderturm.rules.RuleQuery.KeptRules;
import org.foerderturm.rules.RuleQuery.RuleChangeRow;
import org.foerderturm.view.ProjectionQuery.RebuildProjection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules change in the running office: one proposes, another approves, every case asks the row. */
class RuleSheetIT {
  private static final Path MODELS = Path.of("src/main/resources/processes");
  private static final Actor ADMIN = TestOffice.ADMIN;
  private static final Actor OTHER = Actor.of("otto.admin", Role.ADMINISTRATOR);
  private static final Actor LEAD = TestOffice.LEAD;
  private static final Actor MANAGER = TestOffice.MANAGER;
  private static final Actor MODELER = Actor.of("mona.modell", Role.MODELER);
  private static final Actor PRODUCT = new Actor("foerderturm", null, Set.of(Role.MODELER));
  private static final String AID = "aid-intensity";

  private static TestOffice office;

  @BeforeAll
  static void open() {
    office = TestOffice.fresh();
    TestBodies.found(
        office, "steering", "Lenkungsgremium", BodyKind.STEERING, List.of("m.eins", "m.zwei"));
  }

  @AfterAll
  static void close() {
    office.close();
  }

  // ---- what is shipped

  @Test
  void every_shipped_row_has_days_and_a_source() {
    var undated = new TreeSet<String>();
    var unsourced = new TreeSet<String>();
    for (var table : tables()) {
      if (table.period() == null) undated.add(table.id());
      for (var row : table.rows())
        if (row.source().isBlank()) unsourced.add(table.id() + ": " + row.note());
    }
    assertThat(tables()).hasSizeGreaterThan(24);
    assertThat(undated).as("tables whose rows hold no one knows when").isEmpty();
    assertThat(unsourced).as("rows of which nobody knows where they stand").isEmpty();
  }

  @Test
  void every_step_of_a_model_asks_the_newest_version_of_its_table() throws IOException {
    try (var files = Files.walk(MODELS)) {
      var bound = new TreeSet<String>();
      for (var file : files.filter(each -> each.toString().endsWith(".bpmn")).toList())
        if (Files.readString(file).contains("decisionRefBinding=\"deployment\""))
          bound.add(file.getFileName().toString());
      assertThat(bound).as("ask the table of the case's first day").isEmpty();
    }
  }

  // ---- a successor row

  @Test
  void the_successor_of_the_gber_is_entered_in_the_running_office() {
    assertThat(percent("2031-08-01")).isZero();
    var last = row(AID, row -> LocalDate.parse("2027-06-30").equals(row.until()));
    var change =
        successor(AID, last, "2031-07-01", null, Map.of("percent", "45"), "Nachfolge-AGVO");
    var id = proposed(change);
    assertThat(percent("2031-08-01")).as("nothing holds before it is approved").isZero();
    refused(() -> approve(change, id, ADMIN), "rule-same-person");
    int before = table(AID).version();
    approve(change, id, LEAD);
    assertThat(table(AID).version()).isEqualTo(before + 1);
    assertThat(percent("2031-08-01")).isEqualTo(45);
    assertThat(percent("2026-06-01")).as("what held before holds").isEqualTo(50);
    assertThat(office.office().ask(new FindModels(), ADMIN))
        .filteredOn(model -> model.key().equals(AID) && model.kind().equals("dmn"))
        .first()
        .satisfies(model -> assertThat(model.deployedBy()).isEqualTo(LEAD.userId()));
    refused(() -> approve(change, id, OTHER), "rule-already-decided");
    assertThat(changes(id))
        .satisfies(
            row -> {
              assertThat(row.state()).isEqualTo("approved");
              assertThat(row.decidedBy()).isEqualTo(LEAD.userId());
              assertThat(row.madeVersion()).isEqualTo(before + 1);
            });
  }

  @Test
  void a_running_case_asks_a_row_that_was_approved_after_its_start() throws IOException {
    // as older versions of the product bound it: to the table of the case's first day
    var models = folder("funding-application");
    models.replaceAll((name, text) -> text.replace("Binding=\"latest\"", "Binding=\"deployment\""));
    models.remove("aid-intensity.dmn");
    office.send(new DeployModels("bound", models), MODELER);
    var before = "S" + UUID.randomUUID();
    var after = "S" + UUID.randomUUID();
    var first = started(before);
    var second = started(after);
    rate(first);
    assertThat(advice(first)).isEqualTo("go");
    var old = row("go-no-go", row -> row.cells().containsValue(">= 24"));
    var change =
        successor(
            "go-no-go",
            old,
            LocalDate.now().toString(),
            null,
            Map.of("advice", "\"weigh\""),
            "Beschluss vom 01.12.2026");
    approve(change, proposed(change), LEAD);
    rate(second);
    assertThat(advice(second)).as("the case that began before").isEqualTo("weigh");
    assertThat(advice(first)).as("what was decided stays").isEqualTo("go");
    rebuilt("cases", "view_case");
    rebuilt("rules", "view_rule_change");
    assertThat(advice(first)).isEqualTo("go");
    assertThat(advice(second)).isEqualTo("weigh");
    assertThat(office.office().ask(new FindApplication(before), MANAGER)).isNotNull();
  }

  @Test
  void a_row_ends_on_its_last_day() {
    var row = row("line-tolerance", each -> true);
    var change =
        new RuleChange("line-tolerance", "line-tolerance", row.id(), day("2033-12-31"), null);
    approve(change, proposed(change), OTHER);
    assertThat(decide("line-tolerance", Map.of("day", "2033-12-31")).number("percent"))
        .isEqualTo(20);
    refused(() -> decide("line-tolerance", Map.of("day", "2034-01-01")), "no-rule-applies");
    var again =
        new RuleChange("line-tolerance", "line-tolerance", row.id(), day("2034-12-31"), null);
    refused(() -> propose(again), "rule-ends-already");
  }

  @Test
  void a_country_follows_and_a_limit_in_cents_and_a_fee_by_years() {
    var associated = row("country-status", row -> row.cells().containsValue("\"associated\""));
    var countries = cell("country-status", associated, "country") + ", \"JP\"";
    var joined =
        successor(
            "country-status",
            associated,
            "2032-01-01",
            null,
            Map.of("country", countries),
            "Assoziierung; Quelle: Beschluss");
    approve(joined, proposed(joined), LEAD);
    assertThat(status("2032-01-01")).isEqualTo("associated");
    assertThat(status("2031-12-31")).isEqualTo("third-country");

    var fee = row("contribution-fee", row -> row.cells().containsValue("\"micro\""));
    var higher =
        successor("contribution-fee", fee, "2032-01-01", null, Map.of("feeCents", "60000"), "Rat");
    approve(higher, proposed(higher), LEAD);
    assertThat(fee(2031)).isEqualTo(50000);
    assertThat(fee(2032)).isEqualTo(60000);
    var half =
        successor(
            "contribution-fee",
            row("contribution-fee", r -> r.cells().containsValue("\"small\"")),
            "2032-07-01",
            null,
            Map.of(),
            "Rat");
    refused(() -> propose(half), "rule-not-whole-year");
  }

  @Test
  void vat_stands_on_every_fee_from_2027_on_by_a_row_that_the_office_may_change() {
    var row = first("contribution-vat");
    assertThat(row.from()).isEqualTo(day("2027-01-01"));
    var taxed =
        successor(
            "contribution-vat",
            row,
            "2028-01-01",
            null,
            Map.of("vatCategory", "\"standard\"", "vatPercent", "19"),
            "Regelsatz");
    approve(taxed, proposed(taxed), LEAD);
    assertThat(decide("contribution-vat", Map.of("year", 2027)).number("vatPercent")).isZero();
    assertThat(decide("contribution-vat", Map.of("year", 2028)).number("vatPercent")).isEqualTo(19);
  }

  // ---- what is refused

  @Test
  void only_an_administrator_proposes_and_a_reason_and_a_source_are_needed() {
    var change =
        successor("sme-relation", first("sme-relation"), "2035-01-01", null, Map.of(), "EU");
    var id = RuleCommand.idOf("sme-relation");
    refused(
        () -> office.send(new ProposeRuleChange(id, key(), change, "neu", "EU", null), LEAD),
        "not-allowed");
    refused(
        () -> office.send(new ProposeRuleChange(id, key(), change, " ", "EU", null), ADMIN),
        "reason-missing");
    refused(
        () -> office.send(new ProposeRuleChange(id, key(), change, "neu", "", null), ADMIN),
        "source-missing");
    refused(
        () ->
            office.send(
                new ProposeRuleChange(id, key(), change, "x".repeat(2001), "EU", null), ADMIN),
        "rule-text-too-long");
    refused(
        () ->
            office.send(
                new ProposeRuleChange(RuleCommand.idOf("other"), key(), change, "neu", "EU", null),
                ADMIN),
        "rule-table-unknown");
  }

  @Test
  void rows_that_overlap_or_leave_a_gap_or_say_nothing_new_are_refused() {
    var last = row(AID, row -> day("2027-06-30").equals(row.until()));
    refused(
        () -> propose(added(AID, last, "2027-06-30", null, Map.of(), "neu", null)), "rule-overlap");
    refused(
        () -> propose(added(AID, last, "2029-01-01", "2028-01-01", Map.of(), "neu", null)),
        "rule-ends-before-it-begins");
    // between the end of the last row and the new one
    var de = row("de-minimis", row -> day("2030-12-31").equals(row.until()));
    refused(
        () -> propose(added("de-minimis", de, "2031-02-01", null, Map.of(), "neu", null)),
        "rule-gap");
    var go = row("sme-size", row -> row.cells().containsValue("\"above\""));
    refused(
        () -> propose(added("sme-size", go, "2040-01-01", null, Map.of(), "neu", null)),
        "rule-never-reached");
    var country = first("country-status");
    refused(
        () -> propose(successor("country-status", country, "2041-01-01", null, Map.of(), "neu")),
        "source-missing");
    var documents = first("consortium-documents");
    refused(
        () ->
            propose(
                new RuleChange(
                    "consortium-documents",
                    "consortium-documents",
                    documents.id(),
                    null,
                    new Added("Office_" + key(), "", documents.from(), null, documents.cells()))),
        "rule-changes-nothing");
    refused(() -> propose(new RuleChange(AID, AID, last.id(), null, null)), "rule-changes-nothing");
  }

  @Test
  void cells_must_be_of_their_columns_kind() {
    var row = row("de-minimis", each -> day("2030-12-31").equals(each.until()));
    for (var wrong :
        List.of(
            "\"viel\"",
            "1.5",
            "ceilingCents * 2",
            "today()",
            "null",
            "1e9",
            "12345678901234567890"))
      refused(
          () ->
              propose(
                  added(
                      "de-minimis",
                      row,
                      "2031-01-01",
                      null,
                      Map.of("ceilingCents", wrong),
                      "x",
                      null)),
          "rule-cell-unreadable");
    refused(
        () ->
            propose(
                added(
                    "de-minimis", row, "2031-01-01", null, Map.of("ceilingCents", ""), "x", null)),
        "rule-cell-missing");
    refused(
        () ->
            propose(
                added(
                    "de-minimis",
                    row,
                    "2031-01-01",
                    null,
                    Map.of("ceilingCents", "1".repeat(501)),
                    "x",
                    null)),
        "rule-text-too-long");
    var unknown = new HashMap<>(row.cells());
    unknown.put("Output_other", "1");
    refused(
        () ->
            propose(
                new RuleChange(
                    "de-minimis",
                    "de-minimis",
                    row.id(),
                    null,
                    new Added("Office_" + key(), "", day("2031-01-01"), null, unknown))),
        "rule-column-unknown");
    var retention = row("retention", each -> each.cells().containsValue("\"letters\""));
    refused(
        () ->
            propose(
                successor(
                    "retention", retention, "2035-01-01", null, Map.of("start", "\"never\""), "x")),
        "rule-value-unknown");
    refused(
        () ->
            propose(new RuleChange("retention", "retention", "Rule_none", day("2035-01-01"), null)),
        "rule-row-unknown");
    refused(
        () -> propose(new RuleChange("retention", "other", null, null, null)),
        "rule-table-unknown");
  }

  @Test
  void a_day_gone_by_needs_a_reason_of_its_own() {
    var row = row("site-resolution", each -> each.cells().containsValue("true"));
    var change =
        successor(
            "site-resolution", row, "2020-01-01", null, Map.of(), "Zuständigkeitsordnung 2020");
    refused(() -> propose(change), "rule-past-without-reason");
    var id = key();
    office.send(
        new ProposeRuleChange(
            RuleCommand.idOf("site-resolution"), id, change, "nachgetragen", "ZustO", "galt schon"),
        ADMIN);
    office.send(
        new RefuseRuleChange(RuleCommand.idOf("site-resolution"), id, "nicht belegt"), LEAD);
    assertThat(changes(id).state()).isEqualTo("refused");
    assertThat(changes(id).decidedWhy()).isEqualTo("nicht belegt");
  }

  /** 31 October 2031 is a Friday; every deadline of the office then goes by it. */
  @Test
  void a_holiday_that_the_office_enters_moves_working_days_without_a_build() {
    var reformation = LocalDate.of(2031, 10, 31);
    assertThat(WorkingDays.isOne(reformation)).isTrue();
    var once = row("holidays", row -> row.note().startsWith("Reformationstag 2017"));
    var change =
        added("holidays", once, "2031-10-31", "2031-10-31", Map.of(), "Reformationstag 2031", null);
    approve(change, proposed(change), LEAD);
    await().untilAsserted(() -> assertThat(WorkingDays.isOne(reformation)).isFalse());
    assertThat(WorkingDays.before(LocalDate.of(2031, 11, 3), 1))
        .isEqualTo(LocalDate.of(2031, 10, 30));
    assertThat(WorkingDays.isOne(LocalDate.of(2032, 10, 29))).isTrue();
  }

  @Test
  void a_proposal_for_a_table_that_changed_since_is_stale_and_one_waits_for_a_row_at_a_time() {
    var one = row("traffic-light", row -> row.note().startsWith("Umfang: über 10"));
    var two = row("traffic-light", row -> row.note().startsWith("Kosten: über 10"));
    var source = Map.of("source", "\"Berichtsregel 2036\"");
    var first = successor("traffic-light", one, "2036-01-01", null, source, "Regel");
    var second = successor("traffic-light", two, "2036-01-01", null, source, "Regel");
    var id = proposed(first);
    refused(
        () -> propose(successor("traffic-light", one, "2037-01-01", null, source, "Regel")),
        "rule-already-proposed");
    var later = proposed(second);
    approve(first, id, LEAD);
    refused(() -> approve(second, later, LEAD), "rule-table-changed");
    refused(
        () ->
            office.send(
                new WithdrawRuleChange(RuleCommand.idOf("traffic-light"), later, "neu"), OTHER),
        "rule-not-yours");
    office.send(new WithdrawRuleChange(RuleCommand.idOf("traffic-light"), later, "neu"), ADMIN);
    assertThat(changes(later).state()).isEqualTo("withdrawn");
    var anew = proposed(second);
    approve(second, anew, LEAD);
  }

  // ---- the product comes with another version

  @Test
  void an_update_of_the_product_keeps_the_rows_of_the_office() throws IOException {
    var row = row("council-limit", each -> each.cells().containsValue("true"));
    var change =
        successor(
            "council-limit", row, "2034-01-01", null, Map.of("source", "\"ZustO 2034\""), "Rat");
    approve(change, proposed(change), LEAD);
    int version = table("council-limit").version();

    // the next start with the same product changes nothing
    office.send(new DeployModels("funding-application", folder("funding-application")), PRODUCT);
    assertThat(table("council-limit").version()).isEqualTo(version);
    assertThat(rows("council-limit")).contains("ZustO 2034");

    // a newer product: its change and the office's row
    var newer = folder("funding-application");
    newer.computeIfPresent(
        "council-limit.dmn", (name, text) -> text.replace("(zu prüfen)", "(gelesen)"));
    office.send(new DeployModels("funding-application", newer), PRODUCT);
    assertThat(rows("council-limit"))
        .contains("ZustO 2034", "Zuständigkeitsordnung: über 50.000 € Eigenanteil (gelesen)");
    assertThat(kept("council-limit").problem()).isNull();

    // one that says something else for the same days: the office's version stays, and it is told
    var contrary = folder("funding-application");
    contrary.computeIfPresent(
        "council-limit.dmn",
        (name, text) -> text.replace("Rule_council-limit_2", "Rule_council-limit_8"));
    office.send(new DeployModels("funding-application", contrary), PRODUCT);
    assertThat(rows("council-limit")).contains("ZustO 2034");
    assertThat(kept("council-limit").problem()).isEqualTo("rule-row-unknown");
    assertThat(kept("council-limit").version()).isEqualTo(table("council-limit").version());

    // a modeler is told
    refused(
        () ->
            office.send(
                new DeployModels(
                    "mine",
                    Map.of(
                        "council-limit.dmn",
                        folder("funding-application").getOrDefault("council-limit.dmn", ""))),
                MODELER),
        "office-row-missing");
  }

  // ---- helpers

  private static void rebuilt(String projection, String table) {
    long before = stored(table);
    office.send(new RebuildProjection(projection), ADMIN);
    await().untilAsserted(() -> assertThat(stored(table)).isNotEqualTo(before));
  }

  /** Which file holds the view's table: another one after a rebuild. */
  private static long stored(String table) {
    return office
        .db()
        .sql("select '" + table + "'::regclass::oid::bigint")
        .query(Long.class)
        .single();
  }

  private static String started(String key) {
    return office.start(
        "funding-application",
        key,
        Map.of(
            "title", "Antrag " + key,
            "programme", "federal-joint-project",
            "regime", "nabf",
            "call", "SCC1",
            "funder", "Bund",
            "deadline", "2027-05-05T17:00",
            "decisiveArrival", "electronic"),
        MANAGER);
  }

  private static void rate(String caseId) {
    office.complete(
        caseId,
        "Task_RateCriteria",
        Map.of("fit", 3, "chance", 3, "strength", 3, "capacity", 3, "share", 3),
        MANAGER);
  }

  private static @Nullable Object advice(String caseId) {
    return office.find(caseId).variables().get("goScore") instanceof Map<?, ?> score
        ? score.get("advice")
        : null;
  }

  private static List<RuleTable> tables() {
    return office.office().ask(new FindRuleTables(), MANAGER);
  }

  private static RuleTable table(String id) {
    return tables().stream().filter(table -> table.id().equals(id)).findFirst().orElseThrow();
  }

  private static Row first(String table) {
    return table(table).rows().getFirst();
  }

  private static Row row(String table, java.util.function.Predicate<Row> which) {
    return table(table).rows().stream().filter(which).findFirst().orElseThrow();
  }

  private static String cell(String table, Row row, String name) {
    return row.cells().getOrDefault(column(table, name), "");
  }

  private static String column(String table, String name) {
    return table(table).columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static String rows(String table) {
    return table(table).rows().stream().map(Row::source).collect(Collectors.joining("\n"));
  }

  /** A row that follows another with some cells changed, by their names. */
  private static RuleChange successor(
      String table,
      Row row,
      String from,
      @Nullable String until,
      Map<String, String> cells,
      String note) {
    var ends =
        row.until() == null || !row.until().isBefore(day(from)) ? day(from).minusDays(1) : null;
    return added(table, row, from, until, cells, note, ends);
  }

  private static RuleChange added(
      String table,
      Row row,
      String from,
      @Nullable String until,
      Map<String, String> cells,
      String note,
      @Nullable LocalDate lastDay) {
    var all = new HashMap<>(row.cells());
    cells.forEach((name, text) -> all.put(column(table, name), text));
    return new RuleChange(
        table(table).file(),
        table,
        row.id(),
        lastDay,
        new Added("Office_" + key(), note, day(from), until == null ? null : day(until), all));
  }

  private static void propose(RuleChange change) {
    proposed(change);
  }

  private static String proposed(RuleChange change) {
    var id = key();
    office.send(
        new ProposeRuleChange(
            RuleCommand.idOf(change.file()), id, change, "neue Regel", "Quelle", null),
        ADMIN);
    return id;
  }

  private static void approve(RuleChange change, String id, Actor actor) {
    office.send(new ApproveRuleChange(RuleCommand.idOf(change.file()), id), actor);
  }

  private static RuleChangeRow changes(String id) {
    return office.office().ask(new FindRuleChanges(), ADMIN).stream()
        .filter(row -> row.changeId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static KeptRules kept(String file) {
    return office.office().ask(new FindKeptRules(), ADMIN).stream()
        .filter(row -> row.file().equals(file))
        .findFirst()
        .orElseThrow();
  }

  private static Decisions.Verdict decide(String table, Map<String, ?> inputs) {
    return office.bean(Decisions.class).decide(table, inputs);
  }

  private static long percent(String grantOn) {
    var rows =
        office
            .bean(Decisions.class)
            .all(
                AID,
                Map.of(
                    "aidCategory",
                    "industrial",
                    "size",
                    "large",
                    "collaboration",
                    false,
                    "area",
                    "none",
                    "memberStates",
                    false,
                    "deadline",
                    grantOn + "T12:00:00",
                    "grantOn",
                    grantOn));
    return rows.isEmpty() ? 0 : rows.getFirst().number("percent");
  }

  private static String status(String day) {
    return decide("country-status", Map.of("country", "JP", "ruleDay", day)).text("status");
  }

  private static long fee(int year) {
    return decide("contribution-fee", Map.of("contributionClass", "micro", "year", year))
        .number("feeCents");
  }

  private static Map<String, String> folder(String workflow) throws IOException {
    var texts = new TreeMap<String, String>();
    try (var files = Files.list(MODELS.resolve(workflow))) {
      for (var file :
          files.filter(each -> each.toString().matches(".*\\.(bpmn|dmn|form)")).toList())
        texts.put(file.getFileName().toString(), Files.readString(file));
    }
    return texts;
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable act, String code) {
    return assertThatThrownBy(act).hasMessage(code);
  }
}
