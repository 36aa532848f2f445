package org.foerderturm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foerderturm.form.Field;
import org.foerderturm.form.FormSchema;
import org.foerderturm.log.EventTypes;
import org.foerderturm.process.ModelGuard.Surroundings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models that come with the product pass their own guard, without a warning. */
class ShippedModelsTest {
  private static final Path FOLDER =
      Path.of("..", "processes", "src", "main", "resources", "processes");

  static Stream<Path> workflows() throws IOException {
    try (var folders = Files.list(FOLDER)) {
      return folders.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void a_shipped_workflow_passes(Path folder) throws IOException {
    var catalogue = new Catalogue(new EventTypes());
    var here =
        new Surroundings(
            catalogue.commands().stream().map(Catalogue.Entry::name).collect(Collectors.toSet()),
            catalogue.events().stream().map(Catalogue.Entry::name).collect(Collectors.toSet()),
            file -> null);
    assertThat(ModelGuard.check(models(folder), here)).isEmpty();
  }

  /** "Eingegangen am 31.12.2027" is a slip that nobody finds later. */
  @ParameterizedTest
  @MethodSource("workflows")
  void a_day_says_whether_it_is_about_the_past(Path folder) throws IOException {
    models(folder)
        .forEach(
            (file, text) -> {
              if (file.endsWith(".form"))
                assertThat(days(FormSchema.parse(text).fields()))
                    .as(file)
                    .allMatch(
                        field ->
                            field.limits().notPast() || field.properties().containsKey("tense"));
            });
  }

  private static List<Field> days(List<Field> fields) {
    return fields.stream()
        .flatMap(
            field ->
                field.kind() == Field.Kind.DATETIME && !field.subtype().equals("time")
                    ? Stream.of(field)
                    : days(field.children()).stream())
        .toList();
  }

  /** Of a word that stands twice in a form the reader takes one, and nobody knows which. */
  @ParameterizedTest
  @MethodSource("workflows")
  void no_form_says_anything_twice(Path folder) throws Exception {
    var strict = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    for (var model : models(folder).entrySet())
      if (model.getKey().endsWith(".form"))
        assertThatCode(() -> strict.readTree(model.getValue()))
            .as(model.getKey())
            .doesNotThrowAnyException();
  }

  /** A person who decides about a thing sees it first; a model says so, or why there is none. */
  @ParameterizedTest
  @MethodSource("workflows")
  void every_user_task_names_what_it_shows_first(Path folder) throws Exception {
    for (var model : models(folder).entrySet()) {
      if (!model.getKey().endsWith(".bpmn")) continue;
      for (var element : SafeXml.all(SafeXml.parse(model.getValue()))) {
        if (!Set.of("userTask", "process").contains(element.getLocalName())) continue;
        var said =
            SafeXml.children(element, "extensionElements").stream()
                .flatMap(e -> SafeXml.children(e, "properties").stream())
                .flatMap(e -> SafeXml.children(e, "property").stream())
                .collect(
                    Collectors.toMap(p -> p.getAttribute("name"), p -> p.getAttribute("value")));
        var where = model.getKey() + ": " + element.getAttribute("id");
        var reason = said.getOrDefault("context.none", "");
        assertThat(said.containsKey("context")).as(where).isNotEqualTo(!reason.isBlank());
        var of = said.get("context.of");
        if (of != null) assertThat(model.getValue()).as(where).contains("${" + of + "}");
      }
    }
  }

  private static Map<String, String> models(Path folder) throws IOException {
    var models = new TreeMap<String, String>();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        if (file.toString().matches(".*\\.(bpmn|dmn|form)")) {
          models.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return models;
  }
}
