package org.foerderturm.ui.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.foerderturm.ui.report.Content.Kind;
import org.foerderturm.ui.report.Content.Plot;
import org.jspecify.annotations.Nullable;

/** The element that draws figures in the browser; the same numbers stand in a table beside it. */
@Tag("ft-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./foerderturm/chart.js")
class Chart extends Component implements HasStyle {
  Chart(Plot plot) {
    addClassName("ft-chart");
    getElement().callJsFunction("setFigures", data(plot));
    addListener(
        Chosen.class,
        chosen -> {
          var href = href(plot, chosen.series, chosen.category);
          if (href != null) UI.getCurrent().getPage().setLocation(href);
        });
  }

  private static @Nullable String href(Plot plot, int series, int category) {
    if (series < 0 || series >= plot.series().size()) return null;
    var hrefs = plot.series().get(series).hrefs();
    return category < 0 || category >= hrefs.size() ? null : hrefs.get(category);
  }

  /** Data alone, nothing that the browser would run. */
  private static Map<String, Object> data(Plot plot) {
    var series = new ArrayList<Map<String, Object>>();
    for (var each : plot.series()) {
      var data = new HashMap<String, Object>();
      data.put("name", each.name());
      data.put("stack", each.stack() == null ? "" : each.stack());
      var values = new ArrayList<@Nullable Object>();
      for (var value : each.values()) values.add(value == null ? null : shown(plot.kind(), value));
      data.put("values", values);
      series.add(data);
    }
    return Map.of(
        "kind",
        plot.line() ? "line" : "bar",
        "across",
        plot.across(),
        "unit",
        plot.kind().unit,
        "label",
        label(plot),
        "categories",
        plot.categories(),
        "series",
        series);
  }

  private static double shown(Kind kind, Number value) {
    return kind == Kind.MONEY ? value.doubleValue() / 100 : value.doubleValue();
  }

  /** All that the chart shows, for those who listen to the page. */
  private static String label(Plot plot) {
    var said = new ArrayList<String>();
    for (int i = 0; i < plot.categories().size(); i++) {
      var parts = new ArrayList<String>();
      for (var each : plot.series())
        parts.add(each.name() + " " + plot.kind().text(each.values().get(i)));
      said.add(plot.categories().get(i) + ": " + String.join(", ", parts));
    }
    return plot.title() + ". " + String.join("; ", said) + ".";
  }

  /** Somebody clicked a bar or a point. */
  @DomEvent("chart-chosen")
  static class Chosen extends ComponentEvent<Chart> {
    private final int series;
    private final int category;

    public Chosen(
        Chart source,
        boolean fromClient,
        @EventData("event.detail.series") int series,
        @EventData("event.detail.category") int category) {
      super(source, fromClient);
      this.series = series;
      this.category = category;
    }
  }
}
