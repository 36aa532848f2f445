package org.foerderturm.consortium;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Happened;
import org.foerderturm.kernel.Role;

/** What can be asked of a commission that a consortium gives the office. */
public sealed interface CommissionCommand extends Command {

  String commissionId();

  /**
   * @param feeCents what the consortium pays, in euro cents; more than 0
   * @param startsOn first day of the work
   * @param endsOn last day of it
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record OrderCommission(
      @TargetAggregateIdentifier String commissionId,
      String consortiumId,
      CommissionKind commissionKind,
      String subject,
      long feeCents,
      LocalDate startsOn,
      LocalDate endsOn)
      implements CommissionCommand {}

  /** The work is done. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record PerformCommission(
      @TargetAggregateIdentifier String commissionId, @Happened LocalDate performedOn)
      implements CommissionCommand {}

  /** The fee is asked for; after that the commission can't be cancelled any more. */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record InvoiceCommission(
      @TargetAggregateIdentifier String commissionId, String invoiceNumber, LocalDate invoicedOn)
      implements CommissionCommand {}

  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record CancelCommission(@TargetAggregateIdentifier String commissionId, String reason)
      implements CommissionCommand {}
}
