package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foerderturm.alliance.ContributionCommand.DeclareContributionDefault;
import org.foerderturm.alliance.ContributionCommand.DeferContribution;
import org.foerderturm.alliance.ContributionCommand.InvoiceContribution;
import org.foerderturm.alliance.ContributionCommand.RecordContributionPayment;
import org.foerderturm.alliance.ContributionCommand.RemindContribution;
import org.foerderturm.alliance.ContributionCommand.WaiveContribution;
import org.foerderturm.alliance.ContributionCommand.WriteOffContribution;
import org.foerderturm.alliance.ContributionRunCommand;
import org.foerderturm.alliance.ContributionRunCommand.AssessContributions;
import org.foerderturm.alliance.ContributionRunCommand.MakeContributionRunFinal;
import org.foerderturm.alliance.ContributionRunCommand.PreviewContributionRun;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.alliance.Figures;
import org.foerderturm.alliance.MemberCommand.AgreeInKind;
import org.foerderturm.alliance.MemberCommand.AssessContribution;
import org.foerderturm.alliance.MemberCommand.ChargeContribution;
import org.foerderturm.alliance.MemberCommand.DescribeMember;
import org.foerderturm.alliance.MemberCommand.GrantException;
import org.foerderturm.alliance.MemberCommand.LeaveAlliance;
import org.foerderturm.alliance.MemberCommand.RegisterMember;
import org.foerderturm.alliance.MemberCommand.ReportFigures;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.consortium.Topic;

/**
 * Members with the contributions of three years, and two organisations on their way into the
 * alliance. Of the four real initiators nothing is told but that they are members: the demo assumes
 * that they pay nothing, and says so.
 */
final class DemoAlliance {
  private static final long EURO = 100;
  private static final LocalDate FOUNDING = LocalDate.of(2016, 12, 9);

  private final Desk desk;
  private final Calendar calendar;
  private final int first;
  private final int second;
  private final int last;
  private int invoices;

  DemoAlliance(Desk desk, Calendar calendar) {
    this.desk = desk;
    this.calendar = calendar;
    last = calendar.lastYear();
    second = last - 1;
    first = last - 2;
  }

  /** The stories that were not told yet. */
  List<Story> stories() {
    var stories = new ArrayList<Story>();
    if (!desk.knowsMember("stadt-dortmund")) members(stories);
    if (!desk.knows("grubenfunk")) stories.add(offerToPrepare());
    if (!desk.knows("quartierswaerme")) stories.add(answerAwaited());
    return stories;
  }

  private void members(List<Story> stories) {
    stories.addAll(initiators());
    stories.addAll(
        List.of(
            smallCompany(),
            growingCompany(),
            group(),
            largeCompany(),
            startUp(),
            university(),
            institute(),
            association(),
            club(),
            companyThatLeft()));
    var members =
        new ArrayList<>(
            List.of(
                "stadt-dortmund",
                "ihk-dortmund",
                "cisco",
                "leitstelle-energiewende",
                "lastenrad-hafen",
                "foerdergeruest-elektronik",
                "emscherblick-wohnen",
                "ruhrbogen-energie",
                "hochschule-phoenixsee",
                "institut-quartiersdaten",
                "handwerk-digital",
                "offene-strassen",
                "ladeinsel-nord"));
    stories.add(run(first, members));
    stories.add(run(second, members));
    members.remove("ladeinsel-nord");
    members.add("kohlenlicht");
    stories.add(run(last, members));
  }

  private Story run(int year, List<String> members) {
    var id = ContributionRunCommand.idOf(year);
    var all = List.copyOf(members);
    return new Story(id, desk, calendar)
        .on(LocalDate.of(year, 1, 20), 10)
        .does(PROJECT, new PreviewContributionRun(id, year, all))
        .does(PROJECT, new AssessContributions(id, all))
        .does(LEAD, new MakeContributionRunFinal(id));
  }

  // ---- members

