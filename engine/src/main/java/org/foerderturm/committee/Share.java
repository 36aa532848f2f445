package org.foerderturm.committee;

/**
 * A part of a whole as rules name it: "more than 1/2", "at least 2/3". Whole numbers only, so that
 * no rounding decides a vote.
 *
 * @param atLeast the part itself suffices; otherwise it must be exceeded
 */
public record Share(int numerator, int denominator, boolean atLeast) {
  public Share {
    if (numerator < 0 || denominator < 1 || numerator > denominator)
      throw new IllegalArgumentException("not a part: " + numerator + "/" + denominator);
    if (numerator == denominator && !atLeast)
      throw new IllegalArgumentException("nobody can exceed the whole");
  }

  public static Share moreThan(int numerator, int denominator) {
    return new Share(numerator, denominator, false);
  }

  public static Share atLeast(int numerator, int denominator) {
    return new Share(numerator, denominator, true);
  }

  public boolean reachedBy(int part, int whole) {
    long left = (long) part * denominator;
    long right = (long) numerator * whole;
    return atLeast ? left >= right : left > right;
  }

  /** The smallest part of the whole that reaches this share. */
  public int least(int whole) {
    long product = (long) numerator * whole;
    return Math.toIntExact(
        atLeast ? (product + denominator - 1) / denominator : product / denominator + 1);
  }
}
