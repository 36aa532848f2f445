package org.foerderturm.consortium;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Under which rules money is sought; decides what makes a consortium eligible. */
public enum Programme {
  @JsonProperty("horizon")
  HORIZON,

  @JsonProperty("federal-joint-project")
  FEDERAL_JOINT_PROJECT,

  @JsonProperty("erdf")
  ERDF
}
