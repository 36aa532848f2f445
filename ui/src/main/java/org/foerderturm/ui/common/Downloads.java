package org.foerderturm.ui.common;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Links to files that are made when somebody wants them. */
public final class Downloads {
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  public static final String CSV = "text/csv";
  public static final String PDF = "application/pdf";

  /** Every day in every spreadsheet; in names of files days stand as 2026-11-30, which sorts. */
  public static final String DAY = "dd.mm.yyyy";

  private Downloads() {}

  /**
   * @param content asked at each click, by the person who clicked and in their language; null if
   *     there is none
   */
  public static Anchor link(
      String words, String fileName, String mediaType, Supplier<byte @Nullable []> content) {
    var ui = UI.getCurrent();
    var link = new Anchor();
    link.setText(words);
    link.setHref(
        DownloadHandler.fromInputStream(
            event -> {
              var made = new AtomicReference<byte @Nullable []>();
              ui.accessSynchronously(() -> made.set(content.get()));
              var bytes = made.get();
              return bytes == null
                  ? DownloadResponse.error(404)
                  : new DownloadResponse(
                      new ByteArrayInputStream(bytes), fileName, mediaType, bytes.length);
            }));
    return link;
  }
}
