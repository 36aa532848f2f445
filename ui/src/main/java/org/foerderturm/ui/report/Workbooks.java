package org.foerderturm.ui.report;

import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.foerderturm.ui.common.Downloads;
import org.foerderturm.ui.report.Content.Kind;
import org.foerderturm.ui.report.Content.Table;
import org.jspecify.annotations.Nullable;

/**
 * A report as XLSX: a sheet a table and, last, the facts one by one, written as they are read. Each
 * sheet says above what it is and as of when. Its words are those of the person who asked.
 */
final class Workbooks {
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int HEADER = 2;
  private static final int FLUSHED = 500;

  /**
   * A long list.
   *
   * @param rows asked for when the file is written; a cell is a text, a time, a number or null
   */
  record Listing(String name, List<Content.Heading> headings, Rows rows) {}

  /** Rows as they are read. */
  interface Rows {
    Iterator<List<@Nullable Object>> open();
  }

  private final String title;
  private final String about;
  private final Content content;
  private final Listing listing;

  /**
   * @param about as of when, and narrowed by what
   */
  Workbooks(String title, String about, Content content, Listing listing) {
    this.title = title;
    this.about = about;
    this.content = content;
    this.listing = listing;
  }

  DownloadHandler download(String fileName) {
    return event -> {
      event.setFileName(fileName);
      event.setContentType(TYPE);
      try (var out = event.getOutputStream()) {
        write(out);
      }
    };
  }

  void write(OutputStream out) throws IOException {
    var names = new HashSet<String>();
    try (var book = new Workbook(out, "Foerderturm", "1.0")) {
      for (var table : content.tables()) {
        var sheet = begin(book, name(table.title(), names), table.title());
        table(sheet, table);
        sheet.finish();
      }
      var sheet = begin(book, name(listing.name(), names), listing.name());
      list(sheet);
      sheet.finish();
    }
  }

  private Worksheet begin(Workbook book, String name, String what) {
    var sheet = book.newWorksheet(name);
    sheet.value(0, 0, title + " · " + what + " · " + about);
    sheet.style(0, 0).bold().set();
    sheet.freezePane(1, HEADER + 1);
    return sheet;
  }

  private static void table(Worksheet sheet, Table table) {
    heading(sheet, 0, table.first(), 30);
    for (int c = 0; c < table.headings().size(); c++)
      heading(sheet, c + 1, table.headings().get(c).name(), 18);
    int r = HEADER + 1;
    for (var row : table.rows()) {
      sheet.value(r, 0, row.name());
      if (row.sum()) sheet.style(r, 0).bold().set();
      for (int c = 0; c < row.cells().size(); c++) {
        value(sheet, r, c + 1, row.cells().get(c).value(), table.headings().get(c).kind());
        if (row.sum() && row.cells().get(c).value() != null) sheet.style(r, c + 1).bold().set();
      }
      r++;
    }
  }

  private void list(Worksheet sheet) throws IOException {
    for (int c = 0; c < listing.headings().size(); c++)
      heading(sheet, c, listing.headings().get(c).name(), c == 2 ? 40 : 18);
    int r = HEADER + 1;
    for (var rows = listing.rows().open(); rows.hasNext(); r++) {
      var row = rows.next();
      for (int c = 0; c < row.size(); c++)
        switch (row.get(c)) {
          case null -> {}
          case LocalDateTime time -> {
            sheet.value(r, c, time);
            sheet.style(r, c).format(Downloads.day() + " hh:mm").set();
          }
          case java.time.LocalDate day -> Downloads.day(sheet, r, c, day);
          case Number number -> value(sheet, r, c, number, listing.headings().get(c).kind());
          case Object text -> sheet.value(r, c, text.toString());
        }
      if (r % FLUSHED == 0) sheet.flush();
    }
  }

  private static void heading(Worksheet sheet, int column, String words, int width) {
    sheet.value(HEADER, column, words);
    sheet.style(HEADER, column).bold().wrapText(true).set();
    sheet.width(column, width);
  }

  private static void value(Worksheet sheet, int r, int c, @Nullable Number value, Kind kind) {
    if (value == null) return;
    if (kind == Kind.MONEY) sheet.value(r, c, BigDecimal.valueOf(value.longValue(), 2));
    else if (kind == Kind.SHARE)
      sheet.value(r, c, Content.percent(value.doubleValue()).movePointLeft(2));
    else sheet.value(r, c, value);
    sheet
        .style(r, c)
        .format(
            switch (kind) {
              case MONEY -> "#,##0.00\\ \"€\"";
              case SHARE -> Content.percent(value.doubleValue()).scale() > 1 ? "0.0####%" : "0.0%";
              case NUMBER, DAYS -> "#,##0";
            })
        .set();
  }

  /** At most 31 characters, none that a sheet's name can't have, and no other sheet's. */
  static String name(String words, Set<String> taken) {
    var plain = words.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
    var name = plain.length() > 31 ? plain.substring(0, 31).strip() : plain;
    for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++)
      name = plain.substring(0, Math.min(plain.length(), 28)).strip() + " " + n;
    return name;
  }
}
