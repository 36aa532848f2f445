package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foerderturm.alliance.Figures;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.ui.common.Inputs;
import org.jspecify.annotations.Nullable;

/** How large an organisation is; what matters for companies only is shown for companies only. */
final class SizeFields extends Div {
  private final BigDecimalField staff =
      Inputs.required(Inputs.count(t("member.staff"), null), "figures-missing");
  private final BigDecimalField turnover =
      Inputs.required(Inputs.number(t("member.turnover"), null), "figures-missing");
  private final BigDecimalField groupStaff = Inputs.count(t("member.group-staff"), null);
  private final BigDecimalField groupTurnover = Inputs.number(t("member.group-turnover"), null);
  private final DatePicker founded = Inputs.day(t("member.founded"), null);
  private boolean company = true;

  SizeFields() {
    addClassName("ft-form");
    Inputs.checked(staff, this::staff);
    Inputs.checked(turnover, this::turnoverCents);
    Inputs.checked(groupStaff, this::groupStaff);
    Inputs.checked(groupTurnover, this::groupTurnoverCents);
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
    for (var field : List.of(staff, turnover)) {
      field.setRequiredIndicatorVisible(company);
      field.setInvalid(false);
    }
    groupStaff.setVisible(company);
    groupTurnover.setVisible(company);
  }

  @Nullable Integer staff() {
    return people(given(staff));
  }

  @Nullable Long turnoverCents() {
    return Inputs.centsIfAny(given(turnover));
  }

  @Nullable Integer groupStaff() {
    return company ? people(notSmaller(groupStaff, staff)) : null;
  }

  @Nullable Long groupTurnoverCents() {
    return company ? Inputs.centsIfAny(notSmaller(groupTurnover, turnover)) : null;
  }

  private static @Nullable Integer people(BigDecimalField field) {
    @Nullable Integer people = Inputs.wholeIfAny(field);
    if (people != null && people < 0) throw Inputs.wrong(field, "figures-negative", Map.of());
    return people;
  }

  /** The rules ask it of companies; here it is known of which field. */
  private BigDecimalField given(BigDecimalField field) {
    if (company && field.isEmpty()) throw Inputs.wrong(field, "figures-missing", Map.of());
    return field;
  }

  private static BigDecimalField notSmaller(BigDecimalField group, BigDecimalField own) {
    if (!group.isEmpty() && !own.isEmpty() && group.getValue().compareTo(own.getValue()) < 0)
      throw Inputs.wrong(group, "group-smaller-than-company", Map.of());
    return group;
  }

  @Nullable LocalDate foundedOn() {
    return founded.getValue();
  }

  private static @Nullable BigDecimal euros(@Nullable Long cents) {
    return cents == null ? null : BigDecimal.valueOf(cents, 2);
  }
}
