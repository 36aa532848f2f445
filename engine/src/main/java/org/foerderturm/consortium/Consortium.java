package org.foerderturm.consortium;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.foerderturm.consortium.PartnerRole.BENEFICIARY;
import static org.foerderturm.consortium.PartnerRole.COORDINATOR;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.foerderturm.consortium.ConsortiumCommand.*;
import org.foerderturm.consortium.ConsortiumEvent.*;
import org.foerderturm.consortium.IdeaEvent.IdeaSetAside;
import org.foerderturm.consortium.Partner.Status;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * Partners who want to apply together. One of them coordinates. It forms until it is constituted or
 * dissolved; after that nothing of its formation changes any more.
 */
@AggregateRoot
class Consortium {
  @AggregateIdentifier private String consortiumId;
  private String title;
  private Programme programme;
  private long maximumFundingCents;
  private final Map<String, Partner> partners = new LinkedHashMap<>();
  @AggregateMember private final Call call = new Call();
  @AggregateMember private final Idea idea = new Idea(call);
  @AggregateMember private final Checklist checklist = new Checklist(partners);

  @AggregateMember
  @SuppressWarnings("unused") // Axon finds its handlers
  private final Running running = new Running(partners);

  private @Nullable EligibilityChecked eligibility;
  private @Nullable ConsortiumResolved resolution;
  private boolean ended;

  /**
   * @param toldBy id of the event that told it last
   */
  private record Opinion(Recommendation recommendation, String statement, String toldBy) {}

  private final Map<OpinionKind, Opinion> opinions = new EnumMap<>(OpinionKind.class);

  @SuppressWarnings("NullAway.Init")
  private Consortium() {}

  @CommandHandler
  @SuppressWarnings("NullAway.Init")
  Consortium(ProposeConsortium c) {
    apply(
            new ConsortiumProposed(
                c.consortiumId(),
                c.title().strip(),
                c.topic(),
                c.programme(),
                c.call(),
                c.deadline(),
                c.maximumFundingCents(),
                PartnerId.of(c.coordinator()),
                c.coordinator().strip(),
                c.coordinatorCountry(),
                c.coordinatorCountryStatus(),
                c.coordinatorKind(),
                c.idea()))
        .andThen(call::watch);
  }

  @CommandHandler
  void handle(WriteOnePager c) {
    whileForming();
    apply(new OnePagerWritten(consortiumId, c.aim(), c.approach(), c.benefit()));
  }

  @CommandHandler
  void handle(InvitePartner c) {
    whileForming();
    var id = PartnerId.of(c.name());
    var known = partners.get(id);
    if (known != null && (known.status() == Status.INVITED || known.status() == Status.ACCEPTED))
      throw rejected("partner-already-invited", known);
    if (c.role() == COORDINATOR)
      throw new Rejected("coordinator-already-named", Map.of("coordinator", coordinator().name()));
    if (c.replaces() != null && !c.replaces().equals(id)) {
      var gone = partner(c.replaces());
      if (gone.status() != Status.DECLINED && gone.status() != Status.WITHDREW)
        throw rejected("partner-still-wanted", gone);
      apply(new PartnerReplaced(consortiumId, gone.partnerId(), gone.name(), id, c.name().strip()));
    }
    apply(
        new PartnerInvited(
            consortiumId,
            id,
            c.name().strip(),
            c.country(),
            c.countryStatus(),
            c.role(),
            c.kind()));
  }

  @CommandHandler
  void handle(RemindPartner c) {
    var partner = invited(c.partnerId());
    apply(
        new PartnerReminded(
            consortiumId, partner.partnerId(), partner.name(), partner.reminders() + 1));
  }

  @CommandHandler
  void handle(AcceptInvitation c) {
    var partner = invited(c.partnerId());
    apply(new PartnerAccepted(consortiumId, partner.partnerId(), partner.name()));
  }

  @CommandHandler
  void handle(DeclineInvitation c) {
    var partner = invited(c.partnerId());
    apply(new PartnerDeclined(consortiumId, partner.partnerId(), partner.name(), c.reason()));
  }

  @CommandHandler
  void handle(WithdrawPartner c) {
    var partner = accepted(c.partnerId(), "only-accepted-partner-withdraws");
    if (partner.role() == COORDINATOR) throw rejected("coordinator-cannot-withdraw", partner);
    apply(new PartnerWithdrew(consortiumId, partner.partnerId(), partner.name(), c.reason()));
  }

  @CommandHandler
  void handle(HandOverCoordination c) {
    var partner = accepted(c.partnerId(), "only-accepted-partner-coordinates");
    if (partner.role() != BENEFICIARY) throw rejected("only-beneficiary-coordinates", partner);
    if (c.reason().isBlank()) throw new Rejected("reason-missing");
    var former = coordinator();
    apply(
        new CoordinationHandedOver(
            consortiumId,
            former.partnerId(),
            former.name(),
            partner.partnerId(),
            partner.name(),
            c.leaves(),
            c.reason().strip()));
  }

