package org.foerderturm.funding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.foerderturm.funding.FundingCommand.*;
import org.foerderturm.funding.FundingEvent.*;
import org.foerderturm.funding.GrantEvent.GrantSharesStated;
import org.foerderturm.funding.GrantEvent.RejectionLifted;
import org.foerderturm.funding.Marking.Judged;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** What becomes of a submitted application at the funder: arrivals, evaluation, notice. */
final class Examination {
  private enum Stage {
    PREPARED,

    /** The outline of a call in two stages waits for its answer. */
    OUTLINED,
    SUBMITTED,
    EVALUATED,
    GRANTED,
    REJECTED,

    /** The reserve list on which it stood holds no longer. */
    LAPSED,
    ENDED
  }

  private final Financing financing;
  private final StateAid aid;
  private Stage stage = Stage.PREPARED;
  private final Map<Arrival, CorrectArrival> arrivals = new EnumMap<>(Arrival.class);
  private final Map<Arrival, String> arrivalsToldBy = new EnumMap<>(Arrival.class);
  private Regime regime = Regime.NABF;
  private NoticeLaw law = NoticeLaw.NONE;
  private final CallRules rules;
  private Arrival decisive = Arrival.ELECTRONIC;
  private String title = "";
  private boolean positive;

  /** A rejection was lifted: a grant is possible whatever the evaluation found. */
  private boolean lifted;

  private LocalDateTime deadline = LocalDateTime.MAX;
  private LocalDateTime submittedAt = LocalDateTime.MIN;

  /** It is the outline that was refused, not the application. */
  private boolean outlineRefused;

  private @Nullable ReserveListed reserve;

  @AggregateMember private final AdditionalRequests requests = new AdditionalRequests(this);
  @AggregateMember private final EarlyStart start;

  Examination(Financing financing, StateAid aid, CallRules rules) {
    this.financing = financing;
    this.aid = aid;
    this.rules = rules;
    this.start = new EarlyStart(this, aid);
  }

  boolean isRejected() {
    return stage == Stage.REJECTED;
  }

  /** Whether it is over without a grant and only needs to be closed. */
  boolean isLost() {
    return stage == Stage.REJECTED || stage == Stage.LAPSED;
  }

  boolean isGranted() {
    return stage == Stage.GRANTED && !lifted;
  }

  void notBeforeSubmission(LocalDate receivedOn) {
    notBeforeSubmission(receivedOn, submittedAt.toLocalDate());
  }

  boolean isEnded() {
    return stage == Stage.ENDED;
  }

  void whilePrepared() {
    whileOpen();
    if (stage == Stage.OUTLINED) throw new Rejected("first-stage-undecided");
  }

  /** Refuses what is too late once the application itself is with the funder. */
  void whileOpen() {
    if (stage == Stage.ENDED) throw ended();
    if (outlineRefused && stage == Stage.REJECTED) throw new Rejected("outline-refused");
    if (stage != Stage.PREPARED && stage != Stage.OUTLINED)
      throw new Rejected("application-already-submitted");
  }

  /** Refuses another rule for what was judged already. */
  void whileNotEvaluated() {
    if (stage == Stage.ENDED) throw ended();
    if (stage.compareTo(Stage.SUBMITTED) > 0) throw new Rejected("already-evaluated");
  }

  /**
   * Refuses what only is between the submission and the decision.
   *
   * @return the day of the submission
   */
  LocalDate whileExamined() {
    if (stage == Stage.ENDED) throw ended();
    if (stage == Stage.LAPSED) throw new Rejected("reserve-list-lapsed");
    if (stage.compareTo(Stage.SUBMITTED) < 0) throw new Rejected("application-not-submitted");
    if (stage.compareTo(Stage.EVALUATED) > 0) throw new Rejected("notice-already-received");
    return submittedAt.toLocalDate();
  }

  /** Refuses what can only be before the funder has decided. */
  void whileUndecided() {
    if (stage == Stage.ENDED) throw ended();
    if (stage.compareTo(Stage.EVALUATED) > 0) throw new Rejected("notice-already-received");
  }

