/** Bodies (Gremien), motions (Beschlussvorlagen) and votes. Used by the process body-vote. */
@NullMarked
package org.foerderturm.committee;

import org.jspecify.annotations.NullMarked;
