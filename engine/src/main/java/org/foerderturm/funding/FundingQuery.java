package org.foerderturm.funding;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.foerderturm.kernel.Sort;
import org.jspecify.annotations.Nullable;

/** Questions about funding applications. */
public sealed interface FundingQuery<R> extends Query<R> {

  /**
   * Applications, newest movement first.
   *
   * @param search words of title, call, funder or a partner's name; null for all
   * @param stage one of {@link ApplicationRow#stage()}; null for all
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindApplications(
      @Nullable String search, @Nullable String stage, @Nullable Sort sort, int offset, int limit)
      implements FundingQuery<Page<ApplicationRow>> {

    /** In the usual order. */
    public FindApplications(
        @Nullable String search, @Nullable String stage, int offset, int limit) {
      this(search, stage, null, offset, limit);
    }
  }

  /**
   * Names of calls that were applied for, in their order, at most fifty.
   *
   * @param search part of the name; null for all
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindCalls(@Nullable String search) implements FundingQuery<List<String>> {}

  /**
   * Names of funders that were applied to, in their order, at most fifty.
   *
   * @param search part of the name; null for all
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindFunders(@Nullable String search) implements FundingQuery<List<String>> {}

  /** One application with its budgets, deadlines and draw-downs; null if there is none. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindApplication(String applicationId)
      implements FundingQuery<@Nullable ApplicationDetails> {}

  /** How much of each partner's costs may be granted, in the order of their names. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindAidRates(String applicationId) implements FundingQuery<List<AidRow>> {}

  /**
   * @param category of the activity, see {@link AidFacts}
   * @param day that counts; {@code planned} until the grant
   * @param percent of the costs; null if no row holds on that day
   * @param aboveCents by how much what was applied for is above it
   */
  record AidRow(
      String partner,
      String category,
      @Nullable String noAidReason,
      LocalDate day,
      boolean planned,
      @Nullable Integer percent,
      @Nullable String source,
      long aboveCents) {}

  /**
   * @param stage {@code idea}, {@code go}, {@code outline}, {@code outlined} (it was submitted to
   *     the first stage), {@code invited} (to the second), {@code budgeted}, {@code signed-off},
   *     {@code submitted}, {@code evaluated}, {@code reserve} (on the list), {@code granted},
   *     {@code rejected}, {@code contested} (a rejection that is not decided for good), {@code
   *     final}, {@code proved}, {@code closed} or {@code stopped}
   * @param deadline until when it must have arrived, in the office's time
   * @param costsCents of all budgets as they stand
   * @param grantCents requested
   * @param nextDue the next day on which something is due; null if nothing is
   * @param nextKind what is due then
   */
  record ApplicationRow(
      String applicationId,
      String title,
      @Nullable String consortiumId,
      String programme,
      String regime,
      String call,
      String funder,
      LocalDateTime deadline,
      String stage,
      long costsCents,
      long grantCents,
      @Nullable Long grantedCents,
      @Nullable LocalDate nextDue,
      @Nullable String nextKind,
      Instant movedAt) {}

  /**
   * @param coverPaperId the council paper about the city's own share, if there was one
   * @param coverCents what the council resolved to pay of it; null where nobody said
   * @param contestUntil last day on which a rejection can be contested; null if it can't
   * @param objectionPossible whether by objection; else by action only
   * @param inTime whether the arrival that counts kept the deadline; null while it is awaited
   */
  record ApplicationDetails(
      ApplicationRow row,
      @Nullable Integer score,
      @Nullable String advice,
      @Nullable String goMotionId,
      @Nullable String goResult,
      @Nullable String aim,
      @Nullable String workPlan,
      @Nullable String benefit,
      @Nullable Boolean coverNeeded,
      @Nullable String coverSource,
      @Nullable String coverMotionId,
      @Nullable String coverResult,
      @Nullable String coverPaperId,
      @Nullable Long coverCents,
      String decisiveArrival,
      @Nullable LocalDateTime submittedAt,
      @Nullable LocalDateTime electronicAt,
      @Nullable LocalDateTime paperAt,
      @Nullable Boolean inTime,
      @Nullable BigDecimal excellence,
      @Nullable BigDecimal impact,
      @Nullable BigDecimal implementation,
      @Nullable BigDecimal total,
      @Nullable Boolean positive,
      @Nullable Notice notice,
      long drawnCents,
      @Nullable Long spentCents,
      @Nullable Long unspentCents,
      @Nullable String reason,
      @Nullable String lessons,
      @Nullable LocalDate contestUntil,
      boolean objectionPossible,
      List<PartnerBudget> partners,
      List<DeadlineRow> deadlines,
      List<DrawDownRow> drawDowns) {}

  /** How its call is decided and what came of that; null if there is no such application. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.COMMITTEE_MEMBER})
  record FindCall(String applicationId) implements FundingQuery<@Nullable CallDetails> {}

  /**
   * @param stated what the call itself says
   * @param reason where that stands
   * @param first how the outline is marked; null where there is none, or no marks
   * @param full how the application is marked; null where there are no marks
   * @param outline null while it was not submitted
   * @param totalMost of what the sum of the marks is; null where it was not said
   * @param reserveRank null if it was never on a reserve list
   */
  record CallDetails(
      boolean twoStage,
      List<CallThreshold> stated,
      @Nullable String reason,
      @Nullable Marking first,
      @Nullable Marking full,
      @Nullable OutlineRow outline,
      @Nullable BigDecimal totalMost,
      @Nullable Integer reserveRank,
      @Nullable LocalDate reserveUntil) {}

  /**
   * @param invited null while it is not decided
   * @param most of what the total is; null where there are no marks
   */
  record OutlineRow(
      LocalDateTime submittedAt,
      LocalDateTime deadline,
      @Nullable BigDecimal excellence,
      @Nullable BigDecimal impact,
      @Nullable BigDecimal implementation,
      @Nullable BigDecimal total,
      @Nullable BigDecimal most,
      @Nullable Boolean invited,
      @Nullable LocalDate decidedOn,
      @Nullable String reference,
      @Nullable String statement) {}

  /** What the funder asked for in addition, in the order in which it came. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.COMMITTEE_MEMBER})
  record FindAdditionalRequests(String applicationId)
      implements FundingQuery<List<AdditionalRequestRow>> {}

  /**
   * @param answeredOn null while it is open, or ended without an answer
   * @param ended whether nobody waits for the answer any more, though there is none
   * @param reason why it ended; null if by the decision
   */
  record AdditionalRequestRow(
      int number,
      String asked,
      LocalDate receivedOn,
      LocalDate dueOn,
      @Nullable LocalDate answeredOn,
      @Nullable String handedIn,
      boolean late,
      boolean ended,
      @Nullable String reason) {
    public boolean isOpen() {
      return answeredOn == null && !ended;
    }
  }

  /** When work may begin and when it did; null if there is no such application. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.COMMITTEE_MEMBER})
  record FindStartOfWork(String applicationId)
      implements FundingQuery<@Nullable StartOfWorkDetails> {}

  /**
   * @param decidedOn when the funder answered the last request; null while it has not
   * @param permittedFrom null if no early start is allowed
   * @param obstacle code of what the start means for the grant; null if nothing
   * @param source where that stands
   */
  record StartOfWorkDetails(
      @Nullable LocalDate requestedOn,
      @Nullable String grounds,
      @Nullable LocalDate decidedOn,
      @Nullable LocalDate permittedFrom,
      @Nullable String reference,
      @Nullable String reason,
      @Nullable LocalDate startedOn,
      @Nullable String what,
      @Nullable String obstacle,
      @Nullable String source) {
    public boolean isPending() {
      return requestedOn != null && decidedOn == null;
    }
  }

  /** What the rejection notice of an application says; null if it is not rejected. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.COMMITTEE_MEMBER})
  record FindRejection(String applicationId) implements FundingQuery<@Nullable Rejection> {}

  /**
   * @param grounds why the funder rejected
   */
  record Rejection(
      String reference, LocalDate receivedOn, String grounds, @Nullable LocalDate contestUntil) {}

  /**
   * @param finalOn null while the notice can be appealed
   * @param agreementOn null while payments are blocked
   * @param stoppedSince null while the funder pays
   * @param objectedOn null while no objection is pending
   * @param owedCents what must still be paid back
   * @param neverFinal whether nothing can be done against it, so that it is paid without finality
   */
  record Notice(
      String reference,
      LocalDate receivedOn,
      long grantedCents,
      LocalDate from,
      LocalDate until,
      String proofSource,
      @Nullable LocalDate finalOn,
      boolean waived,
      @Nullable LocalDate agreementOn,
      @Nullable LocalDate stoppedSince,
      @Nullable LocalDate objectedOn,
      long leftCents,
      long owedCents,
      boolean neverFinal) {}

  /**
   * @param signatory null while not signed off
   */
  record PartnerBudget(
      String partnerId,
      String name,
      boolean city,
      @Nullable Integer intensityPercent,
      long costsCents,
      long grantCents,
      long ownCents,
      long thirdPartyCents,
      @Nullable String signatory,
      List<LineRow> lines) {}

  /**
   * @param row code of the cost row, e.g. {@code 0812}
   * @param publicCents how much of the third parties' money is public
   * @param gapCents costs that nobody pays; negative if more is paid than it costs
   */
  record LineRow(
      String row,
      long costsCents,
      long grantCents,
      long ownCents,
      long thirdPartyCents,
      long publicCents,
      long gapCents) {}

  /**
   * @param kind {@code outline}, {@code submission}, {@code additional-request}, {@code
   *     reserve-list}, {@code appeal}, {@code contest}, {@code interim-proof}, {@code proof-of-use}
   *     or {@code refund}
   * @param doneOn null while open
   */
  record DeadlineRow(
      String kind, LocalDate dueOn, @Nullable LocalDate doneOn, @Nullable Long cents) {
    public DeadlineRow(String kind, LocalDate dueOn, @Nullable LocalDate doneOn) {
      this(kind, dueOn, doneOn, null);
    }
  }

  /**
   * @param spendBy last day to spend it; null where the regime sets none
   */
  record DrawDownRow(
      int number,
      String name,
      long amountCents,
      LocalDate receivedOn,
      @Nullable LocalDate spendBy) {}
}
