package org.foerderturm.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the plan that a change request drops or adds; needs what every change needs: an
 * assessment, the body's resolution, and the funder's consent if it touches the notice.
 *
 * @param rowId the milestone or work package that is dropped; of an added row its id, once it is
 *     part of the plan
 * @param title of the row; of a dropped one as the plan has it when the change is requested, null
 *     in requests before that was kept
 * @param responsible for a work package
 * @param startsOn first day of a work package
 * @param endsOn last day of a work package, promised day of a milestone
 * @param budgetCents of an added budget line
 */
public record PlanChange(
    Kind kind,
    @Nullable String rowId,
    @Nullable String title,
    @Nullable String responsible,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    @Nullable Long budgetCents) {

  /** What happens to the plan. */
  public enum Kind {
    DROP_MILESTONE,
    DROP_PACKAGE,
    ADD_MILESTONE,
    ADD_PACKAGE,
    ADD_LINE
  }

  /** The row with the id that it has in the plan. */
  PlanChange as(String id) {
    return new PlanChange(
        kind, id, stripped(title), stripped(responsible), startsOn, endsOn, budgetCents);
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null ? null : text.strip();
  }
}
