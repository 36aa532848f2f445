package org.foerderturm.process;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.foerderturm.kernel.Correction;
import org.foerderturm.log.EventTypes;
import org.junit.jupiter.api.Test;

/**
 * What hangs on a figure follows its correction: whoever reads an event reads what sets it right,
 * and a case that took a value over takes the right one over.
 */
class CorrectionsFollowTest {
  /**
   * @param events that said it wrongly
   * @param command with which a model records it; blank if none does
   */
  private record Wrong(String command, Set<String> events) {
    static Wrong of(String command, String... events) {
      return new Wrong(command, Set.of(events));
    }
  }

  private static final Map<String, Wrong> CORRECTED =
      Map.ofEntries(
          entry("ArrivalCorrected", Wrong.of("RecordArrival", "ApplicationArrived")),
          entry("EvaluationCorrected", Wrong.of("RecordEvaluation", "ApplicationEvaluated")),
          entry("FirstStageCorrected", Wrong.of("RecordFirstStage", "FirstStageDecided")),
          entry("RejectionCorrected", Wrong.of("RecordRejectionNotice", "ApplicationRejected")),
          entry("ContestDecisionCorrected", Wrong.of("DecideContest", "ContestDecided")),
          entry("GrantNoticeCorrected", Wrong.of("RecordGrantNotice", "GrantNoticeReceived")),
          entry("ObjectionDecisionCorrected", Wrong.of("DecideObjection", "ObjectionDecided")),
          entry("RevocationCorrected", Wrong.of("RevokeGrant", "GrantRevoked")),
          entry(
              "GrantDayCorrected",
              Wrong.of(
                  "",
                  "GrantBecameFinal",
                  "CooperationAgreementSigned",
                  "ObjectionFiled",
                  "PaymentsStopped")),
          entry("DrawDownCorrected", Wrong.of("DrawDownFunds", "FundsDrawn")),
          entry("RefundCorrected", Wrong.of("RefundFunds", "FundsRefunded")),
          entry("InterimProofCorrected", Wrong.of("SubmitInterimProof", "InterimProofSubmitted")),
          entry("ProofOfUseCorrected", Wrong.of("SubmitProofOfUse", "ProofOfUseSubmitted")),
          entry(
              "PaymentAnswerCorrected", Wrong.of("AnswerPaymentRequest", "PaymentRequestAnswered")),
          entry("ProofResultCorrected", Wrong.of("RecordProofResult", "ProofExamined")),
          entry("RepaymentInterestCorrected", Wrong.of("", "RepaymentInterestClaimed")),
          entry("StartOfWorkCorrected", Wrong.of("", "WorkStarted")),
          entry("EarlyStartCorrected", Wrong.of("", "EarlyStartPermitted")),
          entry(
              "AdditionalAnswerCorrected",
              Wrong.of("AnswerAdditionalRequest", "AdditionalRequestAnswered")),
          entry("OpinionCorrected", Wrong.of("", "ExpertOpinionGiven", "ScientificOpinionGiven")),
          entry("InvoiceCorrected", Wrong.of("", "ContributionInvoiced")),
          entry("ContributionPaymentCorrected", Wrong.of("", "ContributionPaid")),
          entry(
              "ContributionDayCorrected",
              Wrong.of(
                  "", "ContributionReminded", "ContributionDeferred", "ContributionDefaulted")),
          entry("ContributionRefundCorrected", Wrong.of("", "ContributionRefunded")),
          entry("FiguresCorrected", Wrong.of("", "FiguresReported")),
          entry("EnterpriseYearCorrected", Wrong.of("", "EnterpriseYearReported")),
          entry("OpenVoteCorrected", Wrong.of("", "OpenVoteRecorded")),
          entry("AgendaFileWithdrawn", Wrong.of("", "AgendaFileAttached")),
          entry("FileWithdrawn", Wrong.of("", "FileAttached")),
          entry("DocumentFileWithdrawn", Wrong.of("", "DocumentFileAttached")));

  /** Who reads the wrong event and needs no correction, each with the reason. */
  private static final Map<String, String> STAYS =
      Map.of(
          "FundingApplication FirstStageDecided", "only whether it was invited",
          "Examination FirstStageDecided", "its deadline, which is moved by itself",
          "CallRules FirstStageDecided", "its deadline, which is moved by itself",
          "StateAid FirstStageDecided", "its deadline, which is moved by itself",
          "ReportProjection FirstStageDecided", "its deadline, which is moved by itself",
          "Examination ApplicationRejected", "only that it is rejected",
          "Examination GrantNoticeReceived", "only that it is granted");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.foerderturm");

  @Test
  void every_correction_says_what_it_corrects() {
    var corrections = new TreeSet<String>();
    for (var type : new EventTypes().events().entrySet())
      if (Correction.class.isAssignableFrom(type.getValue())) corrections.add(type.getKey());
    assertThat(CORRECTED.keySet()).containsExactlyInAnyOrderElementsOf(corrections);
    var events = new EventTypes().events().keySet();
    for (var wrong : CORRECTED.values()) assertThat(events).containsAll(wrong.events());
  }

  @Test
  void whoever_reads_an_event_reads_its_correction() {
    var readers = readers();
    var behind = new TreeSet<String>();
    CORRECTED.forEach(
        (correction, wrong) -> {
          for (var event : wrong.events())
            for (var reader : readers.getOrDefault(event, Set.of()))
              if (!readers.getOrDefault(correction, Set.of()).contains(reader)
                  && !STAYS.containsKey(reader + " " + event))
                behind.add(reader + " reads " + event + " and no " + correction);
        });
    assertThat(behind).isEmpty();
  }

