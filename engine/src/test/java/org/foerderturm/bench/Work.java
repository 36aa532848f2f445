package org.foerderturm.bench;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs numbered pieces of work on some threads. */
final class Work {
  interface Piece {
    void run(int number) throws Exception;
  }

  private Work() {}

  /** Runs the pieces 0 to count − 1; returns the seconds it took. */
  static double on(int threads, int count, Piece piece) {
    var next = new AtomicInteger();
    long start = System.nanoTime();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < threads; i++)
        running.add(
            pool.submit(
                () -> {
                  for (int n; (n = next.getAndIncrement()) < count; ) piece.run(n);
                  return null;
                }));
      for (Future<?> each : running) each.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
