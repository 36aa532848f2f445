package org.foerderturm.intake;

import java.time.Instant;
import java.util.List;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;

/** Questions about lists of members that were taken up. */
public sealed interface IntakeQuery<R> extends Query<R> {

  /** The last imports, newest first. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR})
  record FindImports(int limit) implements IntakeQuery<List<ImportRow>> {}

  /**
   * @param sha256 of the file
   * @param by user id
   */
  record ImportRow(
      String importId,
      String fileName,
      String sha256,
      int taken,
      int known,
      int refused,
      Instant at,
      String by) {}
}
