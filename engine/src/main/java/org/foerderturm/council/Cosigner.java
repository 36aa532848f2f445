package org.foerderturm.council;

import org.jspecify.annotations.Nullable;

/**
 * Who must agree to a paper before it is checked.
 *
 * @param group code of the role whose members may sign for the department
 * @param userId the one person who signs; null for anyone of the group
 */
public record Cosigner(String department, @Nullable String group, @Nullable String userId) {}
