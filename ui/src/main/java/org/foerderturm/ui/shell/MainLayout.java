package org.foerderturm.ui.shell;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Choices;
import org.foerderturm.ui.common.CurrentActor;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.LanguageSwitch;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.search.SearchField;
import org.jspecify.annotations.Nullable;

/** The frame: who I am above, what I can do at the side, the page, the legal footer. */
@Layout
@AnonymousAllowed
public class MainLayout extends AppLayout implements AfterNavigationObserver {
  private final transient Desk desk;
  private final transient AuthenticationContext session;
  private final Main main = new Main();
  private boolean opened;

  MainLayout(Desk desk, CurrentActor current, AuthenticationContext session) {
    this.desk = desk;
    this.session = session;
    main.setId("main");
    main.getElement().setAttribute("tabindex", "-1");
    var page = Ui.div("ft-page", main, footer());
    setContent(page);
    var skip = new Anchor("#main", t("nav.skip"));
    skip.addClassName("ft-skip");
    skip.setRouterIgnore(true);
    var header = new Header(skip);
    header.addClassName("ft-header");
    if (current.isSignedIn()) {
      var toggle = new DrawerToggle();
      toggle.setAriaLabel(t("nav.menu"));
      header.add(toggle);
      addToDrawer(new Scroller(navigation()));
    }
    header.add(brand(), Ui.div("ft-grow"));
    if (current.isSignedIn()) header.add(new SearchField(desk));
    header.add(scheme());
    header.add(current.isSignedIn() ? person() : new LanguageSwitch());
    addToNavbar(header);
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    main.getElement().removeAllChildren();
    main.getElement().appendChild(content.getElement());
    // a page that was loaded begins at its top, with the way past the navigation
    if (opened) Ui.lead("#main h1");
    opened = true;
  }

  @Override
  public void removeRouterLayoutContent(@Nullable HasElement old) {
    main.getElement().removeAllChildren();
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    if (isOverlay()) setDrawerOpened(false);
  }

  private static Anchor brand() {
    var brand = new Anchor("", Ui.span("ft-mark", ""), new Span(t("app.name")));
    brand.setRouterIgnore(false);
    brand.addClassName("ft-brand");
    return brand;
  }

  /** By what people do, not by what the program is made of. */
  private Nav navigation() {
    boolean office =
        desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR);
    var nav = new Nav();
    nav.getElement().setAttribute("aria-label", t("nav.label"));
    var own =
        group(
            null,
            item("nav.today", "", VaadinIcon.HOME_O),
            item("nav.work", "work", VaadinIcon.TASKS),
            item("nav.deadlines", "deadlines", VaadinIcon.CALENDAR_CLOCK),
            item("nav.cases", "cases", VaadinIcon.FILE_TREE_SMALL));
    if (desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD))
      own.addItem(item("nav.start", "start", VaadinIcon.PLUS_CIRCLE_O));
    nav.add(own);
    var money = group("nav.group.money");
    if (office) money.addItem(item("nav.alliance", "alliance", VaadinIcon.HANDSHAKE));
    if (desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR))
      money.addItem(item("nav.enterprises", "enterprises", VaadinIcon.BUILDING_O));
    if (desk.has(Role.EXPERT_TEAM) && !office)
      money.addItem(item("teams.title", "expert-teams", VaadinIcon.USERS));
    money.addItem(item("nav.consortia", "consortia", VaadinIcon.GROUP));
    if (office)
      money.addItem(
          item("nav.funding", "funding", VaadinIcon.EURO),
          item("nav.projects", "projects", VaadinIcon.BRIEFCASE));
    nav.add(money);
    var bodies = group("nav.group.bodies", item("nav.bodies", "bodies", VaadinIcon.GAVEL));
    bodies.addItem(item("nav.resolutions", "resolutions", VaadinIcon.BOOK));
    if (office) bodies.addItem(item("nav.council", "council", VaadinIcon.FILE_TEXT_O));
    nav.add(bodies);
    var look = group("nav.group.look");
    if (office) look.addItem(item("nav.reports", "reports", VaadinIcon.CHART));
    if (desk.has(Role.AUDITOR, Role.COMMITTEE_MEMBER, Role.OFFICE_LEAD, Role.ADMINISTRATOR))
      look.addItem(item("nav.audit", "audit", VaadinIcon.SEARCH));
    look.addItem(
        item("nav.rules", "rules", VaadinIcon.SCALE),
        item("nav.models", "models", VaadinIcon.CLUSTER));
    nav.add(look);
    if (!desk.has(Role.ADMINISTRATOR, Role.MODELER)) return nav;
    var running =
        group("nav.group.running", item("nav.incidents", "incidents", VaadinIcon.WARNING));
    if (desk.has(Role.ADMINISTRATOR))
      running.addItem(
          item("nav.users", "users", VaadinIcon.USERS),
          item("nav.projections", "projections", VaadinIcon.DATABASE));
    nav.add(running);
    return nav;
  }

  private static SideNav group(@Nullable String key, SideNavItem... items) {
    var group = key == null ? new SideNav() : new SideNav(t(key));
    group.addItem(items);
    return group;
  }

  private static SideNavItem item(String key, String path, VaadinIcon icon) {
    var item = new SideNavItem(t(key), path, Ui.icon(icon));
    item.setMatchNested(!path.isEmpty());
    return item;
  }

  private static Button scheme() {
    var button =
        new Button(Ui.icon(VaadinIcon.ADJUST), click -> Choices.toggleScheme(UI.getCurrent()));
    button.addThemeNames("tertiary", "icon");
    button.setAriaLabel(t("scheme.toggle"));
    button.setTooltipText(t("scheme.toggle"));
    return button;
  }

  private MenuBar person() {
    var userId = desk.actor().userId();
    var name = Desk.name(desk.names(), userId);
    var menu = new MenuBar();
    menu.addThemeNames("tertiary");
    menu.setTabNavigation(true); // a group of buttons; as a menu bar it would hold what none may
    menu.getElement().setAttribute("aria-label", t("nav.person"));
    var face = Ui.span("ft-face", initials(name));
    face.getElement().setAttribute("aria-hidden", "true");
    var root = menu.addItem(Ui.div("ft-person", face, Ui.span("ft-person-name", name)));
    root.getElement().setAttribute("aria-label", t("nav.person-of", "name", name));
    var options = root.getSubMenu();
    var who = options.addItem(new Div(name + " (" + userId + ")"));
    who.setEnabled(false);
    options.addItem("Deutsch", click -> Choices.language(UI.getCurrent(), "de"));
    options.addItem("English", click -> Choices.language(UI.getCurrent(), "en"));
    options.addItem(t("nav.password"), click -> UI.getCurrent().navigate("password"));
    options.addItem(t("nav.sign-out"), click -> session.logout());
    return menu;
  }

  private static String initials(String name) {
    var letters = new StringBuilder();
    for (var part : name.strip().split("\\s+"))
      if (letters.length() < 2 && !part.isEmpty()) letters.appendCodePoint(part.codePointAt(0));
    return letters.toString();
  }

  private static Footer footer() {
    var statement = Ui.link("accessibility", t("footer.accessibility"));
    var feedback = Ui.link("accessibility#feedback", t("footer.feedback"));
    var footer = new Footer(new Span(t("footer.office")), statement, feedback);
    footer.addClassName("ft-footer");
    return footer;
  }
}
