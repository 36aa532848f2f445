/** Bodies, motions and votes. */
@NullMarked
package org.foerderturm.ui.committee;

import org.jspecify.annotations.NullMarked;
