package org.foerderturm.funding;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * By which side conditions (Nebenbestimmungen) a grant is paid and accounted for. Their periods and
 * margins are dated rows of the table grant-rules.
 */
public enum Regime {
  /** Federal, expenditure basis. */
  @JsonProperty("nabf")
  NABF,

  /** Federal, cost basis, commercial companies: costs incurred, drawn by the quarter. */
  @JsonProperty("nkbf-2017")
  NKBF_2017,

  /** Federal, institutions and associations. */
  @JsonProperty("anbest-p")
  ANBEST_P,

  /** Federal, municipalities: draw-down and interim proofs as the notice says. */
  @JsonProperty("anbest-gk")
  ANBEST_GK,

  /** North Rhine-Westphalia, municipalities. */
  @JsonProperty("anbest-g-nrw")
  ANBEST_G_NRW,

  /** North Rhine-Westphalia, institutions and associations. */
  @JsonProperty("anbest-p-nrw")
  ANBEST_P_NRW,

  /** North Rhine-Westphalia, money of the ERDF: costs that were paid are refunded. */
  @JsonProperty("anbest-efre")
  ANBEST_EFRE,

  /** Horizon: reports after each reporting period. */
  @JsonProperty("horizon")
  HORIZON;

  /**
   * The regime that tables, models and rows of a view name so.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Regime of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The regime as tables and models name it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
