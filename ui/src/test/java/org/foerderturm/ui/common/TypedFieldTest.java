package org.foerderturm.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.foerderturm.typed.Numbers;
import org.foerderturm.typed.Typed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed is what the field says, or is refused where it stands. */
@Tag("time")
class TypedFieldTest {
  private final LocalDate today = LocalDate.now(Formats.OFFICE);

  @AfterEach
  void nobody() {
    UI.setCurrent(null);
  }

  private @Nullable UI ui; // the current one is held weakly

  private void speak(String language) {
    ui = new UI();
    ui.setLocale(Locale.of(language));
    UI.setCurrent(ui);
  }

  @Test
  void a_figure_far_from_what_is_recorded_is_asked_about_once() {
    speak("de");
    var turnover = Inputs.euros("Jahresumsatz", 5_000_000_00L);
    turnover.setValue("12,50");
    assertThat(turnover.fault())
        .isEqualTo("Festgehalten sind bisher 5.000.000,00 €. Sind 12,50 € gemeint?");
    turnover.pick(new BigDecimal("12.50"));
    assertThat(turnover.fault()).isNull();
    assertThat(turnover.value()).isEqualByComparingTo("12.5");
    turnover.setValue("50.000,00"); // a hundredth is the most that isn't asked about
    assertThat(turnover.fault()).isNull();
    turnover.setValue("500.000.000,01");
    assertThat(turnover.fault()).isNotNull();
    turnover.setValue("0");
    assertThat(turnover.fault()).isNull();
    var proposed = Inputs.suggested(Inputs.euros("Eingegangen", 5_000_000_00L));
    proposed.setValue("12,50");
    assertThat(proposed.fault()).isNull();
    var year = Inputs.year("Jahr", 2026);
    year.setValue("12");
    assertThat(year.fault()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void what_a_field_writes_it_reads(String language) {
    speak(language);
    var random = new Random(9);
    var money = Inputs.euros("Betrag", null);
    var whole = Inputs.count("Anzahl", null);
    var number = Inputs.number("Zahl", null);
    var percent = Inputs.percent("Anteil", null);
    for (int i = 0; i < 2000; i++) {
      long any = random.nextLong() >> (10 + random.nextInt(50));
      same(money, BigDecimal.valueOf(any, 2));
      same(whole, BigDecimal.valueOf(any % Integer.MAX_VALUE));
      same(number, BigDecimal.valueOf(any, random.nextInt(10)));
      same(percent, BigDecimal.valueOf(any % 100_000, random.nextInt(5)));
      same(new DayField("Tag"), today.plusDays(random.nextInt(40_000) - 30_000));
      same(new TimeField("Uhrzeit"), LocalTime.of(random.nextInt(24), random.nextInt(60)));
      same(
          new MomentField("Wann"),
          today.minusDays(random.nextInt(9000)).atTime(random.nextInt(4, 24), random.nextInt(60)));
    }
  }

  private static <T> void same(TypedField<T> field, T value) {
    field.show(value);
    assertThat(field.typed()).as(field.getValue()).isInstanceOf(Typed.Value.class);
    var read = ((Typed.Value<T>) field.typed()).value();
    if (value instanceof BigDecimal number)
      assertThat((BigDecimal) read).as(field.getValue()).isEqualByComparingTo(number);
    else assertThat(read).as(field.getValue()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de|1234567.89|1.234.567,89|= 1 Million 234 Tausend 567,89 Euro",
        "de|12,5 Mio|12.500.000,00|= 12 Millionen 500 Tausend Euro",
        "de|12.50|12,50|",
        "en|1.234.567,89|1,234,567.89|= 1 million 234 thousand 567.89 euros",
        "en|1,234.50|1,234.50|"
      })
  void an_amount_is_shown_as_it_was_understood(
      String language, String typed, String shown, String words) {
    speak(language);
    var amount = Inputs.euros("Betrag", null);
    amount.setHelperText("");
    amount.showText(typed);
    assertThat(amount.getValue()).isEqualTo(shown);
    assertThat(amount.getHelperText()).isEqualTo(words == null ? "" : words);
    assertThat(amount.isInvalid()).isFalse();
  }

  @Test
  void two_readings_are_offered_and_one_is_picked() {
    var amount = Inputs.euros("Betrag", null);
    amount.showText("25.000");
    assertThat(amount.isInvalid()).isTrue();
    assertThat(amount.getErrorMessage()).contains("25.000,00", "25,00");
    assertThat(amount.getValue()).as("kept").isEqualTo("25.000");
    assertThat(amount.getHelperComponent()).isNotNull();
    amount.pick(new BigDecimal("25000"));
    assertThat(amount.getValue()).isEqualTo("25.000,00");
    assertThat(amount.isInvalid()).isFalse();
  }

  @Test
  void the_help_of_a_field_stays() {
    var amount = Inputs.euros("Betrag", null);
    amount.setHelperText("Ohne Umsatzsteuer.");
    amount.showText("2000000");
    assertThat(amount.getHelperText()).isEqualTo("= 2 Millionen Euro · Ohne Umsatzsteuer.");
    amount.showText("2");
    assertThat(amount.getHelperText()).isEqualTo("Ohne Umsatzsteuer.");
    amount.showText("x");
    amount.showText("2");
    assertThat(amount.getHelperText()).isEqualTo("Ohne Umsatzsteuer.");
  }

  @Test
  void a_day_about_the_past_is_not_in_the_future() {
    var day = Inputs.pastDay("Eingegangen am", today);
    assertThat(day.fault()).isNull();
    day.show(today.plusDays(1));
    assertThat(day.fault()).contains("Zukunft");
    var moment = new MomentField("Eingereicht am").past();
    moment.show(LocalDateTime.now(Formats.OFFICE).plusMinutes(2));
    assertThat(moment.fault()).contains("Zukunft");
  }

  @Test
  void a_year_before_1900_asks_once_and_is_taken_then() {
    for (var day : List.of(Inputs.pastDay("Gegründet am", null), new DayField("Tag"))) {
      day.showText("1.5.1850");
      assertThat(day.isInvalid()).isTrue();
      assertThat(day.fault()).isEqualTo("01.05.1850 liegt vor dem Jahr 1900. Ist das gemeint?");
      assertThat(offers(day)).containsExactly("Ja, 01.05.1850");
      day.pick(LocalDate.of(1850, 5, 1)); // as the button does
      assertThat(day.isInvalid()).isFalse();
      assertThat(day.value()).isEqualTo(LocalDate.of(1850, 5, 1));
      day.showText("02.05.1850");
      assertThat(day.fault()).as("another day is asked about again").isNotNull();
      day.show(LocalDate.of(1850, 5, 1));
      assertThat(day.fault()).as("what is recorded was asked about").isNull();
    }
    var moment = new MomentField("Am").past();
    moment.showText("01.05.1850, 12:00");
    assertThat(offers(moment)).containsExactly("Ja, 01.05.1850, 12:00");
    moment.pick(LocalDateTime.of(1850, 5, 1, 12, 0));
    assertThat(moment.fault()).isNull();
    var founded = Inputs.pastDay("Gegründet am", null).since(1000);
    founded.showText("1.5.1850");
    assertThat(founded.fault()).as("an organisation may be old").isNull();
  }

  private static List<String> offers(TypedField<?> field) {
    return field
        .getHelperComponent()
        .getChildren()
        .filter(Button.class::isInstance)
        .map(button -> ((Button) button).getText())
        .toList();
  }

  @Test
  void a_filter_is_told_what_can_be_read_and_once() {
    var asked = new ArrayList<LocalDate>();
    var day = new DayField("Stichtag");
    day.onChosen(asked::add);
    day.pick(today);
    day.pick(today);
    assertThat(asked).containsExactly(today);
    day.showText("31.02.2026");
    assertThat(day.isInvalid()).isTrue();
    assertThat(asked).as("the list stays").containsExactly(today);
  }

  @Test
  void a_wrong_time_is_refused_with_what_is_wrong() {
    var moment = Inputs.moment("Wann", null);
    for (var said :
        List.of("28.03.2027 02:30|vorgestellt", "28.03.2027|Uhrzeit", "28.03.2027 25:70|14:30")) {
      moment.showText(said.split("\\|")[0]);
      assertThat(moment.getErrorMessage()).as(said).contains(said.split("\\|")[1]);
    }
    assertThat(new NumberField("", Numbers.WHOLE).fault()).isNull();
  }
}
