package org.foerderturm.funding;

import org.jspecify.annotations.Nullable;

/**
 * What of a grant is one partner's, by its own notice, in euro cents.
 *
 * @param partner by name
 * @param noticeReference of the partner's own notice (Förderkennzeichen); null if it has none
 */
public record PartnerGrant(String partner, long amountCents, @Nullable String noticeReference) {}
