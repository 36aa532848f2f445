package org.foerderturm.ui.common;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import java.util.Collection;
import org.foerderturm.kernel.SearchText;

/** Fields in which one of many is found by what it is called: words in any order, any letters. */
public final class Pickers {
  private Pickers() {}

  /**
   * @param items in the order in which they are offered
   */
  public static <T> void fill(
      ComboBoxBase<?, T, ?> box, Collection<T> items, ItemLabelGenerator<T> called) {
    box.setItemLabelGenerator(called);
    box.setItems((item, typed) -> SearchText.matches(called.apply(item), typed), items);
  }
}
