package org.foerderturm.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;

/**
 * CPU time of this JVM and of the server's backends of one database, read from /proc; the server's
 * shared processes (WAL writer, checkpointer, autovacuum) are nobody's.
 */
final class Cpu {
  private static final OperatingSystemMXBean JVM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final double MILLIS_PER_TICK = 10;

  private final String database;
  private final String postmaster;

  Cpu(DataSource dataSource) throws SQLException, IOException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select current_database(), pg_backend_pid()")) {
      row.next();
      database = row.getString(1);
      postmaster = parent(fields(Path.of("/proc", row.getString(2))));
    }
  }

  static double jvmMillis() {
    return JVM.getProcessCpuTime() / 1e6;
  }

  double backendMillis() throws IOException {
    double sum = 0;
    try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) sum += backendMillis(process);
    }
    return sum;
  }

  /** The fields of a process's state, from the third on: what follows its name in brackets. */
  private static String[] fields(Path process) throws IOException {
    String stat = Files.readString(process.resolve("stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
  }

  private static String parent(String[] fields) {
    return fields[1];
  }

  private double backendMillis(Path process) {
    try {
      String[] fields = fields(process);
      if (!parent(fields).equals(postmaster)) return 0;
      String title = Files.readString(process.resolve("cmdline")).replace('\0', ' ');
      if (!Arrays.asList(title.split(" ")).contains(database)) return 0;
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK;
    } catch (IOException gone) {
      return 0;
    }
  }
}
