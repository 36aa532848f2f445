package org.foerderturm.council;

import static org.foerderturm.council.CouncilRegister.ID;

import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.foerderturm.council.CouncilCommand.GiveCouncilNumber;
import org.foerderturm.council.CouncilCommand.NameOriginalPaper;
import org.foerderturm.council.CouncilEvent.CouncilNumberAsked;
import org.foerderturm.council.CouncilEvent.CouncilNumberGiven;
import org.foerderturm.council.CouncilEvent.OriginalPaperNamed;
import org.junit.jupiter.api.Test;

class CouncilRegisterTest {
  private static final Instant NEW_YEARS_EVE = Instant.parse("2026-12-31T22:59:00Z"); // 23:59 here
  private static final Instant NEW_YEAR = Instant.parse("2026-12-31T23:01:00Z");

  private final AggregateTestFixture<CouncilRegister> register =
      new AggregateTestFixture<>(CouncilRegister.class);

  @Test
  void numbers_run_without_a_gap() {
    register
        .given(asked("v-1"), given("v-1", "00001-26"))
        .andGivenCurrentTime(NEW_YEARS_EVE)
        .when(new GiveCouncilNumber(ID, "v-2"))
        .expectEvents(asked("v-2"), given("v-2", "00002-26"));
  }

  @Test
  void with_the_new_year_in_the_office_they_begin_again() {
    register
        .givenCurrentTime(NEW_YEARS_EVE)
        .andGiven(asked("v-1"), given("v-1", "00001-26"))
        .andGivenCurrentTime(NEW_YEAR)
        .when(new GiveCouncilNumber(ID, "v-2"))
        .expectEvents(asked("v-2"), given("v-2", "00001-27"));
  }

  @Test
  void a_paper_has_one_number() {
    register
        .given(asked("v-1"), given("v-1", "00001-26"))
        .when(new GiveCouncilNumber(ID, "v-1"))
        .expectNoEvents()
        .expectExceptionMessage("council-number-already-given");
  }

  @Test
  void a_supplement_bears_the_number_of_its_paper_and_takes_none_of_the_year() {
    register
        .given(
            asked("v-1"),
            given("v-1", "00001-26"),
            new OriginalPaperNamed(ID, "v-2", "v-1", "00001-26"),
            asked("v-2"),
            new CouncilNumberGiven(ID, "v-2", "00001-26-E1", "v-1"),
            new OriginalPaperNamed(ID, "v-3", "v-1", "00001-26"))
        .when(new GiveCouncilNumber(ID, "v-3"))
        .expectEvents(asked("v-3"), new CouncilNumberGiven(ID, "v-3", "00001-26-E2", "v-1"));
  }

  @Test
  void only_a_registered_paper_can_be_supplemented_and_no_supplement() {
    register
        .given(
            asked("v-1"),
            given("v-1", "00001-26"),
            new OriginalPaperNamed(ID, "v-2", "v-1", "00001-26"),
            asked("v-2"),
            new CouncilNumberGiven(ID, "v-2", "00001-26-E1", "v-1"))
        .when(new NameOriginalPaper(ID, "v-3", "00001-26-e1"))
        .expectNoEvents()
        .expectExceptionMessage("council-number-unknown");
    register
        .given(asked("v-1"), given("v-1", "00001-26"))
        .when(new NameOriginalPaper(ID, "v-3", " 00001-26 "))
        .expectEvents(new OriginalPaperNamed(ID, "v-3", "v-1", "00001-26"));
  }

  @Test
  void there_is_no_second_register() {
    register
        .givenNoPriorActivity()
        .when(new GiveCouncilNumber("other", "v-1"))
        .expectNoEvents()
        .expectExceptionMessage("council-register-unknown");
  }

  private static CouncilNumberAsked asked(String paperId) {
    return new CouncilNumberAsked(ID, paperId);
  }

  private static CouncilNumberGiven given(String paperId, String number) {
    return new CouncilNumberGiven(ID, paperId, number, null);
  }
}
