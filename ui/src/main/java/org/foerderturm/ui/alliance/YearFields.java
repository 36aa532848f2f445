package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** Figures of one year of an enterprise. */
final class YearFields extends Div {
  private final BigDecimalField staff = Fields.number(t("enterprise.staff"));
  private final BigDecimalField turnover = Fields.number(t("member.turnover"));
  private final BigDecimalField balance = Fields.number(t("enterprise.balance"));

  YearFields() {
    addClassName("ft-form");
    staff.setHelperText(t("enterprise.staff-help"));
    add(staff, turnover, balance);
  }

  void show(@Nullable Integer people, @Nullable Long turnoverCents, @Nullable Long balanceCents) {
    staff.setValue(people == null ? null : BigDecimal.valueOf(people));
    turnover.setValue(turnoverCents == null ? null : BigDecimal.valueOf(turnoverCents, 2));
    balance.setValue(balanceCents == null ? null : BigDecimal.valueOf(balanceCents, 2));
  }

  int staff() {
    @Nullable Integer people = Fields.whole(staff);
    if (people == null) throw new Rejected("year-figures-missing");
    return people;
  }

  long turnoverCents() {
    return needed(turnover);
  }

  long balanceCents() {
    return needed(balance);
  }

  private static long needed(BigDecimalField field) {
    @Nullable Long cents = Fields.cents(field);
    if (cents == null) throw new Rejected("year-figures-missing");
    return cents;
  }
}
