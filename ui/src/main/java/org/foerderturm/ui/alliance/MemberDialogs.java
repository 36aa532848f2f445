package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foerderturm.alliance.AllianceQuery.MemberDetails;
import org.foerderturm.alliance.AllianceQuery.YearRow;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.alliance.MemberCommand.AgreeInKind;
import org.foerderturm.alliance.MemberCommand.CorrectFigures;
import org.foerderturm.alliance.MemberCommand.DescribeMember;
import org.foerderturm.alliance.MemberCommand.GrantException;
import org.foerderturm.alliance.MemberCommand.LeaveAlliance;
import org.foerderturm.alliance.MemberCommand.ReportFigures;
import org.foerderturm.alliance.MemberCommand.WithdrawLeaving;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.consortium.Topic;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.NumberField;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** What the office does on a member's page. */
final class MemberDialogs {
  private static final int MOST_LETTERS = 300;
  private final Desk desk;
  private final String id;
  private final Runnable after;

  MemberDialogs(Desk desk, String memberId, Runnable after) {
    this.desk = desk;
    this.id = memberId;
    this.after = after;
  }

  void describe(MemberDetails found) {
    var name = required(Inputs.line(t("member.name"), MOST_LETTERS), "member-name-missing");
    name.setValue(found.row().name());
    var topics = new CheckboxGroup<Topic>(t("member.topics"));
    topics.setItems(Topic.values());
    topics.setItemLabelGenerator(topic -> Words.code("topic", code(topic)));
    topics.setValue(
        Stream.of(Topic.values())
            .filter(topic -> found.topics().contains(code(topic)))
            .collect(Collectors.toCollection(LinkedHashSet::new)));
    var teams = new CheckboxGroup<ExpertTeam>(t("member.teams"));
    teams.setItems(ExpertTeam.values());
    teams.setItemLabelGenerator(team -> Words.code("expert-team", team.code()));
    teams.setValue(
        Stream.of(ExpertTeam.values())
            .filter(team -> found.expertTeams().contains(team.code()))
            .collect(Collectors.toCollection(LinkedHashSet::new)));
    topics.addThemeNames("vertical");
    teams.addThemeNames("vertical");
    Dialogs.revise(
        desk,
        t("member.describe"),
        t("member.save"),
        () ->
            new DescribeMember(
                id, name.getValue(), List.copyOf(topics.getValue()), List.copyOf(teams.getValue())),
        after,
        name,
        topics,
        teams);
  }

