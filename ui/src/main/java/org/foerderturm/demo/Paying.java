package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.LocalDate;
import org.foerderturm.alliance.ContributionCommand.DeclareContributionDefault;
import org.foerderturm.alliance.ContributionCommand.InvoiceContribution;
import org.foerderturm.alliance.ContributionCommand.RecordContributionPayment;
import org.foerderturm.alliance.ContributionCommand.RemindContribution;

/** How the members pay of whom a story of its own is told. Sums are in euros. */
record Paying(Dues dues) {
  private static final long EURO = 100;

  Story paid(Story story, int year, long euros) {
    return pays(invoiced(story, year), year, euros, LocalDate.of(year, 2, 12));
  }

  Story invoiced(Story story, int year) {
    return invoiced(story, year, LocalDate.of(year, 1, 27));
  }

  Story invoiced(Story story, int year, LocalDate day) {
    story.on(day, 8);
    return story.does(
        PROJECT,
        new InvoiceContribution(
            contribution(story, year), dues.number(year), story.day(), story.day().plusDays(30)));
  }

  Story pays(Story story, int year, long euros, LocalDate day) {
    story.on(day, 15);
    return story.does(
        PROJECT,
        new RecordContributionPayment(contribution(story, year), euros * EURO, story.day()));
  }

  Story reminded(Story story, int year, LocalDate day) {
    story.on(day, 9);
    return story.does(PROJECT, new RemindContribution(contribution(story, year), story.day()));
  }

  Story inDefault(Story story, int year) {
    story.on(LocalDate.of(year, 5, 6), 9);
    return story.does(
        PROJECT, new DeclareContributionDefault(contribution(story, year), story.day()));
  }

  String contribution(Story story, int year) {
    return story.key() + "-" + year;
  }
}
