package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.foerderturm.TestOffice;
import org.foerderturm.alliance.AllianceQuery.ContributionRow;
import org.foerderturm.alliance.AllianceQuery.FindChargeable;
import org.foerderturm.alliance.AllianceQuery.FindContributionRun;
import org.foerderturm.alliance.AllianceQuery.FindDueDay;
import org.foerderturm.alliance.AllianceQuery.FindMember;
import org.foerderturm.alliance.AllianceQuery.FindMembers;
import org.foerderturm.alliance.AllianceQuery.FindPreview;
import org.foerderturm.alliance.AllianceQuery.MemberDetails;
import org.foerderturm.alliance.AllianceQuery.MemberRow;
import org.foerderturm.alliance.AllianceQuery.RunRow;
import org.foerderturm.alliance.ContributionClass;
import org.foerderturm.alliance.ContributionCommand.*;
import org.foerderturm.alliance.ContributionRunCommand.AssessContributions;
import org.foerderturm.alliance.ContributionRunCommand.CancelContributionRun;
import org.foerderturm.alliance.ContributionRunCommand.MakeContributionRunFinal;
import org.foerderturm.alliance.ContributionRunCommand.PreviewContributionRun;
import org.foerderturm.alliance.MemberCommand.*;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.alliance.Terms.Basis;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ProcessCommand.CancelCase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every path through member-joining, and the yearly run, by the tables as deployed. */
class MemberJoiningIT {
  private static final Actor MANAGER = Actor.of("petra.projekt", Role.PROJECT_MANAGER);
  private static final Actor LEAD = Actor.of("gerda.geschaeft", Role.OFFICE_LEAD);
  private static final Actor AUDITOR = Actor.of("rita.revision", Role.AUDITOR);
  private static final Actor MODELER = Actor.of("moritz.modell", Role.MODELER);

  private static TestOffice office;
  private String key;
  private String caseId;

  @BeforeAll
  static void open() {
    office = TestOffice.shared();
  }

  @BeforeEach
  void name() {
    key = "m-" + UUID.randomUUID();
  }

  // ---- the straight way

