package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.foerderturm.funding.RemedyQuery.FindRemedy;
import org.foerderturm.funding.RemedyQuery.RemedyRow;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** How the last notice on an application came, and what can be done against it until when. */
final class RemedySections {
  private RemedySections() {}

  /** Nothing as long as there was no notice. */
  static List<Component> of(Desk desk, String applicationId) {
    var found = desk.ask(new FindRemedy(applicationId));
    if (found == null) return List.of();
    var facts = Ui.facts();
    Ui.fact(
        facts,
        t("remedy.posted"),
        found.postedOn() == null
            ? t(found.source() == null ? "remedy.not-recorded" : "remedy.served")
            : Formats.date(found.postedOn()));
    Ui.fact(facts, t("application.received"), Formats.date(found.receivedOn()));
    Ui.fact(facts, t("remedy.notified"), Formats.weekday(found.notifiedOn()));
    if (found.withoutInstruction())
      Ui.fact(facts, t("remedy.instruction"), Ui.chip(Ui.Tone.ATTENTION, t("remedy.uninstructed")));
    Ui.fact(facts, t("remedy.open"), state(found));
    if (found.source() != null) Ui.fact(facts, t("remedy.source"), found.source());
    var section = Ui.section(t("remedy.section"), facts);
    section.setId("remedies");
    return List.of(section);
  }

  static Component state(RemedyRow row) {
    return switch (row.state()) {
      case "open" -> Ui.chip(Ui.Tone.ATTENTION, until(row, "remedy.until"));
      case "passed" -> Ui.chip(Ui.Tone.PLAIN, until(row, "remedy.passed"));
      case "filed" ->
          Ui.chip(
              Ui.Tone.RUNNING,
              t("remedy.filed", "remedy", remedy(row.filed()), "day", day(row.filedOn())));
      case "final" -> Ui.chip(Ui.Tone.PLAIN, t("remedy.state.final"));
      default -> new Span(t("remedy.state.none"));
    };
  }

  private static String until(RemedyRow row, String words) {
    return t(words, "remedy", remedy(row.remedy()), "day", day(row.until()));
  }

  static String remedy(@Nullable String code) {
    return code == null ? "–" : Words.code("remedy", code);
  }

  private static String day(java.time.@Nullable LocalDate day) {
    return day == null ? "–" : Formats.date(day);
  }
}
