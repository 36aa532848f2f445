package org.foerderturm.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** The PostgreSQL that travels in a jar, unpacked once a version beside the data it serves. */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /** Returns the folder that holds {@code bin}, {@code lib} and {@code share}. */
  static Path unpack(Path folder) throws IOException {
    var archive = archive();
    var home = folder.resolve("postgresql-" + digest(archive));
    if (!Files.isDirectory(home)) {
      Files.createDirectories(folder);
      var half = Files.createTempDirectory(folder, "unpacking-");
      untar(archive, half);
      Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
    }
    removeOthers(folder, home);
    return home;
  }

  private static String archive() {
    var arm = System.getProperty("os.arch").equals("aarch64");
    var mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    var name = "/postgres-%s-%s.txz".formatted(mac ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
    if (PostgresBinaries.class.getResource(name) == null) {
      throw new DatabaseRefused(
          "This build holds no PostgreSQL for " + name.substring(10, name.length() - 4) + ".",
          "Build on the machine it shall run on, or set FOERDERTURM_DB_URL to your own PostgreSQL.");
    }
    return name;
  }

  private static InputStream open(String archive) throws IOException {
    var stream = PostgresBinaries.class.getResourceAsStream(archive);
    if (stream == null) throw new IOException(archive + " is gone");
    return stream;
  }

  private static String digest(String archive) throws IOException {
    try (var in = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void untar(String archive, Path target) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(open(archive)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target))
          throw new IOException("leaves its folder: " + entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, file);
          var mode = (entry.getMode() & 0100) != 0 ? "rwx------" : "rw-------";
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        }
      }
    }
  }

  /**
   * Half unpacked folders of a killed start. Older versions stay: a server may still run from one.
   */
  private static void removeOthers(Path folder, Path home) throws IOException {
    try (var all = Files.list(folder)) {
      for (var other : all.filter(f -> !f.equals(home)).toList()) {
        if (other.getFileName().toString().startsWith("unpacking-")) {
          FileSystemUtils.deleteRecursively(other);
        }
      }
    }
  }
}
