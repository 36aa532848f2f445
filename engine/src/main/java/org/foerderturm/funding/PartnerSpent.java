package org.foerderturm.funding;

import org.foerderturm.kernel.Merge;

/**
 * What one partner of a joint project spent of its grant, by its part of the proof of use.
 *
 * @param name of the partner
 */
public record PartnerSpent(String name, long spentCents) implements Merge.Keyed {
  @Override
  public Object key() {
    return Financing.partnerId(name);
  }
}
