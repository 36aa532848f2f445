package org.foerderturm.funding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.foerderturm.funding.GrantState.notBefore;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.foerderturm.funding.FundingCommand.CorrectContestDecision;
import org.foerderturm.funding.FundingCommand.CorrectEvaluation;
import org.foerderturm.funding.FundingCommand.CorrectFirstStage;
import org.foerderturm.funding.FundingCommand.CorrectRejection;
import org.foerderturm.funding.FundingEvent.ApplicationEvaluated;
import org.foerderturm.funding.FundingEvent.ApplicationRejected;
import org.foerderturm.funding.FundingEvent.EvaluationCorrected;
import org.foerderturm.funding.FundingEvent.FirstStageCorrected;
import org.foerderturm.funding.FundingEvent.FirstStageDecided;
import org.foerderturm.funding.FundingEvent.RejectionCorrected;
import org.foerderturm.funding.GrantEvent.ContestDecided;
import org.foerderturm.funding.GrantEvent.ContestDecisionCorrected;
import org.foerderturm.funding.GrantEvent.RejectionLifted;
import org.foerderturm.funding.Marking.Judged;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Sets right what was recorded of the funder's answers short of a grant: the evaluation, the
 * rejection notice, the decision on a contested one.
 */
final class AnswerCorrections {
  private final Examination examination;
  private final Contest contest;

  /** Id of the event that told last what may be set right, by what that is. */
  private final Map<String, String> toldBy = new HashMap<>();

  private @Nullable CorrectEvaluation evaluation;
  private @Nullable CorrectRejection rejection;
  private @Nullable ContestDecided decision;
  private @Nullable CorrectFirstStage invitation;
  private boolean outlineRefused;

  AnswerCorrections(Examination examination, Contest contest) {
    this.examination = examination;
    this.contest = contest;
  }

  @CommandHandler
  void handle(CorrectEvaluation asked, Decisions tables) {
    var former = known(evaluation, "not-evaluated-yet");
    var c =
        Merge.of(
            asked,
            new CorrectEvaluation(
                asked.applicationId(),
                former.excellence(),
                former.impact(),
                former.implementation(),
                former.positive(),
                asked.statement() == null ? null : former.statement(),
                asked.reason()));
    var statement = c.statement() == null ? former.statement() : c.statement().strip();
    var reason = Correction.reasoned(c.reason());
    var scores = examination.judged(tables, c.excellence(), c.impact(), c.implementation());
    var said = c.positive();
    // with the marks as they are the funder's choice among those above the thresholds stays
    if (scores != null && said == null && sameMarks(former, scores)) said = former.positive();
    boolean positive = Examination.positive(scores, said);
    if (!positive && examination.isGranted()) throw new Rejected("evaluation-negative");
    var right =
        new EvaluationCorrected(
            c.applicationId(),
            former.excellence(),
            former.impact(),
            former.implementation(),
            Boolean.TRUE.equals(former.positive()),
            former.statement(),
            scores == null ? null : scores.excellence(),
            scores == null ? null : scores.impact(),
            scores == null ? null : scores.implementation(),
            scores == null ? null : scores.sum(),
            positive,
            statement,
            reason,
            toldBy.get("evaluation"));
    if (same(former.excellence(), right.excellence())
        && same(former.impact(), right.impact())
        && same(former.implementation(), right.implementation())
        && right.formerPositive() == positive
        && Objects.equals(former.statement(), statement)) throw new Rejected("nothing-changed");
    apply(right);
  }

  private static boolean sameMarks(CorrectEvaluation former, Judged now) {
    return same(former.excellence(), now.excellence())
        && same(former.impact(), now.impact())
        && same(former.implementation(), now.implementation());
  }

