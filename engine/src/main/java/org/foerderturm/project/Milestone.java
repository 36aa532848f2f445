package org.foerderturm.project;

import java.time.LocalDate;

/**
 * A milestone of the plan.
 *
 * @param milestoneId {@code ms1}, {@code ms2} … in the order of the plan
 * @param baseline the day that was promised
 */
public record Milestone(String milestoneId, String title, LocalDate baseline) {}
