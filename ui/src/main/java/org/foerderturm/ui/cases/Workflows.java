package org.foerderturm.ui.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foerderturm.kernel.NameOrder;
import org.foerderturm.process.ModelQuery.FindModels;
import org.foerderturm.process.ProcessEvent.Model;
import org.foerderturm.ui.common.Desk;

/** The workflows that cases run by. */
public final class Workflows {
  private Workflows() {}

  /** The keys of all workflows, in the order of what they are called. */
  public static List<String> inOrder(Desk desk) {
    var names = new HashMap<String, String>();
    for (var row : desk.ask(new FindModels()))
      if (row.kind().equals("bpmn"))
        names.computeIfAbsent(
            row.key(),
            key -> desk.workflow(new Model(key, row.version(), row.definitionId(), row.name())));
    return names.entrySet().stream()
        .sorted(NameOrder.by(Map.Entry<String, String>::getValue))
        .map(Map.Entry::getKey)
        .toList();
  }
}
