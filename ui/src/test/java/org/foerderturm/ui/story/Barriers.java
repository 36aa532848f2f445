package org.foerderturm.ui.story;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.SortedSet;
import org.springframework.core.io.ClassPathResource;

/**
 * One walk through all screens in one language, by keyboard: every screen, every dialog that a
 * button of it opens, every kind of list, menu and calendar that opens. Looked at in several sizes
 * and schemes each.
 */
final class Barriers {
  private static final String PASSWORD = "demo-foerderturm";

  /** Who sees most first; the others for what only they see. */
  private static final List<String> USERS =
      List.of("leitung", "admin", "modell", "mitglied", "pruefung", "projekt");

  /** Beside the screens themselves: what shows more of them, and leads on to others. */
  private static final List<String> MORE =
      List.of("work?box=all", "nowhere", "cases?state=all", "start/consortium-formation");

  /** A walk that opens fewer has lost its way. */
  private static final int FEWEST_DIALOGS = 10;

  /** A short walk opens rows of so many: all do it by the same few lines. */
  private static final int FEW_LISTS = 4;

  private static final List<String> SCREENS = List.copyOf(Screens.all());

  private static final String MENU = "vaadin-menu-bar-button";

  /** What opens over the page, and what opens it. */
  private static final Map<String, String> OPENERS =
      Map.of(
          MENU,
          "",
          "vaadin-select",
          "",
          "vaadin-combo-box",
          "[part~=toggle-button]",
          "vaadin-multi-select-combo-box",
          "[part~=toggle-button]",
          "vaadin-time-picker",
          "[part~=toggle-button]",
          "vaadin-date-picker",
          "[part~=toggle-button]",
          "vaadin-text-field.ft-day",
          "vaadin-button");

  /** Buttons that decide a case are pressed where it is told what then happens. */
  private static final String BUTTONS =
      """
      () => [...document.querySelectorAll('#main vaadin-button:not([disabled])')]
        .filter(each => each.checkVisibility() && !each.closest('.ft-outcomes, vaadin-text-field, vaadin-upload, .ft-diagram-tools'))
        .map(each => (each.getAttribute('aria-label') ?? each.textContent).trim())
      """;

  private static final String DRAWN =
      "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

  private static final String FOCUS =
      """
      name => {
        const button = [...document.querySelectorAll('#main vaadin-button:not([disabled])')]
          .find(each => each.checkVisibility() && (each.getAttribute('aria-label') ?? each.textContent).trim() === name);
        button?.focus();
        return Boolean(button);
      }
      """;

  /**
   * @param width in CSS pixels: 720 is 1440 at 200 %
   */
  record Look(int width, int height, ColorScheme scheme) {
    static final Look DESK = new Look(1440, 900, ColorScheme.LIGHT);
    static final Look DESK_DARK = new Look(1440, 900, ColorScheme.DARK);
    static final Look PHONE = new Look(390, 844, ColorScheme.LIGHT);
    static final Look PHONE_DARK = new Look(390, 844, ColorScheme.DARK);
    static final Look TWICE = new Look(720, 450, ColorScheme.LIGHT);
    static final Look TWICE_DARK = new Look(720, 450, ColorScheme.DARK);
    static final List<Look> ALL = List.of(DESK, DESK_DARK, PHONE, PHONE_DARK, TWICE, TWICE_DARK);
  }

  /** How much of it. */
  enum Depth {
    /** Every screen, in one of the languages and looks by turns. */
    TURNS,
    /** Every screen in all looks. */
    SCREENS,
    /** Also what each button opens, in one of the looks by turns. */
    DIALOGS,
    /** Everything in all looks: hours. */
    ALL
  }

  private final Browser browser;
  private final String language;
  private final Depth depth;
  private final boolean touch;
  private final List<Look> looks;
  private final String beside = script();
  private final SortedSet<String> left = Screens.all();
  private final Set<String> pressed = new HashSet<>();
  private final Map<String, Integer> opened = new HashMap<>();
  private final Set<String> found = new LinkedHashSet<>();
  private final Page page;
  private List<Look> shown;
  private int listed;
  private int turn;

