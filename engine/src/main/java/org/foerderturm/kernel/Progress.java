package org.foerderturm.kernel;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets the sender of a command with many {@link Consequences} see how far it is, and stop it. Bound
 * to the thread that sends.
 */
public final class Progress {
  private static final ThreadLocal<@Nullable Progress> CURRENT = new ThreadLocal<>();
  private final IntConsumer told;
  private int done;

  private Progress(IntConsumer told) {
    this.told = told;
  }

  /**
   * @param told how many consequences there were so far, from 1 again when the command is tried
   *     again; a {@link Rejected} thrown by it refuses the whole command
   */
  public static void watch(IntConsumer told, Runnable sending) {
    CURRENT.set(new Progress(told));
    try {
      sending.run();
    } finally {
      CURRENT.remove();
    }
  }

  /** A command is tried, perhaps again. */
  public static void began() {
    var progress = CURRENT.get();
    if (progress != null) progress.done = 0;
  }

  /** One more consequence happened. */
  public static void advanced() {
    var progress = CURRENT.get();
    if (progress != null) progress.told.accept(++progress.done);
  }
}
