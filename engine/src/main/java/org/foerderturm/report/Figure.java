package org.foerderturm.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is counted, and of which facts it is the sum. Money is in euro cents. */
public enum Figure {
  OPENED(Report.PIPELINE),
  STOPPED(Report.PIPELINE),
  /** Submitted; money: grants requested. */
  APPLIED(Report.PIPELINE),
  /** Answered by a notice of either kind; money: what was requested. */
  DECIDED(Report.PIPELINE),
  /** Granted; money: what was granted. */
  WON(Report.PIPELINE),
  LOST(Report.PIPELINE),
  /** Number: draw-downs. */
  DRAWN(Report.PIPELINE),
  PREPARING(Report.PIPELINE, "+opened -applied -stopped"),
  AWAITED(Report.PIPELINE, "+applied -decided"),
  UNDRAWN(Report.PIPELINE, "+won -drawn"),

  CHARGED(Report.CONTRIBUTIONS),
  PAID(Report.CONTRIBUTIONS),
  WAIVED(Report.CONTRIBUTIONS),
  WRITTEN_OFF(Report.CONTRIBUTIONS),
  OPEN(Report.CONTRIBUTIONS, "+charged -paid -waived -written-off"),
  /** What is open of contributions whose due date has passed; number: contributions. */
  ARREARS(Report.CONTRIBUTIONS, "+charged -paid -waived -written-off"),

  PRESENTED(Report.DECISIONS),
  ADOPTED(Report.DECISIONS),
  REJECTED(Report.DECISIONS),
  INQUORATE(Report.DECISIONS),
  RESOLVED(Report.DECISIONS, "+adopted +rejected +inquorate"),
  PENDING(Report.DECISIONS, "+presented -adopted -rejected -inquorate"),

  PROPOSED(Report.IDEAS),
  /** A body agreed, or the office selected it to be worked on. */
  SELECTED(Report.IDEAS),
  /** Set aside, or given up before it was selected. */
  DROPPED(Report.IDEAS),
  /** Selected, and the first grant notice is there. */
  STARTED(Report.IDEAS),
  /** Given up after it had been selected, before it started. */
  WITHDRAWN(Report.IDEAS),
  UNDECIDED(Report.IDEAS, "+proposed -selected -dropped"),
  NOT_STARTED(Report.IDEAS, "+selected -started -withdrawn");

  private final Report report;

  @SuppressWarnings("ImmutableEnumChecker") // filled once
  private final Map<String, Integer> terms = new LinkedHashMap<>();

  Figure(Report report) {
    this.report = report;
    terms.put(code(), 1);
  }

  Figure(Report report, String formula) {
    this.report = report;
    for (var term : formula.split(" ")) terms.put(term.substring(1), term.startsWith("-") ? -1 : 1);
  }

  public Report report() {
    return report;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Facts by their name, each with +1 or -1. */
  public Map<String, Integer> terms() {
    return Map.copyOf(terms);
  }

  List<String> measures() {
    return List.copyOf(terms.keySet());
  }

  /** The report's figure of this code, or null. */
  public static @Nullable Figure of(Report report, String code) {
    return Arrays.stream(values())
        .filter(figure -> figure.report == report && figure.code().equals(code))
        .findFirst()
        .orElse(null);
  }
}
