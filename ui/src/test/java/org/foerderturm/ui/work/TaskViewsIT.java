package org.foerderturm.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.foerderturm.TestBodies;
import org.foerderturm.TestOffice;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.cases.CaseQuery.FindTask;
import org.foerderturm.cases.CaseQuery.TaskDetails;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.committee.CommitteeCommand.SubmitMotion;
import org.foerderturm.committee.SecretBallots;
import org.foerderturm.form.Drafts;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.Files;
import org.foerderturm.process.ProcessCommand.ClaimTask;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.foerderturm.process.ProcessCommand.DeployModels;
import org.foerderturm.ui.cases.CaseFacts;
import org.foerderturm.ui.common.CurrentActor;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.NameField;
import org.foerderturm.ui.form.FormPanel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What a task shows to whom, on the real engine, without a browser. */
class TaskViewsIT extends BrowserlessTest {
  private static final Actor MANAGER = Actor.of("paul.manager", Role.PROJECT_MANAGER);
  private static final Actor OTHER = Actor.of("pia.projekt", Role.PROJECT_MANAGER);
  private static final Actor LEAD = Actor.of("lena.lead", Role.OFFICE_LEAD);
  private static final Actor MODELER = Actor.of("moritz.modell", Role.MODELER, Role.OFFICE_LEAD);
  private static final Actor ANNA = Actor.of("anna", Role.COMMITTEE_MEMBER);

  private final TestOffice office = engineAlone();
  private final String consortium = "k-" + UUID.randomUUID();
  private final String motion = "v-" + UUID.randomUUID();

