package org.foerderturm.project;

/**
 * A line of the project's budget.
 *
 * @param lineId {@code z1}, {@code z2} … in the order of the plan
 */
public record MoneyLine(String lineId, String title, long budgetCents) {}
