/**
 * Steering of a granted project (Projektsteuerung): plan, milestones and their trend, money by
 * line, risks, status reports (Statusberichte) with their traffic lights (Ampeln), change requests
 * (Änderungsanträge) and closing. Used by the processes project-steering, project-report and
 * project-change.
 */
@NullMarked
package org.foerderturm.project;

import org.jspecify.annotations.NullMarked;
