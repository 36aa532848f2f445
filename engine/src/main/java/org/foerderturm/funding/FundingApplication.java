package org.foerderturm.funding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.funding.FundingCommand.*;
import org.foerderturm.funding.FundingEvent.*;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * An application for money (Förderantrag), from the call that is looked at to the proof that the
 * money was used. What was submitted stands; only what is being prepared can change.
 */
@AggregateRoot
class FundingApplication {
  private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private enum Stage {
    PREPARED,
    SUBMITTED,
    EVALUATED,
    GRANTED,
    REJECTED,
    ENDED
  }

  @AggregateIdentifier private String applicationId;
  private ApplicationOpened opened;
  private Stage stage = Stage.PREPARED;
  private final Financing financing = new Financing();

  /** Ids of the papers and motions whose result is on record. */
  private final Set<String> resolutions = new HashSet<>();

  private boolean go;

  /** The city's own share that the council resolved to pay; negative if it did not. */
  private long resolvedCents = -1;

  private final Set<Arrival> arrivals = EnumSet.noneOf(Arrival.class);
  private boolean outline;
  private @Nullable CoverChecked cover;
  private boolean positive;
  private @Nullable Grant grant;
  private LocalDateTime submittedAt = LocalDateTime.MIN;

  /** When the event that was applied last was recorded, in the office's time. */
  private LocalDateTime recorded = LocalDateTime.MIN;

  @SuppressWarnings("NullAway.Init")
  private FundingApplication() {}

  @CommandHandler
  @SuppressWarnings("NullAway.Init")
  FundingApplication(OpenApplication c) {
    apply(
        new ApplicationOpened(
            c.applicationId(),
            c.title().strip(),
            c.consortiumId(),
            c.programme(),
            c.regime(),
            c.call(),
            c.funder(),
            c.deadline(),
            c.decisiveArrival(),
            c.reminderDays(),
            c.reminderDays().stream().map(days -> reminder(c.deadline(), days)).toList()));
  }

  private static Instant reminder(LocalDateTime deadline, int days) {
    var day = WorkingDays.before(deadline.toLocalDate(), days);
    return day.atTime(MORNING).atZone(OFFICE).toInstant();
  }

  // ---- to go for it or not

  @CommandHandler
  void handle(RecordGoScore c) {
    whilePrepared();
    apply(new GoScored(applicationId, c.score(), c.advice(), c.source()));
  }

  @CommandHandler
  void handle(RecordFundingResolution c) {
    whilePrepared();
    var asked = resolved(c.motionId(), c.paperId());
    if (resolutions.contains(asked))
      throw new Rejected("resolution-already-recorded", Map.of("motionId", asked));
    apply(
        new FundingResolved(applicationId, c.subject(), c.motionId(), c.result(), c.paperId()));
  }

  /** A paper counts once, however many motions it took. */
  private static String resolved(@Nullable String motionId, @Nullable String paperId) {
    return Objects.requireNonNullElse(paperId, String.valueOf(motionId));
  }

  @CommandHandler
  void handle(StopApplication c) {
    whilePrepared();
    apply(new ApplicationStopped(applicationId, opened.title(), c.reason()));
  }

  // ---- outline, budgets, sign-off

  @CommandHandler
  void handle(WriteOutline c) {
    whilePrepared();
    if (!go) throw new Rejected("go-not-adopted");
    apply(new OutlineWritten(applicationId, c.aim(), c.workPlan(), c.benefit()));
  }

  @CommandHandler
  void handle(NameApplicants c) {
    whilePrepared();
    if (!outline) throw new Rejected("outline-missing");
    var named = c.applicants();
    if (named == null || named.isEmpty()) return;
    var names = named.stream().map(each -> each.name().strip()).toList();
    var known = new HashSet<String>();
    for (var name : names)
      if (!known.add(Financing.partnerId(name)))
        throw new Rejected("applicant-twice", Map.of("partner", name));
    apply(new ApplicantsNamed(applicationId, names));
  }

