package org.foerderturm.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The city’s own PostgreSQL: looked at before use, never started or stopped. */
record ExternalDatabase(String url, String user, String password) implements Database {
  private static final Logger LOG = LoggerFactory.getLogger(ExternalDatabase.class);
  private static final int OLDEST = 15;

  /**
   * @throws DatabaseRefused if it can't be reached, is too old, stores another encoding, or knows
   *     no German order
   */
  static ExternalDatabase check(String url, String user, String password) {
    var where = "The database FOERDERTURM_DB_URL=%s".formatted(url.replaceFirst("\\?.*", ""));
    try (var connection = DriverManager.getConnection(url, user, password);
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "select current_setting('server_version_num')::int / 10000,"
                        + " current_setting('server_encoding'), current_setting('fsync'),"
                        + " current_setting('synchronous_commit'),"
                        + " exists(select from pg_collation where collname = 'de-x-icu')")) {
      rows.next();
      if (rows.getInt(1) < OLDEST) {
        throw new DatabaseRefused(
            "%s is PostgreSQL %d.".formatted(where, rows.getInt(1)),
            "Use PostgreSQL %d or newer.".formatted(OLDEST));
      }
      if (!"UTF8".equals(rows.getString(2))) {
        throw new DatabaseRefused(
            "%s stores its text as %s.".formatted(where, rows.getString(2)),
            "Create it anew with: create database foerderturm encoding 'UTF8' template template0");
      }
      if (!rows.getBoolean(5)) {
        throw new DatabaseRefused(
            "%s does not know the German order of names (collation de-x-icu).".formatted(where),
            "Use a PostgreSQL that was built with ICU, as those of all distributions are.");
      }
      if (!"on".equals(rows.getString(3)) || "off".equals(rows.getString(4))) {
        LOG.warn(
            "{} may lose confirmed decisions in a power cut: fsync={}, synchronous_commit={}.",
            where,
            rows.getString(3),
            rows.getString(4));
      }
      return new ExternalDatabase(url, user, password);
    } catch (SQLException e) {
      throw new DatabaseRefused(
          "%s does not answer user %s: %s".formatted(where, user, e.getMessage()),
          "Check FOERDERTURM_DB_URL, FOERDERTURM_DB_USER and FOERDERTURM_DB_PASSWORD, and that the"
              + " database runs.",
          e);
    }
  }

  @Override
  public void close() {}

  @Override
  public String toString() {
    return "%s as %s".formatted(url, user);
  }
}
