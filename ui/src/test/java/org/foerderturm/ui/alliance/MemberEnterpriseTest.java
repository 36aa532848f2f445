package org.foerderturm.ui.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.foerderturm.alliance.Figures;
import org.foerderturm.enterprise.EnterpriseQuery.LastYear;
import org.foerderturm.enterprise.Year;
import org.junit.jupiter.api.Test;

class MemberEnterpriseTest {
  private static final LocalDate FOUNDED = LocalDate.of(2020, 4, 1);
  private static final Figures MEMBER = new Figures(20, 100L, 90, 900L, FOUNDED);

  @Test
  void own_figures_and_those_of_the_group_are_taken_over() {
    assertThat(
            MemberEnterprise.taken(
                MEMBER, new LastYear(2025, new Year(48, 200, 1), new Year(60, 300, 2))))
        .isEqualTo(new Figures(48, 200L, 60, 300L, FOUNDED));
  }

  @Test
  void a_group_that_the_register_does_not_know_stays_as_the_member_reported_it() {
    assertThat(MemberEnterprise.taken(MEMBER, new LastYear(2025, new Year(48, 200, 1), null)))
        .isEqualTo(new Figures(48, 200L, 90, 900L, FOUNDED));
  }
}
