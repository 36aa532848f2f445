package org.foerderturm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What FEEL may cost to read is counted, so that a slow machine says the same as a fast one. */
class FeelStepsTest {
  private static final String LIST = "1,".repeat((FeelGrammar.LONGEST - 1) / 2) + "1";

  @Test
  void a_text_takes_the_same_steps_each_time() {
    assertThat(stepsOf(LIST)).isEqualTo(stepsOf(LIST)).isGreaterThan(LIST.length());
  }

  @Test
  void what_a_file_has_left_is_what_its_expressions_did_not_take() {
    var steps = new FeelSteps();
    int texts = 0;
    while (FeelGrammar.refusal(LIST, true, steps) == null) texts++;
    assertThat(texts).isGreaterThan(500);
    assertThat(steps.isSpent()).isTrue();
    assertThat(FeelGrammar.refusal("1", false, steps)).contains("too many steps");
    assertThat(FeelGrammar.refusal("1", false)).isNull();
  }

  @Test
  void one_expression_takes_no_more_than_its_part() {
    var steps = new FeelSteps();
    // the parser reads what stands in the middle anew for each bracket that leads nowhere
    var dear =
        "1 in if (if (if (([("
            + "a and ".repeat(300)
            + "1,1) and 1]) < 1) then 1 else 2) then 1 else 2) then 1 else 2";
    assertThat(dear.length()).isLessThan(FeelGrammar.LONGEST);
    assertThatThrownBy(() -> steps.parse(dear, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too many steps");
    assertThat(steps.isSpent()).isFalse();
  }

  @Test
  void the_longest_plain_cell_is_read() {
    assertThat(FeelGrammar.refusal(LIST, true)).isNull();
  }

  /** What a slow machine can't read within seconds is read all the same. */
  @Test
  void a_large_table_is_read_however_long_that_takes() throws Exception {
    var table = new StringBuilder();
    table.append(
        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\""
            + " namespace=\"x\"><decision id=\"t\" name=\"t\"><decisionTable id=\"dt\""
            + " hitPolicy=\"COLLECT\"><input id=\"i\"><inputExpression id=\"e\"><text>a</text>"
            + "</inputExpression></input><output id=\"o\" name=\"o\"/>");
    for (int i = 0; i < 400; i++)
      table
          .append("<rule id=\"r" + i + "\"><inputEntry id=\"n" + i + "\"><text>")
          .append(LIST)
          .append(
              "</text></inputEntry><outputEntry id=\"u"
                  + i
                  + "\"><text>1</text></outputEntry></rule>");
    table.append("</decisionTable></decision></definitions>");
    var found = new ArrayList<String>();
    ModelFinding.Sink sink = (element, reason, what, why) -> found.add(reason + ": " + why);
    new DmnRules("t", decision -> false, sink).check(SafeXml.parse(table.toString()));
    assertThat(found).isEmpty();
  }

  /**
   * The clock of the machine decides nothing but how long somebody waits for others: each of these
   * waits, and says so in words if it waited in vain.
   */
  @Test
  void no_verdict_hangs_on_the_clock_of_the_machine() throws Exception {
    var found = new TreeSet<String>();
    for (var module : new String[] {"engine", "processes", "ui"})
      for (var file : sources(Path.of("..", module, "src", "main", "java")))
        if (java.nio.file.Files.readString(file)
            .matches("(?s).*(nanoTime|currentTimeMillis|CpuTime)\\(.*"))
          found.add(file.getFileName().toString());
    assertThat(found)
        .containsExactlyInAnyOrder(
            "EmbeddedDatabase.java", // waits for the server to recover
            "MessageBridge.java", // waits for what is sealed
            "Sequencer.java",
            "Projector.java",
            "Desk.java"); // how often a screen is drawn anew; how long the demo waits for a list
  }

  private static Iterable<Path> sources(Path folder) throws Exception {
    if (!java.nio.file.Files.exists(folder)) return new ArrayList<>();
    try (var all = java.nio.file.Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static int stepsOf(String text) {
    var steps = new FeelSteps();
    int before = steps.left();
    steps.parse(text, true);
    return before - steps.left();
  }
}
