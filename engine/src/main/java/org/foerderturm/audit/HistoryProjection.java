package org.foerderturm.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.kernel.SearchText;
import org.foerderturm.process.ProcessEvent.CaseAdvanced;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.springframework.stereotype.Component;

/** One row an event, with what one searches by. */
@Component
class HistoryProjection implements Projection {
  private static final String HAPPENED =
      """
      insert into view_history (position, stream, type, actor, on_behalf_of, case_id, correlation, at, words)
      values (?, ?, ?, ?, ?, ?, ?::uuid, ?, to_tsvector('german', ?))""";
  private static final String HAPPENED_IN_CASE =
      """
      insert into view_history (position, stream, type, actor, on_behalf_of, case_id, correlation, at, words)
      values (?, ?, ?, ?, ?, ?, ?::uuid, ?, to_tsvector('german', ?)
        || coalesce((select words from view_case_name where case_id = ?), ''))""";
  private static final String NAMED =
      "insert into view_case_name (case_id, title, words)"
          + " values (?, ?, to_tsvector('german', ?))";
  private static final String RENAMED =
      "update view_case_name set title = ?, words = to_tsvector('german', ?)"
          + " where case_id = ?";

  /** Orders this projection's rows of one case: its name before what happened under it. */
  private record InCase(String caseId) {}

  @Override
  public String name() {
    return "history";
  }

  @Override
  public List<String> tables() {
    return List.of("view_history", "view_case_name");
  }

  @EventHandler
  void on(Object event, Recorded recorded, JsonNode payload, Writes writes) {
    if (event instanceof CaseAdvanced step) name(step, writes);
    String words = Words.of(recorded, payload);
    String caseId = recorded.caseId();
    if (caseId == null)
      writes.add(
          recorded.position(),
          HAPPENED,
          recorded.position(),
          recorded.stream(),
          recorded.type(),
          recorded.actor(),
          recorded.onBehalfOf(),
          null,
          recorded.correlation(),
          recorded.at(),
          words);
    else
      writes.add(
          new InCase(caseId),
          HAPPENED_IN_CASE,
          recorded.position(),
          recorded.stream(),
          recorded.type(),
          recorded.actor(),
          recorded.onBehalfOf(),
          caseId,
          recorded.correlation(),
          recorded.at(),
          words,
          caseId);
  }

  private static void name(CaseAdvanced step, Writes writes) {
    String title = (step.title() == null ? step.model().name() : step.title()).replace('\0', ' ');
    if (step.started())
      writes.add(new InCase(step.caseId()), NAMED, step.caseId(), title, SearchText.of(title));
    else if (step.title() != null
        && step.variables().stream().anyMatch(change -> change.name().equals("title")))
      writes.add(new InCase(step.caseId()), RENAMED, title, SearchText.of(title), step.caseId());
  }
}
