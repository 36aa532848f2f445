package org.foerderturm.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Questions about what happened. */
public sealed interface AuditQuery<R> extends Query<R> {

  /**
   * Everything that happened in one case, and to the aggregates it commanded, newest first.
   *
   * @param before only positions below it; null from the newest
   */
  @AllowedTo(everyone = true)
  record FindCaseHistory(String caseId, @Nullable Long before, int limit)
      implements AuditQuery<List<HistoryRow>> {}

  /**
   * Everything in one stream (an aggregate or a case), oldest first. Of members, contributions and
   * applications only project managers, office leads, committee members and auditors are told.
   */
  @AllowedTo(everyone = true)
  record FindStreamHistory(String stream, int limit) implements AuditQuery<List<HistoryRow>> {}

  /**
   * Searches all events, newest first.
   *
   * @param text words in payload, actor, case title; German stemming; null for all
   * @param saying types of events that are found too, whatever they hold, because the words stand
   *     in the sentences that they are told in; only together with a text
   * @param type stable event name
   * @param actor user id; also finds what was done on that user's behalf
   */
  @AllowedTo({Role.AUDITOR, Role.COMMITTEE_MEMBER, Role.OFFICE_LEAD, Role.ADMINISTRATOR})
  record SearchEvents(
      @Nullable String text,
      List<String> saying,
      @Nullable String type,
      @Nullable String actor,
      @Nullable Instant from,
      @Nullable Instant to,
      int offset,
      int limit)
      implements AuditQuery<Page<HistoryRow>> {
    public SearchEvents {
      saying = List.copyOf(saying);
    }
  }

  /** The events at these positions, newest first; a position that is none yet is left out. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindEvents(List<Long> positions) implements AuditQuery<List<HistoryRow>> {
    public FindEvents {
      positions = List.copyOf(positions);
    }
  }

  /** The event types that occur, for a filter. */
  @AllowedTo(everyone = true)
  record FindEventTypes() implements AuditQuery<List<String>> {}

  /**
   * One event with what is needed to say it in a sentence.
   *
   * @param leaf its leaf hash in the ledger, hex
   * @param actorName display name of the actor, or the user id if unknown
   */
  record HistoryRow(
      long position,
      String eventId,
      String stream,
      String streamType,
      String type,
      int revision,
      Instant at,
      String actor,
      String actorName,
      @Nullable String onBehalfOf,
      String roles,
      String correlation,
      @Nullable String caseId,
      @Nullable String caseTitle,
      JsonNode payload,
      String leaf) {}
}
