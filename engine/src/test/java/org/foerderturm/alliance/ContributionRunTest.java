package org.foerderturm.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foerderturm.kernel.Refusals.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.foerderturm.alliance.ContributionRunCommand.*;
import org.foerderturm.alliance.ContributionRunEvent.*;
import org.foerderturm.alliance.MemberCommand.AssessContribution;
import org.foerderturm.alliance.MemberCommand.ChargeContribution;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Rejected;
import org.junit.jupiter.api.Test;

class ContributionRunTest {
  private static final String R = "contribution-run-2027";
  private static final List<String> TWO = List.of("m1", "m2");
  private static final ContributionRunPreviewed PREVIEWED =
      new ContributionRunPreviewed(R, 2027, 2, TWO);
  private static final ContributionRunAssessed ASSESSED = new ContributionRunAssessed(R, 2027, TWO);
  private static final ContributionRunFinalised FINAL = new ContributionRunFinalised(R, 2027, 2);

  private final List<Command> sent = new ArrayList<>();
  private final AggregateTestFixture<ContributionRun> run =
      new AggregateTestFixture<>(ContributionRun.class);

  ContributionRunTest() {
    Consequences consequences = sent::add;
    run.registerInjectableResource(consequences);
  }

  @Test
  void a_preview_names_its_members() {
    run.givenNoPriorActivity()
        .when(new PreviewContributionRun(R, 2027, TWO))
        .expectEvents(PREVIEWED);
  }

  @Test
  void a_preview_may_be_made_anew() {
    run.given(PREVIEWED, ASSESSED)
        .when(new PreviewContributionRun(R, 2027, List.of("m1")))
        .expectEvents(new ContributionRunPreviewed(R, 2027, 1, List.of("m1")));
  }

  @Test
  void a_run_without_members_is_none() {
    refused(
        run.givenNoPriorActivity().when(new PreviewContributionRun(R, 2027, List.of())),
        "run-without-members");
  }

  @Test
  void no_member_is_in_a_run_twice() {
    refused(
        run.givenNoPriorActivity().when(new PreviewContributionRun(R, 2027, List.of("m1", "m1"))),
        "member-twice-in-run");
  }

  @Test
  void a_year_has_one_run_only() {
    refused(
        run.givenNoPriorActivity()
            .when(new PreviewContributionRun("contribution-run-2026", 2027, TWO)),
        "run-year-wrong");
  }

  @Test
  void a_run_is_of_a_year_in_which_the_alliance_exists() {
    for (int year : new int[] {2014, 2101})
      refused(
          new AggregateTestFixture<>(ContributionRun.class)
              .givenNoPriorActivity()
              .when(new PreviewContributionRun("contribution-run-" + year, year, TWO)),
          "run-year-wrong");
  }

  @Test
  void each_portion_of_a_preview_assesses_its_members() {
    run.given(PREVIEWED)
        .when(new AssessContributions(R, List.of("m2")))
        .expectEvents(new ContributionRunAssessed(R, 2027, List.of("m2")));
    assertThat(sent).containsExactly(new AssessContribution("m2", 2027, R));
  }

  @Test
  void nobody_else_is_assessed_in_a_run() {
    refused(
        run.given(PREVIEWED).when(new AssessContributions(R, List.of("m3"))),
        "member-not-in-run",
        Map.of("memberId", "m3"));
  }

  @Test
  void what_is_final_charges_every_member_as_assessed() {
    run.given(PREVIEWED, ASSESSED).when(new MakeContributionRunFinal(R)).expectEvents(FINAL);
    assertThat(sent)
        .containsExactly(
            new ChargeContribution("m1", 2027, R), new ChargeContribution("m2", 2027, R));
  }

  @Test
  void if_one_member_cannot_be_charged_the_run_is_not_final() {
    var refusing = new AggregateTestFixture<>(ContributionRun.class);
    Consequences consequences =
        command -> {
          if (command.equals(new ChargeContribution("m2", 2027, R)))
            throw new Rejected("not-in-alliance");
        };
    refusing.registerInjectableResource(consequences);
    refused(
        refusing.given(PREVIEWED, ASSESSED).when(new MakeContributionRunFinal(R)),
        "not-in-alliance");
  }

  @Test
  void an_incomplete_preview_is_not_made_final() {
    refused(
        run.given(PREVIEWED, new ContributionRunAssessed(R, 2027, List.of("m1")))
            .when(new MakeContributionRunFinal(R)),
        "run-preview-incomplete",
        Map.of("missing", 1));
    assertThat(sent).isEmpty();
  }

  @Test
  void a_new_preview_forgets_what_was_assessed_in_the_former() {
    refused(
        run.given(PREVIEWED, ASSESSED, PREVIEWED).when(new MakeContributionRunFinal(R)),
        "run-preview-incomplete",
        Map.of("missing", 2));
  }

  @Test
  void a_preview_may_be_cancelled_for_a_reason() {
    run.given(PREVIEWED)
        .when(new CancelContributionRun(R, "Beitragsordnung wird geändert"))
        .expectEvents(new ContributionRunCancelled(R, 2027, "Beitragsordnung wird geändert"));
  }

  @Test
  void a_run_is_cancelled_with_a_reason_only() {
    refused(
        run.given(PREVIEWED).when(new CancelContributionRun(R, " ")),
        "run-cancelled-without-reason");
  }

  @Test
  void what_was_cancelled_is_neither_assessed_nor_made_final_nor_cancelled_again() {
    var cancelled = new ContributionRunCancelled(R, 2027, "x");
    for (var command :
        List.of(
            new AssessContributions(R, TWO),
            new MakeContributionRunFinal(R),
            new CancelContributionRun(R, "y"))) {
      var fixture = new AggregateTestFixture<>(ContributionRun.class);
      Consequences consequences = sent::add;
      fixture.registerInjectableResource(consequences);
      refused(fixture.given(PREVIEWED, ASSESSED, cancelled).when(command), "run-not-previewed");
    }
  }

  @Test
  void after_a_cancellation_the_year_may_be_previewed_anew() {
    run.given(PREVIEWED, new ContributionRunCancelled(R, 2027, "x"))
        .when(new PreviewContributionRun(R, 2027, TWO))
        .expectEvents(PREVIEWED);
  }

  @Test
  void what_is_final_stays_final() {
    for (var command :
        List.of(
            new PreviewContributionRun(R, 2027, TWO),
            new AssessContributions(R, TWO),
            new MakeContributionRunFinal(R),
            new CancelContributionRun(R, "x"))) {
      var fixture = new AggregateTestFixture<>(ContributionRun.class);
      Consequences consequences = sent::add;
      fixture.registerInjectableResource(consequences);
      refused(fixture.given(PREVIEWED, ASSESSED, FINAL).when(command), "run-already-final");
    }
  }
}
