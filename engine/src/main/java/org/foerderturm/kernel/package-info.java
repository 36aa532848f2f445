/**
 * Words that every feature speaks: {@link Command}, {@link Event}, {@link Query}, who acts ({@link
 * Actor}, {@link Role}, {@link AllowedTo}) and how an attempt is refused ({@link Rejected}). No
 * domain, no framework beyond annotations.
 */
@NullMarked
package org.foerderturm.kernel;

import org.jspecify.annotations.NullMarked;
