/**
 * People (Ansprechpartner) of the alliance's members, and who of them sits in which expert team
 * (Expertenteam) for which term (Amtszeit). These are personal data: their events hold names, mail
 * and phone in the clear until the keys of ADR 10 exist, so nobody may enter what has to be
 * erasable before.
 */
@NullMarked
package org.foerderturm.contact;

import org.jspecify.annotations.NullMarked;
