package org.foerderturm.enterprise;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.enterprise.DeMinimis.Aid;
import org.foerderturm.enterprise.DeMinimis.Ceiling;
import org.foerderturm.enterprise.EnterpriseQuery.*;
import org.foerderturm.enterprise.Enterprises.Link;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.NameOrder;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.view.Like;
import org.foerderturm.view.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions about the register, by the same rules and tables as the register itself. */
@Component
class EnterpriseAnswers {
  private static final String ROWS =
      """
      select e.*, (select max(year) from view_enterprise_year y
                   where y.enterprise_id = e.enterprise_id) as last_year,
             (select count(*) from view_enterprise_link l where l.holder_id = e.enterprise_id)
               + (select count(*) from view_enterprise_link l where l.held_id = e.enterprise_id)
               as links,
             (select count(*) from view_de_minimis_aid a
              where a.enterprise_id = e.enterprise_id and a.cancelled is null) as aids
      from view_enterprise e
      """;

  /**
   * Everybody who can be reached over shares that count, and whoever holds any share of them;
   * behind a public body nobody counts.
   */
  private static final String REACHED =
      """
      with recursive reached (id) as (
        select ?::text
        union
        select case when l.holder_id = r.id then l.held_id else l.holder_id end
        from reached r
        join view_enterprise e on e.enterprise_id = r.id and not e.public_body
        join view_enterprise_link l on r.id in (l.holder_id, l.held_id)
        where l.relation <> 'independent' or l.held_id = r.id)
      select id from reached
      """;

  private static final Order ORDER =
      new Order("e.name collate \"de-x-icu\"", "e.enterprise_id")
          .name("name", "e.name")
          .by("year", "last_year")
          .by("public", "e.public_percent")
          .by("links", "links")
          .by("aids", "aids");

  private final JdbcClient db;
  private final ObjectProvider<Decisions> tables;

  EnterpriseAnswers(JdbcClient db, ObjectProvider<Decisions> tables) {
    this.db = db;
    this.tables = tables;
  }

  @QueryHandler
  Page<EnterpriseRow> answer(FindEnterprises q) {
    var search = Like.words(q.search());
    var where = "where e.search like all(:search::text[]) ";
    var rows =
        db.sql(ROWS + where + ORDER.sql(q.sort()) + "limit :limit offset :offset")
            .param("search", search)
            .param("limit", q.limit())
            .param("offset", q.offset())
            .query((rs, n) -> row(rs))
            .list();
    var total =
        db.sql("select count(*) from view_enterprise e " + where)
            .param("search", search)
            .query(Long.class)
            .single();
    return new Page<>(rows, total);
  }

  @QueryHandler
  @Nullable EnterpriseDetails answer(FindEnterprise q) {
    var row =
        db.sql(ROWS + "where e.enterprise_id = ?")
            .param(q.enterpriseId())
            .query((rs, n) -> row(rs))
            .optional()
            .orElse(null);
    return row == null ? null : details(row, q.day());
  }

  private EnterpriseDetails details(EnterpriseRow row, LocalDate day) {
    var ids = db.sql(REACHED).param(row.enterpriseId()).query(String.class).list();
    var all = new Enterprises();
    db.sql("select * from view_enterprise where enterprise_id in (:ids)")
        .param("ids", ids)
        .query(
            rs -> {
              all.put(
                  rs.getString("enterprise_id"),
                  rs.getString("name"),
                  rs.getBigDecimal("public_percent"),
                  rs.getBoolean("public_body"));
            });
    var links = links(ids, all);
    var years = years(ids, all);
    var undertaking = all.undertaking(row.enterpriseId());
    var linked = undertaking.linked().stream().map(each -> each.id()).toList();
    var ceiling = orNull(() -> Ceiling.of(tables.getObject(), day));
    var aids = aids(linked, all, day, ceiling);
    return new EnterpriseDetails(
        row,
        undertaking.publicPercent(),
        orNull(() -> SmeStatus.of(undertaking, day, tables.getObject())),
        undertaking.weights().entrySet().stream()
            .map(
                each ->
                    new Weight(
                        each.getKey().id(),
                        each.getKey().name(),
                        BigDecimal.valueOf(each.getValue(), 2)))
            .toList(),
        years.stream()
            .filter(each -> undertaking.weights().containsKey(all.get(each.enterpriseId())))
            .toList(),
        links.stream()
            .filter(each -> linked.contains(each.holderId()) || linked.contains(each.heldId()))
            .toList(),
        last(undertaking, day),
        undertaking.name(),
        ceiling,
        aids.stream().filter(AidRow::counts).mapToLong(AidRow::amountCents).sum(),
        aids);
  }

