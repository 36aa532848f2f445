package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.foerderturm.alliance.AllianceQuery.FindChargeable;
import org.foerderturm.alliance.AllianceQuery.FindContributionRun;
import org.foerderturm.alliance.AllianceQuery.FindContributionRuns;
import org.foerderturm.alliance.AllianceQuery.FindPreview;
import org.foerderturm.alliance.AllianceQuery.PreviewRow;
import org.foerderturm.alliance.AllianceQuery.RunRow;
import org.foerderturm.alliance.ContributionClass;
import org.foerderturm.alliance.ContributionRunCommand;
import org.foerderturm.alliance.ContributionRunCommand.AssessContributions;
import org.foerderturm.alliance.ContributionRunCommand.CancelContributionRun;
import org.foerderturm.alliance.ContributionRunCommand.MakeContributionRunFinal;
import org.foerderturm.alliance.ContributionRunCommand.PreviewContributionRun;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Sorting;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** The contribution run of a year: preview, make final, cancel. */
@Route("contributions")
@RolesAllowed({"PROJECT_MANAGER", "OFFICE_LEAD", "AUDITOR", "COMMITTEE_MEMBER"})
public class ContributionRunView extends View implements BeforeEnterObserver {
  private static final int PORTION = 50;
  private final Select<Integer> years = new Select<>();
  private final Div acts = Ui.div("ft-actions");
  private final Div state = Ui.div("ft-case-summary");
  private final ProgressBar progress = new ProgressBar();
  private final Paragraph told = new Paragraph();
  private final Grid<PreviewRow> list = Lists.grid(t("runs.preview-of"));
  private final Sorting<PreviewRow> sorting = new Sorting<>(list);
  private final boolean writes;
  private boolean working;
  private int year;

