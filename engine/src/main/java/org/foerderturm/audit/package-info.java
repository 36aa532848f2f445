/** The history of everything: timelines, search, refused attempts. */
@NullMarked
package org.foerderturm.audit;

import org.jspecify.annotations.NullMarked;
