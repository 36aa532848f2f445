package org.foerderturm.ui.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foerderturm.chain.ChainStage.APPLICATION;
import static org.foerderturm.chain.ChainStage.CONSORTIUM;
import static org.foerderturm.chain.ChainStage.DRAW_DOWN;
import static org.foerderturm.chain.ChainStage.NOTICE;
import static org.foerderturm.chain.ChainStage.PAPER;
import static org.foerderturm.chain.ChainStage.PROJECT;

import java.time.LocalDate;
import java.util.List;
import org.foerderturm.chain.ChainQuery.ChainNode;
import org.foerderturm.chain.ChainStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainPathTest {

  @Test
  void what_an_application_in_preparation_lacks_may_come() {
    var chain = List.of(node(APPLICATION, "prepared"));
    assertThat(ChainPath.missing(PAPER, chain)).isEqualTo("chain.not-yet");
    assertThat(ChainPath.missing(NOTICE, chain)).isEqualTo("chain.not-yet");
    assertThat(ChainPath.missing(CONSORTIUM, chain)).isEqualTo("chain.none");
  }

  @Test
  void a_submitted_application_waits_for_its_notice_and_no_more_for_a_paper() {
    var chain = List.of(node(APPLICATION, "submitted"));
    assertThat(ChainPath.missing(PAPER, chain)).isEqualTo("chain.none");
    assertThat(ChainPath.missing(NOTICE, chain)).isEqualTo("chain.not-yet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stopped", "rejected", "closed"})
  void nothing_follows_an_application_that_ended(String state) {
    var chain = List.of(node(CONSORTIUM, "constituted"), node(APPLICATION, state));
    assertThat(ChainPath.missing(NOTICE, chain)).isEqualTo("chain.none");
    assertThat(ChainPath.missing(PROJECT, chain)).isEqualTo("chain.none");
  }

  @Test
  void the_money_of_a_project_that_was_granted_elsewhere_is_drawn_there() {
    var elsewhere = List.of(node(PROJECT, "running"));
    assertThat(ChainPath.missing(NOTICE, elsewhere)).isEqualTo("chain.elsewhere");
    assertThat(ChainPath.missing(DRAW_DOWN, elsewhere)).isEqualTo("chain.elsewhere");
    var here = List.of(node(APPLICATION, "granted"), node(PROJECT, "running"));
    assertThat(ChainPath.missing(DRAW_DOWN, here)).isEqualTo("chain.not-yet");
  }

  private static ChainNode node(ChainStage stage, String state) {
    return new ChainNode(
        "id", stage, "id", "Hafen", null, LocalDate.parse("2026-01-02"), null, state);
  }
}
