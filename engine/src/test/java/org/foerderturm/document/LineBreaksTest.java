package org.foerderturm.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreaksTest {
  @Test
  void a_quotation_is_not_torn_from_its_marks() {
    assertThat(parts("Antrag „Horizon-Antrag Westerfilde“ und ‚mehr‘"))
        .containsExactly("Antrag ", "„Horizon-", "Antrag ", "Westerfilde“ ", "und ", "‚mehr‘");
    assertThat(parts("The “Horizon bid” and »Rat«"))
        .containsExactly("The ", "“Horizon ", "bid” ", "and ", "»Rat«");
    assertThat(parts("https://example.org/a/b und/oder")).contains("/a").contains("und");
  }

  private static List<String> parts(String text) {
    var breaks = new LineBreaks();
    breaks.setText(text);
    var parts = new ArrayList<String>();
    int from = 0;
    for (int at = breaks.next(); at > 0; at = breaks.next()) {
      parts.add(text.substring(from, at));
      from = at;
    }
    return parts;
  }
}
