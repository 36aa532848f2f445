package org.foerderturm.demo;

import static org.foerderturm.demo.Applying.applicant;
import static org.foerderturm.demo.Applying.applicants;
import static org.foerderturm.demo.Applying.bareNotice;
import static org.foerderturm.demo.Applying.budget;
import static org.foerderturm.demo.Applying.call;
import static org.foerderturm.demo.Applying.criteria;
import static org.foerderturm.demo.Applying.line;
import static org.foerderturm.demo.Applying.notice;
import static org.foerderturm.demo.Applying.outline;
import static org.foerderturm.demo.Applying.sent;
import static org.foerderturm.demo.Applying.signed;
import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.MEMBER;
import static org.foerderturm.demo.DemoPerson.MEMBER_2;
import static org.foerderturm.demo.DemoPerson.MEMBER_3;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foerderturm.consortium.ConsortiumCommand.DissolveConsortium;
import org.foerderturm.consortium.ConsortiumCommand.RecordResolution;

/** The applications of three years, by a table: more than 40 million euros granted in all. */
final class DemoApplications {
  static final String CITY = "Stadt Dortmund";
  private static final long THOUSAND = 1_000;

  private final Desk desk;
  private final Calendar calendar;
  private final DemoGrants grants;
  private int notices;

  DemoApplications(Desk desk, Calendar calendar) {
    this.desk = desk;
    this.calendar = calendar;
    grants = new DemoGrants(calendar);
  }

  List<Story> stories(List<Bid> bids) {
    var stories = new ArrayList<Story>();
    for (var bid : bids) {
      if (!bid.formed()) stories.add(idea(bid));
      stories.add(application(bid));
      if (bid.outcome().equals("objection")) stories.add(objection(bid));
    }
    return stories;
  }

  /** The idea behind it; the body selects it when it agrees to the application. */
  private Story idea(Bid bid) {
    var story =
        new Story(bid.ideaId(), desk, calendar)
            .daysAgo(Math.min(bid.days() + 90, age()), 10)
            .does(
                PROJECT,
                DemoIdeas.propose(
                    bid.ideaId(),
                    bid.title(),
                    bid.topic(),
                    bid.programme(),
                    bid.idea() + " Erfundenes Beispiel."));
    var motion = motion(bid);
    switch (bid.outcome()) {
      case "stopped" ->
          dissolve(story, bid, bid.days() + 40, "Zu wenig Personal, um den Antrag zu schreiben.");
      case "refused" ->
          story
              .daysAgo(bid.days() + 31, 9)
              .does(LEAD, new RecordResolution(bid.ideaId(), motion, "rejected"));
      default ->
          story
              .daysAgo(bid.days() + 31, 9)
              .does(LEAD, new RecordResolution(bid.ideaId(), motion, "adopted"));
    }
    if (bid.outcome().equals("rejected") && bid.days() % 20 == 0)
      dissolve(story, bid, bid.days() - 100, "Nach der Ablehnung nicht weiterverfolgt.");
    return story;
  }

  private static void dissolve(Story story, Bid bid, int daysAgo, String reason) {
    story.daysAgo(daysAgo, 15).does(LEAD, new DissolveConsortium(bid.ideaId(), reason));
  }

  /** How long the office has been there, nearly. */
  private int age() {
    return (int) ChronoUnit.DAYS.between(calendar.opening(), calendar.today()) - 14;
  }

  private Story application(Bid bid) {
    int end = bid.days();
    var story =
        new Story(bid.id(), desk, calendar)
            .daysAgo(end + 45, 9)
            .start(
                "funding-application",
                PROJECT,
                call(
                    bid.title(),
                    bid.ideaId(),
                    bid.programmeCode(),
                    bid.regime(),
                    "Erfundener Aufruf: " + bid.title(),
                    bid.funder(),
                    Calendar.day(calendar.daysAgo(end, 9, 0))));
    if (bid.outcome().equals("stopped"))
      return story
          .daysAgo(end + 43, 11)
          .task(PROJECT, "Task_RateCriteria", criteria(2, 1, 2, 0, 1))
          .daysAgo(end + 41, 9)
          .task(
              LEAD,
              "Task_DecideToApply",
              Map.of("outcome", "stop", "reason", "Niemand hat bis zur Frist Zeit."));
    Applying.asked(story, end + 43, criteria(3, 2, 3, 2, 1 + end % 3));
    if (bid.course().equals("second")) inquorate(story, end);
    else story.daysAgo(end + 39 - end % 4, 10);
    if (bid.outcome().equals("refused"))
      return story
          .votes(MEMBER, "NO")
          .votes(MEMBER_2, "NO")
          .votes(MEMBER_3, "YES")
          .task(
              LEAD,
              "Task_DecideAfterRejection",
              Map.of("outcome", "stop", "reason", "Das Gremium trägt den Antrag nicht."));
    var motion = motion(bid);
    story
        .votesOn(motion, MEMBER, "YES")
        .votesOn(motion, MEMBER_2, "YES")
        .votesOn(motion, MEMBER_3, end % 3 == 0 ? "ABSTAIN" : "YES");
    outline(
        story,
        end + (bid.course().equals("second") ? 8 : 30),
        bid.idea() + " Erfundenes Beispiel.");
    budgets(story, bid);
    sent(story, end + 2);
    return answered(story, bid);
  }

