package org.foerderturm.typed;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foerderturm.typed.Typed.Reason;
import org.foerderturm.typed.Typed.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers. {@code 1.234.567,89}, {@code 1,234,567.89}, {@code 1 234,5} and {@code 1'234.50}
 * are certain; {@code 1.234} and {@code 1,234} are thousands or decimals and are refused with both
 * readings, unless a currency stands beside them or there can be no decimals.
 *
 * @param decimals the most that a value may have
 * @param unit what may stand beside the number
 * @param inWords whether {@code 12,5 Mio} is understood; not in lists, where it is too rare to be
 *     certain
 */
public record Numbers(int decimals, Unit unit, boolean inWords) {
  /** A unit that may be written with the number. */
  public enum Unit {
    NONE,
    EURO,
    PERCENT
  }

  /** Euros and cents, as somebody types them. */
  public static final Numbers EUROS = new Numbers(2, Unit.EURO, true);

  /** Whole numbers, as somebody types them. */
  public static final Numbers WHOLE = new Numbers(0, Unit.NONE, true);

  private static final Map<Unit, Pattern> BEFORE =
      Map.of(Unit.EURO, Pattern.compile("^(?:€|(?i:euro?)(?![a-z])) ?"));
  private static final Map<Unit, Pattern> AFTER =
      Map.of(
          Unit.EURO, Pattern.compile(" ?(?:€|(?i:euro?))$"),
          Unit.PERCENT, Pattern.compile(" ?(?:%|(?i:prozent|percent|per cent))$"));
  // not "Billion", which is a thousand times more in German than in English
  private static final List<Scale> SCALES =
      List.of(
          new Scale("tsd\\.?|tausend|thousand", 3),
          new Scale("mio\\.?|million|millionen|millions", 6),
          new Scale("mrd\\.?|milliarde|milliarden", 9));
  private static final Pattern GROUPED =
      Pattern.compile(
          "[1-9]\\d{0,2}(?<by>[., '’])\\d{3}(?:\\k<by>\\d{3})*(?:(?!\\k<by>)[.,]\\d+)?");
  private static final Pattern PLAIN = Pattern.compile("(?:0|[1-9]\\d*)[.,]\\d+|\\d+");
  private static final Pattern EITHER = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

  private record Scale(Pattern words, int zeros) {
    Scale(String words, int zeros) {
      this(Pattern.compile(" ?(?i:" + words + ")$"), zeros);
    }
  }

  /** Never throws; what is not certain is {@link Unreadable}. */
  public Typed<BigDecimal> read(String text) {
    if (text.isBlank()) return Typed.empty();
    if (text.length() > Line.LONGEST) return Typed.unreadable(Reason.NUMBER);
    var rest = Line.plain(text);
    if (rest.isEmpty()) return Typed.empty();
    boolean negative = isMinus(rest.charAt(0));
    if (negative) rest = rest.substring(1);
    var bare = without(AFTER.get(unit), without(BEFORE.get(unit), rest));
    boolean money = unit == Unit.EURO && bare.length() < rest.length();
    if (!negative && !bare.isEmpty() && isMinus(bare.charAt(0))) {
      negative = true;
      bare = bare.substring(1);
    }
    int zeros = 0;
    if (inWords)
      for (var scale : SCALES) {
        var number = without(scale.words(), bare);
        if (number.length() == bare.length()) continue;
        zeros = scale.zeros();
        bare = number;
        break;
      }
    return said(bare, negative, zeros, money);
  }

  private Typed<BigDecimal> said(String number, boolean negative, int zeros, boolean money) {
    if (EITHER.matcher(number).matches() && unit != Unit.PERCENT) {
      var many = value(digits(number), negative, zeros);
      boolean certain = zeros == 0 && (money || decimals == 0);
      if (certain) return Typed.value(many);
      var few = value(number.replace(',', '.'), negative, zeros);
      return new Unreadable<>(Reason.NUMBER_AMBIGUOUS, List.of(many, few));
    }
    var grouped = GROUPED.matcher(number);
    if (grouped.matches() && !EITHER.matcher(number).matches())
      return grouped(grouped, number, negative, zeros);
    if (PLAIN.matcher(number).matches())
      return fitting(value(number.replace(',', '.'), negative, zeros));
    return Typed.unreadable(Reason.NUMBER);
  }

  private Typed<BigDecimal> grouped(Matcher match, String number, boolean negative, int zeros) {
    char by = match.group("by").charAt(0);
    int last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
    // 1.234.567 has no decimals; 1.234,5 has
    if (last < 0 || number.charAt(last) == by)
      return fitting(value(digits(number), negative, zeros));
    var whole = digits(number.substring(0, last));
    return fitting(value(whole + "." + number.substring(last + 1), negative, zeros));
  }

  private Typed<BigDecimal> fitting(BigDecimal value) {
    return value.stripTrailingZeros().scale() > decimals
        ? Typed.unreadable(Reason.DECIMALS)
        : Typed.value(value);
  }

  private static BigDecimal value(String number, boolean negative, int zeros) {
    var value = new BigDecimal(number).movePointRight(zeros);
    return negative ? value.negate() : value;
  }

  private static String digits(String number) {
    return number.replaceAll("[^0-9]", "");
  }

  private static String without(@Nullable Pattern words, String text) {
    return words == null ? text : words.matcher(text).replaceFirst("");
  }

  private static boolean isMinus(char sign) {
    return sign == '-' || sign == '−';
  }
}
