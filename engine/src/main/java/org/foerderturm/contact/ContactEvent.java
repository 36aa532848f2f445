package org.foerderturm.contact;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a person of a member. Personal data, to be sealed by a key a person (ADR 10).
 */
public sealed interface ContactEvent extends Event {

  String contactId();

  @Revision("1")
  record ContactAdded(
      String contactId,
      String memberId,
      String name,
      String function,
      @Nullable String mail,
      @Nullable String phone,
      LocalDate from)
      implements ContactEvent {}

  @Revision("1")
  record ContactCorrected(
      String contactId,
      String memberId,
      String name,
      String function,
      @Nullable String mail,
      @Nullable String phone)
      implements ContactEvent {}

  @Revision("1")
  record ContactEnded(String contactId, String memberId, String name, LocalDate until)
      implements ContactEvent {}
}
