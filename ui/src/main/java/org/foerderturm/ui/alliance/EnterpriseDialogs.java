package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.cents;
import static org.foerderturm.ui.common.Inputs.day;
import static org.foerderturm.ui.common.Inputs.euros;
import static org.foerderturm.ui.common.Inputs.line;
import static org.foerderturm.ui.common.Inputs.needed;
import static org.foerderturm.ui.common.Inputs.pastDay;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Inputs.text;
import static org.foerderturm.ui.common.Inputs.whole;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.foerderturm.alliance.AllianceQuery.FindMember;
import org.foerderturm.alliance.AllianceQuery.FindMembers;
import org.foerderturm.enterprise.EnterpriseCommand.*;
import org.foerderturm.enterprise.EnterpriseQuery.AidRow;
import org.foerderturm.enterprise.EnterpriseQuery.EnterpriseDetails;
import org.foerderturm.enterprise.EnterpriseQuery.EnterpriseRow;
import org.foerderturm.enterprise.EnterpriseQuery.FiguresRow;
import org.foerderturm.enterprise.EnterpriseQuery.FindEnterprise;
import org.foerderturm.enterprise.EnterpriseQuery.FindEnterprises;
import org.foerderturm.enterprise.EnterpriseQuery.LinkRow;
import org.foerderturm.enterprise.EnterpriseQuery.Weight;
import org.foerderturm.enterprise.Year;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.NameField;
import org.foerderturm.ui.common.NumberField;
import org.jspecify.annotations.Nullable;

/** What can be written into the register of enterprises. */
final class EnterpriseDialogs {
  private static final int MOST = 50;
  private static final int MOST_LETTERS = 300;
  private final Desk desk;
  private final EnterpriseDetails found;
  private final LocalDate day;
  private final Runnable after;

  /**
   * @param day as of which it was found
   */
  EnterpriseDialogs(Desk desk, EnterpriseDetails found, LocalDate day, Runnable after) {
    this.desk = desk;
    this.found = found;
    this.day = day;
    this.after = after;
  }

