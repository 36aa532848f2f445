package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.foerderturm.TestBodies;
import org.foerderturm.TestOffice;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The workflow that has no line of Java: model, forms and tables do it all. */
class SiteSearchIT {
  private static final Actor MANAGER = Actor.of("petra.projekt", Role.PROJECT_MANAGER);
  private static final Actor LEAD = Actor.of("gerda.geschaeft", Role.OFFICE_LEAD);
  private static final Actor EXPERT = Actor.of("emil.expert", Role.EXPERT_TEAM);
  private static final Actor MEMBER = Actor.of("maria.mitglied", Role.COMMITTEE_MEMBER);

  private static TestOffice office;
  private String key;
  private String caseId;

  @BeforeAll
  static void open() {
    office = TestOffice.fresh(); // founds a body that other tests found, too
    TestBodies.found(
        office, "steering", "Lenkungsgremium", BodyKind.STEERING, List.of(MEMBER.userId()));
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @BeforeEach
  void need() {
    key = "s-" + UUID.randomUUID();
  }

  @Test
  void the_best_place_comes_first_and_is_chosen() {
    search(1_200_000);
    name(
        place("Speicher", 800, 1_000_000), place("Alter Markt", 90, 900_000), place("Kai", 400, 0));
    assertThat(rounds()).extracting(TaskRow::subject).containsExactlyInAnyOrder("Speicher", "Kai");
    rate("Kai", 4);
    rate("Speicher", 9);

    assertThat(ratings())
        .extracting(row -> row.get("name"), row -> row.get("points"), row -> row.get("reason"))
        .containsExactly(
            tuple("Speicher", 135L, null),
            tuple("Kai", 60L, null),
            tuple("Alter Markt", null, "Fläche zu klein"));
    assertThat(ratings().getFirst()).containsEntry("maxPoints", 150L);
    assertThat(ratings())
        .extracting(row -> row.get("grade"))
        .containsExactly("sehr geeignet", "bedingt geeignet", null);

    assertThatThrownBy(() -> choose("Alter Markt"))
        .isInstanceOfSatisfying(
            Rejected.class,
            no ->
                assertThat(no.args())
                    .containsEntry("field", "chosenSite")
                    .containsEntry("reason", "option"));
    choose("Speicher");
    assertThat(details().row().ended()).isEqualTo("completed");
    assertThat(details().variables()).containsEntry("chosenSite", "Speicher");
    assertThat(details().done()).containsKey("EndEvent_Settled");
  }

  @Test
  void a_place_with_a_knock_out_is_never_rated() {
    search(1_200_000);
    name(
        with(place("Wald", 800, 0), "permit", "impossible"),
        with(place("Turm", 800, 0), "stepFree", false),
        with(place("Hof", 800, 0), "fibre", false),
        with(place("Halle", 800, 0), "powerKw", 10),
        place("Schloss", 800, 1_200_001));
    assertThat(ratings())
        .extracting(row -> row.get("reason"))
        .containsExactlyInAnyOrder(
            "Genehmigung ausgeschlossen",
            "Zugang nicht barrierefrei",
            "Glasfaser fehlt",
            "Anschlussleistung zu klein",
            "Miete zu hoch");
    assertThat(rounds()).isEmpty();
    complete("Task_ChooseSite", Map.of("outcome", "stop", "reason", "Nichts passt."), LEAD);
    assertThat(details().done()).containsKey("EndEvent_NoSite");
  }

  @Test
  void a_place_that_the_experts_drop_stays_visible_with_their_reason() {
    search(0);
    name(place("Zeche", 800, 0));
    var rating = rating(8);
    rating.put("note", "Altlasten im Boden");
    rating.put("outcome", "unfit");
    office.send(new CompleteTask(round("Zeche").taskId(), rating), EXPERT);
    assertThat(ratings())
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("reason", "Altlasten im Boden"));
    assertThatThrownBy(() -> choose("Zeche")).hasMessage("form-invalid");
  }

  @Test
  void the_same_place_twice_is_refused_in_its_row() {
    search(0);
    assertThatThrownBy(() -> name(place("Kai", 1, 0), place("KAI ", 2, 0)))
        .isInstanceOfSatisfying(
            Rejected.class,
            no ->
                assertThat(no.args())
                    .containsEntry("field", "sites[1].name")
                    .containsEntry("reason", "twice"));
    assertThat(office.task(caseId, "Task_NameSites").taskKey()).isEqualTo("Task_NameSites");
  }

  @Test
  void without_a_place_one_is_asked_again() {
    search(0);
    name();
    assertThat(office.tasks(caseId)).extracting(TaskRow::taskKey).containsExactly("Task_NameSites");
  }

