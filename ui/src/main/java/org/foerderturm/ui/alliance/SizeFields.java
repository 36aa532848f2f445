package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.foerderturm.alliance.Figures;
import org.foerderturm.alliance.MemberKind;
import org.jspecify.annotations.Nullable;

/** How large an organisation is; what matters for companies only is shown for companies only. */
final class SizeFields extends Div {
  private final BigDecimalField staff = Fields.number(t("member.staff"));
  private final BigDecimalField turnover = Fields.number(t("member.turnover"));
  private final BigDecimalField groupStaff = Fields.number(t("member.group-staff"));
  private final BigDecimalField groupTurnover = Fields.number(t("member.group-turnover"));
  private final DatePicker founded = Fields.day(t("member.founded"), null);
  private boolean company = true;

  SizeFields() {
    addClassName("ft-form");
    groupStaff.setHelperText(t("member.group-help"));
    add(staff, turnover, groupStaff, groupTurnover, founded);
  }

  void show(MemberKind kind, Figures figures) {
    staff.setValue(figures.staff() == null ? null : BigDecimal.valueOf(figures.staff()));
    turnover.setValue(euros(figures.turnoverCents()));
    groupStaff.setValue(
        figures.groupStaff() == null ? null : BigDecimal.valueOf(figures.groupStaff()));
    groupTurnover.setValue(euros(figures.groupTurnoverCents()));
    founded.setValue(figures.foundedOn());
    fit(kind);
  }

  void fit(@Nullable MemberKind kind) {
    company = kind == MemberKind.COMPANY;
    groupStaff.setVisible(company);
    groupTurnover.setVisible(company);
  }

  @Nullable Integer staff() {
    return Fields.whole(staff);
  }

  @Nullable Long turnoverCents() {
    return Fields.cents(turnover);
  }

  @Nullable Integer groupStaff() {
    return company ? Fields.whole(groupStaff) : null;
  }

  @Nullable Long groupTurnoverCents() {
    return company ? Fields.cents(groupTurnover) : null;
  }

  @Nullable LocalDate foundedOn() {
    return founded.getValue();
  }

  private static @Nullable BigDecimal euros(@Nullable Long cents) {
    return cents == null ? null : BigDecimal.valueOf(cents, 2);
  }
}
