package org.foerderturm.alliance;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Event;

/** What happened to the contribution run of a year. */
public sealed interface ContributionRunEvent extends Event {

  String runId();

  /**
   * @param count how many members
   */
  @Revision("1")
  record ContributionRunPreviewed(String runId, int year, int count, List<String> memberIds)
      implements ContributionRunEvent {}

  /** A portion of the preview is there. */
  @Revision("1")
  record ContributionRunAssessed(String runId, int year, List<String> memberIds)
      implements ContributionRunEvent {}

  @Revision("1")
  record ContributionRunFinalised(String runId, int year, int count)
      implements ContributionRunEvent {}

  @Revision("1")
  record ContributionRunCancelled(String runId, int year, String reason)
      implements ContributionRunEvent {}
}
