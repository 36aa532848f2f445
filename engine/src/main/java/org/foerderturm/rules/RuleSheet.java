package org.foerderturm.rules;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.RuleTables;
import org.foerderturm.rules.RuleCommand.*;
import org.foerderturm.rules.RuleEvent.*;
import org.jspecify.annotations.Nullable;

/** The changes of one file of decision tables: nobody decides on a proposal of their own. */
@AggregateRoot
class RuleSheet {
  /** Characters of a reason or a source. */
  static final int LONGEST = 2_000;

  static final int LONGEST_SOURCE = 500;

  /** Proposals that wait at a time. */
  static final int MOST_OPEN = 20;

  @AggregateIdentifier
  @SuppressWarnings("unused")
  private @Nullable String sheetId;

  private final Map<String, RuleChangeProposed> open = new LinkedHashMap<>();
  private final Set<String> decided = new HashSet<>();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ProposeRuleChange c, RuleTables tables, Actor actor) {
    var change = c.change();
    if (!c.sheetId().equals(RuleCommand.idOf(change.file())))
      throw new Rejected("rule-table-unknown", Map.of("table", change.table()));
    if (open.containsKey(c.changeId()) || decided.contains(c.changeId()))
      throw new Rejected("rule-already-proposed");
    var reason = text(c.reason(), "reason-missing", LONGEST);
    var source = text(c.source(), "source-missing", LONGEST_SOURCE);
    if (open.size() >= MOST_OPEN)
      throw new Rejected("rule-too-many-open", Map.of("limit", MOST_OPEN));
    for (var other : open.values()) {
      var same = other.change().row();
      if (other.change().table().equals(change.table())
          && same != null
          && same.equals(change.row())) throw new Rejected("rule-already-proposed");
    }
    int version = tables.judge(change);
    var past = c.pastReason() == null || c.pastReason().isBlank() ? null : c.pastReason();
    if (tables.isPast(change) && past == null) throw new Rejected("rule-past-without-reason");
    apply(
        new RuleChangeProposed(
            c.sheetId(),
            c.changeId(),
            change,
            version,
            reason,
            source,
            past == null ? null : text(past, "reason-missing", LONGEST),
            actor.userId()));
  }

  @CommandHandler
  void handle(ApproveRuleChange c, RuleTables tables, Actor actor) {
    var proposal = open(c.changeId());
    mustBeAnother(proposal, actor);
    if (tables.judge(proposal.change()) != proposal.version())
      throw new Rejected("rule-table-changed", Map.of("version", proposal.version()));
    int version = tables.publish(proposal.change());
    apply(
        new RuleChangeApproved(
            c.sheetId(), c.changeId(), proposal.change(), version, proposal.source()));
  }

  @CommandHandler
  void handle(RefuseRuleChange c, Actor actor) {
    var proposal = open(c.changeId());
    mustBeAnother(proposal, actor);
    var reason = text(c.reason(), "reason-missing", LONGEST);
    apply(new RuleChangeRefused(c.sheetId(), c.changeId(), proposal.change().table(), reason));
  }

  @CommandHandler
  void handle(WithdrawRuleChange c, Actor actor) {
    var proposal = open(c.changeId());
    if (!proposal.proposedBy().equals(actor.userId()))
      throw new Rejected("rule-not-yours", Map.of("by", proposal.proposedBy()));
    var reason = text(c.reason(), "reason-missing", LONGEST);
    apply(new RuleChangeWithdrawn(c.sheetId(), c.changeId(), proposal.change().table(), reason));
  }

  private RuleChangeProposed open(String changeId) {
    if (decided.contains(changeId)) throw new Rejected("rule-already-decided");
    var proposal = open.get(changeId);
    if (proposal == null) throw new Rejected("rule-proposal-unknown");
    return proposal;
  }

  private static void mustBeAnother(RuleChangeProposed proposal, Actor actor) {
    if (proposal.proposedBy().equals(actor.userId())
        || Objects.equals(proposal.proposedBy(), actor.onBehalfOf()))
      throw new Rejected("rule-same-person");
  }

  private static String text(@Nullable String words, String missing, int limit) {
    if (words == null || words.isBlank()) throw new Rejected(missing);
    if (words.strip().length() > limit)
      throw new Rejected("rule-text-too-long", Map.of("limit", limit));
    return words.strip();
  }

  @EventSourcingHandler
  void on(RuleChangeProposed e) {
    sheetId = e.sheetId();
    open.put(e.changeId(), e);
  }

  @EventSourcingHandler
  void on(RuleChangeApproved e) {
    close(e);
  }

  @EventSourcingHandler
  void on(RuleChangeRefused e) {
    close(e);
  }

  @EventSourcingHandler
  void on(RuleChangeWithdrawn e) {
    close(e);
  }

  private void close(RuleEvent e) {
    open.remove(e.changeId());
    decided.add(e.changeId());
  }
}
