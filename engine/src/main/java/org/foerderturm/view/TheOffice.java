package org.foerderturm.view;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Office;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Receipt;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.ledger.Sequencer;
import org.foerderturm.log.Commands;
import org.foerderturm.log.EventTypes;
import org.foerderturm.log.Rights;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;

/** The door: runs commands, waits until screens would show them, answers questions. */
final class TheOffice implements Office, SmartInitializingSingleton {
  /** Longer than any healthy lag; then the answer is given though a screen may lag. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private record Answer(Object bean, Method method) {}

  private final Commands commands;
  private final Sequencer sequencer;
  private final Projector projector;
  private final Past past;
  private final ApplicationContext beans;
  private final Map<Class<?>, Answer> answers = new HashMap<>();
  private List<Follower> followers = List.of();

  TheOffice(
      Commands commands,
      Sequencer sequencer,
      Projector projector,
      Past past,
      ApplicationContext beans) {
    this.commands = commands;
    this.sequencer = sequencer;
    this.projector = projector;
    this.past = past;
    this.beans = beans;
  }

  @Override
  public void afterSingletonsInstantiated() {
    followers =
        beans.getBeansOfType(Follower.class).values().stream().filter(f -> f != projector).toList();
    for (String name : beans.getBeanDefinitionNames()) {
      Class<?> type = beans.getType(name, false);
      if (type == null || !type.getName().startsWith("org.foerderturm.")) continue;
      for (Method method : type.getDeclaredMethods())
        if (method.isAnnotationPresent(QueryHandler.class)) {
          method.setAccessible(true);
          Class<?> query = method.getParameterTypes()[0];
          if (answers.put(query, new Answer(beans.getBean(name), method)) != null)
            throw new IllegalStateException("two answers to " + query);
        }
    }
  }

  @Override
  public Receipt send(Command command, Actor actor, String key) {
    Receipt receipt = post(command, actor, key);
    await(receipt);
    return receipt;
  }

  @Override
  public Receipt post(Command command, Actor actor, String key) {
    return commands.run(command, actor, key);
  }

  @Override
  public void await(Receipt posted) {
    if (posted.lastIndex() > 0) await(posted.lastIndex());
  }

  private void await(long lastIndex) {
    long position = sequencer.await(lastIndex, PATIENCE);
    if (position < 0) return;
    for (Follower follower : followers) position = follower.await(position, PATIENCE);
    projector.await(position, PATIENCE);
  }

  @Override
  @SuppressWarnings("unchecked") // a handler returns its query's answer; a test checks each
  public <R> R ask(Query<R> query, Actor actor) {
    if (!Rights.allowed(query.getClass(), actor))
      throw new Rejected("not-allowed", Map.of("what", EventTypes.name(query.getClass())));
    Answer answer = answers.get(query.getClass());
    if (answer == null) throw new IllegalStateException("nobody answers " + query.getClass());
    try {
      return (R)
          (answer.method.getParameterCount() == 1
              ? answer.method.invoke(answer.bean, query)
              : answer.method.invoke(answer.bean, query, actor));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public <R> R asOf(Set<String> things, long position, Supplier<R> questions) {
    return past.at(things, position, questions);
  }

  @Override
  public AutoCloseable onChange(Consumer<Set<String>> listener) {
    return projector.onMoved(listener);
  }
}
