package org.foerderturm.alliance;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Role;

/** The yearly contribution run: preview as often as wanted, cancel, or make final once. */
public sealed interface ContributionRunCommand extends Command {

  String runId();

  /** The one run of a year. */
  static String idOf(int year) {
    return "contribution-run-" + year;
  }

  /**
   * Begins a preview, or begins it anew.
   *
   * @param members whom it is about; each is then assessed by {@link AssessContributions}
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record PreviewContributionRun(
      @TargetAggregateIdentifier String runId, int year, List<String> members)
      implements ContributionRunCommand {}

  /** Assesses some of the run's members; in portions, so that one can see it advance. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record AssessContributions(@TargetAggregateIdentifier String runId, List<String> members)
      implements ContributionRunCommand {}

  /** Charges every member of the run as assessed: all of them or, if one can't be, none. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record MakeContributionRunFinal(@TargetAggregateIdentifier String runId)
      implements ContributionRunCommand {}

  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CancelContributionRun(@TargetAggregateIdentifier String runId, String reason)
      implements ContributionRunCommand {}
}
