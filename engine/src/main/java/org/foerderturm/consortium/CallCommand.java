package org.foerderturm.consortium;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Revision;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What can be asked about the funding call that a consortium forms for. */
public sealed interface CallCommand extends Command {

  String consortiumId();

  /**
   * Names the last day of the call, or of another call, while the consortium forms.
   *
   * @param call name or number of another call; null or blank if it is the same
   * @param deadline last day in the office's zone, today or later; null only in what was seen
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record SetCallDeadline(
      @TargetAggregateIdentifier String consortiumId,
      @Nullable String call,
      @Nullable LocalDate deadline,
      String reason,
      @Nullable SetCallDeadline seen)
      implements CallCommand, Revision<SetCallDeadline> {
    public SetCallDeadline(
        String consortiumId, @Nullable String call, @Nullable LocalDate deadline, String reason) {
      this(consortiumId, call, deadline, reason, null);
    }
  }

  /**
   * Says when to remind of the deadline, and when it is over.
   *
   * @param workingDays how long before; at most five, each from 1 to 250
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record PlanCallReminders(
      @TargetAggregateIdentifier String consortiumId, List<Integer> workingDays)
      implements CallCommand {
    public PlanCallReminders {
      workingDays = List.copyOf(workingDays);
      if (workingDays.size() > 5 || workingDays.stream().anyMatch(days -> days < 1 || days > 250))
        throw new IllegalArgumentException("at most five, from 1 to 250 days: " + workingDays);
    }
  }

  /** Reminds of the deadline, or says that it is over. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RemindOfCall(@TargetAggregateIdentifier String consortiumId) implements CallCommand {}

  /** The consortium goes on without this call. */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record LeaveCall(@TargetAggregateIdentifier String consortiumId, String reason)
      implements CallCommand {}
}
