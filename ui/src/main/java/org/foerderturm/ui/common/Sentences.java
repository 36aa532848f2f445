package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foerderturm.audit.AuditQuery.HistoryRow;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ModelQuery.FindLabels;
import org.foerderturm.process.ProcessEvent.Label;
import org.jspecify.annotations.Nullable;

/**
 * Says events in sentences. Each type has a pattern {@code event.<Type>}, filled from the payload,
 * the actor's name as {@code {actor}} and, for the two facts of the engine, from what they hold.
 * Where a value may be missing, {@code event.<Type>.without-<name>} says it without that part;
 * {@code event.<Type>.<name>} is a sentence that follows if all of its values are there.
 */
public final class Sentences {
  // payload names that hold user ids
  private static final Set<String> PEOPLE = Set.of("userId", "member", "members", "assignee");
  private final Desk desk;
  private final Map<String, String> names;
  private final FormWords forms;
  private final Map<String, Map<String, Label>> labels = new HashMap<>();

  public Sentences(Desk desk) {
    this.desk = desk;
    this.names = desk.names();
    this.forms = new FormWords(desk);
  }

  public FormWords forms() {
    return forms;
  }

  /** The whole sentence, with who did it first. */
  public String of(HistoryRow row) {
    return led(row, said(row));
  }

  /** The first of what a step of the engine brought about, with who set it in motion first. */
  public String step(HistoryRow row) {
    return led(row, followed(row).getFirst());
  }

  private String led(HistoryRow row, String said) {
    var actor = actor(row);
    return said.startsWith(actor) ? said : t("event.led", "actor", actor, "said", said);
  }

  /** The sentence where it is known already who acted. */
  public String said(HistoryRow row) {
    return switch (row.type()) {
      case "DecisionTaken" -> decision(row) + behalf(row);
      case "CaseAdvanced" -> String.join(" ", followed(row));
      case "PartnerBudgeted" -> pattern(row) + unbalanced(row) + behalf(row);
      default -> pattern(row) + behalf(row);
    };
  }

  /** What one step of the engine brought about, a sentence each. */
  public List<String> followed(HistoryRow row) {
    var p = row.payload();
    var said = new ArrayList<String>();
    var by = actor(row);
    if (p.path("started").asBoolean())
      said.add(t("advanced.started", "actor", by, "title", title(row)));
    var trigger = p.path("trigger").path("kind").asText();
    var ref = p.path("trigger").path("ref").asText();
    if (trigger.equals("timer")) said.add(t("advanced.timer"));
    if (trigger.equals("retry")) said.add(t("advanced.retry", "actor", by));
    if (trigger.equals("message") && !p.path("started").asBoolean())
      said.add(t("advanced.message", "message", Words.code("eventname", ref)));
    for (var change : p.path("tasksChanged")) said.addAll(assigned(row, change));
    for (var task : p.path("tasksClosed"))
      if (task.path("reason").asText().equals("cancelled"))
        said.add(dropped(row, task.path("taskKey").asText()));
    for (var task : p.path("tasksOpened")) said.add(opened(task));
    said.addAll(decided(row));
    for (var incident : p.path("incidentsRaised"))
      said.add(
          incident(
              p.path("model").path("definitionId").asText(""),
              incident.path("elementId").asText(""),
              incident.path("message").asText(null)));
    if (!p.path("incidentsResolved").isEmpty()) said.add(t("advanced.incident-resolved"));
    switch (p.path("ended").asText("")) {
      case "completed" -> said.add(t("advanced.completed"));
      case "cancelled" -> said.add(cancelled(by, trigger, ref));
      default -> {}
    }
    if (said.isEmpty()) said.add(t("advanced.moved"));
    return said;
  }

  private static String cancelled(String by, String trigger, String reason) {
    return trigger.equals("cancel") && !reason.isEmpty()
        ? t("advanced.cancelled-for", "actor", by, "reason", reason)
        : t("advanced.cancelled", "actor", by);
  }

  /** What tables said in one step of the engine, a sentence each. */
  public List<String> decided(HistoryRow row) {
    var said = new ArrayList<String>();
    for (var table : row.payload().path("decisions"))
      said.add(
          t(
              "advanced.decided",
              "table",
              Words.table(table.path("key").asText(), table.path("name").asText()),
              "rules",
              Formats.number(table.path("rules").size()),
              "outputs",
              Values.of(readable(table.path("outputs")))));
    return said;
  }

