package org.foerderturm.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.foerderturm.TestBodies;
import org.foerderturm.TestOffice;
import org.foerderturm.committee.CommitteeCommand.AdoptRules;
import org.foerderturm.committee.CommitteeCommand.AppointMember;
import org.foerderturm.committee.CommitteeCommand.CloseVote;
import org.foerderturm.committee.CommitteeCommand.DismissMember;
import org.foerderturm.committee.CommitteeCommand.FoundBody;
import org.foerderturm.committee.CommitteeCommand.SubmitMotion;
import org.foerderturm.committee.CommitteeQuery.BodyDetails;
import org.foerderturm.committee.CommitteeQuery.BodyRow;
import org.foerderturm.committee.CommitteeQuery.FindBodies;
import org.foerderturm.committee.CommitteeQuery.FindBody;
import org.foerderturm.committee.CommitteeQuery.FindMotion;
import org.foerderturm.committee.CommitteeQuery.FindMotions;
import org.foerderturm.committee.CommitteeQuery.MemberRow;
import org.foerderturm.committee.CommitteeQuery.Quorum;
import org.foerderturm.committee.CommitteeQuery.VoteRow;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bodies and motions as screens read them; votes are in the tests of the workflow. */
class CommitteeIT {
  private static final Actor AUDITOR = Actor.of("otto", Role.AUDITOR);

  private final TestOffice office = TestOffice.shared();
  private final String body = "body-" + UUID.randomUUID();

  @Test
  void a_body_shows_its_members_and_all_its_rules() {
    var stricter =
        new BodyRules(
                Share.atLeast(2, 3),
                Share.atLeast(2, 3),
                LocalDate.parse("2027-01-01"),
                "Satzung § 4")
            .with(BodyRules.MajorityOf.MEMBERS);
    found();
    office.send(
        new AppointMember(body, "anna", LocalDate.parse("2026-01-01"), null), TestOffice.LEAD);
    office.send(new AppointMember(body, "ben"), TestOffice.LEAD);
    office.send(new AppointMember(body, "cem"), TestOffice.LEAD);
    office.send(new DismissMember(body, "cem", "Ausgeschieden"), TestOffice.LEAD);
    office.send(new AdoptRules(body, stricter), TestOffice.LEAD);

    var row = new BodyRow(body, "Lenkungsgremium", BodyKind.STEERING, 5, 2);
    var details = ask(new FindBody(body));
    assertThat(details)
        .isEqualTo(
            new BodyDetails(
                row,
                List.of(
                    new MemberRow("anna", LocalDate.parse("2026-01-01"), null),
                    new MemberRow("ben", null, null)),
                details.recorded(),
                List.of(),
                null));
    assertThat(details.rules()).containsExactly(TestBodies.electronic(), stricter);
    assertThat(details.recorded())
        .as("who recorded a rule stands with it")
        .extracting(CommitteeQuery.RulesRow::by)
        .containsOnly(TestOffice.LEAD.userId());
    assertThat(ask(new FindBodies())).contains(row);
    assertThat(office.office().ask(new FindBody("nowhere"), AUDITOR)).isNull();
  }

  @Test
  void a_motion_shows_who_may_vote_and_what_the_quorum_needs() {
    found();
    office.send(new AppointMember(body, "ben"), TestOffice.LEAD);
    office.send(new AppointMember(body, "anna"), TestOffice.LEAD);
    String motion = submit("Eins");

    var details = ask(new FindMotion(motion));
    assertThat(details.proposal()).isEqualTo("Es wird beschlossen.");
    assertThat(details.basis()).isEqualTo(BodyRules.municipal().source());
    assertThat(details.votes())
        .containsExactly(
            new VoteRow("anna", null, false, null, null),
            new VoteRow("ben", null, false, null, null));
    assertThat(details.quorum()).isEqualTo(new Quorum(3, 0, 5, false, false));
    assertThat(details.row().submittedBy()).isEqualTo(TestOffice.MANAGER.userId());
    assertThat(office.office().ask(new FindMotion("none"), AUDITOR)).isNull();
  }

  @Test
  void motions_are_listed_newest_first_open_or_decided() {
    found();
    office.send(new AppointMember(body, "anna"), TestOffice.LEAD);
    String first = submit("Eins");
    String second = submit("Zwei");
    TestBodies.timeIsOver(office, first);

    assertThat(motions(null)).containsExactly(second, first);
    assertThat(motions(true)).containsExactly(second);
    assertThat(motions(false)).containsExactly(first);
    var page = ask(new FindMotions(body, null, 1, 1));
    assertThat(page.total()).isEqualTo(2);
    assertThat(page.rows()).hasSize(1);
    assertThat(page.rows().getFirst().result()).isEqualTo("inquorate");
    assertThat(page.rows().getFirst().decidedAt()).isNotNull();
  }

  @Test
  void a_motion_to_a_body_that_nobody_founded_is_refused_in_plain_words() {
    assertThatThrownBy(() -> submit("Eins")).hasMessage("body-unknown");
    assertThatThrownBy(() -> office.send(new CloseVote("none"), TestOffice.LEAD))
        .hasMessage("motion-unknown");
    found();
    office.send(new AppointMember(body, "anna"), TestOffice.LEAD);
    assertThat(ask(new FindMotion(submit("Eins"))).row().entitled()).isEqualTo(1);
  }

  private List<String> motions(@Nullable Boolean open) {
    return ask(new FindMotions(body, open, 0, 10)).rows().stream()
        .map(CommitteeQuery.MotionRow::motionId)
        .toList();
  }

  private void found() {
    office.send(
        new FoundBody(body, "Lenkungsgremium", BodyKind.STEERING, 5, TestBodies.electronic()),
        TestOffice.LEAD);
  }

  private String submit(String title) {
    String motion = UUID.randomUUID().toString();
    office.send(
        new SubmitMotion(motion, body, title, "Es wird beschlossen.", "k-" + motion),
        TestOffice.MANAGER);
    return motion;
  }

  private <R> R ask(Query<R> query) {
    return Objects.requireNonNull(office.office().ask(query, AUDITOR));
  }
}
