package org.foerderturm.ui.common;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person chose in this browser: language and colour scheme. Not personal, no consent. */
public final class Choices {
  private static final int YEAR = 365 * 24 * 3600;

  private Choices() {}

  /** The chosen language, else the browser's if it is English, else German. */
  public static Locale locale(@Nullable VaadinRequest request) {
    var chosen = cookie(request, "ft-language");
    if (chosen == null && request != null && request.getLocale() != null)
      chosen = request.getLocale().getLanguage();
    return "en".equals(chosen) ? Messages.ENGLISH : Messages.GERMAN;
  }

  /** {@code light}, {@code dark}, or null to follow the system. */
  public static @Nullable String scheme(@Nullable VaadinRequest request) {
    var chosen = cookie(request, "ft-scheme");
    return "light".equals(chosen) || "dark".equals(chosen) ? chosen : null;
  }

  public static void language(UI ui, String language) {
    store(ui, "ft-language", language);
    ui.getPage().reload();
  }

  /** Turns to the other scheme than the one that shows now, and keeps the choice. */
  public static void toggleScheme(UI ui) {
    ui.getPage()
        .executeJs(
            """
            const root = document.documentElement;
            const now = root.style.colorScheme;
            const dark = now ? now === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
            root.style.colorScheme = dark ? 'light' : 'dark';
            document.cookie = 'ft-scheme=' + root.style.colorScheme
                + ';path=/;samesite=lax;max-age=' + $0;
            """,
            YEAR);
  }

  private static void store(UI ui, String name, String value) {
    ui.getPage()
        .executeJs(
            "document.cookie = $0 + '=' + $1 + ';path=/;samesite=lax;max-age=' + $2",
            name,
            value,
            YEAR);
  }

  private static @Nullable String cookie(@Nullable VaadinRequest request, String name) {
    if (request == null || request.getCookies() == null) return null;
    for (Cookie cookie : request.getCookies())
      if (cookie.getName().equals(name)) return cookie.getValue();
    return null;
  }
}
