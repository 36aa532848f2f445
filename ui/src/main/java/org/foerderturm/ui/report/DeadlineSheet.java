package org.foerderturm.ui.report;

import static org.foerderturm.ui.common.Words.t;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.foerderturm.report.ReportQuery.DeadlineRow;
import org.foerderturm.report.ReportQuery.FindDeadlines;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Words;
import org.foerderturm.ui.report.Content.Heading;
import org.foerderturm.ui.report.Content.Kind;
import org.foerderturm.ui.report.Workbooks.Listing;
import org.jspecify.annotations.Nullable;

/** The deadlines for a file, a portion at a time. */
final class DeadlineSheet implements Iterator<List<@Nullable Object>> {
  private static final int PORTION = 1_000;
  private final Desk desk;
  private final Place place;
  private final Map<String, String> kinds;
  private int offset;
  private boolean more = true;
  private Iterator<DeadlineRow> portion = List.<DeadlineRow>of().iterator();

  private DeadlineSheet(Desk desk, Place place, Map<String, String> kinds) {
    this.desk = desk;
    this.place = place;
    this.kinds = kinds;
  }

  static Listing of(Desk desk, Place place) {
    var kinds = new HashMap<String, String>();
    ReportView.KINDS.forEach(kind -> kinds.put(kind, Words.code("deadline", kind)));
    return new Listing(
        t("report.title.deadlines"),
        List.of(
            new Heading(t("report.due"), Kind.NUMBER),
            new Heading(t("report.kind"), Kind.NUMBER),
            new Heading(t("report.what"), Kind.NUMBER),
            new Heading(t("event.case"), Kind.NUMBER),
            new Heading(t("report.money"), Kind.MONEY),
            new Heading(t("report.event"), Kind.NUMBER)),
        () -> new DeadlineSheet(desk, place, kinds));
  }

  @Override
  public boolean hasNext() {
    if (portion.hasNext()) return true;
    if (!more) return false;
    var rows =
        desk.ask(new FindDeadlines(place.asOf(), Deadlines.DAYS, place.group(), offset, PORTION))
            .rows();
    offset += rows.size();
    more = rows.size() == PORTION;
    portion = rows.iterator();
    return portion.hasNext();
  }

  @Override
  public List<@Nullable Object> next() {
    if (!hasNext()) throw new NoSuchElementException();
    var row = portion.next();
    var cells = new ArrayList<@Nullable Object>();
    cells.add(row.dueOn());
    cells.add(kinds.getOrDefault(row.kind(), row.kind()));
    cells.add(row.title());
    cells.add(row.about());
    cells.add(row.cents());
    cells.add(row.position());
    return cells;
  }
}
