package org.foerderturm.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.Map;
import java.util.function.Function;
import org.foerderturm.form.Field;
import org.foerderturm.ui.common.NumberField;
import org.foerderturm.ui.common.TypedField;
import org.jspecify.annotations.Nullable;

/**
 * A drawn field: a Vaadin component and the way between its value and plain JSON.
 *
 * @param <V> what the component holds
 */
final class Input<V> {
  private final Field field;
  private final Component component;
  private final HasValueAndElement<?, V> value;
  private final Function<V, @Nullable Object> toJson;
  private final Function<Object, @Nullable V> fromJson;

  <C extends Component & HasValueAndElement<?, V>> Input(
      Field field,
      C component,
      Function<V, @Nullable Object> toJson,
      Function<Object, @Nullable V> fromJson) {
    this.field = field;
    this.component = component;
    this.value = component;
    this.toJson = toJson;
    this.fromJson = fromJson;
  }

  Field field() {
    return field;
  }

  Component component() {
    return component;
  }

  /** The value as plain JSON, null if there is none. */
  @Nullable Object get() {
    return value.isEmpty() && !(value.getValue() instanceof Boolean)
        ? null
        : toJson.apply(value.getValue());
  }

  /** Takes a plain JSON value; one that does not fit leaves the field empty. */
  void set(@Nullable Object json) {
    if (json == null) return;
    try {
      var fitting = fromJson.apply(json);
      if (fitting != null) value.setValue(fitting);
      if (component instanceof NumberField number && startsWithItsOwn())
        number.against(number.readable());
      if (json instanceof Map && component instanceof TypedField<?> typed)
        typed.showText(typed.getValue()); // kept by a draft as it was typed, and still unreadable
    } catch (RuntimeException doesNotFit) {
      value.clear();
    }
  }

  /** Not with another figure of the case, which is a proposal. */
  private boolean startsWithItsOwn() {
    var from = field.prefill();
    return from == null || from.equals(field.name()) || from.equals(field.path());
  }

  void clear() {
    value.clear();
  }

  void onEdit(Runnable action) {
    value.addValueChangeListener(
        (HasValue.ValueChangeListener<HasValue.ValueChangeEvent<V>>)
            change -> {
              if (change.isFromClient()) action.run();
            });
    if (component instanceof TypedField<?> typed) typed.onPick(action);
  }

  void setReadOnly(boolean readOnly) {
    value.setReadOnly(readOnly);
  }

  boolean isReadOnly() {
    return value.isReadOnly();
  }

  /** Why what was typed can't be read or can't stand here; null for nothing. */
  @Nullable String fault() {
    return component instanceof TypedField<?> typed ? typed.fault() : null;
  }

  /** Shows what is wrong at its place; null for nothing. */
  void problem(@Nullable String words) {
    if (component instanceof HasValidationProperties validated) {
      validated.setErrorMessage(words == null ? "" : words);
      validated.setInvalid(words != null);
    }
  }
}
