package org.foerderturm.process;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.foerderturm.form.Field;
import org.foerderturm.form.FormSchema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What all shipped models ask of their forms: nothing is put into anybody's mouth. */
class WorkflowFormsTest {

  /** Lives in every case under many hands: whose it is, a variable doesn't say. */
  private static final Set<String> NEVER_PREFILLED = Set.of("outcome", "reason", "statement");

  @Test
  void a_field_starts_with_a_value_only_where_its_form_says_so() {
    for (var workflow : Workflow.all())
      for (var task : workflow.tasks())
        workflow
            .form(task)
            .ifPresent(
                form -> {
                  var everything = new LinkedHashMap<String, Object>();
                  for (var field : Workflow.inputs(form)) everything.put(name(field), List.of("x"));
                  var said = new TreeSet<String>();
                  for (var field : Workflow.inputs(form))
                    if (field.properties().containsKey("prefill") || shownOnly(field))
                      said.add(name(field));
                  assertThat(new TreeSet<>(form.prefilled(everything).keySet()))
                      .as(workflow.id() + "/" + task.getId())
                      .isEqualTo(said);
                });
  }

  @Test
  void what_is_prefilled_is_this_rounds_own() {
    var wrong = new ArrayList<String>();
    for (var workflow : Workflow.all())
      for (var task : workflow.tasks())
        workflow
            .form(task)
            .ifPresent(
                form -> {
                  for (var field : Workflow.inputs(form)) {
                    var source = field.prefill();
                    if (source == null || shownOnly(field)) continue;
                    var fault = fault(workflow, task, source);
                    if (fault != null)
                      wrong.add(workflow.id() + "/" + task.getId() + "/" + name(field) + fault);
                  }
                });
    assertThat(wrong).isEmpty();
  }

  /** Outcomes that end something for good, and why nothing is asked before. */
  private static final Map<String, String> UNASKED =
      Map.of(
          "body-meeting/Task_DraftMinutes/done", "the draft is checked and can be laid anew",
          "body-meeting/Task_RemindMinutes/reminded", "ends the reminder, nothing else",
          "consortium-formation/Task_DecidePassed/moved", "the page names yet another deadline",
          "consortium-formation/Task_DecidePassed/without", "the page names a deadline again",
          "project-report/Task_UpdateState/current", "the figures stand in the report for all");

  @Test
  void a_branch_that_was_taken_by_mistake_leads_back() {
    var stuck = new TreeSet<String>();
    for (var workflow : Workflow.all())
      for (var task : workflow.tasks()) {
        var outcome = workflow.form(task).flatMap(FormSchema::outcome);
        if (outcome.isEmpty() || outcome.get().options().size() < 2) continue;
        for (var option : outcome.get().options()) {
          if (outcome.get().confirmation(option.value(), Locale.GERMAN) != null) continue;
          for (var next : workflow.first(task, option.value()))
            if (next instanceof UserTask branch && !workflow.after(branch, null).contains(task))
              stuck.add(workflow.id() + "/" + task.getId() + "/" + option.value());
        }
      }
    // who drafts the motion is who released it, and the body may still say no
    assertThat(stuck).containsExactly("funding-application/Task_DecideToApply/submit");
  }

  /** Tasks with one answer only that never come again, and why no other answer is needed. */
  private static final Map<String, String> ONE_WAY =
      Map.ofEntries(
          entry("body-meeting/Task_DraftMinutes", "drafts are laid anew until they are signed"),
          entry("body-meeting/Task_PrepareAgenda", "a meeting is called off on its page"),
          entry("body-meeting/Task_Publish", "signed minutes are published, the law asks for it"),
          entry("body-meeting/Task_RemindMinutes", "ends the reminder, nothing else"),
          entry("body-meeting/Task_SignClerk", "the clerk drew them up and draws them up anew"),
          entry("consortium-formation/Task_WriteOnePager", "leads to tasks that lead back"),
          entry("funding-application/Task_Close", "comes when everything else is settled"),
          entry("funding-application/Task_RecordFinality", "a day that the law sets, correctable"),
          entry("funding-application/Task_SecureDeadline", "a side way of a reminder"),
          entry("funding-application/Task_SignAgreement", "given up on the application's page"),
          entry("member-leaving/Task_Settle", "ends the case, not the membership"),
          entry("project-report/Task_TakeMeasures", "any measures fit, none too, with words"),
          entry("project-report/Task_UpdateState", "figures stay open on the project's page"),
          entry("project-steering/Task_PlanProject", "a plan is changed by a change request"));

  @Test
  void a_task_with_one_answer_comes_again_or_says_why_it_need_not() {
    var single = new TreeSet<String>();
    for (var workflow : Workflow.all())
      for (var task : workflow.tasks())
        if (answers(workflow, task) < 2 && !workflow.after(task, null).contains(task))
          single.add(workflow.id() + "/" + task.getId());
    assertThat(single).isEqualTo(new TreeSet<>(ONE_WAY.keySet()));
  }

  private static int answers(Workflow workflow, UserTask task) {
    return workflow.form(task).flatMap(FormSchema::outcome).map(o -> o.options().size()).orElse(0);
  }

