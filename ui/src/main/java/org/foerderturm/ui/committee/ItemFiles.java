package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.UUID;
import org.foerderturm.committee.MeetingCommand.AttachToItem;
import org.foerderturm.committee.MeetingCommand.RemoveFromItem;
import org.foerderturm.committee.MeetingCommand.WithdrawAgendaFile;
import org.foerderturm.committee.MeetingQuery.FileRow;
import org.foerderturm.committee.MeetingQuery.FindMeeting;
import org.foerderturm.committee.MeetingQuery.ItemRow;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Downloads;
import org.foerderturm.ui.common.FileField;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;
import org.jspecify.annotations.Nullable;

/** The files that belong to an item's paper, and for whoever conducts a place to add one. */
final class ItemFiles extends Div {
  private final transient Agenda agenda;
  private final transient ItemRow item;
  private final String meeting;
  private final boolean planned;

  ItemFiles(Agenda agenda, ItemRow item) {
    this.agenda = agenda;
    this.item = item;
    this.meeting = agenda.id();
    String phase = agenda.meeting().row().phase();
    planned = phase.equals("planned");
    addClassNames("ft-files", "ft-lines");
    boolean settled = item.settled();
    boolean may =
        agenda.conducts() && !settled && !phase.equals("over") && !phase.equals("cancelled");
    if (item.files().isEmpty() && !may) {
      setVisible(false);
      return;
    }
    add(Ui.span("ft-strong", t("agenda.files")));
    if (!item.files().isEmpty()) add(list(may && !planned));
    add(
        agenda
            .corrections()
            .told(
                "AgendaFileWithdrawn",
                event -> event.path("itemId").asText().equals(item.itemId())));
    if (may)
      add(
          FileField.of(
              agenda.desk(),
              agenda.files()::store,
              file ->
                  agenda
                      .act()
                      .accept(
                          new AttachToItem(
                              this.meeting,
                              item.itemId(),
                              UUID.randomUUID().toString(),
                              file.name(),
                              file.mediaType(),
                              file.size(),
                              file.sha256()))));
  }

  private UnorderedList list(boolean withdraws) {
    var list = new UnorderedList();
    var versions = new HashMap<String, Integer>();
    for (var file : item.files()) {
      int version = versions.merge(file.name(), 1, Integer::sum);
      var hash = Ui.span("ft-hash", "SHA-256 " + file.sha256());
      hash.setTitle(file.sha256());
      var line =
          new ListItem(
              Downloads.link(
                  file.name(), file.name(), file.mediaType(), () -> content(file.fileId())),
              Ui.span("ft-quiet", about(file, version)),
              hash);
      if (planned && file.here() && agenda.desk().has(Role.OFFICE_LEAD, Role.PROJECT_MANAGER))
        line.add(
            Ui.quiet(
                t("agenda.remove-file"),
                () ->
                    agenda
                        .act()
                        .accept(new RemoveFromItem(meeting, item.itemId(), file.fileId()))));
      if (withdraws && file.here()) {
        var act = Ui.quiet(t("files.withdraw"), () -> withdraw(file));
        act.setAriaLabel(t("files.withdraw") + ": " + file.name());
        line.add(act);
      }
      list.add(line);
    }
    return list;
  }

  private void withdraw(FileRow file) {
    var reason = Inputs.required(Inputs.text(t("correction.reason")), "reason-missing");
    Dialogs.open(
        agenda.desk(),
        t("files.withdraw-of", "name", file.name()),
        t("files.withdraw"),
        () ->
            agenda
                .desk()
                .send(
                    new WithdrawAgendaFile(
                        meeting, item.itemId(), file.fileId(), reason.getValue())),
        agenda.redraw(),
        new Paragraph(t("files.withdraw-help")),
        reason);
  }

  private String about(FileRow file, int version) {
    var about =
        (version > 1 ? t("files.version", "number", version) + " · " : "")
            + Formats.bytes(file.size())
            + " · "
            + agenda.name(file.attachedBy())
            + ", "
            + Formats.date(file.attachedAt());
    if (!file.here()) about += " · " + t("agenda.file-earlier");
    return file.late() ? about + " · " + t("agenda.file-late") : about;
  }

  /** Asks anew who may read it: the link may be older than the item's closing. */
  private byte @Nullable [] content(String fileId) {
    var now = agenda.desk().ask(new FindMeeting(meeting));
    if (now == null) return null;
    return now.items().stream()
        .flatMap(each -> each.files().stream())
        .filter(file -> file.fileId().equals(fileId))
        .findFirst()
        .flatMap(file -> agenda.files().load(file.sha256()))
        .orElse(null);
  }
}
