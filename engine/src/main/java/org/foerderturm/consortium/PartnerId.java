package org.foerderturm.consortium;

import java.text.Normalizer;
import java.util.Locale;

/** The id of a partner within its consortium, made of its name, so that nobody is invited twice. */
final class PartnerId {
  private PartnerId() {}

  /** Lower case, without accents and punctuation: {@code Stadt Gdańsk} is {@code stadt-gdansk}. */
  static String of(String name) {
    var plain =
        Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace("ß", "ss"), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    if (plain.isEmpty()) throw new IllegalArgumentException("no letter in the name: " + name);
    return plain;
  }
}
