package org.foerderturm.intake;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foerderturm.imports.Cell;
import org.foerderturm.imports.Table.Row;
import org.jspecify.annotations.Nullable;

/** What a column of a list of members may mean, and what people call it. */
public enum MemberColumn {
  NAME(true, "name", "mitglied", "organisation", "firma", "unternehmen", "company", "member"),
  KIND(
      true,
      "art",
      "artderorganisation",
      "organisationsart",
      "typ",
      "kind",
      "kindoforganisation",
      "type",
      "rechtsform"),
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
      "registernumber",
      "vatid",
      "ustid"),
  STAFF(false, "beschaeftigte", "mitarbeiter", "mitarbeitende", "staff", "employees", "headcount"),
  TURNOVER(
      false,
      "jahresumsatz",
      "umsatz",
      "turnover",
      "annualturnover",
      "revenue",
      "umsatzineuro",
      "jahresumsatzeur",
      "annualturnovereur"),
  GROUP_STAFF(
      false, "beschaeftigtedergruppe", "gruppebeschaeftigte", "konzernmitarbeiter", "groupstaff"),
  GROUP_TURNOVER(
      false,
      "jahresumsatzdergruppe",
      "umsatzdergruppe",
      "konzernumsatz",
      "groupturnover",
      "jahresumsatzdergruppeeur",
      "groupturnovereur"),
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

  /**
   * The row that is understood best as one of headings.
   *
   * @return null if none is understood
   */
  public static @Nullable Integer headings(List<Row> first) {
    Integer best = null;
    int most = 1;
    for (var row : first) {
      int understood = proposed(row.cells().stream().map(Cell::text).toList()).size();
      if (understood <= most) continue;
      most = understood;
      best = row.number();
    }
    return best;
  }

  /** Small letters and digits only, umlauts written out: how headings and words are compared. */
  static String letters(String text) {
    var plain =
        Normalizer.normalize(text, Normalizer.Form.NFC)
            .toLowerCase(Locale.GERMAN)
            .replace("€", "eur")
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss");
    return Normalizer.normalize(plain, Normalizer.Form.NFKD).replaceAll("[^a-z0-9]", "");
  }
}
