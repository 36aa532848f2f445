/**
 * The sheet of rules (Regeln): tables, their rows with periods and sources, and how they change.
 */
@NullMarked
package org.foerderturm.ui.rules;

import org.jspecify.annotations.NullMarked;
