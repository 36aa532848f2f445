package org.foerderturm.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.foerderturm.TestOffice;
import org.foerderturm.alliance.MemberCommand.RegisterMember;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.consortium.ConsortiumCommand.InvitePartner;
import org.foerderturm.consortium.ConsortiumCommand.ProposeConsortium;
import org.foerderturm.consortium.CountryStatus;
import org.foerderturm.consortium.OrganisationKind;
import org.foerderturm.consortium.PartnerRole;
import org.foerderturm.consortium.Programme;
import org.foerderturm.consortium.Topic;
import org.foerderturm.contact.ContactCommand.AddContact;
import org.foerderturm.enterprise.EnterpriseCommand.EnterEnterprise;
import org.foerderturm.funding.Arrival;
import org.foerderturm.funding.FundingCommand.OpenApplication;
import org.foerderturm.funding.Regime;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Role;
import org.foerderturm.project.ProjectCommand.StartProject;
import org.foerderturm.search.SearchQuery.FindAnything;
import org.foerderturm.search.SearchQuery.Found;
import org.foerderturm.search.SearchQuery.Hit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One search over everything, on the real engine. */
class SearchAnswersIT {
  private static final Actor LEAD = Actor.of("leni", Role.OFFICE_LEAD);

  /** Makes the names of this test its own in a database that others fill too. */
  private static final String MARK = "q" + UUID.randomUUID().toString().substring(0, 8);

  private static TestOffice office;

  @BeforeAll
  static void fill() {
    office = TestOffice.shared();
    office.send(
        new RegisterMember(
            "m" + MARK,
            "Gdańsk Hafen " + MARK,
            MemberKind.COMPANY,
            20,
            300_000_000L,
            null,
            null,
            null,
            List.of(),
            LocalDate.of(2025, 1, 1)),
        LEAD);
    office.send(
        new AddContact(
            "p" + MARK,
            "m" + MARK,
            "Zoë Łukasik " + MARK,
            "Leitung",
            null,
            null,
            LocalDate.of(2025, 1, 1)),
        LEAD);
    office.send(
        new EnterEnterprise("e" + MARK, "Fördergerüst Elektronik " + MARK, BigDecimal.ZERO), LEAD);
    office.send(
        new ProposeConsortium(
            "c" + MARK,
            "Wärmenetz " + MARK,
            Topic.values()[0],
            Programme.values()[0],
            null,
            null,
            1_000_000L,
            "Stadt Dortmund",
            "DE",
            CountryStatus.MEMBER_STATE,
            OrganisationKind.MUNICIPALITY,
            "Eine Idee"),
        LEAD);
    office.send(
        new InvitePartner(
            "c" + MARK,
            "Città di Gdynia " + MARK,
            "PL",
            CountryStatus.MEMBER_STATE,
            PartnerRole.BENEFICIARY,
            OrganisationKind.MUNICIPALITY,
            null),
        LEAD);
    office.send(
        new OpenApplication(
            "a" + MARK,
            "Lichtmast " + MARK,
            null,
            Programme.values()[0],
            Regime.values()[0],
            "Aufruf",
            "Land",
            LocalDateTime.of(2030, 1, 1, 12, 0),
            Arrival.values()[0],
            List.of()),
        LEAD);
  }

