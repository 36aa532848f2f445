package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.MEMBERS;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.foerderturm.committee.CommitteeCommand.SubmitMotion;
import org.foerderturm.consortium.ConsortiumCommand.ProposeConsortium;
import org.foerderturm.consortium.ConsortiumCommand.RecordResolution;
import org.foerderturm.consortium.CountryStatus;
import org.foerderturm.consortium.IdeaCommand.SetIdeaAside;
import org.foerderturm.consortium.OrganisationKind;
import org.foerderturm.consortium.Programme;
import org.foerderturm.consortium.Topic;

/**
 * The ideas of three years, about as many as the real office had collected by January 2019. Most
 * come out of workshops in the districts, go into the register by themselves, without a case, and
 * are sifted twice a year: the steering body selects some, most are set aside. All are invented.
 */
final class DemoIdeas {
  private static final String[] DISTRICTS =
      ("Aplerbeck;Berghofen;Schüren;Sölde;Brackel;Asseln;Wambel;Wickede;Eving;Brechten;Lindenhorst;"
              + "Hombruch;Barop;Kirchhörde;Hörde;Benninghofen;Wellinghofen;Huckarde;Deusen;"
              + "Kirchlinde;Nordmarkt;Borsigplatz;Hafen;Kaiserbrunnen;Ruhrallee;City;Dorstfeld;"
              + "Unionviertel;Lütgendortmund;Marten;Oespel;Mengede;Westerfilde;Nette;Oestrich;"
              + "Scharnhorst;Derne;Hostedde;Kirchderne")
          .split(";");
  private static final String[] HARBOUR =
      "Stadthafen;Schmiedinghafen;Kohlenhafen;Kanalhafen;Hardenberghafen;Südhafen;Marxhafen;Speicherstraße"
          .split(";");
  private static final List<String> REASONS =
      List.of(
          "Geht in einer anderen Idee auf.",
          "Niemand übernimmt die Trägerschaft.",
          "Kein Förderprogramm passt; ohne Förderung nicht zu bezahlen.",
          "Das Expertenteam sieht keinen Nutzen über den Ort hinaus.",
          "Ist Aufgabe einer Fachabteilung und dort bekannt.",
          "Datenschutz spricht dagegen.");

  private static final List<Programme> PROGRAMMES = List.of(Programme.values());

  private record Idea(String id, Topic topic, String title, String text) {}

  private final Desk desk;
  private final Calendar calendar;
  private final Random lot = new Random(2016_12_09);

  DemoIdeas(Desk desk, Calendar calendar) {
    this.desk = desk;
    this.calendar = calendar;
  }

  /**
   * @param ideas how many to bring in
   */
  List<Story> stories(int ideas) {
    var stories = new ArrayList<Story>();
    var all = collected();
    var first = calendar.opening().plusDays(20);
    var end = calendar.today().minusDays(3);
    var sifted = siftings(first, end);
    var chosen = new ArrayList<List<Idea>>();
    for (int i = 0; i < sifted.size(); i++) chosen.add(new ArrayList<>());
    for (var idea : all.subList(0, Math.min(ideas, all.size()))) {
      var day = submitted(first, end);
      var story = new Story(idea.id(), desk, calendar).on(day, 9 + lot.nextInt(8));
      story.does(PROJECT, proposal(idea));
      int round = next(sifted, day);
      if (round >= 0) {
        if (lot.nextInt(100) < 13) chosen.get(round).add(idea);
        else if (lot.nextInt(100) < 92)
          story
              .on(sifted.get(round).minusDays(5L + lot.nextInt(20)), 11 + lot.nextInt(5))
              .does(LEAD, new SetIdeaAside(idea.id(), REASONS.get(lot.nextInt(REASONS.size()))));
      }
      stories.add(story);
    }
    for (int i = 0; i < sifted.size(); i++) stories.add(selection(sifted.get(i), chosen.get(i)));
    return stories;
  }

  private List<Idea> collected() {
    var all = new ArrayList<Idea>();
    for (var row : Rows.of("ideas.csv")) {
      var topic = Topic.valueOf(row.getField("Topic"));
      var places = new ArrayList<>(List.of(topic == Topic.HARBOUR ? HARBOUR : DISTRICTS));
      Collections.shuffle(places, lot);
      for (var place : places.subList(0, Math.min(12, places.size())))
        all.add(
            new Idea(
                "idee-" + (all.size() + 1),
                topic,
                row.getField("Title") + " (" + place + ")",
                row.getField("Idea") + " Vorgeschlagen für " + place + ". Erfundenes Beispiel."));
    }
    Collections.shuffle(all, lot);
    return all;
  }

  /** More than half of them in the first workshops, fewer from year to year. */
  private LocalDate submitted(LocalDate first, LocalDate end) {
    double share = Math.pow(lot.nextDouble(), 1.8);
    return first.plusDays((long) (share * ChronoUnit.DAYS.between(first, end)));
  }

  private static List<LocalDate> siftings(LocalDate first, LocalDate end) {
    var days = new ArrayList<LocalDate>();
    for (var day = first.withMonth(6).withDayOfMonth(17);
        day.isBefore(end.minusDays(30));
        day = day.plusMonths(6)) days.add(day);
    return days;
  }

  private static int next(List<LocalDate> siftings, LocalDate day) {
    for (int i = 0; i < siftings.size(); i++)
      if (siftings.get(i).minusDays(30).isAfter(day)) return i;
    return -1;
  }

  private ProposeConsortium proposal(Idea idea) {
    return propose(
        idea.id(),
        idea.title(),
        idea.topic(),
        PROGRAMMES.get(lot.nextInt(PROGRAMMES.size())),
        idea.text());
  }

  static ProposeConsortium propose(
      String id, String title, Topic topic, Programme programme, String text) {
    return new ProposeConsortium(
        id,
        title,
        topic,
        programme,
        null,
        null,
        0,
        "Stadt Dortmund",
        "DE",
        CountryStatus.MEMBER_STATE,
        OrganisationKind.MUNICIPALITY,
        text);
  }

  private Story selection(LocalDate day, List<Idea> ideas) {
    var id = "ideenauswahl-" + day.getYear() + (day.getMonthValue() < 7 ? "-1" : "-2");
    var titles = ideas.stream().map(Idea::title).toList();
    var story =
        select(
            new Story(id, desk, calendar),
            day,
            "Auswahl von " + ideas.size() + " Ideen",
            "Das Gremium wählt aus und gibt zur Ausarbeitung frei: "
                + String.join("; ", titles)
                + ".");
    for (var idea : ideas) story.does(LEAD, new RecordResolution(idea.id(), id, "adopted"));
    return story;
  }

  /** The steering body agrees by vote; the story's key is the motion. */
  static Story select(Story story, LocalDate day, String title, String proposal) {
    story
        .on(day, 9)
        .does(PROJECT, new SubmitMotion(story.key(), "steering", title, proposal, story.key()));
    story.on(day.plusDays(3 + day.getYear() % 4), 10);
    for (var member : MEMBERS) story.votesOn(story.key(), member, "YES");
    return story.on(day.plusDays(13), 14);
  }
}
