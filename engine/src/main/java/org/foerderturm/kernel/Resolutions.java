package org.foerderturm.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Knows what the council resolved on papers. A parameter of command handlers, so that nobody's word
 * stands for a resolution. What it says is what the log holds at that moment.
 */
public interface Resolutions {
  /** The result of a paper; null if there is no such paper or it is not decided yet. */
  @Nullable Resolution of(String paperId);

  /**
   * @param askedBy business key of the case that asked for the paper; null if nobody did
   * @param result as the paper's decision says it, e.g. {@code adopted} or {@code amended}
   * @param resolvedCents what a resolving body of the municipality resolved to pay, in euro cents;
   *     0 if none did, because it was only recommended, noted, rejected, or another's body decided
   * @param suspended whether it binds nobody just now, since the mayor objected to it, or no more,
   *     since the objection made it fall
   */
  record Resolution(
      @Nullable String askedBy, String result, long resolvedCents, boolean suspended) {
    /** One that nobody objected to. */
    public Resolution(@Nullable String askedBy, String result, long resolvedCents) {
      this(askedBy, result, resolvedCents, false);
    }
  }
}
