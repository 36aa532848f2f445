package org.foerderturm.enterprise;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.enterprise.EnterpriseCommand.*;
import org.foerderturm.enterprise.EnterpriseEvent.*;
import org.foerderturm.enterprise.Enterprises.Link;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * All enterprises that the office knows figures, shares or aids of, in one stream: whether an aid
 * fits is a matter of all that are linked, and a link runs between any two (ADR 16).
 */
@AggregateRoot
class EnterpriseRegister {
  static final String ID = "enterprises";
  private static final ZoneId OFFICE = WorkingDays.OFFICE;
  private static final int LONGEST = 300;
  private static final int FIRST_YEAR = 1990;

  @AggregateIdentifier
  @SuppressWarnings("unused")
  private @Nullable String id;

  private final Enterprises enterprises = new Enterprises();
  private final Aids aids = new Aids(enterprises);

  /** Id of the event that told the figures of an enterprise's year last. */
  private final Map<String, String> yearsToldBy = new HashMap<>();

  /** When the event that was applied last was recorded, in the office's time. */
  private LocalDate recorded = LocalDate.MIN;

  // ---- enterprises and their figures

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(EnterEnterprise c) {
    if (enterprises.knows(c.enterpriseId())) throw new Rejected("enterprise-already-entered");
    var name = free(c.enterpriseId(), c.name());
    apply(
        new EnterpriseEntered(
            ID, c.enterpriseId(), name, Percent.checked(c.publicPercent()), c.publicBody()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DescribeEnterprise asked) {
    var known = enterprises.get(asked.enterpriseId());
    var c =
        Merge.of(
            asked,
            new DescribeEnterprise(
                known.id(), known.name(), known.publicPercent(), known.publicBody()));
    var name = free(c.enterpriseId(), c.name());
    var percent = Percent.checked(c.publicPercent());
    if (name.equals(known.name())
        && percent.compareTo(known.publicPercent()) == 0
        && c.publicBody() == known.publicBody()) return;
    apply(new EnterpriseDescribed(ID, c.enterpriseId(), name, percent, c.publicBody()));
  }

  private String free(String id, String name) {
    var stripped = text(name, "enterprise-name-missing");
    var other = enterprises.named(stripped);
    if (other != null && !other.id().equals(id))
      throw new Rejected("enterprise-name-taken", Map.of("name", other.name()));
    return stripped;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ReportYear c) {
    var known = enterprises.get(c.enterpriseId());
    var figures = new Year(c.staff(), c.turnoverCents(), c.balanceCents()).plausible();
    if (c.year() < FIRST_YEAR) throw new Rejected("year-not-possible", Map.of("year", c.year()));
    if (known.years().containsKey(c.year()))
      throw new Rejected("year-already-reported", Map.of("name", known.name(), "year", c.year()));
    apply(new EnterpriseYearReported(ID, known.id(), known.name(), c.year(), figures));
    if (c.year() >= recorded.getYear())
      throw new Rejected("year-not-closed", Map.of("year", c.year()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CorrectYear asked) {
    var known = enterprises.get(asked.enterpriseId());
    var former = known.years().get(asked.year());
    if (former == null)
      throw new Rejected("year-not-reported", Map.of("name", known.name(), "year", asked.year()));
    var c =
        Merge.of(
            asked,
            new CorrectYear(
                known.id(),
                asked.year(),
                former.staff(),
                former.turnoverCents(),
                former.balanceCents(),
                asked.reason()));
    var figures = new Year(c.staff(), c.turnoverCents(), c.balanceCents()).plausible();
    var reason = text(c.reason(), "reason-missing");
    if (former.equals(figures)) throw new Rejected("year-as-before", Map.of("year", c.year()));
    apply(
        new EnterpriseYearCorrected(
            ID,
            known.id(),
            known.name(),
            c.year(),
            former,
            figures,
            reason,
            yearsToldBy.get(known.id() + " " + c.year())));
  }

  // ---- shares

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(LinkEnterprises c, Decisions tables) {
    var holder = enterprises.get(c.holderId());
    var held = enterprises.get(c.heldId());
    if (holder.equals(held)) throw new Rejected("link-to-itself", Map.of("name", held.name()));
    if (enterprises.between(holder.id(), held.id()) != null)
      throw new Rejected("link-exists", Map.of("holder", holder.name(), "held", held.name()));
    var percent = Percent.checked(c.sharePercent());
    if (percent.signum() == 0 && !c.controls()) throw new Rejected("share-missing");
    var said =
        tables.decide(
            "sme-relation",
            Map.of(
                "day", c.heldOn().toString(),
                "controls", c.controls(),
                "sharePercent", percent.doubleValue()));
    apply(
        new EnterprisesLinked(
            ID,
            holder.id(),
            holder.name(),
            held.id(),
            held.name(),
            percent,
            c.controls(),
            Relation.of(said.text("relation")),
            said.text("source")));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(EndLink c) {
    var holder = enterprises.get(c.holderId());
    var held = enterprises.get(c.heldId());
    var link = enterprises.between(holder.id(), held.id());
    if (link == null || !link.holderId().equals(holder.id()))
      throw new Rejected("link-unknown", Map.of("holder", holder.name(), "held", held.name()));
    var reason = text(c.reason(), "reason-missing");
    apply(new LinkEnded(ID, holder.id(), holder.name(), held.id(), held.name(), reason));
  }

  // ---- the size that counts

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DetermineSize c, Decisions tables) {
    var partner = text(c.partner(), "enterprise-name-missing");
    var known = enterprises.named(partner);
    if (Boolean.TRUE.equals(c.noAid()) && known != null && !known.publicBody())
      throw new Rejected("no-aid-for-enterprise", Map.of("partner", partner));
    var day = c.deadline().toLocalDate();
    var status =
        known == null ? null : SmeStatus.of(enterprises.undertaking(known.id()), day, tables);
    var size = status == null ? null : status.size();
    if (size != null && size != c.declared())
      throw new Rejected(
          "size-contradicts-figures",
          Map.of("partner", partner, "declared", c.declared().code(), "derived", size.code()));
    boolean derived = size != null;
    apply(
        new SizeDetermined(
            ID,
            c.applicationId(),
            Enterprises.key(partner),
            partner,
            known == null ? null : known.id(),
            c.declared(),
            derived,
            status == null || !derived || status.years().isEmpty()
                ? null
                : (Integer) status.years().getLast().year(),
            status == null || !derived ? "" : status.source(),
            status == null || !derived ? 0 : status.version()));
  }

  // ---- de-minimis aid

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordDeMinimisAid c, Decisions tables) {
    apply(aids.recorded(c, tables));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CancelDeMinimisAid c) {
    apply(aids.cancelled(c));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CheckDeMinimis c, Decisions tables) {
    var asked = List.of(new PartnerAid(c.partner(), c.amountCents()));
    fits(c.applicationId(), asked, c.deadline().toLocalDate(), tables);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CheckDeMinimisAids c, Decisions tables) {
    fits(c.applicationId(), c.aids(), c.on().toLocalDate(), tables);
  }

  private void fits(String application, List<PartnerAid> asked, LocalDate day, Decisions tables) {
    for (var each : asked) apply(aids.fits(application, each, asked, day, tables));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordGrantedAids c, Decisions tables) {
    for (var each : c.aids()) {
      var event = aids.granted(c, each, tables);
      if (event == null) continue;
      apply(event);
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CorrectGrantedAids c, Decisions tables) {
    for (var each : c.aids()) {
      var event = aids.corrected(c, each, tables);
      if (event != null) apply(event);
    }
  }

  static String text(@Nullable String text, String missing) {
    if (text == null || text.isBlank()) throw new Rejected(missing);
    var stripped = text.strip();
    if (stripped.length() > LONGEST) throw new Rejected("name-too-long", Map.of("limit", LONGEST));
    return stripped;
  }

  // ---- what is remembered

  @EventSourcingHandler
  void on(EnterpriseEntered e) {
    id = e.registerId();
    enterprises.put(e.enterpriseId(), e.name(), e.publicPercent(), e.publicBody());
  }

  @EventSourcingHandler
  void on(EnterpriseDescribed e) {
    enterprises.put(e.enterpriseId(), e.name(), e.publicPercent(), e.publicBody());
  }

  @EventSourcingHandler
  void on(EnterpriseYearReported e, @Timestamp Instant at, @MessageIdentifier String id) {
    yearsToldBy.put(e.enterpriseId() + " " + e.year(), id);
    enterprises.change(e.enterpriseId(), each -> each.with(e.year(), e.figures()));
    recorded = LocalDate.ofInstant(at, OFFICE);
  }

  @EventSourcingHandler
  void on(EnterpriseYearCorrected e, @MessageIdentifier String id) {
    yearsToldBy.put(e.enterpriseId() + " " + e.year(), id);
    enterprises.change(e.enterpriseId(), each -> each.with(e.year(), e.figures()));
  }

  @EventSourcingHandler
  void on(EnterprisesLinked e) {
    enterprises.link(new Link(e.holderId(), e.heldId(), e.sharePercent(), e.relation()));
  }

  @EventSourcingHandler
  void on(LinkEnded e) {
    enterprises.unlink(e.holderId(), e.heldId());
  }

  @EventSourcingHandler
  void on(SizeDetermined e) {
    id = e.registerId();
  }

  @EventSourcingHandler
  void on(DeMinimisAidRecorded e, @Timestamp Instant at) {
    aids.on(e);
    recorded = LocalDate.ofInstant(at, OFFICE);
  }

  @EventSourcingHandler
  void on(DeMinimisAidCorrected e) {
    aids.on(e);
  }

  @EventSourcingHandler
  void on(DeMinimisAidCancelled e) {
    aids.on(e);
  }

  @EventSourcingHandler
  void on(DeMinimisChecked e) {
    aids.on(e);
  }
}
