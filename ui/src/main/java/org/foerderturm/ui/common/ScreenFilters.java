package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasPlaceholder;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.dom.Element;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the filters above a list are set to, in words. */
final class ScreenFilters {
  private ScreenFilters() {}

  /** Null if the screen has no filters. */
  static @Nullable String words(List<Element> screen) {
    var bars = new ArrayList<Element>();
    screen.forEach(part -> collect(part, bars));
    if (bars.isEmpty()) return null;
    var set = new ArrayList<String>();
    bars.forEach(bar -> read(bar, set));
    return set.isEmpty() ? t("print.no-filter") : String.join("; ", set);
  }

  static boolean are(Element element) {
    var kinds = element.getClassList();
    return kinds.contains("ft-filters") || kinds.contains("ft-inbox-filters");
  }

  private static void collect(Element element, List<Element> bars) {
    if (element.isTextNode() || !element.isVisible()) return;
    if (are(element)) bars.add(element);
    else element.getChildren().forEach(child -> collect(child, bars));
  }

  private static void read(Element element, List<String> set) {
    if (element.isTextNode() || !ScreenPaper.isShown(element)) return;
    var component = element.getComponent().orElse(null);
    if (component instanceof HasValue<?, ?> field) {
      var value = value(field);
      if (value != null) set.add(label(component) + ": " + value);
    } else if (component instanceof Tabs tabs) {
      if (tabs.getSelectedTab() != null) set.add(ScreenText.of(tabs.getSelectedTab().getElement()));
    } else if (element.hasAttribute("aria-current")) {
      set.add(ScreenText.of(element.getChildren().findFirst().orElse(element)));
    } else element.getChildren().forEach(child -> read(child, set));
  }

  static String label(Component component) {
    var label = component instanceof HasLabel named ? named.getLabel() : null;
    if (label == null || label.isBlank()) label = component.getElement().getAttribute("aria-label");
    if (label == null || label.isBlank())
      label = component.getElement().getProperty("accessibleName");
    if ((label == null || label.isBlank()) && component instanceof HasPlaceholder field)
      label = field.getPlaceholder();
    return label == null || label.isBlank() ? t("print.filter") : label;
  }

  /** Null if nothing is entered or chosen. */
  static @Nullable String value(HasValue<?, ?> field) {
    @Nullable Object value = field.getValue();
    if (value == null || field.isEmpty() || value.equals("") || value.equals(false)) return null;
    if (value instanceof Collection<?> some)
      return some.isEmpty()
          ? null
          : some.stream().map(each -> one(field, each)).collect(Collectors.joining(", "));
    return one(field, value);
  }

  @SuppressWarnings("unchecked")
  private static String one(HasValue<?, ?> field, Object value) {
    if (value instanceof Boolean) return t("variable.yes");
    if (value instanceof LocalDate day) return Formats.date(day);
    @Nullable ItemLabelGenerator<?> words =
        switch (field) {
          case Select<?> select -> select.getItemLabelGenerator();
          case ComboBoxBase<?, ?, ?> box -> box.getItemLabelGenerator();
          case RadioButtonGroup<?> group -> group.getItemLabelGenerator();
          default -> null;
        };
    if (words == null) return value.toString();
    var said = ((ItemLabelGenerator<Object>) words).apply(value);
    return Objects.requireNonNullElse(said, value.toString());
  }
}
