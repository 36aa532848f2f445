package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.foerderturm.committee.MeetingCommand.WriteAgendaPaper;
import org.foerderturm.committee.MeetingQuery.ItemRow;
import org.foerderturm.committee.MeetingQuery.MeetingDetails;
import org.foerderturm.committee.SecretBallots;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.process.Files;
import org.foerderturm.ui.common.Corrections;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;

/**
 * What all items of an agenda on the screen have in common.
 *
 * @param names of users by their ids
 * @param corrections of votes and files
 * @param conducts whether who looks at it conducts the meeting
 * @param act sends a command and shows what came of it
 */
record Agenda(
    Desk desk,
    SecretBallots ballots,
    Files files,
    MeetingDetails meeting,
    Map<String, String> names,
    Corrections corrections,
    boolean conducts,
    Consumer<Command> act,
    Runnable redraw) {
  private static final int PAPER = 50_000;

  String id() {
    return meeting.row().meetingId();
  }

  String me() {
    return desk.actor().userId();
  }

  String name(String user) {
    return Desk.name(names, user);
  }

  /** Asks for one text, under these keys, and sends what it makes of it. */
  void asked(String key, String label, Function<String, Command> command) {
    var text = Inputs.required(Inputs.text(t(label)));
    Dialogs.open(
        desk, t(key), t(key), () -> desk.send(command.apply(Inputs.needed(text))), redraw, text);
  }

  /** Writes the paper of an item, or goes on writing it. */
  void paper(ItemRow item) {
    var text = Inputs.required(Inputs.text(t("agenda.text")));
    text.setMaxLength(PAPER);
    text.setValue(item.text());
    Dialogs.revise(
        desk,
        t("agenda.write-paper"),
        t("agenda.write-paper"),
        () -> new WriteAgendaPaper(id(), item.itemId(), text.getValue()),
        redraw,
        text);
  }

  /** What is refused is said; what is not shows at once. */
  void tried(Runnable action) {
    try {
      action.run();
      redraw.run();
    } catch (Rejected no) {
      Ui.refuse(desk.refusal(no));
    }
  }

  boolean biased(ItemRow item, String member) {
    return item.parts().stream().anyMatch(p -> p.member().equals(member) && p.bias() != null);
  }

  /** How many of those who may have voted. */
  String progress(ItemRow item, long cast) {
    long entitled = meeting.present().stream().filter(member -> !biased(item, member)).count();
    return t("ballot.progress", "cast", Formats.number(cast), "of", Formats.number(entitled));
  }
}
