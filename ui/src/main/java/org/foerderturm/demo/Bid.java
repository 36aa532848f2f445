package org.foerderturm.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.foerderturm.consortium.Programme;
import org.foerderturm.consortium.Topic;

/**
 * A row of the table of applications: an idea, what is applied for, and what became of it.
 *
 * @param days ago was the deadline
 * @param outcome granted, objection, rejected, awaited, stopped (by the office), refused (by the
 *     body)
 * @param costs of the city, in thousands of euros, as all sums here
 * @param own share of the city
 * @param partner empty if the city applies alone
 * @param months that the project takes
 * @param course of the project: green, amber, red, planned, completed or closed; of the
 *     application: second, if the body had to meet twice
 */
record Bid(
    String key,
    Topic topic,
    Programme programme,
    String regime,
    String title,
    String idea,
    String funder,
    int days,
    String outcome,
    long costs,
    long own,
    String partner,
    long partnerCosts,
    long partnerOwn,
    int months,
    String course) {

  static List<Bid> all() {
    return Rows.of("applications.csv").stream().map(Bid::of).toList();
  }

  private static Bid of(NamedCsvRecord row) {
    return new Bid(
        row.getField("Key"),
        Topic.valueOf(row.getField("Topic")),
        Programme.valueOf(row.getField("Programme")),
        row.getField("Regime"),
        row.getField("Title"),
        row.getField("Idea"),
        row.getField("Funder"),
        Integer.parseInt(row.getField("Days")),
        row.getField("Outcome"),
        Long.parseLong(row.getField("Costs")),
        Long.parseLong(row.getField("Own")),
        row.getField("Partner"),
        Long.parseLong(row.getField("PartnerCosts")),
        Long.parseLong(row.getField("PartnerOwn")),
        Integer.parseInt(row.getField("Months")),
        row.getField("Course"));
  }

  /** Of its consortium. */
  String ideaId() {
    return "idee-" + key;
  }

  /** Of its case. */
  String id() {
    return "antrag-" + key;
  }

  String projectId() {
    return id() + "-project";
  }

  String programmeCode() {
    return programme.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean together() {
    return !partner.isEmpty();
  }

  /**
   * Whether its consortium went the whole way, in a case: an early one was older than the office.
   */
  boolean formed() {
    return outcome.equals("granted")
        && together()
        && programme == Programme.FEDERAL_JOINT_PROJECT
        && days <= 700;
  }

  String topicCode() {
    return topic.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is asked for, in thousands. */
  long grant() {
    return costs - own + partnerCosts - partnerOwn;
  }

  /** Days ago the notice came. */
  int noticed() {
    return days - 70;
  }

  LocalDate from(Calendar calendar) {
    return calendar.today().minusDays(days - 96L).plusMonths(1).withDayOfMonth(1);
  }

  LocalDate until(Calendar calendar) {
    return from(calendar).plusMonths(Math.max(months, 12)).minusDays(1);
  }
}
