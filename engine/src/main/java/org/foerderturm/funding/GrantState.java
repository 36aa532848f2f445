package org.foerderturm.funding;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.foerderturm.funding.FundingEvent.*;
import org.foerderturm.funding.GrantEvent.*;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** What is known of a grant: remembers, decides nothing. */
final class GrantState {
  /**
   * One change request.
   *
   * @param ended whether it took effect, was refused or withdrawn
   * @param refused by the funder; it may be drafted anew
   */
  record Change(
      GrantChangeBegun begun,
      @Nullable GrantChangeDrafted draft,
      @Nullable LocalDate putOn,
      boolean ended,
      boolean refused) {}

  final Financing financing;

  /** Id of the event that told last what may be set right, by what that is. */
  final Map<String, String> toldBy = new HashMap<>();

  @AggregateMember final PaymentRequests requests = new PaymentRequests(this);

  String title = "";
  String funder = "";
  private Regime regime = Regime.NABF;
  NoticeLaw law = NoticeLaw.NONE;
  private boolean ended;
  LocalDate submittedOn = LocalDate.MIN;
  @Nullable GrantNoticeReceived notice;
  long grantedCents;
  LocalDate until = LocalDate.MIN;

  /** Last day of the remedy that is open; the earliest day there is where none is. */
  LocalDate appealUntil = LocalDate.MIN;

  /** The remedy that is filed and not decided. */
  Remedy filed = Remedy.OBJECTION;

  /** That was decided for good, by refusal or remedy; null while none was. */
  @Nullable Remedy decidedRemedy;

  final TreeSet<LocalDate> interimProofs = new TreeSet<>();

  /** When each interim proof was submitted, by the day on which it was due. */
  final Map<LocalDate, LocalDate> proved = new HashMap<>();

  LocalDate proofOfUseDue = LocalDate.MIN;
  @Nullable LocalDate purposeMet;
  boolean isFinal;
  @Nullable GrantBecameFinal finality;
  boolean agreement;
  @Nullable LocalDate agreedOn;
  boolean accounted;

  /** By number, as corrected last. */
  final Map<Integer, FundsDrawn> draws = new HashMap<>();

  @Nullable ProofOfUseSubmitted proof;

  /** By number, as corrected last. */
  final Map<Integer, FundsRefunded> refunds = new HashMap<>();

  private final Map<String, Long> drawn = new HashMap<>();

  /** What of the grant is whose, as it was stated last. */
  private final Map<String, Long> shares = new HashMap<>();

  /** Of the partners' own notices. */
  private final Map<String, @Nullable String> references = new HashMap<>();

  /** What their own notices say otherwise than that of the whole. */
  private final Map<String, PartnerGrant> own = new HashMap<>();

  private long claimedCents;
  private long refundedCents;

  /** What must be paid back by whom, as far as it is known by whom. */
  private final Map<String, Long> claimed = new HashMap<>();

  /** What the examination of the proof of use found, by partner, as corrected last. */
  final Map<String, ProofExamined> examined = new HashMap<>();

  /** Interest by number, as corrected last. */
  final Map<Integer, RepaymentInterestClaimed> interest = new TreeMap<>();

  /** Numbers of the last instalments: what was drawn after the proof of use. */
  private final Set<Integer> balances = new HashSet<>();

  /** When the objection that is not decided yet was filed. */
  @Nullable LocalDate objectedOn;

  /** When the objection was filed that was decided last. */
  LocalDate filedOn = LocalDate.MIN;

  /** The last one, as corrected last. */
  @Nullable ObjectionDecided decision;

  /** By number, as corrected last. */
  final Map<Integer, GrantRevoked> revocations = new HashMap<>();

  @Nullable PaymentsStopped stop;
  final Set<Integer> closedYears = new HashSet<>();
  final Map<String, Change> changes = new LinkedHashMap<>();

  /** What of the grant is de-minimis aid, as the funder said it last. */
  private List<DeMinimisAid> deMinimisAids = List.of();

  /** Costs of each row that the funder approved, by partner. */
  private final Map<String, Map<CostRow, Long>> approved = new HashMap<>();

  GrantState(Financing financing) {
    this.financing = financing;
  }

