package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.foerderturm.committee.Share;
import org.foerderturm.ui.common.Inputs;
import org.jspecify.annotations.Nullable;

/** Parts of a whole in the words of rules, and the field in which one chooses or types one. */
final class Shares {
  private static final Pattern PART = Pattern.compile("([1-9]\\d{0,2})\\s*/\\s*([1-9]\\d{0,2})");
  private static final List<Share> USUAL =
      List.of(
          Share.moreThan(1, 2),
          Share.atLeast(1, 2),
          Share.atLeast(2, 3),
          Share.atLeast(3, 4),
          Share.atLeast(4, 5),
          Share.atLeast(1, 3),
          Share.atLeast(1, 4),
          Share.atLeast(1, 5),
          Share.atLeast(1, 1));

  private Shares() {}

  static String words(Share share) {
    return t(
        share.atLeast() ? "rules.at-least" : "rules.more-than",
        "part",
        share.numerator() + "/" + share.denominator());
  }

  static ComboBox<Share> field(String label, String help, Share value) {
    var field = new ComboBox<Share>(label);
    field.setItems(USUAL);
    field.setItemLabelGenerator(Shares::words);
    field.setHelperText(help);
    field.setAllowCustomValue(true);
    field.addCustomValueSetListener(
        typed -> {
          var share = read(typed.getDetail());
          field.setValue(share);
          field.setInvalid(share == null);
          if (share == null) field.setErrorMessage(t("rejected.part-missing"));
        });
    field.setValue(value);
    return Inputs.required(field, "part-missing");
  }

  /** What was chosen; stops the dialog at this field if that is nothing. */
  static Share chosen(ComboBox<Share> field) {
    if (field.getValue() == null) throw Inputs.wrong(field, "part-missing", Map.of());
    return field.getValue();
  }

  /** "mehr als 3/5", "more than 3/5", or "3/5" for at least so many; null for anything else. */
  static @Nullable Share read(String typed) {
    var part = PART.matcher(typed);
    if (!part.find()) return null;
    int numerator = Integer.parseInt(part.group(1));
    int denominator = Integer.parseInt(part.group(2));
    var before = typed.substring(0, part.start()).toLowerCase(Locale.ROOT);
    boolean more = before.contains("mehr") || before.contains("more");
    if (numerator > denominator || (more && numerator == denominator)) return null;
    return more ? Share.moreThan(numerator, denominator) : Share.atLeast(numerator, denominator);
  }
}
