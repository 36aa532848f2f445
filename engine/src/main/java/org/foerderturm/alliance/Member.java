package org.foerderturm.alliance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.createNew;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.foerderturm.alliance.ContributionEvent.ContributionCharged;
import org.foerderturm.alliance.MemberCommand.*;
import org.foerderturm.alliance.MemberEvent.*;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.consortium.Topic;
import org.foerderturm.kernel.Archive;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Members;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.process.ProcessCommand.AttachFile;
import org.jspecify.annotations.Nullable;

/**
 * An organisation on its way into the alliance, in it, or gone from it. It knows which years it was
 * charged for and at which class; what becomes of a charge is the matter of {@link Contribution}.
 *
 * <p>A year is assessed first and charged as assessed; whatever changes the assessment's ground
 * makes it lapse, so that nobody is charged what nobody has seen.
 */
@AggregateRoot
class Member {
  private enum Status {
    PROSPECT,
    CLOSED,
    MEMBER,
    LEFT
  }

  static final String NOTICE_TABLE = "member-notice";
  private static final ZoneId OFFICE = WorkingDays.OFFICE;

  @AggregateIdentifier private @Nullable String memberId;
  private String name = "";
  private String registerId = "";
  private List<Topic> topics = List.of();
  private List<ExpertTeam> teams = List.of();
  private MemberKind kind = MemberKind.COMPANY;
  private Figures figures = new Figures(null, null, null, null, null);

  /** Id of the event that told them last. */
  private @Nullable String figuresToldBy;

  private @Nullable Status status;
  private LocalDate joinedOn = LocalDate.MIN;
  private @Nullable LocalDate leftOn;
  private LocalDate today = LocalDate.MIN;
  private @Nullable OfferCalculated calculated;
  private @Nullable OfferMade offer;
  private int offers;
  private LocalDate offeredOn = LocalDate.MIN;
  private @Nullable ContributionAssessed assessed;
  private final TreeMap<Integer, ContributionClass> charged = new TreeMap<>();
  private final Map<Integer, InKindAgreed> inKind = new HashMap<>();
  private final Map<Integer, ExceptionGranted> exceptions = new HashMap<>();

