package org.foerderturm.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessagesTest {
  @Test
  void a_quotation_within_a_quotation_has_half_marks() {
    var title = "Konsortium „Licht“ gründen";
    assertThat(Messages.fill("{x} hat „{t}“ erledigt.", name -> title))
        .isEqualTo("Konsortium „Licht“ gründen hat „Konsortium ‚Licht‘ gründen“ erledigt.");
    assertThat(Messages.fill("„Antrag {t}“ und {t}", name -> title))
        .isEqualTo("„Antrag Konsortium ‚Licht‘ gründen“ und Konsortium „Licht“ gründen");
    assertThat(Messages.fill("{t} completed “{t}”.", name -> "Form “Light”"))
        .isEqualTo("Form “Light” completed “Form ‘Light’”.");
    assertThat(Messages.fill("“{t}”", name -> title)).isEqualTo("“Konsortium ‚Licht‘ gründen”");
  }
}
