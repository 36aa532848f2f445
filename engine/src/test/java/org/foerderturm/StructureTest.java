package org.foerderturm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.modelling.command.AggregateRoot;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Correction;
import org.foerderturm.log.EventTypes;
import org.foerderturm.view.Projection;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds the packages together, each rule seen to fail once. */
class StructureTest {
  /** What they tell beside the new value changed since; it was not wrong. */
  private static final Set<String> CHANGED =
      Set.of(
          "RiskReassessed",
          "DeMinimisAidCorrected",
          "ProjectGrantChanged",
          "ReserveListed",
          "AgendaItemAmended",
          "CoordinationHandedOver");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.foerderturm");

  @Test
  void only_process_knows_the_engine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.foerderturm.process..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.camunda..")
        .check(CLASSES);
  }

  @Test
  void packages_are_free_of_cycles() {
    slices().matching("org.foerderturm.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void the_kernel_knows_nobody() {
    classes()
        .that()
        .resideInAPackage("org.foerderturm.kernel")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("org.foerderturm.kernel", "java..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void aggregates_are_package_private_and_know_no_bean_no_database_no_clock() {
    classes()
        .that()
        .areAnnotatedWith(AggregateRoot.class)
        .should()
        .bePackagePrivate()
        .check(CLASSES);
    noClasses()
        .that()
        .areAnnotatedWith(AggregateRoot.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.time\\.Clock|org\\.foerderturm\\.kernel\\.Clocks")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .check(CLASSES);
  }

  @Test
  void projections_send_no_commands_and_read_no_clock() {
    noClasses()
        .that()
        .implement(Projection.class)
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "org\\.foerderturm\\.kernel\\.(Office|Clocks)|org\\.foerderturm\\.log\\.(Commands|Transactions)|java\\.time\\.Clock|.*CommandGateway|.*CommandBus")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .check(CLASSES);
  }

  /** A stream of rows holds its connection until it is closed; a list never does. */
  @Test
  void rows_are_read_as_lists() {
    noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream").check(CLASSES);
  }

  @Test
  void every_command_and_query_has_a_rule() {
    var without = new TreeSet<String>();
    var types = new EventTypes();
    var all = new ArrayList<Class<?>>(types.commands().values());
    all.addAll(EventTypes.queries());
    assertThat(all).hasSizeGreaterThan(30);
    for (Class<?> type : all) {
      AllowedTo rule = type.getAnnotation(AllowedTo.class);
      if (rule == null || (rule.value().length == 0 && !rule.everyone() && !rule.models()))
        without.add(type.getName());
    }
    assertThat(without).as("commands and queries that nobody may send").isEmpty();
  }

  @Test
  void every_query_has_one_answer_and_every_event_a_reader() {
    var questions = new TreeSet<String>();
    for (Class<?> query : EventTypes.queries()) questions.add(query.getName());
    var answered = new TreeSet<String>();
    for (JavaClass type : CLASSES)
      for (var method : type.getMethods())
        if (method.isAnnotatedWith(org.axonframework.queryhandling.QueryHandler.class))
          answered.add(method.getRawParameterTypes().getFirst().getName());
    assertThat(answered).containsExactlyElementsOf(questions);
  }

  /** Whatever is set right is found from what sets it right, and the other way round. */
  @Test
  void every_correction_is_asked_for_the_event_that_it_corrects() throws Exception {
    int found = 0;
    for (var type : new EventTypes().events().values())
      if (Correction.class.isAssignableFrom(type)) {
        found++;
        var last = type.getRecordComponents()[type.getRecordComponents().length - 1];
        assertThat(last.getName()).as(type.getName()).isEqualTo("corrects");
      } else
        assertThat(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName))
            .as(type + " tells a former value and is no correction")
            .noneMatch(
                name -> name.matches("former[A-Z].*") && !CHANGED.contains(type.getSimpleName()));
    assertThat(found).isGreaterThan(12);
  }
}
