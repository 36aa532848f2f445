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
   * Searches all events, newest first. Pages go on by position, so that none comes twice and none
   * is lost while new events come.
   *
   * @param terms each must be met; none for all
   * @param type stable event name
   * @param actor user id; also finds what was done on that user's behalf
   * @param before only positions below it; null from the newest
   * @param newest neither shown nor counted is what came later than this position; null for now
   */
  @AllowedTo({Role.AUDITOR, Role.COMMITTEE_MEMBER, Role.OFFICE_LEAD, Role.ADMINISTRATOR})
  record SearchEvents(
      List<Term> terms,
      @Nullable String type,
      @Nullable String actor,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Long before,
      @Nullable Long newest,
      int limit)
      implements AuditQuery<Page<HistoryRow>> {
    public SearchEvents {
      terms = List.copyOf(terms);
    }
  }

  /**
   * What an event must hold, or must not.
   *
   * @param text words in payload, actor, case title; German stemming; met if all stand there
   * @param also what the log holds for it: codes, user ids, dates; met if one stands there
   * @param saying types of events that meet it, whatever they hold, because it stands in the
   *     sentence that they are told in
   */
  record Term(String text, List<String> also, List<String> saying, boolean excluded) {
    public Term {
      also = List.copyOf(also);
      saying = List.copyOf(saying);
    }

    public static Term of(String text) {
      return new Term(text, List.of(), List.of(), false);
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
