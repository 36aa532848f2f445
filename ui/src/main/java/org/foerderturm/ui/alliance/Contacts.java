package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.contact.ContactCommand.AddContact;
import org.foerderturm.contact.ContactCommand.CorrectContact;
import org.foerderturm.contact.ContactCommand.EndContact;
import org.foerderturm.contact.ContactQuery.ContactRow;
import org.foerderturm.contact.ContactQuery.FindContacts;
import org.foerderturm.contact.ContactQuery.TermRow;
import org.foerderturm.contact.TeamCommand;
import org.foerderturm.contact.TeamCommand.AppointExpert;
import org.foerderturm.contact.TeamCommand.EndExpertTerm;
import org.foerderturm.ui.common.DayField;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** The people of a member, with their terms in expert teams, and what can be done about them. */
final class Contacts extends Div {
  private static final int MOST_LETTERS = 300;
  private final transient Desk desk;
  private final String memberId;
  private final boolean writes;
  private final Runnable changed;

  Contacts(Desk desk, String memberId, boolean writes, Runnable changed) {
    this.desk = desk;
    this.memberId = memberId;
    this.writes = writes;
    this.changed = changed;
    var section = Ui.section(t("contacts.title"));
    var rows = desk.ask(new FindContacts(memberId));
    if (rows.isEmpty()) section.add(Ui.span("ft-quiet", t("contacts.none")));
    for (var row : rows) section.add(person(row));
    if (writes) section.add(Ui.quiet(t("contact.add"), this::add));
    add(section);
  }

  private Div person(ContactRow row) {
    var facts = Ui.facts();
    var days = term(row.from(), row.until());
    Ui.fact(facts, row.name(), row.function().isEmpty() ? days : row.function() + " · " + days);
    if (row.mail() != null)
      Ui.fact(facts, t("contact.mail"), new Anchor("mailto:" + row.mail(), row.mail()));
    if (row.phone() != null)
      Ui.fact(
          facts,
          t("contact.phone"),
          new Anchor("tel:" + row.phone().replaceAll("[^+0-9]", ""), row.phone()));
    for (var term : row.terms()) Ui.fact(facts, t("contact.team"), said(term));
    var person = new Div(facts);
    if (writes && row.until() == null) {
      var acts =
          Ui.div(
              "ft-actions",
              act("contact.correct", row, () -> correct(row)),
              act("contact.appoint", row, () -> appoint(row)),
              act("contact.end", row, () -> end(row)));
      for (var term : row.terms())
        if (term.until() == null)
          acts.add(
              Ui.quiet(
                  t("contact.end-term", "team", Words.code("expert-team", term.team())),
                  () -> endTerm(term)));
      person.add(acts);
    }
    return person;
  }

  private static com.vaadin.flow.component.button.Button act(
      String key, ContactRow row, Runnable action) {
    var button = Ui.quiet(t(key), action);
    button.setAriaLabel(t(key) + ": " + row.name());
    return button;
  }

  private static String said(TermRow term) {
    var team = Words.code("expert-team", term.team()) + " · " + term(term.from(), term.until());
    return term.chair() ? team + " · " + t("teams.chair") : team;
  }

  static String term(LocalDate from, @Nullable LocalDate until) {
    return until == null
        ? t("term.since", "from", Formats.date(from))
        : t("term.from-until", "from", Formats.date(from), "until", Formats.date(until));
  }

  private void add() {
    var name = Inputs.required(filled("contact.name", ""), "contact-name-missing");
    var function = filled("contact.function", "");
    var mail = filled("contact.mail", "", "mail-address-wrong");
    var phone = filled("contact.phone", "", "phone-number-wrong");
    var from = Inputs.required(Inputs.day(t("term.from"), LocalDate.now(Formats.OFFICE)));
    var id = UUID.randomUUID().toString();
    Dialogs.open(
        desk,
        t("contact.add"),
        t("member.save"),
        () ->
            desk.send(
                new AddContact(
                    id,
                    memberId,
                    name.getValue(),
                    function.getValue(),
                    mail.getValue(),
                    phone.getValue(),
                    Inputs.needed(from))),
        changed,
        name,
        function,
        mail,
        phone,
        from);
  }

  private void correct(ContactRow row) {
    var name = Inputs.required(filled("contact.name", row.name()), "contact-name-missing");
    var function = filled("contact.function", row.function());
    var mail = filled("contact.mail", row.mail(), "mail-address-wrong");
    var phone = filled("contact.phone", row.phone(), "phone-number-wrong");
    Dialogs.revise(
        desk,
        t("contact.correct"),
        t("member.save"),
        () ->
            new CorrectContact(
                row.contactId(),
                name.getValue(),
                function.getValue(),
                mail.getValue(),
                phone.getValue()),
        changed,
        name,
        function,
        mail,
        phone);
  }

  private static TextField filled(String key, @Nullable String value, String... codes) {
    var field = Inputs.line(t(key), MOST_LETTERS);
    field.setValue(value == null ? "" : value);
    return Inputs.answers(field, codes);
  }

  private static DayField until() {
    return Inputs.answers(
        Inputs.required(Inputs.day(t("term.until"), LocalDate.now(Formats.OFFICE))),
        "term-ends-before-it-begins");
  }

  private void end(ContactRow row) {
    var until = until();
    Dialogs.open(
        desk,
        t("contact.end-of", "name", row.name()),
        t("contact.end"),
        () -> desk.send(new EndContact(row.contactId(), Inputs.needed(until))),
        changed,
        until);
  }

  private void appoint(ContactRow row) {
    var team =
        Inputs.answers(
            Inputs.required(
                Fields.choice(t("contact.team"), ExpertTeam.values(), "expert-team"),
                "team-missing"),
            "expert-already-in-team");
    var from = Inputs.required(Inputs.day(t("term.from"), LocalDate.now(Formats.OFFICE)));
    var until =
        Inputs.answers(Inputs.day(t("term.until-open"), null), "term-ends-before-it-begins");
    var chair = Inputs.answers(new Checkbox(t("teams.chair")), "team-has-chair");
    Dialogs.open(
        desk,
        t("contact.appoint-of", "name", row.name()),
        t("contact.appoint"),
        () -> {
          @Nullable ExpertTeam chosen = team.getValue();
          if (chosen == null) throw Inputs.wrong(team, "team-missing", Map.of());
          desk.send(
              new AppointExpert(
                  TeamCommand.idOf(chosen),
                  chosen,
                  row.contactId(),
                  memberId,
                  Inputs.needed(from),
                  until.value(),
                  chair.getValue()));
        },
        changed,
        team,
        from,
        until,
        chair);
  }

  private void endTerm(TermRow term) {
    var until = until();
    var team = "expert-team-" + term.team();
    Dialogs.revise(
        desk,
        t("contact.end-term", "team", Words.code("expert-team", term.team())),
        t("contact.end-term-do"),
        new EndExpertTerm(team, term.contactId(), term.until()),
        () -> new EndExpertTerm(team, term.contactId(), Inputs.needed(until)),
        changed,
        until);
  }
}
