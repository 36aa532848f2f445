package org.foerderturm.consortium;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.foerderturm.consortium.PartnerRole.BENEFICIARY;
import static org.foerderturm.consortium.PartnerRole.COORDINATOR;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.foerderturm.consortium.ConsortiumEvent.*;
import org.foerderturm.consortium.Partner.Status;
import org.foerderturm.consortium.RunningCommand.*;
import org.foerderturm.consortium.RunningEvent.*;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Decisions.Verdict;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * The life of a consortium after its constitution: its agreement, and who leaves, joins or takes
 * over. A part of {@link Consortium}. One change of a partner is under way at a time.
 */
class Running {
  private record Change(
      ConsortiumChangeRequested asked, @Nullable Successor successor, boolean adopted) {}

  private final Map<String, Partner> partners;
  private final Map<String, Change> open = new HashMap<>();

  /** By the body, and not put to it again. */
  private final Map<String, Change> rejected = new HashMap<>();

  private String consortiumId = "";
  private Programme programme = Programme.HORIZON;
  private boolean constituted;
  private boolean dissolved;
  private boolean changesNeedResolution = true;
  private @Nullable RecordConsortiumAgreement agreement;

  /**
   * @param partners the consortium's own, as they change
   */
  Running(Map<String, Partner> partners) {
    this.partners = partners;
  }

  @CommandHandler
  void handle(RecordConsortiumAgreement asked) {
    if (dissolved) throw new Rejected("consortium-dissolved");
    var c = agreement == null ? asked : Merge.of(asked, agreement);
    c.rules().mustBeSound();
    apply(new ConsortiumAgreementRecorded(consortiumId, c.signedOn(), c.rules()));
  }

  @CommandHandler
  void handle(RequestConsortiumChange c, Decisions decisions) {
    if (!constituted) throw new Rejected("consortium-not-constituted");
    if (c.reason().isBlank()) throw new Rejected("reason-missing");
    if (c.changeKind() == ConsortiumChangeKind.AMENDMENT) {
      if (c.amendment() == null || c.amendment().isBlank()) throw new Rejected("amendment-missing");
      request(c, null, null);
      return;
    }
    if (c.partner() == null || c.partner().isBlank()) throw new Rejected("leaving-partner-missing");
    var leaving = member(c.partner());
    for (var change : open.values())
      if (leaving.partnerId().equals(change.asked.partnerId()))
        throw new Rejected("change-already-open", Map.of("partner", leaving.name()));
    if (c.changeKind() == ConsortiumChangeKind.EXIT) {
      if (leaving.role() == COORDINATOR)
        throw new Rejected("coordinator-needs-successor", Map.of("partner", leaving.name()));
      request(c, leaving, null);
    } else
      request(
          c,
          leaving,
          successor(
              leaving,
              c.successor(),
              c.successorCountry(),
              c.successorKind(),
              c.successorRole(),
              decisions));
  }

  private void request(
      RequestConsortiumChange c, @Nullable Partner leaving, @Nullable Successor successor) {
    apply(
        new ConsortiumChangeRequested(
            consortiumId,
            c.changeId(),
            c.changeKind(),
            c.reason().strip(),
            leaving == null ? null : leaving.partnerId(),
            leaving == null ? null : leaving.name(),
            successor,
            c.changeKind() == ConsortiumChangeKind.AMENDMENT ? c.amendment() : null,
            c.conditionsHold(),
            changesNeedResolution));
  }

  @CommandHandler
  void handle(NameSuccessor c, Decisions decisions) {
    var change = change(c.changeId());
    if (change.asked.partnerId() == null) throw new Rejected("leaving-partner-missing");
    var leaving = member(change.asked.partnerId());
    apply(
        new SuccessorNamed(
            consortiumId,
            c.changeId(),
            leaving.name(),
            successor(
                leaving,
                c.successor(),
                c.successorCountry(),
                c.successorKind(),
                c.successorRole(),
                decisions)));
  }

