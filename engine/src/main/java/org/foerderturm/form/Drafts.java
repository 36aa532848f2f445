package org.foerderturm.form;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Half-filled forms, kept for their writer until the task is done. Not part of the log: what nobody
 * decided is nobody's record.
 */
public interface Drafts {

  /**
   * @param place task id, or {@code start:} and a process key
   */
  Optional<Draft> find(String place, String userId);

  /**
   * Keeps these values in place of those kept before.
   *
   * @param seen what the form began with
   */
  void keep(String place, String userId, Map<String, Object> values, Map<String, Object> seen);

  void drop(String place, String userId);

  /**
   * @param seen what the form began with when the draft was begun; null for a draft of an older
   *     version
   */
  record Draft(Map<String, Object> values, Instant keptAt, @Nullable Map<String, Object> seen) {}
}
