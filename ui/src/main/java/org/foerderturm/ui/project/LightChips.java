package org.foerderturm.ui.project;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import org.foerderturm.project.ProjectQuery.FourLights;
import org.foerderturm.project.ProjectQuery.ProjectRow;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** Traffic lights as icon and word. */
final class LightChips {
  /**
   * Days after which a light speaks of the past: the longest time between two reports, and some.
   */
  private static final int OLD = 120;

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

  /** All four, and of which day they speak: old ones are marked, they may be wrong by now. */
  static Div aged(ProjectRow row) {
    var lights = of(row.lights(), false);
    var day = row.lightsOn();
    if (row.lights() == null || day == null) return lights;
    var words = t("project.lights-on", "day", Formats.date(day));
    boolean old =
        !row.stage().equals("closed") && day.isBefore(LocalDate.now(Formats.OFFICE).minusDays(OLD));
    return Ui.div(
        "ft-lines",
        lights,
        old
            ? Ui.chip(Ui.Tone.ATTENTION, words + " · " + t("project.lights-old"))
            : Ui.span("ft-quiet", words));
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
