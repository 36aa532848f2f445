package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foerderturm.alliance.Figures;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.ui.common.DayField;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.NumberField;
import org.jspecify.annotations.Nullable;

/** How large an organisation is; what matters for companies only is shown for companies only. */
final class SizeFields extends Div {
  /** Universities and guilds are older than what else is typed here. */
  private static final int OLDEST = 1000;

  private final NumberField staff =
      Inputs.required(Inputs.count(t("member.staff"), null), "figures-missing");
  private final NumberField turnover =
      Inputs.required(Inputs.euros(t("member.turnover"), null), "figures-missing");
  private final NumberField groupStaff = Inputs.count(t("member.group-staff"), null);
  private final NumberField groupTurnover = Inputs.euros(t("member.group-turnover"), null);
  private final DayField founded = Inputs.pastDay(t("member.founded"), null).since(OLDEST);
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
    staff.show(figures.staff() == null ? null : BigDecimal.valueOf(figures.staff()));
    turnover.show(euros(figures.turnoverCents()));
    groupStaff.show(figures.groupStaff() == null ? null : BigDecimal.valueOf(figures.groupStaff()));
    groupTurnover.show(euros(figures.groupTurnoverCents()));
    founded.show(figures.foundedOn());
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

  private static @Nullable Integer people(NumberField field) {
    @Nullable Integer people = Inputs.wholeIfAny(field);
    if (people != null && people < 0) throw Inputs.wrong(field, "figures-negative", Map.of());
    return people;
  }

  /** The rules ask it of companies; here it is known of which field. */
  private NumberField given(NumberField field) {
    if (company && field.isEmpty()) throw Inputs.wrong(field, "figures-missing", Map.of());
    return field;
  }

  private static NumberField notSmaller(NumberField group, NumberField own) {
    @Nullable BigDecimal all = group.value();
    @Nullable BigDecimal part = own.readable();
    if (all != null && part != null && all.compareTo(part) < 0)
      throw Inputs.wrong(group, "group-smaller-than-company", Map.of());
    return group;
  }

  @Nullable LocalDate foundedOn() {
    return founded.value();
  }

  private static @Nullable BigDecimal euros(@Nullable Long cents) {
    return cents == null ? null : BigDecimal.valueOf(cents, 2);
  }
}
