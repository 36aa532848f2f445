package org.foerderturm.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the thing that a case carries when the case is cancelled. Only its model can know
 * it, and says it by properties of the process:
 *
 * <ul>
 *   <li>{@code cancel = WithdrawPaper: paperId=caseKey} sends this command with these variables of
 *       the case and the {@code reason} of who cancels; if it is refused, nothing is cancelled
 *   <li>{@code cancel.end = Task_Decide} names the task, or tasks, by which the case ends properly;
 *       who cancels where no command gives the thing up is told of them
 *   <li>{@code cancel.with = WithdrawMotion: motionId=caseKey} says that the case is cancelled with
 *       the one that asked for it, by whose variables it is known under its key; this command tells
 *       so first
 * </ul>
 *
 * A process without either carries nothing but itself.
 *
 * @param command null where no command gives the thing up
 * @param fields component of the command → variable of the case
 * @param tasks ids
 */
record Cancelling(@Nullable String command, Map<String, String> fields, List<String> tasks) {
  static final Set<String> PROPERTIES = Set.of("cancel", "cancel.end", "cancel.with");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

  /**
   * @param cancel null if the model doesn't say it
   * @param end null if the model doesn't say it
   * @throws IllegalArgumentException if they can't be understood; says why
   */
  static Cancelling of(@Nullable String cancel, @Nullable String end) {
    var tasks = Stream.of(end == null ? new String[0] : end.split(",", -1)).map(String::strip);
    var fields = new LinkedHashMap<String, String>();
    String command = null;
    if (cancel != null) {
      int colon = cancel.indexOf(':');
      command = (colon < 0 ? cancel : cancel.substring(0, colon)).strip();
      if (colon >= 0)
        for (var part : cancel.substring(colon + 1).split(",", -1)) {
          int sign = part.indexOf('=');
          var variable = part.substring(sign + 1).strip();
          var field = sign < 0 ? variable : part.substring(0, sign).strip();
          if (!NAME.matcher(field).matches() || !NAME.matcher(variable).matches())
            throw new IllegalArgumentException("write it as Command: field=variable");
          fields.put(field, variable);
        }
    }
    return new Cancelling(command, fields, tasks.toList());
  }

  /** Neither a command nor a task. */
  boolean isSilent() {
    return command == null && tasks.isEmpty();
  }
}
