package org.foerderturm.ui.consortium;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.foerderturm.consortium.AgreementRules;
import org.foerderturm.consortium.ChecklistCommand.*;
import org.foerderturm.consortium.CommissionCommand.*;
import org.foerderturm.consortium.CommissionKind;
import org.foerderturm.consortium.DocumentKind;
import org.foerderturm.consortium.RunningCommand.RecordConsortiumAgreement;
import org.foerderturm.consortium.RunningQuery.ChecklistRow;
import org.foerderturm.consortium.RunningQuery.CommissionRow;
import org.foerderturm.consortium.RunningQuery.DocumentFile;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.process.Files;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.FileField;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.NumberField;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** What the office does on a consortium's page. */
final class ConsortiumDialogs {
  private static final int MOST_LETTERS = 200;
  private final Desk desk;
  private final Files files;
  private final String consortium;
  private final Runnable after;

  ConsortiumDialogs(Desk desk, Files files, String consortium, Runnable after) {
    this.desk = desk;
    this.files = files;
    this.consortium = consortium;
    this.after = after;
  }

  /** One click: it came today. */
  void received(ChecklistRow row) {
    now(new ReceiveDocument(consortium, row.partnerId(), kind(row), LocalDate.now(Formats.OFFICE)));
  }

  /** The file itself; what was missing has come with it, today. */
  void file(ChecklistRow row) {
    var dialog = new Dialog(Words.code("document", row.document()) + " – " + row.partner());
    dialog.setWidth("28rem");
    dialog.add(
        Ui.div(
            "ft-form",
            new Paragraph(t(row.missing() ? "checklist.file-receives" : "checklist.file-replaces")),
            FileField.of(
                desk,
                files::store,
                file -> {
                  desk.send(
                      new AttachDocumentFile(
                          consortium,
                          row.partnerId(),
                          kind(row),
                          LocalDate.now(Formats.OFFICE),
                          file.name(),
                          file.mediaType(),
                          file.size(),
                          file.sha256()));
                  dialog.close();
                  after.run();
                })));
    dialog.getFooter().add(Ui.quiet(t("action.cancel"), dialog::close));
    dialog.open();
  }

  void withdraw(ChecklistRow row, DocumentFile file) {
    var reason = required(Inputs.text(t("correction.reason")), "reason-missing");
    open(
        t("files.withdraw-of", "name", file.name()),
        t("files.withdraw"),
        () ->
            new WithdrawDocumentFile(
                consortium, row.partnerId(), kind(row), file.sha256(), reason.getValue()),
        new Paragraph(t("files.withdraw-help")),
        reason);
  }

  void ask(ChecklistRow row) {
    now(new AskForDocument(consortium, row.partnerId(), kind(row)));
  }

  void checked(ChecklistRow row) {
    now(new CheckDocument(consortium, row.partnerId(), kind(row)));
  }

  void waive(ChecklistRow row) {
    var reason = required(Inputs.text(t("consortium.field.reason")), "reason-missing");
    open(
        t("checklist.waive-what", "document", Words.code("document", row.document()))
            + " – "
            + row.partner(),
        t("checklist.waive"),
        () -> new WaiveDocument(consortium, row.partnerId(), kind(row), reason.getValue()),
        reason);
  }

  void agreement(AgreementRules now, @Nullable LocalDate signedOn) {
    var signed = Inputs.pastDay(t("agreement.signed"), signedOn);
    var quorum = share("agreement.quorum", now.quorum());
    quorum.setHelperText(t("agreement.share-help"));
    var majority = share("agreement.majority", now.majority());
    var invitation = days(t("agreement.invitation"), now.invitationDays());
    var extraordinary =
        answers(
            days(t("agreement.extraordinary"), now.extraordinaryDays()),
            "extraordinary-above-ordinary");
    var minutes = days(t("agreement.minutes"), now.minutesDays());
    var veto = days(t("agreement.veto"), now.vetoDays());
    var publication = days(t("agreement.publication"), now.publicationDays());
    var objection = days(t("agreement.objection"), now.objectionDays());
    var resolution = new Checkbox(t("agreement.resolution"), now.changesNeedResolution());
    var source = filled(t("agreement.source"), now.source());
    Dialogs.revise(
        desk,
        t("agreement.title"),
        t("agreement.record"),
        () ->
            new RecordConsortiumAgreement(
                consortium,
                signed.value(),
                new AgreementRules(
                    quorum.getValue().strip(),
                    majority.getValue().strip(),
                    days(invitation),
                    days(extraordinary),
                    days(minutes),
                    days(veto),
                    days(publication),
                    days(objection),
                    resolution.getValue(),
                    source.getValue().strip())),
        after,
        signed,
        quorum,
        majority,
        invitation,
        extraordinary,
        minutes,
        veto,
        publication,
        objection,
        resolution,
        source);
  }

