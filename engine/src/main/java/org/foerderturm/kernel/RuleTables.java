package org.foerderturm.kernel;

import java.util.List;

/**
 * The deployed decision tables as tables: read, judged and changed without a build. A parameter of
 * command handlers.
 */
public interface RuleTables {
  /** All tables in their newest version. */
  List<RuleTable> all();

  /**
   * Refuses a change that the newest version of its file can't take.
   *
   * @return the version that the change would follow
   * @throws Rejected {@code rule-table-unknown}, {@code rule-row-unknown}, {@code
   *     rule-column-unknown}, {@code rule-cell-missing}, {@code rule-cell-unreadable}, {@code
   *     rule-value-unknown}, {@code rule-text-too-long}, {@code rule-too-many-rows}, {@code
   *     source-missing}, {@code rule-without-days}, {@code rule-ends-before-it-begins}, {@code
   *     rule-ends-already}, {@code rule-not-whole-year}, {@code rule-overlap}, {@code
   *     rule-never-reached}, {@code rule-gap}, {@code rule-changes-nothing}
   */
  int judge(RuleChange change);

  /** Whether the change reaches back before today. */
  boolean isPast(RuleChange change);

  /**
   * Makes the change a new version of the table, in the transaction at hand; every case asks it
   * from then on.
   *
   * @return the new version
   * @throws Rejected as {@link #judge}
   */
  int publish(RuleChange change);
}
