package org.foerderturm.alliance;

/**
 * A class's yearly fee and what changes it, in the order in which it does: the reduced part for a
 * start-up, twelfths in the year of entry, rounded once to the cent (half up), then the in-kind
 * credit.
 *
 * @param cents fee of the class for a whole year
 * @param percent of the fee that is owed: 100, less of a start-up
 * @param months months of membership in the year, 1 to 12
 * @param inKindCents value of what the member gives in kind
 * @param inKindPercent of the share that may be paid so, at most
 */
record Fee(long cents, int percent, int months, long inKindCents, int inKindPercent) {
  Fee {
    if (cents < 0) throw new IllegalArgumentException("negative fee: " + cents);
    if (percent < 0 || percent > 100) throw new IllegalArgumentException("per cent: " + percent);
    if (months < 1 || months > 12) throw new IllegalArgumentException("months: " + months);
    if (inKindCents < 0) throw new IllegalArgumentException("negative value: " + inKindCents);
    if (inKindPercent < 0 || inKindPercent > 100)
      throw new IllegalArgumentException("per cent: " + inKindPercent);
  }

  /** Who enters in month m pays (13 − m) twelfths. */
  static int monthsFrom(int entryMonth) {
    return 13 - entryMonth;
  }

  /** Before the in-kind credit. */
  long share() {
    long parts = 12 * 100L;
    return (2 * Math.multiplyExact(cents, (long) months * percent) + parts) / (2 * parts);
  }

  /** What counts of the value given in kind: no more than the part that may be paid so. */
  long credit() {
    return Math.min(inKindCents, Math.multiplyExact(share(), (long) inKindPercent) / 100);
  }

  long amount() {
    return share() - credit();
  }
}
