package org.foerderturm.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.history.producer.HistoryEventProducer;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * What the engine asks the database at each completed task although the answer is known here: four
 * round trips of sixteen.
 */
final class SparedReads {
  private record Factory(Class<?> getSessionType, Supplier<Session> make)
      implements SessionFactory {
    @Override
    public Session openSession() {
      return make.get();
    }
  }

  private SparedReads() {}

  static List<SessionFactory> sessionFactories() {
    return List.of(
        new Factory(ProcessDefinitionManager.class, Definitions::new),
        new Factory(TaskManager.class, Tasks::new),
        new Factory(VariableInstanceManager.class, Variables::new));
  }

  /** The part that tells what happens asks for the definition each time too. */
  static HistoryEventProducer historyEventProducer() {
    return new CacheAwareHistoryEventProducer() {
      @Override
      protected @Nullable ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
        ProcessDefinitionEntity deployed = deployed(id);
        return deployed == null ? super.getProcessDefinitionEntity(id) : deployed;
      }
    };
  }

  /**
   * A deployed definition never changes: nobody suspends one, each deployment has ids of its own.
   */
  private static @Nullable ProcessDefinitionEntity deployed(String id) {
    return Context.getProcessEngineConfiguration()
        .getDeploymentCache()
        .getProcessDefinitionCache()
        .get(id);
  }

  private static final class Definitions extends ProcessDefinitionManager {
    @Override
    public @Nullable ProcessDefinitionEntity getCachedResourceDefinitionEntity(String id) {
      ProcessDefinitionEntity deployed = deployed(id);
      return deployed == null ? super.getCachedResourceDefinitionEntity(id) : deployed;
    }
  }

  private static final class Tasks extends TaskManager {
    /** No command makes subtasks. */
    @Override
    public List<Task> findTasksByParentTaskId(String parent) {
      return new ArrayList<>();
    }

    /** A token has one task at most: where it is loaded already, there is no other. */
    @Override
    public List<TaskEntity> findTasksByExecutionId(String execution) {
      var loaded = new ArrayList<TaskEntity>();
      for (TaskEntity task :
          getDbEntityManager().getDbEntityCache().getEntitiesByType(TaskEntity.class))
        if (execution.equals(task.getExecutionId())) loaded.add(task);
      return loaded.isEmpty() ? super.findTasksByExecutionId(execution) : loaded;
    }
  }

  private static final class Variables extends VariableInstanceManager {
    /** Inputs of a task are its token's variables; a task has none of its own. */
    @Override
    public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
        String task, @Nullable Collection<String> names) {
      return new ArrayList<>();
    }
  }
}
