package org.foerderturm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What nobody knows passes no limit: for each table an example that passes is named, and of its
 * inputs any that are left out never give what passes.
 */
class UnknownIsNotGoodTest {
  private static final Path MODELS = Path.of("../processes/src/main/resources/processes");
  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  /**
   * A table with an example.
   *
   * @param passes which row is the one that an unknown input must not give
   * @param optional inputs without which one passes all the same, each for a reason of its own
   */
  private record Limit(
      String file,
      Map<String, Object> good,
      Predicate<Map<String, Object>> passes,
      String... optional) {
    @Override
    public String toString() {
      return file;
    }
  }

  private static final Map<String, Object> SITE =
      Map.of(
          "areaSqm",
          100,
          "powerKw",
          50,
          "rentCents",
          1000,
          "fibre",
          true,
          "stepFree",
          true,
          "permit",
          "granted");

  static List<Limit> limits() {
    return List.of(
        new Limit(
            "site-search/site-knock-out.dmn",
            Map.of(
                "site",
                SITE,
                "minAreaSqm",
                80,
                "minPowerKw",
                40,
                "maxRentCents",
                2000,
                "needsFibre",
                true,
                "needsStepFree",
                true),
            row -> Boolean.FALSE.equals(row.get("out")),
            // what the search doesn't ask for is no limit
            "minAreaSqm",
            "minPowerKw",
            "maxRentCents",
            "needsFibre",
            "needsStepFree"),
        new Limit(
            "site-search/site-resolution.dmn",
            Map.of("maxRentCents", 100),
            row -> Boolean.FALSE.equals(row.get("needed"))),
        new Limit(
            "site-search/site-score.dmn",
            Map.ofEntries(
                Map.entry("outcome", "rated"),
                Map.entry("site", Map.of("name", "A")),
                Map.entry("weightAccess", 1),
                Map.entry("weightCondition", 1),
                Map.entry("weightAcceptance", 1),
                Map.entry("weightEconomy", 1),
                Map.entry("weightGrowth", 1),
                Map.entry("access", 10),
                Map.entry("condition", 10),
                Map.entry("acceptance", 10),
                Map.entry("economy", 10),
                Map.entry("growth", 10)),
            row -> row.get("grade") != null && !row.get("grade").equals("bedingt geeignet"),
            "site.name"),
        new Limit(
            "funding-application/council-limit.dmn",
            Map.of("deadline", "2026-05-05T17:00:00", "cityOwnCents", 100),
            row -> Boolean.FALSE.equals(row.get("needed"))),
        new Limit(
            "funding-application/go-no-go.dmn",
            Map.of("fit", 3, "chance", 3, "strength", 3, "capacity", 3, "share", 3),
            row -> !"no-go".equals(row.get("advice"))),
        new Limit(
            "funding-application/sme-size.dmn",
            new HashMap<>(
                Map.of(
                    "day",
                    "2026-01-01",
                    "publicControlPercent",
                    0,
                    "staff",
                    5,
                    "turnoverCents",
                    100,
                    "balanceCents",
                    100)),
            row -> !"large".equals(row.get("size")),
            // one of the two sums is enough (Annex Art. 2)
            "turnoverCents",
            "balanceCents"),
        new Limit(
            "funding-application/sme-relation.dmn",
            Map.of("day", "2026-01-01", "controls", false, "sharePercent", 10),
            row -> "independent".equals(row.get("relation"))),
        new Limit(
            "funding-application/de-minimis.dmn",
            Map.of("day", "2026-01-01"),
            row -> row.get("ceilingCents") != null),
        new Limit(
            "funding-application/grant-rules.dmn",
            Map.of("day", "2026-01-01", "regime", "nabf"),
            row -> row.get("reallocationPercent") != null || row.get("source") != null),
        new Limit(
            "funding-application/base-rate.dmn",
            Map.of("day", "2026-01-01"),
            row -> row.get("basisPoints") != null),
        new Limit(
            "funding-application/repayment-interest.dmn",
            Map.of("day", "2026-01-01", "regime", "nabf"),
            row -> row.get("basisPoints") != null),
        new Limit(
            "member-joining/default-interest.dmn",
            Map.of("day", "2026-01-01"),
            row -> row.get("basisPoints") != null),
        new Limit(
            "funding-application/notice-arrival.dmn",
            Map.of("day", "2026-01-01", "programme", "federal-joint-project", "regime", "nabf"),
            row -> row.get("source") != null,
            // who is neither the Union nor the Land is the federation
            "programme",
            "regime"),
        new Limit(
            "funding-application/funding-remedies.dmn",
            Map.of("day", "2026-01-01", "programme", "erdf", "regime", "nabf", "notice", "grant"),
            row -> "action".equals(row.get("first")),
            "regime",
            "notice"),
        new Limit(
            "consortium-formation/consortium-eligibility.dmn",
            eligible("horizon"),
            row -> Boolean.TRUE.equals(row.get("eligible")),
            "beneficiaries",
            "agreementPlanned",
            "seatInNrw"),
        new Limit(
            "consortium-formation/consortium-eligibility.dmn",
            eligible("federal-joint-project"),
            row -> Boolean.TRUE.equals(row.get("eligible")),
            "entities",
            "countries",
            "memberStateEntities",
            "seatInNrw"),
        new Limit(
            "consortium-formation/consortium-eligibility.dmn",
            eligible("erdf"),
            row -> Boolean.TRUE.equals(row.get("eligible")),
            "entities",
            "countries",
            "memberStateEntities",
            "agreementPlanned"),
        new Limit(
            "consortium-formation/country-status.dmn",
            Map.of("country", "DE"),
            row -> !"third-country".equals(row.get("status"))),
        new Limit(
            "project-steering/line-tolerance.dmn",
            Map.of("day", "2026-01-01"),
            row -> row.get("percent") != null),
        new Limit(
            "project-steering/retention.dmn",
            Map.of("day", "2026-01-01", "kind", "files", "programme", "horizon"),
            row -> row.get("years") != null,
            "day"),
        new Limit(
            "project-steering/traffic-light.dmn",
            Map.of("asOf", "2026-01-01", "measure", "cost", "deviation", 0),
            row -> "green".equals(row.get("light"))),
        new Limit(
            "member-joining/contribution-class.dmn",
            Map.of("year", 2026, "kind", "company", "staff", 5, "turnoverCents", 100),
            row -> row.get("contributionClass") != null),
        new Limit(
            "member-joining/contribution-class.dmn",
            Map.of("year", 2026, "kind", "company", "staff", 60, "turnoverCents", 100),
            row -> !"large-over-500m".equals(row.get("contributionClass"))),
        new Limit(
            "member-joining/contribution-fee.dmn",
            Map.of("contributionClass", "micro", "year", 2026),
            row -> row.get("feeCents") != null));
  }

