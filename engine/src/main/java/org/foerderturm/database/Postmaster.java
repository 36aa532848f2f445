package org.foerderturm.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code postmaster.pid} says about the server of a cluster.
 *
 * <p>The number in it may be another program's by now: after a power cut or in a restarted
 * container process numbers begin anew. So a server is ours only if its command line names our
 * cluster.
 */
record Postmaster(long pid, int port) {
  /** Above every process number a kernel gives. */
  private static final String NOBODY = "2147483646";

  static @Nullable Postmaster running(Path cluster) throws IOException {
    var file = file(cluster);
    for (var attempt = 0; attempt < 50; attempt++) {
      var lines = lines(file);
      if (lines.isEmpty()) return null;
      if (lines.size() >= 4) {
        var found =
            new Postmaster(
                Long.parseLong(lines.get(0).trim()), Integer.parseInt(lines.get(3).trim()));
        return found.serves(cluster) ? found : null;
      }
      sleep(); // the server is writing it
    }
    return null;
  }

  /**
   * PostgreSQL refuses to start while a process with the number in a left-over file lives, whatever
   * process that is. Only the number is replaced: the file's shared memory key still protects from
   * backends that outlived their postmaster.
   */
  static void disown(Path cluster) throws IOException {
    var file = file(cluster);
    var lines = new ArrayList<>(lines(file));
    if (lines.isEmpty()) return;
    lines.set(0, NOBODY);
    Files.write(file, lines);
  }

  boolean serves(Path cluster) {
    return commandLine().contains(" -D " + cluster + " ");
  }

  boolean runs(Path program) {
    return commandLine().startsWith(program + " ");
  }

  private String commandLine() {
    return process().flatMap(p -> p.info().commandLine()).map(line -> line + " ").orElse("");
  }

  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
  }

  private static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
