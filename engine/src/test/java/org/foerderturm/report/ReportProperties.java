package org.foerderturm.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.foerderturm.alliance.ContributionClass;
import org.foerderturm.alliance.ContributionEvent.ContributionCharged;
import org.foerderturm.alliance.ContributionEvent.ContributionDeferred;
import org.foerderturm.alliance.ContributionEvent.ContributionInvoiced;
import org.foerderturm.alliance.ContributionEvent.ContributionPaid;
import org.foerderturm.alliance.ContributionEvent.ContributionRefunded;
import org.foerderturm.alliance.ContributionEvent.ContributionWaived;
import org.foerderturm.alliance.ContributionEvent.DefaultInterestClaimed;
import org.foerderturm.alliance.ContributionEvent.InvoiceCancelled;
import org.foerderturm.alliance.Terms;
import org.foerderturm.kernel.Event;
import org.foerderturm.report.ReportQuery.FigureRow;
import org.foerderturm.report.ReportQuery.FindFacts;
import org.foerderturm.report.ReportQuery.FindFigures;
import org.foerderturm.report.ReportQuery.Scope;
import org.foerderturm.view.TestLog;
import org.foerderturm.view.TestLog.By;
import org.jspecify.annotations.Nullable;

/** Whatever happens to contributions: figures of any day are what plain reckoning says. */
class ReportProperties {
  private static final int CONTRIBUTIONS = 3;
  private static final AtomicInteger YEAR = new AtomicInteger(3000);
  private static @Nullable TestLog shared;

  /** What somebody does on a later day or the same one; what is impossible is left out. */
  record Act(int contribution, String kind, int daysLater, int amount) {}

  private static final class State {
    long charged;

    /** What came in and was not paid back. */
    long received;

    long waived;
    @Nullable LocalDate due;

    /** Nothing is paid above what is owed. */
    long paid() {
      return Math.min(charged, received);
    }

    long over() {
      return Math.max(0, received - charged);
    }

    long open() {
      return charged - paid() - waived;
    }
  }

  private record Told(LocalDate day, int contribution, Event event) {}

  @Property(tries = 20)
  void figures_of_every_day_are_what_reckoning_says(@ForAll("acts") List<Act> acts) {
    var log = log();
    var answers = new ReportAnswers(log.db);
    int year = YEAR.incrementAndGet();
    var told = told(acts, year, LocalDate.ofInstant(log.now, ReportProjection.OFFICE));
    for (var each : told) {
      log.now = each.day.atTime(12, 0).atZone(ReportProjection.OFFICE).toInstant();
      log.add(id(year, each.contribution), each.event, By.actor("x"));
    }
    var last = told.getLast().day;
    for (var asOf = told.getFirst().day.minusDays(1);
        !asOf.isAfter(last.plusDays(40));
        asOf = asOf.plusDays(11)) {
      var states = states(told, asOf);
      var scope = new Scope(Report.CONTRIBUTIONS, asOf, year, null);
      var figures = answers.answer(new FindFigures(scope));
      var day = asOf;
      assertThat(figures.cents(Figure.CHARGED, null, null)).isEqualTo(sum(states, s -> s.charged));
      assertThat(figures.cents(Figure.PAID, null, null)).isEqualTo(sum(states, State::paid));
      assertThat(figures.cents(Figure.OPEN, null, null)).isEqualTo(sum(states, State::open));
      assertThat(figures.cents(Figure.ARREARS, null, null))
          .as("arrears of %s after %s", asOf, told)
          .isEqualTo(sum(states, s -> late(s, day) ? s.open() : 0));
      for (var figure : List.of(Figure.OPEN, Figure.ARREARS, Figure.PAID)) {
        var behind = answers.answer(new FindFacts(figure, scope, null, 1_000));
        assertThat(behind.cents()).isEqualTo(figures.cents(figure, null, null));
        assertThat(behind.rows().stream().mapToLong(row -> row.cents()).sum())
            .as("the facts behind %s", figure)
            .isEqualTo(behind.cents());
        assertThat(behind.number()).isEqualTo(figures.number(figure, null, null));
      }
    }
  }

