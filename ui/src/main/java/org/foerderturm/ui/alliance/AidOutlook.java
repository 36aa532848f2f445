package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.foerderturm.enterprise.DeMinimis;
import org.foerderturm.enterprise.DeMinimis.Aid;
import org.foerderturm.enterprise.DeMinimis.Ceiling;
import org.foerderturm.enterprise.EnterpriseQuery.EnterpriseDetails;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.jspecify.annotations.Nullable;

/**
 * What one more de-minimis aid makes of what a single undertaking had, while it is being entered.
 * Refuses nothing: what was granted is a fact.
 */
final class AidOutlook extends Div {
  private final transient EnterpriseDetails now;
  private final LocalDate today;
  private final transient Function<LocalDate, @Nullable EnterpriseDetails> on;
  private @Nullable LocalDate grantedOn;
  private transient @Nullable EnterpriseDetails then;

  /**
   * @param now the enterprise as of the day that its page shows
   * @param on the same as of another day
   */
  AidOutlook(
      EnterpriseDetails now, LocalDate today, Function<LocalDate, @Nullable EnterpriseDetails> on) {
    this.now = now;
    this.today = today;
    this.on = on;
    this.then = now;
    addClassName("ft-lines");
    getElement().setAttribute("role", "status");
  }

  /**
   * @param grantedOn null while it isn't known: then the day of the page counts
   */
  void show(@Nullable Long cents, @Nullable LocalDate grantedOn) {
    removeAll();
    if (cents == null || cents <= 0) return;
    var day = grantedOn == null ? today : grantedOn;
    if (!day.equals(this.grantedOn)) then = day.equals(today) ? now : on.apply(day);
    this.grantedOn = day;
    for (var sum : sums(then, day, now, today, cents)) add(sum.said());
  }

  /**
   * @param cents of the undertaking in the years that end with the day, the new aid among them
   * @param ceiling null if no table holds for the day
   */
  record Sum(LocalDate day, long cents, @Nullable Ceiling ceiling) {
    long beyond() {
      return ceiling == null ? 0 : Math.max(0, cents - ceiling.cents());
    }

    Component said() {
      if (ceiling == null) return DeMinimisSection.chip(cents, null);
      return Ui.div(
          "ft-lines",
          new Span(
              t(
                  "enterprise.with-this",
                  "sum",
                  Formats.euros(cents),
                  "years",
                  String.valueOf(ceiling.years()),
                  "day",
                  Formats.date(day),
                  "ceiling",
                  Formats.euros(ceiling.cents()))),
          DeMinimisSection.chip(cents, ceiling));
    }
  }

  /** On the day of the grant; an aid that comes up late may be too much only later. */
  static List<Sum> sums(
      @Nullable EnterpriseDetails then,
      LocalDate grantedOn,
      EnterpriseDetails now,
      LocalDate today,
      long cents) {
    var sums = new ArrayList<Sum>();
    if (then != null) sums.add(new Sum(grantedOn, then.sumCents() + cents, then.ceiling()));
    if (now.ceiling() == null || !grantedOn.isBefore(today)) return sums;
    var more = new DeMinimis(List.of(new Aid(grantedOn, cents)));
    long counting = more.sumTo(today, now.ceiling().years());
    var later = new Sum(today, now.sumCents() + counting, now.ceiling());
    if (counting > 0 && later.beyond() > 0) sums.add(later);
    return sums;
  }
}
