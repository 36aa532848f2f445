package org.foerderturm.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.foerderturm.form.FormSchema;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Office;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Receipt;
import org.foerderturm.ui.common.CurrentActor;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.TypedField;
import org.junit.jupiter.api.Test;

/** No decision is taken without what was typed. */
class FormPanelTest {
  private static final FormSchema FORM =
      FormSchema.parse(
          """
          {"id":"any","components":[
            {"type":"datetime","key":"day","dateLabel":"Tag"},
            {"type":"datetime","subtype":"datetime","key":"at","dateLabel":"Wann"},
            {"type":"datetime","subtype":"time","key":"time","timeLabel":"Uhrzeit"},
            {"type":"group","path":"about","label":"Worüber","components":[
              {"type":"number","key":"sum","label":"Summe","properties":{"unit":"eur-cents"}}]},
            {"type":"dynamiclist","path":"partners","label":"Partner","components":[
              {"type":"number","key":"share","label":"Anteil","appearance":{"suffixAdorner":"%"}}]}
          ]}
          """);

  @Test
  void what_is_unreadable_is_refused_everywhere_at_once_and_kept() {
    Map<String, Object> kept =
        Map.of(
            "day", typed("31.02.2026"),
            "at", typed("26.11.2026"),
            "time", typed("25:70"),
            "about", Map.of("sum", typed("1.234")),
            "partners", List.of(Map.of("share", typed("12,5,0"))));
    var panel = panel(kept);
    assertThat(panel.check()).isFalse();
    assertThat(fields(panel)).hasSize(5).allMatch(TypedField::isInvalid);
    assertThat(fields(panel).map(TypedField::getErrorMessage))
        .doesNotHaveDuplicates()
        .noneMatch(words -> words.contains("passt nicht"));
    assertThat(panel.values()).as("the draft").isEqualTo(kept);
    assertThat(panel.sendable()).as("refused by the server too").isEqualTo(kept);
    assertThat(FORM.problems(panel.sendable(), Map.of())).hasSize(5);
  }

  @Test
  void what_can_be_read_is_sent_as_it_is_meant() {
    var panel = panel(Map.of());
    var texts = List.of("251126", "26.11. 9 Uhr", "14.30", "1,5 Mio. €", "33,333").iterator();
    fields(panel).forEach(field -> field.setValue(texts.next()));
    int year = java.time.LocalDate.now(org.foerderturm.ui.common.Formats.OFFICE).getYear();
    assertThat(panel.check()).isTrue();
    assertThat(panel.sendable())
        .isEqualTo(
            Map.of(
                "day",
                "2026-11-25",
                "at",
                year + "-11-26T09:00",
                "time",
                "14:30",
                "about",
                Map.of("sum", 150_000_000L),
                "partners",
                List.of(Map.of("share", "33.333"))));
  }

  private static Map<String, Object> typed(String text) {
    return Map.of("typed", text);
  }

  private static Stream<TypedField<?>> fields(Component in) {
    return in.getChildren()
        .flatMap(each -> each instanceof TypedField<?> field ? Stream.of(field) : fields(each));
  }

  private static FormPanel panel(Map<String, Object> values) {
    return new FormPanel(
        FORM, Map.of(), new Desk(new Nobody(), new CurrentActor()), values, v -> {});
  }

  /** Is never asked: no field of the form chooses from a register. */
  private static final class Nobody implements Office {
    @Override
    public Receipt send(Command command, Actor actor, String key) {
      throw new AssertionError(command);
    }

    @Override
    public <R> R ask(Query<R> query, Actor actor) {
      throw new AssertionError(query);
    }

    @Override
    public <R> R asOf(Set<String> things, long position, Supplier<R> questions) {
      throw new AssertionError("nobody looks back here, but at " + things);
    }

    @Override
    public AutoCloseable onChange(Consumer<Set<String>> listener) {
      return () -> {};
    }
  }
}
