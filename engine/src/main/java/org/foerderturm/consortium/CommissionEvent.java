package org.foerderturm.consortium;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Event;

/** What happened to a commission. Money is in euro cents. */
public sealed interface CommissionEvent extends Event {

  String commissionId();

  @Revision("1")
  record CommissionOrdered(
      String commissionId,
      String consortiumId,
      CommissionKind commissionKind,
      String subject,
      long feeCents,
      LocalDate startsOn,
      LocalDate endsOn)
      implements CommissionEvent {}

  @Revision("1")
  record CommissionPerformed(
      String commissionId, String consortiumId, String subject, LocalDate performedOn)
      implements CommissionEvent {}

  @Revision("1")
  record CommissionInvoiced(
      String commissionId,
      String consortiumId,
      String subject,
      long feeCents,
      String invoiceNumber,
      LocalDate invoicedOn)
      implements CommissionEvent {}

  @Revision("1")
  record CommissionCancelled(
      String commissionId, String consortiumId, String subject, String reason)
      implements CommissionEvent {}
}
