package org.foerderturm.alliance;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.consortium.Topic;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Happened;
import org.foerderturm.kernel.Revision;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What can be asked of a member, of one who wants to become one, and of its contribution. */
public sealed interface MemberCommand extends Command {

  String memberId();

  /**
   * An organisation asks to join. One that left, or whose inquiry was closed, may ask again.
   *
   * @param inquiry what it wants of the alliance, in its words
   * @see Figures
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordInquiry(
      @TargetAggregateIdentifier String memberId,
      String name,
      MemberKind kind,
      @Nullable Integer staff,
      @Nullable Long turnoverCents,
      @Nullable Integer groupStaff,
      @Nullable Long groupTurnoverCents,
      @Happened @Nullable LocalDate foundedOn,
      @Nullable List<Topic> topics,
      @Nullable String inquiry)
      implements MemberCommand {}

  /**
   * Takes up a member that joined before this office kept its members here. One that left comes
   * back only after its last day (else {@code joined-before-left}).
   *
   * @param topics null keeps those that are known of one who comes back; so do no figures at all
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record RegisterMember(
      @TargetAggregateIdentifier String memberId,
      String name,
      MemberKind kind,
      @Nullable Integer staff,
      @Nullable Long turnoverCents,
      @Nullable Integer groupStaff,
      @Nullable Long groupTurnoverCents,
      @Happened @Nullable LocalDate foundedOn,
      @Nullable List<Topic> topics,
      LocalDate joinedOn)
      implements MemberCommand {}

  /** New name, topics or expert teams. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record DescribeMember(
      @TargetAggregateIdentifier String memberId,
      String name,
      List<Topic> topics,
      List<ExpertTeam> expertTeams,
      @Nullable DescribeMember seen)
      implements MemberCommand, Revision<DescribeMember> {
    public DescribeMember(
        String memberId, String name, List<Topic> topics, List<ExpertTeam> expertTeams) {
      this(memberId, name, topics, expertTeams, null);
    }
  }

  /**
   * Says under which number a register knows the organisation.
   *
   * @param registerId as the register writes it, e.g. HRB 12345; empty takes it back
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record IdentifyMember(@TargetAggregateIdentifier String memberId, String registerId)
      implements MemberCommand {}

  /**
   * New figures; an assessment made with the former ones lapses. Refused with {@code
   * nothing-changed} if kind and figures are as before.
   *
   * @see Figures
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record ReportFigures(
      @TargetAggregateIdentifier String memberId,
      MemberKind kind,
      @Nullable Integer staff,
      @Nullable Long turnoverCents,
      @Nullable Integer groupStaff,
      @Nullable Long groupTurnoverCents,
      @Happened @Nullable LocalDate foundedOn,
      @Nullable ReportFigures seen)
      implements MemberCommand, Revision<ReportFigures> {
    public ReportFigures(
        String memberId,
        MemberKind kind,
        @Nullable Integer staff,
        @Nullable Long turnoverCents,
        @Nullable Integer groupStaff,
        @Nullable Long groupTurnoverCents,
        @Nullable LocalDate foundedOn) {
      this(memberId, kind, staff, turnoverCents, groupStaff, groupTurnoverCents, foundedOn, null);
    }
  }

  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordTalk(
      @TargetAggregateIdentifier String memberId,
      @Happened @Nullable LocalDate heldOn,
      @Nullable String summary)
      implements MemberCommand {}

  /**
   * Assesses what somebody would contribute who joins on that day.
   *
   * @param inKindCents value of what it would give in kind in the first year; null for nothing
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record CalculateOffer(
      @TargetAggregateIdentifier String memberId,
      @Nullable LocalDate joinsOn,
      @Nullable Long inKindCents)
      implements MemberCommand {}

  /**
   * Offers membership at the contribution calculated last. A new offer replaces the open one.
   *
   * @param exceptionCents other contribution for the first year, by the board; null for the
   *     calculated
   * @param exceptionReason needed with it
   * @param validUntil last day to accept
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record MakeOffer(
      @TargetAggregateIdentifier String memberId,
      @Nullable Long exceptionCents,
      @Nullable String exceptionReason,
      @Nullable LocalDate validUntil)
      implements MemberCommand {}

  /**
   * Writes the open offer as PDF in German and English and puts both into the files of the case.
   *
   * @param caseId the case that the offer belongs to
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record WriteOffer(@TargetAggregateIdentifier String memberId, String caseId)
      implements MemberCommand {}

  /** Joins; the contribution of the first year is charged as offered. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record AcceptOffer(
      @TargetAggregateIdentifier String memberId, @Happened @Nullable LocalDate acceptedOn)
      implements MemberCommand {}

  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record DeclineOffer(@TargetAggregateIdentifier String memberId, @Nullable String reason)
      implements MemberCommand {}

  /** Ends an inquiry that leads nowhere. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record CloseInquiry(@TargetAggregateIdentifier String memberId, @Nullable String reason)
      implements MemberCommand {}

  /**
   * Ends a membership with its last day; until then the member is a member in everything. By notice
   * it ends with the period of notice at the earliest; otherwise (dissolution, exclusion, by
   * agreement) on the day that is given.
   *
   * @param leavesOn last day; null for the end of the period of notice
   * @param resignedOn day on which the written notice arrived; null if nobody gave notice
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record LeaveAlliance(
      @TargetAggregateIdentifier String memberId,
      @Nullable LocalDate leavesOn,
      String reason,
      @Happened @Nullable LocalDate resignedOn)
      implements MemberCommand {
    public LeaveAlliance(String memberId, LocalDate leavesOn, String reason) {
      this(memberId, leavesOn, reason, null);
    }
  }

  /** The member stays after all; only before its last day is over. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record WithdrawLeaving(@TargetAggregateIdentifier String memberId, String reason)
      implements MemberCommand {}

  /**
   * @param valueCents value of what the member gives in kind in that year; replaces the former
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record AgreeInKind(
      @TargetAggregateIdentifier String memberId,
      int year,
      long valueCents,
      String what,
      @Nullable AgreeInKind seen)
      implements MemberCommand, Revision<AgreeInKind> {
    public AgreeInKind(String memberId, int year, long valueCents, String what) {
      this(memberId, year, valueCents, what, null);
    }

    /** As it stands before anything is agreed for the year. */
    public static AgreeInKind none(String memberId, int year) {
      return new AgreeInKind(memberId, year, 0, "");
    }
  }

  /** The board sets another contribution for a year that isn't charged yet; replaces the former. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record GrantException(
      @TargetAggregateIdentifier String memberId,
      int year,
      long amountCents,
      String reason,
      @Nullable GrantException seen)
      implements MemberCommand, Revision<GrantException> {
    public GrantException(String memberId, int year, long amountCents, String reason) {
      this(memberId, year, amountCents, reason, null);
    }

    /** As it stands before anything is granted for the year. */
    public static GrantException none(String memberId, int year) {
      return new GrantException(memberId, year, 0, "");
    }
  }

  /**
   * Assesses the contribution of a year by the tables as they are now; charges nothing.
   *
   * @param runId the run whose preview it is for; null if for itself
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record AssessContribution(
      @TargetAggregateIdentifier String memberId, int year, @Nullable String runId)
      implements MemberCommand {}

  /**
   * Charges the year as it was assessed last.
   *
   * @param runId the run for which it was assessed; null if for itself
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record ChargeContribution(
      @TargetAggregateIdentifier String memberId, int year, @Nullable String runId)
      implements MemberCommand {}

  /**
   * Sets figures right that were recorded wrongly; an assessment made with them lapses. What was
   * charged stays.
   *
   * @see Figures
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectFigures(
      @TargetAggregateIdentifier String memberId,
      MemberKind kind,
      @Nullable Integer staff,
      @Nullable Long turnoverCents,
      @Nullable Integer groupStaff,
      @Nullable Long groupTurnoverCents,
      @Happened @Nullable LocalDate foundedOn,
      String reason,
      @Nullable CorrectFigures seen)
      implements MemberCommand, Revision<CorrectFigures> {
    public CorrectFigures(
        String memberId,
        MemberKind kind,
        @Nullable Integer staff,
        @Nullable Long turnoverCents,
        @Nullable Integer groupStaff,
        @Nullable Long groupTurnoverCents,
        @Nullable LocalDate foundedOn,
        String reason) {
      this(
          memberId,
          kind,
          staff,
          turnoverCents,
          groupStaff,
          groupTurnoverCents,
          foundedOn,
          reason,
          null);
    }
  }
}
