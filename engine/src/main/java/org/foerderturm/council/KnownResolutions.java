package org.foerderturm.council;

import java.util.List;
import org.foerderturm.council.CouncilEvent.ConsultationsOrdered;
import org.foerderturm.council.CouncilEvent.CouncilEffectsStated;
import org.foerderturm.council.CouncilEvent.CouncilPaperDecided;
import org.foerderturm.council.CouncilEvent.CouncilPaperRequested;
import org.foerderturm.council.CouncilEvent.PaperObjected;
import org.foerderturm.council.CouncilEvent.PaperUpheld;
import org.foerderturm.kernel.Bodies;
import org.foerderturm.kernel.Resolutions;
import org.foerderturm.log.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a paper's own stream: what it says is what was recorded, and nothing later. */
@Component
class KnownResolutions implements Resolutions {
  private final EventLog log;
  private final Bodies bodies;

  KnownResolutions(EventLog log, Bodies bodies) {
    this.log = log;
    this.bodies = bodies;
  }

  @Override
  public @Nullable Resolution of(String paperId) {
    String askedBy = null;
    var order = List.<Consultation>of();
    long total = 0;
    CouncilPaperDecided decided = null;
    boolean objected = false;
    for (var events = log.readEvents(paperId, 0); events.hasNext(); )
      switch (events.next().getPayload()) {
        case CouncilPaperRequested e -> askedBy = e.askedBy();
        case ConsultationsOrdered e -> order = e.consultations();
        case CouncilEffectsStated e -> total = e.totalCents();
        case CouncilPaperDecided e -> decided = e;
        case PaperObjected e -> objected = true;
        case PaperUpheld e -> objected = false;
        default -> {}
      }
    if (decided == null) return null;
    return new Resolution(
        askedBy,
        decided.result(),
        cents(decided, order, total),
        objected || suspended(decided, order));
  }

  private boolean suspended(CouncilPaperDecided decided, List<Consultation> order) {
    if (decided.motionId() == null || decided.position() < 1) return false;
    var body = order.get(decided.position() - 1).bodyId();
    return body != null && bodies.suspended(body, decided.motionId());
  }

  /** A decision of an earlier version doesn't say its sum: it was that of the paper. */
  private long cents(CouncilPaperDecided decided, List<Consultation> order, long total) {
    if (decided.resolvedCents() != null) return decided.resolvedCents();
    if (!decided.result().equals("adopted") || decided.position() < 1) return 0;
    return order.get(decided.position() - 1).resolves(bodies) ? total : 0;
  }
}
