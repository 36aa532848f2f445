package org.foerderturm.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.foerderturm.audit.AuditQuery.HistoryRow;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Office;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Receipt;
import org.junit.jupiter.api.Test;

class SentencesTest {
  private static final String DRAWN =
      "\"name\":\"Zeche\",\"amountCents\":100,\"receivedOn\":\"2026-02-03\",\"leftCents\":200";

  @Test
  void what_has_no_value_is_left_out_where_the_words_provide_for_it() throws Exception {
    assertThat(said("{" + DRAWN + ",\"spendBy\":\"2026-03-17\"}"))
        .contains("03.02.2026, auszugeben bis 17.03.2026; es bleiben");
    assertThat(said("{" + DRAWN + ",\"spendBy\":null}"))
        .isEqualTo(said("{" + DRAWN + "}"))
        .contains("eingegangen am 03.02.2026; es bleiben")
        .doesNotContain("–", "auszugeben");
  }

  @Test
  void what_is_known_besides_follows_and_what_is_nothing_does_not() throws Exception {
    var examined =
        "\"name\":\"Werk\",\"decidedOn\":\"2026-02-03\",\"recognisedCents\":1,\"cutCents\":0,"
            + "\"refundCents\":0";
    assertThat(said("ProofExamined", "{" + examined + ",\"grounds\":\"Belege fehlen\"}"))
        .endsWith("Gründe: Belege fehlen");
    assertThat(said("ProofExamined", "{" + examined + "}")).doesNotContain("Gründe");
    assertThat(said("AidDetermined", "{\"aboveCents\":0}")).doesNotContain("darüber");
    assertThat(said("AidDetermined", "{\"aboveCents\":100}")).contains("1,00").contains("darüber");
  }

  /** Words of an event that no payload could ever fill would never be said. */
  @Test
  void what_may_follow_a_sentence_names_values() {
    for (var locale : java.util.List.of(Messages.GERMAN, Messages.ENGLISH))
      Messages.all(locale)
          .forEach(
              (key, words) -> {
                if (key.matches("event\\.[A-Z]\\w+\\.(?!without-|plain$)[a-zA-Z]+"))
                  assertThat(words).as(key).containsPattern("\\{\\w+}");
              });
  }

  @Test
  void a_draft_budget_says_which_rows_are_off_by_how_much() throws Exception {
    var balanced = "{\"row\":\"0812\",\"costsCents\":900,\"grantCents\":500,\"ownCents\":400}";
    var off = "{\"row\":\"0835\",\"costsCents\":900,\"grantCents\":500,\"thirdPartyCents\":401}";
    assertThat(
            said(
                "PartnerBudgeted",
                "{\"name\":\"Werk\",\"lines\":[%s,%s]}".formatted(balanced, off)))
        .contains("Budget von Werk", "0835 Aufträge: 0,01", "zu viel")
        .doesNotContain("0812");
    assertThat(said("PartnerBudgeted", "{\"name\":\"Werk\",\"lines\":[%s]}".formatted(balanced)))
        .doesNotContain("passen noch nicht");
  }

  @Test
  void a_refused_attempt_is_told_in_the_words_of_the_refusal() throws Exception {
    assertThat(said("AttemptRefused", "{\"code\":\"reason-missing\",\"args\":{}}"))
        .contains("abgelehnt: ")
        .doesNotContain("reason-missing", "..");
  }

  @Test
  void a_refused_attempt_says_what_was_tried() throws Exception {
    var code = "\"code\":\"reason-missing\",\"args\":{}";
    assertThat(said("AttemptRefused", "{\"command\":\"MoveDeadline\"," + code + "}"))
        .startsWith("Petra wollte eine Frist verlegen; abgelehnt: ");
    assertThat(said("AttemptRefused", "{\"command\":\"Xyz\"," + code + "}"))
        .startsWith("Petra wollte etwas ändern; abgelehnt: ");
  }

  @Test
  void every_sentence_leads_with_who_acted() throws Exception {
    for (var key : Messages.all(Messages.GERMAN).keySet())
      if (key.matches("event\\.[A-Z]\\w+"))
        assertThat(said(key.substring(6), "{}")).as(key).startsWith("Petra");
    for (var step :
        java.util.List.of(
            "{}",
            "{\"trigger\":{\"kind\":\"timer\"}}",
            "{\"ended\":\"completed\"}",
            "{\"tasksClosed\":[{\"reason\":\"cancelled\",\"taskKey\":\"Task_x\"}]}"))
      assertThat(sentences().step(row("CaseAdvanced", step)))
          .startsWith("Petra: ")
          .doesNotContain("Task_x");
  }

  @Test
  void a_failed_step_is_told_without_ids_and_the_machines_words() {
    assertThat(sentences().incident("m:1", "ServiceTask_x", "Unknown property used in expression"))
        .contains("Schritt", "gescheitert")
        .doesNotContain("ServiceTask_x", "Unknown");
    assertThat(sentences().incident("m:1", "CallActivity_x", null))
        .contains("aufgerufen")
        .doesNotContain("CallActivity_x");
    assertThat(sentences().incident("m:1", null, "reason-missing"))
        .contains(Messages.find("rejected.reason-missing", Messages.GERMAN));
  }

  private static String said(String payload) throws JsonProcessingException {
    return said("FundsDrawn", payload);
  }

  private static String said(String type, String payload) throws JsonProcessingException {
    return sentences().of(row(type, payload));
  }

  private static Sentences sentences() {
    return new Sentences(new Desk(new Nobody(), new Petra()));
  }

  private static HistoryRow row(String type, String payload) throws JsonProcessingException {
    return new HistoryRow(
        1,
        "e1",
        "a1",
        "FundingApplication",
        type,
        1,
        Instant.EPOCH,
        "petra",
        "Petra",
        null,
        "",
        "c1",
        null,
        null,
        new ObjectMapper().readTree(payload),
        "00");
  }

  private static final class Petra extends CurrentActor {
    @Override
    public Actor get() {
      return new Actor("petra", null, Set.of());
    }
  }

  /** An office that knows no names. */
  private static final class Nobody implements Office {
    @Override
    public Receipt send(Command command, Actor actor, String key) {
      throw new AssertionError("nothing is to be sent: " + command);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> R ask(Query<R> query, Actor actor) {
      return (R) Map.of();
    }

    @Override
    public <R> R asOf(Set<String> things, long position, Supplier<R> questions) {
      throw new AssertionError("nobody looks back here, but at " + things);
    }

    @Override
    public AutoCloseable onChange(Consumer<Set<String>> listener) {
      return () -> {};
    }
  }
}
