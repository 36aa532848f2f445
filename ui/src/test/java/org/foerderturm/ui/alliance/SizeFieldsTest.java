package org.foerderturm.ui.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.BigDecimalField;
import java.util.List;
import org.foerderturm.alliance.MemberKind;
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
    assertThat(fields()).noneMatch(BigDecimalField::isInvalid);
  }

  private List<BigDecimalField> required() {
    return fields().stream().filter(BigDecimalField::isRequiredIndicatorVisible).toList();
  }

  private List<BigDecimalField> fields() {
    return size.getChildren()
        .filter(BigDecimalField.class::isInstance)
        .map(BigDecimalField.class::cast)
        .toList();
  }
}
