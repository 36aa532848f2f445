package org.foerderturm.faults;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.foerderturm.TestOffice;
import org.foerderturm.consortium.Programme;
import org.foerderturm.enterprise.EnterpriseCommand.EnterEnterprise;
import org.foerderturm.enterprise.EnterpriseCommand.RecordDeMinimisAid;
import org.foerderturm.enterprise.EnterpriseCommand.ReportYear;
import org.foerderturm.funding.Arrival;
import org.foerderturm.funding.BudgetLine;
import org.foerderturm.funding.CostRow;
import org.foerderturm.funding.FundingCommand.BudgetPartner;
import org.foerderturm.funding.FundingCommand.OpenApplication;
import org.foerderturm.funding.FundingCommand.RecordArrival;
import org.foerderturm.funding.FundingCommand.RecordCoverCheck;
import org.foerderturm.funding.FundingCommand.RecordEvaluation;
import org.foerderturm.funding.FundingCommand.RecordFundingResolution;
import org.foerderturm.funding.FundingCommand.RecordRejectionNotice;
import org.foerderturm.funding.FundingCommand.SignOffBudget;
import org.foerderturm.funding.FundingCommand.SubmitApplication;
import org.foerderturm.funding.FundingCommand.WriteOutline;
import org.foerderturm.funding.Regime;
import org.foerderturm.funding.ResolutionSubject;
import org.foerderturm.kernel.Command;
import org.foerderturm.process.ProcessCommand.DeployModels;
import org.foerderturm.process.ProcessCommand.StartCase;
import org.foerderturm.project.ProjectCommand.NoteRisk;
import org.foerderturm.project.ProjectCommand.StartProject;

/** The office's own workflows for trouble, and what its people fill in. */
final class Shipped {
  static final String MEMBER = "member-joining";
  static final String APPLICATION = "funding-application";
  static final String PROJECT = "project-steering";
  static final String CONTEST = "rejection-contest";

  private static final Path FOLDER =
      Path.of("..", "processes", "src", "main", "resources", "processes");

  private Shipped() {}

  static void deploy(TestOffice office) throws IOException {
    for (var workflow : List.of(MEMBER, APPLICATION, PROJECT, CONTEST)) {
      var models = new TreeMap<String, String>();
      try (var files = Files.list(FOLDER.resolve(workflow))) {
        for (var file : files.toList())
          if (file.toString().matches(".*\\.(bpmn|dmn|form)"))
            models.put(file.getFileName().toString(), Files.readString(file));
      }
      office.send(new DeployModels(workflow, models), TestOffice.ADMIN);
    }
    Workflows.body(office, "steering", true);
  }

  /** Something that begins: a member, an application or a project. */
  static Command begin(String key) {
    return switch (ThreadLocalRandom.current().nextInt(3)) {
      case 0 ->
          new StartCase(
              MEMBER,
              key,
              Map.of("name", "Zeche " + key, "kind", "company", "staff", 20, "turnoverCents", 1));
      case 1 ->
          new StartCase(
              APPLICATION,
              key,
              Map.of(
                  "title", "Leuchtturm " + key,
                  "programme", "erdf",
                  "regime", "anbest-p",
                  "call", "SCC1",
                  "funder", "Land",
                  "deadline", "2040-05-05T17:00",
                  "decisiveArrival", "electronic"));
      default ->
          new StartProject(
              key,
              "a-" + key,
              null,
              "Ampelvorrang",
              "Bund",
              "13N1",
              100_00,
              day(1, 1),
              day(12, 31));
    };
  }

