package org.foerderturm.typed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.foerderturm.typed.Typed.Tense;
import org.foerderturm.typed.Typed.Unreadable;
import org.foerderturm.typed.Typed.Value;

/** For any text: no exception, and never a value where another convention says another one. */
class TypedProperties {
  private static final List<Locale> LANGUAGES = List.of(Locale.GERMANY, Locale.UK);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

  @Property(tries = 5000)
  void a_number_that_two_conventions_read_differently_is_never_taken(
      @ForAll("numberish") String text) {
    if (!(Numbers.EUROS.read(text) instanceof Value<BigDecimal>(var value))) return;
    for (var decimal : List.of('.', ',')) {
      var other = naive(text, decimal);
      if (other != null) assertThat(value).as(text).isEqualByComparingTo(other);
    }
  }

  /** As a program reads it that knows one decimal sign and groups of three by the other. */
  private static @org.jspecify.annotations.Nullable BigDecimal naive(String text, char decimal) {
    char group = decimal == '.' ? ',' : '.';
    var line = text.strip();
    var whole = "-?(?:\\d+|[1-9]\\d{0,2}(?:" + "\\" + group + "\\d{3})+)";
    if (!line.matches(whole + "(?:\\" + decimal + "\\d+)?")) return null;
    return new BigDecimal(line.replace(group + "", "").replace(decimal, '.'));
  }

  @Property(tries = 5000)
  void no_text_makes_a_reader_throw(@ForAll("anything") String text) {
    read(text, Numbers.EUROS::read);
    read(text, Numbers.WHOLE::read);
    read(text, new Numbers(12, Numbers.Unit.PERCENT, false)::read);
    for (var tense : Tense.values()) read(text, new Days(TODAY, tense)::read);
    read(text, Times::read);
    read(text, new Moments(new Days(TODAY, Tense.ANY), java.time.ZoneId.of("Europe/Berlin"))::read);
  }

  private static void read(String text, Function<String, ? extends Typed<?>> reader) {
    var said = reader.apply(text);
    if (text.length() > 60 && !text.isBlank()) assertThat(said).isInstanceOf(Unreadable.class);
    if (said instanceof Unreadable<?>(var reason, var readings))
      assertThat(readings.stream().distinct().count()).isEqualTo(readings.size());
  }

  @Property
  void a_formatted_amount_is_the_amount(
      @ForAll @LongRange(min = -99_999_999_999_999L, max = 99_999_999_999_999L) long cents) {
    var euros = BigDecimal.valueOf(cents, 2);
    for (var language : LANGUAGES) {
      var format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(language));
      var money =
          java.text.NumberFormat.getCurrencyInstance(
              language.equals(Locale.UK) ? Locale.of("en", "IE") : language);
      for (var text : List.of(format.format(euros), money.format(euros), euros.toPlainString()))
        assertThat(Numbers.EUROS.read(text))
            .as(text)
            .isInstanceOfSatisfying(
                Value.class,
                said -> assertThat((BigDecimal) said.value()).isEqualByComparingTo(euros));
    }
  }

  @Property
  void a_formatted_day_is_the_day(@ForAll @IntRange(min = 0, max = 109_500) int days) {
    var day = LocalDate.of(1900, 1, 1).plusDays(days);
    for (var language : LANGUAGES)
      for (var pattern :
          List.of(
              "dd.MM.yyyy",
              "d.M.yyyy",
              "d MMM yyyy",
              "EEE, dd.MM.yyyy",
              "EEE d MMM yyyy",
              "EEEE, d. MMMM yyyy",
              "EEEE, d MMMM yyyy",
              "ddMMyyyy",
              "uuuu-MM-dd"))
        assertThat(
                new Days(TODAY, Tense.ANY)
                    .read(DateTimeFormatter.ofPattern(pattern, language).format(day)))
            .as(DateTimeFormatter.ofPattern(pattern, language).format(day))
            .isEqualTo(Typed.value(day));
    assertThat(
            new Days(TODAY, Tense.ANY)
                .read(
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(Locale.GERMAN)
                        .format(day)))
        .isEqualTo(Typed.value(day));
  }

  @Property
  void a_day_is_itself_or_refused_whichever_stands_first(
      @ForAll @IntRange(min = 1, max = 31) int first,
      @ForAll @IntRange(min = 1, max = 31) int second) {
    var said = new Days(TODAY, Tense.ANY).read(first + "/" + second + "/2026");
    if (first <= 12 && second <= 12 && first != second)
      assertThat(said).isInstanceOf(Unreadable.class);
  }

  @Property
  void a_formatted_time_is_the_time(
      @ForAll @IntRange(min = 0, max = 23) int hour,
      @ForAll @IntRange(min = 0, max = 59) int minute) {
    var time = LocalTime.of(hour, minute);
    assertThat(Times.read(time.toString())).isEqualTo(Typed.value(time));
  }

  @Provide
  Arbitrary<String> numberish() {
    return Arbitraries.strings().withChars("0123456789.,.,-").ofMinLength(1).ofMaxLength(12);
  }

  @Provide
  Arbitrary<String> anything() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(80),
        Arbitraries.strings()
            .withChars("0123456789.,:/-'’ €%\u00a0\u202fMioTsdNovpmUhr")
            .ofMaxLength(70),
        Arbitraries.strings().withChars(' ', '\u200b', '\t', '\u00a0').ofMaxLength(5));
  }
}
