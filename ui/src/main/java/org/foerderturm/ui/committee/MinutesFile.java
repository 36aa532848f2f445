package org.foerderturm.ui.committee;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.foerderturm.calendar.WrittenDays;
import org.foerderturm.committee.MeetingEvent.VotingMode;
import org.foerderturm.committee.MeetingQuery.AttendanceRow;
import org.foerderturm.committee.MeetingQuery.ItemRow;
import org.foerderturm.committee.MeetingQuery.MeetingDetails;
import org.foerderturm.committee.MeetingQuery.MoveRow;
import org.foerderturm.document.Paper;
import org.foerderturm.kernel.NameOrder;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Downloads;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The minutes (Niederschrift) of a meeting, made of its events. Each result names the position of
 * its event in the sealed log, by which it can be proved. The public paper says of the closed part
 * only that there was one.
 */
public final class MinutesFile {
  private static final Messages MESSAGES = new Messages();

  private final MeetingDetails meeting;
  private final Map<String, String> names;
  private final Locale language;
  private final Paper paper;

  private MinutesFile(
      MeetingDetails meeting, Map<String, String> names, Locale language, boolean closedToo) {
    this.meeting = meeting;
    this.names = names;
    this.language = language;
    var title = t(closedToo ? "minutes.of" : "minutes.public-of", "meeting", meeting.row().title());
    paper = Paper.of(title, language);
  }

  /**
   * @param closedToo with the part from which the public was excluded
   */
  public static byte[] of(
      MeetingDetails meeting, Map<String, String> names, Locale language, boolean closedToo) {
    var minutes = new MinutesFile(meeting, names, language, closedToo);
    minutes.paper.foot(minutes.t("minutes.foot", "position", String.valueOf(meeting.position())));
    minutes.head();
    minutes.attendance();
    minutes.items(meeting.items().stream().filter(item -> !item.closed()).toList());
    var closed = meeting.items().stream().filter(ItemRow::closed).toList();
    if (!closed.isEmpty()) {
      minutes.paper.heading(minutes.t("meeting.closed-part"));
      if (closedToo) minutes.items(closed);
      else
        minutes.paper.text(
            minutes.t("minutes.closed-omitted", "count", String.valueOf(closed.size())));
    }
    minutes.paper.text(minutes.t("minutes.proof"));
    minutes.paper.signatures(
        List.of(
            minutes.t("minutes.signature-chair", "name", minutes.name(meeting.chair())),
            minutes.t("minutes.signature-clerk", "name", minutes.name(meeting.clerk()))));
    return minutes.paper.pdf();
  }

  /**
   * What the file is called, so that the public and the other, the German and the English, the
   * drawn up and what is only looked at can be told apart in a folder.
   */
  static String name(MeetingDetails meeting, Locale language, boolean closedToo, boolean view) {
    return Downloads.name(
        "pdf",
        MESSAGES.getTranslation("minutes.title", language),
        MESSAGES.getTranslation(closedToo ? "minutes.file-full" : "minutes.file-public", language),
        view ? MESSAGES.getTranslation("minutes.file-view", language) : null,
        meeting.openedAt() == null ? null : Formats.day(meeting.openedAt()),
        meeting.row().title(),
        Messages.isEnglish(language) ? "en" : "de");
  }

  private void head() {
    var row = meeting.row();
    var facts = new LinkedHashMap<String, String>();
    facts.put(t("motion.body"), row.bodyName());
    facts.put(t("meeting.place"), row.place());
    facts.put(t("meeting.begin"), moment(meeting.openedAt()));
    facts.put(t("meeting.end"), moment(meeting.closedAt()));
    if (!meeting.moves().isEmpty())
      facts.put(
          t("meeting.moved"),
          meeting.moves().stream().map(this::moved).collect(Collectors.joining("; ")));
    facts.put(t("meeting.chair"), name(meeting.chair()));
    facts.put(t("meeting.clerk"), name(meeting.clerk()));
    facts.put(t("meeting.invited"), moment(row.invitedAt()));
    if (meeting.urgentReason() != null) facts.put(t("meeting.urgent"), meeting.urgentReason());
    facts.put(t("meeting.basis"), meeting.basis());
    paper.facts(facts);
  }

  private String moved(MoveRow move) {
    return t(
        "minutes.moved",
        "from",
        move.otherTime() ? moment(move.fromStartsAt()) : move.fromPlace(),
        "to",
        move.otherTime() ? moment(move.startsAt()) : move.place(),
        "reason",
        move.reason());
  }

