package org.foerderturm.funding;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.foerderturm.funding.FundingCommand.BudgetPartner;
import org.foerderturm.funding.FundingEvent.PartnerBudgeted;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Who pays for what: the partners' budgets and their sign-offs. Costs and financing must agree row
 * by row.
 */
final class Financing {
  private final Map<String, PartnerBudgeted> budgets = new LinkedHashMap<>();
  private final Map<String, String> signatories = new LinkedHashMap<>();

  /** The same organisation under the same name, however it is spaced or capitalised. */
  static String partnerId(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /**
   * By how much the public money of a partner is above what may be granted; 0 if it fits or nothing
   * is budgeted yet.
   */
  long aboveCents(String partnerId, int percent) {
    var budget = budgets.get(partnerId);
    if (budget == null) return 0;
    long most = new AidIntensity(percent).mostCents(budget.costsCents());
    long all = Math.addExact(budget.grantCents(), sum(budget.lines(), BudgetLine::publicCents));
    return Math.max(0, all - most);
  }

  /**
   * @throws Rejected {@code grant-above-intensity} or {@code aid-above-intensity}
   */
  void mustFit(String partnerId, int percent) {
    var budget = budget(partnerId);
    mustBeAllowed(budget.name(), percent, budget);
  }

  /**
   * @param name of whom the refusal speaks
   */
  static void mustBeAllowed(String name, int percent, PartnerBudgeted budget) {
    mustBeAllowed(
        name,
        percent,
        budget.costsCents(),
        budget.grantCents(),
        sum(budget.lines(), BudgetLine::publicCents));
  }

  /** The budget as asked for, if it may be. */
  static PartnerBudgeted checked(BudgetPartner c) {
    var name = c.name().strip();
    if (c.lines().isEmpty()) throw new Rejected("budget-empty", Map.of("partner", name));
    var rows = EnumSet.noneOf(CostRow.class);
    for (var line : c.lines())
      if (!rows.add(line.row()))
        throw new Rejected("cost-row-twice", Map.of("partner", name, "row", line.row().code()));
    long costs = sum(c.lines(), BudgetLine::costsCents);
    long grant = sum(c.lines(), BudgetLine::grantCents);
    if (c.intensityPercent() != null)
      mustBeAllowed(
          name, c.intensityPercent(), costs, grant, sum(c.lines(), BudgetLine::publicCents));
    return new PartnerBudgeted(
        c.applicationId(),
        partnerId(name),
        name,
        c.city(),
        c.intensityPercent(),
        c.lines(),
        costs,
        grant,
        sum(c.lines(), BudgetLine::ownCents),
        sum(c.lines(), BudgetLine::thirdPartyCents),
        c.deMinimis());
  }

  /** All public money for the same costs counts together (Regulation (EU) 651/2014, Art. 8). */
  private static void mustBeAllowed(String name, int percent, long costs, long grant, long open) {
    long most = new AidIntensity(percent).mostCents(costs);
    long all = Math.addExact(grant, open);
    if (all <= most) return;
    var words = new HashMap<String, Object>();
    words.putAll(
        Map.of("partner", name, "percent", percent, "mostCents", most, "tooMuchCents", all - most));
    if (open > 0) words.put("publicCents", open);
    throw new Rejected(open > 0 ? "aid-above-intensity" : "grant-above-intensity", words);
  }

  PartnerBudgeted budget(String partnerId) {
    var budget = budgets.get(partnerId(partnerId));
    if (budget == null) throw new Rejected("applicant-unknown", Map.of("partner", partnerId));
    return budget;
  }

  boolean isEmpty() {
    return budgets.isEmpty();
  }

  int partners() {
    return budgets.size();
  }

  boolean signed(String partnerId) {
    return signatories.containsKey(partnerId);
  }

  List<Applicant> applicants() {
    return budgets.values().stream()
        .map(budget -> new Applicant(budget.partnerId(), budget.name()))
        .toList();
  }

  /** Who has not signed off, by name. */
  String unsigned() {
    return budgets.values().stream()
        .filter(budget -> !signed(budget.partnerId()))
        .map(PartnerBudgeted::name)
        .collect(Collectors.joining(", "));
  }

  /**
   * Refuses rows whose financing does not equal their costs, each with what it is off by: named
   * {@code missingCents} if money lacks, {@code excessCents} if there is too much.
   */
  void mustBalance(Predicate<PartnerBudgeted> which) {
    var off = new ArrayList<Map<String, Object>>();
    for (var budget : budgets.values())
      if (which.test(budget))
        for (var line : budget.lines())
          if (line.gapCents() != 0)
            off.add(
                Map.of(
                    "partner",
                    budget.name(),
                    "row",
                    line.row().code(),
                    line.gapCents() > 0 ? "missingCents" : "excessCents",
                    Math.abs(line.gapCents())));
    if (!off.isEmpty()) throw new Rejected("financing-unbalanced", Map.of("rows", off));
  }

  long total(ToLongFunction<PartnerBudgeted> amount) {
    return budgets.values().stream().mapToLong(amount).reduce(0, Math::addExact);
  }

  /** What each partner asks for. */
  List<PartnerGrant> asked() {
    return budgets.values().stream()
        .map(budget -> new PartnerGrant(budget.name(), budget.grantCents(), null))
        .toList();
  }

  /** What each partner asks for, by its id. */
  Map<String, Long> requested() {
    var requested = new LinkedHashMap<String, Long>();
    for (var budget : budgets.values()) requested.put(budget.partnerId(), budget.grantCents());
    return requested;
  }

  /** Budgets whose grant would be de-minimis aid. */
  List<PartnerBudgeted> deMinimis() {
    return budgets.values().stream().filter(PartnerBudgeted::deMinimis).toList();
  }

  long cityOwnCents() {
    return total(budget -> budget.city() ? budget.ownCents() : 0);
  }

  void put(PartnerBudgeted budget) {
    budgets.put(budget.partnerId(), budget);
    signatories.remove(budget.partnerId());
  }

  void remove(String partnerId) {
    budgets.remove(partnerId);
    signatories.remove(partnerId);
  }

  /** After the notice: other rows of the same sum. */
  void reallocate(String partnerId, List<BudgetLine> lines) {
    budgets.computeIfPresent(partnerId, (id, was) -> with(was, id, was.name(), lines));
  }

  /** After the notice: another takes the partner's place, with its rows. */
  void replace(String partnerId, String successorId, String name, @Nullable Boolean deMinimis) {
    var was = budgets.remove(partnerId);
    if (was == null) return;
    var now = with(was, successorId, name, was.lines());
    budgets.put(successorId, deMinimis == null ? now : now.with(deMinimis));
  }

  private static PartnerBudgeted with(
      PartnerBudgeted was, String partnerId, String name, List<BudgetLine> lines) {
    return new PartnerBudgeted(
        was.applicationId(),
        partnerId,
        name,
        was.city(),
        was.intensityPercent(),
        lines,
        was.costsCents(),
        was.grantCents(),
        was.ownCents(),
        was.thirdPartyCents(),
        was.deMinimis());
  }

  void sign(String partnerId, String signatory) {
    signatories.put(partnerId, signatory);
  }

  private static long sum(List<BudgetLine> lines, ToLongFunction<BudgetLine> amount) {
    return lines.stream().mapToLong(amount).reduce(0, Math::addExact);
  }
}
