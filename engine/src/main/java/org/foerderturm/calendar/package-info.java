/** Days that count in the office: working days and public holidays of North Rhine-Westphalia. */
@NullMarked
package org.foerderturm.calendar;

import org.jspecify.annotations.NullMarked;
