package org.foerderturm.ui.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.ui.common.NumberField;
import org.junit.jupiter.api.Test;

/** The size of an organisation matters for companies; only they must give it. */
class SizeFieldsTest {
  private final SizeFields size = new SizeFields();

  @Test
  void only_a_company_must_say_how_large_it_is() {
    assertThat(required()).hasSize(2);
    size.fit(MemberKind.UNIVERSITY);
    assertThat(required()).isEmpty();
    size.fit(MemberKind.COMPANY);
    assertThat(required()).hasSize(2);
  }

  @Test
  void what_was_marked_as_missing_is_not_missing_of_others() {
    required().forEach(field -> field.setInvalid(true));
    size.fit(MemberKind.UNIVERSITY);
    assertThat(fields()).noneMatch(NumberField::isInvalid);
  }

  private List<NumberField> required() {
    return fields().stream().filter(NumberField::isRequiredIndicatorVisible).toList();
  }

  private List<NumberField> fields() {
    return size.getChildren()
        .filter(NumberField.class::isInstance)
        .map(NumberField.class::cast)
        .toList();
  }
}
