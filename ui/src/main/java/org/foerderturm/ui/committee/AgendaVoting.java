package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.foerderturm.committee.CommitteeQuery.FindMotion;
import org.foerderturm.committee.MeetingCommand.*;
import org.foerderturm.committee.MeetingCommand.AmendItem;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingQuery.ItemRow;
import org.foerderturm.committee.MeetingQuery.PartRow;
import org.foerderturm.committee.Vote;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.NumberField;
import org.foerderturm.ui.common.Pickers;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** What can be done with an item of the agenda while the meeting runs: call, vote, count. */
final class AgendaVoting extends Div {
  private final transient Agenda agenda;
  private final transient ItemRow item;
  private final String id;
  private final String me;
  private final boolean conducts;

  AgendaVoting(Agenda agenda, ItemRow item) {
    this.agenda = agenda;
    this.item = item;
    this.id = agenda.id();
    this.me = agenda.me();
    this.conducts = agenda.conducts();
    addClassName("ft-contents");
    boolean vote = item.kind() != AgendaKind.REPORT;
    if (item.state().equals("open-vote")) openVote();
    if (item.state().equals("secret-ballot") || item.state().equals("counting"))
      add(new SecretVoting(agenda, item));
    if (!item.state().equals("ahead")) {
      bias();
      return;
    }
    if (vote && !item.secretAskedBy().isEmpty())
      add(
          Ui.span(
              "ft-quiet",
              t(
                  "ballot.asked",
                  "requests",
                  Formats.number(item.secretAskedBy().size()),
                  "needed",
                  Formats.number(agenda.meeting().secretNeeded()))));
    if (conducts) {
      var acts = Ui.div("ft-actions");
      if (item.calledAt() == null)
        acts.add(
            Ui.primary(
                t("agenda.call"), () -> agenda.act().accept(new CallItem(id, item.itemId()))));
      if (item.kind() == AgendaKind.ELECTION) acts.add(new Election(agenda, item).next());
      else if (vote) {
        boolean secret = item.secretAskedBy().size() >= agenda.meeting().secretNeeded();
        if (!secret) {
          acts.add(Ui.quiet(t("vote.by-hands"), this::hands));
          acts.add(
              Ui.quiet(
                  t("vote.open"), () -> agenda.act().accept(new OpenVoting(id, item.itemId()))));
        }
        acts.add(
            Ui.quiet(
                t("vote.secret"),
                () ->
                    agenda.tried(
                        () -> agenda.ballots().open(id, item.itemId(), agenda.desk().actor()))));
      } else
        acts.add(
            Ui.primary(
                t("agenda.take-note"), () -> agenda.act().accept(new TakeNote(id, item.itemId()))));
      if (amendable()) acts.add(Ui.quiet(t("agenda.amend"), this::amend));
      acts.add(
          Ui.quiet(
              t("agenda.adjourn"),
              () ->
                  agenda.asked(
                      "agenda.adjourn",
                      "meeting.reason",
                      reason -> new AdjournItem(id, item.itemId(), reason))));
      add(acts);
    }
    if (vote
        && agenda.meeting().present().contains(me)
        && !agenda.biased(item, me)
        && !item.secretAskedBy().contains(me))
      add(
          Ui.div(
              "ft-actions",
              Ui.quiet(
                  t("ballot.ask"),
                  () -> agenda.act().accept(new RequestSecretBallot(id, item.itemId(), me)))));
    bias();
  }

  private boolean amendable() {
    if (item.kind() != AgendaKind.RESOLUTION) return false;
    if (item.motionId() == null) return true;
    var motion = agenda.desk().ask(new FindMotion(item.motionId()));
    return motion != null && motion.amendable();
  }

  /** The wording that is voted on; a paper's sum goes with it. */
  private void amend() {
    var before = item.amended();
    var text = Inputs.required(Inputs.text(t("agenda.amended")), "motion-proposal-missing");
    text.setValue(before == null ? item.text() : before.text());
    Inputs.suggested(text);
    boolean paper = item.motionId() != null;
    var amount =
        Inputs.answers(
            Inputs.euros(t("agenda.amended-cents"), before == null ? null : before.amountCents()),
            "amended-sum-missing");
    if (paper) Inputs.required(amount);
    amount.setHelperText(t("agenda.amended-cents-help"));
    amount.setVisible(paper);
    var reason = Inputs.required(Inputs.text(t("meeting.reason")), "reason-missing");
    Dialogs.open(
        agenda.desk(),
        t("agenda.amend"),
        t("agenda.amend-act"),
        () ->
            agenda
                .desk()
                .send(
                    new AmendItem(
                        id,
                        item.itemId(),
                        text.getValue(),
                        paper ? Inputs.signedCents(amount) : null,
                        reason.getValue())),
        agenda.redraw(),
        new Paragraph(t("agenda.amend-help")),
        text,
        amount,
        reason);
  }

  private void bias() {
    boolean mine =
        agenda.meeting().present().contains(me)
            && !agenda.biased(item, me)
            && !voted(me)
            && !item.handedIn().contains(me);
    if (!mine && !conducts) return;
    var free =
        agenda.meeting().present().stream()
            .filter(
                member ->
                    !agenda.biased(item, member)
                        && !voted(member)
                        && !item.handedIn().contains(member))
            .toList();
    if (free.isEmpty()) return;
    add(
        Ui.div(
            "ft-actions",
            Ui.quiet(t(mine ? "bias.mine" : "bias.of"), () -> recuse(mine ? List.of(me) : free))));
  }

