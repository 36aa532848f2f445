package org.foerderturm.contact;

import java.time.LocalDate;
import java.util.List;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Questions about people of members and the expert teams; personal data (ADR 10). */
public sealed interface ContactQuery<R> extends Query<R> {

  /** The people of a member: those who speak for it first, then the former ones. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR})
  record FindContacts(String memberId) implements ContactQuery<List<ContactRow>> {}

  /**
   * Names of those who speak for a member on that day, in the order of names; at most 50.
   *
   * @param search words of the name
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR})
  record FindSpeakers(String search, LocalDate on) implements ContactQuery<List<String>> {}

  /** All terms in all expert teams, by team, the present ones first; at most 2,000. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.EXPERT_TEAM})
  record FindExpertTerms(LocalDate on) implements ContactQuery<List<TermRow>> {}

  /**
   * @param terms in expert teams, newest first
   */
  record ContactRow(
      String contactId,
      String name,
      String function,
      @Nullable String mail,
      @Nullable String phone,
      LocalDate from,
      @Nullable LocalDate until,
      List<TermRow> terms) {}

  /**
   * @param team code
   * @param name of the person
   * @param memberName empty for a member that is unknown here
   */
  record TermRow(
      String team,
      String contactId,
      String name,
      String memberId,
      String memberName,
      LocalDate from,
      @Nullable LocalDate until,
      boolean chair) {
    public boolean holdsOn(LocalDate day) {
      return !from.isAfter(day) && (until == null || !until.isBefore(day));
    }
  }
}
