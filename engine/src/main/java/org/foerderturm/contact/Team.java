package org.foerderturm.contact;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.contact.TeamCommand.*;
import org.foerderturm.contact.TeamEvent.*;
import org.foerderturm.kernel.Memberships;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** An expert team: nobody sits in it twice at a time, and one at most leads it. */
@AggregateRoot
class Team {
  private record Term(String contactId, LocalDate from, @Nullable LocalDate until, boolean chair) {
    boolean meets(LocalDate begin, @Nullable LocalDate end) {
      return (end == null || !from.isAfter(end)) && (until == null || !until.isBefore(begin));
    }
  }

  @AggregateIdentifier
  @SuppressWarnings("unused")
  private @Nullable String teamId;

  private final List<Term> terms = new ArrayList<>();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(AppointExpert c, Memberships members) {
    if (!c.teamId().equals(TeamCommand.idOf(c.team())))
      throw new Rejected("team-unknown", Map.of("team", c.teamId()));
    if (c.until() != null && c.until().isBefore(c.from()))
      throw new Rejected("term-ends-before-it-begins", Map.of("from", c.from().toString()));
    members.mustNotHaveLeft(c.memberId());
    members
        .speaksUntil(c.contactId())
        .filter(until -> until.isBefore(c.from()))
        .ifPresent(
            until -> {
              throw new Rejected("expert-is-gone", Map.of("until", until.toString()));
            });
    for (var term : terms)
      if (term.meets(c.from(), c.until())) {
        if (term.contactId.equals(c.contactId()))
          throw new Rejected("expert-already-in-team", Map.of("from", term.from.toString()));
        if (term.chair && c.chair())
          throw new Rejected("team-has-chair", Map.of("from", term.from.toString()));
      }
    apply(
        new ExpertAppointed(
            c.teamId(), c.team(), c.contactId(), c.memberId(), c.from(), c.until(), c.chair()));
  }

  @CommandHandler
  void handle(EndExpertTerm asked) {
    if (asked.until() == null) throw new Rejected("day-missing");
    for (var term : terms) {
      boolean endsLater = term.until == null || term.until.isAfter(asked.until());
      if (!term.contactId.equals(asked.contactId()) || !endsLater) continue;
      var until =
          Merge.of(asked, new EndExpertTerm(asked.teamId(), term.contactId, term.until)).until();
      if (until == null || until.equals(term.until)) return; // as somebody else left it
      if (until.isBefore(term.from))
        throw new Rejected("term-ends-before-it-begins", Map.of("from", term.from.toString()));
      apply(
          new ExpertTermEnded(
              asked.teamId(), team(asked.teamId()), term.contactId, term.from, until));
      return;
    }
    throw new Rejected("expert-not-in-team");
  }

  private static ExpertTeam team(String teamId) {
    for (var team : ExpertTeam.values()) if (TeamCommand.idOf(team).equals(teamId)) return team;
    throw new Rejected("team-unknown", Map.of("team", teamId));
  }

  @EventSourcingHandler
  void on(ExpertAppointed e) {
    teamId = e.teamId();
    terms.add(new Term(e.contactId(), e.from(), e.until(), e.chair()));
  }

  @EventSourcingHandler
  void on(ExpertTermEnded e) {
    terms.replaceAll(
        term ->
            term.contactId.equals(e.contactId()) && term.from.equals(e.from())
                ? new Term(term.contactId, term.from, e.until(), term.chair)
                : term);
  }
}
