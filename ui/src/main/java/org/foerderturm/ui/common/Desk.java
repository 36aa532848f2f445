package org.foerderturm.ui.common;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.foerderturm.access.AccessQuery.FindLocked;
import org.foerderturm.access.AccessQuery.FindNames;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Office;
import org.foerderturm.kernel.Progress;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Receipt;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ModelQuery.FindLabels;
import org.foerderturm.process.ProcessEvent.Label;
import org.foerderturm.process.ProcessEvent.Model;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** A person's place in the office: asks and sends as the one who is signed in. */
@Service
public class Desk {
  private static final Logger log = LoggerFactory.getLogger(Desk.class);

  /** Names by definition id: a deployed version never changes. */
  private static final Map<String, Label> WORKFLOWS = new ConcurrentHashMap<>();

  /** Who deploys what comes with the product. */
  private static final String PRODUCT = "foerderturm";

  private final Office office;
  private final CurrentActor current;

  public Desk(Office office, CurrentActor current) {
    this.office = office;
    this.current = current;
  }

  public Actor actor() {
    return current.get();
  }

  public boolean has(Role... any) {
    var actor = actor();
    for (var role : any) if (actor.has(role)) return true;
    return false;
  }

  public <R> R ask(Query<R> query) {
    return office.ask(query, current.get());
  }

  /** As of an earlier moment, see {@link Office#asOf}. */
  public <R> R asOf(Set<String> things, long position, Supplier<R> questions) {
    return office.asOf(things, position, questions);
  }

  public Receipt send(Command command) {
    return send(command, UUID.randomUUID().toString());
  }

  /**
   * @param key the same key twice changes nothing: made when a form opens, so that a second click
   *     or a repeated request can't do things twice
   */
  public Receipt send(Command command, String key) {
    return office.send(command, current.get(), key);
  }

  /**
   * Sends a command that takes a while from a thread of its own; it goes on when the person leaves
   * the page.
   *
   * @param component its screen is told
   * @param advanced told now and then how many consequences there were so far
   * @param stopped asked as often; once it is true nothing of it happens
   * @param after told at the end, with the refusal if there was one
   */
  public void sendSlowly(
      Component component,
      Command command,
      IntConsumer advanced,
      BooleanSupplier stopped,
      Consumer<@Nullable Rejected> after) {
    var actor = current.get();
    var key = UUID.randomUUID().toString();
    var ui = component.getUI().orElseThrow();
    Thread.ofPlatform()
        .daemon()
        .name("foerderturm-send")
        .start(
            () -> {
              var told = new long[] {System.nanoTime()};
              var refusal = new @Nullable Rejected[1];
              try {
                Progress.watch(
                    done -> {
                      if (stopped.getAsBoolean()) throw new Rejected(Progress.STOPPED);
                      if (System.nanoTime() - told[0] < 200_000_000L) return;
                      told[0] = System.nanoTime();
                      show(ui, () -> advanced.accept(done));
                    },
                    () -> office.send(command, actor, key));
              } catch (Rejected no) {
                refusal[0] = no;
              } catch (RuntimeException failure) {
                log.error("a command sent from a screen failed", failure);
                refusal[0] = new Rejected("failed", Map.of());
              }
              show(ui, () -> after.accept(refusal[0]));
            });
  }

  private static void show(UI ui, com.vaadin.flow.server.Command action) {
    try {
      var later = ui.access(action);
      log.trace("queued {}", later);
    } catch (UIDetachedException gone) {
      log.trace("screen went away");
    }
  }

  /** What a workflow is called, in the language of the screen. */
  public String workflow(Model model) {
    return Words.name(
        WORKFLOWS.computeIfAbsent(
            model.definitionId(),
            id ->
                Objects.requireNonNullElseGet(
                    ask(new FindLabels(id)).get(model.key()),
                    () -> new Label(model.name(), null))));
  }

  /** Display names of everyone, by user id. */
  public Map<String, String> names() {
    return ask(new FindNames());
  }

  /** Display names of those who may be picked for something, by user id. */
  public Map<String, String> candidates() {
    var names = new LinkedHashMap<>(names());
    names.keySet().removeAll(ask(new FindLocked()));
    return names;
  }

  /** Who has a task; of somebody who is locked, that he is. */
  public String holder(String userId) {
    var name = name(names(), userId);
    return isLocked(userId) ? Words.t("person.locked", "name", name) : name;
  }

  /** How people are written who are known by name only; of one who is locked, that he is. */
  public UnaryOperator<String> people() {
    var names = names();
    var candidates = candidates().values();
    return name ->
        names.containsValue(name) && !candidates.contains(name)
            ? Words.t("person.locked", "name", name)
            : name;
  }

  public boolean isLocked(String userId) {
    return ask(new FindLocked()).contains(userId);
  }

  /** Why something was refused, with people by their names. */
  public String refusal(Rejected rejected) {
    var args = new LinkedHashMap<>(rejected.args());
    for (var who : List.of("by", "userId", "member", "assignee"))
      if (args.get(who) instanceof String id) args.put(who, name(names(), id));
    return Words.refusal(new Rejected(rejected.code(), args));
  }

  /** The display name, or the id of somebody unknown; the system by its own name. */
  public static String name(Map<String, String> names, @Nullable String userId) {
    if (userId == null) return "–";
    if (userId.equals(Actor.SYSTEM.userId())) return Words.t("actor.system");
    if (userId.equals(PRODUCT)) return Words.t("actor.product");
    return names.getOrDefault(userId, userId);
  }

  /**
   * Runs the action on the component's screen whenever something that concerns it changed; bursts
   * become one run. Ends when the component leaves the screen; a screen that nobody is signed in at
   * any more draws nothing.
   */
  public void onChange(Component component, Predicate<Set<String>> concerns, Runnable action) {
    component.addAttachListener(attached -> listen(component, attached.getUI(), concerns, action));
    if (component.isAttached())
      component.getUI().ifPresent(ui -> listen(component, ui, concerns, action));
  }

  private void listen(
      Component component, UI ui, Predicate<Set<String>> concerns, Runnable action) {
    var waiting = new AtomicBoolean();
    var open =
        office.onChange(
            streams -> {
              if (!concerns.test(streams) || !waiting.compareAndSet(false, true)) return;
              try {
                var later =
                    ui.access(
                        () -> {
                          waiting.set(false);
                          if (component.isAttached() && current.isSignedIn()) action.run();
                        });
                log.trace("queued {}", later);
              } catch (UIDetachedException gone) {
                log.trace("screen went away before the change reached it");
              }
            });
    component.addDetachListener(
        detached -> {
          detached.unregisterListener();
          try {
            open.close();
          } catch (Exception e) {
            log.warn("a listener did not close", e);
          }
        });
  }
}
