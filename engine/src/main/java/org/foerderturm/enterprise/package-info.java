/**
 * The register of enterprises (Unternehmensverzeichnis): yearly figures and shares, from them the
 * SME status ({@link org.foerderturm.enterprise.EnterpriseSize}, KMU), and the de-minimis aid that
 * a single undertaking had ({@link org.foerderturm.enterprise.DeMinimis}). Thresholds and ceilings
 * are the tables sme-size, sme-relation and de-minimis. Asked by the process funding-application.
 */
@NullMarked
package org.foerderturm.enterprise;

import org.jspecify.annotations.NullMarked;
