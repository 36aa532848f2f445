package org.foerderturm.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where and how an event stands in the sealed log; a parameter of event handlers.
 *
 * @param position gapless, from 0; the only order that counts
 * @param stream case id or aggregate id
 * @param sequence number in its stream, from 0
 * @param type stable event name
 * @param at when it was recorded, UTC
 * @param actor user id, or {@code system}
 * @param onBehalfOf represented user or role code
 * @param roles role codes joined by commas
 * @param correlation same for everything one command caused
 * @param caseId the case in whose course it happened, if any
 */
public record Recorded(
    long position,
    String eventId,
    String stream,
    long sequence,
    String type,
    Instant at,
    String actor,
    @Nullable String onBehalfOf,
    String roles,
    String correlation,
    @Nullable String caseId) {}
