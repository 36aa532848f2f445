package org.foerderturm.ui.model;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import org.foerderturm.kernel.NameOrder;
import org.foerderturm.process.ModelQuery.FindModels;
import org.foerderturm.process.ModelQuery.ModelRow;
import org.foerderturm.process.ProcessEvent.Model;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;

/** The newest version of each model: workflows, decision tables, forms. */
@Route("models")
@PermitAll
public class ModelsView extends View {
  ModelsView(Desk desk) {
    super(desk, t("nav.models"));
    var names = desk.names();
    var all = desk.ask(new FindModels());
    for (var kind : List.of("bpmn", "dmn", "form")) {
      var newest = new LinkedHashMap<String, ModelRow>();
      var running = new LinkedHashMap<String, Long>();
      for (var row : all)
        if (row.kind().equals(kind)) {
          newest.putIfAbsent(row.key(), row);
          running.merge(row.key(), row.runningCases(), Long::sum);
        }
      if (newest.isEmpty()) continue;
      var list = Lists.<ModelRow>grid(t("model.kind." + kind));
      list.addComponentColumn(row -> Ui.link("models/" + row.definitionId(), name(desk, row)))
          .setHeader(t("model.name"))
          .setWidth("13rem")
          .setFlexGrow(3);
      list.addColumn(row -> Formats.number(row.version()))
          .setHeader(t("model.newest"))
          .setTextAlign(ColumnTextAlign.END)
          .setAutoWidth(true);
      if (kind.equals("bpmn"))
        list.addColumn(row -> Formats.number(running.getOrDefault(row.key(), 0L)))
            .setHeader(t("model.running"))
            .setTextAlign(ColumnTextAlign.END)
            .setAutoWidth(true);
      list.addColumn(row -> Desk.name(names, row.deployedBy()))
          .setHeader(t("model.by"))
          .setAutoWidth(true);
      list.addColumn(row -> Formats.dateTime(row.deployedAt()))
          .setHeader(t("model.at"))
          .setAutoWidth(true);
      list.setItems(newest.values().stream().sorted(NameOrder.by(row -> name(desk, row))).toList());
      list.setAllRowsVisible(true);
      add(Ui.section(t("model.kind." + kind), list));
    }
    if (all.isEmpty()) add(Ui.empty(t("model.none"), t("model.none-help")));
  }

  /** Workflows and tables have a name in each language, forms the one that is in the file. */
  static String name(Desk desk, ModelRow row) {
    if (row.kind().equals("bpmn"))
      return desk.workflow(new Model(row.key(), row.version(), row.definitionId(), row.name()));
    return Words.table(row.key(), row.name() == null ? row.key() : row.name());
  }
}
