package org.foerderturm.enterprise;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/** What stands in the register of enterprises. Money is in euro cents. */
public sealed interface EnterpriseEvent extends Event {

  String registerId();

  /**
   * @param publicBody a body of the state itself, not an enterprise; false where it was not asked
   *     yet
   */
  @Revision("1")
  record EnterpriseEntered(
      String registerId,
      String enterpriseId,
      String name,
      BigDecimal publicPercent,
      boolean publicBody)
      implements EnterpriseEvent {}

  @Revision("1")
  record EnterpriseDescribed(
      String registerId,
      String enterpriseId,
      String name,
      BigDecimal publicPercent,
      boolean publicBody)
      implements EnterpriseEvent {}

  @Revision("1")
  record EnterpriseYearReported(
      String registerId, String enterpriseId, String name, int year, Year figures)
      implements EnterpriseEvent {}

  @Revision("1")
  record EnterpriseYearCorrected(
      String registerId,
      String enterpriseId,
      String name,
      int year,
      Year former,
      Year figures,
      String reason,
      @Nullable String corrects)
      implements EnterpriseEvent, Correction {}

  /**
   * @param relation what the share makes of the two, by the table
   * @param source where the rule stands
   */
  @Revision("1")
  record EnterprisesLinked(
      String registerId,
      String holderId,
      String holder,
      String heldId,
      String held,
      BigDecimal sharePercent,
      boolean controls,
      Relation relation,
      String source)
      implements EnterpriseEvent {}

  @Revision("1")
  record LinkEnded(
      String registerId, String holderId, String holder, String heldId, String held, String reason)
      implements EnterpriseEvent {}

  /**
   * @param partnerId as the application knows it
   * @param enterpriseId null if the register does not know it
   * @param derived from figures; else it is what was declared
   * @param lastYear of the figures; null without
   * @param version of the table sme-size; 0 if it was not asked
   */
  @Revision("1")
  record SizeDetermined(
      String registerId,
      String applicationId,
      String partnerId,
      String partner,
      @Nullable String enterpriseId,
      EnterpriseSize size,
      boolean derived,
      @Nullable Integer lastYear,
      String source,
      int version)
      implements EnterpriseEvent {}

  /**
   * @param undertaking the enterprise with those linked to it
   * @param sumCents of the single undertaking in the years that end with the day, with this one
   * @param applicationId whose grant it is; null if it was recorded by hand
   * @param partnerId as the application knows it; null if it was recorded by hand
   */
  @Revision("1")
  record DeMinimisAidRecorded(
      String registerId,
      String aidId,
      String enterpriseId,
      String undertaking,
      long amountCents,
      LocalDate grantedOn,
      String grantor,
      String document,
      long sumCents,
      long ceilingCents,
      @Nullable String applicationId,
      @Nullable String partnerId)
      implements EnterpriseEvent {
    public DeMinimisAidRecorded(
        String registerId,
        String aidId,
        String enterpriseId,
        String undertaking,
        long amountCents,
        LocalDate grantedOn,
        String grantor,
        String document,
        long sumCents,
        long ceilingCents) {
      this(
          registerId,
          aidId,
          enterpriseId,
          undertaking,
          amountCents,
          grantedOn,
          grantor,
          document,
          sumCents,
          ceilingCents,
          null,
          null);
    }
  }

  /**
   * The grant that an aid was recorded from has changed.
   *
   * @param sumCents of the single undertaking in the years that end with the day of the grant, with
   *     the new amount
   * @param formerGrantedOn null if the day stays
   * @param document reference of the notice; null if that stays
   */
  @Revision("1")
  record DeMinimisAidCorrected(
      String registerId,
      String aidId,
      String enterpriseId,
      String undertaking,
      long formerCents,
      long amountCents,
      LocalDate grantedOn,
      String reason,
      long sumCents,
      long ceilingCents,
      String applicationId,
      String partnerId,
      @Nullable LocalDate formerGrantedOn,
      @Nullable String document)
      implements EnterpriseEvent {}

  /**
   * @param applicationId whose grant it was; null if it was recorded by hand
   * @param partnerId as the application knows it; null if it was recorded by hand
   */
  @Revision("1")
  record DeMinimisAidCancelled(
      String registerId,
      String aidId,
      String enterpriseId,
      String name,
      long amountCents,
      LocalDate grantedOn,
      String reason,
      @Nullable String applicationId,
      @Nullable String partnerId)
      implements EnterpriseEvent {
    public DeMinimisAidCancelled(
        String registerId,
        String aidId,
        String enterpriseId,
        String name,
        long amountCents,
        LocalDate grantedOn,
        String reason) {
      this(registerId, aidId, enterpriseId, name, amountCents, grantedOn, reason, null, null);
    }
  }

  /**
   * The aid that an application asks for fits.
   *
   * @param sumCents what the single undertaking had in the years that end with the day
   * @param version of the table de-minimis
   */
  @Revision("1")
  record DeMinimisChecked(
      String registerId,
      String applicationId,
      String partnerId,
      String partner,
      String enterpriseId,
      String undertaking,
      long amountCents,
      LocalDate day,
      long sumCents,
      long ceilingCents,
      String source,
      int version)
      implements EnterpriseEvent {}
}
