package org.foerderturm.funding;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.consortium.Programme;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Decisions.Verdict;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * When a funder's notice counts as notified and what can be done against it until when: the tables
 * notice-arrival and funding-remedies, asked for the funder of one application.
 */
record NoticeLaw(Programme programme, Regime regime) {
  /** Of an application that is not opened yet. */
  static final NoticeLaw NONE = new NoticeLaw(Programme.FEDERAL_JOINT_PROJECT, Regime.NABF);

  /**
   * How a notice came.
   *
   * @param postedOn when it was given to the post; null if it was served or handed over
   * @param receivedOn when it was in the box
   * @param withoutInstruction whether the instruction about remedies was missing or wrong
   */
  record Came(@Nullable LocalDate postedOn, LocalDate receivedOn, boolean withoutInstruction) {
    /** Of a decision, whose day of arrival may not be said. */
    static Came decided(
        LocalDate decidedOn,
        @Nullable LocalDate postedOn,
        @Nullable LocalDate receivedOn,
        boolean withoutInstruction) {
      if (receivedOn != null) GrantState.notBefore(receivedOn, decidedOn);
      return new Came(postedOn, receivedOn == null ? decidedOn : receivedOn, withoutInstruction);
    }

    /** Nothing is said but when it came: so it was before days of posting were recorded. */
    boolean plain() {
      return postedOn == null && !withoutInstruction;
    }
  }

  /** Against a notice: what comes first. */
  Delivery of(Decisions tables, NoticeKind kind, Came came) {
    return of(tables, kind, came, "first");
  }

  /**
   * Against a decision on a remedy: what comes after it.
   *
   * @param further whether anything does
   */
  Delivery decided(Decisions tables, Came came, boolean further) {
    return of(tables, NoticeKind.DECISION, came, further ? "then" : "none");
  }

  /**
   * The same for a notice whose days are set right; null while nothing but its arrival is known, as
   * it was before days of posting were recorded.
   */
  @Nullable Delivery corrected(
      Decisions tables, NoticeKind kind, @Nullable Delivery former, Came came) {
    return former == null && came.plain() ? null : of(tables, kind, came);
  }

  /** Refuses another remedy than the one that is open. */
  void mustBeOpen(
      Decisions tables,
      NoticeKind kind,
      LocalDate notifiedOn,
      Remedy asked,
      @Nullable Remedy open,
      LocalDate until) {
    if (asked == open) return;
    var source = remedies(tables, kind, notifiedOn).text("source");
    if (open == null) throw new Rejected("no-remedy", Map.of("source", source));
    var args = Map.of("until", until.toString(), "source", source);
    throw switch (open) {
      case OBJECTION -> new Rejected("remedy-is-objection", args);
      case ACTION -> new Rejected("remedy-is-action", args);
      case REVIEW -> new Rejected("remedy-is-review", args);
    };
  }

  /** Which remedy is open against a notice that counts as notified on that day; null if none is. */
  @Nullable Remedy first(Decisions tables, NoticeKind kind, LocalDate notifiedOn) {
    return remedy(remedies(tables, kind, notifiedOn), "first");
  }

  private Delivery of(Decisions tables, NoticeKind kind, Came came, String which) {
    var posted = came.postedOn();
    if (posted != null && posted.isAfter(came.receivedOn()))
      throw new Rejected(
          "posted-after-arrival",
          Map.of("postedOn", posted.toString(), "receivedOn", came.receivedOn().toString()));
    var notified = came.receivedOn();
    var source = "";
    if (posted != null) {
      var arrival = tables.decide("notice-arrival", inputs("day", posted));
      source = arrival.text("source") + "; ";
      var deemed = deemed(arrival, posted);
      if (deemed != null && deemed.isAfter(notified)) notified = deemed;
    }
    var law = remedies(tables, kind, notified);
    var remedy = remedy(law, which);
    return new Delivery(
        posted,
        came.receivedOn(),
        notified,
        came.withoutInstruction(),
        remedy,
        remedy == null ? null : until(law, notified, came.withoutInstruction()),
        source + law.text("source"));
  }

  /** The day after posting on which it counts as notified; null where only its arrival counts. */
  private static @Nullable LocalDate deemed(Verdict arrival, LocalDate posted) {
    if (!arrival.outputs().containsKey("days")) return null;
    var day = posted.plusDays(arrival.number("days"));
    return arrival.yes("freeDayMoves") ? WorkingDays.onOrAfter(day) : day;
  }

  private static LocalDate until(Verdict law, LocalDate notified, boolean uninstructed) {
    if (uninstructed && law.outputs().containsKey("monthsUninstructed"))
      return WorkingDays.onOrAfter(notified.plusMonths(law.number("monthsUninstructed")));
    return WorkingDays.onOrAfter(
        law.outputs().containsKey("days")
            ? notified.plusDays(law.number("days"))
            : notified.plusMonths(law.number("months")));
  }

  private Verdict remedies(Decisions tables, NoticeKind kind, LocalDate notifiedOn) {
    var inputs = new HashMap<>(inputs("day", notifiedOn));
    inputs.put("notice", kind.code());
    return tables.decide("funding-remedies", inputs);
  }

  private Map<String, String> inputs(String name, LocalDate day) {
    return Map.of(
        name,
        day.toString(),
        "programme",
        programme.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "regime",
        regime.code());
  }

  private static @Nullable Remedy remedy(Verdict law, String which) {
    var code = law.text(which);
    return code.isEmpty() ? null : Remedy.valueOf(code.toUpperCase(Locale.ROOT));
  }
}