  @CommandHandler
  void handle(CheckConsortiumChange c, Decisions decisions) {
    var change = change(c.changeId());
    var verdict = judge(change, decisions);
    apply(
        new ConsortiumChangeChecked(
            consortiumId,
            c.changeId(),
            verdict.yes("eligible"),
            verdict.text("finding"),
            verdict.table(),
            verdict.version(),
            verdict.text("rule"),
            verdict.text("source")));
  }

  @CommandHandler
  void handle(ResolveConsortiumChange c) {
    change(c.changeId());
    apply(new ConsortiumChangeResolved(consortiumId, c.changeId(), c.motionId(), c.result()));
  }

  @CommandHandler
  void handle(ResubmitConsortiumChange c) {
    if (!rejected.containsKey(c.changeId())) throw new Rejected("change-not-rejected");
    if (c.reason().isBlank()) throw new Rejected("reason-missing");
    apply(new ConsortiumChangeResubmitted(consortiumId, c.changeId(), c.reason().strip()));
  }

  @CommandHandler
  void handle(WithdrawConsortiumChange c) {
    if (!rejected.containsKey(c.changeId())) change(c.changeId());
    if (c.reason().isBlank()) throw new Rejected("reason-missing");
    apply(new ConsortiumChangeWithdrawn(consortiumId, c.changeId(), c.reason().strip()));
  }

  @CommandHandler
  void handle(CarryOutConsortiumChange c, Decisions decisions) {
    var change = change(c.changeId());
    var asked = change.asked;
    if (asked.needsResolution() && !change.adopted) throw new Rejected("change-not-adopted");
    // partners may have changed since it was checked
    var verdict = judge(change, decisions);
    if (!verdict.yes("eligible"))
      throw new Rejected("change-breaks-minimum", Map.of("finding", verdict.text("finding")));
    if (asked.partnerId() != null) {
      var leaving = member(asked.partnerId());
      var next = change.successor;
      apply(
          new PartnerLeft(
              consortiumId,
              c.changeId(),
              leaving.partnerId(),
              leaving.name(),
              asked.reason(),
              next == null ? null : next.name(),
              c.effectiveOn()));
      if (next != null) {
        var known = partners.get(next.partnerId());
        if (known != null && known.belongs())
          apply(
              new CoordinationPassed(
                  consortiumId, c.changeId(), next.partnerId(), next.name(), c.effectiveOn()));
        else
          apply(
              new PartnerJoined(
                  consortiumId,
                  c.changeId(),
                  next.partnerId(),
                  next.name(),
                  next.country(),
                  next.countryStatus(),
                  next.role(),
                  next.kind(),
                  c.effectiveOn()));
      }
    }
    apply(
        new ConsortiumChanged(
            consortiumId,
            c.changeId(),
            change.successor != null ? ConsortiumChangeKind.REPLACEMENT : asked.changeKind(),
            asked.amendment(),
            c.effectiveOn()));
  }

  /** Who comes; of the partners only one who takes the coordination over. */
  private Successor successor(
      Partner leaving,
      @Nullable String name,
      @Nullable String country,
      @Nullable OrganisationKind kind,
      @Nullable PartnerRole role,
      Decisions decisions) {
    if (name == null || name.isBlank()) throw new Rejected("successor-unnamed");
    var id = PartnerId.of(name);
    boolean coordinates = leaving.role() == COORDINATOR;
    var known = partners.get(id);
    if (known != null && known.belongs()) {
      if (!coordinates || id.equals(leaving.partnerId()))
        throw new Rejected("partner-already-in-consortium", Map.of("partner", known.name()));
      return new Successor(
          id, known.name(), known.country(), known.countryStatus(), COORDINATOR, known.kind());
    }
    if (role == COORDINATOR && !coordinates)
      throw new Rejected("coordinator-already-named", Map.of("coordinator", coordinator().name()));
    if (country == null || country.isBlank() || kind == null)
      throw new Rejected("successor-incomplete");
    var status = decisions.decide("country-status", Map.of("country", country)).text("status");
    return new Successor(
        id,
        name.strip(),
        country,
        CountryStatus.valueOf(status.toUpperCase(Locale.ROOT).replace('-', '_')),
        coordinates ? COORDINATOR : Objects.requireNonNullElse(role, BENEFICIARY),
        kind);
  }

