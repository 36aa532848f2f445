package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.foerderturm.committee.BodyRules;
import org.foerderturm.committee.CommitteeCommand.AdoptRules;
import org.foerderturm.committee.CommitteeQuery.BodyDetails;
import org.foerderturm.committee.CommitteeQuery.BodyRow;
import org.foerderturm.committee.CommitteeQuery.FindBodies;
import org.foerderturm.committee.MeetingRules;
import org.foerderturm.committee.MeetingRules.Outside;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.ui.common.Calendars;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Inputs;
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
    var from = new DatePicker(t("rules.from"));
    from.setLocale(Words.locale());
    from.setI18n(Calendars.calendar());
    from.setHelperText(t("rules.from-help"));
    from.setRequiredIndicatorVisible(true);
    var source = new TextField(t("rules.source"));
    source.setHelperText(t("rules.source-help"));
    source.setRequiredIndicatorVisible(true);
    source.setMaxLength(200);
    var quorum = Shares.field(t("quorum.title"), t("rules.of-members"), old.quorum());
    var majority = Shares.field(t("rules.majority"), t("rules.of-votes"), old.majority());
    var secret = Shares.field(t("rules.secret"), t("rules.of-members"), how.secretOnRequest());
    var notice = count("rules.notice-days", how.noticeDays());
    var urgent = count("rules.urgent-hours", how.urgentHours());
    var minutes = count("rules.minutes-days", how.minutesDays());
    var circular = count("rules.circular-days", how.circularDays());
    var outside = new Select<Outside>();
    outside.setLabel(t("rules.outside"));
    outside.setItems(Outside.values());
    outside.setItemLabelGenerator(each -> Words.code("outside", each.name()));
    outside.addValueChangeListener(
        change -> circular.setVisible(change.getValue() != Outside.NEVER));
    outside.setValue(how.outside());
    var open = new Checkbox(t("rules.open-meetings"), how.open());
    var incompatible = bodies(how);
    Inputs.answers(from, "rules-not-newer", "rules-without-day");
    Inputs.answers(source, "rules-without-source");
    Inputs.answers(urgent, "urgent-longer-than-notice");
    Inputs.answers(incompatible, "member-of-incompatible-body");
    Dialogs.open(
        desk,
        t("rules.adopt-for", "body", body.row().name()),
        t("rules.adopt"),
        () -> {
          if (from.getValue() == null) throw new Rejected("rules-without-day");
          if (source.getValue().isBlank()) throw new Rejected("rules-without-source");
          var meetings =
              new MeetingRules(
                  whole(notice, 0, 90),
                  whole(urgent, 0, 240),
                  whole(minutes, 1, 90),
                  outside.getValue(),
                  whole(circular, 1, 90),
                  Shares.chosen(secret),
                  open.getValue(),
                  incompatible.getValue().stream().map(BodyRow::bodyId).sorted().toList());
          desk.send(
              new AdoptRules(
                  body.row().bodyId(),
                  new BodyRules(
                      Shares.chosen(quorum),
                      Shares.chosen(majority),
                      from.getValue(),
                      source.getValue().strip(),
                      meetings)));
        },
        after,
        new Paragraph(t("rules.adopt-help")),
        from,
        source,
        Ui.span("ft-strong", t("rules.deciding")),
        quorum,
        majority,
        secret,
        outside,
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

  private static BigDecimalField count(String key, int value) {
    var field = new BigDecimalField(t(key));
    field.setLocale(Words.locale());
    field.setRequiredIndicatorVisible(true);
    field.setValue(BigDecimal.valueOf(value));
    return field;
  }

  private static int whole(BigDecimalField field, int least, int most) {
    var value = field.getValue();
    boolean fits =
        value != null
            && value.stripTrailingZeros().scale() <= 0
            && value.compareTo(BigDecimal.valueOf(least)) >= 0
            && value.compareTo(BigDecimal.valueOf(most)) <= 0;
    if (!fits || value == null)
      throw Inputs.wrong(field, "count-out-of-range", Map.of("least", least, "most", most));
    return value.intValueExact();
  }
}