  ContributionRunView(Desk desk) {
    super(desk, t("runs.title"));
    addClassName("ft-full");
    writes = desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD);
    years.setLabel(t("contribution.year"));
    years.addValueChangeListener(
        change -> {
          if (!change.isFromClient() || change.getValue() == null) return;
          var chosen = new LinkedHashMap<String, String>();
          chosen.put("year", String.valueOf(change.getValue()));
          sorting.keep(chosen);
          UI.getCurrent().navigate("contributions", QueryParameters.simple(chosen));
        });
    addAction(acts);
    progress.setVisible(false);
    told.addClassName("ft-count");
    told.getElement().setAttribute("role", "status");
    list.addComponentColumn(row -> Ui.link("alliance/" + row.memberId(), row.memberName()))
        .setHeader(t("member.name"))
        .setWidth("13rem")
        .setFlexGrow(3);
    list.addColumn(row -> Words.code("contribution-class", row.terms().appliedClass().code()))
        .setHeader(t("member.class"))
        .setAutoWidth(true);
    list.addColumn(row -> Formats.euros(row.terms().feeCents()))
        .setHeader(t("runs.fee"))
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true);
    list.addColumn(
            row -> {
              var said = Fields.modifiers(row.terms());
              return said.isEmpty() ? "–" : String.join(" · ", said);
            })
        .setHeader(t("contribution.how"))
        .setWidth("15rem")
        .setFlexGrow(3);
    list.addColumn(row -> Formats.euros(row.terms().amountCents()))
        .setHeader(t("contribution.amount"))
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true);
    sorting
        .columns("name", "class", "fee", "how", "amount")
        .codes(
            "class",
            () -> Stream.of(ContributionClass.values()).map(ContributionClass::code).toList());
    Lists.cards(
        list,
        row ->
            Lists.card(
                Ui.link("alliance/" + row.memberId(), row.memberName()),
                null,
                Words.code("contribution-class", row.terms().appliedClass().code()),
                Formats.euros(row.terms().amountCents())));
    Lists.lazy(
        list,
        (offset, limit) -> desk.ask(new FindPreview(year, sorting.sort(), offset, limit)),
        PreviewRow::memberId);
    list.setEmptyStateComponent(Ui.empty(t("runs.empty"), t("runs.empty-help")));
    add(Ui.div("ft-filters", years, sorting.choice()), state, progress, told, list);
    desk.onChange(
        this,
        streams -> streams.contains(ContributionRunCommand.idOf(year)),
        () -> {
          if (!working) draw();
        });
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    sorting.read(event.getLocation().getQueryParameters());
    int thisYear = LocalDate.now(Formats.OFFICE).getYear();
    year =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter("year")
            .filter(text -> text.matches("2\\d{3}"))
            .map(Integer::parseInt)
            .orElse(thisYear);
    var known = new TreeSet<>(List.of(thisYear - 1, thisYear, thisYear + 1, year));
    desk.ask(new FindContributionRuns()).forEach(run -> known.add(run.year()));
    years.setItems(known.descendingSet());
    years.setItemLabelGenerator(String::valueOf);
    years.setValue(year);
    draw();
  }

  private void draw() {
    var run = desk.ask(new FindContributionRun(year));
    list.getDataProvider().refreshAll();
    state.removeAll();
    acts.removeAll();
    progress.setVisible(false);
    told.setText("");
    list.setVisible(run == null || !run.state().equals("cancelled"));
    if (run != null) state(run);
    if (!writes || (run != null && run.state().equals("final"))) return;
    boolean open = run != null && run.state().equals("preview");
    if (open) {
      acts.add(Ui.quiet(t("runs.cancel"), () -> cancel(run)));
      acts.add(Ui.quiet(t("runs.preview-again"), this::preview));
      if (run.assessed() >= run.members())
        acts.add(Ui.primary(t("runs.make-final"), () -> makeFinal(run)));
    } else {
      acts.add(Ui.primary(t("runs.preview"), this::preview));
    }
  }

  private void state(RunRow run) {
    var tone =
        switch (run.state()) {
          case "final" -> Ui.Tone.GOOD;
          case "cancelled" -> Ui.Tone.PLAIN;
          default -> Ui.Tone.RUNNING;
        };
    state.add(
        Ui.chip(tone, Words.code("run-state", run.state())),
        Ui.span("ft-quiet", Words.count("members.count", run.members())),
        Ui.span("ft-strong", t("runs.total", "amount", Formats.euros(run.totalCents()))),
        Ui.span(
            "ft-quiet",
            t(
                "runs.by",
                "name",
                Desk.name(desk.names(), run.changedBy()),
                "at",
                Formats.dateTime(run.changedAt()))));
    if (run.reason() != null && !run.reason().isBlank())
      state.add(Ui.span("ft-quiet", run.reason()));
    if (run.state().equals("preview") && run.assessed() < run.members())
      state.add(
          Ui.chip(
              Ui.Tone.ATTENTION,
              t(
                  "runs.incomplete",
                  "done",
                  Formats.number(run.assessed()),
                  "of",
                  Formats.number(run.members()))));
  }

  private void preview() {
    if (working) return;
    var members = desk.ask(new FindChargeable(year));
    try {
      desk.send(new PreviewContributionRun(ContributionRunCommand.idOf(year), year, members));
      working = true;
      acts.removeAll();
      progress.setVisible(true);
      progress.setMax(members.size());
      step(members, 0);
    } catch (Rejected no) {
      Ui.refuse(desk.refusal(no));
    }
  }

  /** One portion a round trip, so that one sees it advance; leaving the page ends it. */
  private void step(List<String> members, int done) {
    progress.setValue(done);
    told.setText(
        t("runs.progress", "done", Formats.number(done), "of", Formats.number(members.size())));
    if (done >= members.size()) {
      finished(null);
      return;
    }
    getElement()
        .executeJs("return true")
        .then(
            arrived -> {
              int next = Math.min(done + PORTION, members.size());
              try {
                desk.send(
                    new AssessContributions(
                        ContributionRunCommand.idOf(year), members.subList(done, next)));
              } catch (Rejected no) {
                finished(no);
                return;
              }
              step(members, next);
            },
            failed -> finished(null));
  }

  private void finished(@Nullable Rejected no) {
    working = false;
    if (no != null) Ui.refuse(desk.refusal(no));
    draw();
  }

  private void makeFinal(RunRow run) {
    Dialogs.open(
        desk,
        t("runs.make-final-of", "year", String.valueOf(year)),
        t("runs.make-final"),
        () -> desk.send(new MakeContributionRunFinal(run.runId())),
        () -> {
          draw();
          Ui.say(t("runs.made-final", "year", String.valueOf(year)));
        },
        new Paragraph(
            t(
                "runs.make-final-help",
                "members",
                Words.count("members.count", run.members()),
                "amount",
                Formats.euros(run.totalCents()))));
  }

  private void cancel(RunRow run) {
    var reason =
        Inputs.required(Inputs.text(t("contribution.reason")), "run-cancelled-without-reason");
    Dialogs.open(
        desk,
        t("runs.cancel-of", "year", String.valueOf(year)),
        t("runs.cancel"),
        () -> desk.send(new CancelContributionRun(run.runId(), reason.getValue())),
        this::draw,
        new Paragraph(t("runs.cancel-help")),
        reason);
  }
}
