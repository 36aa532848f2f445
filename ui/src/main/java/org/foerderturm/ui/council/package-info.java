/** Council papers: the list, and a paper as one reads it. */
@NullMarked
package org.foerderturm.ui.council;

import org.jspecify.annotations.NullMarked;
