package org.foerderturm.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.foerderturm.kernel.RuleTable.Column;
import org.foerderturm.kernel.RuleTable.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Without a screen the words are German. */
class RuleWordsTest {
  private static final Path MODELS = Path.of("../processes/src/main/resources/processes");
  private static final Path BUNDLES = Path.of("src/main/resources/i18n");

  /** A table names its columns in German only. */
  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void every_column_of_a_shipped_table_has_words(String language) throws Exception {
    var words = words(language);
    var missing = new TreeSet<String>();
    for (var file : files(".dmn"))
      for (var kind : List.of("input", "output"))
        for (var column : all(file, kind)) {
          var key = "rule-column." + RuleWords.key(column.getAttribute("label"));
          if (!words.containsKey(key)) missing.add(key + " (" + file.getFileName() + ")");
        }
    assertThat(missing).isEmpty();
  }

  /** By a step of a model, or by a command: then words say by which. */
  @Test
  void of_every_shipped_table_it_is_told_who_asks_it() throws Exception {
    var models = files(".bpmn").stream().map(RuleWordsTest::read).collect(Collectors.joining("\n"));
    var untold = new TreeSet<String>();
    for (var file : files(".dmn"))
      for (var table : all(file, "decision")) {
        var id = table.getAttribute("id");
        if (!models.contains("camunda:decisionRef=\"" + id + "\"")
            && !words("de").containsKey("table-use." + id)) untold.add(id);
      }
    assertThat(untold).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-            | alle",
        ">= 250       | ab 250",
        "< 10         | unter 10",
        "(5..10]      | über 5 bis 10",
        "[14..23]     | 14 bis 23",
        "null         | unbekannt"
      })
  void a_condition_reads_as_people_say_it(String cell, String said) {
    assertThat(RuleWords.cell(column("staff", Kind.WHOLE), cell)).isEqualTo(said);
  }

  @Test
  void money_and_codes_are_words() {
    assertThat(RuleWords.cell(column("cityOwnCents", Kind.WHOLE), "<= 5000000"))
        .isEqualTo("bis 50.000,00\u00a0€");
    assertThat(RuleWords.cell(column("aidCategory", Kind.TEXT), "not(\"no-aid\", \"de-minimis\")"))
        .isEqualTo("alle außer keine Beihilfe, De-minimis-Beihilfe");
  }

  @ParameterizedTest
  @CsvSource({"-,-", ">= 250,>= 250", "> 5,>= 6", "(5..10],[6..10]", "[14..23],[14..23]", "1,1"})
  void a_range_of_whole_numbers_is_entered_by_its_ends(String cell, String written) {
    assertThat(Objects.requireNonNull(RuleRange.of(cell)).inclusive().text()).isEqualTo(written);
  }

  @Test
  void a_range_keeps_what_its_ends_are() {
    for (var cell : List.of("-", "<= 5", "< 5", "> 5", "(5..10]", "[8..15)", "2.5"))
      assertThat(Objects.requireNonNull(RuleRange.of(cell)).text()).isEqualTo(cell);
    assertThat(RuleRange.of("not(1)")).isNull();
    assertThat(new RuleRange(BigDecimal.ONE, true, null, true).text()).isEqualTo(">= 1");
  }

  @Test
  void a_text_can_t_leave_its_cell() {
    assertThat(RuleCellField.literal(" Art. 3 \"neu\" \\ ")).isEqualTo("\"Art. 3 ”neu” /\"");
  }

  private static Column column(String name, Kind kind) {
    return new Column("c", "Spalte", name, kind, true, List.of());
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(MODELS)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Element> all(Path file, String name) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    var found = factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagNameNS("*", name);
    return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
        .map(i -> (Element) found.item(i))
        .toList();
  }

  private static Properties words(String language) throws IOException {
    var words = new Properties();
    try (var in =
        Files.newBufferedReader(BUNDLES.resolve("messages_" + language + ".properties"))) {
      words.load(in);
    }
    return words;
  }
}
