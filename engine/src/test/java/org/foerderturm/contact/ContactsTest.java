package org.foerderturm.contact;

import static org.foerderturm.kernel.Refusals.refused;

import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.contact.ContactCommand.*;
import org.foerderturm.contact.ContactEvent.*;
import org.foerderturm.contact.TeamCommand.*;
import org.foerderturm.contact.TeamEvent.*;
import org.foerderturm.kernel.Memberships;
import org.foerderturm.kernel.Merge;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContactsTest {
  private static final LocalDate JAN = LocalDate.of(2026, 1, 1);
  private static final LocalDate JUN = LocalDate.of(2026, 6, 30);
  private static final LocalDate JUL = LocalDate.of(2026, 7, 1);
  private static final String TEAM = "expert-team-security";
  private final AggregateTestFixture<Contact> contact = new AggregateTestFixture<>(Contact.class);
  private final AggregateTestFixture<Team> team = new AggregateTestFixture<>(Team.class);

  @BeforeEach
  void somebody_left() {
    Memberships members =
        new Memberships() {
          @Override
          public Optional<LocalDate> leftOn(String memberId) {
            return memberId.equals("left") ? Optional.of(JUN) : Optional.empty();
          }

          @Override
          public Optional<LocalDate> lastDay(String memberId) {
            return leftOn(memberId);
          }

          @Override
          public Optional<LocalDate> speaksUntil(String contactId) {
            return contactId.equals("gone") ? Optional.of(JUN) : Optional.empty();
          }
        };
    contact.registerInjectableResource(members);
    team.registerInjectableResource(members);
  }

  @Test
  void who_left_is_nobodys_candidate() {
    refused(
        contact
            .givenNoPriorActivity()
            .when(new AddContact("c", "left", "Ada", "", null, null, JAN)),
        "member-has-left");
    refused(
        team.givenNoPriorActivity()
            .when(new AppointExpert(TEAM, ExpertTeam.SECURITY, "c", "left", JAN, null, false)),
        "member-has-left");
    refused(team.givenNoPriorActivity().when(appoint("gone", JUL, null, false)), "expert-is-gone");
    team.givenNoPriorActivity()
        .when(appoint("gone", JUN, JUN, false))
        .expectEvents(appointed("gone", JUN, JUN, false));
  }

  @Test
  void a_person_speaks_for_a_member_from_a_day_until_another() {
    contact
        .givenNoPriorActivity()
        .when(new AddContact("c", "m", " Ada ", "Leitung ", "a@b.de", "+49 231 5", JAN))
        .expectEvents(new ContactAdded("c", "m", "Ada", "Leitung", "a@b.de", "+49 231 5", JAN));
    contact
        .given(added())
        .when(new CorrectContact("c", "Ada", "Vorstand", "", null))
        .expectEvents(new ContactCorrected("c", "m", "Ada", "Vorstand", null, null));
    contact
        .given(added())
        .when(new EndContact("c", JUN))
        .expectEvents(new ContactEnded("c", "m", "Ada", JUN));
  }

  @Test
  void two_who_correct_a_person_at_the_same_time_undo_nothing_of_each_other() {
    var opened = new CorrectContact("c", "Ada", "Leitung", null, null);
    var phone = new ContactCorrected("c", "m", "Ada", "Leitung", null, "+49 231 5");
    contact
        .given(added(), phone)
        .when(Merge.seen(new CorrectContact("c", "Ada", "Vorstand", "", ""), opened))
        .expectEvents(new ContactCorrected("c", "m", "Ada", "Vorstand", null, "+49 231 5"));
    refused(
        contact
            .given(added(), phone)
            .when(Merge.seen(new CorrectContact("c", "Ada", "Leitung", "", "+49 231 6"), opened)),
        "changed-meanwhile");
  }

  @Test
  void what_is_wrong_about_a_person_is_refused() {
    refused(
        contact.givenNoPriorActivity().when(new AddContact("c", "m", " ", "", null, null, JAN)),
        "contact-name-missing");
    refused(
        contact.givenNoPriorActivity().when(new AddContact("c", "m", "A", "", "a@b", null, JAN)),
        "mail-address-wrong");
    refused(
        contact.givenNoPriorActivity().when(new AddContact("c", "m", "A", "", null, "ruf an", JAN)),
        "phone-number-wrong");
    refused(
        contact.given(added()).when(new EndContact("c", JAN.minusDays(1))),
        "term-ends-before-it-begins");
    refused(
        contact
            .given(added(), new ContactEnded("c", "m", "Ada", JUN))
            .when(new EndContact("c", JUN)),
        "contact-already-ended");
  }

  @Test
  void nobody_sits_in_a_team_twice_at_a_time() {
    team.givenNoPriorActivity()
        .when(appoint("c", JAN, null, false))
        .expectEvents(appointed("c", JAN, null, false));
    refused(
        team.given(appointed("c", JAN, JUN, false)).when(appoint("c", JUN, null, false)),
        "expert-already-in-team");
    team.given(appointed("c", JAN, JUN, false))
        .when(appoint("c", JUL, null, false))
        .expectEvents(appointed("c", JUL, null, false));
  }

  @Test
  void a_team_has_one_chair_at_a_time() {
    refused(
        team.given(appointed("c", JAN, null, true)).when(appoint("d", JUL, null, true)),
        "team-has-chair");
    team.given(
            appointed("c", JAN, null, true),
            new ExpertTermEnded(TEAM, ExpertTeam.SECURITY, "c", JAN, JUN))
        .when(appoint("d", JUL, null, true))
        .expectEvents(appointed("d", JUL, null, true));
  }

  @Test
  void the_end_of_a_term_that_another_set_meanwhile_is_not_replaced_unseen() {
    var seen = new EndExpertTerm(TEAM, "c", null);
    refused(
        team.given(
                appointed("c", JAN, null, true),
                new ExpertTermEnded(TEAM, ExpertTeam.SECURITY, "c", JAN, JUL))
            .when(Merge.seen(new EndExpertTerm(TEAM, "c", JUN), seen)),
        "changed-meanwhile");
    team.given(appointed("c", JAN, null, true))
        .when(Merge.seen(new EndExpertTerm(TEAM, "c", JUN), seen))
        .expectEvents(new ExpertTermEnded(TEAM, ExpertTeam.SECURITY, "c", JAN, JUN));
  }

  @Test
  void a_term_ends_once_and_not_before_it_begins() {
    team.given(appointed("c", JAN, null, true))
        .when(new EndExpertTerm(TEAM, "c", JUN))
        .expectEvents(new ExpertTermEnded(TEAM, ExpertTeam.SECURITY, "c", JAN, JUN));
    refused(
        team.given(appointed("c", JAN, null, true)).when(new EndExpertTerm(TEAM, "d", JUN)),
        "expert-not-in-team");
    refused(
        team.given(appointed("c", JUL, null, true)).when(new EndExpertTerm(TEAM, "c", JUN)),
        "term-ends-before-it-begins");
    refused(
        team.givenNoPriorActivity().when(appoint("c", JUL, JAN, false)),
        "term-ends-before-it-begins");
  }

  @Test
  void a_team_has_its_own_id() {
    refused(
        team.givenNoPriorActivity()
            .when(new AppointExpert("other", ExpertTeam.SECURITY, "c", "m", JAN, null, false)),
        "team-unknown");
  }

  private static ContactAdded added() {
    return new ContactAdded("c", "m", "Ada", "Leitung", null, null, JAN);
  }

  private static AppointExpert appoint(
      String who, LocalDate from, @Nullable LocalDate until, boolean chair) {
    return new AppointExpert(TEAM, ExpertTeam.SECURITY, who, "m", from, until, chair);
  }

  private static ExpertAppointed appointed(
      String who, LocalDate from, @Nullable LocalDate until, boolean chair) {
    return new ExpertAppointed(TEAM, ExpertTeam.SECURITY, who, "m", from, until, chair);
  }
}
