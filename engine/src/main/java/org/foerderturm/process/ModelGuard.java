package org.foerderturm.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * The wall at deployment: an allow-list of elements, attributes and expressions. What it does not
 * know is refused, so that a new Camunda feature is closed until somebody opens it here.
 */
final class ModelGuard {
  /** Characters of one file. */
  static final int LARGEST = 1 << 20;

  static final int MOST_FILES = 100;

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  /** More is not shown; somebody with 100 findings starts over. */
  private static final int MOST_FINDINGS = 100;

  private static final Pattern FILE = Pattern.compile("([a-z][a-z0-9-]{0,80})\\.(bpmn|dmn|form)");

  /**
   * What models may refer to.
   *
   * @param commands names of the commands that models may send
   * @param events names of the events that models may wait for
   * @param deployed file name → text of the newest deployed version, null if there is none
   */
  record Surroundings(
      Set<String> commands, Set<String> events, Function<String, @Nullable String> deployed) {}

  private ModelGuard() {}

  /**
   * Passes the files or refuses them all.
   *
   * @param resources file name → text
   * @return what should be better but does no harm (labels missing)
   * @throws Rejected {@code model-refused} with {@code file, element, reason, what, why} of the
   *     first finding, its reason as {@code problem} for the message, and all as {@code findings}
   */
  static List<ModelFinding> check(Map<String, String> resources, Surroundings surroundings) {
    var findings = new ArrayList<ModelFinding>();
    var warnings = new ArrayList<ModelFinding>();
    if (resources.size() > MOST_FILES) {
      findings.add(finding("", "too-large", resources.size() + " files", "at most " + MOST_FILES));
    } else {
      var models = new HashMap<String, BpmnRules>();
      var single = single(resources);
      new TreeMap<>(resources)
          .forEach(
              (file, text) ->
                  checkFile(
                      file, text, resources, surroundings, single, models, findings, warnings));
      Calls.findCircles(models, surroundings.deployed(), findings);
    }
    if (!findings.isEmpty()) {
      throw refusal(findings);
    }
    return List.copyOf(warnings);
  }

  private static void checkFile(
      String file,
      String text,
      Map<String, String> resources,
      Surroundings surroundings,
      Set<String> single,
      Map<String, BpmnRules> models,
      List<ModelFinding> findings,
      List<ModelFinding> warnings) {
    var name = FILE.matcher(file);
    if (!name.matches()) {
      findings.add(
          finding(
              file, "naming", file, "small letters, digits, hyphens, then .bpmn, .dmn or .form"));
      return;
    }
    if (text.length() > LARGEST) {
      findings.add(finding(file, "too-large", text.length() + " characters", "at most " + LARGEST));
      return;
    }
    var id = name.group(1);
    ModelFinding.Sink sink =
        (element, reason, what, why) ->
            (reason.equals("label") ? warnings : findings)
                .add(new ModelFinding(file, element, reason, what, why));
    Function<String, Boolean> known =
        other -> resources.containsKey(other) || surroundings.deployed().apply(other) != null;
    try {
      switch (name.group(2)) {
        case "bpmn" -> {
          var rules = new BpmnRules(id, sink, resources, surroundings, known);
          rules.check(SafeXml.parse(text));
          models.put(id, rules);
        }
        case "dmn" -> new DmnRules(id, single::contains, sink).check(SafeXml.parse(text));
        default -> FormRules.check(id, text, sink);
      }
    } catch (SafeXml.Refused e) {
      findings.add(finding(file, "unreadable", file, String.valueOf(e.getMessage())));
    }
  }

  /** Decisions of which a model takes exactly one row; those stand in the same deployment. */
  private static Set<String> single(Map<String, String> resources) {
    var found = new HashSet<String>();
    resources.forEach(
        (file, text) -> {
          if (!file.endsWith(".bpmn") || text.length() > LARGEST) return;
          try {
            for (var element : SafeXml.all(SafeXml.parse(text)))
              if (element.getAttributeNS(CAMUNDA, "mapDecisionResult").startsWith("single"))
                found.add(element.getAttributeNS(CAMUNDA, "decisionRef"));
          } catch (SafeXml.Refused unreadable) {
            // said where the file is checked
          }
        });
    return found;
  }

  private static ModelFinding finding(String file, String reason, String what, String why) {
    return new ModelFinding(file, file, reason, what, why);
  }

  private static Rejected refusal(List<ModelFinding> findings) {
    var args = new HashMap<String, Object>(findings.getFirst().plain());
    args.put("problem", findings.getFirst().reason());
    args.put("findings", findings.stream().limit(MOST_FINDINGS).map(ModelFinding::plain).toList());
    return new Rejected("model-refused", args);
  }
}
