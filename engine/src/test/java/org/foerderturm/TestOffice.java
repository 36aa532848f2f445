package org.foerderturm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.foerderturm.access.AccessCommand.RegisterUser;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.database.TestDatabase;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Office;
import org.foerderturm.kernel.People;
import org.foerderturm.kernel.Receipt;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.foerderturm.process.ProcessCommand.StartCase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole engine on a real database, without the web: one shared by the tests of a JVM, or a
 * fresh one. Jobs and timers run only when a test says so.
 */
public final class TestOffice implements AutoCloseable {
  public static final Actor LEAD = Actor.of("lena.lead", Role.OFFICE_LEAD, Role.PROJECT_MANAGER);
  public static final Actor MANAGER = Actor.of("paul.manager", Role.PROJECT_MANAGER);
  public static final Actor ADMIN = Actor.of("ada.admin", Role.ADMINISTRATOR, Role.MODELER);
  private static final Actor EVERYONE = new Actor("test", null, Set.of(Role.values()));

  private static TestOffice shared;

  private final ConfigurableApplicationContext context;
  private final DataSource dataSource;

  private TestOffice(DataSource dataSource, boolean jobs) {
    this.dataSource = dataSource;
    context =
        new SpringApplicationBuilder(Wiring.class)
            .web(WebApplicationType.NONE)
            .properties(Map.of("foerderturm.jobs", jobs, "spring.main.banner-mode", "off"))
            .initializers(c -> c.getBeanFactory().registerSingleton("dataSource", dataSource))
            .run();
  }

  /** The one that tests share: each test makes cases of its own. */
  public static synchronized TestOffice shared() {
    if (shared == null) {
      shared = new TestOffice(TestDatabase.fresh(), false);
      TestDatabase.beforeStop(shared::close);
    }
    return shared;
  }

  public static TestOffice fresh() {
    return new TestOffice(TestDatabase.fresh(), false);
  }

  /** A node on a given database. */
  public static TestOffice on(DataSource dataSource, boolean jobs) {
    return new TestOffice(dataSource, jobs);
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @ComponentScan(
      basePackages = "org.foerderturm",
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern =
                  "org\\.foerderturm\\.(database|ui|demo|operations|Foerderturm"
                      + "|access\\.FirstAdministrator).*"))
  static class Wiring {}

  public Office office() {
    return context.getBean(Office.class);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public <T> Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public JdbcClient db() {
    return JdbcClient.create(dataSource);
  }

  public Receipt send(org.foerderturm.kernel.Command command, Actor actor) {
    return office().send(command, actor, UUID.randomUUID().toString());
  }

  /** Has them registered, for rules about people who were picked. */
  public void knows(Role role, String... userIds) {
    for (var userId : userIds)
      if (bean(People.class).find(userId).isEmpty())
        send(new RegisterUser(userId, userId, Set.of(role)), ADMIN);
  }

  /** Starts a case; returns its id. */
  public String start(String process, String key, Map<String, Object> values, Actor actor) {
    send(new StartCase(process, key, values), actor);
    return office().ask(new FindCasesOf(key), EVERYONE).getFirst().caseId();
  }

  public CaseDetails find(String caseId) {
    return office().ask(new FindCase(caseId, null), EVERYONE);
  }

  public List<TaskRow> tasks(String caseId) {
    return find(caseId).tasks();
  }

  /** The only open task with this element id. */
  public TaskRow task(String caseId, String taskKey) {
    var found = new ArrayList<>(tasks(caseId));
    found.removeIf(row -> !row.taskKey().equals(taskKey));
    if (found.size() != 1)
      throw new AssertionError(found.size() + " open tasks " + taskKey + " in " + tasks(caseId));
    return found.getFirst();
  }

  public Receipt complete(String caseId, String taskKey, Map<String, Object> values, Actor actor) {
    return send(new CompleteTask(task(caseId, taskKey).taskId(), values), actor);
  }

  @Override
  public void close() {
    context.close();
    if (dataSource instanceof AutoCloseable pool)
      try {
        pool.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
  }
}
