package org.foerderturm.funding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.foerderturm.funding.GrantState.notBefore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.foerderturm.enterprise.EnterpriseCommand.CheckDeMinimis;
import org.foerderturm.enterprise.EnterpriseCommand.CorrectGrantedAids;
import org.foerderturm.enterprise.EnterpriseCommand.DetermineSize;
import org.foerderturm.enterprise.EnterpriseCommand.PartnerAid;
import org.foerderturm.enterprise.EnterpriseCommand.RecordGrantedAids;
import org.foerderturm.enterprise.EnterpriseSize;
import org.foerderturm.funding.FundingEvent.PartnerBudgeted;
import org.foerderturm.funding.GrantCommand.*;
import org.foerderturm.funding.GrantEvent.*;
import org.foerderturm.funding.GrantState.Change;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Projects;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a grant: drafted, put to the funder, consented to or refused. What lies within the
 * margin of the regime needs no consent. A change is judged when it is drafted and again when it
 * takes effect, for others may have come between.
 */
final class GrantChanges {
  private final GrantState state;
  private final StateAid aid;

  GrantChanges(GrantState state, StateAid aid) {
    this.state = state;
    this.aid = aid;
  }

  @CommandHandler
  void handle(BeginGrantChange c) {
    state.granted();
    if (state.accounted) throw new Rejected("proof-of-use-already-submitted");
    if (state.changes.containsKey(c.changeId())) throw new Rejected("change-already-begun");
    apply(
        new GrantChangeBegun(
            c.applicationId(),
            c.changeId(),
            state.changes.size() + 1,
            c.kind(),
            state.title,
            state.financing.applicants(),
            state.until));
  }

  @CommandHandler
  void handle(DraftGrantChange c, Decisions tables) {
    var change = openOrRefused(c.changeId());
    if (change.putOn() != null && !change.refused()) throw new Rejected("change-already-put");
    var rules = rules(tables);
    apply(
        switch (change.begun().kind()) {
          case REALLOCATION -> reallocation(c, tables);
          case EXTENSION -> extension(c, rules);
          case PARTNER -> partner(c, rules);
        });
  }

  private GrantChangeDrafted reallocation(DraftGrantChange c, Decisions tables) {
    var budget = state.financing.budget(needed(c.partnerId(), "partner-missing"));
    var rules = state.rules(budget.partnerId(), tables);
    var from = needed(c.fromRow(), "cost-row-missing");
    var to = needed(c.toRow(), "cost-row-missing");
    long cents = needed(c.amountCents(), "amount-missing");
    var lines = Reallocation.of(budget.lines(), from, to, cents);
    CostRows.mustFit(
        budget.name(), from, to, state.law.programme(), state.granted().receivedOn(), tables);
    return new GrantChangeDrafted(
        c.applicationId(),
        c.changeId(),
        GrantChangeKind.REALLOCATION,
        budget.partnerId(),
        budget.name(),
        from,
        to,
        cents,
        null,
        null,
        c.reason().strip(),
        exceeds(budget.partnerId(), lines, to, rules),
        rules.source());
  }

  private boolean exceeds(String partnerId, List<BudgetLine> lines, CostRow to, GrantRules rules) {
    return lines.stream()
        .filter(line -> line.row() == to)
        .anyMatch(line -> !rules.mayExceed(state.approvedCents(partnerId, to), line.costsCents()));
  }

  private GrantChangeDrafted extension(DraftGrantChange c, GrantRules rules) {
    var until = needed(c.periodUntil(), "period-end-missing");
    later(until);
    return new GrantChangeDrafted(
        c.applicationId(),
        c.changeId(),
        GrantChangeKind.EXTENSION,
        null,
        null,
        null,
        null,
        null,
        until,
        null,
        c.reason().strip(),
        true,
        rules.source());
  }

  private void later(LocalDate until) {
    if (!until.isAfter(state.until))
      throw new Rejected("extension-not-later", Map.of("until", state.until.toString()));
  }

  private GrantChangeDrafted partner(DraftGrantChange c, GrantRules rules) {
    var budget = state.financing.budget(needed(c.partnerId(), "partner-missing"));
    var successor = needed(c.successor(), "successor-missing").strip();
    if (successor.isEmpty()) throw new Rejected("successor-missing");
    notAPartner(successor);
    var facts = c.facts();
    if (facts != null) facts.mustBeComplete(successor);
    else if (aid.knows(budget.partnerId()))
      throw new Rejected("successor-facts-missing", Map.of("partner", successor));
    return new GrantChangeDrafted(
        c.applicationId(),
        c.changeId(),
        GrantChangeKind.PARTNER,
        budget.partnerId(),
        budget.name(),
        null,
        null,
        null,
        null,
        successor,
        c.reason().strip(),
        true,
        rules.source(),
        facts);
  }

