package org.foerderturm.ui.story;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sums over the log of the running demo, told apart from what any screen shows. */
final class DemoMoney {
  /** What a project's lines say they drew, beside what its application drew. */
  private static final String DRAWN =
      """
      with line as (
        select distinct on (stream_id, payload ->> 'lineId') stream_id,
          (payload ->> 'drawnCents')::bigint cents
        from event_log where event_type = 'LineFiguresReported'
        order by stream_id, payload ->> 'lineId', sequence desc),
      lines as (select stream_id, sum(cents) cents from line group by 1),
      draws as (
        select stream_id, sum((payload ->> 'amountCents')::bigint) cents
        from event_log where event_type = 'FundsDrawn' group by 1)
      select p.stream_id || ': lines ' || coalesce(l.cents, 0) || ', application '
        || coalesce(d.cents, 0)
      from event_log p left join lines l using (stream_id)
      left join draws d on d.stream_id = p.payload ->> 'applicationId'
      where p.event_type = 'ProjectStarted'
        and exists (select from event_log a
          where a.event_type = 'ApplicationOpened' and a.stream_id = p.payload ->> 'applicationId')
        and coalesce(l.cents, 0) <> coalesce(d.cents, 0)
      """;

  /** A project's grant beside its notice, and no more drawn than granted. */
  private static final String GRANTED =
      """
      with draws as (
        select stream_id, sum((payload ->> 'amountCents')::bigint) cents
        from event_log where event_type = 'FundsDrawn' group by 1),
      notice as (
        select distinct on (stream_id) stream_id, (payload ->> 'grantedCents')::bigint cents
        from event_log where event_type = 'GrantNoticeReceived'
        order by stream_id, sequence desc)
      select n.stream_id || ': granted ' || n.cents || ', project ' || (p.payload ->> 'grantCents')
        || ', drawn ' || coalesce(d.cents, 0)
      from notice n left join draws d using (stream_id)
      left join event_log p
        on p.event_type = 'ProjectStarted' and p.payload ->> 'applicationId' = n.stream_id
      where coalesce(d.cents, 0) > n.cents or (p.payload ->> 'grantCents')::bigint <> n.cents
      """;

  private DemoMoney() {}

  /** What does not agree, a sentence each; empty if all does. */
  static List<String> disagreements(Path data) throws Exception {
    var found = new ArrayList<String>();
    var figures = "select count(*) from event_log where event_type = 'LineFiguresReported'";
    if (Program.ask(data, figures).equals(List.of("0")))
      found.add("no project of the demo has figures");
    for (var question : List.of(DRAWN, GRANTED)) found.addAll(Program.ask(data, question));
    return found;
  }
}
