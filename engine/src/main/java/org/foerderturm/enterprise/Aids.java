package org.foerderturm.enterprise;

import static org.foerderturm.enterprise.EnterpriseRegister.ID;
import static org.foerderturm.enterprise.EnterpriseRegister.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.foerderturm.enterprise.DeMinimis.Aid;
import org.foerderturm.enterprise.DeMinimis.Ceiling;
import org.foerderturm.enterprise.EnterpriseCommand.CancelDeMinimisAid;
import org.foerderturm.enterprise.EnterpriseCommand.CheckDeMinimis;
import org.foerderturm.enterprise.EnterpriseCommand.RecordDeMinimisAid;
import org.foerderturm.enterprise.EnterpriseEvent.DeMinimisAidCancelled;
import org.foerderturm.enterprise.EnterpriseEvent.DeMinimisAidRecorded;
import org.foerderturm.enterprise.EnterpriseEvent.DeMinimisChecked;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Rejected;

/** The de-minimis register: what was granted to whom, and what still fits. */
final class Aids {
  private final Enterprises enterprises;
  private final Map<String, DeMinimisAidRecorded> entries = new HashMap<>();
  private final Set<String> cancelled = new HashSet<>();

  Aids(Enterprises enterprises) {
    this.enterprises = enterprises;
  }

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
    var aid = entries.get(c.aidId());
    if (aid == null) throw new Rejected("aid-unknown");
    if (cancelled.contains(c.aidId())) throw new Rejected("aid-already-cancelled");
    return new DeMinimisAidCancelled(
        ID,
        aid.aidId(),
        aid.enterpriseId(),
        enterprises.get(aid.enterpriseId()).name(),
        aid.amountCents(),
        aid.grantedOn(),
        text(c.reason(), "reason-missing"));
  }

  DeMinimisChecked fits(CheckDeMinimis c, Decisions tables) {
    var partner = text(c.partner(), "enterprise-name-missing");
    var known = enterprises.named(partner);
    if (known == null) throw new Rejected("enterprise-unknown", Map.of("name", partner));
    if (c.amountCents() < 0) throw new Rejected("amount-not-positive");
    var day = c.deadline().toLocalDate();
    var all = enterprises.undertaking(known.id());
    var had = all.deMinimis();
    var excess = had.beyond(new Aid(day, c.amountCents()), each -> Ceiling.of(tables, each));
    if (excess != null)
      throw new Rejected(
          "de-minimis-ceiling",
          Map.of(
              "undertaking", all.name(),
              "lastDay", excess.lastDay().toString(),
              "sumCents", excess.sumCents(),
              "askedCents", c.amountCents(),
              "ceilingCents", excess.ceiling().cents(),
              "excessCents", excess.excessCents()));
    var ceiling = Ceiling.of(tables, day);
    return new DeMinimisChecked(
        ID,
        c.applicationId(),
        Enterprises.key(partner),
        partner,
        known.id(),
        all.name(),
        c.amountCents(),
        day,
        had.sumTo(day, ceiling.years()),
        ceiling.cents(),
        ceiling.source(),
        ceiling.version());
  }

  void on(DeMinimisAidRecorded e) {
    entries.put(e.aidId(), e);
    enterprises.change(
        e.enterpriseId(), each -> each.with(new Aid(e.grantedOn(), e.amountCents())));
  }

  void on(DeMinimisAidCancelled e) {
    cancelled.add(e.aidId());
    enterprises.change(
        e.enterpriseId(), each -> each.without(new Aid(e.grantedOn(), e.amountCents())));
  }
}
