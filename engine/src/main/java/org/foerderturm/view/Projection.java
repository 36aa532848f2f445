package org.foerderturm.view;

import java.util.List;

/**
 * Turns events into the rows that screens read. A Spring bean with {@code @EventHandler} methods:
 *
 * <pre>{@code
 * @EventHandler
 * void on(FundingCallClosed event, Recorded recorded, Writes writes) {
 *   writes.add(event.callId(), "update view_funding_call set open = false where call_id = ?", event.callId());
 * }
 * }</pre>
 *
 * Events come in the order of their position, each exactly once: the projection's position is
 * stored in the transaction of its rows. A handler finds rows by their primary key only (a rebuild
 * makes the other indexes last), sends no command, reads no clock and opens no transaction of its
 * own; table names carry no schema, because a rebuild runs the same handlers on shadow tables.
 */
public interface Projection {
  /** Unique, kebab case; shown to administrators. */
  String name();

  /**
   * Its tables, all prefixed {@code view_}, written by nobody else. No identity columns, no foreign
   * keys.
   */
  List<String> tables();
}
