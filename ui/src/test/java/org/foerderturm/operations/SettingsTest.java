package org.foerderturm.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.foerderturm.database.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingsTest {

  @Test
  void each_default_is_allowed() {
    for (var setting : Setting.values()) {
      if (!setting.standard().isEmpty()) {
        assertThat(setting.accepts(setting.standard())).as(setting.key()).isTrue();
      }
    }
  }

  @Test
  void nothing_set_is_fine() {
    assertThat(SettingsCheck.wrong(options(Map.of()))).isEmpty();
  }

  @Test
  void a_wrong_value_is_refused_with_its_name_and_what_is_allowed() {
    assertThat(SettingsCheck.wrong(options(Map.of("foerderturm.port", "abc"))))
        .containsExactly(
            "foerderturm.port (FOERDERTURM_PORT) is \"abc\", but must be a number from 0 to 65535;"
                + " 0 takes any free port.");
    assertThat(SettingsCheck.wrong(options(Map.of("foerderturm.db.pool-size", "0")))).hasSize(1);
    assertThat(SettingsCheck.wrong(options(Map.of("foerderturm.db.statement-timeout", "0"))))
        .hasSize(1);
    assertThat(SettingsCheck.wrong(options(Map.of("foerderturm.demo", "yes")))).hasSize(1);
    assertThat(SettingsCheck.wrong(options(Map.of("foerderturm.address", "no such host"))))
        .hasSize(1);
  }

  @Test
  void an_unknown_setting_is_refused() {
    assertThat(SettingsCheck.wrong(options(Map.of("foerderturm.prot", "8080"))))
        .containsExactly("foerderturm.prot is no setting of Förderturm.");
  }

  @Test
  void environment_variables_are_held_to_the_same_rules() {
    assertThat(
            SettingsCheck.wrong(
                variables(Map.of("FOERDERTURM_DB_POOL_SIZE", "0", "FOERDERTURM_PROT", "1"))))
        .satisfiesExactlyInAnyOrder(
            sentence -> assertThat(sentence).contains("FOERDERTURM_DB_POOL_SIZE", "from 6 to 200"),
            sentence -> assertThat(sentence).contains("FOERDERTURM_PROT is no setting"));
    assertThat(SettingsCheck.wrong(variables(Map.of("FOERDERTURM_DB_POOL_SIZE", "20")))).isEmpty();
  }

  @Test
  void half_an_external_database_is_refused_with_what_is_missing() {
    assertThat(
            SettingsCheck.wrong(
                variables(Map.of("FOERDERTURM_DB_URL", "jdbc:postgresql://db/foerderturm"))))
        .satisfiesExactly(
            sentence -> assertThat(sentence).contains("FOERDERTURM_DB_USER"),
            sentence -> assertThat(sentence).contains("FOERDERTURM_DB_PASSWORD"));
  }

  @Test
  void a_password_is_not_repeated() {
    assertThat(SettingsCheck.wrong(options(Map.of("foerderturm.db.password", "s3cret"))))
        .noneMatch(sentence -> sentence.contains("s3cret"));
  }

  @Test
  void the_reference_shows_each_setting_with_its_default_and_no_other() throws IOException {
    var reference = Files.readString(root().resolve("docs/reference/settings.md"));
    for (var setting : Setting.values()) {
      var standard = setting.standard().isEmpty() ? "" : "`%s` ".formatted(setting.standard());
      assertThat(reference)
          .contains(
              "| `%s` | `%s` | %s| %s |"
                  .formatted(setting.variable(), setting.key(), standard, setting.allowed()));
    }
    assertThat(reference.lines().filter(line -> line.startsWith("| `FOERDERTURM_")))
        .hasSize(Setting.values().length);
  }

  @Test
  void the_defaults_shown_are_the_defaults_in_force() throws IOException {
    var settings = new Binder().bindOrCreate("foerderturm", DatabaseSettings.class);
    assertThat(settings.data()).isEqualTo(Setting.DATA.standard());
    assertThat(settings.db().poolSize()).hasToString(Setting.DB_POOL_SIZE.standard());
    assertThat(settings.db().statementTimeout().toSeconds() + "s")
        .isEqualTo(Setting.DB_STATEMENT_TIMEOUT.standard());
    assertThat(Files.readString(root().resolve("ui/src/main/resources/application.properties")))
        .contains("${foerderturm.port:" + Setting.PORT.standard() + "}")
        .contains("${foerderturm.address:" + Setting.ADDRESS.standard() + "}");
    assertThat(Files.readString(root().resolve("foerderturm")))
        .contains("${FOERDERTURM_HEAP:=" + Setting.HEAP.standard() + "}");
  }

  @Test
  void no_code_reads_a_setting_that_is_not_listed() throws IOException {
    var read = Pattern.compile("\\$\\{(foerderturm\\.[a-z.-]+)");
    for (var module : new String[] {"engine/src/main", "ui/src/main"}) {
      try (var files = Files.walk(root().resolve(module))) {
        for (var file :
            files.filter(f -> f.toString().matches(".*\\.(java|properties)")).toList()) {
          var found = read.matcher(Files.readString(file));
          while (found.find()) {
            var key = found.group(1);
            assertThat(Setting.named(key)).as("%s in %s", key, file).isNotNull();
          }
        }
      }
    }
  }

  private static Path root() {
    var here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("foerderturm")) ? here : here.getParent();
  }

  private static StandardEnvironment options(Map<String, Object> options) {
    var environment = empty();
    environment.getPropertySources().addFirst(new MapPropertySource("commandLineArgs", options));
    return environment;
  }

  private static StandardEnvironment variables(Map<String, Object> variables) {
    var environment = empty();
    environment
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                "test-systemEnvironment", new HashMap<>(variables)));
    org.springframework.boot.context.properties.source.ConfigurationPropertySources.attach(
        environment);
    return environment;
  }

  private static StandardEnvironment empty() {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .forEach(s -> environment.getPropertySources().remove(s.getName()));
    return environment;
  }
}