  private void recuse(List<String> members) {
    var who = new ComboBox<String>(t("body.member"));
    Pickers.fill(who, members, agenda::name);
    who.setValue(members.getFirst());
    who.setReadOnly(members.size() == 1);
    Inputs.suggested(Inputs.required(who, "member-missing"));
    var why = Inputs.required(Inputs.text(t("bias.reason")), "bias-reason-missing");
    Dialogs.open(
        agenda.desk(),
        t("bias.title"),
        t("bias.declare"),
        () ->
            agenda
                .desk()
                .send(
                    new Recuse(
                        id,
                        item.itemId(),
                        Objects.requireNonNullElse(who.getValue(), ""),
                        why.getValue())),
        agenda.redraw(),
        new Paragraph(t("bias.help")),
        who,
        why);
  }

  private boolean voted(String member) {
    return item.parts().stream().anyMatch(p -> p.member().equals(member) && p.vote() != null);
  }

  private void openVote() {
    if (agenda.meeting().present().contains(me) && !agenda.biased(item, me) && !voted(me))
      add(votes(vote -> agenda.act().accept(new RecordVote(id, item.itemId(), me, vote))));
    if (!conducts) {
      add(Ui.span("ft-quiet", agenda.progress(item, votesCast())));
      return;
    }
    var table = Ui.table("", t("motion.member"), t("motion.vote"));
    table.removeCaption();
    table.removeBody();
    var body = new NativeTableBody();
    // who voted and left was there for this vote: it counts, and can be set right
    var gone =
        item.parts().stream()
            .filter(part -> part.vote() != null)
            .map(PartRow::member)
            .filter(member -> !agenda.meeting().present().contains(member));
    for (var member : Stream.concat(agenda.meeting().present().stream(), gone).toList()) {
      var line = new NativeTableRow();
      line.add(new NativeTableCell(agenda.name(member)));
      var cell = new NativeTableCell();
      var part = part(member);
      if (part != null && part.bias() != null) cell.add(Ui.chip(Ui.Tone.PLAIN, t("vote.biased")));
      else if (part != null) cell.add(said(part));
      else cell.add(recording(member));
      line.add(cell);
      body.add(line);
    }
    table.add(body);
    add(Ui.scroll(table));
    add(
        Ui.div(
            "ft-actions",
            Ui.primary(
                t("vote.count"), () -> agenda.act().accept(new CloseVoting(id, item.itemId())))));
  }

  /** What somebody typed for the member may be set right until the count. */
  private Div said(PartRow part) {
    var said = Ui.div("ft-lines", new Span(Words.code("vote", String.valueOf(part.vote()))));
    said.add(
        agenda
            .corrections()
            .told(
                "OpenVoteCorrected",
                event ->
                    event.path("itemId").asText().equals(item.itemId())
                        && event.path("member").asText().equals(part.member())));
    if (part.typed()) {
      var act = Ui.quiet(t("correction.act"), () -> correct(part));
      act.setAriaLabel(t("correction.act") + ": " + agenda.name(part.member()));
      said.add(act);
    }
    return said;
  }

  private void correct(PartRow part) {
    var vote = new Select<Vote>();
    vote.setLabel(t("motion.vote"));
    vote.setItems(Vote.values());
    vote.setItemLabelGenerator(each -> each == null ? "" : Words.code("vote", each.name()));
    vote.setValue(part.vote());
    Inputs.required(vote);
    var reason = Inputs.required(Inputs.text(t("correction.reason")), "reason-missing");
    Dialogs.revise(
        agenda.desk(),
        t("correction.vote-of", "name", agenda.name(part.member())),
        t("correction.act"),
        () -> new CorrectVote(id, item.itemId(), part.member(), vote.getValue(), reason.getValue()),
        agenda.redraw(),
        vote,
        reason);
  }

  private long votesCast() {
    return item.parts().stream().filter(part -> part.vote() != null).count();
  }

  private Div recording(String member) {
    var row = Ui.div("ft-actions");
    for (var vote : Vote.values()) {
      var button =
          Ui.quiet(
              Words.code("vote", vote.name()),
              () -> agenda.act().accept(new RecordVote(id, item.itemId(), member, vote)));
      button.setAriaLabel(agenda.name(member) + ": " + Words.code("vote", vote.name()));
      row.add(button);
    }
    return row;
  }

  private @Nullable PartRow part(String member) {
    return item.parts().stream().filter(p -> p.member().equals(member)).findFirst().orElse(null);
  }

  /**
   * Large enough for a thumb, and none before another; asks nothing twice, because the words say
   * what they do.
   */
  static Div votes(Consumer<Vote> cast) {
    var row = Ui.div("ft-votes");
    row.getElement().setAttribute("role", "group");
    row.getElement().setAttribute("aria-label", t("vote.yours"));
    for (var vote : Vote.values()) {
      var button = new Button(Words.code("vote", vote.name()), click -> cast.accept(vote));
      row.add(button);
    }
    return row;
  }

  private void hands() {
    var yes = count("vote.YES");
    var no = count("vote.NO");
    var abstentions = count("vote.ABSTAIN");
    Dialogs.open(
        agenda.desk(),
        t("vote.by-hands"),
        t("vote.count"),
        () ->
            agenda
                .desk()
                .send(
                    new CountHands(
                        id,
                        item.itemId(),
                        Inputs.whole(yes),
                        Inputs.whole(no),
                        Inputs.whole(abstentions))),
        agenda.redraw(),
        new Paragraph(agenda.progress(item, 0)),
        yes,
        no,
        abstentions);
  }

  private NumberField count(String key) {
    return Inputs.suggested(Inputs.required(Inputs.count(t(key), 0)));
  }
}
