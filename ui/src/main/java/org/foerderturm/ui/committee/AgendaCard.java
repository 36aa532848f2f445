package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.foerderturm.committee.MeetingCommand.*;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingQuery.ItemRow;
import org.foerderturm.committee.MeetingQuery.MeetingDetails;
import org.foerderturm.committee.MeetingQuery.PartRow;
import org.foerderturm.committee.SecretBallots;
import org.foerderturm.committee.Vote;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.Files;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** One item of an agenda; open, it shows the paper and what can be done with it now. */
final class AgendaCard extends Div {
  private final transient Desk desk;
  private final transient SecretBallots ballots;
  private final transient Files files;
  private final transient MeetingDetails meeting;
  private final transient ItemRow item;
  private final transient Consumer<Command> act;
  private final transient Runnable redraw;
  private final transient Map<String, String> names;
  private final String id;
  private final String me;
  private final boolean conducts;

  AgendaCard(
      Desk desk,
      SecretBallots ballots,
      Files files,
      MeetingDetails meeting,
      ItemRow item,
      boolean open,
      boolean conducts,
      Consumer<String> show,
      Consumer<Command> act,
      Runnable redraw) {
    this.desk = desk;
    this.ballots = ballots;
    this.files = files;
    this.meeting = meeting;
    this.item = item;
    this.act = act;
    this.redraw = redraw;
    this.conducts = conducts;
    this.names = desk.names();
    this.id = meeting.row().meetingId();
    this.me = desk.actor().userId();
    addClassNames("ft-card", "ft-agenda-card");
    String title = item.title() == null ? t("agenda.hidden") : item.title();
    var head =
        new NativeButton(
            t("agenda.number", "number", Formats.number(item.number())) + "  " + title,
            click -> show.accept(item.itemId()));
    head.addClassName("ft-agenda-head");
    head.getElement().setAttribute("aria-expanded", String.valueOf(open));
    add(Ui.div("ft-agenda-line", head, chips()));
    if (open && item.title() != null) open();
  }

  private Div chips() {
    var chips = Ui.div("ft-chips");
    if (item.kind() == AgendaKind.RATIFICATION)
      chips.add(Ui.chip(Ui.Tone.ATTENTION, Words.code("agenda-kind", item.kind().name())));
    if (item.secondMeeting()) chips.add(Ui.chip(Ui.Tone.PLAIN, t("agenda.second")));
    if (item.closed()) chips.add(Ui.chip(Ui.Tone.PLAIN, t("agenda.closed")));
    if (item.result() != null) chips.add(result(item.result()));
    else if (!item.state().equals("ahead"))
      chips.add(
          Ui.chip(
              item.state().equals("adjourned") ? Ui.Tone.PLAIN : Ui.Tone.RUNNING,
              Words.code("item-state", item.state())));
    else if (missing()) chips.add(Ui.chip(Ui.Tone.BAD, t("agenda.paper-missing")));
    return chips;
  }

  private boolean missing() {
    return item.motionId() == null && item.text().isBlank();
  }

  private static Span result(String result) {
    return result.equals("noted")
        ? Ui.chip(Ui.Tone.GOOD, t("result.noted"))
        : BodiesView.result(result);
  }

  private void open() {
    if (item.closedReason() != null)
      add(Ui.span("ft-quiet", t("agenda.closed-because", "reason", item.closedReason())));
    if (item.secondMeeting()) add(Ui.span("ft-quiet", t("agenda.second-help")));
    if (missing()) add(Ui.span("ft-quiet", t("agenda.paper-missing-help")));
    else {
      var paper = new Div(item.text());
      paper.addClassName("ft-proposal");
      add(paper);
    }
    add(new ItemFiles(desk, files, meeting, item, conducts, act));
    if (item.motionId() != null) add(Ui.link("motions/" + item.motionId(), t("agenda.to-motion")));
    for (var note : item.notes()) {
      var quote = new Div(note);
      quote.addClassName("ft-quote");
      add(quote);
    }
    for (var part : item.parts())
      if (part.bias() != null)
        add(
            Ui.span(
                "ft-quiet",
                t(
                    "agenda.biased",
                    "name",
                    Desk.name(names, part.member()),
                    "reason",
                    part.bias())));
    if (item.state().equals("done")) add(new AgendaOutcome(item, names));
    if (item.reason() != null) add(Ui.span("ft-quiet", t("agenda.reason", "reason", reason())));
    String phase = meeting.row().phase();
    if (phase.equals("planned") && desk.has(Role.OFFICE_LEAD, Role.PROJECT_MANAGER)) prepare();
    if (phase.equals("running") && !settled()) deal();
    if ((phase.equals("running") || phase.equals("over"))
        && conducts
        && meeting.row().publishedAt() == null)
      add(Ui.div("ft-actions", Ui.quiet(t("agenda.note"), this::note)));
  }

