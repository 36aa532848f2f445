/** Models and their versions. */
@NullMarked
package org.foerderturm.ui.model;

import org.jspecify.annotations.NullMarked;
