/** Granted projects: the portfolio as table and timeline, and each project's page. */
@NullMarked
package org.foerderturm.ui.project;

import org.jspecify.annotations.NullMarked;
