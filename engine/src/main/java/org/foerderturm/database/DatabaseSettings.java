package org.foerderturm.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database, and how it is used. Each is described in docs/reference/settings.md.
 *
 * @param data folder of everything that must be kept
 */
@ConfigurationProperties("foerderturm")
public record DatabaseSettings(@DefaultValue("./data") String data, @DefaultValue Db db) {

  /**
   * @param url JDBC address of an external PostgreSQL; null: the embedded one
   * @param poolSize connections kept by this program
   * @param statementTimeout after this the server ends a statement
   */
  public record Db(
      @Nullable String url,
      @Nullable String user,
      @Nullable String password,
      @DefaultValue("12") int poolSize,
      @DefaultValue("60s") Duration statementTimeout) {
    @Override
    public String toString() {
      return "Db[" + (url == null ? "embedded" : "external") + "]";
    }
  }
}
