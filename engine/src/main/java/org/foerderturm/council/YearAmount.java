package org.foerderturm.council;

/**
 * What a paper costs in one budget year.
 *
 * @param amountCents euro cents, not negative
 */
public record YearAmount(int year, long amountCents) {}
