package org.foerderturm.ui.council;

import static org.foerderturm.ui.common.Words.t;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foerderturm.council.CouncilQuery.ConsultationRow;
import org.foerderturm.council.CouncilQuery.PaperDetails;
import org.foerderturm.document.Paper;
import org.foerderturm.ui.common.Downloads;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** A council paper as a file for the archive and for readers of the screen (PDF/A, PDF/UA). */
final class PrintedPaper {
  private PrintedPaper() {}

  static String file(PaperDetails found) {
    var number = found.row().number();
    return Downloads.name(
        "pdf",
        t("council.file-name"),
        number == null ? t("council.draft") : number,
        found.row().title());
  }

  static byte[] of(PaperDetails found) {
    var row = found.row();
    var number = row.number() == null ? t("council.draft") : row.number();
    var paper =
        Paper.of(t("council.paper", "number", number), Words.locale())
            .foot(number + " · " + row.title())
            .text(row.title())
            .facts(facts(found));
    if (!found.consultations().isEmpty())
      paper
          .heading(t("council.consultations"))
          .table(
              List.of(
                  t("council.body"),
                  t("council.openness"),
                  t("council.purpose"),
                  t("council.meeting"),
                  t("council.result")),
              found.consultations().stream().map(PrintedPaper::line).toList());
    section(paper, t("council.proposal"), found.proposal());
    if (!found.variants().isEmpty()) paper.subheading(t("council.variants")).list(found.variants());
    money(paper, found);
    section(paper, t("council.staff"), found.staffEffects());
    section(paper, t("council.reasons"), found.reasons());
    if (!found.cosigners().isEmpty())
      paper
          .heading(t("council.cosigners"))
          .table(
              List.of(t("council.department"), t("council.cosignature"), t("council.statement")),
              found.cosigners().stream()
                  .map(
                      each ->
                          List.of(
                              each.department(),
                              each.agrees() == null
                                  ? t("council.awaited")
                                  : t(each.agrees() ? "council.signed" : "council.objected"),
                              each.statement() == null ? "–" : each.statement()))
                  .toList());
    return paper.pdf();
  }

  private static Map<String, String> facts(PaperDetails found) {
    var facts = new LinkedHashMap<String, String>();
    if (found.datedOn() != null) facts.put(t("council.dated"), Formats.date(found.datedOn()));
    if (found.fileReference() != null)
      facts.put(t("council.file-reference"), found.fileReference());
    if (found.row().originator() != null)
      facts.put(t("council.originator"), found.row().originator());
    facts.put(t("council.stage"), Words.code("council-stage", found.row().stage()));
    return facts;
  }

  private static List<String> line(ConsultationRow row) {
    var result =
        row.result() == null
            ? t("council.planned")
            : Words.code("council-result", row.purpose() + "-" + row.result());
    return List.of(
        row.body(),
        t(row.open() ? "council.open" : "council.closed"),
        Words.code("council-purpose", row.purpose()),
        Formats.date(row.heldOn() == null ? row.plannedOn() : row.heldOn()),
        row.reference() == null ? result : result + " (" + row.reference() + ")");
  }

  private static void money(Paper paper, PaperDetails found) {
    paper.heading(t("council.effects"));
    if (found.years().isEmpty()) paper.text(t("council.no-costs"));
    else {
      var rows = new ArrayList<List<String>>();
      for (var year : found.years())
        rows.add(List.of(Integer.toString(year.year()), Formats.euros(year.amountCents())));
      rows.add(List.of(t("council.total"), Formats.euros(found.row().totalCents())));
      paper.table(List.of(t("council.year"), t("council.amount") + " ▸"), rows);
    }
    if (found.cover() != null) paper.text(t("council.cover") + ": " + found.cover());
  }

  private static void section(Paper paper, String title, @Nullable String words) {
    if (words != null && !words.isBlank()) paper.heading(title).text(words);
  }
}
