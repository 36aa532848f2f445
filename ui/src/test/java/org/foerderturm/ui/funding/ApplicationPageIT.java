package org.foerderturm.ui.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouteParameters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.foerderturm.TestOffice;
import org.foerderturm.consortium.Programme;
import org.foerderturm.funding.AdditionalRequestCommand.RecordAdditionalRequest;
import org.foerderturm.funding.Arrival;
import org.foerderturm.funding.BudgetLine;
import org.foerderturm.funding.CostRow;
import org.foerderturm.funding.FundingCommand.*;
import org.foerderturm.funding.Regime;
import org.foerderturm.funding.ResolutionSubject;
import org.foerderturm.funding.StartOfWorkCommand.RecordStartOfWork;
import org.foerderturm.funding.StartOfWorkCommand.RequestEarlyStart;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.CurrentActor;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** An application's page on the real engine and database, without a browser. */
class ApplicationPageIT extends BrowserlessTest {
  private static final Actor LEAD = Actor.of("gerda.geschaeft", Role.OFFICE_LEAD);
  private static final LocalDate TODAY = LocalDate.now(Formats.OFFICE);
  private final TestOffice office = engineAlone();
  private final String id = "a-" + UUID.randomUUID();

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
  void signIn() {
    UI.getCurrent().setLocale(Locale.GERMAN);
    var all =
        Arrays.stream(Role.values())
            .map(role -> CurrentActor.PREFIX + role.name())
            .toArray(String[]::new);
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken("gerda.geschaeft", "", all));
  }

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void what_the_funder_asks_for_and_a_start_that_stands_against_the_grant_stand_on_the_page() {
    submitted();
    send(new RecordAdditionalRequest(id, "Kostenplan", TODAY, TODAY.plusDays(9)));
    send(new RequestEarlyStart(id, TODAY, "Lieferfrist"));
    send(new RecordStartOfWork(id, TODAY, "Auftrag über Sensoren", true));
    await()
        .pollInSameThread()
        .untilAsserted(
            () ->
                assertThat(words(page()))
                    .contains("Nachforderungen", "1 · Kostenplan", "offen")
                    .contains("Lieferfrist", "wartet auf Antwort")
                    .contains("Auftrag über Sensoren", "Beginn vor dem Bescheid"));
    for (var act :
        List.of(
            "Nachforderung erfassen",
            "Beantworten",
            "Frist verlegen",
            "Erledigt",
            "Antwort auf vorzeitigen Beginn festhalten",
            "Beginn der Arbeiten berichtigen",
            "Kein Beginn der Arbeiten")) {
      click(page(), act);
      roundTrip();
      assertThat(UI.getCurrent().getChildren().filter(Dialog.class::isInstance)).as(act).hasSize(1);
    }
  }

  private void submitted() {
    send(
        new OpenApplication(
            id,
            "Leuchtturm",
            null,
            Programme.FEDERAL_JOINT_PROJECT,
            Regime.NABF,
            "Aufruf",
            "Bund",
            TODAY.plusDays(30).atTime(12, 0),
            Arrival.ELECTRONIC,
            List.of()));
    send(new RecordFundingResolution(id, ResolutionSubject.APPLICATION, "m-" + id, "adopted"));
    send(new WriteOutline(id, "Ziel", "Plan", "Nutzen"));
    send(
        new BudgetPartner(
            id,
            "Werk",
            false,
            null,
            List.of(new BudgetLine(CostRow.STAFF_E12_E15, 100_00, 80_00, 20_00, 0))));
    send(new SignOffBudget(id, "werk", "Frau Beispiel"));
    send(new RecordCoverCheck(id, false, "Grenze"));
    send(new SubmitApplication(id, TODAY.atStartOfDay()));
  }

  private void send(Command command) {
    office.send(command, LEAD);
  }

  private Component page() {
    var ui = UI.getCurrent();
    ui.removeAll();
    var view = new ApplicationView(new Desk(office.office(), new CurrentActor()));
    ui.add(view);
    view.beforeEnter(
        new BeforeEnterEvent(
            new NavigationEvent(
                ui.getInternals().getRouter(),
                new Location("funding/" + id),
                ui,
                NavigationTrigger.PROGRAMMATIC),
            ApplicationView.class,
            new RouteParameters(Map.of("applicationId", id)),
            List.of()));
    return view;
  }

  private static void click(Component page, String words) {
    var found = new ArrayList<Button>();
    buttons(page, found);
    found.stream()
        .filter(button -> button.getText().equals(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button „" + words + "“"))
        .click();
  }

  private static void buttons(Component root, List<Button> found) {
    if (root instanceof Button button) found.add(button);
    root.getChildren().forEach(child -> buttons(child, found));
  }

  private static String words(Component root) {
    return root.getElement().getTextRecursively();
  }
}
