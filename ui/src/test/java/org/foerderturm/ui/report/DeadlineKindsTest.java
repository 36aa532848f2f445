package org.foerderturm.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each kind of deadline that the reports write can be chosen in their list. */
class DeadlineKindsTest {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\b(?:due|dueIfNew|moved|movedIfOpen)\\((?:[^;\"]*?)\"([a-z-]+)\"", Pattern.DOTALL);

  @Test
  void what_is_written_can_be_chosen_and_has_words() throws IOException {
    var source =
        Files.readString(
            Path.of("../engine/src/main/java/org/foerderturm/report/ReportProjection.java"));
    var written = new TreeSet<String>();
    var each = WRITTEN.matcher(source);
    while (each.find()) written.add(each.group(1));
    assertThat(written).hasSizeGreaterThan(10).contains("escalation", "partner-proof");
    assertThat(ReportView.KINDS).containsAll(written).doesNotHaveDuplicates();
  }
}
