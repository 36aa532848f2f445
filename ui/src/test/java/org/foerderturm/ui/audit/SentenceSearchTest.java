package org.foerderturm.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.foerderturm.audit.AuditQuery.Term;
import org.foerderturm.ui.common.Messages;
import org.junit.jupiter.api.Test;

class SentenceSearchTest {
  private static final List<String> TYPES =
      List.of("CaseAdvanced", "ContributionDeferred", "DecisionTaken", "FundsDrawn");
  private static final Map<String, String> NAMES = Map.of("projekt", "Petra Müller");
  private static final Map<String, Set<String>> OUTCOMES = Map.of("eligible", Set.of("Geeignet"));

  @Test
  void each_word_stands_for_the_types_that_are_told_with_it() {
    assertThat(german("GESTUNDET  Bis")).extracting(Term::saying).startsWith(deferred());
    assertThat(german("gestundet entschieden"))
        .extracting(Term::saying)
        .containsExactly(deferred(), List.of("DecisionTaken"));
    assertThat(german("\"es bleiben\"").getFirst().saying()).containsExactly("FundsDrawn");
    assertThat(german("\"bleiben es\"").getFirst().saying()).isEmpty();
  }

  @Test
  void the_language_of_the_person_counts() {
    assertThat(search(Messages.ENGLISH).terms("deferred").getFirst().saying())
        .containsExactly("ContributionDeferred");
    assertThat(german("deferred").getFirst().saying()).isEmpty();
  }

  @Test
  void names_of_what_is_filled_in_are_no_words() {
    assertThat(german("leftCents").getFirst().saying()).isEmpty();
    assertThat(german("actor").getFirst().saying()).isEmpty();
  }

  @Test
  void every_word_of_a_shown_sentence_finds_it() {
    assertThat(german("Petra Müller hat „Eignung prüfen“ mit „geeignet“ entschieden."))
        .extracting(Term::text)
        .containsExactly(
            "Petra", "Müller", "hat", "Eignung", "prüfen", "mit", "geeignet", "entschieden");
    assertThat(german("Müller").getFirst().also()).containsExactly("projekt");
    assertThat(german("geeignet").getFirst().also()).contains("eligible");
    assertThat(german("gestartet").getFirst().also()).contains("enginestarted");
    assertThat(german("angenommen,").getFirst().also()).contains("accepted");
    assertThat(german("Das System").getLast().also()).contains("system");
  }

  @Test
  void days_and_amounts_are_searched_as_they_are_kept() {
    assertThat(german("26.11.2026").getFirst().also()).containsExactly("2026-11-26");
    assertThat(german("1.234.567,89").getFirst().also()).containsExactly("123456789");
    assertThat(german("1.234,50\u00a0€").getFirst().also()).containsExactly("123450");
    assertThat(search(Messages.ENGLISH).terms("€12,000.00").getFirst().also())
        .containsExactly("1200000");
    assertThat(german("12.000").getFirst().also()).containsExactly("1200000", "12000");
  }

  @Test
  void what_is_excluded_is_marked_and_nothing_searched_is_nothing() {
    assertThat(german("gestundet -Mahnung"))
        .extracting(Term::text, Term::excluded)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("gestundet", false),
            org.assertj.core.groups.Tuple.tuple("Mahnung", true));
    for (var searched : List.of("", "  ", "\"", "\0", "…".repeat(0) + "„“"))
      assertThat(german(searched)).as(searched).isEmpty();
  }

  private static List<String> deferred() {
    return List.of("ContributionDeferred");
  }

  private static List<Term> german(String searched) {
    return search(Locale.GERMANY).terms(searched);
  }

  private static SentenceSearch search(Locale locale) {
    return new SentenceSearch(TYPES, NAMES, OUTCOMES, locale);
  }
}
