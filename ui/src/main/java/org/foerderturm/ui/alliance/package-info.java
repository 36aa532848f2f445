/** Members of the alliance, their contributions and the yearly run. */
@NullMarked
package org.foerderturm.ui.alliance;

import org.jspecify.annotations.NullMarked;