  private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null || other == null) return one == null && other == null;
    return one.compareTo(other) == 0;
  }

  @CommandHandler
  void handle(CorrectFirstStage asked, Decisions tables) {
    if (outlineRefused && !examination.isEnded()) throw new Rejected("outline-refused");
    var former = known(invitation, "first-stage-not-decided");
    examination.whilePrepared();
    var c =
        Merge.of(
            asked,
            new CorrectFirstStage(
                asked.applicationId(),
                former.excellence(),
                former.impact(),
                former.implementation(),
                former.reference(),
                former.receivedOn(),
                former.statement(),
                asked.reason()));
    var reason = Correction.reasoned(c.reason());
    if (c.reference().isBlank()) throw new Rejected("notice-reference-missing");
    var statement = c.statement() == null || c.statement().isBlank() ? null : c.statement().strip();
    examination.mustPrecedeSecondStage(c.receivedOn());
    var scores = examination.invited(tables, c.excellence(), c.impact(), c.implementation());
    var right =
        new FirstStageCorrected(
            c.applicationId(),
            former.excellence(),
            former.impact(),
            former.implementation(),
            former.reference(),
            former.receivedOn(),
            former.statement(),
            scores == null ? null : scores.excellence(),
            scores == null ? null : scores.impact(),
            scores == null ? null : scores.implementation(),
            scores == null ? null : scores.sum(),
            c.reference().strip(),
            c.receivedOn(),
            statement,
            reason,
            toldBy.get("first-stage"));
    if (same(former.excellence(), right.excellence())
        && same(former.impact(), right.impact())
        && same(former.implementation(), right.implementation())
        && former.reference().equals(right.reference())
        && former.receivedOn().equals(right.receivedOn())
        && Objects.equals(former.statement(), statement)) throw new Rejected("nothing-changed");
    apply(right);
  }

  @CommandHandler
  void handle(CorrectRejection asked, Decisions tables) {
    var former = known(rejection, "nothing-rejected");
    if (!examination.isRejected()) throw new Rejected("nothing-rejected");
    var c =
        Merge.of(
            asked,
            new CorrectRejection(
                asked.applicationId(),
                former.reference(),
                former.postedOn(),
                former.receivedOn(),
                former.withoutInstruction(),
                former.grounds(),
                asked.reason()));
    var reason = Correction.reasoned(c.reason());
    if (c.reference().isBlank()) throw new Rejected("notice-reference-missing");
    if (c.grounds().isBlank()) throw new Rejected("grounds-missing");
    boolean sameDays =
        Objects.equals(c.postedOn(), former.postedOn())
            && c.receivedOn().equals(former.receivedOn())
            && c.withoutInstruction() == former.withoutInstruction();
    if (c.reference().strip().equals(former.reference())
        && sameDays
        && c.grounds().strip().equals(former.grounds())) throw new Rejected("nothing-changed");
    var until = contest.until;
    var delivery = contest.delivery;
    if (!sameDays) {
      examination.notBeforeSubmission(c.postedOn() == null ? c.receivedOn() : c.postedOn());
      if (contest.firstFiledOn != null) notBefore(contest.firstFiledOn, c.receivedOn());
      delivery =
          contest.law.corrected(
              tables,
              NoticeKind.REJECTION,
              delivery,
              new NoticeLaw.Came(c.postedOn(), c.receivedOn(), c.withoutInstruction()));
      if (!contest.refused) until = Delivery.until(delivery, c.receivedOn());
      contest.mustHaveBeenInTime(until);
    }
    apply(
        new RejectionCorrected(
            c.applicationId(),
            former.reference(),
            former.receivedOn(),
            former.grounds(),
            c.reference().strip(),
            c.receivedOn(),
            c.grounds().strip(),
            until,
            contest.delivery,
            delivery,
            reason,
            toldBy.get("rejection")));
  }

  @CommandHandler
  void handle(CorrectContestDecision asked, Decisions tables) {
    var former = known(decision, "no-contest-decided");
    var c =
        Merge.of(
            asked,
            new CorrectContestDecision(
                asked.applicationId(),
                former.decidedOn(),
                Delivery.posted(former.delivery()),
                Delivery.received(former.delivery()),
                Delivery.uninstructed(former.delivery()),
                former.reference(),
                asked.reason()));
    var reason = Correction.reasoned(c.reason());
    notBefore(c.decidedOn(), contest.filedOn);
    var came =
        NoticeLaw.Came.decided(c.decidedOn(), c.postedOn(), c.receivedOn(), c.withoutInstruction());
    var delivery =
        former.delivery() == null && came.plain()
            ? null
            : contest.law.decided(tables, came, former.further());
    if (c.decidedOn().equals(former.decidedOn())
        && Objects.equals(delivery, former.delivery())
        && Objects.equals(c.reference(), former.reference())) throw new Rejected("nothing-changed");
    LocalDate until = former.further() ? Delivery.until(delivery, came.receivedOn()) : null;
    if (until != null) contest.mustHaveBeenInTime(until);
    apply(
        new ContestDecisionCorrected(
            c.applicationId(),
            former.remedy(),
            former.result(),
            former.decidedOn(),
            former.reference(),
            c.decidedOn(),
            c.reference(),
            until,
            former.delivery(),
            delivery,
            reason,
            toldBy.get("decision")));
  }

  private <T> T known(@Nullable T former, String otherwise) {
    if (examination.isEnded()) throw examination.ended();
    if (former == null) throw new Rejected(otherwise);
    return former;
  }

  // ---- what is remembered

  @EventSourcingHandler
  void on(FirstStageDecided e, @MessageIdentifier String id) {
    toldBy.put("first-stage", id);
    outlineRefused = !e.invited();
    invitation =
        e.invited()
            ? invitation(
                e.applicationId(),
                e.excellence(),
                e.impact(),
                e.implementation(),
                e.reference(),
                e.receivedOn(),
                e.statement())
            : null;
  }

  @EventSourcingHandler
  void on(FirstStageCorrected e, @MessageIdentifier String id) {
    toldBy.put("first-stage", id);
    invitation =
        invitation(
            e.applicationId(),
            e.excellence(),
            e.impact(),
            e.implementation(),
            e.reference(),
            e.receivedOn(),
            e.statement());
  }

  private static CorrectFirstStage invitation(
      String id,
      @Nullable BigDecimal excellence,
      @Nullable BigDecimal impact,
      @Nullable BigDecimal implementation,
      String reference,
      LocalDate receivedOn,
      @Nullable String statement) {
    return new CorrectFirstStage(
        id, excellence, impact, implementation, reference, receivedOn, statement, "");
  }

  @EventSourcingHandler
  void on(RejectionLifted e) {
    outlineRefused = false;
  }

  @EventSourcingHandler
  void on(ApplicationEvaluated e, @MessageIdentifier String id) {
    toldBy.put("evaluation", id);
    evaluation =
        new CorrectEvaluation(
            e.applicationId(),
            e.excellence(),
            e.impact(),
            e.implementation(),
            e.positive(),
            e.statement(),
            "");
  }

  @EventSourcingHandler
  void on(EvaluationCorrected e, @MessageIdentifier String id) {
    toldBy.put("evaluation", id);
    evaluation =
        new CorrectEvaluation(
            e.applicationId(),
            e.excellence(),
            e.impact(),
            e.implementation(),
            e.positive(),
            e.statement(),
            "");
  }

  @EventSourcingHandler
  void on(ApplicationRejected e, @MessageIdentifier String id) {
    toldBy.put("rejection", id);
    rejection =
        rejection(e.applicationId(), e.reference(), e.receivedOn(), e.delivery(), e.reason());
    decision = null;
  }

  @EventSourcingHandler
  void on(RejectionCorrected e, @MessageIdentifier String id) {
    toldBy.put("rejection", id);
    rejection =
        rejection(e.applicationId(), e.reference(), e.receivedOn(), e.delivery(), e.grounds());
  }

  private static CorrectRejection rejection(
      String id, String reference, LocalDate receivedOn, @Nullable Delivery how, String grounds) {
    return new CorrectRejection(
        id, reference, Delivery.posted(how), receivedOn, Delivery.uninstructed(how), grounds, "");
  }

  @EventSourcingHandler
  void on(ContestDecided e, @MessageIdentifier String id) {
    toldBy.put("decision", id);
    decision = e;
  }

  @EventSourcingHandler
  void on(ContestDecisionCorrected e, @MessageIdentifier String id) {
    toldBy.put("decision", id);
    decision =
        new ContestDecided(
            e.applicationId(),
            e.remedy(),
            e.result(),
            e.decidedOn(),
            e.reference(),
            e.furtherUntil() != null,
            e.furtherUntil(),
            e.delivery());
  }
}
