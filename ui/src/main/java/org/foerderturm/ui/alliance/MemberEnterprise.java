package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Section;
import java.time.LocalDate;
import org.foerderturm.alliance.AllianceQuery.MemberRow;
import org.foerderturm.enterprise.EnterpriseQuery.FindEnterprise;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;

/** What the register of enterprises says about a member, and the way there. */
final class MemberEnterprise {
  private MemberEnterprise() {}

  static Section of(Desk desk, MemberRow member, boolean writes) {
    var section = Ui.section(t("enterprise.status-and-aid"));
    var today = LocalDate.now(Formats.OFFICE);
    var found = desk.ask(new FindEnterprise(member.memberId(), today));
    var named = found == null ? EnterpriseDialogs.named(desk, member.name()) : null;
    if (named != null) found = desk.ask(new FindEnterprise(named.enterpriseId(), today));
    if (found == null) {
      section.add(Ui.span("ft-quiet", t("enterprise.not-entered")));
      if (writes)
        section.add(
            Ui.quiet(
                t("enterprise.enter"),
                () ->
                    EnterpriseDialogs.enter(
                        desk,
                        member.name(),
                        member.memberId(),
                        id -> UI.getCurrent().navigate("enterprises/" + id))));
      return section;
    }
    var facts = Ui.facts();
    Ui.fact(facts, t("enterprise.status"), SmeSection.chip(found.status()));
    var status = found.status();
    if (status != null && !status.years().isEmpty())
      for (var year : status.years().reversed())
        Ui.fact(
            facts,
            String.valueOf(year.year()),
            t(
                "enterprise.why." + year.reason().code(),
                "size",
                SmeSection.size(year.status()),
                "own",
                SmeSection.size(year.own())));
    Ui.fact(facts, t("enterprise.de-minimis"), DeMinimisSection.chip(found));
    section.add(
        facts, Ui.link("enterprises/" + found.row().enterpriseId(), t("enterprise.to-enterprise")));
    return section;
  }
}