  /** The partners as they would be, by the programme's table. */
  private Verdict judge(Change change, Decisions decisions) {
    var after = new ArrayList<>(partners.values().stream().filter(Partner::belongs).toList());
    after.removeIf(p -> p.partnerId().equals(change.asked.partnerId()));
    var next = change.successor;
    if (next != null) {
      after.removeIf(p -> p.partnerId().equals(next.partnerId()));
      after.add(joined(next));
    }
    return PartnerFigures.of(after).judge(programme, change.asked.conditionsHold(), decisions);
  }

  private Change change(String changeId) {
    var change = open.get(changeId);
    if (change == null) throw new Rejected("change-not-open");
    return change;
  }

  private Partner member(String nameOrId) {
    var partner = partners.get(PartnerId.of(nameOrId));
    if (partner == null) throw new Rejected("partner-unknown", Map.of("partner", nameOrId));
    if (!partner.belongs())
      throw new Rejected("partner-not-in-consortium", Map.of("partner", partner.name()));
    return partner;
  }

  private Partner coordinator() {
    return partners.values().stream()
        .filter(p -> p.belongs() && p.role() == COORDINATOR)
        .findFirst()
        .orElseThrow();
  }

  private static Partner joined(Successor next) {
    return new Partner(
        next.partnerId(),
        next.name(),
        next.country(),
        next.countryStatus(),
        next.role(),
        next.kind(),
        Status.ACCEPTED,
        0,
        false);
  }

  @EventSourcingHandler
  void on(ConsortiumProposed e) {
    consortiumId = e.consortiumId();
    programme = e.programme();
  }

  @EventSourcingHandler
  void on(ConsortiumConstituted e) {
    constituted = true;
  }

  @EventSourcingHandler
  void on(ConsortiumDissolved e) {
    dissolved = true;
  }

  @EventSourcingHandler
  void on(ConsortiumAgreementRecorded e) {
    changesNeedResolution = e.rules().changesNeedResolution();
    agreement = new RecordConsortiumAgreement(e.consortiumId(), e.signedOn(), e.rules());
  }

  @EventSourcingHandler
  void on(ConsortiumChangeRequested e) {
    open.put(e.changeId(), new Change(e, e.successor(), false));
  }

  @EventSourcingHandler
  void on(SuccessorNamed e) {
    open.computeIfPresent(
        e.changeId(), (id, change) -> new Change(change.asked, e.successor(), change.adopted));
  }

  @EventSourcingHandler
  void on(ConsortiumChangeResolved e) {
    if (e.result().equals("adopted"))
      open.computeIfPresent(
          e.changeId(), (id, change) -> new Change(change.asked, change.successor, true));
    else {
      var change = open.remove(e.changeId());
      if (change != null) rejected.put(e.changeId(), change);
    }
  }

  @EventSourcingHandler
  void on(ConsortiumChangeResubmitted e) {
    var change = rejected.remove(e.changeId());
    if (change != null) open.put(e.changeId(), change);
  }

  @EventSourcingHandler
  void on(ConsortiumChangeWithdrawn e) {
    open.remove(e.changeId());
    rejected.remove(e.changeId());
  }

  @EventSourcingHandler
  void on(PartnerLeft e) {
    partners.computeIfPresent(e.partnerId(), (id, p) -> p.now(Status.LEFT));
  }

  @EventSourcingHandler
  void on(PartnerJoined e) {
    partners.put(
        e.partnerId(),
        joined(
            new Successor(
                e.partnerId(), e.name(), e.country(), e.countryStatus(), e.role(), e.kind())));
  }

  @EventSourcingHandler
  void on(CoordinationPassed e) {
    partners.computeIfPresent(e.partnerId(), (id, p) -> p.as(COORDINATOR));
  }

  @EventSourcingHandler
  void on(ConsortiumChanged e) {
    open.remove(e.changeId());
  }
}
