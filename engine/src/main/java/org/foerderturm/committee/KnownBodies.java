package org.foerderturm.committee;

import java.util.HashSet;
import java.util.Set;
import org.foerderturm.committee.CommitteeEvent.BodyFounded;
import org.foerderturm.committee.CommitteeEvent.MotionDecided;
import org.foerderturm.committee.CommitteeEvent.ObjectionOutcome;
import org.foerderturm.committee.CommitteeEvent.ObjectionSettled;
import org.foerderturm.committee.CommitteeEvent.ResolutionObjected;
import org.foerderturm.kernel.Bodies;
import org.foerderturm.log.EventLog;
import org.jspecify.annotations.Nullable;
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

  @Override
  public boolean suspended(String bodyId, String motionId) {
    var objected = new HashSet<String>();
    boolean suspended = false;
    for (var events = log.readEvents(bodyId, 0); events.hasNext(); )
      switch (events.next().getPayload()) {
        case ResolutionObjected e when motionId.equals(e.motionId()) -> {
          objected.add(e.number());
          suspended = true;
        }
        case ObjectionSettled e when objected.contains(e.number()) ->
            suspended = e.outcome() != ObjectionOutcome.HOLDS;
        default -> {}
      }
    return suspended;
  }

  @Override
  public @Nullable String decision(String bodyId, String motionId) {
    String result = null;
    for (var events = log.readEvents(motionId, 0); events.hasNext(); )
      if (events.next().getPayload() instanceof MotionDecided e && e.bodyId().equals(bodyId))
        result = e.result();
    return result;
  }
}
