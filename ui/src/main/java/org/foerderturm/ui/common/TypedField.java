package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.DomEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.typed.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A line of text that is meant as a number, a day or a time. The text is what the field holds, so
 * nothing that was typed, pasted or entered by a number pad is dropped on its way; the server reads
 * it when the field is left and when it is sent. What it can't read stays and is marked.
 *
 * @param <T> what the text says
 */
public abstract class TypedField<T> extends TextField {
  private static final int A_SECOND = 1000;
  private static final String TEXT = "element.value";

  /** An answer that comes late never overwrites what was typed since. */
  private static final String WRITE =
      "if (this.value === $0 && !this.hasAttribute('focused')) this.value = $1";

  private final transient List<Runnable> picks = new ArrayList<>();
  private final transient List<Runnable> looks = new ArrayList<>();
  private String help = "";
  private String said = "";
  private boolean marked;
  private boolean focused;
  private boolean offering;

  /** The text that the field was left with, where the server has not got it yet. */
  private @Nullable String awaited;

  private transient @Nullable T chosen;
  private transient @Nullable T confirmed;

  TypedField(String label) {
    super(label);
    setManualValidation(true);
    setValueChangeMode(ValueChangeMode.LAZY);
    setValueChangeTimeout(A_SECOND);
    setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
    addValueChangeListener(
        change -> {
          if (!change.isFromClient()) return;
          if (marked) setInvalid(false);
          // what was typed in the last second arrives only after the field was left
          if (getValue().equals(awaited)) left();
          if (!focused) {
            leave();
            // who else listens takes marks away, so it is looked at again when they are through
            getElement()
                .getNode()
                .runWhenAttached(ui -> ui.beforeClientResponse(this, all -> settle()));
          }
        });
    getElement()
        .addEventListener(
            "focus",
            entered -> {
              focused = true;
              awaited = null;
            });
    getElement()
        .addEventListener(
            "blur",
            left -> {
              focused = false;
              left(left);
            })
        .addEventData(TEXT);
    getElement()
        .addEventListener("keydown", this::left)
        .setFilter("event.key === 'Enter'")
        .addEventData(TEXT);
  }

  /** The browser waits a second before it tells a text, so it may be on its way still. */
  private void left(DomEvent event) {
    var told = event.getEventData().path(TEXT);
    if (told.isString() && !told.asString().equals(getValue())) awaited = told.asString();
    else left();
  }

  abstract Typed<T> read(String text);

  /** As the field writes a value; reads as the same value. */
  public abstract String written(T value);

  /** Throws {@link #wrong} for a value that can't stand here. */
  void check(T value) {}

  /** What the field shows without that anybody typed it. */
  void shown(@Nullable T value) {}

  /** Whether the value is so unlikely that one is asked once; {@link #question} says why. */
  boolean asks(T value) {
    return false;
  }

  /** What is thrown for a value that {@link #asks}, until somebody says that it is meant. */
  Rejected question(T value) {
    throw new IllegalStateException();
  }

  /** What is said below a value; empty for nothing. */
  String words(T value) {
    return "";
  }

  /** What stands in the field, whether or not it can stand there. */
  public final Typed<T> typed() {
    return read(getValue());
  }

  /**
   * Null for nothing.
   *
   * @throws Rejected about this field, if the text can't be read or the value can't stand here
   */
  public final @Nullable T value() {
    return switch (typed()) {
      case Typed.Empty<T> nothing -> null;
      case Typed.Value<T>(var value) -> {
        check(value);
        if (isAsked(value)) throw question(value);
        yield value;
      }
      case Typed.Unreadable<T> no -> throw unreadable(no);
    };
  }

  private boolean isAsked(T value) {
    return asks(value) && !value.equals(confirmed);
  }

  /** The value, or null where there is none that could be taken; to draw, never to send. */
  public final @Nullable T readable() {
    return typed() instanceof Typed.Value<T>(var value) ? value : null;
  }

  public final void show(@Nullable T value) {
    shown(value);
    chosen = value;
    confirmed = value; // it was asked about when it was entered
    setValue(value == null ? "" : written(value));
    say(value == null ? "" : words(value));
  }

  /** Shows a text that may not be readable, and says so. */
  public final void showText(String text) {
    setValue(text);
    chosen = readable();
    leave(this::setValue);
  }

