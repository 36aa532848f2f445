package org.foerderturm.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.log.EventTypes;
import org.foerderturm.log.Json;

/**
 * What a modeler can use: the commands that a service task may send and the events that a message
 * may wait for, read from their types. Element templates for Camunda Modeler are made from it.
 */
public final class Catalogue {
  private static final String SCHEMA =
      "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";

  private final EventTypes types;

  public Catalogue(EventTypes types) {
    this.types = types;
  }

  /** A component of a command or event. */
  public record Component(String name, String type) {}

  /** A command or event. */
  public record Entry(String name, String feature, List<Component> components) {}

  /** Commands that models may send, by name. */
  public List<Entry> commands() {
    var sorted = new TreeMap<String, Class<?>>();
    types
        .commands()
        .forEach(
            (name, type) -> {
              AllowedTo rule = type.getAnnotation(AllowedTo.class);
              if (rule != null && rule.models()) sorted.put(name, type);
            });
    return sorted.values().stream().map(Catalogue::entry).toList();
  }

  /** All events, by name. */
  public List<Entry> events() {
    return new TreeMap<>(types.events()).values().stream().map(Catalogue::entry).toList();
  }

  private static Entry entry(Class<?> type) {
    String feature = type.getPackageName().replaceFirst(".*\\.", "");
    return new Entry(
        EventTypes.name(type),
        feature,
        Arrays.stream(type.getRecordComponents())
            // a model has seen no record
            .filter(part -> part.getType() != type)
            .map(Catalogue::component)
            .toList());
  }

  private static Component component(RecordComponent part) {
    return new Component(part.getName(), typeName(part.getGenericType()));
  }

  private static String typeName(Type type) {
    if (type instanceof ParameterizedType generic)
      return typeName(generic.getRawType())
          + Arrays.stream(generic.getActualTypeArguments()).map(Catalogue::typeName).toList();
    if (!(type instanceof Class<?> raw)) return "Object";
    if (!raw.isEnum()) return raw.getSimpleName();
    // as models and stored events write them
    return Arrays.stream(raw.getEnumConstants())
        .map(value -> Json.MAPPER.convertValue(value, String.class))
        .toList()
        .toString();
  }

  /** File name → element template of each command, one a file. */
  public Map<String, String> elementTemplates() {
    var files = new TreeMap<String, String>();
    for (Entry command : commands()) files.put(command.name() + ".json", template(command));
    return files;
  }

  private static String template(Entry command) {
    ObjectNode template = Json.MAPPER.createObjectNode();
    template.put("$schema", SCHEMA);
    template.put("name", command.name());
    template.put("id", "org.foerderturm." + command.name());
    template.put(
        "description", "Sends the command " + command.name() + " (" + command.feature() + ")");
    template.putArray("appliesTo").add("bpmn:ServiceTask");
    var properties = template.putArray("properties");
    property(properties.addObject(), "Hidden", null, "${command}")
        .putObject("binding")
        .put("type", "property")
        .put("name", "camunda:delegateExpression");
    input(property(properties.addObject(), "Hidden", null, command.name()), "command");
    for (Component part : command.components())
      input(
          property(
              properties.addObject(),
              "String",
              part.name() + " (" + part.type() + ")",
              "${" + part.name() + "}"),
          part.name());
    return template.toPrettyString().replace("\r\n", "\n") + "\n";
  }

  private static ObjectNode property(
      ObjectNode property,
      String kind,
      @org.jspecify.annotations.Nullable String label,
      String value) {
    property.put("type", kind);
    if (label != null) property.put("label", label);
    return property.put("value", value);
  }

  private static void input(ObjectNode property, String name) {
    property.putObject("binding").put("type", "camunda:inputParameter").put("name", name);
  }
}
