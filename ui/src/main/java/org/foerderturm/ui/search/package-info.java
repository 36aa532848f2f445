/** One search over everything that has a page. */
@NullMarked
package org.foerderturm.ui.search;

import org.jspecify.annotations.NullMarked;
