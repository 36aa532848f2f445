/**
 * Rules (Regeln): rows of decision tables that the office changes itself. One person proposes,
 * another approves; then the table has a new version, without a build.
 */
@NullMarked
package org.foerderturm.rules;

import org.jspecify.annotations.NullMarked;
