package org.foerderturm.ui.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The story of the first three minutes, in a real browser on the packaged program with its demo. It
 * needs the jar, so {@code package} comes before.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryIT {
  private static final String PASSWORD = "demo-foerderturm";

  /** What an office lead can open from the navigation and beside it. */
  private static final List<String> PAGES =
      List.of(
          "",
          "cases",
          "alliance",
          "alliance/import",
          "enterprises",
          "expert-teams",
          "contributions",
          "consortia",
          "funding",
          "projects",
          "bodies",
          "resolutions",
          "council",
          "reports",
          "reports/pipeline",
          "models");

  private static final List<String> ALONE =
      List.of(
          "work?box=all",
          "start/consortium-formation",
          "reports/ideas",
          "audit",
          "password",
          "accessibility",
          "nowhere");

  @TempDir private static Path folder;
  private static Program program;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    program = Program.start(folder.resolve("data"), folder.resolve("first.txt"));
  }

  @AfterEach
  void closeWindows() {
    if (browser != null) browser.closeWindows();
  }

  @AfterAll
  static void close() {
    if (browser != null) browser.close();
    if (program != null) program.close();
  }

  /** Where there is none, only the tests that need it are left out. */
  private static Browser browser() {
    if (browser == null) browser = Browser.open(program.address());
    return browser;
  }

  @Test
  @Order(1)
  void it_is_ready() throws Exception {
    assertThat(status("/login")).isEqualTo(200);
    assertThat(status("/actuator/health/readiness")).isEqualTo(200);
  }

  @Test
  @Order(1)
  void the_money_of_the_demo_agrees_with_itself() throws Exception {
    assertThat(DemoMoney.disagreements(folder.resolve("data"))).isEmpty();
  }

  /** Last: what was read and done before shall not have troubled it either. */
  @Test
  @Order(10)
  void it_starts_again_on_the_same_data_and_nothing_troubled_it() throws Exception {
    assertThat(program.trouble()).isEmpty();
    program.close();
    program = Program.start(folder.resolve("data"), folder.resolve("second.txt"));
    it_is_ready();
    assertThat(program.trouble()).isEmpty();
  }

  /** Names depend on the language, contrasts on the scheme: two passes, at once, see both. */
  @Test
  @Order(2)
  void every_screen_is_without_barriers() throws Exception {
    browser(); // where there is none it says so
    try (var passes = Executors.newFixedThreadPool(2)) {
      var light = passes.submit(() -> screens("de", ColorScheme.LIGHT));
      var dark = passes.submit(() -> screens("en", ColorScheme.DARK));
      assertThat(light.get()).isEmpty();
      assertThat(dark.get()).isEmpty();
    }
  }

  @Test
  @Order(3)
  void a_decision_moves_the_case_and_stands_in_its_history() {
    var page = browser().window();
    browser().signIn(page, "projekt", PASSWORD);
    browser().go(page, "work?box=all&q=Karlskrona");
    page.click(".ft-row:has-text('Karlskrona')");
    page.click("#outcome-received");
    assertThat(page.locator(".ft-done-panel h1")).containsText("Erledigt");
    assertThat(page.locator(".ft-done-panel p[role=status]")).containsText("Petra Projekt");
    assertThat(page.locator(".ft-done-panel ul li").first()).isVisible();
    page.click(".ft-done-panel .ft-actions a");
    assertThat(page.locator("#main h1")).hasText("Leuchtturm Westerfilde");
    assertThat(page.locator("ft-bpmn-viewer .ft-token").first()).isVisible();
    assertThat(page.locator("ft-bpmn-viewer .ft-done").first()).isVisible();
    assertThat(page.locator(".ft-act").first()).containsText("Petra Projekt");
    assertThat(page.locator(".bjs-powered-by")).isVisible();
  }

  @Test
  @Order(4)
  void the_past_can_be_walked_through() {
    var page = browser().window();
    browser().signIn(page, "pruefung", PASSWORD);
    browser().go(page, "cases?state=all&q=Westerfilde");
    page.click("vaadin-grid a:has-text('Leuchtturm Westerfilde')");
    assertThat(page.locator("ft-bpmn-viewer .ft-token").first()).isVisible();
    page.click("vaadin-button[aria-label='Einen Schritt zurück']");
    page.waitForURL(url -> url.contains("?at="));
    assertThat(page.locator(".ft-as-of")).isVisible();
    page.reload();
    assertThat(page.locator(".ft-as-of")).isVisible();
    page.click("text=Zum heutigen Stand");
    page.waitForURL(url -> !url.contains("?at="));
  }

  /** The counts that the real alliance named. */
  @ParameterizedTest
  @CsvSource({"2018-04-30, 126", "2019-01-31, 140"})
  @Order(4)
  void the_alliance_is_seen_as_of_a_day(String day, int members) {
    var page = browser().window();
    browser().signIn(page, "leitung", PASSWORD);
    browser().go(page, "alliance?asOf=" + day + "&status=member");
    assertThat(page.locator(".ft-looks-back")).isVisible();
    assertThat(page.locator(".ft-count")).hasText(members + " Organisationen");
  }

  @Test
  @Order(5)
  void a_member_reviews_and_votes() {
    var page = browser().window();
    browser().signIn(page, "mitglied", PASSWORD);
    browser().go(page, "work?box=all");
    page.click(".ft-row >> nth=0");
    page.click("vaadin-radio-button:has-text('Nein') >> nth=0");
    assertThat(page.locator(".ft-outcomes vaadin-button[theme~=primary]")).hasCount(0);
    page.click("#outcome-YES");
    page.click("vaadin-confirm-dialog vaadin-button[slot=confirm-button]");
    assertThat(page.locator(".ft-done-panel h1")).containsText("Erledigt");
  }

  @Test
  @Order(6)
  void a_modeler_sees_the_model_that_ran() {
    var page = browser().window();
    browser().signIn(page, "modell", PASSWORD);
    browser().go(page, "models");
    page.click("a:has-text('Konsortium bilden')");
    assertThat(page.locator("ft-bpmn-viewer [data-element-id=Task_WriteOnePager]")).isVisible();
    assertThat(page.locator("vaadin-side-nav-item:has-text('Personen')")).hasCount(0);
    browser().go(page, "users");
    assertThat(page.locator("h1")).hasText("Diese Seite gibt es nicht");
  }

  @Test
  @Order(7)
  void on_a_phone_the_task_is_a_page_of_its_own() {
    var page = browser().window("de", ColorScheme.LIGHT, 390, 844);
    browser().signIn(page, "projekt", PASSWORD);
    browser().go(page, "work?box=all");
    page.click(".ft-row >> nth=0");
    assertThat(page.locator(".ft-inbox-list")).isHidden();
    assertThat(page.locator(".ft-task h1")).isVisible();
    assertThat(wide(page)).isFalse();
    page.click(".ft-back");
    assertThat(page.locator(".ft-inbox-list")).isVisible();
    for (var path : PAGES) {
      browser().go(page, path);
      assertThat(wide(page)).as(path).isFalse();
      assertThat(tall(page)).as("a list in " + path + " that draws all its rows").isFalse();
    }
    var found = new ArrayList<String>();
    follow(browser(), page, "projects", ".ft-list-card a >> nth=0", ".ft-stack", found);
    assertThat(wide(page)).isFalse();
    assertThat(found).isEmpty();
  }

  @Test
  @Order(8)
  void what_is_missing_is_said_at_its_place_and_a_draft_stays() {
    var page = browser().window();
    browser().signIn(page, "leitung", PASSWORD);
    browser().go(page, "start/consortium-formation");
    page.fill("vaadin-text-field[name=title] input", "Probe");
    page.keyboard().press("Tab");
    assertThat(page.locator(".ft-draft")).containsText("Entwurf gesichert");
    page.click("vaadin-button:has-text('Vorgang starten')");
    assertThat(page.locator("vaadin-text-area[name=idea][invalid]")).isVisible();
    page.reload();
    assertThat(page.locator("vaadin-text-field[name=title] input")).hasValue("Probe");
  }

  @Test
  @Order(8)
  void a_consortium_is_chosen_by_its_name_and_stays_chosen() {
    var page = browser().window();
    browser().signIn(page, "leitung", PASSWORD);
    browser().go(page, "start/funding-application");
    var field = page.locator("vaadin-combo-box[name=consortiumId] input");
    field.fill("Westerfilde");
    page.click("vaadin-combo-box-item:has-text('Leuchtturm Westerfilde')");
    assertThat(page.locator(".ft-draft")).containsText("Entwurf gesichert");
    page.reload();
    assertThat(field).hasValue(Pattern.compile("Leuchtturm Westerfilde · .+"));
  }

  @Test
  @Order(9)
  void a_wrong_password_is_refused_without_a_reason() {
    var page = browser().window();
    browser().go(page, "login");
    page.fill("input[name=username]", "auditor-unknown");
    page.fill("input[name=password]", "wrong");
    page.click("vaadin-login-form vaadin-button[theme~=primary]");
    page.waitForURL(url -> url.contains("error"));
    assertThat(page.locator("vaadin-login-form")).containsText("Anmeldung nicht möglich");
  }

  /** In a browser of its own: one belongs to one thread. */
  private static List<String> screens(String language, ColorScheme scheme) {
    try (var browser = Browser.open(program.address())) {
      return barriers(browser, language, scheme);
    }
  }

  private static List<String> barriers(Browser browser, String language, ColorScheme scheme) {
    var found = new ArrayList<String>();
    var start = browser.window(language, scheme, 1280, 900);
    browser.go(start, "login");
    check(start, "login", found);
    var screens =
        Map.of(
            "leitung",
            Stream.concat(PAGES.stream(), ALONE.stream()).toList(),
            "admin",
            List.of("users", "incidents", "projections"));
    screens.forEach(
        (user, paths) -> {
          var page = browser.window(language, scheme, 1280, 900);
          browser.signIn(page, user, PASSWORD);
          for (var path : paths) {
            browser.go(page, path);
            check(page, path, found);
          }
          if (!user.equals("leitung")) return;
          follow(browser, page, "work?box=all", ".ft-row >> nth=0", ".ft-task", found);
          for (int tab = 1; tab < 5; tab++) {
            page.click(".ft-context .ft-box >> nth=" + tab);
            check(page, "task, tab " + tab, found);
          }
          follow(browser, page, "cases", "vaadin-grid a >> nth=0", "ft-bpmn-viewer svg", found);
          follow(browser, page, "consortia", "vaadin-grid a >> nth=0", ".ft-table", found);
          follow(
              browser, page, "enterprises", "vaadin-grid a:visible >> nth=0", ".ft-table", found);
          follow(
              browser, page, "alliance", "vaadin-grid a:visible >> nth=0", ".ft-fact-name", found);
          follow(browser, page, "funding", "vaadin-grid a:visible >> nth=0", ".ft-table", found);
          follow(browser, page, "projects", "vaadin-grid a:visible >> nth=0", ".ft-table", found);
          follow(browser, page, "council", "vaadin-grid a:visible >> nth=0", ".ft-table", found);
          follow(browser, page, "bodies", "vaadin-grid a >> nth=0", ".ft-proposal", found);
          follow(browser, page, "bodies", "a[href^='meetings/'] >> nth=0", "h2", found);
          follow(browser, page, "bodies", "a[href^='bodies/'] >> nth=0", "h2", found);
          follow(browser, page, "models", "a:has-text('Konsortium')", "h1", found);
          follow(
              browser, page, "models", "vaadin-grid >> nth=1 >> a >> nth=0", ".ft-decision", found);
          follow(
              browser, page, "models", "vaadin-grid >> nth=2 >> a >> nth=0", ".ft-preview", found);
        });
    return found;
  }

  private static int status(String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(program.address() + path)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static void follow(
      Browser browser, Page page, String path, String link, String shown, List<String> found) {
    browser.go(page, path);
    page.click(link);
    page.waitForSelector(shown);
    check(page, path + " → " + link, found);
  }

  private static void check(Page page, String where, List<String> found) {
    page.waitForTimeout(300);
    Browser.barriers(page).forEach(barrier -> found.add(where + ": " + barrier));
  }

  /** The page can be scrolled sideways. */
  private static boolean wide(Page page) {
    return (boolean)
        page.evaluate(
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth +"
                + " 1");
  }

  /** A list that scrolls is higher than its window: it would draw every row that it has. */
  private static boolean tall(Page page) {
    return (boolean)
        page.evaluate(
            "() => [...document.querySelectorAll('vaadin-grid')]"
                + ".some(grid => !grid.allRowsVisible && grid.clientHeight > innerHeight)");
  }
}
