package org.foerderturm.funding;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.funding.FundingEvent.ApplicationClosed;
import org.foerderturm.funding.FundingEvent.ApplicationRejected;
import org.foerderturm.funding.FundingEvent.ApplicationStopped;
import org.foerderturm.funding.FundingEvent.GrantBecameFinal;
import org.foerderturm.funding.FundingEvent.GrantNoticeReceived;
import org.foerderturm.funding.FundingEvent.RejectionCorrected;
import org.foerderturm.funding.GrantEvent.*;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be done against the last notice on each application. */
@Component
class RemedyProjection implements Projection {
  @Override
  public String name() {
    return "remedies";
  }

  @Override
  public List<String> tables() {
    return List.of("view_remedy");
  }

  @EventHandler
  void on(GrantNoticeReceived e, Writes w) {
    told(w, e.applicationId(), "grant", e.reference(), e.receivedOn(), e.delivery());
    if (e.delivery() == null) set(w, e.applicationId(), "until = ?::date", e.appealUntil());
  }

  @EventHandler
  void on(ApplicationRejected e, Writes w) {
    told(w, e.applicationId(), "rejection", e.reference(), e.receivedOn(), e.delivery());
  }

  /** Earlier versions knew the day of receipt only, and objections. */
  private static void told(
      Writes w,
      String id,
      String notice,
      String reference,
      LocalDate receivedOn,
      @Nullable Delivery delivery) {
    var how =
        delivery == null
            ? new Delivery(
                null,
                receivedOn,
                receivedOn,
                false,
                Remedy.OBJECTION,
                Contest.monthAfter(receivedOn),
                "")
            : delivery;
    w.add(id, "delete from view_remedy where application_id = ?", id);
    w.add(
        id,
        "insert into view_remedy (application_id, notice, reference, posted_on, received_on,"
            + " notified_on, without_instruction, remedy, until, source)"
            + " values (?, ?, ?, ?::date, ?, ?, ?, ?::text, ?::date, ?::text)",
        id,
        notice,
        reference,
        how.postedOn(),
        receivedOn,
        how.notifiedOn(),
        how.withoutInstruction(),
        code(how.remedy()),
        how.until(),
        delivery == null ? null : how.source());
  }

  @EventHandler
  void on(GrantNoticeCorrected e, Writes w) {
    toldAnew(w, e.applicationId(), e.reference(), e.receivedOn(), e.delivery());
    set(w, e.applicationId(), "until = ?::date", e.appealUntil());
  }

  @EventHandler
  void on(RejectionCorrected e, Writes w) {
    toldAnew(w, e.applicationId(), e.reference(), e.receivedOn(), e.delivery());
    set(w, e.applicationId(), "until = ?", e.contestUntil());
  }

  private static void toldAnew(
      Writes w, String id, String reference, LocalDate receivedOn, @Nullable Delivery delivery) {
    set(
        w,
        id,
        "reference = ?, received_on = ?, posted_on = ?::date, notified_on = ?,"
            + " without_instruction = ?, source = ?::text",
        reference,
        receivedOn,
        Delivery.posted(delivery),
        delivery == null ? receivedOn : delivery.notifiedOn(),
        Delivery.uninstructed(delivery),
        delivery == null ? null : delivery.source());
  }

  // ---- filed and decided

  @EventHandler
  void on(ObjectionFiled e, Writes w) {
    filed(w, e.applicationId(), e.remedy() == null ? Remedy.OBJECTION : e.remedy(), e.filedOn());
  }

  @EventHandler
  void on(RejectionContested e, Writes w) {
    filed(w, e.applicationId(), e.remedy(), e.filedOn());
  }

  private static void filed(Writes w, String id, Remedy remedy, LocalDate on) {
    set(w, id, "filed = ?, filed_on = ?", remedy.code(), on);
  }

  @EventHandler
  void on(GrantDayCorrected e, Writes w) {
    if (e.day() == GrantDay.OBJECTION) set(w, e.applicationId(), "filed_on = ?", e.on());
  }

  @EventHandler
  void on(ObjectionDecided e, Writes w) {
    var further =
        e.remedy() == null || e.remedy() == Remedy.OBJECTION ? Remedy.ACTION.code() : null;
    decided(w, e.applicationId(), e.result(), further, e.appealUntil());
  }

  @EventHandler
  void on(ContestDecided e, Writes w) {
    var further = e.further() ? Remedy.ACTION.code() : null;
    decided(w, e.applicationId(), e.result(), further, e.furtherUntil());
  }

  private static void decided(
      Writes w,
      String id,
      ObjectionResult result,
      @Nullable String further,
      @Nullable LocalDate until) {
    set(w, id, "filed = null, filed_on = null");
    if (result != ObjectionResult.WITHDRAWN)
      set(w, id, "decided = true, remedy = ?::text, until = ?::date", further, until);
  }

  @EventHandler
  void on(ObjectionDecisionCorrected e, Writes w) {
    if (e.result() != ObjectionResult.WITHDRAWN)
      set(w, e.applicationId(), "until = ?", e.appealUntil());
  }

  @EventHandler
  void on(ContestDecisionCorrected e, Writes w) {
    if (e.furtherUntil() != null) set(w, e.applicationId(), "until = ?", e.furtherUntil());
  }

  // ---- nothing is open any more

  @EventHandler
  void on(RejectionLifted e, Writes w) {
    w.add(e.applicationId(), "delete from view_remedy where application_id = ?", e.applicationId());
  }

  @EventHandler
  void on(GrantBecameFinal e, Writes w) {
    set(w, e.applicationId(), "ended = true");
  }

  @EventHandler
  void on(ApplicationStopped e, Writes w) {
    set(w, e.applicationId(), "ended = true");
  }

  @EventHandler
  void on(ApplicationClosed e, Writes w) {
    set(w, e.applicationId(), "ended = true");
  }

  private static @Nullable String code(@Nullable Remedy remedy) {
    return remedy == null ? null : remedy.code();
  }

  private static void set(Writes w, String id, String assignments, @Nullable Object... values) {
    var args = Arrays.copyOf(values, values.length + 1);
    args[values.length] = id;
    w.add(id, "update view_remedy set " + assignments + " where application_id = ?", args);
  }
}
