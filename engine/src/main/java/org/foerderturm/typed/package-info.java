/**
 * The one reader of what people type, paste or write into a list: numbers, days, times and moments.
 *
 * <p>An answer is a value, nothing, or unreadable with its reason; what could mean two things is
 * unreadable and told with both readings. German and English ways of writing are both understood,
 * whatever language the screen speaks.
 */
@NullMarked
package org.foerderturm.typed;

import org.jspecify.annotations.NullMarked;
