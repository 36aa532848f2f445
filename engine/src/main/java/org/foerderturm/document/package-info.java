/** Documents to print, file and send: PDF made of what the log holds. */
@NullMarked
package org.foerderturm.document;

import org.jspecify.annotations.NullMarked;
