package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.foerderturm.audit.AuditQuery.FindStreamHistory;
import org.foerderturm.audit.AuditQuery.HistoryRow;

/**
 * What was set right in one stream, as a page tells it beside what holds: the wrong value struck
 * through, then when, by whom and why.
 */
public final class Corrections {
  private static final int MOST = 2000;

  /** How the names of wrong values begin. */
  static final String FORMER = "former";

  private final List<HistoryRow> rows;

  private Corrections(List<HistoryRow> rows) {
    this.rows = rows;
  }

  public static Corrections of(Desk desk, String stream) {
    return new Corrections(
        desk.ask(new FindStreamHistory(stream, MOST)).stream()
            .filter(row -> row.payload().hasNonNull("reason"))
            .toList());
  }

  /**
   * @param type of the correcting event
   * @param which whether it corrects the thing at hand
   * @return a line for each, oldest first; nothing visible if there is none
   */
  public Div told(String type, Predicate<JsonNode> which) {
    var lines = Ui.div("ft-lines");
    for (var row : rows)
      if (row.type().equals(type) && which.test(row.payload())) lines.add(line(row));
    lines.setVisible(lines.getComponentCount() > 0);
    return lines;
  }

  /** What a value is called that holds in the place of a wrong one. */
  static String bare(String former) {
    var bare = former.substring(FORMER.length());
    return Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
  }

  private static String named(String value) {
    var words = Messages.find("correction.of." + value, Words.locale());
    return words == null ? Values.label(value) : words;
  }

  private static String told(String type) {
    if (type.endsWith("Withdrawn")) return "correction.withdrawn";
    return type.endsWith("Changed") ? "correction.changed" : "correction.told";
  }

  private static Div line(HistoryRow row) {
    var line = Ui.div("ft-correction");
    var wrongs = new ArrayList<HtmlComponent>();
    var names = new ArrayList<String>();
    for (var part : row.payload().properties()) {
      if (!part.getKey().startsWith(FORMER) || part.getKey().equals(FORMER)) continue;
      var name = bare(part.getKey());
      if (part.getValue().isNull() || part.getValue().equals(row.payload().path(name))) continue;
      var wrong = new HtmlComponent("del");
      wrong.getElement().setText(Values.of(part.getValue(), name));
      wrongs.add(wrong);
      names.add(name);
    }
    for (int i = 0; i < wrongs.size(); i++) {
      // of several each by its name: they stand together, at one of the fields
      if (wrongs.size() > 1) line.add(new Span(named(names.get(i)) + ":"));
      line.add(wrongs.get(i));
    }
    if (row.payload().hasNonNull("sha256")) {
      var hash = row.payload().path("sha256").asText();
      var kept = Ui.span("ft-hash", "SHA-256 " + hash);
      kept.setTitle(hash);
      line.add(kept);
    }
    line.add(
        Ui.span(
            "ft-quiet",
            t(
                told(row.type()),
                "at",
                Formats.date(row.at()),
                "name",
                row.actorName(),
                "reason",
                row.payload().path("reason").asText())));
    return line;
  }
}
