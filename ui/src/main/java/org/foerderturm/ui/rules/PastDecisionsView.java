package org.foerderturm.ui.rules;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.foerderturm.kernel.NameOrder;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.PastRule.PastDecision;
import org.foerderturm.kernel.RuleTable;
import org.foerderturm.kernel.Sort;
import org.foerderturm.rules.RuleQuery.FindPastDecisions;
import org.foerderturm.rules.RuleQuery.FindRuleTables;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Sorting;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** What was decided before and would come out differently by the rules of today. */
@Route("rules/past")
@RolesAllowed({"OFFICE_LEAD", "AUDITOR", "ADMINISTRATOR"})
public class PastDecisionsView extends View implements BeforeEnterObserver {
  /** What the words name by codes, and under which key the codes have words. */
  private static final Map<String, String> CODES =
      Map.of("remedyThen", "remedy", "remedyNow", "remedy", "category", "aid-category");

  private final Map<String, RuleTable> tables = new LinkedHashMap<>();
  private final Set<PastDecision> found = new LinkedHashSet<>(); // told once, however often so
  private final Grid<PastDecision> list = Lists.grid(t("past"));
  private final Sorting<PastDecision> sorting = new Sorting<>(list);
  private final Paragraph count = Lists.count();
  private final Button more = Ui.quiet(t("past.more"), this::look);
  private @Nullable Long next = 0L;

  PastDecisionsView(Desk desk) {
    super(desk, t("past"));
    addClassName("ft-full");
    for (var table : desk.ask(new FindRuleTables())) tables.put(table.id(), table);
    list.addClassName("ft-whole"); // what is told is read to its end
    list.addColumn(row -> Formats.date(row.on())).setHeader(t("past.on")).setAutoWidth(true);
    list.addComponentColumn(row -> Ui.link(row.page(), row.title()))
        .setHeader(t("past.what"))
        .setWidth("14rem")
        .setFlexGrow(3);
    list.addComponentColumn(this::rule).setHeader(t("past.rule")).setWidth("11rem").setFlexGrow(2);
    list.addComponentColumn(this::told)
        .setHeader(t("past.then-now"))
        .setWidth("20rem")
        .setFlexGrow(6);
    sorting.columns("on", "what", "rule", "told");
    Lists.cards(
        list,
        row ->
            Lists.card(
                Ui.link(row.page(), row.title()), told(row), name(row), Formats.date(row.on())));
    list.setEmptyStateComponent(Ui.empty(t("past.empty"), t("past.empty-help")));
    Lists.lazy(list, this::part, row -> row);
    add(
        Ui.link("rules", t("sheet.back")),
        new Paragraph(t("past.help")),
        Ui.div("ft-filters", sorting.choice()),
        list,
        count,
        more);
    look();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    sorting.read(event.getLocation().getQueryParameters());
    list.getDataProvider().refreshAll();
  }

  /** All of them are at hand; the list shows a part of them in its order. */
  private Page<PastDecision> part(int offset, int limit) {
    return new Page<>(
        found.stream().sorted(order(sorting.sort())).skip(offset).limit(limit).toList(),
        found.size());
  }

  private Comparator<PastDecision> order(@Nullable Sort sort) {
    if (sort == null) return Comparator.comparing(PastDecision::on).reversed();
    Comparator<PastDecision> up =
        switch (sort.column()) {
          case "what" -> NameOrder.by(PastDecision::title);
          case "rule" -> NameOrder.by(this::name);
          case "told" -> NameOrder.by(this::sentence);
          default -> Comparator.comparing(PastDecision::on);
        };
    return sort.down() ? up.reversed() : up;
  }

  private void look() {
    if (next == null) return;
    var looked = desk.ask(new FindPastDecisions(next));
    next = looked.next();
    found.addAll(looked.differing());
    list.getDataProvider().refreshAll();
    list.setAllRowsVisible(found.size() < 50);
    count.setText(
        Words.count("past.count", found.size()) + (next == null ? "" : " " + t("past.so-far")));
    more.setVisible(next != null);
  }

  private @Nullable RuleTable table(PastDecision row) {
    return tables.get(String.valueOf(row.told().get("table")));
  }

  private String name(PastDecision row) {
    var table = table(row);
    return table == null ? Words.code("past.name", row.rule()) : RuleWords.table(table);
  }

  private Component rule(PastDecision row) {
    var table = table(row);
    return table == null ? new Span(name(row)) : Ui.link("rules/" + table.id(), name(row));
  }

  private Component told(PastDecision row) {
    return new Span(sentence(row));
  }

  private String sentence(PastDecision row) {
    var table = table(row);
    var told = new ArrayList<Object>();
    row.told()
        .forEach(
            (name, value) -> {
              told.add(name);
              told.add(words(table, name, value));
            });
    return t("past." + row.rule(), told.toArray());
  }

  private static String words(@Nullable RuleTable table, String name, Object value) {
    if (value instanceof LocalDate day) return Formats.date(day);
    if (table != null && value instanceof List<?> rows) return answers(table, rows);
    var prefix = CODES.get(name);
    if (prefix != null) return Words.code(prefix, value.toString());
    if (name.equals("own") || name.equals("total")) return Formats.euros((Long) value);
    return name.equals("year") || !(value instanceof Number number)
        ? value.toString()
        : Formats.number(number.longValue());
  }

  /** Each row that fitted, by its answers. */
  private static String answers(RuleTable table, List<?> rows) {
    if (rows.isEmpty() || rows.stream().allMatch(row -> ((Map<?, ?>) row).isEmpty()))
      return t("past." + (rows.isEmpty() ? "no-row" : "nothing"));
    return rows.stream()
        .map(
            row ->
                table.columns().stream()
                    .filter(column -> ((Map<?, ?>) row).containsKey(column.name()))
                    .map(
                        column ->
                            RuleWords.column(column)
                                + ": "
                                + RuleWords.cell(
                                    column, cell(((Map<?, ?>) row).get(column.name()))))
                    .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; "));
  }

  private static String cell(@Nullable Object value) {
    return value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
  }
}
