package org.foerderturm.council;

/**
 * What a paper costs in one budget year, or saves and earns.
 *
 * @param amountCents euro cents; negative is less spent or more earned
 */
public record YearAmount(int year, long amountCents) {}