  @CommandHandler
  void handle(BudgetPartner c) {
    whilePrepared();
    if (!outline) throw new Rejected("outline-missing");
    apply(Financing.checked(c));
  }

  @CommandHandler
  void handle(RemovePartnerBudget c) {
    whilePrepared();
    var budget = financing.budget(c.partnerId());
    apply(new PartnerBudgetRemoved(applicationId, budget.partnerId(), budget.name()));
  }

  @CommandHandler
  void handle(SignOffBudget c) {
    whilePrepared();
    var budget = financing.budget(c.partnerId());
    if (financing.signed(budget.partnerId()))
      throw new Rejected("budget-already-signed-off", Map.of("partner", budget.name()));
    financing.mustBalance(budget::equals);
    apply(
        new BudgetSignedOff(
            applicationId, budget.partnerId(), budget.name(), c.signatory().strip()));
  }

  @CommandHandler
  void handle(AgreeBudget c) {
    whilePrepared();
    everyBudgetSignedAndBalanced();
    apply(
        new BudgetAgreed(
            applicationId,
            financing.applicants(),
            financing.total(PartnerBudgeted::costsCents),
            financing.total(PartnerBudgeted::grantCents),
            financing.total(PartnerBudgeted::ownCents),
            financing.total(PartnerBudgeted::thirdPartyCents),
            financing.cityOwnCents()));
  }

  @CommandHandler
  void handle(RecordCoverCheck c) {
    whilePrepared();
    apply(
        new CoverChecked(
            applicationId, c.resolutionNeeded(), financing.cityOwnCents(), c.source()));
  }

  // ---- submission

  @CommandHandler
  void handle(RemindOfDeadline c) {
    whilePrepared();
    apply(new DeadlineReminded(applicationId, c.workingDays(), opened.deadline()));
  }

  @CommandHandler
  void handle(SubmitApplication c) {
    whilePrepared();
    everyBudgetSignedAndBalanced();
    if (cover == null) throw new Rejected("cover-not-checked");
    if (cover.resolutionNeeded() && resolvedCents < cover.cityOwnCents())
      throw new Rejected("own-share-not-resolved", Map.of("shareCents", cover.cityOwnCents()));
    if (c.submittedAt().isAfter(opened.deadline()))
      throw new Rejected(
          "submission-after-deadline",
          Map.of(
              "deadline", opened.deadline().toString(), "submittedAt", c.submittedAt().toString()));
    apply(
        new ApplicationSubmitted(
            applicationId,
            opened.title(),
            c.submittedAt(),
            opened.deadline(),
            financing.total(PartnerBudgeted::costsCents),
            financing.total(PartnerBudgeted::grantCents)));
    notInFuture(c.submittedAt());
  }

  @CommandHandler
  void handle(RecordArrival c) {
    if (stage == Stage.PREPARED) throw new Rejected("application-not-submitted");
    if (stage == Stage.ENDED) throw ended();
    if (arrivals.contains(c.arrival()))
      throw new Rejected("arrival-already-recorded", Map.of("arrival", code(c.arrival())));
    if (c.arrivedAt().isBefore(submittedAt))
      throw new Rejected(
          "arrival-before-submission", Map.of("submittedAt", submittedAt.toString()));
    apply(
        new ApplicationArrived(
            applicationId,
            c.arrival(),
            c.arrivedAt(),
            c.reference(),
            !c.arrivedAt().isAfter(opened.deadline()),
            c.arrival() == opened.decisiveArrival()));
    notInFuture(c.arrivedAt());
  }

  // ---- evaluation and notice

