/** Consortia and their partners. */
@NullMarked
package org.foerderturm.ui.consortium;

import org.jspecify.annotations.NullMarked;
