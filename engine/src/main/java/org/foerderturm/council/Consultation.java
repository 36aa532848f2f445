package org.foerderturm.council;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One place in the order of consultation (Beratungsfolge).
 *
 * @param position from 1
 * @param bodyId the body, if it votes in this office; else its name is {@code body}
 * @param open whether the public may attend
 */
public record Consultation(
    int position,
    @Nullable String bodyId,
    @Nullable String body,
    boolean open,
    LocalDate plannedOn,
    ConsultationPurpose purpose) {}
