package org.foerderturm.ui.cases;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.foerderturm.audit.AuditQuery.HistoryRow;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.process.Files;
import org.foerderturm.process.ProcessCommand.AttachFile;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Uploads;

/** The files of a case, and a place to add one. */
public final class Attachments extends Div {
  private static final int LARGEST = 20 * 1024 * 1024;
  private final transient Files files;
  private final Div attached = Ui.div("ft-files");

  public Attachments(Desk desk, Files files, String caseId) {
    this(files);
    var ui = UI.getCurrent();
    var upload =
        new Upload(
            UploadHandler.inMemory(
                (about, bytes) -> {
                  var hash = files.store(bytes);
                  ui.accessSynchronously(
                      () ->
                          attach(
                              desk,
                              caseId,
                              about.fileName(),
                              about.contentType(),
                              hash,
                              bytes.length));
                }));
    upload.setMaxFileSize(LARGEST);
    upload.setI18n(Uploads.words());
    upload.addFileRejectedListener(
        rejected -> Ui.refuse(t("files.too-large", "limit", Formats.bytes(LARGEST))));
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    add(upload);
  }

  /** Only to read them. */
  public Attachments(Files files) {
    this.files = files;
    add(attached);
  }

  /** Takes the files out of the history, newest first. */
  public void show(List<HistoryRow> history) {
    attached.removeAll();
    var list = new UnorderedList();
    for (var row : history) if (row.type().equals("FileAttached")) list.add(file(row));
    attached.add(
        list.getChildren().findAny().isPresent() ? list : Ui.span("ft-quiet", t("files.empty")));
  }

  private ListItem file(HistoryRow row) {
    var file = row.payload();
    var name = file.path("name").asText();
    var hash = file.path("sha256").asText();
    var link = new Anchor();
    link.setText(name);
    link.setHref(
        DownloadHandler.fromInputStream(
            event -> {
              var bytes = files.load(hash);
              return bytes.isEmpty()
                  ? DownloadResponse.error(404)
                  : new DownloadResponse(
                      new ByteArrayInputStream(bytes.get()),
                      name,
                      file.path("mediaType").asText(),
                      bytes.get().length);
            }));
    var about =
        Formats.bytes(file.path("size").asLong())
            + " · "
            + row.actorName()
            + ", "
            + Formats.ago(row.at());
    return new ListItem(link, Ui.span("ft-quiet", about));
  }

  private static void attach(
      Desk desk, String caseId, String name, String mediaType, String hash, long size) {
    try {
      desk.send(new AttachFile(caseId, name, mediaType, size, hash));
    } catch (Rejected no) {
      Ui.refuse(desk.refusal(no));
    }
  }
}
