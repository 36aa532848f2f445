package org.foerderturm.funding;

import java.time.LocalDate;
import java.util.List;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Questions about grants after their notice. */
public sealed interface GrantQuery<R> extends Query<R> {

  /** What happened to a grant after its notice; empty lists if nothing did. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindGrant(String applicationId) implements GrantQuery<GrantDetails> {}

  /**
   * @param notes oldest first
   * @param closedYears whose books are closed
   * @param shares what of the grant is whose; empty before the notice
   * @param results of the examination of the proof of use
   * @param interest on what must be paid back, by number
   * @param approved cost rows, by partner in the order of the budget
   * @param requests for payment, by number
   */
  record GrantDetails(
      List<GrantChangeRow> changes,
      List<GrantNote> notes,
      List<Integer> closedYears,
      List<ShareRow> shares,
      List<ProofResultRow> results,
      List<InterestRow> interest,
      List<ApprovedRowOf> approved,
      List<PaymentRequestRow> requests) {}

  /**
   * A request for payment, in euro cents.
   *
   * @param approvedCents null while the funder has not answered
   * @param receivedCents what came in on it
   * @param reason of a cut, a refusal or a withdrawal
   */
  record PaymentRequestRow(
      int number,
      String partnerId,
      String partner,
      long askedCents,
      LocalDate requestedOn,
      @Nullable Long approvedCents,
      @Nullable LocalDate answeredOn,
      long receivedCents,
      @Nullable String reason,
      boolean withdrawn) {
    /**
     * {@code open}, {@code approved}, {@code cut}, {@code refused}, {@code withdrawn} or {@code
     * paid}.
     */
    public String state() {
      if (withdrawn) return "withdrawn";
      if (approvedCents == null) return "open";
      if (approvedCents == 0) return "refused";
      if (receivedCents >= approvedCents) return "paid";
      return approvedCents < askedCents ? "cut" : "approved";
    }
  }

  /**
   * What of a cost row was asked for and what the funder approved, costs in euro cents.
   *
   * @param partner by name
   * @param costRow code
   * @param approvedCents as asked for, while nobody said otherwise
   */
  record ApprovedRowOf(
      String partnerId, String partner, String costRow, long askedCents, long approvedCents) {}

  /**
   * What the funder's examination of the proof of use found for one partner.
   *
   * @param cutCents what of the grant is not recognised
   * @param cutCostsCents what of the costs is not; null if nobody said
   * @param refundCents what was paid beyond what is recognised
   */
  record ProofResultRow(
      String partnerId,
      LocalDate decidedOn,
      @Nullable String reference,
      long cutCents,
      @Nullable Long cutCostsCents,
      long recognisedCents,
      long refundCents,
      @Nullable LocalDate refundDueOn,
      @Nullable String grounds) {}

  /**
   * @param mostCents what the rule gives
   * @param cents what the funder asks for
   */
  record InterestRow(
      int number,
      String partner,
      LocalDate from,
      LocalDate until,
      long mostCents,
      long cents,
      String source) {}

  /**
   * @param reference of the partner's own notice
   * @param grantedCents null while only the sum of all is known
   * @param regime side conditions of its own notice; null as those of the whole, as is its period
   * @param proofDue when its own proof of use is due; null with that of the whole
   * @param spentCents by its part of the proof; null where nobody said
   */
  record ShareRow(
      String partnerId,
      String partner,
      @Nullable String reference,
      long requestedCents,
      @Nullable Long grantedCents,
      long drawnCents,
      @Nullable String regime,
      @Nullable LocalDate periodFrom,
      @Nullable LocalDate periodUntil,
      @Nullable LocalDate proofDue,
      @Nullable Long spentCents) {
    public ShareRow(
        String partnerId,
        String partner,
        @Nullable String reference,
        long requestedCents,
        @Nullable Long grantedCents,
        long drawnCents) {
      this(
          partnerId,
          partner,
          reference,
          requestedCents,
          grantedCents,
          drawnCents,
          null,
          null,
          null,
          null,
          null);
    }
  }

  /**
   * @param kind {@code reallocation}, {@code extension} or {@code partner}
   * @param name of the partner whose budget changes; null for an extension
   * @param consentNeeded null while nothing is drafted
   * @param state {@code begun}, {@code drafted}, {@code put}, {@code consented}, {@code refused},
   *     {@code withdrawn} or {@code free}: done without the funder
   * @param answer why it was refused or withdrawn
   */
  record GrantChangeRow(
      String changeId,
      int number,
      String kind,
      @Nullable String name,
      @Nullable String fromRow,
      @Nullable String toRow,
      @Nullable Long amountCents,
      @Nullable LocalDate periodUntil,
      @Nullable String successor,
      @Nullable String reason,
      @Nullable Boolean consentNeeded,
      @Nullable String source,
      String state,
      @Nullable LocalDate putOn,
      @Nullable LocalDate decidedOn,
      @Nullable String reference,
      @Nullable String answer) {}

  /**
   * @param kind {@code objection}, {@code objection-remedied}, {@code objection-refused}, {@code
   *     objection-withdrawn}, the same with {@code action} and {@code contest-…}, {@code
   *     payment-stop}, {@code stop-lifted}, {@code revocation}, {@code part-revocation} or {@code
   *     refund}
   * @param receivedOn when a decision was in the box; null where that is not said
   */
  record GrantNote(
      String kind,
      LocalDate day,
      @Nullable LocalDate dueOn,
      @Nullable Long amountCents,
      @Nullable String reference,
      @Nullable String reason,
      @Nullable LocalDate postedOn,
      @Nullable LocalDate receivedOn,
      boolean withoutInstruction) {}
}
