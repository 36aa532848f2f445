package org.foerderturm.intake;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a column of a list of members may mean, and what people call it. */
public enum MemberColumn {
  NAME(true, "name", "mitglied", "organisation", "firma", "unternehmen", "company", "member"),
  KIND(true, "art", "artderorganisation", "organisationsart", "typ", "kind", "type", "rechtsform"),
  JOINED_ON(
      true, "beigetretenam", "beitritt", "mitgliedseit", "eintritt", "joinedon", "joined", "since"),
  REGISTER_ID(
      false,
      "registernummer",
      "handelsregister",
      "hrb",
      "register",
      "registerid",
      "registerno",
      "vatid",
      "ustid"),
  STAFF(false, "beschaeftigte", "mitarbeiter", "mitarbeitende", "staff", "employees", "headcount"),
  TURNOVER(
      false, "jahresumsatz", "umsatz", "turnover", "annualturnover", "revenue", "umsatzineuro"),
  GROUP_STAFF(
      false, "beschaeftigtedergruppe", "gruppebeschaeftigte", "konzernmitarbeiter", "groupstaff"),
  GROUP_TURNOVER(
      false, "jahresumsatzdergruppe", "umsatzdergruppe", "konzernumsatz", "groupturnover"),
  FOUNDED_ON(false, "gegruendetam", "gruendung", "gegruendet", "founded", "foundedon"),
  TOPICS(false, "themenfelder", "themen", "themenfeld", "topics", "topic"),
  EXPERT_TEAMS(false, "expertenteams", "expertenteam", "expertteams", "teams");

  private final boolean needed;

  @SuppressWarnings("ImmutableEnumChecker") // an immutable list
  private final List<String> names;

  MemberColumn(boolean needed, String... names) {
    this.needed = needed;
    this.names = List.of(names);
  }

  /** Without it no row can be taken. */
  public boolean needed() {
    return needed;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Guesses by the headings which column means what; each column means one thing. */
  public static Map<MemberColumn, Integer> proposed(List<String> headers) {
    var proposed = new EnumMap<MemberColumn, Integer>(MemberColumn.class);
    var taken = new HashSet<Integer>();
    for (boolean exactly : new boolean[] {true, false})
      for (var column : values()) {
        if (proposed.containsKey(column)) continue;
        for (int i = 0; i < headers.size(); i++) {
          var header = letters(headers.get(i));
          boolean fits =
              exactly
                  ? column.names.contains(header)
                  : column.names.stream().anyMatch(n -> n.length() > 4 && header.startsWith(n));
          if (!fits || !taken.add(i)) continue;
          proposed.put(column, i);
          break;
        }
      }
    return proposed;
  }

  /** Small letters and digits only, umlauts written out: how headings and words are compared. */
  static String letters(String text) {
    var plain =
        text.toLowerCase(Locale.GERMAN)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss");
    return Normalizer.normalize(plain, Normalizer.Form.NFKD).replaceAll("[^a-z0-9]", "");
  }
}
