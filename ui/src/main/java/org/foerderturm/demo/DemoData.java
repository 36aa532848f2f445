package org.foerderturm.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.foerderturm.access.AccessCommand.RegisterUser;
import org.foerderturm.access.AccessQuery.FindUsers;
import org.foerderturm.access.Passwords;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.committee.BodyOffice;
import org.foerderturm.committee.BodyRules;
import org.foerderturm.committee.CommitteeCommand.AppointMember;
import org.foerderturm.committee.CommitteeCommand.AssignOffice;
import org.foerderturm.committee.CommitteeCommand.FoundBody;
import org.foerderturm.committee.CommitteeQuery.FindBodies;
import org.foerderturm.committee.MeetingRules;
import org.foerderturm.committee.MeetingRules.Outside;
import org.foerderturm.committee.SecretBallots;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Office;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Loads the demo once, before the web server opens; a second start finds it there. The password of
 * all demo people is printed on the console: never start an office that works for real with it.
 */
@Component
@ConditionalOnProperty("foerderturm.demo")
class DemoData implements SmartLifecycle {
  private static final Logger LOGGER = LoggerFactory.getLogger(DemoData.class);
  static final String PASSWORD = "demo-foerderturm";

  /** With those that became consortia or applications: a thousand. */
  static final int IDEAS = 959;

  private static final Actor LOADER = Actor.of("foerderturm", Role.ADMINISTRATOR);

  private final Office office;
  private final Passwords passwords;
  private final Desk desk;
  private final SecretBallots ballots;
  private final Files files;
  private volatile boolean loaded;

  DemoData(Office office, Passwords passwords, SecretBallots ballots, Files files) {
    this.ballots = ballots;
    this.files = files;
    this.office = office;
    this.passwords = passwords;
    this.desk = new Desk(office);
  }

  @Override
  public void start() {
    var began = Instant.now();
    var calendar = new Calendar(began);
    Clocks.at(calendar.on(calendar.opening(), 8, 0), this::registerPeople);
    Clocks.at(calendar.on(calendar.opening(), 10, 0), this::foundBodies);
    if (!desk.knows(DemoConsortia.REAL_BID)) tell(calendar);
    loaded = true;
    announce();
  }

  /** A demo that an earlier version told stays as it was: its cases went other ways. */
  private void tell(Calendar calendar) {
    stories(desk, calendar, ballots, files).stream()
        .flatMap(story -> story.steps().stream())
        .sorted(Comparator.comparing(Story.Step::at))
        .forEach(DemoData::tell);
    desk.settle();
    var took = Duration.between(calendar.now(), Instant.now());
    LOGGER.info("The demo is told: {} commands in {} s.", desk.sent(), took.toSeconds());
  }

  static List<Story> stories(Desk desk, Calendar calendar, SecretBallots ballots, Files files) {
    var dues = new Dues(desk, calendar);
    var register = new DemoRegister(desk, calendar, files, dues);
    var sittings = new Sittings(desk, calendar, ballots, files);
    var bids = Bid.all();
    return Stream.of(
            new DemoAlliance(desk, calendar, dues).stories(),
            new DemoEnterprises(desk, calendar).stories(),
            new DemoJoining(desk, calendar).stories(),
            register.stories(),
            new DemoTeams(desk, calendar, register.members()).stories(),
            new DemoCircle(desk, calendar, sittings).stories(),
            new DemoFunding(desk, calendar, sittings).stories(),
            new DemoSites(desk, calendar).stories(),
            new DemoCouncil(desk, calendar).stories(),
            new DemoProjects(desk, calendar).stories(),
            new DemoConsortia(desk, calendar).stories(),
            new DemoQuarters(calendar, sittings).stories(),
            new DemoMeetings(desk, calendar, sittings).stories(),
            new DemoFormed(desk, calendar).stories(bids),
            new DemoApplications(desk, calendar).stories(bids),
            new DemoCourses(desk, calendar).stories(bids),
            new DemoIdeas(desk, calendar).stories(IDEAS))
        .flatMap(List::stream)
        .toList();
  }

  private static void tell(Story.Step step) {
    try {
      Clocks.at(step.at(), step.work());
    } catch (RuntimeException e) {
      throw new IllegalStateException(step.key() + ", " + step.at() + ": " + e.getMessage(), e);
    }
  }

  private void registerPeople() {
    var known = office.ask(new FindUsers(), LOADER).stream().map(user -> user.userId()).toList();
    var people =
        Arrays.stream(DemoPerson.values())
            .filter(person -> !known.contains(person.userId()))
            .toList();
    for (var person : people)
      desk.send(
          new RegisterUser(person.userId(), person.displayName(), Set.of(person.role())), LOADER);
    desk.settle();
    // to hash a password is meant to be slow
    people.parallelStream().forEach(person -> passwords.set(person.userId(), PASSWORD));
  }

  private void foundBodies() {
    var known =
        office.ask(new FindBodies(), DemoPerson.LEAD.actor()).stream()
            .map(body -> body.bodyId())
            .toList();
    if (!known.contains("steering"))
      found("steering", "Lenkungs- und Beratungsgremium (Demo)", BodyKind.STEERING);
    if (!known.contains("council"))
      found("council", "Entscheidungsgremium (Demo)", BodyKind.COUNCIL);
  }

  private void found(String bodyId, String name, BodyKind kind) {
    var lead = DemoPerson.LEAD.actor();
    var rules = kind.decidesInMeetingsOnly() ? BodyRules.municipal() : electronic();
    desk.send(new FoundBody(bodyId, name, kind, DemoPerson.MEMBERS.size(), rules), lead);
    for (var member : DemoPerson.MEMBERS)
      desk.send(new AppointMember(bodyId, member.userId()), lead);
    if (kind != BodyKind.COUNCIL) return;
    desk.settle(); // an office is given to who is known
    desk.send(
        new AssignOffice(
            bodyId, BodyOffice.MAYOR, DemoPerson.MEMBER.userId(), null, null, "Wahl (erfunden)"),
        lead);
  }

  /** Members do other work too: three weeks to vote without a meeting. */
  private static BodyRules electronic() {
    return BodyRules.municipal()
        .with(
            MeetingRules.municipal()
                .voting(
                    Outside.BY_MAJORITY,
                    21,
                    "Geschäftsordnung des Lenkungs- und Beratungsgremiums § 6 (erfunden)"));
  }

  private static void announce() {
    System.out.printf(
        "%n  Demo: Anmeldung als / sign in as%n    %s%n  Passwort für alle / password of all: "
            + " %s%n%n",
        String.join(", ", Arrays.stream(DemoPerson.values()).map(DemoPerson::userId).toList()),
        PASSWORD);
  }

  @Override
  public void stop() {
    loaded = false;
  }

  @Override
  public boolean isRunning() {
    return loaded;
  }

  /** After the models are there, before jobs run and the web server opens. */
  @Override
  public int getPhase() {
    return 500;
  }
}
