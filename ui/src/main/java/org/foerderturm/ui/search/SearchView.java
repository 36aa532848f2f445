package org.foerderturm.ui.search;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import org.foerderturm.search.SearchQuery.FindAnything;
import org.foerderturm.search.SearchQuery.Found;
import org.foerderturm.search.SearchQuery.Hit;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;

/** All that was found for some words, by kind; the words stand in the address. */
@Route("search")
@PermitAll
public class SearchView extends View implements BeforeEnterObserver {
  private static final int MANY = 20;

  /** Lists that can be searched by the same words. */
  private static final Map<String, String> LISTS =
      Map.of(
          "case", "cases?state=all&",
          "member", "alliance?",
          "organisation", "enterprises?",
          "consortium", "consortia?",
          "application", "funding?",
          "project", "projects?",
          "paper", "council?",
          "resolution", "resolutions?");

  private final TextField search = Lists.search(t("search.label"), SearchView::go);
  private final Paragraph count = Lists.count();
  private final Div page = Ui.div("ft-sums");

  SearchView(Desk desk) {
    super(desk, t("search.title"));
    search.addClassName("ft-find-words");
    add(search, count, page);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var words = event.getLocation().getQueryParameters().getSingleParameter("q").orElse("").strip();
    if (!search.getValue().strip().equals(words)) search.setValue(words);
    page.removeAll();
    count.setText("");
    if (words.isEmpty()) {
      search.focus();
      page.add(new Paragraph(t("search.help")));
      return;
    }
    var found = desk.ask(new FindAnything(words, MANY));
    count.setText(
        Words.count("search.count", found.stream().mapToLong(Found::total).sum(), "words", words));
    if (found.isEmpty())
      page.add(Ui.empty(t("search.nothing", "words", words), t("search.nothing-help")));
    found.forEach(each -> page.add(section(each, words)));
  }

  private Div section(Found found, String words) {
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (var hit : found.hits()) {
      var item = new ListItem(Ui.link(hit.page(), hit.title()));
      var about = about(desk, hit);
      if (!about.isEmpty()) item.add(Ui.span("ft-quiet", about));
      list.add(item);
    }
    var section = Ui.section(Words.count("search.kind." + found.kind(), found.total()), list);
    var all = LISTS.get(found.kind());
    if (found.total() > found.hits().size() && all != null)
      section.add(
          Ui.link(
              all + QueryParameters.simple(Map.of("q", words)).getQueryString(), t("search.all")));
    return Ui.div("ft-card", section);
  }

  /** What tells a hit from others of the same name, in the reader's language; may be empty. */
  static String about(Desk desk, Hit hit) {
    if (hit.model() != null) return desk.workflow(hit.model());
    return hit.about() == null ? "" : hit.about();
  }

  private static void go(String typed) {
    UI.getCurrent()
        .navigate(
            "search",
            typed.isBlank()
                ? QueryParameters.empty()
                : QueryParameters.simple(Map.of("q", typed.strip())));
  }
}
