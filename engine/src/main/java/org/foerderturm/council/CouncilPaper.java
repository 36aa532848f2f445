package org.foerderturm.council;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.committee.CommitteeCommand.PostponeMotion;
import org.foerderturm.council.CouncilCommand.*;
import org.foerderturm.council.CouncilEvent.*;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Bodies;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.People;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * A paper for the council and its committees (Ratsvorlage). What was co-signed and checked is what
 * is registered; what is registered stands, and a change of mind is a supplement (a paper of its
 * own). Decided once.
 */
@AggregateRoot
class CouncilPaper {
  private static final ZoneId OFFICE = WorkingDays.OFFICE;

  @AggregateIdentifier private String paperId;
  private String title = "";
  private @Nullable String askedBy;
  private @Nullable CouncilPaperWritten text;
  private boolean effects;
  private long totalCents;
  private final List<Consultation> consultations = new ArrayList<>();

  /** Department → whether it agrees; null while it has not said. */
  private final Map<String, @Nullable Boolean> cosigners = new LinkedHashMap<>();

  private boolean cosigned;

  /** Whether finance and law are checked by their own offices. */
  private boolean ownRoles;

  private final Set<String> authors = new HashSet<>();
  private final Set<CouncilCheck> passed = EnumSet.noneOf(CouncilCheck.class);
  private @Nullable String number;

  /** How many consultations are done. */
  private int done;

  /** The day to which the next consultation was put off. */
  private @Nullable LocalDate postponedTo;

  private LocalDate lastHeld = LocalDate.MIN;
  private LocalDate recorded = LocalDate.MIN;
  private boolean decided;
  private @Nullable CouncilPaperDecided resolution;
  private @Nullable LocalDate objectedOn;
  private boolean objectionSettled;

  @SuppressWarnings("NullAway.Init")
  private CouncilPaper() {}

  @CommandHandler
  @SuppressWarnings("NullAway.Init")
  CouncilPaper(DraftCouncilPaper c) {
    apply(new CouncilPaperDrafted(c.paperId(), titled(c.title())));
  }

  @CommandHandler
  @SuppressWarnings("NullAway.Init")
  CouncilPaper(RequestCouncilPaper c) {
    if (c.amountCents() < 0) throw new Rejected("council-amount-negative", Map.of("year", "–"));
    apply(
        new CouncilPaperRequested(
            c.paperId(), titled(c.title()), c.proposal().strip(), c.amountCents(), c.askedBy()));
  }

  // ---- the words, the money, the order of consultation

  @CommandHandler
  void handle(WriteCouncilPaper c, Actor actor) {
    whileDrafted();
    var subject = titled(c.title());
    if (c.proposal().isBlank()) throw new Rejected("council-proposal-missing");
    if (c.reasons().isBlank()) throw new Rejected("council-reasons-missing");
    if (c.originator().isBlank()) throw new Rejected("council-originator-missing");
    apply(
        new CouncilPaperWritten(
            paperId,
            subject,
            c.datedOn(),
            c.fileReference(),
            c.originator().strip(),
            c.proposal().strip(),
            c.variants() == null
                ? List.of()
                : c.variants().stream().map(each -> each.text().strip()).toList(),
            c.reasons().strip(),
            actor.userId()));
  }

  @CommandHandler
  void handle(StateCouncilEffects c) {
    whileDrafted();
    var years =
        (c.years() == null ? List.<YearAmount>of() : c.years())
            .stream().sorted(Comparator.comparingInt(YearAmount::year)).toList();
    int first = written().datedOn().getYear();
    var known = new HashSet<Integer>();
    for (var year : years) {
      if (year.year() < first)
        throw new Rejected("council-year-closed", Map.of("year", year.year()));
      if (!known.add(year.year()))
        throw new Rejected("council-year-twice", Map.of("year", year.year()));
    }
    long sum = years.stream().mapToLong(YearAmount::amountCents).reduce(0, Math::addExact);
    if (sum != c.totalCents())
      throw new Rejected(
          "council-effects-unbalanced",
          Map.of(
              "totalCents", c.totalCents(),
              "sumCents", sum,
              "differenceCents", Math.abs(Math.subtractExact(c.totalCents(), sum))));
    boolean costs = c.totalCents() > 0 || years.stream().anyMatch(y -> y.amountCents() > 0);
    if (askedBy != null && c.totalCents() < 0)
      throw new Rejected("council-share-negative", Map.of("totalCents", c.totalCents()));
    if (costs && (c.cover() == null || c.cover().isBlank()))
      throw new Rejected("council-cover-missing");
    apply(new CouncilEffectsStated(paperId, c.totalCents(), years, c.cover(), c.staffEffects()));
  }

