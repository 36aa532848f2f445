package org.foerderturm.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The very jar that {@code ./foerderturm run} starts: some things differ inside it. */
class PackagedIT {
  private static final Path JAR = Path.of("target/foerderturm.jar");
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");
  private static final Pattern TROUBLE = Pattern.compile("(?m)^.* (WARN|ERROR) .*$");

  @Test
  void it_starts_with_the_demo_and_again_on_the_same_data(@TempDir Path folder) throws Exception {
    for (int start = 0; start < 2; start++) {
      var output = folder.resolve("output-" + start + ".txt");
      var program =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx1g",
                  "-Dstdout.encoding=UTF-8",
                  "--enable-native-access=ALL-UNNAMED",
                  "-jar",
                  JAR.toAbsolutePath().toString(),
                  "--foerderturm.demo=true",
                  "--foerderturm.port=0",
                  "--foerderturm.data=" + folder.resolve("data"))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      try {
        var address = address(program, output);
        assertThat(status(address + "/login")).isEqualTo(200);
        assertThat(status(address + "/actuator/health/readiness")).isEqualTo(200);
      } finally {
        program.destroy();
        if (!program.waitFor(1, TimeUnit.MINUTES)) program.destroyForcibly().waitFor();
      }
      assertThat(TROUBLE.matcher(Files.readString(output)).results().map(r -> r.group()).toList())
          .isEmpty();
    }
  }

  private static String address(Process program, Path output) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
    while (true) {
      var said = Files.readString(output);
      var address = ADDRESS.matcher(said);
      if (address.find()) return address.group();
      assertThat(program.isAlive()).as(said).isTrue();
      assertThat(System.nanoTime()).as(said).isLessThan(end);
      Thread.sleep(200);
    }
  }

  private static int status(String address) throws Exception {
    try (var browser = HttpClient.newHttpClient()) {
      return browser
          .send(
              HttpRequest.newBuilder(URI.create(address)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }
}