  /** Why the text can't be taken, in words; null if it can. */
  public final @Nullable String fault() {
    try {
      value();
      return null;
    } catch (Rejected no) {
      return Words.refusal(no);
    }
  }

  /** Called when a value is picked instead of typed. */
  public final void onPick(Runnable action) {
    picks.add(action);
  }

  /**
   * For a filter: called with each other value as the field is left, Enter is pressed or a value is
   * picked; never for a text that can't be read, which is marked while all stays as it was.
   */
  public final void onChosen(Consumer<@Nullable T> action) {
    Runnable look =
        () -> {
          if (fault() != null || Objects.equals(value(), chosen)) return;
          chosen = value();
          action.accept(chosen);
        };
    looks.add(look);
    addValueChangeListener(
        change -> {
          if (change.isFromClient() && getValue().isEmpty()) look.run();
        });
    onPick(look);
  }

  /** What {@link #value} throws. */
  final Rejected wrong(String code, Map<String, ?> args) {
    return Inputs.wrong(this, code, args);
  }

  final void pick(T value) {
    confirmed = value;
    setValue(written(value));
    leave();
    picks.forEach(Runnable::run);
  }

  private void settle() {
    if (!focused) leave();
  }

  private void left() {
    awaited = null;
    leave();
    looks.forEach(Runnable::run);
  }

  private void leave() {
    leave(text -> getElement().executeJs(WRITE, getValue(), text));
  }

  /**
   * @param write puts the value as the field writes it in the place of the text
   */
  private void leave(Consumer<String> write) {
    var words = fault();
    if (words != null) {
      setErrorMessage(words);
      setInvalid(true);
      if (!offering) say(""); // what it said was of another value
      marked = true;
      return;
    }
    @Nullable T value = value();
    if (value != null && !getValue().equals(written(value))) write.accept(written(value));
    if (marked) setInvalid(false);
    say(value == null ? "" : words(value));
  }

  /** Where two things could be meant, each is a button. */
  @Override
  public void setInvalid(boolean invalid) {
    super.setInvalid(invalid);
    if (!invalid) marked = false;
    var offered = invalid ? offered() : List.<T>of();
    if (offered.isEmpty()) {
      // also called while the component itself is made, when nothing of this exists yet
      if (offering) say(said);
      return;
    }
    offering = true;
    var meant = Ui.div("ft-meant");
    if (offered.size() > 1) meant.add(new Span(t("typed.meant")));
    for (var reading : offered)
      meant.add(
          Ui.quiet(
              asks(reading) ? t("typed.yes", "value", offer(reading)) : offer(reading),
              () -> pick(reading)));
    setHelperComponent(meant);
  }

  private List<T> offered() {
    return switch (typed()) {
      case Typed.Unreadable<T>(var reason, var readings) ->
          readings.stream().filter(this::fits).toList();
      case Typed.Value<T>(var value) when isAsked(value) -> List.of(value);
      default -> List.of();
    };
  }

  boolean fits(T reading) {
    return true;
  }

  String offer(T reading) {
    return written(reading);
  }

  @Override
  public void setHelperText(@Nullable String text) {
    help = text == null ? "" : text;
    say(said);
  }

  /** Words beside the help that the field has anyway. */
  private void say(String words) {
    said = words;
    offering = false;
    setHelperComponent(null); // else the readings that were offered would stay
    super.setHelperText(help.isEmpty() || words.isEmpty() ? help + words : words + " · " + help);
  }

  private Rejected unreadable(Typed.Unreadable<T> no) {
    var readings = no.readings();
    return wrong(
        code(no.reason()),
        readings.isEmpty()
            ? Map.of()
            : Map.of("one", told(readings.getFirst()), "other", told(readings.getLast())));
  }

  String code(Typed.Reason reason) {
    return switch (reason) {
      case NUMBER -> "number-unreadable";
      case NUMBER_AMBIGUOUS -> "number-ambiguous";
      case DECIMALS -> "number-not-whole";
      case DAY -> "day-unreadable";
      case NO_SUCH_DAY -> "no-such-day";
      case DAY_AMBIGUOUS -> "day-ambiguous";
      case TIME -> "time-unreadable";
      case NOT_ALONE -> "moment-half";
      case LEFT_OUT -> "moment-left-out";
    };
  }

  /** A reading as a sentence names it. */
  String told(T reading) {
    return written(reading);
  }
}
