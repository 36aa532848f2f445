package org.foerderturm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.foerderturm.kernel.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word of the product exists in both languages. */
class WordsTest {
  private static final Path SOURCES = Path.of("src/main/java/org/foerderturm/ui");
  private static final Path ENGINE = Path.of("../engine/src/main/java");
  private static final Path BUNDLES = Path.of("src/main/resources/i18n");
  private static final Pattern HOLE = Pattern.compile("\\{([A-Za-z0-9_.]+)}");
  private static final Pattern USED = Pattern.compile("\\bt\\(\\s*\"([a-z0-9.-]+[a-z0-9])\"");
  private static final Pattern COUNTED =
      Pattern.compile("Words\\.count\\(\\s*\"([a-z0-9.-]+[a-z0-9])\"");
  private static final Pattern EVENT =
      Pattern.compile("@Revision\\(\"\\d+\"\\)\\s+record ([A-Z]\\w+)\\(");
  private static final Pattern COMMAND =
      Pattern.compile("record ([A-Z]\\w+)\\([^;{}]*?\\)\\s*implements \\w*Command\\b");
  private static final Pattern REFUSAL = Pattern.compile("new Rejected\\(\\s*\"([a-z-]+)\"");

  @Test
  void both_languages_have_the_same_words() {
    assertThat(words("en").stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(words("de").stringPropertyNames());
  }

  @Test
  void both_languages_fill_the_same_holes() {
    var german = words("de");
    var english = words("en");
    for (var key : german.stringPropertyNames())
      // a finding is German text of a decision table; English says the rule that it came from
      if (!key.equals("event.EligibilityChecked"))
        assertThat(holes(english.getProperty(key, "")))
            .as(key)
            .isEqualTo(holes(german.getProperty(key)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void no_word_is_defined_twice(String language) throws IOException {
    var lines = Files.readAllLines(BUNDLES.resolve("messages_" + language + ".properties"));
    var keys =
        lines.stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf('=')).strip())
            .toList();
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void every_word_that_a_screen_uses_exists() {
    var german = words("de");
    var used = new TreeSet<String>();
    sources(SOURCES)
        .forEach(source -> USED.matcher(source).results().forEach(r -> used.add(r.group(1))));
    sources(SOURCES)
        .forEach(
            source ->
                COUNTED
                    .matcher(source)
                    .results()
                    .forEach(
                        r -> {
                          used.add(r.group(1) + ".one");
                          used.add(r.group(1) + ".many");
                        }));
    assertThat(used).hasSizeGreaterThan(200);
    assertThat(german.stringPropertyNames()).containsAll(used);
  }

  @Test
  void every_event_has_a_sentence_and_a_name() {
    var german = words("de");
    var events = found(EVENT);
    events.remove("CaseAdvanced"); // said from what it holds
    assertThat(events).hasSizeGreaterThan(20);
    for (var event : events) {
      assertThat(german.getProperty("event." + event)).as("event." + event).isNotNull();
      assertThat(german.getProperty("eventname." + event)).as("eventname." + event).isNotNull();
    }
  }

  @Test
  void every_refusal_says_what_to_do() {
    var german = words("de");
    var codes = found(REFUSAL);
    assertThat(codes).hasSizeGreaterThan(40);
    for (var code : codes)
      assertThat(german.getProperty("rejected." + code)).as("rejected." + code).isNotNull();
  }

  @Test
  void every_attempt_can_be_told() {
    var german = words("de");
    var commands = new TreeSet<String>();
    for (var source : sources(ENGINE))
      COMMAND.matcher(source).results().forEach(r -> commands.add(r.group(1)));
    assertThat(commands).hasSizeGreaterThan(180);
    for (var command : commands)
      assertThat(german.getProperty("attempt." + command)).as("attempt." + command).isNotNull();
  }

  @Test
  void every_role_has_a_name() {
    for (var role : Role.values())
      assertThat(words("de").getProperty("role." + role.code())).as(role.code()).isNotNull();
  }

  private static TreeSet<String> found(Pattern pattern) {
    var found = new TreeSet<String>();
    sources(ENGINE).forEach(s -> pattern.matcher(s).results().forEach(r -> found.add(r.group(1))));
    return found;
  }

  private static List<String> holes(String words) {
    return HOLE.matcher(words).results().map(r -> r.group(1)).distinct().sorted().toList();
  }

  private static List<String> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(
              file -> {
                try {
                  return Files.readString(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties words(String language) {
    try (var in =
        Files.newBufferedReader(BUNDLES.resolve("messages_" + language + ".properties"))) {
      var words = new Properties();
      words.load(in);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
