package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.dhatim.fastexcel.Worksheet;
import org.foerderturm.calendar.WrittenDays;
import org.foerderturm.document.Paper;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** Links to files that are made when somebody wants them, and their names. */
public final class Downloads {
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  public static final String CSV = "text/csv";
  public static final String PDF = "application/pdf";

  /** Letters at most of a part of a name; longer paths are no files on some machines. */
  private static final int LONGEST_PART = 60;

  /** A paper of more rows takes more than a second to set. */
  private static final int MANY_ROWS = 300;

  private static final LocalDate FIRST_COUNTED = LocalDate.of(1900, 3, 1);

  private Downloads() {}

  /** The format of every day in every spreadsheet, in the person's language. */
  public static String day() {
    return WrittenDays.cellFormat(Words.locale());
  }

  /** A day in a cell; before 1900-03-01 as text, because spreadsheets count wrong there. */
  public static void day(Worksheet sheet, int line, int at, LocalDate day) {
    if (day.isBefore(FIRST_COUNTED)) {
      sheet.value(line, at, Formats.date(day));
      return;
    }
    sheet.value(line, at, day);
    sheet.style(line, at).format(day()).set();
  }

  /**
   * A name that tells what a file is and of which thing: {@code
   * Niederschrift_öffentlich_2026-11-26_ Lenkungsgremium.pdf}. Days in it are written 2026-11-26,
   * so that files stand in their order.
   *
   * @param ending without dot
   * @param parts what it is, which, of when; those that are null or empty are left out
   */
  public static String name(String ending, @Nullable Object... parts) {
    var name = new StringJoiner("_");
    for (var part : parts) {
      if (part == null) continue;
      var words = part.toString().replaceAll("[^\\p{L}\\p{M}\\p{N}.]+", "-");
      if (words.length() > LONGEST_PART) words = words.substring(0, LONGEST_PART);
      words = words.replaceAll("^[-.]+|[-.]+$", "");
      if (!words.isEmpty()) name.add(words);
    }
    return name + "." + ending;
  }

  /**
   * @param content asked at each click, by the person who clicked and in their language; null if
   *     there is none. Why it can't be made, thrown as a refusal, is said on the screen.
   */
  public static Anchor link(
      String words, String fileName, String mediaType, Supplier<byte @Nullable []> content) {
    return link(
        words,
        mediaType,
        () -> {
          var bytes = content.get();
          return bytes == null ? null : new Made(fileName, () -> bytes);
        });
  }

  /**
   * The way to a paper that is put together at the click, while the screen waits, and set in type
   * after it, while it doesn't.
   */
  static Anchor paper(String words, String help, Supplier<Paper> content) {
    var link =
        link(
            words,
            PDF,
            () -> {
              var paper = content.get();
              if (paper.rows() > MANY_ROWS) Ui.say(t("print.making", "rows", paper.rows()));
              return new Made(
                  name("pdf", paper.title(), LocalDate.now(Formats.OFFICE)), paper::pdf);
            });
    link.addComponentAsFirst(Ui.icon(VaadinIcon.PRINT));
    link.setTitle(help);
    link.addClassNames("ft-button-link", "ft-print");
    return link;
  }

  /** What a screen looks like in the browser's own print: asked by the page itself. */
  static Anchor page(Supplier<Paper> content) {
    return link(
        "",
        "text/html",
        () -> {
          var html = content.get().html();
          return new Made("print.html", () -> html.getBytes(StandardCharsets.UTF_8));
        });
  }

  /**
   * @param content made when the screen is free again
   */
  private record Made(String fileName, Supplier<byte[]> content) {}

  private static Anchor link(String words, String mediaType, Supplier<@Nullable Made> content) {
    var ui = UI.getCurrent();
    var link = new Anchor();
    link.setText(words);
    link.setHref(
        DownloadHandler.fromInputStream(
            event -> {
              var made = new AtomicReference<@Nullable Made>();
              ui.accessSynchronously(
                  () -> {
                    try {
                      made.set(content.get());
                    } catch (Rejected no) {
                      Ui.refuse(no);
                    }
                  });
              var file = made.get();
              if (file == null) return DownloadResponse.error(404);
              var bytes = file.content().get();
              return new DownloadResponse(
                  new ByteArrayInputStream(bytes), file.fileName(), mediaType, bytes.length);
            }));
    return link;
  }
}
