package org.foerderturm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Overdue has one meaning, that of {@link org.foerderturm.calendar.Due}: nobody compares alone. */
class DueSourcesTest {
  private static final List<Pattern> ALONE =
      List.of(
          Pattern.compile("\\bdue(At|_at)?(\\(\\))?\\s*\\.\\s*isBefore\\(.*(now|today)"),
          Pattern.compile("(now|today)(\\(\\))?\\s*\\.\\s*is(Before|After)\\(.*due(At)?\\b"),
          Pattern.compile("due_at\\s*<=?\\s*now\\(\\)"));

  @Test
  void overdue_is_judged_in_one_place() throws IOException {
    var found = new ArrayList<String>();
    for (var root : List.of("../engine/src/main/java", "src/main/java"))
      try (var sources = Files.walk(Path.of(root))) {
        for (var source : sources.filter(file -> file.toString().endsWith(".java")).toList())
          if (!source.endsWith("calendar/Due.java"))
            for (var alone : ALONE)
              alone
                  .matcher(Files.readString(source))
                  .results()
                  .forEach(hit -> found.add(source.getFileName() + ": " + hit.group()));
      }
    assertThat(found).isEmpty();
  }

  @Test
  void a_comparison_of_its_own_is_found() {
    for (var bad :
        List.of(
            "task.dueAt().isBefore(Instant.now())",
            "due.isBefore(Instant.now())",
            "REACH + \" and t.due_at < now()\""))
      assertThat(ALONE).as(bad).anyMatch(alone -> alone.matcher(bad).find());
  }
}
