package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.foerderturm.committee.MeetingCommand.CountElection;
import org.foerderturm.committee.MeetingCommand.DrawLot;
import org.foerderturm.committee.MeetingEvent.CandidateVotes;
import org.foerderturm.committee.MeetingEvent.ElectionOutcome;
import org.foerderturm.committee.MeetingQuery.ElectionRow;
import org.foerderturm.committee.MeetingQuery.FindAfterVotes;
import org.foerderturm.committee.MeetingQuery.ItemRow;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.NumberField;
import org.foerderturm.ui.common.Ui;

/** An election: its rounds as they were counted, and the next one. */
final class Election extends Div {
  /** As many as one page of the dialog holds; nobody saw more persons for one seat. */
  private static final int MOST = 6;

  private final transient Agenda agenda;
  private final transient ItemRow item;
  private final transient List<ElectionRow> rounds;

  Election(Agenda agenda, ItemRow item) {
    this.agenda = agenda;
    this.item = item;
    addClassName("ft-contents");
    rounds =
        agenda.desk().ask(new FindAfterVotes(agenda.id())).elections().stream()
            .filter(row -> row.itemId().equals(item.itemId()))
            .toList();
    rounds.forEach(this::round);
  }

  /** What whoever conducts the meeting does next. */
  Component next() {
    var last = rounds.isEmpty() ? null : rounds.getLast();
    if (last == null) return Ui.primary(t("election.count"), () -> count(List.of()));
    return last.outcome() == ElectionOutcome.LOT
        ? Ui.primary(t("election.lot"), () -> lot(last))
        : Ui.primary(t("election.run-off"), () -> count(last.standing()));
  }

  private void round(ElectionRow row) {
    var table = Ui.table("", t("election.person"), t("election.votes"));
    table.removeCaption();
    table.removeBody();
    var body = new NativeTableBody();
    for (var each : row.votes()) body.add(line(each.person(), each.votes()));
    body.add(line(t("vote.NO"), row.no()));
    body.add(line(t("vote.ABSTAIN"), row.abstentions()));
    body.add(line(t("election.invalid"), row.invalid()));
    table.add(body);
    add(
        Ui.span("ft-strong", t(row.round() == 1 ? "election.first" : "election.run-off")),
        Ui.scroll(table),
        new Span(
            t(
                "election.outcome." + row.outcome().name(),
                "persons",
                String.join(", ", row.standing()),
                "person",
                String.valueOf(row.elected()))));
    if (row.lot() != null)
      add(
          new Span(
              t("election.lot-drawn", "person", String.valueOf(row.elected()), "how", row.lot())));
  }

  private static NativeTableRow line(String name, int votes) {
    return new NativeTableRow(
        new NativeTableCell(name), new NativeTableCell(Formats.number(votes)));
  }

  private void count(List<String> standing) {
    var names = new ArrayList<TextField>();
    var votes = new ArrayList<NumberField>();
    var fields = new ArrayList<Component>();
    fields.add(
        new Paragraph(t(standing.isEmpty() ? "election.count-help" : "election.run-off-help")));
    int many = standing.isEmpty() ? MOST : standing.size();
    for (int i = 0; i < many; i++) {
      var name = Inputs.line(t("election.person-number", "number", Formats.number(i + 1)), 160);
      if (!standing.isEmpty()) {
        name.setValue(standing.get(i));
        name.setReadOnly(true);
      }
      Inputs.answers(name, "candidate-missing", "candidate-twice");
      var count = Inputs.suggested(Inputs.count(t("election.votes"), null));
      names.add(name);
      votes.add(count);
      fields.add(name);
      fields.add(count);
    }
    var no = number("vote.NO");
    var abstentions = number("vote.ABSTAIN");
    var invalid = number("election.invalid");
    var ballots = new Checkbox(t("election.by-ballot"), true);
    fields.addAll(List.of(no, abstentions, invalid, ballots));
    Dialogs.open(
        agenda.desk(),
        t(standing.isEmpty() ? "election.count" : "election.run-off"),
        t("vote.count"),
        () -> {
          var counted = new ArrayList<CandidateVotes>();
          for (int i = 0; i < names.size(); i++) {
            if (names.get(i).getValue().isBlank()) continue;
            var given = Inputs.wholeIfAny(votes.get(i));
            counted.add(
                new CandidateVotes(names.get(i).getValue().strip(), given == null ? 0 : given));
          }
          agenda
              .desk()
              .send(
                  new CountElection(
                      agenda.id(),
                      item.itemId(),
                      counted,
                      Inputs.whole(no),
                      Inputs.whole(abstentions),
                      Inputs.whole(invalid),
                      ballots.getValue()));
        },
        agenda.redraw(),
        fields.toArray(Component[]::new));
  }

  private static NumberField number(String key) {
    return Inputs.suggested(Inputs.required(Inputs.count(t(key), 0)));
  }

  private void lot(ElectionRow row) {
    var who = new Select<String>();
    who.setLabel(t("election.lot-chose"));
    who.setItems(row.standing());
    Inputs.required(who, "answer-missing");
    var how = Inputs.required(Inputs.text(t("election.lot-how")), "lot-without-words");
    Dialogs.open(
        agenda.desk(),
        t("election.lot"),
        t("election.lot"),
        () ->
            agenda
                .desk()
                .send(
                    new DrawLot(
                        agenda.id(),
                        item.itemId(),
                        Objects.requireNonNullElse(who.getValue(), ""),
                        how.getValue())),
        agenda.redraw(),
        new Paragraph(t("election.lot-help")),
        who,
        how);
  }
}
