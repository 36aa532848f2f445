package org.foerderturm.committee;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.createNew;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.committee.CommitteeCommand.AdoptRules;
import org.foerderturm.committee.CommitteeCommand.AppointMember;
import org.foerderturm.committee.CommitteeCommand.AssignOffice;
import org.foerderturm.committee.CommitteeCommand.DismissMember;
import org.foerderturm.committee.CommitteeCommand.EndOffice;
import org.foerderturm.committee.CommitteeCommand.FoundBody;
import org.foerderturm.committee.CommitteeCommand.NameMainCommittee;
import org.foerderturm.committee.CommitteeCommand.ObjectToResolution;
import org.foerderturm.committee.CommitteeCommand.RecordSupervision;
import org.foerderturm.committee.CommitteeCommand.SubmitMotion;
import org.foerderturm.committee.CommitteeConsequence.AllowVoteOutside;
import org.foerderturm.committee.CommitteeConsequence.BeginMeeting;
import org.foerderturm.committee.CommitteeConsequence.CarryMotion;
import org.foerderturm.committee.CommitteeConsequence.ConcludeMeeting;
import org.foerderturm.committee.CommitteeConsequence.ConfirmCommittee;
import org.foerderturm.committee.CommitteeConsequence.ConfirmResolution;
import org.foerderturm.committee.CommitteeConsequence.CountUnlessInMeetings;
import org.foerderturm.committee.CommitteeConsequence.CountVotes;
import org.foerderturm.committee.CommitteeConsequence.NumberResolution;
import org.foerderturm.committee.CommitteeConsequence.ReopenSubject;
import org.foerderturm.committee.CommitteeConsequence.Reschedule;
import org.foerderturm.committee.CommitteeConsequence.RuleOutMember;
import org.foerderturm.committee.CommitteeConsequence.SettleUrgency;
import org.foerderturm.committee.CommitteeEvent.BodyFounded;
import org.foerderturm.committee.CommitteeEvent.DecisionReported;
import org.foerderturm.committee.CommitteeEvent.LeftOver;
import org.foerderturm.committee.CommitteeEvent.MainCommitteeNamed;
import org.foerderturm.committee.CommitteeEvent.MeetingCalled;
import org.foerderturm.committee.CommitteeEvent.MeetingConcluded;
import org.foerderturm.committee.CommitteeEvent.MeetingRescheduled;
import org.foerderturm.committee.CommitteeEvent.MemberAppointed;
import org.foerderturm.committee.CommitteeEvent.MemberDismissed;
import org.foerderturm.committee.CommitteeEvent.MotionReceived;
import org.foerderturm.committee.CommitteeEvent.MotionSubmitted;
import org.foerderturm.committee.CommitteeEvent.ObjectionSettled;
import org.foerderturm.committee.CommitteeEvent.OfficeAssigned;
import org.foerderturm.committee.CommitteeEvent.OfficeEnded;
import org.foerderturm.committee.CommitteeEvent.ResolutionNumbered;
import org.foerderturm.committee.CommitteeEvent.ResolutionObjected;
import org.foerderturm.committee.CommitteeEvent.RulesAdopted;
import org.foerderturm.committee.CommitteeEvent.SubjectReopened;
import org.foerderturm.committee.CommitteeEvent.UrgentDecisionRatified;
import org.foerderturm.committee.CommitteeEvent.UrgentDecisionRevoked;
import org.foerderturm.committee.CommitteeEvent.UrgentDecisionTabled;
import org.foerderturm.committee.CommitteeEvent.UrgentDecisionTaken;
import org.foerderturm.committee.MeetingCommand.MoveMeeting;
import org.foerderturm.committee.MeetingCommand.OpenMeeting;
import org.foerderturm.committee.MeetingCommand.PlaceOnAgenda;
import org.foerderturm.committee.MeetingCommand.PlanMeeting;
import org.foerderturm.committee.MeetingCommand.TakeUrgentDecision;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingEvent.MeetingPlanned;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Memberships;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.People;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * A body (Gremium) with its members and rules. It admits motions: only it knows who is in office
 * and which rules hold, so it writes both into the motion, whose votes then need nothing else.
 *
 * <p>"Today" is the day of the event that says so ({@link MotionReceived}), as the log stamped it;
 * no clock is read here.
 */
