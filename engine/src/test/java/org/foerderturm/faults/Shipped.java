package org.foerderturm.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.foerderturm.TestOffice;
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

  private static final Path FOLDER =
      Path.of("..", "processes", "src", "main", "resources", "processes");

  private Shipped() {}

  static void deploy(TestOffice office) throws IOException {
    for (var workflow : List.of(MEMBER, APPLICATION, PROJECT)) {
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

  /** A command to a project, beside its case. */
  static Command risk(String projectId) {
    return new NoteRisk(projectId, "Lieferkette", 3, 4, "zweiter Anbieter", "Projektleitung");
  }

  /** What somebody fills in at this task; nothing at the tasks of {@link Workflows}. */
  static Map<String, Object> values(String taskKey) {
    return switch (taskKey) {
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
