package org.foerderturm.consortium;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/** What happened to a consortium. Money is in euro cents. */
public sealed interface ConsortiumEvent extends Event {

  String consortiumId();

  /**
   * @param maximumFundingCents 0 if unknown
   * @param coordinatorId partner id of the coordinator
   */
  @Revision("1")
  record ConsortiumProposed(
      String consortiumId,
      String title,
      Topic topic,
      Programme programme,
      @Nullable String call,
      @Nullable LocalDate deadline,
      long maximumFundingCents,
      String coordinatorId,
      String coordinator,
      String coordinatorCountry,
      CountryStatus coordinatorCountryStatus,
      OrganisationKind coordinatorKind,
      String idea)
      implements ConsortiumEvent {}

  @Revision("1")
  record OnePagerWritten(String consortiumId, String aim, String approach, String benefit)
      implements ConsortiumEvent {}

  @Revision("1")
  record PartnerInvited(
      String consortiumId,
      String partnerId,
      String name,
      String country,
      CountryStatus countryStatus,
      PartnerRole role,
      OrganisationKind kind)
      implements ConsortiumEvent {}

  /** Stands directly before the {@link PartnerInvited} of the successor. */
  @Revision("1")
  record PartnerReplaced(
      String consortiumId, String partnerId, String name, String successorId, String successor)
      implements ConsortiumEvent {}

  /**
   * @param count how often this partner has been reminded, from 1
   */
  @Revision("1")
  record PartnerReminded(String consortiumId, String partnerId, String name, int count)
      implements ConsortiumEvent {}

  @Revision("1")
  record PartnerAccepted(String consortiumId, String partnerId, String name)
      implements ConsortiumEvent {}

  @Revision("1")
  record PartnerDeclined(
      String consortiumId, String partnerId, String name, @Nullable String reason)
      implements ConsortiumEvent {}

  /**
   * Another coordinates the consortium that is being formed.
   *
   * @param leaves whether the former left; else it stays as a beneficiary
   */
  @Revision("1")
  record CoordinationHandedOver(
      String consortiumId,
      String formerId,
      String former,
      String partnerId,
      String name,
      boolean leaves,
      String reason)
      implements ConsortiumEvent {}

  @Revision("1")
  record PartnerWithdrew(
      String consortiumId, String partnerId, String name, @Nullable String reason)
      implements ConsortiumEvent {}

  @Revision("1")
  record LetterOfIntentReceived(
      String consortiumId, String partnerId, String name, @Nullable LocalDate receivedOn)
      implements ConsortiumEvent {}

  @Revision("1")
  record AgreedInPrinciple(
      String consortiumId, long totalCostsCents, long grantRequestedCents, int durationMonths)
      implements ConsortiumEvent {}

  /**
   * The accepted partners in figures.
   *
   * @param programme by which rules they will be judged
   * @param accepted all who accepted, the coordinator among them
   * @param beneficiaries coordinator and beneficiaries, wherever they sit
   * @param entities coordinator and beneficiaries in a member state or an associated country
   * @param countries different countries of those entities
   * @param memberStateEntities those of them in a member state
   * @param coordinators always 1; stated because a rule asks for it
   * @param missingLetters who accepted but sent no letter of intent yet; not the coordinator
   */
  @Revision("1")
  record PartnersAssessed(
      String consortiumId,
      Programme programme,
      int accepted,
      int beneficiaries,
      int entities,
      int countries,
      int memberStateEntities,
      int coordinators,
      List<MissingLetter> missingLetters)
      implements ConsortiumEvent {
    public PartnersAssessed {
      missingLetters = List.copyOf(missingLetters);
    }
  }

  /** A partner whose letter of intent is awaited. */
  record MissingLetter(String partnerId, String name, PartnerRole role) {}

  @Revision("1")
  record EligibilityChecked(
      String consortiumId,
      boolean eligible,
      String finding,
      String table,
      String rule,
      String source)
      implements ConsortiumEvent {}

  @Revision("1")
  record ExpertOpinionGiven(String consortiumId, Recommendation recommendation, String statement)
      implements ConsortiumEvent {}

  @Revision("1")
  record ScientificOpinionGiven(
      String consortiumId, Recommendation recommendation, String statement)
      implements ConsortiumEvent {}

  /** An opinion as it is, of the experts or of the scientific adviser. */
  @Revision("1")
  record OpinionCorrected(
      String consortiumId,
      OpinionKind opinion,
      Recommendation formerRecommendation,
      String formerStatement,
      Recommendation recommendation,
      String statement,
      String reason,
      @Nullable String corrects)
      implements ConsortiumEvent, Correction {}

  /**
   * @param result {@code adopted} or {@code rejected}
   */
  @Revision("1")
  record ConsortiumResolved(String consortiumId, String motionId, String result)
      implements ConsortiumEvent {}

  @Revision("1")
  record ConsortiumConstituted(String consortiumId, String title, int partners)
      implements ConsortiumEvent {}

  @Revision("1")
  record ConsortiumDissolved(String consortiumId, String title, String reason)
      implements ConsortiumEvent {}
}
