package org.foerderturm.ui.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foerderturm.enterprise.DeMinimis.Ceiling;
import org.foerderturm.enterprise.EnterpriseQuery.EnterpriseDetails;
import org.foerderturm.enterprise.EnterpriseQuery.EnterpriseRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who enters an aid sees what it leads to before it is recorded. */
class AidOutlookTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate THEN = LocalDate.of(2023, 12, 1);
  private static final Ceiling NEW = new Ceiling(300_000_00, 3, "VO (EU) 2023/2831", 1);
  private static final Ceiling OLD = new Ceiling(200_000_00, 3, "VO (EU) 1407/2013", 1);

  private final List<LocalDate> asked = new ArrayList<>();
  private final AidOutlook outlook =
      new AidOutlook(
          had(250_000_00, NEW),
          TODAY,
          day -> {
            asked.add(day);
            return had(190_000_00, OLD);
          });

  @Test
  void the_sum_and_what_stays_free_show_while_the_amount_is_typed() {
    outlook.show(10_000_00L, null);
    assertThat(words())
        .contains("260.000,00", "in den 3 Jahren bis 23.11.2026", "Höchstbetrag 300.000,00")
        .contains("De-minimis noch frei: 40.000,00");
    assertThat(asked).isEmpty();
  }

  @Test
  void beyond_the_ceiling_is_said_with_the_amount() {
    outlook.show(50_000_00L, TODAY);
    assertThat(words()).contains("300.000,00").doesNotContain("über dem Höchstbetrag");
    outlook.show(50_000_01L, TODAY);
    assertThat(words()).contains("De-minimis: 0,01", "über dem Höchstbetrag");
    assertThat(asked).isEmpty();
  }

  @Test
  void another_day_has_its_own_sum_and_ceiling_and_is_asked_once() {
    outlook.show(20_000_00L, THEN);
    outlook.show(30_000_00L, THEN);
    assertThat(asked).containsExactly(THEN);
    assertThat(words())
        .contains("220.000,00", "bis 01.12.2023", "Höchstbetrag 200.000,00")
        .contains("De-minimis: 20.000,00");
  }

  @Test
  void an_aid_that_comes_up_late_may_be_too_much_only_now() {
    var then = had(0, NEW);
    var now = had(250_000_00, NEW);
    var on = TODAY.minusYears(1);
    assertThat(AidOutlook.sums(then, on, now, TODAY, 50_000_00)).hasSize(1);
    var sums = AidOutlook.sums(then, on, now, TODAY, 60_000_00);
    assertThat(sums).hasSize(2);
    assertThat(sums.getFirst().beyond()).isZero();
    assertThat(sums.getLast().day()).isEqualTo(TODAY);
    assertThat(sums.getLast().beyond()).isEqualTo(10_000_00);
    assertThat(AidOutlook.sums(then, TODAY.minusYears(3), now, TODAY, 60_000_00)).hasSize(1);
  }

  @Test
  void what_is_no_amount_says_nothing() {
    outlook.show(10_000_00L, null);
    outlook.show(null, null);
    assertThat(words()).isEmpty();
    outlook.show(0L, null);
    assertThat(words()).isEmpty();
  }

  private String words() {
    return words(outlook);
  }

  private static String words(Component component) {
    return component.getElement().getTextRecursively().replace('\u00a0', ' ');
  }

  private static EnterpriseDetails had(long sumCents, @Nullable Ceiling ceiling) {
    return new EnterpriseDetails(
        new EnterpriseRow("e", "Zeche", BigDecimal.ZERO, false, null, 0, 0),
        BigDecimal.ZERO,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        "Zeche",
        ceiling,
        sumCents,
        List.of());
  }
}
