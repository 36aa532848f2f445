package org.foerderturm.process;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foerderturm.process.ModelGuard.Surroundings;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What the elements of a BPMN file must have, must not have, and must refer to. */
final class BpmnMeaning {
  private static final Pattern CYCLE = Pattern.compile("R(\\d{1,4})/(P[^/]+)");
  private static final int MOST_TIMES = 1_000;

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> SECTIONS =
      Stream.of(ContextSection.values()).map(ContextSection::code).collect(Collectors.toSet());

  private final String id;
  private final ModelFinding.Sink sink;
  private final Map<String, String> resources;
  private final Surroundings surroundings;
  private final Function<String, Boolean> known;

  BpmnMeaning(
      String id,
      ModelFinding.Sink sink,
      Map<String, String> resources,
      Surroundings surroundings,
      Function<String, Boolean> known) {
    this.id = id;
    this.sink = sink;
    this.resources = resources;
    this.surroundings = surroundings;
    this.known = known;
  }

  void check(Element element) {
    switch (element.getLocalName()) {
      case "userTask" -> {
        checkLabel(element);
        if (BpmnRules.camunda(element, "formRef").isEmpty()) {
          add(element, "unknown", "<userTask>", "no camunda:formRef");
        }
        checkForm(element);
        checkDue(element);
      }
      case "startEvent" -> checkForm(element);
      case "serviceTask" -> {
        checkLabel(element);
        checkCommand(element);
      }
      case "businessRuleTask" -> {
        checkLabel(element);
        checkBound(element, "decisionRef", "decisionRefBinding", ".dmn");
      }
      case "callActivity" -> {
        checkLabel(element);
        checkCalled(element);
      }
      case "receiveTask" -> {
        checkLabel(element);
        if (element.getAttribute("messageRef").isEmpty()) {
          add(element, "unknown", "<receiveTask>", "no messageRef");
        }
      }
      case "message" -> checkMessage(element);
      case "error" -> checkCode(element, "errorCode");
      case "escalation" -> checkCode(element, "escalationCode");
      case "loopCardinality" -> checkCardinality(element);
      case "timeDuration" -> checkDuration(element);
      case "timeDate" -> checkMoment(element, "timeDate", SafeXml.text(element));
      case "timeCycle" -> checkCycle(element, SafeXml.text(element), Duration.ofMinutes(1));
      case "multiInstanceLoopCharacteristics" -> {
        if (BpmnRules.camunda(element, "collection").isEmpty()
            && SafeXml.child(element, "loopCardinality") == null) {
          add(element, "unbounded", "<" + element.getNodeName() + ">", "no camunda:collection");
        }
      }
      default -> {}
    }
  }

  private void checkLabel(Element element) {
    if (element.getAttribute("name").isBlank()) {
      add(element, "label", "<" + element.getNodeName() + ">", "no name");
    }
  }

  private void checkForm(Element element) {
    if (element.hasAttributeNS(BpmnRules.CAMUNDA, "formRef")) {
      checkBound(element, "formRef", "formRefBinding", ".form");
    }
  }

  private void checkBound(Element element, String reference, String binding, String ending) {
    var target = BpmnRules.camunda(element, reference);
    var how = BpmnRules.camunda(element, binding);
    if (!how.equals("deployment") && !how.equals("latest")) {
      add(element, "unknown", binding + "=\"" + how + "\"", "deployment or latest");
    }
    boolean there =
        how.equals("deployment")
            ? resources.containsKey(target + ending)
            : known.apply(target + ending);
    if (!there) {
      add(
          element,
          "unknown",
          reference + "=\"" + target + "\"",
          "there is no " + target + ending + (how.equals("latest") ? "" : " in this deployment"));
    }
  }

  private void checkCalled(Element element) {
    var target = element.getAttribute("calledElement");
    var how = BpmnRules.camunda(element, "calledElementBinding");
    boolean there =
        how.equals("deployment")
            ? resources.containsKey(target + ".bpmn")
            : known.apply(target + ".bpmn");
    if (!Set.of("", "deployment", "latest").contains(how) || target.isEmpty() || !there) {
      add(element, "unknown", "calledElement=\"" + target + "\"", "there is no such process");
    }
  }

  private void checkCommand(Element element) {
    if (BpmnRules.camunda(element, "delegateExpression").isEmpty()) {
      add(element, "unknown", "<serviceTask>", "no camunda:delegateExpression=\"${command}\"");
    }
    var commands =
        SafeXml.children(element, "extensionElements").stream()
            .flatMap(e -> SafeXml.children(e, "inputOutput").stream())
            .flatMap(e -> SafeXml.children(e, "inputParameter").stream())
            .filter(e -> e.getAttribute("name").equals("command"))
            .toList();
    if (commands.size() != 1) {
      add(element, "unknown", "<serviceTask>", "exactly one input parameter command");
      return;
    }
    var command = SafeXml.text(commands.getFirst());
    if (!SafeXml.children(commands.getFirst()).isEmpty()
        || !surroundings.commands().contains(command)) {
      add(
          element,
          "unknown",
          "command " + command,
          "models may not send it" + suggestion(command, surroundings.commands()));
    }
  }

  private void checkMessage(Element element) {
    var name = element.getAttribute("name");
    if (!surroundings.events().contains(name)) {
      add(
          element,
          "unknown",
          "message " + name,
          "no event has that name" + suggestion(name, surroundings.events()));
    }
  }

  private void checkCode(Element element, String attribute) {
    var code = element.getAttribute(attribute);
    if (!code.matches("[a-z][a-z0-9-]{0,99}")) {
      add(element, "naming", attribute + "=\"" + code + "\"", "small letters, digits, hyphens");
    }
  }

