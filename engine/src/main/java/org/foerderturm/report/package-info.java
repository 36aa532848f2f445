/**
 * Reports (Berichtswesen): figures as sums of facts, each fact one row with its event, so that a
 * figure of any day can be computed again and opened up to the events behind it. Reads the events
 * of funding, alliance, committee, consortium and process; knows no rules of theirs.
 */
@NullMarked
package org.foerderturm.report;

import org.jspecify.annotations.NullMarked;