  @Test
  void the_last_task_of_a_case_asks_before_it_ends_it() {
    var silent = new TreeSet<String>();
    for (var workflow : Workflow.all())
      for (var task : workflow.tasks()) {
        var outcome = workflow.form(task).flatMap(FormSchema::outcome);
        if (outcome.isEmpty() && workflow.after(task, null).stream().noneMatch(this::goesOn))
          silent.add(workflow.id() + "/" + task.getId());
      }
    // a side way of the reminder, the case itself goes on
    assertThat(silent).containsExactly("funding-application/Task_SecureDeadline");
  }

  @Test
  void a_workflow_says_what_becomes_of_its_thing_when_its_case_is_cancelled() {
    assertThat(Workflow.all())
        .filteredOn(each -> each.property("cancel") == null && each.property("cancel.end") == null)
        .extracting(Workflow::id)
        .as("carry nothing but the case itself")
        .containsExactly("site-search");
  }

  /** Names of fields that refer to something a register knows. */
  private static final String REFERENCES =
      "(?i).*(number|consortium|consortiumId|application|applicationId|paper|paperId|project"
          + "|projectId|call|funder|coordinator|partner|partnerName|organisation|successor|userId"
          + "|responsible|owner|signatory)";

  @Test
  void what_a_register_knows_is_chosen_and_what_it_knows_of_it_is_filled() throws IOException {
    int pickers = 0;
    for (var file : formFiles()) {
      var form = FormSchema.parse(Files.readString(file));
      for (var scope : scopes(form.fields()))
        for (var field : scope) {
          if (field.picker() != null) pickers++;
          if (field.kind() == Field.Kind.TEXTFIELD && field.name().matches(REFERENCES))
            assertThat(field.picker()).as(file + " " + field.name()).isNotNull();
          var names = scope.stream().map(Field::name).toList();
          assertThat(names).as(file + " " + field.name()).containsAll(field.fills().values());
          if (field.picker() == Field.Picker.ORGANISATION && names.contains(country(field)))
            assertThat(field.fills()).as(file + " " + field.name()).containsKey("country");
        }
    }
    assertThat(pickers).isGreaterThan(20);
  }

  /** By the name of the field: partnerName stands beside partnerCountry, name beside country. */
  private static String country(Field field) {
    var stem = field.name().replaceAll("(?i)name$", "");
    return stem.isEmpty() ? "country" : stem + "Country";
  }

  private static List<Path> formFiles() throws IOException {
    try (var files = Files.walk(Path.of("../processes/src/main/resources/processes"))) {
      return files.filter(file -> file.toString().endsWith(".form")).sorted().toList();
    }
  }

  /** Fields that stand beside each other: of the form, and of each row of a list. */
  private static List<List<Field>> scopes(List<Field> fields) {
    var here = new ArrayList<Field>();
    var all = new ArrayList<List<Field>>();
    for (var field : fields) {
      if (field.kind() == Field.Kind.GROUP && field.path() == null) {
        var inner = scopes(field.children());
        here.addAll(inner.removeFirst());
        all.addAll(inner);
      } else {
        here.add(field);
        if (!field.children().isEmpty()) all.addAll(scopes(field.children()));
      }
    }
    all.addFirst(here);
    return all;
  }

  private boolean goesOn(FlowNode node) {
    return node instanceof UserTask || node instanceof IntermediateCatchEvent;
  }

  @Test
  void what_no_later_outcome_can_undo_asks_once() {
    var unasked = new TreeSet<String>();
    for (var workflow : Workflow.all())
      for (var task : workflow.tasks())
        workflow
            .form(task)
            .flatMap(FormSchema::outcome)
            .ifPresent(
                outcome -> {
                  for (var option : outcome.options())
                    if (isFinal(workflow, task, outcome, option.value())
                        && (outcome.confirmation(option.value(), Locale.GERMAN) == null
                            || outcome.properties().get("confirm.en." + option.value()) == null))
                      unasked.add(workflow.id() + "/" + task.getId() + "/" + option.value());
                });
    assertThat(unasked).isEqualTo(new TreeSet<>(UNASKED.keySet()));
  }

  /** Neither the same question comes again nor does anything that another answer leads to. */
  private static boolean isFinal(Workflow workflow, UserTask task, Field outcome, String chosen) {
    var after = workflow.after(task, chosen);
    if (after.contains(task)) return false;
    var first = workflow.first(task, chosen);
    return outcome.options().stream()
        .map(Field.Option::value)
        .filter(other -> !other.equals(chosen))
        .map(other -> new LinkedHashSet<>(workflow.first(task, other)))
        .peek(other -> other.removeAll(first))
        .flatMap(Set::stream)
        .noneMatch(after::contains);
  }

  private static @Nullable String fault(Workflow workflow, UserTask task, String source) {
    var root = source.split("\\.", -1)[0];
    if (NEVER_PREFILLED.contains(root)) return ": would be somebody else's word";
    var round = Workflow.round(task);
    var own = Workflow.declared(task);
    if (own.getOrDefault(root, "").isEmpty() && own.containsKey(root))
      return ": the task empties it";
    if (round != null && !own.containsKey(root) && !Workflow.declared(round).containsKey(root))
      return ": another round's, it isn't declared in " + round.getId();
    boolean given = own.containsKey(root) || workflow.gives(root);
    boolean again = workflow.after(task, null).contains(task);
    return given || again ? null : ": nobody gave it and the task comes once";
  }

  private static boolean shownOnly(Field field) {
    return FormSchema.readonly(field, Map.of(), Map.of());
  }

  private static String name(Field field) {
    return field.path() == null ? field.name() : field.path();
  }
}
