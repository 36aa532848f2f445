package org.foerderturm.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.DataCommunicator;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.lang.reflect.Constructor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.foerderturm.TestOffice;
import org.foerderturm.access.Passwords;
import org.foerderturm.consortium.Programme;
import org.foerderturm.form.Drafts;
import org.foerderturm.funding.Arrival;
import org.foerderturm.funding.FundingCommand.OpenApplication;
import org.foerderturm.funding.Regime;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.Files;
import org.foerderturm.ui.cases.Subject;
import org.foerderturm.ui.common.CurrentActor;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What holds for every list: on the real engine and database, without a browser. */
class ListViewsIT extends BrowserlessTest {
  private final TestOffice office = engineAlone();

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

  /** A report without a deadline has no list. */
  @BeforeEach
  void deadline() {
    office.send(
        new OpenApplication(
            "a-" + UUID.randomUUID(),
            "Leuchtturm",
            null,
            Programme.values()[0],
            Regime.NABF,
            "Aufruf",
            "Land",
            LocalDate.now(Formats.OFFICE).plusDays(30).atTime(12, 0),
            Arrival.ELECTRONIC,
            List.of()),
        Actor.of("gerda.geschaeft", Role.OFFICE_LEAD));
  }

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void every_column_of_every_list_sorts_by_its_heading_and_the_address_says_so() throws Exception {
    var seen = new TreeSet<String>();
    for (var type : lists()) {
      var path =
          type.getAnnotation(Route.class)
              .value()
              .replace(":report", "deadlines")
              .replace("/:taskId?", "");
      var first = open(type, path);
      var keys = new ArrayList<String>();
      for (Grid.Column<?> column : list(first).getColumns()) {
        if (column.getHeaderText() == null || column.getHeaderText().isBlank()) continue;
        if (ACTS.contains(column.getHeaderText())) continue;
        if (column.getKey() == null && !column.isVisible()) continue; // a phone's cards
        assertThat(column.isSortable())
            .as("%s: „%s“ sorts", type.getSimpleName(), column.getHeaderText())
            .isTrue();
        keys.add(column.getKey());
      }
      assertThat(keys).as(type.getSimpleName()).isNotEmpty().doesNotHaveDuplicates();
      for (var key : keys)
        for (boolean down : new boolean[] {false, true}) {
          var place = path + "?sort=" + (down ? "-" : "") + key;
          var grid = list(open(type, place));
          assertThat(grid.getSortOrder())
              .as(place)
              .singleElement()
              .satisfies(
                  order -> {
                    var of = (GridSortOrder<?>) order;
                    assertThat(of.getSorted().getKey()).isEqualTo(key);
                    assertThat(of.getDirection())
                        .isEqualTo(down ? SortDirection.DESCENDING : SortDirection.ASCENDING);
                  });
          fetch(grid); // the database knows the column
        }
      assertThat(list(open(type, path + "?sort=nonsense")).getSortOrder()).isEmpty();
      seen.add(type.getSimpleName());
    }
    assertThat(seen)
        .contains(
            "AllianceView",
            "ApplicationsView",
            "CasesView",
            "ConsortiaView",
            "ContributionRunView",
            "CouncilView",
            "EnterprisesView",
            "InboxView",
            "ProjectionsView",
            "ProjectsView",
            "ReportView",
            "ResolutionsView",
            "UsersView");
  }

  /** Columns that hold nothing to compare: what is done with a row. */
  private static final List<String> ACTS = List.of("Aktionen", "Was tun?");

  private static List<Class<? extends Component>> lists() throws ClassNotFoundException {
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(Route.class));
    var found = new ArrayList<Class<? extends Component>>();
    for (var bean : scan.findCandidateComponents("org.foerderturm.ui")) {
      var type = Class.forName(bean.getBeanClassName()).asSubclass(Component.class);
      boolean holdsList =
          Arrays.stream(type.getDeclaredFields()).anyMatch(field -> field.getType() == Grid.class);
      if (holdsList || type.getSimpleName().equals("ReportView")) found.add(type);
    }
    return found;
  }

  private Component open(Class<? extends Component> type, String address) throws Exception {
    UI.getCurrent().removeAll();
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    var desk = new Desk(office.office(), new CurrentActor());
    var arguments =
        Arrays.stream(constructor.getParameterTypes())
            .map(
                each ->
                    each == Desk.class
                        ? desk
                        : each == Passwords.class || each == Files.class || each == Drafts.class
                            ? office.bean(each)
                            : each == Subject.class ? mock(Subject.class) : unknown(each))
            .toArray();
    var view = (Component) constructor.newInstance(arguments);
    var ui = UI.getCurrent();
    ui.add(view);
    if (view instanceof BeforeEnterObserver entered)
      entered.beforeEnter(
          new BeforeEnterEvent(
              new NavigationEvent(
                  ui.getInternals().getRouter(),
                  new Location(address),
                  ui,
                  NavigationTrigger.PROGRAMMATIC),
              view.getClass(),
              new RouteParameters(Map.of("report", "deadlines")),
              List.of()));
    return view;
  }

  private static Object unknown(Class<?> type) {
    throw new AssertionError("what a list needs of " + type);
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static void fetch(Grid grid) {
    DataCommunicator rows = grid.getDataCommunicator();
    grid.getDataProvider()
        .fetch(new Query(0, 20, rows.getBackEndSorting(), rows.getInMemorySorting(), null))
        .toList();
  }

  private static Grid<?> list(Component root) {
    var found = new ArrayList<Grid<?>>();
    collect(root, found);
    assertThat(found).as(root.getClass().getSimpleName()).hasSize(1);
    return found.getFirst();
  }

  private static void collect(Component root, List<Grid<?>> found) {
    if (root instanceof Grid<?> grid) found.add(grid);
    else root.getChildren().forEach(child -> collect(child, found));
  }
}
