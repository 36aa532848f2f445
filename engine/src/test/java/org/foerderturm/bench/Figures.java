package org.foerderturm.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foerderturm.log.Json;

/** What was measured, round by round: printed as a table and as one JSON line a figure. */
final class Figures {
  private final Map<String, List<Double>> rounds = new LinkedHashMap<>();
  private final Map<String, String> units = new LinkedHashMap<>();

  void add(String name, String unit, double value) {
    rounds.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    units.put(name, unit);
  }

  /** One over the other within each round, so that a busy machine weighs on both. */
  void ratio(String name, String over, String under) {
    List<Double> above = rounds.get(over);
    List<Double> below = rounds.get(under);
    if (above == null || below == null) return;
    for (int i = 0; i < Math.min(above.size(), below.size()); i++)
      add(name, "×", above.get(i) / below.get(i));
  }

  static double median(List<Double> values) {
    return percentile(values, 0.5);
  }

  static double percentile(List<Double> values, double share) {
    var sorted = values.stream().sorted().toList();
    double place = share * (sorted.size() - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }

  void print(PrintStream out) {
    int width = rounds.keySet().stream().mapToInt(String::length).max().orElse(0);
    out.printf("%n%-" + width + "s %12s  %-25s %s%n", "figure", "median", "min – max", "unit");
    rounds.forEach(
        (name, values) ->
            out.printf(
                "%-" + width + "s %12s  %-25s %s%n",
                name,
                number(median(values)),
                number(percentile(values, 0)) + " – " + number(percentile(values, 1)),
                units.get(name)));
    out.println();
    rounds.forEach(
        (name, values) -> {
          var line = new LinkedHashMap<String, Object>();
          line.put("figure", name);
          line.put("unit", units.get(name));
          line.put("median", median(values));
          line.put("min", percentile(values, 0));
          line.put("max", percentile(values, 1));
          line.put("rounds", values);
          out.println(Json.write(line));
        });
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
  }
}
