/**
 * The event log: an append-only table that holds every event, written in the transaction of its
 * command.
 */
@NullMarked
package org.foerderturm.log;

import org.jspecify.annotations.NullMarked;
