package org.foerderturm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.foerderturm.TestOffice;
import org.foerderturm.alliance.AllianceQuery.FindMembersOn;
import org.foerderturm.log.Clocks;
import org.foerderturm.process.Files;
import org.junit.jupiter.api.Test;

/** The demo's alliance, told on the real engine, counts what the real one did. */
class DemoMembersIT {
  @Test
  void the_alliance_had_126_members_in_april_2018_and_140_in_january_2019() {
    System.setProperty(
        "spring.autoconfigure.exclude",
        "com.vaadin.flow.spring.SpringBootAutoConfiguration,"
            + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration");
    try (var office = TestOffice.fresh()) {
      var desk = new Desk(office.office());
      var calendar = new Calendar(Instant.parse("2026-11-23T08:00:00Z"));
      // who had joined by 2019 is in the register once the office has opened and taken it over
      var taken = calendar.on(calendar.opening().plusDays(10), 8, 0);
      var dues = new Dues(desk, calendar);
      Stream.of(
              new DemoAlliance(desk, calendar, dues).stories(),
              new DemoRegister(desk, calendar, office.bean(Files.class), dues).stories())
          .flatMap(stories -> stories.stream().flatMap(story -> story.steps().stream()))
          .filter(step -> step.at().isBefore(taken))
          .sorted(Comparator.comparing(Story.Step::at))
          .forEach(step -> Clocks.at(step.at(), step.work()));
      desk.settle();
      assertThat(members(office, "2018-04-30")).isEqualTo(126);
      assertThat(members(office, "2019-01-31")).isEqualTo(140);
    } finally {
      System.clearProperty("spring.autoconfigure.exclude");
    }
  }

  private static long members(TestOffice office, String day) {
    return office
        .office()
        .ask(
            new FindMembersOn(LocalDate.parse(day), null, null, "member", 0, 1),
            DemoPerson.LEAD.actor())
        .total();
  }
}
