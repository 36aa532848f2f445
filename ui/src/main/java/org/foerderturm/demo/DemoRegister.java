package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.alliance.MemberCommand.AssessContribution;
import org.foerderturm.alliance.MemberCommand.ChargeContribution;
import org.foerderturm.alliance.MemberCommand.DescribeMember;
import org.foerderturm.alliance.MemberCommand.LeaveAlliance;
import org.foerderturm.alliance.MemberCommand.RegisterMember;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.consortium.Topic;
import org.foerderturm.imports.TableFile;
import org.foerderturm.intake.IntakeCommand.ImportMembers;
import org.foerderturm.intake.MemberColumn;
import org.foerderturm.intake.MemberSheet;
import org.foerderturm.intake.NewMember;
import org.foerderturm.process.Files;

/**
 * The members of whom nothing special is told, so that the alliance counts what the real one did:
 * 126 in April 2018, 140 in January 2019, 170 now. Those who had joined before the office kept its
 * register came in by a list, as anyone may import one; the others one by one. All are invented.
 */
final class DemoRegister {
  private static final String LIST = "members.csv";

  /** Joined while the office works here: years after its first one, and the day. */
  private record Newcomer(
      String name, MemberKind kind, int staff, long turnover, Topic topic, int year, Month month) {
    String id() {
      return name.toLowerCase(Locale.GERMAN).replaceAll("[^a-zäöüß]+", "-");
    }
  }

  private static final List<Newcomer> NEWCOMERS =
      List.of(
          company("Kaukorb Kartendienste GmbH", 14, 1_900_000, Topic.IT_CITIZEN_SERVICES, 0, 2),
          company("Flözblick Fahrdienste GmbH", 38, 3_400_000, Topic.MOBILITY_LOGISTICS, 0, 3),
          other("Verein Gutes Altern", MemberKind.NGO, Topic.PEOPLE_DEMOGRAPHY, 0, 4),
          company("Hafenlicht Landstrom GmbH", 22, 4_800_000, Topic.HARBOUR, 0, 6),
          company("Nordschacht Speicher AG", 310, 88_000_000, Topic.ENERGY, 0, 9),
          other("Institut für Lastenverkehr", MemberKind.RESEARCH, Topic.MOBILITY_LOGISTICS, 0, 10),
          company("Wetterlampe Sensorik UG", 4, 310_000, Topic.IT_CITIZEN_SERVICES, 0, 11),
          company("Emscherkante Wohnen eG", 61, 19_500_000, Topic.PEOPLE_DEMOGRAPHY, 1, 2),
          company("Rutsche Sieben Software GmbH", 9, 760_000, Topic.IT_CITIZEN_SERVICES, 1, 3),
          other("Verband Hafenhandwerk", MemberKind.ASSOCIATION, Topic.HARBOUR, 1, 5),
          company("Querschlag Brandschutz GmbH", 27, 2_900_000, Topic.SECURITY, 1, 6),
          company("Sohlenwärme Netze GmbH", 118, 31_000_000, Topic.ENERGY, 1, 9),
          company("Grubenrad Verleih eG", 12, 900_000, Topic.MOBILITY_LOGISTICS, 1, 10),
          other("Hochschule Kohlenberg", MemberKind.UNIVERSITY, Topic.ENERGY, 1, 11),
          company("Haspel Logistik GmbH", 140, 24_000_000, Topic.MOBILITY_LOGISTICS, 2, 2),
          company("Lichtschacht Cloud GmbH", 33, 5_200_000, Topic.IT_CITIZEN_SERVICES, 2, 3),
          company("Bergglas Quartiersdienste GmbH", 8, 540_000, Topic.PEOPLE_DEMOGRAPHY, 2, 4));

  private static final List<String> REASONS =
      List.of(
          "Mit einem anderen Mitglied verschmolzen",
          "Geschäft am Ort aufgegeben",
          "Beitrag nicht mehr im Budget",
          "Themenfelder passen nicht mehr",
          "Verein aufgelöst");
  private static final int LEAVERS = 8;

  private final Desk desk;
  private final Calendar calendar;
  private final Files files;
  private final Dues dues;
  private final List<NewMember> members;
  private final int first;