  @CommandHandler
  void handle(RecordLetterOfIntent c) {
    var partner = accepted(c.partnerId(), "letter-only-from-accepted-partner");
    if (partner.letter()) throw rejected("letter-already-received", partner);
    apply(
        new LetterOfIntentReceived(
            consortiumId, partner.partnerId(), partner.name(), c.receivedOn()));
  }

  @CommandHandler
  void handle(AgreeInPrinciple c) {
    whileForming();
    if (c.grantRequestedCents() > c.totalCostsCents())
      throw new Rejected("grant-above-costs", Map.of("costsCents", c.totalCostsCents()));
    if (maximumFundingCents > 0 && c.grantRequestedCents() > maximumFundingCents)
      throw new Rejected("grant-above-maximum", Map.of("maximumCents", maximumFundingCents));
    apply(
        new AgreedInPrinciple(
            consortiumId, c.totalCostsCents(), c.grantRequestedCents(), c.durationMonths()));
  }

  @CommandHandler
  void handle(AssessPartners c) {
    whileForming();
    var partners = accepted(p -> true).toList();
    var figures = PartnerFigures.of(partners);
    apply(
        new PartnersAssessed(
            consortiumId,
            programme,
            partners.size(),
            figures.beneficiaries(),
            figures.entities(),
            figures.countries(),
            figures.memberStateEntities(),
            figures.coordinators(),
            accepted(p -> !p.letter() && p.role() != COORDINATOR)
                .map(p -> new MissingLetter(p.partnerId(), p.name(), p.role()))
                .toList()));
  }

  @CommandHandler
  void handle(RecordEligibility c) {
    whileForming();
    apply(
        new EligibilityChecked(
            consortiumId, c.eligible(), c.finding(), c.table(), c.rule(), c.source()));
  }

  @CommandHandler
  void handle(GiveExpertOpinion c) {
    whileForming();
    apply(new ExpertOpinionGiven(consortiumId, c.recommendation(), c.statement()));
  }

  @CommandHandler
  void handle(GiveScientificOpinion c) {
    whileForming();
    apply(new ScientificOpinionGiven(consortiumId, c.recommendation(), c.statement()));
  }

  /** What the body had before it when it decided stays. */
  @CommandHandler
  void handle(CorrectOpinion asked, Actor actor) {
    whileForming();
    var former = opinions.get(asked.opinion());
    if (former == null) throw new Rejected("opinion-missing");
    var whose = asked.opinion() == OpinionKind.EXPERT ? Role.EXPERT_TEAM : Role.SCIENTIFIC_ADVISOR;
    if (!actor.has(whose) && !actor.has(Role.OFFICE_LEAD)) throw new Rejected("opinion-of-others");
    if (resolution != null && resolution.result().equals("adopted"))
      throw new Rejected("opinion-decided-on");
    var c =
        Merge.of(
            asked,
            new CorrectOpinion(
                consortiumId,
                asked.opinion(),
                former.recommendation(),
                former.statement(),
                asked.reason()));
    var reason = Correction.reasoned(c.reason());
    if (c.statement().isBlank()) throw new Rejected("statement-missing");
    if (c.recommendation() == former.recommendation()
        && c.statement().strip().equals(former.statement())) throw new Rejected("nothing-changed");
    apply(
        new OpinionCorrected(
            consortiumId,
            c.opinion(),
            former.recommendation(),
            former.statement(),
            c.recommendation(),
            c.statement().strip(),
            reason,
            former.toldBy()));
  }

  @CommandHandler
  void handle(RecordResolution c) {
    whileForming();
    if (resolution != null && resolution.motionId().equals(c.motionId()))
      throw new Rejected("resolution-already-recorded", Map.of("motionId", c.motionId()));
    apply(new ConsortiumResolved(consortiumId, c.motionId(), c.result()));
  }

  @CommandHandler
  void handle(ConstituteConsortium c, Decisions decisions) {
    whileForming();
    call.mustBeOpen();
    if (resolution == null || !resolution.result().equals("adopted"))
      throw new Rejected("resolution-not-adopted");
    if (eligibility == null || !eligibility.eligible())
      throw new Rejected("consortium-not-eligible");
    var missing =
        names(
            accepted(
                p ->
                    p.role() == BENEFICIARY
                        && !p.letter()
                        && !checklist.waived(p, DocumentKind.LETTER_OF_INTENT)));
    if (!missing.isEmpty())
      throw new Rejected("letters-of-intent-missing", Map.of("partners", missing));
    checklist.mustBeComplete(decisions, DocumentRules.RESOLUTION, DocumentRules.FORMATION);
    apply(new ConsortiumConstituted(consortiumId, title, (int) accepted(p -> true).count()));
  }

  @CommandHandler
  void handle(DissolveConsortium c) {
    whileForming();
    apply(new ConsortiumDissolved(consortiumId, title, c.reason()));
  }

