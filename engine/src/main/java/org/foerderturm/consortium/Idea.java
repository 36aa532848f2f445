package org.foerderturm.consortium;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.foerderturm.consortium.ConsortiumEvent.ConsortiumConstituted;
import org.foerderturm.consortium.ConsortiumEvent.ConsortiumDissolved;
import org.foerderturm.consortium.ConsortiumEvent.ConsortiumProposed;
import org.foerderturm.consortium.IdeaCommand.*;
import org.foerderturm.consortium.IdeaEvent.*;
import org.foerderturm.kernel.Cases;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * The idea that a consortium begins as. One that came in by itself, from a workshop, has no case
 * until somebody selects it; or it is set aside, and perhaps taken up again. A part of {@link
 * Consortium}.
 */
class Idea {
  private final Call call;
  private @Nullable ConsortiumProposed proposed;

  /** Selected, and its case has not begun yet. */
  private boolean selected;

  private boolean setAside;
  private boolean ended;

  Idea(Call call) {
    this.call = call;
  }

  @CommandHandler
  void handle(SelectIdea c, Cases cases) {
    mustBeOpen();
    var known = Objects.requireNonNull(proposed);
    if (selected || cases.underWay(known.consortiumId())) throw refused("idea-already-selected");
    apply(
        new IdeaSelected(
            known.consortiumId(),
            known.title(),
            known.topic(),
            known.programme(),
            known.call(),
            known.deadline(),
            known.maximumFundingCents(),
            known.coordinator(),
            known.coordinatorCountry(),
            known.coordinatorCountryStatus(),
            known.coordinatorKind(),
            known.idea()));
  }

  @CommandHandler
  void handle(BeginFormation c) {
    if (!selected) throw refused("idea-not-selected");
    apply(new FormationBegun(c.consortiumId(), title()));
    call.watch();
  }

  @CommandHandler
  void handle(SetIdeaAside c, Cases cases) {
    mustBeOpen();
    if (c.reason().isBlank()) throw new Rejected("reason-missing");
    if (cases.underWay(c.consortiumId())) throw refused("idea-runs");
    apply(new IdeaSetAside(c.consortiumId(), title(), c.reason().strip()));
  }

  @CommandHandler
  void handle(TakeUpIdea c) {
    if (!setAside) throw refused("idea-not-set-aside");
    apply(new IdeaTakenUp(c.consortiumId(), title()));
  }

  private void mustBeOpen() {
    if (ended) throw refused("formation-ended");
    mustNotBeSetAside();
  }

  /** What is set aside must be taken up before anything else happens to it. */
  void mustNotBeSetAside() {
    if (setAside) throw refused("idea-set-aside");
  }

  private String title() {
    return Objects.requireNonNull(proposed).title();
  }

  private Rejected refused(String code) {
    return new Rejected(code, Map.of("title", title()));
  }

  @EventSourcingHandler
  void on(ConsortiumProposed e) {
    proposed = e;
  }

  @EventSourcingHandler
  void on(IdeaSelected e) {
    selected = true;
  }

  @EventSourcingHandler
  void on(FormationBegun e) {
    selected = false;
  }

  @EventSourcingHandler
  void on(IdeaSetAside e) {
    selected = false;
    setAside = true;
  }

  @EventSourcingHandler
  void on(IdeaTakenUp e) {
    setAside = false;
  }

  @EventSourcingHandler
  void on(ConsortiumConstituted e) {
    ended = true;
  }

  @EventSourcingHandler
  void on(ConsortiumDissolved e) {
    ended = true;
  }
}
