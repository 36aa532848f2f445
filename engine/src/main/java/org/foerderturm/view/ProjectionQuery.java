package org.foerderturm.view;

import java.time.Instant;
import java.util.List;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Administration of projections. */
public sealed interface ProjectionQuery<R> extends Query<R> {

  @AllowedTo(Role.ADMINISTRATOR)
  record FindProjections() implements ProjectionQuery<List<ProjectionRow>> {}

  /**
   * Builds a projection's tables anew from position 0 beside the old ones, which answer until the
   * swap. Returns at once; progress is in {@link ProjectionRow}.
   */
  @AllowedTo(Role.ADMINISTRATOR)
  record RebuildProjection(String name) implements Command {}

  /**
   * @param position next position to read
   * @param head size of the ledger
   * @param lag events behind
   * @param rebuild 0 to 100 while a rebuild runs, else null
   * @param failure what stops it, in one line, else null
   */
  record ProjectionRow(
      String name,
      long position,
      long head,
      long lag,
      @Nullable Instant movedAt,
      @Nullable Integer rebuild,
      @Nullable String failure) {}
}
