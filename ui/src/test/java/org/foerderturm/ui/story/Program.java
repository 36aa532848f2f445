package org.foerderturm.ui.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The very jar that {@code ./foerderturm run} starts, with its demo: some things differ inside. */
final class Program implements AutoCloseable {
  private static final Path JAR = Path.of("target/foerderturm.jar");
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");
  private static final Pattern TROUBLE =
      Pattern.compile("(?m)^.* (WARN|ERROR) .*$(\\R(?!\\d{4}-).*){0,9}");

  private final Process process;
  private final Path output;
  private final String address;

  private Program(Process process, Path output) throws Exception {
    this.process = process;
    this.output = output;
    this.address = awaitAddress();
  }

  /**
   * @param output file for what it says
   */
  static Program start(Path data, Path output) throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dstdout.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                JAR.toAbsolutePath().toString(),
                "--foerderturm.demo=true",
                "--foerderturm.port=0",
                "--foerderturm.data=" + data)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      return new Program(process, output);
    } catch (Exception | AssertionError e) {
      stop(process);
      throw e;
    }
  }

  String address() {
    return address;
  }

  /** The warnings and errors among what it said, each with the first lines of its cause. */
  List<String> trouble() throws IOException {
    return TROUBLE.matcher(Files.readString(output)).results().map(MatchResult::group).toList();
  }

  /** The first column of what the database of a running program answers, past all screens. */
  static List<String> ask(Path data, String question) throws Exception {
    var port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
    var password = Files.readString(data.resolve("database.password")).strip();
    var found = new ArrayList<String>();
    try (var connection =
            DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/foerderturm", "foerderturm", password);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      while (rows.next()) found.add(rows.getString(1));
    }
    return found;
  }

  private String awaitAddress() throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
    while (true) {
      var said = Files.readString(output);
      var found = ADDRESS.matcher(said);
      if (found.find()) return found.group();
      assertThat(process.isAlive()).as(said).isTrue();
      assertThat(System.nanoTime()).as(said).isLessThan(end);
      Thread.sleep(200);
    }
  }

  @Override
  public void close() {
    stop(process);
  }

  private static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
