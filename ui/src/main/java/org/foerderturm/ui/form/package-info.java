/** Draws a form schema as native fields and collects their values. */
@NullMarked
package org.foerderturm.ui.form;

import org.jspecify.annotations.NullMarked;
