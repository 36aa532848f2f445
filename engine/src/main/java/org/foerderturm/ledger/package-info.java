/**
 * The sealed order: gapless positions and leaf hashes given to committed events by one sequencer.
 */
@NullMarked
package org.foerderturm.ledger;

import org.jspecify.annotations.NullMarked;
