package org.foerderturm.document;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foerderturm.kernel.Rejected;

/**
 * What of a text can stand on paper. Every sign that can be seen is printed as it is or refused
 * with its name and place, never replaced or left out. Only what has no look of its own goes:
 * control characters, joiners, marks of direction, choices between looks of one sign.
 */
public final class Signs {
  private static final Pattern LINE_ENDS =
      Pattern.compile("\r\n|[\r\u000b\f\u0085\u2028\u2029]"); // as Word and spreadsheets paste them
  private static final Pattern ACCENTED = Pattern.compile("\\P{M}\\p{M}+");

  /**
   * An accent without a letter has no width, so that it would be left out; a blank carries it. A
   * line may begin with one wherever it may break.
   */
  private static final Pattern ALONE =
      Pattern.compile("(?m)(?<=^|[\\s\u00ad\u200b\\p{Z}&&[^\u00a0]])\\p{M}");

  /** Letters of the text shown on either side of a sign that is refused. */
  private static final int AROUND = 20;

  private Signs() {}

  /**
   * @throws Rejected {@code sign-not-printable}, naming the first sign that no font has, its number
   *     in Unicode, its name and the words around it
   */
  public static void check(String text) {
    printable(text);
  }

  /** The sign that was refused, its number and name, and the words around it, in one line. */
  public static String words(Rejected refused) {
    return "%s (%s, %s): „%s“"
        .formatted(
            refused.args().get("sign"),
            refused.args().get("code"),
            refused.args().get("name"),
            refused.args().get("place"));
  }

  /** The text as it is printed; throws as {@link #check}. */
  static String printable(String text) {
    var lines = LINE_ENDS.matcher(text).replaceAll("\n");
    lines = ACCENTED.matcher(lines).replaceAll(m -> composed(m.group()));
    var kept = new StringBuilder(lines.length());
    for (int i = 0; i < lines.length(); ) {
      int sign = lines.codePointAt(i);
      if (isRefused(sign)) throw refused(lines, i, sign);
      if (sign == '\n' || sign == '\t' || !isInvisible(sign)) kept.appendCodePoint(sign);
      i += Character.charCount(sign);
    }
    return ALONE.matcher(kept).replaceAll("\u00a0$0");
  }

  /** For what stands beside the text, as a file's title: without what can't be shown. */
  static String shown(String text) {
    var shown = new StringBuilder(text.length());
    text.codePoints()
        .filter(sign -> !isRefused(sign) && !isInvisible(sign))
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static String composed(String accented) {
    return Matcher.quoteReplacement(Normalizer.normalize(accented, Normalizer.Form.NFC));
  }

  private static boolean isRefused(int sign) {
    if (sign == '\n' || sign == '\t') return false;
    // what turns the order of letters round can be seen in the letters
    if (sign == 0x202b || sign == 0x202e || sign == 0x2067) return true;
    if (isInvisible(sign) || Character.getType(sign) == Character.SPACE_SEPARATOR) return false;
    return isRightToLeft(sign) || sign == 0xfffc || !Fonts.have(sign);
  }

  private static boolean isRightToLeft(int sign) {
    return switch (Character.getDirectionality(sign)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_ARABIC_NUMBER ->
          true;
      default -> false;
    };
  }

  /** Soft hyphens and zero-width blanks are not among them: lines break there. */
  private static boolean isInvisible(int sign) {
    return Character.isISOControl(sign)
        || sign == 0x034f
        || (sign >= 0x200c && sign <= 0x200f)
        || (sign >= 0x202a && sign <= 0x202d)
        || (sign >= 0x2060 && sign <= 0x206f)
        || (sign >= 0xfe00 && sign <= 0xfe0f)
        || sign == 0xfeff
        || (sign >= 0xe0100 && sign <= 0xe01ef);
  }

  private static Rejected refused(String text, int at, int sign) {
    int from = text.offsetByCodePoints(at, -Math.min(AROUND, text.codePointCount(0, at)));
    int after = at + Character.charCount(sign);
    int until =
        text.offsetByCodePoints(after, Math.min(AROUND, text.codePointCount(after, text.length())));
    var name = Character.getName(sign);
    boolean half = sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
    var words = text.substring(from, at) + " ▶" + (half ? "�" : Character.toString(sign)) + "◀ ";
    return new Rejected(
        "sign-not-printable",
        Map.of(
            "sign",
            half ? "�" : Character.toString(sign),
            "code",
            "U+%04X".formatted(sign),
            "name",
            name == null ? "–" : name,
            "place",
            (words + text.substring(after, until)).replaceAll("\\s+", " ").strip()));
  }
}