  @CommandHandler
  void handle(GiveUpFormation c) {
    whileForming();
    apply(
        partners.size() > 1
            ? new ConsortiumDissolved(consortiumId, title, c.reason())
            : new IdeaSetAside(consortiumId, title, c.reason()));
  }

  private void whileForming() {
    if (ended) throw new Rejected("formation-ended", Map.of("title", title));
    idea.mustNotBeSetAside();
  }

  private Partner partner(String partnerId) {
    whileForming();
    var partner = partners.get(partnerId);
    if (partner == null) throw new Rejected("partner-unknown", Map.of("partner", partnerId));
    return partner;
  }

  private Partner invited(String partnerId) {
    var partner = partner(partnerId);
    if (partner.status() != Status.INVITED) throw rejected("partner-not-waiting", partner);
    return partner;
  }

  private Partner accepted(String partnerId, String otherwise) {
    var partner = partner(partnerId);
    if (partner.status() != Status.ACCEPTED) throw rejected(otherwise, partner);
    return partner;
  }

  private Stream<Partner> accepted(Predicate<Partner> which) {
    return partners.values().stream().filter(p -> p.status() == Status.ACCEPTED).filter(which);
  }

  private Partner coordinator() {
    return partners.values().stream()
        .filter(p -> p.role() == COORDINATOR)
        .findFirst()
        .orElseThrow();
  }

  private static String names(Stream<Partner> partners) {
    return partners.map(Partner::name).collect(Collectors.joining(", "));
  }

  private static Rejected rejected(String code, Partner partner) {
    return new Rejected(code, Map.of("partner", partner.name()));
  }

  @EventSourcingHandler
  void on(ExpertOpinionGiven e, @MessageIdentifier String id) {
    opinions.put(OpinionKind.EXPERT, new Opinion(e.recommendation(), e.statement(), id));
  }

  @EventSourcingHandler
  void on(ScientificOpinionGiven e, @MessageIdentifier String id) {
    opinions.put(OpinionKind.SCIENTIFIC, new Opinion(e.recommendation(), e.statement(), id));
  }

  @EventSourcingHandler
  void on(OpinionCorrected e, @MessageIdentifier String id) {
    opinions.put(e.opinion(), new Opinion(e.recommendation(), e.statement(), id));
  }

  @EventSourcingHandler
  void on(ConsortiumProposed e) {
    consortiumId = e.consortiumId();
    title = e.title();
    programme = e.programme();
    maximumFundingCents = e.maximumFundingCents();
    partners.put(
        e.coordinatorId(),
        new Partner(
            e.coordinatorId(),
            e.coordinator(),
            e.coordinatorCountry(),
            e.coordinatorCountryStatus(),
            COORDINATOR,
            e.coordinatorKind(),
            Status.ACCEPTED,
            0,
            false));
  }

  @EventSourcingHandler
  void on(PartnerInvited e) {
    partners.put(
        e.partnerId(),
        new Partner(
            e.partnerId(),
            e.name(),
            e.country(),
            e.countryStatus(),
            e.role(),
            e.kind(),
            Status.INVITED,
            0,
            false));
  }

  @EventSourcingHandler
  void on(PartnerReplaced e) {
    partners.computeIfPresent(e.partnerId(), (id, p) -> p.now(Status.REPLACED));
  }

  @EventSourcingHandler
  void on(PartnerReminded e) {
    partners.computeIfPresent(e.partnerId(), (id, p) -> p.reminded(e.count()));
  }

  @EventSourcingHandler
  void on(PartnerAccepted e) {
    partners.computeIfPresent(e.partnerId(), (id, p) -> p.now(Status.ACCEPTED));
    eligibility = null;
  }

  @EventSourcingHandler
  void on(PartnerDeclined e) {
    partners.computeIfPresent(e.partnerId(), (id, p) -> p.now(Status.DECLINED));
  }

  @EventSourcingHandler
  void on(PartnerWithdrew e) {
    partners.computeIfPresent(e.partnerId(), (id, p) -> p.now(Status.WITHDREW));
    eligibility = null;
  }

  @EventSourcingHandler
  void on(CoordinationHandedOver e) {
    partners.computeIfPresent(
        e.formerId(),
        (id, p) -> e.leaves() ? p.as(BENEFICIARY).now(Status.WITHDREW) : p.as(BENEFICIARY));
    partners.computeIfPresent(e.partnerId(), (id, p) -> p.as(COORDINATOR));
    eligibility = null;
  }

  @EventSourcingHandler
  void on(LetterOfIntentReceived e) {
    partners.computeIfPresent(e.partnerId(), (id, p) -> p.withLetter());
  }

  @EventSourcingHandler
  void on(EligibilityChecked e) {
    eligibility = e;
  }

  @EventSourcingHandler
  void on(ConsortiumResolved e) {
    resolution = e;
  }

  @EventSourcingHandler
  void on(ConsortiumConstituted e) {
    ended = true;
  }

  @EventSourcingHandler
  void on(ConsortiumDissolved e) {
    ended = true;
  }
}
