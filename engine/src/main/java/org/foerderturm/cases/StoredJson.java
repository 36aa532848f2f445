package org.foerderturm.cases;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as PostgreSQL's jsonb keeps them, so that a case read from its row equals the same case
 * folded from its events: numbers without exponent, no character that PostgreSQL can't store.
 */
final class StoredJson {
  static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
  private static final char UNKNOWN = '\uFFFD';

  private StoredJson() {}

  static String write(@Nullable Object value) {
    try {
      return MAPPER.writeValueAsString(storable(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not expressible as JSON: " + value, e);
    }
  }

  static Map<String, Object> read(String json) {
    try {
      var values = MAPPER.readValue(json, MAP);
      values.replaceAll((name, value) -> wide(value));
      return values;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a JSON object: " + e.getOriginalMessage(), e);
    }
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }

  /**
   * A hostile form value may hold a zero character or half a character; the view shows a mark
   * there.
   */
  static @Nullable String text(@Nullable String raw) {
    if (raw == null) return null;
    StringBuilder clean = null;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < raw.length()
              && Character.isLowSurrogate(raw.charAt(i + 1));
      if (pair) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        if (clean == null) clean = new StringBuilder(raw);
        clean.setCharAt(i, UNKNOWN);
      }
    }
    return clean == null ? raw : clean.toString();
  }

  private static @Nullable Object storable(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text(text);
      case Double number -> decimal(number);
      case Float number -> decimal(number.doubleValue());
      case Map<?, ?> map -> {
        var clean = new LinkedHashMap<@Nullable String, @Nullable Object>();
        map.forEach((name, element) -> clean.put(text(String.valueOf(name)), storable(element)));
        yield clean;
      }
      case List<?> list -> list.stream().map(StoredJson::storable).toList();
      default -> value;
    };
  }

  /** Whole numbers are {@code Long} whatever their size, or a big integer beyond it. */
  @SuppressWarnings({"unchecked", "NullAway"}) // JSON null stays null
  private static Object wide(Object value) {
    if (value instanceof Integer number) return number.longValue();
    if (value instanceof Map<?, ?> map)
      ((Map<String, Object>) map).replaceAll((name, element) -> wide(element));
    if (value instanceof List<?> list) ((List<Object>) list).replaceAll(StoredJson::wide);
    return value;
  }

  private static @Nullable Object decimal(double number) {
    return Double.isFinite(number) ? new BigDecimal(Double.toString(number)) : null;
  }
}
