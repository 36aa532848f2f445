/** What the people who run the program see: settings, refusals in plain words, health, metrics. */
@NullMarked
package org.foerderturm.operations;

import org.jspecify.annotations.NullMarked;
