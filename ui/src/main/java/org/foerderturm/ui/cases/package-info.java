/** Cases: list, page with diagram, timeline and steps through the past. */
@NullMarked
package org.foerderturm.ui.cases;

import org.jspecify.annotations.NullMarked;
