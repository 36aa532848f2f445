package org.foerderturm.funding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.foerderturm.funding.FundingEvent.DrawDownCorrected;
import org.foerderturm.funding.FundingEvent.FundsDrawn;
import org.foerderturm.funding.FundingEvent.PartnerBudgeted;
import org.foerderturm.funding.GrantCommand.*;
import org.foerderturm.funding.GrantEvent.*;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Requests for payment and what the funder approved of them. What is asked for or approved and has
 * not come in yet is not asked for a second time; what was cut may be.
 */
final class PaymentRequests {
  private record Request(
      PaymentRequested asked, @Nullable PaymentRequestAnswered answer, long receivedCents) {
    /** What of it may still come in. */
    long openCents() {
      long most = answer == null ? asked.amountCents() : answer.approvedCents();
      return Math.max(0, most - receivedCents);
    }
  }

  private final GrantState state;
  private final Map<Integer, Request> requests = new TreeMap<>();

  /** Number of a draw-down → the request that it answers. */
  private final Map<Integer, Integer> answered = new HashMap<>();

  /** Number of a request → id of the event that told its answer last. */
  private final Map<Integer, String> toldBy = new HashMap<>();

  private int last;

  PaymentRequests(GrantState state) {
    this.state = state;
  }

  @CommandHandler
  void handle(RequestPayment c, Decisions tables) {
    var notice = state.granted();
    var budget = state.financing.budget(c.partnerId());
    state.payable(budget, tables);
    if (c.amountCents() <= 0) throw new Rejected("amount-not-positive");
    if (c.requestedOn().isBefore(notice.receivedOn()))
      throw new Rejected(
          "draw-down-before-notice", Map.of("receivedOn", notice.receivedOn().toString()));
    long open =
        requests.values().stream()
            .filter(each -> each.asked().partnerId().equals(budget.partnerId()))
            .mapToLong(Request::openCents)
            .reduce(0, Math::addExact);
    long left = Math.max(0, state.openCents(budget) - open);
    if (c.amountCents() > left)
      throw new Rejected(
          "payment-request-above-grant",
          Map.of("partner", budget.name(), "leftCents", left, "requestedCents", open));
    apply(
        new PaymentRequested(
            c.applicationId(),
            last + 1,
            budget.partnerId(),
            budget.name(),
            c.amountCents(),
            c.requestedOn()));
  }

  @CommandHandler
  void handle(AnswerPaymentRequest c) {
    var request = open(c.number());
    if (request.answer() != null)
      throw new Rejected("payment-request-settled", Map.of("number", c.number()));
    apply(answer(request, c.approvedCents(), c.answeredOn(), c.reason()));
  }

  @CommandHandler
  void handle(CorrectPaymentAnswer asked) {
    var request = open(asked.number());
    var former = request.answer();
    if (former == null)
      throw new Rejected("payment-not-answered", Map.of("number", asked.number()));
    var c =
        Merge.of(
            asked,
            new CorrectPaymentAnswer(
                asked.applicationId(),
                asked.number(),
                former.approvedCents(),
                former.answeredOn(),
                former.reason(),
                asked.reason()));
    var reason = Correction.reasoned(c.reason());
    var now = answer(request, c.approvedCents(), c.answeredOn(), c.grounds());
    if (now.equals(former)) throw new Rejected("nothing-changed");
    apply(
        new PaymentAnswerCorrected(
            c.applicationId(),
            c.number(),
            former.name(),
            former.approvedCents(),
            former.answeredOn(),
            former.reason(),
            now.approvedCents(),
            now.cutCents(),
            now.answeredOn(),
            now.reason(),
            reason,
            toldBy.get(c.number())));
  }

  private static PaymentRequestAnswered answer(
      Request request, long approved, LocalDate on, @Nullable String grounds) {
    long asked = request.asked().amountCents();
    if (approved < 0 || approved > asked)
      throw new Rejected("payment-answer-impossible", Map.of("mostCents", asked));
    if (on.isBefore(request.asked().requestedOn()))
      throw new Rejected(
          "payment-answer-before-request", Map.of("day", request.asked().requestedOn().toString()));
    var why = grounds == null || grounds.isBlank() ? null : grounds.strip();
    if (approved < asked && why == null) throw new Rejected("reason-missing");
    return new PaymentRequestAnswered(
        request.asked().applicationId(),
        request.asked().number(),
        request.asked().name(),
        approved,
        asked - approved,
        on,
        approved < asked ? why : null);
  }

