package org.foerderturm.ui.report;

import static org.foerderturm.ui.common.Words.t;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.foerderturm.report.Figure;
import org.foerderturm.report.ReportQuery.FactRow;
import org.foerderturm.report.ReportQuery.FindChoices;
import org.foerderturm.report.ReportQuery.FindFacts;
import org.foerderturm.report.ReportQuery.Scope;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Words;
import org.foerderturm.ui.report.Content.Heading;
import org.foerderturm.ui.report.Content.Kind;
import org.foerderturm.ui.report.Workbooks.Listing;
import org.jspecify.annotations.Nullable;

/** The facts of a report for a file, a portion at a time, however many there are. */
final class FactSheet implements Iterator<List<@Nullable Object>> {
  private static final int PORTION = 1_000;
  private final Desk desk;
  private final Scope scope;
  private final Map<String, String> words;
  private final Iterator<Figure> figures;
  private @Nullable Figure figure;
  private @Nullable Long before;
  private boolean more;
  private Iterator<FactRow> portion = List.<FactRow>of().iterator();

  private FactSheet(Desk desk, Scope scope, Map<String, String> words) {
    this.desk = desk;
    this.scope = scope;
    this.words = words;
    this.figures = elementary(scope).iterator();
  }

  /**
   * @param name what a group is called
   */
  static Listing of(Desk desk, Scope scope, UnaryOperator<String> name) {
    // the file is written outside of the screen, which knows the language
    var words = new HashMap<String, String>();
    for (var each : elementary(scope))
      words.put(each.code(), Words.code("figure", scope.report().code() + "." + each.code()));
    var groups = new HashMap<String, String>();
    desk.ask(new FindChoices(scope.report()))
        .groups()
        .forEach(group -> groups.put("group:" + group.code(), name.apply(group.code())));
    words.putAll(groups);
    var code = scope.report().code();
    return new Listing(
        t("report.facts"),
        List.of(
            new Heading(t("report.event"), Kind.NUMBER),
            new Heading(t("report.recorded"), Kind.NUMBER),
            new Heading(t("report.what"), Kind.NUMBER),
            new Heading(t("report.counts-as"), Kind.NUMBER),
            new Heading(t("report.group." + code), Kind.NUMBER),
            new Heading(t("report.year"), Kind.NUMBER),
            new Heading(t("report.count"), Kind.NUMBER),
            new Heading(t("report.money"), Kind.MONEY),
            new Heading(t("report.working-days"), Kind.DAYS)),
        () -> new FactSheet(desk, scope, words));
  }

  private static List<Figure> elementary(Scope scope) {
    return Arrays.stream(Figure.values())
        .filter(each -> each.report() == scope.report())
        .filter(each -> each.terms().containsKey(each.code()))
        .toList();
  }

  @Override
  public boolean hasNext() {
    while (!portion.hasNext()) {
      if (!more) {
        if (!figures.hasNext()) return false;
        figure = figures.next();
        before = null;
      }
      if (figure == null) return false;
      var rows = desk.ask(new FindFacts(figure, scope, before, PORTION)).rows();
      more = rows.size() >= PORTION;
      if (more) before = rows.getLast().position();
      portion = rows.iterator();
    }
    return true;
  }

  @Override
  public List<@Nullable Object> next() {
    if (!hasNext()) throw new NoSuchElementException();
    var fact = portion.next();
    var row = new ArrayList<@Nullable Object>();
    row.add(fact.position());
    row.add(LocalDateTime.ofInstant(fact.at(), Formats.OFFICE));
    row.add(fact.title());
    row.add(words.getOrDefault(fact.measure(), fact.measure()));
    row.add(words.getOrDefault("group:" + fact.group(), fact.group()));
    row.add(String.valueOf(fact.year()));
    row.add(fact.number());
    row.add(fact.cents());
    row.add(fact.days());
    return row;
  }
}
