package org.foerderturm.contact;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Revision;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What can be asked about a person of a member; personal data (ADR 10). */
public sealed interface ContactCommand extends Command {

  String contactId();

  /**
   * @param function what the person does there
   * @param from first day
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record AddContact(
      @TargetAggregateIdentifier String contactId,
      String memberId,
      String name,
      String function,
      @Nullable String mail,
      @Nullable String phone,
      LocalDate from)
      implements ContactCommand {}

  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectContact(
      @TargetAggregateIdentifier String contactId,
      String name,
      String function,
      @Nullable String mail,
      @Nullable String phone,
      @Nullable CorrectContact seen)
      implements ContactCommand, Revision<CorrectContact> {
    public CorrectContact(
        String contactId,
        String name,
        String function,
        @Nullable String mail,
        @Nullable String phone) {
      this(contactId, name, function, mail, phone, null);
    }
  }

  /**
   * The person speaks for the member no longer.
   *
   * @param until last day
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record EndContact(@TargetAggregateIdentifier String contactId, LocalDate until)
      implements ContactCommand {}
}
