package org.foerderturm.ui.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouteParameters;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.foerderturm.TestOffice;
import org.foerderturm.alliance.AllianceQuery.FindKnownMembers;
import org.foerderturm.alliance.AllianceQuery.FindMember;
import org.foerderturm.alliance.AllianceQuery.FindMembers;
import org.foerderturm.alliance.AllianceQuery.FindMembersInFull;
import org.foerderturm.alliance.AllianceQuery.MemberDetails;
import org.foerderturm.alliance.AllianceQuery.MemberRow;
import org.foerderturm.alliance.ContributionCommand.CorrectContributionPayment;
import org.foerderturm.alliance.ContributionCommand.DeferContribution;
import org.foerderturm.alliance.ContributionCommand.InvoiceContribution;
import org.foerderturm.alliance.ContributionCommand.RecordContributionPayment;
import org.foerderturm.alliance.ContributionRunCommand.AssessContributions;
import org.foerderturm.alliance.ContributionRunCommand.PreviewContributionRun;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.alliance.MemberCommand.AgreeInKind;
import org.foerderturm.alliance.MemberCommand.AssessContribution;
import org.foerderturm.alliance.MemberCommand.ChargeContribution;
import org.foerderturm.alliance.MemberCommand.DescribeMember;
import org.foerderturm.alliance.MemberCommand.IdentifyMember;
import org.foerderturm.alliance.MemberCommand.LeaveAlliance;
import org.foerderturm.alliance.MemberCommand.RegisterMember;
import org.foerderturm.alliance.MemberCommand.ReportFigures;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.consortium.ConsortiumQuery.FindOrganisation;
import org.foerderturm.consortium.ConsortiumQuery.OrganisationRow;
import org.foerderturm.consortium.Topic;
import org.foerderturm.contact.ContactCommand.AddContact;
import org.foerderturm.contact.ContactCommand.CorrectContact;
import org.foerderturm.contact.ContactQuery.FindContacts;
import org.foerderturm.contact.TeamCommand;
import org.foerderturm.contact.TeamCommand.AppointExpert;
import org.foerderturm.enterprise.EnterpriseCommand.CancelDeMinimisAid;
import org.foerderturm.enterprise.EnterpriseCommand.EnterEnterprise;
import org.foerderturm.enterprise.EnterpriseCommand.RecordDeMinimisAid;
import org.foerderturm.enterprise.EnterpriseCommand.ReportYear;
import org.foerderturm.imports.TableFile;
import org.foerderturm.intake.MemberColumn;
import org.foerderturm.intake.MemberSheet;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.Files;
import org.foerderturm.ui.common.CurrentActor;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The screens of the alliance on the real engine, without a browser. A screen is taken away before
 * something changes: it would draw itself on a thread where nobody is signed in.
 */
class AllianceViewsIT extends BrowserlessTest {
  private static final Actor LEAD = Actor.of("gerda.geschaeft", Role.OFFICE_LEAD);
  private static final Actor AUDITOR = Actor.of("rita.revision", Role.AUDITOR);

  private static final LocalDate JOINED = LocalDate.of(2025, 1, 1);

  private final TestOffice office = engineAlone();
  private final String id = "m-" + UUID.randomUUID();
  private final String name = "Zeche " + id;

