package org.foerderturm.kernel;

/**
 * The answer to a command: which events it wrote. The same idempotency key gives the same receipt.
 *
 * @param commandKey the idempotency key
 * @param firstIndex insert index of its first event, or 0 if it wrote none
 * @param lastIndex insert index of its last event, or 0 if it wrote none
 */
public record Receipt(String commandKey, long firstIndex, long lastIndex) {}