  private List<Story> initiators() {
    return List.of(
        register(
            "stadt-dortmund",
            "Stadt Dortmund",
            MemberKind.MUNICIPALITY,
            unknown(),
            FOUNDING,
            Topic.values()),
        free(
            register(
                "ihk-dortmund",
                "IHK zu Dortmund",
                MemberKind.CHAMBER,
                unknown(),
                FOUNDING,
                Topic.MOBILITY_LOGISTICS,
                Topic.IT_CITIZEN_SERVICES)),
        free(
            register(
                "cisco",
                "Cisco",
                MemberKind.COMPANY,
                company(86_000, 50_000_000_000L), // the order of magnitude
                FOUNDING,
                Topic.IT_CITIZEN_SERVICES,
                Topic.SECURITY)),
        free(
            register(
                "leitstelle-energiewende",
                "Leitstelle Energiewende Dortmund",
                MemberKind.ASSOCIATION,
                unknown(),
                FOUNDING,
                Topic.ENERGY)));
  }

  private Story free(Story story) {
    for (int year = first; year <= last; year++)
      story
          .on(LocalDate.of(year, 1, 14), 11)
          .does(
              LEAD,
              new GrantException(
                  story.key(), year, 0, "Initiator der Allianz, beitragsfrei (Annahme der Demo)"));
    return story;
  }

  private Story smallCompany() {
    var name = "Lastenrad Hafen eG (erfunden)";
    var story =
        register(
            "lastenrad-hafen",
            name,
            MemberKind.COMPANY,
            company(24, 3_100_000),
            LocalDate.of(2019, 5, 6),
            Topic.MOBILITY_LOGISTICS,
            Topic.HARBOUR);
    story.does(
        PROJECT,
        new DescribeMember(
            story.key(),
            name,
            List.of(Topic.MOBILITY_LOGISTICS, Topic.HARBOUR),
            List.of(ExpertTeam.MOBILITY_LOGISTICS)));
    return paid(paid(paid(story, first, 1_500), second, 1_500), last, 1_500);
  }

  /** At most one class up a year; of this year's contribution half is paid. */
  private Story growingCompany() {
    var story =
        register(
            "foerdergeruest-elektronik",
            "Fördergerüst Elektronik GmbH (erfunden)",
            MemberKind.COMPANY,
            company(48, 8_200_000),
            LocalDate.of(2018, 3, 1),
            Topic.ENERGY,
            Topic.IT_CITIZEN_SERVICES);
    paid(story, first, 1_500)
        .on(LocalDate.of(second, 1, 13), 14)
        .does(
            PROJECT,
            new ReportFigures(
                story.key(), MemberKind.COMPANY, 260, 31_000_000 * EURO, null, null, null));
    paid(story, second, 4_000);
    return pays(invoiced(story, last), last, 5_000, LocalDate.of(last, 3, 2));
  }

  /** The figures of the group count; this year's contribution is deferred. */
  private Story group() {
    var story =
        register(
            "emscherblick-wohnen",
            "Emscherblick Wohnen AG (erfunden)",
            MemberKind.COMPANY,
            new Figures(180, 45_000_000 * EURO, 900, 210_000_000 * EURO, null),
            LocalDate.of(2017, 9, 1),
            Topic.ENERGY,
            Topic.PEOPLE_DEMOGRAPHY);
    paid(paid(story, first, 10_000), second, 10_000)
        .on(LocalDate.of(last, 1, 14), 15)
        .does(
            PROJECT,
            new AgreeInKind(
                story.key(), last, 3_000 * EURO, "Musterwohnung für die Technologieschau"));
    return invoiced(story, last)
        .on(LocalDate.of(last, 2, 18), 10)
        .does(
            LEAD,
            new DeferContribution(
                contribution(story, last),
                calendar.ahead(38),
                "Umstellung der Buchhaltung; Zahlung danach zugesagt"));
  }

  private Story largeCompany() {
    var story =
        register(
            "ruhrbogen-energie",
            "Ruhrbogen Energie SE (erfunden)",
            MemberKind.COMPANY,
            company(4_300, 1_900_000_000),
            LocalDate.of(2017, 3, 2),
            Topic.ENERGY,
            Topic.MOBILITY_LOGISTICS,
            Topic.HARBOUR);
    return paid(paid(paid(story, first, 20_000), second, 20_000), last, 20_000);
  }

