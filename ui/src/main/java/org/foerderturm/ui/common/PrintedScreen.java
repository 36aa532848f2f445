package org.foerderturm.ui.common;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.util.function.Supplier;
import org.foerderturm.document.Paper;

/**
 * The browser's own print (Ctrl+P) of a screen. A browser prints what it has drawn, of a long list
 * only the rows in sight; therefore it fetches the whole as a page of text just before it prints.
 */
final class PrintedScreen {
  /** The request must be over before the browser goes on printing, so the page waits for it. */
  private static final String FETCH =
      """
      const view = this, way = $0;
      const drop = () => document.querySelectorAll('.ft-printed').forEach(old => old.remove());
      const before = () => {
        if (!view.isConnected) { removeEventListener('beforeprint', before); return; }
        drop();
        const ask = new XMLHttpRequest();
        ask.open('GET', way.href, false);
        ask.send();
        if (ask.status !== 200) return;
        const page = document.createElement('div');
        page.className = 'ft-printed';
        page.innerHTML = ask.responseText;
        document.body.append(page);
      };
      addEventListener('beforeprint', before);
      addEventListener('afterprint', drop);
      """;

  private PrintedScreen() {}

  /** The way that the browser fetches it by; it must stand on the screen, unseen. */
  static Anchor of(Component screen, Supplier<Paper> paper) {
    Anchor way = Downloads.page(paper);
    way.addClassName("ft-print-way");
    way.getElement().setAttribute("aria-hidden", "true").setAttribute("tabindex", "-1");
    screen.addAttachListener(attached -> screen.getElement().executeJs(FETCH, way.getElement()));
    return way;
  }
}
