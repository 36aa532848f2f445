package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.foerderturm.committee.MeetingCommand.DraftMinutes;
import org.foerderturm.committee.MeetingCommand.PublishMinutes;
import org.foerderturm.committee.MeetingCommand.SignMinutes;
import org.foerderturm.committee.MeetingQuery.MeetingDetails;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.Files;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Downloads;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.jspecify.annotations.Nullable;

/** The minutes of a meeting that is over: their papers, their signatures, and what is next. */
final class MinutesSection extends Section {
  private final transient Desk desk;
  private final transient Files files;
  private final transient MeetingDetails meeting;
  private final transient Consumer<Command> act;

  MinutesSection(
      Desk desk, Files files, MeetingDetails meeting, boolean conducts, Consumer<Command> act) {
    this(desk, files, meeting, conducts, act, true);
  }

  /**
   * @param acts offers to draw up, sign and publish; not where a task asks for that below
   */
  MinutesSection(
      Desk desk,
      Files files,
      MeetingDetails meeting,
      boolean conducts,
      Consumer<Command> act,
      boolean acts) {
    this.desk = desk;
    this.files = files;
    this.meeting = meeting;
    this.act = act;
    addClassName("ft-section");
    add(new H2(t("minutes.title")));
    var minutes = meeting.minutes();
    boolean inside = meeting.inside();
    var facts = Ui.facts();
    if (minutes.draftedAt() == null) {
      if (meeting.row().minutesBy() != null)
        Ui.fact(facts, t("minutes.due"), Formats.dueExactly(meeting.row().minutesBy()));
    } else {
      Ui.fact(facts, t("minutes.drafted"), Formats.dateTime(minutes.draftedAt()));
      Ui.fact(facts, t("minutes.chair"), signed(minutes.chairSignedAt()));
      Ui.fact(facts, t("minutes.clerk"), signed(minutes.clerkSignedAt()));
      Ui.fact(facts, t("minutes.published"), signed(meeting.row().publishedAt()));
      if (inside && minutes.sha256() != null)
        add(stored(t("minutes.full"), minutes.sha256(), true));
      if (minutes.publicSha256() != null && (inside || meeting.row().publishedAt() != null))
        add(stored(t("minutes.public"), minutes.publicSha256(), false));
    }
    add(facts);
    if (inside)
      add(
          rendered(t("minutes.german"), Locale.GERMAN),
          rendered(t("minutes.english"), Locale.ENGLISH));
    String me = desk.actor().userId();
    boolean mine =
        (me.equals(meeting.chair()) && minutes.chairSignedAt() == null)
            || (me.equals(meeting.clerk()) && minutes.clerkSignedAt() == null);
    boolean both = minutes.chairSignedAt() != null && minutes.clerkSignedAt() != null;
    String draft = minutes.sha256();
    if (acts && meeting.row().publishedAt() == null) {
      if (draft == null) {
        if (conducts) add(Ui.primary(t("minutes.draft"), this::draft));
      } else if (mine)
        add(Ui.primary(t("minutes.sign"), () -> act.accept(new SignMinutes(id(), draft))));
      else if (both && desk.has(Role.OFFICE_LEAD, Role.PROJECT_MANAGER))
        add(Ui.primary(t("minutes.publish"), () -> act.accept(new PublishMinutes(id()))));
      if (draft != null && !both && conducts) add(Ui.quiet(t("minutes.redraft"), this::draft));
    }
  }

  private static String signed(@Nullable Instant at) {
    return at == null ? t("minutes.not-yet") : Formats.dateTime(at);
  }

  /** Fixes the paper as it is now: what is signed are these bytes. */
  private void draft() {
    try {
      var whole = MinutesFile.of(meeting, desk.names(), Locale.GERMAN, true);
      var open = MinutesFile.of(meeting, desk.names(), Locale.GERMAN, false);
      act.accept(new DraftMinutes(id(), files.store(whole), files.store(open)));
    } catch (Rejected no) {
      Ui.refuse(no);
    }
  }

  /** As it was drawn up: always in German. */
  private Component stored(String words, String sha256, boolean closedToo) {
    return new Div(
        Downloads.link(
            words,
            MinutesFile.name(meeting, Locale.GERMAN, closedToo, false),
            Downloads.PDF,
            () -> files.load(sha256).orElse(null)));
  }

  private Component rendered(String words, Locale language) {
    var names = desk.names();
    return new Div(
        Downloads.link(
            words,
            MinutesFile.name(meeting, language, true, true),
            Downloads.PDF,
            () -> MinutesFile.of(meeting, names, language, true)));
  }

  private String id() {
    return meeting.row().meetingId();
  }
}
