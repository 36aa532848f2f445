package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;

/** Deutsch or English; the choice is kept in a cookie, because it is one of the browser. */
public class LanguageSwitch extends Div {
  public LanguageSwitch() {
    addClassName("ft-language");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", t("language.label"));
    add(choice("Deutsch", "de"), choice("English", "en"));
  }

  private static Button choice(String words, String language) {
    boolean chosen = Words.locale().getLanguage().equals(language);
    var button = new Button(words, click -> Choices.language(UI.getCurrent(), language));
    button.addThemeNames("tertiary");
    button.getElement().setAttribute("lang", language);
    button.getElement().setAttribute("aria-pressed", Boolean.toString(chosen));
    return button;
  }
}
