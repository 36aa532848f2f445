package org.foerderturm.ui.report;

import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.foerderturm.report.Figure;
import org.foerderturm.report.Report;
import org.foerderturm.report.ReportQuery.Scope;
import org.foerderturm.ui.common.Formats;
import org.jspecify.annotations.Nullable;

/**
 * What a report's address says.
 *
 * @param asOf the day up to whose end all counts; never later than today
 * @param group programme, class, body or topic; of deadlines the kind
 */
record Place(LocalDate asOf, @Nullable Integer year, @Nullable String group) {
  static Place of(QueryParameters query) {
    return new Place(
        query.getSingleParameter("asof").map(Place::day).orElse(today()),
        query
            .getSingleParameter("year")
            .filter(text -> text.matches("[12]\\d{3}"))
            .map(Integer::valueOf)
            .orElse(null),
        query.getSingleParameter("group").filter(text -> !text.isBlank()).orElse(null));
  }

  static LocalDate today() {
    return LocalDate.now(Formats.OFFICE);
  }

  private static LocalDate day(String text) {
    try {
      var day = LocalDate.parse(text);
      return day.isAfter(today()) || day.getYear() < 2000 ? today() : day;
    } catch (DateTimeException e) {
      return today();
    }
  }

  Scope scope(Report report) {
    return new Scope(report, asOf, year, group);
  }

  Place with(@Nullable Integer otherYear, @Nullable String otherGroup) {
    return new Place(
        asOf, otherYear == null ? year : otherYear, otherGroup == null ? group : otherGroup);
  }

  Map<String, String> parameters() {
    var parameters = new LinkedHashMap<String, String>();
    if (!asOf.equals(today())) parameters.put("asof", asOf.toString());
    if (year != null) parameters.put("year", year.toString());
    if (group != null) parameters.put("group", group);
    return parameters;
  }

  /** The address of the facts behind a figure. */
  String facts(Figure figure) {
    var parameters = parameters();
    parameters.put("figure", figure.code());
    return "reports/" + figure.report().code() + "/facts?" + joined(parameters);
  }

  String page(String report) {
    var parameters = parameters();
    return "reports/" + report + (parameters.isEmpty() ? "" : "?" + joined(parameters));
  }

  private static String joined(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
