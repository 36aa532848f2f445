package org.foerderturm.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.ledger.LedgerReader.SealedEvent;
import org.foerderturm.log.EventTypes;
import org.foerderturm.log.Json;
import org.jspecify.annotations.Nullable;

/**
 * Hands an event to the {@code @EventHandler} methods of one projection. Parameters: the event (or
 * {@code Object} for all), {@link Recorded}, {@link Writes}, and {@code JsonNode} for the raw
 * payload.
 */
final class Handlers {
  private final Projection projection;
  private final EventTypes types;
  private final List<Method> methods = new ArrayList<>();
  private final Map<Class<?>, List<Method>> byEvent = new ConcurrentHashMap<>();

  Handlers(Projection projection, EventTypes types) {
    this.projection = projection;
    this.types = types;
    for (Method method : projection.getClass().getDeclaredMethods())
      if (method.isAnnotationPresent(EventHandler.class)) {
        method.setAccessible(true);
        methods.add(method);
      }
    if (methods.isEmpty()) throw new IllegalStateException(projection.name() + " handles no event");
  }

  boolean handles(Class<?> event) {
    return !of(event).isEmpty();
  }

  private List<Method> of(Class<?> event) {
    return byEvent.computeIfAbsent(
        event,
        type ->
            methods.stream().filter(m -> m.getParameterTypes()[0].isAssignableFrom(type)).toList());
  }

  void handle(Parsed parsed, Writes writes) {
    for (Method method : of(parsed.type(types))) {
      Class<?>[] wanted = method.getParameterTypes();
      var args = new Object[wanted.length];
      args[0] = parsed.event(types);
      for (int i = 1; i < wanted.length; i++)
        args[i] =
            wanted[i] == Recorded.class
                ? parsed.recorded()
                : wanted[i] == JsonNode.class ? parsed.payload() : writes;
      try {
        method.invoke(projection, args);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException failure) throw failure;
        throw new IllegalStateException(e.getCause());
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** One stored event, parsed once for all projections that want it. */
  static final class Parsed {
    final SealedEvent stored;
    private @Nullable Object event;
    private @Nullable JsonNode payload;
    private @Nullable Recorded recorded;

    Parsed(SealedEvent stored) {
      this.stored = stored;
    }

    Class<?> type(EventTypes types) {
      return types.event(stored.type());
    }

    Object event(EventTypes types) {
      if (event == null) event = Json.read(stored.payload(), type(types));
      return event;
    }

    JsonNode payload() {
      if (payload == null) payload = Json.tree(stored.payload());
      return payload;
    }

    Recorded recorded() {
      if (recorded == null)
        recorded =
            new Recorded(
                stored.position(),
                stored.eventId(),
                stored.stream(),
                stored.sequence(),
                stored.type(),
                stored.at(),
                stored.actor(),
                stored.onBehalfOf(),
                stored.roles(),
                stored.correlation(),
                stored.caseId());
      return recorded;
    }
  }
}
