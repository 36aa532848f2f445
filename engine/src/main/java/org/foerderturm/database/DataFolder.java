package org.foerderturm.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The folder that one program holds while it runs: for its owner alone, and never for two at once.
 */
final class DataFolder implements AutoCloseable {
  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static DataFolder hold(Path wanted) throws IOException {
    Path path;
    FileChannel channel;
    try {
      path = Files.createDirectories(wanted).toRealPath();
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      channel =
          FileChannel.open(
              path.resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new DatabaseRefused(
          "The data folder %s can't be written: %s.".formatted(wanted.toAbsolutePath(), e),
          "Give it to the user that starts Förderturm, or choose another with --data DIR.",
          e);
    }
    if (!locked(channel)) {
      var holder = new String(Files.readAllBytes(path.resolve("lock")), StandardCharsets.US_ASCII);
      channel.close();
      throw new DatabaseRefused(
          "The data folder %s is in use by another Förderturm (process %s)."
              .formatted(path, holder.strip()),
          "Stop that one first, or choose another folder with --data DIR.");
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
    return new DataFolder(path, channel);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // this very program holds it
    }
  }

  Path path() {
    return path;
  }

  /** The password of the embedded server, made at the first start, readable by the owner only. */
  String password() throws IOException {
    var file = path.resolve("database.password");
    if (!Files.exists(file)) {
      var bytes = new byte[24];
      new SecureRandom().nextBytes(bytes);
      var half = path.resolve("database.password.new");
      Files.deleteIfExists(half);
      Files.createFile(
          half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(half, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
      Files.move(half, file);
    }
    return Files.readString(file).strip();
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
