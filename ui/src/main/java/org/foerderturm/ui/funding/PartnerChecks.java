package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.foerderturm.enterprise.EnterpriseQuery.FindPartnerChecks;
import org.foerderturm.enterprise.EnterpriseQuery.PartnerCheck;
import org.foerderturm.funding.FundingQuery.ApplicationDetails;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** Which size of each partner counted, whence it is known, and how its de-minimis aid fits. */
final class PartnerChecks {
  private PartnerChecks() {}

  static @Nullable Section of(Desk desk, ApplicationDetails found) {
    return of(desk, found, null);
  }

  /**
   * @param partner name of the only one to show; null for all
   */
  static @Nullable Section of(Desk desk, ApplicationDetails found, @Nullable String partner) {
    var checks =
        desk.ask(new FindPartnerChecks(found.row().applicationId())).stream()
            .filter(check -> partner == null || check.partner().equals(partner))
            .toList();
    if (checks.isEmpty()) return null;
    boolean links = desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR);
    var table =
        Ui.table(
            "",
            t("application.partner"),
            t("partner-check.size"),
            t("partner-check.basis"),
            t("partner-check.de-minimis"));
    table.removeCaption();
    table.removeBody();
    var body = new NativeTableBody();
    for (var check : checks)
      body.add(
          new NativeTableRow(
              new NativeTableCell(name(check, links)),
              new NativeTableCell(
                  check.size() == null ? "–" : Words.code("enterprise-size", check.size().code())),
              new NativeTableCell(basis(check)),
              new NativeTableCell(aid(check))));
    table.add(body);
    return Ui.section(t("partner-check.title"), Ui.scroll(table));
  }

  private static Component name(PartnerCheck check, boolean links) {
    return check.enterpriseId() == null || !links
        ? new Span(check.partner())
        : Ui.link("enterprises/" + check.enterpriseId(), check.partner());
  }

  private static Component basis(PartnerCheck check) {
    if (!check.derived()) return Ui.chip(Ui.Tone.ATTENTION, t("partner-check.declared"));
    return Ui.chip(
        Ui.Tone.GOOD,
        check.lastYear() == null
            ? t("partner-check.by-control", "version", check.version())
            : t(
                "partner-check.derived",
                "year",
                String.valueOf(check.lastYear()),
                "version",
                check.version()));
  }

  private static Component aid(PartnerCheck check) {
    if (check.aidCents() == null) return new Span("–");
    var aid = Ui.div("ft-lines");
    if (check.grantedCents() != null) aid.add(granted(check));
    aid.add(
        new Span(
            t(
                "partner-check.aid",
                "amount",
                Formats.euros(check.aidCents()),
                "sum",
                Formats.euros(check.sumCents()),
                "ceiling",
                Formats.euros(check.ceilingCents()))));
    return aid;
  }

  private static Span granted(PartnerCheck check) {
    var ceiling = check.grantedCeilingCents();
    var sum = check.grantedSumCents();
    long excess = ceiling == null || sum == null ? 0 : sum - ceiling;
    return Ui.chip(
        excess > 0 ? Ui.Tone.BAD : Ui.Tone.GOOD,
        t(
            excess > 0 ? "partner-check.beyond" : "partner-check.granted",
            "amount",
            Formats.euros(check.grantedCents()),
            "sum",
            Formats.euros(sum),
            "ceiling",
            Formats.euros(ceiling),
            "excess",
            Formats.euros(excess)));
  }
}