  private static String code(Topic topic) {
    return topic.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  void figures(MemberDetails found) {
    var kind = required(Fields.choice(t("member.kind"), MemberKind.values(), "organisation"));
    var size = new SizeFields();
    kind.setValue(MemberKind.valueOf(found.row().kind().toUpperCase(java.util.Locale.ROOT)));
    size.show(kind.getValue(), found.figures());
    kind.addValueChangeListener(change -> size.fit(change.getValue()));
    Dialogs.revise(
        desk,
        t("member.figures"),
        t("member.save"),
        () ->
            new ReportFigures(
                id,
                kind.getValue(),
                size.staff(),
                size.turnoverCents(),
                size.groupStaff(),
                size.groupTurnoverCents(),
                size.foundedOn()),
        after,
        new Paragraph(t("member.figures-help")),
        kind,
        size);
  }

  /** As {@link #figures}, where what stands there was never right. */
  void correctFigures(MemberDetails found) {
    var kind = required(Fields.choice(t("member.kind"), MemberKind.values(), "organisation"));
    var size = new SizeFields();
    kind.setValue(MemberKind.valueOf(found.row().kind().toUpperCase(java.util.Locale.ROOT)));
    size.show(kind.getValue(), found.figures());
    kind.addValueChangeListener(change -> size.fit(change.getValue()));
    var reason = required(Inputs.text(t("correction.reason")), "reason-missing");
    Dialogs.revise(
        desk,
        t("correction.figures"),
        t("correction.act"),
        () ->
            new CorrectFigures(
                id,
                kind.getValue(),
                size.staff(),
                size.turnoverCents(),
                size.groupStaff(),
                size.groupTurnoverCents(),
                size.foundedOn(),
                reason.getValue()),
        after,
        new Paragraph(t("correction.figures-help")),
        kind,
        size,
        reason);
  }

  private static NumberField year() {
    return answers(
        required(Inputs.year(t("contribution.year"), null), "year-missing"),
        "contribution-already-charged",
        "year-before-entry");
  }

  void inKind(MemberDetails found) {
    var year = year();
    var value =
        answers(required(Inputs.euros(t("member.in-kind-value"), null)), "in-kind-negative");
    var what = required(Inputs.line(t("member.in-kind-what"), 300), "in-kind-undescribed");
    var now = Ui.div("ft-quiet");
    now.getElement().setAttribute("role", "status");
    year.addValueChangeListener(
        change -> {
          var known = inKind(found, year);
          now.setText(
              known == null
                  ? ""
                  : t(
                      "member.in-kind-known",
                      "year",
                      String.valueOf(known.year()),
                      "amount",
                      Formats.euros(known.valueCents()),
                      "what",
                      known.what()));
        });
    Dialogs.reviseChosen(
        desk,
        t("member.in-kind"),
        t("member.save"),
        () -> {
          var known = inKind(found, year);
          return known == null ? AgreeInKind.none(id, Fields.year(year)) : known;
        },
        () -> new AgreeInKind(id, Fields.year(year), Inputs.cents(value), what.getValue()),
        after,
        new Paragraph(t("member.in-kind-help")),
        year,
        now,
        value,
        what);
  }

  /** What the page shows as agreed for the chosen year; null for nothing. */
  private @Nullable AgreeInKind inKind(MemberDetails found, NumberField year) {
    var row = of(found, year);
    return row == null || row.inKindCents() == null
        ? null
        : new AgreeInKind(
            id, row.year(), row.inKindCents(), Objects.requireNonNullElse(row.inKindWhat(), ""));
  }

  private static @Nullable YearRow of(MemberDetails found, NumberField year) {
    try {
      @Nullable Integer chosen = Inputs.wholeIfAny(year);
      return found.years().stream()
          .filter(row -> Objects.equals(row.year(), chosen))
          .findFirst()
          .orElse(null);
    } catch (Rejected unreadable) {
      return null; // said at the field
    }
  }

  void exception(MemberDetails found) {
    var year = year();
    var amount =
        answers(
            required(Inputs.euros(t("member.exception-amount"), null)),
            "exception-negative",
            "exception-above-fee");
    var reason = required(Inputs.text(t("contribution.reason")), "exception-without-reason");
    var now = Ui.div("ft-quiet");
    now.getElement().setAttribute("role", "status");
    year.addValueChangeListener(
        change -> {
          var known = exception(found, year);
          now.setText(
              known == null
                  ? ""
                  : t(
                      "member.exception-known",
                      "year",
                      String.valueOf(known.year()),
                      "amount",
                      Formats.euros(known.amountCents()),
                      "reason",
                      known.reason()));
        });
    Dialogs.reviseChosen(
        desk,
        t("member.exception"),
        t("member.save"),
        () -> {
          var known = exception(found, year);
          return known == null ? GrantException.none(id, Fields.year(year)) : known;
        },
        () -> new GrantException(id, Fields.year(year), Inputs.cents(amount), reason.getValue()),
        after,
        new Paragraph(t("member.exception-help")),
        year,
        now,
        amount,
        reason);
  }

  private @Nullable GrantException exception(MemberDetails found, NumberField year) {
    var row = of(found, year);
    return row == null || row.exceptionCents() == null
        ? null
        : new GrantException(
            id,
            row.year(),
            row.exceptionCents(),
            Objects.requireNonNullElse(row.exceptionReason(), ""));
  }

  void leave(MemberDetails found) {
    var notice = new Checkbox(t("member.by-notice"), true);
    var received = required(Inputs.day(t("member.notice-received"), LocalDate.now(Formats.OFFICE)));
    received.setHelperText(t("member.notice-received-help"));
    var day =
        answers(
            Inputs.day(t("member.last-day"), null),
            "leaving-before-joining",
            "leaving-before-notice-ends",
            "leaving-without-day");
    Runnable shown =
        () -> {
          received.setVisible(notice.getValue());
          day.setHelperText(
              t(notice.getValue() ? "member.last-day-by-notice" : "member.last-day-without"));
        };
    notice.addValueChangeListener(change -> shown.run());
    shown.run();
    var reason = required(Inputs.text(t("contribution.reason")), "leaving-without-reason");
    Dialogs.open(
        desk,
        t("member.leave-of", "name", found.row().name()),
        t("member.leave"),
        () ->
            desk.send(
                new LeaveAlliance(
                    id,
                    day.value(),
                    reason.getValue(),
                    notice.getValue() ? Inputs.needed(received) : null)),
        after,
        new Paragraph(t("member.leave-help")),
        notice,
        received,
        day,
        reason);
  }

  void stay(MemberDetails found) {
    var reason = required(Inputs.text(t("contribution.reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("member.stay-of", "name", found.row().name()),
        t("member.stay"),
        () -> desk.send(new WithdrawLeaving(id, reason.getValue())),
        after,
        new Paragraph(t("member.stay-help")),
        reason);
  }
}
