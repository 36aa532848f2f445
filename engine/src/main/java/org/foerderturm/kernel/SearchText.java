package org.foerderturm.kernel;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The one form in which texts are searched: what is stored and what is typed meet in it. Small
 * letters without accents, signs by their plain equivalents (₂ is 2, ß is ss, a dash is a hyphen),
 * every kind of blank one blank, signs without width left out.
 *
 * <p>Umlauts may be written as ae, oe, ue, on either side: a stored text has each such word a
 * second time, with the plain vowel, and what is typed is looked for with it. The first writing
 * stays, so that parts of words are found as before; after a vowel or q it is no umlaut (neue,
 * Bauelement).
 *
 * <p>PostgreSQL has the same as the functions {@code search_plain} and {@code search_text} (V185);
 * a test holds both against each other. Columns named {@code search} are kept in this form by the
 * database.
 */
public final class SearchText {
  private static final int MOST_WORDS = 8;

  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\u0300-\u036F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFE00-\uFE0F\uFEFF]");
  private static final Pattern BLANKS =
      Pattern.compile(
          "[\t-\r\u001C-\u001F \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\u200B\uFEFF]");

  private static final String SPECIAL = "łøđðħıς‐‑‒–—―−’‘‚‛′`´„“”«»‹›";
  private static final String PLAIN = "loddhiσ-------'''''''\"\"\"\"\"\"\"";

  private SearchText() {}

  private static final Pattern UMLAUT = Pattern.compile("(?<![aeiouq])([aou])e+");

  /** The text as it is kept to be searched, with the other writing of its umlauts. */
  public static String of(String text) {
    var plain = plain(text);
    var words = Set.of(Stream.of(plain.split(" ")).distinct().toArray(String[]::new));
    var others = new LinkedHashSet<String>(List.of(folded(plain).split(" ")));
    others.removeAll(words);
    return others.isEmpty() ? plain : plain + " " + String.join(" ", others);
  }

  /** What was typed, as it is looked for. */
  public static String typed(String text) {
    return folded(plain(text));
  }

  private static String folded(String plain) {
    return UMLAUT.matcher(plain).replaceAll("$1");
  }

  /** The same for all texts that a reader takes for the same, but for how umlauts are written. */
  public static String plain(String text) {
    var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    var small =
        UNSEEN.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT).replace("ß", "ss");
    var plain = new StringBuilder(small.length());
    for (int i = 0; i < small.length(); i++) {
      char sign = small.charAt(i);
      int special = SPECIAL.indexOf(sign);
      switch (sign) {
        case 'æ' -> plain.append("ae");
        case 'œ' -> plain.append("oe");
        case 'þ' -> plain.append("th");
        case '\0' -> {} // the database holds none
        default -> plain.append(special < 0 ? sign : PLAIN.charAt(special));
      }
    }
    return BLANKS.matcher(plain).replaceAll(" ").strip();
  }

  /**
   * The words that were typed, in this form, at most eight: all are looked for, in any order. A
   * blank without width stands between words too.
   */
  public static List<String> words(String typed) {
    return Stream.of(typed(BETWEEN_WORDS.matcher(typed).replaceAll(" ")).split(" "))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .toList();
  }

  /** Whether the text has all the words that were typed; true if none were. */
  public static boolean matches(String text, String typed) {
    var searched = of(text);
    return words(typed).stream().allMatch(searched::contains);
  }
}