  private String reason() {
    return "count".equals(item.reason()) ? t("ballot.void-count") : String.valueOf(item.reason());
  }

  private boolean settled() {
    return item.state().equals("done") || item.state().equals("adjourned");
  }

  private void prepare() {
    var acts = Ui.div("ft-actions");
    if (item.motionId() == null && item.kind() != AgendaKind.RATIFICATION)
      acts.add(
          Ui.quiet(
              t("agenda.write-paper"),
              () ->
                  asked(
                      "agenda.write-paper",
                      "agenda.text",
                      text -> new WriteAgendaPaper(id, item.itemId(), text))));
    if (item.kind() != AgendaKind.RATIFICATION)
      acts.add(
          Ui.quiet(
              t("agenda.withdraw"),
              () ->
                  asked(
                      "agenda.withdraw",
                      "meeting.reason",
                      reason -> new WithdrawFromAgenda(id, item.itemId(), reason))));
    add(acts);
  }

  /** What can be done with the item while the meeting runs. */
  private void deal() {
    boolean vote = item.kind() != AgendaKind.REPORT;
    if (item.state().equals("open-vote")) openVote();
    if (item.state().equals("secret-ballot") || item.state().equals("counting")) secretBallot();
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
                  Formats.number(meeting.secretNeeded()))));
    if (conducts) {
      var acts = Ui.div("ft-actions");
      if (item.calledAt() == null)
        acts.add(Ui.primary(t("agenda.call"), () -> act.accept(new CallItem(id, item.itemId()))));
      if (vote) {
        boolean secret = item.secretAskedBy().size() >= meeting.secretNeeded();
        if (!secret) {
          acts.add(Ui.quiet(t("vote.by-hands"), this::hands));
          acts.add(Ui.quiet(t("vote.open"), () -> act.accept(new OpenVoting(id, item.itemId()))));
        }
        acts.add(
            Ui.quiet(
                t("vote.secret"),
                () -> tried(() -> ballots.open(id, item.itemId(), desk.actor()))));
      } else
        acts.add(
            Ui.primary(t("agenda.take-note"), () -> act.accept(new TakeNote(id, item.itemId()))));
      acts.add(
          Ui.quiet(
              t("agenda.adjourn"),
              () ->
                  asked(
                      "agenda.adjourn",
                      "meeting.reason",
                      reason -> new AdjournItem(id, item.itemId(), reason))));
      add(acts);
    }
    if (vote && meeting.present().contains(me) && !biased(me) && !item.secretAskedBy().contains(me))
      add(
          Ui.div(
              "ft-actions",
              Ui.quiet(
                  t("ballot.ask"),
                  () -> act.accept(new RequestSecretBallot(id, item.itemId(), me)))));
    bias();
  }

  private void bias() {
    boolean mine =
        meeting.present().contains(me)
            && !biased(me)
            && !voted(me)
            && !item.handedIn().contains(me);
    if (!mine && !conducts) return;
    var free =
        meeting.present().stream()
            .filter(
                member -> !biased(member) && !voted(member) && !item.handedIn().contains(member))
            .toList();
    if (free.isEmpty()) return;
    add(
        Ui.div(
            "ft-actions",
            Ui.quiet(t(mine ? "bias.mine" : "bias.of"), () -> recuse(mine ? List.of(me) : free))));
  }

  private void recuse(List<String> members) {
    var who = new ComboBox<String>(t("body.member"));
    who.setItems(members);
    who.setItemLabelGenerator(member -> Desk.name(names, member));
    who.setValue(members.getFirst());
    who.setReadOnly(members.size() == 1);
    var why = new TextArea(t("bias.reason"));
    why.setRequiredIndicatorVisible(true);
    Dialogs.open(
        desk,
        t("bias.title"),
        t("bias.declare"),
        () ->
            desk.send(
                new Recuse(
                    id,
                    item.itemId(),
                    Objects.requireNonNullElse(who.getValue(), ""),
                    why.getValue())),
        redraw,
        new Paragraph(t("bias.help")),
        who,
        why);
  }

  private boolean biased(String member) {
    return item.parts().stream().anyMatch(p -> p.member().equals(member) && p.bias() != null);
  }

  private boolean voted(String member) {
    return item.parts().stream().anyMatch(p -> p.member().equals(member) && p.vote() != null);
  }

  private void openVote() {
    if (meeting.present().contains(me) && !biased(me) && !voted(me))
      add(votes(vote -> act.accept(new RecordVote(id, item.itemId(), me, vote))));
    if (!conducts) {
      add(Ui.span("ft-quiet", progress(votesCast())));
      return;
    }
    var table = Ui.table("", t("motion.member"), t("motion.vote"));
    table.removeCaption();
    table.removeBody();
    var body = new NativeTableBody();
    for (var member : meeting.present()) {
      var line = new NativeTableRow();
      line.add(new NativeTableCell(Desk.name(names, member)));
      var cell = new NativeTableCell();
      var part = part(member);
      if (part != null && part.bias() != null) cell.add(Ui.chip(Ui.Tone.PLAIN, t("vote.biased")));
      else if (part != null) cell.add(new Span(Words.code("vote", String.valueOf(part.vote()))));
      else cell.add(recording(member));
      line.add(cell);
      body.add(line);
    }
    table.add(body);
    add(Ui.scroll(table));
    add(
        Ui.div(
            "ft-actions",
            Ui.primary(t("vote.count"), () -> act.accept(new CloseVoting(id, item.itemId())))));
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
              () -> act.accept(new RecordVote(id, item.itemId(), member, vote)));
      button.setAriaLabel(Desk.name(names, member) + ": " + Words.code("vote", vote.name()));
      row.add(button);
    }
    return row;
  }

  private @Nullable PartRow part(String member) {
    return item.parts().stream().filter(p -> p.member().equals(member)).findFirst().orElse(null);
  }

  private String progress(long cast) {
    long entitled = meeting.present().stream().filter(member -> !biased(member)).count();
    return t("ballot.progress", "cast", Formats.number(cast), "of", Formats.number(entitled));
  }

  private void secretBallot() {
    boolean mayVote =
        item.state().equals("secret-ballot")
            && meeting.present().contains(me)
            && !biased(me)
            && !item.handedIn().contains(me);
    if (mayVote) {
      add(Ui.span("ft-quiet", t("ballot.secret-help")));
      add(votes(this::handIn));
    } else if (item.handedIn().contains(me)) add(Ui.chip(Ui.Tone.GOOD, t("ballot.handed-in")));
    add(Ui.span("ft-quiet", progress(item.handedIn().size())));
    if (!conducts) return;
    add(
        Ui.div(
            "ft-actions",
            Ui.primary(
                t("ballot.count"),
                () -> tried(() -> ballots.count(id, item.itemId(), desk.actor()))),
            Ui.quiet(
                t("ballot.void"),
                () ->
                    asked(
                        "ballot.void",
                        "meeting.reason",
                        reason -> new VoidSecretBallot(id, item.itemId(), reason)))));
  }

  private void handIn(Vote vote) {
    tried(
        () -> {
          var receipt = ballots.handIn(id, item.itemId(), vote, desk.actor());
          var dialog = new Dialog(t("ballot.receipt"));
          var hash = new Pre(receipt.hash());
          hash.addClassName("ft-secret");
          var nonce = new Pre(receipt.nonce());
          nonce.addClassName("ft-secret");
          dialog.add(
              Ui.div(
                  "ft-form",
                  new Paragraph(t("ballot.receipt-help")),
                  Ui.span("ft-strong", t("ballot.hash")),
                  hash,
                  Ui.span("ft-strong", t("ballot.nonce")),
                  nonce));
          dialog.setWidth("34rem");
          dialog.getFooter().add(Ui.primary(t("ballot.receipt-close"), dialog::close));
          dialog.open();
        });
  }

  /** Large enough for a thumb; asks nothing twice, because the words say what they do. */
  private static Div votes(Consumer<Vote> cast) {
    var row = Ui.div("ft-votes");
    row.getElement().setAttribute("role", "group");
    row.getElement().setAttribute("aria-label", t("vote.yours"));
    for (var vote : Vote.values()) {
      var button = new Button(Words.code("vote", vote.name()), click -> cast.accept(vote));
      button.addThemeNames(vote == Vote.YES ? "primary" : "secondary");
      row.add(button);
    }
    return row;
  }

  private void hands() {
    var yes = count("vote.YES");
    var no = count("vote.NO");
    var abstentions = count("vote.ABSTAIN");
    Dialogs.open(
        desk,
        t("vote.by-hands"),
        t("vote.count"),
        () ->
            desk.send(
                new CountHands(id, item.itemId(), number(yes), number(no), number(abstentions))),
        redraw,
        new Paragraph(progress(0)),
        yes,
        no,
        abstentions);
  }

  private BigDecimalField count(String key) {
    var field = new BigDecimalField(t(key));
    field.setLocale(Words.locale());
    return field;
  }

  private static int number(BigDecimalField field) {
    return field.getValue() == null ? 0 : field.getValue().intValue();
  }

  private void note() {
    asked("agenda.note", "agenda.note-text", text -> new NoteDiscussion(id, item.itemId(), text));
  }

  private void asked(
      String key, String label, java.util.function.Function<String, Command> command) {
    var text = new TextArea(t(label));
    text.setRequiredIndicatorVisible(true);
    if (key.equals("agenda.write-paper")) text.setValue(item.text());
    Dialogs.open(
        desk, t(key), t(key), () -> desk.send(command.apply(text.getValue())), redraw, text);
  }

  private void tried(Runnable action) {
    try {
      action.run();
      redraw.run();
    } catch (Rejected no) {
      Ui.refuse(desk.refusal(no));
    }
  }
}
