package org.foerderturm.funding;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Rows of the federal application form AZA (to be checked against the form in force). */
public enum CostRow {
  @JsonProperty("0812")
  STAFF_E12_E15("0812"),
  @JsonProperty("0817")
  STAFF_E1_E11("0817"),
  @JsonProperty("0822")
  ASSISTANTS("0822"),
  @JsonProperty("0831")
  GOODS("0831"),
  @JsonProperty("0834")
  RENT("0834"),
  @JsonProperty("0835")
  CONTRACTS("0835"),
  @JsonProperty("0843")
  OTHER("0843"),
  @JsonProperty("0844")
  TRAVEL_GERMANY("0844"),
  @JsonProperty("0845")
  TRAVEL_ABROAD("0845"),

  /** Single items above 800 euros. */
  @JsonProperty("0850")
  ITEMS("0850");

  private final String code;

  CostRow(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
