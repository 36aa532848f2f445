package org.foerderturm.chain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.committee.CommitteeEvent.MotionDecided;
import org.foerderturm.committee.CommitteeEvent.MotionSubmitted;
import org.foerderturm.committee.CommitteeEvent.MotionWithdrawn;
import org.foerderturm.consortium.ConsortiumEvent.AgreedInPrinciple;
import org.foerderturm.consortium.ConsortiumEvent.ConsortiumConstituted;
import org.foerderturm.consortium.ConsortiumEvent.ConsortiumDissolved;
import org.foerderturm.consortium.ConsortiumEvent.ConsortiumProposed;
import org.foerderturm.consortium.IdeaEvent.IdeaSetAside;
import org.foerderturm.consortium.IdeaEvent.IdeaTakenUp;
import org.foerderturm.council.CouncilEvent.CouncilEffectsStated;
import org.foerderturm.council.CouncilEvent.CouncilPaperDecided;
import org.foerderturm.council.CouncilEvent.CouncilPaperDrafted;
import org.foerderturm.council.CouncilEvent.CouncilPaperRegistered;
import org.foerderturm.council.CouncilEvent.CouncilPaperRequested;
import org.foerderturm.council.CouncilEvent.CouncilPaperWritten;
import org.foerderturm.council.CouncilEvent.OriginalPaperNamed;
import org.foerderturm.funding.FundingEvent.ApplicationClosed;
import org.foerderturm.funding.FundingEvent.ApplicationOpened;
import org.foerderturm.funding.FundingEvent.ApplicationRejected;
import org.foerderturm.funding.FundingEvent.ApplicationStopped;
import org.foerderturm.funding.FundingEvent.ApplicationSubmitted;
import org.foerderturm.funding.FundingEvent.BudgetAgreed;
import org.foerderturm.funding.FundingEvent.DrawDownCorrected;
import org.foerderturm.funding.FundingEvent.FirstStageCorrected;
import org.foerderturm.funding.FundingEvent.FirstStageDecided;
import org.foerderturm.funding.FundingEvent.FundsDrawn;
import org.foerderturm.funding.FundingEvent.GrantBecameFinal;
import org.foerderturm.funding.FundingEvent.GrantNoticeReceived;
import org.foerderturm.funding.FundingEvent.OutlineSubmitted;
import org.foerderturm.funding.FundingEvent.ProofOfUseCorrected;
import org.foerderturm.funding.FundingEvent.ProofOfUseSubmitted;
import org.foerderturm.funding.FundingEvent.RejectionCorrected;
import org.foerderturm.funding.FundingEvent.ReserveListLapsed;
import org.foerderturm.funding.FundingEvent.ReserveListed;
import org.foerderturm.funding.GrantDay;
import org.foerderturm.funding.GrantEvent.ContestDecisionCorrected;
import org.foerderturm.funding.GrantEvent.GrantDayCorrected;
import org.foerderturm.funding.GrantEvent.GrantNoticeCorrected;
import org.foerderturm.funding.GrantEvent.GrantRevoked;
import org.foerderturm.funding.GrantEvent.ObjectionDecided;
import org.foerderturm.funding.GrantEvent.ObjectionDecisionCorrected;
import org.foerderturm.funding.GrantEvent.RejectionLifted;
import org.foerderturm.funding.GrantEvent.RevocationCorrected;
import org.foerderturm.funding.ObjectionResult;
import org.foerderturm.project.ProjectEvent.ProjectClosed;
import org.foerderturm.project.ProjectEvent.ProjectGrantChanged;
import org.foerderturm.project.ProjectEvent.ProjectStarted;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What led to what. A further stage is one handler: put its node, link it to what it comes from.
 */
@Component
class ChainProjection implements Projection {
  private static final ZoneId OFFICE = WorkingDays.OFFICE;

  @Override
  public String name() {
    return "chain";
  }

  @Override
  public List<String> tables() {
    return List.of("view_chain_node", "view_chain_link");
  }

