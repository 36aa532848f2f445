package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foerderturm.project.PlanChange;
import org.foerderturm.project.ProjectQuery.ChangeRow;
import org.jspecify.annotations.Nullable;

/** What a change request does to the plan, as people read it. */
public final class PlanWords {
  private PlanWords() {}

  /** Each row of the plan that the change touches, with its figures; empty if it touches none. */
  public static List<String> of(ChangeRow row) {
    var words = new ArrayList<String>();
    var plan = row.plan();
    if (plan != null)
      words.add(
          row(
              plan.kind(),
              plan.title(),
              plan.responsible(),
              plan.startsOn(),
              plan.endsOn(),
              plan.budgetCents()));
    if (row.line() != null)
      words.add(
          t(
              "plan-change.line",
              "title",
              row.line(),
              "budget",
              row.newBudgetCents() == null
                  ? t("plan-change.open")
                  : Formats.euros(row.newBudgetCents())));
    if (row.milestone() != null)
      words.add(
          t(
              "plan-change.milestone",
              "title",
              row.milestone(),
              "day",
              row.newBaseline() == null ? t("plan-change.open") : Formats.date(row.newBaseline())));
    return words;
  }

  /** As an event tells it; null if the values are not those of such a change. */
  static @Nullable String of(Map<?, ?> plan) {
    if (!(plan.get("kind") instanceof String kind) || !plan.containsKey("rowId")) return null;
    for (var each : PlanChange.Kind.values())
      if (each.name().equals(kind))
        return row(
            each,
            plan.get("title") instanceof String title ? title : null,
            plan.get("responsible") instanceof String responsible ? responsible : null,
            plan.get("startsOn") instanceof String from ? LocalDate.parse(from) : null,
            plan.get("endsOn") instanceof String until ? LocalDate.parse(until) : null,
            plan.get("budgetCents") instanceof Number cents ? cents.longValue() : null);
    return null;
  }

  private static String row(
      PlanChange.Kind kind,
      @Nullable String title,
      @Nullable String responsible,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable Long cents) {
    var words = new ArrayList<String>();
    words.add(title == null ? "–" : title);
    if (from != null && until != null) words.add(Formats.date(from) + " – " + Formats.date(until));
    else if (until != null) words.add(Formats.date(until));
    if (responsible != null && !responsible.isBlank()) words.add(responsible);
    if (cents != null) words.add(Formats.euros(cents));
    return t("plan-change." + kind.name()) + ": " + String.join(", ", words);
  }
}