  /** How many dialogs. */
  private int seen;

  /**
   * @param touch by finger: then sizes are asked that a finger needs
   * @param looks the first is the one that screens are opened in
   */
  Barriers(Browser browser, String language, boolean touch, List<Look> looks, Depth depth) {
    this.browser = browser;
    this.language = language;
    this.touch = touch;
    this.looks = looks;
    this.depth = depth;
    this.shown = looks;
    var first = looks.getFirst();
    this.page = browser.window(language, first.scheme(), first.width(), first.height(), touch);
  }

  /** What was in the way, where; and the screens that nobody could reach. */
  Set<String> find() {
    browser.go(page, "login");
    show(looks.getFirst());
    look("login", "");
    left.remove("login");
    for (var user : USERS) {
      if (left.isEmpty()) break;
      page.context().clearCookies();
      browser.signIn(page, user, PASSWORD);
      walk(user);
    }
    left.forEach(path -> found.add("nobody reaches " + path));
    if (depth.compareTo(Depth.DIALOGS) >= 0 && seen < FEWEST_DIALOGS)
      found.add("only " + seen + " dialogs opened");
    return found;
  }

  private void walk(String user) {
    var links = new LinkedHashSet<String>();
    var tried = new HashSet<String>();
    if (user.equals(USERS.getFirst())) for (var path : MORE) visit(path, path, links);
    while (true) {
      var next =
          left.stream()
              .filter(path -> !tried.contains(path))
              .filter(path -> Screens.isOpen(path) || Screens.way(path, links).isPresent())
              .findFirst();
      if (next.isEmpty()) return;
      var path = next.get();
      tried.add(path);
      var address = Screens.isOpen(path) ? path : Screens.way(path, links).orElseThrow();
      if (visit(path, address, links)) left.remove(path);
    }
  }

  /** False if this person may not open it. */
  private boolean visit(String path, String address, Set<String> links) {
    try {
      if (byTurns() && isMine(path)) {
        shown = List.of(looks.get(turn++ % looks.size()));
        show(shown.getFirst());
      }
      browser.go(page, address);
      Browser.settle(page);
      boolean missing =
          word("error.not-found").equals(page.locator("#main h1").first().textContent());
      if (missing && !address.equals("nowhere")) return false;
      links.addAll(links(page));
      if (!isMine(path)) return true;
      skips(address);
      look(path, "");
      tabs(path);
      openers(path, "#main");
      if (depth.compareTo(Depth.DIALOGS) >= 0) buttons(path, address);
      rows(path, address);
    } catch (PlaywrightException e) {
      found.add(path + " (" + language + "): " + e.getMessage());
    }
    return true;
  }

  private boolean byTurns() {
    return depth == Depth.TURNS || depth == Depth.DIALOGS;
  }

  /** In a short walk every other screen is the other language's. */
  private boolean isMine(String path) {
    if (depth != Depth.TURNS) return true;
    return Math.floorMod(SCREENS.indexOf(path), 2) == (language.equals("de") ? 0 : 1);
  }

  @SuppressWarnings("unchecked")
  private static List<String> links(Page page) {
    return (List<String>)
        page.evaluate(
            "() => [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))");
  }

  /** The first Tab of a page leads past the navigation, and Enter does not leave the page. */
  private void skips(String address) {
    if ("INPUT".equals(focus("tagName"))) return; // one already stands where one goes on
    var before = page.url();
    page.keyboard().press("Tab");
    boolean first = (boolean) page.evaluate("() => document.activeElement.matches('.ft-skip')");
    page.keyboard().press("Enter");
    if (!first || !page.url().equals(before) || !"main".equals(focus("id")))
      found.add(address + ": the way past the navigation leads to " + focus("outerHTML"));
  }

  /** The parts of a page that are shown one at a time. */
  private void tabs(String path) {
    var tabs = page.locator("#main button.ft-box[aria-pressed=false]");
    int count = tabs.count();
    for (int i = 0; i < count; i++) {
      page.locator("#main button.ft-box").nth(i + 1).click();
      look(path, ", part " + (i + 2));
    }
  }

