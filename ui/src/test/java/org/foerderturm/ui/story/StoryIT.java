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
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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

  /** The whole model stands in its frame, also where the navigation opened beside it later. */
  private static final String ALL_IN_SIGHT =
      """
      () => {
        const viewer = document.querySelector('ft-bpmn-viewer');
        const { x, y, width, height, inner } = viewer.viewer.get('canvas').viewbox();
        return inner.width > 0 && inner.x > x - 2 && inner.y > y - 2
          && inner.x + inner.width < x + width + 2 && inner.y + inner.height < y + height + 2;
      }
      """;

  private static final Page.PdfOptions AS_THE_PAGE_SAYS =
      new Page.PdfOptions().setPreferCSSPageSize(true);

  private static final Pattern DAY = Pattern.compile("\\b\\d{2}\\.\\d{2}\\.\\d{4}\\b");

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

  /** Of a long list a browser draws only the rows in sight; on paper all of them stand. */
  @Test
  @Order(2)
  void the_browsers_own_print_holds_every_row_and_column() throws Exception {
    var page = browser().window();
    browser().signIn(page, "pruefung", PASSWORD);
    browser().go(page, "resolutions");
    var headings =
        page.locator("vaadin-grid vaadin-grid-cell-content:visible vaadin-grid-sorter")
            .allTextContents();
    String printed;
    try (var paper = Loader.loadPDF(page.pdf(AS_THE_PAGE_SAYS))) {
      printed = new PDFTextStripper().getText(paper).replaceAll("[ \u00a0]+", " ");
    }
    var numbers =
        Program.ask(folder.resolve("data"), "select number from view_resolution order by 1");
    assertThat(numbers)
        .hasSizeGreaterThan(50)
        .allSatisfy(each -> assertThat(printed).contains(each));
    assertThat(DAY.matcher(printed).results()).hasSizeGreaterThan(numbers.size()); // none is broken
    assertThat(headings)
        .isNotEmpty()
        .flatMap(each -> List.of(each.replace("\u00ad", "").split("\\s+")))
        .allSatisfy(each -> assertThat(printed).contains(each));
    assertThat(page.locator(".ft-printed")).hasCount(0);
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
    assertThat(page.locator(".ft-done-panel h1")).isFocused();
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
    page.waitForFunction(ALL_IN_SIGHT);
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
    browser().go(page, "projects");
    page.click(".ft-list-card a >> nth=0");
    page.waitForSelector(".ft-stack");
    assertThat(wide(page)).isFalse();
  }

  @Test
  @Order(8)
  void what_is_missing_is_said_at_its_place_and_a_draft_stays() {
    var page = browser().window();
    browser().signIn(page, "leitung", PASSWORD);
    browser().go(page, "start/consortium-formation");
    page.fill("vaadin-text-area[name=idea] textarea", ""); // a draft of another story
    page.fill("vaadin-text-field[name=title] input", "Probe");
    assertThat(page.locator(".ft-draft")).containsText("Entwurf gesichert");
    page.click("vaadin-button:has-text('Vorgang starten')");
    assertThat(page.locator("vaadin-text-area[name=idea][invalid]")).isVisible();
    page.reload();
    assertThat(page.locator("vaadin-text-field[name=title] input")).hasValue("Probe");
  }

  /** The decimal key: its place on the keyboard is one, its sign is that of the country. */
  private static void numberPad(Page page, String sign) {
    var window = page.context().newCDPSession(page);
    for (var type : List.of("keyDown", "keyUp")) {
      var key = new com.google.gson.JsonObject();
      key.addProperty("type", type);
      key.addProperty("code", "NumpadDecimal");
      key.addProperty("key", sign);
      key.addProperty("windowsVirtualKeyCode", 110);
      key.addProperty("location", 3);
      key.addProperty("isKeypad", true);
      if (type.equals("keyDown")) key.addProperty("text", sign);
      window.send("Input.dispatchKeyEvent", key);
    }
    window.detach();
  }

  /** By keys, by clipboard and by leaving the field, as only a browser does it. */
  @Test
  @Order(8)
  void what_is_typed_arrives_or_is_refused_at_its_field() {
    var page = browser().window();
    browser().signIn(page, "leitung", PASSWORD);
    browser().go(page, "start/consortium-formation");
    var money = page.locator("vaadin-text-field[name=maximumFundingCents]");
    var amount = money.locator("input");
    amount.click();
    page.keyboard().type("12.50");
    page.keyboard().press("Tab");
    assertThat(amount).hasValue("12,50");
    // the key of the number pad, as keyboards of both countries send it
    for (var sign : List.of(",", ".")) {
      amount.fill("");
      page.keyboard().type("34");
      numberPad(page, sign);
      page.keyboard().type("50");
      page.keyboard().press("Tab");
      assertThat(amount).hasValue("34,50");
      amount.click();
    }
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.evaluate("navigator.clipboard.writeText('25.000.000,00 €')");
    amount.click();
    page.keyboard().press("Control+a");
    page.keyboard().press("Control+v");
    page.keyboard().press("Tab");
    assertThat(amount).hasValue("25.000.000,00");
    assertThat(money).containsText("25 Millionen Euro");
    amount.fill("25.000");
    page.keyboard().press("Tab");
    page.click(".ft-meant vaadin-button >> nth=0");
    assertThat(amount).hasValue("25.000,00");
    assertThat(page.locator(".ft-meant")).hasCount(0);
    var day = page.locator("vaadin-text-field[name=deadline]");
    day.locator("input").fill("31.02.2027");
    amount.fill("12,5,0");
    page.keyboard().press("Tab");
    page.waitForTimeout(2_000); // the text arrives again a second after the last key
    assertThat(money).hasAttribute("invalid", "");
    page.click("vaadin-button:has-text('Vorgang starten')");
    assertThat(day).hasAttribute("invalid", "");
    assertThat(money).hasAttribute("invalid", "");
    page.reload();
    assertThat(day.locator("input")).hasValue("31.02.2027");
    assertThat(amount).hasValue("12,5,0");
    day.locator("input").fill("25.11.27");
    page.keyboard().press("Tab");
    assertThat(day.locator("input")).hasValue("25.11.2027");
    page.keyboard().press("Shift+Tab");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("vaadin-date-picker-overlay-content")).isVisible();
    page.keyboard().press("Escape");
    assertThat(day.locator("input[name=deadline]")).isFocused();
  }

  @Test
  @Order(8)
  void what_is_not_kept_yet_asks_before_the_window_goes() {
    var page = browser().window();
    browser().signIn(page, "leitung", PASSWORD);
    browser().go(page, "start/consortium-formation");
    assertThat(asksBeforeItGoes(page)).isFalse();
    page.fill("vaadin-text-area[name=idea] textarea", "Getippt und nicht verlassen");
    assertThat(asksBeforeItGoes(page)).isTrue();
    assertThat(page.locator(".ft-draft")).containsText("Entwurf gesichert");
    page.waitForFunction("() => ftTyped.size === 0");
    assertThat(asksBeforeItGoes(page)).isFalse();
  }

  private static boolean asksBeforeItGoes(Page page) {
    return (boolean)
        page.evaluate("() => !dispatchEvent(new Event('beforeunload', {cancelable: true}))");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | Entwurf gesichert | Ihre Sitzung ist beendet | Gesichert ist
          en | Draft kept        | Your session has ended   | is kept
          """)
  @Order(8)
  void a_session_that_ended_says_so_and_what_was_kept(
      String language, String saved, String ended, String kept) {
    var page = browser().window(language, ColorScheme.LIGHT, 1280, 900);
    browser().signIn(page, "leitung", PASSWORD);
    browser().go(page, "start/funding-application");
    page.fill("vaadin-text-field[name=title] input", "Probe " + language);
    assertThat(page.locator(".ft-draft")).containsText(saved);
    var session =
        page.context().cookies().stream()
            .filter(cookie -> cookie.name.equals("JSESSIONID"))
            .findFirst()
            .orElseThrow();
    session.value = "long-forgotten";
    page.context().addCookies(List.of(session));
    page.fill("vaadin-text-field[name=title] input", "Probe und mehr");
    assertThat(page.locator(".v-system-error")).containsText(ended);
    assertThat(page.locator(".v-system-error")).containsText(kept);
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

  private static int status(String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(program.address() + path)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
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
