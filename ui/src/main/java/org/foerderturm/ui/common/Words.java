package org.foerderturm.ui.common;

import com.vaadin.flow.component.UI;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ProcessEvent.Label;
import org.jspecify.annotations.Nullable;

/** Words in the language of the person in front of the screen. */
public final class Words {
  private static final Messages MESSAGES = new Messages();

  private Words() {}

  public static Locale locale() {
    var ui = UI.getCurrent();
    return ui == null || ui.getLocale() == null ? Messages.GERMAN : ui.getLocale();
  }

  /** The words for a key, with the holes filled from names and values in turn. */
  public static String t(String key, Object... namesAndValues) {
    return MESSAGES.getTranslation(key, locale(), namesAndValues);
  }

  /** {@code key.one} or {@code key.many}, with the number as {@code {count}}. */
  public static String count(String key, long count, Object... namesAndValues) {
    var all = new Object[namesAndValues.length + 2];
    System.arraycopy(namesAndValues, 0, all, 2, namesAndValues.length);
    all[0] = "count";
    all[1] = Formats.number(count);
    return t(key + (count == 1 ? ".one" : ".many"), all);
  }

  /** What a decision table is called; its own name, which is German, where nobody wrote another. */
  public static String table(String key, String name) {
    var words = Messages.find("table." + key, locale());
    return words == null ? name : words;
  }

  /** The words for {@code prefix.code}, or the code itself where nobody wrote any. */
  public static String code(String prefix, @Nullable String code) {
    if (code == null || code.isEmpty()) return "–";
    var words = Messages.find(prefix + "." + code, locale());
    return words == null ? code : words;
  }

  public static String name(Label label) {
    return label.en() != null && Messages.isEnglish(locale()) ? label.en() : label.de();
  }

  public static String role(Role role) {
    return code("role", role.code());
  }

  /** Role names of role codes, joined. */
  public static String roles(Collection<String> codes) {
    return codes.stream().map(code -> code("role", code)).collect(Collectors.joining(", "));
  }

  /** Why something was refused, in a sentence that says what to do. */
  public static String refusal(Rejected rejected) {
    var pattern = Messages.find("rejected." + rejected.code(), locale());
    if (pattern == null) return t("error.refused", "code", rejected.code());
    return Messages.fill(pattern, name -> Values.of(rejected.args().get(name), name));
  }
}
