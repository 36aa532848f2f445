package org.foerderturm.ui.consortium;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.foerderturm.audit.AuditQuery.FindStreamHistory;
import org.foerderturm.audit.AuditQuery.HistoryRow;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.consortium.ConsortiumQuery.ConsortiumDetails;
import org.foerderturm.consortium.ConsortiumQuery.ConsortiumRow;
import org.foerderturm.consortium.ConsortiumQuery.PartnerRow;
import org.foerderturm.consortium.RunningQuery.*;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.Files;
import org.foerderturm.ui.common.Corrections;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Downloads;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** A consortium's documents, agreement, changes and commissions. */
final class RunningSections {
  private static final int MOST = 1_000;
  private final Desk desk;
  private final Files files;
  private @Nullable Corrections corrections;
  private @Nullable List<HistoryRow> history;
  private final ConsortiumRow row;
  private final ConsortiumDialogs dialogs;
  private final Runnable redraw;
  private final boolean works;
  private final boolean leads;
  private final boolean running;

  RunningSections(Desk desk, Files files, ConsortiumDetails found, Runnable after) {
    this.desk = desk;
    this.files = files;
    this.row = found.row();
    this.redraw = after;
    this.dialogs = new ConsortiumDialogs(desk, files, row.consortiumId(), after);
    boolean open = !row.stage().equals("dissolved");
    this.works = open && desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD);
    this.leads = open && desk.has(Role.OFFICE_LEAD);
    this.running = row.stage().equals("constituted");
  }

  // ---- documents

  Section checklist() {
    var section = Ui.section(t("checklist.title"));
    var byPartner = new LinkedHashMap<String, List<ChecklistRow>>();
    for (var each : desk.ask(new FindChecklist(row.consortiumId())))
      byPartner.computeIfAbsent(each.partner(), name -> new ArrayList<>()).add(each);
    if (byPartner.isEmpty()) {
      section.add(Ui.empty(t("checklist.none"), t("checklist.none-help")));
      return section;
    }
    long lacking = byPartner.values().stream().flatMap(List::stream).filter(this::lacks).count();
    section.add(
        lacking == 0
            ? Ui.chip(Ui.Tone.GOOD, t("checklist.complete"))
            : Ui.chip(Ui.Tone.ATTENTION, Words.count("checklist.lacking", lacking)));
    byPartner.forEach((name, rows) -> section.add(partner(name, rows)));
    return section;
  }

  /** What is needed now and is not there. */
  private boolean lacks(ChecklistRow each) {
    return each.required()
        && each.missing()
        && !each.stage().equals(running ? "sharing" : "running");
  }

  private NativeDetails partner(String name, List<ChecklistRow> rows) {
    long lacking = rows.stream().filter(this::lacks).count();
    var summary = new Span(name + " ");
    summary.add(
        lacking == 0
            ? Ui.span("ft-quiet", t("checklist.complete"))
            : Ui.chip(Ui.Tone.ATTENTION, Words.count("checklist.lacking", lacking)));
    var table =
        Ui.table(
            name,
            t("checklist.document"),
            t("checklist.needed"),
            t("checklist.state"),
            t("checklist.act"));
    table.removeCaption();
    table.removeBody();
    var body = new NativeTableBody();
    for (var each : rows) {
      var document = new NativeTableCell(Words.code("document", each.document()));
      document.getElement().setAttribute("title", each.source());
      var needed =
          new NativeTableCell(
              t(each.required() ? "checklist.required" : "checklist.optional")
                  + " · "
                  + Words.code("checklist.stage", each.stage()));
      needed.add(new Div(Ui.span("ft-quiet", each.source())));
      body.add(new NativeTableRow(document, needed, state(each), acts(each)));
    }
    table.add(body);
    var details = new NativeDetails(summary, Ui.scroll(table));
    details.setOpen(lacking > 0 && works);
    return details;
  }

  private NativeTableCell state(ChecklistRow each) {
    var state = each.state() == null ? "open" : each.state();
    var tone =
        switch (state) {
          case "received", "checked" -> Ui.Tone.GOOD;
          case "waived" -> Ui.Tone.PLAIN;
          default -> lacks(each) ? Ui.Tone.ATTENTION : Ui.Tone.PLAIN;
        };
    var cell = new NativeTableCell(Ui.chip(tone, Words.code("document-state", state)));
    if (each.receivedOn() != null)
      cell.add(Ui.span("ft-quiet", " " + Formats.date(each.receivedOn())));
    if (each.reason() != null) cell.add(new Div(Ui.span("ft-quiet", each.reason())));
    if (each.file() != null) cell.add(file(each, each.file()));
    for (var earlier : earlier(each)) cell.add(earlier);
    cell.add(
        corrections()
            .told(
                "DocumentFileWithdrawn",
                event ->
                    event.path("partnerId").asText().equals(each.partnerId())
                        && event.path("document").asText().equals(each.document())));
    return cell;
  }

  private Div file(ChecklistRow each, DocumentFile file) {
    var hash = Ui.span("ft-hash", "SHA-256 " + file.sha256().substring(0, 12) + "…");
    hash.setTitle(file.sha256());
    return Ui.div(
        "ft-lines",
        Downloads.link(
            file.name(), file.name(), file.mediaType(), () -> content(each, file.sha256())),
        Ui.span(
            "ft-quiet",
            version(attached(each).size())
                + Formats.bytes(file.size())
                + " · "
                + Formats.date(file.at())),
        hash);
  }

  private static String version(int number) {
    return number < 2 ? "" : t("files.version", "number", number) + " · ";
  }

  /** Versions that a later one took the place of. What was withdrawn is told with its reason. */
  private List<Div> earlier(ChecklistRow each) {
    var all = attached(each);
    var lines = new ArrayList<Div>();
    for (int i = 0; i < all.size(); i++) {
      var payload = all.get(i).payload();
      var sha256 = payload.path("sha256").asText();
      var name = payload.path("fileName").asText();
      boolean now = each.file() != null && each.file().sha256().equals(sha256);
      if (now || withdrawn(each).contains(sha256)) continue;
      lines.add(
          Ui.div(
              "ft-lines",
              Downloads.link(
                  name, name, payload.path("mediaType").asText(), () -> content(each, sha256)),
              Ui.span(
                  "ft-quiet",
                  t(
                      "files.version-before",
                      "number",
                      i + 1,
                      "at",
                      Formats.date(all.get(i).at())))));
    }
    return lines;
  }

  /** The files that came as this document, oldest first. */
  private List<HistoryRow> attached(ChecklistRow each) {
    return told(each, "DocumentFileAttached");
  }

  private Set<String> withdrawn(ChecklistRow each) {
    return told(each, "DocumentFileWithdrawn").stream()
        .map(row -> row.payload().path("sha256").asText())
        .collect(Collectors.toSet());
  }

  private List<HistoryRow> told(ChecklistRow each, String type) {
    if (history == null)
      history =
          desk.ask(new FindStreamHistory(row.consortiumId(), MOST)).stream()
              .filter(row -> row.type().startsWith("DocumentFile"))
              .sorted(Comparator.comparingLong(HistoryRow::position))
              .toList();
    return history.stream()
        .filter(row -> row.type().equals(type))
        .filter(row -> row.payload().path("partnerId").asText().equals(each.partnerId()))
        .filter(row -> row.payload().path("document").asText().equals(each.document()))
        .toList();
  }

  private Corrections corrections() {
    if (corrections == null) corrections = Corrections.of(desk, row.consortiumId());
    return corrections;
  }

  /** Asks anew whether the one who clicks may read it. */
  private byte @Nullable [] content(ChecklistRow each, String sha256) {
    boolean theirs =
        desk.ask(new FindChecklist(row.consortiumId())).stream()
                .anyMatch(now -> now.partnerId().equals(each.partnerId()))
            && !withdrawn(each).contains(sha256)
            && attached(each).stream()
                .anyMatch(file -> file.payload().path("sha256").asText().equals(sha256));
    return theirs ? files.load(sha256).orElse(null) : null;
  }

  private NativeTableCell acts(ChecklistRow each) {
    var cell = new NativeTableCell();
    if (!works) return cell;
    var about = Words.code("document", each.document()) + ", " + each.partner();
    if (each.missing()) {
      cell.add(act("checklist.received", about, () -> dialogs.received(each)));
      cell.add(act("checklist.ask", about, () -> dialogs.ask(each)));
      if (leads) cell.add(act("checklist.waive", about, () -> dialogs.waive(each)));
    } else if ("received".equals(each.state()))
      cell.add(act("checklist.checked", about, () -> dialogs.checked(each)));
    if (!"waived".equals(each.state()))
      cell.add(act("checklist.file", about, () -> dialogs.file(each)));
    var file = each.file();
    if (file != null) cell.add(act("files.withdraw", about, () -> dialogs.withdraw(each, file)));
    return cell;
  }

  /** A button in a row; who hears the page hears what it is about. */
  private static Button act(String key, String about, Runnable action) {
    var button = Ui.quiet(t(key), action);
    button.setAriaLabel(t(key) + ": " + about);
    return button;
  }

  // ---- agreement

  Section agreement() {
    var found = desk.ask(new FindAgreement(row.consortiumId()));
    var section = Ui.section(t("agreement.title"));
    if (found == null) {
      section.add(new Paragraph(t("agreement.none")));
      if (works)
        section.add(
            Ui.quiet(
                t("agreement.record"),
                () ->
                    dialogs.agreement(desk.ask(new FindAgreementDefaults(row.programme())), null)));
      return section;
    }
    var rules = found.rules();
    var facts = Ui.facts();
    Ui.fact(
        facts,
        t("agreement.signed"),
        found.signedOn() == null ? t("agreement.draft") : Formats.date(found.signedOn()));
    Ui.fact(facts, t("agreement.quorum"), rules.quorum());
    Ui.fact(facts, t("agreement.majority"), rules.majority());
    Ui.fact(facts, t("agreement.invitation"), days(rules.invitationDays()));
    Ui.fact(facts, t("agreement.extraordinary"), days(rules.extraordinaryDays()));
    Ui.fact(facts, t("agreement.minutes"), days(rules.minutesDays()));
    Ui.fact(facts, t("agreement.veto"), days(rules.vetoDays()));
    Ui.fact(facts, t("agreement.publication"), days(rules.publicationDays()));
    Ui.fact(facts, t("agreement.objection"), days(rules.objectionDays()));
    Ui.fact(
        facts,
        t("agreement.resolution"),
        t(rules.changesNeedResolution() ? "value.yes" : "value.no"));
    Ui.fact(facts, t("agreement.source"), rules.source());
    section.add(facts);
    if (works)
      section.add(
          Ui.quiet(t("agreement.change"), () -> dialogs.agreement(rules, found.signedOn())));
    return section;
  }

  private static String days(int days) {
    return Words.count("agreement.days", days);
  }

  // ---- changes

  /** The changes, and the way to ask for one; nothing before the constitution. */
  List<Component> changes() {
    var rows = desk.ask(new FindConsortiumChanges(row.consortiumId()));
    if (!running && rows.isEmpty()) return List.of();
    var section = Ui.section(t("change.title"));
    if (rows.isEmpty()) section.add(new Paragraph(t("change.none")));
    else {
      var table =
          Ui.table(
              "", t("change.what"), t("change.state"), t("change.reason"), t("change.effective"));
      table.removeCaption();
      table.removeBody();
      var body = new NativeTableBody();
      for (var each : rows) body.add(line(each));
      table.add(body);
      section.add(Ui.scroll(table));
    }
    if (running && works) section.add(Ui.to(start(""), t("change.start")));
    return List.of(section);
  }

  static String words(ChangeRow each) {
    return switch (each.changeKind()) {
      case "exit" -> t("change.exit", "partner", each.partner() + "");
      case "replacement" ->
          t(
              "change.replacement",
              "partner",
              each.partner() + "",
              "successor",
              each.successor() + "");
      default -> t("change.amendment");
    };
  }

  private NativeTableRow line(ChangeRow each) {
    var words = words(each);
    var what = new NativeTableCell();
    var cases = desk.ask(new FindCasesOf(each.changeId()));
    what.add(
        cases.isEmpty() ? new Span(words) : Ui.link("cases/" + cases.getFirst().caseId(), words));
    if (each.amendment() != null) what.add(new Div(Ui.span("ft-quiet", each.amendment())));
    var tone =
        switch (each.state()) {
          case "done" -> Ui.Tone.GOOD;
          case "rejected" -> Ui.Tone.BAD;
          case "withdrawn" -> Ui.Tone.PLAIN;
          default -> Ui.Tone.RUNNING;
        };
    var state = new NativeTableCell(Ui.chip(tone, Words.code("change-state", each.state())));
    if (Boolean.FALSE.equals(each.eligible()) && each.finding() != null)
      state.add(new Div(Ui.span("ft-quiet", each.finding())));
    return new NativeTableRow(
        what,
        state,
        new NativeTableCell(each.reason()),
        new NativeTableCell(each.effectiveOn() == null ? "–" : Formats.date(each.effectiveOn())));
  }

  /** The form that asks for a change, filled with what is known. */
  private String start(String partner) {
    var known = new LinkedHashMap<String, String>();
    known.put("consortiumId", row.consortiumId());
    known.put("title", t("change.named", "title", row.title()));
    if (!partner.isEmpty()) known.put("partner", partner);
    return "start/consortium-change?" + QueryParameters.simple(known).getQueryString();
  }

  /** The way to let a partner go; only while the consortium runs. */
  List<Component> leave(PartnerRow partner) {
    if (!works) return List.of();
    if (!running) return new FormationActs(desk, row.consortiumId(), redraw).of(partner);
    return partner.status().equals("accepted")
        ? List.of(new Div(Ui.to(start(partner.name()), t("change.leave"))))
        : List.of();
  }

  // ---- commissions

  Section commissions() {
    var section = Ui.section(t("commission.title"));
    var rows = desk.ask(new FindCommissions(row.consortiumId()));
    if (rows.isEmpty()) section.add(new Paragraph(t("commission.none")));
    else {
      var table =
          Ui.table(
              "",
              t("commission.subject"),
              t("commission.fee"),
              t("commission.period"),
              t("commission.state"),
              t("checklist.act"));
      table.removeCaption();
      table.removeBody();
      var body = new NativeTableBody();
      for (var each : rows) body.add(line(each));
      table.add(body);
      Ui.amounts(table, 1, 1);
      section.add(Ui.scroll(table));
    }
    if (works) section.add(Ui.quiet(t("commission.order"), dialogs::order));
    return section;
  }

  private NativeTableRow line(CommissionRow each) {
    var subject = new NativeTableCell(each.subject());
    subject.add(new Div(Ui.span("ft-quiet", Words.code("commission-kind", each.commissionKind()))));
    var fee = new NativeTableCell(Formats.euros(each.feeCents()));
    fee.addClassName("ft-amount");
    var tone =
        switch (each.state()) {
          case "invoiced" -> Ui.Tone.GOOD;
          case "cancelled" -> Ui.Tone.PLAIN;
          default -> Ui.Tone.RUNNING;
        };
    var state = new NativeTableCell(Ui.chip(tone, Words.code("commission-state", each.state())));
    if (each.invoiceNumber() != null) state.add(new Div(Ui.span("ft-quiet", each.invoiceNumber())));
    if (each.reason() != null) state.add(new Div(Ui.span("ft-quiet", each.reason())));
    var acts = new NativeTableCell();
    if (works && each.state().equals("ordered"))
      acts.add(act("commission.perform", each.subject(), () -> dialogs.perform(each)));
    if (leads && each.state().equals("performed"))
      acts.add(act("commission.invoice", each.subject(), () -> dialogs.invoice(each)));
    if (leads && (each.state().equals("ordered") || each.state().equals("performed")))
      acts.add(act("commission.cancel", each.subject(), () -> dialogs.cancel(each)));
    return new NativeTableRow(
        subject,
        fee,
        new NativeTableCell(Formats.date(each.startsOn()) + " – " + Formats.date(each.endsOn())),
        state,
        acts);
  }
}
