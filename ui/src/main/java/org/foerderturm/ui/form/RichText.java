package org.foerderturm.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Emphasis;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.regex.Pattern;

/** Headings, paragraphs, lists, bold and italic of Markdown; everything else stays text. */
final class RichText extends Div {
  private static final Pattern STRONG = Pattern.compile("\\*\\*(.+?)\\*\\*|_(.+?)_");

  RichText(String markdown) {
    addClassName("ft-rich");
    for (var block : markdown.strip().split("\\n\\s*\\n")) {
      var lines = block.strip().split("\\n");
      if (lines[0].startsWith("#")) {
        add(new H2(lines[0].replaceFirst("^#+\\s*", "")));
        paragraph(lines, 1);
      } else if (lines[0].matches("\\s*[-*] .*")) {
        var list = new UnorderedList();
        for (var line : lines)
          list.add(inline(new ListItem(), line.replaceFirst("^\\s*[-*] ", "")));
        add(list);
      } else {
        paragraph(lines, 0);
      }
    }
  }

  private void paragraph(String[] lines, int from) {
    if (from >= lines.length) return;
    var text = new StringBuilder();
    for (int i = from; i < lines.length; i++) text.append(i == from ? "" : " ").append(lines[i]);
    add(inline(new Paragraph(), text.toString()));
  }

  private static <C extends Component & HasComponents> C inline(C parent, String text) {
    var matcher = STRONG.matcher(text);
    int end = 0;
    while (matcher.find()) {
      parent.add(new Text(text.substring(end, matcher.start())));
      if (matcher.group(1) != null) {
        var strong = new Span(matcher.group(1));
        strong.addClassName("ft-strong");
        parent.add(strong);
      } else {
        parent.add(new Emphasis(matcher.group(2)));
      }
      end = matcher.end();
    }
    parent.add(new Text(text.substring(end)));
    return parent;
  }
}
