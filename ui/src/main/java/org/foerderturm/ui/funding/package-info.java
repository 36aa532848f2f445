/** Funding applications: what was asked for, what is due, what came of it. */
@NullMarked
package org.foerderturm.ui.funding;

import org.jspecify.annotations.NullMarked;
