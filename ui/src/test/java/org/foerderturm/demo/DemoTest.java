package org.foerderturm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.imports.TableFile;
import org.foerderturm.intake.MemberColumn;
import org.foerderturm.intake.MemberSheet;
import org.foerderturm.intake.NewMember;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Office;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo tells what it says that it tells, on whatever day it is loaded. */
class DemoTest {
  /** Half years begin and end, a leap day, the turn of the year. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23",
        "2026-06-30",
        "2026-07-01",
        "2027-01-01",
        "2027-12-31",
        "2028-02-29"
      })
  void nothing_happens_before_the_office_opened_or_after_now(LocalDate today) {
    var calendar = new Calendar(today.atTime(7, 30).atZone(ZoneId.of("Europe/Berlin")).toInstant());
    var opened = calendar.on(calendar.opening(), 8, 0);
    for (var story : stories(calendar))
      for (var step : story.steps())
        assertThat(step.at()).as(step.key()).isBetween(opened, calendar.now());
  }

  @Test
  void it_is_the_same_at_each_load() {
    var calendar =
        new Calendar(LocalDate.of(2026, 11, 23).atTime(9, 0).toInstant(java.time.ZoneOffset.UTC));
    assertThat(moments(calendar)).isEqualTo(moments(calendar));
  }

  private static List<String> moments(Calendar calendar) {
    return stories(calendar).stream()
        .flatMap(story -> story.steps().stream())
        .map(step -> step.key() + " " + step.at())
        .toList();
  }

  /** Figures of the real alliance; with those whose stories are told one by one. */
  @Test
  void the_alliance_had_126_members_in_april_2018_and_140_in_january_2019() {
    assertThat(joinedUntil(LocalDate.of(2018, 4, 30))).isEqualTo(126 - 8);
    assertThat(joinedUntil(LocalDate.of(2019, 1, 31))).isEqualTo(140 - 9);
  }

  private static long joinedUntil(LocalDate day) {
    return members().stream().filter(member -> !member.joinedOn().isAfter(day)).count();
  }

  private static List<NewMember> members() {
    var file = TableFile.of("members.csv", Rows.bytes("members.csv"));
    var table = file.read(file.found());
    var found =
        MemberSheet.of(table, MemberColumn.proposed(table.headers()), List.of(), done -> true);
    assertThat(found).isNotNull();
    assertThat(found.refused()).isEmpty();
    assertThat(found.fresh()).allMatch(member -> member.name().endsWith(" (erfunden)"));
    return found.fresh();
  }

  @Test
  void more_than_forty_millions_are_granted_to_fifteen_projects_of_the_table() {
    var granted = Bid.all().stream().filter(bid -> bid.outcome().equals("granted")).toList();
    assertThat(granted).hasSize(15);
    assertThat(granted.stream().mapToLong(Bid::grant).sum()).isGreaterThan(40_000);
  }

  @Test
  void a_thousand_ideas_come_in() {
    var calendar = new Calendar(java.time.Instant.parse("2026-11-23T08:00:00Z"));
    var ideas = new DemoIdeas(new Desk(new Nobody()), calendar).stories(DemoData.IDEAS);
    Predicate<Story> idea = story -> story.key().startsWith("idee-");
    assertThat(ideas.stream().filter(idea).map(Story::key).distinct()).hasSize(DemoData.IDEAS);
    assertThat(DemoData.IDEAS + Bid.all().size() + DemoConsortia.COUNT).isEqualTo(1_000);
  }

  @Test
  void invented_people_have_names_of_their_own() {
    assertThat(java.util.stream.IntStream.range(0, 1_000).mapToObj(Invented::person).distinct())
        .hasSize(1_000);
  }

  @SuppressWarnings("NullAway") // ballots and files are needed only when the steps are taken
  private static List<Story> stories(Calendar calendar) {
    return DemoData.stories(new Desk(new Nobody()), calendar, null, null);
  }

  /** An office in which nothing is known yet. */
  private static final class Nobody implements Office {
    @Override
    public Receipt send(Command command, Actor actor, String key) {
      throw new AssertionError("told while the stories are made up: " + command);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"})
    public <R> R ask(Query<R> query, Actor actor) {
      return query instanceof FindCasesOf ? (R) List.of() : null;
    }

    @Override
    public <R> R asOf(Set<String> things, long position, Supplier<R> questions) {
      throw new AssertionError("nobody looks back here, but at " + things);
    }

    @Override
    public AutoCloseable onChange(Consumer<Set<String>> listener) {
      return () -> {};
    }
  }
}
