package org.foerderturm.enterprise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Happened;
import org.foerderturm.kernel.Revision;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of the register of enterprises. Money is in euro cents, shares in percent with
 * at most two decimals.
 */
public sealed interface EnterpriseCommand extends Command {
  /** The one register's id, and its stream. */
  String REGISTER = EnterpriseRegister.ID;

  @TargetAggregateIdentifier
  default String register() {
    return EnterpriseRegister.ID;
  }

  /**
   * Takes an enterprise up.
   *
   * @param enterpriseId of a member its id
   * @param publicPercent how much of it public bodies control, directly or through others, as it
   *     says itself
   * @param publicBody whether it is a body of the state itself (municipality, Land, federation):
   *     undertakings that only it joins are not one (Regulation (EU) 2023/2831, recital 4), and
   *     what it holds is under public control (Recommendation 2003/361/EC, Annex Art. 3 (4))
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record EnterEnterprise(
      String enterpriseId, String name, BigDecimal publicPercent, boolean publicBody)
      implements EnterpriseCommand {
    public EnterEnterprise(String enterpriseId, String name, BigDecimal publicPercent) {
      this(enterpriseId, name, publicPercent, false);
    }
  }

  /** Another name, another share of public control, or that it is a public body. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record DescribeEnterprise(
      String enterpriseId,
      String name,
      BigDecimal publicPercent,
      boolean publicBody,
      @Nullable DescribeEnterprise seen)
      implements EnterpriseCommand, Revision<DescribeEnterprise> {
    public DescribeEnterprise(
        String enterpriseId, String name, BigDecimal publicPercent, boolean publicBody) {
      this(enterpriseId, name, publicPercent, publicBody, null);
    }
  }

  /** Its own figures of a closed year, without those of others; once a year. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record ReportYear(String enterpriseId, int year, int staff, long turnoverCents, long balanceCents)
      implements EnterpriseCommand {}

  /** Figures that were reported wrongly; the former ones stay on record. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectYear(
      String enterpriseId,
      int year,
      int staff,
      long turnoverCents,
      long balanceCents,
      String reason,
      @Nullable CorrectYear seen)
      implements EnterpriseCommand, Revision<CorrectYear> {
    public CorrectYear(
        String enterpriseId,
        int year,
        int staff,
        long turnoverCents,
        long balanceCents,
        String reason) {
      this(enterpriseId, year, staff, turnoverCents, balanceCents, reason, null);
    }
  }

  /**
   * One enterprise holds a share of another. What it makes of the two the table sme-relation says.
   *
   * @param sharePercent of capital or votes, the higher
   * @param controls whether it can decide there in another way: by contract, statutes, board
   * @param heldOn day that counts for the table
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record LinkEnterprises(
      String holderId,
      String heldId,
      BigDecimal sharePercent,
      boolean controls,
      @Happened LocalDate heldOn)
      implements EnterpriseCommand {}

  /** A share was sold, or recorded wrongly. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record EndLink(String holderId, String heldId, String reason) implements EnterpriseCommand {}

  /**
   * Finds the size that counts for a partner of an application. Where the register has figures they
   * decide; else what was declared stands.
   *
   * @param partner by name
   * @param deadline of the application; the day that counts
   * @param noAid whether the application claims that its grant is no aid, under a programme whose
   *     money can be aid: refused of an enterprise of the register with {@code
   *     no-aid-for-enterprise}
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record DetermineSize(
      String applicationId,
      String partner,
      EnterpriseSize declared,
      LocalDateTime deadline,
      @Nullable Boolean noAid)
      implements EnterpriseCommand {
    public DetermineSize(
        String applicationId, String partner, EnterpriseSize declared, LocalDateTime deadline) {
      this(applicationId, partner, declared, deadline, null);
    }
  }

  /**
   * Records an aid that was granted, by whomever. It is a fact, so that it is not refused if it
   * passes the ceiling, but says so.
   *
   * @param grantedOn day on which the right to it was given
   * @param document notice or certificate that proves it
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record RecordDeMinimisAid(
      String aidId,
      String enterpriseId,
      long amountCents,
      @Happened LocalDate grantedOn,
      String grantor,
      String document)
      implements EnterpriseCommand {}

  /** An aid that was recorded wrongly, or was paid back; the entry stays visible. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CancelDeMinimisAid(String aidId, String reason) implements EnterpriseCommand {}

  /**
   * Refuses de-minimis aid that an application asks for if it would pass the ceiling of the single
   * undertaking.
   *
   * @param partner by name; must be in the register
   * @param deadline of the application; the day that counts
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record CheckDeMinimis(
      String applicationId, String partner, long amountCents, LocalDateTime deadline)
      implements EnterpriseCommand {}

  /**
   * The same for all partners of an application at once: what several of one single undertaking ask
   * for counts together.
   *
   * @param on when it is submitted; the day that counts
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record CheckDeMinimisAids(String applicationId, List<PartnerAid> aids, LocalDateTime on)
      implements EnterpriseCommand {
    public CheckDeMinimisAids {
      aids = List.copyOf(aids);
    }
  }

  /**
   * Records the aids of a grant notice; each once, however often it is told. A partner that gets
   * nothing is left out. Beyond the ceiling they are recorded as well, and say so.
   *
   * @param grantedOn day on which the notice was received, and with it the right given (Regulation
   *     (EU) 2023/2831 Art. 3 (3), § 43 (1) VwVfG)
   * @param document reference of the notice
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordGrantedAids(
      String applicationId,
      List<PartnerAid> aids,
      @Happened LocalDate grantedOn,
      String grantor,
      String document)
      implements EnterpriseCommand {
    public RecordGrantedAids {
      aids = List.copyOf(aids);
    }
  }

  /**
   * What a notice granted has changed: entries made from it get the new amounts, those of nothing
   * are cancelled. Entries made by hand, or cancelled by hand, stay as they are.
   *
   * @param grantedOn another day on which the notice was received; null if that stays
   * @param document another reference of the notice; null if that stays
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record CorrectGrantedAids(
      String applicationId,
      List<PartnerAid> aids,
      String reason,
      @Happened @Nullable LocalDate grantedOn,
      @Nullable String document)
      implements EnterpriseCommand {
    public CorrectGrantedAids(String applicationId, List<PartnerAid> aids, String reason) {
      this(applicationId, aids, reason, null, null);
    }

    public CorrectGrantedAids {
      aids = List.copyOf(aids);
    }
  }

  /** Aid of one partner of an application, by its name. */
  record PartnerAid(String partner, long amountCents) {}
}
