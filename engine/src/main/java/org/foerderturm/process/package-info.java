/**
 * The only package that sees Camunda: engine set-up, tasks, cases, the delegate, messages, the
 * catalogue of commands and events.
 */
@NullMarked
package org.foerderturm.process;

import org.jspecify.annotations.NullMarked;
