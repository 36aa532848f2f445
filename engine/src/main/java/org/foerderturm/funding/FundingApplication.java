package org.foerderturm.funding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.funding.FundingCommand.*;
import org.foerderturm.funding.FundingEvent.*;
import org.foerderturm.kernel.Candidates;
import org.foerderturm.kernel.Consortia;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Resolutions;
import org.jspecify.annotations.Nullable;

/**
 * An application for money (Förderantrag), from the call that is looked at to the proof that the
 * money was used. What was submitted stands; only what is being prepared can change. What becomes
 * of it is the matter of {@link Examination}, {@link Contest}, {@link Grant}, {@link GrantChanges},
 * {@link GrantSupervision}, {@link ProofExamination} and {@link Repayment}.
 */
@AggregateRoot
class FundingApplication {
  static final ZoneId OFFICE = WorkingDays.OFFICE;

  @AggregateIdentifier private String applicationId;
  private ApplicationOpened opened;
  @AggregateMember private final CallRules rules = new CallRules();
  private final Financing financing = new Financing();

  @AggregateMember private final StateAid aid = new StateAid(financing);

  @AggregateMember private final Examination examination = new Examination(financing, aid, rules);
  @AggregateMember private final Contest contest = new Contest(examination);

  @AggregateMember
  @SuppressWarnings("unused") // it handles commands
  private final AnswerCorrections answers = new AnswerCorrections(examination, contest);

  @AggregateMember private final GrantState state = new GrantState(financing);
  @AggregateMember private final Grant grant = new Grant(state);

  @AggregateMember
  @SuppressWarnings("unused") // it handles commands
  private final GrantChanges changes = new GrantChanges(state, aid);

  @AggregateMember
  @SuppressWarnings("unused") // it handles commands
  private final GrantSupervision supervision = new GrantSupervision(state);

  @AggregateMember
  @SuppressWarnings("unused") // it handles commands
  private final GrantCorrections corrections = new GrantCorrections(state, aid);

  @AggregateMember
  @SuppressWarnings("unused") // it handles commands
  private final DecisionCorrections decisions = new DecisionCorrections(state);

  @AggregateMember
  @SuppressWarnings("unused") // it handles commands
  private final ProofExamination proofs = new ProofExamination(state);

  @AggregateMember
  @SuppressWarnings("unused") // it handles commands
  private final Repayment repayment = new Repayment(state);

  /** Ids of the papers and motions whose result is on record. */
  private final Set<String> resolutions = new HashSet<>();

  private boolean go;

  /**
   * What the council resolved to pay of the city's own share. A later no leaves what it allowed.
   */
  private long resolvedCents;

  /** Of it by papers, which may be objected to after they were recorded: paper → euro cents. */
  private final Map<String, Long> resolvedBy = new HashMap<>();

  private boolean outline;

  /** To the second stage of a call in two. */
  private boolean invited;

  private @Nullable LocalDate grantPlannedOn;

  /** When the last budget was signed off, in the office. */
  private LocalDate signedOn = LocalDate.MIN;

  private @Nullable CoverChecked cover;

  @SuppressWarnings("NullAway.Init")
  private FundingApplication() {}

  @CommandHandler
  @SuppressWarnings("NullAway.Init")
  FundingApplication(OpenApplication c, Consortia consortia) {
    apply(
        new ApplicationOpened(
            c.applicationId(),
            c.title().strip(),
            formedHere(c.consortiumId(), consortia),
            c.programme(),
            c.regime(),
            c.call(),
            c.funder(),
            c.deadline(),
            c.decisiveArrival(),
            c.reminderDays(),
            c.reminderDays().stream().map(days -> CallRules.reminder(c.deadline(), days)).toList(),
            c.action()));
  }

  /** An application of no consortium has none; of one that isn't there, it would lead nowhere. */
  private static @Nullable String formedHere(@Nullable String typed, Consortia consortia) {
    if (typed == null || typed.isBlank()) return null;
    var id = typed.strip();
    if (!consortia.exists(id)) throw new Rejected("consortium-unknown", Map.of("consortiumId", id));
    return id;
  }

  @CommandHandler
  void handle(StateCallRules c) {
    examination.whileNotEvaluated();
    rules.state(c);
  }

  // ---- to go for it or not

  @CommandHandler
  void handle(RecordGoScore c) {
    examination.whilePrepared();
    apply(new GoScored(applicationId, c.score(), c.advice(), c.source()));
  }

  @CommandHandler
  void handle(RecordFundingResolution c, Resolutions resolved) {
    examination.whilePrepared();
    var asked = resolved(c.motionId(), c.paperId());
    if (resolutions.contains(asked))
      throw new Rejected("resolution-already-recorded", Map.of("motionId", asked));
    apply(
        new FundingResolved(
            applicationId,
            c.subject(),
            c.motionId(),
            c.result(),
            c.paperId(),
            c.subject() == ResolutionSubject.OWN_SHARE
                ? resolvedCents(c.paperId(), c.result(), resolved)
                : null));
  }

