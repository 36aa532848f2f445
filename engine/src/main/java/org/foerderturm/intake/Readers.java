package org.foerderturm.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.consortium.Topic;
import org.foerderturm.imports.Cell;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.typed.Days;
import org.foerderturm.typed.Numbers;
import org.foerderturm.typed.Numbers.Unit;
import org.foerderturm.typed.Typed;
import org.jspecify.annotations.Nullable;

/** Takes cells as what they are meant to be; each refusal says what is wrong with the value. */
final class Readers {
  private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2200, 1, 1);
  private static final Numbers EUROS = new Numbers(2, Unit.EURO, false);
  private static final Numbers WHOLE = new Numbers(0, Unit.NONE, false);

  private static final Map<String, MemberKind> KINDS = new HashMap<>();
  private static final Map<String, Topic> TOPICS = new HashMap<>();
  private static final Map<String, ExpertTeam> TEAMS = new HashMap<>();

  static {
    for (var kind : MemberKind.values()) KINDS.put(MemberColumn.letters(kind.code()), kind);
    words(
        KINDS,
        MemberKind.COMPANY,
        "Unternehmen",
        "Company",
        "Firma",
        "GmbH",
        "AG",
        "Stadtwerke",
        "Betrieb");
    words(
        KINDS, MemberKind.UNIVERSITY, "Hochschule", "University", "Universität", "Fachhochschule");
    words(
        KINDS,
        MemberKind.RESEARCH,
        "Forschungseinrichtung",
        "Research organisation",
        "Forschung",
        "Forschungsinstitut");
    words(
        KINDS,
        MemberKind.ASSOCIATION,
        "Verband",
        "Verein",
        "Verband oder Kammer",
        "Association or chamber");
    words(KINDS, MemberKind.CHAMBER, "Kammer");
    words(
        KINDS,
        MemberKind.NGO,
        "Gemeinnützige Organisation",
        "gemeinnützig",
        "Non-profit organisation",
        "Non-profit");
    words(KINDS, MemberKind.MUNICIPALITY, "Kommune", "Stadt", "Gemeinde", "Kreis");
    for (var topic : Topic.values()) TOPICS.put(MemberColumn.letters(topic.name()), topic);
    words(TOPICS, Topic.ENERGY, "Energie");
    words(
        TOPICS,
        Topic.MOBILITY_LOGISTICS,
        "Mobilität und Logistik",
        "Mobilität",
        "Logistik",
        "mobility and logistics",
        "mobility");
    words(
        TOPICS,
        Topic.PEOPLE_DEMOGRAPHY,
        "Mensch und demografischer Wandel",
        "Demografie",
        "people and demographic change");
    words(
        TOPICS,
        Topic.IT_CITIZEN_SERVICES,
        "IT-Plattformen und Bürgerdienste",
        "IT",
        "IT platforms and citizen services");
    words(TOPICS, Topic.HARBOUR, "Hafenareal", "Hafen", "harbour area");
    words(TOPICS, Topic.SECURITY, "Sicherheit");
    for (var team : ExpertTeam.values()) TEAMS.put(MemberColumn.letters(team.code()), team);
    words(
        TEAMS,
        ExpertTeam.MOBILITY_LOGISTICS,
        "Mobilität und Logistik",
        "Mobilität",
        "mobility and logistics");
    words(
        TEAMS,
        ExpertTeam.IT_CITIZEN_SERVICES,
        "IT-Plattform und Bürgerdienste",
        "IT",
        "IT platform and citizen services");
    words(TEAMS, ExpertTeam.DEMOGRAPHIC_CHANGE, "Demografischer Wandel", "Demografie");
    words(TEAMS, ExpertTeam.SECURITY, "Sicherheit");
    words(TEAMS, ExpertTeam.ENERGY_CLIMATE, "Energie und Klima", "Energie", "energy and climate");
    words(TEAMS, ExpertTeam.URBAN_INFRASTRUCTURE, "Urbane Infrastruktur", "Infrastruktur");
  }

  private Readers() {}

  static String name(Cell cell) {
    if (cell.isEmpty()) throw new Rejected("member-name-missing");
    if (cell.text().length() > 200) throw new Rejected("name-too-long", Map.of("limit", 200));
    return cell.text().replaceAll("\\s+", " ");
  }

  static MemberKind kind(Cell cell) {
    if (cell.isEmpty()) throw new Rejected("kind-missing");
    var kind = KINDS.get(MemberColumn.letters(cell.text()));
    if (kind == null) throw new Rejected("kind-unknown", Map.of("value", cell.text()));
    return kind;
  }

  static List<Topic> topics(Cell cell) {
    return many(cell, TOPICS, "topic-unknown");
  }

  static List<ExpertTeam> teams(Cell cell) {
    return many(cell, TEAMS, "expert-team-unknown");
  }

  static @Nullable LocalDate day(Cell cell) {
    if (cell.isEmpty()) return null;
    var day = cell.day() == null ? written(cell) : cell.day();
    if (day.isBefore(FIRST) || day.isAfter(LAST))
      throw new Rejected("day-out-of-range", Map.of("value", cell.text()));
    return day;
  }

  static @Nullable Integer whole(Cell cell) {
    var number = number(cell, WHOLE);
    if (number == null) return null;
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      if (number.stripTrailingZeros().scale() <= 0) throw new Rejected("number-too-large");
      throw new Rejected("not-a-whole-number", Map.of("value", cell.text()));
    }
  }

  static @Nullable Long cents(Cell cell) {
    var euros = number(cell, EUROS);
    if (euros == null) return null;
    try {
      return euros.movePointRight(2).longValueExact();
    } catch (ArithmeticException e) {
      boolean cents = euros.stripTrailingZeros().scale() <= 2;
      throw new Rejected(cents ? "money-too-large" : "amount-not-in-cents");
    }
  }

  private static @Nullable BigDecimal number(Cell cell, Numbers numbers) {
    @Nullable BigDecimal number = said(cell, numbers);
    if (number != null && number.signum() < 0) throw new Rejected("figures-negative");
    return number;
  }

  private static @Nullable BigDecimal said(Cell cell, Numbers numbers) {
    if (cell.isEmpty()) return null;
    if (cell.day() != null) throw new Rejected("not-a-number", Map.of("value", cell.text()));
    if (cell.number() != null) return cell.number();
    return switch (numbers.read(cell.text())) {
      case Typed.Value<BigDecimal>(var number) -> number;
      case Typed.Empty<BigDecimal> nothing -> null;
      case Typed.Unreadable<BigDecimal>(var reason, var readings) ->
          throw switch (reason) {
            case DECIMALS ->
                numbers.decimals() == 0
                    ? new Rejected("not-a-whole-number", Map.of("value", cell.text()))
                    : new Rejected("amount-not-in-cents");
            case NUMBER_AMBIGUOUS ->
                new Rejected(
                    "not-one-number",
                    Map.of(
                        "value",
                        cell.text(),
                        "one",
                        readings.getFirst(),
                        "other",
                        readings.getLast()));
            default -> new Rejected("not-a-number", Map.of("value", cell.text()));
          };
    };
  }

  private static LocalDate written(Cell cell) {
    if (Days.IN_FULL.read(cell.text()) instanceof Typed.Value<LocalDate>(var day)) return day;
    if (Days.IN_FULL.read(cell.text())
            instanceof Typed.Unreadable<LocalDate>(var reason, var readings)
        && readings.size() > 1)
      throw new Rejected(
          "not-one-day",
          Map.of(
              "value",
              cell.text(),
              "one",
              readings.getFirst().toString(),
              "other",
              readings.getLast().toString()));
    throw new Rejected("not-a-day", Map.of("value", cell.text()));
  }

  private static <T> List<T> many(Cell cell, Map<String, T> known, String unknown) {
    var found = new ArrayList<T>();
    for (var word : cell.text().split("[;,|\\n]")) {
      if (word.isBlank()) continue;
      T value = known.get(MemberColumn.letters(word));
      if (value == null) throw new Rejected(unknown, Map.of("value", word.strip()));
      if (!found.contains(value)) found.add(value);
    }
    return List.copyOf(found);
  }

  private static <T> void words(Map<String, T> known, T value, String... words) {
    for (var word : words) known.put(Objects.requireNonNull(MemberColumn.letters(word)), value);
  }
}
