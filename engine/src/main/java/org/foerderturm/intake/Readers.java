package org.foerderturm.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.consortium.Topic;
import org.foerderturm.imports.Cell;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** Takes cells as what they are meant to be; each refusal says what is wrong with the value. */
final class Readers {
  private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2200, 1, 1);
  private static final List<DateTimeFormatter> DAYS =
      List.of(
          days("d.M.uuuu"),
          days("uuuu-MM-dd"),
          days("d/M/uuuu"),
          days("d MMM uuuu"),
          days("d. MMMM uuuu", Locale.GERMAN));

  /** 1.234 and 1,234 are thousands; 1.5 and 1,5 are not. */
  private static final Pattern THOUSANDS = Pattern.compile("-?[1-9]\\d{0,2}([.,' ]\\d{3})+");

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
    var day = cell.day();
    for (int i = 0; day == null && i < DAYS.size(); i++) day = parsed(cell.text(), DAYS.get(i));
    if (day == null) throw new Rejected("not-a-day", Map.of("value", cell.text()));
    if (day.isBefore(FIRST) || day.isAfter(LAST))
      throw new Rejected("day-out-of-range", Map.of("value", cell.text()));
    return day;
  }

  static @Nullable Integer whole(Cell cell) {
    var number = number(cell);
    if (number == null) return null;
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      throw new Rejected("not-a-whole-number", Map.of("value", cell.text()));
    }
  }

  static @Nullable Long cents(Cell cell) {
    var euros = number(cell);
    if (euros == null) return null;
    try {
      return euros.movePointRight(2).longValueExact();
    } catch (ArithmeticException e) {
      throw new Rejected("amount-not-in-cents");
    }
  }

  private static @Nullable BigDecimal number(Cell cell) {
    if (cell.isEmpty()) return null;
    if (cell.day() != null) throw new Rejected("not-a-number", Map.of("value", cell.text()));
    if (cell.number() != null) return cell.number();
    var text = cell.text().replaceAll("(?i)\\s*(€|eur|euro)\\s*", "").strip();
    if (text.length() > 20) throw new Rejected("not-a-number", Map.of("value", cell.text()));
    if (THOUSANDS.matcher(text).matches()) text = text.replaceAll("[.,' ]", "");
    else if (text.lastIndexOf(',') > text.lastIndexOf('.'))
      text = text.replaceAll("[.' ]", "").replace(',', '.');
    else text = text.replaceAll("[,' ]", "");
    if (!text.matches("-?\\d+(\\.\\d+)?"))
      throw new Rejected("not-a-number", Map.of("value", cell.text()));
    return new BigDecimal(text);
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

  private static @Nullable LocalDate parsed(String text, DateTimeFormatter format) {
    try {
      return LocalDate.parse(text, format);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static DateTimeFormatter days(String pattern) {
    return days(pattern, Locale.ENGLISH);
  }

  private static DateTimeFormatter days(String pattern, Locale locale) {
    return DateTimeFormatter.ofPattern(pattern, locale).withResolverStyle(ResolverStyle.STRICT);
  }

  private static <T> void words(Map<String, T> known, T value, String... words) {
    for (var word : words) known.put(Objects.requireNonNull(MemberColumn.letters(word)), value);
  }
}