  // ---- consortium

  @EventHandler
  void on(ConsortiumProposed e, Recorded r, Writes w) {
    put(w, e.consortiumId(), ChainStage.CONSORTIUM, e.title(), day(r), "proposed");
  }

  @EventHandler
  void on(AgreedInPrinciple e, Recorded r, Writes w) {
    amount(w, e.consortiumId(), e.grantRequestedCents());
  }

  @EventHandler
  void on(ConsortiumConstituted e, Recorded r, Writes w) {
    state(w, e.consortiumId(), "constituted", day(r));
  }

  @EventHandler
  void on(ConsortiumDissolved e, Recorded r, Writes w) {
    state(w, e.consortiumId(), "dissolved", day(r));
  }

  @EventHandler
  void on(IdeaSetAside e, Recorded r, Writes w) {
    state(w, e.consortiumId(), "set-aside", day(r));
  }

  @EventHandler
  void on(IdeaTakenUp e, Recorded r, Writes w) {
    state(w, e.consortiumId(), "proposed", day(r));
  }

  // ---- council paper

  @EventHandler
  void on(CouncilPaperDrafted e, Recorded r, Writes w) {
    put(w, e.paperId(), ChainStage.PAPER, e.title(), day(r), "draft");
  }

  @EventHandler
  void on(CouncilPaperRequested e, Recorded r, Writes w) {
    put(w, e.paperId(), ChainStage.PAPER, e.title(), day(r), "draft");
    amount(w, e.paperId(), e.amountCents());
    link(w, e.askedBy(), e.paperId());
  }

  @EventHandler
  void on(OriginalPaperNamed e, Recorded r, Writes w) {
    link(w, e.originalId(), e.paperId());
  }

  @EventHandler
  void on(CouncilPaperWritten e, Recorded r, Writes w) {
    w.add(
        e.paperId(),
        "update view_chain_node set title = ? where node_id = ?",
        e.title(),
        e.paperId());
  }

  @EventHandler
  void on(CouncilEffectsStated e, Recorded r, Writes w) {
    amount(w, e.paperId(), e.totalCents());
  }

  @EventHandler
  void on(CouncilPaperRegistered e, Recorded r, Writes w) {
    label(w, e.paperId(), e.number());
    state(w, e.paperId(), "registered", day(r));
  }

  @EventHandler
  void on(CouncilPaperDecided e, Recorded r, Writes w) {
    var day = e.decidedOn() == null ? day(r) : e.decidedOn();
    state(w, e.paperId(), e.result(), day);
    if (e.motionId() != null || e.position() == 0) return;
    // decided by a body that meets elsewhere: its resolution has no page of its own
    var resolution = e.paperId() + "#resolution";
    put(w, resolution, ChainStage.RESOLUTION, e.paperId(), e.title(), day, e.result());
    label(w, resolution, e.reference());
    link(w, e.paperId(), resolution);
  }

  // ---- resolution

  @EventHandler
  void on(MotionSubmitted e, Recorded r, Writes w) {
    put(w, e.motionId(), ChainStage.RESOLUTION, e.title(), day(r), "open");
    label(w, e.motionId(), e.bodyName());
    link(w, e.caseKey(), e.motionId());
  }

  @EventHandler
  void on(MotionDecided e, Recorded r, Writes w) {
    state(w, e.motionId(), e.result(), day(r));
  }

  @EventHandler
  void on(MotionWithdrawn e, Recorded r, Writes w) {
    state(w, e.motionId(), "withdrawn", day(r));
  }

  // ---- application

  @EventHandler
  void on(ApplicationOpened e, Recorded r, Writes w) {
    put(w, e.applicationId(), ChainStage.APPLICATION, e.title(), day(r), "prepared");
    if (e.consortiumId() != null) link(w, e.consortiumId(), e.applicationId());
  }

  @EventHandler
  void on(BudgetAgreed e, Recorded r, Writes w) {
    amount(w, e.applicationId(), e.grantCents());
  }

