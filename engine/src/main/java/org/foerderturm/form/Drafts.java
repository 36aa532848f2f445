package org.foerderturm.form;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Half-filled forms, kept for their writer until the task is done. Not part of the log: what nobody
 * decided is nobody's record.
 */
public interface Drafts {

  /**
   * @param place task id, or {@code start:} and a process key
   */
  Optional<Draft> find(String place, String userId);

  /** Keeps these values in place of those kept before. */
  void keep(String place, String userId, Map<String, Object> values);

  void drop(String place, String userId);

  record Draft(Map<String, Object> values, Instant keptAt) {}
}
