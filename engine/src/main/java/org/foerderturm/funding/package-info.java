/**
 * Funding applications (Förderanträge): from the idea and the go of the committee through outline,
 * budgets, sign-off and submission to the grant notice, draw-downs, proof of use and closing. The
 * rules of money and dates stand in plain types beside the aggregate: {@link
 * org.foerderturm.funding.Regime} (Nebenbestimmungen), {@link org.foerderturm.funding.CostRow}
 * (Kostenposition of the AZA form), {@link org.foerderturm.funding.AidIntensity}
 * (Beihilfeintensität), {@link org.foerderturm.funding.Marking} (Bewertung). Used by the process
 * funding-application.
 */
@NullMarked
package org.foerderturm.funding;

import org.jspecify.annotations.NullMarked;
