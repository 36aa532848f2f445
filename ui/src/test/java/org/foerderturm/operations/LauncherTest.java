package org.foerderturm.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real script by the real shell, on a machine whose JDKs and Maven are small scripts. */
class LauncherTest {
  @TempDir Path machine;
  private Path root;

  /** The script looks for JDKs in this machine's folders instead of the system's. */
  @BeforeEach
  void install() throws Exception {
    root = Files.createDirectories(machine.resolve("a folder/foerderturm"));
    Files.createDirectories(root.resolve("ui/target"));
    Files.writeString(root.resolve("ui/target/foerderturm.jar"), "");
    for (var module : List.of("engine", "processes")) Files.createDirectories(root.resolve(module));
    var script = Files.readString(Path.of("..", "foerderturm"));
    for (var folder : List.of("/usr/lib/jvm", "/usr/java", "/opt/", "/Library/")) {
      assertThat(script).contains(folder);
      script = script.replace(folder, machine + folder);
    }
    executable(root.resolve("foerderturm"), script);
    executable(machine.resolve("bin/mvn"), "#!/bin/sh\necho \"mvn $* in $(pwd) by $JAVA_HOME\"\n");
  }

  @Test
  void help_names_each_command() throws Exception {
    assertThat(launch("help").code()).isZero();
    assertThat(launch("help").output()).contains("run ", "test ", "frontend ", "bench ", "--demo");
    assertThat(launch().output()).contains("Usage:");
  }

  @Test
  void a_wrong_command_or_option_is_named_with_code_2() throws Exception {
    assertThat(launch("fly")).isEqualTo(refused("there is no command fly"));
    assertThat(launch("run", "--dmeo")).isEqualTo(refused("run knows no option --dmeo"));
    assertThat(launch("run", "--port", "abc"))
        .isEqualTo(refused("--port must be a number, not abc"));
    assertThat(launch("run", "--data")).isEqualTo(refused("--data needs a value"));
    assertThat(launch("test", "-x")).isEqualTo(refused("test takes no option, not -x"));
  }

  @Test
  void the_newest_tested_jdk_wins_and_maven_runs_on_it() throws Exception {
    jdk("usr/lib/jvm/jdk-17", "17.0.9");
    jdk("usr/lib/jvm/jdk-21", "21.0.2");
    var best = jdk("home/.jdks/temurin-25", "25.0.1");
    jdk("home/.sdkman/candidates/java/27-open", "27");
    var launched = launch("test");
    assertThat(launched.code()).isZero();
    assertThat(launched.output())
        .contains("mvn -B -ntp verify in " + root.toRealPath() + " by " + best);
  }

  @Test
  void a_fitting_java_home_is_obeyed_and_another_is_not() throws Exception {
    jdk("usr/lib/jvm/jdk-25", "25");
    var chosen = jdk("chosen/jdk 21", "21.0.1");
    assertThat(launch("JAVA_HOME=" + chosen, "test").output()).contains("by " + chosen);
    var old = jdk("chosen/jdk-17", "17.0.1");
    assertThat(launch("JAVA_HOME=" + old, "test").output()).contains("jdk-25");
  }

  @Test
  void a_jre_or_an_old_jdk_is_not_enough_and_the_package_is_named() throws Exception {
    jdk("usr/lib/jvm/jdk-17", "17.0.9");
    Files.delete(jdk("usr/lib/jvm/jre-21", "21.0.9").resolve("bin/javac"));
    var launched = launch("run");
    assertThat(launched.code()).isEqualTo(1);
    assertThat(launched.output()).contains("no JDK 21 or newer", "openjdk-21-jdk-headless");
  }

  @Test
  void a_missing_maven_is_named_with_its_package() throws Exception {
    jdk("usr/lib/jvm/jdk-25", "25");
    Files.delete(machine.resolve("bin/mvn"));
    var launched = launch("test");
    assertThat(launched.code()).isEqualTo(1);
    assertThat(launched.output()).contains("Maven (mvn) is missing", "apt-get install maven");
  }

  @Test
  void run_starts_the_built_jar_with_its_options() throws Exception {
    jdk("usr/lib/jvm/jdk-21", "21");
    var launched = launch("run", "--demo", "--port", "9", "--data", "/some where");
    assertThat(launched.output())
        .doesNotContain("mvn ")
        .contains("-Xmx1g", "--foerderturm.port=9", "--foerderturm.demo=true")
        .contains("--foerderturm.data=/some where")
        .doesNotContain("sun-misc-unsafe");
    assertThat(launch("run").output())
        .contains("--foerderturm.data=" + root.toRealPath() + "/data");
  }

  @Test
  void run_builds_again_only_when_a_source_is_newer() throws Exception {
    jdk("usr/lib/jvm/jdk-25", "25");
    var source = root.resolve("engine/src/main/java/A.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "");
    touch(source, 10);
    assertThat(launch("run").output()).contains("Sources have changed");
    touch(source, -1000);
    assertThat(launch("run").output()).doesNotContain("Sources have changed");
  }

  private static void touch(Path file, int seconds) throws IOException {
    Files.setLastModifiedTime(
        file, java.nio.file.attribute.FileTime.from(java.time.Instant.now().plusSeconds(seconds)));
  }

  private record Launched(int code, String output) {}

  private static Launched refused(String why) {
    return new Launched(2, "foerderturm: " + why + "\nSee ./foerderturm help\n");
  }

  /** First arguments of the form NAME=value are environment variables. */
  private Launched launch(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("sh", root.resolve("foerderturm").toString()));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    var environment = builder.environment();
    environment.clear();
    environment.put("PATH", machine.resolve("bin") + ":" + tools());
    environment.put("HOME", machine.resolve("home").toString());
    for (var argument : arguments) {
      if (argument.matches("[A-Z_]+=.*")) {
        environment.put(argument.split("=", 2)[0], argument.split("=", 2)[1]);
      } else {
        command.add(argument);
      }
    }
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Launched(process.waitFor(), output);
  }

  /** A PATH with the usual small tools, without java, mvn, node. */
  private Path tools() throws IOException {
    var tools = machine.resolve("tools");
    if (Files.exists(tools)) return tools;
    Files.createDirectories(tools);
    for (var tool :
        List.of(
            "sh", "cat", "dirname", "sed", "head", "find", "grep", "mkdir", "touch", "readlink")) {
      for (var folder : List.of("/usr/bin", "/bin")) {
        var real = Path.of(folder, tool);
        if (Files.exists(real) && !Files.exists(tools.resolve(tool))) {
          Files.createSymbolicLink(tools.resolve(tool), real);
        }
      }
    }
    return tools;
  }

  private Path jdk(String folder, String version) throws IOException {
    var home = machine.resolve(folder);
    executable(home.resolve("bin/java"), "#!/bin/sh\necho \"java $*\"\n");
    executable(home.resolve("bin/javac"), "#!/bin/sh\n");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private static void executable(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
