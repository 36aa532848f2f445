package org.foerderturm.ui.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.foerderturm.TestOffice;
import org.foerderturm.alliance.ContributionCommand.InvoiceContribution;
import org.foerderturm.alliance.ContributionRunCommand.AssessContributions;
import org.foerderturm.alliance.ContributionRunCommand.PreviewContributionRun;
import org.foerderturm.alliance.MemberCommand.AgreeInKind;
import org.foerderturm.alliance.MemberCommand.AssessContribution;
import org.foerderturm.alliance.MemberCommand.ChargeContribution;
import org.foerderturm.alliance.MemberCommand.RegisterMember;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The screens of the alliance on the real engine, without a browser. */
class AllianceViewsIT extends BrowserlessTest {
  private static final Actor LEAD = Actor.of("gerda.geschaeft", Role.OFFICE_LEAD);
  private static final Actor AUDITOR = Actor.of("rita.revision", Role.AUDITOR);

  private final TestOffice office = engineAlone();
  private final String id = "m-" + UUID.randomUUID();
  private final String name = "Zeche " + id;

  /** Without the web, which other tests of this JVM start with all that belongs to it. */
  private static TestOffice engineAlone() {
    System.setProperty(
        "spring.autoconfigure.exclude",
        "com.vaadin.flow.spring.SpringBootAutoConfiguration,"
            + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration");
    try {
      return TestOffice.shared();
    } finally {
      System.clearProperty("spring.autoconfigure.exclude");
    }
  }

  @BeforeEach
  void member() {
    UI.getCurrent().setLocale(Locale.GERMAN);
    office.send(
        new RegisterMember(
            id,
            name,
            MemberKind.COMPANY,
            20,
            300_000_000L,
            null,
            null,
            null,
            List.of(),
            LocalDate.of(2025, 1, 1)),
        LEAD);
  }

  @Test
  void the_list_finds_a_member_by_its_name_kind_and_status() {
    var view =
        open(new AllianceView(desk(LEAD)), "alliance?q=" + id + "&kind=company&status=member");
    assertThat(rows(view)).hasSize(1);
    open(view, "alliance?q=" + id + "&kind=ngo");
    assertThat(rows(view)).isEmpty();
    open(view, "alliance?q=" + id + "&kind=nonsense&status=nonsense");
    assertThat(rows(view)).hasSize(1);
    assertThat(words(view)).contains("Mitglied eintragen", "Anfrage aufnehmen", "1 Organisation");
  }

  @Test
  void a_reader_is_offered_nothing_to_change() {
    charge(2026);
    assertThat(words(open(new AllianceView(desk(AUDITOR)), "alliance")))
        .doesNotContain("Mitglied eintragen", "Anfrage aufnehmen");
    assertThat(words(open(new MemberView(desk(AUDITOR)), "alliance/" + id)))
        .contains("2026", "festgesetzt")
        .doesNotContain("Rechnung stellen", "Angaben ändern");
    assertThat(words(open(new ContributionRunView(desk(AUDITOR)), "contributions?year=2041")))
        .doesNotContain("Vorschau berechnen");
  }

  @Test
  void a_member_shows_how_its_contribution_came_about_and_what_happened() {
    office.send(new AgreeInKind(id, 2026, 50_000, "Räume für Werkstätten"), LEAD);
    charge(2026);
    var view = open(new MemberView(desk(LEAD)), "alliance/" + id);
    assertThat(words(view))
        .contains(name, "Klein", "1.000,00", "Sachleistung angerechnet: 500,00")
        .contains("Tabelle der Klassen, Fassung", "Räume für Werkstätten")
        .contains("hat " + name + " für 2026", "Rechnung stellen", "Erlassen");
    office.send(
        new InvoiceContribution(
            id + "-2026", "R-1", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 3)),
        LEAD);
    open(view, "alliance/" + id);
    assertThat(words(view))
        .contains("in Rechnung", "03.03.2026", "Zahlung erfassen", "Verzug feststellen");
  }

  @Test
  void a_run_shows_its_preview_and_can_be_made_final_once_it_is_complete() {
    var run = "contribution-run-2042";
    office.send(new PreviewContributionRun(run, 2042, List.of(id)), LEAD);
    var view = open(new ContributionRunView(desk(LEAD)), "contributions?year=2042");
    assertThat(words(view)).contains("unvollständig").doesNotContain("Beiträge festsetzen");
    office.send(new AssessContributions(run, List.of(id)), LEAD);
    open(view, "contributions?year=2042");
    assertThat(rows(view)).hasSize(1);
    assertThat(words(view)).contains("Summe 1.500,00", "Vorschau verwerfen");
    assertThat(words(view)).contains("Beiträge festsetzen");
  }

  private void charge(int year) {
    office.send(new AssessContribution(id, year, null), LEAD);
    office.send(new ChargeContribution(id, year, null), LEAD);
  }

  private Desk desk(Actor actor) {
    var desk = mock(Desk.class);
    when(desk.actor()).thenReturn(actor);
    when(desk.names()).thenReturn(Map.of());
    when(desk.has(any(Role[].class)))
        .thenAnswer(
            call -> {
              for (Object role : call.getArguments()) if (actor.has((Role) role)) return true;
              return false;
            });
    when(desk.ask(any()))
        .thenAnswer(call -> office.office().ask(call.<Query<?>>getArgument(0), actor));
    when(desk.send(any(Command.class)))
        .thenAnswer(call -> office.send(call.<Command>getArgument(0), actor));
    when(desk.refusal(any())).thenCallRealMethod();
    return desk;
  }

  private static <V extends Component & BeforeEnterObserver> V open(V view, String address) {
    if (!view.isAttached()) UI.getCurrent().add(view);
    var event = mock(BeforeEnterEvent.class);
    when(event.getLocation()).thenReturn(new Location(address));
    var member = address.replaceFirst(".*/", "");
    when(event.getRouteParameters()).thenReturn(new RouteParameters("memberId", member));
    view.beforeEnter(event);
    return view;
  }

  private static List<?> rows(Component view) {
    var grid = all(view, Grid.class).getFirst();
    return grid.getLazyDataView().getItems().toList();
  }

  private static String words(Component component) {
    return component.getElement().getTextRecursively()
        + all(component, Button.class).stream().map(Button::getText).toList();
  }

  private static <C extends Component> List<C> all(Component root, Class<C> type) {
    var found = new ArrayList<C>();
    if (type.isInstance(root)) found.add(type.cast(root));
    root.getChildren().forEach(child -> found.addAll(all(child, type)));
    return found;
  }
}