  DemoRegister(Desk desk, Calendar calendar, Files files, Dues dues) {
    this.desk = desk;
    this.calendar = calendar;
    this.files = files;
    this.dues = dues;
    first = calendar.lastYear() - 2;
    var file = TableFile.of(LIST, Rows.bytes(LIST));
    var table = file.read(file.found());
    var found =
        MemberSheet.of(table, MemberColumn.proposed(table.headers()), List.of(), done -> true);
    members = Objects.requireNonNull(found).fresh();
    if (!found.refused().isEmpty()) throw new IllegalStateException(found.refused().toString());
  }

  /** Whom the list brings in. */
  List<NewMember> members() {
    return members;
  }

  List<Story> stories() {
    var stories = new ArrayList<Story>();
    stories.add(
        new Story("mitgliederliste", desk, calendar)
            .on(calendar.opening().plusDays(1), 11)
            .step(this::take));
    for (var member : members) stories.add(dues.of(member.memberId(), member.kind(), first));
    for (int i = 0; i < LEAVERS; i++) stories.add(leaver(i));
    for (var newcomer : NEWCOMERS) stories.add(newcomer(newcomer));
    return stories;
  }

  private void take() {
    var id = UUID.nameUUIDFromBytes(Rows.bytes(LIST)).toString();
    var hash = files.store(Rows.bytes(LIST));
    desk.send(
        new ImportMembers(id, "Mitgliederliste der Allianz (Demo).csv", hash, members, 0, 0),
        PROJECT.actor());
  }

  /** Of those who were there from early on, two to four leave in each year. */
  private Story leaver(int number) {
    var member = members.get(7 + number * 13);
    var days =
        List.of(
            LocalDate.of(first, 6, 28),
            LocalDate.of(first, 12, 20),
            LocalDate.of(first, 12, 30),
            LocalDate.of(first + 1, 6, 30),
            LocalDate.of(first + 1, 12, 19),
            LocalDate.of(first + 1, 12, 30),
            LocalDate.of(first + 2, 3, 31),
            LocalDate.of(first + 2, 6, 12));
    return new Story(member.memberId() + "-leaves", desk, calendar)
        .on(days.get(number), 11)
        .does(
            LEAD,
            new LeaveAlliance(
                member.memberId(), days.get(number), REASONS.get(number % REASONS.size())));
  }

  private Story newcomer(Newcomer who) {
    int year = first + who.year();
    var joined = LocalDate.of(year, who.month(), 1);
    var name = who.name() + " (erfunden)";
    boolean company = who.kind() == MemberKind.COMPANY;
    var story = new Story(who.id(), desk, calendar).on(joined.plusDays(4), 10);
    story
        .does(
            PROJECT,
            new RegisterMember(
                who.id(),
                name,
                who.kind(),
                company ? who.staff() : null,
                company ? who.turnover() * 100 : null,
                null,
                null,
                company ? joined.minusYears(7) : null,
                List.of(who.topic()),
                joined))
        .does(
            PROJECT,
            new DescribeMember(who.id(), name, List.of(who.topic()), List.of(team(who.topic()))))
        .does(PROJECT, new AssessContribution(who.id(), year, null))
        .does(PROJECT, new ChargeContribution(who.id(), year, null));
    dues.firstYear(story, who.id(), year);
    return dues.follow(story, who.id(), year + 1);
  }

  static ExpertTeam team(Topic topic) {
    return switch (topic) {
      case ENERGY -> ExpertTeam.ENERGY_CLIMATE;
      case MOBILITY_LOGISTICS -> ExpertTeam.MOBILITY_LOGISTICS;
      case PEOPLE_DEMOGRAPHY -> ExpertTeam.DEMOGRAPHIC_CHANGE;
      case IT_CITIZEN_SERVICES -> ExpertTeam.IT_CITIZEN_SERVICES;
      case HARBOUR -> ExpertTeam.URBAN_INFRASTRUCTURE;
      case SECURITY -> ExpertTeam.SECURITY;
    };
  }

  private static Newcomer company(
      String name, int staff, long turnover, Topic topic, int year, int month) {
    return new Newcomer(name, MemberKind.COMPANY, staff, turnover, topic, year, Month.of(month));
  }

  private static Newcomer other(String name, MemberKind kind, Topic topic, int year, int month) {
    return new Newcomer(name, kind, 0, 0, topic, year, Month.of(month));
  }
}