  @Test
  void the_offer_is_a_paper_in_both_languages_that_says_what_the_log_says() throws Exception {
    inquire(Map.of("kind", "company", "staff", 20, "turnoverCents", 300_000_000L));
    talk("offer", "2026-07-15", 10_000);
    offer();
    var open = Objects.requireNonNull(member().offer());
    var german = text(Objects.requireNonNull(open.german()));
    assertThat(german)
        .contains("Individuelles Angebot Nr. 1", "Zeche " + key, "650,00", "6 von 12 Monaten")
        .contains("Klein", "15.07.2026");
    assertThat(text(Objects.requireNonNull(open.english())))
        .contains("Individual offer no. 1", "650.00", "6 of 12 months", "15 Jul 2026");
    assertThat(
            office
                .db()
                .sql(
                    "select count(*) from event_log where event_type = 'FileAttached' and case_id = ?")
                .param(caseId)
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  private static String text(String hash) throws Exception {
    var pdf = office.bean(org.foerderturm.process.Files.class).load(hash).orElseThrow();
    try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
      return new org.apache.pdfbox.text.PDFTextStripper().getText(document);
    }
  }

  @Test
  void a_small_company_asks_talks_gets_its_offer_and_joins() {
    inquire(Map.of("kind", "company", "staff", 20, "turnoverCents", 300_000_000L));
    assertThat(member().row().status()).isEqualTo("prospect");
    assertThat(details().row().title()).isEqualTo("Zeche " + key);
    talk("offer", "2026-07-15", 10_000);
    assertThat(details().variables())
        .containsEntry("appliedClass", "small")
        .containsEntry("months", 6L)
        .containsEntry("amountCents", 65_000L);
    offer();
    assertThat(Objects.requireNonNull(member().offer()).state()).isEqualTo("open");
    answer("accept");

    var joined = member();
    assertThat(joined.row().status()).isEqualTo("member");
    assertThat(joined.row().joinedOn()).isEqualTo(LocalDate.of(2026, 7, 15));
    assertThat(joined.row().openCents()).isEqualTo(65_000);
    assertThat(joined.talkSummary()).isEqualTo("Sensoren für das Quartier");
    assertThat(joined.topics()).containsExactly("energy", "harbour");
    var contribution = joined.contributions().getFirst();
    assertThat(contribution.status()).isEqualTo("charged");
    assertThat(contribution.terms().basis())
        .extracting(Basis::rule)
        .containsExactly("staff-10", "small-2015");
    assertThat(contribution.terms().basis())
        .allSatisfy(basis -> assertThat(basis.version()).isPositive());
    assertThat(details().row().ended()).isEqualTo("completed");
    assertThat(details().done()).containsKeys("Task_AcceptOffer", "EndEvent_Joined");
  }

  @Test
  void who_cancels_the_case_closes_the_inquiry() {
    inquire(Map.of("kind", "company", "staff", 20, "turnoverCents", 300_000_000L));
    office.send(new CancelCase(details().row().caseId(), "meldet sich nicht"), LEAD);
    assertThat(member().row().status()).isEqualTo("closed");
    assertThat(details().row().ended()).isEqualTo("cancelled");
  }

  @Test
  void a_municipality_joins_for_nothing() {
    inquire(Map.of("kind", "municipality"));
    talk("offer", "2026-01-01", null);
    offer();
    answer("accept");
    assertThat(member().contributions().getFirst().status()).isEqualTo("free");
  }

  // ---- other ways

  @Test
  void an_inquiry_ends_at_the_talk_with_a_reason() {
    inquire(Map.of("kind", "university"));
    assertThatThrownBy(() -> talk("close", null, null)).hasMessage("closing-without-reason");
    complete(
        "Task_HoldTalk",
        Map.of(
            "heldOn",
            "2026-01-12",
            "summary",
            "kein Bedarf",
            "reason",
            "zu klein",
            "outcome",
            "close"),
        MANAGER);
    assertThat(member().row().status()).isEqualTo("closed");
    assertThat(member().leftReason()).isEqualTo("zu klein");
    assertThat(details().done()).containsKeys("Task_CloseInquiry", "EndEvent_Closed");
  }

  @Test
  void without_a_day_of_entry_nothing_is_calculated_and_the_task_stays() {
    inquire(Map.of("kind", "university"));
    assertThatThrownBy(() -> talk("offer", null, null)).hasMessage("entry-date-missing");
    assertThat(office.task(caseId, "Task_HoldTalk").subject()).isEqualTo("Zeche " + key);
    assertThat(member().talkOn()).isNull();
  }

  @Test
  void the_office_lead_asks_for_another_talk_before_the_offer() {
    inquire(Map.of("kind", "ngo"));
    talk("offer", "2026-01-01", null);
    complete("Task_PrepareOffer", Map.of("outcome", "talk"), LEAD);
    talk("offer", "2026-12-01", null);
    assertThat(details().variables()).containsEntry("months", 1L);
    assertThat(details().done()).containsEntry("Task_HoldTalk", 2);
  }

  @Test
  void the_office_lead_closes_the_inquiry_instead_of_an_offer() {
    inquire(Map.of("kind", "ngo"));
    talk("offer", "2026-01-01", null);
    complete("Task_PrepareOffer", Map.of("outcome", "close", "reason", "passt nicht"), LEAD);
    assertThat(member().row().status()).isEqualTo("closed");
    assertThat(details().done()).containsKeys("Task_CloseInquiry", "EndEvent_Closed");
  }

  @Test
  void the_board_makes_an_exception_for_a_reason_only() {
    inquire(Map.of("kind", "company", "staff", 300, "turnoverCents", 0));
    talk("offer", "2026-01-01", null);
    var exception =
        new HashMap<String, Object>(
            Map.of("outcome", "send", "validUntil", "2026-02-28", "exceptionCents", 100_000));
    assertThatThrownBy(() -> complete("Task_PrepareOffer", exception, LEAD))
        .hasMessage("exception-without-reason");
    exception.put("exceptionReason", "Gründungsmitglied");
    complete("Task_PrepareOffer", exception, LEAD);
    answer("accept");
    var terms = member().contributions().getFirst().terms();
    assertThat(terms.amountCents()).isEqualTo(100_000);
    assertThat(terms.feeCents()).isEqualTo(1_000_000);
    assertThat(terms.exceptionReason()).isEqualTo("Gründungsmitglied");
  }

  @Test
  void only_the_office_lead_prepares_an_offer() {
    inquire(Map.of("kind", "ngo"));
    talk("offer", "2026-01-01", null);
    assertThatThrownBy(
            () ->
                complete(
                    "Task_PrepareOffer",
                    Map.of("outcome", "send", "validUntil", "2026-02-28"),
                    MANAGER))
        .hasMessage("task-not-yours");
  }

  @Test
  void who_negotiates_gets_a_new_offer_in_place_of_the_open_one() {
    inquire(Map.of("kind", "ngo"));
    talk("offer", "2026-01-01", null);
    offer();
    answer("renegotiate");
    talk("offer", "2026-01-01", 10_000);
    offer();
    var offered = Objects.requireNonNull(member().offer());
    assertThat(offered.number()).isEqualTo(2);
    assertThat(offered.amountCents()).isEqualTo(15_000);
    answer("accept");
    assertThat(member().contributions()).hasSize(1);
    assertThat(details().done()).containsEntry("Task_HoldTalk", 2);
  }

  @Test
  void who_declines_is_no_member_and_may_ask_again() {
    inquire(Map.of("kind", "ngo"));
    talk("offer", "2026-01-01", null);
    offer();
    answer("decline");
    assertThat(member().row().status()).isEqualTo("closed");
    assertThat(member().leftReason()).isEqualTo("Angebot abgelehnt");
    assertThat(member().contributions()).isEmpty();
    assertThat(details().done()).containsKeys("Task_DeclineOffer", "EndEvent_Closed");
    inquire(Map.of("kind", "ngo"));
    assertThat(member().row().status()).isEqualTo("prospect");
  }

  @Test
  void an_answer_after_the_offer_ran_out_is_refused_and_the_task_stays() {
    inquire(Map.of("kind", "ngo"));
    talk("offer", "2026-01-01", null);
    offer();
    assertThatThrownBy(
            () ->
                complete(
                    "Task_RecordAnswer",
                    Map.of("outcome", "accept", "acceptedOn", "2026-03-01"),
                    MANAGER))
        .hasMessage("offer-expired");
    assertThat(office.task(caseId, "Task_RecordAnswer")).isNotNull();
  }

  @Test
  void bad_figures_start_nothing() {
    assertThatThrownBy(() -> inquire(Map.of("kind", "company"))).hasMessage("figures-missing");
    assertThat(office.office().ask(new FindMember(key), MANAGER)).isNull();
  }

  @Test
  void who_is_a_member_does_not_ask_again() {
    register("ngo", null, "2025-01-01");
    assertThatThrownBy(() -> inquire(Map.of("kind", "ngo"))).hasMessage("already-a-member");
  }

  // ---- lists

  @Test
  void members_are_found_by_name_kind_and_status_and_only_by_who_may() {
    register("university", null, "2025-01-01");
    var query = new FindMembers(key.toUpperCase(Locale.ROOT), "university", "member", 0, 10);
    assertThat(office.office().ask(query, AUDITOR).rows())
        .extracting(MemberRow::memberId)
        .containsExactly(key);
    assertThat(office.office().ask(new FindMembers(key, "ngo", null, 0, 10), AUDITOR).total())
        .isZero();
    assertThat(office.office().ask(new FindMembers("%", null, null, 0, 10), AUDITOR).total())
        .isZero();
    assertThatThrownBy(() -> office.office().ask(query, MODELER)).hasMessage("not-allowed");
  }

  // ---- the yearly run

  @Test
  void a_run_is_previewed_then_final_for_everybody() {
    int year = 2031;
    var ids = List.of(key + "-a", key + "-b");
    register(ids.get(0), "university", null, "2025-01-01");
    register(ids.get(1), "company", 60, "2031-07-01");
    assertThat(office.office().ask(new FindChargeable(2030), LEAD))
        .contains(ids.get(0))
        .doesNotContain(ids.get(1));
    assertThat(office.office().ask(new FindChargeable(year), LEAD)).containsAll(ids);

    preview(year, ids);
    assertThat(run(year).state()).isEqualTo("preview");
    assertThat(run(year).assessed()).isEqualTo(2);
    assertThat(run(year).totalCents()).isEqualTo(100_000 + 200_000);
    var rows = office.office().ask(new FindPreview(year, 0, 10), LEAD);
    assertThat(rows.rows())
        .extracting(row -> row.terms().appliedClass())
        .containsExactly(ContributionClass.SCIENCE, ContributionClass.MEDIUM);

    office.send(new MakeContributionRunFinal(runId(year)), LEAD);
    assertThat(run(year).state()).isEqualTo("final");
    assertThat(member(ids.get(1)).contributions().getFirst().amountCents()).isEqualTo(200_000);
    assertThat(office.office().ask(new FindChargeable(year), LEAD))
        .doesNotContainAnyElementsOf(ids);
    assertThatThrownBy(() -> preview(year, ids)).hasMessage("run-already-final");

    pay(ids.get(1) + "-" + year);
  }

  private void pay(String contributionId) {
    var due = LocalDate.of(2026, 8, 31);
    office.send(
        new InvoiceContribution(
            contributionId, "R-" + contributionId, LocalDate.of(2026, 8, 1), due),
        LEAD);
    var other = key + "-a-2031";
    assertThatThrownBy(
            () ->
                office.send(
                    new InvoiceContribution(
                        other, " r-" + contributionId, LocalDate.of(2026, 8, 1), due),
                    LEAD))
        .hasMessage("invoice-number-taken");
    var ahead = LocalDate.now(WorkingDays.OFFICE).plusDays(1);
    assertThatThrownBy(
            () -> office.send(new RecordContributionPayment(contributionId, 50_000, ahead), LEAD))
        .hasMessage("time-in-future");
    office.send(new RecordContributionPayment(contributionId, 50_000, due), LEAD);
    var contribution = member(key + "-b").contributions().getFirst();
    assertThat(contribution.status()).isEqualTo("partly-paid");
    assertThat(contribution.openCents()).isEqualTo(150_000);
    assertThatThrownBy(
            () -> office.send(new RecordContributionPayment(contributionId, 150_001, due), LEAD))
        .hasMessage("payment-above-owed");
    office.send(new RecordContributionPayment(contributionId, 150_000, due), LEAD);
    assertThat(member(key + "-b").row().openCents()).isZero();
  }

  /** Lists follow a moment later; what is reserved in the transaction of the command does not. */
  @Test
  void an_invoice_is_due_by_the_term_of_its_day() {
    var alliance = office.office();
    assertThat(alliance.ask(new FindDueDay(LocalDate.of(2026, 3, 5)), LEAD))
        .isEqualTo(LocalDate.of(2026, 4, 4));
    assertThat(alliance.ask(new FindDueDay(LocalDate.of(2009, 12, 31)), LEAD)).isNull();
  }

  @Test
  void of_two_invoices_at_the_same_moment_one_gets_the_number() throws Exception {
    int year = 2038;
    var due = LocalDate.of(year, 3, 31);
    var on = LocalDate.of(year, 3, 1);
    var ids = new ArrayList<String>();
    for (var each : List.of("p", "q")) {
      var member = key + "-" + each;
      register(member, "university", null, "2025-01-01");
      office.send(new AssessContribution(member, year, null), LEAD);
      office.send(new ChargeContribution(member, year, null), LEAD);
      ids.add(member + "-" + year);
      office.send(new InvoiceContribution(ids.getLast(), "R-" + ids.getLast(), on, due), LEAD);
    }
    try (var two = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 25; i++) {
        var number = key + " " + i;
        var together = new CyclicBarrier(2);
        var answers = new ArrayList<Future<String>>();
        for (var id : ids)
          answers.add(
              two.submit(
                  () -> {
                    together.await();
                    try {
                      office.send(
                          new CorrectInvoice(id, number, on, due, 100_000, "Nummer verlesen"),
                          LEAD);
                      return "given";
                    } catch (Rejected no) {
                      return no.code();
                    }
                  }));
        var said = List.of(answers.get(0).get(), answers.get(1).get());
        assertThat(said).as(number).containsExactlyInAnyOrder("given", "invoice-number-taken");
      }
    }
  }

