package org.foerderturm.enterprise;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Decisions.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The status of an enterprise on a day, and how it came about. It changes only when two consecutive
 * years lie on the same side of it (Recommendation 2003/361/EC, Annex Art. 4 (2)).
 *
 * @param size null where the figures do not say it: there are none, or none of the two years before
 * @param byControl whether public control decides alone, whatever the figures
 * @param years that it was derived from, oldest first, without a gap
 * @param missing who has no figures for a year that the enterprise itself has
 * @param source where the rule stands
 * @param version of the table sme-size
 */
public record SmeStatus(
    @Nullable EnterpriseSize size,
    boolean byControl,
    List<YearStatus> years,
    List<Missing> missing,
    String source,
    int version) {
  private static final String TABLE = "sme-size";

  /** Why a year left the status as it was, or changed it. */
  public enum Reason {
    @JsonProperty("first")
    FIRST,
    @JsonProperty("same")
    SAME,
    /** The year lies elsewhere, but it is the first one. */
    @JsonProperty("one-year")
    ONE_YEAR,
    /** The second year running. */
    @JsonProperty("two-years")
    TWO_YEARS;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * @param figures of the enterprise with all that count with it
   * @param own what the figures of this year alone would make of it
   * @param status after this year
   * @param rule code of the row that hit
   */
  public record YearStatus(
      int year,
      Year figures,
      EnterpriseSize own,
      EnterpriseSize status,
      Reason reason,
      String rule) {}

  public record Missing(int year, List<String> names) {}

  static SmeStatus of(Undertaking all, LocalDate day, Decisions tables) {
    // with nothing at all it would be a micro enterprise, were it not for public control
    var control = ask(all, new Year(0, 0, 0), day, tables);
    var missing = new ArrayList<Missing>();
    var years = new ArrayList<YearStatus>();
    for (int year : all.years()) {
      if (year >= day.getYear()) continue; // not closed yet
      var figures = all.year(year);
      if (figures == null) missing.add(new Missing(year, all.missing(year)));
      if (figures == null || (!years.isEmpty() && years.getLast().year() != year - 1))
        years.clear();
      if (figures != null) years.add(next(years, year, figures, ask(all, figures, day, tables)));
    }
    boolean byControl = size(control) == EnterpriseSize.LARGE;
    // figures of too long ago say nothing about today (Annex Art. 4 (1))
    var oldest =
        day.getYear() - tables.decide("sme-figures", Map.of("day", day)).number("closedYears");
    boolean fresh = !years.isEmpty() && years.getLast().year() >= oldest;
    return new SmeStatus(
        byControl ? EnterpriseSize.LARGE : fresh ? years.getLast().status() : null,
        byControl,
        List.copyOf(years),
        List.copyOf(missing),
        control.text("source"),
        control.version());
  }

  private static YearStatus next(List<YearStatus> before, int year, Year figures, Verdict said) {
    var own = size(said);
    var rule = said.text("rule");
    if (before.isEmpty()) return new YearStatus(year, figures, own, own, Reason.FIRST, rule);
    var last = before.getLast();
    var status = last.status();
    if (own == status) return new YearStatus(year, figures, own, status, Reason.SAME, rule);
    boolean above = own.compareTo(status) > 0;
    boolean twice = last.own() != status && last.own().compareTo(status) > 0 == above;
    if (!twice) return new YearStatus(year, figures, own, status, Reason.ONE_YEAR, rule);
    // both years lie on that side: it moves as far as both reach
    boolean nearer = above ? last.own().compareTo(own) < 0 : last.own().compareTo(own) > 0;
    return new YearStatus(year, figures, own, nearer ? last.own() : own, Reason.TWO_YEARS, rule);
  }

  private static EnterpriseSize size(Verdict said) {
    return EnterpriseSize.of(said.text("size"));
  }

  private static Verdict ask(Undertaking all, Year year, LocalDate day, Decisions tables) {
    return tables.decide(
        TABLE,
        Map.of(
            "day", day.toString(),
            "publicControlPercent", all.publicPercent().doubleValue(),
            "staff", year.staff(),
            "turnoverCents", year.turnoverCents(),
            "balanceCents", year.balanceCents()));
  }
}
