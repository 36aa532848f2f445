package org.foerderturm.consortium;

import org.foerderturm.kernel.Consortia;
import org.foerderturm.log.EventLog;
import org.springframework.stereotype.Component;

/** Asks the log, which lists follow a moment later: a consortium of just now counts. */
@Component
class KnownConsortia implements Consortia {
  private final EventLog log;

  KnownConsortia(EventLog log) {
    this.log = log;
  }

  @Override
  public boolean exists(String consortiumId) {
    return log.holds(Consortium.class.getSimpleName(), consortiumId);
  }
}