  /** The notice, if something is granted and the application has not ended. */
  GrantNoticeReceived granted() {
    if (ended) throw new Rejected("application-ended", Map.of("title", title));
    if (notice == null) throw new Rejected("nothing-granted");
    return notice;
  }

  Regime regime() {
    return regime;
  }

  /** The side conditions of a partner's own notice. */
  Regime regime(String partnerId) {
    var said = own.get(partnerId);
    return said == null || said.regime() == null ? regime : said.regime();
  }

  /** The side conditions of a partner, as they stood on the day of the notice. */
  GrantRules rules(String partnerId, Decisions tables) {
    return GrantRules.of(tables, regime(partnerId), granted().receivedOn());
  }

  LocalDate periodFrom(String partnerId) {
    var said = own.get(partnerId);
    return said == null || said.periodFrom() == null ? granted().periodFrom() : said.periodFrom();
  }

  LocalDate periodUntil(String partnerId) {
    var said = own.get(partnerId);
    return said == null || said.periodUntil() == null ? until : said.periodUntil();
  }

  /** Whether the last instalment of any partner is paid after the proof of use. */
  boolean paysBalance(Decisions tables) {
    return financing.applicants().stream()
        .anyMatch(each -> rules(each.id(), tables).balanceAfterProof());
  }

  /** What was drawn and need not be paid back. */
  long keptCents() {
    return drawn.values().stream().reduce(0L, Math::addExact) - claimedCents;
  }

  /**
   * What was granted to one partner.
   *
   * @throws Rejected {@code grant-shares-missing} if only the sum of all is known
   */
  long shareCents(String partnerId) {
    var known = GrantShares.of(shares, financing.requested(), grantedCents);
    if (known == null) throw new Rejected("grant-shares-missing");
    return known.getOrDefault(partnerId, 0L);
  }

  /** The most that may have been granted to one partner, also while only the sum is known. */
  long mostCents(PartnerBudgeted budget) {
    var known = GrantShares.of(shares, financing.requested(), grantedCents);
    return known == null ? budget.grantCents() : known.getOrDefault(budget.partnerId(), 0L);
  }

  /**
   * What each partner was granted, in the order of their ids; empty while only the sum is known.
   */
  List<PartnerGrant> knownShares() {
    var known = GrantShares.of(shares, financing.requested(), grantedCents);
    if (known == null) return List.of();
    return new TreeMap<>(known)
        .entrySet().stream()
            .map(
                each ->
                    new PartnerGrant(
                        financing.budget(each.getKey()).name(),
                        each.getValue(),
                        references.get(each.getKey()),
                        ownOf(each.getKey(), PartnerGrant::regime),
                        ownOf(each.getKey(), PartnerGrant::periodFrom),
                        ownOf(each.getKey(), PartnerGrant::periodUntil)))
            .toList();
  }

  private <T> @Nullable T ownOf(String partnerId, Function<PartnerGrant, @Nullable T> what) {
    var said = own.get(partnerId);
    return said == null ? null : what.apply(said);
  }

  /**
   * Costs that were paid.
   *
   * @param until the end of the quarter in which they were incurred
   * @param costsCents all since the period began
   */
  record Quarter(LocalDate until, long costsCents) {}

  /** The last quarter whose costs were paid to a partner; null if none was. */
  @Nullable Quarter lastQuarter(String partnerId) {
    Quarter last = null;
    for (var draw : draws.values()) {
      var until = draw.incurredUntil();
      var costs = draw.incurredCents();
      if (!draw.partnerId().equals(partnerId) || draw.amountCents() == 0) continue;
      if (until == null || costs == null) continue;
      if (last == null || until.isAfter(last.until)) last = new Quarter(until, costs);
    }
    return last;
  }

  /** What partners drew above these shares and need not pay back already. */
  long aboveSharesCents(List<PartnerGrant> said) {
    long above = 0;
    for (var each : said)
      above += Math.max(0, drawnCents(Financing.partnerId(each.partner())) - each.amountCents());
    return Math.max(0, above - claimedCents);
  }

  long drawnCents(String partnerId) {
    return drawn.getOrDefault(partnerId, 0L);
  }

