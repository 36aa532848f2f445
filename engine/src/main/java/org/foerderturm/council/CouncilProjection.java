package org.foerderturm.council;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.council.CouncilEvent.*;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Council papers as lists and pages show them. */
@Component
class CouncilProjection implements Projection {
  private static final String NO_CHECKS =
      "finance_passed = null, finance_statement = null, finance_by = null,"
          + " legal_passed = null, legal_statement = null, legal_by = null";
  private static final String UNSIGNED =
      "update view_council_cosigner set agrees = null, statement = null, signed_by = null,"
          + " signed_at = null where paper_id = ?";

  @Override
  public String name() {
    return "council";
  }

  @Override
  public List<String> tables() {
    return List.of(
        "view_council_paper",
        "view_council_year",
        "view_council_consultation",
        "view_council_cosigner",
        "view_council_note",
        "view_council_objection");
  }

  @EventHandler
  void on(CouncilPaperDrafted e, Recorded r, Writes w) {
    w.add(
        e.paperId(),
        "insert into view_council_paper (paper_id, title, stage, drafted_by, moved_at)"
            + " values (?, ?, 'draft', ?, ?)",
        e.paperId(),
        e.title(),
        r.actor(),
        r.at());
  }

  @EventHandler
  void on(CouncilPaperRequested e, Recorded r, Writes w) {
    w.add(
        e.paperId(),
        "insert into view_council_paper (paper_id, title, asked_by, proposal, total_cents, stage,"
            + " drafted_by, moved_at) values (?, ?, ?, ?, ?, 'draft', ?, ?)",
        e.paperId(),
        e.title(),
        e.askedBy(),
        e.proposal(),
        e.amountCents(),
        r.actor(),
        r.at());
  }

  @EventHandler
  void on(OriginalPaperNamed e, Recorded r, Writes w) {
    set(w, r, e.paperId(), null, "supplement_to = ?", e.originalId());
  }

