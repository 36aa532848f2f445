package org.foerderturm.funding;

/**
 * One partner's part of the proof of use, in euro cents.
 *
 * @param unspentCents what it drew and did not spend: to be paid back by this partner
 */
public record PartnerProof(String partnerId, String name, long spentCents, long unspentCents) {}
