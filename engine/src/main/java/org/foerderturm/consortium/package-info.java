/** Consortia (Konsortien): partners who apply together. Used by the process consortium-formation. */
@NullMarked
package org.foerderturm.consortium;

import org.jspecify.annotations.NullMarked;
