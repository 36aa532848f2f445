package org.foerderturm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.foerderturm.form.Field;
import org.foerderturm.form.FormSchema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/**
 * Every name that a model gives to a value has words in both languages: of the bundle, or of one of
 * its forms. Names without words would stand in the history as the machine knows them.
 */
class ModelWordsTest {
  private static final Path FOLDER =
      Path.of("..", "processes", "src", "main", "resources", "processes");
  private static final Path BUNDLES = Path.of("src/main/resources/i18n");

  static Stream<Path> workflows() throws IOException {
    try (var folders = Files.list(FOLDER)) {
      return folders.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void every_variable_field_and_result_has_words(Path folder) throws Exception {
    var names = new TreeMap<String, String>();
    var german = new HashSet<String>();
    var english = new HashSet<String>();
    for (var file : files(folder)) {
      var name = file.getFileName().toString();
      if (name.endsWith(".form"))
        gather(FormSchema.parse(Files.readString(file)).fields(), name, names, german, english);
      if (name.endsWith(".bpmn")) variables(file, names);
      if (name.endsWith(".dmn"))
        all(file, "output").forEach(output -> names.put(output.getAttribute("name"), name));
    }
    assertThat(names).isNotEmpty();
    without("de", german, names);
    without("en", english, names);
  }

  /** A table has no place for a second language, so its name has words by its key. */
  @ParameterizedTest
  @MethodSource("workflows")
  void every_table_has_a_name_in_both_languages(Path folder) throws Exception {
    for (var file : files(folder))
      if (file.getFileName().toString().endsWith(".dmn"))
        for (var table : all(file, "decision"))
          for (var language : List.of("de", "en"))
            assertThat(words(language)).containsKey("table." + table.getAttribute("id"));
  }

  private static Properties words(String language) throws IOException {
    var words = new Properties();
    try (var in =
        Files.newBufferedReader(BUNDLES.resolve("messages_" + language + ".properties"))) {
      words.load(in);
    }
    return words;
  }

  private static void without(String language, Set<String> told, TreeMap<String, String> names)
      throws IOException {
    var words = words(language);
    var missing = new TreeSet<String>();
    names.forEach(
        (name, file) -> {
          if (!told.contains(name) && !words.containsKey("variable." + name))
            missing.add(name + " (" + file + ")");
        });
    assertThat(missing).as("no words in " + language).isEmpty();
  }

  private static void gather(
      List<Field> fields,
      String file,
      TreeMap<String, String> names,
      Set<String> german,
      Set<String> english) {
    for (var field : fields) {
      var name = field.key() == null ? field.path() : field.key();
      if (name != null) {
        names.put(name, file);
        if (!field.label().in(Locale.GERMAN).isBlank()) german.add(name);
        if (field.label().en() != null) english.add(name);
      }
      for (var column : field.columns()) {
        names.put(column.key(), file);
        german.add(column.key());
        if (column.label().en() != null) english.add(column.key());
      }
      gather(field.children(), file, names, german, english);
    }
  }

  private static void variables(Path file, TreeMap<String, String> names) throws Exception {
    var name = file.getFileName().toString();
    for (var output : all(file, "outputParameter")) names.put(output.getAttribute("name"), name);
    for (var input : all(file, "inputParameter")) {
      var element = (Element) input.getParentNode().getParentNode().getParentNode();
      // those of a service task are the fields of its command
      if (Set.of("userTask", "subProcess").contains(element.getLocalName()))
        names.put(input.getAttribute("name"), name);
    }
    for (var element : all(file, "*"))
      for (var attribute : List.of("resultVariable", "elementVariable"))
        if (element.hasAttribute("camunda:" + attribute))
          names.put(element.getAttribute("camunda:" + attribute), name);
    for (var property : all(file, "property"))
      if (property.getAttribute("name").equals("collect"))
        names.put(property.getAttribute("value").split(":")[0].strip(), name);
  }

  private static List<Element> all(Path file, String name) throws Exception {
    var found = new java.util.ArrayList<Element>();
    var nodes =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getElementsByTagNameNS("*", name);
    for (int i = 0; i < nodes.getLength(); i++) found.add((Element) nodes.item(i));
    return found;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
