package org.foerderturm.project;

import org.jspecify.annotations.Nullable;

/** How the four lights stand against the report before. */
public record Trends(Trend scope, Trend time, Trend cost, Trend risk) {

  static Trends of(@Nullable Lights before, Lights now) {
    return before == null
        ? new Trends(Trend.FIRST, Trend.FIRST, Trend.FIRST, Trend.FIRST)
        : new Trends(
            Trend.of(before.scope(), now.scope()),
            Trend.of(before.time(), now.time()),
            Trend.of(before.cost(), now.cost()),
            Trend.of(before.risk(), now.risk()));
  }
}
