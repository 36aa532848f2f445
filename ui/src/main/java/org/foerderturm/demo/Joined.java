package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.LocalDate;
import java.util.List;
import org.foerderturm.alliance.Figures;
import org.foerderturm.alliance.MemberCommand.RegisterMember;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.consortium.Topic;

/** How those members came into the register of whom a story of its own is told. */
record Joined(Desk desk, Calendar calendar) {
  private static final long EURO = 100;

  Story register(
      String id,
      String name,
      MemberKind kind,
      Figures figures,
      LocalDate joinedOn,
      Topic... topics) {
    return new Story(id, desk, calendar)
        .on(calendar.opening().plusDays(4), 9)
        .does(
            PROJECT,
            new RegisterMember(
                id,
                name,
                kind,
                figures.staff(),
                figures.turnoverCents(),
                figures.groupStaff(),
                figures.groupTurnoverCents(),
                figures.foundedOn(),
                List.of(topics),
                joinedOn));
  }

  static Figures company(int staff, long turnover) {
    return new Figures(staff, turnover * EURO, null, null, null);
  }

  static Figures unknown() {
    return new Figures(null, null, null, null, null);
  }
}