  /** An application that the funder rejected, and the case in which that is contested. */
  static List<Command> contested(String id) {
    var deadline = LocalDateTime.of(2024, 1, 31, 17, 0);
    var line = new BudgetLine(CostRow.GOODS, 100_00, 50_00, 50_00, 0);
    return List.of(
        new OpenApplication(
            id,
            "Leuchtturm " + id,
            null,
            Programme.FEDERAL_JOINT_PROJECT,
            Regime.ANBEST_P,
            "SCC1",
            "Bund",
            deadline,
            Arrival.ELECTRONIC,
            List.of()),
        new RecordFundingResolution(id, ResolutionSubject.APPLICATION, "m-" + id, "adopted"),
        new WriteOutline(id, "Ziel", "Plan", "Nutzen"),
        new BudgetPartner(id, "Werk", false, 50, List.of(line)),
        new SignOffBudget(id, "werk", "Wera Werk"),
        new RecordCoverCheck(id, false, "council-limit"),
        new SubmitApplication(id, deadline.minusDays(2)),
        new RecordArrival(id, Arrival.ELECTRONIC, deadline.minusDays(1), "E-1"),
        new RecordEvaluation(id, null, null, null, false, "zu klein"),
        new RecordRejectionNotice(id, "13N1", LocalDate.of(2024, 4, 2), "zu klein"),
        new StartCase(
            CONTEST,
            "contest-" + id,
            Map.of(
                "applicationId", id,
                "title", "Leuchtturm " + id,
                "remedy", "objection",
                "filedOn", "2024-04-10",
                "reason", "Es ist groß genug.")));
  }

  /** An enterprise with its figures and an aid; all of them are one stream, where nodes meet. */
  static List<Command> enterprise(String id) {
    return List.of(
        new EnterEnterprise(id, "Kokerei " + id, BigDecimal.ZERO),
        new ReportYear(id, 2023, 20, 100_00, 50_00),
        new RecordDeMinimisAid("aid-" + id, id, 100_00, LocalDate.of(2024, 4, 2), "Land", "B-1"));
  }

  /** A command to a project, beside its case. */
  static Command risk(String projectId) {
    return new NoteRisk(projectId, "Lieferkette", 3, 4, "zweiter Anbieter", "Projektleitung");
  }

  /** What somebody fills in at this task; nothing at the tasks of {@link Workflows}. */
  static Map<String, Object> values(String taskKey, String taskId) {
    return switch (taskKey) {
      case "Task_RecordDecision" ->
          Map.of(
              "decidedOn", "2024-07-01",
              "reference", "W-1",
              "outcome", taskId.hashCode() % 2 == 0 ? "remedied" : "refused");
      case "Task_WeighAction" ->
          Map.of("outcome", "sue", "actionFiledOn", "2024-07-01", "actionReason", "VG, 7 K 1/24");
      case "Task_HoldTalk" ->
          Map.of(
              "heldOn", "2026-01-12",
              "summary", "Sensoren für das Quartier",
              "joinsOn", "2026-07-15",
              "outcome", "offer");
      case "Task_PrepareOffer" -> Map.of("outcome", "send", "validUntil", "2026-02-28");
      case "Task_RecordAnswer" -> Map.of("outcome", "accept", "acceptedOn", "2026-02-01");
      case "Task_RateCriteria" ->
          Map.of("fit", 3, "chance", 3, "strength", 3, "capacity", 3, "share", 3);
      case "Task_DecideToApply" -> Map.of("outcome", "submit");
      case "Task_DraftMotion" ->
          Map.of("motionTitle", "Antrag", "proposal", "Der Antrag wird gestellt.");
      case "Task_PlanProject" ->
          Map.of(
              "reportingMonths", 12,
              "packages",
                  List.of(
                      Map.of(
                          "title",
                          "Aufbau",
                          "responsible",
                          "Werk",
                          "startsOn",
                          day(1, 1).toString(),
                          "endsOn",
                          day(12, 31).toString())),
              "milestones", List.of(Map.of("title", "Betrieb", "baseline", day(11, 30).toString())),
              "lines", List.of(Map.of("title", "Personal", "budgetCents", 100_00)));
      default -> Map.of();
    };
  }

  /** So late that no report is due while nodes are killed. */
  private static LocalDate day(int month, int day) {
    return LocalDate.of(2040, month, day);
  }
}
