package org.foerderturm.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.foerderturm.TestOffice;
import org.foerderturm.cases.CaseQuery.FindTask;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.foerderturm.process.ProcessCommand.DeployModels;
import org.junit.jupiter.api.Test;

/** With the real engine: each partner's round sees its own partner. */
class LocalFactsIT {
  private static final String MODEL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          targetNamespace="http://foerderturm.org/test" id="rounds-definitions">
        <bpmn:process id="rounds" name="Runden" isExecutable="true" camunda:candidateStarterGroups="project-manager">
          <bpmn:startEvent id="Start"/>
          <bpmn:sequenceFlow id="f1" sourceRef="Start" targetRef="Round"/>
          <bpmn:subProcess id="Round" name="Runde">
            <bpmn:multiInstanceLoopCharacteristics camunda:collection="${partners}" camunda:elementVariable="partner"/>
            <bpmn:startEvent id="RoundStart"/>
            <bpmn:sequenceFlow id="r1" sourceRef="RoundStart" targetRef="Task_First"/>
            <bpmn:userTask id="Task_First" name="Zuerst" camunda:candidateGroups="project-manager">
              <bpmn:extensionElements><camunda:inputOutput>
                <camunda:inputParameter name="subject">${partner.name}</camunda:inputParameter>
              </camunda:inputOutput></bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="r2" sourceRef="Task_First" targetRef="Task_Then"/>
            <bpmn:userTask id="Task_Then" name="Danach" camunda:candidateGroups="project-manager"/>
            <bpmn:sequenceFlow id="r3" sourceRef="Task_Then" targetRef="RoundEnd"/>
            <bpmn:endEvent id="RoundEnd"/>
          </bpmn:subProcess>
          <bpmn:sequenceFlow id="f2" sourceRef="Round" targetRef="Task_Each"/>
          <bpmn:userTask id="Task_Each" name="Je Partner" camunda:candidateGroups="project-manager">
            <bpmn:multiInstanceLoopCharacteristics camunda:collection="${partners}" camunda:elementVariable="partner"/>
          </bpmn:userTask>
          <bpmn:sequenceFlow id="f3" sourceRef="Task_Each" targetRef="End"/>
          <bpmn:endEvent id="End"/>
        </bpmn:process>
      </bpmn:definitions>
      """;

  private final TestOffice office = TestOffice.shared();

  private Map<String, Object> seen(String taskId) {
    return office.office().ask(new FindTask(taskId), TestOffice.MANAGER).variables();
  }

  @Test
  void a_task_shows_the_partner_of_its_own_round() {
    office.send(new DeployModels("rounds", Map.of("rounds.bpmn", MODEL)), TestOffice.ADMIN);
    var partners =
        List.of(Map.of("name", "Gdańsk"), Map.of("name", "Amiens"), Map.of("name", "Kozani"));
    String caseId =
        office.start(
            "rounds",
            UUID.randomUUID().toString(),
            Map.of("partners", partners),
            TestOffice.MANAGER);
    for (var task : office.tasks(caseId)) {
      assertThat(seen(task.taskId()))
          .containsEntry("partner", Map.of("name", String.valueOf(task.subject())));
    }
    var first = office.tasks(caseId).getFirst();
    office.send(new CompleteTask(first.taskId(), Map.of()), TestOffice.MANAGER);
    assertThat(seen(office.task(caseId, "Task_Then").taskId()))
        .containsEntry("partner", Map.of("name", String.valueOf(first.subject())));
    for (int done = 1; done < 6; done++) completeAny(caseId);
    assertThat(office.tasks(caseId)).extracting("taskKey").containsOnly("Task_Each").hasSize(3);
    assertThat(office.tasks(caseId))
        .extracting(task -> seen(task.taskId()).get("partner"))
        .containsExactlyInAnyOrderElementsOf(partners);
    assertThat(seen(first.taskId())).containsEntry("subject", first.subject());
  }

  private void completeAny(String caseId) {
    office.send(
        new CompleteTask(office.tasks(caseId).getFirst().taskId(), Map.of()), TestOffice.MANAGER);
  }
}
