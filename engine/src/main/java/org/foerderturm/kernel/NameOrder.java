package org.foerderturm.kernel;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

/**
 * The order of names (DIN 5007-1): ä stands with a and ß with ss, whatever is small or large,
 * blanks and signs before digits before letters; where all that is the same, without accent first,
 * small first. PostgreSQL has the same as {@code collate "de-x-icu"}; a test holds both against
 * each other, another forbids any other order of names.
 */
public final class NameOrder {
  /** Signs in the order of CLDR; whatever is none of them comes behind by its number. */
  private static final String SIGNS =
      " _-–—,;:!?./'\u2018\u2019\u201A\"\u201C\u201D\u201E«»()[]{}§@*\\&#%`^+<=>|~$€0123456789";

  public static final Comparator<String> NAMES = NameOrder::compare;

  private NameOrder() {}

  /** The order of things by their names. */
  public static <T> Comparator<T> by(Function<T, String> name) {
    return Comparator.comparing(name, NAMES);
  }

  private static int compare(String one, String other) {
    var first = decomposed(one);
    var second = decomposed(other);
    int order = letters(base(first), base(second));
    if (order == 0) order = accents(first).compareTo(accents(second));
    if (order == 0) order = small(first).compareTo(small(second));
    return order == 0 ? one.compareTo(other) : order;
  }

  /** Letters and behind each its marks; the stroke of ł is one, ß is two letters. */
  private static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replace("ß", "ss")
        .replace("ł", "l\u0335")
        .replace("Ł", "L\u0335")
        .replace("ø", "o\u0338")
        .replace("Ø", "O\u0338");
  }

  private static int letters(String one, String other) {
    int shared = Math.min(one.length(), other.length());
    for (int i = 0; i < shared; i++) {
      int order = Integer.compare(weight(one.charAt(i)), weight(other.charAt(i)));
      if (order != 0) return order;
    }
    return Integer.compare(one.length(), other.length());
  }

  private static int weight(char sign) {
    int place = SIGNS.indexOf(sign);
    return place >= 0 ? place : 1000 + sign;
  }

  private static String base(String decomposed) {
    return decomposed.replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).replaceAll("\\s", " ");
  }

  /** Per letter whether it has an accent: the first difference decides. */
  private static String accents(String decomposed) {
    return decomposed.replaceAll("\\P{M}", "0").toLowerCase(Locale.ROOT);
  }

  private static String small(String decomposed) {
    var small = new StringBuilder();
    decomposed.codePoints().forEach(sign -> small.append(Character.isUpperCase(sign) ? '1' : '0'));
    return small.toString();
  }
}
