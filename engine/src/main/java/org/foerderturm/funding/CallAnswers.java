package org.foerderturm.funding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.consortium.Programme;
import org.foerderturm.funding.FundingQuery.CallDetails;
import org.foerderturm.funding.FundingQuery.FindCall;
import org.foerderturm.funding.FundingQuery.OutlineRow;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers how the call of an application is decided: by the newest table and its own words. */
@Component
class CallAnswers {
  private final JdbcClient db;
  private final Decisions tables;

  CallAnswers(JdbcClient db, Decisions tables) {
    this.db = db;
    this.tables = tables;
  }

  @QueryHandler
  @Nullable CallDetails answer(FindCall q) {
    var outline =
        db.sql("select * from view_application_stage where application_id = ?")
            .param(q.applicationId())
            .query((rs, n) -> outline(rs))
            .optional()
            .orElse(null);
    return db.sql("select * from view_application where application_id = ?")
        .param(q.applicationId())
        .query((rs, n) -> details(rs, q.applicationId(), outline))
        .optional()
        .orElse(null);
  }

  private CallDetails details(ResultSet rs, String id, @Nullable OutlineRow outline)
      throws SQLException {
    boolean twoStage = rs.getBoolean("two_stage");
    var stated = stated(id);
    var programme = value(Programme.class, rs.getString("programme"));
    var regime = value(Regime.class, rs.getString("regime"));
    var deadline = rs.getObject("deadline", LocalDateTime.class);
    return new CallDetails(
        twoStage,
        stated,
        rs.getString("rules_reason"),
        twoStage
            ? marking(
                programme,
                regime,
                CallStage.FIRST,
                outline == null ? deadline : outline.deadline(),
                stated)
            : null,
        marking(programme, regime, CallStage.FULL, deadline, stated),
        outline,
        rs.getBigDecimal("total_most"),
        rs.getObject("reserve_rank", Integer.class),
        rs.getObject("reserve_until", LocalDate.class));
  }

  /** A table that says nothing, or two things, leaves the page without the line. */
  private @Nullable Marking marking(
      Programme programme,
      Regime regime,
      CallStage stage,
      LocalDateTime deadline,
      List<CallThreshold> stated) {
    try {
      return Marking.of(tables, programme, regime, stage, deadline.toLocalDate(), stated);
    } catch (Rejected none) {
      return null;
    }
  }

  private List<CallThreshold> stated(String id) {
    return db
        .sql("select * from view_application_threshold where application_id = ?")
        .param(id)
        .query(
            (rs, n) ->
                new CallThreshold(
                    value(CallStage.class, rs.getString("stage")),
                    value(MarkKind.class, rs.getString("mark")),
                    rs.getBigDecimal("least"),
                    rs.getBigDecimal("weight")))
        .list()
        .stream()
        .sorted(Comparator.comparing(CallThreshold::stage).thenComparing(CallThreshold::mark))
        .toList();
  }

  private static OutlineRow outline(ResultSet rs) throws SQLException {
    return new OutlineRow(
        rs.getObject("submitted_at", LocalDateTime.class),
        rs.getObject("deadline", LocalDateTime.class),
        rs.getBigDecimal("excellence"),
        rs.getBigDecimal("impact"),
        rs.getBigDecimal("implementation"),
        rs.getBigDecimal("total"),
        rs.getBigDecimal("most"),
        rs.getObject("invited", Boolean.class),
        rs.getObject("decided_on", LocalDate.class),
        rs.getString("reference"),
        rs.getString("statement"));
  }

  private static <E extends Enum<E>> E value(Class<E> type, String code) {
    return Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
