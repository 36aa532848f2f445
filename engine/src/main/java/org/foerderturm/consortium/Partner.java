package org.foerderturm.consortium;

import static org.foerderturm.consortium.PartnerRole.BENEFICIARY;
import static org.foerderturm.consortium.PartnerRole.COORDINATOR;

/** A partner as its consortium remembers it. */
record Partner(
    String partnerId,
    String name,
    String country,
    CountryStatus countryStatus,
    PartnerRole role,
    OrganisationKind kind,
    Status status,
    int reminders,
    boolean letter) {
  enum Status {
    INVITED,
    ACCEPTED,
    DECLINED,
    WITHDREW,
    REPLACED,
    LEFT
  }

  Partner now(Status next) {
    return new Partner(
        partnerId, name, country, countryStatus, role, kind, next, reminders, letter);
  }

  Partner as(PartnerRole next) {
    return new Partner(
        partnerId, name, country, countryStatus, next, kind, status, reminders, letter);
  }

  Partner reminded(int count) {
    return new Partner(partnerId, name, country, countryStatus, role, kind, status, count, letter);
  }

  Partner withLetter() {
    return new Partner(
        partnerId, name, country, countryStatus, role, kind, status, reminders, true);
  }

  boolean belongs() {
    return status == Status.ACCEPTED;
  }

  boolean appliesForMoney() {
    return role == COORDINATOR || role == BENEFICIARY;
  }
}
