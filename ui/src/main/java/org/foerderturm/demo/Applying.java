package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.MEMBER;
import static org.foerderturm.demo.DemoPerson.MEMBER_2;
import static org.foerderturm.demo.DemoPerson.MEMBER_3;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all applications have in common. Sums are in euros. */
final class Applying {
  private static final long EURO = 100;

  private Applying() {}

  static Map<String, Object> call(
      String title,
      @Nullable String consortium,
      String programme,
      String regime,
      String call,
      String funder,
      LocalDate deadline) {
    var values = new HashMap<String, Object>();
    values.put("title", title);
    if (consortium != null) values.put("consortiumId", consortium);
    values.put("programme", programme);
    values.put("regime", regime);
    values.put("call", call);
    values.put("funder", funder);
    values.put("deadline", deadline + "T17:00");
    values.put("decisiveArrival", "electronic");
    if (programme.equals("horizon")) values.put("action", "ria");
    return values;
  }

  static Map<String, Object> criteria(int fit, int chance, int strength, int capacity, int share) {
    return Map.of(
        "fit", fit, "chance", chance, "strength", strength, "capacity", capacity, "share", share);
  }

  /** The criteria are rated on the first day; four days later the body has agreed. */
  static void go(
      Story story, int daysAgo, int fit, int chance, int strength, int capacity, int share) {
    asked(story, daysAgo, criteria(fit, chance, strength, capacity, share))
        .daysAgo(daysAgo - 4, 10)
        .votes(MEMBER, "YES")
        .votes(MEMBER_2, "YES")
        .votes(MEMBER_3, "YES");
  }

  /** The body is asked whether to apply. */
  static Story asked(Story story, int daysAgo, Map<String, Object> criteria) {
    return story
        .daysAgo(daysAgo, 11)
        .task(PROJECT, "Task_RateCriteria", criteria)
        .daysAgo(daysAgo - 1, 9)
        .task(LEAD, "Task_DecideToApply", Map.of("outcome", "submit"))
        .task(
            LEAD,
            "Task_DraftMotion",
            Map.of(
                "motionTitle",
                "Förderantrag „" + story.title() + "“",
                "proposal",
                "Das Gremium stimmt zu, dass der Antrag gestellt wird."));
  }

  static void outline(Story story, int daysAgo, String aim) {
    story
        .daysAgo(daysAgo, 10)
        .task(
            PROJECT,
            "Task_WriteOutline",
            Map.of(
                "aim", aim,
                "workPlan", "Bedarf klären, in einem Quartier erproben, auswerten, übertragen.",
                "benefit", "Spürbar für die Menschen vor Ort, übertragbar auf andere Städte."));
  }

  static Map<String, Object> applicant(String name, boolean city, String category) {
    return Map.of(
        "name",
        name,
        "city",
        city,
        "aidCategory",
        category,
        "size",
        "large",
        "collaboration",
        false,
        "area",
        "none",
        "noAidReason",
        "öffentliche Aufgabe, kein Angebot am Markt");
  }

  static Story applicants(Story story, int daysAgo, Object... applicants) {
    return story
        .daysAgo(daysAgo, 13)
        .task(PROJECT, "Task_NameApplicants", Map.of("applicants", List.of(applicants)));
  }

  static Map<String, Object> budget(Object... lines) {
    return Map.of("lines", List.of(lines));
  }

  static Map<String, Object> line(String row, long costs, long grant, long own, long others) {
    return Map.of(
        "row", row,
        "costsCents", costs * EURO,
        "grantCents", grant * EURO,
        "ownCents", own * EURO,
        "thirdPartyCents", others * EURO);
  }

  static Map<String, Object> signed(String by) {
    return Map.of("signatory", by, "outcome", "sign");
  }

  /** Sent half an hour before the step is done, arrived at once. */
  static Story sent(Story story, int daysAgo) {
    story.daysAgo(daysAgo, 16);
    var at = story.day() + "T15:30";
    return story
        .task(PROJECT, "Task_SendApplication", Map.of("outcome", "submit", "submittedAt", at))
        .daysAgo(daysAgo - 1, 9)
        .task(
            PROJECT,
            "Task_RecordArrival",
            Map.of("arrival", "electronic", "arrivedAt", at, "outcome", "done"));
  }

  /**
   * Granted on the first day, final by waiver a week later, except where the Union grants; then the
   * partners sign, if there are several.
   */
  static Story notice(
      Story story,
      int daysAgo,
      String reference,
      long euros,
      LocalDate from,
      LocalDate until,
      boolean together,
      Object... shares) {
    bareNotice(story, daysAgo, reference, euros, from, until, shares).daysAgo(daysAgo - 8, 10);
    if (!story.programme().equals("horizon"))
      story.task(
          PROJECT,
          "Task_RecordFinality",
          Map.of("finalOn", story.day().toString(), "waived", true));
    story.daysAgo(daysAgo - 20, 13);
    if (!together) return story;
    return story.task(
        PROJECT, "Task_SignAgreement", Map.of("agreementSignedOn", story.day().toString()));
  }

  /** What of a grant is one partner's. */
  static Map<String, Object> share(String partner, long euros, String reference) {
    return Map.of("partner", partner, "amountCents", euros * EURO, "noticeReference", reference);
  }

  /**
   * @param shares of the partners, see {@link #share}; none where it follows from the whole
   */
  static Story bareNotice(
      Story story,
      int daysAgo,
      String reference,
      long euros,
      LocalDate from,
      LocalDate until,
      Object... shares) {
    story.daysAgo(daysAgo, 10);
    return story
        .task(
            PROJECT,
            "Task_RecordNotice",
            Map.of(
                "outcome",
                "grant",
                "noticeReference",
                reference,
                "noticePostedOn",
                story.day().minusDays(2).toString(),
                "noticeReceivedOn",
                story.day().toString()))
        .task(
            PROJECT,
            "Task_RecordGrant",
            Map.of(
                "grantedCents", euros * EURO,
                "periodFrom", from.toString(),
                "periodUntil", until.toString(),
                "shares", List.of(shares)));
  }

  static Story draw(Story story, String partner, long euros) {
    return story
        .task(PROJECT, "Task_Account", Map.of("outcome", "draw"))
        .task(
            PROJECT,
            "Task_DrawDown",
            Map.of(
                "drawPartner", partner.toLowerCase(Locale.ROOT),
                "amountCents", euros * EURO,
                "drawnOn", story.day().toString()));
  }

  static Story interim(Story story, LocalDate due) {
    return story
        .task(PROJECT, "Task_Account", Map.of("outcome", "interim"))
        .task(
            PROJECT,
            "Task_Interim",
            Map.of("interimDueOn", due.toString(), "interimSubmittedOn", story.day().toString()));
  }
}
