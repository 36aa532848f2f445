package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.foerderturm.TestOffice;
import org.foerderturm.alliance.AllianceQuery.FindMember;
import org.foerderturm.alliance.AllianceQuery.MemberDetails;
import org.foerderturm.alliance.MemberCommand.*;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.audit.AuditQuery.FindStreamHistory;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Command;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was known of a thing at an earlier moment, by the projections themselves. */
class PastIT {
  private static final Actor LEAD = TestOffice.LEAD;
  private static TestOffice office;
  private final String id = UUID.randomUUID().toString();

  @BeforeAll
  static void open() {
    office = TestOffice.shared();
  }

  @Test
  void a_thing_is_told_as_it_was_known_then() {
    for (int round = 0; round < 8; round++) { // statements that the connection knows by then, too
      var thing = id + round;
      var named = "Zeche " + thing;
      send(register(thing, named));
      long before = last(thing);
      send(new DescribeMember(thing, "Schacht " + thing, List.of(), List.of()));
      long after = last(thing);

      assertThat(name(thing)).isEqualTo("Schacht " + thing);
      assertThat(at(thing, before)).isEqualTo(named);
      assertThat(at(thing, after)).isEqualTo("Schacht " + thing);
      assertThat(name(thing)).as("today is as it was").isEqualTo("Schacht " + thing);
    }
  }

  @Test
  void what_was_not_there_yet_is_not_told() {
    send(register(id, "Zeche " + id));
    long before =
        office.office().ask(new FindStreamHistory(id, 10), LEAD).getFirst().position() - 1;
    assertThat(
            office
                .office()
                .asOf(
                    Set.of(id),
                    before,
                    () -> office.office().ask(new FindMember(id), LEAD) == null))
        .isTrue();
  }

  @Test
  void nothing_of_it_stays() {
    send(register(id, "Zeche " + id));
    at(id, last(id));
    assertThat(
            office
                .db()
                .sql("select count(*) from pg_namespace where nspname like 'past\\_%'")
                .query(Long.class)
                .single())
        .isZero();
  }

  private static RegisterMember register(String id, String name) {
    return new RegisterMember(
        id,
        name,
        MemberKind.COMPANY,
        10,
        1_000_000_00L,
        null,
        null,
        null,
        List.of(),
        LocalDate.parse("2017-03-02"));
  }

  private static void send(Command command) {
    office.send(command, LEAD);
  }

  private static long last(String id) {
    return office.office().ask(new FindStreamHistory(id, 100), LEAD).getLast().position();
  }

  private static String at(String id, long position) {
    return office.office().asOf(Set.of(id), position, () -> name(id));
  }

  private static String name(String id) {
    MemberDetails found = office.office().ask(new FindMember(id), LEAD);
    return Objects.requireNonNull(found).row().name();
  }
}
