package org.foerderturm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * One word for one thing, as the glossary (docs/glossary.md) has it: in messages, forms, models and
 * papers. What people type, what is recorded, and official names of others are left alone.
 */
class OneWordTest {
  /** Not to be said, and what is said instead. */
  private static final Map<String, String> GERMAN =
      Map.ofEntries(
          Map.entry("\\b[Ww]orkflows?\\b|\\bProzess(e|es)?\\b|Prozessdiagramm", "Ablauf, Vorgang"),
          Map.entry("\\bFalle?s?\\b(?= (anlegen|starten|öffnen|abschließen))", "Vorgang"),
          Map.entry("\\bDokument(e|en|s|es)?\\b", "Unterlage"),
          Map.entry("Kennw[oö]rt", "Passwort"),
          Map.entry("Anmeldename|Nutzername|Login\\b", "Benutzername"),
          Map.entry("Mittelabruf|Geldabruf", "Abruf"),
          Map.entry("Geldgeber|Zuwendungsgeber|Fördermittelgeber", "Fördergeber"),
          Map.entry("Bewilligungsbescheid|Zuwendungsbrief", "Bescheid"),
          Map.entry("Zuschuss|Zuschüsse|Subvention", "Zuwendung"),
          Map.entry("Ausschuss|Ausschüsse|Komitee", "Gremium"),
          Map.entry("Protokollführ|Schriftführer", "Schriftführung"),
          Map.entry("Sitzungsprotokoll", "Niederschrift"),
          Map.entry("Deadline|Stichfrist", "Frist"),
          Map.entry("\\bFirm(a|en)\\b", "Unternehmen"),
          Map.entry("Teilnehmer", "Partner, Mitglied"),
          Map.entry("\\bTicket|\\bTodo", "Aufgabe"));

  private static final Map<String, String> ENGLISH =
      Map.ofEntries(
          Map.entry("\\b[Pp]rocess(es)?\\b(?! (it|them|the))", "workflow, case"),
          Map.entry("\\b[Ll]og-?in name|\\b[Ss]ign-in name|\\b[Aa]ccount name", "user name"),
          Map.entry("\\b[Dd]rawdown|\\b[Pp]ay-?outs?\\b|[Pp]ayment request", "draw-down"),
          Map.entry("\\b[Gg]rantor|\\b[Ss]ponsor|[Ff]unding (body|agency)", "funder"),
          Map.entry("[Gg]rant letter|[Aa]ward letter|[Ff]unding notice", "notice"),
          Map.entry("\\b[Ss]ubsid(y|ies)\\b", "grant"),
          Map.entry("\\b[Cc]ommittees?\\b", "body"),
          Map.entry("[Mm]eeting (protocol|record)", "minutes"),
          Map.entry("\\b[Mm]inute-?taker|\\b[Nn]ote-?taker|\\b[Ss]ecretary", "clerk"),
          Map.entry("\\b[Oo]rganization|\\b[Cc]anceled\\b", "British spelling"),
          Map.entry("\\b[Tt]icket|\\b[Tt]o-?do\\b", "task"));

  /** Kinds and roles that bear the word as their name, and words of the outside. */
  private static final Set<String> NAMES =
      Set.of("body-kind.COMMITTEE", "role.committee-member", "role.rank.committee-member");

  @Test
  void messages_say_one_word_for_one_thing() throws IOException {
    assertThat(faults(messages("src/main/resources/i18n/messages_de.properties"), GERMAN))
        .isEmpty();
    assertThat(faults(messages("src/main/resources/i18n/messages_en.properties"), ENGLISH))
        .isEmpty();
  }

  @Test
  void papers_say_the_same_words() throws IOException {
    var folder = "../engine/src/main/resources/alliance/";
    assertThat(faults(messages(folder + "offer_de.properties"), GERMAN)).isEmpty();
    assertThat(faults(messages(folder + "offer_en.properties"), ENGLISH)).isEmpty();
  }

  @Test
  void forms_and_models_say_the_same_words() throws IOException {
    var german = new LinkedHashMap<String, String>();
    var english = new LinkedHashMap<String, String>();
    try (var walk = Files.walk(Path.of("../processes/src/main/resources"))) {
      for (var file : walk.filter(OneWordTest::isModel).toList()) {
        var text = Files.readString(file);
        collect(GERMAN_LABEL, text, file, german);
        collect(ENGLISH_LABEL, text, file, english);
      }
    }
    assertThat(german).hasSizeGreaterThan(500);
    assertThat(english).hasSizeGreaterThan(300);
    assertThat(faults(german, GERMAN)).isEmpty();
    assertThat(faults(english, ENGLISH)).isEmpty();
  }

  @Test
  void a_discarded_word_is_found() {
    for (var word : List.of("Das Kennwort", "ein Dokument anfordern", "der Ausschuss", "Workflow"))
      assertThat(faults(Map.of("x", word), GERMAN)).as(word).hasSize(1);
    for (var word : List.of("the login name", "a drawdown", "the committee", "Process 1"))
      assertThat(faults(Map.of("x", word), ENGLISH)).as(word).hasSize(1);
    assertThat(faults(Map.of("x", "Die Dokumentation, der Fördergeber"), GERMAN)).isEmpty();
  }

  private static final Pattern GERMAN_LABEL =
      Pattern.compile(
          "\"(?:label|description|text|dateLabel|timeLabel)\"\\s*:\\s*\"([^\"]+)\"|\\bname=\"([^\"]+)\"(?! value)");
  private static final Pattern ENGLISH_LABEL =
      Pattern.compile(
          "\"[a-zA-Z-]+\\.en\"\\s*:\\s*\"([^\"]+)\"|name=\"[a-zA-Z.-]+\\.en\" value=\"([^\"]+)\"");

  private static boolean isModel(Path file) {
    return file.toString().matches(".*\\.(form|bpmn|dmn)");
  }

  private static void collect(Pattern pattern, String text, Path file, Map<String, String> labels) {
    pattern
        .matcher(text)
        .results()
        .forEach(
            found -> {
              var label = found.group(1) == null ? found.group(2) : found.group(1);
              // names of messages are types of events
              if (!label.matches("([A-Z][a-z]+){2,}"))
                labels.put(file.getFileName() + ":" + found.start(), label);
            });
  }

  private static Map<String, String> messages(String file) throws IOException {
    var words = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of(file))) {
      words.load(in);
    }
    var messages = new LinkedHashMap<String, String>();
    words.stringPropertyNames().stream()
        .sorted()
        .filter(key -> !NAMES.contains(key))
        // holes are names of fields
        .forEach(key -> messages.put(key, words.getProperty(key).replaceAll("\\{[^}]*}", "")));
    return messages;
  }

  private static List<String> faults(Map<String, String> said, Map<String, String> discarded) {
    var faults = new ArrayList<String>();
    discarded.forEach(
        (bad, good) -> {
          var pattern = Pattern.compile(bad);
          said.forEach(
              (key, words) -> {
                if (pattern.matcher(words).find())
                  faults.add("%s says „%s“; the word is %s".formatted(key, words, good));
              });
        });
    return faults;
  }
}