  /**
   * What the council resolved to pay by this paper. A motion without a paper names no sum and
   * resolves nothing.
   */
  private Long resolvedCents(@Nullable String paperId, String result, Resolutions resolved) {
    if (paperId == null) return 0L;
    var found = resolved.of(paperId);
    if (found == null) throw new Rejected("council-paper-undecided", Map.of("paperId", paperId));
    if (!applicationId.equals(found.askedBy()))
      throw new Rejected("council-paper-of-another", Map.of("paperId", paperId));
    if (!found.result().equals(result))
      throw new Rejected("council-paper-otherwise", Map.of("paperId", paperId));
    return found.resolvedCents();
  }

  /** A paper counts once, however many motions it took. */
  private static String resolved(@Nullable String motionId, @Nullable String paperId) {
    return Objects.requireNonNullElse(paperId, String.valueOf(motionId));
  }

  @CommandHandler
  void handle(StopApplication c) {
    examination.whileOpen();
    apply(new ApplicationStopped(applicationId, opened.title(), c.reason()));
  }

  // ---- outline, budgets, sign-off

  @CommandHandler
  void handle(WriteOutline c) {
    examination.whilePrepared();
    if (!go) throw new Rejected("go-not-adopted");
    apply(new OutlineWritten(applicationId, c.aim(), c.workPlan(), c.benefit()));
  }

  @CommandHandler
  void handle(NameApplicants c, Decisions tables) {
    examination.whilePrepared();
    if (!outline) throw new Rejected("outline-missing");
    var planned = c.grantPlannedOn();
    if (planned != null && planned.isBefore(rules.deadline.toLocalDate()))
      throw new Rejected(
          "grant-before-deadline",
          Map.of("day", planned.toString(), "deadline", rules.deadline.toString()));
    var named = c.applicants() == null ? List.<Named>of() : c.applicants();
    if (named.isEmpty() && Objects.equals(planned, grantPlannedOn)) return;
    var names = named.stream().map(each -> each.name().strip()).toList();
    var known = new HashSet<String>();
    for (var name : names)
      if (!known.add(Financing.partnerId(name)))
        throw new Rejected("applicant-twice", Map.of("partner", name));
    apply(new ApplicantsNamed(applicationId, names, planned));
    aid.again(applicationId, tables);
  }

  @CommandHandler
  void handle(DetermineAid c, Decisions tables) {
    examination.whilePrepared();
    aid.determine(c, tables);
  }

  @CommandHandler
  void handle(BudgetPartner c, Decisions tables) {
    examination.whilePrepared();
    if (!outline) throw new Rejected("outline-missing");
    CostRows.mustFit(
        c.name().strip(), c.lines(), opened.programme(), rules.deadline.toLocalDate(), tables);
    FlatRates.mustHold(c.name().strip(), c.lines(), rules.deadline.toLocalDate(), tables);
    var percent = aid.percent(c.name(), tables);
    apply(Financing.checked(percent == null ? c : c.upTo(percent)));
  }

  @CommandHandler
  void handle(RemovePartnerBudget c) {
    examination.whilePrepared();
    var budget = financing.budget(c.partnerId());
    apply(new PartnerBudgetRemoved(applicationId, budget.partnerId(), budget.name()));
  }

  @CommandHandler
  void handle(SignOffBudget c, Candidates candidates) {
    examination.whilePrepared();
    var budget = financing.budget(c.partnerId());
    if (financing.signed(budget.partnerId()))
      throw new Rejected("budget-already-signed-off", Map.of("partner", budget.name()));
    financing.mustBalance(budget::equals);
    apply(
        new BudgetSignedOff(
            applicationId, budget.partnerId(), budget.name(), c.signatory().strip()));
    candidates.mustBeThere(c.signatory(), signedOn);
  }

