package org.foerderturm.operations;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * Every setting of the product. One that is not here is refused at start;
 * docs/reference/settings.md lists them all, and a test compares the two.
 */
public enum Setting {
  PORT(
      "foerderturm.port",
      "8080",
      "a number from 0 to 65535; 0 takes any free port",
      between(0, 65535)),
  ADDRESS(
      "foerderturm.address",
      "127.0.0.1",
      "an address of this machine, or 0.0.0.0 for all of them",
      Setting::address),
  DATA("foerderturm.data", "./data", "a folder that can be written", value -> !value.isBlank()),
  DEMO(
      "foerderturm.demo",
      "false",
      "true or false",
      value -> value.equals("true") || value.equals("false")),
  JOBS(
      "foerderturm.jobs",
      "true",
      "true or false",
      value -> value.equals("true") || value.equals("false")),
  HEAP(
      "foerderturm.heap",
      "1g",
      "a size such as 1g or 1500m",
      value -> value.matches("[0-9]+[mMgG]")),
  FEEDBACK("foerderturm.feedback", "", "a mail or web address", value -> true),
  DB_URL(
      "foerderturm.db.url",
      "",
      "a JDBC address that begins with jdbc:postgresql:",
      value -> value.startsWith("jdbc:postgresql:")),
  DB_USER("foerderturm.db.user", "", "a name", value -> !value.isBlank()),
  DB_PASSWORD("foerderturm.db.password", "", "text", value -> true),
  DB_POOL_SIZE("foerderturm.db.pool-size", "12", "a number from 6 to 200", between(6, 200)),
  DB_STATEMENT_TIMEOUT(
      "foerderturm.db.statement-timeout",
      "60s",
      "a time from 1s to 1h, such as 90s or 5m",
      between(Duration.ofSeconds(1), Duration.ofHours(1)));

  private final String key;
  private final String standard;
  private final String allowed;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final Predicate<String> valid;

  Setting(String key, String standard, String allowed, Predicate<String> valid) {
    this.key = key;
    this.standard = standard;
    this.allowed = allowed;
    this.valid = valid;
  }

  /** The name in a properties file or, after two dashes, on the command line. */
  public String key() {
    return key;
  }

  /** The name as environment variable. */
  public String variable() {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** What holds where nothing is set; empty: nothing. */
  public String standard() {
    return standard;
  }

  /** What it may be, in words. */
  public String allowed() {
    return allowed;
  }

  boolean accepts(String value) {
    try {
      return valid.test(value);
    } catch (RuntimeException unreadable) {
      return false;
    }
  }

  /** Compared as Spring does: case, dots, dashes and underscores make no difference. */
  static @Nullable Setting named(String name) {
    for (var setting : values()) {
      if (letters(setting.key).equals(letters(name))) return setting;
    }
    return null;
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
  }

  private static Predicate<String> between(int least, int most) {
    return value -> {
      var number = Integer.parseInt(value.strip());
      return number >= least && number <= most;
    };
  }

  private static Predicate<String> between(Duration least, Duration most) {
    return value -> {
      var time = DurationStyle.detectAndParse(value.strip());
      return time.compareTo(least) >= 0 && time.compareTo(most) <= 0;
    };
  }

  private static boolean address(String value) {
    try {
      return !value.isBlank() && InetAddress.getByName(value) != null;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
