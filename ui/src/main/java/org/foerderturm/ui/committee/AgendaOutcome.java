package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.Map;
import org.foerderturm.committee.MeetingEvent.VotingMode;
import org.foerderturm.committee.MeetingQuery.ItemRow;
import org.foerderturm.committee.SecretBallots;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;

/** How an item was voted on: the count, and what lets everybody check it. */
final class AgendaOutcome extends Div {
  AgendaOutcome(ItemRow item, Map<String, String> names) {
    addClassName("ft-agenda");
    if ("noted".equals(item.result()) || item.mode() == null) {
      setVisible(false);
      return;
    }
    add(
        Ui.div(
            "ft-tally",
            figure("vote.YES", item.yes()),
            figure("vote.NO", item.no()),
            figure("vote.ABSTAIN", item.abstentions())));
    var said =
        Words.code("voting-mode", item.mode().name())
            + " · "
            + t("agenda.present", "present", Formats.number(item.present()));
    if (item.resolution() != null)
      said += " · " + t("agenda.resolution", "number", item.resolution());
    add(Ui.span("ft-quiet", said));
    if (item.mode() == VotingMode.OPEN) add(Ui.scroll(votes(item, names)));
    if (item.mode() == VotingMode.SECRET)
      add(Ui.span("ft-quiet", t("ballot.published-help")), Ui.scroll(ballots(item)));
  }

  private static Div figure(String key, int number) {
    return new Div(
        Ui.span("ft-figure-number", Formats.number(number)), Ui.span("ft-quiet", t(key)));
  }

  private static NativeTable votes(ItemRow item, Map<String, String> names) {
    var body = new NativeTableBody();
    for (var part : item.parts())
      if (part.vote() != null)
        body.add(
            new NativeTableRow(
                new NativeTableCell(Desk.name(names, part.member())),
                new NativeTableCell(Words.code("vote", part.vote().name()))));
    return table(body, t("motion.member"), t("motion.vote"));
  }

  private static NativeTable ballots(ItemRow item) {
    var body = new NativeTableBody();
    for (var ballot : item.ballots()) {
      var vote = new NativeTableCell(Words.code("vote", ballot.vote().name()));
      vote.addClassName("ft-nowrap");
      boolean right = SecretBallots.hash(ballot.vote(), ballot.nonce()).equals(ballot.hash());
      body.add(
          new NativeTableRow(
              code(ballot.hash()),
              vote,
              code(ballot.nonce()),
              new NativeTableCell(
                  right
                      ? Ui.chip(Ui.Tone.GOOD, t("ballot.right"))
                      : Ui.chip(Ui.Tone.BAD, t("ballot.wrong")))));
    }
    return table(body, t("ballot.hash"), t("motion.vote"), t("ballot.nonce"), t("ballot.check"));
  }

  private static NativeTable table(NativeTableBody body, String... headings) {
    var table = Ui.table("", headings);
    table.removeCaption();
    table.removeBody();
    table.add(body);
    return table;
  }

  private static NativeTableCell code(String text) {
    var cell = new NativeTableCell(Ui.span("ft-hash", text));
    cell.getElement().setAttribute("title", text);
    return cell;
  }
}