  @Test
  void what_is_in_default_stays_so_until_it_is_settled_or_deferred() {
    int year = 2019;
    var due = LocalDate.of(year, 3, 31);
    var id = key + "-" + year;
    register("university", null, "2018-01-01");
    office.send(new AssessContribution(key, year, null), LEAD);
    office.send(new ChargeContribution(key, year, null), LEAD);
    office.send(new InvoiceContribution(id, "R-" + id, LocalDate.of(year, 3, 1), due), LEAD);
    office.send(new RemindContribution(id, due.plusDays(7)), LEAD);
    assertThat(contribution().status()).isEqualTo("reminded");
    office.send(new DeclareContributionDefault(id, due.plusDays(31)), LEAD);

    office.send(new RemindContribution(id, due.plusDays(40)), LEAD);
    assertThat(contribution().status()).isEqualTo("default");
    assertThat(contribution().reminders()).isEqualTo(2);
    office.send(new RecordContributionPayment(id, 40_000, due.plusDays(50)), LEAD);
    assertThat(contribution().status()).isEqualTo("default");
    assertThat(contribution().openCents()).isEqualTo(60_000);

    office.send(new DeferContribution(id, due.plusDays(90), "Liquidität"), LEAD);
    office.send(new RemindContribution(id, due.plusDays(91)), LEAD);
    assertThat(contribution().status()).isEqualTo("reminded");
    office.send(new DeclareContributionDefault(id, due.plusDays(121)), LEAD);
    office.send(new RecordContributionPayment(id, 60_000, due.plusDays(130)), LEAD);
    assertThat(contribution().status()).isEqualTo("paid");
    assertThat(contribution().openCents()).isZero();
  }

