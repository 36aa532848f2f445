package org.foerderturm.ui.form;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.foerderturm.form.Field;
import org.foerderturm.form.FormSchema;
import org.foerderturm.form.FormSchema.Problem;
import org.foerderturm.form.Text;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/**
 * A form, drawn from its schema. The field {@code outcome} is not drawn: it is the buttons below,
 * and its value is set by {@link #choose}.
 */
public class FormPanel extends Div {
  private final transient FormSchema schema;
  private final transient Map<String, Object> variables;
  private final Scope scope;
  private @Nullable String outcome;
  private transient Runnable refreshed = () -> {};

  /**
   * @param variables of the case, for options and conditions
   * @param desk asked where people choose by name, of persons or consortia
   * @param values what to fill in: a draft, or what the case knows already
   * @param edited called with all values after each change by the person
   */
  public FormPanel(
      FormSchema schema,
      Map<String, Object> variables,
      Desk desk,
      Map<String, Object> values,
      Consumer<Map<String, Object>> edited) {
    this.schema = schema;
    this.variables = variables;
    addClassName("ft-form");
    scope =
        new Scope(
            schema,
            withoutOutcome(schema.fields()),
            variables,
            desk,
            values,
            () -> {
              refresh();
              edited.accept(values());
            });
    add(scope);
    refresh();
  }

  /** Picks the outcome, so that the fields it asks for appear. */
  public void choose(@Nullable String outcome) {
    this.outcome = outcome;
    refresh();
  }

  /** Whether an option of the outcome can be chosen, as the form is filled in now. */
  public boolean offers(Field field, String option) {
    var all = all();
    return FormSchema.offered(field, option, all, all);
  }

  /** Calls whenever what is filled in changes, and once now. */
  public void onRefresh(Runnable listener) {
    refreshed = listener;
    listener.run();
  }

  /** All that is filled in. */
  public Map<String, Object> values() {
    var values = new LinkedHashMap<>(scope.values(variables));
    if (outcome != null) values.put("outcome", outcome);
    return values;
  }

  /** What to send: as {@link #values()}, without what is hidden or can only be read. */
  public Map<String, Object> sendable() {
    var values = new LinkedHashMap<>(scope.sendable(all()));
    if (outcome != null) values.put("outcome", outcome);
    return values;
  }

  /** Checks by the rules that the server will use; shows what is wrong and goes there. */
  public boolean check() {
    var problems = schema.problems(sendable(), variables);
    show(problems);
    return problems.isEmpty();
  }

  /** Shows problems that the server found, given as the arguments of its refusal. */
  public void showRefused(Map<String, Object> args) {
    var problems = new ArrayList<Problem>();
    if (args.get("problems") instanceof List<?> rows)
      for (var row : rows)
        if (row instanceof Map<?, ?> map)
          problems.add(
              new Problem(
                  String.valueOf(map.get("field")),
                  new Text(String.valueOf(map.get("label")), null),
                  String.valueOf(map.get("reason")),
                  map.get("limit")));
    show(problems);
  }

  /** Tells the window that its draft is kept, and until when: closing it then asks nothing. */
  public void kept(String time) {
    getElement().executeJs("window.ftKept && window.ftKept($0)", time);
  }

  public void setReadOnly() {
    addClassName("ft-read-only"); // rows are neither added nor removed
    scope.eachInput("", (name, input) -> input.setReadOnly(true));
  }

  private void show(List<Problem> problems) {
    var first = new ArrayList<Input<?>>();
    scope.eachInput(
        "",
        (name, input) -> {
          var problem = problems.stream().filter(p -> p.field().equals(name)).findFirst();
          input.problem(problem.map(each -> words(each, input)).orElse(null));
          if (problem.isPresent()) first.add(input);
        });
    if (!first.isEmpty() && first.getFirst().component() instanceof Focusable<?> field)
      field.focus();
  }

  private void refresh() {
    scope.refresh(all());
    refreshed.run();
  }

  private Map<String, Object> all() {
    var all = new LinkedHashMap<>(variables);
    all.putAll(values());
    return all;
  }

  /** What is wrong with a value, and what would be right. */
  private static String words(Problem problem, Input<?> input) {
    var unreadable = input.fault();
    if (unreadable != null) return unreadable;
    if (problem.reason().equals("pattern") && problem.limit() != null)
      return problem.limit().toString();
    var said = problem.limit() instanceof Number n ? Formats.number(n) : problem.limit();
    var limit = said == null ? "" : said;
    if (input.field().isMoney() && problem.reason().startsWith("too-")) limit = limit + " €";
    return t("form.reason." + problem.reason(), "limit", limit);
  }

  private static List<Field> withoutOutcome(List<Field> fields) {
    return fields.stream()
        .filter(f -> !("outcome".equals(f.key()) && f.kind() == Field.Kind.RADIO))
        .map(f -> f.children().isEmpty() || f.kind() != Field.Kind.GROUP ? f : stripped(f))
        .toList();
  }

  private static Field stripped(Field g) {
    return new Field(
        g.kind(),
        g.id(),
        g.key(),
        g.path(),
        g.label(),
        g.description(),
        g.text(),
        g.prefix(),
        g.suffix(),
        g.initial(),
        g.limits(),
        g.options(),
        g.valuesKey(),
        g.hide(),
        g.readonlyWhen(),
        g.disabled(),
        g.subtype(),
        g.source(),
        g.columns(),
        withoutOutcome(g.children()),
        g.properties());
  }

  /** The words of an option. */
  public static String label(Field.Option option) {
    return option.label().in(Words.locale());
  }
}