  /** Without the web, which other tests of this JVM start with all that belongs to it. */
  private static TestOffice engineAlone() {
    System.setProperty(
        "spring.autoconfigure.exclude",
        "com.vaadin.flow.spring.SpringBootAutoConfiguration,"
            + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration");
    try {
      return TestOffice.shared();
    } finally {
      System.clearProperty("spring.autoconfigure.exclude");
    }
  }

  @BeforeEach
  void begin() {
    UI.getCurrent().setLocale(Locale.GERMAN);
    var idea = new HashMap<String, Object>();
    idea.put("title", "Leuchtturm Westerfilde");
    idea.put("topic", "energy");
    idea.put("idea", "Ein Quartier heizt mit Grubenwasser.");
    idea.put("programme", "horizon");
    idea.put("call", "H2020-SCC-1");
    idea.put("deadline", "2030-05-05");
    idea.put("maximumFundingCents", 2_500_000_000L);
    idea.put("coordinator", "Stadt Dortmund");
    idea.put("coordinatorCountry", "DE");
    idea.put("coordinatorKind", "municipality");
    office.start("consortium-formation", consortium, idea, MANAGER);
  }

  @AfterEach
  void signOut() {
    UI.getCurrent().removeAll();
    SecurityContextHolder.clearContext();
  }

  @Test
  void a_task_shows_first_what_it_asks_about_with_the_way_to_its_page() {
    var panel = panel(MANAGER, task(consortium, "Task_WriteOnePager"));
    assertThat(words(panel))
        .containsSubsequence(
            "Zum Konsortium",
            "Ein Quartier heizt mit Grubenwasser.",
            "Eine Seite, die ein möglicher");
  }

  @Test
  void a_vote_shows_the_motion_and_what_it_decides_about_and_asks_for_bias_first() {
    submit("anna", "ben");
    var panel = panel(ANNA, vote("anna"));
    assertThat(words(panel))
        .containsSubsequence(
            "Zur Vorlage",
            "Das Konsortium wird gebildet.",
            "Zum Konsortium",
            "Stadt Dortmund",
            "Grubenwasser",
            "befangen",
            "Ihre Stimme")
        .doesNotContain("Numerator", "Statutory", "Rules", "Quorum", "motionId");
    assertThat(shown(panel)).contains("Ja", "Nein", "Enthaltung").doesNotContain("Befangen");
    bias(panel).setValue(bias(panel).getListDataView().getItem(1));
    all(panel, FormPanel.class).getFirst().choose(null); // as after an answer by a person
    assertThat(shown(panel)).contains("Befangen: nicht mitwirken").doesNotContain("Enthaltung");
  }

  @Test
  void facts_are_those_of_the_thing_and_variables_are_for_those_who_look_after_the_machine() {
    submit("anna", "ben");
    var id = office.office().ask(new FindCasesOf(motion), LEAD).getFirst().caseId();
    assertThat(facts(ANNA, id))
        .contains("Lenkungsgremium", "Vorgelegt")
        .doesNotContain("motionId", "rules", "Numerator", "statutoryMembers");
    assertThat(facts(MODELER, id)).contains("Werte des Ablaufs", "statutoryMembers");
  }

  @Test
  void who_has_a_task_open_is_told_at_once_that_somebody_took_it() {
    var row = task(consortium, "Task_WriteOnePager");
    var panel = panel(MANAGER, row);
    UI.getCurrent().remove(panel); // a screen draws itself on the thread of the change
    office.send(new ClaimTask(row.taskId()), OTHER);
    UI.getCurrent().add(panel);
    panel.refresh();
    assertThat(words(panel)).contains("pia.projekt hat diese Aufgabe übernommen");
    assertThat(all(panel, Outcomes.class)).isEmpty();
  }

  @Test
  void a_finished_task_says_what_was_decided_and_entered() {
    var row = task(consortium, "Task_WriteOnePager");
    office.send(
        new CompleteTask(
            row.taskId(),
            Map.of(
                "aim",
                "Wärme ohne Kohle und Öl",
                "approach",
                "Grubenwasser als Quelle",
                "benefit",
                "Klima und Geldbeutel")),
        MANAGER);
    var told = words(panel(MANAGER, row));
    assertThat(told).contains("Wärme ohne Kohle und Öl", "Ziel", "One-Pager verfassen");
    assertThat(told).doesNotContain("Eine Seite, die ein möglicher");
  }

  @Test
  void after_a_decision_one_is_led_to_what_one_may_do_oneself() {
    var row = task(consortium, "Task_WriteOnePager");
    office.send(
        new CompleteTask(
            row.taskId(),
            Map.of(
                "aim",
                "Wärme aus der Grube",
                "approach",
                "Grubenwasser als Quelle",
                "benefit",
                "Klima und Geldbeutel")),
        MANAGER);
    var led = new ArrayList<TaskRow>();
    var done = new DonePanel(desk(MANAGER), row, led::add);
    UI.getCurrent().add(done);
    var next = all(done, Button.class).getFirst();
    assertThat(next.getText()).startsWith("Weiter: Partner suchen");
    assertThat(words(done)).doesNotContain("Der Vorgang ist weitergegangen");
    UI.getCurrent().remove(done);
    // a lead who is no project manager has nothing to do here
    var others = new DonePanel(desk(Actor.of("lead.only", Role.OFFICE_LEAD)), row, led::add);
    UI.getCurrent().add(others);
    assertThat(all(others, Button.class).stream().map(Button::getText))
        .noneMatch(text -> text.contains("Partner suchen"));
  }

  @Test
  @SuppressWarnings("unchecked") // found by its raw type
  void who_completes_second_sees_what_the_first_wrote_and_chooses() {
    var caseId = sideBySide();
    var one = panel(MANAGER, office.task(caseId, "Task_One"));
    var two = panel(MANAGER, office.task(caseId, "Task_Two"));
    UI.getCurrent().remove(two);
    write(one, "Anmerkung", "von der ersten");
    UI.getCurrent().remove(one); // a screen draws itself on the thread of the change
    complete(one);
    UI.getCurrent().add(two);
    write(two, "Anmerkung", "von der zweiten");
    complete(two);
    assertThat(office.tasks(caseId)).extracting(TaskRow::taskKey).containsExactly("Task_Two");
    var asked = dialog();
    assertThat(words(asked)).contains("paul.manager hat es am");
    RadioButtonGroup<Boolean> choice = all(asked, RadioButtonGroup.class).getFirst();
    assertThat(choice.getLabel()).isEqualTo("Anmerkung");
    assertThat(choice.getItemLabelGenerator().apply(true))
        .isEqualTo("Ihre Angabe: von der zweiten");
    assertThat(choice.getItemLabelGenerator().apply(false))
        .isEqualTo("Steht jetzt da: von der ersten");
    choice.setValue(false);
    asked
        .getFooter()
        .getElement()
        .getChildren()
        .flatMap(element -> element.getComponent().stream())
        .filter(part -> part instanceof Button button && button.getText().equals("So festhalten"))
        .map(Button.class::cast)
        .findFirst()
        .orElseThrow()
        .click();
    assertThat(office.tasks(caseId)).isEmpty();
    assertThat(office.find(caseId).variables()).containsEntry("note", "von der ersten");
  }

  @Test
  void what_only_the_other_changed_stays_and_a_draft_remembers_what_it_began_with() {
    var caseId = sideBySide();
    var row = office.task(caseId, "Task_Two");
    var desk = desk(MANAGER);
    office
        .bean(Drafts.class)
        .keep(
            row.taskId(),
            MANAGER.userId(),
            Map.of("note", "angefangen", "place", "Saal"),
            Map.of("note", "am Anfang", "place", "Saal"));
    office.send(
        new CompleteTask(
            office.task(caseId, "Task_One").taskId(),
            Map.of("note", "von der ersten", "place", "Kaue")),
        OTHER);
    var two = panel(MANAGER, row);
    assertThat(field(two, "Ort").getValue()).isEqualTo("Kaue");
    assertThat(field(two, "Anmerkung").getValue()).isEqualTo("angefangen");
    complete(two);
    assertThat(desk.ask(new FindTask(row.taskId()))).extracting(TaskDetails::closed).isNull();
    assertThat(all(dialog(), RadioButtonGroup.class)).hasSize(1);
  }

  @Test
  void what_the_registers_know_of_an_organisation_is_not_asked_again() {
    office.send(
        new CompleteTask(
            task(consortium, "Task_WriteOnePager").taskId(),
            Map.of(
                "aim",
                "Wärme aus der Grube",
                "approach",
                "Grubenwasser als Quelle",
                "benefit",
                "Klima und Geldbeutel")),
        MANAGER);
    var panel = panel(MANAGER, task(consortium, "Task_NamePartners"));
    var form = all(panel, FormPanel.class).getFirst();
    var name = all(panel, NameField.class).getFirst();
    choose(name, "Stadt Dortmund");
    assertThat(form.values().toString()).contains("country=DE", "kind=municipality");
    // nobody knows this one: what the registers gave for the other is no answer for it
    choose(name, "Neue Genossenschaft eG");
    assertThat(form.values().toString()).doesNotContain("country", "kind=");
  }

  /** As if typed by a person. */
  private static void choose(NameField field, String name) {
    ComponentUtil.fireEvent(field, new ComboBoxBase.CustomValueSetEvent<>(field, true, name));
  }

  private static Dialog dialog() {
    UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
    return all(UI.getCurrent(), Dialog.class).stream().filter(Dialog::isOpened).toList().getLast();
  }

  private static TextField field(TaskPanel panel, String label) {
    return all(panel, TextField.class).stream()
        .filter(field -> label.equals(field.getLabel()))
        .findFirst()
        .orElseThrow();
  }

  private static void write(TaskPanel panel, String label, String words) {
    field(panel, label).setValue(words);
  }

  private static void complete(TaskPanel panel) {
    all(panel, Outcomes.class).stream()
        .flatMap(outcomes -> all(outcomes, Button.class).stream())
        .findFirst()
        .orElseThrow()
        .click();
  }

  /** A case of two tasks that are open together and begin with the same two values. */
  private String sideBySide() {
    var key = "side-by-side";
    if (!deployed) office.send(new DeployModels(key, models(key)), MODELER);
    deployed = true;
    var caseId = office.start(key, "s-" + UUID.randomUUID(), Map.of(), MANAGER);
    office.send(
        new CompleteTask(
            office.task(caseId, "Task_First").taskId(),
            Map.of("note", "am Anfang", "place", "Saal")),
        MANAGER);
    return caseId;
  }

  private static boolean deployed;

  private static Map<String, String> models(String key) {
    var task =
        """
        <bpmn:userTask id="Task_%1$s" name="%1$s" camunda:formRef="%3$s-%2$s"
            camunda:formRefBinding="deployment" camunda:candidateGroups="project-manager"/>
        """;
    var flow =
        """
        <bpmn:sequenceFlow id="%1$s_%2$s" sourceRef="%1$s" targetRef="%2$s"/>
        """;
    var model =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="x">
          <bpmn:process id="side-by-side" name="Nebeneinander" isExecutable="true"
              camunda:candidateStarterGroups="project-manager">
            <bpmn:startEvent id="Start"/>
            <bpmn:parallelGateway id="Fork"/>
            <bpmn:endEvent id="End"/>
        """
            + task.formatted("First", "first", key)
            + task.formatted("One", "both", key)
            + task.formatted("Two", "both", key)
            + flow.formatted("Start", "Task_First")
            + flow.formatted("Task_First", "Fork")
            + flow.formatted("Fork", "Task_One")
            + flow.formatted("Fork", "Task_Two")
            + flow.formatted("Task_One", "End")
            + flow.formatted("Task_Two", "End")
            + "</bpmn:process></bpmn:definitions>";
    var form =
        """
        {"type": "default", "id": "%s", "executionPlatform": "Camunda Platform",
         "executionPlatformVersion": "7.24.0", "schemaVersion": 19, "components": [
          {"type": "textfield", "id": "F_1", "key": "note", "label": "Anmerkung",
           "properties": {"label.en": "Note", "prefill": "%s"}},
          {"type": "textfield", "id": "F_2", "key": "place", "label": "Ort",
           "properties": {"label.en": "Place", "prefill": "%s"}}]}
        """;
    return Map.of(
        key + ".bpmn",
        model,
        key + "-first.form",
        form.formatted(key + "-first", "false", "false"),
        key + "-both.form",
        form.formatted(key + "-both", "true", "true"));
  }

  private TaskPanel panel(Actor actor, TaskRow row) {
    var desk = desk(actor);
    var details = Objects.requireNonNull(desk.ask(new FindTask(row.taskId())));
    var files = office.bean(Files.class);
    var panel =
        new TaskPanel(
            desk,
            office.bean(Drafts.class),
            files,
            new Subjects(desk, files, office.bean(SecretBallots.class)),
            details,
            done -> {},
            () -> {});
    UI.getCurrent().add(panel);
    return panel;
  }

  private String facts(Actor actor, String caseId) {
    var desk = desk(actor);
    var details = Objects.requireNonNull(desk.ask(new FindCase(caseId, null)));
    var subjects = new Subjects(desk, office.bean(Files.class), office.bean(SecretBallots.class));
    var facts = new CaseFacts(desk, subjects, details, false);
    UI.getCurrent().add(facts);
    return words(facts);
  }

  private TaskRow task(String key, String taskKey) {
    return office.task(
        office.office().ask(new FindCasesOf(key), LEAD).getFirst().caseId(), taskKey);
  }

  private TaskRow vote(String member) {
    var id = office.office().ask(new FindCasesOf(motion), LEAD).getFirst().caseId();
    return office.tasks(id).stream()
        .filter(task -> member.equals(task.assignee()))
        .findFirst()
        .orElseThrow();
  }

  private void submit(String... members) {
    var body = "body-" + UUID.randomUUID();
    TestBodies.found(office, body, "Lenkungsgremium", BodyKind.STEERING, List.of(members));
    office.send(
        new SubmitMotion(
            motion, body, "Konsortium bilden", "Das Konsortium wird gebildet.", consortium),
        TestOffice.MANAGER);
  }

  @SuppressWarnings("unchecked") // the only question with buttons to choose from is that for bias
  private static RadioButtonGroup<Object> bias(Component panel) {
    return (RadioButtonGroup<Object>) all(panel, RadioButtonGroup.class).getFirst();
  }

  private static List<String> shown(Component panel) {
    return all(panel, Outcomes.class).stream()
        .flatMap(outcomes -> all(outcomes, Button.class).stream())
        .filter(Component::isVisible)
        .map(Button::getText)
        .toList();
  }

  /** The real desk, with this person signed in. */
  private Desk desk(Actor actor) {
    var roles =
        actor.roles().stream()
            .map(role -> CurrentActor.PREFIX + role.name())
            .toArray(String[]::new);
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(actor.userId(), "", roles));
    return new Desk(office.office(), new CurrentActor());
  }

  private static String words(Component component) {
    return component.getElement().getTextRecursively()
        + all(component, Button.class).stream().map(Button::getText).toList();
  }

  private static <C extends Component> List<C> all(Component root, Class<C> type) {
    var found = new ArrayList<C>();
    if (type.isInstance(root)) found.add(type.cast(root));
    root.getChildren().forEach(child -> found.addAll(all(child, type)));
    return found;
  }
}
