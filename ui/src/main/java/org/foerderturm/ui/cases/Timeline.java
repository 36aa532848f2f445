package org.foerderturm.ui.cases;

import static org.foerderturm.ui.common.Words.t;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.foerderturm.audit.AuditQuery.HistoryRow;
import org.foerderturm.process.ModelQuery.FindModelSource;
import org.foerderturm.process.ModelQuery.FindModels;
import org.foerderturm.ui.common.CaseWords;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Sentences;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Values;
import org.foerderturm.ui.common.Words;
import org.foerderturm.ui.diagram.DecisionTable;
import org.jspecify.annotations.Nullable;

/**
 * What happened, by day, newest first. Everything that one act caused stands under that act: what
 * was entered, what changed, which rules hit, what followed.
 */
public final class Timeline extends Div {
  private static final List<String> QUIET = List.of("CaseAdvanced");
  private final transient Desk desk;
  private final boolean brief;
  private final boolean withCase;
  private transient Pointers pointers = new Pointers(List.of());

  /**
   * @param brief only the sentences, without changes and details
   * @param withCase names the case at each entry
   */
  public Timeline(Desk desk, boolean brief, boolean withCase) {
    this.desk = desk;
    this.brief = brief;
    this.withCase = withCase;
    addClassName("ft-timeline");
  }

  /** Shows these, newest first. */
  public void show(List<HistoryRow> rows) {
    show(rows, t("history.empty"));
  }

  /**
   * @param none what to say if there are none
   */
  public void show(List<HistoryRow> rows, String none) {
    removeAll();
    var sentences = new Sentences(desk);
    pointers = new Pointers(rows);
    var acts = new LinkedHashMap<String, List<HistoryRow>>();
    for (var row : rows) acts.computeIfAbsent(row.correlation(), c -> new ArrayList<>()).add(row);
    LocalDate day = null;
    var list = new OrderedList();
    for (var act : acts.values()) {
      var lead = lead(act);
      var that = Formats.day(lead.at());
      if (!that.equals(day)) {
        day = that;
        list = new OrderedList();
        var section = new Section(new H3(Formats.longDay(that)), list);
        section.addClassName("ft-day");
        add(section);
      }
      list.add(entry(sentences, lead, act));
    }
    if (rows.isEmpty()) add(Ui.span("ft-quiet", none));
  }

  /** What set a step in motion, in one sentence: the decision behind it, else what it brought. */
  static String cause(Sentences sentences, List<HistoryRow> history, HistoryRow step) {
    return sentence(
        sentences,
        lead(
            history.stream().filter(row -> row.correlation().equals(step.correlation())).toList()));
  }

  /** The decision if there is one, else the first fact that is not the engine's own. */
  private static HistoryRow lead(List<HistoryRow> act) {
    return act.stream()
        .min(
            Comparator.<HistoryRow>comparingInt(
                    row ->
                        row.type().equals("DecisionTaken") ? 0 : QUIET.contains(row.type()) ? 2 : 1)
                .thenComparingLong(HistoryRow::position))
        .orElseThrow();
  }

  private ListItem entry(Sentences sentences, HistoryRow lead, List<HistoryRow> act) {
    var item = new ListItem();
    item.addClassName("ft-act");
    act.forEach(row -> pointers.stands(row, item));
    var time = Ui.time(lead.at(), Formats.time(lead.at()));
    time.addClassName("ft-act-time");
    var body = Ui.div("ft-act-body", Ui.span("ft-act-sentence", sentence(sentences, lead)));
    if (withCase && lead.caseId() != null)
      body.add(
          Ui.link(
              "cases/" + lead.caseId(),
              lead.caseTitle() == null ? t("case.open") : lead.caseTitle()));
    if (!brief) addEntered(sentences, lead, body);
    addFollowed(sentences, lead, act, body);
    for (var row : act) body.add(pointers.of(row));
    if (!brief) {
      for (var row : act) addChanges(row, body);
      for (var row : act) addTables(row, body);
      body.add(details(act));
    }
    item.add(symbol(lead), time, body);
    return item;
  }

  private static String sentence(Sentences sentences, HistoryRow lead) {
    return QUIET.contains(lead.type()) ? sentences.step(lead) : sentences.of(lead);
  }

  private static Icon symbol(HistoryRow row) {
    var icon =
        Ui.icon(
            switch (row.type()) {
              case "DecisionTaken" -> VaadinIcon.CHECK_CIRCLE;
              case "CommentAdded" -> VaadinIcon.COMMENT_ELLIPSIS_O;
              case "FileAttached" -> VaadinIcon.PAPERCLIP;
              case "AttemptRefused", "SignInRefused" -> VaadinIcon.BAN;
              case "VoteCast",
                  "BiasDeclared",
                  "MotionDecided",
                  "MotionWithdrawn",
                  "MotionSubmitted" ->
                  VaadinIcon.GAVEL;
              case "CaseAdvanced" ->
                  row.payload().path("incidentsRaised").isEmpty()
                      ? VaadinIcon.ARROW_RIGHT
                      : VaadinIcon.WARNING;
              default -> VaadinIcon.CIRCLE_THIN;
            });
    icon.addClassName("ft-act-icon");
    return icon;
  }

  private static void addEntered(Sentences sentences, HistoryRow lead, Div body) {
    if (lead.type().equals("CommentAdded")) {
      body.add(Ui.span("ft-quote", lead.payload().path("text").asText()));
      return;
    }
    if (!lead.type().equals("DecisionTaken")) return;
    var payload = lead.payload();
    var form = payload.path("form").asText(null);
    var version = payload.hasNonNull("formVersion") ? payload.path("formVersion").asInt() : null;
    var facts = Ui.facts();
    for (var value : payload.path("values").properties())
      if (!value.getKey().equals("outcome"))
        Ui.fact(
            facts,
            sentences.forms().label(form, version, value.getKey()),
            sentences.forms().value(form, version, value.getKey(), plain(value.getValue())));
    if (facts.getChildren().findAny().isPresent()) body.add(facts);
  }

