package org.foerderturm.process;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A decision table as text, for tests of its check.
 *
 * @param inputs expression and type, e.g. {@code staff:integer}; the type may be empty
 * @param rows cells of the inputs; the answer is the row's number
 */
record Table(String hitPolicy, List<String> inputs, List<List<String>> rows) {

  String xml() {
    return """
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="t" namespace="n">
    <decision id="t" name="t"><decisionTable id="Table_1" hitPolicy="%s">%s
    <output id="Output_1" name="row" typeRef="integer"/>%s</decisionTable></decision></definitions>
    """
        .formatted(
            hitPolicy,
            each(inputs.size(), this::input),
            each(rows.size(), row -> rule(row, rows.get(row))));
  }

  private String input(int at) {
    var parts = inputs.get(at).split(":", -1);
    var type = parts[1].isEmpty() ? "" : " typeRef=\"" + parts[1] + "\"";
    return "<input id=\"i%d\"><inputExpression id=\"e%d\"%s><text>%s</text></inputExpression></input>"
        .formatted(at, at, type, escaped(parts[0]));
  }

  private static String rule(int row, List<String> cells) {
    return "<rule id=\"r%d\">%s<outputEntry id=\"o%d\"><text>%d</text></outputEntry></rule>"
        .formatted(
            row,
            each(
                cells.size(),
                at ->
                    "<inputEntry id=\"c%d_%d\"><text>%s</text></inputEntry>"
                        .formatted(row, at, escaped(cells.get(at)))),
            row,
            row + 1);
  }

  private static String each(int many, java.util.function.IntFunction<String> text) {
    return IntStream.range(0, many).mapToObj(text).collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
