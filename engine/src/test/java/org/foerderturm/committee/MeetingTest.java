package org.foerderturm.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foerderturm.kernel.Refusals.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.foerderturm.committee.CommitteeConsequence.*;
import org.foerderturm.committee.CommitteeEvent.LeftOver;
import org.foerderturm.committee.MeetingCommand.*;
import org.foerderturm.committee.MeetingEvent.*;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.MemoryArchive;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Pointers;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeetingTest {
  private static final MemoryArchive ARCHIVE = new MemoryArchive();
  private static final String PLAN = ARCHIVE.store("Plan");
  private static final String S = "s1";
  private static final Instant START = Instant.parse("2026-12-10T15:00:00Z");
  private static final Instant INVITE_BY = Instant.parse("2026-12-01T22:59:00Z");
  private static final Instant LATER = Instant.parse("2026-12-17T16:00:00Z");
  private static final Instant LATER_INVITE_BY = Instant.parse("2026-12-08T22:59:00Z");
  private static final Actor CHAIR = Actor.of("anna", Role.COMMITTEE_MEMBER);
  private static final Actor CLERK = Actor.of("clara", Role.EXPERT_TEAM);
  private static final Actor BEN = Actor.of("ben", Role.COMMITTEE_MEMBER);
  private static final List<String> MEMBERS = List.of("anna", "ben", "cem", "dora", "emil");
  private static final MeetingPlanned PLANNED =
      new MeetingPlanned(
          S,
          "council",
          "Rat",
          "Rat, 10.12.2026",
          START,
          "Rathaus",
          "anna",
          "clara",
          MEMBERS,
          5,
          BodyRules.municipal(),
          INVITE_BY);
  private static final AgendaItemPlaced MOTION =
      new AgendaItemPlaced(
          S, "i1", AgendaKind.RESOLUTION, "m1", "Konsortium", "Text", "m1", null, false);
  private static final AgendaItemPlaced REPORT =
      new AgendaItemPlaced(
          S, "i2", AgendaKind.REPORT, "r1", "Bericht", "Lage", null, "Verträge", false);
  private static final InvitationsSent INVITED =
      new InvitationsSent(S, MEMBERS, 2, null, List.of());
  private static final MeetingOpened OPENED = new MeetingOpened(S, MEMBERS, 5);

  private final List<Command> sent = new ArrayList<>();

  // invitation

  @Test
  void an_invitation_keeps_the_notice_period() {
    var invite = new SendInvitations(S, null);
    refused(at(INVITE_BY.plusSeconds(1), CHAIR, PLANNED, MOTION).when(invite), "notice-too-short");
    at(INVITE_BY, CHAIR, PLANNED, MOTION)
        .when(invite)
        .expectEvents(new InvitationsSent(S, MEMBERS, 1, null, List.of()));
  }

  @Test
  void an_urgent_invitation_has_a_reason_and_keeps_its_own_notice() {
    var latest = START.minusSeconds(24 * 3600);
    refused(
        at(latest, CHAIR, PLANNED, MOTION).when(new SendInvitations(S, " ")),
        "urgency-reason-missing");
    refused(
        at(latest.plusSeconds(1), CHAIR, PLANNED, MOTION).when(new SendInvitations(S, "Frist")),
        "urgent-notice-too-short");
    refused(
        at(START, CHAIR, PLANNED, MOTION).when(new SendInvitations(S, "Frist")),
        "invitation-after-begin");
    at(latest, CHAIR, PLANNED, MOTION)
        .when(new SendInvitations(S, " Frist "))
        .expectEvents(new InvitationsSent(S, MEMBERS, 1, "Frist", List.of()));
  }

  @Test
  void an_invitation_says_which_papers_are_missing() {
    var empty =
        new AgendaItemPlaced(S, "i9", AgendaKind.REPORT, "r9", "Haushalt", "", null, null, false);
    at(INVITE_BY, CHAIR, PLANNED, MOTION, empty)
        .when(new SendInvitations(S, null))
        .expectNoEvents()
        .expectException(Rejected.class)
        .expectExceptionMessage("papers-missing");
    at(INVITE_BY, CHAIR, PLANNED, MOTION, empty, new AgendaPaperWritten(S, "i9", "Zahlen"))
        .when(new SendInvitations(S, null))
        .expectSuccessfulHandlerExecution();
    refused(at(INVITE_BY, CHAIR, PLANNED).when(new SendInvitations(S, null)), "agenda-empty");
  }

  @Test
  void the_invitation_says_for_what_the_second_meeting_is_quorate() {
    var again = second();
    at(INVITE_BY, CHAIR, PLANNED, again)
        .when(new SendInvitations(S, null))
        .expectEvents(new InvitationsSent(S, MEMBERS, 1, null, List.of("m1")));
  }

  // files

  @Test
  void a_file_is_attached_to_a_paper_and_taken_off_before_the_invitation() {
    as(CLERK, PLANNED, MOTION).when(attach("f1", "Plan.pdf", PLAN, 9)).expectEvents(FILE);
    as(CHAIR, PLANNED, MOTION, FILE)
        .when(new RemoveFromItem(S, "i1", "f1"))
        .expectEvents(new AgendaFileRemoved(S, "i1", "f1"));
    refused(
        as(CHAIR, PLANNED, MOTION, FILE, INVITED).when(new RemoveFromItem(S, "i1", "f1")),
        "agenda-already-sent");
    refused(as(CHAIR, PLANNED, MOTION).when(new RemoveFromItem(S, "i1", "f1")), "file-gone");
  }

  @Test
  void a_file_after_the_invitation_is_handed_in_later() {
    as(CLERK, PLANNED, MOTION, INVITED)
        .when(attach("f1", "Plan.pdf", PLAN, 9))
        .expectEvents(
            new AgendaFileAttached(
                S, "i1", "f1", "m1", "Plan.pdf", "application/pdf", 9, PLAN, true));
  }

  @Test
  void a_file_that_is_wrong_or_comes_too_late_is_not_attached() {
    refused(
        as(BEN, PLANNED, MOTION).when(attach("f1", "Plan.pdf", PLAN, 9)), "not-for-you-in-meeting");
    refused(as(CHAIR, PLANNED, MOTION).when(attach("f1", " ", PLAN, 9)), "file-without-name");
    refused(as(CHAIR, PLANNED, MOTION).when(attach("f1", "Plan.pdf", PLAN, 0)), "file-empty");
    refused(
        as(CHAIR, PLANNED, MOTION).when(attach("f1", "Plan.pdf", PLAN, 20L * 1024 * 1024 + 1)),
        "file-too-large");
    refused(as(CHAIR, PLANNED, MOTION).when(attach("f1", "Plan.pdf", "lost", 9)), "file-missing");
    refused(
        as(CHAIR, PLANNED, MOTION, FILE).when(attach("f2", "Kopie.pdf", PLAN, 9)),
        "file-already-attached");
    refused(
        running(CHAIR, new AgendaItemNoted(S, "i1", "x")).when(attach("f1", "Plan.pdf", PLAN, 9)),
        "item-already-settled");
    refused(over(CHAIR).when(attach("f1", "Plan.pdf", PLAN, 9)), "meeting-already-over");
  }

  private static final AgendaFileAttached FILE =
      new AgendaFileAttached(S, "i1", "f1", "m1", "Plan.pdf", "application/pdf", 9, PLAN, false);

  private static AttachToItem attach(String id, String name, String sha256, long size) {
    return new AttachToItem(S, "i1", id, name, "application/pdf", size, sha256);
  }

  // moving

  @Test
  void a_meeting_at_another_time_needs_its_invitation_again_with_the_whole_notice() {
    var moved = moved(LATER);
    at(INVITE_BY, CHAIR, PLANNED, MOTION, INVITED)
        .when(move(LATER, "Hafenhaus"))
        .expectEvents(moved);
    refused(
        at(INVITE_BY, CHAIR, PLANNED, MOTION, INVITED, moved).when(new BeginMeeting(S, MEMBERS, 5)),
        "nobody-was-invited");
    refused(
        at(LATER_INVITE_BY.plusSeconds(1), CHAIR, PLANNED, MOTION, INVITED, moved)
            .when(new SendInvitations(S, null)),
        "notice-too-short");
    at(LATER_INVITE_BY, CHAIR, PLANNED, MOTION, INVITED, moved)
        .when(new SendInvitations(S, null))
        .expectEvents(new InvitationsSent(S, List.of("anna", "ben"), 1, null, List.of()));
  }

  @Test
  void the_agenda_of_a_moved_meeting_is_open_again() {
    at(INVITE_BY, CHAIR, PLANNED, MOTION, INVITED, moved(LATER))
        .when(new PlaceOnAgenda(S, "i5", AgendaKind.REPORT, "r5", "Titel", "Text", null, null))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void another_place_alone_leaves_the_invitation_as_it_is() {
    var elsewhere = new MeetingPlaceChanged(S, "Hafenhaus", "Krankheit");
    as(CHAIR, PLANNED, MOTION, INVITED).when(move(START, "Hafenhaus")).expectEvents(elsewhere);
    as(CHAIR, PLANNED, MOTION, INVITED, elsewhere)
        .when(new BeginMeeting(S, MEMBERS, 5))
        .expectEvents(OPENED);
    refused(as(CHAIR, PLANNED, elsewhere).when(move(START, "Hafenhaus")), "meeting-not-moved");
  }

  @Test
  void a_meeting_is_not_moved_so_near_that_nobody_could_be_invited() {
    var latest = LATER.minusSeconds(24 * 3600);
    refused(
        at(latest.plusSeconds(1), CHAIR, PLANNED, INVITED).when(move(LATER, "Rathaus")),
        "moved-too-near");
    at(latest, CHAIR, PLANNED, INVITED)
        .when(move(LATER, "Rathaus"))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void a_meeting_that_has_begun_or_whose_chair_is_gone_is_not_moved() {
    refused(running(CHAIR).when(move(LATER, "Rathaus")), "meeting-not-ahead");
    refused(over(CHAIR).when(move(LATER, "Rathaus")), "meeting-not-ahead");
    refused(
        as(CHAIR, PLANNED, new MeetingCancelled(S, "Sturm")).when(move(LATER, "Rathaus")),
        "meeting-not-ahead");
    var without =
        new Reschedule(
            S,
            LATER,
            "Rathaus",
            "Krankheit",
            "Rat, 17.12.2026",
            List.of("ben"),
            5,
            BodyRules.municipal(),
            LATER_INVITE_BY);
    refused(at(INVITE_BY, CHAIR, PLANNED).when(without), "chair-not-a-member");
  }

  private static Reschedule move(Instant startsAt, String place) {
    return new Reschedule(
        S,
        startsAt,
        place,
        "Krankheit",
        "Rat, 17.12.2026",
        List.of("anna", "ben"),
        5,
        BodyRules.municipal(),
        LATER_INVITE_BY);
  }

  private static MeetingMoved moved(Instant startsAt) {
    return new MeetingMoved(
        S,
        startsAt,
        "Hafenhaus",
        "Krankheit",
        "Rat, 17.12.2026",
        List.of("anna", "ben"),
        5,
        BodyRules.municipal(),
        LATER_INVITE_BY);
  }

  @Test
  void a_subject_stands_on_the_agenda_once_and_a_closed_one_says_why() {
    refused(
        as(CHAIR, PLANNED, MOTION)
            .when(
                new PlaceOnAgenda(
                    S, "i5", AgendaKind.RESOLUTION, "m1", "Nochmals", "", "m1", null)),
        "already-on-agenda");
    refused(
        as(CHAIR, PLANNED)
            .when(new PlaceOnAgenda(S, "i5", AgendaKind.REPORT, "r5", "Titel", "", null, " ")),
        "closed-without-reason");
    refused(
        as(CHAIR, PLANNED, MOTION, INVITED)
            .when(new PlaceOnAgenda(S, "i5", AgendaKind.REPORT, "r5", "Titel", "", null, null)),
        "agenda-already-sent");
  }

  @Test
  void a_motion_on_the_agenda_is_asked_whether_it_is_still_open() {
    as(CHAIR, PLANNED)
        .when(
            new PlaceOnAgenda(
                S, "i1", AgendaKind.RESOLUTION, "m1", "Konsortium", "Text", "m1", null))
        .expectEvents(MOTION);
    assertThat(sent).containsExactly(new TableMotion("m1", "council", S));
  }

  @Test
  void a_ratification_comes_even_after_the_invitation_and_can_not_be_withdrawn() {
    var ratify =
        new AgendaItemPlaced(
            S, "u1", AgendaKind.RATIFICATION, "u1", "Deich", "Text", null, null, false);
    as(CHAIR, PLANNED, MOTION, INVITED)
        .when(
            new PlaceOnAgenda(S, "u1", AgendaKind.RATIFICATION, "u1", "Deich", "Text", null, null))
        .expectEvents(ratify);
    refused(
        as(CHAIR, PLANNED, ratify).when(new WithdrawFromAgenda(S, "u1", "passt nicht")),
        "ratification-cannot-be-withdrawn");
  }

  // attendance and quorum

  @Test
  void nobody_meets_without_an_invitation() {
    refused(as(CHAIR, PLANNED, MOTION).when(new BeginMeeting(S, MEMBERS, 5)), "nobody-was-invited");
    at(START, CHAIR, PLANNED, MOTION, INVITED)
        .when(new BeginMeeting(S, MEMBERS, 5))
        .expectEvents(OPENED);
  }

  @Test
  void nobody_meets_before_the_day_of_the_invitation() {
    var midnight = LocalDate.ofInstant(START, Body.OFFICE).atStartOfDay(Body.OFFICE).toInstant();
    refused(
        at(midnight.minusSeconds(1), CHAIR, PLANNED, MOTION, INVITED)
            .when(new BeginMeeting(S, MEMBERS, 5)),
        "meeting-not-yet");
    at(midnight, CHAIR, PLANNED, MOTION, INVITED)
        .when(new BeginMeeting(S, MEMBERS, 5))
        .expectEvents(OPENED);
  }

  @Test
  void only_a_member_comes_and_only_once() {
    refused(running(CHAIR).when(new ArriveAtMeeting(S, "fremd")), "not-a-member");
    refused(running(CHAIR, arrived("ben")).when(new ArriveAtMeeting(S, "ben")), "already-present");
    refused(running(CHAIR).when(new LeaveMeeting(S, "ben")), "not-present");
    refused(running(BEN).when(new ArriveAtMeeting(S, "cem")), "not-for-you-in-meeting");
    running(BEN).when(new ArriveAtMeeting(S, "ben")).expectEvents(arrived("ben"));
  }

  @Test
  void a_lack_of_quorum_ends_voting_until_enough_have_come() {
    var two = new Object[] {arrived("anna"), arrived("ben")};
    running(CHAIR, two).when(new StateLackOfQuorum(S)).expectEvents(new QuorumLackStated(S, 2, 3));
    var lacking = new Object[] {two[0], two[1], new QuorumLackStated(S, 2, 3)};
    refused(running(CHAIR, lacking).when(hands(1, 0, 0)), "quorum-lacking");
    refused(running(CHAIR, lacking).when(new OpenVoting(S, "i1")), "quorum-lacking");
    refused(running(CHAIR, lacking).when(new OpenSecretBallot(S, "i1")), "quorum-lacking");
    running(CHAIR, lacking[0], lacking[1], lacking[2], arrived("cem"))
        .when(hands(2, 0, 1))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void a_quorum_that_is_there_lacks_not() {
    refused(running(CHAIR, three()).when(new StateLackOfQuorum(S)), "quorum-is-there");
  }

  @Test
  void the_quorum_is_presumed_until_a_lack_is_stated() {
    running(CHAIR, arrived("anna"), arrived("ben"))
        .when(hands(2, 0, 0))
        .expectEvents(decided(VotingMode.HANDS, 2, 0, 0, 2, "adopted"));
  }

  @Test
  void a_second_meeting_decides_however_few_come() {
    as(CHAIR, PLANNED, second(), INVITED, OPENED, arrived("anna"), new QuorumLackStated(S, 1, 3))
        .when(new CountHands(S, "m1", 1, 0, 0))
        .expectEvents(
            new AgendaItemDecided(
                S,
                "m1",
                "council",
                "m1",
                "m1",
                "Konsortium",
                VotingMode.HANDS,
                1,
                0,
                0,
                1,
                5,
                "adopted",
                BodyRules.municipal().source() + "; GO NRW § 49 Abs. 2 (zweite Sitzung)"));
  }

  @Test
  void who_voted_and_left_before_the_count_counts_as_present() {
    running(
            CHAIR,
            arrived("anna"),
            arrived("ben"),
            new OpenVotingBegun(S, "i1", "Konsortium"),
            vote("anna", Vote.YES),
            vote("ben", Vote.NO),
            new MemberDeparted(S, "ben"))
        .when(new CloseVoting(S, "i1"))
        .expectEvents(decided(VotingMode.OPEN, 1, 1, 0, 2, "rejected"));
  }

  // votes

  @Test
  void each_vote_of_an_open_vote_is_recorded_and_counted() {
    running(BEN, and(three(), new OpenVotingBegun(S, "i1", "Konsortium")))
        .when(new RecordVote(S, "i1", "ben", Vote.YES))
        .expectEvents(new OpenVoteRecorded(S, "i1", "ben", Vote.YES, "ben"));
    running(
            CHAIR,
            and(
                three(),
                new OpenVotingBegun(S, "i1", "Konsortium"),
                vote("anna", Vote.YES),
                vote("ben", Vote.YES),
                vote("cem", Vote.NO)))
        .when(new CloseVoting(S, "i1"))
        .expectEvents(decided(VotingMode.OPEN, 2, 1, 0, 3, "adopted"));
    assertThat(sent)
        .containsExactly(
            new DecideMotion(
                "m1", S, "adopted", 2, 1, 0, 3, 5, BodyRules.municipal().source(), false));
  }

  @Test
  void nobody_votes_twice_absent_biased_or_for_another() {
    var begun = and(three(), new OpenVotingBegun(S, "i1", "Konsortium"));
    refused(
        running(CHAIR, and(begun, vote("ben", Vote.NO)))
            .when(new RecordVote(S, "i1", "ben", Vote.YES)),
        "vote-already-cast");
    refused(running(CHAIR, begun).when(new RecordVote(S, "i1", "dora", Vote.YES)), "not-present");
    refused(
        running(CHAIR, and(begun, recused("ben"))).when(new RecordVote(S, "i1", "ben", Vote.YES)),
        "biased-member-takes-no-part");
    refused(
        running(BEN, begun).when(new RecordVote(S, "i1", "cem", Vote.YES)),
        "not-for-you-in-meeting");
  }

  @Test
  void a_wrong_annex_is_withdrawn_after_the_invitation_and_its_hash_stays() {
    as(CHAIR, PLANNED, MOTION, FILE, INVITED)
        .when(new WithdrawAgendaFile(S, "i1", "f1", " anderer Punkt "))
        .expectEvents(new AgendaFileWithdrawn(S, "i1", "f1", FILE.sha256(), "anderer Punkt", null));
    refused(
        as(CHAIR, PLANNED, MOTION, FILE, INVITED).when(new WithdrawAgendaFile(S, "i1", "f1", " ")),
        "reason-missing");
    refused(
        as(CHAIR, PLANNED, MOTION, INVITED).when(new WithdrawAgendaFile(S, "i1", "f1", "x")),
        "file-gone");
  }

  @Test
  void a_vote_typed_for_a_member_is_set_right_before_the_count() {
    var typed = and(three(), new OpenVotingBegun(S, "i1", "Konsortium"), vote("ben", Vote.NO));
    var right = new OpenVoteCorrected(S, "i1", "ben", Vote.NO, Vote.YES, "vertippt", null);
    running(CHAIR, typed).when(correct(Vote.YES, " vertippt ")).expectEvents(right);
    refused(running(CHAIR, typed).when(correct(Vote.YES, " ")), "reason-missing");
    refused(running(CHAIR, typed).when(correct(Vote.NO, "vertippt")), "nothing-changed");
    refused(running(BEN, typed).when(correct(Vote.YES, "vertippt")), "not-for-you-in-meeting");
    running(CHAIR, and(typed, right, vote("anna", Vote.YES)))
        .when(new CloseVoting(S, "i1"))
        .expectEvents(decided(VotingMode.OPEN, 2, 0, 0, 3, "adopted"));
    refused(
        running(CHAIR, and(typed, decided(VotingMode.OPEN, 0, 1, 0, 3, "rejected")))
            .when(correct(Vote.YES, "vertippt")),
        "item-already-settled");
  }

  @Test
  void what_a_member_said_itself_is_nobody_elses_to_change() {
    var own =
        and(
            three(),
            new OpenVotingBegun(S, "i1", "Konsortium"),
            new OpenVoteRecorded(S, "i1", "ben", Vote.NO, "ben"));
    refused(running(CHAIR, own).when(correct(Vote.YES, "vertippt")), "vote-is-the-members-own");
    refused(
        running(CHAIR, and(three(), new OpenVotingBegun(S, "i1", "Konsortium")))
            .when(correct(Vote.YES, "vertippt")),
        "vote-not-cast");
  }

  @Test
  void two_who_set_the_same_vote_right_are_asked() {
    var typed = and(three(), new OpenVotingBegun(S, "i1", "Konsortium"), vote("ben", Vote.NO));
    refused(
        running(
                CHAIR,
                and(
                    typed,
                    new OpenVoteCorrected(S, "i1", "ben", Vote.NO, Vote.YES, "vertippt", null)))
            .when(Merge.seen(correct(Vote.ABSTAIN, "vertippt"), correct(Vote.NO, ""))),
        "changed-meanwhile");
  }

  private static CorrectVote correct(Vote vote, String reason) {
    return new CorrectVote(S, "i1", "ben", vote, reason);
  }

  @Test
  void bias_is_declared_with_a_reason_and_before_the_vote() {
    running(BEN, three())
        .when(new Recuse(S, "i1", "ben", " Arbeitgeber "))
        .expectEvents(recused("ben"));
    refused(running(BEN, three()).when(new Recuse(S, "i1", "ben", "")), "bias-reason-missing");
    refused(
        running(
                BEN,
                and(
                    three(),
                    new SecretBallotBegun(S, "i1", 1),
                    new BallotHandedIn(S, "i1", 1, "ben")))
            .when(new Recuse(S, "i1", "ben", "Arbeitgeber")),
        "vote-already-cast");
  }

  @Test
  void a_biased_member_is_not_counted_as_present() {
    running(CHAIR, and(three(), recused("ben")))
        .when(hands(2, 0, 0))
        .expectEvents(decided(VotingMode.HANDS, 2, 0, 0, 2, "adopted"));
    refused(
        running(CHAIR, and(three(), recused("ben"))).when(hands(2, 1, 0)),
        "more-votes-than-present");
  }

  @Test
  void a_tie_is_a_rejection() {
    running(CHAIR, and(three(), arrived("dora")))
        .when(hands(2, 2, 0))
        .expectEvents(decided(VotingMode.HANDS, 2, 2, 0, 4, "rejected"));
  }

  @Test
  void hands_are_not_negative() {
    refused(running(CHAIR, three()).when(hands(3, -1, 0)), "votes-negative");
  }

  @Test
  void what_is_settled_stays_settled() {
    refused(
        running(CHAIR, and(three(), decided(VotingMode.HANDS, 3, 0, 0, 3, "adopted")))
            .when(hands(0, 3, 0)),
        "item-already-settled");
  }

  @Test
  void a_report_is_noted_and_not_voted_on() {
    refused(running(CHAIR, three()).when(new OpenVoting(S, "i2")), "report-needs-no-vote");
    refused(running(CHAIR, three()).when(new TakeNote(S, "i1")), "item-needs-vote");
    running(CHAIR, three())
        .when(new TakeNote(S, "i2"))
        .expectEvents(new AgendaItemNoted(S, "i2", "Bericht"));
  }

  @Test
  void a_ratification_settles_the_urgent_decision() {
    var ratify =
        new AgendaItemPlaced(
            S, "u1", AgendaKind.RATIFICATION, "u1", "Deich", "Text", null, null, false);
    as(CHAIR, PLANNED, ratify, INVITED, OPENED, arrived("anna"), arrived("ben"), arrived("cem"))
        .when(new CountHands(S, "u1", 1, 2, 0))
        .expectSuccessfulHandlerExecution();
    assertThat(sent).contains(new SettleUrgency("council", "u1", S, false));
  }

  // secret ballot

  @Test
  void one_fifth_of_the_members_makes_a_ballot_secret() {
    running(BEN, three())
        .when(new RequestSecretBallot(S, "i1", "ben"))
        .expectEvents(new SecretBallotRequested(S, "i1", "ben", 1, 1));
    var asked = and(three(), new SecretBallotRequested(S, "i1", "ben", 1, 1));
    refused(running(CHAIR, asked).when(hands(3, 0, 0)), "ballot-must-be-secret");
    refused(running(CHAIR, asked).when(new OpenVoting(S, "i1")), "ballot-must-be-secret");
    refused(
        running(BEN, asked).when(new RequestSecretBallot(S, "i1", "ben")),
        "secret-ballot-already-asked");
    running(CHAIR, asked)
        .when(new OpenSecretBallot(S, "i1"))
        .expectEvents(new SecretBallotBegun(S, "i1", 1));
  }

  @Test
  void a_ballot_is_handed_in_once_by_who_may_vote() {
    var begun = and(three(), new SecretBallotBegun(S, "i1", 1));
    running(BEN, begun)
        .when(new HandInBallot(S, "i1"))
        .expectEvents(new BallotHandedIn(S, "i1", 1, "ben"));
    refused(
        running(BEN, and(begun, new BallotHandedIn(S, "i1", 1, "ben")))
            .when(new HandInBallot(S, "i1")),
        "vote-already-cast");
    refused(
        running(BEN, and(begun, recused("ben"))).when(new HandInBallot(S, "i1")),
        "biased-member-takes-no-part");
    refused(running(CLERK, begun).when(new HandInBallot(S, "i1")), "not-present");
  }

  @Test
  void a_box_with_more_or_fewer_or_forged_ballots_is_void() {
    var closed =
        and(
            three(),
            new SecretBallotBegun(S, "i1", 1),
            new BallotHandedIn(S, "i1", 1, "anna"),
            new BallotHandedIn(S, "i1", 1, "ben"),
            new SecretBallotClosed(S, "i1", 1, 2));
    var one = ballot(Vote.YES, "a");
    var two = ballot(Vote.NO, "b");
    var forged = new Ballot(one.hash(), Vote.NO, one.nonce());
    for (var box :
        List.of(
            List.of(one),
            List.of(one, two, ballot(Vote.YES, "c")),
            List.of(one, one),
            List.of(two, forged)))
      running(CHAIR, closed)
          .when(new PublishBallots(S, "i1", box))
          .expectEvents(new SecretBallotVoided(S, "i1", 1, "count"));
  }

  @Test
  void a_void_ballot_begins_again() {
    running(
            BEN,
            and(
                three(),
                new SecretBallotBegun(S, "i1", 1),
                new BallotHandedIn(S, "i1", 1, "ben"),
                new SecretBallotVoided(S, "i1", 1, "Stromausfall"),
                new SecretBallotBegun(S, "i1", 2)))
        .when(new HandInBallot(S, "i1"))
        .expectEvents(new BallotHandedIn(S, "i1", 2, "ben"));
  }

  @Test
  void what_is_adopted_with_another_wording_is_adopted_with_changes() {
    var amended =
        new AgendaItemAmended(S, "i1", "Text", "45.000 € statt 60.000 €", 45_000_00L, "Antrag");
    running(CHAIR, three())
        .when(new AmendItem(S, "i1", " 45.000 € statt 60.000 € ", 45_000_00L, "Antrag"))
        .expectEvents(amended);
    assertThat(sent).containsExactly(new ConfirmAmendable("m1", 45_000_00L));
    running(CHAIR, and(three(), amended))
        .when(hands(2, 1, 0))
        .expectEvents(decided(VotingMode.HANDS, 2, 1, 0, 3, "amended"));
    assertThat(sent)
        .containsExactly(
            new DecideMotion(
                "m1",
                S,
                "amended",
                2,
                1,
                0,
                3,
                5,
                BodyRules.municipal().source(),
                false,
                "45.000 € statt 60.000 €",
                45_000_00L));
    running(CHAIR, and(three(), amended))
        .when(hands(1, 2, 0))
        .expectEvents(decided(VotingMode.HANDS, 1, 2, 0, 3, "rejected"));
    refused(
        running(CHAIR, three()).when(new AmendItem(S, "i1", "Text", null, "Antrag")),
        "nothing-changed");
    refused(
        running(BEN, three()).when(new AmendItem(S, "i1", "anders", null, "Antrag")),
        "not-for-you-in-meeting");
    refused(
        running(CHAIR, three()).when(new AmendItem(S, "i2", "anders", null, "Antrag")),
        "item-not-amendable");
  }

  @Test
  void a_motion_that_is_put_off_leaves_the_agenda_or_is_adjourned_there() {
    as(CHAIR, PLANNED, MOTION)
        .when(new PutOffMotion(S, "m1", "noch offen"))
        .expectEvents(new AgendaItemWithdrawn(S, "i1", "Konsortium", "noch offen"));
    running(CHAIR, three())
        .when(new PutOffMotion(S, "m1", "noch offen"))
        .expectEvents(new AgendaItemAdjourned(S, "i1", "Konsortium", "noch offen"));
    over(CHAIR).when(new PutOffMotion(S, "m1", "noch offen")).expectNoEvents();
  }

  // elections

  private static final AgendaItemPlaced CHOICE =
      new AgendaItemPlaced(
          S, "w1", AgendaKind.ELECTION, "w1", "Stellvertretung", "Wahl", null, null, false);

  private static CandidateVotes of(String person, int votes) {
    return new CandidateVotes(person, votes);
  }

  private static CountElection votes(int no, CandidateVotes... votes) {
    return new CountElection(S, "w1", List.of(votes), no, 0, 0, true);
  }

  private static ElectionCounted counted(
      int round,
      int no,
      ElectionOutcome outcome,
      @Nullable String elected,
      List<String> standing,
      CandidateVotes... votes) {
    int valid = no + Stream.of(votes).mapToInt(CandidateVotes::votes).sum();
    return new ElectionCounted(
        S,
        "w1",
        "Stellvertretung",
        round,
        List.of(votes),
        no,
        0,
        0,
        valid,
        4,
        true,
        outcome,
        elected,
        standing);
  }

  private TestExecutor<Meeting> choosing(Object... events) {
    return running(CHAIR, and(and(new Object[] {CHOICE}, three()), and2(arrived("dora"), events)));
  }

  private static Object[] and2(Object first, Object... more) {
    return and(new Object[] {first}, more);
  }

  @Test
  void elected_is_who_has_more_than_half_of_the_valid_votes() {
    choosing().when(votes(1, of("Ada", 3)));
    assertThat(sent).hasSize(1);
    assertThat(((NumberResolution) sent.getFirst()).text()).isEqualTo("Wahl\nGewählt: Ada");
    assertThat(((NumberResolution) sent.getFirst()).result()).isEqualTo("adopted");
    // a no is a valid vote: two of four are not more than half
    choosing()
        .when(votes(1, of("Ada", 2), of("Bo", 1)))
        .expectEvents(
            counted(
                1,
                1,
                ElectionOutcome.RUN_OFF,
                null,
                List.of("Ada", "Bo"),
                of("Ada", 2),
                of("Bo", 1)));
    assertThat(sent).isEmpty();
  }

  @Test
  void in_the_run_off_most_votes_elect_and_a_tie_goes_to_the_lot() {
    var first =
        counted(
            1,
            0,
            ElectionOutcome.RUN_OFF,
            null,
            List.of("Ada", "Bo"),
            of("Ada", 2),
            of("Bo", 1),
            of("Cy", 0));
    refused(choosing(first).when(votes(0, of("Ada", 2), of("Cy", 1))), "run-off-between");
    choosing(first).when(votes(2, of("Ada", 1), of("Bo", 0)));
    assertThat(((NumberResolution) sent.getFirst()).text()).endsWith("Gewählt: Ada");
    var tie =
        counted(2, 0, ElectionOutcome.LOT, null, List.of("Ada", "Bo"), of("Ada", 2), of("Bo", 2));
    choosing(first).when(votes(0, of("Ada", 2), of("Bo", 2))).expectEvents(tie);
    refused(choosing(first, tie).when(votes(0, of("Ada", 3), of("Bo", 1))), "lot-must-decide");
    refused(choosing(first).when(new DrawLot(S, "w1", "Bo", "Kugel")), "lot-not-called-for");
    choosing(first, tie).when(new DrawLot(S, "w1", "Bo", "Kugel aus der Urne"));
    assertThat(((NumberResolution) sent.getFirst()).text()).endsWith("Gewählt: Bo");
  }

  @Test
  void nobody_is_elected_where_there_is_nobody_to_choose_between() {
    choosing().when(votes(2, of("Ada", 2)));
    assertThat(((NumberResolution) sent.getFirst()).result()).isEqualTo("rejected");
    refused(choosing().when(new CountHands(S, "w1", 3, 0, 0)), "item-is-an-election");
    refused(choosing().when(votes(3, of("Ada", 2))), "more-votes-than-present");
    var most = Integer.MAX_VALUE;
    refused(choosing().when(votes(2, of("Ada", most), of("Ben", most))), "more-votes-than-present");
    var open = new CountElection(S, "w1", List.of(of("Ada", 4)), 0, 0, 0, false);
    refused(
        choosing(new SecretBallotRequested(S, "w1", "ben", 1, 1)).when(open),
        "election-needs-ballots");
  }

  // a committee's quorum

  @Test
  void a_committee_needs_more_councillors_than_expert_citizens() {
    var opened = new MeetingOpened(S, MEMBERS, 5, List.of("ben", "cem"));
    Object[] there = {PLANNED, MOTION, INVITED, opened, arrived("anna"), arrived("ben")};
    as(CHAIR, and(there, arrived("cem")))
        .when(new StateLackOfQuorum(S))
        .expectEvents(new QuorumLackStated(S, 3, 3, 2));
    refused(
        as(CHAIR, and(there, arrived("dora"))).when(new StateLackOfQuorum(S)), "quorum-is-there");
  }

  // bias that comes to light after the vote

  @Test
  void late_bias_says_whether_the_vote_decided_the_result() {
    var day = LocalDate.parse("2026-12-10");
    Object[] held =
        and(
            three(),
            vote("anna", Vote.YES),
            vote("ben", Vote.YES),
            vote("cem", Vote.NO),
            decided(VotingMode.OPEN, 2, 1, 0, 3, "adopted"));
    for (var each : Map.of("ben", Decisive.YES, "cem", Decisive.NO, "dora", Decisive.NO).entrySet())
      at(START, CHAIR, and(base(), held))
          .when(new DiscloseLateBias(S, "i1", each.getKey(), "Arbeitgeber", "Presse", day))
          .expectEvents(
              new LateBiasDisclosed(
                  S,
                  "i1",
                  "council",
                  "m1",
                  "m1",
                  "Konsortium",
                  each.getKey(),
                  "Arbeitgeber",
                  "Presse",
                  day,
                  !each.getKey().equals("dora"),
                  each.getValue()));
    var hands = decided(VotingMode.HANDS, 2, 1, 0, 3, "adopted");
    at(START, CHAIR, and(base(), and(three(), hands)))
        .when(new DiscloseLateBias(S, "i1", "ben", "Arbeitgeber", "Presse", day))
        .expectEvents(
            new LateBiasDisclosed(
                S,
                "i1",
                "council",
                "m1",
                "m1",
                "Konsortium",
                "ben",
                "Arbeitgeber",
                "Presse",
                day,
                true,
                Decisive.POSSIBLE));
    refused(
        running(CHAIR, three())
            .when(new DiscloseLateBias(S, "i1", "ben", "Arbeitgeber", "Presse", day)),
        "bias-before-the-vote");
    refused(
        at(START, BEN, and(base(), held))
            .when(new DiscloseLateBias(S, "i1", "cem", "Arbeitgeber", "Presse", day)),
        "not-for-you-in-meeting");
  }

  @Test
  void what_follows_from_late_bias_is_settled_once_by_another_and_may_be_another_vote() {
    var told =
        new LateBiasDisclosed(
            S,
            "i1",
            "council",
            "m1",
            "m1",
            "Konsortium",
            "ben",
            "Arbeitgeber",
            "Presse",
            LocalDate.parse("2026-12-10"),
            true,
            Decisive.YES);
    Object[] held =
        and(base(), and(three(), decided(VotingMode.HANDS, 2, 1, 0, 3, "adopted"), told));
    var again = new SettleLateBias(S, "i1", "ben", true, "war entscheidend");
    var settled = new LateBiasSettled(S, "i1", "m1", "Konsortium", "ben", true, "war entscheidend");
    at(START, CHAIR, held).when(again).expectEvents(settled);
    assertThat(sent)
        .containsExactly(
            new ReopenSubject(
                "council",
                new LeftOver(
                    "m1", AgendaKind.RESOLUTION, "Konsortium", "Text", null, null, false)));
    refused(at(START, BEN, held).when(again), "late-bias-for-the-chair");
    refused(at(START, CHAIR, and(held, settled)).when(again), "late-bias-settled");
    at(START, CHAIR, held)
        .when(new SettleLateBias(S, "i1", "ben", false, "nicht entscheidend"))
        .expectSuccessfulHandlerExecution();
    assertThat(sent).isEmpty();
  }

  @Test
  void who_discloses_bias_during_an_open_vote_takes_the_vote_back() {
    running(
            CHAIR,
            and(
                three(),
                new OpenVotingBegun(S, "i1", "Konsortium"),
                vote("anna", Vote.YES),
                vote("ben", Vote.YES),
                recused("ben")))
        .when(new CloseVoting(S, "i1"))
        .expectEvents(decided(VotingMode.OPEN, 1, 0, 0, 2, "adopted"));
  }

  private static Object[] base() {
    return new Object[] {PLANNED, MOTION, REPORT, INVITED, OPENED};
  }

  // the end, and the minutes

  @Test
  void what_lacked_the_quorum_waits_for_a_second_meeting() {
    running(CHAIR, arrived("anna"), new QuorumLackStated(S, 1, 3))
        .when(new CloseMeeting(S))
        .expectEvents(new MeetingClosed(S, Instant.parse("2026-12-24T16:00:00Z")));
    assertThat(sent)
        .containsExactly(
            new ConcludeMeeting(
                "council",
                S,
                List.of(
                    new LeftOver(
                        "m1", AgendaKind.RESOLUTION, "Konsortium", "Text", "m1", null, true),
                    new LeftOver(
                        "r1", AgendaKind.REPORT, "Bericht", "Lage", null, "Verträge", false)),
                List.of()));
  }

  private static final AgendaItemStruck STRUCK =
      new AgendaItemStruck(S, "i1", "Konsortium", "kein Geld mehr");

  @Test
  void a_motion_that_was_withdrawn_stays_on_the_agenda_and_is_not_voted_on() {
    running(CHAIR, three()).when(new StrikeMotion(S, "m1", "kein Geld mehr")).expectEvents(STRUCK);
    // also in the middle of a vote, and only once
    running(CHAIR, and(three(), new OpenVotingBegun(S, "i1", "Konsortium")))
        .when(new StrikeMotion(S, "m1", "kein Geld mehr"))
        .expectEvents(STRUCK);
    running(CHAIR, and(three(), STRUCK))
        .when(new StrikeMotion(S, "m1", "kein Geld mehr"))
        .expectNoEvents();
    for (var command :
        List.of(
            new CallItem(S, "i1"),
            new OpenVoting(S, "i1"),
            hands(2, 0, 1),
            new CloseVoting(S, "i1")))
      refused(running(CHAIR, and(three(), STRUCK)).when(command), "item-already-settled");
  }

  @Test
  void what_was_withdrawn_waits_for_no_other_meeting() {
    running(CHAIR, and(three(), STRUCK))
        .when(new CloseMeeting(S))
        .expectEvents(new MeetingClosed(S, Instant.parse("2026-12-24T16:00:00Z")));
    assertThat(sent)
        .containsExactly(
            new ConcludeMeeting(
                "council",
                S,
                List.of(
                    new LeftOver(
                        "r1", AgendaKind.REPORT, "Bericht", "Lage", null, "Verträge", false)),
                List.of("m1")));
  }

  @Test
  void what_a_past_meeting_did_stays_as_it_was() {
    over(CHAIR).when(new StrikeMotion(S, "m1", "kein Geld mehr")).expectNoEvents();
  }

  @Test
  void a_meeting_does_not_end_during_a_vote() {
    refused(
        running(CHAIR, and(three(), new OpenVotingBegun(S, "i1", "Konsortium")))
            .when(new CloseMeeting(S)),
        "vote-is-running");
  }

  @Test
  void minutes_are_signed_by_chair_and_clerk_and_then_published() {
    var draft = new MinutesDrafted(S, "full", "public");
    over(CHAIR, draft)
        .when(new SignMinutes(S, "full"))
        .expectEvents(new MinutesSignedByChair(S, "anna", "full"));
    over(CLERK, draft)
        .when(new SignMinutes(S, null))
        .expectEvents(new MinutesSignedByClerk(S, "clara", "full"));
    refused(over(BEN, draft).when(new SignMinutes(S, "full")), "not-chair-nor-clerk");
    refused(over(CHAIR, draft).when(new SignMinutes(S, "old")), "minutes-changed-meanwhile");
    var byChair = new MinutesSignedByChair(S, "anna", "full");
    var byClerk = new MinutesSignedByClerk(S, "clara", "full");
    refused(over(CHAIR, draft, byChair).when(new PublishMinutes(S)), "minutes-not-signed");
    over(CHAIR, draft, byChair, byClerk)
        .when(new PublishMinutes(S))
        .expectEvents(new MinutesPublished(S, "public"));
  }

  @Test
  void a_new_draft_makes_signatures_lapse() {
    refused(
        over(
                CHAIR,
                new MinutesDrafted(S, "full", "public"),
                new MinutesSignedByChair(S, "anna", "full"),
                new MinutesSignedByClerk(S, "clara", "full"),
                new MinutesDrafted(S, "new", "new public"))
            .when(new PublishMinutes(S)),
        "minutes-not-signed");
  }

  @Test
  void there_are_no_minutes_of_a_meeting_that_lasts() {
    refused(running(CHAIR).when(new DraftMinutes(S, "full", "public")), "meeting-not-over");
    refused(as(CHAIR).when(new SignMinutes(S, null)), "meeting-unknown");
  }

  private static AgendaItemPlaced second() {
    return new AgendaItemPlaced(
        S, "m1", AgendaKind.RESOLUTION, "m1", "Konsortium", "Text", "m1", null, true);
  }

  private static CountHands hands(int yes, int no, int abstentions) {
    return new CountHands(S, "i1", yes, no, abstentions);
  }

  private static Object[] three() {
    return new Object[] {arrived("anna"), arrived("ben"), arrived("cem")};
  }

  private static Object[] and(Object[] first, Object... more) {
    var all = new ArrayList<Object>(List.of(first));
    all.addAll(List.of(more));
    return all.toArray();
  }

  private static MemberArrived arrived(String member) {
    return new MemberArrived(S, member);
  }

  private static MemberRecused recused(String member) {
    return new MemberRecused(S, "i1", member, "Arbeitgeber");
  }

  private static OpenVoteRecorded vote(String member, Vote vote) {
    return new OpenVoteRecorded(S, "i1", member, vote, CHAIR.userId());
  }

  private static Ballot ballot(Vote vote, String nonce) {
    return new Ballot(SecretBallots.hash(vote, nonce), vote, nonce);
  }

  private static AgendaItemDecided decided(
      VotingMode mode, int yes, int no, int abstentions, int present, String result) {
    return new AgendaItemDecided(
        S,
        "i1",
        "council",
        "m1",
        "m1",
        "Konsortium",
        mode,
        yes,
        no,
        abstentions,
        present,
        5,
        result,
        BodyRules.municipal().source());
  }

  private TestExecutor<Meeting> running(Actor actor, Object... events) {
    return as(actor, and(new Object[] {PLANNED, MOTION, REPORT, INVITED, OPENED}, events));
  }

  private TestExecutor<Meeting> over(Actor actor, Object... events) {
    return running(actor, and(new Object[] {new MeetingClosed(S, START)}, events));
  }

  private TestExecutor<Meeting> as(Actor actor, Object... events) {
    return at(START, actor, events);
  }

  private TestExecutor<Meeting> at(Instant now, Actor actor, Object... events) {
    sent.clear();
    Consequences consequences = sent::add;
    var fixture = Pointers.apart(new AggregateTestFixture<>(Meeting.class));
    fixture.registerInjectableResource(consequences);
    fixture.registerInjectableResource(actor);
    fixture.registerInjectableResource(ARCHIVE);
    return fixture.givenCurrentTime(now).andGiven(events);
  }
}