  private void notAPartner(String name) {
    var id = Financing.partnerId(name);
    if (state.financing.applicants().stream().anyMatch(each -> each.id().equals(id)))
      throw new Rejected("applicant-twice", Map.of("partner", name));
  }

  // ---- with or without the funder

  @CommandHandler
  void handle(CarryOutGrantChange c, Decisions tables) {
    var change = open(c.changeId());
    var draft = drafted(change);
    var whose = draft.partnerId();
    var rules = whose == null ? rules(tables) : state.rules(whose, tables);
    var percent = rules.reallocationPercent();
    if (draft.consentNeeded() || change.putOn() != null) throw needsConsent(percent);
    var effect = (BudgetReallocated) effect(draft, rules, false);
    if (exceeds(effect.partnerId(), effect.lines(), effect.toRow(), rules))
      throw needsConsent(percent);
    aid.again(c.applicationId(), tables);
    apply(effect);
  }

  private static Rejected needsConsent(@Nullable Long percent) {
    return new Rejected("change-needs-consent", Map.of("percent", percent == null ? 0 : percent));
  }

  @CommandHandler
  void handle(PutGrantChange c, Decisions tables) {
    var change = open(c.changeId());
    var draft = drafted(change);
    if (change.putOn() != null) throw new Rejected("change-already-put");
    notBefore(c.putOn(), state.granted().receivedOn());
    if (draft.facts() != null)
      aid.successor(place(draft), successor(draft), draft.facts(), c.putOn(), tables);
    apply(new GrantChangePut(c.applicationId(), c.changeId(), c.putOn()));
  }

  @CommandHandler
  void handle(
      RecordFunderConsent c, Decisions tables, Projects projects, Consequences consequences) {
    var change = open(c.changeId());
    notBefore(c.decidedOn(), put(change));
    var draft = drafted(change);
    var effect = effect(draft, rules(tables), true);
    apply(
        new GrantChangeConsented(
            c.applicationId(),
            c.changeId(),
            c.decidedOn(),
            c.reference(),
            answered(
                tables,
                NoticeLaw.Came.decided(
                    c.decidedOn(), c.postedOn(), c.receivedOn(), c.withoutInstruction()))));
    if (draft.kind() == GrantChangeKind.PARTNER)
      takesPlace(draft, c.decidedOn(), tables, consequences);
    else aid.again(c.applicationId(), tables);
    apply(effect);
    if (draft.kind() == GrantChangeKind.EXTENSION)
      GrantFollowers.tell(state, draft.reason(), projects, consequences);
  }

  private Delivery answered(Decisions tables, NoticeLaw.Came came) {
    return state.law.of(tables, NoticeKind.CHANGE, came);
  }

  @CommandHandler
  void handle(RecordFunderRefusal c, Decisions tables) {
    var change = open(c.changeId());
    notBefore(c.decidedOn(), put(change));
    apply(
        new GrantChangeRefused(
            c.applicationId(),
            c.changeId(),
            c.decidedOn(),
            c.reason().strip(),
            answered(
                tables,
                NoticeLaw.Came.decided(
                    c.decidedOn(), c.postedOn(), c.receivedOn(), c.withoutInstruction()))));
  }

  @CommandHandler
  void handle(WithdrawGrantChange c) {
    openOrRefused(c.changeId());
    apply(new GrantChangeWithdrawn(c.applicationId(), c.changeId(), c.reason().strip()));
  }

  /** What a change does to the grant as it is now. */
  private GrantEvent effect(GrantChangeDrafted draft, GrantRules rules, boolean consented) {
    return switch (draft.kind()) {
      case REALLOCATION -> {
        var budget = state.financing.budget(Objects.requireNonNull(draft.partnerId()));
        var from = Objects.requireNonNull(draft.fromRow());
        var to = Objects.requireNonNull(draft.toRow());
        long cents = Objects.requireNonNull(draft.amountCents());
        yield new BudgetReallocated(
            draft.applicationId(),
            draft.changeId(),
            budget.partnerId(),
            budget.name(),
            from,
            to,
            cents,
            Reallocation.of(budget.lines(), from, to, cents),
            consented);
      }
      case EXTENSION -> extended(draft, rules);
      case PARTNER -> {
        var budget = state.financing.budget(Objects.requireNonNull(draft.partnerId()));
        var successor = Objects.requireNonNull(draft.successor());
        notAPartner(successor);
        var id = Financing.partnerId(successor);
        yield new GranteeReplaced(
            draft.applicationId(),
            draft.changeId(),
            budget.partnerId(),
            budget.name(),
            id,
            successor,
            state.financing.applicants().stream()
                .map(
                    each ->
                        each.id().equals(budget.partnerId()) ? new Applicant(id, successor) : each)
                .toList(),
            deMinimisCents(draft, budget));
      }
    };
  }