  @CommandHandler
  void handle(AgreeBudget c, Decisions tables) {
    examination.whilePrepared();
    everyBudgetSignedAndBalanced();
    aid.mustFit(tables);
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
  void handle(RecordCoverCheck c, Resolutions resolved) {
    examination.whilePrepared();
    apply(
        new CoverChecked(
            applicationId,
            c.resolutionNeeded(),
            financing.cityOwnCents(),
            c.source(),
            binding(resolved)));
  }

  // ---- submission

  @CommandHandler
  void handle(SubmitOutline c) {
    examination.whilePrepared();
    if (!rules.twoStage) throw new Rejected("call-has-one-stage");
    if (invited) throw new Rejected("outline-already-submitted");
    if (!outline) throw new Rejected("outline-missing");
    inTime(c.submittedAt());
    apply(new OutlineSubmitted(applicationId, opened.title(), c.submittedAt(), rules.deadline));
  }

  private void inTime(LocalDateTime submittedAt) {
    if (submittedAt.isAfter(rules.deadline))
      throw new Rejected(
          "submission-after-deadline",
          Map.of("deadline", rules.deadline.toString(), "submittedAt", submittedAt.toString()));
  }

  @CommandHandler
  void handle(RemindOfDeadline c) {
    examination.whilePrepared();
    apply(new DeadlineReminded(applicationId, c.workingDays(), rules.deadline));
  }

  @CommandHandler
  void handle(MoveDeadline asked, Decisions tables) {
    examination.whilePrepared();
    var c = Merge.of(asked, new MoveDeadline(applicationId, rules.deadline, asked.reason()));
    if (c.deadline().equals(rules.deadline))
      throw new Rejected("deadline-as-before", Map.of("deadline", rules.deadline.toString()));
    apply(
        new DeadlineMoved(
            applicationId,
            rules.deadline,
            c.deadline(),
            c.reason().strip(),
            rules.reminders(c.deadline())));
    aid.again(applicationId, tables);
  }

  @CommandHandler
  void handle(SubmitApplication c, Decisions tables, Resolutions resolved) {
    examination.whilePrepared();
    if (rules.twoStage && !invited) throw new Rejected("first-stage-open");
    everyBudgetSignedAndBalanced();
    aid.mustFit(tables);
    if (cover == null) throw new Rejected("cover-not-checked");
    if (cover.resolutionNeeded()) mustBeResolved(cover, binding(resolved));
    inTime(c.submittedAt());
    examination.mayBeSubmitted(c.submittedAt().toLocalDate(), tables);
    apply(
        new ApplicationSubmitted(
            applicationId,
            opened.title(),
            c.submittedAt(),
            rules.deadline,
            financing.total(PartnerBudgeted::costsCents),
            financing.total(PartnerBudgeted::grantCents),
            DeMinimisShares.asked(financing),
            financing.asked()));
  }

  @CommandHandler
  void handle(CloseApplication c) {
    if (examination.isEnded()) throw examination.ended();
    if (examination.isLost()) contest.mustNotBePending();
    else grant.mustBeSettled();
    apply(new ApplicationClosed(applicationId, opened.title(), c.lessons()));
  }

  // ---- guards

  private void everyBudgetSignedAndBalanced() {
    if (financing.isEmpty()) throw new Rejected("nothing-applied-for");
    financing.mustBalance(budget -> true);
    if (!financing.unsigned().isEmpty())
      throw new Rejected("sign-offs-missing", Map.of("partners", financing.unsigned()));
  }

  /** What is resolved of the own share and binds today (GO NRW § 54). */
  private long binding(Resolutions resolved) {
    if (resolvedBy.isEmpty()) return resolvedCents;
    long most = 0;
    for (var paper : resolvedBy.entrySet()) {
      var known = resolved.of(paper.getKey());
      if (known == null || !known.suspended()) most = Math.max(most, paper.getValue());
    }
    return most;
  }

  private void mustBeResolved(CoverChecked cover, long binding) {
    var share = cover.cityOwnCents();
    if (binding >= share) return;
    if (resolvedCents >= share)
      throw new Rejected("own-share-suspended", Map.of("shareCents", share));
    throw resolvedCents == 0
        ? new Rejected("own-share-not-resolved", Map.of("shareCents", share))
        : new Rejected(
            "own-share-resolved-less", Map.of("shareCents", share, "resolvedCents", resolvedCents));
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
      case OWN_SHARE -> {
        if (e.resolvedCents() != null) resolvedCents = Math.max(resolvedCents, e.resolvedCents());
        else if (yes) resolvedCents = financing.cityOwnCents();
        if (e.paperId() != null) resolvedBy.put(e.paperId(), resolvedCents(e, yes));
      }
    }
  }

  private long resolvedCents(FundingResolved e, boolean yes) {
    if (e.resolvedCents() != null) return e.resolvedCents();
    return yes ? financing.cityOwnCents() : 0;
  }

  @EventSourcingHandler
  void on(ApplicantsNamed e) {
    grantPlannedOn = e.grantPlannedOn();
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
  void on(BudgetSignedOff e, @Timestamp Instant at) {
    signedOn = LocalDate.ofInstant(at, OFFICE);
    financing.sign(e.partnerId(), e.signatory());
  }

  @EventSourcingHandler
  void on(CoverChecked e) {
    cover = e;
  }

  @EventSourcingHandler
  void on(FirstStageDecided e) {
    invited = e.invited();
  }
}