  @EventHandler
  void on(CouncilPaperWritten e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.paperId(),
        "draft",
        "title = ?, dated_on = ?, file_reference = ?, originator = ?, proposal = ?, variants = ?,"
            + " reasons = ?, "
            + NO_CHECKS,
        e.title(),
        e.datedOn(),
        e.fileReference(),
        e.originator(),
        e.proposal(),
        e.variants().toArray(String[]::new),
        e.reasons());
    w.add(e.paperId(), UNSIGNED, e.paperId());
  }

  @EventHandler
  void on(CouncilEffectsStated e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.paperId(),
        "draft",
        "total_cents = ?, cover = ?, staff_effects = ?, " + NO_CHECKS,
        e.totalCents(),
        e.cover(),
        e.staffEffects());
    w.add(e.paperId(), UNSIGNED, e.paperId());
    w.add(e.paperId(), "delete from view_council_year where paper_id = ?", e.paperId());
    for (var year : e.years())
      w.add(
          e.paperId(),
          "insert into view_council_year (paper_id, year, amount_cents) values (?, ?, ?)",
          e.paperId(),
          year.year(),
          year.amountCents());
  }

  @EventHandler
  void on(ConsultationsOrdered e, Recorded r, Writes w) {
    set(w, r, e.paperId(), "draft", NO_CHECKS);
    w.add(e.paperId(), UNSIGNED, e.paperId());
    w.add(e.paperId(), "delete from view_council_consultation where paper_id = ?", e.paperId());
    for (var each : e.consultations())
      w.add(
          e.paperId(),
          "insert into view_council_consultation (paper_id, position, body_id, body, open,"
              + " planned_on, purpose, municipal) values (?, ?, ?, ?, ?, ?, ?, ?)",
          e.paperId(),
          each.position(),
          each.bodyId(),
          each.body(),
          each.open(),
          each.plannedOn(),
          code(each.purpose()),
          each.municipal());
  }

  @EventHandler
  void on(CosignersNamed e, Recorded r, Writes w) {
    set(w, r, e.paperId(), "cosigning", NO_CHECKS);
    w.add(e.paperId(), "delete from view_council_cosigner where paper_id = ?", e.paperId());
    for (var each : e.cosigners())
      w.add(
          e.paperId(),
          "insert into view_council_cosigner (paper_id, department, user_id) values (?, ?, ?)",
          e.paperId(),
          each.department(),
          each.userId());
  }

  @EventHandler
  void on(CouncilPaperCosigned e, Recorded r, Writes w) {
    w.add(
        e.paperId(),
        "update view_council_cosigner set agrees = ?, statement = ?, signed_by = ?, signed_at = ?"
            + " where paper_id = ? and department = ?",
        e.agrees(),
        e.statement(),
        r.actor(),
        r.at(),
        e.paperId(),
        e.department());
    set(w, r, e.paperId(), null, null);
  }

  @EventHandler
  void on(CosigningFinished e, Recorded r, Writes w) {
    set(w, r, e.paperId(), "checks", null);
  }

  @EventHandler
  void on(CouncilPaperChecked e, Recorded r, Writes w) {
    var check = code(e.check());
    set(
        w,
        r,
        e.paperId(),
        null,
        "%1$s_passed = ?, %1$s_statement = ?, %1$s_by = ?".formatted(check),
        e.passed(),
        e.statement(),
        r.actor());
  }

  @EventHandler
  void on(CouncilPaperRegistered e, Recorded r, Writes w) {
    set(w, r, e.paperId(), "registered", "number = ?", e.number());
  }

  @EventHandler
  void on(ConsultationRecorded e, Recorded r, Writes w) {
    if (e.result() == ConsultationResult.POSTPONED)
      w.add(
          e.paperId(),
          "update view_council_consultation set planned_on = coalesce(?::date, planned_on)"
              + " where paper_id = ? and position = ?",
          e.plannedOn(),
          e.paperId(),
          e.position());
    else
      w.add(
          e.paperId(),
          "update view_council_consultation set result = ?, held_on = coalesce(?::date,"
              + " (?::timestamptz at time zone 'Europe/Berlin')::date), reference = ?,"
              + " motion_id = ?, amended_text = ?, amended_cents = ?"
              + " where paper_id = ? and position = ?",
          code(e.result()),
          e.heldOn(),
          r.at(),
          e.reference(),
          e.motionId(),
          e.amendedText(),
          e.amendedCents(),
          e.paperId(),
          e.position());
    set(w, r, e.paperId(), null, null);
  }

  @EventHandler
  void on(ConsultationPostponed e, Recorded r, Writes w) {
    w.add(
        e.paperId(),
        "update view_council_consultation set planned_on = ?, postponed_because = ?"
            + " where paper_id = ? and position = ?",
        e.plannedOn(),
        e.reason(),
        e.paperId(),
        e.position());
    set(w, r, e.paperId(), null, null);
  }

  @EventHandler
  void on(CouncilNoteAdded e, Recorded r, Writes w) {
    w.add(
        e.paperId(),
        "insert into view_council_note (paper_id, position, text, reason, by_user, noted_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        e.paperId(),
        r.position(),
        e.text(),
        e.reason(),
        r.actor(),
        r.at());
  }

  @EventHandler
  void on(PaperObjected e, Recorded r, Writes w) {
    w.add(
        e.paperId(),
        "insert into view_council_objection (paper_id, objected_on, reason) values (?, ?, ?)",
        e.paperId(),
        e.objectedOn(),
        e.reason());
    set(w, r, e.paperId(), null, null);
  }

  @EventHandler
  void on(PaperUpheld e, Recorded r, Writes w) {
    settled(w, r, e.paperId(), true, e.decidedOn(), e.reference());
  }

  @EventHandler
  void on(PaperOverturned e, Recorded r, Writes w) {
    settled(w, r, e.paperId(), false, e.decidedOn(), e.reference());
  }

  private static void settled(
      Writes w, Recorded r, String id, boolean holds, LocalDate on, String reference) {
    w.add(
        id,
        "update view_council_objection set holds = ?, settled_on = ?, reference = ?"
            + " where paper_id = ?",
        holds,
        on,
        reference,
        id);
    set(w, r, id, null, null);
  }

  @EventHandler
  void on(CouncilPaperDecided e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.paperId(),
        e.result(),
        "decided_on = ?, reference = ?, motion_id = ?, reason = ?, resolved_cents = ?",
        e.decidedOn(),
        e.reference(),
        e.motionId(),
        e.reason(),
        e.resolvedCents());
  }

  /** Changes the paper's row; a null stage leaves the stage. */
  private static void set(
      Writes w,
      Recorded r,
      String paperId,
      @Nullable String stage,
      @Nullable String assignments,
      @Nullable Object... values) {
    var args = new Object[values.length + 3];
    System.arraycopy(values, 0, args, 0, values.length);
    args[values.length] = stage;
    args[values.length + 1] = r.at();
    args[values.length + 2] = paperId;
    w.add(
        paperId,
        "update view_council_paper set "
            + (assignments == null ? "" : assignments + ", ")
            + "stage = coalesce(?::text, stage), moved_at = ? where paper_id = ?",
        args);
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
