package org.foerderturm.project;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateRoot;
import org.foerderturm.kernel.Candidates;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Grants;
import org.foerderturm.kernel.Grants.Granted;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.project.ProjectCommand.*;
import org.foerderturm.project.ProjectEvent.*;

/**
 * A granted project from its start to its closing. Its plan changes only by a change request that
 * the committee adopted; where the grant notice is touched, the funder consented, too.
 */
@AggregateRoot
class Project extends ProjectChanges {
  /** By how much the forecast of a line may exceed its budget. */
  private static final String TOLERANCE = "line-tolerance";

  private Project() {}

  @CommandHandler
  Project(StartProject c) {
    if (c.grantCents() <= 0) throw new Rejected("amount-not-positive");
    if (c.periodUntil().isBefore(c.periodFrom())) throw new Rejected("period-out-of-order");
    apply(
        new ProjectStarted(
            c.projectId(),
            c.applicationId(),
            c.consortiumId(),
            c.title().strip(),
            c.funder(),
            c.noticeReference(),
            c.grantCents(),
            c.periodFrom(),
            c.periodUntil()));
  }

  /** What is planned and reported stays; it is compared with the grant as it is. */
  @CommandHandler
  void handle(FollowGrant c) {
    if (c.noticeReference().equals(started.noticeReference())
        && c.grantCents() == started.grantCents()
        && c.periodFrom().equals(started.periodFrom())
        && c.periodUntil().equals(started.periodUntil())) return;
    apply(
        new ProjectGrantChanged(
            projectId,
            started.noticeReference(),
            started.grantCents(),
            started.periodFrom(),
            started.periodUntil(),
            c.noticeReference(),
            c.grantCents(),
            c.periodFrom(),
            c.periodUntil(),
            plan == null
                ? null
                : plan.periods()
                    .within(c.periodFrom(), c.periodUntil())
                    .calledAt(periodsReported + 1),
            c.reason()));
  }

  @CommandHandler
  void handle(PlanProject c, Candidates candidates) {
    if (plan != null) throw new Rejected("plan-already-made");
    var planned = Plan.checked(c, started);
    apply(planned);
    for (var each : planned.packages()) candidates.mustBeThere(each.responsible(), recorded);
  }

  // ---- how it goes

  @CommandHandler
  void handle(ReportProgress asked) {
    var workPackage = running().workPackage(asked.packageId());
    int done = running().percent(asked.packageId());
    var c = Merge.of(asked, new ReportProgress(projectId, asked.packageId(), done, asked.asOf()));
    if (c.percent() < 0 || c.percent() > 100) throw new Rejected("percent-out-of-range");
    mustBeNews(c.packageId(), c);
    apply(
        new ProgressReported(projectId, c.packageId(), workPackage.title(), c.percent(), c.asOf()));
    notInFuture(c.asOf());
  }

  @CommandHandler
  void handle(ForecastMilestone asked) {
    var way = open(asked.milestoneId());
    var c =
        Merge.of(
            asked,
            new ForecastMilestone(
                projectId,
                asked.milestoneId(),
                way.forecast(),
                asked.reportedOn(),
                asked.reason()));
    mustBeNews(c.milestoneId(), c);
    if (c.reportedOn().isBefore(way.reportedOn()))
      throw new Rejected(
          "forecast-out-of-order", Map.of("reportedOn", way.reportedOn().toString()));
    if (c.forecast().isBefore(c.reportedOn()))
      throw new Rejected("forecast-in-past", Map.of("title", way.title()));
    apply(
        new MilestoneForecast(
            projectId,
            c.milestoneId(),
            way.title(),
            way.baseline(),
            way.forecast(),
            c.forecast(),
            c.reportedOn(),
            c.reason()));
  }

  @CommandHandler
  void handle(ReachMilestone c) {
    var way = open(c.milestoneId());
    if (c.reachedOn().isBefore(started.periodFrom()))
      throw new Rejected("milestone-before-start", Map.of("from", started.periodFrom().toString()));
    apply(
        new MilestoneReached(
            projectId,
            c.milestoneId(),
            way.title(),
            way.baseline(),
            c.reachedOn(),
            Math.toIntExact(ChronoUnit.DAYS.between(way.baseline(), c.reachedOn()))));
  }

  @CommandHandler
  void handle(ReportLineFigures asked, Decisions tables) {
    var line = running().line(asked.lineId());
    var c = Merge.of(asked, running().figures(asked));
    mustBeNews(c.lineId(), c);
    Plan.notNegative(
        line.title(), c.committedCents(), c.actualCents(), c.forecastCents(), c.drawnCents());
    if (c.forecastCents() < c.actualCents())
      throw new Rejected("forecast-below-actual", Map.of("line", line.title()));
    long left = started.grantCents() - running().drawnBeside(c.lineId());
    if (c.drawnCents() > left)
      throw new Rejected("drawn-above-grant", Map.of("line", line.title(), "leftCents", left));
    apply(
        new LineFiguresReported(
            projectId,
            c.lineId(),
            line.title(),
            line.budgetCents(),
            c.committedCents(),
            c.actualCents(),
            c.forecastCents(),
            c.drawnCents(),
            c.asOf()));
    notInFuture(c.asOf());
    if (c.forecastCents() > line.budgetCents() && !changePending(c.lineId()))
      force(line, c.forecastCents(), tables);
  }

