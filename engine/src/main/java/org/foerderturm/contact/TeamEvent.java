package org.foerderturm.contact;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/** What happened to an expert team. People are named by their id only (ADR 10). */
public sealed interface TeamEvent extends Event {

  String teamId();

  @Revision("1")
  record ExpertAppointed(
      String teamId,
      ExpertTeam team,
      String contactId,
      String memberId,
      LocalDate from,
      @Nullable LocalDate until,
      boolean chair)
      implements TeamEvent {}

  /**
   * @param from first day of the term that ends
   */
  @Revision("1")
  record ExpertTermEnded(
      String teamId, ExpertTeam team, String contactId, LocalDate from, LocalDate until)
      implements TeamEvent {}
}
