package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.dom.DebouncePhase;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.foerderturm.kernel.ChangedMeanwhile;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Revision;

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
    assert Inputs.filled(fields).isEmpty()
        : "filled from a record? then revise it: " + Inputs.filled(fields);
    show(desk, title, words, action, after, fields);
  }

  /**
   * The same, for fields that were filled from a record: nobody's change is undone by one who knew
   * nothing of it, and where two changed the same, both values are shown and the person chooses.
   *
   * @param made what the fields say; asked once now, for what the person sees
   */
  public static <C extends Record & Revision<C>> void revise(
      Desk desk,
      String title,
      String words,
      Supplier<C> made,
      Runnable after,
      Component... fields) {
    revise(desk, title, words, made.get(), made, after, fields);
  }

  /**
   * The same, where only what was chosen tells which record it is.
   *
   * @param seen the command that the record as it was read would make
   */
  public static <C extends Record & Revision<C>> void reviseChosen(
      Desk desk,
      String title,
      String words,
      Supplier<C> seen,
      Supplier<C> made,
      Runnable after,
      Component... fields) {
    show(desk, title, words, () -> desk.send(Merge.seen(made.get(), seen.get())), after, fields);
  }

  /**
   * @param seen the command that the record as it was read would make
   */
  public static <C extends Record & Revision<C>> void revise(
      Desk desk,
      String title,
      String words,
      C seen,
      Supplier<C> made,
      Runnable after,
      Component... fields) {
    reviseChosen(desk, title, words, () -> seen, made, after, fields);
  }

  private static void show(
      Desk desk, String title, String words, Runnable action, Runnable after, Component... fields) {
    var parts = List.of(fields);
    Faults.forget(parts);
    var dialog = new Dialog(title);
    var form = Ui.div("ft-form", fields);
    dialog.add(form);
    dialog.setWidth("28rem");
    var entered = new AtomicBoolean();
    watch(form, entered);
    dialog.addDialogCloseActionListener(escaped -> leave(dialog, entered.get()));
    var refusal = Ui.div("ft-refusal");
    refusal.getElement().setAttribute("role", "alert");
    dialog.add(refusal);
    // what was refused was about the values before
    fields(form).forEach(field -> field.addValueChangeListener(change -> refusal.setText("")));
    dialog
        .getFooter()
        .add(
            Ui.quiet(t("action.cancel"), () -> leave(dialog, entered.get())),
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
                  } catch (ChangedMeanwhile changed) {
                    Choosing.open(
                        desk,
                        changed,
                        () -> {
                          dialog.close();
                          after.run();
                        });
                  } catch (Rejected no) {
                    var said = desk.refusal(no);
                    if (!Faults.refuse(parts, no, said)) refusal.setText(said);
                  }
                }));
    dialog.open();
  }

  /** Notes that something was entered: by the first key already, chosen, ticked or typed. */
  private static void watch(Component form, AtomicBoolean entered) {
    form.getElement()
        .addEventListener("input", typed -> entered.set(true))
        .debounce(1000, DebouncePhase.LEADING);
    fields(form)
        .forEach(
            field ->
                field.addValueChangeListener(
                    change -> {
                      if (change.isFromClient()) entered.set(true);
                    }));
  }

  private static Stream<HasValue<?, ?>> fields(Component component) {
    return component instanceof HasValue<?, ?> field
        ? Stream.of(field)
        : component.getChildren().flatMap(Dialogs::fields);
  }

  /** What was entered is lost by leaving, so that is asked once. */
  private static void leave(Dialog dialog, boolean entered) {
    if (!entered) {
      dialog.close();
      return;
    }
    var ask = new ConfirmDialog();
    ask.setHeader(t("dialog.leave"));
    ask.setText(t("dialog.leave-help"));
    ask.setConfirmText(t("dialog.leave-act"));
    ask.setCancelText(t("action.back"));
    ask.setCancelable(true);
    ask.addConfirmListener(confirmed -> dialog.close());
    ask.open();
  }
}