  /** When money came in last; null while none did. */
  @Nullable LocalDate lastPaidOn() {
    return draws.values().stream()
        .filter(draw -> draw.amountCents() > 0)
        .map(FundsDrawn::receivedOn)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  /** What must be paid back with its interest and was not yet. */
  long owedCents() {
    return claimedCents
        + interest.values().stream().mapToLong(RepaymentInterestClaimed::cents).sum()
        - refundedCents;
  }

  /** What one partner must pay back in all, as far as it is known that it is this one. */
  long claimedCents(String partnerId) {
    return claimed.getOrDefault(partnerId, 0L);
  }

  private void claim(@Nullable String partnerId, long cents) {
    claimedCents = Math.addExact(claimedCents, cents);
    var whose = partnerId == null ? onlyOne() : partnerId;
    if (whose != null) claimed.merge(whose, cents, Math::addExact);
  }

  /** The partner of a grant that is no joint one. */
  private @Nullable String onlyOne() {
    return financing.partners() == 1 ? financing.applicants().getFirst().id() : null;
  }

  /** Whether a refund is known to be this partner's. */
  boolean isPaidBy(FundsRefunded refund, String partnerId) {
    return partnerId.equals(refund.partnerId() == null ? onlyOne() : refund.partnerId());
  }

  boolean isBalance(int drawDown) {
    return balances.contains(drawDown);
  }

  /**
   * What of its grant a partner may have in the end: what the examination of the proof of use
   * recognised, as long as there is none what was granted.
   */
  long dueCents(PartnerBudgeted budget, long share) {
    var result = examined.get(budget.partnerId());
    return result == null ? share : Math.min(share, result.recognisedCents());
  }

  /** Refuses what would change the proof that the funder examined. */
  void mustNotBeExamined() {
    if (!examined.isEmpty())
      throw new Rejected(
          "proof-already-examined",
          Map.of(
              "partner",
              examined.values().stream()
                  .map(ProofExamined::name)
                  .sorted()
                  .collect(Collectors.joining(", "))));
  }

  long refundedCents() {
    return refundedCents;
  }

  /**
   * The rules of a partner to whom money may be paid just now.
   *
   * @throws Rejected {@code grant-not-final}, {@code payments-blocked}, {@code payments-stopped} or
   *     {@code proof-of-use-already-submitted}
   */
  GrantRules payable(PartnerBudgeted budget, Decisions tables) {
    if (!isFinal && granted().appealUntil() != null) throw new Rejected("grant-not-final");
    if (!agreement && financing.partners() > 1) throw new Rejected("payments-blocked");
    if (stop != null)
      throw new Rejected(
          "payments-stopped", Map.of("since", stop.since().toString(), "reason", stop.reason()));
    var rules = rules(budget.partnerId(), tables);
    if (accounted && !rules.balanceAfterProof())
      throw new Rejected("proof-of-use-already-submitted");
    return rules;
  }

  /** What may still be paid to a partner: of its own sum and of the whole, never below 0. */
  long openCents(PartnerBudgeted budget) {
    long own = dueCents(budget, shareCents(budget.partnerId())) - drawnCents(budget.partnerId());
    return Math.max(0, Math.min(grantedCents - keptCents(), own));
  }

  List<ApprovedRow> approvedRows(String partnerId) {
    return approved.getOrDefault(partnerId, Map.of()).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> new ApprovedRow(each.getKey(), each.getValue()))
        .toList();
  }

  long approvedCents(String partnerId, CostRow row) {
    return approved.getOrDefault(partnerId, Map.of()).getOrDefault(row, 0L);
  }

  /**
   * What of another sum is de-minimis aid; as before if the sum is.
   *
   * @param said by the funder; null or empty if it follows from the whole
   */
  List<DeMinimisAid> deMinimisAids(long cents, @Nullable List<DeMinimisAid> said) {
    boolean silent = said == null || said.isEmpty();
    if (silent && cents == grantedCents) return deMinimisAids;
    return DeMinimisShares.granted(financing, cents, said);
  }

  /** Refuses a payment on a day whose year's books are closed. */
  void mustBeOpen(LocalDate paidOn) {
    if (closedYears.contains(paidOn.getYear()))
      throw new Rejected(
          "budget-year-closed",
          Map.of("year", String.valueOf(paidOn.getYear()), "day", paidOn.toString()));
  }