  void mayBeSubmitted(LocalDate on, Decisions tables) {
    start.mustNotStandAgainst(on, tables);
  }

  String title() {
    return title;
  }

  Rejected ended() {
    return new Rejected("application-ended", Map.of("title", title));
  }

  /** Nobody answers what was not asked yet. */
  static void notBeforeSubmission(LocalDate receivedOn, LocalDate submittedOn) {
    if (receivedOn.isBefore(submittedOn))
      throw new Rejected("notice-before-submission", Map.of("submittedOn", submittedOn.toString()));
  }

  @CommandHandler
  void handle(RecordArrival c) {
    if (stage.compareTo(Stage.SUBMITTED) < 0) throw new Rejected("application-not-submitted");
    if (stage == Stage.ENDED) throw ended();
    if (arrivals.containsKey(c.arrival()))
      throw new Rejected("arrival-already-recorded", Map.of("arrival", code(c.arrival())));
    if (c.arrivedAt().isBefore(submittedAt))
      throw new Rejected(
          "arrival-before-submission", Map.of("submittedAt", submittedAt.toString()));
    apply(
        new ApplicationArrived(
            c.applicationId(),
            c.arrival(),
            c.arrivedAt(),
            c.reference(),
            !c.arrivedAt().isAfter(deadline),
            c.arrival() == decisive));
  }

  @CommandHandler
  void handle(CorrectArrival asked) {
    if (stage == Stage.ENDED) throw ended();
    var former = arrivals.get(asked.arrival());
    if (former == null)
      throw new Rejected("arrival-missing", Map.of("arrival", code(asked.arrival())));
    var c =
        Merge.of(
            asked,
            new CorrectArrival(
                asked.applicationId(),
                asked.arrival(),
                former.arrivedAt(),
                former.reference(),
                asked.reason()));
    var reason = Correction.reasoned(c.reason());
    if (c.arrivedAt().equals(former.arrivedAt())
        && Objects.equals(c.reference(), former.reference())) throw new Rejected("nothing-changed");
    if (c.arrivedAt().isBefore(submittedAt))
      throw new Rejected(
          "arrival-before-submission", Map.of("submittedAt", submittedAt.toString()));
    apply(
        new ArrivalCorrected(
            c.applicationId(),
            c.arrival(),
            former.arrivedAt(),
            former.reference(),
            c.arrivedAt(),
            c.reference(),
            !c.arrivedAt().isAfter(deadline),
            c.arrival() == decisive,
            reason,
            arrivalsToldBy.get(c.arrival())));
  }

  @CommandHandler
  void handle(RecordFirstStage c, Decisions tables) {
    if (stage == Stage.ENDED) throw ended();
    if (stage != Stage.OUTLINED) throw new Rejected("no-outline-submitted");
    var reference = c.reference();
    if (reference == null || reference.isBlank()) throw new Rejected("notice-reference-missing");
    notBeforeSubmission(c.postedOn() == null ? c.receivedOn() : c.postedOn());
    var statement = c.statement() == null || c.statement().isBlank() ? null : c.statement().strip();
    var marking = rules.marking(tables, CallStage.FIRST);
    var judged = judged(marking, c.excellence(), c.impact(), c.implementation());
    if (c.invited()) mustBeEnough(judged);
    var second = c.invited() ? c.deadline() : null;
    if (c.invited() && second == null) throw new Rejected("second-deadline-missing");
    if (second != null) mustPrecede(c.receivedOn(), second);
    if (!c.invited() && statement == null) throw new Rejected("reason-missing");
    apply(
        new FirstStageDecided(
            c.applicationId(),
            title,
            judged == null ? null : judged.excellence(),
            judged == null ? null : judged.impact(),
            judged == null ? null : judged.implementation(),
            judged == null ? null : judged.sum(),
            marking,
            c.invited(),
            reference.strip(),
            c.receivedOn(),
            statement,
            second,
            second == null ? List.of() : rules.reminders(second)));
    if (statement != null && !c.invited())
      reject(
          tables,
          new RecordRejectionNotice(
              c.applicationId(),
              reference.strip(),
              c.receivedOn(),
              statement,
              c.postedOn(),
              c.withoutInstruction()));
  }

