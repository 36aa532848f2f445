/** The frame around all screens: page shell, navigation, error pages, accessibility statement. */
@NullMarked
package org.foerderturm.ui.shell;

import org.jspecify.annotations.NullMarked;
