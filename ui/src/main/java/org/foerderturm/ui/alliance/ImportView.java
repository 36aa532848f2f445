package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.foerderturm.alliance.AllianceQuery.FindKnownMembers;
import org.foerderturm.imports.Cell;
import org.foerderturm.imports.Table;
import org.foerderturm.imports.TableFile;
import org.foerderturm.imports.TableFile.Reading;
import org.foerderturm.intake.IntakeCommand.ImportMembers;
import org.foerderturm.intake.IntakeQuery.FindImports;
import org.foerderturm.intake.MemberColumn;
import org.foerderturm.intake.MemberSheet;
import org.foerderturm.intake.MemberSheet.Findings;
import org.foerderturm.intake.MemberSheet.RefusedRow;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.process.Files;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Downloads;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Uploads;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** Many members at once out of a file: look first, then take all that is shown, or nothing. */
@Route("alliance/import")
@RolesAllowed({"PROJECT_MANAGER", "OFFICE_LEAD"})
public class ImportView extends View {
  private static final int SHOWN = 5;
  private static final int LATEST = 5;
  private final transient Files files;
  private final Div work = Ui.div("ft-case-main");
  private final Div findings = Ui.div("ft-case-main");
  private final Div earlier = new Div();

  private String fileName = "";
  private byte[] bytes = {};
  private transient @Nullable TableFile file;
  private transient Reading reading = new Reading(null, null, null);
  private transient Table table = Table.EMPTY;
  private final Map<MemberColumn, Integer> columns = new EnumMap<>(MemberColumn.class);
  private volatile boolean stopped;

  ImportView(Desk desk, Files files) {
    super(desk, t("import.title"));
    this.files = files;
    addAction(
        Downloads.link(
            t("import.template"),
            t("import.sheet") + ".xlsx",
            Downloads.XLSX,
            MemberFiles::template));
    var ui = UI.getCurrent();
    var upload =
        new Upload(
            UploadHandler.inMemory(
                (about, content) -> ui.accessSynchronously(() -> take(about.fileName(), content))));
    upload.setMaxFileSize(TableFile.MOST_BYTES);
    upload.setMaxFiles(1);
    upload.setI18n(Uploads.words());
    upload.addFileRejectedListener(
        rejected -> refuse(new Rejected("file-too-large", Map.of("limit", "10 MiB"))));
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    findings.getElement().setAttribute("aria-live", "polite");
    add(new Paragraph(t("import.help")), upload, work, earlier);
    drawEarlier();
  }

  /** A new file: everything found out about it stands ready to be corrected. */
  void take(String name, byte[] content) {
    fileName = name;
    bytes = content;
    try {
      var opened = TableFile.of(name, content);
      file = opened;
      read(opened.found());
    } catch (Rejected no) {
      refuse(no);
    }
  }

  private void read(Reading wanted) {
    columns.clear();
    var opened = Objects.requireNonNull(file);
    table = opened.read(wanted);
    var understood = wanted.headings() == null ? MemberColumn.headings(table.first()) : null;
    if (understood != null && understood != table.headings())
      table = opened.read(wanted.headed(understood));
    reading = wanted.headed(table.headings());
    columns.putAll(MemberColumn.proposed(table.headers()));
    draw();
  }

  private void readAgain(Reading wanted) {
    try {
      read(wanted);
    } catch (Rejected no) {
      work.removeAll();
      reading = wanted;
      work.add(Ui.section(fileName, choices(), refusal(no)));
    }
  }

  private void refuse(Rejected no) {
    work.removeAll();
    work.add(refusal(no));
  }

  private Div refusal(Rejected no) {
    var refusal = Ui.div("ft-refusal");
    refusal.getElement().setAttribute("role", "alert");
    refusal.setText(desk.refusal(no));
    return refusal;
  }

  private void draw() {
    work.removeAll();
    var about =
        Formats.bytes(bytes.length) + " · " + Words.count("import.rows", table.rows().size());
    work.add(
        Ui.section(fileName, Ui.span("ft-quiet", about), choices(), preview()),
        Ui.section(t("import.columns"), new Paragraph(t("import.columns-help")), mapping()),
        findings);
    check();
  }

  // ---- what the file is

