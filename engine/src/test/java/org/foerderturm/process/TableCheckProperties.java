package org.foerderturm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** What the check says of a table is what the real engine says of every input of a small world. */
class TableCheckProperties {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final DmnEngine ENGINE = engine();

  private static DmnEngine engine() {
    var configuration = new DefaultDmnEngineConfiguration();
    configuration.setFeelEngineFactory(BoundedFeel::new);
    return configuration.buildEngine();
  }

  /** A column: what it asks, and every value of the small world. */
  private enum Column {
    WHOLE("whole:integer", "whole"),
    DENSE("dense:double", "dense"),
    TEXT("text:string", "text"),
    FLAG("flag:boolean", "flag"),
    DAYS("date(day):", "day");

    final String input;
    final String variable;

    Column(String input, String variable) {
      this.input = input;
      this.variable = variable;
    }

    List<Object> world() {
      return switch (this) {
        case WHOLE -> IntStream.rangeClosed(-2, 10).<Object>mapToObj(i -> i).toList();
        case DENSE -> IntStream.rangeClosed(-4, 20).<Object>mapToObj(i -> i / 2.0).toList();
        case TEXT -> List.of("a", "b", "c", "other");
        case FLAG -> List.of(true, false);
        case DAYS ->
            IntStream.rangeClosed(-2, 10)
                .<Object>mapToObj(i -> DAY.plusDays(i).toString())
                .toList();
      };
    }

    String literal(int number) {
      return this == DAYS ? "date(\"" + DAY.plusDays(number) + "\")" : String.valueOf(number);
    }
  }

  private static Arbitrary<String> cell(Column column) {
    var any = Arbitraries.just("-");
    return switch (column) {
      case FLAG -> Arbitraries.of("true", "false", "-");
      case TEXT ->
          Arbitraries.oneOf(
              any,
              Arbitraries.of("a", "b", "c")
                  .list()
                  .ofMinSize(1)
                  .ofMaxSize(2)
                  .flatMap(
                      texts -> {
                        var list = "\"" + String.join("\", \"", texts) + "\"";
                        return Arbitraries.of(list, "not(" + list + ")");
                      }));
      default ->
          Arbitraries.oneOf(
              any,
              number(column)
                  .list()
                  .ofMinSize(1)
                  .ofMaxSize(2)
                  .map(tests -> String.join(", ", tests)),
              number(column).map(test -> "not(" + test + ")"));
    };
  }

  /** One test of a column of numbers or days. */
  private static Arbitrary<String> number(Column column) {
    var ends = Arbitraries.integers().between(-1, 5);
    return Combinators.combine(
            ends,
            Arbitraries.integers().between(0, 4),
            Arbitraries.of("<", "<=", ">", ">=", "=", "["),
            Arbitraries.of("[", "("),
            Arbitraries.of("]", ")"))
        .as(
            (low, more, sign, open, close) ->
                switch (sign) {
                  // a list of days is not for the engine to compare
                  case "=" ->
                      column == Column.DAYS
                          ? "[" + column.literal(low) + ".." + column.literal(low) + "]"
                          : column.literal(low);
                  case "[" ->
                      open + column.literal(low) + ".." + column.literal(low + more) + close;
                  default -> sign + " " + column.literal(low);
                });
  }

  @Provide
  static Arbitrary<Table> tables() {
    return Arbitraries.of(Column.values())
        .set()
        .ofMinSize(1)
        .ofMaxSize(2)
        .flatMap(
            set -> {
              var columns = List.copyOf(set);
              var row =
                  Combinators.combine(columns.stream().map(TableCheckProperties::cell).toList())
                      .as(cells -> cells);
              return Combinators.combine(
                      Arbitraries.of("UNIQUE", "ANY", "FIRST"),
                      row.list().ofMinSize(2).ofMaxSize(4))
                  .as(
                      (policy, rows) ->
                          new Table(policy, columns.stream().map(c -> c.input).toList(), rows));
            });
  }

  @Property(tries = 300)
  void an_overlap_is_claimed_exactly_if_some_input_makes_the_engine_fail(
      @ForAll("tables") Table table) throws Exception {
    var decision = parse(table);
    boolean fails = worlds(table).anyMatch(input -> fits(decision, input) == null);
    assertThat(TableCheckTest.found(table.xml()).stream().anyMatch(f -> f.startsWith("overlap")))
        .as(table.toString())
        .isEqualTo(fails);
  }

  @Property(tries = 300)
  void the_input_that_a_claim_names_is_one_at_which_the_engine_fails_or_finds_nothing(
      @ForAll("tables") Table table) throws Exception {
    var decision = parse(table);
    for (var found : TableCheckTest.found(table.xml())) {
      boolean gap = found.startsWith("gap");
      var example = example(found.substring(found.lastIndexOf(": ") + 2));
      for (var rest : worlds(table).toList()) {
        var input = new HashMap<>(rest);
        input.putAll(example);
        if (gap) assertThat(fits(decision, input)).as(table + " " + found).isZero();
        else assertThat(fits(decision, input)).as(table + " " + found).isNull();
      }
    }
  }

  @Property(tries = 200)
  void a_step_that_is_taken_out_of_a_staircase_is_a_gap_and_a_whole_one_has_none(
      @ForAll @IntRange(min = 3, max = 8) int steps,
      @ForAll @IntRange(min = 1, max = 6) int out,
      @ForAll boolean days)
      throws Exception {
    var column = days ? Column.DAYS : Column.WHOLE;
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("< " + column.literal(0)));
    for (int i = 0; i < steps; i++)
      rows.add(List.of("[" + column.literal(i) + ".." + column.literal(i + 1) + ")"));
    rows.add(List.of(">= " + column.literal(steps)));
    assertThat(TableCheckTest.found(new Table("UNIQUE", List.of(column.input), rows).xml()))
        .isEmpty();
    rows.remove(Math.min(out, steps));
    assertThat(TableCheckTest.found(new Table("UNIQUE", List.of(column.input), rows).xml()))
        .singleElement()
        .asString()
        .startsWith("gap");
  }

  private static DmnDecision parse(Table table) {
    return ENGINE.parseDecision(
        "t", new ByteArrayInputStream(table.xml().getBytes(StandardCharsets.UTF_8)));
  }

  /** How many rows fit; null if the engine refuses to say. */
  private static Integer fits(DmnDecision decision, Map<String, Object> input) {
    try {
      return ENGINE.evaluateDecisionTable(decision, input).size();
    } catch (DmnEngineException overlapping) {
      return null;
    }
  }

  private static Stream<Map<String, Object>> worlds(Table table) {
    Stream<Map<String, Object>> all = Stream.of(Map.of());
    for (var input : table.inputs())
      for (var column : Column.values())
        if (column.input.equals(input))
          all =
              all.flatMap(
                  so ->
                      column.world().stream()
                          .map(
                              value -> {
                                var more = new HashMap<>(so);
                                more.put(column.variable, value);
                                return more;
                              }));
    return all;
  }

  private static Map<String, Object> example(String text) {
    var values = new HashMap<String, Object>();
    for (var part : text.split(", ")) {
      if (part.equals("any input")) continue;
      var name = part.substring(0, part.indexOf(" = "));
      var value = part.substring(part.indexOf(" = ") + 3);
      values.put(
          name,
          switch (name) {
            case "whole" -> (Object) Integer.valueOf(value);
            case "dense" -> Double.valueOf(value);
            case "flag" -> Boolean.valueOf(value);
            case "day" -> value.replaceAll("date\\(\"|\"\\)", "");
            default -> value.replace("\"", "");
          });
    }
    return values;
  }
}