  @EventHandler
  void on(ApplicationSubmitted e, Recorded r, Writes w) {
    amount(w, e.applicationId(), e.grantCents());
    state(w, e.applicationId(), "submitted", e.submittedAt().toLocalDate());
  }

  @EventHandler
  void on(OutlineSubmitted e, Recorded r, Writes w) {
    state(w, e.applicationId(), "outlined", e.submittedAt().toLocalDate());
  }

  @EventHandler
  void on(FirstStageDecided e, Recorded r, Writes w) {
    if (e.invited()) state(w, e.applicationId(), "invited", e.receivedOn());
  }

  @EventHandler
  void on(FirstStageCorrected e, Recorded r, Writes w) {
    dayOf(w, e.applicationId(), "invited", e.receivedOn());
  }

  @EventHandler
  void on(ReserveListed e, Recorded r, Writes w) {
    if (e.formerRank() == null) state(w, e.applicationId(), "reserve", day(r));
  }

  @EventHandler
  void on(ReserveListLapsed e, Recorded r, Writes w) {
    state(w, e.applicationId(), "rejected", e.on());
  }

  @EventHandler
  void on(ApplicationRejected e, Recorded r, Writes w) {
    state(w, e.applicationId(), "rejected", e.receivedOn());
  }

  @EventHandler
  void on(RejectionCorrected e, Recorded r, Writes w) {
    dayOf(w, e.applicationId(), "rejected", e.receivedOn());
  }

  /** A remedied rejection was lifted on the day of the decision. */
  @EventHandler
  void on(ContestDecisionCorrected e, Recorded r, Writes w) {
    if (e.result() == ObjectionResult.REMEDIED)
      dayOf(w, e.applicationId(), "submitted", e.decidedOn());
  }

  @EventHandler
  void on(RejectionLifted e, Recorded r, Writes w) {
    state(w, e.applicationId(), "submitted", e.on());
  }

  @EventHandler
  void on(ApplicationStopped e, Recorded r, Writes w) {
    state(w, e.applicationId(), "stopped", day(r));
  }

  @EventHandler
  void on(ApplicationClosed e, Recorded r, Writes w) {
    var id = e.applicationId();
    var sql = "update view_chain_node set state = 'closed', day = ?"; // a refusal stays one
    w.add(id, sql + " where node_id = ? and state <> 'rejected'", day(r), id);
  }

  // ---- notice, draw-downs, proof of use

  @EventHandler
  void on(GrantNoticeReceived e, Recorded r, Writes w) {
    state(w, e.applicationId(), "granted", e.receivedOn());
    var notice = notice(e.applicationId());
    put(
        w,
        notice,
        ChainStage.NOTICE,
        e.applicationId(),
        e.reference(),
        e.receivedOn(),
        "appealable");
    amount(w, notice, e.grantedCents());
    link(w, e.applicationId(), notice);
  }

  @EventHandler
  void on(GrantBecameFinal e, Recorded r, Writes w) {
    state(w, notice(e.applicationId()), "final", e.on());
  }

  @EventHandler
  void on(GrantNoticeCorrected e, Recorded r, Writes w) {
    var notice = notice(e.applicationId());
    w.add(notice, "update view_chain_node set title = ? where node_id = ?", e.reference(), notice);
    dayOf(w, notice, "appealable", e.receivedOn());
    dayOf(w, e.applicationId(), "granted", e.receivedOn());
    if (e.grantedCents() != e.formerGrantedCents()) amount(w, notice, e.grantedCents());
  }

  @EventHandler
  void on(ObjectionDecided e, Recorded r, Writes w) {
    amount(w, notice(e.applicationId()), e.grantedCents());
  }

  @EventHandler
  void on(ObjectionDecisionCorrected e, Recorded r, Writes w) {
    if (e.grantedCents() != e.formerGrantedCents())
      amount(w, notice(e.applicationId()), e.grantedCents());
  }

  @EventHandler
  void on(RevocationCorrected e, Recorded r, Writes w) {
    amount(w, notice(e.applicationId()), e.grantedCents());
  }

