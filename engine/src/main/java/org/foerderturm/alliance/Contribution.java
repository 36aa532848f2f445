package org.foerderturm.alliance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.foerderturm.alliance.ContributionCommand.*;
import org.foerderturm.alliance.ContributionEvent.*;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Invoices;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * What one member owes for one year: charged by {@link Member}, then invoiced, then paid at once or
 * in parts. What is not paid is deferred, waived or written off. What was charged stays, unless a
 * wrong invoice is corrected.
 */
@AggregateRoot
class Contribution {
  /** Without a reminder, 30 days after the due date and the receipt (BGB § 286 Abs. 3). */
  private static final int DAYS_TO_DEFAULT = 30;

  @AggregateIdentifier
  @SuppressWarnings("unused")
  private @Nullable String contributionId;

  private long amountCents;
  private long openCents;
  private @Nullable LocalDate dueOn;
  private int reminders;
  private boolean inDefault;
  private boolean givenUp;
  private final List<Payment> payments = new ArrayList<>();

  /** Days that may be set right, as corrected last. */
  private final Map<String, Told> days = new HashMap<>();

  private int deferrals;

  /**
   * @param dueOn by when it was to be paid at that time
   * @param toldBy id of the event that told it last
   */
  private record Told(LocalDate on, LocalDate dueOn, String toldBy) {}

  private @Nullable ContributionInvoiced invoice;
  private @Nullable String invoiceToldBy;

  /**
   * @param toldBy id of the event that told it last
   */
  private record Payment(long amountCents, LocalDate receivedOn, String toldBy) {}

  Contribution() {}

  Contribution(ContributionCharged event) {
    apply(event);
  }

  @CommandHandler
  void handle(InvoiceContribution c, Invoices invoices) {
    if (amountCents == 0) throw new Rejected("contribution-is-free");
    if (dueOn != null) throw new Rejected("contribution-already-invoiced");
    if (openCents == 0) throw new Rejected("contribution-settled");
    if (c.number().isBlank()) throw new Rejected("invoice-number-missing");
    if (c.dueOn().isBefore(c.invoicedOn())) throw new Rejected("due-before-invoice");
    invoices.reserve(c.number(), c.contributionId());
    apply(
        new ContributionInvoiced(
            c.contributionId(), c.number().strip(), c.invoicedOn(), c.dueOn(), openCents));
  }

  @CommandHandler
  void handle(RecordContributionPayment c) {
    due();
    if (c.amountCents() <= 0) throw new Rejected("payment-not-positive");
    if (c.amountCents() > openCents)
      throw new Rejected("payment-above-owed", Map.of("openCents", openCents));
    notBeforeInvoice(c.receivedOn());
    long open = openCents - c.amountCents();
    apply(
        new ContributionPaid(
            c.contributionId(), c.amountCents(), c.receivedOn(), amountCents - open, open));
  }

  @CommandHandler
  void handle(CorrectContributionPayment asked) {
    if (asked.number() < 1 || asked.number() > payments.size())
      throw new Rejected("payment-unknown", Map.of("number", asked.number()));
    var former = payments.get(asked.number() - 1);
    var c =
        Merge.of(
            asked,
            new CorrectContributionPayment(
                asked.contributionId(),
                asked.number(),
                former.amountCents(),
                former.receivedOn(),
                asked.reason()));
    var reason = Correction.reasoned(c.reason());
    if (givenUp) throw new Rejected("contribution-given-up");
    if (c.amountCents() < 0) throw new Rejected("payment-not-positive");
    if (c.amountCents() == former.amountCents() && c.receivedOn().equals(former.receivedOn()))
      throw new Rejected("nothing-changed");
    long owed = Math.addExact(openCents, former.amountCents());
    if (c.amountCents() > owed) throw new Rejected("payment-above-owed", Map.of("openCents", owed));
    boolean newDay = former.amountCents() == 0 || !c.receivedOn().equals(former.receivedOn());
    if (c.amountCents() > 0 && newDay) notBeforeInvoice(c.receivedOn());
    long open = owed - c.amountCents();
    apply(
        new ContributionPaymentCorrected(
            c.contributionId(),
            c.number(),
            former.amountCents(),
            former.receivedOn(),
            c.amountCents(),
            c.receivedOn(),
            amountCents - open,
            open,
            Objects.requireNonNull(dueOn, "what was paid was due"),
            reason,
            former.toldBy()));
  }

