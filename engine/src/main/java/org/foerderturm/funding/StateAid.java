package org.foerderturm.funding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.foerderturm.consortium.Programme;
import org.foerderturm.funding.FundingCommand.DetermineAid;
import org.foerderturm.funding.FundingEvent.*;
import org.foerderturm.funding.GrantEvent.GrantNoticeCorrected;
import org.foerderturm.funding.GrantEvent.GranteeReplaced;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * How much of each partner's costs may be aid. It hangs on the day of the grant, because then the
 * right to it arises (GBER Art. 2 No. 28); until then on the planned day, without a plan on the
 * deadline. Whatever moves that day asks the tables again.
 */
final class StateAid {
  private final Financing financing;

  /** What was found last, by partner. */
  private final Map<String, AidDetermined> found = new LinkedHashMap<>();

  private Programme programme = Programme.HORIZON;
  private @Nullable String action;
  private LocalDate deadline = LocalDate.MIN;
  private @Nullable LocalDate planned;
  private @Nullable LocalDate grantedOn;

  StateAid(Financing financing) {
    this.financing = financing;
  }

  /** The day that counts: of the grant, else the planned one, which no deadline overtakes. */
  private LocalDate day() {
    if (grantedOn != null) return grantedOn;
    return planned == null || planned.isBefore(deadline) ? deadline : planned;
  }

  /** Whoever took a place later keeps the day on which it was consented to. */
  private LocalDate day(AidDetermined last) {
    return last.planned() ? day() : last.day();
  }

  /**
   * Finds what may be granted to a partner.
   *
   * @throws Rejected {@code no-aid-without-reason}, {@code aid-row-missing}
   */
  void determine(DetermineAid c, Decisions tables) {
    var name = c.partner().strip();
    if (name.isEmpty()) throw new Rejected("partner-missing");
    var facts = c.facts();
    facts.mustBeComplete(name);
    apply(determined(c.applicationId(), name, facts, day(), grantedOn == null, tables));
  }

  private AidDetermined determined(
      String id, String name, AidFacts facts, LocalDate day, boolean plan, Decisions tables) {
    var rate = AidRate.of(tables, facts, programme, action, day);
    return new AidDetermined(
        id,
        Financing.partnerId(name),
        name,
        facts,
        day,
        plan,
        rate.percent(),
        rate.source(),
        rate.version(),
        financing.aboveCents(Financing.partnerId(name), rate.percent()));
  }

  /**
   * The most that may be granted to the partner now, in per cent; null where nobody determined it.
   *
   * @throws Rejected {@code aid-row-missing}
   */
  @Nullable Integer percent(String name, Decisions tables) {
    var last = found.get(Financing.partnerId(name));
    if (last == null) return null;
    return AidRate.of(tables, last.facts(), programme, action, day(last)).percent();
  }

  /** Whether what may be granted to the partner was ever determined. */
  boolean knows(String partnerId) {
    return found.containsKey(partnerId);
  }

  /**
   * What may be granted to one who takes a partner's place on that day: its own rate, by its own
   * facts.
   *
   * @param budget of the place
   * @throws Rejected {@code grant-above-intensity}, {@code aid-above-intensity} or {@code
   *     aid-row-missing}
   */
  AidDetermined successor(
      PartnerBudgeted budget, String name, AidFacts facts, LocalDate day, Decisions tables) {
    var rate = AidRate.of(tables, facts, programme, action, day);
    Financing.mustBeAllowed(name, rate.percent(), budget);
    return new AidDetermined(
        budget.applicationId(),
        Financing.partnerId(name),
        name,
        facts,
        day,
        false,
        rate.percent(),
        rate.source(),
        rate.version(),
        0);
  }

  /** Whether a partner's money is aid that counts only if it changes what is done (GBER Art. 6). */
  boolean needsIncentive() {
    return !isDirect() && found.values().stream().anyMatch(each -> each.facts().needsIncentive());
  }

  /** Whether the programme's money is no aid by itself: the Commission awards it. */
  boolean isDirect() {
    return programme == Programme.HORIZON;
  }

  /**
   * Refuses while a partner's grant is above what may be granted on the day that counts.
   *
   * @throws Rejected {@code grant-above-intensity}, {@code aid-above-intensity} or {@code
   *     aid-row-missing}
   */
  void mustFit(Decisions tables) {
    for (var partner : financing.applicants()) {
      var percent = percent(partner.name(), tables);
      if (percent != null) financing.mustFit(partner.id(), percent);
    }
  }

  /** Asks for every partner anew and tells what came out otherwise, or that no row holds. */
  void again(String id, Decisions tables) {
    for (var last : List.copyOf(found.values())) {
      try {
        var now = determined(id, last.name(), last.facts(), day(last), last.planned(), tables);
        if (!now.day().equals(last.day()) || now.percent() != last.percent()) apply(now);
      } catch (Rejected missing) {
        if (!missing.code().equals("aid-row-missing")) throw missing;
        apply(
            new AidRowMissing(
                id, last.partnerId(), last.name(), last.facts().category(), day(last)));
      }
    }
  }

  /**
   * Asks anew for the day of the grant.
   *
   * @throws Rejected {@code aid-row-missing} if no row holds on it
   */
  void granted(String id, LocalDate on, Decisions tables) {
    for (var last : List.copyOf(found.values()))
      if (last.planned() || last.day().equals(grantedOn))
        apply(determined(id, last.name(), last.facts(), on, false, tables));
  }

  // ---- what is remembered

  @EventSourcingHandler
  void on(ApplicationOpened e) {
    programme = e.programme();
    action = e.action();
    deadline = e.deadline().toLocalDate();
  }

  @EventSourcingHandler
  void on(DeadlineMoved e) {
    deadline = e.deadline().toLocalDate();
  }

  @EventSourcingHandler
  void on(FirstStageDecided e) {
    if (e.deadline() != null) deadline = e.deadline().toLocalDate();
  }

  @EventSourcingHandler
  void on(ApplicantsNamed e) {
    planned = e.grantPlannedOn();
  }

  @EventSourcingHandler
  void on(AidDetermined e) {
    found.put(e.partnerId(), e);
  }

  @EventSourcingHandler
  void on(GrantNoticeReceived e) {
    grantedOn = e.receivedOn();
  }

  @EventSourcingHandler
  void on(GrantNoticeCorrected e) {
    grantedOn = e.receivedOn();
  }

  @EventSourcingHandler
  void on(GranteeReplaced e) {
    var was = found.remove(e.partnerId());
    // earlier versions did not ask for the successor's own facts
    if (was != null && !found.containsKey(e.successorId()))
      found.put(
          e.successorId(),
          new AidDetermined(
              was.applicationId(),
              e.successorId(),
              e.successorName(),
              was.facts(),
              was.day(),
              was.planned(),
              was.percent(),
              was.source(),
              was.version(),
              was.aboveCents()));
  }

  @EventSourcingHandler
  void on(PartnerBudgetRemoved e) {
    found.remove(e.partnerId());
  }
}
