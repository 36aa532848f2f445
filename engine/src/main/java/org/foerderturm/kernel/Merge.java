package org.foerderturm.kernel;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a record that one person changed after another had: field by field, what only one
 * of them touched stays as that one left it. Lists are taken together by their elements, those of
 * {@link Keyed} ones by what each is about.
 */
public final class Merge {
  /** Name of the component that holds the record as it was seen. */
  public static final String SEEN = "seen";

  /**
   * A field that both changed.
   *
   * @param field path of components, joined by dots
   */
  public record Difference(String field, @Nullable Object wanted, @Nullable Object now) {}

  /** A record whose components are changed one by one; any other is one value. */
  public interface Composite {}

  /** A record in a list that stands there once for what it is about, whatever it says of it. */
  public interface Keyed {
    /** What it is about, e.g. the cost row; of the whole list no two have the same. */
    Object key();
  }

  private final Set<String> mine;
  private final List<Difference> differences = new ArrayList<>();

  private Merge(Set<String> mine) {
    this.mine = mine;
  }

  /**
   * @param now the command that would change nothing at present; where a component is no part of
   *     the record, like a reason, as it was asked
   * @return what is to be done; without {@link Revision#seen}
   * @throws ChangedMeanwhile if both changed the same field to different values
   */
  public static <C extends Record & Revision<C>> C of(C asked, C now) {
    return of(asked, now, Set.of());
  }

  static <C extends Record & Revision<C>> C of(C asked, C now, Set<String> mine) {
    var seen = asked.seen();
    if (seen == null) return asked;
    var merge = new Merge(mine);
    var merged = merge.records("", seen, asked, now);
    if (merge.differences.isEmpty()) return merged;
    throw new ChangedMeanwhile(
        merge.differences, chosen -> resolved(asked, now, Set.copyOf(chosen)));
  }

  /** As it was asked where the person insists, as it is now where not, and seen as it is now. */
  private static <C extends Record & Revision<C>> C resolved(C asked, C now, Set<String> mine) {
    var merge = new Merge(mine);
    var merged = merge.records("", Objects.requireNonNull(asked.seen()), asked, now);
    return seen(merged, now);
  }

  /**
   * The same for a form whose fields began with what others had written: each field is one value.
   *
   * @param fields names of those fields
   * @param seen their values when the form was opened, without the empty ones
   * @param wanted what the person sends, all fields of the form
   * @param now what the form would begin with at present
   * @param again makes the command after the choice, of its values and what is there now
   * @throws ChangedMeanwhile if both changed the same field to different values
   */
  public static Map<String, Object> of(
      Collection<String> fields,
      Map<String, Object> seen,
      Map<String, Object> wanted,
      Map<String, Object> now,
      BiFunction<Map<String, Object>, Map<String, Object>, ? extends Command> again) {
    var merged = new LinkedHashMap<>(wanted);
    var differences = new ArrayList<Difference>();
    for (var field : fields) {
      var mine = wanted.get(field);
      var its = now.get(field);
      if (json(mine).equals(json(seen.get(field)))) put(merged, field, its);
      else if (!json(its).equals(json(seen.get(field))) && !json(its).equals(json(mine)))
        differences.add(new Difference(field, mine, its));
    }
    if (differences.isEmpty()) return merged;
    throw new ChangedMeanwhile(
        differences,
        chosen -> {
          var settled = new LinkedHashMap<>(merged);
          for (var each : differences)
            if (!chosen.contains(each.field())) put(settled, each.field(), each.now());
          return again.apply(settled, now);
        });
  }

  private static void put(Map<String, Object> values, String field, @Nullable Object value) {
    if (value == null) values.remove(field);
    else values.put(field, value);
  }

