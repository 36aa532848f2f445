/**
 * Consortia (Konsortien): partners who apply together, from the idea to the resolution that
 * constitutes or dissolves them. Coordinator, beneficiary, affiliated entity, associated partner
 * and subcontractor are {@link org.foerderturm.consortium.PartnerRole}s; a letter of intent is an
 * Absichtserklärung, the agreement in principle a Grundsatzvereinbarung. Each partner owes
 * documents (Unterlagen, {@link org.foerderturm.consortium.DocumentKind}). After its constitution a
 * consortium changes partners and agreement (Konsortialvertrag), and gives the office commissions
 * (Aufträge). Used by the processes consortium-formation and consortium-change.
 */
@NullMarked
package org.foerderturm.consortium;

import org.jspecify.annotations.NullMarked;
