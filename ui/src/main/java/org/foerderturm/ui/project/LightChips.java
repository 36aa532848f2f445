package org.foerderturm.ui.project;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.foerderturm.project.ProjectQuery.FourLights;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** Traffic lights as icon and word. */
final class LightChips {
  private LightChips() {}

  /** All four, with their trends. */
  static Div of(@Nullable FourLights lights, boolean trends) {
    if (lights == null) return Ui.div("ft-lights", Ui.span("ft-quiet", t("project.no-report")));
    return Ui.div(
        "ft-lights",
        chip("scope", lights.scope(), trends ? lights.scopeTrend() : null),
        chip("time", lights.time(), trends ? lights.timeTrend() : null),
        chip("cost", lights.cost(), trends ? lights.costTrend() : null),
        chip("risk", lights.risk(), trends ? lights.riskTrend() : null));
  }

  private static Span chip(String name, String color, @Nullable String trend) {
    var words = Words.code("project-light", name) + ": " + Words.code("project-color", color);
    if (trend != null && !trend.equals("first"))
      words += " " + arrow(trend) + " " + Words.code("project-trend", trend);
    return Ui.chip(tone(color), words);
  }

  private static String arrow(String trend) {
    return switch (trend) {
      case "better" -> "↗";
      case "worse" -> "↘";
      default -> "→";
    };
  }

  static Ui.Tone tone(String color) {
    return switch (color) {
      case "green" -> Ui.Tone.GOOD;
      case "amber" -> Ui.Tone.ATTENTION;
      default -> Ui.Tone.BAD;
    };
  }
}
