package org.foerderturm.chain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.chain.ChainQuery.ChainNode;
import org.foerderturm.chain.ChainQuery.FindChain;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Walks the chain both ways, in one statement. */
@Component
class ChainAnswers {
  private static final String CONNECTED =
      """
      with recursive reached(id) as (
        select ?::text
        union
        select next.id
        from reached r cross join lateral (
          select to_id as id from view_chain_link where from_id = r.id
          union all
          select from_id from view_chain_link where to_id = r.id) next)
      select n.* from reached r join view_chain_node n on n.node_id = r.id limit ?
      """;

  private final JdbcClient db;

  ChainAnswers(JdbcClient db) {
    this.db = db;
  }

  @QueryHandler
  List<ChainNode> answer(FindChain q) {
    return db
        .sql(CONNECTED)
        .params(q.id(), FindChain.MOST)
        .query(
            (rs, n) ->
                new ChainNode(
                    rs.getString("node_id"),
                    ChainStage.of(rs.getString("stage")),
                    rs.getString("owner_id"),
                    rs.getString("title"),
                    rs.getString("label"),
                    rs.getObject("day", LocalDate.class),
                    rs.getObject("amount_cents", Long.class),
                    rs.getString("state")))
        .list()
        .stream()
        .sorted(
            Comparator.comparing(ChainNode::stage)
                .thenComparing(ChainNode::day)
                .thenComparing(ChainNode::id))
        .toList();
  }
}
