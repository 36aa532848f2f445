package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.foerderturm.alliance.AllianceQuery.FindMembers;
import org.foerderturm.alliance.AllianceQuery.MemberRow;
import org.foerderturm.alliance.MemberCommand.RegisterMember;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Downloads;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** Members of the alliance and those on their way into it. */
@Route("alliance")
@RolesAllowed({"PROJECT_MANAGER", "OFFICE_LEAD", "AUDITOR", "COMMITTEE_MEMBER"})
public class AllianceView extends View implements BeforeEnterObserver {
  private static final List<String> STATUSES = List.of("prospect", "member", "left", "closed");
  private String words = "";
  private @Nullable String kind;
  private @Nullable String status;
  private final TextField search =
      Lists.search(t("members.search"), typed -> filter(typed, kind, status));
  private final Select<String> kinds;
  private final Select<String> statuses;
  private final Grid<MemberRow> list = Lists.grid(t("nav.alliance"));
  private final Paragraph count = Lists.count();

  AllianceView(Desk desk) {
    super(desk, t("nav.alliance"));
    addClassName("ft-full");
    var runs = Ui.way("contributions", t("runs.title"));
    addAction(runs);
    if (desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR))
      addAction(Ui.way("expert-teams", t("teams.title")));
    var download = download();
    download.addClassName("ft-button-link");
    addAction(download);
    if (desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD)) {
      addAction(Ui.way("alliance/import", t("import.title")));
      addAction(Ui.quiet(t("member.register"), this::register));
      addAction(
          Ui.primary(t("member.inquire"), () -> UI.getCurrent().navigate("start/member-joining")));
    }
    kinds =
        Lists.filter(
            "member.kind",
            "organisation",
            Stream.of(MemberKind.values()).map(MemberKind::code).toList());
    kinds.addValueChangeListener(
        change -> {
          if (change.isFromClient()) filter(words, change.getValue(), status);
        });
    statuses = Lists.filter("member.status", "member-status", STATUSES);
    statuses.addValueChangeListener(
        change -> {
          if (change.isFromClient()) filter(words, kind, change.getValue());
        });
    columns();
    Lists.lazy(
        list,
        (offset, limit) -> desk.ask(new FindMembers(searched(), kind, status, offset, limit)),
        MemberRow::memberId);
    list.setEmptyStateComponent(Ui.empty(t("members.empty"), t("members.empty-help")));
    add(Ui.div("ft-filters", search, kinds, statuses), list, count);
    desk.onChange(this, streams -> true, this::refresh);
  }

  private void columns() {
    list.addComponentColumn(row -> Ui.link("alliance/" + row.memberId(), row.name()))
        .setHeader(t("member.name"))
        .setWidth("13rem")
        .setFlexGrow(4);
    list.addColumn(row -> Words.code("organisation", row.kind()))
        .setHeader(t("member.kind"))
        .setWidth("11rem")
        .setFlexGrow(2);
    list.addComponentColumn(row -> status(row.status()))
        .setHeader(t("member.status"))
        .setAutoWidth(true);
    list.addColumn(row -> Words.code("contribution-class", row.contributionClass()))
        .setHeader(t("member.class"))
        .setAutoWidth(true);
    list.addColumn(row -> row.joinedOn() == null ? "–" : Formats.date(row.joinedOn()))
        .setHeader(t("member.joined"))
        .setAutoWidth(true);
    list.addColumn(row -> row.openCents() == 0 ? "–" : Formats.euros(row.openCents()))
        .setHeader(t("member.open"))
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true);
    Lists.cards(
        list,
        row ->
            Lists.card(
                Ui.link("alliance/" + row.memberId(), row.name()),
                status(row.status()),
                Words.code("organisation", row.kind()),
                row.openCents() == 0
                    ? ""
                    : t("member.open") + " " + Formats.euros(row.openCents())));
  }

  /** What the filters show, as a spreadsheet. */
  private Anchor download() {
    return Downloads.link(
        t("members.download"),
        t("nav.alliance") + ".xlsx",
        Downloads.XLSX,
        () ->
            MemberFiles.list(
                (offset, limit) ->
                    desk.ask(new FindMembers(searched(), kind, status, offset, limit))));
  }

  /** Each filter has its address, so that "back" comes back to it. */
  private static void filter(String words, @Nullable String kind, @Nullable String status) {
    var chosen = new LinkedHashMap<String, String>();
    if (!words.isBlank()) chosen.put("q", words.strip());
    if (kind != null) chosen.put("kind", kind);
    if (status != null) chosen.put("status", status);
    UI.getCurrent().navigate("alliance", QueryParameters.simple(chosen));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var parameters = event.getLocation().getQueryParameters();
    words = parameters.getSingleParameter("q").orElse("");
    kind =
        parameters
            .getSingleParameter("kind")
            .filter(code -> Stream.of(MemberKind.values()).anyMatch(k -> k.code().equals(code)))
            .orElse(null);
    status = parameters.getSingleParameter("status").filter(STATUSES::contains).orElse(null);
    if (!search.getValue().equals(words)) search.setValue(words);
    kinds.setValue(kind);
    statuses.setValue(status);
    refresh();
  }

  private void refresh() {
    list.getDataProvider().refreshAll();
    count.setText(
        Words.count(
            "organisations.count",
            desk.ask(new FindMembers(searched(), kind, status, 0, 1)).total()));
  }

  private @Nullable String searched() {
    return words.isBlank() ? null : words.strip();
  }

  private void register() {
    var name = new TextField(t("member.name"));
    var sort = Fields.choice(t("member.kind"), MemberKind.values(), "organisation");
    sort.setValue(MemberKind.COMPANY);
    var size = new SizeFields();
    sort.addValueChangeListener(change -> size.fit(change.getValue()));
    var joined = Fields.day(t("member.joined"), LocalDate.now(Formats.OFFICE));
    var id = UUID.randomUUID().toString();
    Dialogs.open(
        desk,
        t("member.register"),
        t("member.register"),
        () -> {
          if (name.getValue().isBlank()) throw new Rejected("member-name-missing");
          desk.send(
              new RegisterMember(
                  id,
                  name.getValue(),
                  sort.getValue(),
                  size.staff(),
                  size.turnoverCents(),
                  size.groupStaff(),
                  size.groupTurnoverCents(),
                  size.foundedOn(),
                  List.of(),
                  Fields.needed(joined)));
        },
        () -> UI.getCurrent().navigate("alliance/" + id),
        new Paragraph(t("member.register-help")),
        name,
        sort,
        size,
        joined);
  }

  static Span status(String status) {
    var tone =
        switch (status) {
          case "member" -> Ui.Tone.GOOD;
          case "prospect" -> Ui.Tone.RUNNING;
          default -> Ui.Tone.PLAIN;
        };
    return Ui.chip(tone, Words.code("member-status", status));
  }
}