  /** Came in spring, when the run was over: charged by itself, half of nine twelfths. */
  private Story startUp() {
    var joined = LocalDate.of(second, 4, 1);
    var story = new Story("kohlenlicht", desk, calendar).on(joined, 9);
    story.does(
        PROJECT,
        new RegisterMember(
            story.key(),
            "Kohlenlicht Software GmbH (erfunden)",
            MemberKind.COMPANY,
            6,
            400_000 * EURO,
            null,
            null,
            LocalDate.of(second - 3, 6, 15),
            List.of(Topic.IT_CITIZEN_SERVICES),
            joined));
    story
        .does(PROJECT, new AssessContribution(story.key(), second, null))
        .does(PROJECT, new ChargeContribution(story.key(), second, null));
    invoiced(story, second, LocalDate.of(second, 4, 8))
        .on(LocalDate.of(second, 4, 29), 15)
        .does(
            PROJECT,
            new RecordContributionPayment(contribution(story, second), 18_750, story.day()));
    return paid(story, last, 250);
  }

  private Story university() {
    var name = "Hochschule am Phoenixsee (erfunden)";
    var story =
        register(
            "hochschule-phoenixsee",
            name,
            MemberKind.UNIVERSITY,
            unknown(),
            LocalDate.of(2017, 3, 2),
            Topic.PEOPLE_DEMOGRAPHY,
            Topic.IT_CITIZEN_SERVICES);
    story.does(
        PROJECT,
        new DescribeMember(
            story.key(),
            name,
            List.of(Topic.PEOPLE_DEMOGRAPHY, Topic.IT_CITIZEN_SERVICES),
            List.of(ExpertTeam.DEMOGRAPHIC_CHANGE, ExpertTeam.IT_CITIZEN_SERVICES)));
    paid(paid(story, first, 1_000), second, 1_000)
        .on(LocalDate.of(last, 1, 14), 9)
        .does(
            PROJECT,
            new AgreeInKind(story.key(), last, 800 * EURO, "Auswertung der Bürgerbefragung"));
    return paid(story, last, 500);
  }

  private Story institute() {
    var story =
        register(
            "institut-quartiersdaten",
            "Institut für Quartiersdaten (erfunden)",
            MemberKind.RESEARCH,
            unknown(),
            LocalDate.of(2020, 1, 15),
            Topic.IT_CITIZEN_SERVICES);
    return reminded(
        invoiced(paid(paid(story, first, 1_000), second, 1_000), last),
        last,
        LocalDate.of(last, 3, 10));
  }

  private Story association() {
    var story =
        register(
            "handwerk-digital",
            "Verband Handwerk Digital (erfunden)",
            MemberKind.ASSOCIATION,
            unknown(),
            LocalDate.of(2018, 11, 5),
            Topic.PEOPLE_DEMOGRAPHY);
    paid(story, first, 750);
    pays(
        reminded(invoiced(story, second), second, LocalDate.of(second, 3, 10)),
        second,
        750,
        LocalDate.of(second, 3, 24));
    reminded(invoiced(story, last), last, LocalDate.of(last, 3, 10));
    return inDefault(reminded(story, last, LocalDate.of(last, 4, 14)), last);
  }

  private Story club() {
    var story =
        register(
            "offene-strassen",
            "Verein Offene Straßen (erfunden)",
            MemberKind.NGO,
            unknown(),
            LocalDate.of(2021, 6, 1),
            Topic.MOBILITY_LOGISTICS);
    invoiced(paid(story, first, 250), second)
        .on(LocalDate.of(second, 2, 20), 13)
        .does(
            LEAD,
            new WaiveContribution(
                contribution(story, second), "Wasserschaden im Vereinsheim; einmalig erlassen"));
    return paid(story, last, 250);
  }

  private Story companyThatLeft() {
    var story =
        register(
            "ladeinsel-nord",
            "Ladeinsel Nord GmbH (erfunden)",
            MemberKind.COMPANY,
            company(12, 1_400_000),
            LocalDate.of(2022, 2, 1),
            Topic.ENERGY);
    inDefault(
        reminded(invoiced(paid(story, first, 1_500), second), second, LocalDate.of(second, 3, 10)),
        second);
    return story
        .on(LocalDate.of(second, 7, 31), 10)
        .does(
            LEAD,
            new LeaveAlliance(story.key(), LocalDate.of(second, 7, 31), "Geschäft aufgegeben"))
        .on(LocalDate.of(second, 11, 18), 14)
        .does(
            LEAD,
            new WriteOffContribution(
                contribution(story, second), "Nach der Abwicklung nichts mehr zu erwarten"));
  }

