package org.foerderturm.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Starts a database, commits a fact, and waits to be killed. */
final class KilledProgram {
  private KilledProgram() {}

  public static void main(String[] args) throws Exception {
    var database = EmbeddedDatabase.start(Path.of(args[0]), Map.of("shared_buffers", args[1]));
    EmbeddedDatabaseIT.run(database, "create table fact (id int)", "insert into fact values (42)");
    System.out.println("up " + database.pid());
    new CountDownLatch(1).await();
  }
}
