package org.foerderturm.consortium;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/** What happened to a consortium after its constitution. */
public sealed interface RunningEvent extends Event {

  String consortiumId();

  /**
   * @param signedOn null while it is a draft
   */
  @Revision("1")
  record ConsortiumAgreementRecorded(
      String consortiumId, @Nullable LocalDate signedOn, AgreementRules rules)
      implements RunningEvent {}

  /**
   * @param partnerId who leaves; null for an amendment
   * @param partner that one's name
   * @param needsResolution whether the agreement asks for the body's resolution
   */
  @Revision("1")
  record ConsortiumChangeRequested(
      String consortiumId,
      String changeId,
      ConsortiumChangeKind changeKind,
      String reason,
      @Nullable String partnerId,
      @Nullable String partner,
      @Nullable Successor successor,
      @Nullable String amendment,
      boolean conditionsHold,
      boolean needsResolution)
      implements RunningEvent {}

  @Revision("1")
  record SuccessorNamed(String consortiumId, String changeId, String partner, Successor successor)
      implements RunningEvent {}

  /** What the decision table said of the partners as they would be after the change. */
  @Revision("1")
  record ConsortiumChangeChecked(
      String consortiumId,
      String changeId,
      boolean eligible,
      String finding,
      String table,
      int tableVersion,
      String rule,
      String source)
      implements RunningEvent {}

  /**
   * @param result {@code adopted} or {@code rejected}
   */
  @Revision("1")
  record ConsortiumChangeResolved(
      String consortiumId, String changeId, String motionId, String result)
      implements RunningEvent {}

  @Revision("1")
  record ConsortiumChangeResubmitted(String consortiumId, String changeId, String reason)
      implements RunningEvent {}

  @Revision("1")
  record ConsortiumChangeWithdrawn(String consortiumId, String changeId, String reason)
      implements RunningEvent {}

  @Revision("1")
  record PartnerLeft(
      String consortiumId,
      String changeId,
      String partnerId,
      String name,
      String reason,
      @Nullable String successor,
      LocalDate effectiveOn)
      implements RunningEvent {}

  @Revision("1")
  record PartnerJoined(
      String consortiumId,
      String changeId,
      String partnerId,
      String name,
      String country,
      CountryStatus countryStatus,
      PartnerRole role,
      OrganisationKind kind,
      LocalDate effectiveOn)
      implements RunningEvent {}

  /** A partner coordinates from now on. */
  @Revision("1")
  record CoordinationPassed(
      String consortiumId, String changeId, String partnerId, String name, LocalDate effectiveOn)
      implements RunningEvent {}

  /** The change has taken effect; stands after what it consists of. */
  @Revision("1")
  record ConsortiumChanged(
      String consortiumId,
      String changeId,
      ConsortiumChangeKind changeKind,
      @Nullable String amendment,
      LocalDate effectiveOn)
      implements RunningEvent {}
}