  @CommandHandler
  void handle(OrderConsultations c, Bodies bodies) {
    whileDrafted();
    var planned = c.consultations() == null ? List.<Planned>of() : c.consultations();
    if (planned.isEmpty()) throw new Rejected("consultations-missing");
    var ordered = new ArrayList<Consultation>();
    var before = written().datedOn();
    for (var each : planned) {
      var here = each.here();
      var body = here == null ? each.body() : null;
      if (here == null && (body == null || body.isBlank())) throw new Rejected("body-name-missing");
      var called = body == null ? Objects.requireNonNullElse(here, "") : body.strip();
      if (each.plannedOn().isBefore(before))
        throw new Rejected(
            "consultations-out-of-order",
            Map.of(
                "name", called, "day", each.plannedOn().toString(), "before", before.toString()));
      before = each.plannedOn();
      ordered.add(
          new Consultation(
              ordered.size() + 1,
              here,
              here == null ? called : null,
              each.open(),
              each.plannedOn(),
              each.purpose(),
              here == null ? !Boolean.TRUE.equals(each.foreign()) : bodies.isMunicipal(here)));
    }
    for (var each : ordered.subList(0, ordered.size() - 1))
      if (each.purpose() == ConsultationPurpose.RESOLUTION)
        throw new Rejected("resolution-not-last");
    if (askedBy != null && !ordered.getLast().resolves(bodies))
      throw new Rejected("council-resolution-missing");
    apply(new ConsultationsOrdered(paperId, ordered));
  }

  // ---- co-signing and checks

  @CommandHandler
  void handle(NameCosigners c, People people) {
    whileDrafted();
    var named = new ArrayList<Cosigner>();
    var known = new HashSet<String>();
    for (var each : c.cosigners() == null ? List.<Cosigner>of() : c.cosigners()) {
      var department = each.department().strip();
      if (!known.add(department))
        throw new Rejected("cosigner-twice", Map.of("department", department));
      var person = each.userId();
      var cosigner =
          new Cosigner(
              department, each.group(), person == null || person.isBlank() ? null : person.strip());
      cosigner.mustBeAbleToSign(people);
      named.add(cosigner);
    }
    apply(new CosignersNamed(paperId, named));
  }

  @CommandHandler
  void handle(CosignCouncilPaper c) {
    whileDrafted();
    if (!cosigners.containsKey(c.department()))
      throw new Rejected("cosigner-unknown", Map.of("department", c.department()));
    if (cosigners.get(c.department()) != null)
      throw new Rejected("already-cosigned", Map.of("department", c.department()));
    if (!c.agrees()) needed(c.statement(), "objection-without-statement");
    apply(new CouncilPaperCosigned(paperId, c.department(), c.agrees(), c.statement()));
  }

  @CommandHandler
  void handle(FinishCosigning c) {
    whileDrafted();
    allCosigned();
    int objections = (int) cosigners.values().stream().filter(Boolean.FALSE::equals).count();
    apply(new CosigningFinished(paperId, cosigners.size() - objections, objections, c.ownRoles()));
  }

  @CommandHandler
  void handle(CheckCouncilPaper c, Actor actor) {
    whileDrafted();
    if (!cosigned) throw new Rejected("cosigning-not-finished");
    if (!actor.has(c.check().office()) && (ownRoles || !actor.has(Role.OFFICE_LEAD)))
      throw new Rejected("council-check-of-another", Map.of("role", c.check().office().code()));
    if (authors.contains(actor.userId()))
      throw new Rejected("council-check-by-author", Map.of("userId", actor.userId()));
    if (!c.passed()) needed(c.statement(), "finding-without-statement");
    apply(new CouncilPaperChecked(paperId, c.check(), c.passed(), c.statement()));
  }

  // ---- before the bodies

  @CommandHandler
  void handle(RegisterCouncilPaper c) {
    whileDrafted();
    written();
    if (!effects) throw new Rejected("council-effects-missing");
    if (consultations.isEmpty()) throw new Rejected("consultations-missing");
    if (!cosigned) throw new Rejected("cosigning-not-finished");
    if (passed.size() < CouncilCheck.values().length) throw new Rejected("council-checks-missing");
    apply(new CouncilPaperRegistered(paperId, c.number(), title));
  }

