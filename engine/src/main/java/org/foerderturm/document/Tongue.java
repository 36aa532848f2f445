package org.foerderturm.document;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which language a passage is written in, told by its small words: so that a screen reader speaks
 * an English part of a German paper in English. Of German and English only, and only if it is
 * clear.
 */
final class Tongue {
  private static final Set<String> GERMAN =
      Set.of(
          ("der die das und ist nicht mit für von auf wird werden wurde wurden ein eine einen einer"
                  + " den dem des im zu zur zum sich auch bei nach oder sind als aus dass durch hat"
                  + " es sie wir über vom am keine")
              .split(" "));
  private static final Set<String> ENGLISH =
      Set.of(
          ("the of and to is not with that are by be this it from which for on were has have"
                  + " will or at an its their into no than")
              .split(" "));
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private Tongue() {}

  /** Null if it can't be told. */
  static @Nullable Locale of(String text) {
    int german = 0;
    int english = 0;
    var words = WORD.matcher(text);
    while (words.find()) {
      var word = words.group().toLowerCase(Locale.ROOT);
      if (GERMAN.contains(word)) german++;
      else if (ENGLISH.contains(word)) english++;
    }
    if (english >= 2 && english > 2 * german) return Locale.ENGLISH;
    if (german >= 2 && german > 2 * english) return Locale.GERMAN;
    return null;
  }
}
