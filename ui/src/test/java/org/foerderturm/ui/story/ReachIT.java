package org.foerderturm.ui.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.foerderturm.ui.story.Barriers.Depth;
import org.foerderturm.ui.story.Barriers.Look;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everyone reaches everything: by keyboard, by finger, enlarged, in both languages and schemes. On
 * the packaged program with its demo, or on one that runs at {@code -Dreach.address=http://…}.
 */
class ReachIT {
  private static final String PASSWORD = "demo-foerderturm";

  private static final List<Look> BY_FINGER =
      List.of(Look.PHONE_DARK, Look.TWICE, Look.PHONE, Look.DESK);
  private static final List<Look> BY_MOUSE =
      List.of(Look.DESK_DARK, Look.TWICE_DARK, Look.PHONE, Look.DESK);

  @TempDir private static Path folder;
  private static @Nullable Program program;
  private static String address = System.getProperty("reach.address", "");

  @BeforeAll
  static void start() throws Exception {
    if (!address.isEmpty()) return;
    program = Program.start(folder.resolve("data"), folder.resolve("said.txt"));
    address = program.address();
  }

  @AfterAll
  static void stop() {
    if (program != null) program.close();
  }

  @Test
  void every_screen_is_without_barriers() throws Exception {
    walk(Depth.TURNS, BY_FINGER, BY_MOUSE);
  }

  /**
   * Takes longer than a suite may: every screen in two looks by {@code -Dreach.walk=screens}, every
   * dialog that a button opens in one by {@code dialogs}, everything in all by {@code all}.
   */
  @Test
  @EnabledIfSystemProperty(named = "reach.walk", matches = "screens|dialogs|all")
  void every_screen_and_what_opens_on_it_is_without_barriers() throws Exception {
    switch (System.getProperty("reach.walk", "")) {
      case "dialogs" -> walk(Depth.DIALOGS, BY_FINGER, BY_MOUSE);
      case "all" -> walk(Depth.ALL, Look.ALL, Look.ALL);
      // names depend on the language, contrasts on the scheme, roles and sizes on the width
      default ->
          walk(
              Depth.SCREENS,
              List.of(Look.DESK, Look.PHONE_DARK),
              List.of(Look.DESK_DARK, Look.TWICE));
    }
  }

  /** German by finger and English by mouse; in the suite, where stories run beside it, in turn. */
  private static void walk(Depth depth, List<Look> german, List<Look> english) throws Exception {
    Browser.open(address).close(); // where there is none it says so
    try (var walks = Executors.newFixedThreadPool(depth == Depth.TURNS ? 1 : 2)) {
      var touched = walks.submit(walk("de", true, german, depth));
      var clicked = walks.submit(walk("en", false, english, depth));
      var found = new LinkedHashSet<>(touched.get());
      found.addAll(clicked.get());
      assertThat(found).isEmpty();
    }
  }

  /** In a browser of its own: one belongs to one thread. */
  private static Callable<Set<String>> walk(
      String language, boolean touch, List<Look> looks, Depth depth) {
    return () -> {
      try (var browser = Browser.open(address)) {
        return new Barriers(browser, language, touch, looks, depth).find();
      }
    };
  }

  @Test
  void tab_leads_on_from_a_date_that_was_typed() {
    try (var browser = Browser.open(address)) {
      var page = browser.window();
      browser.signIn(page, "pruefung", PASSWORD);
      browser.go(page, "audit");
      var from = page.getByLabel("Von", new Page.GetByLabelOptions().setExact(true)).first();
      from.click();
      page.keyboard().type("1.10.2026");
      page.keyboard().press("Tab");
      assertThat(page.locator("vaadin-date-picker[opened]")).hasCount(0);
      assertThat(page.locator("vaadin-date-picker-overlay-content :focus")).hasCount(0);
      assertThat(page.locator(":focus")).hasCount(1);
      assertThat(from).not().isFocused();
      assertThat(from).hasValue("01.10.2026");
    }
  }

  /** The browser tells a text a second after its last key, later than that its field is left. */
  @Test
  void a_day_that_was_typed_into_a_filter_counts_as_it_is_left() {
    try (var browser = Browser.open(address)) {
      var page = browser.window();
      browser.signIn(page, "leitung", PASSWORD);
      for (var key : List.of("Tab", "Enter")) {
        browser.go(page, "alliance");
        var asOf = page.getByLabel("Stand am", new Page.GetByLabelOptions().setExact(true));
        asOf.click();
        page.keyboard().type("25.11.2019");
        page.keyboard().press(key);
        page.waitForURL(url -> url.endsWith("asOf=2019-11-25"));
        assertThat(asOf).hasValue("25.11.2019");
      }
    }
  }

  @Test
  void a_row_that_is_added_is_where_one_goes_on() {
    try (var browser = Browser.open(address)) {
      var page = browser.window("de", ColorScheme.LIGHT, 1440, 900);
      browser.signIn(page, "leitung", PASSWORD);
      browser.go(page, "start/grant-revocation");
      page.locator("vaadin-checkbox[name=keepsDeMinimis] input").check(); // asks for the rows
      var rows = page.locator(".ft-list-row");
      assertThat(rows.first()).isVisible(); // only then they can be counted
      int before = rows.count();
      page.locator(".ft-list > vaadin-button").first().focus();
      page.keyboard().press("Enter");
      assertThat(rows).hasCount(before + 1);
      assertThat(rows.nth(before).locator("input, textarea").first()).isFocused();
      rows.nth(before).locator("> vaadin-button").focus();
      page.keyboard().press("Enter");
      assertThat(rows).hasCount(before);
      assertThat(rows.nth(before - 1).locator("> vaadin-button")).isFocused();
    }
  }
}
