package org.foerderturm.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.foerderturm.log.EventTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two change a record at the same time. */
class MergeTest {
  record Part(int least, int most) implements Merge.Composite {}

  record Ratio(int of, int parts) {}

  @AllowedTo(everyone = true)
  record Described(
      String id,
      String name,
      @Nullable String phone,
      List<String> topics,
      Part part,
      Ratio ratio,
      BigDecimal percent,
      @Nullable Described seen)
      implements Revision<Described> {}

  private static final Described OPENED =
      change("Zeche", null, List.of("heat", "safety"), 1, 2, "12.5");

  private static Described change(
      String name,
      @Nullable String phone,
      List<String> topics,
      int least,
      int most,
      String percent) {
    return new Described(
        "m",
        name,
        phone,
        topics,
        new Part(least, most),
        new Ratio(1, 2),
        new BigDecimal(percent),
        null);
  }

  private static Described wanted(Described change) {
    return Merge.seen(change, OPENED);
  }

  @Test
  void what_only_one_of_two_changed_stays() {
    var now = change("Zeche Zollern", null, List.of("heat"), 1, 5, "12.50");
    var asked = change("Zeche", "+49 231 5", List.of("heat", "safety", "water"), 3, 2, "12.5");
    assertThat(Merge.of(wanted(asked), now))
        .isEqualTo(change("Zeche Zollern", "+49 231 5", List.of("heat", "water"), 3, 5, "12.50"));
  }

  record Row(String name, int amount) implements Merge.Keyed {
    @Override
    public Object key() {
      return name;
    }
  }

  @AllowedTo(everyone = true)
  record Rows(List<Row> rows, @Nullable Rows seen) implements Revision<Rows> {}

  @Test
  void what_a_list_is_about_stands_once_and_what_both_said_of_it_is_asked() {
    var seen = new Rows(List.of(new Row("a", 1), new Row("b", 1), new Row("c", 1)), null);
    var now = new Rows(List.of(new Row("a", 2), new Row("b", 1)), null);
    // another row, and one that only the other took away
    var asked = new Rows(List.of(new Row("a", 1), new Row("b", 3), new Row("c", 1)), seen);
    assertThat(Merge.of(asked, now).rows()).containsExactly(new Row("a", 2), new Row("b", 3));
    // the same row
    var again = new Rows(List.of(new Row("a", 9), new Row("b", 1), new Row("c", 1)), seen);
    var conflict = catchThrowableOfType(ChangedMeanwhile.class, () -> Merge.of(again, now));
    assertThat(conflict.differences())
        .containsExactly(
            new Merge.Difference("rows", List.of(new Row("a", 9)), List.of(new Row("a", 2))));
    assertThat(((Rows) conflict.settled(List.of("rows"))).rows())
        .containsExactly(new Row("a", 9), new Row("b", 1));
    assertThat(((Rows) conflict.settled(List.of())).rows())
        .containsExactly(new Row("a", 2), new Row("b", 1));
    // the same row to the same
    var same = new Rows(List.of(new Row("a", 2), new Row("b", 1), new Row("c", 1)), seen);
    assertThat(Merge.of(same, now).rows()).containsExactly(new Row("a", 2), new Row("b", 1));
  }

  @Test
  void every_record_in_a_list_that_two_may_change_says_what_it_is_about() {
    var without = new TreeSet<String>();
    for (var type : new EventTypes().commands().values())
      if (Revision.class.isAssignableFrom(type))
        for (var part : type.getRecordComponents())
          if (part.getGenericType() instanceof ParameterizedType list
              && list.getActualTypeArguments()[0] instanceof Class<?> element
              && element.isRecord()
              && !Merge.Keyed.class.isAssignableFrom(element)) without.add(element.getName());
    assertThat(without).isEmpty();
  }

  @Test
  void what_a_form_began_with_is_no_change_and_its_numbers_and_rows_are_one_value_each() {
    var seen = Map.<String, Object>of("title", "Zeche", "cents", 500L, "rows", rows(1));
    var now = Map.<String, Object>of("title", "Zollern", "cents", 500, "rows", rows(1.0));
    var sent = Map.<String, Object>of("title", " Zeche", "cents", 700, "rows", rows(1, 2), "x", 1);
    assertThat(Merge.of(seen.keySet(), seen, sent, now, MergeTest::nothing))
        .isEqualTo(Map.of("title", "Zollern", "cents", 700, "rows", rows(1, 2), "x", 1));
  }

