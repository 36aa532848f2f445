package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.foerderturm.alliance.AllianceQuery.FindKnownMembers;
import org.foerderturm.alliance.AllianceQuery.MemberRow;
import org.foerderturm.alliance.ContributionClass;
import org.foerderturm.alliance.MemberCommand.RegisterMember;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.intake.MemberSheet;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.DayField;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Downloads;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Sorting;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;

/** Members of the alliance and those on their way into it. */
@Route("alliance")
@RolesAllowed({"PROJECT_MANAGER", "OFFICE_LEAD", "AUDITOR", "COMMITTEE_MEMBER"})
public class AllianceView extends View implements BeforeEnterObserver {
  private static final int MOST_LETTERS = 300;
  private MembersPlace place = new MembersPlace("", null, null, null, null);
  private final TextField search =
      Lists.search(t("members.search"), typed -> go(place.searched(typed)));
  private final Select<String> kinds;
  private final Select<String> statuses;
  private final DayField asOf = Inputs.pastDay(t("members.as-of"), null);
  private final Span files = new Span();
  private final Div past = Ui.div("ft-looks-back");
  private final Grid<MemberRow> list = Lists.grid(t("nav.alliance"));
  private final Grid.Column<MemberRow> open;
  private final Paragraph count = Lists.count();
  private final Sorting<MemberRow> sorting = new Sorting<>(list);

