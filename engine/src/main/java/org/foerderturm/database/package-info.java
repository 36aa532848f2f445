/** The PostgreSQL under everything: an embedded durable one, or the city’s own. */
@NullMarked
package org.foerderturm.database;

import org.jspecify.annotations.NullMarked;
