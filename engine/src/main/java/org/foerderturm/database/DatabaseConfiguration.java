package org.foerderturm.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The pool that everything shares. What uses it is closed before it, and it before the database.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

  @Bean
  Database database(DatabaseSettings settings) {
    var db = settings.db();
    if (db.url() != null && db.user() != null && db.password() != null) {
      return ExternalDatabase.check(db.url(), db.user(), db.password());
    }
    return EmbeddedDatabase.start(Path.of(settings.data()), Map.of());
  }

  @Bean
  HikariDataSource dataSource(Database database, DatabaseSettings settings) {
    var config = new HikariConfig();
    config.setPoolName("foerderturm");
    config.setJdbcUrl(database.url());
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(settings.db().poolSize());
    config.setConnectionInitSql(
        "set statement_timeout = " + settings.db().statementTimeout().toMillis());
    config.addDataSourceProperty("ApplicationName", "foerderturm");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return new HikariDataSource(config);
  }
}
