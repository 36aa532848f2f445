package org.foerderturm.ui.cases;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.CaseWords;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Values;
import org.jspecify.annotations.Nullable;

/**
 * What one must know about a case: its workflow, since when, and what the page of the thing says.
 * Variables are machinery: they stand under the technical details, for those who look after it.
 */
public final class CaseFacts extends Div {

  /** What stands in the heading and in the task already. */
  private static final Set<String> SAID = Set.of("title", "subject", "outcome", "event");

  /**
   * @param past tells of a moment that is over: of the thing, too, it says what was known then
   */
  public CaseFacts(Desk desk, Subject subjects, CaseDetails details, boolean past) {
    addClassName("ft-case-facts");
    var facts = Ui.facts();
    var row = details.row();
    Ui.fact(
        facts,
        t("case.workflow"),
        Ui.link(
            "models/" + row.model().definitionId(),
            desk.workflow(row.model())
                + " · "
                + t("model.version", "version", row.model().version())));
    Ui.fact(
        facts,
        t("case.started"),
        t(
            "case.started-by",
            "at",
            Formats.dateTime(row.startedAt()),
            "name",
            Desk.name(desk.names(), row.startedBy())));
    if (row.endedAt() != null) Ui.fact(facts, t("case.ended"), Formats.dateTime(row.endedAt()));
    add(facts);
    var asked = Subject.Asked.by(desk, details);
    if (past && asked.isPresent()) {
      add(Ui.span("ft-quiet", t("case.facts-past")));
      past(desk, subjects, details, asked.get()).forEach(this::add);
    } else if (asked.isPresent()) subjects.facts(asked.get()).forEach(this::add);
    else entered(desk, row.model().definitionId(), details.variables()).forEach(this::add);
    if (desk.has(Role.ADMINISTRATOR, Role.MODELER, Role.AUDITOR) && !details.variables().isEmpty())
      add(technical(desk, details));
  }

  /** What was known of the thing when the step was done, with what the case knew. */
  private static List<Component> past(
      Desk desk, Subject subjects, CaseDetails details, Subject.Asked asked) {
    return desk.asOf(
        new HashSet<>(List.of(asked.id(), asked.caseKey())),
        details.position(),
        () -> subjects.facts(asked));
  }

  /**
   * What was entered and found in a case that carries no object: only what the forms and tables of
   * its model have words for.
   */
  public static List<Component> entered(
      Desk desk, String definitionId, Map<String, Object> variables) {
    var words = CaseWords.of(desk, definitionId);
    var facts = Ui.facts();
    var tables = new Div();
    var sorted = new TreeMap<String, Object>(words.order());
    sorted.putAll(variables);
    for (var entry : sorted.entrySet()) {
      var name = entry.getKey();
      var value = entry.getValue();
      if (SAID.contains(name) || !words.isEntered(name) || isEmpty(value)) continue;
      if (value instanceof List<?> rows && !rows.isEmpty() && rows.getFirst() instanceof Map<?, ?>)
        tables.add(table(words, name, rows));
      else Ui.fact(facts, words.asked(name), text(words.value(desk, name, value)));
    }
    return facts.getComponentCount() + tables.getComponentCount() == 0
        ? List.of()
        : List.of(facts, tables);
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null || value.equals("") || value.equals(List.of()) || value.equals(Map.of());
  }

  private static Span text(String words) {
    var span = new Span(words);
    if (words.length() > 120) span.addClassName("ft-long");
    return span;
  }

  private static Div table(CaseWords words, String name, List<?> rows) {
    var columns = new LinkedHashSet<String>();
    for (var row : rows)
      if (row instanceof Map<?, ?> map)
        map.keySet().stream().map(Object::toString).filter(words::hasWords).forEach(columns::add);
    var table =
        Ui.table(words.label(name), columns.stream().map(words::label).toArray(String[]::new));
    table.removeBody();
    var body = new NativeTableBody();
    for (var row : rows)
      if (row instanceof Map<?, ?> map) {
        var line = new NativeTableRow();
        for (var column : columns)
          line.add(
              Ui.amount(
                  new NativeTableCell(words.value(column, map.get(column))), map.get(column)));
        body.add(line);
      }
    table.add(body);
    Ui.amountsWhereNumbers(table);
    return Ui.scroll(table);
  }

  /** The values by which the model finds its way, under their own names. */
  private static Details technical(Desk desk, CaseDetails details) {
    var words = CaseWords.of(desk, details.row().model().definitionId());
    var facts = Ui.facts();
    new TreeMap<>(details.variables())
        .forEach(
            (name, value) ->
                Ui.fact(
                    facts,
                    words.hasWords(name) ? words.label(name) + " (" + name + ")" : name,
                    text(Values.plain(value))));
    var fold = Ui.fold(t("case.variables"), facts);
    fold.addClassName("ft-ids");
    return fold;
  }
}
