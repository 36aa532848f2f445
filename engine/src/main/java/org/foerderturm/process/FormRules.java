package org.foerderturm.process;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;
import java.util.regex.Pattern;
import org.foerderturm.form.FormSchema;
import org.foerderturm.kernel.Rejected;

/**
 * What a form may contain. {@link FormSchema} reads conditions with a grammar of its own and knows
 * no other expression; here is what it leaves out silently, and what would make it slow.
 */
final class FormRules {
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(40)
                          .maxStringLength(20_000)
                          .maxNumberLength(40)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Set<String> REFUSED_TYPES =
      Set.of("html", "iframe", "script", "expression", "documentPreview");

  /** A repeated group: what makes a regular expression take exponential time. */
  private static final Pattern SLOW = Pattern.compile("\\)[*+{]|\\\\[1-9]|\\(\\?[<!=]");

  private static final int LONGEST_PATTERN = 200;
  private static final int MOST_COMPONENTS = 500;

  private FormRules() {}

  static void check(String id, String text, ModelFinding.Sink sink) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      sink.add(id, "unreadable", id, "not JSON: " + e.getOriginalMessage());
      return;
    }
    if (!root.path("id").asText().equals(id)) {
      sink.add(id, "naming", "id " + root.path("id").asText(), "the id is the file's name");
    }
    int[] left = {MOST_COMPONENTS};
    checkParts(id, root, sink, left);
    if (left[0] < 0) {
      sink.add(id, "too-large", "components", "more than " + MOST_COMPONENTS);
    }
    try {
      FormSchema.parse(text);
    } catch (Rejected e) {
      sink.add(
          String.valueOf(e.args().getOrDefault("element", id)),
          "not-on-list",
          String.valueOf(e.args().getOrDefault("reason", e.code())),
          "forms can't do that");
    }
  }

  private static void checkParts(String owner, JsonNode node, ModelFinding.Sink sink, int[] left) {
    var id =
        node.hasNonNull("id")
            ? node.get("id").asText()
            : node.hasNonNull("key") ? node.get("key").asText() : owner;
    var type = node.path("type").asText();
    if (!type.isEmpty()) {
      left[0]--;
    }
    if (REFUSED_TYPES.contains(type)) {
      sink.add(id, "runs-code", "type " + type, "foreign or computed content");
    }
    var pattern = node.path("validate").path("pattern").asText();
    if (pattern.length() > LONGEST_PATTERN || SLOW.matcher(pattern).find()) {
      sink.add(id, "unbounded", "pattern " + pattern, "repeated groups can take for ever");
    }
    for (var entry : node.properties()) {
      var value = entry.getValue();
      if (value.isTextual() && scriptLike(value.asText())) {
        sink.add(id, "runs-code", entry.getKey() + " " + value.asText(), "looks like a script");
      }
      checkParts(id, value, sink, left);
    }
    if (node.isArray()) {
      node.forEach(part -> checkParts(id, part, sink, left));
    }
  }

  private static boolean scriptLike(String text) {
    var plain = text.replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(java.util.Locale.ROOT);
    return plain.contains("<script")
        || plain.contains("javascript:")
        || plain.contains("data:text/html")
        || plain.contains("<iframe");
  }
}
