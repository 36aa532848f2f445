package org.foerderturm.ui.common;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Words in German and English, from {@code i18n/messages_*.properties}; {@code {name}} is filled.
 */
@Component
public class Messages implements I18NProvider {
  public static final Locale GERMAN = Locale.GERMANY;
  public static final Locale ENGLISH = Locale.UK;
  private static final Pattern HOLE = Pattern.compile("\\{([A-Za-z0-9_.]+)}");
  private static final Map<String, Properties> BUNDLES = new ConcurrentHashMap<>();
  private static final Map<String, TreeMap<String, String>> SORTED = new ConcurrentHashMap<>();

  @Override
  public List<Locale> getProvidedLocales() {
    return List.of(GERMAN, ENGLISH);
  }

  /** Parameters alternate: name, value, name, value. */
  @Override
  public String getTranslation(String key, Locale locale, Object... namesAndValues) {
    var pattern = find(key, locale);
    if (pattern == null) return key;
    return namesAndValues.length == 0 ? pattern : fill(pattern, pairs(namesAndValues)::get);
  }

  /** The words for a key, or null if there are none. */
  public static @Nullable String find(String key, Locale locale) {
    return bundle(locale).getProperty(key);
  }

  private static Properties bundle(Locale locale) {
    return BUNDLES.computeIfAbsent(isEnglish(locale) ? "en" : "de", Messages::load);
  }

  /** All words of a language by their keys. */
  public static Map<String, String> all(Locale locale) {
    var all = new HashMap<String, String>();
    bundle(locale).forEach((key, words) -> all.put((String) key, (String) words));
    return all;
  }

  /** The words of all keys that go on after that key and a dot, in the order of their keys. */
  public static SortedMap<String, String> below(String key, Locale locale) {
    return SORTED
        .computeIfAbsent(isEnglish(locale) ? "en" : "de", any -> new TreeMap<>(all(locale)))
        .subMap(key + '.', key + (char) ('.' + 1));
  }

  public static boolean isEnglish(Locale locale) {
    return locale.getLanguage().equals("en");
  }

  /** Fills each {@code {name}}; what has no value becomes a dash. */
  public static String fill(String pattern, Function<String, @Nullable Object> values) {
    return HOLE.matcher(pattern)
        .replaceAll(
            hole -> {
              var value = values.apply(hole.group(1));
              var said = value == null ? "–" : value.toString();
              return Matcher.quoteReplacement(
                  isQuoted(pattern.substring(0, hole.start())) ? inner(said) : said);
            });
  }

  /** Whether a quotation is open at the end: „… in German, “… in English. */
  private static boolean isQuoted(String before) {
    char closing = before.indexOf('„') >= 0 ? '“' : '”';
    char opening = closing == '“' ? '„' : '“';
    return before.lastIndexOf(opening) > before.lastIndexOf(closing);
  }

  /** What stands in quotation marks has half ones of its own. */
  private static String inner(String said) {
    return said.indexOf('„') >= 0
        ? said.replace('„', '‚').replace('“', '‘')
        : said.replace('“', '‘').replace('”', '’');
  }

  static Map<String, Object> pairs(Object... namesAndValues) {
    var pairs = new ConcurrentHashMap<String, Object>();
    var list = new ArrayList<>(List.of(namesAndValues));
    for (int i = 0; i + 1 < list.size(); i += 2) pairs.put(list.get(i).toString(), list.get(i + 1));
    return pairs;
  }

  private static Properties load(String language) {
    var path = "/i18n/messages_" + language + ".properties";
    try (var in = Messages.class.getResourceAsStream(path)) {
      if (in == null) throw new IllegalStateException("no " + path);
      var properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
