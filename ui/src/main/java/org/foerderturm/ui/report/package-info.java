/** Reports: figure first, chart second, table third; each number opens its events. */
@NullMarked
package org.foerderturm.ui.report;

import org.jspecify.annotations.NullMarked;
