package org.foerderturm.demo;

import java.util.EnumSet;
import java.util.Set;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Role;

/** One person for each role, named after what they do. */
enum DemoPerson {
  PROJECT("projekt", "Petra Projekt (Demo)", Role.PROJECT_MANAGER),
  LEAD("leitung", "Gerda Geschäftsführung (Demo)", Role.OFFICE_LEAD),
  EXPERT("expertin", "Elif Expertenteam (Demo)", Role.EXPERT_TEAM),
  SCIENCE("wissenschaft", "Willi Wissenschaft (Demo)", Role.SCIENTIFIC_ADVISOR),
  FINANCE("kaemmerei", "Kai Kämmerei (Demo)", Role.FINANCE_OFFICE),
  LEGAL("recht", "Ronja Rechtsamt (Demo)", Role.LEGAL_OFFICE),
  MEMBER("mitglied", "Mara Mitglied (Demo)", Role.COMMITTEE_MEMBER),
  MEMBER_2("mitglied2", "Milan Mitglied (Demo)", Role.COMMITTEE_MEMBER),
  MEMBER_3("mitglied3", "Mina Mitglied (Demo)", Role.COMMITTEE_MEMBER),
  MODELER("modell", "Momo Modell (Demo)", Role.MODELER),
  AUDITOR("pruefung", "Priya Prüfung (Demo)", Role.AUDITOR),
  ADMINISTRATOR("admin", "Ada Administration (Demo)", Role.ADMINISTRATOR);

  static final Set<DemoPerson> MEMBERS = EnumSet.of(MEMBER, MEMBER_2, MEMBER_3);

  private final String userId;
  private final String displayName;
  private final Role role;

  DemoPerson(String userId, String displayName, Role role) {
    this.userId = userId;
    this.displayName = displayName;
    this.role = role;
  }

  String userId() {
    return userId;
  }

  String displayName() {
    return displayName;
  }

  Role role() {
    return role;
  }

  Actor actor() {
    return Actor.of(userId, role);
  }
}
