package org.foerderturm.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileRulesTest {
  @Test
  void a_file_keeps_its_name() {
    assertThat(FileRules.checked(" Plan (2) – Übersicht.pdf ", 9, bytes("%PDF-1.7")))
        .isEqualTo("Plan (2) – Übersicht.pdf");
    assertThat(FileRules.checked("Notiz", 1, new byte[0])).isEqualTo("Notiz");
  }

  @ParameterizedTest
  @CsvSource({
    "' ', 9, file-without-name",
    ".pdf, 9, file-without-name",
    "a/b.pdf, 9, file-name-forbidden",
    "a\\b.pdf, 9, file-name-forbidden",
    "a:b.pdf, 9, file-name-forbidden",
    "a\tb.pdf, 9, file-name-forbidden",
    "Plan.pdf, 0, file-empty",
    "Plan.pdf, 20971521, file-too-large",
    "Plan.EXE, 9, file-is-a-program",
    "Plan.html, 9, file-is-a-program",
    "Plan.pdf, 9, file-of-another-kind",
    "Plan.docx, 9, file-of-another-kind"
  })
  void what_is_wrong_with_it_is_said(String name, long size, String code) {
    assertThatThrownBy(() -> FileRules.checked(name, size, bytes("hello"))).hasMessage(code);
  }

  @Test
  void a_name_has_a_limit() {
    assertThatThrownBy(() -> FileRules.checked("a".repeat(201), 9, bytes("hello")))
        .hasMessage("file-name-too-long");
  }

  private static byte[] bytes(String words) {
    return words.getBytes(StandardCharsets.ISO_8859_1);
  }
}
