package org.foerderturm.funding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.funding.AdditionalRequestCommand.*;
import org.foerderturm.funding.AdditionalRequestEvent.*;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * What the funder asks for in addition while it examines (Nachforderung). A late answer is an
 * answer; whether it counts is the funder's to say. What is open when the decision comes is asked
 * for no more.
 */
final class AdditionalRequests {
  /** Working days before its day on which the office is reminded of a request. */
  private static final int REMIND = 2;

  private record Open(LocalDate receivedOn, LocalDate dueOn, String asked) {
    Open until(LocalDate day) {
      return new Open(receivedOn, day, asked);
    }

    /** A period that ends on a free day ends with the next working day (VwVfG § 31 (3)). */
    LocalDate last() {
      return WorkingDays.onOrAfter(dueOn);
    }

    /** The day that an answer of that day comes after; null if it is in time. */
    @Nullable LocalDate missed(LocalDate answeredOn) {
      return answeredOn.isAfter(last()) ? last() : null;
    }
  }

  private final Examination examination;
  private final Map<Integer, Open> open = new TreeMap<>();

  private record Answer(Open request, LocalDate on, String handedIn, String toldBy) {}

  private final Map<Integer, Answer> answered = new TreeMap<>();
  private int last;

  AdditionalRequests(Examination examination) {
    this.examination = examination;
  }

  @CommandHandler
  void handle(RecordAdditionalRequest c) {
    var submitted = examination.whileExamined();
    if (c.asked().isBlank()) throw new Rejected("additional-request-empty");
    if (c.receivedOn().isBefore(submitted))
      throw new Rejected(
          "additional-request-before-submission", Map.of("day", submitted.toString()));
    mustComeAfter(c.dueOn(), c.receivedOn());
    apply(
        new AdditionalRequestReceived(
            c.applicationId(),
            last + 1,
            examination.title(),
            c.asked().strip(),
            c.receivedOn(),
            c.dueOn(),
            CallRules.reminder(c.dueOn().atStartOfDay(), REMIND)));
  }

  @CommandHandler
  void handle(MoveAdditionalRequest asked) {
    var request = open(asked.number());
    var c =
        Merge.of(
            asked,
            new MoveAdditionalRequest(
                asked.applicationId(), asked.number(), request.dueOn(), asked.reason()));
    var reason = Correction.reasoned(c.reason());
    if (c.dueOn().equals(request.dueOn())) throw new Rejected("nothing-changed");
    mustComeAfter(c.dueOn(), request.receivedOn());
    apply(
        new AdditionalRequestMoved(
            c.applicationId(),
            c.number(),
            request.dueOn(),
            c.dueOn(),
            CallRules.reminder(c.dueOn().atStartOfDay(), REMIND),
            reason));
  }

  private static void mustComeAfter(LocalDate due, LocalDate received) {
    if (due.isBefore(received))
      throw new Rejected("additional-request-due-before", Map.of("day", received.toString()));
  }

  @CommandHandler
  void handle(AnswerAdditionalRequest c) {
    var request = open(c.number());
    mustAnswer(request, c.answeredOn(), c.handedIn());
    apply(
        new AdditionalRequestAnswered(
            c.applicationId(),
            c.number(),
            c.answeredOn(),
            c.handedIn().strip(),
            request.missed(c.answeredOn())));
  }

  @CommandHandler
  void handle(CorrectAdditionalAnswer asked) {
    if (examination.isEnded()) throw examination.ended();
    if (asked.number() < 1 || asked.number() > last)
      throw new Rejected("additional-request-unknown", Map.of("number", asked.number()));
    var former = answered.get(asked.number());
    if (former == null)
      throw new Rejected("additional-request-unanswered", Map.of("number", asked.number()));
    var c =
        Merge.of(
            asked,
            new CorrectAdditionalAnswer(
                asked.applicationId(),
                asked.number(),
                former.on(),
                former.handedIn(),
                asked.reason()));
    var reason = Correction.reasoned(c.reason());
    mustAnswer(former.request(), c.answeredOn(), c.handedIn());
    var handedIn = c.handedIn().strip();
    if (c.answeredOn().equals(former.on()) && handedIn.equals(former.handedIn()))
      throw new Rejected("nothing-changed");
    apply(
        new AdditionalAnswerCorrected(
            c.applicationId(),
            c.number(),
            former.on(),
            former.handedIn(),
            c.answeredOn(),
            handedIn,
            former.request().missed(c.answeredOn()),
            reason,
            former.toldBy()));
  }

  private static void mustAnswer(Open request, LocalDate answeredOn, String handedIn) {
    if (handedIn.isBlank()) throw new Rejected("additional-answer-empty");
    if (answeredOn.isBefore(request.receivedOn()))
      throw new Rejected(
          "additional-answer-before-request", Map.of("day", request.receivedOn().toString()));
  }

  @CommandHandler
  void handle(WithdrawAdditionalRequest c) {
    open(c.number());
    apply(
        new AdditionalRequestEnded(c.applicationId(), c.number(), Correction.reasoned(c.reason())));
  }

  @CommandHandler
  void handle(RemindOfAdditionalRequest c) {
    var request = open.get(c.number());
    if (request == null) return;
    apply(
        new AdditionalRequestReminded(
            c.applicationId(), c.number(), examination.title(), request.asked(), request.dueOn()));
  }

  /** The funder has decided: what it still asked for it needs no more. */
  void decided(String applicationId) {
    for (var number : List.copyOf(open.keySet()))
      apply(new AdditionalRequestEnded(applicationId, number, null));
  }

  private Open open(int number) {
    if (number < 1 || number > last)
      throw new Rejected("additional-request-unknown", Map.of("number", number));
    var request = open.get(number);
    if (request == null) throw new Rejected("additional-request-settled", Map.of("number", number));
    return request;
  }

  // ---- what is remembered

  @EventSourcingHandler
  void on(AdditionalRequestReceived e) {
    last = e.number();
    open.put(e.number(), new Open(e.receivedOn(), e.dueOn(), e.asked()));
  }

  @EventSourcingHandler
  void on(AdditionalRequestMoved e) {
    open.computeIfPresent(e.number(), (number, each) -> each.until(e.dueOn()));
  }

  @EventSourcingHandler
  void on(AdditionalRequestAnswered e, @MessageIdentifier String id) {
    var request = open.remove(e.number());
    if (request != null)
      answered.put(e.number(), new Answer(request, e.answeredOn(), e.handedIn(), id));
  }

  @EventSourcingHandler
  void on(AdditionalAnswerCorrected e, @MessageIdentifier String id) {
    answered.computeIfPresent(
        e.number(), (number, each) -> new Answer(each.request(), e.answeredOn(), e.handedIn(), id));
  }

  @EventSourcingHandler
  void on(AdditionalRequestEnded e) {
    open.remove(e.number());
  }
}
