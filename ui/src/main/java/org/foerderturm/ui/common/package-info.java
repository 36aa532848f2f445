/** What every screen needs: words in two languages, formats, asking and sending, live changes. */
@NullMarked
package org.foerderturm.ui.common;

import org.jspecify.annotations.NullMarked;
