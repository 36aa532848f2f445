package org.foerderturm.database;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the embedded server is set, in the spelling of {@code SHOW}, for a machine with two cores.
 */
final class ServerSettings {
  /** Without these a power cut loses decisions, or strangers reach the server. */
  static final Set<String> VITAL =
      Set.of("fsync", "synchronous_commit", "full_page_writes", "listen_addresses");

  private ServerSettings() {}

  static Map<String, String> with(Map<String, String> more) {
    var settings = new LinkedHashMap<String, String>();
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("unix_socket_directories", "");
    settings.put("password_encryption", "scram-sha-256");
    settings.put("fsync", "on");
    settings.put("synchronous_commit", "on");
    settings.put("full_page_writes", "on");
    settings.put("max_connections", "60");
    settings.put("shared_buffers", "128MB");
    settings.put("effective_cache_size", "1GB");
    settings.put("work_mem", "8MB");
    settings.put("maintenance_work_mem", "64MB");
    settings.put("max_wal_size", "512MB");
    settings.put("random_page_cost", "1.1");
    settings.put("jit", "off");
    settings.put("log_timezone", "UTC");
    settings.put("logging_collector", "on");
    settings.put("log_directory", "../log");
    settings.put("log_filename", "database-%a.log"); // seven files, each a week old at most
    settings.put("log_rotation_age", "1d");
    settings.put("log_truncate_on_rotation", "on");
    settings.put("log_error_verbosity", "terse"); // the values of a violated constraint stay out
    settings.putAll(more);
    return settings;
  }

  static String file(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(s -> "%s = '%s'\n".formatted(s.getKey(), s.getValue().replace("'", "''")))
        .collect(
            Collectors.joining("", "# Written anew at each start; change nothing here.\n", ""));
  }
}