  @Test
  void more_places_are_rated_anew() {
    search(0);
    name(place("Kai", 800, 0));
    rate("Kai", 3);
    complete("Task_ChooseSite", Map.of("outcome", "again", "reason", "zu wenig Auswahl"), LEAD);
    assertThat(details().variables().get("sites")).asInstanceOf(LIST).hasSize(1);
    name(place("Kai", 800, 0), place("Speicher", 800, 0));
    assertThat(ratings()).isEmpty();
    rate("Speicher", 6);
    rate("Kai", 3);
    assertThat(ratings()).extracting(row -> row.get("name")).containsExactly("Speicher", "Kai");
  }

  @Test
  void when_time_is_up_the_choice_is_made_with_the_ratings_that_are_there() {
    search(0);
    name(place("Kai", 800, 0), place("Speicher", 800, 0));
    rate("Speicher", 6);
    var jobs = office.bean(ProcessEngine.class).getManagementService();
    var timer = jobs.createJobQuery().timers().processInstanceId(caseId).singleResult();
    jobs.executeJob(timer.getId());
    await()
        .untilAsserted(
            () ->
                assertThat(office.tasks(caseId))
                    .extracting(TaskRow::taskKey)
                    .containsExactly("Task_ChooseSite"));
    assertThat(ratings()).extracting(row -> row.get("name")).containsExactly("Speicher");
  }

  @Test
  void a_dear_place_goes_to_the_steering_body_and_comes_back_when_rejected() {
    search(2_400_001);
    name(place("Kai", 800, 2_400_001), place("Speicher", 800, 0));
    rate("Speicher", 6);
    rate("Kai", 8);
    choose("Kai");
    vote(1, "NO");
    assertThat(office.task(caseId, "Task_ChooseSite")).isNotNull();
    choose("Speicher");
    vote(2, "YES");
    assertThat(details().done()).containsKey("EndEvent_Settled");
    assertThat(details().variables()).containsEntry("chosenSite", "Speicher");
  }

  private void search(long maxRentCents) {
    var need = new HashMap<String, Object>();
    need.put("title", "Rechenzentrum " + key);
    need.put("purpose", "Server der Stadt");
    need.put("minAreaSqm", 100);
    need.put("minPowerKw", 50);
    need.put("maxRentCents", maxRentCents);
    need.put("needsFibre", true);
    need.put("needsStepFree", true);
    need.put("rateBy", LocalDate.now().plusDays(20).toString());
    for (var weight : List.of("Access", "Condition", "Acceptance", "Economy", "Growth"))
      need.put("weight" + weight, 3);
    caseId = office.start("site-search", key, need, MANAGER);
  }

  private static Map<String, Object> place(String name, int areaSqm, long rentCents) {
    return Map.of(
        "name",
        name,
        "district",
        "Mengede",
        "areaSqm",
        areaSqm == 1 ? 800 : areaSqm,
        "powerKw",
        60,
        "rentCents",
        rentCents,
        "fibre",
        true,
        "stepFree",
        true,
        "permit",
        "none");
  }

  private static Map<String, Object> with(Map<String, Object> place, String name, Object value) {
    var changed = new HashMap<>(place);
    changed.put(name, value);
    return changed;
  }

  @SafeVarargs
  private final void name(Map<String, Object>... places) {
    var sites = new ArrayList<Map<String, Object>>();
    for (var place : places) sites.add(place);
    complete("Task_NameSites", Map.of("sites", sites, "outcome", "rate"), MANAGER);
  }

  private static Map<String, Object> rating(int points) {
    var rating = new HashMap<String, Object>();
    for (var what : List.of("access", "condition", "acceptance", "economy", "growth"))
      rating.put(what, points);
    return rating;
  }

  private void rate(String place, int points) {
    var rating = rating(points);
    rating.put("outcome", "rated");
    office.send(new CompleteTask(round(place).taskId(), rating), EXPERT);
  }

  private void choose(String place) {
    complete(
        "Task_ChooseSite",
        Map.of("outcome", "choose", "chosenSite", place, "reason", "passt am besten"),
        LEAD);
  }

  private void vote(int round, String vote) {
    var ballot = office.office().ask(new FindCasesOf(key + "-m" + round), LEAD).getFirst().caseId();
    office.complete(ballot, "Task_CastVote", Map.of("biased", "no", "outcome", vote), MEMBER);
  }

  private List<TaskRow> rounds() {
    return office.tasks(caseId).stream()
        .filter(task -> task.taskKey().equals("Task_RateSite"))
        .toList();
  }

  private TaskRow round(String place) {
    return rounds().stream().filter(task -> place.equals(task.subject())).findFirst().orElseThrow();
  }

  private void complete(String taskKey, Map<String, Object> values, Actor actor) {
    office.complete(caseId, taskKey, values, actor);
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> ratings() {
    return Stream.ofNullable(details().variables().get("ratings"))
        .flatMap(rows -> ((List<Map<String, Object>>) rows).stream())
        .toList();
  }

  private CaseDetails details() {
    return office.find(caseId);
  }
}
