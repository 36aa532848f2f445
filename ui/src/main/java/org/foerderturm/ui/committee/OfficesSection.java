package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.committee.BodyOffice;
import org.foerderturm.committee.CommitteeCommand.AssignOffice;
import org.foerderturm.committee.CommitteeCommand.EndOffice;
import org.foerderturm.committee.CommitteeCommand.NameMainCommittee;
import org.foerderturm.committee.CommitteeQuery.BodyDetails;
import org.foerderturm.committee.CommitteeQuery.BodyRow;
import org.foerderturm.committee.CommitteeQuery.FindBodies;
import org.foerderturm.committee.CommitteeQuery.OfficeRow;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Pickers;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;

/** Who holds which office in a council or committee, and which one is the main committee. */
final class OfficesSection extends Section {
  private final transient Desk desk;
  private final transient BodyDetails body;
  private final transient Runnable after;

  OfficesSection(Desk desk, BodyDetails body, Runnable after) {
    this.desk = desk;
    this.body = body;
    this.after = after;
    addClassName("ft-section");
    boolean council = body.row().kind() == BodyKind.COUNCIL;
    setVisible(body.row().kind().decidesInMeetingsOnly());
    if (!isVisible()) return;
    boolean may = desk.has(Role.OFFICE_LEAD, Role.ADMINISTRATOR);
    add(new H2(t("office.title")), holders(may));
    if (council) add(Ui.span("ft-quiet", t("office.main-committee") + ": " + committee()));
    if (!may) return;
    var acts = Ui.div("ft-actions", Ui.quiet(t("office.assign"), this::assign));
    if (council) acts.add(Ui.quiet(t("office.name-committee"), this::nameCommittee));
    add(acts);
  }

  private Div holders(boolean may) {
    if (body.offices().isEmpty()) return new Div(Ui.span("ft-quiet", t("office.none")));
    var names = desk.names();
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (var row : body.offices()) {
      var line =
          new ListItem(
              Ui.span("ft-strong", Desk.name(names, row.userId())),
              Ui.span("ft-quiet", Words.code("office", row.office().name())),
              Ui.span("ft-quiet", BodyView.term(row.from(), row.until())),
              Ui.span("ft-quiet", row.source()));
      if (may) {
        var end = Ui.quiet(t("office.end"), () -> end(row, names));
        end.setAriaLabel(t("office.end") + ": " + Desk.name(names, row.userId()));
        line.add(Ui.div("ft-actions", end));
      }
      list.add(line);
    }
    return new Div(list);
  }

  private String committee() {
    return desk.ask(new FindBodies()).stream()
        .filter(each -> each.bodyId().equals(body.mainCommittee()))
        .map(BodyRow::name)
        .findFirst()
        .orElse(t("office.no-committee"));
  }

  private void assign() {
    var names = desk.candidates();
    var office = new Select<BodyOffice>();
    office.setLabel(t("office.office"));
    office.setItems(BodyOffice.values());
    office.setItemLabelGenerator(each -> Words.code("office", each.name()));
    office.setValue(BodyOffice.MAYOR);
    Inputs.suggested(Inputs.required(office));
    var who = new ComboBox<String>(t("office.holder"));
    Pickers.fill(who, List.copyOf(names.keySet()), id -> Desk.name(names, id));
    Inputs.answers(
        Inputs.required(who, "member-missing"),
        "office-already-held",
        "office-holder-unknown",
        "person-locked");
    var from = Inputs.day(t("office.from"), null);
    var until = Inputs.answers(Inputs.day(t("office.until"), null), "term-ends-before-it-begins");
    var source = Inputs.required(Inputs.line(t("office.source"), 200), "office-without-source");
    source.setHelperText(t("office.source-help"));
    Dialogs.open(
        desk,
        t("office.assign-in", "name", body.row().name()),
        t("office.assign"),
        () ->
            desk.send(
                new AssignOffice(
                    body.row().bodyId(),
                    office.getValue(),
                    Objects.requireNonNullElse(who.getValue(), ""),
                    from.value(),
                    until.value(),
                    source.getValue())),
        after,
        office,
        who,
        from,
        until,
        source);
  }

  private void end(OfficeRow row, Map<String, String> names) {
    var reason = Inputs.required(Inputs.text(t("meeting.reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("office.end") + ": " + Desk.name(names, row.userId()),
        t("office.end"),
        () ->
            desk.send(
                new EndOffice(body.row().bodyId(), row.office(), row.userId(), reason.getValue())),
        after,
        new Paragraph(t("office.end-help")),
        reason);
  }

  private void nameCommittee() {
    var committees =
        desk.ask(new FindBodies()).stream()
            .filter(each -> each.kind() == BodyKind.COMMITTEE)
            .toList();
    var committee = new ComboBox<BodyRow>(t("office.main-committee"));
    committee.setItems(committees);
    committee.setItemLabelGenerator(BodyRow::name);
    committee.setHelperText(t("office.main-committee-help"));
    Inputs.required(committee, "committee-missing");
    var source = Inputs.required(Inputs.line(t("office.source"), 200), "office-without-source");
    Dialogs.open(
        desk,
        t("office.name-committee"),
        t("office.name-committee"),
        () -> {
          if (committee.getValue() == null)
            throw Inputs.wrong(committee, "committee-missing", Map.of());
          desk.send(
              new NameMainCommittee(
                  body.row().bodyId(), committee.getValue().bodyId(), source.getValue()));
        },
        after,
        committee,
        source);
  }
}
