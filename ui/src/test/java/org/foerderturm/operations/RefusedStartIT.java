package org.foerderturm.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.foerderturm.FoerderturmApplication;
import org.foerderturm.database.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: it ends, says why in words, and its code is not zero. */
class RefusedStartIT {

  @Test
  void wrong_settings_are_named_together() throws Exception {
    var end = start(Map.of("FOERDERTURM_PROT", "1"), "--foerderturm.port=abc");
    assertThat(end.code()).isEqualTo(1);
    assertThat(end.output())
        .contains("FOERDERTURM_PORT", "must be a number from 0 to 65535", "FOERDERTURM_PROT")
        .doesNotContain("\tat ");
  }

  @Test
  void half_an_external_database_is_refused() throws Exception {
    var end = start(Map.of("FOERDERTURM_DB_USER", "me"));
    assertThat(end.code()).isEqualTo(1);
    assertThat(end.output()).contains("FOERDERTURM_DB_URL", "is missing").doesNotContain("\tat ");
  }

  @Test
  void an_external_database_that_is_not_there_is_named() throws Exception {
    var end =
        start(
            Map.of(
                "FOERDERTURM_DB_URL", "jdbc:postgresql://127.0.0.1:1/foerderturm",
                "FOERDERTURM_DB_USER", "me",
                "FOERDERTURM_DB_PASSWORD", "s3cret"));
    assertThat(end.code()).isEqualTo(1);
    assertThat(end.output())
        .contains("FOERDERTURM_DB_URL=jdbc:postgresql://127.0.0.1:1/foerderturm")
        .doesNotContain("\tat ")
        .doesNotContain("s3cret");
  }

  @Test
  void a_folder_in_use_is_named(@TempDir Path folder) throws Exception {
    try (var running = EmbeddedDatabase.start(folder, Map.of())) {
      var end = start(Map.of(), "--foerderturm.data=" + folder);
      assertThat(end.code()).isEqualTo(1);
      assertThat(end.output())
          .contains(folder.toRealPath().toString(), "in use by another Förderturm")
          .contains(Long.toString(ProcessHandle.current().pid()))
          .doesNotContain("\tat ");
      assertThat(running.pid()).isPositive();
    }
  }

  private record End(int code, String output) {}

  private static End start(Map<String, String> variables, String... options) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Dstdout.encoding=UTF-8",
            "-Dvaadin.productionMode=true",
            "-cp",
            System.getProperty("java.class.path"),
            FoerderturmApplication.class.getName()));
    command.addAll(List.of(options));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(variables);
    builder.directory(Files.createDirectories(Path.of("target/refused-start")).toFile());
    var output = Path.of("target/refused-start/output.txt");
    var process = builder.redirectOutput(output.toFile()).start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroy();
      process.waitFor();
      throw new AssertionError("it was not refused: " + Files.readString(output));
    }
    return new End(process.exitValue(), Files.readString(output));
  }
}
