package org.foerderturm.consortium;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.foerderturm.kernel.Sort;
import org.jspecify.annotations.Nullable;

/** Questions about consortia. */
public sealed interface ConsortiumQuery<R> extends Query<R> {

  /**
   * Consortia, newest movement first.
   *
   * @param search words of title, call, coordinator or a partner's name; null for all
   * @param stage one of {@link ConsortiumRow#stage()}; null for all
   * @param ideas true: only what nobody has begun to form, false: all others, null: both
   */
  @AllowedTo(everyone = true)
  record FindConsortia(
      @Nullable String search,
      @Nullable String stage,
      @Nullable Boolean ideas,
      @Nullable Sort sort,
      int offset,
      int limit)
      implements ConsortiumQuery<Page<ConsortiumRow>> {

    /** Ideas too, in the usual order. */
    public FindConsortia(@Nullable String search, @Nullable String stage, int offset, int limit) {
      this(search, stage, null, null, offset, limit);
    }
  }

  /**
   * Names of calls that ideas and consortia aim at, in their order, at most fifty.
   *
   * @param search part of the name; null for all
   */
  @AllowedTo(everyone = true)
  record FindIdeaCalls(@Nullable String search) implements ConsortiumQuery<List<String>> {}

  /**
   * What the registers know of an organisation: as the partner that it was last, else as a member
   * of the alliance, whose country its number in a German register tells; null if nobody knows it.
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.COMMITTEE_MEMBER})
  record FindOrganisation(String name) implements ConsortiumQuery<@Nullable OrganisationRow> {}

  /**
   * @param name as the register writes it
   * @param country code; null if no register knows it
   * @param kind code, as partners have it
   */
  record OrganisationRow(String name, @Nullable String country, String kind) {}

  /** One consortium with its partners; null if there is none. */
  @AllowedTo(everyone = true)
  record FindConsortium(String consortiumId)
      implements ConsortiumQuery<@Nullable ConsortiumDetails> {}

  /**
   * @param topic code, e.g. {@code energy}
   * @param programme code, e.g. {@code horizon}
   * @param stage {@code idea}, {@code selected}, {@code set-aside}, {@code one-pager}, {@code
   *     partner-search}, {@code letters-of-intent}, {@code agreement}, {@code eligible}, {@code
   *     not-eligible}, {@code opinions}, {@code adopted}, {@code rejected}, {@code constituted} or
   *     {@code dissolved}
   * @param partners who accepted, the coordinator among them
   */
  record ConsortiumRow(
      String consortiumId,
      String title,
      String topic,
      String programme,
      @Nullable String call,
      @Nullable LocalDate deadline,
      long maximumFundingCents,
      String coordinator,
      String stage,
      int partners,
      Instant proposedAt,
      Instant movedAt) {}

  /**
   * @param eligible null if never checked, or if the partners changed since
   * @param expertOpinion code of the recommendation
   * @param resolution {@code adopted} or {@code rejected}
   */
  record ConsortiumDetails(
      ConsortiumRow row,
      String idea,
      @Nullable String aim,
      @Nullable String approach,
      @Nullable String benefit,
      @Nullable Long totalCostsCents,
      @Nullable Long grantRequestedCents,
      @Nullable Integer durationMonths,
      @Nullable Boolean eligible,
      @Nullable String eligibilityFinding,
      @Nullable String eligibilitySource,
      @Nullable String expertOpinion,
      @Nullable String expertStatement,
      @Nullable String scientificOpinion,
      @Nullable String scientificStatement,
      @Nullable String motionId,
      @Nullable String resolution,
      @Nullable String dissolvedReason,
      @Nullable String setAsideReason,
      List<PartnerRow> partners) {}

  /**
   * @param status {@code invited}, {@code accepted}, {@code declined}, {@code withdrew} or {@code
   *     replaced}
   * @param successor name of the partner who took its place
   */
  record PartnerRow(
      String partnerId,
      String name,
      String country,
      String countryStatus,
      String role,
      String kind,
      String status,
      int reminders,
      boolean letter,
      @Nullable LocalDate letterReceivedOn,
      @Nullable String reason,
      @Nullable String successor) {}
}
