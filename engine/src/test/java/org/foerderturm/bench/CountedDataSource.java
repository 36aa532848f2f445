package org.foerderturm.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what goes to the server while it is switched on: round trips (an execution, a batch, a
 * commit after statements; the driver sends BEGIN along with the first) and statements (each entry
 * of a batch), by who sends them and by kind. Switched off it hands out plain connections.
 */
final class CountedDataSource extends DelegatingDataSource {
  private static final Pattern KIND =
      Pattern.compile("(insert into|update|delete\\s+from|\\bfrom)\\s+([a-z_.]+)");

  /**
   * Who sends, e.g. {@code command} or {@code sequencer}, and what, e.g. {@code from act_ru_task}.
   */
  record Kind(String sender, String what) implements Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      int bySender = sender.compareTo(other.sender);
      return bySender != 0 ? bySender : what.compareTo(other.what);
    }
  }

  private final Map<Kind, LongAdder> roundTrips = new ConcurrentSkipListMap<>();
  private final Map<Kind, LongAdder> statements = new ConcurrentSkipListMap<>();
  private volatile boolean on;

  CountedDataSource(javax.sql.DataSource pool) {
    super(pool);
  }

  void count(boolean switchedOn) {
    on = switchedOn;
    roundTrips.clear();
    statements.clear();
  }

  Map<Kind, Long> roundTrips() {
    return roundTrips.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().sum()));
  }

  Map<Kind, Long> statements() {
    return statements.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().sum()));
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    if (!on) return connection;
    var open = new AtomicBoolean();
    return proxy(
        Connection.class,
        call -> {
          boolean ends = call.is("commit") || call.is("rollback");
          if (ends && open.getAndSet(false)) tally(roundTrips, call.method.getName());
          Object result = call.on(connection);
          if (result instanceof PreparedStatement statement && call.args != null)
            return statement(statement, PreparedStatement.class, (String) call.args[0], open);
          if (result instanceof Statement statement)
            return statement(statement, Statement.class, "", open);
          return result;
        });
  }

  private <T extends Statement> Object statement(
      T statement, Class<T> type, String prepared, AtomicBoolean open) {
    return proxy(
        type,
        call -> {
          String sql = call.args != null && call.args[0] instanceof String s ? s : prepared;
          if (call.is("addBatch")) {
            tally(statements, sql);
          } else if (call.method.getName().startsWith("execute")) {
            open.set(true);
            tally(roundTrips, sql);
            if (!call.is("executeBatch")) tally(statements, sql);
          }
          return call.on(statement);
        });
  }

  private static void tally(Map<Kind, LongAdder> counts, String sql) {
    String thread = Thread.currentThread().getName();
    String sender =
        thread.startsWith("foerderturm-") ? thread.substring("foerderturm-".length()) : "command";
    var found = KIND.matcher(sql.toLowerCase(Locale.ROOT));
    String what = found.find() ? found.group(1).replace("insert ", "") + " " + found.group(2) : sql;
    counts.computeIfAbsent(new Kind(sender, what), kind -> new LongAdder()).increment();
  }

  private record Call(Method method, Object[] args) {
    boolean is(String name) {
      return method.getName().equals(name);
    }

    Object on(Object target) {
      try {
        return method.invoke(target, args);
      } catch (InvocationTargetException e) {
        throw CountedDataSource.<RuntimeException>sneaky(e.getCause());
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @SuppressWarnings("unchecked") // checked exceptions of JDBC pass as they are
  private static <E extends Throwable> E sneaky(Throwable failure) throws E {
    throw (E) failure;
  }

  private static <T> T proxy(Class<T> type, Function<Call, Object> calls) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) -> calls.apply(new Call(method, args))));
  }
}
