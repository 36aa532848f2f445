/** What a person has to do: start page, inbox, one task, starting a workflow. */
@NullMarked
package org.foerderturm.ui.work;

import org.jspecify.annotations.NullMarked;
