/** The chain of an undertaking, on every page that shows a link of it. */
@NullMarked
package org.foerderturm.ui.chain;

import org.jspecify.annotations.NullMarked;