  /** Without the web, which other tests of this JVM start with all that belongs to it. */
  private static TestOffice engineAlone() {
    System.setProperty(
        "spring.autoconfigure.exclude",
        "com.vaadin.flow.spring.SpringBootAutoConfiguration,"
            + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration");
    try {
      return TestOffice.shared();
    } finally {
      System.clearProperty("spring.autoconfigure.exclude");
    }
  }

  @BeforeEach
  void member() {
    UI.getCurrent().setLocale(Locale.GERMAN);
    office.send(
        new RegisterMember(
            id,
            name,
            MemberKind.COMPANY,
            20,
            300_000_000L,
            null,
            null,
            null,
            List.of(),
            LocalDate.of(2025, 1, 1)),
        LEAD);
  }

  @Test
  void the_list_finds_a_member_by_its_name_kind_and_status() {
    var view =
        open(new AllianceView(desk(LEAD)), "alliance?q=" + id + "&kind=company&status=member");
    assertThat(rows(view)).hasSize(1);
    open(view, "alliance?q=" + id + "&kind=ngo");
    assertThat(rows(view)).isEmpty();
    open(view, "alliance?q=" + id + "&kind=nonsense&status=nonsense");
    assertThat(rows(view)).hasSize(1);
    assertThat(words(view)).contains("Mitglied eintragen", "Anfrage aufnehmen", "1 Organisation");
  }

  @Test
  void the_list_looks_back_on_a_day_and_says_so() {
    var view = open(new AllianceView(desk(LEAD)), "alliance?q=" + id + "&asOf=2024-12-31");
    assertThat(rows(view)).isEmpty();
    assertThat(words(view)).contains("Stand vom 31.12.2024", "Zurück zu heute", "0 Organisationen");
    open(view, "alliance?q=" + id + "&asOf=2025-01-01&status=member");
    assertThat(rows(view)).hasSize(1);
    for (var now : List.of("nonsense", "2999-01-01")) {
      open(view, "alliance?q=" + id + "&asOf=" + now);
      assertThat(rows(view)).hasSize(1);
      assertThat(words(view)).doesNotContain("Zurück zu heute");
    }
  }

  @Test
  @SuppressWarnings("unchecked") // found by its raw type
  void who_saves_a_page_opened_before_undoes_nobodys_change() {
    var desk = desk(LEAD);
    new MemberDialogs(desk, id, () -> {}).describe(found(desk));
    office.send(
        new DescribeMember(id, name + " AG", List.of(Topic.HARBOUR), List.of()),
        Actor.of("paula.projekt", Role.PROJECT_MANAGER));
    CheckboxGroup<Topic> topics = all(dialogs().getLast(), CheckboxGroup.class).getFirst();
    topics.setValue(Set.of(Topic.SECURITY));
    press("Speichern");
    assertThat(found(desk).row().name()).isEqualTo(name + " AG");
    assertThat(found(desk).topics()).containsExactlyInAnyOrder("harbour", "security");
    assertThat(dialogs()).isEmpty();
  }

  @Test
  @SuppressWarnings("unchecked") // found by its raw type
  void where_two_changed_the_same_both_values_are_shown_and_one_chooses() {
    var desk = desk(LEAD);
    new MemberDialogs(desk, id, () -> {}).describe(found(desk));
    office.send(
        new DescribeMember(id, name + " AG", List.of(), List.of()),
        Actor.of("paula.projekt", Role.PROJECT_MANAGER));
    all(dialogs().getLast(), TextField.class).getFirst().setValue(name + " SE");
    press("Speichern");
    assertThat(found(desk).row().name()).isEqualTo(name + " AG");
    var asked = dialogs().getLast();
    assertThat(words(asked)).contains("paula.projekt hat es am", "Wählen Sie, was gelten soll.");
    RadioButtonGroup<Boolean> choice = all(asked, RadioButtonGroup.class).getFirst();
    assertThat(choice.getLabel()).isEqualTo("Name");
    assertThat(choice.getItemLabelGenerator().apply(true))
        .isEqualTo("Ihre Angabe: " + name + " SE");
    assertThat(choice.getItemLabelGenerator().apply(false))
        .isEqualTo("Steht jetzt da: " + name + " AG");
    press("So festhalten");
    assertThat(choice.getErrorMessage()).isEqualTo("Wählen Sie, welche Angabe gelten soll.");
    choice.setValue(true);
    press("So festhalten");
    assertThat(found(desk).row().name()).isEqualTo(name + " SE");
    assertThat(dialogs()).isEmpty();
  }

  @Test
  void a_wrong_payment_is_set_right_and_both_are_shown() {
    charge(2026);
    var owed = id + "-2026";
    office.send(new InvoiceContribution(owed, "R-" + owed, JOINED, JOINED.plusDays(30)), LEAD);
    office.send(new RecordContributionPayment(owed, 10_000, JOINED.plusDays(3)), LEAD);
    office.send(
        new CorrectContributionPayment(owed, 1, 1_000, JOINED.plusDays(3), "Komma verrutscht"),
        LEAD);
    var view = open(new MemberView(desk(LEAD), files()), "alliance/" + id);
    assertThat(words(view).replace('\u00a0', ' '))
        .contains(
            "Eingegangen: 10,00 € am 04.01.2025",
            "100,00 €",
            "durch gerda.geschaeft, weil: Komma verrutscht",
            "Berichtigen")
        .contains("hat eine Zahlung berichtigt: 10,00 €");
  }

  @Test
  void two_who_correct_a_contact_keep_what_each_entered() {
    var contact = "c-" + UUID.randomUUID();
    office.send(new AddContact(contact, id, "Ada Beispiel", "", null, null, JOINED), LEAD);
    var view = open(new MemberView(desk(LEAD), files()), "alliance/" + id);
    button(view, "Berichtigen").click();
    UI.getCurrent().remove(view);
    office.send(
        new CorrectContact(contact, "Ada Beispiel", "", null, "+49 231 5551"),
        Actor.of("paula.projekt", Role.PROJECT_MANAGER));
    all(dialogs().getLast(), TextField.class).stream()
        .filter(field -> field.getLabel().equals("Funktion"))
        .findFirst()
        .orElseThrow()
        .setValue("Leitung");
    press("Speichern");
    var kept = desk(LEAD).ask(new FindContacts(id)).getFirst();
    assertThat(kept.function()).isEqualTo("Leitung");
    assertThat(kept.phone()).isEqualTo("+49 231 5551");
  }

  private MemberDetails found(Desk desk) {
    return Objects.requireNonNull(desk.ask(new FindMember(id)));
  }

  private static List<Dialog> dialogs() {
    UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
    return all(UI.getCurrent(), Dialog.class).stream().filter(Dialog::isOpened).toList();
  }

  /** A button below the dialog that was opened last. */
  private static void press(String words) {
    dialogs()
        .getLast()
        .getFooter()
        .getElement()
        .getChildren()
        .flatMap(element -> element.getComponent().stream())
        .filter(part -> part instanceof Button button && button.getText().equals(words))
        .map(Button.class::cast)
        .findFirst()
        .orElseThrow()
        .click();
  }

  @Test
  void a_reader_is_offered_nothing_to_change() {
    charge(2026);
    assertThat(words(open(new AllianceView(desk(AUDITOR)), "alliance")))
        .doesNotContain("Mitglied eintragen", "Anfrage aufnehmen");
    assertThat(words(open(new MemberView(desk(AUDITOR), files()), "alliance/" + id)))
        .contains("2026", "festgesetzt")
        .doesNotContain("Rechnung stellen", "Angaben ändern");
    assertThat(words(open(new ContributionRunView(desk(AUDITOR)), "contributions?year=2041")))
        .doesNotContain("Vorschau berechnen");
  }

  @Test
  void a_member_shows_how_its_contribution_came_about_and_what_happened() {
    office.send(new AgreeInKind(id, 2026, 50_000, "Räume für Werkstätten"), LEAD);
    charge(2026);
    var view = open(new MemberView(desk(LEAD), files()), "alliance/" + id);
    assertThat(words(view))
        .contains(name, "Klein", "1.000,00", "Sachleistung angerechnet: 500,00")
        .contains("Tabelle der Klassen, Fassung", "Räume für Werkstätten")
        .contains("hat " + name + " für 2026", "Rechnung stellen", "Erlassen");
    UI.getCurrent().removeAll();
    office.send(
        new InvoiceContribution(
            id + "-2026", "R-" + id, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 3)),
        LEAD);
    assertThat(words(open(new MemberView(desk(LEAD), files()), "alliance/" + id)))
        .contains(
            "in Rechnung", "03.03.2026", "Zahlung erfassen", "Verzug feststellen", "Erinnern");
    UI.getCurrent().removeAll();
    office.send(
        new DeferContribution(id + "-2026", LocalDate.now(WorkingDays.OFFICE), "Liquidität"), LEAD);
    assertThat(words(open(new MemberView(desk(LEAD), files()), "alliance/" + id)))
        .contains("gestundet", "Zahlung erfassen")
        .doesNotContain("Verzug feststellen", "Erinnern");
  }

