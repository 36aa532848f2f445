/** People, their roles and passwords. */
@NullMarked
package org.foerderturm.access;

import org.jspecify.annotations.NullMarked;
