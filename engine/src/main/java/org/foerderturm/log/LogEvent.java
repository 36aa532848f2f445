package org.foerderturm.log;

import java.util.Map;
import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Event;

/** Facts about attempts. */
public sealed interface LogEvent extends Event {

  /**
   * A command was refused and changed nothing.
   *
   * @param command its stable name
   * @param code the rejection's code
   * @param args the rejection's arguments
   * @param fields the command as it was sent
   */
  @Revision("1")
  record AttemptRefused(
      String command, String code, Map<String, Object> args, Map<String, Object> fields)
      implements LogEvent {}
}