  void order() {
    var kind = new Select<CommissionKind>();
    kind.setLabel(t("commission.kind"));
    kind.setItems(CommissionKind.values());
    kind.setItemLabelGenerator(
        each -> each == null ? "" : Words.code("commission-kind", code(each)));
    kind.setValue(CommissionKind.ADVICE);
    Inputs.suggested(required(kind));
    var subject =
        required(Inputs.line(t("commission.subject"), MOST_LETTERS), "commission-subject-missing");
    var fee = answers(required(Inputs.euros(t("commission.fee"), null)), "fee-not-positive");
    var from = required(Inputs.day(t("commission.from"), LocalDate.now(Formats.OFFICE)));
    var until =
        answers(
            required(Inputs.day(t("commission.until"), null)), "commission-period-out-of-order");
    var id = UUID.randomUUID().toString();
    open(
        t("commission.order"),
        t("commission.order"),
        () ->
            new OrderCommission(
                id,
                consortium,
                kind.getValue(),
                Inputs.needed(subject, "commission-subject-missing"),
                Inputs.cents(fee),
                Inputs.needed(from),
                Inputs.needed(until)),
        kind,
        subject,
        fee,
        from,
        until);
  }

  void perform(CommissionRow row) {
    var on =
        answers(
            required(Inputs.pastDay(t("commission.performed-on"), LocalDate.now(Formats.OFFICE))),
            "performed-before-start");
    open(
        t("commission.perform") + ": " + row.subject(),
        t("commission.perform"),
        () -> new PerformCommission(row.commissionId(), Inputs.needed(on)),
        on);
  }

  void invoice(CommissionRow row) {
    var number =
        answers(
            required(
                Inputs.line(t("commission.invoice-number"), MOST_LETTERS),
                "invoice-number-missing"),
            "invoice-number-taken");
    var on = required(Inputs.pastDay(t("commission.invoiced-on"), LocalDate.now(Formats.OFFICE)));
    open(
        t("commission.invoice") + ": " + row.subject(),
        t("commission.invoice"),
        () -> new InvoiceCommission(row.commissionId(), number.getValue(), Inputs.needed(on)),
        number,
        on);
  }

  void cancel(CommissionRow row) {
    var reason = required(Inputs.text(t("consortium.field.reason")), "reason-missing");
    open(
        t("commission.cancel") + ": " + row.subject(),
        t("commission.cancel"),
        () -> new CancelCommission(row.commissionId(), reason.getValue()),
        reason);
  }

  private interface Asked {
    Command command();
  }

  private void open(String title, String act, Asked asked, Component... fields) {
    Dialogs.open(desk, title, act, () -> desk.send(asked.command()), after, fields);
  }

  private void now(Command command) {
    try {
      desk.send(command);
      after.run();
    } catch (Rejected no) {
      Ui.refuse(desk.refusal(no));
    }
  }

  // ---- fields

  private static DocumentKind kind(ChecklistRow row) {
    return DocumentKind.valueOf(row.document().toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static int days(NumberField field) {
    int days = Inputs.whole(field);
    if (days < 0) throw Inputs.wrong(field, "days-negative", Map.of());
    return days;
  }

  private static NumberField days(String label, int value) {
    var field = required(Inputs.count(label, value));
    return Inputs.checked(field, () -> days(field));
  }

  private static TextField share(String key, String value) {
    var field = required(filled(t(key), value));
    return Inputs.checked(
        field,
        () -> {
          if (!AgreementRules.isShare(field.getValue().strip()))
            throw Inputs.wrong(field, "share-invalid", Map.of("value", field.getValue()));
        });
  }

  private static TextField filled(String label, String value) {
    var field = Inputs.line(label, MOST_LETTERS);
    field.setValue(value);
    return field;
  }
}
