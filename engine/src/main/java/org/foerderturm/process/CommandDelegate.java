package org.foerderturm.process;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Event;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.log.Commands;
import org.foerderturm.log.EventTypes;
import org.foerderturm.log.Json;
import org.foerderturm.log.Ticket;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The one delegate of every model: a service task's input {@code command} names the command, its
 * other inputs are the command's components. The last event that the command caused is the
 * transient variable {@code event}, for output parameters. A refusal is the BPMN error of its code.
 */
final class CommandDelegate implements JavaDelegate {
  private static final ObjectMapper FIELDS =
      Json.MAPPER.copy().enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);

  private final ObjectProvider<Commands> commands;
  private final EventTypes types;

  CommandDelegate(ObjectProvider<Commands> commands, EventTypes types) {
    this.commands = commands;
    this.types = types;
  }

  @Override
  public void execute(DelegateExecution task) {
    var fields = new LinkedHashMap<String, Object>(task.getVariablesLocal());
    Object name = fields.remove("command");
    List<Event> events;
    try {
      String caseId = ((ExecutionEntity) task).getRootProcessInstanceId();
      events = send(String.valueOf(name), fields, caseId);
    } catch (Rejected no) {
      Ticket.current().refused(no);
      throw new BpmnError(no.code(), no.code());
    }
    if (!events.isEmpty()) {
      Map<String, Object> last = Json.map(events.getLast());
      task.setVariableLocal("event", Variables.untypedValue(last, true));
    }
  }

  /** Runs a command for a case, in the unit of work at hand, and gives the events it caused. */
  List<Event> send(String name, Map<String, Object> fields, String caseId) {
    Class<?> type = types.commands().get(name);
    if (type == null) throw new IllegalStateException("no command named " + name);
    return commands.getObject().runNested(command(type, fields), caseId);
  }

  private static Command command(Class<?> type, Map<String, Object> fields) {
    try {
      return (Command) FIELDS.convertValue(fields, type);
    } catch (IllegalArgumentException e) {
      throw refused(e);
    }
  }

  /** A record's own check speaks through its exception; a rule's code passes as it is. */
  private static Rejected refused(IllegalArgumentException failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      if (root instanceof Rejected rejected) return rejected;
      root = root.getCause();
    }
    if (root instanceof Rejected rejected) return rejected;
    String reason = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return new Rejected("command-invalid", Map.of("reason", reason));
  }
}
