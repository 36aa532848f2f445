package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foerderturm.alliance.ContributionCommand.DeferContribution;
import org.foerderturm.alliance.ContributionCommand.RecordContributionPayment;
import org.foerderturm.alliance.ContributionCommand.WaiveContribution;
import org.foerderturm.alliance.ContributionCommand.WriteOffContribution;
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
 * Members of whom something is told, with the contributions of three years. Of the four real
 * initiators nothing is told but that they are members: the demo assumes that they pay nothing, and
 * says so.
 */
final class DemoAlliance {
  private static final long EURO = 100;
  private static final LocalDate FOUNDING = LocalDate.of(2016, 12, 9);

  private final Desk desk;
  private final Calendar calendar;
  private final int first;
  private final int second;
  private final int last;
  private final Dues dues;
  private final Paying paying;

  DemoAlliance(Desk desk, Calendar calendar, Dues dues) {
    this.desk = desk;
    this.calendar = calendar;
    this.dues = dues;
    paying = new Paying(dues);
    last = calendar.lastYear();
    second = last - 1;
    first = last - 2;
  }

  /** The stories that were not told yet. */
  List<Story> stories() {
    var stories = new ArrayList<Story>();
    if (!desk.knowsMember("stadt-dortmund")) members(stories);
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
    stories.addAll(dues.runs());
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
    return paying.paid(paying.paid(paying.paid(story, first, 1_500), second, 1_500), last, 1_500);
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
    paying
        .paid(story, first, 1_500)
        .on(LocalDate.of(second, 1, 13), 14)
        .does(
            PROJECT,
            new ReportFigures(
                story.key(), MemberKind.COMPANY, 260, 31_000_000 * EURO, null, null, null));
    paying.paid(story, second, 4_000);
    return paying.pays(paying.invoiced(story, last), last, 5_000, LocalDate.of(last, 3, 2));
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
    paying
        .paid(paying.paid(story, first, 10_000), second, 10_000)
        .on(LocalDate.of(last, 1, 14), 15)
        .does(
            PROJECT,
            new AgreeInKind(
                story.key(), last, 3_000 * EURO, "Musterwohnung für die Technologieschau"));
    return paying
        .invoiced(story, last)
        .on(LocalDate.of(last, 2, 18), 10)
        .does(
            LEAD,
            new DeferContribution(
                paying.contribution(story, last),
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
    return paying.paid(
        paying.paid(paying.paid(story, first, 20_000), second, 20_000), last, 20_000);
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
    paying
        .invoiced(story, second, LocalDate.of(second, 4, 8))
        .on(LocalDate.of(second, 4, 29), 15)
        .does(
            PROJECT,
            new RecordContributionPayment(paying.contribution(story, second), 18_750, story.day()));
    return paying.paid(story, last, 250);
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
    paying
        .paid(paying.paid(story, first, 1_000), second, 1_000)
        .on(LocalDate.of(last, 1, 14), 9)
        .does(
            PROJECT,
            new AgreeInKind(story.key(), last, 800 * EURO, "Auswertung der Bürgerbefragung"));
    return paying.paid(story, last, 500);
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
    return paying.reminded(
        paying.invoiced(paying.paid(paying.paid(story, first, 1_000), second, 1_000), last),
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
    paying.paid(story, first, 750);
    paying.pays(
        paying.reminded(paying.invoiced(story, second), second, LocalDate.of(second, 3, 10)),
        second,
        750,
        LocalDate.of(second, 3, 24));
    paying.reminded(paying.invoiced(story, last), last, LocalDate.of(last, 3, 10));
    return paying.inDefault(paying.reminded(story, last, LocalDate.of(last, 4, 14)), last);
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
    paying
        .invoiced(paying.paid(story, first, 250), second)
        .on(LocalDate.of(second, 2, 20), 13)
        .does(
            LEAD,
            new WaiveContribution(
                paying.contribution(story, second),
                "Wasserschaden im Vereinsheim; einmalig erlassen"));
    return paying.paid(story, last, 250);
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
    paying.inDefault(
        paying.reminded(
            paying.invoiced(paying.paid(story, first, 1_500), second),
            second,
            LocalDate.of(second, 3, 10)),
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
                paying.contribution(story, second), "Nach der Abwicklung nichts mehr zu erwarten"));
  }

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
}