  @CommandHandler
  void handle(RecordConsultation c, Bodies bodies) {
    whileUndecided();
    if (number == null) throw new Rejected("council-paper-not-registered");
    var next = consultations.get(done);
    if (c.position() != next.position())
      throw new Rejected(
          "consultation-out-of-turn", Map.of("position", c.position(), "next", next.position()));
    if (!next.purpose().allows(c.result())) throw new Rejected("result-not-for-this-consultation");
    if (c.motionId() == null) {
      if (c.heldOn() == null) throw new Rejected("meeting-day-missing");
      needed(c.reference(), "reference-missing");
    }
    mustBelongTo(next, c, bodies);
    if (c.heldOn() != null && c.heldOn().isBefore(lastHeld))
      throw new Rejected(
          "consultation-before-the-last",
          Map.of("day", c.heldOn().toString(), "before", lastHeld.toString()));
    boolean changed = c.result() == ConsultationResult.AMENDED;
    if (changed) {
      needed(c.amendedText(), "amended-wording-missing");
      if (c.amendedCents() == null) throw new Rejected("amended-sum-missing");
      if (askedBy != null && c.amendedCents() < 0)
        throw new Rejected("council-share-negative", Map.of("totalCents", c.amendedCents()));
    }
    var later = c.result() == ConsultationResult.POSTPONED ? c.postponedTo() : null;
    if (later != null && !later.isAfter(c.heldOn() == null ? next.plannedOn() : c.heldOn()))
      throw new Rejected("postponed-to-the-past", Map.of("day", later.toString()));
    apply(
        new ConsultationRecorded(
            paperId,
            next.position(),
            next.purpose(),
            c.result(),
            c.heldOn(),
            c.reference(),
            c.motionId(),
            later,
            changed ? c.amendedText() : null,
            changed ? c.amendedCents() : null));
    if (c.result() != ConsultationResult.POSTPONED && done == consultations.size())
      decide(c, next, bodies);
  }

  /** What a body here decided nobody else says otherwise. */
  private void mustBelongTo(Consultation next, RecordConsultation c, Bodies bodies) {
    var here = next.bodyId();
    var motion = c.motionId();
    if (here == null) {
      if (motion != null) throw new Rejected("consultation-elsewhere-without-motion");
      return;
    }
    if (motion != null && !c.result().says(bodies.decision(here, motion)))
      throw new Rejected("result-not-of-the-body", Map.of("motionId", motion));
  }

  private void decide(RecordConsultation c, Consultation last, Bodies bodies) {
    var result = result(c.result(), last.purpose());
    apply(
        new CouncilPaperDecided(
            paperId,
            askedBy,
            number,
            title,
            result,
            c.position(),
            c.heldOn() == null ? recorded : c.heldOn(),
            c.reference(),
            c.motionId(),
            null,
            !last.resolves(bodies)
                ? 0
                : switch (c.result()) {
                  case ADOPTED -> totalCents;
                  case AMENDED -> Objects.requireNonNullElse(c.amendedCents(), 0L);
                  case REJECTED, NOTED, POSTPONED -> Long.valueOf(0);
                }));
  }

  /** Advice decides nothing: it has words of its own. */
  private static String result(ConsultationResult result, ConsultationPurpose purpose) {
    boolean resolves = purpose == ConsultationPurpose.RESOLUTION;
    return switch (result) {
      case ADOPTED -> resolves ? "adopted" : "recommended";
      case AMENDED -> resolves ? "amended" : "recommended";
      case REJECTED -> resolves ? "rejected" : "not-recommended";
      case NOTED, POSTPONED -> "noted";
    };
  }

  @CommandHandler
  void handle(PostponeConsultation c, Consequences consequences) {
    whileUndecided();
    if (number == null) throw new Rejected("council-paper-not-registered");
    needed(c.reason(), "reason-missing");
    var next = consultations.get(done);
    var before = Objects.requireNonNullElse(postponedTo, next.plannedOn());
    if (!c.plannedOn().isAfter(before))
      throw new Rejected("postponed-to-the-past", Map.of("day", c.plannedOn().toString()));
    apply(
        new ConsultationPostponed(
            paperId, next.position(), before, c.plannedOn(), c.reason().strip(), c.motionId()));
    if (c.motionId() != null)
      consequences.send(
          new PostponeMotion(c.motionId(), paperId, c.plannedOn(), c.reason().strip()));
  }

  @CommandHandler
  void handle(AddCouncilNote c) {
    if (!decided) throw new Rejected("council-paper-undecided-yet", Map.of("title", title));
    needed(c.text(), "note-empty");
    needed(c.reason(), "reason-missing");
    apply(new CouncilNoteAdded(paperId, c.text().strip(), c.reason().strip()));
  }

  @CommandHandler
  void handle(ObjectToPaper c) {
    var found = resolution;
    if (found == null || !List.of("adopted", "amended").contains(found.result()))
      throw new Rejected("paper-not-resolved", Map.of("title", title));
    if (found.motionId() != null) throw new Rejected("paper-decided-here", Map.of("title", title));
    if (objectedOn != null)
      throw new Rejected("paper-objected-already", Map.of("day", objectedOn.toString()));
    needed(c.reason(), "reason-missing");
    var day = found.decidedOn();
    if (day != null && c.objectedOn().isBefore(day))
      throw new Rejected("objection-before-resolution", Map.of("day", day.toString()));
    apply(new PaperObjected(paperId, title, c.objectedOn(), c.reason().strip()));
  }

