package org.foerderturm.ui.common;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.dom.Element;
import java.util.Set;
import org.jsoup.Jsoup;

/** What a part of a screen says in words, as an eye reads it: one line a block. */
final class ScreenText {
  /** What is said on paper instead: "two hours ago" is true only while one looks. */
  static final String ON_PAPER = "data-paper";

  private static final Set<String> SILENT =
      Set.of(
          "vaadin-button",
          "vaadin-menu-bar",
          "vaadin-upload",
          "vaadin-tooltip",
          "vaadin-popover",
          "vaadin-context-menu",
          "vaadin-details", // folded
          "details",
          "script",
          "style");
  private static final Set<String> BLOCKS =
      Set.of("div", "p", "li", "ul", "ol", "br", "section", "h2", "h3", "h4", "table", "tr");

  private static final Set<String> SENTENCES =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "caption", "th", "button", "summary");

  /** What follows a word without a blank. */
  private static final String CLOSING = ".,;:!?)…“”‘’»«";

  private ScreenText() {}

  static String of(Element element) {
    var words = new StringBuilder();
    if (element.isTextNode() || !element.getTag().equals("li")) collect(element, words);
    else children(element, words);
    return words
        .toString()
        .replaceAll("[ \u00a0]*\n[ \n]*", "\n")
        .replaceAll("(?m)^ *· *| *·$", "")
        .replaceAll("\n+", "\n")
        .replaceAll(" {2,}", " ")
        .strip();
  }

  private static void collect(Element element, StringBuilder words) {
    if (element.isTextNode()) {
      words.append(element.getText());
      return;
    }
    var tag = element.getTag();
    if (SILENT.contains(tag) || !ScreenPaper.isShown(element)) return;
    var instead = element.getAttribute(ON_PAPER);
    if (instead != null) {
      words.append(instead);
      return;
    }
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
    if (block) words.append('\n');
    if (tag.equals("li")) words.append("– ");
    var html = element.getProperty("innerHTML");
    if (html != null) words.append(Jsoup.parse(html).wholeText());
    else children(element, words);
    if (block) words.append('\n');
  }

  /**
   * What stands side by side without a word between, as a link and its chip do, is kept apart by a
   * point; within a sentence it isn't.
   */
  private static void children(Element element, StringBuilder words) {
    var between = between(element);
    boolean first = true;
    for (var child : element.getChildren().toList()) {
      var said = new StringBuilder();
      collect(child, said);
      if (said.toString().isBlank()) {
        if (child.isTextNode() && !said.isEmpty()) words.append(' ');
        continue;
      }
      boolean goesOn = child.isTextNode() && CLOSING.indexOf(said.charAt(0)) >= 0;
      if (!first && !goesOn) words.append(endsWith(words, ':') ? " " : between);
      words.append(said);
      first = false;
    }
  }

  private static String between(Element parent) {
    var kinds = parent.getClassList();
    if (kinds.contains("ft-lines")) return "\n";
    if (kinds.contains("ft-fact")) return ": ";
    boolean sentence =
        SENTENCES.contains(parent.getTag())
            || parent.getChildren().anyMatch(e -> e.isTextNode() && !e.getText().isBlank());
    return sentence ? " " : " · ";
  }

  private static boolean endsWith(StringBuilder words, char sign) {
    int last = words.length() - 1;
    while (last >= 0 && words.charAt(last) == ' ') last--;
    return last >= 0 && words.charAt(last) == sign;
  }
}