  private PartnerBudgeted place(GrantChangeDrafted draft) {
    return state.financing.budget(Objects.requireNonNull(draft.partnerId()));
  }

  private static String successor(GrantChangeDrafted draft) {
    return Objects.requireNonNull(draft.successor());
  }

  /** What is left of the place for the successor, if it gets it as de-minimis aid. */
  private @Nullable Long deMinimisCents(GrantChangeDrafted draft, PartnerBudgeted budget) {
    if (draft.facts() == null) return null;
    if (!draft.facts().isDeMinimis()) return 0L;
    return Math.max(0, state.mostCents(budget) - state.drawnCents(budget.partnerId()));
  }

  /**
   * The successor's own rate, size and ceiling; the register keeps with the partner what it drew.
   */
  private void takesPlace(
      GrantChangeDrafted draft, LocalDate on, Decisions tables, Consequences consequences) {
    var facts = draft.facts();
    if (facts == null) return;
    var place = place(draft);
    var name = successor(draft);
    apply(aid.successor(place, name, facts, on, tables));
    if (facts.size() != null)
      consequences.send(
          new DetermineSize(
              draft.applicationId(),
              name,
              EnterpriseSize.of(facts.size()),
              on.atStartOfDay(),
              facts.isNoAid() && !aid.isDirect()));
    if (place.deMinimis())
      consequences.send(
          new CorrectGrantedAids(
              draft.applicationId(),
              List.of(new PartnerAid(place.name(), state.drawnCents(place.partnerId()))),
              draft.reason()));
    var cents = deMinimisCents(draft, place);
    if (cents == null || cents == 0) return;
    consequences.send(new CheckDeMinimis(draft.applicationId(), name, cents, on.atStartOfDay()));
    consequences.send(
        new RecordGrantedAids(
            draft.applicationId(),
            List.of(new PartnerAid(name, cents)),
            on,
            state.funder,
            state.granted().reference()));
  }

  private GrantPeriodExtended extended(GrantChangeDrafted draft, GrantRules rules) {
    var notice = state.granted();
    var until = Objects.requireNonNull(draft.periodUntil());
    later(until);
    var proofs = new TreeSet<>(state.interimProofs);
    // those before the former end stand as the notice set them
    for (var due : rules.interimProofs(notice.periodFrom(), until, notice.reportingMonths()))
      if (due.isAfter(state.until)) proofs.add(due);
    return new GrantPeriodExtended(
        draft.applicationId(),
        draft.changeId(),
        notice.periodFrom(),
        until,
        new ArrayList<>(proofs),
        rules.proofOfUse(until, state.purposeMet),
        rules.source());
  }

  // ---- guards

  private Change open(String changeId) {
    var change = openOrRefused(changeId);
    if (change.ended()) throw new Rejected("change-already-decided");
    return change;
  }

  /** What the funder refused may be drafted anew or given up. */
  private Change openOrRefused(String changeId) {
    state.granted();
    var change = state.changes.get(changeId);
    if (change == null) throw new Rejected("change-unknown");
    if (change.ended() && !change.refused()) throw new Rejected("change-already-decided");
    if (state.accounted) throw new Rejected("proof-of-use-already-submitted");
    return change;
  }

  private static GrantChangeDrafted drafted(Change change) {
    if (change.draft() == null) throw new Rejected("change-not-drafted");
    return change.draft();
  }

  private static LocalDate put(Change change) {
    if (change.putOn() == null) throw new Rejected("change-not-put");
    return change.putOn();
  }

  private GrantRules rules(Decisions tables) {
    return GrantRules.of(tables, state.regime(), state.granted().receivedOn());
  }

  private static <T> T needed(@Nullable T value, String code) {
    if (value == null || (value instanceof String text && text.isBlank())) throw new Rejected(code);
    return value;
  }
}
