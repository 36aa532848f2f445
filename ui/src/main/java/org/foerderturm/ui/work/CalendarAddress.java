package org.foerderturm.ui.work;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.foerderturm.access.CalendarTokens;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Messages;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;

/** Under which address one's own calendar program reads these deadlines; made anew at will. */
final class CalendarAddress extends Div {
  private final transient Desk desk;
  private final transient CalendarTokens tokens;
  private final Section section = Ui.section(t("feed.title"));

  CalendarAddress(Desk desk, CalendarTokens tokens) {
    this.desk = desk;
    this.tokens = tokens;
    section.addClassNames("ft-card", "ft-unprinted");
    add(section);
    draw(null);
  }

  private void draw(@org.jspecify.annotations.Nullable String token) {
    section.getChildren().skip(1).toList().forEach(section::remove);
    section.add(new Paragraph(t("feed.help")));
    var since = tokens.since(desk.actor());
    if (token != null) {
      var address = new Code();
      address.addClassName("ft-secret");
      var english = Messages.isEnglish(Words.locale()) ? "?lang=en" : "";
      address
          .getElement()
          .executeJs(
              "this.textContent = new URL($0, document.baseURI).href",
              "calendar/" + token + ".ics" + english);
      var copy =
          Ui.primary(
              t("feed.copy"),
              () -> {
                address
                    .getElement()
                    .executeJs(
                        "navigator.clipboard && navigator.clipboard.writeText(this.textContent)");
                Ui.say(t("feed.copied"));
              });
      section.add(address, new Paragraph(t("feed.once")), copy);
    }
    if (since == null) {
      section.add(Ui.quiet(t("feed.begin"), () -> draw(tokens.renew(desk.actor()))));
      return;
    }
    section.add(
        Ui.span("ft-quiet", t("feed.since", "time", Formats.dateTime(since))),
        Ui.div(
            "ft-actions",
            Ui.quiet(t("feed.renew"), () -> draw(tokens.renew(desk.actor()))),
            Ui.quiet(
                t("feed.end"),
                () -> {
                  tokens.end(desk.actor());
                  draw(null);
                })));
  }
}
