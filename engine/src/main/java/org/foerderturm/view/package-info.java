/**
 * Runs projections over the sealed log: live, by position, each batch in one transaction; rebuilds
 * them beside the old ones.
 */
@NullMarked
package org.foerderturm.view;

import org.jspecify.annotations.NullMarked;
