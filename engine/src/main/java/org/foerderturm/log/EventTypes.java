package org.foerderturm.log;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Event;
import org.foerderturm.kernel.Query;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;

/** The stable names of commands, events and queries: simple class names, unique in the product. */
public final class EventTypes {
  private static final String BASE = "org.foerderturm";

  private final Map<String, Class<?>> events = Map.copyOf(named(Event.class));
  private final Map<String, Class<?>> commands = Map.copyOf(named(Command.class));

  /** Name → class of every event. */
  public Map<String, Class<?>> events() {
    return events;
  }

  /** Name → class of every command. */
  public Map<String, Class<?>> commands() {
    return commands;
  }

  /**
   * @throws IllegalStateException for a name that no class has: the log is newer than the program,
   *     or a released event was renamed
   */
  public Class<?> event(String name) {
    Class<?> type = events.get(name);
    if (type == null) throw new IllegalStateException("no class for the stored event " + name);
    return type;
  }

  public static String name(Class<?> type) {
    return type.getSimpleName();
  }

  /** Revision of an event class, 1 if it says nothing. */
  public static short revision(Class<?> type) {
    Revision revision = type.getAnnotation(Revision.class);
    return revision == null ? 1 : Short.parseShort(revision.value());
  }

  /** All records that implement {@code Query}. */
  public static Collection<Class<?>> queries() {
    return named(Query.class).values();
  }

  static Collection<Class<?>> annotatedWith(Class<? extends java.lang.annotation.Annotation> mark) {
    return scan(new AnnotationTypeFilter(mark)).values();
  }

  private static Map<String, Class<?>> named(Class<?> kind) {
    var found = scan(new AssignableTypeFilter(kind));
    found.values().removeIf(type -> !type.isRecord());
    return found;
  }

  private static Map<String, Class<?>> scan(TypeFilter filter) {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(filter);
    var found = new HashMap<String, Class<?>>();
    for (var candidate : scanner.findCandidateComponents(BASE)) {
      try {
        Class<?> type = Class.forName(candidate.getBeanClassName());
        Class<?> twin = found.put(name(type), type);
        if (twin != null) throw new IllegalStateException("two classes named " + name(type));
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
    return found;
  }
}
