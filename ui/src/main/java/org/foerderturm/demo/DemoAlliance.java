package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foerderturm.alliance.ContributionCommand.WaiveContribution;
import org.foerderturm.alliance.ContributionCommand.WriteOffContribution;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.alliance.MemberCommand.AgreeInKind;
import org.foerderturm.alliance.MemberCommand.DescribeMember;
import org.foerderturm.alliance.MemberCommand.GrantException;
import org.foerderturm.alliance.MemberCommand.LeaveAlliance;
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
  private final Joined joined;
  private final Paying paying;

  DemoAlliance(Desk desk, Calendar calendar, Dues dues) {
    this.desk = desk;
    this.calendar = calendar;
    this.dues = dues;
    joined = new Joined(desk, calendar);
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
    stories.addAll(new DemoCompanies(desk, calendar, dues).stories());
    stories.addAll(List.of(university(), institute(), association(), club(), companyThatLeft()));
    stories.addAll(dues.runs());
  }

  // ---- members

  private List<Story> initiators() {
    return List.of(
        joined.register(
            "stadt-dortmund",
            "Stadt Dortmund",
            MemberKind.MUNICIPALITY,
            Joined.unknown(),
            FOUNDING,
            Topic.values()),
        free(
            joined.register(
                "ihk-dortmund",
                "IHK zu Dortmund",
                MemberKind.CHAMBER,
                Joined.unknown(),
                FOUNDING,
                Topic.MOBILITY_LOGISTICS,
                Topic.IT_CITIZEN_SERVICES)),
        free(
            joined.register(
                "cisco",
                "Cisco",
                MemberKind.COMPANY,
                Joined.company(86_000, 50_000_000_000L), // the order of magnitude
                FOUNDING,
                Topic.IT_CITIZEN_SERVICES,
                Topic.SECURITY)),
        free(
            joined.register(
                "leitstelle-energiewende",
                "Leitstelle Energiewende Dortmund",
                MemberKind.ASSOCIATION,
                Joined.unknown(),
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

  private Story university() {
    var name = "Hochschule am Phoenixsee (erfunden)";
    var story =
        joined.register(
            "hochschule-phoenixsee",
            name,
            MemberKind.UNIVERSITY,
            Joined.unknown(),
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
        joined.register(
            "institut-quartiersdaten",
            "Institut für Quartiersdaten (erfunden)",
            MemberKind.RESEARCH,
            Joined.unknown(),
            LocalDate.of(2020, 1, 15),
            Topic.IT_CITIZEN_SERVICES);
    return paying.reminded(
        paying.invoiced(paying.paid(paying.paid(story, first, 1_000), second, 1_000), last),
        last,
        LocalDate.of(last, 3, 10));
  }

  private Story association() {
    var story =
        joined.register(
            "handwerk-digital",
            "Verband Handwerk Digital (erfunden)",
            MemberKind.ASSOCIATION,
            Joined.unknown(),
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
        joined.register(
            "offene-strassen",
            "Verein Offene Straßen (erfunden)",
            MemberKind.NGO,
            Joined.unknown(),
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
        joined.register(
            "ladeinsel-nord",
            "Ladeinsel Nord GmbH (erfunden)",
            MemberKind.COMPANY,
            Joined.company(12, 1_400_000),
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
}