  /** Each kind of what opens over the page, twice: as it may stand in a page and in a dialog. */
  private void openers(String path, String within) {
    OPENERS.forEach(
        (kind, part) -> {
          var at =
              page.locator(
                      (kind.equals(MENU) ? "vaadin-app-layout " : within + " ")
                          + kind
                          + ":visible:not([disabled]):not([readonly])")
                  .first();
          if (kind.equals(MENU) && Browser.isDialogOpen(page)) return; // it stands behind
          if (opened.getOrDefault(kind, 0) > 1 || at.count() == 0) return;
          opened.merge(kind, 1, Integer::sum);
          (part.isEmpty() ? at : at.locator(part).first()).click();
          look(path, ", opened " + kind);
          page.keyboard().press("Escape");
          page.waitForTimeout(150);
        });
  }

  /** Presses each button once; what it opens is looked at, and closed it leads back to it. */
  @SuppressWarnings("unchecked")
  private void buttons(String path, String address) {
    for (var name : new LinkedHashSet<>((List<String>) page.evaluate(BUTTONS))) {
      if (name.isEmpty()) found.add(path + ": a button without a name");
      if (!pressed.add(path + " " + name)) continue;
      var before = page.url();
      try {
        if (!(boolean) page.evaluate(FOCUS, name)) continue; // the one before took it away
        page.keyboard().press("Enter");
        Browser.settle(page);
        var where = ", " + name;
        if (Browser.isDialogOpen(page)) {
          seen++;
          look(path, where);
          openers(path + where, "vaadin-dialog");
          page.keyboard().press("Escape");
          page.waitForTimeout(300);
          if (!Browser.isDialogOpen(page) && "BODY".equals(focus("tagName")))
            found.add(path + where + ": closed, the focus is nowhere");
        }
        if (Browser.isDialogOpen(page) || !page.url().equals(before)) browser.go(page, address);
      } catch (PlaywrightException e) {
        found.add(path + ", " + name + ": " + e.getMessage());
        browser.go(page, address);
      }
    }
  }

  /** Enter opens a row of a list that leads somewhere. */
  private void rows(String path, String address) {
    if (depth == Depth.TURNS && listed++ >= FEW_LISTS) return; // each opens two pages
    browser.go(page, address);
    Browser.settle(page);
    var list = page.locator("#main vaadin-grid:visible:has(a[href]:visible)").first();
    if (list.count() == 0) return;
    var before = page.url();
    var link = String.valueOf(list.locator("a[href]:visible").first().getAttribute("href"));
    if (before.contains(link)) return; // what it leads to stands beside it
    list.evaluate("list => list.shadowRoot.querySelector('tbody tr:not([hidden]) td').focus()");
    page.keyboard().press("Enter");
    try {
      page.waitForURL(url -> !url.equals(before));
    } catch (TimeoutError e) {
      found.add(path + ": Enter does not open the row");
      return;
    }
    Browser.settle(page);
    if (!"H1".equals(focus("tagName")))
      found.add(path + ": a row opened by Enter leaves the focus at " + focus("outerHTML"));
  }

  private String focus(String property) {
    return String.valueOf(
        page.evaluate("p => String(document.activeElement?.[p]).slice(0, 120)", property));
  }

  @SuppressWarnings("unchecked")
  private void look(String path, String where) {
    for (var look : shown) {
      if (shown.size() > 1) show(look);
      var barriers = new ArrayList<>(Browser.barriers(page));
      barriers.addAll((List<String>) page.evaluate(beside, touch));
      var in = " (" + language + ", " + look.width() + ", " + look.scheme() + "): ";
      for (var barrier : barriers) found.add(path + where + in + barrier);
    }
    if (shown.size() > 1) show(shown.getFirst());
  }

  private void show(Look look) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
    page.setViewportSize(look.width(), look.height());
    Browser.settle(page);
    page.evaluate(DRAWN); // on a busy machine the old ink stands on the new ground for a while
  }

  private String word(String key) {
    return ResourceBundle.getBundle("i18n.messages", Locale.of(language)).getString(key);
  }

  private static String script() {
    try {
      return new ClassPathResource("barriers.js").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
