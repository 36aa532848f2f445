package org.foerderturm.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.foerderturm.kernel.SearchText;
import org.foerderturm.view.Recorded;

/** What of an event people search by: names, texts and values, not ids, hashes and times. */
final class Words {
  /** PostgreSQL holds at most 1 MiB of words a row; nobody searches the end of a long text. */
  private static final int MOST = 20_000;

  private static final String MARK = "engine";

  private static final Pattern TECHNICAL =
      Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}.*|[0-9a-fA-F]{32,}|\\d{4}-\\d\\d-\\d\\dT.*");

  /** Engine words of every event, and those of process events outside the values people entered. */
  private static final Set<String> ALWAYS = Set.of("definitionId", "sha256", "mediaType");

  private static final Set<String> ENGINE =
      Set.of(
          "entered",
          "left",
          "trigger",
          "rules",
          "scope",
          "type",
          "elementId",
          "oldValue",
          "property");

  private static final Set<String> ENTERED = Set.of("newValue", "inputs", "outputs");

  private Words() {}

  static String of(Recorded recorded, JsonNode payload) {
    var words = new LinkedHashSet<String>();
    words.add(recorded.actor());
    if (!TECHNICAL.matcher(recorded.stream()).matches()) words.add(recorded.stream());
    boolean step = recorded.type().equals("CaseAdvanced");
    collect(payload, step, words);
    if (step) words.addAll(marks(payload));
    return join(words);
  }

  /**
   * What a step of the engine brought about, one word each: its sentences are made when they are
   * shown, and found by these.
   */
  private static Set<String> marks(JsonNode step) {
    var marks = new LinkedHashSet<String>();
    if (step.path("started").asBoolean()) marks.add(MARK + "started");
    String trigger = step.path("trigger").path("kind").asText();
    if (trigger.equals("timer") || trigger.equals("retry") || trigger.equals("message"))
      marks.add(MARK + trigger);
    if (!step.path("tasksOpened").isEmpty()) marks.add(MARK + "task");
    for (JsonNode closed : step.path("tasksClosed"))
      if (closed.path("reason").asText().equals("cancelled")) marks.add(MARK + "dropped");
    if (!step.path("decisions").isEmpty()) marks.add(MARK + "decided");
    if (!step.path("incidentsRaised").isEmpty()) marks.add(MARK + "incident");
    if (!step.path("incidentsResolved").isEmpty()) marks.add(MARK + "resolved");
    if (step.hasNonNull("ended")) marks.add(MARK + step.path("ended").asText());
    for (JsonNode change : step.path("tasksChanged"))
      if (change.path("property").asText().equals("assignee"))
        marks.add(MARK + (change.hasNonNull("newValue") ? "assigned" : "released"));
    return marks;
  }

  private static void collect(JsonNode node, boolean engine, Set<String> words) {
    if (node.isTextual()) {
      String text = node.textValue();
      if (!text.isBlank() && !TECHNICAL.matcher(text).matches()) words.add(text);
    } else if (node.isNumber()) {
      words.add(node.asText());
    } else if (node.isArray()) {
      node.forEach(element -> collect(element, engine, words));
    } else {
      for (Map.Entry<String, JsonNode> field : node.properties())
        if (!ALWAYS.contains(field.getKey()) && !(engine && ENGINE.contains(field.getKey())))
          collect(field.getValue(), engine && !ENTERED.contains(field.getKey()), words);
    }
  }

  private static String join(Set<String> words) {
    var text = new StringBuilder();
    for (String word : words) {
      if (text.length() + word.length() > MOST) break;
      text.append(word).append(' ');
    }
    return SearchText.of(text.toString());
  }
}
