package org.foerderturm.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** Refuses a wrong or unknown setting before anything starts, and names all of them at once. */
class SettingsCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    var wrong = wrong(event.getEnvironment());
    if (!wrong.isEmpty()) throw new WrongSettings(wrong);
  }

  static List<String> wrong(ConfigurableEnvironment environment) {
    var wrong = new ArrayList<String>();
    for (var setting : Setting.values()) {
      var value = environment.getProperty(setting.key());
      if (value != null && !setting.accepts(value)) {
        var shown = setting == Setting.DB_PASSWORD ? "" : " is \"%s\", but".formatted(value);
        wrong.add(
            "%s (%s)%s must be %s."
                .formatted(setting.key(), setting.variable(), shown, setting.allowed()));
      }
    }
    for (var name : unknown(environment)) wrong.add(name + " is no setting of Förderturm.");
    var external = List.of(Setting.DB_URL, Setting.DB_USER, Setting.DB_PASSWORD);
    var missing = external.stream().filter(s -> environment.getProperty(s.key()) == null).toList();
    if (!missing.isEmpty() && missing.size() < external.size()) {
      missing.forEach(
          s ->
              wrong.add(
                  "%s (%s) is missing: an external database needs its address, user and password."
                      .formatted(s.key(), s.variable())));
    }
    return wrong;
  }

  private static Iterable<String> unknown(ConfigurableEnvironment environment) {
    var unknown = new TreeSet<String>();
    environment.getPropertySources().stream()
        .flatMap(
            source ->
                source instanceof EnumerablePropertySource<?> names
                    ? Stream.of(names.getPropertyNames())
                    : Stream.empty())
        .filter(name -> name.toLowerCase(Locale.ROOT).matches("foerderturm[._].*"))
        .filter(name -> Setting.named(name) == null)
        .forEach(unknown::add);
    return unknown;
  }
}