  @Test
  void a_run_shows_its_preview_and_can_be_made_final_once_it_is_complete() {
    var run = "contribution-run-2042";
    office.send(new PreviewContributionRun(run, 2042, List.of(id)), LEAD);
    var view = open(new ContributionRunView(desk(LEAD)), "contributions?year=2042");
    assertThat(words(view)).contains("unvollständig").doesNotContain("Beiträge festsetzen");
    UI.getCurrent().removeAll();
    office.send(new AssessContributions(run, List.of(id)), LEAD);
    view = open(new ContributionRunView(desk(LEAD)), "contributions?year=2042");
    assertThat(rows(view)).hasSize(1);
    assertThat(words(view)).contains("Summe 1.500,00", "Vorschau verwerfen");
    assertThat(words(view)).contains("Beiträge festsetzen");
  }

  private void charge(int year) {
    office.send(new AssessContribution(id, year, null), LEAD);
    office.send(new ChargeContribution(id, year, null), LEAD);
  }

  @Test
  void a_list_is_looked_through_before_anything_is_entered() {
    var view = new ImportView(desk(LEAD), files());
    UI.getCurrent().add(view);
    view.take(
        "liste.csv",
        ("Firma;Typ;Beitritt\nNeu "
                + id
                + ";Verband;1.2.2020\n"
                + name
                + ";Verband;1.2.2020\n"
                + "Falsch;Zirkus;1.2.2020")
            .getBytes(StandardCharsets.UTF_8));
    assertThat(words(view))
        .contains("1 neues Mitglied", "1 schon im Register", "1 Zeile mit Fehler")
        .contains("1 Mitglied übernehmen", "Semikolon");
    assertThat(button(view, "1 Mitglied übernehmen").isEnabled()).isFalse();
    all(view, Checkbox.class).getFirst().setValue(true);
    assertThat(button(view, "1 Mitglied übernehmen").isEnabled()).isTrue();
  }