  private ContributionRow contribution() {
    return member().contributions().getFirst();
  }

  @Test
  void if_one_cannot_be_charged_nobody_is() {
    int year = 2032;
    var ids = List.of(key + "-a", key + "-b");
    for (var id : ids) register(id, "university", null, "2025-01-01");
    preview(year, ids);
    office.send(new LeaveAlliance(ids.get(1), LocalDate.of(2031, 12, 31), "Auflösung"), LEAD);
    assertThatThrownBy(() -> office.send(new MakeContributionRunFinal(runId(year)), LEAD))
        .hasMessage("left-before-year");
    assertThat(run(year).state()).isEqualTo("preview");
    assertThat(member(ids.get(0)).contributions()).isEmpty();
  }

  @Test
  void who_reports_new_figures_after_the_preview_is_not_charged_by_the_old_ones() {
    int year = 2033;
    register(key, "company", 20, "2025-01-01");
    preview(year, List.of(key));
    office.send(new ReportFigures(key, MemberKind.COMPANY, 900, 0L, null, null, null), MANAGER);
    assertThatThrownBy(() -> office.send(new MakeContributionRunFinal(runId(year)), LEAD))
        .hasMessage("contribution-not-assessed");
    preview(year, List.of(key));
    office.send(new MakeContributionRunFinal(runId(year)), LEAD);
    assertThat(member().contributions().getFirst().terms().appliedClass())
        .isEqualTo(ContributionClass.LARGE);
  }

