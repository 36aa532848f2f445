package org.foerderturm.ui.project;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.stream.Stream;
import org.foerderturm.project.PlanChange;
import org.foerderturm.project.PlanChange.Kind;
import org.foerderturm.project.ProjectQuery.MilestoneRow;
import org.foerderturm.project.ProjectQuery.PackageRow;
import org.foerderturm.project.ProjectQuery.ProjectDetails;
import org.foerderturm.ui.common.DayField;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.NameField;
import org.foerderturm.ui.common.NumberField;
import org.jspecify.annotations.Nullable;

/** Which row of the plan a change drops or adds; only what the choice needs is shown. */
final class PlanChangeFields {
  private final Select<Kind> kind =
      Inputs.choice(
          t("project.field.plan-change"),
          List.of(Kind.values()),
          each -> t("plan-change." + each.name()));
  private final Select<MilestoneRow> milestone;
  private final Select<PackageRow> workPackage;
  private final TextField title =
      answers(
          Inputs.line(t("project.field.row-title"), 200),
          "plan-title-missing",
          "milestone-twice",
          "work-package-twice",
          "budget-line-twice");
  private final NameField responsible;
  private final DayField from =
      answers(Inputs.day(t("project.field.row-from"), null), "plan-day-missing");
  private final DayField until =
      answers(
          Inputs.day(t("project.field.row-until"), null),
          "plan-day-missing",
          "milestone-outside-period",
          "work-package-out-of-order");
  private final NumberField budget =
      answers(Inputs.euros(t("project.field.row-budget"), null), "new-budget-missing");

  PlanChangeFields(Desk desk, ProjectDetails found) {
    responsible = answers(NameField.people(desk), "person-locked", "person-gone", "name-too-long");
    responsible.setLabel(t("project.responsible"));
    milestone =
        answers(
            Inputs.choice(
                t("project.milestone"),
                found.milestones().stream().filter(MilestoneRow::isOpen).toList(),
                MilestoneRow::title),
            "plan-row-missing",
            "milestone-already-reached",
            "milestone-dropped");
    workPackage =
        answers(
            Inputs.choice(
                t("project.package"),
                found.packages().stream().filter(each -> each.droppedOn() == null).toList(),
                PackageRow::title),
            "plan-row-missing",
            "work-package-done",
            "work-package-dropped",
            "last-work-package");
    kind.setEmptySelectionAllowed(true);
    kind.addValueChangeListener(event -> show());
    show();
  }

  /** For a dialog, behind what it asks anyway. */
  Component[] after(Component... others) {
    return Stream.concat(
            Stream.of(others),
            Stream.of(kind, milestone, workPackage, title, responsible, from, until, budget))
        .toArray(Component[]::new);
  }

  private void show() {
    @Nullable Kind chosen = kind.getValue();
    boolean adds = chosen != null && chosen.name().startsWith("ADD");
    milestone.setVisible(chosen == Kind.DROP_MILESTONE);
    workPackage.setVisible(chosen == Kind.DROP_PACKAGE);
    title.setVisible(adds);
    responsible.setVisible(chosen == Kind.ADD_PACKAGE);
    from.setVisible(chosen == Kind.ADD_PACKAGE);
    until.setVisible(chosen == Kind.ADD_PACKAGE || chosen == Kind.ADD_MILESTONE);
    budget.setVisible(chosen == Kind.ADD_LINE);
  }

  /** Null if the change only moves money or a day, or neither. */
  @Nullable PlanChange value() {
    @Nullable Kind chosen = kind.getValue();
    if (chosen == null) return null;
    return new PlanChange(
        chosen,
        row(chosen),
        title.isVisible() ? title.getValue() : null,
        responsible.isVisible() ? responsible.getValue() : null,
        from.isVisible() ? from.value() : null,
        until.isVisible() ? until.value() : null,
        budget.isVisible() ? Inputs.centsIfAny(budget) : null);
  }

  private @Nullable String row(Kind chosen) {
    @Nullable MilestoneRow ofMilestone = milestone.getValue();
    @Nullable PackageRow ofPackage = workPackage.getValue();
    return switch (chosen) {
      case DROP_MILESTONE -> ofMilestone == null ? null : ofMilestone.milestoneId();
      case DROP_PACKAGE -> ofPackage == null ? null : ofPackage.packageId();
      default -> null;
    };
  }
}
