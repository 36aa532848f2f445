package org.foerderturm.ui.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's own Chromium, headless. */
final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final String DIALOG = "vaadin-dialog[opened], vaadin-confirm-dialog[opened]";
  private static final AxeRunOptions AXE = axe();
  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final String address;

  private Browser(Path executable, String address) {
    this.address = address;
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
  }

  /**
   * Skips the test, with a word, where there is no browser; on a build server that is a failure.
   */
  static Browser open(String address) {
    var executable = find();
    if ("true".equals(System.getenv("CI")))
      assertThat(executable).as("the browser tests need chromium on the PATH").isPresent();
    if (executable.isEmpty()) System.err.println("Browser tests left out: no chromium on the PATH");
    assumeTrue(executable.isPresent(), "no chromium on the PATH");
    // the machine may be slow; how fast it answers is measured elsewhere
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    return new Browser(executable.orElseThrow(), address);
  }

  private static Optional<Path> find() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A window of one's own, nobody signed in. */
  Page window(String language, ColorScheme scheme, int width, int height) {
    return window(language, scheme, width, height, false);
  }

  /**
   * @param touch by finger, as on a phone or tablet
   */
  Page window(String language, ColorScheme scheme, int width, int height, boolean touch) {
    BrowserContext context =
        chromium.newContext(
            new NewContextOptions()
                .setLocale(language.equals("en") ? "en-GB" : "de-DE")
                .setColorScheme(scheme)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setHasTouch(touch)
                .setIsMobile(touch)
                .setViewportSize(width, height));
    context.setDefaultTimeout(60_000);
    return context.newPage();
  }

  Page window() {
    return window("de", ColorScheme.LIGHT, 1440, 900);
  }

  /** An open page goes on asking for news. */
  void closeWindows() {
    List.copyOf(chromium.contexts()).forEach(BrowserContext::close);
  }

  void signIn(Page page, String user, String password) {
    go(page, "login");
    page.fill("input[name=username]", user);
    page.fill("input[name=password]", password);
    page.click("vaadin-login-form vaadin-button[theme~=primary]");
    page.waitForURL(url -> !url.contains("/login"));
    page.waitForSelector("#main h1");
  }

  void go(Page page, String path) {
    page.navigate(address + "/" + path);
    page.waitForSelector("h1:visible, h2:visible");
  }

  private static AxeRunOptions axe() {
    var only = new AxeRunOnlyOptions();
    only.setType("tag");
    only.setValues(
        List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));
    var options = new AxeRunOptions();
    options.setRunOnly(only);
    // the rest, some thousand elements a page, is neither told nor carried over
    options.setResultTypes(List.of("violations"));
    return options;
  }

  static boolean isDialogOpen(Page page) {
    return page.locator(DIALOG).count() > 0;
  }

  /** Waits until the server has answered all that was asked, and the answer is drawn. */
  static void settle(Page page) {
    page.waitForTimeout(60);
    page.waitForFunction(
        "() => Object.values(window.Vaadin?.Flow?.clients ?? {}).every(each =>"
            + " !each.isActive?.())");
    page.waitForTimeout(150);
  }

  /** What axe finds by WCAG 2.2 AA or its best practices; behind an open dialog nobody reads. */
  static List<String> barriers(Page page) {
    settle(page);
    var axe =
        new AxeBuilder(page)
            .setLegacyMode(true) // no page of ours has frames, for which it opens one each time
            .options(AXE);
    if (isDialogOpen(page)) axe.include(DIALOG);
    return axe.analyze().getViolations().stream()
        .map(
            violation ->
                violation.getId()
                    + " at "
                    + violation.getNodes().getFirst().getTarget()
                    + " "
                    + violation.getNodes().getFirst().getHtml())
        .toList();
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