  /** Refuses a day that lies before the earliest possible one. */
  static void notBefore(LocalDate day, LocalDate earliest) {
    if (day.isBefore(earliest))
      throw new Rejected(
          "day-too-early", Map.of("day", day.toString(), "earliest", earliest.toString()));
  }

  /**
   * Refuses another day of a notice or decision with which an objection would have been too late,
   * or the grant final too early.
   */
  void mustFitAppeal(LocalDate receivedOn, LocalDate lastDay) {
    if (objectedOn != null) {
      notBefore(objectedOn, receivedOn);
      if (objectedOn.isAfter(lastDay))
        throw new Rejected(
            "objection-outside-appeal",
            Map.of("until", lastDay.toString(), "day", objectedOn.toString()));
    }
    if (finality != null && !finality.waived() && !finality.on().isAfter(lastDay))
      throw new Rejected(
          "finality-within-appeal",
          Map.of("until", lastDay.toString(), "day", finality.on().toString()));
  }

  // ---- what is remembered

  @EventSourcingHandler
  void on(ApplicationOpened e) {
    title = e.title();
    funder = e.funder();
    regime = e.regime();
    law = new NoticeLaw(e.programme(), e.regime());
  }

  @EventSourcingHandler
  void on(ApplicationSubmitted e) {
    submittedOn = e.submittedAt().toLocalDate();
  }

  @EventSourcingHandler
  void on(GrantNoticeReceived e, @MessageIdentifier String id) {
    toldBy.put("notice", id);
    notice = e;
    grantedCents = e.grantedCents();
    deMinimisAids = e.deMinimisAids();
    until = e.periodUntil();
    appealUntil = lastDay(e.appealUntil());
    interimProofs.addAll(e.interimProofs());
    proofOfUseDue = e.proofOfUseDue();
    for (var grantee : financing.applicants())
      approve(grantee.id(), financing.budget(grantee.id()).lines());
  }

  private static LocalDate lastDay(@Nullable LocalDate appealUntil) {
    return appealUntil == null ? LocalDate.MIN : appealUntil;
  }

  private void approve(String partnerId, List<BudgetLine> lines) {
    var rows = new EnumMap<CostRow, Long>(CostRow.class);
    for (var line : lines) rows.put(line.row(), line.costsCents());
    approved.put(partnerId, rows);
  }

  @EventSourcingHandler
  void on(GrantBecameFinal e, @MessageIdentifier String id) {
    toldBy.put("FINALITY", id);
    isFinal = true;
    finality = e;
  }

  @EventSourcingHandler
  void on(CooperationAgreementSigned e, @MessageIdentifier String id) {
    toldBy.put("AGREEMENT", id);
    agreement = true;
    agreedOn = e.signedOn();
  }

  @EventSourcingHandler
  void on(FundsDrawn e, @MessageIdentifier String id) {
    toldBy.put("draw-down " + e.number(), id);
    draws.put(e.number(), e);
    drawn.merge(e.partnerId(), e.amountCents(), Math::addExact);
    if (accounted) balances.add(e.number());
  }

  @EventSourcingHandler
  void on(GrantSharesStated e) {
    shares.clear();
    references.clear();
    own.clear();
    for (var each : e.shares()) {
      own.put(Financing.partnerId(each.partner()), each);
      shares.put(Financing.partnerId(each.partner()), each.amountCents());
      references.put(Financing.partnerId(each.partner()), each.noticeReference());
    }
    for (var due : e.dues()) interimProofs.addAll(due.interimProofs());
    claimedCents = Math.addExact(claimedCents, e.refundCents());
    // with these shares it is known whose it is what was drawn too much
    for (var each : e.shares()) {
      var id = Financing.partnerId(each.partner());
      claimed.merge(id, Math.max(0, drawnCents(id) - each.amountCents()), Math::max);
    }
  }

  @EventSourcingHandler
  void on(DrawDownCorrected e, @MessageIdentifier String id) {
    toldBy.put("draw-down " + e.number(), id);
    var was = draws.get(e.number());
    draws.put(
        e.number(),
        new FundsDrawn(
            e.applicationId(),
            e.number(),
            e.partnerId(),
            e.name(),
            e.amountCents(),
            e.receivedOn(),
            e.spendBy(),
            e.leftCents(),
            was == null ? null : was.incurredCents(),
            was == null ? null : was.incurredUntil()));
    drawn.merge(e.partnerId(), e.amountCents() - e.formerAmountCents(), Math::addExact);
  }

