/** Shows BPMN diagrams, with the tokens of a case, and decision tables. */
@NullMarked
package org.foerderturm.ui.diagram;

import org.jspecify.annotations.NullMarked;