  /** Without the names of rules, which stand at the table itself. */
  private static JsonNode readable(JsonNode outputs) {
    if (outputs.isArray()) {
      var rows = JsonNodeFactory.instance.arrayNode();
      outputs.forEach(row -> rows.add(readable(row)));
      return rows;
    }
    if (!(outputs instanceof ObjectNode row)) return outputs;
    var said = row.deepCopy();
    row.properties()
        .forEach(
            output -> {
              if (Values.isCode(output.getValue(), output.getKey())) said.remove(output.getKey());
            });
    return said;
  }

  public String actor(HistoryRow row) {
    return Desk.name(Map.of(row.actor(), row.actorName()), row.actor());
  }

  /** Workflows and tables by their names, forms by their number: these have none. */
  private String models(JsonNode deployed) {
    var said = new ArrayList<String>();
    int forms = 0;
    for (var model : deployed) {
      var kind = model.path("kind").asText();
      var name =
          kind.equals("bpmn")
              ? element(model.path("definitionId").asText(), model.path("key").asText())
              : null;
      if (kind.equals("form")) forms++;
      else
        said.add(
            name == null
                ? Words.table(model.path("key").asText(), model.path("name").asText())
                : name);
    }
    if (forms > 0) said.add(Words.count("event.ModelsDeployed.forms", forms));
    return String.join(", ", said);
  }

  private String dropped(HistoryRow row, String task) {
    var name = element(row.payload().path("model").path("definitionId").asText(""), task);
    return name == null
        ? t("advanced.task-dropped-unnamed")
        : t("advanced.task-dropped", "task", name);
  }

  /**
   * That a step failed, by its drawn name; why, if a rule refused it. What the machine says of it
   * stands under details.
   *
   * @param message null where the step only called the workflow that failed
   */
  public String incident(
      String definitionId, @Nullable String elementId, @Nullable String message) {
    var name = elementId == null ? null : element(definitionId, elementId);
    var said =
        message == null
            ? t("incident.below", "step", name == null ? t("incident.some-step") : name)
            : name == null ? t("incident.inside") : t("incident.step", "step", name);
    if (message == null || Messages.find("rejected." + message, Words.locale()) == null)
      return said;
    return said + " " + desk.refusal(new Rejected(message));
  }

  /** What the model's version calls an element; null if nobody named it. */
  private @Nullable String element(String definitionId, String elementId) {
    if (definitionId.isEmpty()) return null;
    var label =
        labels.computeIfAbsent(definitionId, id -> desk.ask(new FindLabels(id))).get(elementId);
    return label == null || label.de().isBlank() || label.de().contains("${")
        ? null
        : Words.name(label);
  }

  private List<String> assigned(HistoryRow row, JsonNode change) {
    if (!change.path("property").asText().equals("assignee")) return List.of();
    if (!change.hasNonNull("newValue")) return List.of(t("advanced.released", "actor", actor(row)));
    var who = change.path("newValue").asText();
    return List.of(
        who.equals(row.actor())
            ? t("advanced.claimed", "actor", actor(row))
            : t("advanced.assigned", "name", Desk.name(names, who)));
  }

  private String opened(JsonNode task) {
    var roles = new ArrayList<String>();
    task.path("candidates").forEach(role -> roles.add(role.asText()));
    var who =
        task.hasNonNull("assignee")
            ? Desk.name(names, task.path("assignee").asText())
            : Words.roles(roles);
    var name = Values.of(task.path("name"));
    return task.hasNonNull("subject")
        ? t(
            "advanced.task-about",
            "task",
            name,
            "subject",
            task.path("subject").asText(),
            "who",
            who)
        : t("advanced.task", "task", name, "who", who);
  }

  private String decision(HistoryRow row) {
    var p = row.payload();
    var task = Values.of(p.path("task"));
    return p.hasNonNull("outcome")
        ? t(
            "event.DecisionTaken",
            "actor",
            actor(row),
            "task",
            task,
            "outcome",
            forms.outcome(
                p.path("form").asText(null),
                p.hasNonNull("formVersion") ? p.path("formVersion").asInt() : null,
                p.path("outcome").asText()))
        : t("event.DecisionTaken.plain", "actor", actor(row), "task", task);
  }