  private static Map<String, Object> eligible(String programme) {
    return Map.of(
        "programme",
        programme,
        "coordinators",
        1,
        "beneficiaries",
        3,
        "entities",
        3,
        "countries",
        3,
        "memberStateEntities",
        3,
        "agreementPlanned",
        true,
        "seatInNrw",
        true);
  }

  /** Those with tests of their own, each with the reason. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry(
              "contribution-modifiers.dmn", "by the year only: a year without a row is refused"),
          Map.entry("contribution-vat.dmn", "by the year only: a year without a row tells nothing"),
          Map.entry("payment-term.dmn", "proposes a day, passes nothing"),
          Map.entry("payment-default.dmn", "by the day only, and a day without a row is refused"),
          Map.entry("report-writing.dmn", "by the day only, and a day without a row is refused"),
          Map.entry(
              "escalation-deadline.dmn", "by the day only, and a day without a row is refused"),
          Map.entry("sme-figures.dmn", "by the day only, and a day without a row is refused"),
          Map.entry(
              "member-notice.dmn", "by the year only, and stricter for those that are to come"),
          Map.entry("aid-intensity.dmn", "StateAidTest: what is not said earns no bonus"),
          Map.entry("programme-rate.dmn", "StateAidTest: the lower of two rates"),
          Map.entry("call-evaluation.dmn", "RulesTest: a mark that is missing is refused"),
          Map.entry(
              "cost-rows.dmn", "FundingApplicationTest: a row that it does not name is refused"),
          Map.entry("mayor-objection.dmn", "BodyTest: a breach of law has no last day"),
          Map.entry("holidays.dmn", "OfficeHolidaysTest: names days, passes nothing"),
          Map.entry("flat-rates.dmn", "RulesTest: measures, passes nothing"),
          Map.entry(
              "start-of-work.dmn", "EarlyStartTest: names what must come first, passes nothing"),
          Map.entry("draw-down-terms.dmn", "RulesTest: a day, passes nothing"),
          Map.entry("consortium-documents.dmn", "collects documents, passes nothing"),
          Map.entry("agreement-defaults.dmn", "a proposal for a contract"));

  @ParameterizedTest
  @MethodSource("limits")
  void what_is_not_known_passes_no_limit(Limit limit) throws IOException {
    assertThat(passes(limit, limit.good())).as("the example passes").isTrue();
    var names = flat(limit.good());
    names.removeAll(List.of(limit.optional()));
    assertThat(names).isNotEmpty();
    // every set of inputs that are left out, but none
    int sets = Math.min(1 << names.size(), 1 << 10);
    var wrong =
        IntStream.range(1, sets)
            .mapToObj(set -> without(names, set))
            .filter(left -> passes(limit, leave(limit.good(), left)))
            .toList();
    assertThat(wrong).as("passes without").isEmpty();
  }

  @Test
  void what_the_two_sums_of_an_enterprise_lack_is_not_good_together() {
    var size = limits().stream().filter(each -> each.file().endsWith("sme-size.dmn")).findFirst();
    assertThat(size)
        .hasValueSatisfying(
            limit ->
                assertThat(
                        passes(
                            limit, leave(limit.good(), List.of("turnoverCents", "balanceCents"))))
                    .isFalse());
  }

  /** A table that is new is named here, with an example or a reason. */
  @Test
  void every_table_is_looked_at() throws IOException {
    var known = new TreeSet<String>(ELSEWHERE.keySet());
    for (var limit : limits()) known.add(Path.of(limit.file()).getFileName().toString());
    var shipped = new TreeSet<String>();
    try (var files = Files.walk(MODELS)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".dmn"))
          .forEach(shipped::add);
    }
    assertThat(known).containsAll(shipped);
  }

  private static List<String> without(List<String> names, int set) {
    return IntStream.range(0, names.size())
        .filter(n -> (set & 1 << n) != 0)
        .mapToObj(names::get)
        .toList();
  }

  private static List<String> flat(Map<String, Object> values) {
    var names = new ArrayList<String>();
    new java.util.TreeMap<>(values)
        .forEach(
            (name, value) -> {
              if (value instanceof Map<?, ?> parts)
                parts.keySet().stream().sorted().forEach(part -> names.add(name + "." + part));
              else names.add(name);
            });
    return names;
  }

  private static Map<String, Object> leave(Map<String, Object> good, List<String> names) {
    var left = new LinkedHashMap<String, @Nullable Object>();
    good.forEach(
        (name, value) -> {
          if (names.contains(name)) left.put(name, null);
          else if (value instanceof Map<?, ?> parts) {
            var some = new HashMap<String, @Nullable Object>();
            parts.forEach(
                (part, its) ->
                    some.put(String.valueOf(part), names.contains(name + "." + part) ? null : its));
            left.put(name, some);
          } else left.put(name, value);
        });
    return left;
  }

  /** A table that gives no row, or fails, lets nobody pass. */
  private static boolean passes(Limit limit, Map<String, Object> inputs) {
    var file = MODELS.resolve(limit.file());
    var key = file.getFileName().toString().replace(".dmn", "");
    try (var in = Files.newInputStream(file)) {
      var rows = ENGINE.evaluateDecisionTable(ENGINE.parseDecision(key, in), inputs);
      return rows.size() == 1 && limit.passes().test(rows.getFirst().getEntryMap());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (org.camunda.bpm.dmn.engine.DmnEngineException e) {
      return false;
    }
  }
}
