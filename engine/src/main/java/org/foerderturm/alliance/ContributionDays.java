package org.foerderturm.alliance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.foerderturm.alliance.ContributionCommand.*;
import org.foerderturm.alliance.ContributionEvent.*;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** By when a contribution is to be paid: reminders, deferrals and the default. */
final class ContributionDays {
  private final ContributionAccount account;
  private @Nullable LocalDate dueOn;

  /** The last day on which something was due, also when its invoice was cancelled since. */
  private @Nullable LocalDate lastDueOn;

  private int reminders;
  private int deferrals;
  private boolean inDefault;

  /** Days that may be set right, as corrected last. */
  private final Map<String, Told> days = new HashMap<>();

  /**
   * @param dueOn by when it was to be paid at that time
   * @param toldBy id of the event that told it last
   */
  private record Told(LocalDate on, LocalDate dueOn, String toldBy) {}

  ContributionDays(ContributionAccount account) {
    this.account = account;
  }

  boolean inDefault() {
    return inDefault;
  }

  LocalDate dueOn() {
    if (dueOn == null) throw new Rejected("contribution-not-invoiced");
    return dueOn;
  }

  LocalDate lastDue() {
    return Objects.requireNonNull(lastDueOn, "what was paid was due");
  }

  /** The day by which what is open must be paid. */
  LocalDate due() {
    if (account.openCents == 0) throw new Rejected("contribution-settled");
    return dueOn();
  }

  /**
   * The first day of the default that was declared: the day after the first reminder that came
   * after the due date, at the latest the day after those of the table (BGB § 286, § 187 (1)); null
   * without a default.
   */
  @Nullable LocalDate defaultBegins(Decisions tables) {
    if (!inDefault || dueOn == null) return null;
    var due = dueOn;
    return Stream.concat(
            days.entrySet().stream()
                .filter(each -> each.getKey().startsWith(ContributionDay.REMINDER.name()))
                .map(Map.Entry::getValue)
                .filter(told -> told.dueOn().equals(due) && told.on().isAfter(due))
                .map(told -> told.on().plusDays(1)),
            Stream.of(lastInTime(due, tables).plusDays(1)))
        .min(LocalDate::compareTo)
        .orElseThrow();
  }

  @CommandHandler
  void handle(CorrectContributionDay asked, Decisions tables) {
    var key = key(asked.day(), asked.number());
    var former = days.get(key);
    if (former == null) throw new Rejected("contribution-day-missing");
    account.mustNotBeGivenUp();
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
        if (inDefault && declared != null) mustBeInDefault(declared.on(), c.on(), tables);
      }
      case DEFAULT -> mustBeInDefault(c.on(), former.dueOn(), tables);
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
  private void mustBeInDefault(LocalDate declaredOn, LocalDate due, Decisions tables) {
    var last = lastInTime(due, tables);
    boolean reminded =
        days.entrySet().stream()
            .filter(each -> each.getKey().startsWith(ContributionDay.REMINDER.name()))
            .map(Map.Entry::getValue)
            .anyMatch(told -> told.dueOn().equals(due) && !told.on().isAfter(declaredOn));
    if (!reminded && !declaredOn.isAfter(last))
      throw new Rejected("default-too-early", Map.of("last", last.toString()));
  }

  private LocalDate lastInTime(LocalDate due, Decisions tables) {
    return lastInTime(due, account.invoice == null ? null : account.invoice.receivedOn(), tables);
  }

  /**
   * The last day to pay without a reminder: so many days as the table {@code payment-default} says
   * for the due date after it and the receipt of the invoice, whichever is later (§ 286 (3)); on a
   * free day it is the next working day (§ 193).
   *
   * @param receivedOn null if nothing is known of it: then it came before the due date
   */
  static LocalDate lastInTime(LocalDate due, @Nullable LocalDate receivedOn, Decisions tables) {
    var from = receivedOn != null && receivedOn.isAfter(due) ? receivedOn : due;
    var days = tables.decide("payment-default", Map.of("day", due)).number("days");
    return WorkingDays.onOrAfter(from.plusDays(days));
  }

  @CommandHandler
  void handle(RemindContribution c) {
    var due = due();
    mustBeOverdue(c.remindedOn(), due);
    apply(
        new ContributionReminded(
            c.contributionId(), reminders + 1, c.remindedOn(), account.openCents));
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
  void handle(DeclareContributionDefault c, Decisions tables) {
    var due = due();
    if (inDefault) throw new Rejected("contribution-already-in-default");
    mustBeInDefault(c.declaredOn(), due, tables);
    apply(new ContributionDefaulted(c.contributionId(), c.declaredOn(), account.openCents));
  }

  @EventSourcingHandler
  void on(ContributionInvoiced e) {
    dueOn = e.dueOn();
    lastDueOn = dueOn;
  }

  @EventSourcingHandler
  void on(InvoiceCorrected e) {
    if (e.formerDueOn().equals(dueOn)) dueOn = e.dueOn();
    lastDueOn = dueOn;
  }

  /** The next invoice begins anew. */
  @EventSourcingHandler
  void on(InvoiceCancelled e) {
    dueOn = null;
    reminders = 0;
    deferrals = 0;
    inDefault = false;
    days.clear();
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
    lastDueOn = dueOn;
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
    if (e.day() == ContributionDay.DEFERRAL) {
      dueOn = e.on();
      lastDueOn = dueOn;
    }
  }
}
