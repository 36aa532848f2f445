package org.foerderturm.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.RuleChange;
import org.foerderturm.log.Json;
import org.foerderturm.log.Ticket;
import org.foerderturm.process.ProcessEvent.OfficeRowsKept;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows that the office itself decided on, in the order of their approval. Whoever deploys the
 * table anew deploys them with it: a modeler is told what is missing, the product's own start puts
 * them back, and where the product's new table leaves them no room it keeps the office's (ADR 17).
 */
final class OfficeRows {
  private static final Logger log = LoggerFactory.getLogger(OfficeRows.class);

  private final JdbcClient db;
  private final Deployer deployer;
  private final DeployedTables tables;

  OfficeRows(JdbcClient db, Deployer deployer, DeployedTables tables) {
    this.db = db;
    this.deployer = deployer;
    this.tables = tables;
  }

  /** Remembers a change and makes it a version. */
  void publish(RuleChange change, String text) {
    db.sql(
            "insert into office_rule_change (file, number, change)"
                + " select ?, coalesce(max(number), 0) + 1, ?::json from office_rule_change where file = ?")
        .params(change.file(), Json.write(change), change.file())
        .update();
    deployer.deploy(name(change.file()), Map.of(change.file() + ".dmn", text), true);
  }

  /** Not the workflow's: by a name the engine finds what the product deployed last. */
  private static String name(String file) {
    return "rules-" + file;
  }

  private List<RuleChange> changes(String file) {
    return db.sql("select change::text from office_rule_change where file = ? order by number")
        .param(file)
        .query((row, i) -> Json.read(row.getString(1), RuleChange.class))
        .list();
  }

  /** The newest texts of those files that hold rows of the office, by the file's name. */
  Map<String, String> newest(Set<String> files) {
    var newest = new LinkedHashMap<String, String>();
    for (var file : tables(files)) {
      var text = tables.text(file);
      if (text != null) newest.put(file, text);
    }
    return newest;
  }

  private List<String> tables(Set<String> files) {
    var changed = db.sql("select distinct file from office_rule_change").query(String.class).list();
    return files.stream()
        .filter(file -> file.endsWith(".dmn"))
        .map(file -> file.substring(0, file.length() - ".dmn".length()))
        .filter(changed::contains)
        .toList();
  }

  /**
   * Refuses files that lack rows of the office.
   *
   * @throws Rejected {@code office-row-missing}
   */
  void mustBeIn(Map<String, String> resources) {
    for (var file : tables(resources.keySet())) {
      var given = RuleFile.of(file, resources.getOrDefault(file + ".dmn", ""));
      for (var change : changes(file))
        if (isMissing(given, change))
          throw new Rejected("office-row-missing", Map.of("table", change.table()));
    }
  }

  private static boolean isMissing(RuleFile given, RuleChange change) {
    try {
      return RuleEdit.again(given, change);
    } catch (Rejected noRoom) {
      return true;
    }
  }

  /**
   * Puts the office's rows back into what the product has just deployed.
   *
   * @param before what was the newest text of each file before
   * @param mayBeDeployed file name and text → whether the allow-list passes it
   */
  void keep(
      Map<String, String> resources,
      Map<String, String> before,
      BiPredicate<String, String> mayBeDeployed) {
    before.forEach(
        (file, former) -> {
          var shipped = resources.getOrDefault(file + ".dmn", "");
          if (former.equals(tables.text(file))) return; // nothing new came
          var problem = new ArrayList<String>();
          var text = merged(file, shipped, problem);
          if (problem.isEmpty() && !mayBeDeployed.test(file + ".dmn", text))
            problem.add("model-refused");
          deployer.deploy(
              name(file), Map.of(file + ".dmn", problem.isEmpty() ? text : former), true);
          var why = problem.isEmpty() ? null : problem.getFirst();
          if (why != null)
            log.warn(
                "the new version of the table {} has no room for the office's own rows ({});"
                    + " the office's version stays in force, see the page Regeln",
                file,
                why);
          told(file, why);
        });
  }

  private void told(String file, @Nullable String problem) {
    Ticket.current()
        .add(
            "models",
            "models-" + name(file),
            new OfficeRowsKept(file, tables.version(file), changes(file).size(), problem),
            null);
  }

  private String merged(String file, String shipped, List<String> problem) {
    var table = RuleFile.of(file, shipped);
    for (var change : changes(file))
      try {
        RuleEdit.again(table, change);
      } catch (Rejected noRoom) {
        problem.add(noRoom.code());
      }
    return table.text();
  }
}