  /** A partner form is filled with all that the register of members says. */
  @Test
  void a_member_that_was_never_a_partner_is_known_by_name_country_and_kind() {
    var kind = office.office().ask(new FindOrganisation(name.toUpperCase(Locale.GERMAN)), LEAD);
    assertThat(kind).isNotNull();
    assertThat(kind.name()).isEqualTo(name);
    assertThat(kind.country()).isNull();
    office.send(new IdentifyMember(id, "HRB 4711 Dortmund"), LEAD);
    assertThat(office.office().ask(new FindOrganisation(name), LEAD))
        .isEqualTo(new OrganisationRow(name, "DE", kind.kind()));
  }

  @Test
  void columns_that_nobody_reads_are_named() {
    var view = new ImportView(desk(LEAD), files());
    UI.getCurrent().add(view);
    view.take(
        "fremd.csv",
        "Firma;Typ;Beitritt;Ansprechperson;;Leer\nNeu;Verband;1.2.2020;Frau Özdemir;x;\n"
            .getBytes(StandardCharsets.UTF_8));
    assertThat(words(view))
        .contains("Nicht gelesen: Spalten Ansprechperson, Spalte 5, Leer.")
        .contains("1 neues Mitglied");
    UI.getCurrent().setLocale(Locale.ENGLISH);
    view.take(
        "foreign.csv",
        "Firma;Typ;Beitritt;Contact\nNeu;Verband;1.2.2020;Ms\n".getBytes(StandardCharsets.UTF_8));
    assertThat(words(view)).contains("Not read: column Contact.");
    view.take(
        "all.csv", "Firma;Typ;Beitritt\nNeu;Verband;1.2.2020\n".getBytes(StandardCharsets.UTF_8));
    assertThat(words(view)).doesNotContain("Not read");
  }