  @Test
  void a_preview_is_cancelled_and_charges_nobody() {
    int year = 2034;
    register("ngo", null, "2025-01-01");
    preview(year, List.of(key));
    office.send(new CancelContributionRun(runId(year), "Sätze ändern sich"), LEAD);
    assertThat(run(year).state()).isEqualTo("cancelled");
    assertThat(run(year).reason()).isEqualTo("Sätze ändern sich");
    assertThatThrownBy(() -> office.send(new MakeContributionRunFinal(runId(year)), LEAD))
        .hasMessage("run-not-previewed");
    assertThat(member().contributions()).isEmpty();
  }

  @Test
  void only_who_runs_the_alliance_may_run_its_contributions() {
    assertThatThrownBy(
            () -> office.send(new PreviewContributionRun(runId(2035), 2035, List.of(key)), AUDITOR))
        .hasMessage("not-allowed");
  }

  @Test
  void a_run_of_many_members_is_previewed_in_portions_and_final_at_once() {
    int year = 2036;
    var ids = IntStream.range(0, 200).mapToObj(i -> key + "-" + i).toList();
    for (var id : ids) register(id, "company", 60, "2025-01-01");
    preview(year, ids);
    assertThat(run(year).assessed()).isEqualTo(200);
    office.send(new MakeContributionRunFinal(runId(year)), LEAD);
    assertThat(run(year).totalCents()).isEqualTo(200 * 400_000L);
    assertThat(member(ids.getLast()).contributions()).hasSize(1);
  }

