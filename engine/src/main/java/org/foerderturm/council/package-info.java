/**
 * Council papers (Ratsvorlagen): drafted, co-signed, checked, registered under a running number
 * (Drucksachennummer), consulted body by body, decided; the result goes back to the case that asked
 * for it. {@link org.foerderturm.council.CouncilPaper} guards the paper, {@link
 * org.foerderturm.council.CouncilRegister} its number. Used by the process council-paper; requested
 * by the process funding-application.
 */
@NullMarked
package org.foerderturm.council;

import org.jspecify.annotations.NullMarked;