  private void attendance() {
    paper.heading(t("meeting.attendance"));
    var rows = new ArrayList<List<String>>();
    for (var step : meeting.attendance())
      rows.add(
          List.of(
              moment(step.at()),
              said(step),
              t("minutes.position", "n", String.valueOf(step.position()))));
    if (rows.isEmpty()) paper.text(t("minutes.nobody"));
    else
      paper.table(
          List.of(t("minutes.when"), t("minutes.what"), t("minutes.proof-at") + " ▸"), rows);
    var came =
        meeting.attendance().stream()
            .filter(step -> step.kind().equals("arrived"))
            .map(AttendanceRow::member)
            .collect(Collectors.toSet());
    var absent = meeting.members().stream().filter(m -> !came.contains(m)).map(this::name).toList();
    if (!absent.isEmpty()) paper.text(t("minutes.absent", "names", String.join(", ", absent)));
    boolean lack = meeting.attendance().stream().anyMatch(step -> step.kind().equals("lack"));
    paper.text(
        t(
            lack ? "minutes.quorum-lacked" : "minutes.quorum",
            "came",
            String.valueOf(came.size()),
            "members",
            String.valueOf(meeting.statutoryMembers()),
            "needed",
            String.valueOf(meeting.quorumNeeded())));
  }

  private String said(AttendanceRow step) {
    return switch (step.kind()) {
      case "arrived" -> t("minutes.came", "name", name(step.member()));
      case "left" -> t("minutes.left", "name", name(step.member()));
      default -> t("minutes.lack", "present", String.valueOf(step.present()));
    };
  }

  private void items(List<ItemRow> items) {
    for (var item : items) {
      paper.heading(
          t("agenda.number", "number", String.valueOf(item.number())) + "  " + item.title());
      if (item.closedReason() != null)
        paper.text(t("agenda.closed-because", "reason", item.closedReason()));
      if (item.secondMeeting()) paper.text(t("agenda.second-help"));
      if (!item.text().isBlank()) paper.text(item.text());
      var amended = item.amended();
      if (amended != null) {
        paper.text(t("agenda.amended") + ":\n" + amended.text());
        if (amended.amountCents() != null)
          paper.text(t("agenda.amended-sum", "amount", Formats.euros(amended.amountCents())));
        paper.text(t("agenda.reason", "reason", amended.reason()));
      }
      if (!item.files().isEmpty())
        paper.table(
            List.of(t("agenda.files"), "SHA-256"),
            item.files().stream().map(file -> List.of(file.name(), file.sha256())).toList());
      for (var note : item.notes()) paper.text(note);
      for (var part : item.parts())
        if (part.bias() != null)
          paper.text(t("agenda.biased", "name", name(part.member()), "reason", part.bias()));
      result(item);
    }
  }

  private void result(ItemRow item) {
    if (item.state().equals("adjourned")) {
      paper.text(t("minutes.adjourned", "reason", String.valueOf(item.reason())));
      return;
    }
    if (item.state().equals("struck")) {
      paper.text(
          item.reason() == null
              ? t("minutes.struck-only")
              : t("minutes.struck", "reason", item.reason()));
      return;
    }
    if (item.result() == null) {
      paper.text(t("minutes.not-dealt-with"));
      return;
    }
    if (item.result().equals("noted")) {
      paper.text(t("result.noted") + at(item));
      return;
    }
    var facts = new LinkedHashMap<String, String>();
    facts.put(t("motion.result"), code("result", item.result()));
    if (item.resolution() != null) facts.put(t("resolution.number"), item.resolution());
    facts.put(
        t("motion.state"),
        t(
            "minutes.votes",
            "yes",
            String.valueOf(item.yes()),
            "no",
            String.valueOf(item.no()),
            "abstentions",
            String.valueOf(item.abstentions()),
            "present",
            String.valueOf(item.present())));
    facts.put(t("minutes.how"), code("voting-mode", String.valueOf(item.mode())));
    facts.put(t("minutes.proof-at"), t("minutes.position", "n", String.valueOf(item.position())));
    paper.facts(facts);
    if (item.mode() == VotingMode.OPEN)
      paper.table(
          List.of(t("motion.member"), t("motion.vote")),
          item.parts().stream()
              .filter(part -> part.vote() != null)
              .map(part -> List.of(name(part.member()), code("vote", String.valueOf(part.vote()))))
              .toList());
    if (item.mode() == VotingMode.SECRET) {
      paper.text(
          t(
              "minutes.handed-in",
              "names",
              item.handedIn().stream()
                  .map(this::name)
                  .sorted(NameOrder.NAMES)
                  .collect(Collectors.joining(", "))));
      paper.table(
          List.of(t("ballot.hash"), t("motion.vote")),
          item.ballots().stream()
              .map(ballot -> List.of(ballot.hash(), code("vote", ballot.vote().name())))
              .toList());
    }
  }

  private String at(ItemRow item) {
    return " (" + t("minutes.position", "n", String.valueOf(item.position())) + ")";
  }

  private String name(@Nullable String userId) {
    return Desk.name(names, userId);
  }

  private String moment(@Nullable Instant at) {
    if (at == null) return "–";
    return WrittenDays.moment(LocalDateTime.ofInstant(at, Formats.OFFICE), language);
  }

  private String code(String prefix, String code) {
    var words = Messages.find(prefix + "." + code, language);
    return words == null ? code : words;
  }

  private String t(String key, Object... namesAndValues) {
    return MESSAGES.getTranslation(key, language, namesAndValues);
  }
}
