package org.foerderturm.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import org.foerderturm.kernel.Role;
import org.junit.jupiter.api.Test;

/** What holds for every screen. */
class ScreensTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.foerderturm");

  @Test
  void every_screen_says_who_may_open_it() {
    classes().that().areAnnotatedWith(Route.class).should(haveARule()).check(OURS);
    classes().that().implement(HasErrorParameter.class).should(haveARule()).check(OURS);
  }

  @Test
  void a_rule_names_roles_that_exist() {
    classes()
        .that()
        .areAnnotatedWith(RolesAllowed.class)
        .should(
            new ArchCondition<>("name roles of the office") {
              @Override
              public void check(JavaClass screen, ConditionEvents events) {
                for (var name : screen.getAnnotationOfType(RolesAllowed.class).value()) {
                  boolean known =
                      java.util.Arrays.stream(Role.values()).anyMatch(r -> r.name().equals(name));
                  events.add(
                      new SimpleConditionEvent(screen, known, screen.getName() + ": " + name));
                }
              }
            })
        .check(OURS);
  }

  @Test
  void only_screens_know_vaadin() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.foerderturm.ui..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.vaadin..")
        .check(OURS);
  }

  @Test
  void screens_know_neither_the_engine_nor_the_database() {
    noClasses()
        .that()
        .resideInAPackage("org.foerderturm.ui..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.camunda..",
            "java.sql..",
            "javax.sql..",
            "org.springframework.jdbc..",
            "org.axonframework..")
        .check(OURS);
  }

  /** They drop what they can't read: {@code 12.50} becomes 1250, a wrong day becomes none. */
  @Test
  void what_is_typed_is_read_by_our_own_fields() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.foerderturm.ui.common.Calendars")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "com\\.vaadin\\.flow\\.component\\..*\\.(BigDecimalField|NumberField|IntegerField|DatePicker"
                + "|DateTimePicker|TimePicker)(\\$.*)?")
        .check(OURS);
  }

  @Test
  void packages_of_screens_have_no_cycles() {
    slices().matching("org.foerderturm.ui.(*)..").should().beFreeOfCycles().check(OURS);
  }

  private static ArchCondition<JavaClass> haveARule() {
    return new ArchCondition<>("carry RolesAllowed, PermitAll or AnonymousAllowed") {
      @Override
      public void check(JavaClass screen, ConditionEvents events) {
        boolean ruled =
            screen.isAnnotatedWith(RolesAllowed.class)
                || screen.isAnnotatedWith(PermitAll.class)
                || screen.isAnnotatedWith(AnonymousAllowed.class);
        events.add(new SimpleConditionEvent(screen, ruled, screen.getName() + " has no rule"));
      }
    };
  }
}
