package org.foerderturm.log;

import java.util.Arrays;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.AllowedTo;

/** Reads {@link AllowedTo}: what carries none is denied. */
public final class Rights {
  private Rights() {}

  public static boolean allowed(Class<?> message, Actor actor) {
    AllowedTo rule = message.getAnnotation(AllowedTo.class);
    if (rule == null) return false;
    if (actor.userId().equals(Actor.SYSTEM.userId())) return rule.models();
    return rule.everyone() || Arrays.stream(rule.value()).anyMatch(actor::has);
  }
}
