package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.LocalDate;
import java.util.List;
import org.foerderturm.alliance.ContributionCommand.DeferContribution;
import org.foerderturm.alliance.ContributionCommand.RecordContributionPayment;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.alliance.Figures;
import org.foerderturm.alliance.MemberCommand.AgreeInKind;
import org.foerderturm.alliance.MemberCommand.AssessContribution;
import org.foerderturm.alliance.MemberCommand.ChargeContribution;
import org.foerderturm.alliance.MemberCommand.DescribeMember;
import org.foerderturm.alliance.MemberCommand.RegisterMember;
import org.foerderturm.alliance.MemberCommand.ReportFigures;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.consortium.Topic;

/** Companies whose contributions show what the rules do. All are invented. */
final class DemoCompanies {
  private static final long EURO = 100;

  private final Desk desk;
  private final Calendar calendar;
  private final Joined joined;
  private final Paying paying;
  private final int first;
  private final int second;
  private final int last;

  DemoCompanies(Desk desk, Calendar calendar, Dues dues) {
    this.desk = desk;
    this.calendar = calendar;
    joined = new Joined(desk, calendar);
    paying = new Paying(dues);
    last = calendar.lastYear();
    second = last - 1;
    first = last - 2;
  }

  List<Story> stories() {
    return List.of(smallCompany(), growingCompany(), group(), largeCompany(), startUp());
  }

  private Story smallCompany() {
    var name = "Lastenrad Hafen eG (erfunden)";
    var story =
        joined.register(
            "lastenrad-hafen",
            name,
            MemberKind.COMPANY,
            Joined.company(24, 3_100_000),
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
        joined.register(
            "foerdergeruest-elektronik",
            "Fördergerüst Elektronik GmbH (erfunden)",
            MemberKind.COMPANY,
            Joined.company(48, 8_200_000),
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
        joined.register(
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
        joined.register(
            "ruhrbogen-energie",
            "Ruhrbogen Energie SE (erfunden)",
            MemberKind.COMPANY,
            Joined.company(4_300, 1_900_000_000),
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
}