  @CommandHandler
  void handle(CorrectInvoice asked, Invoices invoices) {
    var former = invoice;
    if (former == null) throw new Rejected("contribution-not-invoiced");
    if (givenUp) throw new Rejected("contribution-given-up");
    var c =
        Merge.of(
            asked,
            new CorrectInvoice(
                asked.contributionId(),
                former.number(),
                former.invoicedOn(),
                former.dueOn(),
                former.amountCents(),
                asked.reason()));
    var reason = Correction.reasoned(c.reason());
    if (c.number().isBlank()) throw new Rejected("invoice-number-missing");
    if (c.dueOn().isBefore(c.invoicedOn())) throw new Rejected("due-before-invoice");
    if (c.amountCents() <= 0) throw new Rejected("amount-not-positive");
    if (!c.number().strip().equals(former.number()))
      invoices.reserve(c.number(), c.contributionId());
    if (!c.invoicedOn().equals(former.invoicedOn())) mustPrecedePayments(c.invoicedOn());
    // what was deferred is due on its own day
    boolean deferred = !former.dueOn().equals(dueOn);
    if (deferred && !c.dueOn().equals(former.dueOn())) throw new Rejected("invoice-deferred");
    long open = openCents + c.amountCents() - former.amountCents();
    if (open < 0)
      throw new Rejected("invoice-below-paid", Map.of("paidCents", amountCents - openCents));
    var right =
        new InvoiceCorrected(
            c.contributionId(),
            former.number(),
            former.invoicedOn(),
            former.dueOn(),
            former.amountCents(),
            c.number().strip(),
            c.invoicedOn(),
            c.dueOn(),
            c.amountCents(),
            open,
            amountCents - openCents,
            reason,
            invoiceToldBy);
    if (right.changesNothing()) throw new Rejected("nothing-changed");
    apply(right);
  }

  @CommandHandler
  void handle(CorrectContributionDay asked) {
    var key = key(asked.day(), asked.number());
    var former = days.get(key);
    if (former == null) throw new Rejected("contribution-day-missing");
    if (givenUp) throw new Rejected("contribution-given-up");
    var c =
        Merge.of(
            asked,
            new CorrectContributionDay(
                asked.contributionId(), asked.day(), asked.number(), former.on(), asked.reason()));
    var reason = Correction.reasoned(c.reason());
    if (c.on().equals(former.on())) throw new Rejected("nothing-changed");
    switch (c.day()) {
      case REMINDER -> mustBeOverdue(c.on(), former.dueOn());
      case DEFERRAL -> {
        if (c.number() != deferrals) throw new Rejected("deferral-superseded");
        mustBeLater(c.on(), former.dueOn());
        var declared = days.get(key(ContributionDay.DEFAULT, 1));
        if (inDefault && declared != null) mustBeInDefault(declared.on(), c.on());
      }
      case DEFAULT -> mustBeInDefault(c.on(), former.dueOn());
    }
    apply(
        new ContributionDayCorrected(
            c.contributionId(), c.day(), c.number(), former.on(), c.on(), reason, former.toldBy()));
  }

  private static String key(ContributionDay day, int number) {
    return day + " " + (day == ContributionDay.DEFAULT ? 1 : number);
  }

  private static void mustBeOverdue(LocalDate day, LocalDate due) {
    if (!day.isAfter(due))
      throw new Rejected("contribution-not-due-yet", Map.of("dueOn", due.toString()));
  }

  private static void mustBeLater(LocalDate until, LocalDate due) {
    if (!until.isAfter(due))
      throw new Rejected("deferral-not-later", Map.of("dueOn", due.toString()));
  }

  /**
   * In default by a reminder that came after the due date (BGB § 286 (1)), else 30 days after it (§
   * 286 (3)).
   */
  private void mustBeInDefault(LocalDate declaredOn, LocalDate due) {
    var last = lastInTime(due);
    boolean reminded =
        days.entrySet().stream()
            .filter(each -> each.getKey().startsWith(ContributionDay.REMINDER.name()))
            .map(Map.Entry::getValue)
            .anyMatch(told -> told.dueOn().equals(due) && !told.on().isAfter(declaredOn));
    if (!reminded && !declaredOn.isAfter(last))
      throw new Rejected("default-too-early", Map.of("last", last.toString()));
  }

  /** The last day to pay without a reminder; on a free day it is the next working day (§ 193). */
  static LocalDate lastInTime(LocalDate due) {
    return WorkingDays.onOrAfter(due.plusDays(DAYS_TO_DEFAULT));
  }

  @CommandHandler
  void handle(RemindContribution c) {
    var due = due();
    mustBeOverdue(c.remindedOn(), due);
    apply(new ContributionReminded(c.contributionId(), reminders + 1, c.remindedOn(), openCents));
  }

  @CommandHandler
  void handle(DeferContribution asked) {
    var due = due();
    var c = Merge.of(asked, new DeferContribution(asked.contributionId(), due, asked.reason()));
    mustBeLater(c.until(), due);
    if (c.reason().isBlank()) throw new Rejected("deferral-without-reason");
    apply(new ContributionDeferred(c.contributionId(), c.until(), c.reason().strip()));
  }