  @EventSourcingHandler
  void on(InterimProofSubmitted e, @MessageIdentifier String id) {
    toldBy.put("interim-proof " + e.dueOn(), id);
    proved.put(e.dueOn(), e.submittedOn());
  }

  @EventSourcingHandler
  void on(InterimProofCorrected e, @MessageIdentifier String id) {
    toldBy.put("interim-proof " + e.dueOn(), id);
    proved.put(e.dueOn(), e.submittedOn());
  }

  @EventSourcingHandler
  void on(PurposeMet e) {
    purposeMet = e.on();
    proofOfUseDue = e.proofOfUseDue();
  }

  @EventSourcingHandler
  void on(ProofOfUseSubmitted e, @MessageIdentifier String id) {
    toldBy.put("proof-of-use", id);
    accounted = true;
    proof = e;
    if (e.byPartner().isEmpty()) claim(null, e.unspentCents());
    for (var each : e.byPartner()) claim(each.partnerId(), each.unspentCents());
  }

  @EventSourcingHandler
  void on(ProofOfUseCorrected e, @MessageIdentifier String id) {
    toldBy.put("proof-of-use", id);
    proof =
        new ProofOfUseSubmitted(
            e.applicationId(),
            e.dueOn(),
            e.submittedOn(),
            e.spentCents(),
            e.unspentCents(),
            e.byPartner());
    if (e.formerByPartner().isEmpty()) claim(null, -e.formerUnspentCents());
    for (var each : e.formerByPartner()) claim(each.partnerId(), -each.unspentCents());
    if (e.byPartner().isEmpty()) claim(null, e.unspentCents());
    for (var each : e.byPartner()) claim(each.partnerId(), each.unspentCents());
  }

  @EventSourcingHandler
  void on(GrantChangeBegun e) {
    changes.put(e.changeId(), new Change(e, null, null, false, false));
  }

  @EventSourcingHandler
  void on(GrantChangeDrafted e) {
    changes.computeIfPresent(
        e.changeId(),
        (id, was) -> new Change(was.begun(), e, was.refused() ? null : was.putOn(), false, false));
  }

  @EventSourcingHandler
  void on(GrantChangePut e) {
    changes.computeIfPresent(
        e.changeId(),
        (id, was) -> new Change(was.begun(), was.draft(), e.putOn(), was.ended(), false));
  }

  private void end(String changeId, boolean refused) {
    changes.computeIfPresent(
        changeId, (id, was) -> new Change(was.begun(), was.draft(), was.putOn(), true, refused));
  }

  @EventSourcingHandler
  void on(GrantChangeConsented e) {
    end(e.changeId(), false);
  }

  @EventSourcingHandler
  void on(GrantChangeRefused e) {
    end(e.changeId(), true);
  }

  @EventSourcingHandler
  void on(GrantChangeWithdrawn e) {
    end(e.changeId(), false);
  }

  @EventSourcingHandler
  void on(ApprovedRowsStated e) {
    var rows = new EnumMap<CostRow, Long>(CostRow.class);
    for (var each : e.rows()) rows.put(each.row(), each.costsCents());
    approved.put(e.partnerId(), rows);
  }

  @EventSourcingHandler
  void on(BudgetReallocated e) {
    end(e.changeId(), false);
    financing.reallocate(e.partnerId(), e.lines());
    if (e.consented()) approve(e.partnerId(), e.lines());
  }

  @EventSourcingHandler
  void on(GrantPeriodExtended e) {
    end(e.changeId(), false);
    until = e.periodUntil();
    interimProofs.clear();
    interimProofs.addAll(e.interimProofs());
    proofOfUseDue = e.proofOfUseDue();
  }

