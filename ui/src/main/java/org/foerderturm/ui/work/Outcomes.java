package org.foerderturm.ui.work;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.foerderturm.form.Field;
import org.foerderturm.form.FormSchema;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.foerderturm.ui.form.FormPanel;
import org.jspecify.annotations.Nullable;

/**
 * The buttons below a form: one for each outcome, the expected one first and before the others,
 * unless the form is neutral; without outcomes a single one. What follows stands beside; what can't
 * be undone is asked once.
 */
final class Outcomes extends Div {

  /**
   * @param only the words of the button if the form has no outcome
   * @param send gets the chosen value, or null
   */
  Outcomes(FormPanel form, FormSchema schema, String only, Consumer<@Nullable String> send) {
    addClassName("ft-outcomes");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", t("task.decide"));
    var outcome = schema.outcome();
    if (outcome.isEmpty()) {
      add(
          Ui.primary(
              only,
              () -> {
                if (form.check()) send.accept(null);
              }));
      return;
    }
    var field = outcome.get();
    if (field.isNeutral()) addLegend(field);
    var buttons = new LinkedHashMap<String, List<Component>>();
    var consequences = Ui.div("ft-consequences");
    for (var option : field.options()) {
      boolean expected = !field.isNeutral() && option.equals(field.options().getFirst());
      var label = FormPanel.label(option);
      var button = new Button(label, click -> decide(form, field, option, send));
      if (expected) button.addThemeNames("primary");
      button.setId("outcome-" + option.value());
      add(button);
      var parts = new ArrayList<Component>(List.of(button));
      buttons.put(option.value(), parts);
      var follows = field.consequence(option.value(), Words.locale());
      if (follows == null) continue;
      var line = Ui.div("ft-consequence", Ui.span("ft-strong", label + ": "), new Span(follows));
      line.setId("follows-" + option.value());
      button.getElement().setAttribute("aria-describedby", "follows-" + option.value());
      consequences.add(line);
      parts.add(line);
    }
    if (consequences.getChildren().findAny().isPresent()) add(consequences);
    form.onRefresh(
        () ->
            buttons.forEach(
                (option, parts) ->
                    parts.forEach(part -> part.setVisible(form.offers(field, option)))));
  }

  /** A vote says what it is: nobody should take it for the answer to the question above. */
  private void addLegend(Field field) {
    var title = new H2(field.label().in(Words.locale()));
    title.setId("outcome-legend");
    add(title);
    if (!field.description().isEmpty())
      add(Ui.span("ft-outcome-help", field.description().in(Words.locale())));
    getElement().removeAttribute("aria-label");
    getElement().setAttribute("aria-labelledby", "outcome-legend");
  }

  private static void decide(
      FormPanel form, Field field, Field.Option option, Consumer<@Nullable String> send) {
    form.choose(option.value());
    if (!form.check()) return;
    var question = field.confirmation(option.value(), Words.locale());
    if (question == null) {
      send.accept(option.value());
      return;
    }
    var dialog = new ConfirmDialog();
    dialog.setHeader(FormPanel.label(option));
    dialog.setText(question);
    dialog.setConfirmText(FormPanel.label(option));
    dialog.setCancelText(t("action.back"));
    dialog.setCancelable(true);
    dialog.addConfirmListener(confirmed -> send.accept(option.value()));
    dialog.open();
  }
}
