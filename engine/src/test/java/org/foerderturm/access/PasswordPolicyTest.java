package org.foerderturm.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PasswordPolicyTest {
  @Test
  void eleven_characters_are_too_few_and_twelve_are_enough() {
    assertThatThrownBy(() -> PasswordPolicy.check("lead", "elf.zeichen"))
        .hasMessage("password-too-short");
    assertThatCode(() -> PasswordPolicy.check("lead", "zwölf.zeichn")).doesNotThrowAnyException();
  }

  @Test
  void a_password_ends_somewhere() {
    assertThatCode(() -> PasswordPolicy.check("lead", "x".repeat(200))).doesNotThrowAnyException();
    assertThatThrownBy(() -> PasswordPolicy.check("lead", "x".repeat(201)))
        .hasMessage("password-too-long");
  }

  @Test
  void a_password_does_not_contain_the_login_name() {
    assertThatThrownBy(() -> PasswordPolicy.check("lead", "Mein.LEAD.Wort"))
        .hasMessage("password-contains-name");
  }

  @Test
  void an_umlaut_is_the_same_from_every_keyboard() {
    assertThat(PasswordPolicy.normal("Fo\u0308rderturm"))
        .isEqualTo(PasswordPolicy.normal("F\u00f6rderturm"));
  }

  @Test
  void a_one_time_password_is_readable_and_passes_the_rules() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      String password = PasswordPolicy.random();
      assertThat(password).matches("[a-km-z2-9]{4}(-[a-km-z2-9]{4}){3}");
      PasswordPolicy.check("lead", password);
      seen.add(password);
    }
    assertThat(seen).hasSize(1000);
  }
}
