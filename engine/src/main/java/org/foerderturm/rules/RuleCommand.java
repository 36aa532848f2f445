package org.foerderturm.rules;

import java.util.Locale;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Role;
import org.foerderturm.kernel.RuleChange;
import org.jspecify.annotations.Nullable;

/** What people do with the rows of a decision table's file. */
public sealed interface RuleCommand extends Command {

  String sheetId();

  String changeId();

  static String idOf(String file) {
    return "rules-" + file.toLowerCase(Locale.ROOT);
  }

  /**
   * Proposes a change; another person approves or refuses it.
   *
   * @param changeId made by the one who asks
   * @param reason why it changes
   * @param source where the rule stands
   * @param pastReason why it changes what held on days gone by; needed then only
   */
  @AllowedTo(Role.ADMINISTRATOR)
  record ProposeRuleChange(
      @TargetAggregateIdentifier String sheetId,
      String changeId,
      RuleChange change,
      String reason,
      String source,
      @Nullable String pastReason)
      implements RuleCommand {}

  /** Makes the proposal a new version of the table; by another person than the one who proposed. */
  @AllowedTo({Role.OFFICE_LEAD, Role.ADMINISTRATOR})
  record ApproveRuleChange(@TargetAggregateIdentifier String sheetId, String changeId)
      implements RuleCommand {}

  /** By another person than the one who proposed. */
  @AllowedTo({Role.OFFICE_LEAD, Role.ADMINISTRATOR})
  record RefuseRuleChange(@TargetAggregateIdentifier String sheetId, String changeId, String reason)
      implements RuleCommand {}

  /** By the one who proposed it. */
  @AllowedTo(Role.ADMINISTRATOR)
  record WithdrawRuleChange(
      @TargetAggregateIdentifier String sheetId, String changeId, String reason)
      implements RuleCommand {}
}
