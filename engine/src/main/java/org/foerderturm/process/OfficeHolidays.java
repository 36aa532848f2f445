package org.foerderturm.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.foerderturm.calendar.Holiday;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.kernel.RuleTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Lets working days follow the table of holidays: read when the program starts, and again within
 * seconds after the office has changed it, on this node or another.
 */
final class OfficeHolidays implements SmartLifecycle {
  static final String TABLE = "holidays";
  private static final long MILLIS = 5_000;
  private static final Logger LOGGER = LoggerFactory.getLogger(OfficeHolidays.class);

  private final DeployedTables tables;
  private int version;
  private volatile boolean runs;

  OfficeHolidays(DeployedTables tables) {
    this.tables = tables;
  }

  /** Reads the table if there is a newer one. */
  void look() {
    int newest = tables.version(TABLE);
    if (newest == version) return;
    tables.all().stream()
        .filter(table -> table.id().equals(TABLE))
        .findFirst()
        .ifPresent(table -> WorkingDays.follow(read(table)));
    version = newest;
  }

  /** A row that names no day (there is none in the shipped table) frees nobody. */
  static List<Holiday> read(RuleTable table) {
    var holidays = new ArrayList<Holiday>();
    for (var row : table.rows())
      try {
        holidays.add(
            new Holiday(
                row.from(), row.until(), number(table, row, "month"), number(table, row, "day")));
      } catch (IllegalArgumentException | ArithmeticException noDay) {
        LOGGER.warn(
            "row {} of the table {} is no holiday: {}", row.id(), TABLE, noDay.getMessage());
      }
    return holidays;
  }

  private static int number(RuleTable table, RuleTable.Row row, String name) {
    for (var column : table.columns())
      if (!column.asks() && column.name().equals(name))
        return new BigDecimal(row.cells().getOrDefault(column.id(), "")).intValueExact();
    throw new IllegalArgumentException("no column " + name);
  }

  @Override
  public void start() {
    look();
    runs = true;
    Thread.ofPlatform().daemon().name("foerderturm-holidays").start(this::watch);
  }

  private void watch() {
    while (runs)
      try {
        Thread.sleep(MILLIS);
        if (runs) look();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException outage) {
        LOGGER.debug("the table {} can't be read just now", TABLE, outage);
      }
  }

  @Override
  public void stop() {
    runs = false;
  }

  @Override
  public boolean isRunning() {
    return runs;
  }

  @Override
  public int getPhase() {
    return 200; // after the models are deployed, before jobs and the web server
  }
}
