package org.foerderturm.consortium;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Happened;
import org.foerderturm.kernel.Revision;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What can be asked of a consortium after its constitution. */
public sealed interface RunningCommand extends Command {

  String consortiumId();

  /**
   * Records the consortium agreement with its rules; a later one takes its place.
   *
   * @param signedOn by the last partner; null while it is a draft
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordConsortiumAgreement(
      @TargetAggregateIdentifier String consortiumId,
      @Happened @Nullable LocalDate signedOn,
      AgreementRules rules,
      @Nullable RecordConsortiumAgreement seen)
      implements RunningCommand, Revision<RecordConsortiumAgreement> {
    public RecordConsortiumAgreement(
        String consortiumId, @Nullable LocalDate signedOn, AgreementRules rules) {
      this(consortiumId, signedOn, rules, null);
    }
  }

  /**
   * Asks for the exit or the replacement of a partner, or for an amendment of the agreement.
   *
   * @param partner name or id of who leaves; null for an amendment
   * @param successor name of who takes the place; a coordinator may hand over to a partner
   * @param successorCountry ISO 3166-1 alpha-2
   * @param successorRole as what; the successor of a coordinator coordinates
   * @param amendment what the agreement shall say from now on
   * @param conditionsHold whether the programme's other conditions still hold: agreement in
   *     principle, seat in the state
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RequestConsortiumChange(
      @TargetAggregateIdentifier String consortiumId,
      String changeId,
      ConsortiumChangeKind changeKind,
      String reason,
      @Nullable String partner,
      @Nullable String successor,
      @Nullable String successorCountry,
      @Nullable OrganisationKind successorKind,
      @Nullable PartnerRole successorRole,
      @Nullable String amendment,
      boolean conditionsHold)
      implements RunningCommand {}

  /** Turns an exit into a replacement, or names another successor. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record NameSuccessor(
      @TargetAggregateIdentifier String consortiumId,
      String changeId,
      String successor,
      @Nullable String successorCountry,
      @Nullable OrganisationKind successorKind,
      @Nullable PartnerRole successorRole)
      implements RunningCommand {}

  /** Judges the partners as they would be after the change, by consortium-eligibility. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record CheckConsortiumChange(@TargetAggregateIdentifier String consortiumId, String changeId)
      implements RunningCommand {}

  /**
   * Records what the body decided about the change; a rejection closes it, unless it is put to the
   * body once more.
   *
   * @param result {@code adopted} or {@code rejected}
   */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record ResolveConsortiumChange(
      @TargetAggregateIdentifier String consortiumId,
      String changeId,
      String motionId,
      String result)
      implements RunningCommand {
    public ResolveConsortiumChange {
      if (!result.equals("adopted") && !result.equals("rejected"))
        throw new IllegalArgumentException("result must be adopted or rejected: " + result);
    }
  }

  /** The body said no; the change is put to it once more, revised. Its no stays on record. */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record ResubmitConsortiumChange(
      @TargetAggregateIdentifier String consortiumId, String changeId, String reason)
      implements RunningCommand {}

  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record WithdrawConsortiumChange(
      @TargetAggregateIdentifier String consortiumId, String changeId, String reason)
      implements RunningCommand {}

  /**
   * Makes the change take effect. Refused where the programme's minimum would no longer hold, or
   * where the agreement asks for a resolution that is not there.
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record CarryOutConsortiumChange(
      @TargetAggregateIdentifier String consortiumId, String changeId, LocalDate effectiveOn)
      implements RunningCommand {}
}