  /** Simple names of the classes that read an event, by its name. */
  private static Map<String, Set<String>> readers() {
    var readers = new TreeMap<String, Set<String>>();
    for (var type : CLASSES)
      for (JavaMethod method : type.getMethods())
        if (method.isAnnotatedWith(EventHandler.class)
            || method.isAnnotatedWith(EventSourcingHandler.class))
          readers
              .computeIfAbsent(
                  method.getRawParameterTypes().getFirst().getSimpleName(),
                  event -> new TreeSet<>())
              .add(type.getSimpleName());
    assertThat(readers).hasSizeGreaterThan(100);
    return readers;
  }

  @Test
  void a_case_that_took_a_value_over_takes_the_right_one_over() {
    var behind = new TreeSet<String>();
    int values = 0;
    for (var workflow : Workflow.all())
      for (var correction : CORRECTED.entrySet())
        for (var task : workflow.model().getModelElementsByType(ServiceTask.class)) {
          var inputs = inputs(task);
          if (!correction.getValue().command().equals(inputs.get("command"))) continue;
          for (var variable : taken(task, inputs, correction.getKey())) {
            values++;
            if (readLater(workflow, task, variable)
                && !takenOver(workflow, correction.getKey()).contains(variable))
              behind.add(workflow.id() + ": " + variable + " stays behind " + correction.getKey());
          }
        }
    assertThat(values).as("values that corrections change").isGreaterThan(15);
    assertThat(behind).isEmpty();
  }

  /** Variables that hold what the correction sets right, or what follows from that. */
  private static Set<String> taken(
      ServiceTask task, Map<String, String> inputs, String correction) {
    var type = Objects.requireNonNull(new EventTypes().events().get(correction));
    var names =
        new HashSet<>(
            Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList());
    var variables = new TreeSet<String>();
    inputs.forEach(
        (name, value) -> {
          var former = "former" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
          var variable = Pattern.compile("\\$\\{(\\w+)}").matcher(value);
          if (names.contains(former) && variable.matches()) variables.add(variable.group(1));
        });
    for (var output : parameters(task, CamundaOutputParameter.class)) {
      var value = Pattern.compile("\\$\\{event\\.(\\w+)}").matcher(output.getTextContent());
      if (value.matches() && names.contains(value.group(1)))
        variables.add(output.getAttributeValue("name"));
    }
    return variables;
  }

  private static Map<String, String> inputs(ServiceTask task) {
    var inputs = new HashMap<String, String>();
    for (var input : parameters(task, CamundaInputParameter.class))
      inputs.put(input.getCamundaName(), input.getTextContent());
    return inputs;
  }

  private static <T extends ModelElementInstance> List<T> parameters(FlowNode node, Class<T> type) {
    var found = new ArrayList<T>();
    if (node.getExtensionElements() == null) return found;
    for (var each :
        node.getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaInputOutput.class)
            .list()) found.addAll(each.getChildElementsByType(type));
    return found;
  }

  /** Whether anything reads it that comes when the case has waited since. */
  private static boolean readLater(Workflow workflow, ServiceTask task, String variable) {
    var later = new HashSet<FlowNode>();
    for (var wait : waits(workflow, task, new HashSet<>())) {
      later.add(wait);
      later.addAll(workflow.after(wait, null));
    }
    later.remove(task); // what it is told again is typed again
    var read = Pattern.compile("\\$\\{[^}]*\\b" + variable + "\\b[^}]*}");
    var shown = Pattern.compile("\\{\\{\\s*" + variable + "\\b");
    for (var node : later) {
      if (read.matcher(expressions(node)).find()) return true;
      if (node instanceof UserTask user && shown.matcher(form(workflow, user)).find()) return true;
    }
    return false;
  }

  /** Where the case waits first after the node. */
  private static Set<FlowNode> waits(Workflow workflow, FlowNode node, Set<FlowNode> seen) {
    var waits = new HashSet<FlowNode>();
    for (var next : workflow.first(node, null)) {
      if (!seen.add(next)) continue;
      if (next instanceof UserTask || next instanceof IntermediateCatchEvent) waits.add(next);
      else waits.addAll(waits(workflow, next, seen));
    }
    return waits;
  }

  private static String form(Workflow workflow, UserTask task) {
    var ref = task.getCamundaFormRef();
    try {
      return ref == null ? "" : Files.readString(workflow.file().resolveSibling(ref + ".form"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String expressions(FlowNode node) {
    var text = new StringBuilder();
    if (node instanceof UserTask task) text.append(task.getCamundaDueDate());
    for (var each : parameters(node, CamundaInputParameter.class))
      text.append(' ').append(each.getTextContent());
    for (var flow : node.getOutgoing())
      if (flow.getConditionExpression() != null)
        text.append(' ').append(flow.getConditionExpression().getTextContent());
    return text.toString();
  }

  /** What the case's event subprocess takes from the message of that name. */
  private static Set<String> takenOver(Workflow workflow, String message) {
    var names = new HashSet<String>();
    for (var sub : workflow.model().getModelElementsByType(SubProcess.class)) {
      if (!sub.triggeredByEvent()) continue;
      boolean listens =
          sub.getFlowElements().stream()
              .flatMap(each -> each.getChildElementsByType(MessageEventDefinition.class).stream())
              .map(MessageEventDefinition::getMessage)
              .map(Message::getName)
              .anyMatch(message::equals);
      if (listens)
        for (var node : sub.getFlowElements())
          if (node instanceof FlowNode flow)
            for (var output : parameters(flow, CamundaOutputParameter.class))
              names.add(output.getAttributeValue("name"));
    }
    return names;
  }
}
