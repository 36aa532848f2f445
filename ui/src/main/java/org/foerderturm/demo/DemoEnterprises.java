package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.foerderturm.enterprise.EnterpriseCommand.CancelDeMinimisAid;
import org.foerderturm.enterprise.EnterpriseCommand.EnterEnterprise;
import org.foerderturm.enterprise.EnterpriseCommand.LinkEnterprises;
import org.foerderturm.enterprise.EnterpriseCommand.RecordDeMinimisAid;
import org.foerderturm.enterprise.EnterpriseCommand.ReportYear;
import org.foerderturm.enterprise.EnterpriseQuery.FindEnterprise;

/** Two invented members in the register of enterprises: one outgrew its status, one had aid. */
final class DemoEnterprises {
  private static final long MILLION = 100_000_000;
  private static final String GROWING = "foerdergeruest-elektronik";
  private static final String YOUNG = "kohlenlicht";
  private static final String BACKER = "zechenkapital";

  private final Desk desk;
  private final Calendar calendar;
  private final int last;

  DemoEnterprises(Desk desk, Calendar calendar) {
    this.desk = desk;
    this.calendar = calendar;
    last = calendar.lastYear();
  }

  /** The stories that were not told yet. */
  List<Story> stories() {
    if (desk.asks(new FindEnterprise(GROWING, calendar.today()), PROJECT) != null) return List.of();
    return List.of(growing(), young());
  }

  private Story growing() {
    return new Story(GROWING, desk, calendar)
        .on(LocalDate.of(last, 5, 11), 9)
        .does(PROJECT, entered(GROWING, "Fördergerüst Elektronik GmbH (erfunden)"))
        .does(PROJECT, new ReportYear(GROWING, last - 3, 48, 8 * MILLION, 5 * MILLION))
        .does(PROJECT, new ReportYear(GROWING, last - 2, 260, 31 * MILLION, 17 * MILLION))
        .does(PROJECT, new ReportYear(GROWING, last - 1, 240, 33 * MILLION, 18 * MILLION));
  }

  private Story young() {
    var story = new Story(YOUNG, desk, calendar).on(LocalDate.of(last, 5, 12), 10);
    story
        .does(PROJECT, entered(YOUNG, "Kohlenlicht Software GmbH (erfunden)"))
        .does(PROJECT, entered(BACKER, "Zechenkapital Beteiligungen GmbH (erfunden)"))
        .does(
            PROJECT,
            new LinkEnterprises(
                BACKER, YOUNG, new BigDecimal("33.5"), false, LocalDate.of(last - 2, 7, 1)));
    for (int year = last - 2; year < last; year++)
      story
          .does(PROJECT, new ReportYear(YOUNG, year, 6, MILLION / 2, MILLION / 4))
          .does(PROJECT, new ReportYear(BACKER, year, 9, MILLION, 4 * MILLION));
    return story
        .does(PROJECT, aid("a1", 120_000, LocalDate.of(last - 3, 2, 20), "Land NRW"))
        .does(PROJECT, aid("a2", 80_000, LocalDate.of(last - 1, 3, 3), "Stadt Dortmund"))
        .does(PROJECT, aid("a3", 80_000, LocalDate.of(last - 1, 3, 3), "Stadt Dortmund"))
        .does(LEAD, new CancelDeMinimisAid(YOUNG + "-a3", "doppelt erfasst"));
  }

  private static EnterEnterprise entered(String id, String name) {
    return new EnterEnterprise(id, name, BigDecimal.ZERO);
  }

  private static RecordDeMinimisAid aid(String id, long euros, LocalDate on, String grantor) {
    return new RecordDeMinimisAid(
        YOUNG + "-" + id, YOUNG, euros * 100, on, grantor, "De-minimis-Bescheinigung " + id);
  }
}