  @CommandHandler
  void handle(WithdrawPaymentRequest c) {
    var request = open(c.number());
    if (request.answer() != null)
      throw new Rejected("payment-request-settled", Map.of("number", c.number()));
    if (c.reason().isBlank()) throw new Rejected("reason-missing");
    apply(
        new PaymentRequestWithdrawn(
            c.applicationId(), c.number(), request.asked().name(), c.reason().strip()));
  }

  private Request open(int number) {
    state.granted();
    var request = known(number);
    if (request.receivedCents() > 0)
      throw new Rejected("payment-request-settled", Map.of("number", number));
    return request;
  }

  private Request known(int number) {
    var request = requests.get(number);
    if (request == null) throw new Rejected("payment-request-unknown", Map.of("number", number));
    return request;
  }

  /**
   * Money that answers a request is that partner's, and no more than was approved.
   *
   * @throws Rejected {@code payment-request-unknown} or {@code payment-above-approved}
   */
  void mustHold(@Nullable Integer number, PartnerBudgeted budget, long cents) {
    if (number == null) return;
    var request = known(number);
    if (!request.asked().partnerId().equals(budget.partnerId()))
      throw new Rejected("payment-request-unknown", Map.of("number", number));
    long most = request.answer() == null ? 0 : request.openCents();
    if (cents > most)
      throw new Rejected("payment-above-approved", Map.of("number", number, "mostCents", most));
  }

  /** The same of a sum that is set right. */
  void mustHoldCorrected(int drawDown, long formerCents, long cents) {
    var number = answered.get(drawDown);
    var request = number == null ? null : requests.get(number);
    if (number == null || request == null) return;
    long most = Math.addExact(request.openCents(), formerCents);
    if (cents > most)
      throw new Rejected("payment-above-approved", Map.of("number", number, "mostCents", most));
  }

  @EventSourcingHandler
  void on(PaymentRequested e) {
    last = e.number();
    requests.put(e.number(), new Request(e, null, 0));
  }

  @EventSourcingHandler
  void on(PaymentRequestAnswered e, @MessageIdentifier String id) {
    toldBy.put(e.number(), id);
    requests.computeIfPresent(
        e.number(), (number, each) -> new Request(each.asked(), e, each.receivedCents()));
  }

  @EventSourcingHandler
  void on(PaymentAnswerCorrected e, @MessageIdentifier String id) {
    on(
        new PaymentRequestAnswered(
            e.applicationId(),
            e.number(),
            e.name(),
            e.approvedCents(),
            e.cutCents(),
            e.answeredOn(),
            e.grounds()),
        id);
  }

  @EventSourcingHandler
  void on(PaymentRequestWithdrawn e) {
    requests.remove(e.number());
  }

  @EventSourcingHandler
  void on(GranteeReplaced e) {
    requests.replaceAll(
        (number, each) ->
            each.asked().partnerId().equals(e.partnerId())
                ? new Request(
                    new PaymentRequested(
                        each.asked().applicationId(),
                        number,
                        e.successorId(),
                        e.successorName(),
                        each.asked().amountCents(),
                        each.asked().requestedOn()),
                    each.answer(),
                    each.receivedCents())
                : each);
  }

  @EventSourcingHandler
  void on(FundsDrawn e) {
    if (e.request() == null) return;
    answered.put(e.number(), e.request());
    came(e.request(), e.amountCents());
  }

  @EventSourcingHandler
  void on(DrawDownCorrected e) {
    var request = answered.get(e.number());
    if (request != null) came(request, e.amountCents() - e.formerAmountCents());
  }

  private void came(int request, long cents) {
    requests.computeIfPresent(
        request,
        (number, each) ->
            new Request(each.asked(), each.answer(), Math.addExact(each.receivedCents(), cents)));
  }
}