  @EventSourcingHandler
  void on(GranteeReplaced e) {
    end(e.changeId(), false);
    var aid = e.deMinimisCents();
    financing.replace(
        e.partnerId(), e.successorId(), e.successorName(), aid == null ? null : aid > 0);
    var cents = drawn.remove(e.partnerId());
    if (cents != null) drawn.put(e.successorId(), cents);
    var share = shares.remove(e.partnerId());
    if (share != null) shares.put(e.successorId(), share);
    var owed = claimed.remove(e.partnerId());
    if (owed != null) claimed.put(e.successorId(), owed);
    // the successor gets a notice of its own
    references.remove(e.partnerId());
    own.remove(e.partnerId());
    draws.replaceAll(
        (number, was) ->
            was.partnerId().equals(e.partnerId())
                ? new FundsDrawn(
                    was.applicationId(),
                    number,
                    e.successorId(),
                    e.successorName(),
                    was.amountCents(),
                    was.receivedOn(),
                    was.spendBy(),
                    was.leftCents(),
                    was.incurredCents(),
                    was.incurredUntil(),
                    was.request())
                : was);
    var rows = approved.remove(e.partnerId());
    if (rows != null) approved.put(e.successorId(), rows);
    deMinimisAids =
        deMinimisAids.stream()
            .filter(each -> aid == null || !each.partner().equals(e.name()))
            .map(
                each ->
                    each.partner().equals(e.name())
                        ? new DeMinimisAid(e.successorName(), each.amountCents())
                        : each)
            .toList();
    if (aid != null && aid > 0)
      deMinimisAids =
          Stream.concat(deMinimisAids.stream(), Stream.of(new DeMinimisAid(e.successorName(), aid)))
              .toList();
  }

  @EventSourcingHandler
  void on(ObjectionFiled e, @MessageIdentifier String id) {
    toldBy.put("OBJECTION", id);
    objectedOn = e.filedOn();
    filed = e.remedy() == null ? Remedy.OBJECTION : e.remedy();
  }

  @EventSourcingHandler
  void on(ObjectionDecided e, @MessageIdentifier String id) {
    toldBy.put("objection-decision", id);
    decision = e;
    if (e.result() != ObjectionResult.WITHDRAWN) decidedRemedy = filed;
    if (objectedOn != null) filedOn = objectedOn;
    objectedOn = null;
    grantedCents = e.grantedCents();
    deMinimisAids = e.deMinimisAids();
    appealUntil = e.appealUntil();
  }

  @EventSourcingHandler
  void on(ObjectionDecisionCorrected e, @MessageIdentifier String id) {
    toldBy.put("objection-decision", id);
    if (e.grantedCents() != e.formerGrantedCents()) {
      grantedCents = e.grantedCents();
      deMinimisAids = e.deMinimisAids();
    }
    appealUntil = e.appealUntil();
    decision =
        new ObjectionDecided(
            e.applicationId(),
            e.result(),
            e.decidedOn(),
            e.reference(),
            e.grantedCents(),
            e.appealUntil(),
            e.deMinimisAids(),
            filed,
            e.delivery());
  }

  @EventSourcingHandler
  void on(PaymentsStopped e, @MessageIdentifier String id) {
    toldBy.put("PAYMENT_STOP", id);
    stop = e;
  }

  @EventSourcingHandler
  void on(PaymentStopLifted e) {
    stop = null;
  }

  @EventSourcingHandler
  void on(GrantRevoked e, @MessageIdentifier String id) {
    int number = revocations.size() + 1;
    toldBy.put("revocation " + number, id);
    revocations.put(number, e);
    grantedCents = e.grantedCents();
    deMinimisAids = e.deMinimisAids();
    claim(null, e.refundCents());
  }

  @EventSourcingHandler
  void on(RevocationCorrected e, @MessageIdentifier String id) {
    toldBy.put("revocation " + e.number(), id);
    grantedCents = e.grantedCents();
    deMinimisAids = e.deMinimisAids();
    claim(null, e.refundCents() - e.formerRefundCents());
    revocations.put(
        e.number(),
        new GrantRevoked(
            e.applicationId(),
            e.reference(),
            e.receivedOn(),
            e.amountCents(),
            e.grantedCents(),
            e.refundCents(),
            e.refundDueOn(),
            e.grounds(),
            e.whole(),
            e.deMinimisAids(),
            e.delivery()));
  }

  @EventSourcingHandler
  void on(FundsRefunded e, @MessageIdentifier String id) {
    toldBy.put("refund " + e.number(), id);
    refunds.put(e.number(), e);
    refundedCents = Math.addExact(refundedCents, e.amountCents());
  }

