package org.foerderturm.funding;

import java.time.LocalDate;
import java.util.Objects;
import org.foerderturm.enterprise.EnterpriseCommand.CorrectGrantedAids;
import org.foerderturm.enterprise.EnterpriseCommand.PartnerAid;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Projects;
import org.foerderturm.project.ProjectCommand.FollowGrant;
import org.foerderturm.project.ProjectCommand.FollowPayment;
import org.jspecify.annotations.Nullable;

/** Tells those who know a grant from its notice what it comes to now. */
final class GrantFollowers {
  private GrantFollowers() {}

  /**
   * Tells its projects.
   *
   * @param reason why the grant is another one; said in the project's history
   */
  static void tell(GrantState state, String reason, Projects projects, Consequences consequences) {
    var notice = state.granted();
    for (var project : projects.startedBy(notice.applicationId()))
      consequences.send(
          new FollowGrant(
              project,
              notice.reference(),
              state.grantedCents,
              notice.periodFrom(),
              state.until,
              reason));
  }

  /** Tells its projects when money came in last, if that is another day than before. */
  static void tellPaid(
      GrantState state, @Nullable LocalDate before, Projects projects, Consequences consequences) {
    var now = state.lastPaidOn();
    if (Objects.equals(before, now)) return;
    for (var project : projects.startedBy(state.granted().applicationId()))
      consequences.send(new FollowPayment(project, before, now));
  }

  /** Tells its projects and the register of de-minimis aids. */
  static void tellAll(
      GrantState state, String reason, Projects projects, Consequences consequences) {
    var notice = state.granted();
    var aids = state.deMinimisAids(state.grantedCents, null);
    if (!aids.isEmpty())
      consequences.send(
          new CorrectGrantedAids(
              notice.applicationId(),
              aids.stream().map(aid -> new PartnerAid(aid.partner(), aid.amountCents())).toList(),
              reason,
              notice.receivedOn(),
              notice.reference()));
    tell(state, reason, projects, consequences);
  }
}
