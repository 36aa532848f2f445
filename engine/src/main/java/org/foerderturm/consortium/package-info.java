/**
 * Consortia (Konsortien): partners who apply together, from the idea to the resolution that
 * constitutes or dissolves them. Coordinator, beneficiary, affiliated entity, associated partner
 * and subcontractor are {@link org.foerderturm.consortium.PartnerRole}s; a letter of intent is an
 * Absichtserklärung, the agreement in principle a Grundsatzvereinbarung. Used by the process
 * consortium-formation.
 */
@NullMarked
package org.foerderturm.consortium;

import org.jspecify.annotations.NullMarked;
