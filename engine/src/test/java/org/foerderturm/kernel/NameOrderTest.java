package org.foerderturm.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameOrderTest {
  @Test
  void umlauts_stand_with_their_letters() {
    var right =
        List.of(
            "Abendrot",
            "Ärzteverband",
            "Azubi",
            "Gülöden",
            "Oberhof",
            "Ostwall",
            "Özdemir",
            "Überwald",
            "Ultra",
            "Zeche");
    var names = new ArrayList<>(right);
    Collections.shuffle(names);
    names.sort(NameOrder.NAMES);
    assertThat(names).isEqualTo(right);
  }

  @Test
  void where_letters_are_the_same_those_without_accent_and_small_ones_come_first() {
    var names = new ArrayList<>(List.of("Müller", "MULLER", "Muller", "muller", "Muller A", "3M"));
    names.sort(NameOrder.NAMES);
    assertThat(names).containsExactly("3M", "muller", "Muller", "MULLER", "Müller", "Muller A");
  }
}
