package org.foerderturm.funding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.funding.AdditionalRequestEvent.*;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the funder asked for in addition, and what was handed in. */
@Component
class AdditionalRequestProjection implements Projection {
  @Override
  public String name() {
    return "additional-requests";
  }

  @Override
  public List<String> tables() {
    return List.of("view_additional_request");
  }

  @EventHandler
  void on(AdditionalRequestReceived e, Writes w) {
    w.add(
        e.applicationId(),
        "insert into view_additional_request (application_id, number, asked, received_on, due_on)"
            + " values (?, ?, ?, ?, ?)",
        e.applicationId(),
        e.number(),
        e.asked(),
        e.receivedOn(),
        e.dueOn());
  }

  @EventHandler
  void on(AdditionalRequestMoved e, Writes w) {
    set(w, e, e.number(), "due_on = ?", e.dueOn());
  }

  @EventHandler
  void on(AdditionalRequestAnswered e, Writes w) {
    set(
        w,
        e,
        e.number(),
        "answered_on = ?, handed_in = ?, late = ?",
        e.answeredOn(),
        e.handedIn(),
        e.missedOn() != null);
  }

  @EventHandler
  void on(AdditionalAnswerCorrected e, Writes w) {
    set(
        w,
        e,
        e.number(),
        "answered_on = ?, handed_in = ?, late = ?",
        e.answeredOn(),
        e.handedIn(),
        e.missedOn() != null);
  }

  @EventHandler
  void on(AdditionalRequestEnded e, Writes w) {
    set(w, e, e.number(), "ended = true, reason = ?::text", e.reason());
  }

  private static void set(
      Writes w,
      AdditionalRequestEvent e,
      int number,
      String assignments,
      @Nullable Object... values) {
    var args = new ArrayList<@Nullable Object>(Arrays.asList(values));
    args.add(e.applicationId());
    args.add(number);
    w.add(
        e.applicationId(),
        "update view_additional_request set "
            + assignments
            + " where application_id = ? and number = ?",
        args.toArray());
  }
}
