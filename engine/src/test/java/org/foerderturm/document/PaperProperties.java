package org.foerderturm.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.foerderturm.kernel.Rejected;

/** What is printed is what was typed, of all that Unicode has. */
class PaperProperties {
  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void the_text_of_the_paper_is_the_text_that_was_typed(@ForAll("typed") String typed) {
    var pdf =
        Paper.of("T", Locale.GERMAN)
            .text(typed)
            .list(List.of(typed))
            .facts(Map.of("F", typed))
            .table(List.of("", "▸"), List.of(List.of(typed, "1"), List.of("2", typed)))
            .pdf();
    var printed = Printed.of(pdf);
    assertThat(printed.outside()).isEmpty();
    var one = seen(typed);
    assertSame(printed.text(), "T" + one + one + "F" + one + one + "1" + "2" + one);
  }

  @Example
  void a_letter_with_two_accents_before_a_low_figure_is_printed() {
    the_text_of_the_paper_is_the_text_that_was_typed("Wort\u0229\u0301\u2082");
  }

  /** Found by the property: what has no width of its own was not drawn. */
  @Example
  void an_accent_without_a_letter_is_printed() {
    for (var typed :
        List.of(
            "\u0314",
            "\u0314a\n\u0301\nb",
            "x\t\u0314",
            "a\n\u200b\u05c7\nb",
            "a \u0314",
            "a\u00ad\u0301")) the_text_of_the_paper_is_the_text_that_was_typed(typed);
  }

  /** Found by the property: a table within a cell had less room than the sign needs. */
  @Example
  void a_wide_sign_before_a_tab_is_printed() {
    the_text_of_the_paper_is_the_text_that_was_typed("😀\t5Ɂ€ᴝȼ€;Í 😀¸  ä ÉŠ₂J€  é  ");
  }

  /** Each sign by itself: printed as it is, or refused with its number. */
  @Example
  void every_sign_is_printed_or_refused() {
    var printable = new ArrayList<Integer>();
    int refused = 0;
    for (int sign = 0; sign <= Character.MAX_CODE_POINT; sign++) {
      try {
        if (!Printed.solid(Signs.printable(Character.toString(sign))).isEmpty())
          printable.add(sign);
      } catch (Rejected no) {
        refused++;
        assertThat(no.args()).containsEntry("code", "U+%04X".formatted(sign));
      }
    }
    assertThat(printable).hasSizeGreaterThan(8000);
    assertThat(refused).isGreaterThan(900_000);
    var all =
        printable.stream()
            .filter(
                sign ->
                    Character.getType(sign) != Character.NON_SPACING_MARK
                        && Character.getType(sign) != Character.ENCLOSING_MARK)
            .toList();
    var rows =
        IntStream.range(0, all.size() / 40 + 1)
            .mapToObj(n -> all.subList(n * 40, Math.min(all.size(), n * 40 + 40)))
            .map(
                some -> {
                  var line = new StringBuilder();
                  some.forEach(line::appendCodePoint);
                  return line.toString();
                })
            .toList();
    var paper = Paper.of("T", Locale.GERMAN).heading(String.join("\n", rows));
    rows.forEach(paper::text);
    var text = Printed.of(paper.pdf());
    assertThat(text.outside()).isEmpty();
    // the reader moves small signs that stand over others
    assertSame(sorted(text.text()), sorted("T" + String.join("", rows) + String.join("", rows)));
  }

  private static String sorted(String text) {
    var signs = seen(text).codePoints().sorted().toArray();
    return new String(signs, 0, signs.length);
  }

  /**
   * Every sign in its place; of the small ones that stand over others the reader tells which there
   * are, but not always over which: it puts a second accent behind a low figure.
   */
  private static void assertSame(String printed, String typed) {
    var is = letters(printed);
    var wanted = letters(typed);
    assertThat(accents(printed)).isEqualTo(accents(typed));
    int at = 0;
    while (at < Math.min(is.length(), wanted.length()) && is.charAt(at) == wanted.charAt(at)) at++;
    assertThat(around(is, at)).as("from place %s", at).isEqualTo(around(wanted, at));
  }

  /** Cut between signs, so that a failure can be told. */
  private static String around(String text, int at) {
    int first = text.codePointCount(0, at);
    int from = text.offsetByCodePoints(0, Math.max(0, first - 10));
    int left = text.codePointCount(from, text.length());
    return text.substring(from, text.offsetByCodePoints(from, Math.min(left, 40)));
  }

  private static String letters(String text) {
    return apart(text, false);
  }

  private static String accents(String text) {
    return sorted(apart(text, true));
  }

  private static String apart(String text, boolean accents) {
    var some = new StringBuilder();
    // a small sign that touches another is read as its plain form
    Printed.solid(Normalizer.normalize(seen(text), Normalizer.Form.NFKD))
        .codePoints()
        .filter(sign -> isSmall(sign) == accents)
        .forEach(some::appendCodePoint);
    return some.toString();
  }

  private static boolean isSmall(int sign) {
    return switch (Character.getType(sign)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.MODIFIER_LETTER,
          Character.MODIFIER_SYMBOL ->
          true;
      default -> false;
    };
  }

  @Provide
  Arbitrary<String> typed() {
    var anything =
        Arbitraries.integers()
            .between(0x20, 0x1ffff)
            .filter(PaperProperties::isPrintable)
            .filter(sign -> sign != 0xad) // rightly becomes a hyphen at the end of a line
            .map(Character::toString);
    var usual =
        Arbitraries.of(
            "₂",
            "✓",
            "\u2011",
            "\t",
            "\n",
            "\r\n",
            " ",
            "  ",
            "\u00a0",
            "\u202f",
            "ä",
            "e\u0301",
            "→",
            "☐",
            "😀",
            "✅",
            "€",
            "x".repeat(90),
            "https://example.org/" + "pfad/".repeat(30),
            "-",
            "1.234,50",
            "\ufe0f",
            "\u200d",
            "\u0007",
            "Wort",
            "\u200b");
    return Arbitraries.oneOf(anything, usual, usual)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  private static boolean isPrintable(int sign) {
    try {
      Signs.check(Character.toString(sign));
      return true;
    } catch (Rejected no) {
      return false;
    }
  }

  /** What an eye can see: without blanks and marks that have no look, composed. */
  private static String seen(String text) {
    var shown = new StringBuilder();
    Printed.solid(text)
        .codePoints()
        .filter(
            sign ->
                !Character.isISOControl(sign)
                    && Character.getType(sign) != Character.FORMAT
                    && !(sign >= 0xfe00 && sign <= 0xfe0f)
                    && sign != 0x034f)
        .forEach(shown::appendCodePoint);
    return Normalizer.normalize(shown, Normalizer.Form.NFC);
  }
}