  // ---- steps

  private void inquire(Map<String, Object> size) {
    var values = new HashMap<>(size);
    values.put("name", "Zeche " + key);
    values.put("topics", List.of("energy", "harbour"));
    values.put("inquiry", "Wir messen Luft und Lärm.");
    caseId = office.start("member-joining", key, values, MANAGER);
  }

  private void talk(String outcome, @Nullable String joinsOn, @Nullable Integer inKindCents) {
    var values =
        new HashMap<String, Object>(
            Map.of(
                "heldOn",
                "2026-01-12",
                "summary",
                "Sensoren für das Quartier",
                "outcome",
                outcome));
    if (joinsOn != null) values.put("joinsOn", joinsOn);
    if (inKindCents != null) values.put("inKindCents", inKindCents);
    complete("Task_HoldTalk", values, MANAGER);
  }

  private void offer() {
    complete("Task_PrepareOffer", Map.of("outcome", "send", "validUntil", "2026-02-28"), LEAD);
  }

  private void answer(String outcome) {
    complete("Task_RecordAnswer", Map.of("outcome", outcome, "acceptedOn", "2026-02-01"), MANAGER);
  }

  private void complete(String task, Map<String, Object> values, Actor actor) {
    office.complete(caseId, task, values, actor);
  }

  private void register(String kind, @Nullable Integer staff, String joinedOn) {
    register(key, kind, staff, joinedOn);
  }

  private void register(String id, String kind, @Nullable Integer staff, String joinedOn) {
    office.send(
        new RegisterMember(
            id,
            "Zeche " + id,
            MemberKind.valueOf(kind.toUpperCase(Locale.ROOT)),
            staff,
            staff == null ? null : 0L,
            null,
            null,
            null,
            null,
            LocalDate.parse(joinedOn)),
        MANAGER);
  }

  private void preview(int year, List<String> ids) {
    office.send(new PreviewContributionRun(runId(year), year, ids), LEAD);
    for (int i = 0; i < ids.size(); i += 100)
      office.send(
          new AssessContributions(runId(year), ids.subList(i, Math.min(i + 100, ids.size()))),
          LEAD);
  }

  private static String runId(int year) {
    return "contribution-run-" + year;
  }

  // ---- what one sees

  private MemberDetails member() {
    return member(key);
  }

  private MemberDetails member(String id) {
    return Objects.requireNonNull(office.office().ask(new FindMember(id), MANAGER));
  }

  private RunRow run(int year) {
    return Objects.requireNonNull(office.office().ask(new FindContributionRun(year), AUDITOR));
  }

  private CaseDetails details() {
    return office.find(caseId);
  }
}