  @Test
  void of_two_answers_to_one_question_the_person_chooses() {
    var names = List.of("title", "place", "rows");
    var seen = Map.<String, Object>of("rows", rows(1));
    var now = Map.<String, Object>of("title", "Zollern", "rows", rows(3));
    var sent = Map.<String, Object>of("title", "Zeche", "place", "Saal", "rows", rows(2));
    var conflict =
        catchThrowableOfType(
            ChangedMeanwhile.class,
            () -> Merge.of(names, seen, sent, now, (values, then) -> new Sent(values, then)));
    assertThat(conflict.differences())
        .containsExactly(
            new Merge.Difference("title", "Zeche", "Zollern"),
            new Merge.Difference("rows", rows(2), rows(3)));
    assertThat(conflict.settled(List.of("title")))
        .isEqualTo(new Sent(Map.of("title", "Zeche", "place", "Saal", "rows", rows(3)), now));
  }

  @AllowedTo(everyone = true)
  record Sent(Map<String, Object> values, Map<String, Object> seen) implements Command {}

  private static Sent nothing(Map<String, Object> values, Map<String, Object> now) {
    throw new AssertionError("nothing to choose");
  }

  private static List<Map<String, Object>> rows(Number... amounts) {
    return Stream.of(amounts).map(each -> Map.<String, Object>of("amount", each)).toList();
  }

  @Test
  void who_saw_nothing_replaces_all() {
    var now = change("Zeche Zollern", null, List.of(), 1, 5, "12.50");
    var asked = change("Zeche", "+49 231 5", List.of("heat"), 3, 2, "12.5");
    assertThat(Merge.of(asked, now)).isEqualTo(asked);
  }

  @Test
  void blanks_and_nothing_are_no_change() {
    var now = change("Zeche Zollern", "+49 231 5", List.of("safety", "heat"), 1, 2, "12.50");
    var asked = change(" Zeche ", " ", List.of("safety", "heat"), 1, 2, "12.500");
    assertThat(Merge.of(wanted(asked), now)).isEqualTo(now);
  }

  @Test
  void both_wanting_the_same_is_no_conflict() {
    var now = change("Zeche Zollern", null, List.of("heat", "safety"), 1, 2, "12.5");
    assertThat(Merge.of(wanted(now), now)).isEqualTo(now);
  }

  @Test
  void a_value_of_several_parts_is_one_value() {
    var third =
        new Described(
            "m", "Zeche", null, List.of(), new Part(1, 2), new Ratio(1, 3), BigDecimal.ONE, null);
    var half =
        new Described(
            "m", "Zeche", null, List.of(), new Part(1, 2), new Ratio(2, 2), BigDecimal.ONE, null);
    var seen =
        new Described(
            "m", "Zeche", null, List.of(), new Part(1, 2), new Ratio(1, 2), BigDecimal.ONE, null);
    var refused =
        catchThrowableOfType(ChangedMeanwhile.class, () -> Merge.of(Merge.seen(half, seen), third));
    assertThat(refused.differences())
        .containsExactly(new Merge.Difference("ratio", new Ratio(2, 2), new Ratio(1, 3)));
  }

  @Test
  void where_both_changed_the_same_one_chooses_and_the_rest_stays() {
    var now = change("Zeche Zollern", null, List.of("heat", "safety"), 1, 7, "12.5");
    var asked = change("Zeche Germania", "+49 231 5", List.of("heat", "safety"), 1, 9, "12.5");
    var refused = catchThrowableOfType(ChangedMeanwhile.class, () -> Merge.of(wanted(asked), now));
    assertThat(refused.differences())
        .containsExactly(
            new Merge.Difference("name", "Zeche Germania", "Zeche Zollern"),
            new Merge.Difference("part.most", 9, 7));
    var mine = (Described) refused.settled(List.of("name"));
    assertThat(Merge.of(mine, now))
        .isEqualTo(change("Zeche Germania", "+49 231 5", List.of("heat", "safety"), 1, 7, "12.5"));
  }

  @Test
  void what_was_chosen_meets_a_third_change_again() {
    var now = change("Zeche Zollern", null, List.of("heat", "safety"), 1, 2, "12.5");
    var asked = change("Zeche Germania", null, List.of("heat", "safety"), 1, 2, "12.5");
    var refused = catchThrowableOfType(ChangedMeanwhile.class, () -> Merge.of(wanted(asked), now));
    var mine = (Described) refused.settled(List.of("name"));
    var third = change("Zeche Adolf", null, List.of("heat", "safety"), 1, 2, "12.5");
    assertThat(
            catchThrowableOfType(ChangedMeanwhile.class, () -> Merge.of(mine, third)).differences())
        .containsExactly(new Merge.Difference("name", "Zeche Germania", "Zeche Adolf"));
  }
}
