package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.foerderturm.TestOffice;
import org.foerderturm.alliance.AllianceQuery.FindMembersOn;
import org.foerderturm.alliance.AllianceQuery.MemberRow;
import org.foerderturm.alliance.MemberCommand.*;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Members as they were on a day, whenever it was recorded. */
class MemberHistoryIT {
  private static final Actor LEAD = TestOffice.LEAD;
  private static TestOffice office;
  private final String id = UUID.randomUUID().toString();

  @BeforeAll
  static void open() {
    office = TestOffice.shared();
  }

  @Test
  void who_is_registered_late_was_a_member_since_it_joined() {
    on("2020-05-04", register("2017-03-02"));
    assertThat(rows("2017-03-01")).isEmpty();
    assertThat(rows("2017-03-02"))
        .extracting(MemberRow::status, MemberRow::name, MemberRow::joinedOn)
        .containsExactly(tuple("member", "Zeche " + id, day("2017-03-02")));
    assertThat(rows("2031-01-01")).hasSize(1);
  }

  @Test
  void the_last_day_of_a_membership_belongs_to_it() {
    on("2020-05-04", register("2017-03-02"));
    on("2020-06-01", new LeaveAlliance(id, day("2020-12-31"), "verlegt den Sitz"));
    assertThat(rows("2020-12-31")).extracting(MemberRow::status).containsExactly("member");
    assertThat(rows("2021-01-01")).extracting(MemberRow::status).containsExactly("left");
  }

  @Test
  void who_asks_again_before_it_has_left_is_a_member_until_then() {
    on("2020-05-04", register("2017-03-02"));
    on("2020-06-01", new LeaveAlliance(id, day("2020-12-31"), "verlegt den Sitz"));
    on("2020-11-02", inquiry("Zeche neu " + id));
    assertThat(rows("2020-11-03"))
        .extracting(MemberRow::status, MemberRow::name)
        .containsExactly(tuple("member", "Zeche neu " + id));
    assertThat(rows("2021-01-01")).extracting(MemberRow::status).containsExactly("prospect");
    on("2021-02-01", new CloseInquiry(id, "will doch nicht"));
    assertThat(rows("2021-01-31")).extracting(MemberRow::status).containsExactly("prospect");
    assertThat(rows("2021-02-01")).extracting(MemberRow::status).containsExactly("closed");
  }

  @Test
  void an_inquiry_is_one_until_the_day_of_joining() {
    on("2019-10-07", inquiry("Zeche " + id));
    assertThat(rows("2019-10-06")).isEmpty();
    assertThat(rows("2019-10-07")).extracting(MemberRow::status).containsExactly("prospect");
    on("2019-10-14", new CloseInquiry(id, "zu früh"));
    on("2019-11-04", register("2020-01-01"));
    assertThat(rows("2019-12-31")).extracting(MemberRow::status).containsExactly("closed");
    assertThat(rows("2020-01-01")).extracting(MemberRow::status).containsExactly("member");
  }

  @Test
  void a_name_and_a_kind_hold_from_the_day_on_which_they_were_recorded() {
    on("2018-02-05", register("2017-03-02"));
    on("2019-02-04", new DescribeMember(id, "Schacht " + id, List.of(), List.of()));
    on("2019-03-04", new ReportFigures(id, MemberKind.ASSOCIATION, null, null, null, null, null));
    assertThat(rows("2019-02-03")).extracting(MemberRow::name).containsExactly("Zeche " + id);
    assertThat(rows("2019-02-04"))
        .extracting(MemberRow::name, MemberRow::kind)
        .containsExactly(tuple("Schacht " + id, "company"));
    assertThat(rows("2019-03-04")).extracting(MemberRow::kind).containsExactly("association");
    assertThat(asked("2019-03-04", "schacht " + id, "association", "member").total()).isOne();
    assertThat(asked("2019-03-03", "schacht " + id, "association", "member").total()).isZero();
  }

