package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foerderturm.kernel.ChangedMeanwhile;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** Two changed the same: who comes second sees both values and chooses, field by field. */
public final class Choosing {
  private Choosing() {}

  /** How the fields and their values are called. */
  public interface Told {
    String label(String field);

    String value(String field, @Nullable Object value);
  }

  private static final Told VARIABLES =
      new Told() {
        @Override
        public String label(String field) {
          return Values.label(field);
        }

        @Override
        public String value(String field, @Nullable Object value) {
          return Values.of(value, field);
        }
      };

  /**
   * @param after runs when what was chosen is recorded
   */
  static void open(Desk desk, ChangedMeanwhile changed, Runnable after) {
    open(desk, changed, VARIABLES, after);
  }

  /** The same, for fields that have their own words. */
  public static void open(Desk desk, ChangedMeanwhile changed, Told told, Runnable after) {
    var choices = new LinkedHashMap<String, RadioButtonGroup<Boolean>>();
    if (changed.args().get("fields") instanceof List<?> fields)
      for (var each : fields)
        if (each instanceof Map<?, ?> field)
          choices.put(String.valueOf(field.get("field")), choice(field, told));
    var parts = new ArrayList<Component>(choices.values());
    var dialog = new Dialog(t("changed.title"));
    dialog.setWidth("28rem");
    var refusal = Ui.div("ft-refusal");
    refusal.getElement().setAttribute("role", "alert");
    dialog.add(new Paragraph(said(desk, changed)));
    dialog.add(Ui.div("ft-form", parts.toArray(Component[]::new)), refusal);
    dialog
        .getFooter()
        .add(
            Ui.quiet(t("action.cancel"), dialog::close),
            Ui.primary(
                t("changed.record"),
                () -> {
                  refusal.setText("");
                  Faults.clear(parts);
                  var open = Faults.in(parts);
                  if (!open.isEmpty()) {
                    Faults.say(open, desk::refusal);
                    return;
                  }
                  var mine =
                      choices.entrySet().stream()
                          .filter(each -> each.getValue().getValue())
                          .map(Map.Entry::getKey)
                          .toList();
                  try {
                    desk.send(changed.settled(mine));
                    dialog.close();
                    after.run();
                  } catch (ChangedMeanwhile again) {
                    dialog.close();
                    open(desk, again, told, after);
                  } catch (Rejected no) {
                    refusal.setText(desk.refusal(no));
                  }
                }));
    Faults.forget(parts);
    dialog.open();
  }

  private static RadioButtonGroup<Boolean> choice(Map<?, ?> field, Told told) {
    var path = String.valueOf(field.get("field"));
    var name = path.substring(path.lastIndexOf('.') + 1);
    var group = new RadioButtonGroup<Boolean>(told.label(name));
    group.setItems(true, false);
    group.setItemLabelGenerator(
        mine ->
            mine
                ? t("changed.mine", "value", told.value(name, field.get("wanted")))
                : t("changed.theirs", "value", told.value(name, field.get("now"))));
    group.addThemeNames("vertical");
    return Inputs.required(group, "choice-missing");
  }

  private static String said(Desk desk, ChangedMeanwhile changed) {
    if (!(changed.args().get("by") instanceof String by)
        || !(changed.args().get("at") instanceof String at)) return t("changed.by-somebody");
    return t(
        "changed.by",
        "name",
        Desk.name(desk.names(), by),
        "at",
        Formats.dateTime(Instant.parse(at)));
  }
}