  /** One votes in time, so the body votes a second time. */
  private void inquorate(Story story, int end) {
    var first = story.key() + "-m1";
    story.daysAgo(end + 38, 10).votes(MEMBER_3, "YES").daysAgo(end + 13, 9);
    story.step(() -> desk.end(first));
    story
        .daysAgo(end + 12, 9)
        .task(LEAD, "Task_CallSecondMeeting", Map.of("outcome", "again"))
        .daysAgo(end + 9, 15);
  }

  private static String motion(Bid bid) {
    return bid.id() + (bid.course().equals("second") ? "-m2" : "-m1");
  }

  private static void budgets(Story story, Bid bid) {
    int end = bid.days();
    var city = applicant(CITY, true, "no-aid");
    if (bid.together())
      applicants(story, end + 26, city, applicant(bid.partner(), false, "no-aid"));
    else applicants(story, end + 26, city);
    story
        .daysAgo(end + 20, 10)
        .task(PROJECT, "Task_DrawUpBudget", CITY, rows(bid, bid.costs(), bid.own(), 1));
    if (bid.together())
      story.task(
          PROJECT,
          "Task_DrawUpBudget",
          bid.partner(),
          rows(bid, bid.partnerCosts(), bid.partnerOwn(), 2));
    story.daysAgo(end + 12, 14).task(PROJECT, "Task_SignOff", CITY, signed(LEAD.displayName()));
    if (bid.together())
      story.task(PROJECT, "Task_SignOff", bid.partner(), signed("Vertretung (erfunden)"));
  }

  /** Staff and another row, half of each. */
  private static Map<String, Object> rows(Bid bid, long costs, long own, int other) {
    var form =
        switch (bid.programme()) {
          case HORIZON -> List.of("eu-a", "eu-b", "eu-c");
          case ERDF -> List.of("efre-pk", "efre-sk", "efre-in");
          case FEDERAL_JOINT_PROJECT -> List.of("0812", "0835", "0850");
        };
    long staff = costs * THOUSAND / 2;
    long paid = own * THOUSAND / 2;
    return budget(
        line(form.getFirst(), staff, staff - paid, paid, 0),
        line(form.get(other), staff, staff - paid, paid, 0));
  }

  private Story answered(Story story, Bid bid) {
    int end = bid.days();
    if (bid.outcome().equals("awaited")) return story;
    boolean rejected = bid.outcome().equals("rejected");
    story.daysAgo(end - 45, 11).task(PROJECT, "Task_RecordEvaluation", evaluation(bid, !rejected));
    if (rejected) {
      story.daysAgo(bid.noticed(), 10);
      return story
          .task(
              PROJECT,
              "Task_RecordNotice",
              Map.of(
                  "outcome",
                  "rejection",
                  "noticeReference",
                  reference(bid),
                  "noticePostedOn",
                  story.day().minusDays(3).toString(),
                  "noticeReceivedOn",
                  story.day().toString(),
                  "reason",
                  "Andere Anträge wurden besser bewertet."))
          .daysAgo(bid.noticed() - 9, 11)
          .task(
              LEAD,
              "Task_Close",
              Map.of("lessons", "Wirkung früher belegen; Partner vor dem Aufruf suchen."));
    }
    var from = bid.from(calendar);
    var until = bid.until(calendar);
    if (bid.outcome().equals("objection"))
      return bareNotice(
          story, bid.noticed(), reference(bid), bid.grant() * THOUSAND * 3 / 5, from, until);
    notice(
        story, bid.noticed(), reference(bid), bid.grant() * THOUSAND, from, until, bid.together());
    grants.money(story, bid);
    return bid.course().equals("closed") ? DemoGrants.closed(story, bid, until) : story;
  }

  private static Map<String, Object> evaluation(Bid bid, boolean good) {
    var values = new HashMap<String, Object>();
    values.put("outcome", good ? "positive" : "negative");
    if (bid.regime().equals("horizon")) {
      values.put("excellence", good ? 4.5 : 3.5);
      values.put("impact", 4);
      values.put("implementation", good ? 4 : 2.5);
    }
    return values;
  }

  private String reference(Bid bid) {
    int year = calendar.today().minusDays(bid.noticed()).getYear();
    return "DEMO %02d %04d".formatted(year % 100, 4800 + 13 * ++notices);
  }

  private Story objection(Bid bid) {
    return new Story(bid.id() + "-widerspruch", desk, calendar)
        .daysAgo(bid.noticed() - 20, 11)
        .start(
            "grant-objection",
            PROJECT,
            Map.of(
                "applicationId",
                bid.id(),
                "title",
                "Widerspruch: " + bid.title(),
                "remedy",
                "objection",
                "filedOn",
                Calendar.day(calendar.daysAgo(bid.noticed() - 20, 9, 0)).toString(),
                "reason",
                "Der Bescheid kürzt die Personalkosten, ohne es zu begründen."));
  }
}
