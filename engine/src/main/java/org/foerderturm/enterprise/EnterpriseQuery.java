package org.foerderturm.enterprise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.foerderturm.enterprise.DeMinimis.Ceiling;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.foerderturm.kernel.Sort;
import org.jspecify.annotations.Nullable;

/** Questions about the register of enterprises. Money is in euro cents. */
public sealed interface EnterpriseQuery<R> extends Query<R> {

  /**
   * Enterprises in the order of their names.
   *
   * @param search part of the name; null for all
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR})
  record FindEnterprises(@Nullable String search, @Nullable Sort sort, int offset, int limit)
      implements EnterpriseQuery<Page<EnterpriseRow>> {

    /** In the usual order. */
    public FindEnterprises(@Nullable String search, int offset, int limit) {
      this(search, null, offset, limit);
    }
  }

  /**
   * One enterprise with all that counts with it, as of a day; null if the register does not know
   * it.
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR})
  record FindEnterprise(String enterpriseId, LocalDate day)
      implements EnterpriseQuery<@Nullable EnterpriseDetails> {}

  /** What the register said about the partners of an application. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.COMMITTEE_MEMBER})
  record FindPartnerChecks(String applicationId) implements EnterpriseQuery<List<PartnerCheck>> {}

  /**
   * @param publicPercent as it says itself
   * @param publicBody a body of the state itself
   * @param lastYear of its own figures; null if there are none
   * @param links shares that it holds or that others hold of it
   * @param aids de-minimis aids of its own that were not cancelled
   */
  record EnterpriseRow(
      String enterpriseId,
      String name,
      BigDecimal publicPercent,
      boolean publicBody,
      @Nullable Integer lastYear,
      int links,
      int aids) {}

  /**
   * @param publicPercent how much of it public bodies control, by its own words or by the shares
   * @param status null if no table holds for the day
   * @param weights who counts with it, itself first
   * @param years the own figures of all of them, newest first
   * @param links of it and of those linked to it
   * @param last the last closed year of which the single undertaking is known; null without
   * @param undertaking the single undertaking, by name
   * @param ceiling null if no table holds for the day
   * @param sumCents what counts on the day
   * @param aids of the single undertaking, newest first, cancelled ones too
   */
  record EnterpriseDetails(
      EnterpriseRow row,
      BigDecimal publicPercent,
      @Nullable SmeStatus status,
      List<Weight> weights,
      List<FiguresRow> years,
      List<LinkRow> links,
      @Nullable LastYear last,
      String undertaking,
      @Nullable Ceiling ceiling,
      long sumCents,
      List<AidRow> aids) {}

  /**
   * @param group with those linked to it, partners left out; null if it stands alone
   */
  record LastYear(int year, Year own, @Nullable Year group) {}

  /**
   * @param percent how much of its figures counts
   */
  record Weight(String enterpriseId, String name, BigDecimal percent) {}

  record FiguresRow(String enterpriseId, String name, int year, Year figures) {}

  record LinkRow(
      String holderId,
      String holder,
      String heldId,
      String held,
      BigDecimal sharePercent,
      boolean controls,
      Relation relation,
      String source) {}

  /**
   * @param freeOn first day on which it counts no more
   * @param counts on the day asked for
   * @param cancelled why it counts no more; null if it does
   * @param applicationId whose grant it is; null if it was recorded by hand
   * @param corrected why it has another amount than it was recorded with; null if it has not
   */
  record AidRow(
      String aidId,
      String enterpriseId,
      String name,
      long amountCents,
      LocalDate grantedOn,
      String grantor,
      String document,
      LocalDate freeOn,
      boolean counts,
      @Nullable String cancelled,
      @Nullable String applicationId,
      @Nullable String corrected) {}

  /**
   * @param size null if it was not asked for
   * @param derived from figures; else as declared
   * @param lastYear of the figures; null without
   * @param aidCents de-minimis aid asked for; null if there is none
   * @param sumCents what the undertaking had before
   * @param grantedCents de-minimis aid that was granted; null if there is none
   * @param grantedSumCents what the undertaking has with it
   */
  record PartnerCheck(
      String partnerId,
      String partner,
      @Nullable String enterpriseId,
      @Nullable EnterpriseSize size,
      boolean derived,
      @Nullable Integer lastYear,
      int version,
      @Nullable Long aidCents,
      @Nullable Long sumCents,
      @Nullable Long ceilingCents,
      @Nullable Long grantedCents,
      @Nullable Long grantedSumCents,
      @Nullable Long grantedCeilingCents) {}
}
