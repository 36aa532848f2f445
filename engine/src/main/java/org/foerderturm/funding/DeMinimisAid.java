package org.foerderturm.funding;

/**
 * What of a grant is de-minimis aid of one partner, in euro cents.
 *
 * @param partner by name
 */
public record DeMinimisAid(String partner, long amountCents) {}