  private static void addFollowed(
      Sentences sentences, HistoryRow lead, List<HistoryRow> act, Div body) {
    var said = new ArrayList<String>();
    act.stream()
        .sorted(Comparator.comparingLong(HistoryRow::position))
        .forEach(
            row -> {
              if (QUIET.contains(row.type())) said.addAll(sentences.followed(row));
              else if (row.position() != lead.position()) said.add(sentences.said(row));
            });
    if (QUIET.contains(lead.type()) && !said.isEmpty()) said.removeFirst();
    said.removeIf(words -> words.equals(t("advanced.moved")));
    if (said.isEmpty()) return;
    var list = new UnorderedList();
    list.addClassName("ft-followed");
    said.stream().distinct().forEach(words -> list.add(new ListItem(words)));
    body.add(list);
  }

  private void addChanges(HistoryRow row, Div body) {
    var changes = new ArrayList<JsonNode>();
    for (var change : row.payload().path("variables"))
      if (change.path("scope").asText().equals("case")
          && !Objects.equals(change.path("oldValue"), change.path("newValue"))) changes.add(change);
    if (changes.isEmpty()) return;
    var words = CaseWords.of(desk, row.payload().path("model").path("definitionId").asText());
    // what has no words is machinery: it stands under the details of the step
    changes.removeIf(
        change -> {
          var name = change.path("name").asText();
          return !words.hasWords(name)
              || words.isCode(name, plain(change.path("newValue")))
              || words.isCode(name, plain(change.path("oldValue")));
        });
    if (changes.isEmpty()) return;
    var table = Ui.table("", t("history.what"), t("history.before"), t("history.after"));
    table.removeCaption();
    var rows = body(table);
    for (var change : changes) {
      var name = change.path("name").asText();
      var line = new NativeTableRow();
      line.add(new NativeTableCell(words.label(name)));
      line.add(new NativeTableCell(words.value(name, plain(change.path("oldValue")))));
      line.add(new NativeTableCell(words.value(name, plain(change.path("newValue")))));
      rows.add(line);
    }
    var details = new Details(t("history.changes", "count", changes.size()), Ui.scroll(table));
    details.addClassName("ft-fold");
    body.add(details);
  }

  private void addTables(HistoryRow row, Div body) {
    if (row.payload().path("decisions").isEmpty()) return;
    var words = CaseWords.of(desk, row.payload().path("model").path("definitionId").asText());
    for (var table : row.payload().path("decisions")) {
      var hit = new ArrayList<String>();
      table.path("rules").forEach(rule -> hit.add(rule.asText()));
      var dmn = source(table.path("key").asText(), table.path("version").asInt());
      if (dmn == null) continue;
      var inputs = Ui.facts();
      var variables = DecisionTable.variables(dmn);
      for (var input : table.path("inputs").properties())
        addInput(inputs, input.getKey(), plain(input.getValue()), variables, words);
      var details =
          new Details(
              t(
                  "history.rules",
                  "table",
                  Words.table(table.path("key").asText(), table.path("name").asText())),
              inputs,
              new DecisionTable(dmn, hit, true));
      details.addClassName("ft-fold");
      body.add(details);
    }
  }

  private static void addInput(
      Div inputs,
      String column,
      @Nullable Object value,
      Map<String, String> variables,
      CaseWords words) {
    var name = variables.getOrDefault(column, column);
    var label = name.endsWith("Cents") ? column.replace(" (Cent)", "") : column; // shown in euros
    Ui.fact(inputs, Values.label(label), words.value(name, value));
  }

  private @Nullable String source(String key, int version) {
    return desk.ask(new FindModels()).stream()
        .filter(model -> model.kind().equals("dmn") && model.key().equals(key))
        .filter(model -> model.version() == version)
        .findFirst()
        .map(model -> desk.ask(new FindModelSource(model.definitionId())))
        .orElse(null);
  }

  /** Ids and JSON, for those who must know. */
  private static Component details(List<HistoryRow> act) {
    var text = new StringBuilder();
    for (var row : act)
      text.append("#")
          .append(row.position())
          .append(" ")
          .append(row.type())
          .append(" · ")
          .append(row.eventId())
          .append(" · ")
          .append(row.actor())
          .append(" (")
          .append(row.roles())
          .append(")\nleaf ")
          .append(row.leaf())
          .append("\n")
          .append(row.payload().toPrettyString())
          .append("\n\n");
    var details = new Details(t("history.details"), new Span());
    details.addClassNames("ft-fold", "ft-ids");
    details.addOpenedChangeListener(
        opened -> {
          if (!opened.isOpened()) return;
          details.removeAll();
          details.add(new Pre(text.toString()));
        });
    return details;
  }

  private static NativeTableBody body(NativeTable table) {
    return table
        .getChildren()
        .filter(NativeTableBody.class::isInstance)
        .map(NativeTableBody.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable Object plain(JsonNode node) {
    if (node.isArray()) {
      var list = new ArrayList<Object>();
      node.forEach(each -> list.add(each.isValueNode() ? each.asText() : each));
      return list;
    }
    if (node.isTextual()) return node.asText();
    if (node.isNumber()) return node.numberValue();
    if (node.isBoolean()) return node.booleanValue();
    return node;
  }
}
