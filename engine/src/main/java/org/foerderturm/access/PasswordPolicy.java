package org.foerderturm.access;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.foerderturm.kernel.Rejected;

/**
 * What a password must be: long, and not the name. No rules about kinds of characters and no
 * expiry, both of which make people choose worse ones (NIST SP 800-63B, BSI ORP.4.A22).
 */
final class PasswordPolicy {
  static final int MIN = 12;
  static final int MAX = 200;

  /** Letters and digits that nobody mixes up when reading aloud; 32 of them, 5 bits each. */
  private static final String READABLE = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final SecureRandom RANDOM = new SecureRandom();

  private PasswordPolicy() {}

  /** The same text whichever keyboard typed it: ü is one character or two. */
  static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  /**
   * @throws Rejected {@code password-too-short}, {@code password-too-long} or {@code
   *     password-contains-name}
   */
  static void check(String userId, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < MIN) throw new Rejected("password-too-short", Map.of("min", MIN));
    if (length > MAX) throw new Rejected("password-too-long", Map.of("max", MAX));
    if (password.toLowerCase(Locale.ROOT).contains(userId))
      throw new Rejected("password-contains-name");
  }

  /** Four groups of four characters with 80 bits of chance, e.g. {@code kx7m-p3qd-9fhz-wn4e}. */
  static String random() {
    var text = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      if (i > 0 && i % 4 == 0) text.append('-');
      text.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
    }
    return text.toString();
  }
}
