package org.foerderturm.ui.common;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.foerderturm.document.Signs;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** What is wrong with the fields of a dialog, each said at its field. */
final class Faults {
  private Faults() {}

  /** Bad input that the screen itself found, and where. */
  static final class AtField extends Rejected {
    final transient Component field;

    AtField(Component field, String code, Map<String, ?> args) {
      super(code, args);
      this.field = field;
    }
  }

  /**
   * @param codes of refusals that are about the field
   * @param checks of what was entered, in turn; the first that throws is told
   */
  private record About(List<String> codes, List<Runnable> checks) {
    static About of(Component field) {
      var known = ComponentUtil.getData(field, About.class);
      if (known != null) return known;
      var fresh = new About(new ArrayList<>(), new ArrayList<>());
      ComponentUtil.setData(field, About.class, fresh);
      return fresh;
    }
  }

  static void answers(Component field, String... codes) {
    About.of(field).codes().addAll(List.of(codes));
  }

  /**
   * @param check throws {@link AtField}
   */
  static void check(Component field, Runnable check) {
    About.of(field).checks().add(check);
  }

  /** All that can be known before anything is sent; what is not shown is not asked. */
  static List<AtField> in(Collection<? extends Component> parts) {
    var found = new ArrayList<AtField>();
    for (var field : fields(parts)) {
      var fault = isShown(field) ? fault(field) : null;
      if (fault != null) found.add(fault);
    }
    return found;
  }

  private static @Nullable AtField fault(Component field) {
    try {
      for (var check : About.of(field).checks()) check.run();
      if (field instanceof TextField line) checkText(line, line.getValue(), line.getMaxLength());
      if (field instanceof TextArea text) checkText(text, text.getValue(), text.getMaxLength());
      return null;
    } catch (AtField fault) {
      return fault;
    }
  }

  /**
   * A browser stops at a field's limit; what comes another way is refused here. A sign that no
   * paper can show is refused where it is typed, not years later when the minutes are printed.
   */
  private static void checkText(Component field, String words, int most) {
    if (most > 0 && words.length() > most)
      throw new AtField(field, "input-too-long", Map.of("most", most, "length", words.length()));
    try {
      Signs.check(words);
    } catch (Rejected no) {
      throw new AtField(field, no.code(), no.args());
    }
  }

  /** Marks each at its field and leads to the first. */
  static void say(List<AtField> faults, Function<Rejected, String> words) {
    for (var fault : faults) mark(fault.field, words.apply(fault));
    if (!faults.isEmpty()) lead(faults.getFirst().field);
  }

  /**
   * Says the refusal at the field that it is about.
   *
   * @return false if it is about none of them
   */
  static boolean refuse(Collection<? extends Component> parts, Rejected no, String words) {
    for (var field : fields(parts)) {
      boolean here =
          no instanceof AtField at
              ? at.field == field
              : About.of(field).codes().contains(no.code());
      if (here && field instanceof HasValidation) {
        mark(field, words);
        lead(field);
        return true;
      }
    }
    return false;
  }

  private static void mark(Component field, String words) {
    if (field instanceof HasValidation valid) {
      valid.setErrorMessage(words);
      valid.setInvalid(true);
    }
  }

  private static void lead(Component field) {
    if (field instanceof Focusable<?> focusable) focusable.focus();
    field.scrollIntoView();
  }

  static void clear(Collection<? extends Component> parts) {
    for (var field : fields(parts))
      if (field instanceof HasValidation valid) valid.setInvalid(false);
  }

  /** Takes a mark away once its field was changed; what is still wrong is said when it is sent. */
  static void forget(Collection<? extends Component> parts) {
    for (var field : fields(parts))
      if (field instanceof HasValidation valid && field instanceof HasValue<?, ?> value)
        value.addValueChangeListener(change -> valid.setInvalid(false));
  }

  private static boolean isShown(Component field) {
    return field.isVisible() && field.getParent().map(Faults::isShown).orElse(true);
  }

  /** The fields themselves, also of those that stand in a group. */
  static List<Component> fields(Collection<? extends Component> parts) {
    return parts.stream().<Component>flatMap(Faults::within).toList();
  }

  private static Stream<Component> within(Component part) {
    return part instanceof HasValidation
        ? Stream.of(part)
        : Stream.concat(Stream.of(part), part.getChildren().flatMap(Faults::within));
  }
}
