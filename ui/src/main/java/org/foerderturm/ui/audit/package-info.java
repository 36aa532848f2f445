/** Search over everything that happened. */
@NullMarked
package org.foerderturm.ui.audit;

import org.jspecify.annotations.NullMarked;
