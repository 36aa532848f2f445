package org.foerderturm.enterprise;

import static org.foerderturm.enterprise.EnterpriseRegister.ID;
import static org.foerderturm.enterprise.EnterpriseRegister.text;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foerderturm.enterprise.DeMinimis.Aid;
import org.foerderturm.enterprise.DeMinimis.Ceiling;
import org.foerderturm.enterprise.EnterpriseCommand.CancelDeMinimisAid;
import org.foerderturm.enterprise.EnterpriseCommand.CorrectGrantedAids;
import org.foerderturm.enterprise.EnterpriseCommand.PartnerAid;
import org.foerderturm.enterprise.EnterpriseCommand.RecordDeMinimisAid;
import org.foerderturm.enterprise.EnterpriseCommand.RecordGrantedAids;
import org.foerderturm.enterprise.EnterpriseEvent.DeMinimisAidCancelled;
import org.foerderturm.enterprise.EnterpriseEvent.DeMinimisAidCorrected;
import org.foerderturm.enterprise.EnterpriseEvent.DeMinimisAidRecorded;
import org.foerderturm.enterprise.EnterpriseEvent.DeMinimisChecked;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** The de-minimis register: what was granted to whom, and what still fits. */
final class Aids {
  /** As it counts now. */
  private record Entry(
      DeMinimisAidRecorded recorded, long cents, LocalDate grantedOn, String document) {}

  private final Enterprises enterprises;
  private final Map<String, Entry> entries = new HashMap<>();
  private final Set<String> cancelled = new HashSet<>();

  /** Which enterprise a partner of an application is: it may be called otherwise since. */
  private final Map<String, String> partners = new HashMap<>();

  Aids(Enterprises enterprises) {
    this.enterprises = enterprises;
  }

  // ---- by hand

  DeMinimisAidRecorded recorded(RecordDeMinimisAid c, Decisions tables) {
    var known = enterprises.get(c.enterpriseId());
    if (entries.containsKey(c.aidId())) throw new Rejected("aid-already-recorded");
    if (c.amountCents() <= 0) throw new Rejected("amount-not-positive");
    var grantor = text(c.grantor(), "grantor-missing");
    var document = text(c.document(), "document-missing");
    var all = enterprises.undertaking(known.id());
    var ceiling = Ceiling.of(tables, c.grantedOn());
    long sum = all.deMinimis().sumTo(c.grantedOn(), ceiling.years());
    return new DeMinimisAidRecorded(
        ID,
        c.aidId(),
        known.id(),
        all.name(),
        c.amountCents(),
        c.grantedOn(),
        grantor,
        document,
        Math.addExact(sum, c.amountCents()),
        ceiling.cents());
  }

  DeMinimisAidCancelled cancelled(CancelDeMinimisAid c) {
    var entry = entries.get(c.aidId());
    if (entry == null) throw new Rejected("aid-unknown");
    if (cancelled.contains(c.aidId())) throw new Rejected("aid-already-cancelled");
    return cancelled(entry, text(c.reason(), "reason-missing"));
  }

  private DeMinimisAidCancelled cancelled(Entry entry, String reason) {
    var aid = entry.recorded;
    return new DeMinimisAidCancelled(
        ID,
        aid.aidId(),
        aid.enterpriseId(),
        enterprises.get(aid.enterpriseId()).name(),
        entry.cents,
        entry.grantedOn,
        reason,
        aid.applicationId(),
        aid.partnerId());
  }

  // ---- from a grant

  /** Null if there is nothing to record. */
  @Nullable DeMinimisAidRecorded granted(RecordGrantedAids c, PartnerAid aid, Decisions tables) {
    if (aid.amountCents() < 0) throw new Rejected("amount-not-positive");
    var id = id(c.applicationId(), aid);
    var former = entries.get(id);
    if (former != null && former.recorded.amountCents() != aid.amountCents())
      throw new Rejected("aid-already-recorded");
    if (former != null || aid.amountCents() == 0) return null;
    var all = enterprises.undertaking(partner(c.applicationId(), aid).id());
    var ceiling = Ceiling.of(tables, c.grantedOn());
    long sum = all.deMinimis().sumTo(c.grantedOn(), ceiling.years());
    return new DeMinimisAidRecorded(
        ID,
        id,
        all.self().id(),
        all.name(),
        aid.amountCents(),
        c.grantedOn(),
        text(c.grantor(), "grantor-missing"),
        text(c.document(), "document-missing"),
        Math.addExact(sum, aid.amountCents()),
        ceiling.cents(),
        c.applicationId(),
        Enterprises.key(aid.partner()));
  }

