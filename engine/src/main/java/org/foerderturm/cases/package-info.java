/** Cases (Vorgänge) and tasks (Aufgaben) as people see them. */
@NullMarked
package org.foerderturm.cases;

import org.jspecify.annotations.NullMarked;
