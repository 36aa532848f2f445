package org.foerderturm.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import org.foerderturm.bench.CountedDataSource.Kind;

/**
 * Completed tasks per second, CPU and round trips of each, and how soon readers see them: the
 * product against a bare engine with full, cheaper and no history.
 */
final class Completions {
  private static final String FULL = "camunda, full history";

  private final Figures figures;
  private final List<Candidate> candidates;

  Completions(Figures figures, List<Candidate> candidates) {
    this.figures = figures;
    this.candidates = candidates;
  }

  /** Rounds in turn: every candidate does the same, one after the other. */
  void measure(int[] threads, int cases, int warmUps, int rounds) throws IOException {
    for (Candidate candidate : candidates) candidate.background(false);
    for (int round = -warmUps; round < rounds; round++)
      for (int each : threads)
        for (Candidate candidate : candidates) {
          candidate.background(true);
          if (candidate instanceof Product product) {
            product.lags.clear();
            round(candidate, each, cases, round >= 0);
            lags(product, each, round >= 0);
            later(product, each, cases, round >= 0);
          } else {
            round(candidate, each, cases, round >= 0);
          }
          candidate.background(false);
        }
    for (int each : threads) {
      String product = rate("product", each);
      figures.ratio(product + " / " + FULL, product, rate(FULL, each));
      for (Candidate other : candidates)
        if (!other.name.equals(FULL) && !(other instanceof Product))
          figures.ratio(product + " / " + other.name, product, rate(other.name, each));
      figures.ratio(
          product + ", seen later / " + FULL, rate("product, seen later", each), rate(FULL, each));
      figures.ratio(
          "CPU a completion, " + each + " threads: product / " + FULL,
          cpu("product", each),
          cpu(FULL, each));
    }
  }

  private static String rate(String name, int threads) {
    return "completions, " + threads + " threads: " + name;
  }

  private static String cpu(String name, int threads) {
    return "CPU a completion, " + threads + " threads: " + name;
  }

  private void round(Candidate candidate, int threads, int cases, boolean counts)
      throws IOException {
    begin(candidate, threads, cases);
    double jvm = Cpu.jvmMillis();
    double backends = candidate.cpu.backendMillis();
    double seconds =
        all(candidate, threads, "Task_Check", Candidate::check, candidate::complete)
            + all(candidate, threads, "Task_Ship", Candidate::ship, candidate::complete);
    jvm = Cpu.jvmMillis() - jvm;
    backends = candidate.cpu.backendMillis() - backends;
    if (!counts) return;
    figures.add(rate(candidate.name, threads), "1/s", 2 * cases / seconds);
    figures.add(cpu(candidate.name, threads), "ms", (jvm + backends) / (2 * cases));
    figures.add(cpu(candidate.name, threads) + ", of it server", "ms", backends / (2 * cases));
  }

  private void lags(Product product, int threads, boolean counts) {
    var lags = List.copyOf(product.lags);
    if (!counts) return;
    figures.add("read lag p50, " + threads + " threads", "ms", Figures.percentile(lags, 0.5));
    figures.add("read lag p99, " + threads + " threads", "ms", Figures.percentile(lags, 0.99));
  }

  /** Nobody waits for the views after each command; the time still ends when they are there. */
  private void later(Product product, int threads, int cases, boolean counts) {
    begin(product, threads, cases);
    double seconds =
        all(product, threads, "Task_Check", Candidate::check, product::completeOnly)
            + all(product, threads, "Task_Ship", Candidate::ship, product::completeOnly);
    long start = System.nanoTime();
    product.caughtUp();
    seconds += (System.nanoTime() - start) / 1e9;
    if (counts) figures.add(rate("product, seen later", threads), "1/s", 2 * cases / seconds);
  }

  private static void begin(Candidate candidate, int threads, int cases) {
    Work.on(threads, cases, i -> candidate.start(UUID.randomUUID().toString(), Candidate.order(i)));
    if (candidate instanceof Product product) product.caughtUp();
  }

  private interface Step {
    void take(String taskId, Map<String, Object> values);
  }

  private static double all(
      Candidate candidate,
      int threads,
      String key,
      IntFunction<Map<String, Object>> values,
      Step step) {
    List<String> tasks = candidate.tasks(key);
    return Work.on(threads, tasks.size(), i -> step.take(tasks.get(i), values.apply(i)));
  }

  /** Round trips and statements of one completion, by kind. */
  void count(int threads, int cases) {
    for (Candidate candidate : candidates) {
      candidate.background(true);
      begin(candidate, threads, cases);
      candidate.background(false);
      candidate.dataSource.count(true);
      candidate.background(true);
      for (var step : List.of("Task_Check", "Task_Ship")) {
        List<String> tasks = candidate.tasks(step);
        candidate.dataSource.count(true);
        Work.on(
            threads,
            tasks.size(),
            i ->
                candidate.complete(
                    tasks.get(i),
                    step.equals("Task_Check") ? Candidate.check(i) : Candidate.ship(i)));
        tell(candidate, step, threads, tasks.size());
      }
      candidate.background(false);
      candidate.dataSource.count(false);
    }
  }

  private void tell(Candidate candidate, String step, int threads, int completions) {
    String what = ", " + step + ", " + threads + " threads: " + candidate.name;
    var roundTrips = candidate.dataSource.roundTrips();
    var statements = candidate.dataSource.statements();
    bySender(roundTrips)
        .forEach(
            (sender, n) ->
                figures.add("round trips" + what + ", " + sender, "", (double) n / completions));
    bySender(statements)
        .forEach(
            (sender, n) ->
                figures.add("statements" + what + ", " + sender, "", (double) n / completions));
    System.out.printf("%n%s, %s, %d threads%n", candidate.name, step, threads);
    var kinds = new ArrayList<>(new TreeMap<>(roundTrips).keySet());
    statements.keySet().stream().filter(kind -> !roundTrips.containsKey(kind)).forEach(kinds::add);
    for (Kind kind : kinds)
      System.out.printf(
          "  %-10s %-50s %6.2f round trips %6.2f statements%n",
          kind.sender(),
          kind.what(),
          roundTrips.getOrDefault(kind, 0L) / (double) completions,
          statements.getOrDefault(kind, 0L) / (double) completions);
  }

  private static Map<String, Long> bySender(Map<Kind, Long> counts) {
    var sums = new TreeMap<String, Long>();
    counts.forEach((kind, n) -> sums.merge(kind.sender(), n, Long::sum));
    return sums;
  }
}
