package org.foerderturm.funding;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a partner's costs are for, by the form of its programme: rows of the federal forms AZA (by
 * expenditure) and AZK (by cost), categories of a grant agreement of the European Union, kinds of
 * the ERDF in North Rhine-Westphalia (to be checked against the forms in force). Which programme
 * knows which row the table cost-rows says, what is measured by a flat rate the table flat-rates.
 */
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
  ITEMS("0850"),

  @JsonProperty("azk-0813")
  COST_MATERIAL("azk-0813"),
  @JsonProperty("azk-0823")
  COST_CONTRACTS("azk-0823"),
  @JsonProperty("azk-0837")
  COST_PERSONNEL("azk-0837"),
  @JsonProperty("azk-0838")
  COST_TRAVEL("azk-0838"),
  @JsonProperty("azk-0847")
  COST_DEPRECIATION("azk-0847"),

  /** Other direct costs of the project. */
  @JsonProperty("azk-0850")
  COST_OTHER("azk-0850"),

  @JsonProperty("eu-a")
  EU_PERSONNEL("eu-a"),
  @JsonProperty("eu-b")
  EU_SUBCONTRACTING("eu-b"),
  @JsonProperty("eu-c")
  EU_PURCHASE("eu-c"),
  @JsonProperty("eu-d")
  EU_OTHER("eu-d"),
  @JsonProperty("eu-e")
  EU_INDIRECT("eu-e"),
  @JsonProperty("efre-pk")
  ERDF_PERSONNEL("efre-pk"),
  @JsonProperty("efre-gk")
  ERDF_OVERHEAD("efre-gk"),
  @JsonProperty("efre-sk")
  ERDF_GOODS("efre-sk"),
  @JsonProperty("efre-in")
  ERDF_INVESTMENT("efre-in");

  private final String code;

  CostRow(String code) {
    this.code = code;
  }

  /**
   * @throws IllegalArgumentException if there is no such row
   */
  public static CostRow of(String code) {
    for (var row : values()) if (row.code.equals(code)) return row;
    throw new IllegalArgumentException("no cost row: " + code);
  }

  public String code() {
    return code;
  }
}
