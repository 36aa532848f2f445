/** Administration: people, incidents, projections. */
@NullMarked
package org.foerderturm.ui.admin;

import org.jspecify.annotations.NullMarked;
