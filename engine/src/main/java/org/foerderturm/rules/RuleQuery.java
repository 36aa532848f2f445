package org.foerderturm.rules;

import java.time.Instant;
import java.util.List;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.PastRule.Looked;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.foerderturm.kernel.RuleChange;
import org.foerderturm.kernel.RuleTable;
import org.jspecify.annotations.Nullable;

/** Questions about the office's rules. */
public sealed interface RuleQuery<R> extends Query<R> {

  /** All decision tables in their newest version. */
  @AllowedTo(everyone = true)
  record FindRuleTables() implements RuleQuery<List<RuleTable>> {}

  /** All proposals to change them, the newest first. */
  @AllowedTo(everyone = true)
  record FindRuleChanges() implements RuleQuery<List<RuleChangeRow>> {}

  /** Tables whose office rows were kept when the product came with another version. */
  @AllowedTo(everyone = true)
  record FindKeptRules() implements RuleQuery<List<KeptRules>> {}

  /**
   * Decisions of before that would come out differently by the rules of today, part by part.
   *
   * @param after what the part before said; 0 for the first part
   */
  @AllowedTo({Role.AUDITOR, Role.OFFICE_LEAD, Role.ADMINISTRATOR})
  record FindPastDecisions(long after) implements RuleQuery<Looked> {}

  /**
   * @param version of the table that it was proposed for
   * @param state {@code open}, {@code approved}, {@code refused} or {@code withdrawn}
   * @param decidedWhy why it was refused or withdrawn
   * @param madeVersion of the table that holds it
   */
  record RuleChangeRow(
      String changeId,
      String sheetId,
      RuleChange change,
      int version,
      String reason,
      String source,
      @Nullable String pastReason,
      Instant proposedAt,
      String proposedBy,
      String state,
      @Nullable Instant decidedAt,
      @Nullable String decidedBy,
      @Nullable String decidedWhy,
      @Nullable Integer madeVersion) {
    public boolean isOpen() {
      return state.equals("open");
    }
  }

  /**
   * @param version that is in force since
   * @param problem null if the product's version holds the office's rows; else the code of why it
   *     has no room for them and the office's stays
   */
  record KeptRules(String file, int version, int changes, @Nullable String problem, Instant at) {}
}