  private Div choices() {
    var choices = Ui.div("ft-filters");
    var opened = Objects.requireNonNull(file);
    if (opened.sheets().size() > 1)
      choices.add(
          choice(
              t("import.which-sheet"),
              opened.sheets(),
              Function.identity(),
              Objects.requireNonNull(reading.sheet()),
              sheet -> readAgain(new Reading(sheet, null, null))));
    if (opened.sheets().isEmpty()) {
      choices.add(
          choice(
              t("import.separator"),
              separators(),
              ImportView::separator,
              Objects.requireNonNull(reading.separator()),
              sign -> readAgain(new Reading(null, sign, reading.charset()))));
      choices.add(
          choice(
              t("import.charset"),
              List.of("UTF-8", "windows-1252", "ISO-8859-15", "UTF-16"),
              Function.identity(),
              Objects.requireNonNull(reading.charset()),
              charset -> readAgain(new Reading(null, reading.separator(), charset))));
    }
    if (table.first().size() > 1)
      choices.add(
          choice(
              t("import.headings"),
              table.first(),
              ImportView::beginning,
              table.first().stream()
                  .filter(row -> row.number() == table.headings())
                  .findFirst()
                  .orElse(table.first().getFirst()),
              row -> readAgain(reading.headed(row.number()))));
    return choices;
  }

  /** A row as one knows it again: its number and its first words. */
  private static String beginning(Table.Row row) {
    var words =
        row.cells().stream()
            .filter(cell -> !cell.isEmpty())
            .map(Cell::text)
            .collect(Collectors.joining(", "));
    return t(
        "import.headings-row",
        "row",
        Formats.number(row.number()),
        "words",
        words.length() <= 40 ? words : words.substring(0, 40) + "…");
  }

  private List<Character> separators() {
    return Stream.concat(
            Stream.of(';', ',', '\t', '|'), Stream.of(Objects.requireNonNull(reading.separator())))
        .distinct()
        .toList();
  }

  private static String separator(char sign) {
    return switch (sign) {
      case ';' -> t("import.semicolon");
      case ',' -> t("import.comma");
      case '\t' -> t("import.tab");
      case '|' -> t("import.bar");
      default -> String.valueOf(sign);
    };
  }

  private static <T> Select<T> choice(
      String label, List<T> items, Function<T, String> words, T value, Consumer<T> chosen) {
    var select = new Select<T>();
    select.setLabel(label);
    select.setItems(items);
    select.setItemLabelGenerator(words::apply);
    select.setValue(value);
    select.addValueChangeListener(
        change -> {
          if (change.isFromClient() && change.getValue() != null) chosen.accept(change.getValue());
        });
    return select;
  }

  private Div preview() {
    var shown =
        Ui.table(
            Words.count("import.preview", Math.min(SHOWN, table.rows().size())),
            table.headers().toArray(String[]::new));
    var body = new NativeTableBody();
    for (var row : table.rows().subList(0, Math.min(SHOWN, table.rows().size()))) {
      var line = new NativeTableRow();
      for (int i = 0; i < table.headers().size(); i++)
        line.add(new NativeTableCell(row.cell(i).text()));
      body.add(line);
    }
    shown.getChildren().filter(NativeTableBody.class::isInstance).toList().forEach(shown::remove);
    shown.add(body);
    return Ui.scroll(shown);
  }

  // ---- what the columns mean

  private Div mapping() {
    var mapping = Ui.div("ft-filters");
    for (var column : MemberColumn.values()) {
      var select = new Select<Integer>();
      select.setLabel(MemberFiles.heading(column));
      select.setRequiredIndicatorVisible(column.needed());
      select.setEmptySelectionAllowed(true);
      select.setEmptySelectionCaption(t("import.no-column"));
      select.setItems(IntStream.range(0, table.headers().size()).boxed().toList());
      select.setItemLabelGenerator(index -> index == null ? t("import.no-column") : header(index));
      select.setValue(columns.get(column));
      select.addValueChangeListener(
          change -> {
            if (!change.isFromClient()) return;
            if (change.getValue() == null) columns.remove(column);
            else columns.put(column, change.getValue());
            check();
          });
      mapping.add(select);
    }
    return mapping;
  }

  private String header(int index) {
    var name = table.header(index);
    return name.isBlank() ? t("import.column-number", "number", index + 1) : name;
  }

  // ---- what would happen

  private void check() {
    findings.removeAll();
    unread();
    var missing =
        Stream.of(MemberColumn.values())
            .filter(column -> column.needed() && !columns.containsKey(column))
            .map(MemberFiles::heading)
            .toList();
    if (!missing.isEmpty()) {
      findings.add(
          Ui.section(
              t("import.findings"),
              Ui.chip(
                  Ui.Tone.ATTENTION, t("import.missing", "columns", String.join(", ", missing)))));
      return;
    }
    var found = MemberSheet.of(table, columns, desk.ask(new FindKnownMembers()), done -> true);
    if (found != null) show(found);
  }

  /** What stands in the file and goes nowhere. */
  private void unread() {
    var left = table.unread(columns.values());
    if (left.isEmpty()) return;
    var names = left.stream().map(this::header).collect(Collectors.joining(", "));
    var told = new Paragraph(Words.count("import.unread", left.size(), "columns", names));
    told.addClassName("ft-strong");
    findings.add(told);
  }

