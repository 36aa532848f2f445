/**
 * The alliance (Allianz): its members (Mitglieder), what they contribute a year (Beitragslogik) and
 * what becomes of it. An inquiry (Anfrage) leads to a bilateral talk (bilaterales Gespräch), to an
 * individual offer (individuelles Angebot) and, if it is accepted, to membership. The classes and
 * fees are the decision tables contribution-class and contribution-fee; a contribution run
 * (Beitragslauf) charges all members of a year. Used by the process member-joining.
 */
@NullMarked
package org.foerderturm.alliance;

import org.jspecify.annotations.NullMarked;