  /** Null if the entry stands as it is. */
  @Nullable EnterpriseEvent corrected(CorrectGrantedAids c, PartnerAid aid, Decisions tables) {
    if (aid.amountCents() < 0) throw new Rejected("amount-not-positive");
    var reason = c.reason().strip();
    if (reason.isEmpty()) throw new Rejected("reason-missing");
    var id = id(c.applicationId(), aid);
    var entry = entries.get(id);
    if (entry == null || cancelled.contains(id)) return null;
    if (aid.amountCents() == 0) return cancelled(entry, reason);
    var recorded = entry.recorded;
    var day = c.grantedOn() == null ? entry.grantedOn : c.grantedOn();
    var document = c.document() == null ? entry.document : c.document().strip();
    if (entry.cents == aid.amountCents()
        && entry.grantedOn.equals(day)
        && entry.document.equals(document)) return null;
    var all = enterprises.undertaking(recorded.enterpriseId());
    var ceiling = Ceiling.of(tables, day);
    var was = new Aid(entry.grantedOn, entry.cents);
    long others =
        all.deMinimis().sumTo(day, ceiling.years())
            - (DeMinimis.counts(was, day, ceiling.years()) ? entry.cents : 0);
    return new DeMinimisAidCorrected(
        ID,
        id,
        recorded.enterpriseId(),
        all.name(),
        entry.cents,
        aid.amountCents(),
        day,
        reason,
        Math.addExact(others, aid.amountCents()),
        ceiling.cents(),
        c.applicationId(),
        Enterprises.key(aid.partner()),
        day.equals(entry.grantedOn) ? null : entry.grantedOn,
        document.equals(entry.document) ? null : document);
  }

  private static String id(String applicationId, PartnerAid aid) {
    return applicationId + "#" + Enterprises.key(aid.partner());
  }

  private Enterprise partner(String applicationId, PartnerAid aid) {
    var name = text(aid.partner(), "enterprise-name-missing");
    var known = enterprises.named(name);
    if (known != null) return known;
    var checked = partners.get(id(applicationId, aid));
    if (checked == null) throw new Rejected("enterprise-unknown", Map.of("name", name));
    return enterprises.get(checked);
  }

  // ---- what still fits

  /**
   * @param asked all that the application asks for; what is for the same undertaking counts with it
   */
  DeMinimisChecked fits(
      String applicationId,
      PartnerAid aid,
      List<PartnerAid> asked,
      LocalDate day,
      Decisions tables) {
    var known = partner(applicationId, aid);
    if (aid.amountCents() < 0) throw new Rejected("amount-not-positive");
    var all = enterprises.undertaking(known.id());
    var linked = all.linked();
    long together =
        asked.stream()
            .filter(each -> linked.contains(partner(applicationId, each)))
            .mapToLong(PartnerAid::amountCents)
            .reduce(0, Math::addExact);
    var had = all.deMinimis();
    var excess = had.beyond(new Aid(day, together), each -> Ceiling.of(tables, each));
    if (excess != null)
      throw new Rejected(
          "de-minimis-ceiling",
          Map.of(
              "undertaking", all.name(),
              "lastDay", excess.lastDay().toString(),
              "sumCents", excess.sumCents(),
              "askedCents", together,
              "ceilingCents", excess.ceiling().cents(),
              "excessCents", excess.excessCents()));
    var ceiling = Ceiling.of(tables, day);
    return new DeMinimisChecked(
        ID,
        applicationId,
        Enterprises.key(aid.partner()),
        aid.partner().strip(),
        known.id(),
        all.name(),
        aid.amountCents(),
        day,
        had.sumTo(day, ceiling.years()),
        ceiling.cents(),
        ceiling.source(),
        ceiling.version());
  }

  // ---- what is remembered

  void on(DeMinimisAidRecorded e) {
    entries.put(e.aidId(), new Entry(e, e.amountCents(), e.grantedOn(), e.document()));
    enterprises.change(
        e.enterpriseId(), each -> each.with(new Aid(e.grantedOn(), e.amountCents())));
  }

  void on(DeMinimisAidCorrected e) {
    entries.computeIfPresent(
        e.aidId(),
        (id, was) ->
            new Entry(
                was.recorded,
                e.amountCents(),
                e.grantedOn(),
                e.document() == null ? was.document : e.document()));
    var formerDay = e.formerGrantedOn() == null ? e.grantedOn() : e.formerGrantedOn();
    enterprises.change(
        e.enterpriseId(),
        each ->
            each.without(new Aid(formerDay, e.formerCents()))
                .with(new Aid(e.grantedOn(), e.amountCents())));
  }

  void on(DeMinimisAidCancelled e) {
    cancelled.add(e.aidId());
    enterprises.change(
        e.enterpriseId(), each -> each.without(new Aid(e.grantedOn(), e.amountCents())));
  }

  void on(DeMinimisChecked e) {
    partners.put(e.applicationId() + "#" + e.partnerId(), e.enterpriseId());
  }
}
