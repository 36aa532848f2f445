package org.foerderturm.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Rejected;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("time")
class FormSchemaTest {

  @Test
  void values_come_back_trimmed_and_as_plain_json() {
    var form =
        form(
            """
            {"type":"textfield","key":"name","validate":{"required":true,"maxLength":10}},
            {"type":"number","key":"share","validate":{"min":0,"max":100}},
            {"type":"number","key":"rate"},
            {"type":"checkbox","key":"agreed"},
            {"type":"datetime","key":"day","subtype":"date"},
            {"type":"checklist","key":"topics","values":[{"label":"Energie","value":"energy"},{"label":"Hafen","value":"harbour"}]}
            """);
    assertThat(
            form.validate(
                Map.of(
                    "name", "  Gdańsk ",
                    "share", 25.0,
                    "rate", "0.5",
                    "day", "2026-11-26",
                    "topics", List.of("harbour", "harbour")),
                Map.of()))
        .containsOnly(
            Map.entry("name", "Gdańsk"),
            Map.entry("share", 25L),
            Map.entry("rate", 0.5),
            Map.entry("agreed", false),
            Map.entry("day", "2026-11-26"),
            Map.entry("topics", List.of("harbour")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"textfield","key":"a","validate":{"required":true}}                 | '   '       | required
          {"type":"textfield","key":"a","validate":{"minLength":3}}                   | ' ab '      | too-short
          {"type":"textfield","key":"a","validate":{"maxLength":3}}                   | abcd        | too-long
          {"type":"textfield","key":"a"}                                              | Plan 日      | sign
          {"type":"textfield","key":"a","validate":{"pattern":"^[A-Z]+$"}}            | abc         | pattern
          {"type":"textfield","key":"a","validate":{"validationType":"email"}}        | a@b         | email
          {"type":"textfield","key":"a","validate":{"validationType":"phone"}}        | call me     | phone
          {"type":"number","key":"a","validate":{"min":5}}                            | 4           | too-small
          {"type":"number","key":"a","validate":{"max":5}}                            | 6           | too-large
          {"type":"number","key":"a","decimalDigits":2}                               | 1.234       | digits
          {"type":"number","key":"a"}                                                 | 1e99999     | type
          {"type":"number","key":"a"}                                                 | many        | type
          {"type":"datetime","key":"a","subtype":"date"}                              | 31.02.2026  | type
          {"type":"datetime","key":"a","subtype":"time"}                              | 25:00       | type
          {"type":"radio","key":"a","values":[{"value":"x","label":"X"}]}             | y           | option
          {"type":"select","key":"a","valuesKey":"partners"}                          | Lyon        | option
          {"type":"checkbox","key":"a"}                                               | yes         | type
          {"type":"taglist","key":"a","values":[{"value":"x","label":"X"}]}           | x           | type
          """)
  void a_value_outside_its_limits_is_refused_with_the_reason(
      String component, String value, String reason) {
    var refused =
        catchThrowableOfType(
            Rejected.class,
            () ->
                form(component)
                    .validate(Map.of("a", value), Map.of("partners", List.of("Amiens"))));
    assertThat(refused.code()).isEqualTo("form-invalid");
    assertThat(refused.args()).containsEntry("field", "a").containsEntry("reason", reason);
  }

  @Test
  void a_field_that_the_form_does_not_have_is_refused() {
    var problems =
        form("{\"type\":\"textfield\",\"key\":\"a\"}").problems(Map.of("b", 1), Map.of());
    assertThat(problems).extracting(FormSchema.Problem::reason).containsExactly("unknown");
  }

  @Test
  void a_hidden_field_is_neither_required_nor_kept() {
    var form =
        form(
            """
            {"type":"radio","key":"outcome","values":[{"value":"fit","label":"Geeignet"},{"value":"unfit","label":"Ungeeignet"}]},
            {"type":"textarea","key":"reason","validate":{"required":true},"conditional":{"hide":"=outcome = \\"fit\\""}}
            """);
    assertThat(form.validate(Map.of("outcome", "fit", "reason", "typed before"), Map.of()))
        .containsOnlyKeys("outcome");
    assertThat(form.problems(Map.of("outcome", "unfit"), Map.of()))
        .extracting(FormSchema.Problem::field)
        .containsExactly("reason");
    assertThat(form.outcome()).isPresent();
  }

  @Test
  void an_option_can_be_chosen_only_when_it_is_offered() {
    var vote =
        form(
            """
            {"type":"radio","key":"biased","values":[{"value":"no","label":"Nein"},{"value":"yes","label":"Ja"}]},
            {"type":"radio","key":"outcome","values":[{"value":"YES","label":"Ja"},{"value":"LEAVE","label":"nicht mitwirken"}],
              "properties":{"show.YES":"=biased != \\"yes\\"","show.LEAVE":"=biased = \\"yes\\""}}
            """);
    assertThat(vote.problems(Map.of("biased", "no", "outcome", "YES"), Map.of())).isEmpty();
    assertThat(vote.problems(Map.of("biased", "yes", "outcome", "LEAVE"), Map.of())).isEmpty();
    assertThat(vote.problems(Map.of("biased", "yes", "outcome", "YES"), Map.of()))
        .extracting(FormSchema.Problem::reason)
        .containsExactly("option");
    assertThat(vote.problems(Map.of("biased", "no", "outcome", "LEAVE"), Map.of())).hasSize(1);
    assertThatThrownBy(
            () ->
                form(
                    """
                    {"type":"radio","key":"outcome","values":[{"value":"YES","label":"Ja"}],
                      "properties":{"show.YES":"=loop(1)"}}
                    """))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void an_emptied_field_is_empty_in_the_case_and_what_was_not_shown_stays() {
    var form =
        form(
            """
            {"type":"textfield","key":"call"},
            {"type":"textfield","key":"title","readonly":true},
            {"type":"checkbox","key":"inNrw","conditional":{"hide":"=programme != \\"erdf\\""}},
            {"type":"group","components":[{"type":"number","key":"limit"}]},
            {"type":"dynamiclist","path":"partners","components":[{"type":"textfield","key":"name"}]}
            """);
    var before = Map.<String, Object>of("call", "H2020", "title", "Westerfilde", "limit", 3);
    var forCase = form.forCase(form.validate(Map.of(), before), before);
    assertThat(forCase).containsOnlyKeys("call", "inNrw", "limit", "partners");
    assertThat(forCase.values()).containsOnlyNulls();
  }

  @Test
  void what_can_only_be_read_can_not_be_changed() {
    var form = form("{\"type\":\"textfield\",\"key\":\"a\",\"readonly\":true}");
    assertThat(form.validate(Map.of("a", "x"), Map.of("a", "x"))).isEmpty();
    assertThat(form.problems(Map.of("a", "y"), Map.of("a", "x")))
        .extracting(FormSchema.Problem::reason)
        .containsExactly("readonly");
  }

  @Test
  void rows_of_a_list_are_checked_one_by_one() {
    var form =
        form(
            """
            {"type":"dynamiclist","path":"partners","components":[
              {"type":"textfield","key":"name","validate":{"required":true}},
              {"type":"checkbox","key":"small"}]}
            """);
    assertThat(
            form.validate(
                Map.of("partners", List.of(Map.of("name", "Amiens", "small", true))), Map.of()))
        .isEqualTo(Map.of("partners", List.of(Map.of("name", "Amiens", "small", true))));
    assertThat(
            form.problems(
                Map.of("partners", List.of(Map.of("name", "A"), Map.of("colour", "red"))),
                Map.of()))
        .extracting(FormSchema.Problem::field, FormSchema.Problem::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("partners[1].name", "required"),
            org.assertj.core.groups.Tuple.tuple("partners[1].colour", "unknown"));
  }

  @Test
  void money_is_limited_in_euros_and_stored_in_cents() {
    var form =
        form(
            """
            {"type":"number","key":"grant","validate":{"max":25000000},"properties":{"unit":"eur-cents"}}
            """);
    assertThat(form.validate(Map.of("grant", 2_500_000_000L), Map.of()))
        .containsEntry("grant", 2_500_000_000L);
    assertThat(form.problems(Map.of("grant", 2_500_000_001L), Map.of())).hasSize(1);
  }

  @Test
  void a_date_in_the_past_is_refused_where_the_form_says_so() {
    var form = form("{\"type\":\"datetime\",\"key\":\"day\",\"disallowPassedDates\":true}");
    var check =
        new Check(
            form, Map.of("day", "2026-11-21"), Map.of(), LocalDate.of(2026, 11, 22).atStartOfDay());
    check.clean();
    assertThat(check.problems()).extracting(FormSchema.Problem::reason).containsExactly("past");
  }

  @Test
  void a_day_about_the_past_is_not_in_the_future() {
    var form =
        form(
            """
            {"type":"datetime","key":"day","properties":{"tense":"past"}},
            {"type":"datetime","subtype":"datetime","key":"at","properties":{"tense":"past"}}
            """);
    Clocks.at(
        Instant.parse("2026-11-30T11:00:00Z"), // noon in the office
        () -> {
          assertThat(reasons(form, "day", "2026-12-01")).containsExactly("future");
          assertThat(reasons(form, "day", "2026-11-30")).isEmpty();
          assertThat(reasons(form, "at", "2026-11-30T13:00")).containsExactly("future");
          assertThat(reasons(form, "at", "2026-11-30T11:59")).isEmpty();
        });
  }

  @Test
  void
      a_year_of_less_than_four_digits_is_a_slip_and_older_ones_are_asked_about_where_they_are_typed() {
    var form =
        form(
            """
            {"type":"datetime","key":"day"},
            {"type":"datetime","key":"founded","properties":{"first-year":"1000"}}
            """);
    assertThat(reasons(form, "day", "1850-12-31")).isEmpty();
    assertThat(reasons(form, "day", "0026-11-25")).containsExactly("too-early");
    assertThat(reasons(form, "founded", "1850-05-01")).isEmpty();
  }

  @Test
  void a_moment_that_the_clocks_leave_out_is_refused() {
    var form = form("{\"type\":\"datetime\",\"subtype\":\"datetime\",\"key\":\"at\"}");
    assertThat(reasons(form, "at", "2027-03-28T02:30")).containsExactly("left-out");
    assertThat(reasons(form, "at", "2027-03-28T03:00")).isEmpty();
  }

  @Test
  void what_could_not_be_read_is_never_left_out() {
    var form =
        form(
            """
            {"type":"datetime","key":"day"},
            {"type":"number","key":"sum","properties":{"unit":"eur-cents"}}
            """);
    for (var key : List.of("day", "sum"))
      assertThat(reasons(form, key, Map.of("typed", "12,5,0"))).containsExactly("type");
  }

  @Test
  void limits_of_money_are_told_in_euros() {
    var form =
        form("{\"type\":\"number\",\"key\":\"sum\",\"properties\":{\"unit\":\"eur-cents\"}}");
    assertThat(form.problems(Map.of("sum", "12.5"), Map.of()))
        .extracting(FormSchema.Problem::limit)
        .containsExactly(2);
    assertThat(form.problems(Map.of("sum", Long.MAX_VALUE), Map.of()))
        .extracting(FormSchema.Problem::limit)
        .containsExactly(Long.MAX_VALUE / 200);
  }

  @Test
  void a_tense_that_nobody_knows_is_refused() {
    assertThatThrownBy(
            () ->
                form(
                    "{\"type\":\"datetime\",\"key\":\"d\",\"properties\":{\"tense\":\"perfect\"}}"))
        .isInstanceOf(Rejected.class);
  }

  private static List<String> reasons(FormSchema form, String key, Object value) {
    return form.problems(Map.of(key, value), Map.of()).stream()
        .map(FormSchema.Problem::reason)
        .toList();
  }

  @Test
  void the_past_is_before_today_by_the_clock_of_the_events() {
    var form =
        form(
            "{\"type\":\"datetime\",\"subtype\":\"datetime\",\"key\":\"day\",\"disallowPassedDates\":true}");
    Map<String, Object> values = Map.of("day", "2015-05-05T17:00");
    assertThat(form.problems(values, Map.of()))
        .extracting(FormSchema.Problem::reason)
        .containsExactly("past");
    Clocks.at(
        Instant.parse("2015-05-05T18:00:00Z"), // later that day
        () -> assertThat(form.problems(values, Map.of())).isEmpty());
  }

  @Test
  void options_can_come_from_the_case() {
    var form = form("{\"type\":\"select\",\"key\":\"partner\",\"valuesKey\":\"partners\"}");
    var variables =
        Map.<String, Object>of("partners", List.of(Map.of("id", "p1", "name", "Karlskrona")));
    assertThat(form.options(form.fields().getFirst(), variables))
        .containsExactly(new Field.Option("p1", new Text("Karlskrona", null)));
    assertThat(form.validate(Map.of("partner", "p1"), variables)).containsEntry("partner", "p1");
  }

  @Test
  void words_are_filled_and_translated() {
    var form =
        form(
            """
            {"type":"text","id":"intro","text":"Partner: {{partner.name}}","properties":{"text.en":"The partner is {{partner.name}}."}}
            """);
    var text = form.fields().getFirst().text();
    var values = Map.of("partner", Map.of("name", "$1 Kozani"));
    assertThat(FormSchema.fill(text, values, Locale.GERMAN)).isEqualTo("Partner: $1 Kozani");
    assertThat(FormSchema.fill(text, values, Locale.UK)).isEqualTo("The partner is $1 Kozani.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"iframe\",\"id\":\"x\",\"url\":\"https://example.org\"}",
        "{\"type\":\"expression\",\"id\":\"x\",\"key\":\"a\",\"expression\":\"=1\"}",
        "{\"type\":\"textfield\",\"id\":\"x\",\"key\":\"a\",\"label\":\"=name\"}",
        "{\"type\":\"textfield\",\"id\":\"x\",\"key\":\"a.b\"}",
        "{\"type\":\"textfield\",\"id\":\"x\",\"key\":\"a\",\"validate\":{\"pattern\":\"(\"}}",
        "{\"type\":\"text\",\"id\":\"x\",\"text\":\"{{for i in 1..9 return i}}\"}",
        "{\"type\":\"select\",\"id\":\"x\",\"key\":\"a\",\"valuesExpression\":\"=for i in 1..9"
            + " return i\"}",
        "{\"type\":\"textfield\",\"id\":\"x\",\"key\":\"a\",\"conditional\":{\"hide\":\"=count(b) >"
            + " 1\"}}",
        "{\"type\":\"textfield\",\"id\":\"x\",\"key\":\"a\",\"conditional\":{\"hide\":\"=some b in"
            + " c satisfies b\"}}",
        "{\"type\":\"table\",\"id\":\"x\",\"dataSource\":\"=sort(rows)\",\"columns\":[]}",
        "{\"type\":\"number\",\"id\":\"x\",\"key\":\"a\",\"validate\":{\"min\":\"=b\"}}"
      })
  void what_could_compute_is_refused_with_its_element(String component) {
    var refused = catchThrowableOfType(Rejected.class, () -> form(component));
    assertThat(refused.code()).isEqualTo("form-refused");
    assertThat(refused.args()).containsEntry("form", "f").containsEntry("element", "x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"textfield\",\"id\":\"x\",\"key\":\"a\",\"properties\":{\"picker\":\"ship\"}}",
        "{\"type\":\"number\",\"id\":\"x\",\"key\":\"a\",\"properties\":{\"picker\":\"person\"}}"
      })
  void a_picker_that_nobody_draws_is_refused_with_its_element(String component) {
    var refused = catchThrowableOfType(Rejected.class, () -> form(component));
    assertThat(refused.code()).isEqualTo("form-refused");
    assertThat(refused.args()).containsEntry("element", "x");
  }

  @Test
  void raw_html_and_buttons_are_left_out() {
    assertThat(
            form("{\"type\":\"html\",\"content\":\"<script>alert(1)</script>\"},{\"type\":\"button\"}")
                .fields())
        .isEmpty();
  }

  @Test
  void what_is_no_form_is_refused() {
    assertThatThrownBy(() -> FormSchema.parse("nonsense")).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> FormSchema.parse("[]")).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> FormSchema.parse("{}")).isInstanceOf(Rejected.class);
  }

  @ParameterizedTest
  @CsvSource({"^(a+)+\\\\1x$, 40", "^(a|b)*$, 19000"})
  void a_pattern_that_looks_too_long_gives_up(String pattern, int length) {
    var form =
        form(
            "{\"type\":\"textfield\",\"key\":\"a\",\"validate\":{\"pattern\":\""
                + pattern
                + "\"}}");
    assertThatThrownBy(() -> form.validate(Map.of("a", "a".repeat(length) + "!"), Map.of()))
        .isInstanceOf(Rejected.class)
        .hasMessage("form-pattern-too-slow");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          =a = "x"                     | true
          =a != "x"                    | false
          =n >= 5 and a = "x"          | true
          =n > 5 or flag               | true
          =(n > 5 or flag) and a = "y" | false
          =missing = null              | true
          =deep.b = 2                  | true
          true                         | true
          """)
  void conditions_compare_and_join(String expression, boolean expected) {
    var values = new HashMap<String, Object>();
    values.put("a", "x");
    values.put("n", 5L);
    values.put("flag", true);
    values.put("deep", Map.of("b", 2.0));
    assertThat(Condition.parse(expression).holds(name -> Condition.find(values, name)))
        .isEqualTo(expected);
  }

  @Test
  void a_field_starts_empty_unless_the_schema_says_with_what() {
    var form =
        form(
            """
            {"type":"textarea","key":"reason"},
            {"type":"textfield","key":"title","properties":{"prefill":"true"}},
            {"type":"textfield","key":"name","properties":{"prefill":"partner.name"}},
            {"type":"textfield","key":"opinion","readonly":true},
            {"type":"group","label":"g","components":[
              {"type":"number","key":"cents","properties":{"prefill":"true"}}]},
            {"type":"dynamiclist","path":"aids","properties":{"prefill":"true"},"components":[
              {"type":"textfield","key":"partner"},
              {"type":"number","key":"amount","properties":{"prefill":"false"}}]},
            {"type":"dynamiclist","path":"others","components":[{"type":"textfield","key":"a"}]}
            """);
    assertThat(
            form.prefilled(
                Map.of(
                    "reason",
                    "eines anderen",
                    "title",
                    "Titel",
                    "partner",
                    Map.of("name", "Werk"),
                    "opinion",
                    "gut",
                    "cents",
                    5,
                    "aids",
                    List.of(Map.of("partner", "Werk", "amount", 7)),
                    "others",
                    List.of(Map.of("a", "x")))))
        .containsOnly(
            Map.entry("title", "Titel"),
            Map.entry("name", "Werk"),
            Map.entry("opinion", "gut"),
            Map.entry("cents", 5),
            Map.entry("aids", List.of(Map.of("partner", "Werk"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"textfield\",\"id\":\"x\",\"key\":\"a\",\"properties\":{\"prefill\":\"${a.b()}\"}}",
        "{\"type\":\"radio\",\"id\":\"x\",\"key\":\"outcome\",\"properties\":{\"prefill\":\"true\"}}"
      })
  void what_cant_be_prefilled_is_refused_with_its_element(String component) {
    assertThatThrownBy(() -> form(component)).isInstanceOf(Rejected.class);
  }

  private static FormSchema form(String components) {
    return FormSchema.parse(
        "{\"id\":\"f\",\"type\":\"default\",\"components\":[" + components + "]}");
  }
}