  /** Requests a change if the forecast passes the margin that holds since the project began. */
  private void force(MoneyLine line, long forecastCents, Decisions tables) {
    var rule = tables.decide(TOLERANCE, Map.of("day", started.periodFrom().toString()));
    long percent = rule.number("percent");
    if (Math.multiplyExact(forecastCents, 100L)
        <= Math.multiplyExact(line.budgetCents(), 100L + percent)) return;
    apply(
        new ChangeRequested(
            projectId,
            nextChange(),
            started.title(),
            line.title(),
            null,
            line.lineId(),
            null,
            true,
            Math.toIntExact(percent),
            rule.text("source")));
  }

  // ---- the end

  @CommandHandler
  void handle(CompleteProject c) {
    var plan = running();
    if (completed) throw new Rejected("project-already-completed");
    if (c.completedOn().isBefore(started.periodFrom()))
      throw new Rejected("completed-before-start", Map.of("from", started.periodFrom().toString()));
    if (!plan.openMilestones().isEmpty())
      throw new Rejected("milestones-open", Map.of("milestones", plan.openMilestones()));
    apply(new ProjectCompleted(projectId, started.title(), c.completedOn()));
  }

  /** What is open is dropped; the closing, and how long files are kept, is that of any end. */
  @CommandHandler
  void handle(AbandonProject c) {
    var plan = running();
    if (completed) throw new Rejected("project-already-completed");
    var reason = Correction.reasoned(c.reason());
    if (c.consent() == null || c.consent().isBlank()) throw new Rejected("consent-missing");
    if (c.abandonedOn().isBefore(started.periodFrom()))
      throw new Rejected("completed-before-start", Map.of("from", started.periodFrom().toString()));
    apply(
        new ProjectAbandoned(
            projectId,
            started.title(),
            c.abandonedOn(),
            reason,
            c.consent().strip(),
            plan.openMilestones()));
    apply(new ProjectCompleted(projectId, started.title(), c.abandonedOn()));
  }

  @CommandHandler
  void handle(DetermineRetention c, Decisions tables, Grants grants) {
    running();
    if (c.proofSubmittedOn().isBefore(started.periodFrom()))
      throw new Rejected("proof-before-start", Map.of("from", started.periodFrom().toString()));
    var grant = granted(grants);
    var paidOn = grant.lastPaymentOn();
    if (paidOn == null || (c.lastPaymentOn() != null && c.lastPaymentOn().isAfter(paidOn)))
      paidOn = c.lastPaymentOn();
    apply(
        retention(
            tables,
            new Retention(grant, c.proofSubmittedOn(), paidOn),
            c.bookFiles(),
            c.voucherFiles(),
            c.letterFiles()));
  }

  /** Of a grant that nobody knows here it is not known that there was no aid in it. */
  private Granted granted(Grants grants) {
    var grant = grants.of(started.applicationId());
    return grant != null
        ? grant
        : new Granted("federal-joint-project", started.periodFrom(), null, true, false);
  }

  private RetentionDetermined retention(
      Decisions tables, Retention rule, boolean books, boolean vouchers, boolean letters) {
    var periods = rule.of(tables, books, vouchers, letters);
    var longest = periods.getFirst();
    return new RetentionDetermined(
        projectId,
        rule.proofOn(),
        rule.lastPaymentOn(),
        books,
        vouchers,
        letters,
        periods,
        longest.years(),
        longest.until(),
        longest.rule(),
        longest.source());
  }

  /** What comes in after the closing, as the balance does, moves the end that runs from it. */
  @CommandHandler
  void handle(FollowPayment c, Decisions tables, Grants grants) {
    var was = retention;
    if (was == null || c.lastOn() == null) return;
    var known = was.lastPaymentOn();
    boolean moves = known == null || c.lastOn().isAfter(known) || known.equals(c.formerLastOn());
    if (!moves || c.lastOn().equals(known)) return;
    apply(
        retention(
            tables,
            new Retention(granted(grants), was.proofSubmittedOn(), c.lastOn()),
            was.bookFiles(),
            was.voucherFiles(),
            was.letterFiles()));
  }

  @CommandHandler
  void handle(CloseProject c) {
    running();
    if (!completed) throw new Rejected("project-not-completed");
    if (!openReports.isEmpty()) throw new Rejected("reports-open");
    var open = changes.values().stream().filter(Change::isOpen).toList();
    if (!open.isEmpty())
      throw new Rejected(
          "changes-open",
          Map.of("changes", open.stream().map(change -> change.requested().change()).toList()));
    if (c.proofSubmittedOn().isBefore(started.periodFrom()))
      throw new Rejected("proof-before-start", Map.of("from", started.periodFrom().toString()));
    var kept = retention;
    var years = c.retentionYears();
    if (kept == null && years == null) throw new Rejected("retention-missing");
    apply(
        new ProjectClosed(
            projectId,
            started.title(),
            c.proofReference().strip(),
            c.proofSubmittedOn(),
            c.lessons(),
            years == null ? Objects.requireNonNull(kept).years() : years,
            years == null
                ? Objects.requireNonNull(kept).rule() + "; " + kept.source()
                : Objects.requireNonNullElse(c.retentionSource(), ""),
            years == null
                ? Objects.requireNonNull(kept).until()
                // as earlier versions of the model have it: from the end of the proof's year
                : LocalDate.of(c.proofSubmittedOn().getYear() + years, 12, 31)));
  }
}
