package org.foerderturm.funding;

/**
 * A partner who applies for money.
 *
 * @param id its id within the application
 */
public record Applicant(String id, String name) {}