  private static void mustBeEnough(@Nullable Judged judged) {
    if (judged != null && !judged.enough())
      throw new Rejected("invited-below-threshold", Map.of("sum", judged.sum()));
  }

  private static void mustPrecede(LocalDate receivedOn, LocalDateTime second) {
    if (!second.toLocalDate().isAfter(receivedOn))
      throw new Rejected("second-deadline-too-early", Map.of("receivedOn", receivedOn.toString()));
  }

  /** An invitation comes after the outline and before the second deadline. */
  void mustPrecedeSecondStage(LocalDate receivedOn) {
    notBeforeSubmission(receivedOn);
    mustPrecede(receivedOn, deadline);
  }

  /**
   * The marks of an outline that was invited; null where there are none.
   *
   * @throws Rejected {@code invited-below-threshold}
   */
  @Nullable Judged invited(
      Decisions tables,
      @Nullable BigDecimal excellence,
      @Nullable BigDecimal impact,
      @Nullable BigDecimal implementation) {
    var judged = judged(rules.marking(tables, CallStage.FIRST), excellence, impact, implementation);
    mustBeEnough(judged);
    return judged;
  }

  @CommandHandler
  void handle(RecordEvaluation c, Decisions tables) {
    if (stage.compareTo(Stage.SUBMITTED) < 0) throw new Rejected("application-not-submitted");
    if (stage != Stage.SUBMITTED) throw new Rejected("already-evaluated");
    if (!arrivals.containsKey(decisive))
      throw new Rejected("arrival-missing", Map.of("arrival", code(decisive)));
    boolean reserved = Boolean.TRUE.equals(c.reserve());
    var marking = rules.marking(tables, CallStage.FULL);
    var judged = judged(marking, c.excellence(), c.impact(), c.implementation());
    boolean good = positive(judged, reserved ? Boolean.TRUE : c.positive());
    if (reserved && !good) throw new Rejected("reserve-below-threshold");
    apply(
        new ApplicationEvaluated(
            c.applicationId(),
            judged == null ? null : judged.excellence(),
            judged == null ? null : judged.impact(),
            judged == null ? null : judged.implementation(),
            judged == null ? null : judged.sum(),
            good,
            c.statement(),
            marking));
    if (reserved) list(c.applicationId(), c.reserveRank(), c.reserveUntil(), null);
  }

  private void list(
      String id, @Nullable Integer rank, @Nullable LocalDate until, @Nullable Integer former) {
    if (rank == null) throw new Rejected("reserve-rank-missing");
    if (rank < 1) throw new Rejected("reserve-rank-impossible", Map.of("rank", rank));
    apply(new ReserveListed(id, title, rank, former, until));
  }

  @CommandHandler
  void handle(RemindOfAnswer c) {
    if (stage == Stage.ENDED) throw ended();
    apply(new AnswerOverdue(c.applicationId(), title, c.what()));
  }

  @CommandHandler
  void handle(MoveOnReserveList asked) {
    var now = waiting();
    var c = Merge.of(asked, new MoveOnReserveList(asked.applicationId(), now.rank(), now.until()));
    if (c.rank() == now.rank() && Objects.equals(c.until(), now.until()))
      throw new Rejected("nothing-changed");
    list(c.applicationId(), c.rank(), c.until(), now.rank());
  }

  @CommandHandler
  void handle(LapseReserveList c) {
    var now = waiting();
    notBeforeSubmission(c.on());
    requests.decided(c.applicationId());
    apply(
        new ReserveListLapsed(
            c.applicationId(),
            title,
            c.on(),
            now.rank(),
            c.reason() == null || c.reason().isBlank() ? null : c.reason().strip()));
  }

  /** The place on the reserve list, while it waits there. */
  private ReserveListed waiting() {
    if (stage == Stage.ENDED) throw ended();
    if (stage != Stage.EVALUATED || reserve == null) throw new Rejected("not-on-reserve-list");
    return reserve;
  }

