package org.foerderturm.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Grants.Granted;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * How long the files of a project are kept: each kind of them by the table retention, whose rows
 * say also from when; the longest period holds for all.
 *
 * @param proofOn when the proof of use was handed in
 * @param lastPaymentOn when money of the grant came in last; null while none did
 */
record Retention(Granted grant, LocalDate proofOn, @Nullable LocalDate lastPaymentOn) {

  /** One period for each kind of files, the longest first. */
  List<RetentionPeriod> of(Decisions tables, boolean books, boolean vouchers, boolean letters) {
    var periods = new ArrayList<RetentionPeriod>();
    periods.add(period(tables, "files", proofOn));
    if (books) periods.add(period(tables, "books", proofOn));
    if (vouchers) periods.add(period(tables, "vouchers", proofOn));
    if (letters) periods.add(period(tables, "letters", proofOn));
    if (grant.exempted()) periods.add(period(tables, "exempted-aid", grant.grantedOn()));
    if (grant.deMinimis()) periods.add(period(tables, "de-minimis", grant.grantedOn()));
    periods.sort(Comparator.comparing(RetentionPeriod::until).reversed());
    return periods;
  }

  private RetentionPeriod period(Decisions tables, String kind, LocalDate day) {
    var row =
        tables.decide(
            "retention",
            Map.of("kind", kind, "day", day.toString(), "programme", grant.programme()));
    int years = Math.toIntExact(row.number("years"));
    var until =
        switch (row.text("start")) {
          case "proof-year" -> LocalDate.of(proofOn.getYear() + years, 12, 31); // AO § 147 (4)
          case "payment-year" -> LocalDate.of(paid(row.text("rule")).getYear() + years, 12, 31);
          case "payment" -> paid(row.text("rule")).plusYears(years);
          case "grant" -> grant.grantedOn().plusYears(years);
          default -> throw new Rejected("no-rule-applies", Map.of("table", "retention"));
        };
    return new RetentionPeriod(kind, years, until, row.text("rule"), row.text("source"));
  }

  private LocalDate paid(String rule) {
    if (lastPaymentOn == null) throw new Rejected("last-payment-missing", Map.of("rule", rule));
    return lastPaymentOn;
  }
}
