package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import org.foerderturm.kernel.Rejected;

/** A question with a few fields: one act, a way out, and a refusal shown where it arose. */
public final class Dialogs {
  private Dialogs() {}

  /**
   * Opens it.
   *
   * @param words on the button that acts; a verb
   * @param action what the button does; a {@link Rejected} is shown and the input kept
   * @param after runs when the action has succeeded
   */
  public static void open(
      Desk desk, String title, String words, Runnable action, Runnable after, Component... fields) {
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
                  try {
                    action.run();
                    dialog.close();
                    after.run();
                  } catch (Rejected no) {
                    refusal.setText(desk.refusal(no));
                  }
                }));
    dialog.open();
  }
}
