package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.Map;
import java.util.stream.Collectors;
import org.foerderturm.committee.BodyRules;
import org.foerderturm.committee.BodyRules.MajorityOf;
import org.foerderturm.committee.CommitteeCommand.AdoptRules;
import org.foerderturm.committee.CommitteeQuery.BodyDetails;
import org.foerderturm.committee.CommitteeQuery.BodyRow;
import org.foerderturm.committee.CommitteeQuery.FindBodies;
import org.foerderturm.committee.MeetingRules;
import org.foerderturm.committee.MeetingRules.Outside;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.NumberField;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;

/**
 * Adopts rules from a day on; begins with what holds now, so that one changes only what changes.
 */
final class RulesDialog {
  private final Desk desk;
  private final BodyDetails body;

  RulesDialog(Desk desk, BodyDetails body) {
    this.desk = desk;
    this.body = body;
  }

  void open(Runnable after) {
    var old = body.rules().getLast();
    var how = old.forMeetings();
    var from = Inputs.required(Inputs.day(t("rules.from"), null), "rules-without-day");
    from.setHelperText(t("rules.from-help"));
    var source = Inputs.required(Inputs.line(t("rules.source"), 200), "rules-without-source");
    source.setHelperText(t("rules.source-help"));
    var quorum = Shares.field(t("quorum.title"), t("rules.of-members"), old.quorum());
    var majority = Shares.field(t("rules.majority"), t("rules.majority-help"), old.majority());
    var majorityOf = new Select<MajorityOf>();
    majorityOf.setLabel(t("rules.majority-of"));
    majorityOf.setItems(MajorityOf.values());
    majorityOf.setItemLabelGenerator(each -> Words.code("majority-of", each.name()));
    majorityOf.setHelperText(t("rules.majority-of-help"));
    majorityOf.setValue(old.counted());
    Inputs.required(majorityOf);
    var secret = Shares.field(t("rules.secret"), t("rules.of-members"), how.secretOnRequest());
    var notice = count("rules.notice-days", how.noticeDays(), 0, 90);
    var urgent = count("rules.urgent-hours", how.urgentHours(), 0, 240);
    var minutes = count("rules.minutes-days", how.minutesDays(), 1, 90);
    var circular = count("rules.circular-days", how.circularDays(), 1, 90);
    var held = old.heldBy(body.row().kind()).forMeetings();
    var ownRule =
        Inputs.required(Inputs.line(t("rules.own-rule"), 200), "outside-vote-without-rule");
    ownRule.setHelperText(t("rules.own-rule-help"));
    Inputs.answers(ownRule, "outside-vote-without-rule");
    if (held.outsideSource() != null) ownRule.setValue(held.outsideSource());
    var outside = new Select<Outside>();
    outside.setLabel(t("rules.outside"));
    outside.setItems(Outside.values());
    outside.setItemLabelGenerator(each -> Words.code("outside", each.name()));
    Runnable shown =
        () -> {
          boolean votes = outside.isVisible() && outside.getValue() != Outside.NEVER;
          circular.setVisible(votes);
          ownRule.setVisible(votes);
        };
    outside.addValueChangeListener(change -> shown.run());
    outside.setValue(held.outside());
    boolean inMeetings = body.row().kind().decidesInMeetingsOnly();
    outside.setVisible(!inMeetings);
    Inputs.required(outside);
    shown.run();
    var law = new Paragraph(t("rules.in-meetings-by-law"));
    law.setVisible(inMeetings);
    var open = new Checkbox(t("rules.open-meetings"), how.open());
    var incompatible = bodies(how);
    Inputs.answers(from, "rules-not-newer");
    Inputs.answers(urgent, "urgent-longer-than-notice");
    Inputs.answers(incompatible, "member-of-incompatible-body");
    Dialogs.revise(
        desk,
        t("rules.adopt-for", "body", body.row().name()),
        t("rules.adopt"),
        new AdoptRules(
            body.row().bodyId(),
            new BodyRules(old.quorum(), old.majority(), null, old.source(), how, old.counted())),
        () -> {
          var meetings =
              new MeetingRules(
                  Inputs.whole(notice),
                  Inputs.whole(urgent),
                  Inputs.whole(minutes),
                  outside.getValue(),
                  circular.isVisible() ? Inputs.whole(circular) : how.circularDays(),
                  Shares.chosen(secret),
                  open.getValue(),
                  incompatible.getValue().stream().map(BodyRow::bodyId).sorted().toList(),
                  ownRule.isVisible() ? ownRule.getValue().strip() : null);
          return new AdoptRules(
              body.row().bodyId(),
              new BodyRules(
                  Shares.chosen(quorum),
                  Shares.chosen(majority),
                  Inputs.needed(from),
                  source.getValue().strip(),
                  meetings,
                  majorityOf.getValue()));
        },
        after,
        new Paragraph(t("rules.adopt-help")),
        from,
        source,
        Ui.span("ft-strong", t("rules.deciding")),
        quorum,
        majority,
        majorityOf,
        secret,
        law,
        outside,
        ownRule,
        circular,
        Ui.span("ft-strong", t("rules.meeting")),
        notice,
        urgent,
        minutes,
        open,
        Ui.span("ft-strong", t("meeting.members")),
        incompatible);
  }

  private MultiSelectComboBox<BodyRow> bodies(MeetingRules how) {
    var others =
        desk.ask(new FindBodies()).stream()
            .filter(other -> !other.bodyId().equals(body.row().bodyId()))
            .toList();
    var field = new MultiSelectComboBox<BodyRow>(t("rules.incompatible"));
    field.setItems(others);
    field.setItemLabelGenerator(BodyRow::name);
    field.setHelperText(t("rules.incompatible-help"));
    field.setValue(
        others.stream()
            .filter(other -> how.incompatibleWith().contains(other.bodyId()))
            .collect(Collectors.toSet()));
    return field;
  }

  private static NumberField count(String key, int value, int least, int most) {
    var field = Inputs.required(Inputs.count(t(key), value));
    return Inputs.checked(
        field,
        () -> {
          int number = Inputs.whole(field);
          if (number < least || number > most)
            throw Inputs.wrong(field, "count-out-of-range", Map.of("least", least, "most", most));
        });
  }
}
