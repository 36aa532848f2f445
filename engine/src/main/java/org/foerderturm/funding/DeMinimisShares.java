package org.foerderturm.funding;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foerderturm.funding.FundingEvent.PartnerBudgeted;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * How much of a grant is de-minimis aid of which partner. The notice says it; where it leaves no
 * doubt, nobody need repeat it. A cut is never spread by guess.
 */
final class DeMinimisShares {
  private DeMinimisShares() {}

  /** What the partners ask for. */
  static List<DeMinimisAid> asked(Financing financing) {
    return financing.deMinimis().stream()
        .map(budget -> new DeMinimisAid(budget.name(), budget.grantCents()))
        .toList();
  }

  /**
   * Every partner with de-minimis aid, also one that gets nothing.
   *
   * @param said by the notice; null or empty if it follows from the whole
   * @throws Rejected {@code de-minimis-share-missing} if it does not
   */
  static List<DeMinimisAid> granted(
      Financing financing, long grantedCents, @Nullable List<DeMinimisAid> said) {
    if (said != null && !said.isEmpty()) return checked(financing, grantedCents, said);
    var partners = financing.deMinimis();
    if (partners.isEmpty()) return List.of();
    if (grantedCents == financing.total(PartnerBudgeted::grantCents)) return asked(financing);
    if (grantedCents == 0 || financing.partners() == 1)
      return partners.stream()
          .map(budget -> new DeMinimisAid(budget.name(), grantedCents))
          .toList();
    throw missing(partners);
  }

  private static List<DeMinimisAid> checked(
      Financing financing, long grantedCents, List<DeMinimisAid> said) {
    var named = new HashSet<String>();
    long sum = 0;
    for (var each : said) {
      if (each.partner() == null || each.partner().isBlank())
        throw new Rejected("de-minimis-partner-missing");
      var budget = financing.budget(each.partner());
      if (!budget.deMinimis())
        throw new Rejected("partner-without-de-minimis", Map.of("partner", budget.name()));
      if (!named.add(budget.partnerId()))
        throw new Rejected("applicant-twice", Map.of("partner", budget.name()));
      if (each.amountCents() < 0 || each.amountCents() > budget.grantCents())
        throw new Rejected(
            "de-minimis-share-impossible",
            Map.of("partner", budget.name(), "mostCents", budget.grantCents()));
      sum = Math.addExact(sum, each.amountCents());
    }
    if (sum > grantedCents)
      throw new Rejected("de-minimis-shares-above-grant", Map.of("grantedCents", grantedCents));
    var unnamed =
        financing.deMinimis().stream().filter(each -> !named.contains(each.partnerId())).toList();
    if (!unnamed.isEmpty()) throw missing(unnamed);
    return said.stream()
        .map(each -> new DeMinimisAid(financing.budget(each.partner()).name(), each.amountCents()))
        .toList();
  }

  private static Rejected missing(List<PartnerBudgeted> partners) {
    return new Rejected(
        "de-minimis-share-missing",
        Map.of(
            "partners",
            partners.stream().map(PartnerBudgeted::name).collect(Collectors.joining(", "))));
  }
}
