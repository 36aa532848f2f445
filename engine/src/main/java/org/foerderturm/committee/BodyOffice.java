package org.foerderturm.committee;

/** An office that somebody holds in a council or committee, by election or by law. */
public enum BodyOffice {
  /** Bürgermeisterin oder Bürgermeister; in an independent city the Lord Mayor. */
  MAYOR,
  /** Allgemeine Vertretung: decides where the mayor is prevented (GO NRW § 60, § 68). */
  GENERAL_DEPUTY,
  /** Vorsitz; a council is chaired by its mayor (GO NRW § 40 Abs. 2). */
  CHAIR
}
