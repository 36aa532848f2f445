package org.foerderturm.committee;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.createNew;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.foerderturm.committee.CommitteeCommand.AdoptRules;
import org.foerderturm.committee.CommitteeCommand.AppointMember;
import org.foerderturm.committee.CommitteeCommand.DismissMember;
import org.foerderturm.committee.CommitteeCommand.FoundBody;
import org.foerderturm.committee.CommitteeCommand.SubmitMotion;
import org.foerderturm.committee.CommitteeEvent.BodyFounded;
import org.foerderturm.committee.CommitteeEvent.MemberAppointed;
import org.foerderturm.committee.CommitteeEvent.MemberDismissed;
import org.foerderturm.committee.CommitteeEvent.MotionReceived;
import org.foerderturm.committee.CommitteeEvent.MotionSubmitted;
import org.foerderturm.committee.CommitteeEvent.RulesAdopted;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * A body (Gremium) with its members and rules. It admits motions: only it knows who is in office
 * and which rules hold, so it writes both into the motion, whose votes then need nothing else.
 *
 * <p>"Today" is the day of the event that says so ({@link MotionReceived}), as the log stamped it;
 * no clock is read here.
 */
@AggregateRoot
class Body {
  private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

  @AggregateIdentifier private @Nullable String bodyId;
  private String name = "";
  private int statutoryMembers;
  private final List<BodyRules> rules = new ArrayList<>();
  private final List<Term> terms = new ArrayList<>();
  private final Set<String> motions = new HashSet<>();
  private LocalDate today = LocalDate.MIN;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(FoundBody command) {
    if (bodyId != null) throw new Rejected("body-already-founded", Map.of("bodyId", bodyId));
    if (command.name().isBlank()) throw new Rejected("body-name-missing");
    if (command.statutoryMembers() < 1) throw new Rejected("body-without-members");
    var first = command.rules() == null ? BodyRules.municipal() : command.rules();
    apply(
        new BodyFounded(
            command.bodyId(),
            command.name().strip(),
            command.kind(),
            command.statutoryMembers(),
            first));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(AdoptRules command) {
    mustExist(command.bodyId());
    LocalDate from = command.rules().validFrom();
    LocalDate last = rules.getLast().validFrom();
    if (from == null) throw new Rejected("rules-without-day");
    if (last != null && !from.isAfter(last))
      throw new Rejected("rules-not-newer", Map.of("last", last.toString()));
    apply(new RulesAdopted(command.bodyId(), command.rules()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(AppointMember command) {
    mustExist(command.bodyId());
    var term = new Term(command.userId(), command.from(), command.until());
    if (term.from() != null && term.until() != null && term.until().isBefore(term.from()))
      throw new Rejected("term-ends-before-it-begins");
    var others = terms.stream().filter(term::overlaps).toList();
    if (others.stream().anyMatch(other -> other.userId().equals(term.userId())))
      throw new Rejected("member-already-appointed", Map.of("userId", term.userId()));
    if (busiestDay(term, others) >= statutoryMembers)
      throw new Rejected("body-full", Map.of("statutoryMembers", statutoryMembers));
    apply(new MemberAppointed(command.bodyId(), term.userId(), term.from(), term.until()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DismissMember command) {
    mustExist(command.bodyId());
    if (terms.stream().noneMatch(term -> term.userId().equals(command.userId())))
      throw new Rejected("not-a-member", Map.of("userId", command.userId()));
    apply(new MemberDismissed(command.bodyId(), command.userId()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(SubmitMotion command) throws Exception {
    mustExist(command.bodyId());
    if (motions.contains(command.motionId()))
      throw new Rejected("motion-already-submitted", Map.of("motionId", command.motionId()));
    if (command.title().isBlank()) throw new Rejected("motion-title-missing");
    if (command.proposal().isBlank()) throw new Rejected("motion-proposal-missing");
    apply(new MotionReceived(command.bodyId(), command.motionId()));
    var members =
        terms.stream().filter(term -> term.covers(today)).map(Term::userId).sorted().toList();
    if (members.isEmpty()) throw new Rejected("nobody-in-office", Map.of("body", name));
    var submitted =
        new MotionSubmitted(
            command.motionId(),
            command.bodyId(),
            name,
            command.title().strip(),
            command.proposal().strip(),
            command.caseKey(),
            members,
            statutoryMembers,
            rulesInForce());
    createNew(Motion.class, () -> new Motion(submitted));
  }

  @EventSourcingHandler
  void on(BodyFounded event) {
    bodyId = event.bodyId();
    name = event.name();
    statutoryMembers = event.statutoryMembers();
    rules.add(event.rules());
  }

  @EventSourcingHandler
  void on(RulesAdopted event) {
    rules.add(event.rules());
  }

  @EventSourcingHandler
  void on(MemberAppointed event) {
    terms.add(new Term(event.userId(), event.from(), event.until()));
  }

  @EventSourcingHandler
  void on(MemberDismissed event) {
    terms.removeIf(term -> term.userId().equals(event.userId()));
  }

  @EventSourcingHandler
  void on(MotionReceived event, @Timestamp Instant at) {
    motions.add(event.motionId());
    today = LocalDate.ofInstant(at, OFFICE);
  }

  /** Its commands may create it, so that one that doesn't exist is refused in plain words. */
  private void mustExist(String asked) {
    if (bodyId == null) throw new Rejected("body-unknown", Map.of("bodyId", asked));
  }

  /**
   * The most members in office on one day of the term: on its first, or on which one of them
   * begins.
   */
  private static long busiestDay(Term term, List<Term> others) {
    return Stream.concat(Stream.of(term), others.stream())
        .map(Term::first)
        .filter(term::covers)
        .mapToLong(day -> others.stream().filter(other -> other.covers(day)).count())
        .max()
        .orElse(0);
  }

  /** The newest row that has begun; the first one holds from ever. */
  private BodyRules rulesInForce() {
    return rules.stream()
        .skip(1)
        .filter(row -> row.validFrom() != null && !row.validFrom().isAfter(today))
        .reduce((older, newer) -> newer)
        .orElseGet(rules::getFirst);
  }
}
