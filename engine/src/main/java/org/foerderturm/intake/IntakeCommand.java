package org.foerderturm.intake;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Role;

/** What can be asked about lists of members. */
public sealed interface IntakeCommand extends Command {

  String importId();

  /**
   * Takes up all these members, or, if one can't be, none.
   *
   * @param fileName for people
   * @param sha256 of the file, hex; its bytes were stored before
   * @param known rows about members that the register has
   * @param refused rows that can't be taken and were left out on purpose
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record ImportMembers(
      @TargetAggregateIdentifier String importId,
      String fileName,
      String sha256,
      List<NewMember> members,
      int known,
      int refused)
      implements IntakeCommand {}
}
