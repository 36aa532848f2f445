package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.foerderturm.committee.MeetingCommand.*;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingQuery.ItemRow;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;

/** One item of an agenda; open, it shows the paper and what can be done with it now. */
final class AgendaCard extends Div {
  private final transient Agenda agenda;
  private final transient ItemRow item;

  AgendaCard(Agenda agenda, ItemRow item, boolean open, Consumer<String> show) {
    this.agenda = agenda;
    this.item = item;
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
              item.settled() ? Ui.Tone.PLAIN : Ui.Tone.RUNNING,
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
    var amended = item.amended();
    if (amended != null) {
      var changed = new Div(amended.text());
      changed.addClassName("ft-proposal");
      add(Ui.span("ft-strong", t("agenda.amended")), changed);
      if (amended.amountCents() != null)
        add(new Span(t("agenda.amended-sum", "amount", Formats.euros(amended.amountCents()))));
      add(Ui.span("ft-quiet", t("agenda.reason", "reason", amended.reason())));
    }
    add(new ItemFiles(agenda, item));
    if (item.motionId() != null) add(Ui.to("motions/" + item.motionId(), t("agenda.to-motion")));
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
                t("agenda.biased", "name", agenda.name(part.member()), "reason", part.bias())));
    var election = item.kind() == AgendaKind.ELECTION ? new Election(agenda, item) : null;
    if (election != null) add(election);
    if (item.state().equals("done")) {
      add(new AgendaOutcome(item, agenda.names()));
      if (item.mode() != null) add(new AfterVote(agenda, item));
    }
    if (item.reason() != null) add(Ui.span("ft-quiet", t("agenda.reason", "reason", reason())));
    String phase = agenda.meeting().row().phase();
    if (phase.equals("planned")
        && !item.settled()
        && agenda.desk().has(Role.OFFICE_LEAD, Role.PROJECT_MANAGER)) prepare();
    if (phase.equals("running") && !item.settled()) add(new AgendaVoting(agenda, item));
    if ((phase.equals("running") || phase.equals("over"))
        && agenda.conducts()
        && agenda.meeting().row().publishedAt() == null)
      add(Ui.div("ft-actions", Ui.quiet(t("agenda.note"), this::note)));
  }

  private String reason() {
    return "count".equals(item.reason()) ? t("ballot.void-count") : String.valueOf(item.reason());
  }

  private void prepare() {
    var acts = Ui.div("ft-actions");
    if (item.motionId() == null && item.kind() != AgendaKind.RATIFICATION)
      acts.add(Ui.quiet(t("agenda.write-paper"), () -> agenda.paper(item)));
    if (item.kind() != AgendaKind.RATIFICATION)
      acts.add(
          Ui.quiet(
              t("agenda.withdraw"),
              () ->
                  agenda.asked(
                      "agenda.withdraw",
                      "meeting.reason",
                      reason -> new WithdrawFromAgenda(agenda.id(), item.itemId(), reason))));
    add(acts);
  }

  private void note() {
    agenda.asked(
        "agenda.note",
        "agenda.note-text",
        text -> new NoteDiscussion(agenda.id(), item.itemId(), text));
  }
}
