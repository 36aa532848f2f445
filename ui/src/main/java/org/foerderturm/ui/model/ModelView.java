package org.foerderturm.ui.model;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.foerderturm.form.FormSchema;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.process.ModelQuery.FindModelSource;
import org.foerderturm.process.ModelQuery.FindModels;
import org.foerderturm.process.ModelQuery.ModelRow;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.foerderturm.ui.diagram.DecisionTable;
import org.foerderturm.ui.diagram.Diagram;
import org.foerderturm.ui.form.FormPanel;

/** One version of a model, with the others of the same name beside it. */
@Route("models/:definitionId")
@PermitAll
public class ModelView extends View implements BeforeEnterObserver {
  private final Div page = Ui.div("ft-case-columns");

  ModelView(Desk desk) {
    super(desk, t("nav.models"));
    addClassName("ft-case");
    add(page);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var id = event.getRouteParameters().get("definitionId").orElse("");
    var all = desk.ask(new FindModels());
    var model =
        all.stream()
            .filter(row -> row.definitionId().equals(id))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    var source = desk.ask(new FindModelSource(id));
    if (source == null) throw new NotFoundException();
    setHeading(ModelsView.name(desk, model));
    page.removeAll();
    page.setClassName("ft-wide", model.kind().equals("bpmn"));
    var side = new Section(facts(model), versions(model, all), download(model, source));
    side.addClassName("ft-case-side");
    side.getElement().setAttribute("aria-label", t("model.about"));
    var main = Ui.div("ft-case-main", drawing(model, source));
    page.add(main, side);
  }

  private Component drawing(ModelRow model, String source) {
    return switch (model.kind()) {
      case "bpmn" -> {
        var diagram = new Diagram(desk, false);
        diagram.addClassName("ft-large");
        diagram.showModel(model.definitionId(), ModelsView.name(desk, model));
        yield diagram;
      }
      case "dmn" -> new DecisionTable(source, List.of(), false);
      default -> form(source);
    };
  }

  private Component form(String source) {
    try {
      var schema = FormSchema.parse(source);
      var panel = new FormPanel(schema, Map.of(), desk, Map.of(), values -> {});
      panel.setReadOnly();
      var page = Ui.div("ft-preview", panel);
      schema
          .outcome()
          .ifPresent(
              field -> {
                var list = new UnorderedList();
                field.options().forEach(o -> list.add(new ListItem(FormPanel.label(o))));
                page.add(Ui.section(field.label().in(Words.locale()), list));
              });
      return page;
    } catch (Rejected unreadable) {
      return new Pre(source);
    }
  }

  private Component facts(ModelRow model) {
    var facts = Ui.facts();
    Ui.fact(facts, t("model.newest"), Formats.number(model.version()));
    Ui.fact(facts, t("model.by"), Desk.name(desk.names(), model.deployedBy()));
    Ui.fact(facts, t("model.at"), Formats.dateTime(model.deployedAt()));
    if (model.kind().equals("bpmn"))
      Ui.fact(facts, t("model.running"), Formats.number(model.runningCases()));
    var ids = Ui.facts();
    Ui.fact(ids, "key", model.key());
    Ui.fact(ids, "definitionId", model.definitionId());
    Ui.fact(ids, "sha256", model.sha256());
    var details = new Details(t("history.details"), ids);
    details.addClassNames("ft-fold", "ft-unprinted");
    return Ui.section(t("model.about"), facts, details);
  }

  private static Component versions(ModelRow model, List<ModelRow> all) {
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (var row : all)
      if (row.kind().equals(model.kind()) && row.key().equals(model.key())) {
        var words = t("model.version", "version", row.version());
        var item = new ListItem();
        if (row.definitionId().equals(model.definitionId())) item.add(Ui.span("ft-strong", words));
        else item.add(Ui.link("models/" + row.definitionId(), words));
        var about = Formats.date(row.deployedAt());
        if (row.kind().equals("bpmn"))
          about += " · " + Words.count("model.cases", row.runningCases());
        item.add(Ui.span("ft-quiet", about));
        list.add(item);
      }
    return Ui.section(t("model.versions"), list);
  }

  private static Component download(ModelRow model, String source) {
    var bytes = source.getBytes(StandardCharsets.UTF_8);
    var link = new Anchor();
    link.setText(t("model.download"));
    link.setHref(
        DownloadHandler.fromInputStream(
            event ->
                new DownloadResponse(
                    new ByteArrayInputStream(bytes),
                    model.key() + "." + model.kind(),
                    "application/octet-stream",
                    bytes.length)));
    return link;
  }
}
