package org.foerderturm.rules;

import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Event;
import org.foerderturm.kernel.RuleChange;
import org.jspecify.annotations.Nullable;

/** What happened to the rows of a decision table's file. */
public sealed interface RuleEvent extends Event {

  String sheetId();

  String changeId();

  /**
   * @param version of the table that the proposal was made for
   * @param proposedBy user id; another person decides
   */
  @Revision("1")
  record RuleChangeProposed(
      String sheetId,
      String changeId,
      RuleChange change,
      int version,
      String reason,
      String source,
      @Nullable String pastReason,
      String proposedBy)
      implements RuleEvent {}

  /**
   * @param version of the table that holds the change
   */
  @Revision("1")
  record RuleChangeApproved(
      String sheetId, String changeId, RuleChange change, int version, String source)
      implements RuleEvent {}

  @Revision("1")
  record RuleChangeRefused(String sheetId, String changeId, String table, String reason)
      implements RuleEvent {}

  @Revision("1")
  record RuleChangeWithdrawn(String sheetId, String changeId, String table, String reason)
      implements RuleEvent {}
}
