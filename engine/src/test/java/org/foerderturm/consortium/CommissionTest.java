package org.foerderturm.consortium;

import static org.foerderturm.consortium.CommissionKind.STEERING;

import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.foerderturm.consortium.CommissionCommand.*;
import org.foerderturm.consortium.CommissionEvent.*;
import org.foerderturm.kernel.Invoices;
import org.foerderturm.kernel.Rejected;
import org.junit.jupiter.api.Test;

class CommissionTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final LocalDate END = LocalDate.of(2026, 12, 31);

  private final AggregateTestFixture<Commission> commission =
      new AggregateTestFixture<>(Commission.class);

  CommissionTest() {
    Invoices others =
        (number, invoiceOf) -> {
          if (number.equals("R-OTHER")) throw new Rejected("invoice-number-taken");
        };
    commission.registerInjectableResource(others);
  }

  @Test
  void a_consortium_orders_work_for_a_fee() {
    commission
        .givenNoPriorActivity()
        .when(new OrderCommission("a-1", "c", STEERING, " Steuerung ", 1_200_000, START, END))
        .expectEvents(ordered());
  }

  @Test
  void a_fee_is_more_than_nothing() {
    for (long fee : new long[] {0, -1})
      new AggregateTestFixture<>(Commission.class)
          .givenNoPriorActivity()
          .when(new OrderCommission("a-1", "c", STEERING, "Steuerung", fee, START, END))
          .expectNoEvents()
          .expectExceptionMessage("fee-not-positive");
  }

  @Test
  void a_period_does_not_end_before_it_starts() {
    commission
        .givenNoPriorActivity()
        .when(new OrderCommission("a-1", "c", STEERING, "Steuerung", 1, END, START))
        .expectExceptionMessage("commission-period-out-of-order");
  }

  @Test
  void an_order_says_what_is_to_be_done() {
    commission
        .givenNoPriorActivity()
        .when(new OrderCommission("a-1", "c", STEERING, " ", 1, START, END))
        .expectExceptionMessage("commission-subject-missing");
  }

  @Test
  void it_is_performed_then_invoiced() {
    commission
        .given(ordered(), new CommissionPerformed("a-1", "c", "Steuerung", END))
        .when(new InvoiceCommission("a-1", "2026-17", END))
        .expectEvents(new CommissionInvoiced("a-1", "c", "Steuerung", 1_200_000, "2026-17", END));
  }

  @Test
  void a_number_stands_on_one_invoice() {
    commission
        .given(ordered(), new CommissionPerformed("a-1", "c", "Steuerung", END))
        .when(new InvoiceCommission("a-1", "R-OTHER", END))
        .expectExceptionMessage("invoice-number-taken");
  }

  @Test
  void it_is_not_performed_before_it_starts() {
    commission
        .given(ordered())
        .when(new PerformCommission("a-1", START.minusDays(1)))
        .expectExceptionMessage("performed-before-start");
  }

  @Test
  void what_is_not_performed_is_not_invoiced() {
    commission
        .given(ordered())
        .when(new InvoiceCommission("a-1", "2026-17", END))
        .expectExceptionMessage("commission-not-so-far");
  }

  @Test
  void an_invoice_has_a_number() {
    commission
        .given(ordered(), new CommissionPerformed("a-1", "c", "Steuerung", END))
        .when(new InvoiceCommission("a-1", "", END))
        .expectExceptionMessage("invoice-number-missing");
  }

  @Test
  void it_is_cancelled_for_a_reason() {
    commission
        .given(ordered())
        .when(new CancelCommission("a-1", "kein Bedarf"))
        .expectEvents(new CommissionCancelled("a-1", "c", "Steuerung", "kein Bedarf"));
  }

  @Test
  void what_is_invoiced_is_not_cancelled() {
    commission
        .given(
            ordered(),
            new CommissionPerformed("a-1", "c", "Steuerung", END),
            new CommissionInvoiced("a-1", "c", "Steuerung", 1_200_000, "2026-17", END))
        .when(new CancelCommission("a-1", "kein Bedarf"))
        .expectExceptionMessage("commission-not-so-far");
  }

  private static CommissionOrdered ordered() {
    return new CommissionOrdered("a-1", "c", STEERING, "Steuerung", 1_200_000, START, END);
  }
}
