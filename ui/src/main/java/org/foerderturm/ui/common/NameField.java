package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.combobox.ComboBox;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.foerderturm.alliance.AllianceQuery.FindMembers;
import org.foerderturm.alliance.AllianceQuery.MemberRow;
import org.foerderturm.consortium.ConsortiumQuery.FindIdeaCalls;
import org.foerderturm.contact.ContactQuery.FindSpeakers;
import org.foerderturm.enterprise.EnterpriseQuery.EnterpriseRow;
import org.foerderturm.enterprise.EnterpriseQuery.FindEnterprises;
import org.foerderturm.funding.FundingQuery.FindCalls;
import org.foerderturm.funding.FundingQuery.FindFunders;
import org.foerderturm.kernel.NameOrder;
import org.foerderturm.kernel.Role;
import org.foerderturm.kernel.SearchText;

/**
 * A name chosen from what the registers know, written as it stands there, or typed where they don't
 * know it. The value is the name.
 */
public final class NameField extends ComboBox<String> {
  private static final int MOST = 50;

  private NameField(Function<String, Stream<String>> known) {
    setItems(
        query -> {
          var typed = query.getFilter().orElse("").strip();
          return known.apply(typed).distinct().skip(query.getOffset()).limit(query.getLimit());
        });
    setAllowCustomValue(true);
    setPlaceholder(t("form.choose-or-type"));
    // as if chosen: whoever keeps drafts hears of it
    addCustomValueSetListener(
        typed -> {
          var name = typed.getDetail().strip();
          setModelValue(name, true);
          setPresentationValue(name);
        });
  }

  /** Members of the alliance first, then enterprises of the register. */
  public static NameField organisation(Desk desk) {
    return new NameField(
        typed ->
            Stream.concat(
                desk.has(
                        Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.COMMITTEE_MEMBER)
                    ? desk.ask(new FindMembers(typed, null, null, 0, MOST)).rows().stream()
                        .map(MemberRow::name)
                    : Stream.of(),
                desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR)
                    ? desk.ask(new FindEnterprises(typed, 0, MOST)).rows().stream()
                        .map(EnterpriseRow::name)
                    : Stream.of()));
  }

  /** People of the office who are not locked, and those who speak for a member today. */
  public static NameField people(Desk desk) {
    return new NameField(
        typed ->
            Stream.concat(
                desk.candidates().values().stream()
                    .filter(name -> SearchText.matches(name, typed))
                    .sorted(NameOrder.NAMES),
                desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR)
                    ? desk.ask(new FindSpeakers(typed, LocalDate.now(Formats.OFFICE))).stream()
                    : Stream.of()));
  }

  /** Funders of applications. */
  public static NameField funder(Desk desk) {
    return new NameField(
        typed -> ofApplications(desk) ? desk.ask(new FindFunders(typed)).stream() : Stream.of());
  }

  /** Calls of applications and of consortia. */
  public static NameField call(Desk desk) {
    return new NameField(
        typed ->
            Stream.concat(
                ofApplications(desk)
                    ? desk.ask(new FindCalls(typed)).stream()
                    : Stream.<String>of(),
                desk.ask(new FindIdeaCalls(typed)).stream()));
  }

  /** Whether the person may ask about applications and organisations. */
  public static boolean ofApplications(Desk desk) {
    return desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR);
  }
}
