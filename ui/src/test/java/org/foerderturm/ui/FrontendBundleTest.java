package org.foerderturm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The committed bundle is made of front-end sources, npm versions, the Vaadin components in use,
 * and for each view a part of its own: one that the bundle doesn't know finds no components. {@code
 * ./foerderturm frontend} rebuilds it and then, with {@code -Dbundle.record}, writes their hash
 * here; nothing else may write it, or an old bundle passes for a new one.
 */
class FrontendBundleTest {
  private static final Path HASH = Path.of("src/main/bundles/sources.sha256");
  private static final Pattern MADE_OF =
      Pattern.compile(
          "@NpmPackage\\([^)]*\\)|@(?:JsModule|CssImport)\\([^)]*\\)"
              + "|import com\\.vaadin\\.flow\\.component\\.([a-z]+)\\.[A-Z]");

  @Test
  void the_committed_bundle_is_not_stale() throws Exception {
    var now = hash();
    if (Boolean.getBoolean("bundle.record")) Files.writeString(HASH, now + "\n");
    assertThat(Path.of("src/main/bundles/prod.bundle")).exists();
    assertThat(Files.readString(HASH).strip())
        .as("front-end sources changed: run ./foerderturm frontend and commit ui/src/main/bundles")
        .isEqualTo(now);
  }

  private static String hash() throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    var frontend = Path.of("src/main/frontend/foerderturm");
    for (var file : files(frontend))
      if (!Files.isDirectory(file)) {
        digest.update(frontend.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    var made = new TreeSet<String>();
    for (var file : files(Path.of("src/main/java")))
      if (file.toString().endsWith(".java")) {
        var text = Files.readString(file);
        if (text.contains("@Route(")) made.add(file.getFileName().toString());
        MADE_OF
            .matcher(text)
            .results()
            .forEach(r -> made.add(r.group(1) == null ? r.group() : r.group(1)));
      }
    digest.update(String.join("\n", made).getBytes(StandardCharsets.UTF_8));
    var vaadin =
        Pattern.compile("<vaadin\\.version>(.*?)<")
            .matcher(Files.readString(Path.of("../pom.xml")));
    if (vaadin.find()) digest.update(vaadin.group(1).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static TreeSet<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
