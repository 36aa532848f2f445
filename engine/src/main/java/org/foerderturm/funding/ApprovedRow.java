package org.foerderturm.funding;

import org.foerderturm.kernel.Merge;

/**
 * What a notice approved of one cost row of a partner.
 *
 * @param costsCents costs, in euro cents; 0 if the funder struck the row out
 */
public record ApprovedRow(CostRow row, long costsCents) implements Merge.Keyed {
  @Override
  public Object key() {
    return row;
  }
}