  @CommandHandler
  void handle(SettlePaperObjection c) {
    if (objectedOn == null || objectionSettled)
      throw new Rejected("paper-not-objected", Map.of("title", title));
    needed(c.reference(), "reference-missing");
    if (c.decidedOn().isBefore(objectedOn))
      throw new Rejected("settled-before-objection", Map.of("day", objectedOn.toString()));
    var reference = c.reference().strip();
    apply(
        c.holds()
            ? new PaperUpheld(paperId, title, c.decidedOn(), reference)
            : new PaperOverturned(paperId, title, c.decidedOn(), reference));
  }

  @CommandHandler
  void handle(WithdrawCouncilPaper c) {
    whileUndecided();
    apply(
        new CouncilPaperDecided(
            paperId,
            askedBy,
            number,
            title,
            "withdrawn",
            0,
            null,
            null,
            null,
            c.reason().strip(),
            0L));
  }

  // ---- guards

  private void whileUndecided() {
    if (decided) throw new Rejected("council-paper-decided", Map.of("title", title));
  }

  private void whileDrafted() {
    whileUndecided();
    if (number != null) throw new Rejected("council-paper-registered", Map.of("number", number));
  }

  private CouncilPaperWritten written() {
    if (text == null) throw new Rejected("council-text-missing");
    return text;
  }

  private void allCosigned() {
    var missing =
        cosigners.entrySet().stream()
            .filter(each -> each.getValue() == null)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty())
      throw new Rejected("cosignatures-missing", Map.of("departments", missing));
  }

  private static String titled(@Nullable String title) {
    if (title == null || title.isBlank()) throw new Rejected("council-title-missing");
    return title.strip();
  }

  private static void needed(@Nullable String words, String code) {
    if (words == null || words.isBlank()) throw new Rejected(code);
  }

  // ---- what is remembered

  @EventSourcingHandler
  void on(CouncilPaperDrafted e) {
    paperId = e.paperId();
    title = e.title();
  }

  @EventSourcingHandler
  void on(CouncilPaperRequested e) {
    paperId = e.paperId();
    title = e.title();
    askedBy = e.askedBy();
  }

  @EventSourcingHandler
  void on(CouncilPaperWritten e) {
    text = e;
    title = e.title();
    if (e.writtenBy() != null) authors.add(e.writtenBy());
    askAgain();
  }

  @EventSourcingHandler
  void on(CouncilEffectsStated e) {
    effects = true;
    totalCents = e.totalCents();
    askAgain();
  }

  @EventSourcingHandler
  void on(ConsultationsOrdered e) {
    consultations.clear();
    consultations.addAll(e.consultations());
    askAgain();
  }

  @EventSourcingHandler
  void on(CosignersNamed e) {
    cosigners.clear();
    for (var each : e.cosigners()) cosigners.put(each.department(), null);
    askAgain();
  }

  /** What was signed and checked is no longer what stands. */
  private void askAgain() {
    cosigners.replaceAll((department, agreed) -> null);
    cosigned = false;
    passed.clear();
  }

  @EventSourcingHandler
  void on(CouncilPaperCosigned e) {
    cosigners.put(e.department(), e.agrees());
  }

  @EventSourcingHandler
  void on(CosigningFinished e) {
    cosigned = true;
    ownRoles = Boolean.TRUE.equals(e.ownRoles());
  }

  @EventSourcingHandler
  void on(CouncilPaperChecked e) {
    if (e.passed()) passed.add(e.check());
    else passed.remove(e.check());
  }

  @EventSourcingHandler
  void on(CouncilPaperRegistered e) {
    number = e.number();
  }

  @EventSourcingHandler
  void on(ConsultationRecorded e, @Timestamp Instant at) {
    recorded = LocalDate.ofInstant(at, OFFICE);
    lastHeld = Objects.requireNonNullElse(e.heldOn(), recorded);
    postponedTo = e.plannedOn();
    if (e.result() != ConsultationResult.POSTPONED) done++;
  }

  @EventSourcingHandler
  void on(ConsultationPostponed e) {
    postponedTo = e.plannedOn();
  }

  @EventSourcingHandler
  void on(CouncilPaperDecided e) {
    decided = true;
    resolution = e;
  }

  @EventSourcingHandler
  void on(PaperObjected e) {
    objectedOn = e.objectedOn();
  }

  @EventSourcingHandler
  void on(PaperUpheld e) {
    objectionSettled = true;
  }

  @EventSourcingHandler
  void on(PaperOverturned e) {
    objectionSettled = true;
  }
}
