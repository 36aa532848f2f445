package org.foerderturm.ui.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.foerderturm.TestOffice;
import org.foerderturm.consortium.ConsortiumCommand.ProposeConsortium;
import org.foerderturm.consortium.CountryStatus;
import org.foerderturm.consortium.OrganisationKind;
import org.foerderturm.consortium.Programme;
import org.foerderturm.consortium.Topic;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.foerderturm.report.Report;
import org.foerderturm.ui.common.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of reports on the real engine, without a browser. */
class ReportViewsIT extends BrowserlessTest {
  private static final Actor AUDITOR = Actor.of("rita.revision", Role.AUDITOR);

  private final TestOffice office = engineAlone();
  private final String id = "idee-" + UUID.randomUUID();

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
  void idea() {
    UI.getCurrent().setLocale(Locale.GERMAN);
    Clocks.at(
        Instant.parse("2012-05-07T08:00:00Z"),
        () ->
            office.send(
                new ProposeConsortium(
                    id,
                    "Idee " + id,
                    Topic.HARBOUR,
                    Programme.ERDF,
                    null,
                    null,
                    0,
                    "Stadt Dortmund",
                    "DE",
                    CountryStatus.MEMBER_STATE,
                    OrganisationKind.values()[0],
                    "Gute Idee"),
                TestOffice.LEAD));
  }

  @Test
  void a_report_shows_its_day_and_leads_from_the_number_to_the_event() {
    var view = report("ideas", "?asof=2012-12-31&year=2012&group=harbour");
    assertThat(text(view)).contains("Ideen nach Themenfeld", "Stand: Ende des 31.12.2012.");
    assertThat(text(view)).contains("Hafenareal", "Noch nicht entschieden");
    var href =
        all(view, Anchor.class).stream()
            .map(Anchor::getHref)
            .filter(link -> link.contains("figure=proposed"))
            .findFirst()
            .orElseThrow();
    assertThat(href)
        .isEqualTo("reports/ideas/facts?asof=2012-12-31&year=2012&group=harbour&figure=proposed");

    var facts = new FactsView(desk());
    open(facts, href, "report", "ideas");
    assertThat(text(facts)).contains("Eingereicht", "Idee " + id, "07.05.2012");
    var event =
        all(facts, Anchor.class).stream()
            .map(Anchor::getHref)
            .filter(link -> link.startsWith("events/"))
            .findFirst()
            .orElseThrow();
    var proof = new EventView(desk());
    open(proof, event, "position", event.substring("events/".length()));
    assertThat(text(proof)).contains("Position in der versiegelten Folge", "harbour");
  }

  @Test
  void a_day_before_shows_nothing_of_it_and_a_day_to_come_is_today() {
    assertThat(text(report("ideas", "?asof=2012-05-06&year=2012")))
        .contains("Nichts in dieser Auswahl");
    assertThat(text(report("ideas", "?asof=2999-01-01&year=nonsense&group=nowhere")))
        .contains("Nichts in dieser Auswahl", "Uhr.");
    assertThat(text(report("deadlines", ""))).contains("Überfällig", "In 90 Tagen");
  }

  @Test
  void what_is_no_report_no_figure_and_no_event_is_not_found() {
    assertThatThrownBy(() -> report("secrets", "")).isInstanceOf(NotFoundException.class);
    var facts = new FactsView(desk());
    assertThatThrownBy(() -> open(facts, "reports/ideas/facts?figure=paid", "report", "ideas"))
        .isInstanceOf(NotFoundException.class);
    var event = new EventView(desk());
    for (var position : List.of("999999999", "-1", "x"))
      assertThatThrownBy(() -> open(event, "events/" + position, "position", position))
          .isInstanceOf(NotFoundException.class);
  }

  @Test
  void the_file_holds_what_the_page_shows_and_each_fact() throws Exception {
    var place = new Place(LocalDate.of(2012, 12, 31), 2012, null);
    var content = new Reports(desk(), place, group -> group).content(Report.IDEAS);
    var bytes = new ByteArrayOutputStream();
    new Workbooks("T", "S", content, FactSheet.of(desk(), place.scope(Report.IDEAS), g -> g))
        .write(bytes);
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
      var facts = book.findSheet("Die Ereignisse dahinter").orElseThrow().read();
      assertThat(facts.stream().map(row -> row.getCellText(2))).contains("Idee " + id);
      var byYear = book.findSheet("Nach Jahr").orElseThrow().read();
      assertThat(byYear.getLast().getCell(1).asNumber().longValue()).isEqualTo(facts.size() - 2L);
    }
  }

  private ReportView report(String code, String query) {
    var view = new ReportView(desk());
    open(view, "reports/" + code + query, "report", code);
    return view;
  }

  private Desk desk() {
    var desk = mock(Desk.class);
    when(desk.actor()).thenReturn(AUDITOR);
    when(desk.names()).thenReturn(Map.of());
    when(desk.ask(any()))
        .thenAnswer(call -> office.office().ask(call.<Query<?>>getArgument(0), AUDITOR));
    return desk;
  }

  private static <V extends Component & BeforeEnterObserver> void open(
      V view, String address, String parameter, String value) {
    if (!view.isAttached()) UI.getCurrent().add(view);
    var event = mock(BeforeEnterEvent.class);
    when(event.getLocation()).thenReturn(new Location(address));
    when(event.getRouteParameters()).thenReturn(new RouteParameters(parameter, value));
    view.beforeEnter(event);
  }

  private static String text(Component component) {
    return component.getElement().getTextRecursively();
  }

  private static <C extends Component> List<C> all(Component root, Class<C> type) {
    var found = new ArrayList<C>();
    if (type.isInstance(root)) found.add(type.cast(root));
    root.getChildren().forEach(child -> found.addAll(all(child, type)));
    return found;
  }
}