  /** The enterprise of that name, however it is capitalised; null if the register has none. */
  static @Nullable EnterpriseRow named(Desk desk, String name) {
    return desk.ask(new FindEnterprises(name.strip(), 0, MOST)).rows().stream()
        .filter(row -> row.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElse(null);
  }

  /**
   * @param id that it shall have; null for a new one
   */
  static void enter(Desk desk, String called, @Nullable String id, Consumer<String> entered) {
    var name = Inputs.suggested(name(called));
    var percent = Inputs.suggested(publicControl(BigDecimal.ZERO));
    var body = publicBody(false);
    var made = new String[] {""};
    Dialogs.open(
        desk,
        t("enterprise.enter"),
        t("member.save"),
        () -> {
          made[0] = id == null ? idOf(desk, name.getValue()) : id;
          desk.send(new EnterEnterprise(made[0], name.getValue(), share(percent), body.getValue()));
        },
        () -> entered.accept(made[0]),
        name,
        percent,
        body);
  }

  /** A member's own id, so that its page finds it; else a new one. */
  private static String idOf(Desk desk, String name) {
    return desk.ask(new FindMembers(name.strip(), null, null, 0, MOST)).rows().stream()
        .filter(row -> row.name().equalsIgnoreCase(name.strip()))
        .map(row -> row.memberId())
        .findFirst()
        .orElseGet(() -> UUID.randomUUID().toString());
  }

  void describe() {
    var name = name(found.row().name());
    var percent = publicControl(found.row().publicPercent());
    var body = publicBody(found.row().publicBody());
    Dialogs.revise(
        desk,
        t("member.describe"),
        t("member.save"),
        () ->
            new DescribeEnterprise(
                found.row().enterpriseId(), name.getValue(), share(percent), body.getValue()),
        after,
        name,
        percent,
        body);
  }

  // ---- figures

  void report() {
    var who = new Select<Weight>();
    who.setLabel(t("enterprise.enterprise"));
    who.setItems(found.weights());
    who.setItemLabelGenerator(each -> each == null ? "" : each.name());
    who.setValue(found.weights().getFirst());
    Inputs.suggested(required(who));
    var year =
        answers(
            required(
                Inputs.suggested(
                    Inputs.year(
                        t("enterprise.year"), LocalDate.now(Formats.OFFICE).getYear() - 1))),
            "year-not-possible",
            "year-already-reported",
            "year-not-closed");
    var member = desk.ask(new FindMember(found.row().enterpriseId()));
    var known = member == null || !found.years().isEmpty() ? null : member.figures();
    var figures =
        YearFields.of(
            known == null ? null : known.staff(),
            known == null ? null : known.turnoverCents(),
            null);
    Inputs.suggested(figures.staff());
    Inputs.suggested(figures.turnover());
    figures.against(lastYear(found.row().enterpriseId()), known);
    who.addValueChangeListener(
        change -> figures.against(lastYear(change.getValue().enterpriseId()), null));
    Dialogs.open(
        desk,
        t("enterprise.report"),
        t("member.save"),
        () ->
            desk.send(
                new ReportYear(
                    who.getValue().enterpriseId(),
                    whole(year),
                    figures.people(),
                    figures.turnoverCents(),
                    figures.balanceCents())),
        after,
        new Paragraph(t("enterprise.report-help")),
        who,
        year,
        figures.staff(),
        figures.turnover(),
        figures.balance());
  }

  /** The figures that are on record of the enterprise for its last year; null if there are none. */
  private @Nullable Year lastYear(String enterpriseId) {
    return found.years().stream()
        .filter(row -> row.enterpriseId().equals(enterpriseId))
        .max(Comparator.comparingInt(FiguresRow::year))
        .map(FiguresRow::figures)
        .orElse(null);
  }

  void correct(FiguresRow row) {
    var figures =
        YearFields.of(
            row.figures().staff(), row.figures().turnoverCents(), row.figures().balanceCents());
    var reason = required(text(t("contribution.reason")), "reason-missing");
    Dialogs.revise(
        desk,
        t("enterprise.correct-of", "name", row.name(), "year", String.valueOf(row.year())),
        t("member.save"),
        () ->
            new CorrectYear(
                row.enterpriseId(),
                row.year(),
                figures.people(),
                figures.turnoverCents(),
                figures.balanceCents(),
                reason.getValue()),
        after,
        figures.staff(),
        figures.turnover(),
        figures.balance(),
        reason);
  }

  // ---- shares

  void link() {
    var other =
        answers(
            required(
                named("enterprise.other", NameField.organisation(desk)), "enterprise-name-missing"),
            "link-to-itself",
            "link-exists");
    other.setHelperText(t("enterprise.other-help"));
    var holds = new Select<Boolean>();
    holds.setLabel(t("enterprise.direction"));
    holds.setItems(List.of(true, false));
    holds.setItemLabelGenerator(
        each -> Boolean.TRUE.equals(each) ? t("enterprise.it-holds") : name());
    holds.setValue(true);
    Inputs.suggested(required(holds));
    var share = percent(t("enterprise.share"), null);
    share.setSuffixComponent(new Span("%"));
    var controls = new Checkbox(t("enterprise.controls"));
    var since = required(day(t("enterprise.held-on"), LocalDate.now(Formats.OFFICE)));
    Dialogs.open(
        desk,
        t("enterprise.link"),
        t("member.save"),
        () -> {
          var on = needed(since);
          var percent = share(share);
          var id = known(other.getValue());
          var self = found.row().enterpriseId();
          desk.send(
              holds.getValue()
                  ? new LinkEnterprises(id, self, percent, controls.getValue(), on)
                  : new LinkEnterprises(self, id, percent, controls.getValue(), on));
        },
        after,
        new Paragraph(t("enterprise.link-help")),
        other,
        holds,
        share,
        controls,
        since);
  }

  /** The other enterprise; whom the register does not know yet is taken up. */
  private String known(String name) {
    var row = named(desk, name);
    if (row != null) return row.enterpriseId();
    var id = idOf(desk, name);
    desk.send(new EnterEnterprise(id, name, BigDecimal.ZERO));
    return id;
  }

  void end(LinkRow row) {
    var reason = required(text(t("contribution.reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("enterprise.end-of", "holder", row.holder(), "held", row.held()),
        t("enterprise.end"),
        () -> desk.send(new EndLink(row.holderId(), row.heldId(), reason.getValue())),
        after,
        reason);
  }

  private static NameField named(String label, NameField field) {
    field.setLabel(t(label));
    field.setManualValidation(true);
    return field;
  }

  // ---- aids

  void aid() {
    var amount = answers(required(euros(t("enterprise.amount"), null)), "amount-not-positive");
    var on =
        answers(
            required(pastDay(t("enterprise.granted-on"), null)),
            "time-in-future",
            "no-rule-applies");
    var grantor = required(named("enterprise.grantor", NameField.funder(desk)), "grantor-missing");
    var document = required(line(t("enterprise.document"), MOST_LETTERS), "document-missing");
    document.setHelperText(t("enterprise.document-help"));
    var outlook =
        new AidOutlook(
            found, day, other -> desk.ask(new FindEnterprise(found.row().enterpriseId(), other)));
    amount.addValueChangeListener(change -> outlook.show(typed(amount), on.readable()));
    on.addValueChangeListener(change -> outlook.show(typed(amount), on.readable()));
    var id = UUID.randomUUID().toString();
    Dialogs.open(
        desk,
        t("enterprise.aid"),
        t("member.save"),
        () ->
            desk.send(
                new RecordDeMinimisAid(
                    id,
                    found.row().enterpriseId(),
                    cents(amount),
                    needed(on),
                    grantor.getValue(),
                    document.getValue())),
        after,
        new Paragraph(t("enterprise.aid-help")),
        amount,
        on,
        outlook,
        grantor,
        document);
  }

  /** Null as long as it is no amount; what is wrong with it is said when it is sent. */
  private static @Nullable Long typed(NumberField amount) {
    try {
      return Inputs.centsIfAny(amount);
    } catch (Rejected notYet) {
      return null;
    }
  }

  void cancel(AidRow row) {
    var reason = required(text(t("contribution.reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("enterprise.cancel-of", "amount", Formats.euros(row.amountCents()), "name", row.name()),
        t("enterprise.cancel"),
        () -> desk.send(new CancelDeMinimisAid(row.aidId(), reason.getValue())),
        after,
        new Paragraph(t("enterprise.cancel-help")),
        reason);
  }

  private String name() {
    return found.row().name();
  }

  private static TextField name(String value) {
    var field = line(t("member.name"), MOST_LETTERS);
    field.setValue(value);
    return answers(required(field, "enterprise-name-missing"), "enterprise-name-taken");
  }

  private static NumberField publicControl(BigDecimal value) {
    var field = percent(t("enterprise.public"), value);
    field.setHelperText(t("enterprise.public-help"));
    return field;
  }

  private static Checkbox publicBody(boolean value) {
    var box = new Checkbox(t("enterprise.body"), value);
    box.setHelperText(t("enterprise.body-help"));
    return box;
  }

  private static NumberField percent(String label, @Nullable BigDecimal value) {
    return answers(required(Inputs.percent(label, value), "share-missing"), "percent-not-possible");
  }

  private static BigDecimal share(NumberField percent) {
    @Nullable BigDecimal value = percent.value();
    if (value == null) throw new Rejected("share-missing");
    return value;
  }
}