  /** By which plain JSON values are compared: empty is nothing, 12 is 12.0. */
  private static Object json(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Number number -> new BigDecimal(number.toString()).stripTrailingZeros();
      case Map<?, ?> map -> {
        var plain = new LinkedHashMap<Object, Object>();
        map.forEach((key, each) -> plain.put(key, json(each)));
        plain.values().removeIf(""::equals);
        yield plain;
      }
      case Collection<?> list when list.isEmpty() -> "";
      case Collection<?> list -> list.stream().map(Merge::json).toList();
      case String words -> words.strip();
      default -> value;
    };
  }

  /** The command with what was seen when it was begun. */
  public static <C extends Record & Revision<C>> C seen(C command, C seen) {
    var parts = parts(command.getClass());
    return made(
        command,
        Arrays.stream(parts)
            .map(part -> part.getName().equals(SEEN) ? seen : value(part, command))
            .toArray());
  }

  private <T extends Record> T records(String path, T seen, T wanted, T now) {
    return made(
        wanted,
        Arrays.stream(parts(wanted.getClass()))
            .map(
                part ->
                    path.isEmpty() && part.getName().equals(SEEN)
                        ? null
                        : values(
                            path + part.getName(),
                            value(part, seen),
                            value(part, wanted),
                            value(part, now)))
            .toArray());
  }

  private @Nullable Object values(
      String field, @Nullable Object seen, @Nullable Object wanted, @Nullable Object now) {
    if (same(wanted, seen)) return now;
    if (same(now, seen) || same(now, wanted)) return wanted;
    if (seen instanceof Composite
        && seen instanceof Record before
        && wanted instanceof Record my
        && now instanceof Record its) return records(field + ".", before, my, its);
    if (seen instanceof Collection<?> before
        && wanted instanceof Collection<?> my
        && now instanceof Collection<?> its)
      return isKeyed(before, my, its) ? keyed(field, before, my, its) : lists(before, my, its);
    if (mine.contains(field)) return wanted;
    differences.add(new Difference(field, wanted, now));
    return now;
  }

  /** Who adds or takes away elements means these. */
  private static List<Object> lists(Collection<?> seen, Collection<?> wanted, Collection<?> now) {
    var merged = new ArrayList<Object>(now);
    merged.removeIf(each -> seen.contains(each) && !wanted.contains(each));
    for (Object each : wanted) if (!seen.contains(each) && !merged.contains(each)) merged.add(each);
    return List.copyOf(merged);
  }

  private static boolean isKeyed(Collection<?>... lists) {
    return Stream.of(lists).flatMap(Collection::stream).allMatch(Keyed.class::isInstance);
  }

  /** Each thing that a list is about is one value: what both said of it differently is asked. */
  private List<Object> keyed(
      String field, Collection<?> seen, Collection<?> wanted, Collection<?> now) {
    var before = byKey(seen);
    var my = byKey(wanted);
    var its = byKey(now);
    var keys = new LinkedHashSet<Object>(its.keySet());
    keys.addAll(my.keySet());
    var merged = new ArrayList<Object>();
    var mineOff = new ArrayList<Object>();
    var itsOff = new ArrayList<Object>();
    for (var key : keys) {
      var was = before.get(key);
      var one = my.get(key);
      var other = its.get(key);
      boolean onlyOne = Objects.equals(one, was) || Objects.equals(other, was);
      var kept = Objects.equals(one, was) ? other : one;
      if (!onlyOne && !Objects.equals(one, other) && !mine.contains(field)) {
        if (one != null) mineOff.add(one);
        if (other != null) itsOff.add(other);
        kept = other;
      }
      if (kept != null) merged.add(kept);
    }
    if (!mineOff.isEmpty() || !itsOff.isEmpty())
      differences.add(new Difference(field, List.copyOf(mineOff), List.copyOf(itsOff)));
    return List.copyOf(merged);
  }

  private static Map<Object, Object> byKey(Collection<?> list) {
    var map = new LinkedHashMap<Object, Object>();
    for (Object each : list) map.put(((Keyed) each).key(), each);
    return map;
  }

  private static boolean same(@Nullable Object one, @Nullable Object other) {
    if (one instanceof BigDecimal number && other instanceof BigDecimal second)
      return number.compareTo(second) == 0;
    if (one instanceof Collection<?> list && other instanceof Collection<?> second)
      return list.size() == second.size() && list.containsAll(second);
    return Objects.equals(plain(one), plain(other));
  }

  /** An empty field and none are the same to a person, and so are blanks around words. */
  private static @Nullable Object plain(@Nullable Object value) {
    if (!(value instanceof String words)) return value;
    return words.isBlank() ? null : words.strip();
  }

  private static RecordComponent[] parts(Class<?> type) {
    return Objects.requireNonNull(type.getRecordComponents(), "a record");
  }

  private static @Nullable Object value(RecordComponent part, Record of) {
    try {
      return part.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a component that can't be read: " + part, e);
    }
  }

  private static <T extends Record> T made(T like, @Nullable Object[] values) {
    try {
      Class<?>[] types =
          Arrays.stream(parts(like.getClass()))
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<?> constructor = like.getClass().getDeclaredConstructor(types);
      return Objects.requireNonNull(cast(constructor.newInstance(values)));
    } catch (java.lang.reflect.InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) throw refused;
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record that can't be made: " + like.getClass(), e);
    }
  }

  @SuppressWarnings("unchecked") // of the type of the record that it is made like
  private static <T> @Nullable T cast(@Nullable Object value) {
    return (T) value;
  }
}
