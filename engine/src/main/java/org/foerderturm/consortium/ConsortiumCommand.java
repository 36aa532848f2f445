package org.foerderturm.consortium;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Happened;
import org.foerderturm.kernel.Revision;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What can be asked of a consortium while it forms. Money is in euro cents. */
public sealed interface ConsortiumCommand extends Command {

  String consortiumId();

  /**
   * Writes an idea down. The coordinator named here is the first partner and has accepted.
   *
   * @param call name or number of the funding call, if one is known
   * @param maximumFundingCents most that the call grants to one project; 0 if unknown
   * @param coordinatorCountry ISO 3166-1 alpha-2; Greece is {@code GR}
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record ProposeConsortium(
      @TargetAggregateIdentifier String consortiumId,
      String title,
      Topic topic,
      Programme programme,
      @Nullable String call,
      @Nullable LocalDate deadline,
      long maximumFundingCents,
      String coordinator,
      String coordinatorCountry,
      CountryStatus coordinatorCountryStatus,
      OrganisationKind coordinatorKind,
      String idea)
      implements ConsortiumCommand {
    public ProposeConsortium {
      if (title.isBlank()) throw new IllegalArgumentException("title must not be blank");
      if (maximumFundingCents < 0)
        throw new IllegalArgumentException("maximum funding is negative: " + maximumFundingCents);
    }
  }

  /**
   * Says on one page what is to be done, with which aim and benefit, for whom. May be rewritten.
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record WriteOnePager(
      @TargetAggregateIdentifier String consortiumId, String aim, String approach, String benefit)
      implements ConsortiumCommand {}

  /**
   * Invites an organisation. Its partner id is made of its name.
   *
   * @param replaces partner id of one who declined or withdrew and whose place this one takes
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record InvitePartner(
      @TargetAggregateIdentifier String consortiumId,
      String name,
      String country,
      CountryStatus countryStatus,
      PartnerRole role,
      OrganisationKind kind,
      @Nullable String replaces)
      implements ConsortiumCommand {
    public InvitePartner {
      if (name.isBlank()) throw new IllegalArgumentException("name must not be blank");
    }
  }

  /** Asks a partner again for an answer. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RemindPartner(@TargetAggregateIdentifier String consortiumId, String partnerId)
      implements ConsortiumCommand {}

  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record AcceptInvitation(@TargetAggregateIdentifier String consortiumId, String partnerId)
      implements ConsortiumCommand {}

  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record DeclineInvitation(
      @TargetAggregateIdentifier String consortiumId, String partnerId, @Nullable String reason)
      implements ConsortiumCommand {}

  /**
   * The coordination goes to a beneficiary who has accepted, at any time before the constitution.
   *
   * @param leaves whether the one who coordinated until now leaves; else it stays as a beneficiary
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record HandOverCoordination(
      @TargetAggregateIdentifier String consortiumId,
      String partnerId,
      boolean leaves,
      String reason)
      implements ConsortiumCommand {}

  /** A partner who had accepted leaves again. The coordinator hands over first. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record WithdrawPartner(
      @TargetAggregateIdentifier String consortiumId, String partnerId, @Nullable String reason)
      implements ConsortiumCommand {}

  /**
   * @param receivedOn day of receipt; null if only the fact is known
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordLetterOfIntent(
      @TargetAggregateIdentifier String consortiumId,
      String partnerId,
      @Happened @Nullable LocalDate receivedOn)
      implements ConsortiumCommand {}

  /** The partners agree on costs, the grant they seek, and one common duration. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record AgreeInPrinciple(
      @TargetAggregateIdentifier String consortiumId,
      long totalCostsCents,
      long grantRequestedCents,
      int durationMonths)
      implements ConsortiumCommand {
    public AgreeInPrinciple {
      if (totalCostsCents < 0 || grantRequestedCents < 0)
        throw new IllegalArgumentException("costs and grant must not be negative");
      if (durationMonths < 1)
        throw new IllegalArgumentException("duration must be positive: " + durationMonths);
    }
  }

  /** Counts the partners as eligibility needs them, and lists those whose letter is missing. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record AssessPartners(@TargetAggregateIdentifier String consortiumId)
      implements ConsortiumCommand {}

  /**
   * Records what a decision table found. The result lapses when the partners change.
   *
   * @param table id of the decision table; its exact version is in the case's history
   * @param rule code of the rule that hit
   * @param source legal or technical source of that rule, with its date
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordEligibility(
      @TargetAggregateIdentifier String consortiumId,
      boolean eligible,
      String finding,
      String table,
      String rule,
      String source)
      implements ConsortiumCommand {}

  @AllowedTo(
      value = {Role.EXPERT_TEAM, Role.OFFICE_LEAD},
      models = true)
  record GiveExpertOpinion(
      @TargetAggregateIdentifier String consortiumId,
      Recommendation recommendation,
      String statement)
      implements ConsortiumCommand {}

  @AllowedTo(
      value = {Role.SCIENTIFIC_ADVISOR, Role.OFFICE_LEAD},
      models = true)
  record GiveScientificOpinion(
      @TargetAggregateIdentifier String consortiumId,
      Recommendation recommendation,
      String statement)
      implements ConsortiumCommand {}

  /**
   * Sets right what an opinion says; until the body decided. Whose opinion it is, or the office
   * lead, may do so.
   */
  @AllowedTo({Role.EXPERT_TEAM, Role.SCIENTIFIC_ADVISOR, Role.OFFICE_LEAD})
  record CorrectOpinion(
      @TargetAggregateIdentifier String consortiumId,
      OpinionKind opinion,
      Recommendation recommendation,
      String statement,
      String reason,
      @Nullable CorrectOpinion seen)
      implements ConsortiumCommand, Revision<CorrectOpinion> {
    public CorrectOpinion(
        String consortiumId,
        OpinionKind opinion,
        Recommendation recommendation,
        String statement,
        String reason) {
      this(consortiumId, opinion, recommendation, statement, reason, null);
    }
  }

  /**
   * Records what a body decided about the consortium.
   *
   * @param result {@code adopted} or {@code rejected}
   */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record RecordResolution(
      @TargetAggregateIdentifier String consortiumId, String motionId, String result)
      implements ConsortiumCommand {
    public RecordResolution {
      if (!result.equals("adopted") && !result.equals("rejected"))
        throw new IllegalArgumentException("result must be adopted or rejected: " + result);
    }
  }

  /**
   * Forms the consortium: needs an adopted resolution, an eligible result that still holds, and the
   * letter of intent of every accepted beneficiary.
   */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record ConstituteConsortium(@TargetAggregateIdentifier String consortiumId)
      implements ConsortiumCommand {}

  /**
   * Its case is given up. An idea whose formation has only begun is set aside and can be taken up
   * again; with partners asked the consortium is dissolved.
   */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record GiveUpFormation(@TargetAggregateIdentifier String consortiumId, String reason)
      implements ConsortiumCommand {}

  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record DissolveConsortium(@TargetAggregateIdentifier String consortiumId, String reason)
      implements ConsortiumCommand {}
}
