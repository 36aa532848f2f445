package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.foerderturm.funding.CallStage;
import org.foerderturm.funding.CallThreshold;
import org.foerderturm.funding.FundingCommand.CorrectFirstStage;
import org.foerderturm.funding.FundingCommand.MoveOnReserveList;
import org.foerderturm.funding.FundingCommand.StateCallRules;
import org.foerderturm.funding.FundingQuery.ApplicationDetails;
import org.foerderturm.funding.FundingQuery.CallDetails;
import org.foerderturm.funding.FundingQuery.OutlineRow;
import org.foerderturm.funding.MarkKind;
import org.foerderturm.funding.Marking;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.NumberField;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** How the call of an application is decided, what came of its first stage, and its place. */
final class CallSection {
  private final Desk desk;
  private final String id;
  private final Runnable after;

  CallSection(Desk desk, String applicationId, Runnable after) {
    this.desk = desk;
    this.id = applicationId;
    this.after = after;
  }

  static Section of(CallDetails call) {
    var facts = Ui.facts();
    Ui.fact(facts, t("call.stages"), t(call.twoStage() ? "call.two-stages" : "call.one-stage"));
    if (call.twoStage()) marking(facts, "call.first", call.first(), call);
    marking(facts, "call.full", call.full(), call);
    var outline = call.outline();
    if (outline != null) outline(facts, outline);
    var rank = call.reserveRank();
    if (rank != null)
      Ui.fact(
          facts,
          t("call.reserve"),
          call.reserveUntil() == null
              ? t("call.reserve-place", "rank", Formats.number(rank))
              : t(
                  "call.reserve-until",
                  "rank",
                  Formats.number(rank),
                  "day",
                  Formats.date(call.reserveUntil())));
    var section = Ui.section(t("call.title"), facts);
    section.setId("call");
    return section;
  }

  private static void marking(Div facts, String name, @Nullable Marking marking, CallDetails call) {
    if (marking == null) {
      Ui.fact(facts, t(name), t("call.no-marks"));
      return;
    }
    var lines = Ui.div("ft-lines");
    for (var each : marking.least()) lines.add(new Span(threshold(each, marking)));
    var reason = call.reason();
    lines.add(
        Ui.span(
            "ft-quiet",
            marking.own()
                ? reason == null ? t("call.own-unsaid") : t("call.own", "reason", reason)
                : marking.source()));
    Ui.fact(facts, t(name), lines);
  }

  private static String threshold(CallThreshold each, Marking marking) {
    boolean sum = each.mark() == MarkKind.SUM;
    var weight = sum || each.weight() == null ? BigDecimal.ONE : each.weight();
    boolean weighted = weight.compareTo(BigDecimal.ONE) != 0;
    return t(
        weighted ? "call.threshold-weighted" : "call.threshold",
        "mark",
        Words.code("mark", each.mark().code()),
        "least",
        Formats.number(each.least()),
        "most",
        Formats.number(sum ? marking.most() : marking.highest()),
        "weight",
        Formats.number(weight));
  }

  private static void outline(Div facts, OutlineRow outline) {
    Ui.fact(
        facts,
        t("call.outline-sent"),
        Formats.dateTime(outline.submittedAt().atZone(Formats.OFFICE).toInstant()));
    var invited = outline.invited();
    var day = outline.decidedOn();
    if (invited == null || day == null) {
      Ui.fact(facts, t("call.first-result"), Ui.chip(Ui.Tone.ATTENTION, t("call.undecided")));
      return;
    }
    Ui.fact(
        facts,
        t("call.first-result"),
        t(
            invited ? "call.invited" : "call.refused",
            "day",
            Formats.date(day),
            "reference",
            String.valueOf(outline.reference())));
    if (outline.total() != null && outline.most() != null)
      Ui.fact(facts, t("call.marks"), marks(outline, outline.total(), outline.most()));
    if (outline.statement() != null) Ui.fact(facts, t("call.statement"), outline.statement());
  }

  private static String marks(OutlineRow outline, BigDecimal total, BigDecimal most) {
    var given = new ArrayList<BigDecimal>();
    for (var mark :
        new BigDecimal[] {outline.excellence(), outline.impact(), outline.implementation()})
      if (mark != null) given.add(mark);
    return t(
        "call.marks-of",
        "marks",
        given.size() == 1 && given.getFirst().compareTo(total) == 0
            ? Formats.number(total)
            : given.stream().map(Formats::number).collect(Collectors.joining(" + "))
                + " = "
                + Formats.number(total),
        "most",
        Formats.number(most));
  }

  // ---- what can be done

