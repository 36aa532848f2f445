package org.foerderturm.ui.search;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foerderturm.search.SearchQuery.FindAnything;
import org.foerderturm.search.SearchQuery.Hit;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Ui;

/**
 * The search in the header: the best hits while one types, chosen by arrows and Enter; Enter alone
 * leads to the page with all. On a phone a way to that page.
 */
public final class SearchField extends Div {
  /** Of each kind; all others stand on the page. */
  private static final int FEW = 3;

  private static final int SHORTEST = 2;

  public SearchField(Desk desk) {
    addClassName("ft-find");
    var field = new ComboBox<Hit>();
    field.setPlaceholder(t("search.placeholder"));
    field.setAriaLabel(t("search.label"));
    field.getElement().setAttribute("aria-keyshortcuts", "Control+K");
    field.setPrefixComponent(Ui.icon(VaadinIcon.SEARCH));
    field.setAllowCustomValue(true);
    field.addClassName("ft-find-field");
    field.setOverlayWidth("28rem");
    field.setItemLabelGenerator(Hit::title);
    field.setRenderer(new ComponentRenderer<>(hit -> line(desk, hit)));
    field.setItemsWithFilterConverter(
        query -> {
          var typed = query.getFilter().orElse("").strip();
          var hits =
              typed.length() < SHORTEST
                  ? List.<Hit>of()
                  : desk.ask(new FindAnything(typed, FEW)).stream()
                      .flatMap(found -> found.hits().stream())
                      .toList();
          return hits.stream().skip(query.getOffset()).limit(query.getLimit());
        },
        typed -> typed);
    field.addValueChangeListener(
        change -> {
          var hit = change.getValue();
          if (hit == null || !change.isFromClient()) return;
          field.clear();
          go(hit.page());
        });
    field.addCustomValueSetListener(
        typed -> {
          var words = typed.getDetail();
          field.clear();
          if (!words.isBlank())
            UI.getCurrent().navigate("search", QueryParameters.simple(Map.of("q", words.strip())));
        });
    Shortcuts.addShortcutListener(this, pressed -> field.focus(), Key.KEY_K, KeyModifier.CONTROL);
    var link = new Anchor("search", Ui.icon(VaadinIcon.SEARCH));
    link.setRouterIgnore(false);
    link.setAriaLabel(t("search.label"));
    link.addClassName("ft-find-link");
    add(field, link);
  }

  private static void go(String page) {
    var parts = page.split("\\?", 2);
    UI.getCurrent()
        .navigate(
            parts[0],
            parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
  }

  private static Div line(Desk desk, Hit hit) {
    var line = Ui.div("ft-lines", Ui.span("ft-find-title", hit.title()));
    line.add(
        Ui.span(
            "ft-quiet",
            Stream.of(t("search.one." + hit.kind()), SearchView.about(desk, hit))
                .filter(words -> !words.isBlank())
                .reduce((one, other) -> one + " · " + other)
                .orElse("")));
    return line;
  }
}
