package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.foerderturm.funding.FundingQuery.ApplicationRow;
import org.foerderturm.funding.FundingQuery.FindApplications;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Sorting;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** All funding applications, with what is due next. */
@Route("funding")
@RolesAllowed({"PROJECT_MANAGER", "OFFICE_LEAD", "COMMITTEE_MEMBER", "AUDITOR"})
public class ApplicationsView extends View implements BeforeEnterObserver {
  private static final List<String> STAGES =
      List.of(
          "idea",
          "go",
          "outline",
          "outlined",
          "invited",
          "budgeted",
          "signed-off",
          "submitted",
          "evaluated",
          "reserve",
          "granted",
          "rejected",
          "final",
          "proved",
          "closed",
          "stopped");

  /** Due at a fixed moment, the deadline of the call; no working day after it counts. */
  static final Set<String> FIXED = Set.of("submission", "outline");

  private final TextField search =
      Lists.search(t("applications.search"), typed -> go(typed, this.stage));
  private final Select<String> stages =
      Lists.filter("application.stage", "application-stage", STAGES);
  private final Grid<ApplicationRow> list = Lists.grid(t("nav.funding"));
  private final Paragraph count = Lists.count();
  private final Sorting<ApplicationRow> sorting = new Sorting<>(list);
  private String words = "";
  private @Nullable String stage;

  ApplicationsView(Desk desk) {
    super(desk, t("nav.funding"));
    addClassName("ft-full");
    list.addComponentColumn(row -> Ui.link("funding/" + row.applicationId(), row.title()))
        .setHeader(t("application.title"))
        .setWidth("13rem")
        .setFlexGrow(4);
    list.addComponentColumn(row -> stage(row.stage()))
        .setHeader(t("application.stage"))
        .setAutoWidth(true);
    list.addColumn(ApplicationRow::funder)
        .setHeader(t("application.funder"))
        .setWidth("10rem")
        .setFlexGrow(2);
    list.addComponentColumn(ApplicationsView::next)
        .setHeader(t("application.next"))
        .setWidth("13rem")
        .setFlexGrow(3);
    money(t("application.costs"), ApplicationRow::costsCents);
    money(t("application.grant"), ApplicationRow::grantCents);
    money(t("application.granted"), ApplicationRow::grantedCents);
    sorting
        .columns("title", "stage", "funder", "next", "costs", "grant", "granted")
        .codes("stage", () -> STAGES);
    Lists.cards(
        list,
        row ->
            Lists.card(
                Ui.link("funding/" + row.applicationId(), row.title()),
                stage(row.stage()),
                row.funder(),
                row.grantCents() == 0 ? "" : Formats.euros(row.grantCents()),
                row.nextDue() == null
                    ? ""
                    : Words.code("deadline", row.nextKind()) + " " + Formats.date(row.nextDue())));
    Lists.lazy(
        list,
        (offset, limit) ->
            desk.ask(new FindApplications(searched(), stage, sorting.sort(), offset, limit)),
        ApplicationRow::applicationId);
    var empty = Ui.empty(t("applications.empty"), t("applications.empty-help"));
    if (desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD))
      empty.add(Ui.link("start/funding-application", t("applications.start")));
    list.setEmptyStateComponent(empty);
    stages.addValueChangeListener(
        change -> {
          if (change.isFromClient()) go(words, change.getValue());
        });
    add(Ui.div("ft-filters", search, stages, sorting.choice()), list, count);
    addAction(Ui.way("funding/remedies", t("remedies")));
    if (desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD))
      addAction(
          Ui.primary(
              t("applications.start"),
              () -> UI.getCurrent().navigate("start/funding-application")));
    desk.onChange(this, streams -> true, this::refresh);
  }

  private void money(
      String header, com.vaadin.flow.function.ValueProvider<ApplicationRow, @Nullable Long> cents) {
    list.addColumn(
            row -> {
              @Nullable Long amount = cents.apply(row);
              return amount == null || amount == 0 ? "–" : Formats.euros(amount);
            })
        .setHeader(header)
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var query = event.getLocation().getQueryParameters();
    words = query.getSingleParameter("q").orElse("");
    sorting.read(query);
    stage = query.getSingleParameter("stage").filter(STAGES::contains).orElse(null);
    stages.setValue(stage);
    if (!search.getValue().equals(words)) search.setValue(words);
    refresh();
  }

  private void refresh() {
    list.getDataProvider().refreshAll();
    count.setText(
        Words.count(
            "applications.count", desk.ask(new FindApplications(searched(), stage, 0, 1)).total()));
  }

  /** Each filter has its address, so that "back" comes back to it. */
  private void go(String typed, @Nullable String stage) {
    var chosen = new LinkedHashMap<String, String>();
    if (!typed.isBlank()) chosen.put("q", typed.strip());
    if (stage != null) chosen.put("stage", stage);
    sorting.keep(chosen);
    UI.getCurrent().navigate("funding", QueryParameters.simple(chosen));
  }

  private @Nullable String searched() {
    return words.isBlank() ? null : words.strip();
  }

  private static Component next(ApplicationRow row) {
    if (row.nextDue() == null) return new Span("–");
    boolean over = row.stage().matches("closed|stopped|rejected");
    return Lists.due(
        Words.code("deadline", row.nextKind()),
        row.nextDue(),
        over ? null : until(row.nextDue(), row));
  }

  /** The minute of the deadline for a submission, else the end of the day. */
  private static Instant until(LocalDate day, ApplicationRow row) {
    return FIXED.contains(String.valueOf(row.nextKind()))
        ? row.deadline().atZone(Formats.OFFICE).toInstant()
        : endOf(day);
  }

  static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(Formats.OFFICE).minusSeconds(1).toInstant();
  }

  static Span stage(String stage) {
    var tone =
        switch (stage) {
          case "granted", "final", "proved", "closed" -> Ui.Tone.GOOD;
          case "rejected" -> Ui.Tone.BAD;
          case "stopped" -> Ui.Tone.PLAIN;
          case "outlined", "submitted", "evaluated", "reserve", "contested" -> Ui.Tone.ATTENTION;
          default -> Ui.Tone.RUNNING;
        };
    return Ui.chip(tone, Words.code("application-stage", stage));
  }
}
