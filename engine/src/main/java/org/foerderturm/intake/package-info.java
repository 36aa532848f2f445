/**
 * Takes up many members at once from a list (Mitglieder einlesen): which column means what, which
 * rows can't be taken and why, and the import itself, of which everything happens or nothing.
 */
@NullMarked
package org.foerderturm.intake;

import org.jspecify.annotations.NullMarked;
