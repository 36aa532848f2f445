package org.foerderturm.project;

import java.time.LocalDate;

/**
 * A work package (Arbeitspaket) of the plan.
 *
 * @param packageId {@code ap1}, {@code ap2} … in the order of the plan
 */
public record WorkPackage(
    String packageId, String title, String responsible, LocalDate startsOn, LocalDate endsOn) {}
