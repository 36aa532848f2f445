package org.foerderturm.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foerderturm.kernel.Refusals.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.foerderturm.alliance.AllianceQuery.ContributionRow;
import org.foerderturm.alliance.ContributionCommand.*;
import org.foerderturm.alliance.ContributionEvent.*;
import org.foerderturm.kernel.Invoices;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Pointers;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContributionTest {
  private static final ShippedTables TABLES = new ShippedTables("member-joining");
  private static final String C = "m1-2026";
  private static final LocalDate INVOICED = LocalDate.of(2026, 2, 1);
  private static final LocalDate DUE = LocalDate.of(2026, 3, 3);

  private final AggregateTestFixture<Contribution> contribution = fixture();

  private static AggregateTestFixture<Contribution> fixture() {
    var fixture = new AggregateTestFixture<>(Contribution.class);
    Invoices others =
        (number, contributionId) -> {
          if (number.strip().equals("R-OTHER")) throw new Rejected("invoice-number-taken");
        };
    fixture.registerInjectableResource(others);
    fixture.registerInjectableResource(TABLES);
    return Pointers.apart(fixture);
  }

  @Test
  void what_is_charged_is_invoiced_with_a_number_and_a_due_date() {
    contribution
        .given(charged(150_000))
        .when(new InvoiceContribution(C, " R-2026-17 ", INVOICED, DUE))
        .expectEvents(invoiced());
  }

  @Test
  void nobody_gets_an_invoice_over_nothing() {
    refused(
        contribution.given(charged(0)).when(new InvoiceContribution(C, "R-1", INVOICED, DUE)),
        "contribution-is-free");
  }

  @Test
  void a_contribution_is_invoiced_once() {
    refused(
        contribution
            .given(charged(150_000), invoiced())
            .when(new InvoiceContribution(C, "R-2", INVOICED, DUE)),
        "contribution-already-invoiced");
  }

  @Test
  void an_invoice_has_a_number() {
    refused(
        contribution.given(charged(150_000)).when(new InvoiceContribution(C, " ", INVOICED, DUE)),
        "invoice-number-missing");
  }

  @Test
  void no_number_stands_on_two_invoices() {
    refused(
        fixture()
            .given(charged(150_000))
            .when(new InvoiceContribution(C, " R-OTHER", INVOICED, DUE)),
        "invoice-number-taken");
    refused(
        fresh().when(new CorrectInvoice(C, "R-OTHER", INVOICED, DUE, 150_000, "verlesen")),
        "invoice-number-taken");
  }

  @Test
  void an_old_invoice_whose_number_stands_twice_is_set_right_in_all_else() {
    fixture()
        .given(charged(150_000), new ContributionInvoiced(C, "R-OTHER", INVOICED, DUE, 150_000))
        .when(new CorrectInvoice(C, "R-OTHER", INVOICED, DUE, 140_000, "verlesen"))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void nobody_pays_before_the_invoice_was_written() {
    var before = INVOICED.minusDays(1);
    refused(
        fresh().when(new RecordContributionPayment(C, 1, before)),
        "payment-before-invoice",
        Map.of("invoicedOn", INVOICED.toString()));
    fresh().when(new RecordContributionPayment(C, 1, INVOICED)).expectSuccessfulHandlerExecution();
    var paid = new ContributionPaid(C, 50_000, DUE, 50_000, 100_000);
    refused(
        fresh(paid).when(new CorrectContributionPayment(C, 1, 50_000, before, "x")),
        "payment-before-invoice");
    fresh(paid)
        .when(new CorrectContributionPayment(C, 1, 0, before, "fremde Zahlung"))
        .expectSuccessfulHandlerExecution();
    var taken =
        new ContributionPaymentCorrected(
            C, 1, 50_000, DUE, 0, before, 0, 150_000, DUE, "fremde Zahlung", null);
    refused(
        fresh(paid, taken).when(new CorrectContributionPayment(C, 1, 50_000, before, "x")),
        "payment-before-invoice");
    refused(
        fresh(paid)
            .when(
                new CorrectInvoice(C, "R-2026-17", DUE.plusDays(1), DUE.plusDays(2), 150_000, "x")),
        "invoice-after-payment");
  }

  @Test
  void an_invoice_is_not_due_before_it_is_written() {
    refused(
        contribution
            .given(charged(150_000))
            .when(new InvoiceContribution(C, "R-1", INVOICED, INVOICED.minusDays(1))),
        "due-before-invoice");
  }

  @Test
  void what_was_waived_is_not_invoiced_any_more() {
    refused(
        contribution
            .given(charged(150_000), new ContributionWaived(C, 150_000, "insolvent"))
            .when(new InvoiceContribution(C, "R-1", INVOICED, DUE)),
        "contribution-settled");
  }

  @Test
  void a_payment_in_full_leaves_nothing_open() {
    contribution
        .given(charged(150_000), invoiced())
        .when(new RecordContributionPayment(C, 150_000, DUE))
        .expectEvents(new ContributionPaid(C, 150_000, DUE, 150_000, 0));
  }

  @Test
  void payments_in_parts_add_up() {
    contribution
        .given(charged(150_000), invoiced(), new ContributionPaid(C, 50_000, DUE, 50_000, 100_000))
        .when(new RecordContributionPayment(C, 99_999, DUE))
        .expectEvents(new ContributionPaid(C, 99_999, DUE, 149_999, 1));
  }

  @Test
  void nobody_pays_more_than_is_owed() {
    refused(
        contribution
            .given(
                charged(150_000), invoiced(), new ContributionPaid(C, 50_000, DUE, 50_000, 100_000))
            .when(new RecordContributionPayment(C, 100_001, DUE)),
        "payment-above-owed",
        Map.of("openCents", 100_000L));
  }

  @Test
  void a_wrong_payment_is_set_right_and_what_is_owed_follows() {
    var paid = new ContributionPaid(C, 150_000, DUE, 150_000, 0);
    var right =
        new ContributionPaymentCorrected(
            C,
            1,
            150_000,
            DUE,
            15_000,
            DUE.plusDays(1),
            15_000,
            135_000,
            DUE,
            "Komma verrutscht",
            null);
    contribution
        .given(charged(150_000), invoiced(), paid)
        .when(new CorrectContributionPayment(C, 1, 15_000, DUE.plusDays(1), " Komma verrutscht "))
        .expectEvents(right);
    fresh(paid, right)
        .when(new RecordContributionPayment(C, 135_000, DUE))
        .expectEvents(new ContributionPaid(C, 135_000, DUE, 150_000, 0));
    fresh(paid)
        .when(new CorrectContributionPayment(C, 1, 0, DUE, "fremde Zahlung"))
        .expectEvents(
            new ContributionPaymentCorrected(
                C, 1, 150_000, DUE, 0, DUE, 0, 150_000, DUE, "fremde Zahlung", null));
    refused(
        fresh(paid).when(new CorrectContributionPayment(C, 1, 150_001, DUE, "x")),
        "payment-above-owed");
    refused(fresh(paid).when(new CorrectContributionPayment(C, 1, 1, DUE, " ")), "reason-missing");
    refused(
        fresh(paid).when(new CorrectContributionPayment(C, 1, 150_000, DUE, "x")),
        "nothing-changed");
    refused(fresh(paid).when(new CorrectContributionPayment(C, 2, 1, DUE, "x")), "payment-unknown");
    refused(
        fresh(
                new ContributionPaid(C, 50_000, DUE, 50_000, 100_000),
                new ContributionWaived(C, 100_000, "insolvent"))
            .when(new CorrectContributionPayment(C, 1, 1, DUE, "x")),
        "contribution-given-up");
  }

  @Test
  void two_who_set_a_payment_right_are_asked() {
    var opened = new CorrectContributionPayment(C, 1, 150_000, DUE, "");
    refused(
        fresh(
                new ContributionPaid(C, 150_000, DUE, 150_000, 0),
                new ContributionPaymentCorrected(
                    C, 1, 150_000, DUE, 15_000, DUE, 15_000, 135_000, DUE, "x", null))
            .when(Merge.seen(new CorrectContributionPayment(C, 1, 1_500, DUE, "y"), opened)),
        "changed-meanwhile");
  }

  @Test
  void a_wrong_invoice_is_set_right_and_what_is_owed_follows() {
    var right =
        new InvoiceCorrected(
            C,
            "R-2026-17",
            INVOICED,
            DUE,
            150_000,
            "R-2026-18",
            INVOICED.plusDays(1),
            DUE.plusDays(2),
            140_000,
            140_000,
            0,
            "falscher Betrag",
            null);
    fresh()
        .when(
            new CorrectInvoice(
                C,
                " R-2026-18 ",
                INVOICED.plusDays(1),
                DUE.plusDays(2),
                140_000,
                "falscher Betrag"))
        .expectEvents(right);
    fresh(right)
        .when(new RecordContributionPayment(C, 140_000, DUE))
        .expectEvents(new ContributionPaid(C, 140_000, DUE, 140_000, 0));
    refused(
        fresh(right).when(new RemindContribution(C, DUE.plusDays(2))), "contribution-not-due-yet");
    refused(
        fresh(new ContributionPaid(C, 100_000, DUE, 100_000, 50_000))
            .when(new CorrectInvoice(C, "R-2026-17", INVOICED, DUE, 99_999, "x")),
        "invoice-below-paid");
    refused(
        fresh().when(new CorrectInvoice(C, "R-2026-17", INVOICED, DUE, 150_000, "x")),
        "nothing-changed");
    refused(
        fresh().when(new CorrectInvoice(C, "R-2026-17", INVOICED, DUE, 140_000, " ")),
        "reason-missing");
    refused(
        fresh(new ContributionDeferred(C, DUE.plusDays(60), "x"))
            .when(new CorrectInvoice(C, "R-2026-17", INVOICED, DUE.plusDays(1), 150_000, "x")),
        "invoice-deferred");
  }

  @Test
  void a_wrong_day_of_a_reminder_a_deferral_or_a_default_is_set_right() {
    var reminded = new ContributionReminded(C, 1, DUE.plusDays(9), 150_000);
    fresh(reminded)
        .when(
            new CorrectContributionDay(C, ContributionDay.REMINDER, 1, DUE.plusDays(2), "verlesen"))
        .expectEvents(
            new ContributionDayCorrected(
                C,
                ContributionDay.REMINDER,
                1,
                DUE.plusDays(9),
                DUE.plusDays(2),
                "verlesen",
                null));
    refused(
        fresh(reminded).when(new CorrectContributionDay(C, ContributionDay.REMINDER, 1, DUE, "x")),
        "contribution-not-due-yet");
    var deferred = new ContributionDeferred(C, DUE.plusDays(60), "x");
    var right =
        new ContributionDayCorrected(
            C, ContributionDay.DEFERRAL, 1, DUE.plusDays(60), DUE.plusDays(6), "verlesen", null);
    fresh(deferred)
        .when(
            new CorrectContributionDay(C, ContributionDay.DEFERRAL, 1, DUE.plusDays(6), "verlesen"))
        .expectEvents(right);
    fresh(deferred, right)
        .when(new RemindContribution(C, DUE.plusDays(7)))
        .expectSuccessfulHandlerExecution();
    refused(
        fresh(deferred, new ContributionDeferred(C, DUE.plusDays(90), "x"))
            .when(new CorrectContributionDay(C, ContributionDay.DEFERRAL, 1, DUE, "x")),
        "deferral-superseded");
    refused(
        fresh(new ContributionDefaulted(C, DUE.plusDays(31), 150_000))
            .when(
                new CorrectContributionDay(
                    C, ContributionDay.DEFAULT, 1, DUE.plusDays(30), "verlesen")),
        "default-too-early");
    refused(
        fresh().when(new CorrectContributionDay(C, ContributionDay.DEFERRAL, 1, DUE, "x")),
        "contribution-day-missing");
  }

  private static TestExecutor<Contribution> fresh(Object... more) {
    return fixture().given(charged(150_000), invoiced()).andGiven(more);
  }

  @Test
  void a_payment_is_more_than_nothing() {
    for (long cents : new long[] {0, -1})
      refused(
          fixture()
              .given(charged(150_000), invoiced())
              .when(new RecordContributionPayment(C, cents, DUE)),
          "payment-not-positive");
  }

  @Test
  void nobody_pays_without_an_invoice() {
    refused(
        contribution.given(charged(150_000)).when(new RecordContributionPayment(C, 1, DUE)),
        "contribution-not-invoiced");
  }

  @Test
  void what_is_paid_is_not_paid_again() {
    refused(
        contribution
            .given(charged(150_000), invoiced(), new ContributionPaid(C, 150_000, DUE, 150_000, 0))
            .when(new RecordContributionPayment(C, 1, DUE)),
        "contribution-settled");
  }

  @Test
  void who_is_late_is_reminded_and_the_reminders_are_counted() {
    contribution
        .given(
            charged(150_000), invoiced(), new ContributionReminded(C, 1, DUE.plusDays(1), 150_000))
        .when(new RemindContribution(C, DUE.plusDays(14)))
        .expectEvents(new ContributionReminded(C, 2, DUE.plusDays(14), 150_000));
  }

  @Test
  void nobody_is_reminded_on_the_due_date_itself() {
    refused(
        contribution.given(charged(150_000), invoiced()).when(new RemindContribution(C, DUE)),
        "contribution-not-due-yet",
        Map.of("dueOn", "2026-03-03"));
  }

  @Test
  void a_deferral_moves_the_due_date_and_reminders_wait_for_it() {
    refused(
        contribution
            .given(
                charged(150_000),
                invoiced(),
                new ContributionDeferred(C, DUE.plusMonths(3), "Auftragslage"))
            .when(new RemindContribution(C, DUE.plusMonths(2))),
        "contribution-not-due-yet",
        Map.of("dueOn", "2026-06-03"));
  }

  @Test
  void a_deferral_goes_beyond_the_due_date() {
    refused(
        contribution
            .given(charged(150_000), invoiced())
            .when(new DeferContribution(C, DUE, "Auftragslage")),
        "deferral-not-later",
        Map.of("dueOn", "2026-03-03"));
  }

  @Test
  void a_deferral_that_another_granted_meanwhile_is_not_replaced_unseen() {
    var seen = new DeferContribution(C, DUE, "");
    var asked = new DeferContribution(C, DUE.plusMonths(3), "Auftragslage");
    var deferred = new ContributionDeferred(C, DUE.plusMonths(1), "Liquidität");
    refused(
        contribution.given(charged(150_000), invoiced(), deferred).when(Merge.seen(asked, seen)),
        "changed-meanwhile");
    fixture()
        .given(charged(150_000), invoiced(), deferred)
        .when(Merge.seen(asked, new DeferContribution(C, DUE.plusMonths(1), "")))
        .expectEvents(new ContributionDeferred(C, DUE.plusMonths(3), "Auftragslage"));
  }

  @Test
  void a_deferral_has_a_reason() {
    refused(
        contribution
            .given(charged(150_000), invoiced())
            .when(new DeferContribution(C, DUE.plusMonths(1), " ")),
        "deferral-without-reason");
  }

  @Test
  void on_the_31st_day_after_the_due_date_a_member_is_in_default_bgb_286() {
    contribution
        .given(charged(150_000), invoiced())
        .when(new DeclareContributionDefault(C, DUE.plusDays(31)))
        .expectEvents(new ContributionDefaulted(C, DUE.plusDays(31), 150_000));
  }

  @Test
  void on_the_30th_day_after_the_due_date_nobody_is_in_default_yet_bgb_286() {
    refused(
        contribution
            .given(charged(150_000), invoiced())
            .when(new DeclareContributionDefault(C, DUE.plusDays(30))),
        "default-too-early",
        Map.of("last", "2026-04-02"));
  }

  @Test
  void a_default_is_stated_once() {
    refused(
        contribution
            .given(
                charged(150_000),
                invoiced(),
                new ContributionDefaulted(C, DUE.plusDays(31), 150_000))
            .when(new DeclareContributionDefault(C, DUE.plusDays(40))),
        "contribution-already-in-default");
  }

  @Test
  void a_waiver_gives_up_what_is_still_open() {
    contribution
        .given(charged(150_000), invoiced(), new ContributionPaid(C, 50_000, DUE, 50_000, 100_000))
        .when(new WaiveContribution(C, "Insolvenz"))
        .expectEvents(new ContributionWaived(C, 100_000, "Insolvenz"));
  }

  @Test
  void a_waiver_has_a_reason() {
    refused(
        contribution.given(charged(150_000)).when(new WaiveContribution(C, "")),
        "waiver-without-reason");
  }

  @Test
  void what_is_settled_is_not_waived() {
    refused(
        contribution
            .given(charged(150_000), new ContributionWaived(C, 150_000, "Insolvenz"))
            .when(new WaiveContribution(C, "noch einmal")),
        "contribution-settled");
  }

  @Test
  void only_after_a_default_is_a_contribution_written_off() {
    refused(
        contribution
            .given(charged(150_000), invoiced())
            .when(new WriteOffContribution(C, "nicht einzutreiben")),
        "contribution-not-in-default");
  }

  @Test
  void after_a_default_what_is_open_is_written_off_with_a_reason() {
    contribution
        .given(
            charged(150_000), invoiced(), new ContributionDefaulted(C, DUE.plusDays(31), 150_000))
        .when(new WriteOffContribution(C, "nicht einzutreiben"))
        .expectEvents(new ContributionWrittenOff(C, 150_000, "nicht einzutreiben"));
  }

  @Test
  void a_write_off_has_a_reason() {
    refused(
        contribution
            .given(
                charged(150_000),
                invoiced(),
                new ContributionDefaulted(C, DUE.plusDays(31), 150_000))
            .when(new WriteOffContribution(C, " ")),
        "write-off-without-reason");
  }

  @Test
  void a_reminder_after_the_due_date_puts_in_default_at_once_bgb_286_1() {
    var reminded = new ContributionReminded(C, 1, DUE.plusDays(6), 150_000);
    contribution
        .given(charged(150_000), invoiced(), reminded)
        .when(new DeclareContributionDefault(C, DUE.plusDays(6)))
        .expectEvents(new ContributionDefaulted(C, DUE.plusDays(6), 150_000));
    refused(
        fresh(reminded).when(new DeclareContributionDefault(C, DUE.plusDays(5))),
        "default-too-early");
    // what was deferred since is due anew
    refused(
        fresh(reminded, new ContributionDeferred(C, DUE.plusDays(60), "Liquidität"))
            .when(new DeclareContributionDefault(C, DUE.plusDays(61))),
        "default-too-early");
    assertThat(row("reminded", 150_000, DUE).canDefault(DUE.plusDays(6))).isTrue();
    assertThat(row("reminded", 150_000, DUE).canDefault(DUE)).isFalse();
  }

  @Test
  void if_the_30th_day_is_free_the_next_working_day_is_in_time_bgb_193() {
    var friday = LocalDate.of(2026, 10, 30);
    var invoice = new ContributionInvoiced(C, "R-2026-17", friday, friday, 150_000);
    for (var early : List.of(LocalDate.of(2026, 11, 29), LocalDate.of(2026, 11, 30)))
      refused(
          fixture().given(charged(150_000), invoice).when(new DeclareContributionDefault(C, early)),
          "default-too-early",
          Map.of("last", "2026-11-30"));
    contribution
        .given(charged(150_000), invoice)
        .when(new DeclareContributionDefault(C, LocalDate.of(2026, 12, 1)))
        .expectEvents(new ContributionDefaulted(C, LocalDate.of(2026, 12, 1), 150_000));
    assertThat(row("invoiced", 150_000, friday).canDefault(LocalDate.of(2026, 11, 30))).isFalse();
    assertThat(row("invoiced", 150_000, friday).canDefault(LocalDate.of(2026, 12, 1))).isTrue();
  }

  @Test
  void what_is_offered_on_a_day_is_what_succeeds_on_it() {
    var deferred = row("deferred", 150_000, DUE);
    assertThat(deferred.remindable(DUE)).isFalse();
    assertThat(deferred.remindable(DUE.plusDays(1))).isTrue();
    assertThat(deferred.canDefault(DUE.plusDays(30))).isFalse();
    assertThat(deferred.canDefault(DUE.plusDays(31))).isTrue();
    var day = DUE.plusDays(31);
    assertThat(row("default", 150_000, DUE).canDefault(day)).isFalse();
    assertThat(row("charged", 150_000, null).remindable(day)).isFalse();
    assertThat(row("paid", 0, DUE).remindable(day)).isFalse();
    var asDeferred = new ContributionDeferred(C, DUE, "Liquidität");
    contribution
        .given(charged(150_000), invoiced(), asDeferred)
        .when(new RemindContribution(C, DUE.plusDays(1)))
        .expectEvents(new ContributionReminded(C, 1, DUE.plusDays(1), 150_000));
    contribution
        .given(charged(150_000), invoiced(), asDeferred)
        .when(new DeclareContributionDefault(C, day))
        .expectEvents(new ContributionDefaulted(C, day, 150_000));
  }

  private static ContributionRow row(String status, long openCents, @Nullable LocalDate dueOn) {
    return new ContributionRow(
        C,
        2026,
        terms(150_000),
        150_000,
        openCents,
        status,
        null,
        null,
        dueOn,
        0,
        null,
        null,
        0,
        status.equals("default"),
        150_000L,
        dueOn == null || openCents == 0 ? null : ContributionDays.lastInTime(dueOn, null, TABLES));
  }

  private static ContributionCharged charged(long cents) {
    return new ContributionCharged(C, "m1", "Zeche GmbH", 2026, terms(cents), cents);
  }

  private static Terms terms(long cents) {
    return new Terms(
        2026,
        ContributionClass.SMALL,
        ContributionClass.SMALL,
        cents,
        false,
        12,
        0,
        null,
        cents,
        List.of());
  }

  private static ContributionInvoiced invoiced() {
    return new ContributionInvoiced(C, "R-2026-17", INVOICED, DUE, 150_000);
  }
}
