package org.foerderturm.typed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.foerderturm.typed.Typed.Reason;
import org.foerderturm.typed.Typed.Tense;
import org.foerderturm.typed.Typed.Unreadable;
import org.foerderturm.typed.Typed.Value;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is certain is taken, all else refused. */
@Tag("time")
@Tag("time")
class TypedTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12.50|12.50",
        "12,50|12.50",
        "1234567.89|1234567.89",
        "1.234.567,89|1234567.89",
        "1,234,567.89|1234567.89",
        "1.234.567|1234567",
        "25.000.000,00 €|25000000.00",
        "€25,000,000.00|25000000.00",
        "EUR 250.000|250000",
        "250.000 Euro|250000",
        "1 234,50|1234.50",
        "1\u00a0234,50|1234.50",
        "1\u202f234,50|1234.50",
        "1'234,50|1234.50",
        "1’234,50|1234.50",
        "1 234 567|1234567",
        "0,5|0.5",
        "-5|-5",
        "−5,25|-5.25",
        "-12,00 €|-12",
        "€-12.00|-12",
        "12,5 Mio|12500000",
        "1,5 Mio. €|1500000",
        "2 Millionen|2000000",
        "12.5 million|12500000",
        "1,25 Mrd. Euro|1250000000",
        "250 Tsd. €|250000",
        "1234,5|1234.5",
        "007|7"
      })
  void an_amount_is_read_as_people_write_it(String written, BigDecimal right) {
    var read = Numbers.EUROS.read(written);
    assertThat(read).as(written).isInstanceOf(Value.class);
    assertThat(((Value<BigDecimal>) read).value()).isEqualByComparingTo(right);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12.5,00",
        "1.2.3,4",
        "1,2,3.4",
        "1..234,50",
        "1e3",
        "5e3",
        "250 T€",
        "１２３",
        "12,5,0",
        "-",
        "abc",
        "12 50",
        "1 23",
        "0.123.456",
        "1.234,",
        ",5",
        "12,-",
        "5-",
        "(5)",
        "--5",
        "- -5",
        "1'23",
        "1.234 567",
        "1.234'567,00",
        "EUR 5 EUR 5",
        "12 USD",
        "$5",
        "1 Billion",
        "2 k",
        "2 m",
        "∞",
        "1.234.56",
        "01.234,5",
        "NaN",
        "0x10",
        "+-3",
        "1/2",
        "12%",
        "€",
        "Mio",
        "1,234,56"
      })
  void what_is_no_amount_is_never_one(String written) {
    assertThat(Numbers.EUROS.read(written)).as(written).isEqualTo(unreadable(Reason.NUMBER));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.234|1234|1.234",
        "12,345|12345|12.345",
        "-25.000|-25000|-25",
        "1.500 Mio €|1500000000|1500000"
      })
  void thousands_or_decimals_are_refused_with_both_readings(
      String written, BigDecimal many, BigDecimal few) {
    assertThat(Numbers.EUROS.read(written))
        .isInstanceOfSatisfying(
            Unreadable.class,
            no -> {
              assertThat(no.reason()).isEqualTo(Reason.NUMBER_AMBIGUOUS);
              assertThat((BigDecimal) no.readings().getFirst()).isEqualByComparingTo(many);
              assertThat((BigDecimal) no.readings().getLast()).isEqualByComparingTo(few);
            });
  }

  @Test
  void there_is_no_tenth_of_a_cent_and_no_half_a_person() {
    assertThat(Numbers.EUROS.read("1234,505")).isEqualTo(unreadable(Reason.DECIMALS));
    assertThat(Numbers.EUROS.read("0,001 Mio")).isEqualTo(Typed.value(new BigDecimal("1000")));
    assertThat(Numbers.WHOLE.read("2,5")).isEqualTo(unreadable(Reason.DECIMALS));
    assertThat(Numbers.WHOLE.read("1.234")).isEqualTo(Typed.value(new BigDecimal("1234")));
    assertThat(Numbers.WHOLE.read("1.500 Mio")).isInstanceOf(Unreadable.class);
    var percent = new Numbers(6, Numbers.Unit.PERCENT, false);
    assertThat(percent.read("33,333 %")).isEqualTo(Typed.value(new BigDecimal("33.333")));
  }

  @Test
  void lists_do_not_say_millions_in_words() {
    var list = new Numbers(2, Numbers.Unit.EURO, false);
    assertThat(list.read("2,5 Mio. €")).isEqualTo(unreadable(Reason.NUMBER));
    assertThat(list.read("250 Tsd")).isEqualTo(unreadable(Reason.NUMBER));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "25.11|2026-11-25",
        "25.11.|2026-11-25",
        "251126|2026-11-25",
        "25112026|2026-11-25",
        "20261125|2026-11-25",
        "25.11.26|2026-11-25",
        "2026-11-25|2026-11-25",
        "25.11.2026|2026-11-25",
        "1.2.2027|2027-02-01",
        "25. 11. 2026|2026-11-25",
        "25/11/2026|2026-11-25",
        "25/11|2026-11-25",
        "25-11-2026|2026-11-25",
        "05/05/2026|2026-05-05",
        "25 Nov 2026|2026-11-25",
        "25. November 2026|2026-11-25",
        "25. Nov.|2026-11-25",
        "3. März 2026|2026-03-03",
        "3 Sept 2026|2026-09-03",
        "November 25, 2026|2026-11-25",
        "Mi, 25.11.2026|2026-11-25",
        "Wed 25 Nov 2026|2026-11-25",
        "Mittwoch, 25. November 2026|2026-11-25",
        "\u00a025.11.2026\u200b|2026-11-25",
        "01.01.87|1987-01-01",
        "29.02.2028|2028-02-29",
        "12.12|2026-12-12",
        "1850-05-01|1850-05-01"
      })
  void a_day_is_read_as_people_write_it(String written, LocalDate right) {
    assertThat(new Days(TODAY, Tense.ANY).read(written)).isEqualTo(Typed.value(right));
  }

  @Test
  void a_day_without_its_year_is_one_that_the_field_asks_for() {
    assertThat(new Days(TODAY, Tense.PAST).read("12.12"))
        .isEqualTo(Typed.value(LocalDate.of(2025, 12, 12)));
    assertThat(new Days(TODAY, Tense.FUTURE).read("15.01."))
        .isEqualTo(Typed.value(LocalDate.of(2027, 1, 15)));
    assertThat(new Days(TODAY, Tense.PAST).read("1.5.30"))
        .isEqualTo(Typed.value(LocalDate.of(1930, 5, 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31.02.2026",
        "29.02.2027",
        "32.01.2026",
        "00.11.2026",
        "2026-13-01",
        "13/13/2026",
        "310226",
        "Mo, 25.11.2026",
        "29.2."
      })
  void a_day_that_no_calendar_has_is_refused(String written) {
    assertThat(new Days(TODAY, Tense.ANY).read(written)).isEqualTo(unreadable(Reason.NO_SUCH_DAY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "gestern",
        "heute",
        "25",
        "2511",
        "2026",
        "25.11.026",
        "25.11.2",
        "25.11.20266",
        "25,11",
        "25.11.2026 14:30",
        "Nov",
        "25.Foo.2026",
        "-",
        "..",
        "1.1.1.1",
        "25..11.2026"
      })
  void what_is_no_day_is_never_one(String written) {
    assertThat(new Days(TODAY, Tense.ANY).read(written)).isEqualTo(unreadable(Reason.DAY));
  }

  @Test
  void a_day_whose_month_may_stand_first_is_refused_with_both_readings() {
    var april = LocalDate.of(2026, 4, 3);
    var march = LocalDate.of(2026, 3, 4);
    assertThat(new Days(TODAY, Tense.ANY).read("03/04/2026"))
        .isEqualTo(new Unreadable<>(Reason.DAY_AMBIGUOUS, List.of(april, march)));
    assertThat(new Days(TODAY, Tense.ANY).read("26-11-25")).isInstanceOf(Unreadable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "14:30, 14:30",
    "14.30 Uhr, 14:30",
    "1430, 14:30",
    "9 Uhr, 09:00",
    "9, 09:00",
    "2:30 pm, 14:30",
    "12 a.m., 00:00",
    "00:00, 00:00",
    "14:30:00, 14:30"
  })
  void a_time_is_read_as_people_write_it(String written, LocalTime right) {
    assertThat(Times.read(written)).isEqualTo(Typed.value(right));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "25:70",
        "24:00",
        "14:60",
        "14:3",
        "13 pm",
        "abc",
        "143",
        ":30",
        "14:",
        "14:30:15",
        "-1:00"
      })
  void what_is_no_time_is_never_one(String written) {
    assertThat(Times.read(written)).isEqualTo(unreadable(Reason.TIME));
  }

  @Test
  void a_moment_needs_both_its_day_and_its_time() {
    var day = Typed.value(LocalDate.of(2027, 3, 28));
    assertThat(Times.moment(day, Typed.empty(), BERLIN)).isEqualTo(unreadable(Reason.NOT_ALONE));
    assertThat(Times.moment(Typed.empty(), Times.read("9"), BERLIN))
        .isEqualTo(unreadable(Reason.NOT_ALONE));
    assertThat(Times.moment(Typed.empty(), Typed.empty(), BERLIN)).isEqualTo(Typed.empty());
    assertThat(Times.moment(day, Times.read("25:70"), BERLIN)).isEqualTo(unreadable(Reason.TIME));
    assertThat(Times.moment(day, Times.read("3:30"), BERLIN))
        .isEqualTo(Typed.value(LocalDateTime.of(2027, 3, 28, 3, 30)));
  }

  @Test
  void the_hour_that_the_clocks_leave_out_does_not_exist() {
    var day = Typed.value(LocalDate.of(2027, 3, 28));
    assertThat(Times.moment(day, Times.read("02:30"), BERLIN))
        .isEqualTo(
            new Unreadable<>(Reason.LEFT_OUT, List.of(LocalDateTime.of(2027, 3, 28, 3, 30))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "26.11.2026, 14:30|2026-11-26T14:30",
        "26 Nov 2026, 14:30|2026-11-26T14:30",
        "26.11. 9 Uhr|2026-11-26T09:00",
        "26.11.26 um 14.30 Uhr|2026-11-26T14:30",
        "251126 1430|2026-11-25T14:30",
        "2026-11-25T14:30|2026-11-25T14:30",
        "25/11/2026 2:30 pm|2026-11-25T14:30",
        "Do, 26.11.2026 at 14:30|2026-11-26T14:30"
      })
  void a_day_with_its_time_is_one_line(String written, LocalDateTime right) {
    assertThat(new Moments(new Days(TODAY, Tense.ANY), BERLIN).read(written))
        .isEqualTo(Typed.value(right));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "26.11.2026|NOT_ALONE",
        "14:30|NOT_ALONE",
        "25.11. 20|NOT_ALONE",
        "03/04/2026|NOT_ALONE",
        "26.11.2026 25:70|TIME",
        "31.02.2026 14:30|NO_SUCH_DAY",
        "gestern 14:30|DAY",
        "28.03.2027 02:30|LEFT_OUT",
        "03/04/2026 14:30|DAY_AMBIGUOUS",
        "abc|DAY"
      })
  void what_is_no_moment_says_why(String written, Reason why) {
    assertThat(new Moments(new Days(TODAY, Tense.ANY), BERLIN).read(written))
        .isInstanceOfSatisfying(Unreadable.class, no -> assertThat(no.reason()).isEqualTo(why));
  }

  @Test
  void a_list_says_its_years_in_full() {
    assertThat(Days.IN_FULL.read("25.11.2026")).isInstanceOf(Value.class);
    assertThat(Days.IN_FULL.read("25.11.26")).isInstanceOf(Unreadable.class);
    assertThat(Days.IN_FULL.read("25.11.")).isInstanceOf(Unreadable.class);
  }

  private static <T> Typed<T> unreadable(Reason reason) {
    return Typed.unreadable(reason);
  }
}
