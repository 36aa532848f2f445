package org.foerderturm.ui.common;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.foerderturm.log.Json;
import org.jspecify.annotations.Nullable;

/** Plain JSON values as people read them. */
public final class Values {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 400;
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");
  private static final String FORMER = Corrections.FORMER;
  // values that are codes: what they are called → where their words stand
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("light", "project-color"),
          Map.entry("scopeLight", "project-color"),
          Map.entry("timeLight", "project-color"),
          Map.entry("costLight", "project-color"),
          Map.entry("riskLight", "project-color"),
          Map.entry("status", "country-status"),
          Map.entry("fromRow", "cost-row"),
          Map.entry("toRow", "cost-row"),
          Map.entry("row", "cost-row"),
          Map.entry("costRows", "cost-row"),
          Map.entry("costForm", "cost-form"),
          Map.entry("ground", "objection-ground"),
          Map.entry("table", "table"),
          Map.entry("file", "table"),
          Map.entry("topic", "topic"),
          Map.entry("programme", "programme"),
          Map.entry("kind", "organisation"),
          Map.entry("coordinatorKind", "organisation"),
          Map.entry("partnerKind", "organisation"),
          Map.entry("role", "partner-role"),
          Map.entry("partnerRole", "partner-role"),
          Map.entry("countryStatus", "country-status"),
          Map.entry("coordinatorCountryStatus", "country-status"),
          Map.entry("expertRecommendation", "recommendation"),
          Map.entry("scientificRecommendation", "recommendation"),
          Map.entry("recommendation", "recommendation"),
          Map.entry("assessedClass", "contribution-class"),
          Map.entry("contributionClass", "contribution-class"),
          Map.entry("regime", "regime"),
          Map.entry("mark", "mark"),
          Map.entry("callStage", "call-stage"),
          Map.entry("callStages", "call-stages"),
          Map.entry("appliedClass", "contribution-class"),
          Map.entry("topics", "topic"),
          Map.entry("expertTeams", "expert-team"),
          Map.entry("result", "result"),
          Map.entry("voteResult", "result"),
          Map.entry("document", "document"),
          Map.entry("changeKind", "change-kind"),
          Map.entry("successorKind", "organisation"),
          Map.entry("successorRole", "partner-role"),
          Map.entry("commissionKind", "commission-kind"),
          Map.entry("commissionState", "commission-state"),
          Map.entry("vote", "vote"),
          Map.entry("advice", "advice"),
          Map.entry("majorityOf", "majority-of"),
          Map.entry("outside", "outside"),
          Map.entry("problem", "model.reason"),
          Map.entry("size", "enterprise-size"),
          Map.entry("declared", "enterprise-size"),
          Map.entry("derived", "enterprise-size"),
          Map.entry("relation", "enterprise-relation"));

  private Values() {}

  /** A name for a variable: the one from the bundle, else its own, split at capital letters. */
  public static String label(String name) {
    var known = known(name);
    if (known != null) return known;
    if (name.contains(" ")) return name; // words already, as the columns of a table have them
    var words = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('-', ' ').replace('_', ' ');
    return words.isEmpty()
        ? name
        : Character.toUpperCase(words.charAt(0)) + words.substring(1).toLowerCase(Words.locale());
  }

  /** The name that the bundle has for a variable; null if it has none. */
  static @Nullable String known(String name) {
    return Messages.find("variable." + name, Words.locale());
  }

  /** A code that nobody has words for: by such a model finds its way, people can't read it. */
  public static boolean isCode(@Nullable Object value, String name) {
    var text = value instanceof JsonNode node && node.isTextual() ? node.asText() : value;
    return text instanceof String code
        && (CODE.matcher(code).matches()
            || (name.toLowerCase(Locale.ROOT).endsWith("rule") && !code.contains(" ")))
        && of(code, name).equals(code);
  }

  public static String of(@Nullable Object value) {
    return of(value, "");
  }

  /**
   * @param name what the value is called: names ending in {@code Cents} are money
   */
  public static String of(@Nullable Object value, String name) {
    if (name.startsWith(FORMER) && name.length() > FORMER.length())
      return of(value, Corrections.bare(name));
    return switch (value) {
      case null -> "–";
      case JsonNode node -> node.isNull() ? "–" : of(JSON.convertValue(node, Object.class), name);
      case Boolean yes -> Words.t(yes ? "value.yes" : "value.no");
      case Number cents when name.endsWith("Cents") -> Formats.euros(cents.longValue());
      case Number year when name.equals("year") -> year.toString(); // 2027, not 2.027
      case Number number -> Formats.number(number);
      case Instant instant -> Formats.dateTime(instant);
      case LocalDate date -> Formats.date(date);
      case Map<?, ?> map -> map(map);
      case Record record -> map(Json.map(record));
      case Collection<?> list when list.isEmpty() -> "–";
      case Collection<?> list ->
          list.stream().map(each -> of(each, name)).collect(Collectors.joining(", "));
      case String code when CODES.containsKey(name) -> Words.code(CODES.get(name) + "", code);
      case String country when name.matches("country|.*Country") && country.length() == 2 ->
          country(country);
      default -> text(value.toString());
    };
  }

  /** The country's name in the person's language, if the code is one of ISO 3166. */
  public static String country(String code) {
    var name = Locale.of("", code).getDisplayCountry(Words.locale());
    return name.isBlank() ? code : name;
  }

  /** As it is stored, for those who look after the machine. */
  public static String plain(@Nullable Object value) {
    if (value instanceof String text) return text;
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException unreadable) {
      return String.valueOf(value);
    }
  }

  private static String map(Map<?, ?> map) {
    var plan = PlanWords.of(map);
    if (plan != null) return plan;
    for (var key : new String[] {"label", "name", "title"})
      if (map.get(key) instanceof String name) return name;
    if (map.get("numerator") instanceof Number n && map.get("denominator") instanceof Number of)
      return Words.t(
          Boolean.TRUE.equals(map.get("atLeast")) ? "rules.at-least" : "rules.more-than",
          "part",
          n + "/" + of);
    if (map.get("de") instanceof String de)
      return map.get("en") instanceof String en && Messages.isEnglish(Words.locale()) ? en : de;
    return map.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .map(e -> label(Objects.toString(e.getKey())) + ": " + of(e.getValue(), e.getKey() + ""))
        .collect(Collectors.joining("; "));
  }

  private static String text(String text) {
    var known = Messages.find("value." + text, Words.locale());
    if (known != null) return known;
    if (text.matches("\\d{4}-\\d{2}-\\d{2}.*"))
      try {
        if (text.length() == 10) return Formats.date(LocalDate.parse(text));
        if (text.endsWith("Z")) return Formats.dateTime(Instant.parse(text));
        return Formats.dateTime(LocalDateTime.parse(text).atZone(Formats.OFFICE).toInstant());
      } catch (DateTimeParseException notADate) {
        return text;
      }
    return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
  }
}
