package org.foerderturm.ui.common;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;

/** The browser's own slider: keyboard, touch and screen readers come with it. */
@Tag("input")
public class Range extends AbstractSinglePropertyField<Range, String>
    implements HasStyle, HasSize, HasAriaLabel {
  public Range(int max, int value) {
    super("value", "0", false);
    getElement().setAttribute("type", "range");
    getElement().setAttribute("min", "0");
    getElement().setAttribute("max", Integer.toString(max));
    setSynchronizedEvent("change");
    setValue(Integer.toString(value));
  }

  public int at() {
    return Integer.parseInt(getValue());
  }

  public void moveTo(int step) {
    setValue(Integer.toString(step));
  }

  /** What a screen reader says for the place of the slider. */
  public void setValueText(String words) {
    getElement().setAttribute("aria-valuetext", words);
  }
}
