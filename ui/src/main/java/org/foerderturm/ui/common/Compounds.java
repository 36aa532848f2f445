package org.foerderturm.ui.common;

import java.util.regex.Pattern;

/**
 * Where long German compounds may break: browsers know no German hyphenation everywhere, and a
 * heading that can't break makes its column wider than a phone.
 */
public final class Compounds {
  private static final char SOFT_HYPHEN = '\u00ad';
  private static final Pattern LONG = Pattern.compile("\\p{L}{12,}");

  /** Longer than the name of a fact is wide. */
  private static final Pattern VERY_LONG = Pattern.compile("\\p{L}{18,}");

  /** What compounds end with, in the words of an office. */
  private static final Pattern LAST_PART =
      Pattern.compile(
          "(?<=\\p{L}{4})(?=(?:änderung|anteil|antrag|antr[äa]ge|aufstellung|bedarf|beginn|bericht"
              + "|beschreibung|beschluss|bestimmung|betrag|bildung|datum|einheit|einrichtung"
              + "|empfänger|ergebnis|erklärung|fähigkeit|förderung|fortschritt|freiheit|frist"
              + "|führung|geber|gremium|klasse|kosten|kraft|lauf|leistung|management|mittel|nachweis"
              + "|nummer|person|plan|position|präsenz|prüfung|quelle|rechnung|register|schritt"
              + "|schutz|stand|stelle|stellung|steuerung|summe|tabelle|termin|titel|verfahren"
              + "|vereinbarung|verständigung|vertrag|verzeichnis|vorlage|vorschlag|zeitraum|zusage"
              + "|zuwendung))");

  private Compounds() {}

  /** The same words with soft hyphens; what is not German stays as it is. */
  public static String soft(String words) {
    return soft(words, LONG);
  }

  /** The same, of a name beside a value: only words that don't fit there. */
  static String softName(String words) {
    return soft(words, VERY_LONG);
  }

  private static String soft(String words, Pattern longOnes) {
    if (Messages.isEnglish(Words.locale())) return words;
    return longOnes
        .matcher(words)
        .replaceAll(
            word -> LAST_PART.matcher(word.group()).replaceAll(String.valueOf(SOFT_HYPHEN)));
  }
}
