package org.foerderturm.ui.common;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.dom.Element;
import java.util.Set;
import org.jsoup.Jsoup;

/** What a part of a screen says in words, as an eye reads it: one line a block. */
final class ScreenText {
  private static final Set<String> SILENT =
      Set.of(
          "vaadin-button",
          "vaadin-menu-bar",
          "vaadin-upload",
          "vaadin-tooltip",
          "vaadin-popover",
          "vaadin-context-menu",
          "script",
          "style");
  private static final Set<String> BLOCKS =
      Set.of("div", "p", "li", "ul", "ol", "br", "section", "h2", "h3", "h4", "table", "tr");

  private ScreenText() {}

  static String of(Element element) {
    var words = new StringBuilder();
    collect(element, words);
    return words.toString().replaceAll("[ \u00a0]*\n[ \n]*", "\n").replaceAll(" {2,}", " ").strip();
  }

  private static void collect(Element element, StringBuilder words) {
    if (element.isTextNode()) {
      words.append(element.getText());
      return;
    }
    var tag = element.getTag();
    if (SILENT.contains(tag) || !ScreenPaper.isShown(element)) return;
    if (tag.equals("vaadin-icon") || tag.equals("svg") || tag.equals("img")) {
      var said = element.getAttribute(tag.equals("img") ? "alt" : "aria-label");
      if (said != null) words.append(' ').append(said).append(' ');
      return;
    }
    if (element.getComponent().orElse(null) instanceof HasValue<?, ?> field) {
      var value = ScreenFilters.value(field);
      if (value != null) words.append(' ').append(value).append(' ');
      return;
    }
    boolean block = BLOCKS.contains(tag);
    words.append(block ? '\n' : tag.equals("span") || tag.equals("a") ? ' ' : "");
    var html = element.getProperty("innerHTML");
    if (html != null) words.append(Jsoup.parse(html).wholeText());
    else element.getChildren().forEach(child -> collect(child, words));
    words.append(block ? '\n' : tag.equals("span") || tag.equals("a") ? ' ' : "");
  }
}
