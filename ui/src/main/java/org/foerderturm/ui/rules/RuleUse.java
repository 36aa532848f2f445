package org.foerderturm.ui.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.foerderturm.kernel.RuleTable;
import org.foerderturm.process.ModelQuery.FindModels;
import org.foerderturm.process.ProcessEvent.Model;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Words;

/** Where a table is asked. */
final class RuleUse {
  private RuleUse() {}

  /** What workflows are called, by their keys. */
  static Map<String, String> workflows(Desk desk) {
    var names = new LinkedHashMap<String, String>();
    for (var row : desk.ask(new FindModels()))
      if (row.kind().equals("bpmn"))
        names.computeIfAbsent(
            row.key(),
            key ->
                desk.workflow(new Model(row.key(), row.version(), row.definitionId(), row.name())));
    return names;
  }

  static String of(RuleTable table, Map<String, String> workflows) {
    var used = new ArrayList<String>();
    table.workflows().forEach(key -> used.add(workflows.getOrDefault(key, key)));
    var words = Words.code("table-use", table.id());
    if (!words.equals(table.id())) used.add(words);
    return used.isEmpty() ? "–" : String.join(", ", used);
  }
}
