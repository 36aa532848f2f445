package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.foerderturm.alliance.AllianceQuery.FindChargeable;
import org.foerderturm.alliance.AllianceQuery.FindMember;
import org.foerderturm.alliance.AllianceQuery.FindPreview;
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
import org.foerderturm.alliance.MemberKind;

/**
 * What members owe and how they pay: most on time, some when reminded, a few not at all. Who does
 * what is drawn by lot, the same at each load.
 */
final class Dues {
  private static final int PORTION = 50;

  private final Desk desk;
  private final Calendar calendar;
  private final int last;
  private final Map<String, Long> charged = new HashMap<>();
  private int invoices;

  Dues(Desk desk, Calendar calendar) {
    this.desk = desk;
    this.calendar = calendar;
    last = calendar.lastYear();
  }

  /** The yearly runs, as the office makes them on their page. */
  List<Story> runs() {
    return List.of(run(last - 2), run(last - 1), run(last));
  }

  private Story run(int year) {
    var id = ContributionRunCommand.idOf(year);
    return new Story(id, desk, calendar)
        .on(LocalDate.of(year, 1, 20), 10)
        .step(() -> preview(id, year))
        .does(LEAD, new MakeContributionRunFinal(id));
  }

  private void preview(String id, int year) {
    var members = desk.asks(new FindChargeable(year), PROJECT);
    desk.send(new PreviewContributionRun(id, year, members), PROJECT.actor());
    for (int from = 0; from < members.size(); from += PORTION)
      desk.send(
          new AssessContributions(
              id, members.subList(from, Math.min(from + PORTION, members.size()))),
          PROJECT.actor());
    for (var row : desk.asks(new FindPreview(year, 0, 1_000), PROJECT).rows())
      charged.put(row.memberId() + "-" + year, row.terms().amountCents());
  }

  /** All years of one who was there when the office opened. */
  Story of(String member, MemberKind kind, int from) {
    var story = new Story(member + "-dues", desk, calendar);
    return kind == MemberKind.MUNICIPALITY ? story : follow(story, member, from);
  }

  Story follow(Story story, String member, int from) {
    for (int year = from; year <= last; year++)
      pays(story, member, year, lot(member, year).nextInt(1_000));
    return story;
  }

  private void pays(Story story, String member, int year, int lot) {
    var id = member + "-" + year;
    int late = lot % 17;
    invoiced(story, member, year, LocalDate.of(year, 1, 27));
    if (lot < 800) paid(story, id, LocalDate.of(year, 2, 2 + lot % 24), 1);
    else {
      reminded(story, id, LocalDate.of(year, 3, 10));
      if (lot < 890) paid(story, id, LocalDate.of(year, 3, 13 + late), 1);
      else if (lot < 915) deferred(story, id, year, late);
      else if (lot < 930)
        step(
            story,
            id,
            LocalDate.of(year, 3, 24),
            () ->
                desk.send(
                    new WaiveContribution(id, "Umsatz eingebrochen; vom Vorstand erlassen"),
                    LEAD.actor()));
      else {
        reminded(story, id, LocalDate.of(year, 4, 14));
        if (lot < 955) paid(story, id, LocalDate.of(year, 4, 17 + late % 12), 1);
        else if (lot < 975) paidInParts(story, id, year);
        else if (lot < 990 || year == last) inDefault(story, id, year);
        else writtenOff(story, id, year);
      }
    }
  }

  /** Of the newest year the second half is still open. */
  private void paidInParts(Story story, String id, int year) {
    paid(story, id, LocalDate.of(year, 4, 20), 2);
    if (year < last) paid(story, id, LocalDate.of(year, 10, 6), 2);
  }

  /** Of the newest year some deferrals still run. */
  private void deferred(Story story, String id, int year, int late) {
    var until = year == last ? calendar.ahead(12 + 4 * late) : LocalDate.of(year, 9, 30);
    step(
        story,
        id,
        LocalDate.of(year, 3, 18),
        () ->
            desk.send(
                new DeferContribution(id, until, "Zahlung nach Eingang von Fördermitteln zugesagt"),
                LEAD.actor()));
    if (year < last) paid(story, id, LocalDate.of(year, 9, 8 + late), 1);
  }

  private void inDefault(Story story, String id, int year) {
    step(
        story,
        id,
        LocalDate.of(year, 5, 6),
        () ->
            desk.send(
                new DeclareContributionDefault(id, LocalDate.of(year, 5, 6)), PROJECT.actor()));
  }

  private void writtenOff(Story story, String id, int year) {
    inDefault(story, id, year);
    step(
        story,
        id,
        LocalDate.of(year, 12, 4),
        () -> desk.send(new WriteOffContribution(id, "Insolvenz, keine Quote"), LEAD.actor()));
  }

  /** What one owes who joined within the year, paid at once. */
  void firstYear(Story story, String member, int year) {
    var day = story.day().plusDays(3);
    var id = member + "-" + year;
    story
        .on(day, 9)
        .step(
            () -> {
              var found = desk.asks(new FindMember(member), PROJECT);
              if (found != null) charged.put(id, found.contributions().getFirst().amountCents());
            });
    invoiced(story, member, year, day);
    paid(story, id, day.plusDays(16), 1);
  }

  /** A number for the next invoice of that year. */
  String number(int year) {
    return "DEMO-%d-%03d".formatted(year, ++invoices);
  }

  private void invoiced(Story story, String member, int year, LocalDate day) {
    var number = number(year);
    var id = member + "-" + year;
    step(
        story,
        id,
        day,
        () ->
            desk.send(new InvoiceContribution(id, number, day, day.plusDays(30)), PROJECT.actor()));
  }

  private void reminded(Story story, String id, LocalDate day) {
    var on = story.on(day, 9).day();
    step(story, id, day, () -> desk.send(new RemindContribution(id, on), PROJECT.actor()));
  }

  /**
   * @param part 1 for all, 2 for half
   */
  private void paid(Story story, String id, LocalDate day, int part) {
    var on = story.on(day, 9).day(); // nobody is at the office at the weekend
    step(
        story,
        id,
        day,
        () ->
            desk.send(
                new RecordContributionPayment(id, charged.getOrDefault(id, 0L) / part, on),
                PROJECT.actor()));
  }

  /** Who left, or contributes nothing, was not charged: nothing follows. */
  private void step(Story story, String id, LocalDate day, Runnable work) {
    story
        .on(day, 9)
        .step(
            () -> {
              if (charged.getOrDefault(id, 0L) > 0) work.run();
            });
  }

  private static SplittableRandom lot(String member, int year) {
    return new SplittableRandom(member.hashCode() * 31L + year);
  }
}
