package org.foerderturm.funding;

import java.time.LocalDate;
import java.util.List;

/**
 * What a partner must prove by when, where its own notice says otherwise than that of the whole.
 *
 * @param source where the periods stand
 */
public record PartnerDue(
    String partnerId,
    String name,
    List<LocalDate> interimProofs,
    LocalDate proofOfUseDue,
    String source) {
  public PartnerDue {
    interimProofs = List.copyOf(interimProofs);
  }
}
