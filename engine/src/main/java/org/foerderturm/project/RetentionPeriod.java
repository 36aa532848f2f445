package org.foerderturm.project;

import java.time.LocalDate;

/**
 * How long files of one kind are kept.
 *
 * @param kind {@code books}, {@code vouchers}, {@code letters}, {@code exempted-aid}, {@code
 *     de-minimis} or {@code files}
 * @param until last day
 * @param rule in words
 * @param source where it stands
 */
public record RetentionPeriod(
    String kind, int years, LocalDate until, String rule, String source) {}
