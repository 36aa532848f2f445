package org.foerderturm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names are sorted in one way: bare sorting puts Ä behind Z. */
class NameOrderSourcesTest {
  private static final List<Pattern> BARE =
      List.of(
          Pattern.compile("CASE_INSENSITIVE_ORDER"),
          Pattern.compile("compareToIgnoreCase"),
          Pattern.compile("Collator\\b"),
          Pattern.compile("order by lower\\("),
          Pattern.compile("ilike"),
          // a name in an order without the order of the language
          Pattern.compile(
              "order by [^\"()]*?\\b(name|title|display_name|member_name|department|partner|holder|held)"
                  + "(?=[,\"\\s])(?! collate)"),
          Pattern.compile("order by [^\"()]*coalesce\\([^)]*\\)(?! collate)"),
          Pattern.compile(
              "[cC]omparing\\((?!NameOrder)[^;\n]*?(::|\\.)(name|title|label|displayName|memberName)(\\(\\))?\\)"));

  @Test
  void names_are_sorted_by_the_order_of_the_language_alone() {
    var found = new ArrayList<String>();
    for (var root : List.of("../engine/src/main/java", "../processes/src/main", "src/main/java"))
      sources(Path.of(root))
          .forEach(
              source -> {
                var text = read(source);
                for (var bare : BARE) {
                  var match = bare.matcher(text);
                  while (match.find()) found.add(source.getFileName() + ": " + match.group());
                }
              });
    assertThat(found).isEmpty();
  }

  @Test
  void a_bare_order_is_found() {
    for (var bad :
        List.of(
            "\"order by lower(m.name), m.id\"",
            "\" order by m.name, m.id\"",
            "\"order by x desc, p.title\"",
            "order by coalesce(s.title, s.id), x",
            "Comparator.comparing(UserRow::displayName)"))
      assertThat(BARE).as(bad).anyMatch(bare -> bare.matcher(bad).find());
    for (var good : List.of("order by m.name collate \\\"de-x-icu\\\", m.id", "order by position"))
      assertThat(BARE).as(good).noneMatch(bare -> bare.matcher(good).find());
  }

  private static Stream<Path> sources(Path root) {
    if (!Files.isDirectory(root)) return Stream.of();
    try (var walk = Files.walk(root)) {
      return walk.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
