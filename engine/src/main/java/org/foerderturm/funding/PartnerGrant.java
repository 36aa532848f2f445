package org.foerderturm.funding;

import java.time.LocalDate;
import org.foerderturm.kernel.Merge;
import org.jspecify.annotations.Nullable;

/**
 * What of a grant is one partner's, by its own notice, in euro cents.
 *
 * @param partner by name
 * @param noticeReference of the partner's own notice (Förderkennzeichen); null if it has none
 * @param regime side conditions of the partner's own notice; null as those of the application
 * @param periodFrom begin of its own grant period; null as that of the whole
 * @param periodUntil end of its own grant period; null as that of the whole
 */
public record PartnerGrant(
    String partner,
    long amountCents,
    @Nullable String noticeReference,
    @Nullable Regime regime,
    @Nullable LocalDate periodFrom,
    @Nullable LocalDate periodUntil)
    implements Merge.Keyed {
  @Override
  public Object key() {
    return Financing.partnerId(partner);
  }

  public PartnerGrant(String partner, long amountCents, @Nullable String noticeReference) {
    this(partner, amountCents, noticeReference, null, null, null);
  }
}
