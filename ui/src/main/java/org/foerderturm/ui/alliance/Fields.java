package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foerderturm.alliance.Terms;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.NumberField;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** What the alliance's dialogs have beside {@link Inputs}, and terms in words. */
final class Fields {
  private Fields() {}

  static <T> Select<T> choice(String label, T[] values, String prefix) {
    var field = new Select<T>();
    field.setLabel(label);
    field.setItems(values);
    field.setItemLabelGenerator(each -> each == null ? "" : Words.code(prefix, code(each)));
    field.setManualValidation(true);
    return field;
  }

  private static String code(Object value) {
    return value.toString().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  static int year(NumberField field) {
    @Nullable Integer year = Inputs.wholeIfAny(field);
    if (year == null) throw Inputs.wrong(field, "year-missing", Map.of());
    return year;
  }

  /** What made the amount differ from the fee of the class, in a few words each. */
  static List<String> modifiers(Terms terms) {
    var said = new ArrayList<String>();
    if (terms.assessedClass() != terms.appliedClass())
      said.add(
          t(
              "terms.capped",
              "class",
              Words.code("contribution-class", terms.assessedClass().code())));
    if (terms.startUp()) said.add(t("terms.start-up"));
    if (terms.months() < 12) said.add(t("terms.months", "months", Formats.number(terms.months())));
    if (terms.creditCents() > 0)
      said.add(t("terms.in-kind", "amount", Formats.euros(terms.creditCents())));
    if (terms.vatCategory() != null)
      said.add(
          t(
              "terms.vat",
              "category",
              Words.code("vat-category", terms.vatCategory()),
              "percent",
              String.valueOf(terms.vatPercent())));
    if (terms.exceptionReason() != null)
      said.add(t("terms.exception", "reason", terms.exceptionReason()));
    return said;
  }
}
