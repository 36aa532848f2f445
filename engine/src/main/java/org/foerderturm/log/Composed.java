package org.foerderturm.log;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Texts come in two forms of the same letters, depending on the machine they were typed on: ü as
 * one sign or as u and its dots. Everything is recorded in the composed one (NFC), so that what
 * looks alike is alike.
 */
final class Composed {
  private record Shape(List<java.lang.reflect.Method> parts, Constructor<?> constructor) {}

  private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

  private Composed() {}

  /** The same command with every text in it composed; itself if they are. */
  @SuppressWarnings("unchecked") // a record is made of the same class, a collection of its kind
  static <T> T of(T value) {
    return (T) composed(value);
  }

  private static Object composed(Object value) {
    return switch (value) {
      case String text ->
          Normalizer.isNormalized(text, Normalizer.Form.NFC)
              ? text
              : Normalizer.normalize(text, Normalizer.Form.NFC);
      case List<?> list -> all(list, new ArrayList<>());
      case Set<?> set -> all(set, new LinkedHashSet<>());
      case Map<?, ?> map -> map(map);
      case Record record -> record(record);
      default -> value;
    };
  }

  private static Object all(
      java.util.Collection<?> values, java.util.Collection<@Nullable Object> copy) {
    boolean changed = false;
    for (Object each : values) {
      Object now = each == null ? null : composed(each);
      changed |= now != each;
      copy.add(now);
    }
    return changed ? copy : values;
  }

  private static Object map(Map<?, ?> values) {
    var copy = new LinkedHashMap<@Nullable Object, @Nullable Object>();
    boolean changed = false;
    for (var entry : values.entrySet()) {
      Object key = entry.getKey() == null ? null : composed(entry.getKey());
      Object value = entry.getValue() == null ? null : composed(entry.getValue());
      changed |= key != entry.getKey() || value != entry.getValue();
      copy.put(key, value);
    }
    return changed ? copy : values;
  }

  private static Object record(Record record) {
    var shape = SHAPES.computeIfAbsent(record.getClass(), Composed::shape);
    var parts = new @Nullable Object[shape.parts.size()];
    boolean changed = false;
    try {
      for (int i = 0; i < parts.length; i++) {
        Object part = shape.parts.get(i).invoke(record);
        parts[i] = part == null ? null : composed(part);
        changed |= parts[i] != part;
      }
      return changed ? shape.constructor.newInstance(parts) : record;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) throw refused;
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Shape shape(Class<?> type) {
    var parts = type.getRecordComponents();
    var types = Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      var accessors = Stream.of(parts).map(RecordComponent::getAccessor).toList();
      accessors.forEach(accessor -> accessor.setAccessible(true));
      return new Shape(accessors, constructor);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record without its constructor: " + type, e);
    }
  }
}
