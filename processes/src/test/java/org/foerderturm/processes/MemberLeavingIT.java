package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.foerderturm.TestOffice;
import org.foerderturm.alliance.AllianceQuery.FindChargeable;
import org.foerderturm.alliance.AllianceQuery.FindMember;
import org.foerderturm.alliance.AllianceQuery.FindMembers;
import org.foerderturm.alliance.AllianceQuery.MemberRow;
import org.foerderturm.alliance.MemberCommand.*;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.contact.ContactCommand.AddContact;
import org.foerderturm.contact.ContactQuery.ContactRow;
import org.foerderturm.contact.ContactQuery.FindContacts;
import org.foerderturm.contact.ContactQuery.FindSpeakers;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Command;
import org.foerderturm.process.ProcessCommand.CancelCase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member that leaves is one until its last day, in every list and question. */
class MemberLeavingIT {
  private static final Actor LEAD = TestOffice.LEAD;
  private static final LocalDate LAST = LocalDate.parse("2027-12-31");
  private static TestOffice office;
  private final String id = UUID.randomUUID().toString();

  @BeforeAll
  static void open() {
    office = TestOffice.shared();
  }

  /** R16. */
  @BeforeEach
  void leave() {
    on(
        "2026-11-02",
        new RegisterMember(
            id,
            "Zeche " + id,
            MemberKind.COMPANY,
            20,
            3_000_000_00L,
            null,
            null,
            LocalDate.parse("2001-05-01"),
            null,
            LocalDate.parse("2015-01-01")));
    on(
        "2026-11-02",
        new AddContact(
            "c" + id, id, "Eva " + id, "Leitung", null, null, LocalDate.parse("2020-01-01")));
    on("2026-11-30", new LeaveAlliance(id, null, "Umzug", LocalDate.parse("2026-11-30")));
  }

  @Test
  void until_its_last_day_it_is_listed_assessed_and_has_its_people() {
    for (var day : new String[] {"2026-12-01", "2027-12-31"}) {
      var row = Objects.requireNonNull(row(day, "member"), day);
      assertThat(row.until()).isEqualTo(LAST);
      assertThat(row.noticeOn()).isEqualTo("2026-11-30");
      assertThat(row(day, "left")).isNull();
      assertThat(speaks(day)).isTrue();
    }
    assertThat(office.office().ask(new FindChargeable(2027), LEAD)).contains(id);
    assertThat(office.office().ask(new FindChargeable(2028), LEAD)).doesNotContain(id);
    on("2027-01-10", new AssessContribution(id, 2027, null));
    on("2027-01-10", new ChargeContribution(id, 2027, null));
    var found = Objects.requireNonNull(office.office().ask(new FindMember(id), LEAD));
    assertThat(found.contributions().getFirst().amountCents()).isEqualTo(1_500_00);
    assertThatThrownBy(() -> on("2027-01-10", new AssessContribution(id, 2028, null)))
        .hasMessage("left-before-year");

    assertThat(row("2028-01-01", "member")).isNull();
    assertThat(Objects.requireNonNull(row("2028-01-01", "left")).until()).isNull();
    assertThat(speaks("2028-01-01")).isFalse();
    assertThat(office.office().ask(new FindContacts(id), LEAD))
        .extracting(ContactRow::until)
        .containsExactly(LAST);
  }

  @Test
  void the_office_settles_what_hangs_on_it_until_the_last_day() {
    var task = office.task(found().row().caseId(), "Task_Settle");
    assertThat(task.subject()).isEqualTo("Zeche " + id);
    assertThat(task.dueAt()).isNotNull();
    office.complete(
        found().row().caseId(),
        "Task_Settle",
        Map.of(
            "contributionCharged", true,
            "seatsEnded", true,
            "partnershipsSettled", true,
            "outcome", "done"),
        LEAD);
    assertThat(found().row().ended()).isEqualTo("completed");
    assertThat(found().done()).containsKey("EndEvent_Settled");
  }

  @Test
  void a_notice_that_is_withdrawn_ends_the_case_and_the_member_stays() {
    on("2026-12-01", new WithdrawLeaving(id, "bleibt doch"));
    assertThat(found().done()).containsKey("EndEvent_Stays");
    assertThat(Objects.requireNonNull(row("2028-01-01", "member")).until()).isNull();
    assertThat(speaks("2028-01-01")).isTrue();
  }

  @Test
  void a_case_that_is_cancelled_withdraws_the_notice() {
    on("2026-12-01", new CancelCase(found().row().caseId(), "Irrtum"));
    assertThat(found().row().ended()).isEqualTo("cancelled");
    assertThat(Objects.requireNonNull(row("2028-01-01", "member")).until()).isNull();
  }

  @Test
  void without_notice_nobody_has_anything_to_settle() {
    on("2026-12-01", new WithdrawLeaving(id, "doch nicht"));
    on("2026-12-02", new LeaveAlliance(id, LocalDate.parse("2026-12-31"), "Auflösung"));
    await()
        .untilAsserted(
            () ->
                assertThat(office.office().ask(new FindCasesOf(id), LEAD))
                    .hasSize(2)
                    .allMatch(row -> "completed".equals(row.ended())));
  }

  private MemberRow row(String day, String status) {
    var found = new MemberRow[1];
    at(
        day,
        () ->
            found[0] =
                office
                    .office()
                    .ask(new FindMembers("Zeche " + id, null, status, 0, 9), LEAD)
                    .rows()
                    .stream()
                    .findFirst()
                    .orElse(null));
    return found[0];
  }

  private boolean speaks(String day) {
    return !office
        .office()
        .ask(new FindSpeakers("Eva " + id, LocalDate.parse(day)), LEAD)
        .isEmpty();
  }

  private CaseDetails found() {
    return office.find(
        await()
            .until(() -> office.office().ask(new FindCasesOf(id), LEAD), rows -> !rows.isEmpty())
            .getFirst()
            .caseId());
  }

  private static void on(String day, Command command) {
    at(day, () -> office.send(command, LEAD));
  }

  private static void at(String day, Runnable work) {
    Clocks.at(Instant.parse(day + "T09:00:00Z"), work);
  }
}
