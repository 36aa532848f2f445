package org.foerderturm.consortium;

import static org.foerderturm.consortium.DocumentRules.code;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.consortium.ChecklistEvent.*;
import org.foerderturm.consortium.CommissionEvent.*;
import org.foerderturm.consortium.ConsortiumEvent.*;
import org.foerderturm.consortium.RunningEvent.*;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Documents, agreements, changes and commissions of consortia, as their pages show them. */
@Component
class RunningProjection implements Projection {
  @Override
  public String name() {
    return "consortium-running";
  }

  @Override
  public List<String> tables() {
    return List.of(
        "view_consortium_document",
        "view_consortium_agreement",
        "view_consortium_change",
        "view_commission");
  }

  @EventHandler
  void on(DocumentAskedFor e, Recorded r, Writes w) {
    document(w, r, e.consortiumId(), e.partnerId(), e.document(), "asked", null, null);
  }

  @EventHandler
  void on(DocumentReceived e, Recorded r, Writes w) {
    document(w, r, e.consortiumId(), e.partnerId(), e.document(), "received", e.receivedOn(), null);
  }

  @EventHandler
  void on(LetterOfIntentReceived e, Recorded r, Writes w) {
    document(
        w,
        r,
        e.consortiumId(),
        e.partnerId(),
        DocumentKind.LETTER_OF_INTENT,
        "received",
        e.receivedOn(),
        null);
  }

  @EventHandler
  void on(DocumentFileAttached e, Recorded r, Writes w) {
    w.add(
        e.consortiumId(),
        "update view_consortium_document set file_name = ?, media_type = ?, file_size = ?,"
            + " sha256 = ?, filed_at = ?"
            + " where consortium_id = ? and partner_id = ? and document = ?",
        e.fileName(),
        e.mediaType(),
        e.size(),
        e.sha256(),
        r.at(),
        e.consortiumId(),
        e.partnerId(),
        e.document().code());
  }

  @EventHandler
  void on(DocumentFileWithdrawn e, Recorded r, Writes w) {
    w.add(
        e.consortiumId(),
        "update view_consortium_document set file_name = null, media_type = null, file_size = null,"
            + " sha256 = null, filed_at = null, changed_at = ?,"
            + " state = case state when 'checked' then 'received' else state end"
            + " where consortium_id = ? and partner_id = ? and document = ?",
        r.at(),
        e.consortiumId(),
        e.partnerId(),
        e.document().code());
  }

  @EventHandler
  void on(DocumentChecked e, Recorded r, Writes w) {
    w.add(
        e.consortiumId(),
        "update view_consortium_document set state = 'checked', changed_at = ?"
            + " where consortium_id = ? and partner_id = ? and document = ?",
        r.at(),
        e.consortiumId(),
        e.partnerId(),
        e.document().code());
  }

  @EventHandler
  void on(DocumentWaived e, Recorded r, Writes w) {
    document(w, r, e.consortiumId(), e.partnerId(), e.document(), "waived", null, e.reason());
  }

  /** Who is invited anew starts with an empty list. */
  @EventHandler
  void on(PartnerInvited e, Recorded r, Writes w) {
    forget(w, e.consortiumId(), e.partnerId());
  }

  @EventHandler
  void on(PartnerJoined e, Recorded r, Writes w) {
    forget(w, e.consortiumId(), e.partnerId());
  }

  @EventHandler
  void on(ConsortiumAgreementRecorded e, Recorded r, Writes w) {
    var rules = e.rules();
    w.add(
        e.consortiumId(),
        "insert into view_consortium_agreement (consortium_id, signed_on, quorum, majority,"
            + " invitation_days, extraordinary_days, minutes_days, veto_days, publication_days,"
            + " objection_days, changes_need_resolution, source, recorded_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (consortium_id) do update set signed_on = excluded.signed_on,"
            + " quorum = excluded.quorum, majority = excluded.majority,"
            + " invitation_days = excluded.invitation_days,"
            + " extraordinary_days = excluded.extraordinary_days,"
            + " minutes_days = excluded.minutes_days, veto_days = excluded.veto_days,"
            + " publication_days = excluded.publication_days,"
            + " objection_days = excluded.objection_days,"
            + " changes_need_resolution = excluded.changes_need_resolution,"
            + " source = excluded.source, recorded_at = excluded.recorded_at",
        e.consortiumId(),
        e.signedOn(),
        rules.quorum(),
        rules.majority(),
        rules.invitationDays(),
        rules.extraordinaryDays(),
        rules.minutesDays(),
        rules.vetoDays(),
        rules.publicationDays(),
        rules.objectionDays(),
        rules.changesNeedResolution(),
        rules.source(),
        r.at());
  }

