package org.foerderturm.process;

/**
 * How deep brackets nest, counted before any recursive parser sees the text: some parsers take
 * exponential time, or the whole stack, on nothing but brackets.
 */
final class Nesting {
  private Nesting() {}

  static int of(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
        case ')', ']', '}' -> depth--;
        default -> {}
      }
    }
    return deepest;
  }
}