@AggregateRoot
class Body {
  static final ZoneId OFFICE = WorkingDays.OFFICE;
  private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  @AggregateIdentifier private @Nullable String bodyId;
  private String name = "";
  private BodyKind kind = BodyKind.STEERING;
  private int statutoryMembers;
  private final List<BodyRules> rules = new ArrayList<>();
  private final List<Term> terms = new ArrayList<>();
  private final OfficeHolders offices = new OfficeHolders();
  private final Objections objections = new Objections();
  private @Nullable String mainCommittee;
  private final Set<String> adopted = new HashSet<>();
  private final Set<String> motions = new HashSet<>();
  private final Map<String, Scheduled> meetings = new LinkedHashMap<>();
  private final Map<String, LeftOver> pending = new LinkedHashMap<>();
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private Instant now = Instant.EPOCH;
  private LocalDate today = LocalDate.MIN;

  /** A meeting that is neither over nor cancelled, and what it carries of what is pending. */
  private record Scheduled(Instant startsAt, Set<String> carried) {}

  /** A term of office; both days belong to it, null is open. */
  private record Term(
      String userId,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable String memberId,
      boolean expertCitizen) {
    Term(
        String userId,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String memberId) {
      this(userId, from, until, memberId, false);
    }

    boolean covers(LocalDate day) {
      return !first().isAfter(day) && !last().isBefore(day);
    }

    boolean overlaps(Term other) {
      return !first().isAfter(other.last()) && !other.first().isAfter(last());
    }

    LocalDate first() {
      return from == null ? LocalDate.MIN : from;
    }

    private LocalDate last() {
      return until == null ? LocalDate.MAX : until;
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(FoundBody command) {
    if (bodyId != null) throw new Rejected("body-already-founded", Map.of("bodyId", bodyId));
    if (command.name().isBlank()) throw new Rejected("body-name-missing");
    if (command.statutoryMembers() < 1) throw new Rejected("body-without-members");
    var first = command.rules() == null ? BodyRules.municipal() : command.rules();
    mustAllowOutside(first, command.kind(), command.name().strip());
    apply(
        new BodyFounded(
            command.bodyId(),
            command.name().strip(),
            command.kind(),
            command.statutoryMembers(),
            first));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(AdoptRules asked, Consequences consequences) {
    mustExist(asked.bodyId());
    var command = Merge.of(asked, new AdoptRules(asked.bodyId(), latestFor(asked.rules())));
    var how = command.rules().forMeetings();
    LocalDate from = command.rules().validFrom();
    LocalDate last = rules.getLast().validFrom();
    if (from == null) throw new Rejected("rules-without-day");
    if (last != null && from.isBefore(last)) throw notNewer(last);
    if (how.urgentHours() > 24 * (how.noticeDays() + 1))
      throw new Rejected("urgent-longer-than-notice");
    mustAllowOutside(command.rules(), kind, name);
    if (how.incompatibleWith().contains(command.bodyId()))
      throw new Rejected("body-incompatible-with-itself");
    apply(new RulesAdopted(command.bodyId(), command.rules()));
    if (last != null && from.equals(last) && !from.isAfter(today)) throw notNewer(last);
    var later = new Term("", from, null, null);
    for (String other : how.incompatibleWith())
      for (var term : terms)
        if (term.overlaps(later))
          consequences.send(
              new RuleOutMember(
                  other,
                  term.userId(),
                  term.first().isAfter(from) ? term.from() : from,
                  term.until()));
  }

  /** Votes without a meeting are law nowhere: a body that may have them needs its own rule. */
  private static void mustAllowOutside(BodyRules rules, BodyKind kind, String body) {
    var how = rules.forMeetings();
    if (how.outside() == MeetingRules.Outside.NEVER) return;
    if (kind.decidesInMeetingsOnly())
      throw new Rejected("outside-vote-forbidden", Map.of("body", body));
    if (how.outsideSource() == null || !how.allowedByOwnRule(rules.source()))
      throw new Rejected("outside-vote-without-rule", Map.of("body", body));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(AllowVoteOutside command) {
    if (kind.decidesInMeetingsOnly())
      throw new Rejected("decided-in-meetings-only", Map.of("body", name));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CountUnlessInMeetings command, Consequences consequences) {
    if (!kind.decidesInMeetingsOnly()) consequences.send(new CountVotes(command.motionId()));
  }

  /** What was adopted last, as if it were adopted now; the day and the source are no part of it. */
  private BodyRules latestFor(BodyRules asked) {
    var last = rules.getLast();
    return new BodyRules(
        last.quorum(),
        last.majority(),
        asked.validFrom(),
        asked.source(),
        last.forMeetings(),
        last.counted());
  }

  private static Rejected notNewer(LocalDate last) {
    return new Rejected("rules-not-newer", Map.of("last", last.toString()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(
      AppointMember command, Consequences consequences, People people, Memberships memberships) {
    mustExist(command.bodyId());
    if (command.memberId() != null) memberships.mustNotHaveLeft(command.memberId());
    people.mustNotBeLocked(command.userId());
    if (Boolean.TRUE.equals(command.expertCitizen()) && kind != BodyKind.COMMITTEE)
      throw new Rejected("expert-citizen-in-committee-only", Map.of("body", name));
    var term = new Term(command.userId(), command.from(), command.until(), command.memberId());
    if (term.from() != null && term.until() != null && term.until().isBefore(term.from()))
      throw new Rejected("term-ends-before-it-begins");
    var others = terms.stream().filter(term::overlaps).toList();
    if (others.stream().anyMatch(other -> other.userId().equals(term.userId())))
      throw new Rejected("member-already-appointed", Map.of("userId", term.userId()));
    if (busiestDay(term, others) >= statutoryMembers)
      throw new Rejected("body-full", Map.of("statutoryMembers", statutoryMembers));
    apply(
        new MemberAppointed(
            command.bodyId(),
            term.userId(),
            term.from(),
            term.until(),
            term.memberId(),
            command.expertCitizen()));
    for (String other : rules.getLast().forMeetings().incompatibleWith())
      consequences.send(new RuleOutMember(other, term.userId(), term.from(), term.until()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RuleOutMember command) {
    var term = new Term(command.userId(), command.from(), command.until(), null);
    if (terms.stream().anyMatch(own -> own.userId().equals(term.userId()) && own.overlaps(term)))
      throw new Rejected(
          "member-of-incompatible-body", Map.of("userId", term.userId(), "body", name));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DismissMember command) {
    mustExist(command.bodyId());
    if (terms.stream().noneMatch(term -> term.userId().equals(command.userId())))
      throw new Rejected("not-a-member", Map.of("userId", command.userId()));
    if (command.reason() == null || command.reason().isBlank())
      throw new Rejected("reason-missing");
    apply(new MemberDismissed(command.bodyId(), command.userId(), command.reason().strip()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(SubmitMotion command, Memberships memberships) throws Exception {
    mustExist(command.bodyId());
    if (motions.contains(command.motionId()))
      throw new Rejected("motion-already-submitted", Map.of("motionId", command.motionId()));
    if (command.title().isBlank()) throw new Rejected("motion-title-missing");
    if (command.proposal().isBlank()) throw new Rejected("motion-proposal-missing");
    apply(new MotionReceived(command.bodyId(), command.motionId()));
    var members = inOffice(today, memberships);
    if (members.isEmpty()) throw new Rejected("nobody-in-office", Map.of("body", name));
    var held = rulesOn(today).heldBy(kind);
    var rules =
        Boolean.TRUE.equals(command.inMeeting())
            ? held.with(held.forMeetings().inMeetingsOnly())
            : held;
    var submitted =
        new MotionSubmitted(
            command.motionId(),
            command.bodyId(),
            name,
            command.title().strip(),
            command.proposal().strip(),
            command.caseKey(),
            members,
            statutoryMembers,
            rules,
            voteUntil(rules.forMeetings(), command.onDay()),
            command.amendable());
    createNew(Motion.class, () -> new Motion(submitted));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(
      PlanMeeting command, People people, Memberships memberships, Consequences consequences)
      throws Exception {
    mustExist(command.bodyId());
    if (meetings.containsKey(command.meetingId()))
      throw new Rejected("meeting-already-planned", Map.of("meetingId", command.meetingId()));
    if (command.place().isBlank()) throw new Rejected("meeting-without-place");
    var carried = pending.values().stream().filter(item -> !stands(item)).toList();
    apply(
        new MeetingCalled(
            command.bodyId(),
            command.meetingId(),
            command.startsAt(),
            carried.stream().map(LeftOver::subjectId).toList()));
    if (!command.startsAt().isAfter(now)) throw new Rejected("meeting-in-the-past");
    var day = LocalDate.ofInstant(command.startsAt(), OFFICE);
    var members = inOffice(day, memberships);
    if (members.isEmpty()) throw new Rejected("nobody-in-office", Map.of("body", name));
    if (!members.contains(command.chair()))
      throw new Rejected("chair-not-a-member", Map.of("member", command.chair()));
    if (command.clerk().isBlank()) throw new Rejected("clerk-missing");
    if (command.clerk().equals(command.chair())) throw new Rejected("clerk-is-chair");
    Conductor.CHAIR.mustBeAbleToSign(command.chair(), people);
    Conductor.CLERK.mustBeAbleToSign(command.clerk(), people);
    var planned =
        new MeetingPlanned(
            command.meetingId(),
            command.bodyId(),
            name,
            titleOn(day),
            command.startsAt(),
            command.place().strip(),
            command.chair(),
            command.clerk(),
            members,
            statutoryMembers,
            rulesOn(day),
            inviteBy(day));
    createNew(Meeting.class, () -> new Meeting(planned, carried));
    for (var item : carried)
      if (item.motionId() != null)
        consequences.send(new CarryMotion(item.motionId(), command.meetingId()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(MoveMeeting asked, Memberships memberships, Consequences consequences) {
    mustExist(asked.bodyId());
    var meeting = meetings.get(asked.meetingId());
    if (meeting == null) throw new Rejected("meeting-not-ahead");
    // the place is the meeting's to compare
    var before =
        new MoveMeeting(
            asked.bodyId(),
            asked.meetingId(),
            meeting.startsAt(),
            asked.seen() == null ? asked.place() : asked.seen().place(),
            asked.reason());
    var command = Merge.of(asked, before);
    if (command.place().isBlank()) throw new Rejected("meeting-without-place");
    if (command.reason().isBlank()) throw new Rejected("move-without-reason");
    if (!sameMinute(command.startsAt(), meeting.startsAt())) {
      apply(new MeetingRescheduled(command.bodyId(), command.meetingId(), command.startsAt()));
      if (!command.startsAt().isAfter(now)) throw new Rejected("meeting-in-the-past");
    }
    var day = LocalDate.ofInstant(command.startsAt(), OFFICE);
    consequences.send(
        new Reschedule(
            command.meetingId(),
            command.startsAt(),
            command.place().strip(),
            command.reason().strip(),
            titleOn(day),
            inOffice(day, memberships),
            statutoryMembers,
            rulesOn(day),
            inviteBy(day),
            asked.seen() == null ? null : Merge.seen(command, before)));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(OpenMeeting command, Memberships memberships, Consequences consequences) {
    mustExist(command.bodyId());
    var meeting = meetings.get(command.meetingId());
    if (meeting == null) throw new Rejected("meeting-not-ahead");
    var day = LocalDate.ofInstant(meeting.startsAt(), OFFICE);
    var members = inOffice(day, memberships);
    var citizens =
        terms.stream()
            .filter(term -> term.expertCitizen() && term.covers(day))
            .map(Term::userId)
            .filter(members::contains)
            .sorted()
            .toList();
    consequences.send(new BeginMeeting(command.meetingId(), members, statutoryMembers, citizens));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ConcludeMeeting command, Consequences consequences) {
    apply(
        new MeetingConcluded(
            command.bodyId(), command.meetingId(), command.leftOver(), command.struck()));
    for (var item : List.copyOf(pending.values()))
      if (item.kind() == AgendaKind.RATIFICATION && !stands(item))
        tableNext(command.bodyId(), item, consequences);
  }

  private boolean stands(LeftOver item) {
    return meetings.values().stream()
        .anyMatch(meeting -> meeting.carried().contains(item.subjectId()));
  }

  /**
   * An urgent decision stands on the agenda of the next meeting until one ratified or revoked it
   * (GO NRW § 60 (1) sentence 3); the one that is planned later takes it along.
   */
  private void tableNext(String body, LeftOver urgent, Consequences consequences) {
    var next =
        meetings.entrySet().stream()
            .filter(meeting -> meeting.getValue().startsAt().isAfter(now))
            .min(Comparator.comparing(meeting -> meeting.getValue().startsAt()));
    if (next.isEmpty()) return;
    var meetingId = next.get().getKey();
    apply(new UrgentDecisionTabled(body, urgent.subjectId(), meetingId));
    consequences.send(
        new PlaceOnAgenda(
            meetingId,
            urgent.subjectId(),
            AgendaKind.RATIFICATION,
            urgent.subjectId(),
            urgent.title(),
            urgent.text(),
            null,
            null));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(
      TakeUrgentDecision command,
      Consequences consequences,
      People people,
      Memberships memberships) {
    mustExist(command.bodyId());
    if (!kind.decidesInMeetingsOnly())
      throw new Rejected("urgent-decision-not-for-body", Map.of("body", name));
    if (pending.containsKey(command.decisionId()))
      throw new Rejected("urgent-decision-already-taken");
    if (command.title().isBlank()) throw new Rejected("motion-title-missing");
    if (command.text().isBlank()) throw new Rejected("motion-proposal-missing");
    if (command.reason().isBlank()) throw new Rejected("urgency-reason-missing");
    if (filled(command.committeeNumber())) byMainCommittee(command, consequences);
    else byMayor(command, people, memberships);
    tableNext(
        command.bodyId(),
        Objects.requireNonNull(pending.get(command.decisionId()), "just taken"),
        consequences);
  }

  private void byMainCommittee(TakeUrgentDecision command, Consequences consequences) {
    if (mainCommittee == null) throw new Rejected("main-committee-not-named", Map.of("body", name));
    var number = Objects.requireNonNull(command.committeeNumber()).strip();
    taken(command, null, null, null, number);
    consequences.send(new ConfirmResolution(mainCommittee, number));
  }

  /** Second in order: only if the main committee can't be called in time either. */
  private void byMayor(TakeUrgentDecision command, People people, Memberships memberships) {
    var mayor = Objects.requireNonNullElse(command.mayor(), "");
    var councillor = Objects.requireNonNullElse(command.councillor(), "");
    if (kind == BodyKind.COUNCIL && !filled(command.committeeReason()))
      throw new Rejected("main-committee-first");
    if (mayor.isBlank() || councillor.isBlank() || mayor.equals(councillor))
      throw new Rejected("urgent-decision-takes-two");
    people.mustNotBeLocked(mayor);
    people.mustNotBeLocked(councillor);
    taken(command, mayor, councillor, command.committeeReason(), null);
    if (!offices.holds(BodyOffice.MAYOR, mayor, today)
        && !offices.holds(BodyOffice.GENERAL_DEPUTY, mayor, today))
      throw new Rejected("not-the-mayor", Map.of("userId", mayor, "body", name));
    if (!inOffice(today, memberships).contains(councillor))
      throw new Rejected("councillor-not-a-member", Map.of("member", councillor));
  }

  private static void taken(
      TakeUrgentDecision command,
      @Nullable String mayor,
      @Nullable String councillor,
      @Nullable String committeeReason,
      @Nullable String committeeNumber) {
    apply(
        new UrgentDecisionTaken(
            command.bodyId(),
            command.decisionId(),
            command.title().strip(),
            command.text().strip(),
            command.reason().strip(),
            mayor,
            councillor,
            committeeReason == null ? null : committeeReason.strip(),
            committeeNumber));
  }

  private static boolean filled(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ConfirmResolution command) {
    mustExist(command.bodyId());
    if (!adopted.contains(command.number()))
      throw new Rejected(
          "committee-resolution-unknown", Map.of("number", command.number(), "body", name));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(AssignOffice command, People people) {
    mustExist(command.bodyId());
    if (!kind.decidesInMeetingsOnly())
      throw new Rejected("office-not-in-body", Map.of("body", name));
    if (people.find(command.userId()).isEmpty())
      throw new Rejected("office-holder-unknown", Map.of("userId", command.userId()));
    people.mustNotBeLocked(command.userId());
    if (command.source().isBlank()) throw new Rejected("office-without-source");
    if (command.from() != null
        && command.until() != null
        && command.until().isBefore(command.from()))
      throw new Rejected("term-ends-before-it-begins");
    var holder = offices.holder(command.office(), command.from(), command.until());
    if (holder != null)
      throw new Rejected("office-already-held", Map.of("userId", holder, "body", name));
    apply(
        new OfficeAssigned(
            command.bodyId(),
            command.office(),
            command.userId(),
            command.from(),
            command.until(),
            command.source().strip()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(EndOffice command) {
    mustExist(command.bodyId());
    if (!offices.holds(command.office(), command.userId()))
      throw new Rejected("office-not-held", Map.of("userId", command.userId()));
    if (command.reason().isBlank()) throw new Rejected("reason-missing");
    apply(
        new OfficeEnded(
            command.bodyId(), command.office(), command.userId(), command.reason().strip()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(NameMainCommittee command, Consequences consequences) {
    mustExist(command.bodyId());
    if (kind != BodyKind.COUNCIL) throw new Rejected("main-committee-of-council-only");
    if (command.source().isBlank()) throw new Rejected("office-without-source");
    if (command.committeeId().equals(mainCommittee)) throw new Rejected("nothing-changed");
    apply(
        new MainCommitteeNamed(command.bodyId(), command.committeeId(), command.source().strip()));
    consequences.send(new ConfirmCommittee(command.committeeId()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ConfirmCommittee command) {
    mustExist(command.bodyId());
    if (kind != BodyKind.COMMITTEE)
      throw new Rejected("main-committee-is-no-committee", Map.of("body", name));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(SettleUrgency command) {
    if (command.ratified())
      apply(
          new UrgentDecisionRatified(command.bodyId(), command.decisionId(), command.meetingId()));
    else
      apply(new UrgentDecisionRevoked(command.bodyId(), command.decisionId(), command.meetingId()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(NumberResolution command) {
    apply(new DecisionReported(command.bodyId(), command.subjectId()));
    int year = today.getYear();
    int sequence = numbers.getOrDefault(year, 0) + 1;
    apply(
        new ResolutionNumbered(
            command.bodyId(),
            "%d-%03d".formatted(year, sequence),
            year,
            sequence,
            command.subjectId(),
            command.meetingId(),
            command.motionId(),
            command.caseKey(),
            command.title(),
            command.text(),
            command.result(),
            command.closed()));
    objections.decidedAgain(
        command.bodyId(),
        command.subjectId(),
        !command.result().equals(Tally.REJECTED),
        "%d-%03d".formatted(year, sequence));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ReopenSubject command) {
    apply(new SubjectReopened(command.bodyId(), command.subject()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ObjectToResolution command, Actor actor, Decisions tables) {
    mustExist(command.bodyId());
    if (!kind.decidesInMeetingsOnly())
      throw new Rejected("objection-not-for-body", Map.of("body", name));
    var day = command.objectedOn();
    if (!actor.has(Role.OFFICE_LEAD) && !isMayor(actor.userId(), day))
      throw new Rejected("objection-for-the-mayor");
    var mayor = offices.holder(BodyOffice.MAYOR, day, day);
    if (mayor == null) mayor = offices.holder(BodyOffice.GENERAL_DEPUTY, day, day);
    if (mayor == null) throw new Rejected("mayor-not-recorded", Map.of("body", name));
    objections.object(command, kind, mayor, tables);
  }

  private boolean isMayor(String userId, LocalDate day) {
    return offices.holds(BodyOffice.MAYOR, userId, day)
        || offices.holds(BodyOffice.GENERAL_DEPUTY, userId, day);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordSupervision command) {
    mustExist(command.bodyId());
    objections.supervise(command);
  }

  @EventSourcingHandler
  void on(BodyFounded event) {
    bodyId = event.bodyId();
    name = event.name();
    kind = event.kind();
    statutoryMembers = event.statutoryMembers();
    rules.add(event.rules());
  }

  @EventSourcingHandler
  void on(RulesAdopted event, @Timestamp Instant at) {
    rules.add(event.rules());
    itIs(at);
  }

  @EventSourcingHandler
  void on(MemberAppointed event) {
    terms.add(
        new Term(
            event.userId(),
            event.from(),
            event.until(),
            event.memberId(),
            Boolean.TRUE.equals(event.expertCitizen())));
  }

  @EventSourcingHandler
  void on(MemberDismissed event) {
    terms.removeIf(term -> term.userId().equals(event.userId()));
  }

  @EventSourcingHandler
  void on(OfficeAssigned event) {
    offices.add(event);
  }

  @EventSourcingHandler
  void on(OfficeEnded event) {
    offices.remove(event);
  }

  @EventSourcingHandler
  void on(MainCommitteeNamed event) {
    mainCommittee = event.committeeId();
  }

  @EventSourcingHandler
  void on(MotionReceived event, @Timestamp Instant at) {
    motions.add(event.motionId());
    itIs(at);
  }

  @EventSourcingHandler
  void on(MeetingCalled event, @Timestamp Instant at) {
    meetings.put(
        event.meetingId(), new Scheduled(event.startsAt(), new HashSet<>(event.carried())));
    itIs(at);
  }

  @EventSourcingHandler
  void on(MeetingRescheduled event, @Timestamp Instant at) {
    meetings.computeIfPresent(
        event.meetingId(), (id, meeting) -> new Scheduled(event.startsAt(), meeting.carried()));
    itIs(at);
  }

  @EventSourcingHandler
  void on(MeetingConcluded event) {
    meetings.remove(event.meetingId());
    for (var item : event.leftOver()) pending.put(item.subjectId(), item);
    event.struck().forEach(pending::remove);
  }

  @EventSourcingHandler
  void on(UrgentDecisionTaken event, @Timestamp Instant at) {
    pending.put(
        event.decisionId(),
        new LeftOver(
            event.decisionId(),
            AgendaKind.RATIFICATION,
            event.title(),
            event.text(),
            null,
            null,
            false));
    itIs(at);
  }

  @EventSourcingHandler
  void on(UrgentDecisionTabled event) {
    var meeting = meetings.get(event.meetingId());
    if (meeting != null) meeting.carried().add(event.decisionId());
  }

  @EventSourcingHandler
  void on(UrgentDecisionRatified event) {
    pending.remove(event.decisionId());
  }

  @EventSourcingHandler
  void on(UrgentDecisionRevoked event) {
    pending.remove(event.decisionId());
  }

  @EventSourcingHandler
  void on(DecisionReported event, @Timestamp Instant at) {
    pending.remove(event.subjectId());
    itIs(at);
  }

  @EventSourcingHandler
  void on(SubjectReopened event) {
    pending.put(event.subject().subjectId(), event.subject());
  }

  @EventSourcingHandler
  void on(ResolutionObjected event, @Timestamp Instant at) {
    var again = objections.on(event);
    pending.put(again.subjectId(), again);
    itIs(at);
  }

  @EventSourcingHandler
  void on(ObjectionSettled event, @Timestamp Instant at) {
    objections.on(event);
    itIs(at);
  }

  @EventSourcingHandler
  void on(ResolutionNumbered event, @Timestamp Instant at) {
    objections.on(event, LocalDate.ofInstant(at, OFFICE));
    numbers.put(event.year(), event.sequence());
    if (event.result().equals(Tally.ADOPTED) || event.result().equals(Tally.AMENDED))
      adopted.add(event.number());
  }

  /** The end of the last day, a working day (§ 193 BGB) unless that day was planned. */
  private @Nullable Instant voteUntil(MeetingRules rules, @Nullable LocalDate planned) {
    if (rules.outside() == MeetingRules.Outside.NEVER) return null;
    var last = WorkingDays.onOrAfter(today.plusDays(rules.circularDays()));
    return (planned != null && planned.isAfter(last) ? planned : last)
        .plusDays(1)
        .atStartOfDay(OFFICE)
        .minusMinutes(1)
        .toInstant();
  }

  private String titleOn(LocalDate day) {
    return name + ", " + TITLE.format(day);
  }

  /** The last moment for an ordinary invitation, so that the full days of notice lie between. */
  private Instant inviteBy(LocalDate day) {
    return day.minusDays(rulesOn(day).forMeetings().noticeDays())
        .atStartOfDay(OFFICE)
        .minusMinutes(1)
        .toInstant();
  }

  /** Meetings begin at a minute; what is finer came in by a machine. */
  static boolean sameMinute(Instant one, Instant other) {
    return one.truncatedTo(ChronoUnit.MINUTES).equals(other.truncatedTo(ChronoUnit.MINUTES));
  }

  private void itIs(Instant at) {
    now = at;
    today = LocalDate.ofInstant(at, OFFICE);
  }

  /** A seat that somebody has for a member of the alliance ends with that membership. */
  private List<String> inOffice(LocalDate day, Memberships memberships) {
    return terms.stream()
        .filter(term -> term.covers(day))
        .filter(
            term ->
                term.memberId() == null
                    || memberships.lastDay(term.memberId()).filter(day::isAfter).isEmpty())
        .map(Term::userId)
        .sorted()
        .toList();
  }

  /** Its commands may create it, so that one that doesn't exist is refused in plain words. */
  private void mustExist(String asked) {
    if (bodyId == null) throw new Rejected("body-unknown", Map.of("bodyId", asked));
  }

  /**
   * The most members in office on one day of the term: on its first, or on which one of them
   * begins.
   */
  private static long busiestDay(Term term, List<Term> others) {
    return Stream.concat(Stream.of(term), others.stream())
        .map(Term::first)
        .filter(term::covers)
        .mapToLong(day -> others.stream().filter(other -> other.covers(day)).count())
        .max()
        .orElse(0);
  }

  /** The newest row that has begun; the first one holds from ever. */
  private BodyRules rulesOn(LocalDate day) {
    return rules.stream()
        .skip(1)
        .filter(row -> row.validFrom() != null && !row.validFrom().isAfter(day))
        .reduce((older, newer) -> newer)
        .orElseGet(rules::getFirst);
  }
}
