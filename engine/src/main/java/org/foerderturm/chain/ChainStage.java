package org.foerderturm.chain;

import java.util.Locale;

/** The links of a chain, in the order in which an undertaking passes them. */
public enum ChainStage {
  CONSORTIUM,
  PAPER,
  RESOLUTION,
  APPLICATION,
  NOTICE,
  DRAW_DOWN,
  PROOF,
  PROJECT;

  /** As it is stored and as its words are found: {@code draw-down}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static ChainStage of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
