package org.foerderturm.chain;

import java.time.LocalDate;
import java.util.List;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Questions about how one thing led to another. */
public sealed interface ChainQuery<R> extends Query<R> {

  /**
   * All that is connected with a thing, however far; empty if it stands in no chain. In the order
   * of the stages, then of the days; at most {@value #MOST}.
   *
   * @param id of a consortium, paper, motion, application or project; also a case key of theirs
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindChain(String id) implements ChainQuery<List<ChainNode>> {
    public static final int MOST = 300;
  }

  /**
   * @param ownerId the thing whose page shows it: of a draw-down the application
   * @param label number or reference, if it has one
   * @param day when it came to its state
   * @param amountCents what it is about, in euro cents
   * @param state a code of the stage, e.g. {@code adopted}
   */
  record ChainNode(
      String id,
      ChainStage stage,
      String ownerId,
      String title,
      @Nullable String label,
      LocalDate day,
      @Nullable Long amountCents,
      String state) {}
}
