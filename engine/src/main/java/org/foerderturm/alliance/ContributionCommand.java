package org.foerderturm.alliance;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Happened;
import org.foerderturm.kernel.Revision;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What can be asked of a contribution that is charged. */
public sealed interface ContributionCommand extends Command {

  String contributionId();

  /**
   * @param number of the invoice, as in the bookkeeping
   * @param dueOn last day to pay
   * @param receivedOn when the member got it; null if nothing is known of that
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record InvoiceContribution(
      @TargetAggregateIdentifier String contributionId,
      String number,
      LocalDate invoicedOn,
      LocalDate dueOn,
      @Happened @Nullable LocalDate receivedOn)
      implements ContributionCommand {
    public InvoiceContribution(
        String contributionId, String number, LocalDate invoicedOn, LocalDate dueOn) {
      this(contributionId, number, invoicedOn, dueOn, null);
    }
  }

  /**
   * A payment came in; several may add up.
   *
   * @param overpaid true if more came in than was owed: the rest is to be paid back; else that is
   *     taken for a typing error
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordContributionPayment(
      @TargetAggregateIdentifier String contributionId,
      long amountCents,
      @Happened LocalDate receivedOn,
      @Nullable Boolean overpaid)
      implements ContributionCommand {
    public RecordContributionPayment(
        String contributionId, long amountCents, LocalDate receivedOn) {
      this(contributionId, amountCents, receivedOn, null);
    }
  }

  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RemindContribution(
      @TargetAggregateIdentifier String contributionId, @Happened LocalDate remindedOn)
      implements ContributionCommand {}

  /** Lets the member pay later. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record DeferContribution(
      @TargetAggregateIdentifier String contributionId,
      LocalDate until,
      String reason,
      @Nullable DeferContribution seen)
      implements ContributionCommand, Revision<DeferContribution> {
    public DeferContribution(String contributionId, LocalDate until, String reason) {
      this(contributionId, until, reason, null);
    }
  }

  /**
   * States the default: possible from a reminder on that came after the due date, else once 30 days
   * have passed since it (§ 286 BGB; § 193 if the last of them is a free day).
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record DeclareContributionDefault(
      @TargetAggregateIdentifier String contributionId, @Happened LocalDate declaredOn)
      implements ContributionCommand {}

  /** Gives up what is still owed. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record WaiveContribution(@TargetAggregateIdentifier String contributionId, String reason)
      implements ContributionCommand {}

  /** Takes what can't be collected out of the books; after a default only. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record WriteOffContribution(@TargetAggregateIdentifier String contributionId, String reason)
      implements ContributionCommand {}

  /**
   * Sets a payment right that was recorded wrongly.
   *
   * @param number of the payment, from 1 in the order in which they were recorded
   * @param amountCents what came in; 0 if nothing did
   * @param overpaid true if more came in than was owed
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectContributionPayment(
      @TargetAggregateIdentifier String contributionId,
      int number,
      long amountCents,
      @Happened LocalDate receivedOn,
      String reason,
      @Nullable Boolean overpaid,
      @Nullable CorrectContributionPayment seen)
      implements ContributionCommand, Revision<CorrectContributionPayment> {
    public CorrectContributionPayment(
        String contributionId, int number, long amountCents, LocalDate receivedOn, String reason) {
      this(contributionId, number, amountCents, receivedOn, reason, null, null);
    }
  }

  /**
   * Sets right what was recorded wrongly of an invoice. One that was wrong when it was sent is
   * cancelled instead ({@link CancelInvoice}).
   *
   * @param amountCents what it asks for; never less than was paid
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectInvoice(
      @TargetAggregateIdentifier String contributionId,
      String number,
      LocalDate invoicedOn,
      LocalDate dueOn,
      long amountCents,
      String reason,
      @Happened @Nullable LocalDate receivedOn,
      @Nullable CorrectInvoice seen)
      implements ContributionCommand, Revision<CorrectInvoice> {
    public CorrectInvoice(
        String contributionId,
        String number,
        LocalDate invoicedOn,
        LocalDate dueOn,
        long amountCents,
        String reason) {
      this(contributionId, number, invoicedOn, dueOn, amountCents, reason, null, null);
    }
  }

  /**
   * Sets the day of a reminder, of the last deferral or of the declared default right.
   *
   * @param number of the reminder or deferral, from 1
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectContributionDay(
      @TargetAggregateIdentifier String contributionId,
      ContributionDay day,
      int number,
      LocalDate on,
      String reason,
      @Nullable CorrectContributionDay seen)
      implements ContributionCommand, Revision<CorrectContributionDay> {
    /** None of a deferral: it ends later. */
    @Happened
    @Nullable LocalDate happened() {
      return day == ContributionDay.DEFERRAL ? null : on;
    }

    public CorrectContributionDay(
        String contributionId, ContributionDay day, int number, LocalDate on, String reason) {
      this(contributionId, day, number, on, reason, null);
    }
  }

  /**
   * Takes back an invoice that was wrong when it was sent, by a credit note; what is still owed is
   * invoiced anew.
   *
   * @param invoiceNumber the one that is meant: another may stand there since
   * @param number of the credit note; no invoice has it
   * @param amountCents what is owed by right, without interest; 0 for nothing
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CancelInvoice(
      @TargetAggregateIdentifier String contributionId,
      String invoiceNumber,
      String number,
      @Happened LocalDate cancelledOn,
      long amountCents,
      String reason)
      implements ContributionCommand {}

  /** Pays back what came in above what was owed. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record RefundContribution(
      @TargetAggregateIdentifier String contributionId,
      long amountCents,
      @Happened LocalDate refundedOn)
      implements ContributionCommand {}

  /**
   * @param number of the refund, from 1 in the order in which they were recorded
   * @param amountCents what was paid back; 0 if nothing was
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectContributionRefund(
      @TargetAggregateIdentifier String contributionId,
      int number,
      long amountCents,
      @Happened LocalDate refundedOn,
      String reason,
      @Nullable CorrectContributionRefund seen)
      implements ContributionCommand, Revision<CorrectContributionRefund> {
    public CorrectContributionRefund(
        String contributionId, int number, long amountCents, LocalDate refundedOn, String reason) {
      this(contributionId, number, amountCents, refundedOn, reason, null);
    }
  }

  /**
   * Claims interest on a contribution in default, from the last day claimed on or its beginning,
   * and the first time the flat charge (BGB § 288).
   *
   * @param until last day
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record ClaimDefaultInterest(
      @TargetAggregateIdentifier String contributionId, @Happened LocalDate until)
      implements ContributionCommand {}

  /**
   * @param number of the claim, from 1; only the last that stands
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record WithdrawDefaultInterest(
      @TargetAggregateIdentifier String contributionId, int number, String reason)
      implements ContributionCommand {}
}
