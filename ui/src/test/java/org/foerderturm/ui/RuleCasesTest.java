package org.foerderturm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of cases of rules names tests that are there. */
class RuleCasesTest {
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");

  @Test
  void every_test_that_the_list_names_is_there() throws IOException {
    var classes = new HashMap<String, String>();
    for (var module : List.of("engine", "processes", "ui"))
      try (var files = Files.walk(Path.of("..", module, "src/test/java"))) {
        for (var file : files.filter(each -> each.toString().endsWith(".java")).toList())
          classes.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
      }
    var list = Files.readString(Path.of("../docs/reference/rule-cases.md"));
    var gone = new TreeSet<String>();
    var named = NAMED.matcher(list);
    int count = 0;
    while (named.find()) {
      count++;
      if (!classes.getOrDefault(named.group(1), "").contains(" void " + named.group(2) + "("))
        gone.add(named.group());
    }
    assertThat(count).isGreaterThan(34);
    assertThat(gone).isEmpty();
    for (int i = 1; i <= 35; i++) assertThat(list).contains("| R" + i + " |");
  }
}
