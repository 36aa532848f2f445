/**
 * Reads tables out of files that people bring: CSV in any common dialect, and XLSX. Knows no
 * feature; whatever a file holds, the answer is a table or a {@code Rejected}, never another
 * failure.
 */
@NullMarked
package org.foerderturm.imports;

import org.jspecify.annotations.NullMarked;
