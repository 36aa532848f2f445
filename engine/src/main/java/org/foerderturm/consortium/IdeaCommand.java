package org.foerderturm.consortium;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Role;

/** What can be asked of an idea that nobody works on. */
public sealed interface IdeaCommand extends Command {

  String consortiumId();

  /** Has the idea worked on: it gets its case. Refused while it has one. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record SelectIdea(@TargetAggregateIdentifier String consortiumId) implements IdeaCommand {}

  /**
   * The selected idea's case begins. Refused if the idea is not selected any more, or has its case
   * already.
   */
  @AllowedTo(models = true)
  record BeginFormation(@TargetAggregateIdentifier String consortiumId) implements IdeaCommand {}

  /** Puts the idea away, not for ever. Refused while its case runs: that is to be ended first. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record SetIdeaAside(@TargetAggregateIdentifier String consortiumId, String reason)
      implements IdeaCommand {}

  /** Brings back what was set aside, as it was. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record TakeUpIdea(@TargetAggregateIdentifier String consortiumId) implements IdeaCommand {}
}