  private void checkCardinality(Element element) {
    var text = SafeXml.text(element);
    if (!text.matches("\\d{1,4}") || Integer.parseInt(text) > MOST_TIMES) {
      add(
          element,
          "unbounded",
          "loopCardinality " + text,
          "a number of at most " + MOST_TIMES + "; for more or varying use camunda:collection");
    }
  }

  private void checkDuration(Element element) {
    var text = SafeXml.text(element);
    if (!JuelGrammar.isExpression(text) && seconds(text) == null) {
      add(element, "unbounded", "timeDuration " + text, "an ISO 8601 duration, e.g. P14D");
    }
  }

  /** A moment as {@link OfficeTime} reads it; one of a variable is seen only when it is there. */
  private void checkMoment(Element element, String what, String text) {
    if (JuelGrammar.isExpression(text) || OfficeTime.moment(text) != null) return;
    add(
        element,
        "no-moment",
        what + " " + text,
        "a moment that exists, e.g. 2026-11-30T18:00 or 2026-11-30");
  }

  /** When a task is due: a moment, or a period from its beginning. */
  private void checkDue(Element element) {
    for (var attribute : Set.of("dueDate", "followUpDate")) {
      var text = BpmnRules.camunda(element, attribute);
      if (!text.isEmpty() && (!text.startsWith("P") || seconds(text) == null))
        checkMoment(element, attribute, text);
    }
  }

  void checkCycle(Element element, String text, Duration shortest) {
    var cycle = CYCLE.matcher(text);
    var seconds = cycle.matches() ? seconds(cycle.group(2)) : null;
    if (seconds == null
        || Integer.parseInt(cycle.group(1)) > MOST_TIMES
        || seconds < shortest.toSeconds()) {
      add(
          element,
          "unbounded",
          element.getLocalName() + " " + text,
          "R<times>/<duration>, at most R%d, at least %s".formatted(MOST_TIMES, shortest));
    }
  }

  /** Of a positive ISO 8601 duration of at most some decades; null if the text is none. */
  static @Nullable Long seconds(String text) {
    var span = OfficeTime.span(text);
    if (span == null) return null;
    try {
      long seconds =
          LocalDate.EPOCH.plus(span.days()).toEpochDay() * 86_400 + span.rest().toSeconds();
      return seconds < 0 || seconds > 40L * 366 * 86_400 ? null : seconds;
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private static String suggestion(String name, Set<String> names) {
    var near =
        new TreeSet<>(names)
            .stream()
                .filter(other -> distance(name, other) <= 1 + other.length() / 4)
                .limit(3)
                .toList();
    return near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?";
  }

  private static int distance(String a, String b) {
    var previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= Math.min(a.length(), 100); i++) {
      var current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
      }
      previous = current;
    }
    return previous[b.length()];
  }

  /**
   * What the rounds of an activity leave behind ({@link Collected}) must be said so that it can be.
   */
  void checkCollect(Element property) {
    if (!Collected.PROPERTIES.contains(property.getAttribute("name"))) {
      return;
    }
    var activity = (Element) property.getParentNode().getParentNode().getParentNode();
    var shown = property.getAttribute("name") + "=\"" + property.getAttribute("value") + "\"";
    if (SafeXml.child(activity, "multiInstanceLoopCharacteristics") == null) {
      add(property, "unknown", shown, "stands on an activity that is done once for each of a list");
    } else {
      try {
        Collected.of(Collected.properties(property));
      } catch (IllegalArgumentException e) {
        add(property, "unknown", shown, String.valueOf(e.getMessage()));
      }
    }
  }

  /** What becomes of a cancelled case's thing ({@link Cancelling}): a command that there is. */
  void checkCancel(Element property) {
    var name = property.getAttribute("name");
    if (!Cancelling.PROPERTIES.contains(name)) {
      return;
    }
    var value = property.getAttribute("value");
    var shown = name + "=\"" + value + "\"";
    var process = (Element) property.getParentNode().getParentNode().getParentNode();
    if (!process.getLocalName().equals("process")) {
      add(property, "unknown", shown, "stands on a process");
      return;
    }
    try {
      boolean sends = !name.equals("cancel.end");
      var cancelling = Cancelling.of(sends ? value : null, sends ? null : value);
      if (sends && !surroundings.commands().contains(String.valueOf(cancelling.command()))) {
        add(
            property,
            "unknown",
            shown,
            "models may not send it"
                + suggestion(String.valueOf(cancelling.command()), surroundings.commands()));
      }
      var elements = process.getOwnerDocument().getElementsByTagNameNS("*", "userTask");
      for (var task : cancelling.tasks()) {
        boolean there = false;
        for (int i = 0; i < elements.getLength(); i++) {
          there |= ((Element) elements.item(i)).getAttribute("id").equals(task);
        }
        if (!there) {
          add(property, "unknown", shown, "there is no task " + task);
        }
      }
    } catch (IllegalArgumentException e) {
      add(property, "unknown", shown, String.valueOf(e.getMessage()));
    }
  }

  /** What a task shows first is a section that some page has. */
  void checkContext(Element property) {
    var name = property.getAttribute("name");
    var value = property.getAttribute("value");
    var shown = name + "=\"" + value + "\"";
    if (name.equals("context") && ContextSection.of(value).isEmpty()) {
      add(property, "unknown", shown, "no page has such a section" + suggestion(value, SECTIONS));
    } else if (name.equals("context.of") && !VARIABLE.matcher(value).matches()) {
      add(property, "unknown", shown, "the name of a variable that holds the id of the thing");
    }
  }

  void add(Element element, String reason, String what, String why) {
    var owner = SafeXml.owner(element);
    sink.add(owner.isEmpty() ? id : owner, reason, what, why);
  }
}