  // ---- into the alliance

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordInquiry c) {
    mustNotBeInside();
    var figures = checked(c.kind(), c.name(), figuresOf(c));
    apply(
        new InquiryReceived(
            c.memberId(), c.name().strip(), c.kind(), figures, known(c.topics()), c.inquiry()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RegisterMember c) {
    mustNotBeInside();
    mustJoinAfterLeaving(c.joinedOn());
    var told =
        new Figures(
            c.staff(), c.turnoverCents(), c.groupStaff(), c.groupTurnoverCents(), c.foundedOn());
    // one who comes back without figures or topics has those that it had
    boolean silent = told.equals(new Figures(null, null, null, null, null));
    var figures = checked(c.kind(), c.name(), silent && c.kind() == kind ? this.figures : told);
    var stripped = c.name().strip();
    apply(
        new MemberRegistered(
            c.memberId(),
            stripped,
            c.kind(),
            figures,
            c.topics() == null ? topics : known(c.topics())));
    mustHaveLeft();
    apply(new MemberJoined(c.memberId(), stripped, c.kind(), c.joinedOn()));
  }

  @CommandHandler
  void handle(RecordTalk c) {
    mustBe(Status.PROSPECT);
    if (c.heldOn() == null) throw new Rejected("talk-date-missing");
    if (c.summary() == null || c.summary().isBlank()) throw new Rejected("talk-summary-missing");
    apply(new TalkRecorded(c.memberId(), c.heldOn(), c.summary().strip()));
  }

  @CommandHandler
  void handle(CalculateOffer c, Decisions decisions, Members members) {
    mustBe(Status.PROSPECT);
    if (c.joinsOn() == null) throw new Rejected("entry-date-missing");
    mustJoinAfterLeaving(c.joinsOn());
    // whoever asks anew may have been here under another id
    var left = members.leftOn(name);
    if (left.isPresent()) mustJoinAfter(left.get(), c.joinsOn());
    long value = c.inKindCents() == null ? 0 : c.inKindCents();
    if (value < 0) throw new Rejected("in-kind-negative");
    var terms =
        new Assessment(kind, figures, c.joinsOn(), charged, value)
            .of(c.joinsOn().getYear(), decisions);
    apply(new OfferCalculated(c.memberId(), c.joinsOn(), value, terms));
  }

  @CommandHandler
  void handle(MakeOffer c) {
    mustBe(Status.PROSPECT);
    var basis = calculated;
    if (basis == null) throw new Rejected("offer-not-calculated", Map.of("name", name));
    if (c.validUntil() == null) throw new Rejected("offer-without-validity");
    var terms = basis.terms();
    if (c.exceptionCents() != null)
      terms = excepted(terms, c.exceptionCents(), c.exceptionReason());
    apply(new OfferMade(c.memberId(), name, offers + 1, basis.joinsOn(), terms, c.validUntil()));
  }

  @CommandHandler
  void handle(WriteOffer c, Archive archive, Consequences consequences) {
    var open = openOffer();
    var hashes = new ArrayList<String>();
    for (var language : OfferPaper.LANGUAGES) {
      var paper = new OfferPaper(open, offeredOn, language);
      var pdf = paper.pdf();
      var hash = archive.store(pdf);
      hashes.add(hash);
      consequences.send(
          new AttachFile(c.caseId(), paper.fileName(), "application/pdf", pdf.length, hash));
    }
    apply(new OfferWritten(c.memberId(), name, open.number(), hashes.get(0), hashes.get(1)));
  }

  @CommandHandler
  void handle(AcceptOffer c) throws Exception {
    var accepted = openOffer();
    if (c.acceptedOn() == null) throw new Rejected("acceptance-date-missing");
    if (c.acceptedOn().isAfter(accepted.validUntil()))
      throw new Rejected("offer-expired", Map.of("validUntil", accepted.validUntil().toString()));
    mustJoinAfterLeaving(accepted.joinsOn());
    apply(new OfferAccepted(c.memberId(), accepted.number(), c.acceptedOn()));
    apply(new MemberJoined(c.memberId(), name, kind, accepted.joinsOn()));
    // one who left and comes back within the year has been charged for it
    if (!charged.containsKey(accepted.terms().year())) charge(accepted.terms());
  }

  @CommandHandler
  void handle(DeclineOffer c) {
    apply(new OfferDeclined(c.memberId(), openOffer().number(), c.reason()));
  }

  @CommandHandler
  void handle(CloseInquiry c) {
    mustBe(Status.PROSPECT);
    if (c.reason() == null || c.reason().isBlank()) throw new Rejected("closing-without-reason");
    apply(new InquiryClosed(c.memberId(), name, c.reason().strip()));
  }

  @CommandHandler
  void handle(LeaveAlliance c, Decisions decisions) {
    if (status == Status.LEFT && leftOn != null && !leftOn.isBefore(today))
      throw new Rejected("already-leaving", Map.of("name", name, "leftOn", leftOn.toString()));
    mustBe(Status.MEMBER);
    if (c.reason().isBlank()) throw new Rejected("leaving-without-reason");
    var received = c.resignedOn();
    if (received == null) {
      if (c.leavesOn() == null) throw new Rejected("leaving-without-day");
      leave(c, c.leavesOn(), null, null);
      return;
    }
    var period = decisions.decide(NOTICE_TABLE, Map.of("year", received.getYear()));
    var earliest = received.plusMonths(period.number("months"));
    if (period.yes("toYearEnd")) earliest = LocalDate.of(earliest.getYear(), 12, 31);
    var last = c.leavesOn() == null ? earliest : c.leavesOn();
    if (last.isBefore(earliest))
      throw new Rejected(
          "leaving-before-notice-ends",
          Map.of("earliest", earliest.toString(), "received", received.toString()));
    leave(c, last, earliest, period.text("source"));
  }

  private void leave(
      LeaveAlliance c, LocalDate last, @Nullable LocalDate earliest, @Nullable String rule) {
    if (last.isBefore(joinedOn))
      throw new Rejected("leaving-before-joining", Map.of("joinedOn", joinedOn.toString()));
    apply(
        new MemberLeft(
            c.memberId(),
            name,
            last,
            c.reason().strip(),
            c.resignedOn(),
            earliest,
            rule,
            c.resignedOn() != null));
  }

  @CommandHandler
  void handle(WithdrawLeaving c) {
    var last = leftOn;
    if (status != Status.LEFT || last == null)
      throw new Rejected("not-leaving", Map.of("name", name));
    if (c.reason().isBlank()) throw new Rejected("reason-missing");
    apply(new LeavingWithdrawn(c.memberId(), name, last, c.reason().strip()));
    if (today.isAfter(last)) throw new Rejected("not-leaving", Map.of("name", name));
  }

  // ---- what is known of it

  @CommandHandler
  void handle(DescribeMember asked) {
    var c = Merge.of(asked, new DescribeMember(asked.memberId(), name, topics, teams));
    if (c.name().isBlank()) throw new Rejected("member-name-missing");
    apply(
        new MemberDescribed(
            c.memberId(), c.name().strip(), known(c.topics()), List.copyOf(c.expertTeams())));
  }

  @CommandHandler
  void handle(IdentifyMember c) {
    var number = c.registerId().strip();
    if (number.length() > 100) throw new Rejected("name-too-long", Map.of("limit", 100));
    if (number.equals(registerId)) return;
    apply(new MemberIdentified(c.memberId(), name, number));
  }

  @CommandHandler
  void handle(ReportFigures asked) {
    var c = Merge.of(asked, reported(asked.memberId()));
    var reported =
        new Figures(
            c.staff(), c.turnoverCents(), c.groupStaff(), c.groupTurnoverCents(), c.foundedOn());
    checked(c.kind(), name, reported);
    if (c.kind() == kind && reported.equals(figures)) throw new Rejected("nothing-changed");
    apply(new FiguresReported(c.memberId(), c.kind(), reported));
  }

  @CommandHandler
  void handle(CorrectFigures asked) {
    var now = reported(asked.memberId());
    var c =
        Merge.of(
            asked,
            new CorrectFigures(
                now.memberId(),
                now.kind(),
                now.staff(),
                now.turnoverCents(),
                now.groupStaff(),
                now.groupTurnoverCents(),
                now.foundedOn(),
                asked.reason()));
    var right =
        new Figures(
            c.staff(), c.turnoverCents(), c.groupStaff(), c.groupTurnoverCents(), c.foundedOn());
    checked(c.kind(), name, right);
    var reason = Correction.reasoned(c.reason());
    if (c.kind() == kind && right.equals(figures)) throw new Rejected("nothing-changed");
    apply(
        new FiguresCorrected(c.memberId(), kind, figures, c.kind(), right, reason, figuresToldBy));
  }

  private ReportFigures reported(String id) {
    return new ReportFigures(
        id,
        kind,
        figures.staff(),
        figures.turnoverCents(),
        figures.groupStaff(),
        figures.groupTurnoverCents(),
        figures.foundedOn());
  }

  // ---- contributions

  @CommandHandler
  void handle(AgreeInKind asked) {
    mustBeMemberIn(asked.year());
    mustNotBeCharged(asked.year());
    var known = inKind.get(asked.year());
    var c =
        Merge.of(
            asked,
            known == null
                ? AgreeInKind.none(asked.memberId(), asked.year())
                : new AgreeInKind(
                    asked.memberId(), known.year(), known.valueCents(), known.what()));
    if (c.valueCents() < 0) throw new Rejected("in-kind-negative");
    if (c.what().isBlank()) throw new Rejected("in-kind-undescribed");
    apply(new InKindAgreed(c.memberId(), c.year(), c.valueCents(), c.what().strip()));
  }

  @CommandHandler
  void handle(GrantException asked) {
    mustBeMemberIn(asked.year());
    mustNotBeCharged(asked.year());
    var known = exceptions.get(asked.year());
    var c =
        Merge.of(
            asked,
            known == null
                ? GrantException.none(asked.memberId(), asked.year())
                : new GrantException(
                    asked.memberId(), known.year(), known.amountCents(), known.reason()));
    checkException(c.amountCents(), c.reason());
    apply(new ExceptionGranted(c.memberId(), c.year(), c.amountCents(), c.reason().strip()));
  }

  @CommandHandler
  void handle(AssessContribution c, Decisions decisions) {
    mustBeMemberIn(c.year());
    mustNotBeCharged(c.year());
    var terms =
        new Assessment(kind, figures, joinedOn, charged, inKindCents(c.year()))
            .of(c.year(), decisions);
    var exception = exceptions.get(c.year());
    if (exception != null) terms = excepted(terms, exception.amountCents(), exception.reason());
    apply(new ContributionAssessed(c.memberId(), c.year(), c.runId(), name, terms));
  }

  @CommandHandler
  void handle(ChargeContribution c) throws Exception {
    mustBeMemberIn(c.year());
    mustNotBeCharged(c.year());
    if (assessed == null
        || assessed.year() != c.year()
        || !Objects.equals(assessed.runId(), c.runId()))
      throw new Rejected("contribution-not-assessed", Map.of("name", name, "year", c.year()));
    charge(assessed.terms());
  }

  private long inKindCents(int year) {
    var agreed = inKind.get(year);
    return agreed == null ? 0 : agreed.valueCents();
  }

  private void charge(Terms terms) throws Exception {
    var id = Objects.requireNonNull(memberId);
    var contributionId = id + "-" + terms.year();
    apply(
        new ContributionFixed(
            id, contributionId, terms.year(), terms.appliedClass(), terms.amountCents()));
    var event =
        new ContributionCharged(contributionId, id, name, terms.year(), terms, terms.amountCents());
    createNew(Contribution.class, () -> new Contribution(event));
  }

  private Terms excepted(Terms terms, long cents, @Nullable String reason) {
    checkException(cents, reason);
    if (cents > terms.feeCents())
      throw new Rejected("exception-above-fee", Map.of("feeCents", terms.feeCents()));
    return terms.withException(cents, reason == null ? "" : reason.strip());
  }

  private static void checkException(long cents, @Nullable String reason) {
    if (cents < 0) throw new Rejected("exception-negative");
    if (reason == null || reason.isBlank()) throw new Rejected("exception-without-reason");
  }

  private static Figures figuresOf(RecordInquiry c) {
    return new Figures(
        c.staff(), c.turnoverCents(), c.groupStaff(), c.groupTurnoverCents(), c.foundedOn());
  }

  private static Figures checked(MemberKind kind, String name, Figures figures) {
    if (name.isBlank()) throw new Rejected("member-name-missing");
    figures.check(kind);
    return figures;
  }

  private static <T> List<T> known(@Nullable List<T> values) {
    return values == null ? List.of() : values.stream().distinct().toList();
  }

  private void mustNotBeInside() {
    if (status == Status.MEMBER) throw new Rejected("already-a-member", Map.of("name", name));
    if (status == Status.PROSPECT) throw new Rejected("inquiry-already-open", Map.of("name", name));
  }

  /** Who leaves on a day ahead is inside until then. */
  private void mustHaveLeft() {
    if (leftOn != null && !leftOn.isBefore(today))
      throw new Rejected("already-a-member", Map.of("name", name));
  }

  /** Whoever is a member on a day of that year owes its contribution. */
  private void mustBeMemberIn(int year) {
    if (status != Status.MEMBER && leftOn != null && leftOn.getYear() >= year) return;
    if (status == Status.LEFT && leftOn != null)
      throw new Rejected(
          "left-before-year", Map.of("name", name, "leftOn", leftOn.toString(), "year", year));
    mustBe(Status.MEMBER);
  }

  private void mustJoinAfterLeaving(LocalDate joinsOn) {
    if (leftOn != null) mustJoinAfter(leftOn, joinsOn);
  }

  private void mustJoinAfter(LocalDate left, LocalDate joinsOn) {
    if (!joinsOn.isAfter(left))
      throw new Rejected("joined-before-left", Map.of("name", name, "leftOn", left.toString()));
  }

  private void mustBe(Status needed) {
    if (status == needed) return;
    if (needed == Status.PROSPECT && status == Status.MEMBER)
      throw new Rejected("already-a-member", Map.of("name", name));
    throw new Rejected(
        needed == Status.PROSPECT ? "inquiry-not-open" : "not-in-alliance", Map.of("name", name));
  }

  private void mustNotBeCharged(int year) {
    if (charged.containsKey(year))
      throw new Rejected("contribution-already-charged", Map.of("name", name, "year", year));
  }

  private OfferMade openOffer() {
    if (offer != null) return offer;
    if (status == Status.MEMBER) throw new Rejected("offer-already-accepted", Map.of("name", name));
    throw new Rejected("no-open-offer", Map.of("name", name));
  }

  // ---- memory

  @EventSourcingHandler
  void on(InquiryReceived e, @MessageIdentifier String id, @Timestamp Instant at) {
    itIs(at);
    figuresToldBy = id;
    remember(e.memberId(), e.name(), e.kind(), e.figures());
    topics = e.topics();
    status = Status.PROSPECT;
  }

  @EventSourcingHandler
  void on(MemberRegistered e, @MessageIdentifier String id, @Timestamp Instant at) {
    itIs(at);
    figuresToldBy = id;
    remember(e.memberId(), e.name(), e.kind(), e.figures());
    topics = e.topics();
  }

  @EventSourcingHandler
  void on(MemberDescribed e) {
    name = e.name();
    topics = e.topics();
    teams = e.expertTeams();
  }

  @EventSourcingHandler
  void on(MemberIdentified e) {
    registerId = e.registerId();
  }

  @EventSourcingHandler
  void on(FiguresReported e, @MessageIdentifier String id) {
    figuresToldBy = id;
    kind = e.kind();
    figures = e.figures();
    calculated = null;
    assessed = null;
  }

  @EventSourcingHandler
  void on(FiguresCorrected e, @MessageIdentifier String id) {
    on(new FiguresReported(e.memberId(), e.kind(), e.figures()), id);
  }

  @EventSourcingHandler
  void on(OfferCalculated e) {
    calculated = e;
  }

  @EventSourcingHandler
  void on(OfferMade e, @Timestamp Instant at) {
    offeredOn = LocalDate.ofInstant(at, OFFICE);
    offer = e;
    offers = e.number();
  }

  @EventSourcingHandler
  void on(OfferDeclined e) {
    offer = null;
  }

  @EventSourcingHandler
  void on(InquiryClosed e) {
    status = Status.CLOSED;
    offer = null;
    calculated = null;
  }

  @EventSourcingHandler
  void on(MemberJoined e) {
    status = Status.MEMBER;
    joinedOn = e.joinedOn();
    offer = null;
    calculated = null;
  }

  @EventSourcingHandler
  void on(MemberLeft e, @Timestamp Instant at) {
    itIs(at);
    status = Status.LEFT;
    leftOn = e.leftOn();
    if (assessed != null && assessed.year() > e.leftOn().getYear()) assessed = null;
  }

  @EventSourcingHandler
  void on(LeavingWithdrawn e, @Timestamp Instant at) {
    itIs(at);
    status = Status.MEMBER;
    leftOn = null;
  }

  @EventSourcingHandler
  void on(InKindAgreed e) {
    inKind.put(e.year(), e);
    assessed = null;
  }

  @EventSourcingHandler
  void on(ExceptionGranted e) {
    exceptions.put(e.year(), e);
    assessed = null;
  }

  @EventSourcingHandler
  void on(ContributionAssessed e) {
    assessed = e;
  }

  @EventSourcingHandler
  void on(ContributionFixed e) {
    charged.put(e.year(), e.appliedClass());
    assessed = null;
  }

  private void itIs(Instant at) {
    today = LocalDate.ofInstant(at, OFFICE);
  }

  private void remember(String id, String called, MemberKind of, Figures size) {
    memberId = id;
    name = called;
    kind = of;
    figures = size;
    calculated = null;
    assessed = null;
  }
}