  @Nullable Judged judged(
      Decisions tables,
      @Nullable BigDecimal excellence,
      @Nullable BigDecimal impact,
      @Nullable BigDecimal implementation) {
    return judged(rules.marking(tables, CallStage.FULL), excellence, impact, implementation);
  }

  private static @Nullable Judged judged(
      @Nullable Marking marking,
      @Nullable BigDecimal excellence,
      @Nullable BigDecimal impact,
      @Nullable BigDecimal implementation) {
    return marking == null ? null : marking.judge(excellence, impact, implementation);
  }

  /** Who is above the thresholds may still be turned down; who is below may not be foreseen. */
  static boolean positive(@Nullable Judged judged, @Nullable Boolean said) {
    if (judged != null) return judged.enough() && !Boolean.FALSE.equals(said);
    if (said == null) throw new Rejected("evaluation-result-missing");
    return said;
  }

  @CommandHandler
  void handle(RecordGrantNotice c, Decisions tables) {
    whileEvaluated();
    if (!positive) throw new Rejected("evaluation-negative");
    notBeforeSubmission(c.postedOn() == null ? c.receivedOn() : c.postedOn());
    if (c.periodUntil().isBefore(c.periodFrom())) throw new Rejected("period-out-of-order");
    if (c.grantedCents() <= 0) throw new Rejected("amount-not-positive");
    long requested = financing.total(PartnerBudgeted::grantCents);
    if (c.grantedCents() > requested)
      throw new Rejected("granted-above-requested", Map.of("requestedCents", requested));
    start.mustNotStandAgainstGrant(c.receivedOn(), tables);
    var rules = GrantRules.of(tables, regime, c.receivedOn());
    var own = c.interimProofs();
    var delivery =
        law.of(
            tables,
            NoticeKind.GRANT,
            new NoticeLaw.Came(c.postedOn(), c.receivedOn(), c.withoutInstruction()));
    var shares = shares(c);
    // first, so that the notice is the event that a model sees last
    requests.decided(c.applicationId());
    aid.granted(c.applicationId(), c.receivedOn(), tables);
    if (shares != null)
      apply(
          new GrantSharesStated(
              c.applicationId(),
              shares,
              0,
              GrantShares.dues(
                  shares,
                  new PartnerGrant("", 0, null, regime, c.periodFrom(), c.periodUntil()),
                  c.receivedOn(),
                  c.reportingMonths(),
                  tables)));
    apply(
        new GrantNoticeReceived(
            c.applicationId(),
            c.reference(),
            c.receivedOn(),
            c.grantedCents(),
            c.periodFrom(),
            c.periodUntil(),
            delivery.until(),
            own == null || own.isEmpty()
                ? rules.interimProofs(c.periodFrom(), c.periodUntil(), c.reportingMonths())
                : own.stream().map(ProofDate::dueOn).sorted().distinct().toList(),
            rules.proofOfUse(c.periodUntil(), null),
            rules.source(),
            c.reportingMonths(),
            DeMinimisShares.granted(financing, c.grantedCents(), aids(c, shares)),
            delivery));
  }

  /** Null if the notice says the sum only; of one partner it is all. */
  private @Nullable List<PartnerGrant> shares(RecordGrantNotice c) {
    var said = c.shares();
    if (said == null || said.isEmpty()) return null;
    if (financing.partners() == 1 && said.size() == 1)
      said =
          List.of(
              new PartnerGrant(
                  said.getFirst().partner(),
                  c.grantedCents(),
                  said.getFirst().noticeReference(),
                  said.getFirst().regime(),
                  said.getFirst().periodFrom(),
                  said.getFirst().periodUntil()));
    return GrantShares.checked(financing, c.grantedCents(), said);
  }

  private @Nullable List<DeMinimisAid> aids(
      RecordGrantNotice c, @Nullable List<PartnerGrant> shares) {
    return shares == null ? c.deMinimisAids() : GrantShares.deMinimis(financing, shares);
  }

