package org.foerderturm.process;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * Which facts the engine tells: those that become a {@code CaseAdvanced}. Nothing goes to ACT_HI_*.
 */
final class EventsOnly implements HistoryLevel {
  static final String NAME = "events-only";

  private static final Set<HistoryEventType> TOLD =
      Set.of(
          HistoryEventTypes.PROCESS_INSTANCE_START,
          HistoryEventTypes.PROCESS_INSTANCE_END,
          HistoryEventTypes.ACTIVITY_INSTANCE_START,
          HistoryEventTypes.ACTIVITY_INSTANCE_END,
          HistoryEventTypes.TASK_INSTANCE_CREATE,
          HistoryEventTypes.TASK_INSTANCE_UPDATE,
          HistoryEventTypes.TASK_INSTANCE_COMPLETE,
          HistoryEventTypes.TASK_INSTANCE_DELETE,
          HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
          HistoryEventTypes.VARIABLE_INSTANCE_UPDATE,
          HistoryEventTypes.VARIABLE_INSTANCE_DELETE,
          HistoryEventTypes.INCIDENT_CREATE,
          HistoryEventTypes.INCIDENT_DELETE,
          HistoryEventTypes.INCIDENT_RESOLVE,
          HistoryEventTypes.DMN_DECISION_EVALUATE);

  @Override
  public int getId() {
    return 1_000;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
    return TOLD.contains(type);
  }
}
