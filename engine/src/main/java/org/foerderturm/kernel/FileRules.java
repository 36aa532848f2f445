package org.foerderturm.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a file that somebody attaches must be; whatever is wrong with it is said by its name. */
public final class FileRules {
  private static final long LARGEST = 20L << 20;
  private static final int LONGEST_NAME = 200;

  /** Letters that no file system takes everywhere. */
  private static final String FORBIDDEN = "/\\:*?\"<>|";

  /** What runs when it is opened. */
  private static final Set<String> PROGRAMS =
      Set.of(
          "exe", "com", "bat", "cmd", "msi", "scr", "ps1", "vbs", "js", "jar", "sh", "html", "htm",
          "svg", "lnk", "dll", "hta", "app", "apk", "docm", "xlsm", "pptm");

  /** How files of a kind begin. */
  private static final Map<String, String> BEGINNINGS =
      Map.of(
          "pdf",
          "%PDF",
          "png",
          "\u0089PNG",
          "jpg",
          "\u00ff\u00d8\u00ff",
          "jpeg",
          "\u00ff\u00d8\u00ff",
          "zip",
          "PK",
          "docx",
          "PK",
          "xlsx",
          "PK",
          "pptx",
          "PK",
          "odt",
          "PK");

  private FileRules() {}

  /**
   * @param begin its first bytes; none where nobody looks into it
   * @return the name without blanks around it
   * @throws Rejected {@code file-without-name}, {@code file-name-too-long}, {@code
   *     file-name-forbidden}, {@code file-empty}, {@code file-too-large}, {@code file-is-a-program}
   *     or {@code file-of-another-kind}
   */
  public static String checked(String name, long size, byte[] begin) {
    var stripped = name.strip();
    if (stripped.isEmpty() || stripped.startsWith(".")) throw new Rejected("file-without-name");
    if (stripped.length() > LONGEST_NAME)
      throw new Rejected("file-name-too-long", Map.of("limit", LONGEST_NAME));
    for (int i = 0; i < stripped.length(); i++) {
      char letter = stripped.charAt(i);
      if (FORBIDDEN.indexOf(letter) >= 0 || Character.isISOControl(letter))
        throw new Rejected(
            "file-name-forbidden",
            Map.of("letter", Character.isISOControl(letter) ? " " : String.valueOf(letter)));
    }
    if (size < 1) throw new Rejected("file-empty");
    if (size > LARGEST) throw new Rejected("file-too-large", Map.of("limit", "20 MiB"));
    var kind = stripped.substring(stripped.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (PROGRAMS.contains(kind))
      throw new Rejected("file-is-a-program", Map.of("name", stripped, "kind", kind));
    var beginning = BEGINNINGS.get(kind);
    if (beginning != null
        && begin.length > 0
        && !new String(begin, StandardCharsets.ISO_8859_1).startsWith(beginning))
      throw new Rejected("file-of-another-kind", Map.of("name", stripped, "kind", kind));
    return stripped;
  }
}
