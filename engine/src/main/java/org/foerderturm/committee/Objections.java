package org.foerderturm.committee;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.foerderturm.committee.CommitteeCommand.ObjectToResolution;
import org.foerderturm.committee.CommitteeCommand.RecordSupervision;
import org.foerderturm.committee.CommitteeEvent.LeftOver;
import org.foerderturm.committee.CommitteeEvent.ObjectionGround;
import org.foerderturm.committee.CommitteeEvent.ObjectionOutcome;
import org.foerderturm.committee.CommitteeEvent.ObjectionSettled;
import org.foerderturm.committee.CommitteeEvent.ResolutionNumbered;
import org.foerderturm.committee.CommitteeEvent.ResolutionObjected;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Decisions.Verdict;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * The mayor's objections to resolutions of a {@link Body} (GO NRW § 54). What is objected to is
 * suspended until the body gave it up, or it holds.
 */
final class Objections {
  private static final String TABLE = "mayor-objection";

  private record Resolution(ResolutionNumbered numbered, LocalDate on) {}

  private final Map<String, Resolution> resolutions = new HashMap<>();

  /** By number; one that was settled stays, since nobody objects twice for the same ground. */
  private final Map<String, ResolutionObjected> objected = new HashMap<>();

  private final Map<String, ObjectionOutcome> settled = new HashMap<>();

  /** Numbers under which a resolution was upheld for the municipality's good. */
  private final Map<String, String> upheldAs = new HashMap<>();

  /**
   * @throws Rejected also {@code no-rule-applies} if no row of the table mayor-objection holds on
   *     the day of the resolution
   */
  void object(ObjectToResolution c, BodyKind kind, String mayor, Decisions tables) {
    var resolution = resolutions.get(c.number());
    if (resolution == null || resolution.numbered().result().equals(Tally.REJECTED))
      throw new Rejected("resolution-unknown", Map.of("number", c.number()));
    if (objected.containsKey(c.number()))
      throw new Rejected("objection-once", Map.of("number", c.number()));
    if (c.reason().isBlank()) throw new Rejected("reason-missing");
    boolean harm = c.ground() == ObjectionGround.HARM;
    if (harm && kind != BodyKind.COUNCIL) throw new Rejected("objection-harm-council-only");
    if (harm && upheldAs.containsKey(c.number()))
      throw new Rejected("objection-once", Map.of("number", upheldAs.get(c.number())));
    if (c.objectedOn().isBefore(resolution.on()))
      throw new Rejected("objection-before-resolution", Map.of("day", resolution.on().toString()));
    var law =
        tables.decide(
            TABLE,
            Map.of(
                "day", resolution.on().toString(),
                "ground", c.ground().name().toLowerCase(Locale.ROOT)));
    var last = after(resolution.on(), law, "withinDays");
    if (last != null && c.objectedOn().isAfter(last))
      throw new Rejected("mayor-objection-too-late", Map.of("last", last.toString()));
    apply(
        new ResolutionObjected(
            c.bodyId(),
            c.number(),
            resolution.numbered().subjectId(),
            resolution.numbered().motionId(),
            c.ground(),
            mayor,
            c.objectedOn(),
            c.reason().strip(),
            after(c.objectedOn(), law, "meetFromDays"),
            after(c.objectedOn(), law, "meetWithinDays"),
            law.text("source")));
  }

  /** Null where the law sets no time. */
  private static @Nullable LocalDate after(LocalDate day, Verdict law, String days) {
    return law.outputs().containsKey(days) ? day.plusDays(law.number(days)) : null;
  }

  /** The body voted on the subject again: what was objected to falls, holds, or is referred. */
  void decidedAgain(String bodyId, String subjectId, boolean upheld, String newNumber) {
    for (var each : objected.values().stream().toList()) {
      if (!each.subjectId().equals(subjectId)
          || settled.containsKey(each.number())
          || each.number().equals(newNumber)) continue;
      var outcome =
          !upheld
              ? ObjectionOutcome.GIVEN_UP
              : each.ground() == ObjectionGround.HARM
                  ? ObjectionOutcome.HOLDS
                  : ObjectionOutcome.REFERRED;
      apply(new ObjectionSettled(bodyId, each.number(), outcome, null, newNumber));
    }
  }

  void supervise(RecordSupervision c) {
    if (settled.get(c.number()) != ObjectionOutcome.REFERRED)
      throw new Rejected("objection-not-referred", Map.of("number", c.number()));
    if (c.reference().isBlank()) throw new Rejected("reference-missing");
    apply(
        new ObjectionSettled(
            c.bodyId(),
            c.number(),
            c.stands() ? ObjectionOutcome.HOLDS : ObjectionOutcome.SET_ASIDE,
            c.decidedOn(),
            c.reference().strip()));
  }

  void on(ResolutionNumbered e, LocalDate day) {
    resolutions.put(e.number(), new Resolution(e, day));
  }

  /** What the body decides on again. */
  LeftOver on(ResolutionObjected e) {
    objected.put(e.number(), e);
    var resolution = resolutions.get(e.number());
    @Nullable ResolutionNumbered numbered = resolution == null ? null : resolution.numbered();
    return new LeftOver(
        e.subjectId(),
        AgendaKind.RESOLUTION,
        numbered == null ? e.number() : numbered.title(),
        numbered == null ? "" : numbered.text(),
        null,
        numbered != null && numbered.closed() ? e.basis() : null,
        false);
  }

  void on(ObjectionSettled e) {
    settled.put(e.number(), e.outcome());
    var objection = objected.get(e.number());
    if (objection != null && objection.ground() == ObjectionGround.HARM)
      upheldAs.put(e.reference(), e.number());
  }
}