  @CommandHandler
  void handle(RecordEvaluation c) {
    if (stage == Stage.PREPARED) throw new Rejected("application-not-submitted");
    if (stage != Stage.SUBMITTED) throw new Rejected("already-evaluated");
    if (!arrivals.contains(opened.decisiveArrival()))
      throw new Rejected("arrival-missing", Map.of("arrival", code(opened.decisiveArrival())));
    boolean marks = opened.regime() == Regime.HORIZON;
    var scores = marks ? scores(c) : null;
    if (scores == null && c.positive() == null) throw new Rejected("evaluation-result-missing");
    apply(
        new ApplicationEvaluated(
            applicationId,
            scores == null ? null : scores.excellence(),
            scores == null ? null : scores.impact(),
            scores == null ? null : scores.implementation(),
            scores == null ? null : scores.sum(),
            scores == null ? Boolean.TRUE.equals(c.positive()) : scores.enough(),
            c.statement()));
  }

  private static EuScores scores(RecordEvaluation c) {
    BigDecimal excellence = c.excellence();
    BigDecimal impact = c.impact();
    BigDecimal implementation = c.implementation();
    if (excellence == null || impact == null || implementation == null)
      throw new Rejected("scores-missing");
    return new EuScores(excellence, impact, implementation);
  }

  @CommandHandler
  void handle(RecordGrantNotice c) {
    whileEvaluated();
    if (!positive) throw new Rejected("evaluation-negative");
    if (c.periodUntil().isBefore(c.periodFrom())) throw new Rejected("period-out-of-order");
    if (c.grantedCents() <= 0) throw new Rejected("amount-not-positive");
    long requested = financing.total(PartnerBudgeted::grantCents);
    if (c.grantedCents() > requested)
      throw new Rejected("granted-above-requested", Map.of("requestedCents", requested));
    var regime = opened.regime();
    var own = c.interimProofs();
    apply(
        new GrantNoticeReceived(
            applicationId,
            c.reference(),
            c.receivedOn(),
            c.grantedCents(),
            c.periodFrom(),
            c.periodUntil(),
            WorkingDays.onOrAfter(c.receivedOn().plusMonths(1)),
            own == null || own.isEmpty()
                ? regime.interimProofs(c.periodFrom(), c.periodUntil(), c.reportingMonths())
                : own.stream().map(ProofDate::dueOn).sorted().distinct().toList(),
            regime.proofOfUse(c.periodUntil(), null),
            regime.source()));
  }

  @CommandHandler
  void handle(RecordRejectionNotice c) {
    whileEvaluated();
    apply(new ApplicationRejected(applicationId, c.reference(), c.receivedOn(), c.reason()));
  }

  // ---- the granted money

  @CommandHandler
  void handle(RecordFinality c) {
    granted().checkFinality(c);
    apply(new GrantBecameFinal(applicationId, c.on(), c.waived()));
  }

  @CommandHandler
  void handle(SignCooperationAgreement c) {
    granted().checkAgreement();
    apply(new CooperationAgreementSigned(applicationId, c.signedOn()));
  }

  @CommandHandler
  void handle(DrawDownFunds c) {
    var budget = financing.budget(c.partnerId());
    apply(granted().draw(c, budget, financing.partners(), opened.regime()));
  }

  @CommandHandler
  void handle(SubmitInterimProof c) {
    apply(granted().interim(c));
  }

  @CommandHandler
  void handle(RecordPurposeMet c) {
    granted().checkPurpose(c.on());
    apply(
        new PurposeMet(
            applicationId,
            c.on(),
            opened.regime().proofOfUse(granted().notice().periodUntil(), c.on())));
  }

  @CommandHandler
  void handle(SubmitProofOfUse c) {
    apply(granted().account(c));
  }

  @CommandHandler
  void handle(CloseApplication c) {
    if (stage == Stage.ENDED) throw ended();
    if (stage != Stage.REJECTED && !granted().isAccounted())
      throw new Rejected("proof-of-use-missing");
    apply(new ApplicationClosed(applicationId, opened.title(), c.lessons()));
  }

  // ---- guards

  private void whilePrepared() {
    if (stage == Stage.ENDED) throw ended();
    if (stage != Stage.PREPARED) throw new Rejected("application-already-submitted");
  }