  AllianceView(Desk desk) {
    super(desk, t("nav.alliance"));
    addClassName("ft-full");
    var runs = Ui.way("contributions", t("runs.title"));
    addAction(runs);
    if (desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR))
      addAction(Ui.way("expert-teams", t("teams.title")));
    addAction(files);
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
          if (change.isFromClient()) go(place.ofKind(change.getValue()));
        });
    statuses = Lists.filter("member.status", "member-status", MembersPlace.STATUSES);
    statuses.addValueChangeListener(
        change -> {
          if (change.isFromClient()) go(place.inStatus(change.getValue()));
        });
    asOf.setClearButtonVisible(true);
    asOf.onChosen(day -> go(place.on(day)));
    past.getElement().setAttribute("role", "status");
    open = columns();
    Lists.lazy(list, (offset, limit) -> desk.ask(place.rows(offset, limit)), MemberRow::memberId);
    list.setEmptyStateComponent(Ui.empty(t("members.empty"), t("members.empty-help")));
    add(Ui.div("ft-filters", search, kinds, statuses, asOf, sorting.choice()), past, list, count);
    desk.onChange(this, streams -> true, this::refresh);
  }

  /** The column of what is owed: known of today only. */
  private Grid.Column<MemberRow> columns() {
    list.addComponentColumn(row -> Ui.link("alliance/" + row.memberId(), row.name()))
        .setHeader(t("member.name"))
        .setWidth("13rem")
        .setFlexGrow(4);
    list.addColumn(row -> Words.code("organisation", row.kind()))
        .setHeader(t("member.kind"))
        .setWidth("11rem")
        .setFlexGrow(2);
    list.addComponentColumn(
            row ->
                row.until() == null
                    ? status(row.status())
                    : Ui.div("ft-lines", status(row.status()), until(row)))
        .setHeader(t("member.status"))
        .setAutoWidth(true);
    list.addColumn(row -> Words.code("contribution-class", row.contributionClass()))
        .setHeader(t("member.class"))
        .setAutoWidth(true);
    list.addColumn(row -> row.joinedOn() == null ? "–" : Formats.date(row.joinedOn()))
        .setHeader(t("member.joined"))
        .setAutoWidth(true);
    var owed =
        list.addColumn(row -> row.openCents() == 0 ? "–" : Formats.euros(row.openCents()))
            .setHeader(t("member.open"))
            .setTextAlign(ColumnTextAlign.END)
            .setAutoWidth(true);
    sorting
        .columns("name", "kind", "status", "class", "joined", "open")
        .codes(
            "kind",
            Sorting.words(
                "organisation", Stream.of(MemberKind.values()).map(MemberKind::code).toList()))
        .codes("status", Sorting.words("member-status", MembersPlace.STATUSES))
        .codes(
            "class",
            () -> Stream.of(ContributionClass.values()).map(ContributionClass::code).toList());
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
    return owed;
  }

  /** What the filters show, as a spreadsheet. */
  private Anchor download() {
    var day = place.asOf();
    var link =
        Downloads.link(
            t("members.download"),
            t("nav.alliance") + (day == null ? "" : " " + day) + ".xlsx",
            Downloads.XLSX,
            () ->
                day == null
                    ? MemberFiles.list((offset, limit) -> desk.ask(place.inFull(offset, limit)))
                    : MemberFiles.list(
                        (offset, limit) -> desk.ask(place.rows(offset, limit)), day));
    link.addClassName("ft-button-link");
    return link;
  }

  /** Each filter has its address, so that "back" comes back to it. */
  private static void go(MembersPlace to) {
    UI.getCurrent().navigate("alliance", to.parameters());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var query = event.getLocation().getQueryParameters();
    sorting.read(query);
    place = MembersPlace.of(query).sorted(sorting.sort());
    if (!search.getValue().equals(place.words())) search.setValue(place.words());
    kinds.setValue(place.kind());
    statuses.setValue(place.status());
    var day = event.getLocation().getQueryParameters().getSingleParameter("asOf").orElse("");
    if (place.asOf() == null && !day.isEmpty()) asOf.showText(day);
    else if (asOf.fault() == null) asOf.show(place.asOf());
    files.removeAll();
    files.add(download());
    refresh();
  }

  private void refresh() {
    var day = place.asOf();
    past.removeAll();
    past.setVisible(day != null);
    if (day != null)
      past.add(
          Ui.chip(Ui.Tone.ATTENTION, t("members.past", "day", Formats.date(day))),
          Ui.span("ft-quiet", t("members.past-help")),
          Ui.to(place.on(null).address(), t("members.today")));
    open.setVisible(day == null && !list.hasClassName("ft-narrow"));
    list.getDataProvider().refreshAll();
    count.setText(Words.count("organisations.count", desk.ask(place.rows(0, 1)).total()));
  }

  private void register() {
    var name = Inputs.required(Inputs.line(t("member.name"), MOST_LETTERS), "member-name-missing");
    var sort =
        Inputs.suggested(
            Inputs.required(Fields.choice(t("member.kind"), MemberKind.values(), "organisation")));
    sort.setValue(MemberKind.COMPANY);
    var size = new SizeFields();
    sort.addValueChangeListener(change -> size.fit(change.getValue()));
    var joined = Inputs.required(Inputs.pastDay(t("member.joined"), LocalDate.now(Formats.OFFICE)));
    var id = new String[] {UUID.randomUUID().toString()};
    Dialogs.open(
        desk,
        t("member.register"),
        t("member.register"),
        () -> {
          var called = Inputs.needed(name, "member-name-missing");
          // whoever was here before comes back as who it was
          desk.ask(new FindKnownMembers()).stream()
              .filter(known -> MemberSheet.same(known.name(), called))
              .findFirst()
              .ifPresent(known -> id[0] = known.memberId());
          desk.send(
              new RegisterMember(
                  id[0],
                  called,
                  sort.getValue(),
                  size.staff(),
                  size.turnoverCents(),
                  size.groupStaff(),
                  size.groupTurnoverCents(),
                  size.foundedOn(),
                  null,
                  Inputs.needed(joined)));
        },
        () -> UI.getCurrent().navigate("alliance/" + id[0]),
        new Paragraph(t("member.register-help")),
        name,
        sort,
        size,
        joined);
  }

  /** A member that leaves: until when it is one, and when its notice came. */
  static Span until(MemberRow row) {
    var until = row.until();
    if (until == null) return new Span();
    return Ui.span(
        "ft-quiet",
        row.noticeOn() == null
            ? t("member.until", "day", Formats.date(until))
            : t(
                "member.until-by-notice",
                "day",
                Formats.date(until),
                "notice",
                Formats.date(row.noticeOn())));
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
