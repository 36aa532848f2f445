package org.foerderturm.consortium;

/** Who takes a leaving partner's place. */
public record Successor(
    String partnerId,
    String name,
    String country,
    CountryStatus countryStatus,
    PartnerRole role,
    OrganisationKind kind) {}
