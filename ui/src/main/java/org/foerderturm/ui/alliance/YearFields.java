package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Words.t;

import java.math.BigDecimal;
import org.foerderturm.alliance.Figures;
import org.foerderturm.enterprise.Year;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.NumberField;
import org.jspecify.annotations.Nullable;

/** Fields for the figures of one year of an enterprise. */
record YearFields(NumberField staff, NumberField turnover, NumberField balance) {

  static YearFields of(
      @Nullable Integer people, @Nullable Long turnoverCents, @Nullable Long balanceCents) {
    var staff = required(Inputs.count(t("enterprise.staff"), people));
    staff.setHelperText(t("enterprise.staff-help"));
    return new YearFields(
        answers(staff, "year-figures-negative", "year-figures-too-large"),
        required(Inputs.euros(t("enterprise.turnover"), turnoverCents)),
        required(Inputs.euros(t("enterprise.balance-short"), balanceCents)));
  }

  /**
   * What the figures are compared with when one is far off: those of the last year, else those of
   * the member.
   */
  void against(@Nullable Year last, @Nullable Figures member) {
    if (last != null) {
      staff.against(BigDecimal.valueOf(last.staff()));
      turnover.against(euros(last.turnoverCents()));
      balance.against(euros(last.balanceCents()));
    } else {
      staff.against(
          member == null || member.staff() == null ? null : BigDecimal.valueOf(member.staff()));
      turnover.against(member == null ? null : euros(member.turnoverCents()));
      balance.against(null);
    }
  }

  private static @Nullable BigDecimal euros(@Nullable Long cents) {
    return cents == null ? null : BigDecimal.valueOf(cents, 2);
  }

  int people() {
    return Inputs.whole(staff);
  }

  long turnoverCents() {
    return Inputs.cents(turnover);
  }

  long balanceCents() {
    return Inputs.cents(balance);
  }
}
