package org.foerderturm.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger proves of an event: the lines below in UTF-8, each ended by a line feed, absent
 * values as empty lines. No field but the payload is free text from people, and compact JSON has no
 * raw line feed, so no two events share their lines.
 *
 * <ol>
 *   <li>event id, stream type, stream id, sequence, event type, revision
 *   <li>recorded at: microseconds since 1970-01-01 UTC
 *   <li>actor, on behalf of, roles, correlation id, causation id, case id
 *   <li>payload, exactly as stored
 * </ol>
 */
public final class Leaf {
  /** Columns of {@code event_log e}, in the order of the lines, to be read as text. */
  public static final String COLUMNS =
      "e.event_id::text, e.stream_type, e.stream_id, e.sequence::text, e.event_type, e.revision::text,"
          + " (extract(epoch from e.recorded_at) * 1000000)::bigint::text, e.actor, e.on_behalf_of, e.roles,"
          + " e.correlation_id::text, e.causation_id::text, e.case_id, e.payload::text";

  static final int LINES = 14;

  private Leaf() {}

  /**
   * The leaf hash of RFC 6962: SHA-256 of a zero byte and the lines.
   *
   * @param first index of the first of {@link #COLUMNS} in the row
   */
  public static byte[] hash(ResultSet row, int first) throws SQLException {
    MessageDigest sha256 = MerkleTree.sha256();
    sha256.update((byte) 0);
    for (int i = 0; i < LINES; i++) line(sha256, row.getString(first + i));
    return sha256.digest();
  }

  private static void line(MessageDigest sha256, @Nullable String text) {
    if (text != null) sha256.update(text.getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) '\n');
  }
}