  @EventSourcingHandler
  void on(RefundCorrected e, @MessageIdentifier String id) {
    toldBy.put("refund " + e.number(), id);
    var was = refunds.get(e.number());
    refunds.put(
        e.number(),
        new FundsRefunded(
            e.applicationId(),
            e.number(),
            e.amountCents(),
            e.paidOn(),
            e.openCents(),
            was == null ? null : was.partnerId()));
    refundedCents = Math.addExact(refundedCents, e.amountCents() - e.formerAmountCents());
  }

  @EventSourcingHandler
  void on(ProofExamined e, @MessageIdentifier String id) {
    toldBy.put("proof-result " + e.partnerId(), id);
    examined.put(e.partnerId(), e);
    claim(e.partnerId(), e.refundCents());
  }

  @EventSourcingHandler
  void on(ProofResultCorrected e, @MessageIdentifier String id) {
    toldBy.put("proof-result " + e.partnerId(), id);
    examined.put(
        e.partnerId(),
        new ProofExamined(
            e.applicationId(),
            e.partnerId(),
            e.name(),
            e.decidedOn(),
            e.reference(),
            e.cutCents(),
            e.cutCostsCents(),
            e.recognisedCents(),
            e.refundCents(),
            e.refundDueOn(),
            e.grounds(),
            e.openCents()));
    claim(e.partnerId(), e.refundCents() - e.formerRefundCents());
  }

  @EventSourcingHandler
  void on(RepaymentInterestClaimed e, @MessageIdentifier String id) {
    toldBy.put("interest " + e.number(), id);
    interest.put(e.number(), e);
  }

  @EventSourcingHandler
  void on(RepaymentInterestCorrected e, @MessageIdentifier String id) {
    toldBy.put("interest " + e.number(), id);
    interest.put(
        e.number(),
        new RepaymentInterestClaimed(
            e.applicationId(),
            e.number(),
            e.partnerId(),
            e.name(),
            e.from(),
            e.until(),
            e.mostCents(),
            e.cents(),
            e.stretches(),
            e.source()));
  }

  /** Remembers the notice as it is; what came after it stays. */
  @EventSourcingHandler
  void on(GrantNoticeCorrected e, @MessageIdentifier String id) {
    toldBy.put("notice", id);
    var was = granted();
    if (grantedCents == was.grantedCents()) {
      grantedCents = e.grantedCents();
      deMinimisAids = e.deMinimisAids();
    }
    if (until.equals(was.periodUntil())) until = e.periodUntil();
    if (decision == null) appealUntil = lastDay(e.appealUntil());
    proofOfUseDue = e.proofOfUseDue();
    interimProofs.clear();
    interimProofs.addAll(e.interimProofs());
    notice =
        new GrantNoticeReceived(
            e.applicationId(),
            e.reference(),
            e.receivedOn(),
            e.grantedCents(),
            e.periodFrom(),
            e.periodUntil(),
            e.appealUntil(),
            e.interimProofs(),
            e.proofOfUseDue(),
            e.source(),
            was.reportingMonths(),
            e.deMinimisAids(),
            e.delivery());
  }

  @EventSourcingHandler
  void on(GrantDayCorrected e, @MessageIdentifier String id) {
    toldBy.put(e.day().name(), id);
    switch (e.day()) {
      case FINALITY ->
          finality =
              new GrantBecameFinal(
                  e.applicationId(), e.on(), finality != null && finality.waived());
      case AGREEMENT -> agreedOn = e.on();
      case OBJECTION -> objectedOn = e.on();
      case PAYMENT_STOP ->
          stop = new PaymentsStopped(e.applicationId(), e.on(), stop == null ? "" : stop.reason());
    }
  }

  @EventSourcingHandler
  void on(BudgetYearClosed e) {
    closedYears.add(e.year());
  }

  @EventSourcingHandler
  void on(BudgetYearReopened e) {
    closedYears.remove(e.year());
  }

  @EventSourcingHandler
  void on(ApplicationStopped e) {
    ended = true;
  }

  @EventSourcingHandler
  void on(ApplicationClosed e) {
    ended = true;
  }
}
