package org.foerderturm.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons of values with literals, joined by {@code and} and {@code or}: {@code =kind = "other"
 * and share >= 50}. Deliberately no more of FEEL than that: it can neither loop nor call.
 */
public sealed interface Condition {

  /** Whether it holds; {@code lookup} gives the value of a dotted name, or null. */
  boolean holds(Function<String, @Nullable Object> lookup);

  /** Always or never, where a schema says {@code true} or {@code false}. */
  record Always(boolean value) implements Condition {
    @Override
    public boolean holds(Function<String, @Nullable Object> lookup) {
      return value;
    }
  }

  /** All of them ({@code and}), or any of them ({@code or}). */
  record Joined(boolean all, List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Function<String, @Nullable Object> lookup) {
      return all
          ? parts.stream().allMatch(part -> part.holds(lookup))
          : parts.stream().anyMatch(part -> part.holds(lookup));
    }
  }

  /** One name against one literal. */
  record Comparison(String name, String operator, @Nullable Object literal) implements Condition {
    @Override
    public boolean holds(Function<String, @Nullable Object> lookup) {
      var value = lookup.apply(name);
      if (operator.equals("=")) return same(value, literal);
      if (operator.equals("!=")) return !same(value, literal);
      if (value == null || literal == null) return false;
      int order =
          value instanceof Number && literal instanceof Number
              ? new BigDecimal(value.toString()).compareTo(new BigDecimal(literal.toString()))
              : value.toString().compareTo(literal.toString());
      return switch (operator) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order >= 0;
      };
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
      if (a instanceof Number && b instanceof Number)
        return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
      return Objects.equals(a, b);
    }
  }

  /**
   * @throws IllegalArgumentException if the text is anything but comparisons
   */
  static Condition parse(String expression) {
    return new Parser(expression).condition();
  }

  /** The value of a dotted name in nested maps, or null. */
  static @Nullable Object find(Map<String, ?> values, String name) {
    Object value = values;
    for (var part : name.split("\\.")) {
      if (!(value instanceof Map<?, ?> map)) return null;
      value = map.get(part);
    }
    return value;
  }

  /** Splits into words and climbs down: or, and, comparison. */
  final class Parser {
    private static final Pattern WORD =
        Pattern.compile(
            "\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d+(?:\\.\\d+)?|!=|<=|>=|[=<>()]"
                + "|[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*)");
    private final String text;
    private final List<String> words = new ArrayList<>();
    private int next;

    private Parser(String expression) {
      text = expression.startsWith("=") ? expression.substring(1).strip() : expression.strip();
      var matcher = WORD.matcher(text);
      int end = 0;
      while (matcher.lookingAt()) {
        words.add(Objects.requireNonNull(matcher.group(1)));
        end = matcher.end();
        matcher.region(end, text.length());
      }
      if (!text.substring(end).isBlank()) throw refused();
    }

    private Condition condition() {
      var condition = any();
      if (next < words.size()) throw refused();
      return condition;
    }

    private Condition any() {
      var parts = new ArrayList<>(List.of(all()));
      while (skip("or")) parts.add(all());
      return parts.size() == 1 ? parts.getFirst() : new Joined(false, parts);
    }

    private Condition all() {
      var parts = new ArrayList<>(List.of(single()));
      while (skip("and")) parts.add(single());
      return parts.size() == 1 ? parts.getFirst() : new Joined(true, parts);
    }

    private Condition single() {
      if (skip("(")) {
        var inner = any();
        if (!skip(")")) throw refused();
        return inner;
      }
      var name = word();
      if (name.equals("true") || name.equals("false")) return new Always(name.equals("true"));
      if (!Character.isLetter(name.charAt(0)) && name.charAt(0) != '_') throw refused();
      if (next == words.size() || !words.get(next).matches("!?=|[<>]=?"))
        return new Comparison(name, "=", true);
      return new Comparison(name, word(), literal(word()));
    }

    private @Nullable Object literal(String word) {
      if (word.startsWith("\""))
        return word.substring(1, word.length() - 1).replaceAll("\\\\(.)", "$1");
      if (word.matches("-?\\d.*")) return new BigDecimal(word);
      return switch (word) {
        case "true" -> true;
        case "false" -> false;
        case "null" -> null;
        default -> throw refused();
      };
    }

    private String word() {
      if (next == words.size()) throw refused();
      return words.get(next++);
    }

    private boolean skip(String word) {
      if (next == words.size() || !words.get(next).equals(word)) return false;
      next++;
      return true;
    }

    private IllegalArgumentException refused() {
      return new IllegalArgumentException(
          "only comparisons of names with literals are allowed, not: " + text);
    }
  }
}
