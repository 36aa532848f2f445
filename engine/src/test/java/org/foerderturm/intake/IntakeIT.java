package org.foerderturm.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.foerderturm.TestOffice;
import org.foerderturm.alliance.AllianceQuery.FindKnownMembers;
import org.foerderturm.alliance.AllianceQuery.FindMember;
import org.foerderturm.alliance.AllianceQuery.FindMembers;
import org.foerderturm.alliance.AllianceQuery.FindMembersInFull;
import org.foerderturm.alliance.AllianceQuery.KnownMember;
import org.foerderturm.alliance.AllianceQuery.MemberRow;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.intake.IntakeCommand.ImportMembers;
import org.foerderturm.intake.IntakeQuery.FindImports;
import org.foerderturm.kernel.Progress;
import org.foerderturm.kernel.Rejected;
import org.junit.jupiter.api.Test;

class IntakeIT {
  private final TestOffice office = TestOffice.shared();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String importId = UUID.randomUUID().toString();

  @Test
  void a_list_is_taken_up_whole_and_stands_on_record() {
    office.send(command(members(20)), TestOffice.MANAGER);
    assertThat(known()).hasSize(20).allMatch(member -> member.status().equals("member"));
    var first = office.office().ask(new FindMember(id(0)), TestOffice.MANAGER);
    assertThat(first).isNotNull();
    assertThat(first.registerId()).isEqualTo("HRB " + mark + "-0");
    assertThat(first.expertTeams()).containsExactly("energy-climate");
    var imported = office.office().ask(new FindImports(1), TestOffice.MANAGER).getFirst();
    assertThat(imported.taken()).isEqualTo(20);
    assertThat(imported.known()).isEqualTo(3);
    assertThat(imported.refused()).isEqualTo(2);
    assertThat(imported.by()).isEqualTo("paul.manager");
  }

  @Test
  void members_stand_in_the_order_of_the_language_and_are_found_in_any_form_of_letters() {
    var right =
        List.of(
            "Abendrot",
            "Ärzteverband",
            "Azubi",
            "Gülöden",
            "Oberhof",
            "Ostwall",
            "Özdemir",
            "Überwald",
            "Ultra",
            "Zeche");
    var members = new ArrayList<NewMember>();
    for (int i = 0; i < right.size(); i++) {
      var given = company(i, 10);
      var name = right.get(i) + " " + mark;
      members.add(
          new NewMember(
              given.row(),
              given.memberId(),
              i == 3 ? java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD) : name,
              given.kind(),
              10,
              1L,
              null,
              null,
              null,
              List.of(),
              List.of(),
              null,
              given.joinedOn()));
    }
    java.util.Collections.shuffle(members);
    office.send(command(members), TestOffice.MANAGER);
    assertThat(found(mark)).extracting(name -> name.split(" ")[0]).isEqualTo(right);
    assertThat(
            office
                .office()
                .ask(new FindMembersInFull(mark, null, null, 0, 100), TestOffice.MANAGER))
        .extracting(member -> member.row().name().split(" ")[0])
        .isEqualTo(right);
    for (var typed :
        List.of("Guloden ", mark + "\u00a0Gülöden", "Gu\u0308lo\u0308den\t", "GÜLÖDEN\u200b"))
      assertThat(found(typed.contains(mark) ? typed : typed + " " + mark))
          .as(typed)
          .containsExactly("G\u00fcl\u00f6den " + mark);
  }

  private List<String> found(String search) {
    return office
        .office()
        .ask(new FindMembers(search, null, null, 0, 100), TestOffice.MANAGER)
        .rows()
        .stream()
        .map(MemberRow::name)
        .toList();
  }

  @Test
  void an_import_with_one_member_that_cannot_be_taken_changes_nothing() {
    var members = members(20);
    members.set(19, company(19, -1));
    assertThatThrownBy(() -> office.send(command(members), TestOffice.MANAGER))
        .isInstanceOfSatisfying(
            Rejected.class,
            no -> {
              assertThat(no.code()).isEqualTo("import-row-refused");
              assertThat(no.args())
                  .containsEntry("row", 21)
                  .containsEntry("why", "figures-negative");
            });
    assertThat(known()).isEmpty();
  }

  @Test
  void the_same_list_again_changes_nothing() {
    office.send(command(members(5)), TestOffice.MANAGER);
    long before = events();
    var again = new ImportMembers(UUID.randomUUID().toString(), "a.csv", "0", members(5), 0, 0);
    assertThatThrownBy(() -> office.send(again, TestOffice.MANAGER))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.args()).containsEntry("why", "already-a-member"));
    assertThatThrownBy(() -> office.send(command(members(5)), TestOffice.MANAGER))
        .hasMessage("import-already-done");
    assertThat(events()).isEqualTo(before);
  }

  @Test
  void one_sees_it_advance_and_can_stop_it_and_then_nothing_has_happened() {
    var seen = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Progress.watch(
                    done -> {
                      seen.set(done);
                      if (done == 7) throw new Rejected(Progress.STOPPED);
                    },
                    () -> office.send(command(members(20)), TestOffice.MANAGER)))
        .hasMessage(Progress.STOPPED);
    assertThat(seen).hasValue(7);
    assertThat(known()).isEmpty();
    office.send(command(members(20)), TestOffice.MANAGER);
    assertThat(known()).hasSize(20);
  }

  @Test
  void an_empty_list_and_a_member_twice_are_refused() {
    assertThatThrownBy(() -> office.send(command(List.of()), TestOffice.MANAGER))
        .hasMessage("import-without-rows");
    var twice = List.of(company(0, 3), company(0, 3));
    assertThatThrownBy(() -> office.send(command(twice), TestOffice.MANAGER))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.args()).containsEntry("why", "twice-in-file"));
    assertThat(known()).isEmpty();
  }

  private ImportMembers command(List<NewMember> members) {
    return new ImportMembers(importId, "liste.csv", "0".repeat(64), members, 3, 2);
  }

  private List<NewMember> members(int count) {
    var members = new ArrayList<NewMember>();
    for (int i = 0; i < count; i++) members.add(company(i, 10));
    return members;
  }

  private String id(int i) {
    return mark + "-" + i;
  }

  private NewMember company(int i, int staff) {
    return new NewMember(
        i + 2,
        id(i),
        "Firma " + mark + " " + i,
        MemberKind.COMPANY,
        staff,
        100_000_00L,
        null,
        null,
        null,
        List.of(),
        List.of(ExpertTeam.ENERGY_CLIMATE),
        "HRB " + mark + "-" + i,
        LocalDate.of(2020, 1, 1));
  }

  private List<KnownMember> known() {
    return office.office().ask(new FindKnownMembers(), TestOffice.MANAGER).stream()
        .filter(member -> member.memberId().startsWith(mark))
        .toList();
  }

  private long events() {
    return office
        .db()
        .sql("select count(*) from event_log where stream_id like ? or stream_id = ?")
        .params(mark + "-%", importId)
        .query(Long.class)
        .single();
  }
}
