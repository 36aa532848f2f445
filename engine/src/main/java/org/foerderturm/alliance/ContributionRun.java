package org.foerderturm.alliance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.foerderturm.alliance.ContributionRunCommand.*;
import org.foerderturm.alliance.ContributionRunEvent.*;
import org.foerderturm.alliance.MemberCommand.AssessContribution;
import org.foerderturm.alliance.MemberCommand.ChargeContribution;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * The contribution run of one year. A preview changes nothing and may be repeated or cancelled;
 * what is final charges exactly the members of the preview, each as it was shown.
 */
@AggregateRoot
class ContributionRun {
  private static final int FIRST_YEAR = 2015;
  private static final int LAST_YEAR = 2100;

  @AggregateIdentifier
  @SuppressWarnings("unused")
  private @Nullable String runId;

  private int year;
  private boolean previewed;
  private boolean made;
  private Set<String> members = Set.of();
  private final Set<String> assessed = new HashSet<>();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(PreviewContributionRun c) {
    if (made) throw new Rejected("run-already-final", Map.of("year", year));
    if (c.year() < FIRST_YEAR
        || c.year() > LAST_YEAR
        || !c.runId().equals(ContributionRunCommand.idOf(c.year())))
      throw new Rejected("run-year-wrong", Map.of("year", c.year()));
    if (c.members().isEmpty()) throw new Rejected("run-without-members", Map.of("year", c.year()));
    if (Set.copyOf(c.members()).size() < c.members().size())
      throw new Rejected("member-twice-in-run");
    apply(new ContributionRunPreviewed(c.runId(), c.year(), c.members().size(), c.members()));
  }

  @CommandHandler
  void handle(AssessContributions c, Consequences consequences) {
    mustBePreviewed();
    for (var member : c.members()) {
      if (!members.contains(member))
        throw new Rejected("member-not-in-run", Map.of("memberId", member));
      consequences.send(new AssessContribution(member, year, c.runId()));
    }
    apply(new ContributionRunAssessed(c.runId(), year, c.members()));
  }

  @CommandHandler
  void handle(MakeContributionRunFinal c, Consequences consequences) {
    mustBePreviewed();
    int missing = members.size() - assessed.size();
    if (missing > 0) throw new Rejected("run-preview-incomplete", Map.of("missing", missing));
    apply(new ContributionRunFinalised(c.runId(), year, members.size()));
    for (var member : members) consequences.send(new ChargeContribution(member, year, c.runId()));
  }

  @CommandHandler
  void handle(CancelContributionRun c) {
    mustBePreviewed();
    if (c.reason().isBlank()) throw new Rejected("run-cancelled-without-reason");
    apply(new ContributionRunCancelled(c.runId(), year, c.reason().strip()));
  }

  private void mustBePreviewed() {
    if (made) throw new Rejected("run-already-final", Map.of("year", year));
    if (!previewed) throw new Rejected("run-not-previewed");
  }

  @EventSourcingHandler
  void on(ContributionRunPreviewed e) {
    runId = e.runId();
    year = e.year();
    members = new LinkedHashSet<>(e.memberIds());
    assessed.clear();
    previewed = true;
  }

  @EventSourcingHandler
  void on(ContributionRunAssessed e) {
    assessed.addAll(e.memberIds());
  }

  @EventSourcingHandler
  void on(ContributionRunFinalised e) {
    made = true;
  }

  @EventSourcingHandler
  void on(ContributionRunCancelled e) {
    previewed = false;
  }
}
