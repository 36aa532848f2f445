package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.List;
import org.foerderturm.kernel.Rejected;

/** A question with a few fields: one act, a way out, and a refusal shown where it arose. */
public final class Dialogs {
  private Dialogs() {}

  /**
   * Opens it. Nothing is sent while a field lacks what {@link Inputs#required} asks of it or holds
   * what it can't hold: all of them are told at once.
   *
   * @param words on the button that acts; a verb
   * @param action what the button does; a {@link Rejected} is shown and the input kept
   * @param after runs when the action has succeeded
   * @param fields a refusal is said at the one that {@link Inputs#answers} it, else below them all
   */
  public static void open(
      Desk desk, String title, String words, Runnable action, Runnable after, Component... fields) {
    var parts = List.of(fields);
    Faults.forget(parts);
    var dialog = new Dialog(title);
    dialog.add(Ui.div("ft-form", fields));
    dialog.setWidth("28rem");
    var refusal = Ui.div("ft-refusal");
    refusal.getElement().setAttribute("role", "alert");
    dialog.add(refusal);
    dialog
        .getFooter()
        .add(
            Ui.quiet(t("action.cancel"), dialog::close),
            Ui.primary(
                words,
                () -> {
                  Faults.clear(parts);
                  refusal.setText("");
                  var faults = Faults.in(parts);
                  if (!faults.isEmpty()) {
                    Faults.say(faults, desk::refusal);
                    return;
                  }
                  try {
                    action.run();
                    dialog.close();
                    after.run();
                  } catch (Rejected no) {
                    var said = desk.refusal(no);
                    if (!Faults.refuse(parts, no, said)) refusal.setText(said);
                  }
                }));
    dialog.open();
  }
}
