/**
 * The chain (Kette) of one undertaking: consortium, council paper, resolution, application, notice,
 * draw-down, proof of use, project, walkable both ways, so that any euro drawn leads back to the
 * resolution that allowed it. Built from the events of the features; has no commands of its own.
 */
@NullMarked
package org.foerderturm.chain;

import org.jspecify.annotations.NullMarked;
