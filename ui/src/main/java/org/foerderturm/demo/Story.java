package org.foerderturm.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foerderturm.kernel.Command;

/**
 * What happened in one case, step by step, each on its day. Days count back from now; what falls on
 * a weekend happened on the Friday before.
 */
final class Story {
  /** One thing that somebody did. */
  record Step(Instant at, String key, Runnable work) {}

  private final String key;
  private final Desk desk;
  private final Calendar calendar;
  private final List<Step> steps = new ArrayList<>();
  private String about;
  private String title = "";
  private String programme = "";
  private Duration pace = Duration.ofMinutes(7);
  private Instant last = Instant.MIN;
  private Instant next = Instant.EPOCH;

  Story(String key, Desk desk, Calendar calendar) {
    this.key = key;
    this.about = key;
    this.desk = desk;
    this.calendar = calendar;
  }

  List<Step> steps() {
    return steps;
  }

  /** What follows happened this many days ago, from this hour on, some minutes apart. */
  Story daysAgo(int days, int hour) {
    next = calendar.daysAgo(days, hour, key.hashCode());
    return this;
  }

  /** What follows happened on that day, from this hour on, some minutes apart. */
  Story on(LocalDate day, int hour) {
    next = calendar.on(day, hour, key.hashCode());
    return this;
  }

  /** What follows without a day of its own happened so long after what was before. */
  Story pace(Duration between) {
    pace = between;
    return this;
  }

  /** The day on which happens what follows. */
  LocalDate day() {
    return Calendar.day(next);
  }

  String key() {
    return key;
  }

  String title() {
    return title;
  }

  String programme() {
    return programme;
  }

  Story start(String process, DemoPerson who, Map<String, Object> values) {
    title = String.valueOf(values.get("title"));
    programme = String.valueOf(values.get("programme"));
    return step(() -> desk.start(process, key, values, who));
  }

  /** What follows happened in another case, which this one started. */
  Story about(String caseKey) {
    about = caseKey;
    return this;
  }

  /** Somebody starts a supplement of the paper, whose number only the register knows. */
  Story supplement(String paperId, DemoPerson who, String title) {
    this.title = title;
    return step(
        () ->
            desk.start(
                "council-paper",
                key,
                Map.of("title", title, "originalNumber", desk.paperNumber(paperId)),
                who));
  }

  /** Somebody does what needs no case. */
  Story does(DemoPerson who, Command command) {
    return step(() -> desk.send(command, who.actor()));
  }

  /** Somebody completes the only open task of this kind. */
  Story task(DemoPerson who, String taskKey, Map<String, Object> values) {
    var where = about;
    return step(() -> desk.complete(where, taskKey, null, values, who));
  }

  /** Somebody completes the open task of this kind that is about this partner. */
  Story task(DemoPerson who, String taskKey, String subject, Map<String, Object> values) {
    var where = about;
    return step(() -> desk.complete(where, taskKey, subject, values, who));
  }

  /** The letter of intent of a partner comes in on this day. */
  Story letter(DemoPerson who, String partner) {
    return task(
        who,
        "Task_RecordLetter",
        partner,
        Map.of("outcome", "received", "receivedOn", day().toString()));
  }

  Story says(DemoPerson who, String text) {
    return step(() -> desk.comment(key, text, who));
  }

  Story votes(DemoPerson member, String vote) {
    var motion = about + "-m1";
    return step(() -> desk.vote(motion, member, vote));
  }

  /** The members agree to another motion than the case's first. */
  Story votesOn(String motionId, DemoPerson member, String vote) {
    return step(() -> desk.vote(motionId, member, vote));
  }

  /** Anything else that somebody does. */
  Story step(Runnable work) {
    var at = next.isAfter(last) ? next : last.plus(pace);
    last = at;
    steps.add(new Step(at, key, work));
    return this;
  }
}