  @Test
  void a_class_holds_from_the_beginning_of_its_year_though_it_is_charged_later() {
    on("2018-02-05", register("2017-03-02"));
    on("2019-03-04", new AssessContribution(id, 2019, null));
    on("2019-03-05", new ChargeContribution(id, 2019, null));
    on("2019-03-06", new ReportFigures(id, MemberKind.COMPANY, 80, 900_000_000L, null, null, null));
    on("2020-03-04", new AssessContribution(id, 2020, null));
    on("2020-03-05", new ChargeContribution(id, 2020, null));
    on("2021-03-05", new AssessContribution(id, 2018, null));
    on("2021-03-06", new ChargeContribution(id, 2018, null));
    assertThat(classes("2017-12-31")).isNull();
    assertThat(classes("2019-01-01")).isEqualTo("small");
    assertThat(classes("2019-12-31")).isEqualTo("small");
    assertThat(classes("2020-01-01"))
        .as("a year charged late changes no later one")
        .isEqualTo("medium");
    assertThat(classes("2018-06-01")).isNotNull();
  }

  @Test
  void members_of_a_day_come_in_pages_in_the_order_of_their_names() {
    for (var letter : List.of("b", "C", "a"))
      on(
          "2016-02-01",
          new RegisterMember(
              id + letter,
              letter + " " + id,
              MemberKind.NGO,
              null,
              null,
              null,
              null,
              null,
              List.of(),
              day("2016-01-04")));
    var first =
        office.office().ask(new FindMembersOn(day("2016-01-04"), id, null, null, 0, 2), LEAD);
    assertThat(first.total()).isEqualTo(3);
    assertThat(first.rows()).extracting(MemberRow::name).containsExactly("a " + id, "b " + id);
    assertThat(
            office
                .office()
                .ask(new FindMembersOn(day("2016-01-04"), id, null, null, 2, 2), LEAD)
                .rows())
        .extracting(MemberRow::name)
        .containsExactly("C " + id);
  }

  @Test
  void the_days_of_a_member_follow_each_other_without_gap_or_overlap() {
    on("2018-02-05", inquiry("Zeche " + id));
    on("2018-02-06", new CloseInquiry(id, "zu früh"));
    on("2018-03-05", register("2017-03-02"));
    on("2018-04-05", new LeaveAlliance(id, day("2018-04-05"), "doch nicht"));
    on("2019-04-05", register("2018-10-01"));
    assertThat(
            office
                .db()
                .sql(
                    "select count(*) from (select valid_to, lead(valid_from, 1, 'infinity') over"
                        + " (order by valid_from) as next from view_member_history where member_id"
                        + " = ?) d where valid_to <> next")
                .param(id)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(rows("2017-06-01")).extracting(MemberRow::status).containsExactly("member");
    assertThat(rows("2018-06-01")).extracting(MemberRow::status).containsExactly("left");
    assertThat(rows("2018-10-01")).extracting(MemberRow::status).containsExactly("member");
  }

  @Test
  void only_who_may_see_members_may_look_back() {
    for (var role : List.of(Role.MODELER, Role.EXPERT_TEAM))
      assertThatThrownBy(
              () ->
                  office
                      .office()
                      .ask(
                          new FindMembersOn(day("2019-01-01"), null, null, null, 0, 1),
                          Actor.of("x", role)))
          .hasMessage("not-allowed");
  }

  private @Nullable String classes(String date) {
    return rows(date).getFirst().contributionClass();
  }

  private List<MemberRow> rows(String date) {
    return asked(date, id, null, null).rows();
  }

  private static Page<MemberRow> asked(
      String date, String search, @Nullable String kind, @Nullable String status) {
    return office.office().ask(new FindMembersOn(day(date), search, kind, status, 0, 10), LEAD);
  }

  private RegisterMember register(String joinedOn) {
    return new RegisterMember(
        id,
        "Zeche " + id,
        MemberKind.COMPANY,
        20,
        300_000_000L,
        null,
        null,
        null,
        List.of(),
        day(joinedOn));
  }

  private RecordInquiry inquiry(String name) {
    return new RecordInquiry(
        id, name, MemberKind.COMPANY, 20, 300_000_000L, null, null, null, List.of(), null);
  }

  private static void on(String date, Command command) {
    Clocks.at(Instant.parse(date + "T10:00:00Z"), () -> office.send(command, LEAD));
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
