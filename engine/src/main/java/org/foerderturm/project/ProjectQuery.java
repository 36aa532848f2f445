package org.foerderturm.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.foerderturm.kernel.Sort;
import org.jspecify.annotations.Nullable;

/** Questions about projects. */
public sealed interface ProjectQuery<R> extends Query<R> {

  /**
   * The portfolio: what is red first.
   *
   * @param search words of title or funder; null for all
   * @param light {@code red}, {@code amber} or {@code green}: the worst of its lights; null for all
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindProjects(
      @Nullable String search, @Nullable String light, @Nullable Sort sort, int offset, int limit)
      implements ProjectQuery<Page<ProjectRow>> {

    /** In the usual order. */
    public FindProjects(@Nullable String search, @Nullable String light, int offset, int limit) {
      this(search, light, null, offset, limit);
    }
  }

  /** The milestones of these projects, in the order of their days. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindRoadmap(List<String> projectIds) implements ProjectQuery<List<RoadmapMark>> {
    public FindRoadmap {
      projectIds = List.copyOf(projectIds);
    }
  }

  /** One project with all that its page shows; null if there is none. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindProject(String projectId) implements ProjectQuery<@Nullable ProjectDetails> {}

  /** The change that a motion of this project's case asks for; null if it asks for none. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindChangeOfMotion(String projectId, String motionId)
      implements ProjectQuery<@Nullable ChangeRow> {}

  /** The projects that an application's grant started. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindProjectsOf(String applicationId) implements ProjectQuery<List<ProjectRow>> {}

  /**
   * @param stage {@code granted} (no plan yet), {@code running}, {@code completed} or {@code
   *     closed}
   * @param lights null before the first report
   * @param nextMilestone the open milestone that is expected first
   * @param budgetCents of all lines; 0 before there is a plan
   * @param nextDue the next day on which something is due
   * @param nextKind what: {@code report}, {@code next-report}, {@code milestone} or {@code end}
   * @param lightsOn the day that the lights speak of
   */
  record ProjectRow(
      String projectId,
      String applicationId,
      @Nullable String consortiumId,
      String title,
      @Nullable String funder,
      String stage,
      long grantCents,
      LocalDate from,
      LocalDate until,
      @Nullable FourLights lights,
      @Nullable String nextMilestone,
      @Nullable LocalDate nextMilestoneOn,
      long budgetCents,
      long actualCents,
      long forecastCents,
      @Nullable LocalDate nextDue,
      @Nullable String nextKind,
      Instant movedAt,
      @Nullable LocalDate lightsOn) {
    public ProjectRow(
        String projectId,
        String applicationId,
        @Nullable String consortiumId,
        String title,
        @Nullable String funder,
        String stage,
        long grantCents,
        LocalDate from,
        LocalDate until,
        @Nullable FourLights lights,
        @Nullable String nextMilestone,
        @Nullable LocalDate nextMilestoneOn,
        long budgetCents,
        long actualCents,
        long forecastCents,
        @Nullable LocalDate nextDue,
        @Nullable String nextKind,
        Instant movedAt) {
      this(
          projectId,
          applicationId,
          consortiumId,
          title,
          funder,
          stage,
          grantCents,
          from,
          until,
          lights,
          nextMilestone,
          nextMilestoneOn,
          budgetCents,
          actualCents,
          forecastCents,
          nextDue,
          nextKind,
          movedAt,
          null);
    }
  }

  /** The lights and their trends, as codes. */
  record FourLights(
      String scope,
      String time,
      String cost,
      String risk,
      String scopeTrend,
      String timeTrend,
      String costTrend,
      String riskTrend) {}

  /**
   * @param day when it was reached, else when it is expected
   */
  record RoadmapMark(
      String projectId, String title, LocalDate baseline, LocalDate day, boolean reached) {}

  record ProjectDetails(
      ProjectRow row,
      @Nullable String noticeReference,
      @Nullable Integer reportingMonths,
      @Nullable Instant nextReportAt,
      @Nullable LocalDate lightsOn,
      @Nullable LocalDate completedOn,
      @Nullable Abandoned abandoned,
      @Nullable Closing closing,
      List<PackageRow> packages,
      List<MilestoneRow> milestones,
      List<MoneyRow> lines,
      List<RiskRow> risks,
      List<ReportRow> reports,
      List<ChangeRow> changes) {}

  /**
   * Why a project ended before its work was done, on the day that it counts as completed.
   *
   * @param consent who agreed and when
   */
  record Abandoned(String because, String consent) {}

  record Closing(
      String proofReference,
      LocalDate proofOn,
      String lessons,
      int years,
      String source,
      LocalDate retainUntil) {}

  /**
   * @param asOf when its progress was reported; null if never
   * @param droppedOn when it fell out of the plan; null while it is part of it
   */
  record PackageRow(
      String packageId,
      String title,
      String responsible,
      LocalDate startsOn,
      LocalDate endsOn,
      int percent,
      @Nullable LocalDate asOf,
      @Nullable LocalDate droppedOn) {}

  /**
   * @param droppedOn when it fell out of the plan; null while it is part of it
   * @param trend its forecasts, oldest first
   */
  record MilestoneRow(
      String milestoneId,
      String title,
      LocalDate baseline,
      LocalDate forecast,
      @Nullable LocalDate reachedOn,
      @Nullable LocalDate droppedOn,
      List<ForecastRow> trend) {
    /** Whether it is still to be reached. */
    public boolean isOpen() {
      return reachedOn == null && droppedOn == null;
    }
  }

  record ForecastRow(
      LocalDate reportedOn, LocalDate former, LocalDate forecast, @Nullable String reason) {}

  record MoneyRow(
      String lineId,
      String title,
      long budgetCents,
      long committedCents,
      long actualCents,
      long forecastCents,
      long drawnCents,
      @Nullable LocalDate asOf) {}

  /**
   * @param closedFor why it was closed; null while open
   */
  record RiskRow(
      String riskId,
      String title,
      int probability,
      int impact,
      int score,
      String measure,
      String owner,
      @Nullable String closedFor) {}

  /**
   * @param filedAt null while it is to be written
   * @param lights null while it is to be written
   * @param escalated the lights that were red twice; empty if none
   */
  record ReportRow(
      String reportId,
      int number,
      String kind,
      @Nullable String occasion,
      LocalDate asOf,
      Instant dueAt,
      @Nullable Instant filedAt,
      @Nullable Double scopePercent,
      @Nullable Integer delayDays,
      @Nullable Double costPercent,
      @Nullable Integer riskScore,
      @Nullable String progress,
      @Nullable String comparison,
      @Nullable String outlook,
      @Nullable String mainRisks,
      @Nullable String measures,
      @Nullable String decisions,
      @Nullable FourLights lights,
      @Nullable String overrideReason,
      List<String> escalated,
      @Nullable String motionId,
      @Nullable String result,
      @Nullable String agreedMeasures) {}

  /**
   * @param stage asked for, {@code assessed}, {@code withdrawn}, {@code adopted}, {@code rejected},
   *     {@code consented}, {@code refused} or {@code implemented}
   * @param tolerancePercent the margin that the forecast passed; null if no rule forced it
   * @param toleranceSource where the margin stands
   * @param plan the row that is dropped or added; null if none is
   * @param line title of the budget line whose budget changes
   * @param newBudgetCents as the assessment says
   * @param milestone title of the milestone whose promised day changes
   * @param newBaseline as the assessment says
   */
  record ChangeRow(
      String changeId,
      String change,
      @Nullable String reason,
      boolean forced,
      @Nullable Integer tolerancePercent,
      @Nullable String toleranceSource,
      String stage,
      @Nullable String assessment,
      @Nullable Long costEffectCents,
      @Nullable Integer delayDays,
      boolean touchesNotice,
      @Nullable String motionId,
      @Nullable PlanChange plan,
      @Nullable String line,
      @Nullable Long newBudgetCents,
      @Nullable String milestone,
      @Nullable LocalDate newBaseline,
      Instant requestedAt) {}
}
