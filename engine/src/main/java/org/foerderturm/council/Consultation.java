package org.foerderturm.council;

import java.time.LocalDate;
import org.foerderturm.kernel.Bodies;
import org.jspecify.annotations.Nullable;

/**
 * One place in the order of consultation (Beratungsfolge).
 *
 * @param position from 1
 * @param bodyId the body, if it votes in this office; else its name is {@code body}
 * @param open whether the public may attend
 * @param municipal whether it is a body of the municipality; null in orders of earlier versions
 */
public record Consultation(
    int position,
    @Nullable String bodyId,
    @Nullable String body,
    boolean open,
    LocalDate plannedOn,
    ConsultationPurpose purpose,
    @Nullable Boolean municipal) {

  public Consultation(
      int position,
      @Nullable String bodyId,
      @Nullable String body,
      boolean open,
      LocalDate plannedOn,
      ConsultationPurpose purpose) {
    this(position, bodyId, body, open, plannedOn, purpose, null);
  }

  /**
   * Whether what the body says here binds the municipality. Where an earlier version did not ask
   * whose a body is, that of this office says it itself; one that meets elsewhere was the
   * municipality's.
   */
  boolean resolves(Bodies bodies) {
    if (purpose != ConsultationPurpose.RESOLUTION) return false;
    if (municipal != null) return municipal;
    return bodyId == null || bodies.isMunicipal(bodyId);
  }
}