  @Test
  void what_is_no_table_is_answered_with_what_to_do() {
    var view = new ImportView(desk(LEAD), files());
    UI.getCurrent().add(view);
    view.take("liste.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1});
    assertThat(words(view)).contains("Speichern Sie sie als .xlsx");
  }

  @Test
  void the_list_and_the_form_are_files_that_the_import_reads() {
    var page = new Page<MemberRow>(List.of(row()), 1);
    var day = LocalDate.of(2026, 1, 1);
    var list = TableFile.of("a.xlsx", MemberFiles.list((offset, limit) -> page, day));
    var table = list.read(list.found());
    assertThat(MemberColumn.proposed(table.headers()))
        .containsKeys(MemberColumn.NAME, MemberColumn.KIND, MemberColumn.JOINED_ON);
    assertThat(table.rows().getFirst().cell(0).text()).isEqualTo(name);
    assertThat(table.rows().getFirst().cell(2).day()).isEqualTo(LocalDate.of(2025, 1, 1));
    assertThat(MemberFiles.harmless("=1+1")).isEqualTo("'=1+1");
    assertThat(MemberFiles.template()).startsWith('P', 'K');
  }

  @Test
  void the_alliances_own_list_read_again_changes_nothing_in_either_language() {
    var gone = "gone-" + id;
    office.send(
        new RegisterMember(
            gone,
            "Älteste _x0041_ „Zeche“ & Co. " + gone,
            MemberKind.NGO,
            null,
            null,
            null,
            null,
            null,
            List.of(Topic.ENERGY, Topic.HARBOUR),
            LocalDate.of(2020, 1, 1)),
        LEAD);
    office.send(new LeaveAlliance(gone, LocalDate.of(2024, 12, 31), "Auflösung"), LEAD);
    office.send(new IdentifyMember(id, "HRB " + id), LEAD);
    for (var language : List.of(Locale.GERMAN, Locale.ENGLISH)) {
      UI.getCurrent().setLocale(language);
      var file =
          TableFile.of(
              "a.xlsx",
              MemberFiles.list(
                  (offset, limit) ->
                      office
                          .office()
                          .ask(new FindMembersInFull(null, null, null, offset, limit), LEAD)));
      var table = file.read(file.found());
      assertThat(MemberColumn.headings(table.first())).isEqualTo(1);
      var columns = MemberColumn.proposed(table.headers());
      assertThat(columns).containsOnlyKeys(MemberColumn.values());
      columns.forEach((column, at) -> assertThat(at).isEqualTo(column.ordinal()));
      var known = office.office().ask(new FindKnownMembers(), LEAD);
      var found = MemberSheet.of(table, columns, known, done -> true);
      assertThat(found).isNotNull();
      assertThat(found.fresh()).as(language + ": nobody new").isEmpty();
      assertThat(found.refused()).as(language + ": every label is read").isEmpty();
      assertThat(found.known()).hasSize(table.rows().size());
      // the same list in an empty office: everything that an import asks for is in it
      var elsewhere = MemberSheet.of(table, columns, List.of(), done -> true);
      assertThat(elsewhere).isNotNull();
      var taken =
          elsewhere.fresh().stream().filter(m -> m.name().endsWith(gone)).findFirst().orElseThrow();
      assertThat(taken.name()).isEqualTo("Älteste _x0041_ „Zeche“ & Co. " + gone);
      assertThat(taken.topics()).containsExactlyInAnyOrder(Topic.ENERGY, Topic.HARBOUR);
      assertThat(elsewhere.fresh()).anyMatch(m -> ("HRB " + id).equals(m.registerId()));
    }
  }

  @Test
  void every_word_of_the_template_is_read_in_both_languages() {
    for (var language : List.of(Locale.GERMAN, Locale.ENGLISH)) {
      UI.getCurrent().setLocale(language);
      var headings = new ArrayList<String>();
      for (var column : MemberColumn.values()) headings.add(MemberFiles.heading(column));
      assertThat(MemberColumn.proposed(headings)).hasSize(headings.size());
      var rows = new StringBuilder(String.join(";", "Name", "Art", "Beitritt", "Themen", "Teams"));
      for (var kind : MemberKind.values())
        rows.append("\nA ")
            .append(kind)
            .append(';')
            .append(Words.code("organisation", kind.code()))
            .append(";1.1.2020;")
            .append(MemberFiles.topics().replace(";", ","))
            .append(';')
            .append(MemberFiles.teams().replace(";", ","));
      var file = TableFile.of("a.csv", rows.toString().getBytes(StandardCharsets.UTF_8));
      var table = file.read(file.found());
      var found =
          MemberSheet.of(table, MemberColumn.proposed(table.headers()), List.of(), done -> true);
      assertThat(found).isNotNull();
      assertThat(found.refused())
          .as(language.toString())
          .extracting(MemberSheet.RefusedRow::code)
          .containsOnly("figures-missing");
      assertThat(found.fresh())
          .hasSize(MemberKind.values().length - 1)
          .allSatisfy(
              member -> {
                assertThat(member.topics()).hasSize(Topic.values().length);
                assertThat(member.expertTeams()).hasSize(ExpertTeam.values().length);
              });
    }
  }

  @Test
  void people_of_a_member_sit_in_expert_teams_for_a_term() {
    var who = "c-" + id;
    office.send(
        new AddContact(who, id, "Ada Test " + id, "Leitung", "ada@example.org", null, JOINED),
        LEAD);
    office.send(
        new AppointExpert(
            TeamCommand.idOf(ExpertTeam.URBAN_INFRASTRUCTURE),
            ExpertTeam.URBAN_INFRASTRUCTURE,
            who,
            id,
            JOINED,
            null,
            false),
        LEAD);
    assertThat(words(open(new MemberView(desk(LEAD), files()), "alliance/" + id)))
        .contains("Ada Test " + id, "Leitung", "ada@example.org", "seit 01.01.2025", "Berichtigen");
    var teams = new ExpertTeamsView(desk(AUDITOR));
    UI.getCurrent().add(teams);
    assertThat(words(teams)).contains("Ada Test " + id, name, "im Team");
  }

  @Test
  void an_enterprise_shows_how_its_status_came_about_and_what_aid_is_left() {
    assertThat(words(open(new MemberView(desk(LEAD), files()), "alliance/" + id)))
        .contains("Unternehmen aufnehmen");
    UI.getCurrent().removeAll();
    office.send(new EnterEnterprise(id, name, BigDecimal.ZERO), LEAD);
    office.send(new ReportYear(id, 2023, 48, 100, 100), LEAD);
    office.send(new ReportYear(id, 2024, 60, 100, 100), LEAD);
    office.send(
        new RecordDeMinimisAid(
            id + "-1", id, 100_000_00, LocalDate.of(2024, 3, 1), "Land NRW", "Bescheid 7"),
        LEAD);
    office.send(
        new RecordDeMinimisAid(
            id + "-2", id, 50_000_00, LocalDate.of(2024, 4, 1), "Stadt", "Bescheid 8"),
        LEAD);
    office.send(new CancelDeMinimisAid(id + "-2", "doppelt erfasst"), LEAD);
    var view = open(new EnterpriseView(desk(LEAD)), "enterprises/" + id + "?day=2025-06-01");
    assertThat(words(view))
        .contains("KMU-Status: klein", "bleibt klein, weil erst ein Jahr anders liegt (mittel)")
        .contains("Tabelle „Größe eines Unternehmens“, Fassung", "Empfehlung 2003/361/EG")
        .contains("De-minimis noch frei: 200.000,00", "01.03.2027", "storniert: doppelt erfasst")
        .contains("Anteil erfassen", "Stornieren");
    open(view, "enterprises/" + id + "?day=2027-03-01");
    assertThat(words(view)).contains("De-minimis noch frei: 300.000,00", "nicht ableitbar");
    UI.getCurrent().removeAll();
    assertThat(words(open(new EnterpriseView(desk(AUDITOR)), "enterprises/" + id)))
        .contains(name)
        .doesNotContain("Anteil erfassen", "Stornieren");
    assertThat(rows(open(new EnterprisesView(desk(AUDITOR)), "enterprises?q=" + id))).hasSize(1);
    assertThat(words(open(new MemberView(desk(LEAD), files()), "alliance/" + id)))
        .contains("Zahlen, Anteile und Beihilfen ansehen");
  }

  @Test
  void figures_that_the_register_says_otherwise_are_seen_and_can_be_taken_over() {
    office.send(new EnterEnterprise(id, name, BigDecimal.ZERO), LEAD);
    office.send(new ReportYear(id, 2024, 60, 1_000_00, 100), LEAD);
    assertThat(words(open(new MemberView(desk(AUDITOR), files()), "alliance/" + id)))
        .contains("60 Jahresarbeitseinheiten", "weicht von den Angaben zum Mitglied ab")
        .doesNotContain("Zahlen übernehmen");
    UI.getCurrent().removeAll();
    assertThat(words(open(new MemberView(desk(LEAD), files()), "alliance/" + id)))
        .contains("Zahlen übernehmen");
    UI.getCurrent().removeAll();
    office.send(new ReportFigures(id, MemberKind.COMPANY, 60, 1_000_00L, null, null, null), LEAD);
    assertThat(words(open(new MemberView(desk(LEAD), files()), "alliance/" + id)))
        .contains("wie beim Mitglied gemeldet")
        .doesNotContain("weicht von den Angaben", "Zahlen übernehmen");
  }

  private MemberRow row() {
    return office.office().ask(new FindMembers(id, null, null, 0, 1), LEAD).rows().getFirst();
  }

  private Files files() {
    return office.bean(Files.class);
  }

  private static Button button(Component view, String words) {
    return all(view, Button.class).stream()
        .filter(button -> button.getText().equals(words))
        .findFirst()
        .orElseThrow();
  }

  /** The real desk, with this person signed in. */
  private Desk desk(Actor actor) {
    var roles =
        actor.roles().stream()
            .map(role -> CurrentActor.PREFIX + role.name())
            .toArray(String[]::new);
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(actor.userId(), "", roles));
    return new Desk(office.office(), new CurrentActor());
  }

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  private static <V extends Component & BeforeEnterObserver> V open(V view, String address) {
    var ui = UI.getCurrent();
    if (!view.isAttached()) ui.add(view);
    var navigation =
        new NavigationEvent(
            ui.getInternals().getRouter(),
            new Location(address),
            ui,
            NavigationTrigger.PROGRAMMATIC);
    var of = address.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    view.beforeEnter(
        new BeforeEnterEvent(
            navigation,
            view.getClass(),
            new RouteParameters(Map.of("memberId", of, "enterpriseId", of)),
            List.of()));
    return view;
  }

  private static List<?> rows(Component view) {
    var grid = all(view, Grid.class).getFirst();
    return grid.getLazyDataView().getItems().toList();
  }

  private static String words(Component component) {
    return component.getElement().getTextRecursively()
        + all(component, Button.class).stream().map(Button::getText).toList();
  }

  private static <C extends Component> List<C> all(Component root, Class<C> type) {
    var found = new ArrayList<C>();
    if (type.isInstance(root)) found.add(type.cast(root));
    root.getChildren().forEach(child -> found.addAll(all(child, type)));
    return found;
  }
}
