package org.foerderturm.alliance;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.alliance.ContributionRunEvent.*;
import org.foerderturm.alliance.MemberEvent.ContributionAssessed;
import org.foerderturm.log.Json;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.springframework.stereotype.Component;

/** Contribution runs and what their previews show; kept after the run is final, as the record. */
@Component
class ContributionRunProjection implements Projection {
  @Override
  public String name() {
    return "contribution-runs";
  }

  @Override
  public List<String> tables() {
    return List.of("view_contribution_run", "view_contribution_preview");
  }

  @EventHandler
  void on(ContributionRunPreviewed e, Recorded r, Writes w) {
    w.add(e.runId(), "delete from view_contribution_preview where run_id = ?", e.runId());
    w.add(
        e.runId(),
        "insert into view_contribution_run (run_id, year, state, members, changed_at, changed_by)"
            + " values (?, ?, 'preview', ?, ?, ?) on conflict (run_id) do update set state ="
            + " 'preview', members = excluded.members, assessed = 0, reason = null, changed_at ="
            + " excluded.changed_at, changed_by = excluded.changed_by",
        e.runId(),
        e.year(),
        e.count(),
        r.at(),
        r.actor());
  }

  @EventHandler
  void on(ContributionAssessed e, Recorded r, Writes w) {
    if (e.runId() == null) return;
    w.add(
        e.runId(),
        "insert into view_contribution_preview (run_id, member_id, member_name, assessed_class,"
            + " applied_class, fee_cents, amount_cents, terms) values (?, ?, ?, ?, ?, ?, ?, ?) on"
            + " conflict (run_id, member_id) do update set member_name = excluded.member_name,"
            + " assessed_class = excluded.assessed_class, applied_class = excluded.applied_class,"
            + " fee_cents = excluded.fee_cents, amount_cents = excluded.amount_cents, terms ="
            + " excluded.terms",
        e.runId(),
        e.memberId(),
        e.name(),
        e.terms().assessedClass().code(),
        e.terms().appliedClass().code(),
        e.terms().feeCents(),
        e.terms().amountCents(),
        Json.write(e.terms()));
  }

  @EventHandler
  void on(ContributionRunAssessed e, Recorded r, Writes w) {
    w.add(
        e.runId(),
        "update view_contribution_run set assessed = assessed + ? where run_id = ?",
        e.memberIds().size(),
        e.runId());
  }

  @EventHandler
  void on(ContributionRunFinalised e, Recorded r, Writes w) {
    state(w, r, e, "final", "");
  }

  @EventHandler
  void on(ContributionRunCancelled e, Recorded r, Writes w) {
    state(w, r, e, "cancelled", e.reason());
  }

  private static void state(
      Writes w, Recorded r, ContributionRunEvent e, String state, String reason) {
    w.add(
        e.runId(),
        "update view_contribution_run set state = ?, reason = ?, changed_at = ?, changed_by = ?"
            + " where run_id = ?",
        state,
        reason,
        r.at(),
        r.actor(),
        e.runId());
  }
}
