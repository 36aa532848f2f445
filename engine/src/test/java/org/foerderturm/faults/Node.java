package org.foerderturm.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.foerderturm.TestOffice;
import org.foerderturm.database.TestDatabase;
import org.foerderturm.faults.Checker.Sent;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.foerderturm.process.ProcessCommand.StartCase;

/**
 * A whole node in a process of its own, with clients that start cases and complete tasks as fast as
 * they can, until somebody kills it.
 *
 * <p>Arguments: database URL, user, password, folder of the journals, its own name; {@code warm} as
 * name starts, works a moment and ends in order.
 */
final class Node {
  static final int BODIES = 6;
  private static final int CLIENTS = 3;
  private static final int OPEN = 40;

  private final TestOffice office;
  private final Path folder;
  private final Journal journal;

  private Node(TestOffice office, Path folder, String name) throws Exception {
    this.office = office;
    this.folder = folder;
    this.journal = new Journal(folder.resolve(name + ".journal"));
  }

  public static void main(String[] args) throws Exception {
    var pool = TestDatabase.pool(new TestDatabase.Access(args[0], args[1], args[2]));
    var office = TestOffice.on(pool, true);
    var node = new Node(office, Path.of(args[3]), args[4]);
    if (args[4].equals("warm")) {
      Workflows.deploy(office);
      Shipped.deploy(office);
      for (int i = 0; i < BODIES; i++) Workflows.body(office, "body-" + i, true);
      for (int i = 0; i < 2 * OPEN; i++) node.act();
      office.close();
      return;
    }
    System.out.println("up");
    node.sendAgain();
    for (int i = 0; i < CLIENTS; i++) new Thread(node::work, "client-" + i).start();
  }

  /** What another node's clients don't know the fate of: half of it they try again, same key. */
  private void sendAgain() throws Exception {
    for (Sent sent : Journal.read(folder).unknown().values())
      if (sent.taskId() != null && ThreadLocalRandom.current().nextBoolean())
        try {
          complete(sent);
        } catch (RuntimeException e) {
          System.out.println("unanswered again: " + e);
        }
  }

  private void work() {
    while (true) {
      try {
        act();
      } catch (RuntimeException e) {
        System.out.println("unanswered: " + e);
        pause();
      }
    }
  }

  private void act() {
    List<String> open =
        office
            .db()
            .sql("select id_ from act_ru_task order by create_time_ limit " + OPEN)
            .query(String.class)
            .list();
    var sent = new Sent(UUID.randomUUID().toString(), null);
    var random = ThreadLocalRandom.current();
    if (open.size() < OPEN && random.nextInt(3) == 0) {
      String subject = UUID.randomUUID().toString();
      send(sent, random.nextInt(3) == 0 ? Shipped.begin(subject) : order(subject));
    } else if (random.nextInt(20) == 0) {
      for (var project : oneProject()) send(sent, Shipped.risk(project));
    } else if (random.nextInt(60) == 0) {
      sendAll(Shipped.contested(sent.key()));
    } else if (random.nextInt(60) == 0) {
      sendAll(Shipped.enterprise(sent.key()));
    } else if (!open.isEmpty()) {
      complete(new Sent(sent.key(), open.get(random.nextInt(open.size()))));
    }
  }

  private static Command order(String caseKey) {
    String body = "body-" + ThreadLocalRandom.current().nextInt(BODIES);
    return new StartCase(Workflows.ORDER, caseKey, Map.of("body", body));
  }

  private List<String> oneProject() {
    return office
        .db()
        .sql(
            "select project_id from view_project where stage = 'running' order by random() limit 1")
        .query(String.class)
        .list();
  }

  private void complete(Sent sent) {
    String task =
        office
            .db()
            .sql("select task_def_key_ from act_ru_task where id_ = ?")
            .param(sent.taskId())
            .query(String.class)
            .optional()
            .orElse("gone");
    send(sent, new CompleteTask(sent.taskId(), Shipped.values(task, sent.taskId())));
  }

  private void sendAll(List<Command> commands) {
    for (var command : commands) send(new Sent(UUID.randomUUID().toString(), null), command);
  }

  private void send(Sent sent, Command command) {
    journal.write("sent", sent);
    try {
      office.office().send(command, TestOffice.LEAD, sent.key());
      journal.write("done", sent);
    } catch (Rejected no) {
      journal.write("refused", sent);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
