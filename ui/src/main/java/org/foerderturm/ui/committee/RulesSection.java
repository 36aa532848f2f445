package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.committee.BodyRules;
import org.foerderturm.committee.CommitteeQuery.BodyDetails;
import org.foerderturm.committee.CommitteeQuery.BodyRow;
import org.foerderturm.committee.CommitteeQuery.FindBodies;
import org.foerderturm.committee.CommitteeQuery.RulesRow;
import org.foerderturm.committee.MeetingRules;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;

/** The rules that hold today in full; then all rows by date, each with its source and change. */
final class RulesSection extends Section {
  private final transient Map<String, String> bodies;
  private final BodyKind kind;

  RulesSection(Desk desk, BodyDetails body, Runnable after) {
    addClassName("ft-section");
    add(new H2(t("rules.title")));
    bodies =
        desk.ask(new FindBodies()).stream()
            .collect(Collectors.toMap(BodyRow::bodyId, BodyRow::name));
    kind = body.row().kind();
    var rows = body.rules();
    var today = LocalDate.now(Formats.OFFICE);
    var inForce = inForce(rows, today);
    var facts = Ui.facts();
    words(inForce).forEach((name, value) -> Ui.fact(facts, name, value));
    Ui.fact(facts, t("rules.source"), inForce.source());
    var names = desk.names();
    body.recorded().stream()
        .filter(row -> row.rules() == inForce)
        .forEach(row -> recorded(row, names, facts));
    add(facts);
    if (desk.has(Role.OFFICE_LEAD, Role.ADMINISTRATOR))
      add(
          Ui.div(
              "ft-actions",
              Ui.quiet(t("rules.adopt"), () -> new RulesDialog(desk, body).open(after))));
    if (rows.size() > 1) add(history(rows, inForce, today));
  }

  private static void recorded(RulesRow row, Map<String, String> names, Div facts) {
    if (row.by() != null && row.at() != null)
      Ui.fact(
          facts,
          t("rules.recorded"),
          t(
              "rules.recorded-by",
              "name",
              Desk.name(names, row.by()),
              "day",
              Formats.date(Formats.day(row.at()))));
  }

  /** The newest row that has begun; the first one holds from ever. */
  static BodyRules inForce(List<BodyRules> rows, LocalDate day) {
    return rows.stream()
        .skip(1)
        .filter(row -> row.validFrom() != null && !row.validFrom().isAfter(day))
        .reduce((older, newer) -> newer)
        .orElse(rows.getFirst());
  }

  private Div history(List<BodyRules> rows, BodyRules inForce, LocalDate today) {
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (int i = rows.size() - 1; i >= 0; i--) {
      var row = rows.get(i);
      boolean replaced =
          i + 1 < rows.size()
              && row.validFrom() != null
              && row.validFrom().equals(rows.get(i + 1).validFrom());
      var item =
          new ListItem(Ui.span("ft-strong", from(row)), state(row, inForce, replaced, today));
      item.add(Ui.span("ft-quiet", row.source()));
      if (i > 0 && !replaced) item.add(changes(before(rows, i), row));
      list.add(item);
    }
    return Ui.div("ft-lines", Ui.span("ft-strong", t("rules.history")), list);
  }

  /** The row that held before this one; those of the same day never did. */
  private static BodyRules before(List<BodyRules> rows, int index) {
    var day = rows.get(index).validFrom();
    int i = index - 1;
    while (i > 0 && day != null && day.equals(rows.get(i).validFrom())) i--;
    return rows.get(i);
  }

  private static String from(BodyRules row) {
    return row.validFrom() == null
        ? t("rules.from-ever")
        : t("rules.from-day", "day", Formats.date(row.validFrom()));
  }

  private static Span state(BodyRules row, BodyRules inForce, boolean replaced, LocalDate today) {
    if (replaced) return Ui.chip(Ui.Tone.PLAIN, t("rules.replaced"));
    if (row == inForce) return Ui.chip(Ui.Tone.GOOD, t("rules.in-force"));
    boolean ahead = row.validFrom() != null && row.validFrom().isAfter(today);
    return ahead
        ? Ui.chip(Ui.Tone.ATTENTION, t("rules.ahead"))
        : Ui.chip(Ui.Tone.PLAIN, t("rules.past"));
  }

  private Div changes(BodyRules old, BodyRules row) {
    var facts = Ui.facts();
    var was = words(old);
    words(row)
        .forEach(
            (name, value) -> {
              var before = was.getOrDefault(name, "");
              if (!value.equals(before))
                Ui.fact(facts, name, t("rules.changed", "from", before, "to", value));
            });
    return facts;
  }

  private Map<String, String> words(BodyRules row) {
    var how = row.heldBy(kind).forMeetings();
    var words = new LinkedHashMap<String, String>();
    words.put(t("quorum.title"), Shares.words(row.quorum()) + " " + t("rules.of-members"));
    words.put(
        t("rules.majority"),
        Shares.words(row.majority()) + " " + Words.code("majority-of", row.counted().name()));
    words.put(
        t("rules.notice"),
        t(
            "rules.notice-words",
            "days",
            Formats.number(how.noticeDays()),
            "hours",
            Formats.number(how.urgentHours())));
    words.put(t("rules.minutes"), Words.count("rules.days", how.minutesDays()));
    words.put(t("rules.outside"), outside(how));
    words.put(t("rules.secret"), Shares.words(how.secretOnRequest()) + " " + t("rules.of-members"));
    words.put(t("rules.open"), t(how.open() ? "value.yes" : "value.no"));
    words.put(
        t("rules.incompatible"),
        how.incompatibleWith().isEmpty()
            ? "–"
            : how.incompatibleWith().stream()
                .map(other -> bodies.getOrDefault(other, other))
                .collect(Collectors.joining(", ")));
    return words;
  }

  private String outside(MeetingRules how) {
    var words = Words.code("outside", how.outside().name());
    if (kind.decidesInMeetingsOnly()) return words + " (" + t("rules.outside-law") + ")";
    if (how.outside() == MeetingRules.Outside.NEVER) return words;
    return words
        + ", "
        + Words.count("rules.within", how.circularDays())
        + (how.outsideSource() == null ? "" : " (" + how.outsideSource() + ")");
  }
}
