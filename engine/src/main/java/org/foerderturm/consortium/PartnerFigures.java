package org.foerderturm.consortium;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Decisions.Verdict;

/**
 * Partners in the figures that the table consortium-eligibility asks for.
 *
 * @param beneficiaries coordinator and beneficiaries, wherever they sit
 * @param entities those of them in a member state or an associated country
 * @param countries different countries of the entities
 * @param memberStateEntities entities in a member state
 */
record PartnerFigures(
    int coordinators, int beneficiaries, int entities, int countries, int memberStateEntities) {
  static PartnerFigures of(List<Partner> partners) {
    var applying = partners.stream().filter(Partner::appliesForMoney).toList();
    var entities =
        applying.stream().filter(p -> p.countryStatus() != CountryStatus.THIRD_COUNTRY).toList();
    return new PartnerFigures(
        count(partners, p -> p.role() == PartnerRole.COORDINATOR),
        applying.size(),
        entities.size(),
        (int) entities.stream().map(Partner::country).distinct().count(),
        count(entities, p -> p.countryStatus() == CountryStatus.MEMBER_STATE));
  }

  /**
   * @param conditionsHold the programme's conditions that no figure shows
   */
  Verdict judge(Programme programme, boolean conditionsHold, Decisions decisions) {
    return decisions.decide(
        "consortium-eligibility",
        Map.of(
            "programme", DocumentRules.code(programme),
            "coordinators", coordinators,
            "beneficiaries", beneficiaries,
            "entities", entities,
            "countries", countries,
            "memberStateEntities", memberStateEntities,
            "agreementPlanned", conditionsHold,
            "seatInNrw", conditionsHold));
  }

  private static int count(List<Partner> partners, Predicate<Partner> which) {
    return (int) partners.stream().filter(which).count();
  }
}