  @CommandHandler
  void handle(DeclareContributionDefault c) {
    var due = due();
    if (inDefault) throw new Rejected("contribution-already-in-default");
    mustBeInDefault(c.declaredOn(), due);
    apply(new ContributionDefaulted(c.contributionId(), c.declaredOn(), openCents));
  }

  @CommandHandler
  void handle(WaiveContribution c) {
    if (openCents == 0) throw new Rejected("contribution-settled");
    if (c.reason().isBlank()) throw new Rejected("waiver-without-reason");
    apply(new ContributionWaived(c.contributionId(), openCents, c.reason().strip()));
  }

  @CommandHandler
  void handle(WriteOffContribution c) {
    due();
    if (!inDefault) throw new Rejected("contribution-not-in-default");
    if (c.reason().isBlank()) throw new Rejected("write-off-without-reason");
    apply(new ContributionWrittenOff(c.contributionId(), openCents, c.reason().strip()));
  }

  /** Nobody pays what was not invoiced yet. */
  private void notBeforeInvoice(LocalDate receivedOn) {
    var day = Objects.requireNonNull(invoice, "what is paid was invoiced").invoicedOn();
    if (receivedOn.isBefore(day))
      throw new Rejected("payment-before-invoice", Map.of("invoicedOn", day.toString()));
  }

  private void mustPrecedePayments(LocalDate invoicedOn) {
    for (var payment : payments)
      if (payment.amountCents() > 0 && payment.receivedOn().isBefore(invoicedOn))
        throw new Rejected(
            "invoice-after-payment", Map.of("receivedOn", payment.receivedOn().toString()));
  }

  /** The day by which what is open must be paid. */
  private LocalDate due() {
    if (openCents == 0) throw new Rejected("contribution-settled");
    if (dueOn == null) throw new Rejected("contribution-not-invoiced");
    return dueOn;
  }

  @EventSourcingHandler
  void on(ContributionCharged e) {
    contributionId = e.contributionId();
    amountCents = e.amountCents();
    openCents = e.amountCents();
  }

  @EventSourcingHandler
  void on(ContributionInvoiced e, @MessageIdentifier String id) {
    dueOn = e.dueOn();
    invoice = e;
    invoiceToldBy = id;
  }

  @EventSourcingHandler
  void on(InvoiceCorrected e, @MessageIdentifier String id) {
    if (e.formerDueOn().equals(dueOn)) dueOn = e.dueOn();
    amountCents += e.amountCents() - e.formerAmountCents();
    openCents = e.openCents();
    invoice =
        new ContributionInvoiced(
            e.contributionId(), e.number(), e.invoicedOn(), e.dueOn(), e.amountCents());
    invoiceToldBy = id;
  }

  @EventSourcingHandler
  void on(ContributionPaid e, @MessageIdentifier String id) {
    openCents = e.openCents();
    payments.add(new Payment(e.amountCents(), e.receivedOn(), id));
  }

  @EventSourcingHandler
  void on(ContributionPaymentCorrected e, @MessageIdentifier String id) {
    openCents = e.openCents();
    payments.set(e.number() - 1, new Payment(e.amountCents(), e.receivedOn(), id));
  }

  @EventSourcingHandler
  void on(ContributionReminded e, @MessageIdentifier String id) {
    reminders = e.count();
    told(ContributionDay.REMINDER, e.count(), e.remindedOn(), id);
  }

  @EventSourcingHandler
  void on(ContributionDeferred e, @MessageIdentifier String id) {
    told(ContributionDay.DEFERRAL, ++deferrals, e.until(), id);
    dueOn = e.until();
    inDefault = false;
  }

  @EventSourcingHandler
  void on(ContributionDefaulted e, @MessageIdentifier String id) {
    told(ContributionDay.DEFAULT, 1, e.declaredOn(), id);
    inDefault = true;
  }

  private void told(ContributionDay day, int number, LocalDate on, String id) {
    days.put(key(day, number), new Told(on, Objects.requireNonNull(dueOn, "it was due"), id));
  }

  @EventSourcingHandler
  void on(ContributionDayCorrected e, @MessageIdentifier String id) {
    days.computeIfPresent(
        key(e.day(), e.number()), (key, was) -> new Told(e.on(), was.dueOn(), id));
    if (e.day() == ContributionDay.DEFERRAL) dueOn = e.on();
  }

  @EventSourcingHandler
  void on(ContributionWaived e) {
    givenUp = true;
    openCents = 0;
  }

  @EventSourcingHandler
  void on(ContributionWrittenOff e) {
    givenUp = true;
    openCents = 0;
  }
}
