package org.foerderturm.committee;

import java.util.Set;
import org.foerderturm.committee.CommitteeEvent.BodyFounded;
import org.foerderturm.kernel.Bodies;
import org.foerderturm.log.EventLog;
import org.springframework.stereotype.Component;

/** Asks the log: whom a resolution binds must not hang on a list that is being made anew. */
@Component
class KnownBodies implements Bodies {
  private static final Set<BodyKind> MUNICIPAL = Set.of(BodyKind.COUNCIL, BodyKind.COMMITTEE);

  private final EventLog log;

  KnownBodies(EventLog log) {
    this.log = log;
  }

  @Override
  public boolean isMunicipal(String bodyId) {
    var events = log.readEvents(bodyId, 0);
    return events.hasNext()
        && events.next().getPayload() instanceof BodyFounded founded
        && MUNICIPAL.contains(founded.kind());
  }
}