  private static @Nullable LastYear last(Undertaking all, LocalDate day) {
    var year = all.lastYear(day);
    if (year == null) return null;
    var own = Objects.requireNonNull(all.self().years().get(year));
    return new LastYear(year, own, all.linked().size() == 1 ? null : all.together(year));
  }

  /** Nothing where the tables have no row for the day. */
  private static <T> @Nullable T orNull(java.util.function.Supplier<T> asked) {
    try {
      return asked.get();
    } catch (Rejected noRule) {
      return null;
    }
  }

  private List<LinkRow> links(List<String> ids, Enterprises all) {
    var rows = new ArrayList<LinkRow>();
    db.sql(
            "select l.*, h.name as holder, d.name as held from view_enterprise_link l"
                + " join view_enterprise h on h.enterprise_id = l.holder_id"
                + " join view_enterprise d on d.enterprise_id = l.held_id"
                + " where l.holder_id in (:ids) or l.held_id in (:ids)"
                + " order by h.name collate \"de-x-icu\", d.name collate \"de-x-icu\"")
        .param("ids", ids)
        .query(
            rs -> {
              var link =
                  new LinkRow(
                      rs.getString("holder_id"),
                      rs.getString("holder"),
                      rs.getString("held_id"),
                      rs.getString("held"),
                      rs.getBigDecimal("share_percent"),
                      rs.getBoolean("controls"),
                      Relation.of(rs.getString("relation")),
                      rs.getString("source"));
              rows.add(link);
              all.link(
                  new Link(link.holderId(), link.heldId(), link.sharePercent(), link.relation()));
            });
    return rows;
  }

  private List<FiguresRow> years(List<String> ids, Enterprises all) {
    var rows = new ArrayList<FiguresRow>();
    db.sql("select * from view_enterprise_year where enterprise_id in (:ids) order by year desc")
        .param("ids", ids)
        .query(
            rs -> {
              var of = all.get(rs.getString("enterprise_id"));
              var figures =
                  new Year(
                      rs.getInt("staff"),
                      rs.getLong("turnover_cents"),
                      rs.getLong("balance_cents"));
              int year = rs.getInt("year");
              all.change(of.id(), each -> each.with(year, figures));
              rows.add(new FiguresRow(of.id(), of.name(), year, figures));
            });
    rows.sort(
        Comparator.comparingInt(FiguresRow::year)
            .reversed()
            .thenComparing(NameOrder.by(FiguresRow::name)));
    return rows;
  }

  private List<AidRow> aids(
      List<String> linked, Enterprises all, LocalDate day, @Nullable Ceiling ceiling) {
    int years = ceiling == null ? 0 : ceiling.years();
    return db.sql(
            "select * from view_de_minimis_aid where enterprise_id in (:ids)"
                + " order by granted_on desc, aid_id")
        .param("ids", linked)
        .query(
            (rs, n) -> {
              var on = rs.getObject("granted_on", LocalDate.class);
              var aid = new Aid(on, rs.getLong("amount_cents"));
              var cancelled = rs.getString("cancelled");
              return new AidRow(
                  rs.getString("aid_id"),
                  rs.getString("enterprise_id"),
                  all.get(rs.getString("enterprise_id")).name(),
                  aid.cents(),
                  on,
                  rs.getString("grantor"),
                  rs.getString("document"),
                  DeMinimis.freeOn(on, years),
                  cancelled == null && DeMinimis.counts(aid, day, years),
                  cancelled,
                  rs.getString("application_id"),
                  rs.getString("corrected"));
            })
        .list();
  }

  @QueryHandler
  List<PartnerCheck> answer(FindPartnerChecks q) {
    return db.sql(
            "select * from view_partner_check where application_id = ?"
                + " order by partner collate \"de-x-icu\", partner_id")
        .param(q.applicationId())
        .query(
            (rs, n) -> {
              var size = rs.getString("size");
              return new PartnerCheck(
                  rs.getString("partner_id"),
                  rs.getString("partner"),
                  rs.getString("enterprise_id"),
                  size == null ? null : EnterpriseSize.of(size),
                  rs.getBoolean("derived"),
                  rs.getObject("last_year", Integer.class),
                  rs.getInt("version"),
                  rs.getObject("aid_cents", Long.class),
                  rs.getObject("sum_cents", Long.class),
                  rs.getObject("ceiling_cents", Long.class),
                  rs.getObject("granted_cents", Long.class),
                  rs.getObject("granted_sum_cents", Long.class),
                  rs.getObject("granted_ceiling_cents", Long.class));
            })
        .list();
  }

  private static EnterpriseRow row(ResultSet rs) throws SQLException {
    return new EnterpriseRow(
        rs.getString("enterprise_id"),
        rs.getString("name"),
        rs.getBigDecimal("public_percent"),
        rs.getBoolean("public_body"),
        rs.getObject("last_year", Integer.class),
        rs.getInt("links"),
        rs.getInt("aids"));
  }
}