  @EventHandler
  void on(ConsortiumChangeRequested e, Recorded r, Writes w) {
    w.add(
        e.changeId(),
        "insert into view_consortium_change (change_id, consortium_id, kind, reason, partner,"
            + " successor, amendment, state, requested_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, 'requested', ?)",
        e.changeId(),
        e.consortiumId(),
        code(e.changeKind()),
        e.reason(),
        e.partner(),
        e.successor() == null ? null : e.successor().name(),
        e.amendment(),
        r.at());
  }

  @EventHandler
  void on(SuccessorNamed e, Recorded r, Writes w) {
    change(w, e.changeId(), "kind = 'replacement', successor = ?", e.successor().name());
  }

  @EventHandler
  void on(ConsortiumChangeChecked e, Recorded r, Writes w) {
    change(w, e.changeId(), "eligible = ?, finding = ?", e.eligible(), e.finding());
  }

  @EventHandler
  void on(ConsortiumChangeResolved e, Recorded r, Writes w) {
    change(w, e.changeId(), "state = ?, motion_id = ?", e.result(), e.motionId());
  }

  @EventHandler
  void on(ConsortiumChangeResubmitted e, Recorded r, Writes w) {
    change(w, e.changeId(), "state = 'requested'");
  }

  @EventHandler
  void on(ConsortiumChangeWithdrawn e, Recorded r, Writes w) {
    change(w, e.changeId(), "state = 'withdrawn'");
  }

  @EventHandler
  void on(ConsortiumChanged e, Recorded r, Writes w) {
    change(w, e.changeId(), "state = 'done', effective_on = ?", e.effectiveOn());
  }

  @EventHandler
  void on(CommissionOrdered e, Recorded r, Writes w) {
    w.add(
        e.commissionId(),
        "insert into view_commission (commission_id, consortium_id, kind, subject, fee_cents,"
            + " starts_on, ends_on, state, ordered_at) values (?, ?, ?, ?, ?, ?, ?, 'ordered', ?)",
        e.commissionId(),
        e.consortiumId(),
        code(e.commissionKind()),
        e.subject(),
        e.feeCents(),
        e.startsOn(),
        e.endsOn(),
        r.at());
  }

  @EventHandler
  void on(CommissionPerformed e, Recorded r, Writes w) {
    commission(w, e.commissionId(), "state = 'performed', performed_on = ?", e.performedOn());
  }

  @EventHandler
  void on(CommissionInvoiced e, Recorded r, Writes w) {
    commission(
        w,
        e.commissionId(),
        "state = 'invoiced', invoice_number = ?, invoiced_on = ?",
        e.invoiceNumber(),
        e.invoicedOn());
  }

  @EventHandler
  void on(CommissionCancelled e, Recorded r, Writes w) {
    commission(w, e.commissionId(), "state = 'cancelled', reason = ?", e.reason());
  }

  private static void document(
      Writes w,
      Recorded r,
      String consortiumId,
      String partnerId,
      DocumentKind document,
      String state,
      @Nullable LocalDate receivedOn,
      @Nullable String reason) {
    w.add(
        consortiumId,
        "insert into view_consortium_document (consortium_id, partner_id, document, state,"
            + " received_on, reason, changed_at) values (?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (consortium_id, partner_id, document) do update set"
            + " state = excluded.state, received_on = excluded.received_on,"
            + " reason = excluded.reason, changed_at = excluded.changed_at",
        consortiumId,
        partnerId,
        document.code(),
        state,
        receivedOn,
        reason,
        r.at());
  }

  private static void forget(Writes w, String consortiumId, String partnerId) {
    w.add(
        consortiumId,
        "delete from view_consortium_document where consortium_id = ? and partner_id = ?",
        consortiumId,
        partnerId);
  }

  private static void change(
      Writes w, String changeId, String assignments, @Nullable Object... values) {
    update(w, "view_consortium_change", "change_id", changeId, assignments, values);
  }

  private static void commission(
      Writes w, String commissionId, String assignments, @Nullable Object... values) {
    update(w, "view_commission", "commission_id", commissionId, assignments, values);
  }

  private static void update(
      Writes w,
      String table,
      String key,
      String id,
      String assignments,
      @Nullable Object... values) {
    var args = new Object[values.length + 1];
    System.arraycopy(values, 0, args, 0, values.length);
    args[values.length] = id;
    w.add(id, "update " + table + " set " + assignments + " where " + key + " = ?", args);
  }
}