  @EventHandler
  void on(GrantRevoked e, Recorded r, Writes w) {
    amount(w, notice(e.applicationId()), e.grantedCents());
  }

  @EventHandler
  void on(GrantDayCorrected e, Recorded r, Writes w) {
    if (e.day() == GrantDay.FINALITY) state(w, notice(e.applicationId()), "final", e.on());
  }

  @EventHandler
  void on(FundsDrawn e, Recorded r, Writes w) {
    var draw = e.applicationId() + "#draw-down-" + e.number();
    put(w, draw, ChainStage.DRAW_DOWN, e.applicationId(), e.name(), e.receivedOn(), "received");
    amount(w, draw, e.amountCents());
    link(w, notice(e.applicationId()), draw);
  }

  @EventHandler
  void on(DrawDownCorrected e, Recorded r, Writes w) {
    var draw = e.applicationId() + "#draw-down-" + e.number();
    state(w, draw, "received", e.receivedOn());
    amount(w, draw, e.amountCents());
  }

  @EventHandler
  void on(ProofOfUseCorrected e, Recorded r, Writes w) {
    var proof = e.applicationId() + "#proof";
    state(w, proof, "submitted", e.submittedOn());
    amount(w, proof, e.spentCents());
  }

  @EventHandler
  void on(ProofOfUseSubmitted e, Recorded r, Writes w) {
    var proof = e.applicationId() + "#proof";
    put(w, proof, ChainStage.PROOF, e.applicationId(), "", e.submittedOn(), "submitted");
    amount(w, proof, e.spentCents());
    link(w, notice(e.applicationId()), proof);
  }

  // ---- project

  @EventHandler
  void on(ProjectStarted e, Recorded r, Writes w) {
    put(w, e.projectId(), ChainStage.PROJECT, e.title(), day(r), "running");
    amount(w, e.projectId(), e.grantCents());
    link(w, notice(e.applicationId()), e.projectId());
  }

  @EventHandler
  void on(ProjectGrantChanged e, Recorded r, Writes w) {
    amount(w, e.projectId(), e.grantCents());
  }

  @EventHandler
  void on(ProjectClosed e, Recorded r, Writes w) {
    state(w, e.projectId(), "closed", day(r));
  }

  // ---- rows

  private static String notice(String applicationId) {
    return applicationId + "#notice";
  }

  private static LocalDate day(Recorded r) {
    return LocalDate.ofInstant(r.at(), OFFICE);
  }

  private static void put(
      Writes w, String id, ChainStage stage, String title, LocalDate day, String state) {
    put(w, id, stage, id, title, day, state);
  }

  private static void put(
      Writes w,
      String id,
      ChainStage stage,
      String ownerId,
      String title,
      LocalDate day,
      String state) {
    w.add(
        id,
        "insert into view_chain_node (node_id, stage, owner_id, title, day, state)"
            + " values (?, ?, ?, ?, ?, ?)",
        id,
        stage.code(),
        ownerId,
        title,
        day,
        state);
  }

  private static void state(Writes w, String id, String state, LocalDate day) {
    w.add(id, "update view_chain_node set state = ?, day = ? where node_id = ?", state, day, id);
  }

  /** Since when it is in that state, if it still is. */
  private static void dayOf(Writes w, String id, String state, LocalDate day) {
    w.add(id, "update view_chain_node set day = ? where node_id = ? and state = ?", day, id, state);
  }

  private static void amount(Writes w, String id, long cents) {
    w.add(id, "update view_chain_node set amount_cents = ? where node_id = ?", cents, id);
  }

  private static void label(Writes w, String id, @Nullable String label) {
    w.add(id, "update view_chain_node set label = ? where node_id = ?", label, id);
  }

  private static void link(Writes w, String from, String to) {
    w.add(
        from + ' ' + to,
        "insert into view_chain_link (from_id, to_id) values (?, ?) on conflict do nothing",
        from,
        to);
  }
}
