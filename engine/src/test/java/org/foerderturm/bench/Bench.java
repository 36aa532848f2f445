package org.foerderturm.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Measures the product against its parts: {@code ./foerderturm bench [--long] [part …]}. Everything
 * runs in one JVM on one durable PostgreSQL, in turns, so that the ratios hold on a busy machine
 * too.
 */
public final class Bench {
  private Bench() {}

  public static void main(String[] args) throws Exception {
    var wanted = new ArrayList<>(Arrays.asList(args));
    boolean longer = wanted.remove("--long");
    var parts =
        wanted.isEmpty() ? Set.of("tasks", "count", "read", "axon", "append") : Set.copyOf(wanted);
    var figures = new Figures();
    try (var product = new Product()) {
      machine(product);
      if (parts.contains("tasks") || parts.contains("count"))
        tasks(figures, product, parts, longer);
      if (parts.contains("load")) load(figures, product);
      if (parts.contains("read"))
        new Readers(figures, product)
            .measure(longer ? 200_000 : 10_000, longer ? 3 : 1, parts.contains("axon"));
      if (parts.contains("append"))
        new LogRates(figures, product).measure(8, longer ? 4_000 : 800, longer ? 7 : 3);
    }
    if (parts.contains("lists"))
      try (var office = new Product()) { // of its own: nobody else's events in its lists
        new Lists(figures, office).measure();
      }
    figures.print(System.out);
    System.exit(0);
  }

  private static void tasks(Figures figures, Product product, Set<String> parts, boolean longer)
      throws Exception {
    try (var full = new Peer("camunda, full history", "full", true);
        var lean = new Peer("camunda, full history, no removal time", "full", false);
        var none = new Peer("camunda, no history", "none", false)) {
      var completions = new Completions(figures, List.of(product, full, lean, none));
      if (parts.contains("tasks"))
        completions.measure(new int[] {4, 8}, longer ? 300 : 60, longer ? 3 : 2, longer ? 5 : 3);
      if (parts.contains("count")) {
        completions.count(1, 20);
        completions.count(8, 80);
      }
    }
  }

  /** The product alone, for a profiler; not part of the default. */
  private static void load(Figures figures, Product product) throws Exception {
    var completions = new Completions(figures, List.of(product));
    completions.count(1, 20);
    completions.measure(new int[] {8}, 200, 1, 6);
    completions.count(8, 80);
  }

  private static void machine(Candidate candidate) {
    String server =
        candidate
            .db
            .sql(
                "select version() || ', fsync ' || current_setting('fsync')"
                    + " || ', synchronous_commit ' || current_setting('synchronous_commit')")
            .query(String.class)
            .single();
    System.out.printf(
        "%d processors, load %.1f, Java %s, %s%n",
        Runtime.getRuntime().availableProcessors(),
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        System.getProperty("java.version"),
        server);
  }
}
