/** One search over everything that has a page, with the rights of the pages. */
@NullMarked
package org.foerderturm.search;

import org.jspecify.annotations.NullMarked;
