package org.foerderturm.funding;

import java.util.List;
import java.util.Locale;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.jspecify.annotations.Nullable;

/** Rows of applications, as the projection "funding" writes them. */
final class ApplicationRows {
  private ApplicationRows() {}

  /** Changes the application's row; a null stage leaves the stage. */
  static void set(
      Writes w,
      Recorded r,
      String applicationId,
      @Nullable String stage,
      @Nullable String assignments,
      @Nullable Object... values) {
    var args = new Object[values.length + 3];
    System.arraycopy(values, 0, args, 0, values.length);
    args[values.length] = stage;
    args[values.length + 1] = r.at();
    args[values.length + 2] = applicationId;
    w.add(
        applicationId,
        "update view_application set "
            + (assignments == null ? "" : assignments + ", ")
            + "stage = coalesce(?::text, stage), moved_at = ? where application_id = ?",
        args);
  }

  static void put(Writes w, String applicationId, String partnerId, List<BudgetLine> lines) {
    lines(w, applicationId, partnerId);
    for (var line : lines)
      w.add(
          applicationId,
          "insert into view_application_line values (?, ?, ?, ?, ?, ?, ?, ?)",
          applicationId,
          partnerId,
          line.row().code(),
          line.costsCents(),
          line.grantCents(),
          line.ownCents(),
          line.thirdPartyCents(),
          line.publicCents());
  }

  static void lines(Writes w, String applicationId, String partnerId) {
    w.add(
        applicationId,
        "delete from view_application_line where application_id = ? and partner_id = ?",
        applicationId,
        partnerId);
  }

  static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
