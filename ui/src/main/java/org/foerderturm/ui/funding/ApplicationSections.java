package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import org.foerderturm.chain.ChainQuery.FindChain;
import org.foerderturm.funding.FundingQuery.ApplicationDetails;
import org.foerderturm.funding.FundingQuery.FindApplication;
import org.foerderturm.funding.FundingQuery.FindCall;
import org.foerderturm.funding.GrantQuery.FindGrant;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Ui;
import org.jspecify.annotations.Nullable;

/** Parts of an application's page, for the tasks that ask about them; empty where there is none. */
public final class ApplicationSections {
  private ApplicationSections() {}

  public static List<Component> facts(Desk desk, String id) {
    var found = desk.ask(new FindApplication(id));
    return found == null ? List.of() : List.of(ApplicationView.about(desk, found));
  }

  /** Id of the consortium that applies; null if there is none. */
  public static @Nullable String consortiumOf(Desk desk, String id) {
    var found = desk.ask(new FindApplication(id));
    return found == null ? null : found.row().consortiumId();
  }

  public static List<Component> financing(Desk desk, String id) {
    var found = desk.ask(new FindApplication(id));
    return found == null || found.partners().isEmpty() ? List.of() : List.of(financing(found));
  }

  /** What is applied for; what it costs, as far as that is known. */
  public static List<Component> application(Desk desk, String id) {
    var found = desk.ask(new FindApplication(id));
    if (found == null) return List.of();
    var parts = new ArrayList<Component>();
    var call = desk.ask(new FindCall(id));
    if (call != null) parts.add(CallSection.of(call));
    var work = new StartOfWorkSection(desk, id).section();
    if (work != null) parts.add(work);
    parts.add(ApplicationView.about(desk, found));
    parts.add(ApplicationView.texts(found));
    if (!found.partners().isEmpty()) parts.add(FinancingTable.of(found.partners()));
    return parts;
  }

  /**
   * What is off, then costs and financing.
   *
   * @param partner name of the one that is asked about; null, or without a budget yet: all
   */
  public static List<Component> budget(Desk desk, String id, @Nullable String partner) {
    var found = desk.ask(new FindApplication(id));
    if (found == null) return List.of();
    var asked = found.partners().stream().filter(each -> each.name().equals(partner)).toList();
    boolean one = !asked.isEmpty();
    var shown = one ? asked : found.partners();
    var parts = new ArrayList<Component>();
    var work = new StartOfWorkSection(desk, id).section();
    if (work != null) parts.add(work);
    var off = FinancingTable.off(shown);
    if (off != null) parts.add(off);
    parts.add(FinancingTable.of(shown));
    var rates = AidRates.of(desk, found, one ? partner : null);
    if (rates != null) parts.add(rates);
    var checks = PartnerChecks.of(desk, found, one ? partner : null);
    if (checks != null) parts.add(checks);
    if (one && found.partners().size() > 1)
      parts.add(Ui.fold(t("subject.all-partners"), FinancingTable.of(found.partners())));
    return parts;
  }

  public static List<Component> deadlines(Desk desk, String id) {
    var found = desk.ask(new FindApplication(id));
    if (found == null) return List.of();
    var parts = new ArrayList<Component>();
    var asked = new AdditionalRequestsSection(desk, id, null).section();
    if (asked != null) parts.add(asked);
    parts.add(ApplicationView.deadlinesOf(found));
    parts.add(ApplicationView.about(desk, found));
    parts.add(Ui.fold(t("application.financing"), FinancingTable.of(found.partners())));
    return parts;
  }

  /** The notice, what was drawn by it, when the next proof is due. */
  public static List<Component> notice(Desk desk, String id) {
    var found = desk.ask(new FindApplication(id));
    if (found == null) return List.of();
    var grant = desk.ask(new FindGrant(id));
    var parts = new ArrayList<Component>();
    var notice = found.notice();
    if (notice == null) parts.add(ApplicationView.about(desk, found));
    else parts.add(ApplicationView.notice(notice, found, grant));
    parts.addAll(RemedySections.of(desk, id));
    if (!grant.notes().isEmpty()) parts.add(GrantChanges.notes(grant));
    if (notice != null) {
      parts.add(ApplicationView.drawDowns(found, desk.ask(new FindChain(id))));
      parts.add(ApplicationView.deadlinesOf(found));
    }
    parts.add(financing(found));
    return parts;
  }

  /** One change of the grant, and what it changes. */
  public static List<Component> change(Desk desk, String id, String changeId) {
    var found = desk.ask(new FindApplication(id));
    if (found == null) return List.of();
    var grant = desk.ask(new FindGrant(id));
    var parts = new ArrayList<Component>();
    grant.changes().stream()
        .filter(change -> change.changeId().equals(changeId))
        .forEach(
            change -> parts.add(Ui.section(t("grant-change.asked"), GrantChanges.facts(change))));
    var notice = found.notice();
    if (notice != null) parts.add(ApplicationView.notice(notice, found, grant));
    parts.add(financing(found));
    return parts;
  }

  private static Component financing(ApplicationDetails found) {
    return Ui.fold(t("application.financing"), FinancingTable.of(found.partners()));
  }
}