  @CommandHandler
  void handle(RecordRejectionNotice c, Decisions tables) {
    whileEvaluated();
    notBeforeSubmission(c.postedOn() == null ? c.receivedOn() : c.postedOn());
    reject(tables, c);
  }

  private void reject(Decisions tables, RecordRejectionNotice c) {
    var delivery =
        law.of(
            tables,
            NoticeKind.REJECTION,
            new NoticeLaw.Came(c.postedOn(), c.receivedOn(), c.withoutInstruction()));
    requests.decided(c.applicationId());
    apply(
        new ApplicationRejected(
            c.applicationId(),
            c.reference(),
            c.receivedOn(),
            c.reason(),
            delivery.until(),
            delivery));
  }

  private void whileEvaluated() {
    if (stage == Stage.ENDED) throw ended();
    if (stage == Stage.LAPSED) throw new Rejected("reserve-list-lapsed");
    if (stage.compareTo(Stage.EVALUATED) < 0) throw new Rejected("not-evaluated-yet");
    if (stage != Stage.EVALUATED) throw new Rejected("notice-already-received");
  }

  private static String code(Arrival arrival) {
    return arrival == Arrival.PAPER ? "paper" : "electronic";
  }

  // ---- what is remembered

  @EventSourcingHandler
  void on(ApplicationOpened e) {
    title = e.title();
    regime = e.regime();
    law = new NoticeLaw(e.programme(), e.regime());
    decisive = e.decisiveArrival();
    deadline = e.deadline();
  }

  @EventSourcingHandler
  void on(DeadlineMoved e) {
    deadline = e.deadline();
  }

  @EventSourcingHandler
  void on(OutlineSubmitted e) {
    stage = Stage.OUTLINED;
    submittedAt = e.submittedAt();
  }

  @EventSourcingHandler
  void on(FirstStageDecided e) {
    outlineRefused = !e.invited();
    if (e.deadline() == null) return;
    stage = Stage.PREPARED;
    deadline = e.deadline();
  }

  @EventSourcingHandler
  void on(ReserveListed e) {
    reserve = e;
  }

  @EventSourcingHandler
  void on(ReserveListLapsed e) {
    stage = Stage.LAPSED;
    reserve = null;
  }

  @EventSourcingHandler
  void on(ApplicationSubmitted e) {
    stage = Stage.SUBMITTED;
    submittedAt = e.submittedAt();
  }

  @EventSourcingHandler
  void on(ApplicationArrived e, @MessageIdentifier String id) {
    arrivalsToldBy.put(e.arrival(), id);
    arrived(e.applicationId(), e.arrival(), e.arrivedAt(), e.reference());
  }

  @EventSourcingHandler
  void on(ArrivalCorrected e, @MessageIdentifier String id) {
    arrivalsToldBy.put(e.arrival(), id);
    arrived(e.applicationId(), e.arrival(), e.arrivedAt(), e.reference());
  }

  private void arrived(String id, Arrival arrival, LocalDateTime at, @Nullable String reference) {
    arrivals.put(arrival, new CorrectArrival(id, arrival, at, reference, ""));
  }

  @EventSourcingHandler
  void on(ApplicationEvaluated e) {
    stage = Stage.EVALUATED;
    positive = e.positive();
  }

  @EventSourcingHandler
  void on(EvaluationCorrected e) {
    positive = e.positive() || lifted;
  }

  @EventSourcingHandler
  void on(GrantNoticeReceived e) {
    stage = Stage.GRANTED;
  }

  @EventSourcingHandler
  void on(ApplicationRejected e) {
    stage = Stage.REJECTED;
  }

  @EventSourcingHandler
  void on(RejectionLifted e) {
    if (outlineRefused) {
      stage = Stage.OUTLINED;
      outlineRefused = false;
      return;
    }
    stage = Stage.EVALUATED;
    positive = true;
    lifted = true;
  }

  @EventSourcingHandler
  void on(ApplicationStopped e) {
    stage = Stage.ENDED;
  }

  @EventSourcingHandler
  void on(ApplicationClosed e) {
    stage = Stage.ENDED;
  }
}
