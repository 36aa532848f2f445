package org.foerderturm.consortium;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.foerderturm.consortium.CommissionCommand.*;
import org.foerderturm.consortium.CommissionEvent.*;
import org.foerderturm.kernel.Invoices;
import org.foerderturm.kernel.Rejected;

/**
 * Work that a consortium pays the office for (Auftrag): ordered, performed, invoiced, or cancelled
 * while no invoice is out.
 */
@AggregateRoot
class Commission {
  private enum State {
    ORDERED,
    PERFORMED,
    INVOICED,
    CANCELLED
  }

  @AggregateIdentifier private String commissionId;
  private CommissionOrdered order;
  private State state = State.ORDERED;

  @SuppressWarnings("NullAway.Init")
  private Commission() {}

  @CommandHandler
  @SuppressWarnings("NullAway.Init")
  Commission(OrderCommission c) {
    if (c.subject().isBlank()) throw new Rejected("commission-subject-missing");
    if (c.feeCents() <= 0) throw new Rejected("fee-not-positive");
    if (c.endsOn().isBefore(c.startsOn())) throw new Rejected("commission-period-out-of-order");
    apply(
        new CommissionOrdered(
            c.commissionId(),
            c.consortiumId(),
            c.commissionKind(),
            c.subject().strip(),
            c.feeCents(),
            c.startsOn(),
            c.endsOn()));
  }

  @CommandHandler
  void handle(PerformCommission c) {
    mustBe(State.ORDERED);
    if (c.performedOn().isBefore(order.startsOn())) throw new Rejected("performed-before-start");
    apply(
        new CommissionPerformed(
            commissionId, order.consortiumId(), order.subject(), c.performedOn()));
  }

  @CommandHandler
  void handle(InvoiceCommission c, Invoices invoices) {
    mustBe(State.PERFORMED);
    if (c.invoiceNumber().isBlank()) throw new Rejected("invoice-number-missing");
    invoices.reserve(c.invoiceNumber(), commissionId);
    apply(
        new CommissionInvoiced(
            commissionId,
            order.consortiumId(),
            order.subject(),
            order.feeCents(),
            c.invoiceNumber().strip(),
            c.invoicedOn()));
  }

  @CommandHandler
  void handle(CancelCommission c) {
    if (state == State.INVOICED || state == State.CANCELLED) throw wrong();
    if (c.reason().isBlank()) throw new Rejected("reason-missing");
    apply(
        new CommissionCancelled(
            commissionId, order.consortiumId(), order.subject(), c.reason().strip()));
  }

  private void mustBe(State wanted) {
    if (state != wanted) throw wrong();
  }

  private Rejected wrong() {
    return new Rejected(
        "commission-not-so-far",
        Map.of("subject", order.subject(), "commissionState", DocumentRules.code(state)));
  }

  @EventSourcingHandler
  void on(CommissionOrdered e) {
    commissionId = e.commissionId();
    order = e;
  }

  @EventSourcingHandler
  void on(CommissionPerformed e) {
    state = State.PERFORMED;
  }

  @EventSourcingHandler
  void on(CommissionInvoiced e) {
    state = State.INVOICED;
  }

  @EventSourcingHandler
  void on(CommissionCancelled e) {
    state = State.CANCELLED;
  }
}
