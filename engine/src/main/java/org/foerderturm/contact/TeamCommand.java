package org.foerderturm.contact;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Revision;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Who sits in an expert team, and for how long. */
public sealed interface TeamCommand extends Command {

  String teamId();

  static String idOf(ExpertTeam team) {
    return "expert-team-" + team.code();
  }

  /**
   * @param contactId a person of the member
   * @param until last day; null for an open end
   * @param chair leads the team; only one at a time
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record AppointExpert(
      @TargetAggregateIdentifier String teamId,
      ExpertTeam team,
      String contactId,
      String memberId,
      LocalDate from,
      @Nullable LocalDate until,
      boolean chair)
      implements TeamCommand {}

  /**
   * @param until last day; null only in what was seen, where the end was open
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record EndExpertTerm(
      @TargetAggregateIdentifier String teamId,
      String contactId,
      @Nullable LocalDate until,
      @Nullable EndExpertTerm seen)
      implements TeamCommand, Revision<EndExpertTerm> {
    public EndExpertTerm(String teamId, String contactId, @Nullable LocalDate until) {
      this(teamId, contactId, until, null);
    }
  }
}
