package org.foerderturm.funding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.funding.FundingEvent.ApplicationOpened;
import org.foerderturm.funding.StartOfWorkEvent.*;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When work may begin before the notice, and when it did. */
@Component
class StartOfWorkProjection implements Projection {
  @Override
  public String name() {
    return "start-of-work";
  }

  @Override
  public List<String> tables() {
    return List.of("view_start_of_work");
  }

  @EventHandler
  void on(ApplicationOpened e, Writes w) {
    w.add(
        e.applicationId(),
        "insert into view_start_of_work (application_id) values (?)",
        e.applicationId());
  }

  @EventHandler
  void on(EarlyStartRequested e, Writes w) {
    set(
        w,
        e,
        "requested_on = ?, grounds = ?, decided_on = null, reference = null, reason = null",
        e.requestedOn(),
        e.grounds());
  }

  @EventHandler
  void on(EarlyStartPermitted e, Writes w) {
    set(
        w,
        e,
        "decided_on = ?, permitted_from = ?, reference = ?::text",
        e.decidedOn(),
        e.from(),
        e.reference());
  }

  @EventHandler
  void on(EarlyStartCorrected e, Writes w) {
    set(
        w,
        e,
        "decided_on = ?, permitted_from = ?, reference = ?::text",
        e.decidedOn(),
        e.from(),
        e.reference());
  }

  @EventHandler
  void on(EarlyStartRefused e, Writes w) {
    set(
        w,
        e,
        "decided_on = ?, reference = ?::text, reason = ?",
        e.decidedOn(),
        e.reference(),
        e.reason());
  }

  @EventHandler
  void on(WorkStarted e, Writes w) {
    set(w, e, "started_on = ?, what = ?", e.startedOn(), e.what());
  }

  @EventHandler
  void on(StartOfWorkCorrected e, Writes w) {
    set(w, e, "started_on = ?, what = ?", e.startedOn(), e.what());
  }

  @EventHandler
  void on(StartOfWorkWithdrawn e, Writes w) {
    set(w, e, "started_on = null, what = null");
  }

  private static void set(
      Writes w, StartOfWorkEvent e, String assignments, @Nullable Object... values) {
    var args = new ArrayList<@Nullable Object>(Arrays.asList(values));
    args.add(e.applicationId());
    w.add(
        e.applicationId(),
        "update view_start_of_work set " + assignments + " where application_id = ?",
        args.toArray());
  }
}
