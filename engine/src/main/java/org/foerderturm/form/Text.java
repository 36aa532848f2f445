package org.foerderturm.form;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words in German and, if the form gives them, in English. */
public record Text(String de, @Nullable String en) {
  static final Text NONE = new Text("", null);

  public String in(Locale locale) {
    return en != null && locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : de;
  }

  public boolean isEmpty() {
    return de.isBlank();
  }
}
