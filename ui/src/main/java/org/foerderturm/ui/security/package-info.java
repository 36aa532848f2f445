/** Sign-in, the rights of a session, passwords. */
@NullMarked
package org.foerderturm.ui.security;

import org.jspecify.annotations.NullMarked;
