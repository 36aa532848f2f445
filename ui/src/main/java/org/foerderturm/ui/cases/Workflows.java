package org.foerderturm.ui.cases;

import java.text.Collator;
import java.util.HashMap;
import java.util.List;
import org.foerderturm.process.ModelQuery.FindModels;
import org.foerderturm.process.ProcessEvent.Model;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Words;

/** The workflows that cases run by. */
final class Workflows {
  private Workflows() {}

  /** The keys of all workflows, in the order of what they are called. */
  static List<String> inOrder(Desk desk) {
    var names = new HashMap<String, String>();
    for (var row : desk.ask(new FindModels()))
      if (row.kind().equals("bpmn"))
        names.computeIfAbsent(
            row.key(),
            key -> desk.workflow(new Model(key, row.version(), row.definitionId(), row.name())));
    var order = Collator.getInstance(Words.locale());
    return names.keySet().stream()
        .sorted((one, other) -> order.compare(names.get(one), names.get(other)))
        .toList();
  }
}
