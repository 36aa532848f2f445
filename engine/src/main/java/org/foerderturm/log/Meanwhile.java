package org.foerderturm.log;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.foerderturm.kernel.ChangedMeanwhile;
import org.foerderturm.kernel.Command;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who changed what two people changed at the same time, as the log has it. */
final class Meanwhile {
  private static final AnnotationCommandTargetResolver TARGETS =
      AnnotationCommandTargetResolver.builder().build();

  private Meanwhile() {}

  /**
   * @param caseId of a command about a task; null for one about a thing
   * @return {@code by} (user id), {@code at} and {@code fields}: what was wanted and what is; the
   *     first two only if an event of that thing names the field
   */
  static Map<String, Object> told(
      JdbcClient db, Command command, ChangedMeanwhile changed, @Nullable String caseId) {
    var fields = Json.map(Map.of("fields", changed.differences()));
    var field = changed.differences().getFirst().field();
    // what a task writes is a variable of its case
    var ids = caseId == null ? ids(command) : List.<String>of();
    var streams = new LinkedHashSet<>(ids);
    streams.add(
        caseId == null
            ? TARGETS.resolveTarget(GenericCommandMessage.asCommandMessage(command)).getIdentifier()
            : caseId);
    var asked = new ArrayList<Object>();
    asked.add(streams.toArray(String[]::new));
    asked.add("\"" + field.substring(field.lastIndexOf('.') + 1) + "\"");
    ids.forEach(id -> asked.add("\"" + id + "\""));
    return db.sql(
            "select actor, recorded_at from event_log where stream_id = any (?)"
                + " and position(? in payload::text) > 0".repeat(asked.size() - 1)
                + " order by recorded_at desc, sequence desc limit 1")
        .params(asked)
        .query(
            (row, i) -> {
              fields.put("by", row.getString(1));
              fields.put("at", row.getObject(2, OffsetDateTime.class).toInstant().toString());
              return fields;
            })
        .optional()
        .orElse(fields);
  }

  private static List<String> ids(Command command) {
    return Json.map(command).entrySet().stream()
        .filter(each -> each.getKey().endsWith("Id") && each.getValue() instanceof String)
        .map(each -> (String) each.getValue())
        .toList();
  }
}
