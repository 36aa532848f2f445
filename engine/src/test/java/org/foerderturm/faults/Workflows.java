package org.foerderturm.faults;

import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ServiceTaskBuilder;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.foerderturm.TestBodies;
import org.foerderturm.TestOffice;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.committee.CommitteeCommand.AppointMember;
import org.foerderturm.committee.CommitteeCommand.FoundBody;
import org.foerderturm.process.ProcessCommand.DeployModels;

/** Small models for trouble: each puts one kind of boundary into a case. */
final class Workflows {
  static final String MANAGERS = "project-manager";

  private Workflows() {}

  /** Two tasks; between them a command in the same transaction and one in a job's. */
  static final String ORDER = "fault-order";

  /** A job right at the start. */
  static final String JOB = "fault-job";

  /** As many tasks side by side as the variable numbers has elements. */
  static final String MANY = "fault-many";

  /** From start to end in one transaction. */
  static final String DASH = "fault-dash";

  /** One task, then commands: accepted, refused after it wrote, refused, accepted. */
  static final String NESTED = "fault-nested";

  /** Begun by each motion that a body receives. */
  static final String REACTION = "fault-reaction";

  static void deploy(TestOffice office) {
    var order =
        begin(ORDER)
            .userTask("Task_Check")
            .name("Prüfen")
            .camundaCandidateGroups(MANAGERS)
            .serviceTask("Service_First")
            .name("Vorlage einreichen");
    var second =
        submit(order, "${caseKey}-1", "${body}")
            .serviceTask("Service_Second")
            .name("Noch eine einreichen")
            .camundaAsyncBefore();
    deploy(
        office,
        ORDER,
        submit(second, "${caseKey}-2", "${body}")
            .userTask("Task_Ship")
            .name("Versenden")
            .camundaCandidateGroups(MANAGERS)
            .endEvent("EndEvent_Shipped")
            .name("Versandt")
            .done());
    deploy(
        office,
        JOB,
        submit(
                begin(JOB)
                    .serviceTask("Service_Submit")
                    .name("Vorlage einreichen")
                    .camundaAsyncBefore(),
                "${caseKey}-1",
                "${body}")
            .userTask("Task_After")
            .name("Ansehen")
            .camundaCandidateGroups(MANAGERS)
            .endEvent("EndEvent_Seen")
            .name("Gesehen")
            .done());
    deploy(
        office,
        MANY,
        begin(MANY)
            .userTask("Task_One")
            .name("Eine von vielen")
            .camundaCandidateGroups(MANAGERS)
            .multiInstance()
            .parallel()
            .camundaCollection("${numbers}")
            .camundaElementVariable("number")
            .multiInstanceDone()
            .endEvent("EndEvent_All")
            .name("Alle erledigt")
            .done());
    deploy(
        office,
        DASH,
        submit(
                begin(DASH).serviceTask("Service_Submit").name("Vorlage einreichen"),
                "${caseKey}-1",
                "${body}")
            .endEvent("EndEvent_Through")
            .name("Durch")
            .done());
    deploy(office, NESTED, nested());
    deploy(office, REACTION, reaction());
  }

  private static BpmnModelInstance nested() {
    var written =
        submit(
            begin(NESTED)
                .userTask("Task_Go")
                .name("Losgehen")
                .camundaCandidateGroups(MANAGERS)
                .serviceTask("Service_Accepted")
                .name("Einreichen"),
            "${caseKey}-a",
            "${body}");
    return submit(
            submit(
                    submit(
                            written
                                .serviceTask("Service_NobodyThere")
                                .name("Leerem Gremium vorlegen"),
                            "${caseKey}-b",
                            "${nobodysBody}")
                        .endEvent("EndEvent_Wrong1")
                        .name("Falsch")
                        .moveToActivity("Service_NobodyThere")
                        .boundaryEvent("Boundary_Nobody")
                        .name("Niemand da")
                        .error("nobody-in-office")
                        .serviceTask("Service_Again")
                        .name("Noch einmal einreichen"),
                    "${caseKey}-a",
                    "${body}")
                .endEvent("EndEvent_Wrong2")
                .name("Falsch")
                .moveToActivity("Service_Again")
                .boundaryEvent("Boundary_Again")
                .name("Schon da")
                .error("motion-already-submitted")
                .serviceTask("Service_Other")
                .name("Andere einreichen"),
            "${caseKey}-d",
            "${body}")
        .userTask("Task_Done")
        .name("Ansehen")
        .camundaCandidateGroups(MANAGERS)
        .endEvent("EndEvent_Done")
        .name("Fertig")
        .done();
  }

  private static BpmnModelInstance reaction() {
    return Bpmn.createExecutableProcess(REACTION)
        .name(REACTION)
        .startEvent("StartEvent_Received")
        .name("Vorlage da")
        .message("MotionReceived")
        .userTask("Task_Note")
        .name("Vermerken")
        .camundaCandidateGroups(MANAGERS)
        .endEvent("EndEvent_Noted")
        .name("Vermerkt")
        .done();
  }

  private static StartEventBuilder begin(String id) {
    var process = Bpmn.createExecutableProcess(id).name(id);
    process.getElement().setCamundaCandidateStarterGroups(MANAGERS);
    return process.startEvent("StartEvent_Begin").name("Begonnen");
  }

  private static ServiceTaskBuilder submit(ServiceTaskBuilder task, String motion, String body) {
    UnaryOperator<ServiceTaskBuilder> fill =
        t ->
            t.camundaDelegateExpression("${command}")
                .camundaInputParameter("command", "SubmitMotion")
                .camundaInputParameter("motionId", motion)
                .camundaInputParameter("bodyId", body)
                .camundaInputParameter("title", "Vorlage")
                .camundaInputParameter("proposal", "Es wird beschlossen.")
                .camundaInputParameter("caseKey", "${caseKey}");
    return fill.apply(task);
  }

  private static void deploy(TestOffice office, String id, BpmnModelInstance model) {
    String form = id + "-form";
    for (var task : model.getModelElementsByType(UserTask.class)) {
      task.setAttributeValueNs(CAMUNDA_NS, "formRef", form);
      task.setAttributeValueNs(CAMUNDA_NS, "formRefBinding", "deployment");
    }
    String empty =
        "{\"id\":\"" + form + "\",\"type\":\"default\",\"schemaVersion\":19,\"components\":[]}";
    office.send(
        new DeployModels(
            id, Map.of(id + ".bpmn", Bpmn.convertToString(model), form + ".form", empty)),
        TestOffice.ADMIN);
  }

  /** Founds a body with one member, so that motions pass, or with none, so that they fail late. */
  static String body(TestOffice office, String id, boolean inOffice) {
    office.send(
        new FoundBody(id, id, BodyKind.STEERING, 3, TestBodies.electronic()), TestOffice.LEAD);
    if (inOffice) office.send(new AppointMember(id, "mia.member"), TestOffice.LEAD);
    return id;
  }
}
