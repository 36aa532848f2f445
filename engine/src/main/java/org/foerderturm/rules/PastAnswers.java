package org.foerderturm.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.PastRule;
import org.foerderturm.kernel.PastRule.Looked;
import org.foerderturm.kernel.PastRule.PastDecision;
import org.foerderturm.rules.RuleQuery.FindPastDecisions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Holds what was decided against the rules of today. */
@Component
class PastAnswers {
  /** Questions to tables in one part: about a second. */
  private static final int PART = 2_000;

  private final ObjectProvider<PastRule> rules; // they are there once the engine runs
  private final ObjectProvider<Decisions> tables;

  PastAnswers(ObjectProvider<PastRule> rules, ObjectProvider<Decisions> tables) {
    this.rules = rules;
    this.tables = tables;
  }

  @QueryHandler
  Looked answer(FindPastDecisions q) {
    var differing = new ArrayList<PastDecision>();
    @Nullable Long next = null;
    for (var rule : rules.orderedStream().toList()) {
      if (q.after() > 0 && !rule.inParts()) continue;
      var looked = rule.look(q.after(), PART, tables.getObject());
      differing.addAll(looked.differing());
      if (looked.next() != null) next = looked.next();
    }
    differing.sort(Comparator.comparing(PastDecision::on).reversed());
    return new Looked(List.copyOf(differing), next);
  }
}
