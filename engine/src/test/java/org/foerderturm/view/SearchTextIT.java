package org.foerderturm.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.foerderturm.database.TestDatabase;
import org.foerderturm.kernel.NameOrder;
import org.foerderturm.kernel.SearchText;
import org.junit.jupiter.api.Test;

/** The pair of Java and SQL says the same of every text. */
class SearchTextIT {
  private static final List<String> SPECIAL =
      List.of(
          "ä", "Ö", "u\u0308", "ß", "ẞ", "₂", "²", "ł", "Ø", "æ", "Œ", "þ", "ı", "İ", "ς", "Σ",
          "\t", " ", "  ", "\u00A0", "\u200B", "\u202F", "\uFEFF", "\u00AD", "\u2011", "–", "’",
          "„", "“", "…", "½", "ﬁ", "Ａ", "％", "\r\n", "\u0085", "\u001F", "\u3000", "\u2028",
          "\uFE0F", "ue", "ae ", "que", "oee", "aue", "é", "ń", "Ǆ", "ſ", "a", "B", "c");

  @Test
  void java_and_the_database_keep_texts_in_one_form() throws SQLException {
    var source = TestDatabase.fresh();
    Flyway.configure().dataSource(source).load().migrate();
    var random = new Random(20261130);
    try (var connection = source.getConnection()) {
      for (int n = 0; n < 20; n++) {
        var texts = new String[500];
        for (int i = 0; i < texts.length; i++) texts[i] = text(random);
        var kept = kept(connection, texts);
        for (int i = 0; i < texts.length; i++)
          assertThat(SearchText.of(texts[i])).as(escaped(texts[i])).isEqualTo(kept[i]);
      }
    }
  }

  @Test
  void java_and_the_database_sort_names_alike() throws SQLException {
    var source = TestDatabase.fresh();
    var random = new Random(5007);
    try (var connection = source.getConnection()) {
      for (int n = 0; n < 20; n++) {
        var names = new String[200];
        for (int i = 0; i < names.length; i++) names[i] = name(random);
        try (var query =
            connection.prepareStatement(
                "select array_agg(t order by t collate \"de-x-icu\", t collate \"C\")"
                    + " from unnest(?::text[]) t")) {
          query.setObject(1, names);
          try (var rows = query.executeQuery()) {
            rows.next();
            var sorted = names.clone();
            java.util.Arrays.sort(sorted, NameOrder.NAMES);
            assertThat(sorted).containsExactly((String[]) rows.getArray(1).getArray());
          }
        }
      }
    }
  }

  private static String name(Random random) {
    var parts =
        List.of(
            "Ärzteverband",
            "Azubi",
            "Abendrot",
            "Gülöden",
            "Guloden",
            "Oberhof",
            "Ostwall",
            "Özdemir",
            "Überwald",
            "Ultra",
            "Zeche",
            "zeche",
            "Straße",
            "Strasse",
            "3M",
            "1. FC",
            "e.V.",
            "GmbH",
            "A-Z",
            "A Z",
            "&",
            "(Nord)",
            "Éclair",
            "Eclair",
            "łódź",
            "Lodz",
            "ÄRZTE",
            "ärzte",
            "CO2");
    var name = new StringBuilder(parts.get(random.nextInt(parts.size())));
    for (int left = random.nextInt(3); left > 0; left--)
      name.append(random.nextInt(3) == 0 ? "-" : " ")
          .append(parts.get(random.nextInt(parts.size())));
    return name.toString();
  }

  @Test
  void what_is_in_its_form_stays_as_it_is() {
    var random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      var once = SearchText.of(text(random));
      assertThat(SearchText.of(once)).as(escaped(once)).isEqualTo(once);
    }
  }

  private static String[] kept(Connection connection, String[] texts) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select array_agg(search_text(t) order by n) from unnest(?::text[]) with ordinality x(t, n)")) {
      query.setObject(1, texts);
      try (var rows = query.executeQuery()) {
        rows.next();
        return (String[]) rows.getArray(1).getArray();
      }
    }
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int left = random.nextInt(12); left > 0; left--)
      if (random.nextInt(3) > 0) text.append(SPECIAL.get(random.nextInt(SPECIAL.size())));
      else text.appendCodePoint(assigned(random));
    return text.toString();
  }

  /** Of the scripts that people here type; the two sides know different versions of Unicode. */
  private static int assigned(Random random) {
    while (true) {
      int sign = random.nextInt(3) > 0 ? 1 + random.nextInt(0x52F) : 0x1E00 + random.nextInt(0x500);
      if (Character.isDefined(sign)) return sign;
    }
  }

  private static String escaped(String text) {
    var signs = new StringBuilder();
    text.codePoints().forEach(sign -> signs.append("U+%04X ".formatted(sign)));
    return signs.toString();
  }
}