  @Property
  void a_difference_of_figures_adds_up_by_group_and_year(@ForAll("rows") List<FigureRow> rows) {
    var figures = new ReportQuery.Figures(rows);
    long byGroup =
        figures.groups().stream().mapToLong(g -> figures.cents(Figure.WON, g, null)).sum();
    long byYear = figures.years().stream().mapToLong(y -> figures.cents(Figure.WON, null, y)).sum();
    assertThat(byGroup).isEqualTo(byYear).isEqualTo(figures.cents(Figure.WON, null, null));
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, CONTRIBUTIONS - 1),
            Arbitraries.of(
                "charge",
                "invoice",
                "pay",
                "pay",
                "defer",
                "waive",
                "overpay",
                "refund",
                "cancel",
                "interest"),
            Arbitraries.integers().between(0, 30),
            Arbitraries.integers().between(1, 100_000))
        .as(Act::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  @Provide
  Arbitrary<List<FigureRow>> rows() {
    return Combinators.combine(
            Arbitraries.of(Figure.WON, Figure.DRAWN),
            Arbitraries.of("erdf", "horizon"),
            Arbitraries.integers().between(2020, 2023),
            Arbitraries.longs().between(0, 9),
            Arbitraries.longs().between(0, 1_000_000))
        .as(FigureRow::new)
        .list()
        .ofMaxSize(30);
  }

  private static synchronized TestLog log() {
    if (shared == null) shared = new TestLog(new ReportProjection());
    return shared;
  }

  private static String id(int year, int contribution) {
    return "c-" + year + "-" + contribution;
  }

  /** Events that can follow each other; the first contribution is always charged. */
  private static List<Told> told(List<Act> acts, int year, LocalDate from) {
    var told = new ArrayList<Told>();
    var states = new State[CONTRIBUTIONS];
    var day = from.plusDays(1);
    states[0] = new State();
    add(told, states[0], day, 0, charged(id(year, 0), year, 5_000_00));
    add(told, states[0], day, 0, new ContributionInvoiced(id(year, 0), "R", day, day, 5_000_00));
    for (var act : acts) {
      day = day.plusDays(act.daysLater);
      var id = id(year, act.contribution);
      var state = states[act.contribution];
      if (state == null) {
        if (!act.kind.equals("charge")) continue;
        states[act.contribution] = new State();
        add(told, states[act.contribution], day, act.contribution, charged(id, year, act.amount));
        continue;
      }
      var event = state.waived > 0 ? null : event(act, id, day, state);
      if (event != null) add(told, state, day, act.contribution, event);
    }
    return told;
  }

  private static @Nullable Event event(Act act, String id, LocalDate day, State state) {
    var due = state.due;
    if (act.kind.equals("waive"))
      return state.open() == 0 ? null : new ContributionWaived(id, state.open(), "…");
    if (act.kind.equals("refund"))
      return state.over() == 0
          ? null
          : new ContributionRefunded(
              id, (state.over() + 1) / 2, day, state.over() - (state.over() + 1) / 2);
    if (due == null)
      return act.kind.equals("invoice") && state.open() > 0
          ? new ContributionInvoiced(id, "R", day, day.plusDays(14), state.open())
          : null;
    return switch (act.kind) {
      case "pay" ->
          state.open() == 0 ? null : paid(id, day, Math.min(act.amount, state.open()), state);
      case "overpay" -> paid(id, day, state.open() + act.amount, state);
      case "defer" ->
          state.open() == 0
              ? null
              : new ContributionDeferred(id, due.plusDays(act.amount % 60 + 1), "…");
      case "interest" ->
          new DefaultInterestClaimed(
              id,
              day,
              day,
              List.of(),
              act.amount,
              0,
              Math.max(0, state.charged + act.amount - state.received),
              due,
              "…");
      case "cancel" ->
          new InvoiceCancelled(
              id,
              "R",
              1,
              "G",
              day,
              state.charged,
              act.amount,
              state.received,
              Math.max(0, act.amount - state.received),
              Math.max(0, state.received - act.amount),
              "…");
      default -> null;
    };
  }

  private static void add(
      List<Told> told, State state, LocalDate day, int contribution, Event event) {
    told.add(new Told(day, contribution, event));
    apply(state, event);
  }

  private static Event charged(String id, int year, long cents) {
    var terms =
        new Terms(
            year,
            ContributionClass.SMALL,
            ContributionClass.SMALL,
            cents,
            false,
            12,
            0,
            null,
            cents,
            List.of());
    return new ContributionCharged(id, UUID.randomUUID().toString(), "Zeche", year, terms, cents);
  }

  private static Event paid(String id, LocalDate day, long cents, State state) {
    long all = state.received + cents;
    return new ContributionPaid(
        id,
        cents,
        day,
        all,
        Math.max(0, state.charged - all),
        all > state.charged ? all - state.charged : null);
  }

  private static void apply(State state, Event event) {
    switch (event) {
      case ContributionCharged e -> state.charged = e.amountCents();
      case ContributionInvoiced e -> state.due = e.dueOn();
      case ContributionPaid e -> state.received += e.amountCents();
      case ContributionRefunded e -> state.received -= e.amountCents();
      case DefaultInterestClaimed e -> state.charged += e.interestCents();
      case InvoiceCancelled e -> {
        state.charged = e.amountCents();
        state.due = null;
      }
      case ContributionDeferred e -> state.due = e.until();
      case ContributionWaived e -> state.waived = e.waivedCents();
      default -> throw new IllegalStateException(event.toString());
    }
  }

  private static List<State> states(List<Told> told, LocalDate asOf) {
    var states = new ArrayList<State>();
    for (int i = 0; i < CONTRIBUTIONS; i++) states.add(new State());
    for (var each : told)
      if (!each.day.isAfter(asOf)) apply(states.get(each.contribution), each.event);
    return states;
  }

  private static boolean late(State state, LocalDate day) {
    return state.due != null && state.due.isBefore(day);
  }

  private static long sum(List<State> states, java.util.function.ToLongFunction<State> value) {
    return states.stream().mapToLong(value).sum();
  }
}
