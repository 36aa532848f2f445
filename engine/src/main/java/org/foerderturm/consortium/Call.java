package org.foerderturm.consortium;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.consortium.CallCommand.*;
import org.foerderturm.consortium.CallEvent.*;
import org.foerderturm.consortium.ConsortiumEvent.ConsortiumConstituted;
import org.foerderturm.consortium.ConsortiumEvent.ConsortiumDissolved;
import org.foerderturm.consortium.ConsortiumEvent.ConsortiumProposed;
import org.foerderturm.consortium.IdeaEvent.IdeaSetAside;
import org.foerderturm.consortium.IdeaEvent.IdeaTakenUp;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * The funding call that a consortium forms for: until when, and what happens when that day is over.
 * A part of {@link Consortium}.
 */
class Call {
  private String consortiumId = "";
  private String title = "";
  private @Nullable String name;
  private @Nullable LocalDate deadline;
  private boolean ended;
  private boolean setAside;

  /** Formation begins: from now on the deadline is watched, if there is one. */
  void watch() {
    if (deadline != null)
      apply(new CallDeadlineSet(consortiumId, title, name, null, deadline, null));
  }

  /**
   * @throws Rejected {@code call-deadline-passed} while nobody has decided what that means
   */
  void mustBeOpen() {
    if (deadline != null && passed(deadline))
      throw new Rejected("call-deadline-passed", Map.of("deadline", deadline.toString()));
  }

  @CommandHandler
  void handle(SetCallDeadline asked) {
    whileForming();
    var now = new SetCallDeadline(consortiumId, name, deadline, asked.reason());
    var c = Merge.of(asked, now);
    var reason = Correction.reasoned(c.reason());
    if (c.deadline() == null) throw new Rejected("day-missing");
    var call = c.call() == null || c.call().isBlank() ? name : c.call().strip();
    if (c.deadline().equals(deadline) && Objects.equals(call, name))
      throw new Rejected("call-as-before", Map.of("deadline", c.deadline().toString()));
    if (passed(c.deadline()))
      throw new Rejected("call-deadline-over", Map.of("deadline", c.deadline().toString()));
    apply(new CallDeadlineSet(consortiumId, title, call, deadline, c.deadline(), reason));
  }

  @CommandHandler
  void handle(PlanCallReminders c) {
    whileForming();
    var day = known();
    var over = day.plusDays(1).atStartOfDay(WorkingDays.OFFICE).toInstant();
    var now = Clocks.now();
    var coming =
        c.workingDays().stream()
            .sorted(Comparator.reverseOrder())
            .map(before -> WorkingDays.before(day, before))
            .map(each -> each.atTime(8, 0).atZone(WorkingDays.OFFICE).toInstant())
            .filter(now::isBefore);
    // what is over already is not reminded of: the place of it takes the end itself
    List<Instant> moments =
        Stream.concat(coming, Stream.generate(() -> over))
            .limit(c.workingDays().size() + 1)
            .toList();
    apply(new CallRemindersPlanned(consortiumId, day, c.workingDays(), moments));
  }

  @CommandHandler
  void handle(RemindOfCall c) {
    whileForming();
    var day = known();
    var today = LocalDate.ofInstant(Clocks.now(), WorkingDays.OFFICE);
    var left = passed(day) ? null : WorkingDays.between(today, day);
    apply(new CallDeadlineReminded(consortiumId, title, day, left));
  }

  @CommandHandler
  void handle(LeaveCall c) {
    whileForming();
    apply(new CallLeft(consortiumId, title, name, known(), Correction.reasoned(c.reason())));
  }

  private void whileForming() {
    if (ended) throw new Rejected("formation-ended", Map.of("title", title));
    if (setAside) throw new Rejected("idea-set-aside", Map.of("title", title));
  }

  private LocalDate known() {
    if (deadline == null) throw new Rejected("call-without-deadline");
    return deadline;
  }

  private static boolean passed(LocalDate day) {
    return LocalDate.ofInstant(Clocks.now(), WorkingDays.OFFICE).isAfter(day);
  }

  @EventSourcingHandler
  void on(ConsortiumProposed e) {
    consortiumId = e.consortiumId();
    title = e.title();
    name = e.call();
    deadline = e.deadline();
  }

  @EventSourcingHandler
  void on(CallDeadlineSet e) {
    name = e.call();
    deadline = e.deadline();
  }

  @EventSourcingHandler
  void on(CallLeft e) {
    deadline = null;
  }

  @EventSourcingHandler
  void on(IdeaSetAside e) {
    setAside = true;
  }

  @EventSourcingHandler
  void on(IdeaTakenUp e) {
    setAside = false;
  }

  @EventSourcingHandler
  void on(ConsortiumConstituted e) {
    ended = true;
  }

  @EventSourcingHandler
  void on(ConsortiumDissolved e) {
    ended = true;
  }
}
