package org.foerderturm.ui.work;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.foerderturm.access.CalendarTokens;
import org.foerderturm.kernel.Office;
import org.foerderturm.report.ReportQuery.FindMyDeadlines;
import org.foerderturm.report.ReportQuery.MyDeadline;
import org.foerderturm.ui.common.CalendarEntry;
import org.foerderturm.ui.common.DueCalendar;
import org.foerderturm.ui.common.DueCalendar.Due;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Messages;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person's deadlines for a calendar program, which can't sign in: whoever has the secret address
 * reads them, with the rights that the person has at that moment. Whoever has no right address
 * learns nothing, not even whether it was right once.
 */
@RestController
class CalendarFeed {
  /** What passed a month ago needs no entry any more. */
  private static final int DAYS_BACK = 31;

  private static final int DAYS_AHEAD = 400;
  private final CalendarTokens tokens;
  private final Office office;

  CalendarFeed(CalendarTokens tokens, Office office) {
    this.tokens = tokens;
    this.office = office;
  }

  @GetMapping("/calendar/{token}.ics")
  ResponseEntity<byte[]> read(
      @PathVariable String token, @RequestParam(defaultValue = "de") String lang) {
    var person = tokens.holder(token);
    if (person.isEmpty()) return ResponseEntity.notFound().build();
    var today = LocalDate.now(Formats.OFFICE);
    var rows =
        office.ask(
            new FindMyDeadlines(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD), true),
            person.get());
    var locale = lang.equals("en") ? Messages.ENGLISH : Messages.GERMAN;
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, CalendarEntry.MEDIA_TYPE)
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
        .body(DueCalendar.file(entries(rows, locale)));
  }

  static List<Due> entries(List<MyDeadline> rows, Locale locale) {
    return rows.stream().map(row -> entry(row, locale)).toList();
  }

  private static Due entry(MyDeadline mine, Locale locale) {
    var row = mine.row();
    var title = row.titleEn() != null && Messages.isEnglish(locale) ? row.titleEn() : row.title();
    var kind = Messages.find("deadline." + row.kind(), locale);
    // of these one thing may owe several; all others keep their entry when their day moves
    boolean several = row.kind().matches("interim-proof|additional-request|spend-by|refund");
    return new Due(
        row.subjectId().replace('#', '-') + "-" + row.kind() + (several ? "-" + row.dueOn() : ""),
        row.dueOn(),
        (kind == null ? row.kind() : kind) + ": " + title,
        row.about() == null ? "" : row.about());
  }
}
