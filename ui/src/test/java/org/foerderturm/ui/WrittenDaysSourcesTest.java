package org.foerderturm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Days are written in one way in each language, on every screen, paper, calendar and in every
 * spreadsheet: nothing but {@code WrittenDays} knows a format of days.
 */
class WrittenDaysSourcesTest {
  private static final Pattern FORMAT =
      Pattern.compile(
          "ofLocalizedDate|FormatStyle|SimpleDateFormat|\"[^\"\\n]*(?:d\\.? ?MMM|dd[./]MM|dd\\.mm|d mmm)[^\"\\n]*\"");

  /**
   * What the calendar of the component library reads, the title of a meeting, which is kept as it
   * was, and what a cell of somebody else's spreadsheet says.
   */
  private static final Set<String> OTHERS =
      Set.of("WrittenDays.java", "Calendars.java", "Body.java", "XlsxFile.java");

  @Test
  void nobody_else_knows_a_format_of_days() throws IOException {
    var found = new ArrayList<String>();
    for (var root : List.of("../engine/src/main/java", "src/main/java"))
      try (var walk = Files.walk(Path.of(root))) {
        for (var source : walk.filter(file -> file.toString().endsWith(".java")).toList()) {
          if (OTHERS.contains(source.getFileName().toString())) continue;
          FORMAT
              .matcher(Files.readString(source))
              .results()
              .forEach(match -> found.add(source.getFileName() + ": " + match.group()));
        }
      }
    assertThat(found).isEmpty();
  }

  @Test
  void a_format_of_its_own_is_found() {
    for (var bad :
        List.of(
            "ofPattern(\"d MMMM yyyy\")",
            "\"dd.MM.yyyy, HH:mm\"",
            "format(\"dd.mm.yyyy\")",
            "\"d. MMMM\"")) assertThat(FORMAT.matcher(bad).find()).as(bad).isTrue();
    for (var good : List.of("\"HH:mm\"", "\"MMMM yyyy\"", "\"#,##0.00\""))
      assertThat(FORMAT.matcher(good).find()).as(good).isFalse();
  }
}