  private String pattern(HistoryRow row) {
    var pattern = Messages.find("event." + row.type(), Words.locale());
    if (pattern == null) return t("event.unknown", "actor", actor(row), "type", row.type());
    var missing = new ArrayList<String>();
    var said =
        Messages.fill(
            pattern,
            name -> {
              var value = value(row, name);
              if (value == null) missing.add(name);
              return value;
            });
    for (var name : missing) {
      var without = Messages.find("event." + row.type() + ".without-" + name, Words.locale());
      if (without != null) {
        said = Messages.fill(without, each -> value(row, each));
        break;
      }
    }
    return said + besides(row);
  }

  /** What is known besides, a sentence each; what is nothing is not told. */
  private String besides(HistoryRow row) {
    var said = new StringBuilder();
    Messages.below("event." + row.type(), Words.locale())
        .forEach(
            (key, pattern) -> {
              if (key.contains(".without-")) return;
              var empty = new ArrayList<String>();
              var sentence =
                  Messages.fill(
                      pattern,
                      name -> {
                        var node = row.payload().path(name);
                        var value = value(row, name);
                        if (value == null || (node.isNumber() && node.decimalValue().signum() == 0))
                          empty.add(name);
                        return value;
                      });
              if (empty.isEmpty() && !sentence.equals(pattern)) said.append(' ').append(sentence);
            });
    return said.toString();
  }

  /** A draft budget may be off; which rows are is said where it was filed, not only at sign-off. */
  private static String unbalanced(HistoryRow row) {
    var off = new ArrayList<String>();
    for (var line : row.payload().path("lines")) {
      long gap = line.path("costsCents").asLong();
      for (var source : List.of("grantCents", "ownCents", "thirdPartyCents"))
        gap -= line.path(source).asLong();
      if (gap != 0)
        off.add(Words.code("cost-row", line.path("row").asText()) + ": " + Formats.gap(gap));
    }
    if (off.isEmpty()) return "";
    return " " + t("event.PartnerBudgeted.unbalanced", "rows", String.join("; ", off));
  }

  /** What the person was told, then by the same words. */
  private String reason(HistoryRow row) {
    var args = new LinkedHashMap<String, Object>();
    for (var arg : row.payload().path("args").properties())
      args.put(arg.getKey(), arg.getValue().isTextual() ? arg.getValue().asText() : arg.getValue());
    var said = desk.refusal(new Rejected(row.payload().path("code").asText(), args));
    return said.replaceAll("\\.$", "");
  }

  /** What was tried, as it stands after "wollte" or "tried to". */
  private static String attempted(String command) {
    var words = Messages.find("attempt." + command, Words.locale());
    return words == null ? t("attempt.unknown") : words;
  }

  private @Nullable String value(HistoryRow row, String name) {
    if (name.equals("actor")) return actor(row);
    if (name.equals("case")) return title(row);
    if (name.equals("models")) return models(row.payload().path(name));
    if (row.type().equals("AttemptRefused")) {
      if (name.equals("code")) return reason(row);
      if (name.equals("command")) return attempted(row.payload().path("command").asText());
    }
    var node = row.payload();
    var last = name;
    for (var part : name.split("\\.")) {
      node = node.path(part);
      last = part;
    }
    if (node.isMissingNode() || node.isNull()) return null;
    if (PEOPLE.contains(last)) return people(node);
    if (last.equals("role") || last.equals("roles")) return roles(node);
    if (node.isTextual()) {
      var words = Messages.find(row.type() + "." + last + "." + node.asText(), Words.locale());
      if (words != null) return words;
    }
    return Values.of(node, last);
  }

  private static String roles(JsonNode node) {
    var codes = new ArrayList<String>();
    if (node.isArray()) node.forEach(each -> codes.add(each.asText()));
    else codes.add(node.asText());
    return Words.roles(codes);
  }

  private String people(JsonNode node) {
    if (!node.isArray()) return Desk.name(names, node.asText());
    var all = new ArrayList<String>();
    node.forEach(each -> all.add(Desk.name(names, each.asText())));
    return String.join(", ", all);
  }

  private static String title(HistoryRow row) {
    return row.caseTitle() == null ? Values.of(row.payload().path("title")) : row.caseTitle();
  }

  private String behalf(HistoryRow row) {
    if (row.onBehalfOf() == null) return "";
    var whom = row.onBehalfOf();
    for (var role : Role.values())
      if (role.code().equals(whom)) return " " + t("event.behalf", "name", Words.role(role));
    return " " + t("event.behalf", "name", Desk.name(names, whom));
  }
}
