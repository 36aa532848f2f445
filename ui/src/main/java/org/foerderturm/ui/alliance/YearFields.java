package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Words.t;

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
