package org.foerderturm.funding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * How a grant is shared among the partners of a joint project: each has a notice and a sum of its
 * own (BHO § 44), and nobody draws from another's.
 */
final class GrantShares {
  private GrantShares() {}

  /**
   * What each was granted, by partner id. It follows from the whole where there is one partner
   * only, or where all was granted that was asked for; else it must have been stated.
   *
   * @param stated the last statement; counts as long as its sum is the grant
   * @param requested what each asked for
   * @return null if only the sum is known
   */
  static @Nullable Map<String, Long> of(
      Map<String, Long> stated, Map<String, Long> requested, long grantedCents) {
    if (stated.keySet().equals(requested.keySet()) && sum(stated) == grantedCents) return stated;
    if (requested.size() == 1) return Map.of(requested.keySet().iterator().next(), grantedCents);
    return sum(requested) == grantedCents ? requested : null;
  }

  private static long sum(Map<String, Long> shares) {
    return shares.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
  }

  /**
   * The shares as they are said, if they are possible: every partner once, none above what it asked
   * for, and together the whole.
   *
   * @throws Rejected {@code applicant-twice}, {@code grant-share-impossible}, {@code
   *     grant-share-missing} or {@code grant-shares-unbalanced}
   */
  static List<PartnerGrant> checked(
      Financing financing, long grantedCents, List<PartnerGrant> said) {
    var named = new HashSet<String>();
    var shares = new ArrayList<PartnerGrant>();
    long sum = 0;
    for (var each : said) {
      if (each.partner() == null || each.partner().isBlank()) throw new Rejected("partner-missing");
      var budget = financing.budget(each.partner());
      if (!named.add(budget.partnerId()))
        throw new Rejected("applicant-twice", Map.of("partner", budget.name()));
      if (each.amountCents() < 0 || each.amountCents() > budget.grantCents())
        throw new Rejected(
            "grant-share-impossible",
            Map.of("partner", budget.name(), "mostCents", budget.grantCents()));
      sum = Math.addExact(sum, each.amountCents());
      var from = each.periodFrom();
      var until = each.periodUntil();
      if (from != null && until != null && until.isBefore(from))
        throw new Rejected("period-out-of-order");
      var reference = each.noticeReference();
      shares.add(
          new PartnerGrant(
              budget.name(),
              each.amountCents(),
              reference == null || reference.isBlank() ? null : reference.strip(),
              each.regime(),
              each.periodFrom(),
              each.periodUntil()));
    }
    var missing =
        financing.applicants().stream()
            .filter(each -> !named.contains(each.id()))
            .map(Applicant::name)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) throw new Rejected("grant-share-missing", Map.of("partners", missing));
    if (sum != grantedCents)
      throw new Rejected(
          "grant-shares-unbalanced",
          Map.of(
              "sumCents", sum,
              "grantedCents", grantedCents,
              "differenceCents", Math.abs(Math.subtractExact(sum, grantedCents))));
    return shares;
  }

  /**
   * When those must prove whose own notice says otherwise than that of the whole.
   *
   * @param whole of the joint project: its side conditions and its period
   */
  static List<PartnerDue> dues(
      List<PartnerGrant> shares,
      PartnerGrant whole,
      LocalDate noticeOn,
      @Nullable Integer reportingMonths,
      Decisions tables) {
    var dues = new ArrayList<PartnerDue>();
    for (var each : shares) {
      if (each.regime() == null && each.periodFrom() == null && each.periodUntil() == null)
        continue;
      var regime = each.regime() == null ? whole.regime() : each.regime();
      var from = each.periodFrom() == null ? whole.periodFrom() : each.periodFrom();
      var until = each.periodUntil() == null ? whole.periodUntil() : each.periodUntil();
      if (regime == null || from == null || until == null) continue;
      if (until.isBefore(from)) throw new Rejected("period-out-of-order");
      var rules = GrantRules.of(tables, regime, noticeOn);
      dues.add(
          new PartnerDue(
              Financing.partnerId(each.partner()),
              each.partner(),
              rules.interimProofs(from, until, reportingMonths),
              rules.proofOfUse(until, null),
              rules.source()));
    }
    return dues;
  }

  /** What of the shares is de-minimis aid. */
  static List<DeMinimisAid> deMinimis(Financing financing, List<PartnerGrant> shares) {
    return shares.stream()
        .filter(each -> financing.budget(each.partner()).deMinimis())
        .map(each -> new DeMinimisAid(each.partner(), each.amountCents()))
        .toList();
  }
}
