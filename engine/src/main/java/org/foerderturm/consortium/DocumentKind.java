package org.foerderturm.consortium;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Map;
import org.foerderturm.kernel.Rejected;

/** A paper that a partner hands in; which one is needed of whom says consortium-documents. */
public enum DocumentKind {
  @JsonProperty("letter-of-intent")
  LETTER_OF_INTENT,

  @JsonProperty("nda")
  NDA,

  @JsonProperty("mandate")
  MANDATE,

  @JsonProperty("declaration-of-honour")
  DECLARATION_OF_HONOUR,

  @JsonProperty("accession-form")
  ACCESSION_FORM,

  @JsonProperty("consortium-agreement")
  CONSORTIUM_AGREEMENT,

  @JsonProperty("sme-declaration")
  SME_DECLARATION,

  @JsonProperty("de-minimis-declaration")
  DE_MINIMIS_DECLARATION,

  @JsonProperty("background-list")
  BACKGROUND_LIST,

  @JsonProperty("data-management-plan")
  DATA_MANAGEMENT_PLAN,

  @JsonProperty("co-financing")
  CO_FINANCING,

  @JsonProperty("council-resolution")
  COUNCIL_RESOLUTION;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws Rejected {@code document-unknown} if a table names one that there is not
   */
  static DocumentKind of(String code) {
    for (var kind : values()) if (kind.code().equals(code)) return kind;
    throw new Rejected("document-unknown", Map.of("document", code));
  }
}
