package org.foerderturm.council;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a body is asked for when a paper comes before it. */
public enum ConsultationPurpose {
  /** Beschluss: decides. */
  @JsonProperty("resolution")
  RESOLUTION,

  /** Empfehlung: advises the body that decides. */
  @JsonProperty("recommendation")
  RECOMMENDATION,

  /** Kenntnisnahme: is told. */
  @JsonProperty("note")
  NOTE;

  /** Whether a consultation of this kind can end so. */
  boolean allows(ConsultationResult result) {
    return switch (result) {
      case POSTPONED -> true;
      case NOTED -> this == NOTE;
      case ADOPTED, AMENDED, REJECTED -> this != NOTE;
    };
  }
}