  // ---- on their way

  private Story offerToPrepare() {
    return inquiry(
            "grubenfunk",
            11,
            "Grubenfunk Systeme GmbH (erfunden)",
            64,
            11_500_000,
            "Wir möchten Funknetze für Sensoren im Hafen erproben und suchen Partner.")
        .daysAgo(5, 14)
        .task(
            PROJECT,
            "Task_HoldTalk",
            talk(5, "Will im Hafen mitarbeiten und im ersten Jahr Funkstationen stellen.", 1_200));
  }

  private Story answerAwaited() {
    return inquiry(
            "quartierswaerme",
            26,
            "Quartierswärme Süd eG (erfunden)",
            18,
            2_600_000,
            "Wir versorgen drei Siedlungen mit Wärme und wollen von den Energieprojekten lernen.")
        .daysAgo(20, 10)
        .task(
            PROJECT,
            "Task_HoldTalk",
            talk(
                20,
                "Interesse am Expertenteam Energie; der Vorstand entscheidet in seiner nächsten Sitzung.",
                0))
        .daysAgo(15, 9)
        .task(
            LEAD,
            "Task_PrepareOffer",
            Map.of("outcome", "send", "validUntil", calendar.ahead(21).toString()));
  }

  private Story inquiry(
      String key, int daysAgo, String name, int staff, long turnover, String inquiry) {
    return new Story(key, desk, calendar)
        .daysAgo(daysAgo, 11)
        .start(
            "member-joining",
            PROJECT,
            Map.of(
                "name",
                name,
                "kind",
                "company",
                "topics",
                List.of("energy", "harbour"),
                "inquiry",
                inquiry,
                "staff",
                staff,
                "turnoverCents",
                turnover * EURO));
  }

  private Map<String, Object> talk(int daysAgo, String summary, long inKind) {
    return Map.of(
        "outcome",
        "offer",
        "heldOn",
        Calendar.day(calendar.daysAgo(daysAgo, 9, 0)).toString(),
        "summary",
        summary,
        "joinsOn",
        calendar.today().plusMonths(2).withDayOfMonth(1).toString(),
        "inKindCents",
        inKind * EURO);
  }

  // ---- what the members have in common

  private Story register(
      String id,
      String name,
      MemberKind kind,
      Figures figures,
      LocalDate joinedOn,
      Topic... topics) {
    return new Story(id, desk, calendar)
        .on(LocalDate.of(first, 1, 12), 9)
        .does(
            PROJECT,
            new RegisterMember(
                id,
                name,
                kind,
                figures.staff(),
                figures.turnoverCents(),
                figures.groupStaff(),
                figures.groupTurnoverCents(),
                figures.foundedOn(),
                List.of(topics),
                joinedOn));
  }

  private static Figures company(int staff, long turnover) {
    return new Figures(staff, turnover * EURO, null, null, null);
  }

  private static Figures unknown() {
    return new Figures(null, null, null, null, null);
  }

  private Story paid(Story story, int year, long euros) {
    return pays(invoiced(story, year), year, euros, LocalDate.of(year, 2, 12));
  }

  private Story invoiced(Story story, int year) {
    return invoiced(story, year, LocalDate.of(year, 1, 27));
  }

  private Story invoiced(Story story, int year, LocalDate day) {
    story.on(day, 8);
    return story.does(
        PROJECT,
        new InvoiceContribution(
            contribution(story, year),
            "DEMO-%d-%03d".formatted(year, ++invoices),
            story.day(),
            story.day().plusDays(30)));
  }

  private static Story pays(Story story, int year, long euros, LocalDate day) {
    story.on(day, 15);
    return story.does(
        PROJECT,
        new RecordContributionPayment(contribution(story, year), euros * EURO, story.day()));
  }

  private static Story reminded(Story story, int year, LocalDate day) {
    story.on(day, 9);
    return story.does(PROJECT, new RemindContribution(contribution(story, year), story.day()));
  }

  private static Story inDefault(Story story, int year) {
    story.on(LocalDate.of(year, 5, 6), 9);
    return story.does(
        PROJECT, new DeclareContributionDefault(contribution(story, year), story.day()));
  }

  private static String contribution(Story story, int year) {
    return story.key() + "-" + year;
  }
}