  /** By the partners of its consortium and of its application. */
  @Test
  void a_project_is_found_by_its_partner_and_says_which() {
    office.send(
        new StartProject(
            "j" + MARK,
            "a" + MARK,
            "c" + MARK,
            "Straßenlampen " + MARK,
            "Land",
            null,
            1_000_000L,
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2028, 1, 1)),
        LEAD);
    assertThat(hits("gdynia citta " + MARK))
        .filteredOn(hit -> hit.kind().equals("project"))
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.about()).startsWith("Città di Gdynia");
              assertThat(hit.page()).isEqualTo("projects/j" + MARK);
            });
    assertThat(hits("strassenlampen gdynia")).extracting(Hit::kind).containsExactly("project");
    assertThat(hits("straßenlampen gdynia")).extracting(Hit::kind).containsExactly("project");
    assertThat(hits("strassenlampen nirgends")).isEmpty();
    assertThat(hits("foerdergeruest " + MARK)).extracting(Hit::kind).contains("organisation");
    assertThat(hits("waermene " + MARK)).extracting(Hit::kind).contains("consortium");
  }

  private static List<Found> found(String words, Actor asker) {
    return office.office().ask(new FindAnything(words, 5), asker);
  }

  private static Set<String> kinds(String words, Role... roles) {
    return found(words, Actor.of("somebody", roles)).stream()
        .map(Found::kind)
        .collect(Collectors.toSet());
  }

  private static List<Hit> hits(String words) {
    return found(words, LEAD).stream().flatMap(each -> each.hits().stream()).toList();
  }

  @Test
  void words_are_found_in_any_order_within_words_and_without_accents() {
    for (var words :
        List.of(
            "gdansk " + MARK, MARK + " GDAŃSK", "hafen\u00a0dansk\u2003" + MARK, "afen " + MARK))
      assertThat(hits(words)).as(words).extracting(Hit::page).containsExactly("alliance/m" + MARK);
    assertThat(hits("zoe lukasik " + MARK))
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.kind()).isEqualTo("person");
              assertThat(hit.about()).startsWith("Gdańsk Hafen");
              assertThat(hit.page()).isEqualTo("alliance/m" + MARK);
            });
    assertThat(hits("fordergerust " + MARK)).extracting(Hit::kind).containsExactly("organisation");
    assertThat(hits("gdansk nirgends " + MARK)).isEmpty();
    assertThat(hits("  ")).isEmpty();
    assertThat(hits("100%_ " + MARK)).as("no wildcards").isEmpty();
  }

  @Test
  void a_consortium_is_found_by_its_partner_and_says_which() {
    assertThat(hits("citta gdynia " + MARK))
        .filteredOn(hit -> hit.kind().equals("consortium"))
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.title()).startsWith("Wärmenetz");
              assertThat(hit.about()).startsWith("Città di Gdynia");
              assertThat(hit.page()).isEqualTo("consortia/c" + MARK);
            });
    assertThat(hits("warmenetz gdynia")).as("words of both").hasSize(1);
    assertThat(hits("wärmenetz " + MARK)).singleElement().extracting(Hit::about).isNull();
  }

  @Test
  void nobody_finds_what_he_may_not_read() {
    assertThat(kinds(MARK, Role.OFFICE_LEAD))
        .containsExactlyInAnyOrder("member", "person", "organisation", "consortium", "application");
    assertThat(kinds(MARK, Role.COMMITTEE_MEMBER))
        .containsExactlyInAnyOrder("member", "consortium", "application");
    for (var role :
        List.of(Role.EXPERT_TEAM, Role.SCIENTIFIC_ADVISOR, Role.MODELER, Role.ADMINISTRATOR))
      assertThat(kinds(MARK, role)).as(role.name()).containsExactly("consortium");
    assertThat(kinds(MARK)).containsExactly("consortium");
  }

  @Test
  void what_was_decided_behind_closed_doors_is_found_by_insiders_only() {
    var db = office.db();
    var mark =
        "r" + UUID.randomUUID().toString().substring(0, 8); // the other tests look for theirs
    for (boolean closed : new boolean[] {true, false})
      db.sql(
              """
              insert into view_resolution (body_id, year, sequence, number, subject_id, title, text, result, closed,
                decided_at, position, words)
              values (?, 2030, ?, ?, 's', 'Grundstück ' || ?, 'Text', 'adopted', ?, now(), 1, to_tsvector(''))""")
          .params("b" + mark, closed ? 1 : 2, "2030/" + (closed ? 1 : 2), mark, closed)
          .update();
    assertThat(count("grundstuck " + mark, Role.OFFICE_LEAD)).isEqualTo(2);
    assertThat(count("grundstuck " + mark, Role.COMMITTEE_MEMBER)).as("no seat").isEqualTo(1);
    assertThat(count("grundstuck " + mark, Role.EXPERT_TEAM)).isEqualTo(1);
  }

  private static long count(String words, Role role) {
    return found(words, Actor.of("somebody", role)).stream().mapToLong(Found::total).sum();
  }
}
