package org.foerderturm.kernel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules as they are today, held against what was decided when they were others. What was decided
 * stays; this only tells of it.
 */
public interface PastRule {
  /** Whether there may be so many decisions that they are looked at part by part. */
  default boolean inParts() {
    return false;
  }

  /**
   * @param after place of the decision looked at last, in an order of its own; 0 for the first
   * @param limit how many decisions are looked at in one part, about
   * @param tables the tables of today
   */
  Looked look(long after, int limit, Decisions tables);

  /** Everything at once: where few decisions can differ. */
  static Looked all(List<PastDecision> differing) {
    return new Looked(differing, null);
  }

  /**
   * @param differing those that would come out differently
   * @param next from where to look on; null if none is left
   */
  record Looked(List<PastDecision> differing, @Nullable Long next) {
    public Looked {
      differing = List.copyOf(differing);
    }
  }

  /**
   * @param rule code; what it says stands in both languages under {@code past.<rule>}
   * @param page where to read on, a path of the interface
   * @param title of what was decided about
   * @param on the day of the decision
   * @param told what the words name: days, numbers, codes, and of tables maps of answers
   */
  record PastDecision(
      String rule, String page, String title, LocalDate on, Map<String, Object> told) {
    public PastDecision {
      told = Map.copyOf(told);
    }
  }
}