  private void everyBudgetSignedAndBalanced() {
    if (financing.isEmpty()) throw new Rejected("nothing-applied-for");
    financing.mustBalance(budget -> true);
    if (!financing.unsigned().isEmpty())
      throw new Rejected("sign-offs-missing", Map.of("partners", financing.unsigned()));
  }

  private void whileEvaluated() {
    if (stage == Stage.ENDED) throw ended();
    if (stage.compareTo(Stage.EVALUATED) < 0) throw new Rejected("not-evaluated-yet");
    if (stage != Stage.EVALUATED) throw new Rejected("notice-already-received");
  }

  private Grant granted() {
    if (stage == Stage.ENDED) throw ended();
    if (grant == null) throw new Rejected("nothing-granted");
    return grant;
  }

  private void notInFuture(LocalDateTime stated) {
    if (stated.isAfter(recorded))
      throw new Rejected("time-in-future", Map.of("stated", stated.toString()));
  }

  private Rejected ended() {
    return new Rejected("application-ended", Map.of("title", opened.title()));
  }

  private static String code(Arrival arrival) {
    return arrival == Arrival.PAPER ? "paper" : "electronic";
  }

  // ---- what is remembered

  @EventSourcingHandler
  void on(ApplicationOpened e) {
    applicationId = e.applicationId();
    opened = e;
  }

  @EventSourcingHandler
  void on(FundingResolved e) {
    resolutions.add(resolved(e.motionId(), e.paperId()));
    boolean yes = e.result().equals("adopted");
    switch (e.subject()) {
      case APPLICATION -> go = yes;
      case OWN_SHARE -> resolvedCents = yes ? financing.cityOwnCents() : -1;
    }
  }

  @EventSourcingHandler
  void on(OutlineWritten e) {
    outline = true;
  }

  @EventSourcingHandler
  void on(PartnerBudgeted e) {
    financing.put(e);
    cover = null;
  }

  @EventSourcingHandler
  void on(PartnerBudgetRemoved e) {
    financing.remove(e.partnerId());
    cover = null;
  }

  @EventSourcingHandler
  void on(BudgetSignedOff e) {
    financing.sign(e.partnerId(), e.signatory());
  }

  @EventSourcingHandler
  void on(CoverChecked e) {
    cover = e;
  }

  @EventSourcingHandler
  void on(ApplicationSubmitted e, @Timestamp Instant at) {
    stage = Stage.SUBMITTED;
    submittedAt = e.submittedAt();
    recorded = LocalDateTime.ofInstant(at, OFFICE);
  }

  @EventSourcingHandler
  void on(ApplicationArrived e, @Timestamp Instant at) {
    arrivals.add(e.arrival());
    recorded = LocalDateTime.ofInstant(at, OFFICE);
  }

  @EventSourcingHandler
  void on(ApplicationEvaluated e) {
    stage = Stage.EVALUATED;
    positive = e.positive();
  }

  @EventSourcingHandler
  void on(GrantNoticeReceived e) {
    stage = Stage.GRANTED;
    grant = new Grant(e);
  }

  @EventSourcingHandler
  void on(ApplicationRejected e) {
    stage = Stage.REJECTED;
  }

  @EventSourcingHandler
  void on(GrantBecameFinal e) {
    granted().becameFinal();
  }

  @EventSourcingHandler
  void on(CooperationAgreementSigned e) {
    granted().agreed();
  }

  @EventSourcingHandler
  void on(FundsDrawn e) {
    granted().drew(e);
  }

  @EventSourcingHandler
  void on(InterimProofSubmitted e) {
    granted().proved(e.dueOn());
  }

  @EventSourcingHandler
  void on(PurposeMet e) {
    granted().purposeMet(e.proofOfUseDue());
  }

  @EventSourcingHandler
  void on(ProofOfUseSubmitted e) {
    granted().accounted();
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
