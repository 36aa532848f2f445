package org.foerderturm.consortium;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Query;
import org.jspecify.annotations.Nullable;

/** Questions about a consortium's documents, agreement, changes and commissions. */
public sealed interface RunningQuery<R> extends Query<R> {

  /** What each partner owes by the newest table, and what came of it; in the partners' order. */
  @AllowedTo(everyone = true)
  record FindChecklist(String consortiumId) implements RunningQuery<List<ChecklistRow>> {}

  /** The agreement; null if none is recorded. */
  @AllowedTo(everyone = true)
  record FindAgreement(String consortiumId) implements RunningQuery<@Nullable AgreementDetails> {}

  /** The rules with which an agreement of this programme begins, from agreement-defaults. */
  @AllowedTo(everyone = true)
  record FindAgreementDefaults(String programme) implements RunningQuery<AgreementRules> {}

  /** Changes of the running consortium, newest first; at most 200. */
  @AllowedTo(everyone = true)
  record FindConsortiumChanges(String consortiumId) implements RunningQuery<List<ChangeRow>> {}

  /** Commissions of the consortium, newest first; at most 200. */
  @AllowedTo(everyone = true)
  record FindCommissions(String consortiumId) implements RunningQuery<List<CommissionRow>> {}

  /**
   * @param stage {@code formation}: needed for the constitution; {@code running}: after it
   * @param required whether its lack blocks the constitution, or must be mended while running
   * @param state asked, received, checked or waived, in small letters; null if nobody asked
   * @param reason why it was waived
   * @param file the newest one; told to project managers, office leads and auditors only
   */
  record ChecklistRow(
      String partnerId,
      String partner,
      String role,
      String document,
      String stage,
      boolean required,
      String source,
      @Nullable String state,
      @Nullable LocalDate receivedOn,
      @Nullable String reason,
      @Nullable DocumentFile file) {
    /** Whether the document is neither there nor waived. */
    public boolean missing() {
      return state == null || state.equals("asked");
    }
  }

  /**
   * @param size bytes
   */
  record DocumentFile(String name, String mediaType, long size, String sha256, Instant at) {}

  /**
   * @param signedOn null while it is a draft
   */
  record AgreementDetails(@Nullable LocalDate signedOn, AgreementRules rules, Instant recordedAt) {}

  /**
   * @param changeKind {@code exit}, {@code replacement} or {@code amendment}
   * @param state asked for, {@code adopted}, {@code rejected}, {@code withdrawn} or {@code done}
   * @param eligible whether the programme's minimum holds after it; null if not checked yet
   */
  record ChangeRow(
      String changeId,
      String changeKind,
      String reason,
      @Nullable String partner,
      @Nullable String successor,
      @Nullable String amendment,
      String state,
      @Nullable Boolean eligible,
      @Nullable String finding,
      @Nullable String motionId,
      Instant requestedAt,
      @Nullable LocalDate effectiveOn) {}

  /**
   * @param commissionKind {@code advice}, {@code application} or {@code steering}
   * @param state ordered, performed, invoiced or {@code cancelled}
   */
  record CommissionRow(
      String commissionId,
      String commissionKind,
      String subject,
      long feeCents,
      LocalDate startsOn,
      LocalDate endsOn,
      String state,
      @Nullable LocalDate performedOn,
      @Nullable String invoiceNumber,
      @Nullable LocalDate invoicedOn,
      @Nullable String reason) {}
}
