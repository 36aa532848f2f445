package org.foerderturm.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one clock that stamps events. Moved only by the demo loader and by tests, before anyone
 * works.
 */
public final class Clocks {
  private static volatile Clock clock = Clock.systemUTC();
  private static final List<Consumer<@Nullable Instant>> FOLLOWERS = new CopyOnWriteArrayList<>();

  private Clocks() {}

  public static Instant now() {
    return clock.instant();
  }

  /** Tells another library's clock (the engine's) of each move; null means the real time again. */
  public static void follow(Consumer<@Nullable Instant> follower) {
    FOLLOWERS.add(follower);
  }

  /** Runs the work with a clock that starts at the given time and goes on from there. */
  public static void at(Instant start, Runnable work) {
    clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), start));
    FOLLOWERS.forEach(follower -> follower.accept(start));
    try {
      work.run();
    } finally {
      clock = Clock.systemUTC();
      FOLLOWERS.forEach(follower -> follower.accept(null));
    }
  }
}
