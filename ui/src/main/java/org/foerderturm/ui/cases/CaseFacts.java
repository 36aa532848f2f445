package org.foerderturm.ui.cases;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.ui.common.CaseWords;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;

/** What one must know about a case: who, since when, and its values in words. */
public final class CaseFacts extends Div {
  // the engine's own, and what stands in the heading already
  private static final Set<String> HIDDEN =
      Set.of(
          "title",
          "outcome",
          "event",
          "nrOfInstances",
          "nrOfCompletedInstances",
          "nrOfActiveInstances",
          "loopCounter",
          "subject",
          // what the form says stands there already
          "agenda",
          "signatories",
          "motionCount",
          "paperCount");

  public CaseFacts(Desk desk, CaseDetails details, boolean about) {
    var facts = Ui.facts();
    if (about) {
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
    }
    var tables = new Div();
    var words = CaseWords.of(desk, details.row().model().definitionId());
    var sorted = new TreeMap<String, Object>(words.order());
    sorted.putAll(details.variables());
    for (var entry : sorted.entrySet()) {
      var name = entry.getKey();
      var value = entry.getValue();
      if (value == null || HIDDEN.contains(name) || name.matches(".*(Id|Key|Ids)")) continue;
      if (words.isInternal(name, value)) continue;
      if (value instanceof List<?> rows && !rows.isEmpty() && rows.getFirst() instanceof Map<?, ?>)
        tables.add(table(words, name, rows));
      else Ui.fact(facts, words.label(name), text(words.value(name, value)));
    }
    add(facts, tables);
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
        map.keySet()
            .forEach(
                key -> {
                  if (!key.toString().matches(".*(Id|Key)")) columns.add(key.toString());
                });
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
}