  private void show(Findings found) {
    var section = Ui.section(t("import.findings"));
    var chips =
        Ui.div(
            "ft-case-summary",
            Ui.chip(Ui.Tone.GOOD, Words.count("import.fresh", found.fresh().size())));
    if (!found.known().isEmpty())
      chips.add(Ui.chip(Ui.Tone.PLAIN, Words.count("import.known", found.known().size())));
    if (!found.refused().isEmpty())
      chips.add(Ui.chip(Ui.Tone.BAD, Words.count("import.refused", found.refusedRows())));
    section.add(chips);
    if (!found.refused().isEmpty()) section.add(refused(found.refused()));
    findings.add(section);
    if (found.fresh().isEmpty()) {
      section.add(new Paragraph(t("import.nothing")));
      return;
    }
    var act = Ui.div("ft-actions");
    var take = Ui.primary(Words.count("import.take", found.fresh().size()), () -> send(found, act));
    if (!found.refused().isEmpty()) {
      var agreed = new Checkbox(t("import.only-good"));
      take.setEnabled(false);
      agreed.addValueChangeListener(change -> take.setEnabled(change.getValue()));
      section.add(new Paragraph(t("import.refused-help")), agreed);
    }
    act.add(take);
    section.add(act);
  }

  private Div refused(List<RefusedRow> rows) {
    Grid<RefusedRow> list = Lists.grid(t("import.report"));
    list.setItems(rows);
    list.setAllRowsVisible(rows.size() <= 10);
    list.addColumn(row -> Formats.number(row.row()))
        .setHeader(t("import.row"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    list.addColumn(row -> column(row.column(), table.headers()))
        .setHeader(t("import.column"))
        .setWidth("9rem")
        .setFlexGrow(1);
    list.addColumn(row -> row.value().isEmpty() ? "–" : row.value())
        .setHeader(t("import.value"))
        .setWidth("9rem")
        .setFlexGrow(2);
    list.addColumn(row -> desk.refusal(new Rejected(row.code(), row.args())))
        .setHeader(t("import.problem"))
        .setWidth("16rem")
        .setFlexGrow(4);
    var headers = table.headers();
    var download =
        Downloads.link(
            t("import.report-download"),
            t("import.report") + ".csv",
            Downloads.CSV,
            () -> MemberFiles.refused(rows, headers, this::column));
    return new Div(list, download);
  }

  private String column(@Nullable MemberColumn column, List<String> headers) {
    if (column == null) return "–";
    var index = columns.get(column);
    return index == null || index >= headers.size() || headers.get(index).isBlank()
        ? MemberFiles.heading(column)
        : headers.get(index);
  }

  // ---- what happens

  private void send(Findings found, Div act) {
    stopped = false;
    var progress = new ProgressBar(0, steps(found));
    var told = Lists.count();
    told.setText(t("import.running"));
    act.removeAll();
    act.add(progress, told, Ui.quiet(t("import.stop"), () -> stopped = true));
    var command =
        new ImportMembers(
            UUID.randomUUID().toString(),
            fileName,
            files.store(bytes),
            found.fresh(),
            found.known().size(),
            found.refusedRows());
    desk.sendSlowly(
        this,
        command,
        done -> {
          progress.setValue(Math.min(done, steps(found)));
          told.setText(t("import.progress", "done", Formats.number(100L * done / steps(found))));
        },
        () -> stopped,
        no -> {
          if (no != null) {
            check();
            findings.add(refusal(no));
            return;
          }
          work.removeAll();
          var done =
              Ui.section(
                  t("import.done"),
                  Ui.chip(Ui.Tone.GOOD, Words.count("import.taken", found.fresh().size())));
          done.add(Ui.div("ft-actions", Ui.to("alliance?status=member", t("import.to-list"))));
          work.add(done);
          drawEarlier();
        });
  }

  /** Commands that follow from the import: each member is entered, some are described. */
  private static int steps(Findings found) {
    int steps = 0;
    for (var member : found.fresh())
      steps += 1 + (member.expertTeams().isEmpty() ? 0 : 1) + (member.registerId() == null ? 0 : 1);
    return steps;
  }

  private void drawEarlier() {
    earlier.removeAll();
    var imports = desk.ask(new FindImports(LATEST));
    if (imports.isEmpty()) return;
    var names = desk.names();
    var facts = Ui.facts();
    for (var row : imports)
      Ui.fact(
          facts,
          Formats.dateTime(row.at()),
          t(
              "import.earlier-one",
              "file",
              row.fileName(),
              "name",
              Desk.name(names, row.by()),
              "taken",
              Formats.number(row.taken()),
              "known",
              Formats.number(row.known()),
              "refused",
              Formats.number(row.refused())));
    earlier.add(Ui.section(t("import.earlier"), facts));
  }
}