  void into(Div acts, ApplicationDetails found, CallDetails call) {
    if (!desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD)) return;
    var stage = found.row().stage();
    if (found.positive() == null && !stage.matches("closed|stopped|rejected|contested"))
      acts.add(Ui.quiet(t("call.change"), () -> change(call)));
    var outline = call.outline();
    if (outline != null
        && Boolean.TRUE.equals(outline.invited())
        && found.submittedAt() == null
        && !stage.matches("closed|stopped|rejected|contested"))
      acts.add(Ui.quiet(t("call.correct-first"), () -> correct(outline)));
    var rank = call.reserveRank();
    if (stage.equals("reserve") && rank != null)
      acts.add(Ui.quiet(t("call.move"), () -> move(call, rank)));
  }

  /** Of marks only those can be set right that were given. */
  private void correct(OutlineRow outline) {
    boolean marked = outline.total() != null;
    var excellence = Inputs.number(t("correction.of.excellence"), outline.excellence());
    var impact = Inputs.number(t("correction.of.impact"), outline.impact());
    var implementation =
        answers(
            Inputs.number(t("correction.of.implementation"), outline.implementation()),
            "score-not-possible",
            "invited-below-threshold");
    excellence.setVisible(marked);
    impact.setVisible(marked);
    implementation.setVisible(marked);
    var reference =
        answers(
            required(Inputs.line(t("correction.of.reference"), 200)), "notice-reference-missing");
    var known = String.valueOf(outline.reference());
    reference.setValue(known);
    var decided = Objects.requireNonNull(outline.decidedOn());
    var on =
        answers(
            required(Inputs.pastDay(t("correction.of.receivedOn"), decided)),
            "notice-before-submission",
            "second-deadline-too-early");
    var statement = Inputs.text(t("correction.of.statement"));
    statement.setValue(Objects.requireNonNullElse(outline.statement(), ""));
    var reason = ApplicationCorrections.reason();
    Dialogs.revise(
        desk,
        t("call.correct-first"),
        t("grant.save"),
        new CorrectFirstStage(
            id,
            outline.excellence(),
            outline.impact(),
            outline.implementation(),
            known,
            decided,
            outline.statement(),
            ""),
        () ->
            new CorrectFirstStage(
                id,
                excellence.value(),
                impact.value(),
                implementation.value(),
                reference.getValue(),
                Inputs.needed(on),
                statement.isEmpty() ? null : statement.getValue(),
                reason.getValue()),
        after,
        excellence,
        impact,
        implementation,
        reference,
        on,
        statement,
        reason);
  }

  private void move(CallDetails call, int now) {
    var rank = answers(required(Inputs.count(t("call.rank"), now)), "reserve-rank-impossible");
    var until = Inputs.day(t("call.until"), call.reserveUntil());
    Dialogs.revise(
        desk,
        t("call.move"),
        t("grant.save"),
        () -> new MoveOnReserveList(id, Inputs.whole(rank), until.value()),
        after,
        rank,
        until);
  }

  /** One threshold as it is typed. */
  private record Line(
      CallStage stage, MarkKind mark, NumberField least, @Nullable NumberField weight) {
    @Nullable CallThreshold value() {
      var typed = least.value();
      if (typed == null) return null;
      return new CallThreshold(stage, mark, typed, weight == null ? null : weight.value());
    }
  }

  private void change(CallDetails call) {
    var lines = new ArrayList<Line>();
    var fields = new ArrayList<Component>();
    fields.add(new Paragraph(t("call.change-help")));
    for (var stage : CallStage.values()) {
      if (stage == CallStage.FIRST && !call.twoStage()) continue;
      for (var mark : MarkKind.values()) {
        var line = line(call, stage, mark);
        lines.add(line);
        fields.add(line.least());
        if (line.weight() != null) fields.add(line.weight());
      }
    }
    var reason = Inputs.line(t("call.reason"), 300);
    if (call.reason() != null) reason.setValue(call.reason());
    fields.add(reason);
    Dialogs.revise(
        desk,
        t("call.change"),
        t("grant.save"),
        () ->
            new StateCallRules(
                id,
                call.twoStage(),
                stated(lines),
                reason.getValue().isBlank() ? null : reason.getValue().strip()),
        after,
        fields.toArray(Component[]::new));
  }

  private static List<CallThreshold> stated(List<Line> lines) {
    var stated = new ArrayList<CallThreshold>();
    for (var line : lines) {
      var value = line.value();
      if (value != null) stated.add(value);
    }
    return stated;
  }

  private static Line line(CallDetails call, CallStage stage, MarkKind mark) {
    var now =
        call.stated().stream()
            .filter(each -> each.stage() == stage && each.mark() == mark)
            .findFirst()
            .orElse(null);
    var least = field("call.least", stage, mark, now == null ? null : now.least());
    return new Line(
        stage,
        mark,
        answers(least, "threshold-impossible"),
        mark == MarkKind.SUM
            ? null
            : field("call.weight", stage, mark, now == null ? null : now.weight()));
  }

  private static NumberField field(
      String name, CallStage stage, MarkKind mark, @Nullable BigDecimal now) {
    return Inputs.number(
        t(
            name,
            "stage",
            Words.code("call-stage", stage.name().toLowerCase(Locale.ROOT)),
            "mark",
            Words.code("mark", mark.code())),
        now);
  }
}
