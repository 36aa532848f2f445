package org.foerderturm.bench;

import java.util.UUID;

/** Many cases, made by copying the events of one that ran from start to end. */
final class Backlog {
  private final Product product;

  Backlog(Product product) {
    this.product = product;
    template();
  }

  /** One case from start to end: what the backlog is made of. */
  private void template() {
    product.background(true);
    product.db.sql("create table if not exists bench_template (case_id text)").update();
    String key = UUID.randomUUID().toString();
    product.start(key, Candidate.order(0));
    product.complete(task(key), Candidate.check(0));
    product.complete(task(key), Candidate.ship(0));
    product
        .db
        .sql(
            "insert into bench_template select distinct case_id from event_log"
                + " where case_id is not null and payload ->> 'caseKey' = ?")
        .param(key)
        .update();
  }

  private String task(String caseKey) {
    return product
        .db
        .sql(
            "select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
                + " where e.business_key_ = ?")
        .param(caseKey)
        .query(String.class)
        .single();
  }

  /**
   * Copies that case: the engine's ids of one JVM end alike, so another ending makes them the ids
   * of another case. A hundred cases go on side by side.
   */
  void copy(int events) {
    int copied =
        product
            .db
            .sql(
                """
                with t as (select e.*, right(e.case_id, 12) as ending from event_log e join bench_template using (case_id))
                insert into event_log (event_id, stream_type, stream_id, sequence, event_type, revision, recorded_at,
                  actor, roles, correlation_id, case_id, payload)
                select gen_random_uuid(), t.stream_type, replace(t.stream_id, t.ending, n.ending), t.sequence, t.event_type,
                  t.revision, t.recorded_at, t.actor, t.roles, gen_random_uuid(), replace(t.case_id, t.ending, n.ending),
                  replace(t.payload::text, t.ending, n.ending)::json
                from t, (select i, lpad(to_hex(i), 12, '0') as ending from generate_series(1, ?) i) n
                order by n.i / 100, t.sequence, n.i""")
            .param(events / 5)
            .update();
    System.out.printf("%d events in the backlog%n", copied);
    product.db.sql("analyze event_log").update();
  }
}
