package org.foerderturm.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.foerderturm.form.Field.Kind;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** Reads the form schema; whatever could run code or call out is refused with the element named. */
final class SchemaReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern PATH = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_]\\w*)*");
  // drawn as nothing: raw HTML is never passed on, and the ui has its own buttons
  private static final Set<String> IGNORED = Set.of("html", "button");
  private static final Pattern HOLES = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

  private String form = "?";

  FormSchema read(String json) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw refused("?", "not JSON: " + e.getOriginalMessage());
    }
    if (root == null || !root.isObject()) throw refused("?", "not a form");
    form = text(root, "id", "?");
    if (!root.path("components").isArray()) throw refused("?", "no components");
    return new FormSchema(form, fields(root.get("components")));
  }

  private List<Field> fields(JsonNode components) {
    var fields = new ArrayList<Field>();
    var names = new HashSet<String>();
    for (var node : components) {
      if (IGNORED.contains(node.path("type").asText())) continue;
      var field = field(node);
      if (field.key() != null && !names.add(field.key()))
        throw refused(field.id(), "key used twice: " + field.key());
      fields.add(field);
    }
    return List.copyOf(fields);
  }

  private Field field(JsonNode node) {
    var type = node.path("type").asText();
    var key = textOrNull(node, "key");
    var id = text(node, "id", key == null ? type : key);
    Kind kind;
    try {
      kind = Kind.valueOf(type.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw refused(id, "component not supported: " + type);
    }
    if (kind.isInput() && key == null) throw refused(id, "no key");
    if (kind.isInput() && !NAME.matcher(key == null ? "" : key).matches())
      throw refused(id, "key must be a simple name: " + key);
    var path = textOrNull(node, "path");
    if (path != null && !NAME.matcher(path).matches())
      throw refused(id, "path must be a simple name: " + path);
    if (kind == Kind.DYNAMICLIST && path == null) throw refused(id, "a list needs a path");
    var properties = properties(node.path("properties"));
    var picker = properties.get("picker");
    if (picker != null && (kind != Kind.TEXTFIELD || !Field.Picker.NAMES.contains(picker)))
      throw refused(id, "picker not supported: " + picker);
    days(id, kind, properties);
    var prefill = properties.get("prefill");
    if (prefill != null && !PATH.matcher(prefill).matches())
      throw refused(id, "prefill must name a variable: " + prefill);
    if (prefill != null && kind == Kind.RADIO && "outcome".equals(key))
      throw refused(id, "an outcome is never prefilled");
    for (var property : properties.entrySet())
      if (property.getKey().startsWith("show."))
        condition(id, TextNode.valueOf(property.getValue()));
    var label =
        words(
            id, kind == Kind.DATETIME ? dateLabel(node) : node.path("label"), properties, "label");
    return new Field(
        kind,
        id,
        kind.isInput() ? key : null,
        kind == Kind.GROUP || kind == Kind.DYNAMICLIST ? path : null,
        label,
        words(id, node.path("description"), properties, "description"),
        words(id, node.path("text"), properties, "text"),
        textOrNull(node.path("appearance"), "prefixAdorner"),
        textOrNull(node.path("appearance"), "suffixAdorner"),
        initial(node.path("defaultValue")),
        limits(id, node),
        options(id, node.path("values"), properties),
        valuesKey(id, node),
        condition(id, node.path("conditional").path("hide")),
        condition(id, node.path("readonly")),
        node.path("disabled").asBoolean(false),
        text(node, "subtype", "date"),
        source(id, kind, node),
        columns(id, node, properties),
        kind == Kind.GROUP || kind == Kind.DYNAMICLIST
            ? fields(node.path("components"))
            : List.of(),
        properties);
  }

  private void days(String id, Kind kind, Map<String, String> properties) {
    var tense = properties.get("tense");
    if (tense != null && (kind != Kind.DATETIME || !Field.TENSES.contains(tense)))
      throw refused(id, "tense not supported: " + tense);
    var year = properties.get("first-year");
    if (year != null && (kind != Kind.DATETIME || !year.matches("[12]\\d{3}")))
      throw refused(id, "first-year not supported: " + year);
  }

  private static JsonNode dateLabel(JsonNode node) {
    return node.hasNonNull("dateLabel")
        ? node.get("dateLabel")
        : node.hasNonNull("timeLabel") ? node.get("timeLabel") : node.path("label");
  }

  private Field.Limits limits(String id, JsonNode node) {
    var v = node.path("validate");
    for (var rule : List.of("min", "max", "minLength", "maxLength", "pattern"))
      if (v.path(rule).asText().startsWith("=")) throw refused(id, rule + " is an expression");
    var pattern = textOrNull(v, "pattern");
    if (pattern != null)
      try {
        Pattern.compile(pattern);
      } catch (PatternSyntaxException e) {
        throw refused(id, "pattern: " + e.getDescription());
      }
    return new Field.Limits(
        v.path("required").asBoolean(false),
        v.hasNonNull("minLength") ? (Integer) v.get("minLength").asInt() : null,
        v.hasNonNull("maxLength") ? (Integer) v.get("maxLength").asInt() : null,
        pattern,
        textOrNull(v, "patternErrorMessage"),
        v.hasNonNull("min") ? v.get("min").decimalValue() : null,
        v.hasNonNull("max") ? v.get("max").decimalValue() : null,
        textOrNull(v, "validationType"),
        node.hasNonNull("decimalDigits") ? (Integer) node.get("decimalDigits").asInt() : null,
        node.path("disallowPassedDates").asBoolean(false));
  }

  private List<Field.Option> options(String id, JsonNode values, Map<String, String> properties) {
    var options = new ArrayList<Field.Option>();
    for (var node : values) {
      var value = node.path("value").asText();
      if (value.isEmpty()) throw refused(id, "an option has no value");
      var label = text(node, "label", value);
      if (label.startsWith("=")) throw refused(id, "label is an expression");
      options.add(new Field.Option(value, new Text(label, properties.get("values.en." + value))));
    }
    return List.copyOf(options);
  }

  private @Nullable String valuesKey(String id, JsonNode node) {
    var key = textOrNull(node, "valuesKey");
    var expression = textOrNull(node, "valuesExpression");
    if (key == null && expression != null && !expression.isBlank())
      key = expression.substring(expression.startsWith("=") ? 1 : 0).strip();
    if (key == null) return null;
    if (!PATH.matcher(key).matches()) throw refused(id, "options are an expression: " + key);
    return key;
  }

  private @Nullable String source(String id, Kind kind, JsonNode node) {
    if (kind != Kind.TABLE) return null;
    var source = text(node, "dataSource", text(node, "id", ""));
    var name = source.substring(source.startsWith("=") ? 1 : 0).strip();
    if (!PATH.matcher(name).matches()) throw refused(id, "rows are an expression: " + name);
    return name;
  }

  private List<Field.Column> columns(String id, JsonNode node, Map<String, String> properties) {
    if (node.hasNonNull("columnsExpression")) throw refused(id, "columns are an expression");
    var columns = new ArrayList<Field.Column>();
    for (var column : node.path("columns")) {
      var key = column.path("key").asText();
      columns.add(
          new Field.Column(
              key, new Text(text(column, "label", key), properties.get("columns.en." + key))));
    }
    return List.copyOf(columns);
  }

  private @Nullable Condition condition(String id, JsonNode node) {
    if (node.isBoolean()) return node.booleanValue() ? new Condition.Always(true) : null;
    if (!node.isTextual() || node.asText().isBlank()) return null;
    try {
      return Condition.parse(node.asText());
    } catch (IllegalArgumentException e) {
      throw refused(id, String.valueOf(e.getMessage()));
    }
  }

  private Text words(String id, JsonNode node, Map<String, String> properties, String what) {
    if (!node.isTextual()) return Text.NONE;
    var text = new Text(node.asText(), properties.get(what + ".en"));
    for (var words : new String[] {text.de(), text.en()}) {
      if (words == null) continue;
      if (words.startsWith("=")) throw refused(id, what + " is an expression");
      var holes = HOLES.matcher(words);
      while (holes.find())
        if (!PATH.matcher(holes.group(1).strip()).matches())
          throw refused(id, what + " holds an expression: " + holes.group(1).strip());
    }
    return text;
  }

  private static @Nullable Object initial(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : JSON.convertValue(node, Object.class);
  }

  private static Map<String, String> properties(JsonNode node) {
    var properties = new LinkedHashMap<String, String>();
    for (var entry : node.properties()) properties.put(entry.getKey(), entry.getValue().asText());
    return Map.copyOf(properties);
  }

  private static String text(JsonNode node, String name, String otherwise) {
    var text = textOrNull(node, name);
    return text == null ? otherwise : text;
  }

  private static @Nullable String textOrNull(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.get(name).asText() : null;
  }

  private Rejected refused(String element, String reason) {
    return new Rejected("form-refused", Map.of("form", form, "element", element, "reason", reason));
  }
}
