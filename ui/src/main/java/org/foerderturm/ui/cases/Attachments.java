package org.foerderturm.ui.cases;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.foerderturm.audit.AuditQuery.HistoryRow;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.Files;
import org.foerderturm.process.ProcessCommand.AttachFile;
import org.foerderturm.process.ProcessCommand.WithdrawFile;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Uploads;
import org.jspecify.annotations.Nullable;

/** The files of a case, and a place to add one. */
public final class Attachments extends Div {
  private static final int LARGEST = 20 * 1024 * 1024;

  /** Null where they are only read. */
  private final transient @Nullable Desk desk;

  private final transient Files files;
  private final String caseId;

  /** Name and hash of those that were not taken back. */
  private final Set<String> current = new HashSet<>();

  private final Div attached = Ui.div("ft-files");

  public Attachments(Desk desk, Files files, String caseId) {
    this.desk = desk;
    this.files = files;
    this.caseId = caseId;
    add(attached);
    var ui = UI.getCurrent();
    var upload =
        new Upload(
            UploadHandler.inMemory(
                (about, bytes) -> {
                  var hash = files.store(bytes);
                  ui.accessSynchronously(
                      () ->
                          attach(desk, about.fileName(), about.contentType(), hash, bytes.length));
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
    this.desk = null;
    this.files = files;
    this.caseId = "";
    add(attached);
  }

  /** Takes the files out of the history, newest first. */
  public void show(List<HistoryRow> history) {
    attached.removeAll();
    var list = new UnorderedList();
    var withdrawn =
        history.stream()
            .filter(row -> row.type().equals("FileWithdrawn"))
            .collect(Collectors.toMap(Attachments::id, row -> row, (one, other) -> one));
    var versions = new HashMap<String, Integer>();
    current.clear();
    for (var row : history.reversed())
      if (row.type().equals("FileAttached")) {
        int version = versions.merge(row.payload().path("name").asText(), 1, Integer::sum);
        var back = withdrawn.get(id(row));
        if (back == null) current.add(key(row));
        list.addComponentAsFirst(file(row, version, back));
      }
    attached.add(
        list.getChildren().findAny().isPresent() ? list : Ui.span("ft-quiet", t("files.empty")));
  }

  private static String id(HistoryRow row) {
    return row.payload().path("fileId").asText();
  }

  private static String key(HistoryRow row) {
    return row.payload().path("name").asText() + '\n' + row.payload().path("sha256").asText();
  }

  /**
   * @param version from 1; one more for each file of the same name
   * @param back the event that took it back; its hash stays
   */
  private ListItem file(HistoryRow row, int version, @Nullable HistoryRow back) {
    if (back != null) {
      var wrong = new HtmlComponent("del");
      wrong.getElement().setText(row.payload().path("name").asText());
      var hash = row.payload().path("sha256").asText();
      return new ListItem(
          wrong,
          Ui.span(
              "ft-quiet",
              t(
                  "correction.withdrawn",
                  "at",
                  Formats.date(back.at()),
                  "name",
                  back.actorName(),
                  "reason",
                  back.payload().path("reason").asText())),
          Ui.span("ft-hash", "SHA-256 " + hash));
    }
    var item = file(row);
    if (version > 1) item.add(Ui.span("ft-quiet", t("files.version", "number", version)));
    var works = desk;
    if (works != null
        && (row.actor().equals(works.actor().userId())
            || works.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD))) {
      var act = Ui.quiet(t("files.withdraw"), () -> withdraw(works, row));
      act.setAriaLabel(t("files.withdraw") + ": " + row.payload().path("name").asText());
      item.add(act);
    }
    return item;
  }

  private void withdraw(Desk desk, HistoryRow row) {
    var reason = Inputs.required(Inputs.text(t("correction.reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("files.withdraw-of", "name", row.payload().path("name").asText()),
        t("files.withdraw"),
        () -> desk.send(new WithdrawFile(caseId, id(row), reason.getValue())),
        () -> {},
        new Paragraph(t("files.withdraw-help")),
        reason);
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

  private void attach(Desk desk, String name, String mediaType, String hash, long size) {
    try {
      if (current.contains(name.strip() + '\n' + hash))
        throw new Rejected("file-already-attached", Map.of("name", name));
      desk.send(new AttachFile(caseId, name, mediaType, size, hash));
    } catch (Rejected no) {
      Ui.refuse(desk.refusal(no));
    }
  }
}
