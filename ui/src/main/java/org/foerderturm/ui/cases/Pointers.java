package org.foerderturm.ui.cases;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foerderturm.audit.AuditQuery.HistoryRow;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;

/** In a history, the way from what was set right to what sets it right, and back. */
final class Pointers {
  /** By the id of the event. */
  private final Map<String, HistoryRow> rows = new HashMap<>();

  /** What sets an event right, by the id of that event. */
  private final Map<String, HistoryRow> corrections = new HashMap<>();

  private final Map<String, Component> entries = new HashMap<>();

  Pointers(List<HistoryRow> shown) {
    for (var row : shown) {
      rows.put(row.eventId(), row);
      var wrong = row.payload().path("corrects").asText("");
      if (!wrong.isEmpty()) corrections.put(wrong, row);
    }
  }

  /** Says in which entry of the list an event is told. */
  void stands(HistoryRow row, Component entry) {
    entries.put(row.eventId(), entry);
  }

  /** Links to what the event sets right and to what sets it right, as far as both are shown. */
  Div of(HistoryRow row) {
    var links = Ui.div("ft-lines");
    var wrong = rows.get(row.payload().path("corrects").asText(""));
    if (wrong != null) links.add(link("correction.earlier", wrong));
    var right = corrections.get(row.eventId());
    if (right != null) links.add(link("correction.later", right));
    links.setVisible(links.getComponentCount() > 0);
    return links;
  }

  private Component link(String key, HistoryRow to) {
    var words = t(key, "at", Formats.dateTime(to.at()));
    var line = Ui.div("ft-pointer", Ui.quiet(words, () -> lead(to)));
    line.add(Ui.span("ft-on-paper", words)); // where nothing can be pressed
    return line;
  }

  private void lead(HistoryRow to) {
    var entry = entries.get(to.eventId());
    if (entry == null) return;
    entry.getElement().setAttribute("tabindex", "-1");
    entry
        .getElement()
        .executeJs("this.scrollIntoView({block: 'center'}); this.focus({preventScroll: true})");
  }
}
