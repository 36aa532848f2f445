package org.foerderturm.ui.rules;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.foerderturm.kernel.RuleChange;
import org.foerderturm.kernel.RuleChange.Added;
import org.foerderturm.kernel.RuleTable;
import org.foerderturm.kernel.RuleTable.Kind;
import org.foerderturm.kernel.RuleTable.Row;
import org.foerderturm.rules.RuleCommand;
import org.foerderturm.rules.RuleCommand.ProposeRuleChange;
import org.foerderturm.ui.common.DayField;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;
import org.jspecify.annotations.Nullable;

/** Asks for a new row, a row that follows another, or the last day of one. */
final class RuleDialogs {
  private static final int LONGEST_SOURCE = 400;
  private static final int LONGEST_NOTE = 400;

  private final Desk desk;
  private final RuleTable table;
  private final Runnable after;

  RuleDialogs(Desk desk, RuleTable table, Runnable after) {
    this.desk = desk;
    this.table = table;
    this.after = after;
  }

  /** What every change says beside the row. */
  private static final class Why {
    final TextField source =
        Inputs.answers(
            Inputs.required(Inputs.line(t("sheet.source"), LONGEST_SOURCE), "source-missing"),
            "source-missing");
    final Checkbox unread = new Checkbox(t("sheet.unread"));
    final TextArea reason = Inputs.required(Inputs.text(t("sheet.reason")), "reason-missing");
    final TextArea past =
        Inputs.answers(Inputs.text(t("sheet.past-reason")), "rule-past-without-reason");

    Why(DayField... days) {
      source.setHelperText(t("sheet.source-help"));
      past.setHelperText(t("sheet.past-help"));
      past.setVisible(false);
      for (var day : days)
        day.addValueChangeListener(
            change -> {
              var value = day.readable();
              past.setVisible(value != null && value.isBefore(LocalDate.now(Formats.OFFICE)));
            });
    }

    String source() {
      var words = source.getValue().strip();
      return unread.getValue() ? words + " (zu bestätigen)" : words;
    }

    @Nullable String past() {
      return past.isEmpty() ? null : past.getValue();
    }
  }

  void add() {
    row(t("sheet.add"), null);
  }

  void follow(Row row) {
    row(t("sheet.follow-title", "row", RuleWords.row(table, row)), row);
  }

  void end(Row row) {
    var day = Inputs.required(Inputs.day(t("sheet.last-day"), null));
    Inputs.answers(day, "rule-ends-before-it-begins", "rule-ends-already", "rule-not-whole-year");
    var why = new Why(day);
    Dialogs.open(
        desk,
        t("sheet.end-title", "row", RuleWords.row(table, row)),
        t("sheet.propose"),
        () ->
            propose(
                new RuleChange(table.file(), table.id(), row.id(), Inputs.needed(day), null), why),
        this::proposed,
        new Paragraph(t("sheet.end-help")),
        day,
        why.source,
        why.unread,
        why.reason,
        why.past);
  }

  private void row(String title, @Nullable Row base) {
    var from = Inputs.day(t("sheet.from-day"), base == null ? null : next(base));
    Inputs.required(from);
    var until = Inputs.day(t("sheet.until-day"), null);
    Inputs.answers(from, "rule-ends-before-it-begins", "rule-not-whole-year", "rule-overlap");
    until.setHelperText(t("sheet.until-help"));
    var asks = RuleCellField.all(table, base == null ? null : base.cells(), true);
    var answers = RuleCellField.all(table, base == null ? null : base.cells(), false);
    var note = Inputs.line(t("sheet.note"), LONGEST_NOTE);
    note.setHelperText(t("sheet.note-help"));
    var why = new Why(from);
    var parts = new ArrayList<Component>();
    parts.add(new Paragraph(base == null ? t("sheet.add-help") : t("sheet.follow-help")));
    parts.addAll(List.of(from, until));
    if (!asks.isEmpty()) parts.add(Ui.span("ft-strong", t("sheet.when")));
    asks.values().forEach(field -> parts.addAll(field.parts()));
    parts.add(Ui.span("ft-strong", t("sheet.then")));
    answers.values().forEach(field -> parts.addAll(field.parts()));
    parts.addAll(List.of(note, why.source, why.unread, why.reason, why.past));
    var id = UUID.randomUUID().toString();
    Dialogs.open(
        desk,
        title,
        t("sheet.propose"),
        () -> {
          var first = Inputs.needed(from);
          var cells = new LinkedHashMap<String, String>();
          for (var column : table.columns())
            if (base != null && RuleWords.isBeside(column))
              cells.put(
                  column.id(), named(base.cells().getOrDefault(column.id(), ""), first.getYear()));
          asks.forEach((column, field) -> cells.put(column.id(), field.text().get()));
          answers.forEach((column, field) -> cells.put(column.id(), field.text().get()));
          propose(
              new RuleChange(
                  table.file(),
                  table.id(),
                  base == null ? null : base.id(),
                  base == null ? null : lastDay(base, first),
                  new Added(
                      "Office_" + id,
                      sourced(cells, note.getValue().strip(), why.source()),
                      first,
                      until.value(),
                      cells)),
              why,
              id);
        },
        this::proposed,
        parts.toArray(Component[]::new));
  }

  /** The code of a rule names its first year: {@code micro-2015}, {@code micro-2028}. */
  private static String named(String cell, int year) {
    return cell.replaceAll("(-\\d{4})?\"$", "-" + year + "\"");
  }

  /** A row that still holds then ends the day before. */
  private static @Nullable LocalDate lastDay(Row base, LocalDate first) {
    var until = base.until();
    return until == null || !until.isBefore(first) ? first.minusDays(1) : null;
  }

  /** The day after a row that ends; nobody knows it of one that doesn't. */
  private static @Nullable LocalDate next(Row base) {
    return base.until() == null ? null : base.until().plusDays(1);
  }

  /** The source stands in its column, or with the note where the table has none. */
  private String sourced(Map<String, String> cells, String note, String source) {
    for (var column : table.columns())
      if (!column.asks() && column.name().equals("source") && column.kind() == Kind.TEXT) {
        cells.put(column.id(), RuleCellField.literal(source));
        return note;
      }
    return (note.isEmpty() ? "" : note + "; ") + "Quelle: " + source;
  }

  private void propose(RuleChange change, Why why) {
    propose(change, why, UUID.randomUUID().toString());
  }

  private void propose(RuleChange change, Why why, String id) {
    desk.send(
        new ProposeRuleChange(
            RuleCommand.idOf(table.file()),
            id,
            change,
            why.reason.getValue(),
            why.source(),
            why.past()));
  }

  private void proposed() {
    after.run();
    Ui.say(t("sheet.said"));
  }
}
