package org.foerderturm.intake;

import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Event;

/** What happened with lists of members. */
public sealed interface IntakeEvent extends Event {

  String importId();

  /**
   * A list was taken up; the members' own events stand before it in the same transaction.
   *
   * @param sha256 of the file, hex
   * @param taken new members
   * @param known rows about members that the register had
   * @param refused rows that were left out because something was wrong with them
   */
  @Revision("1")
  record MembersImported(
      String importId, String fileName, String sha256, int taken, int known, int refused)
      implements IntakeEvent {}
}
