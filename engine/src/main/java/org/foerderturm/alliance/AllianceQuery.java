package org.foerderturm.alliance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.foerderturm.consortium.Topic;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.foerderturm.kernel.Sort;
import org.jspecify.annotations.Nullable;

/** Questions about members and contributions. Their figures are not for everybody. */
public sealed interface AllianceQuery<R> extends Query<R> {

  /**
   * Members in the order of their names.
   *
   * @param search part of the name; null for all
   * @param kind code; null for all
   * @param status {@code prospect}, {@code closed}, {@code member} or {@code left}; null for all
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.COMMITTEE_MEMBER})
  record FindMembers(
      @Nullable String search,
      @Nullable String kind,
      @Nullable String status,
      @Nullable Sort sort,
      int offset,
      int limit)
      implements AllianceQuery<Page<MemberRow>> {

    /** In the usual order. */
    public FindMembers(
        @Nullable String search,
        @Nullable String kind,
        @Nullable String status,
        int offset,
        int limit) {
      this(search, kind, status, null, offset, limit);
    }
  }

  /**
   * Members as they were on that day, in the order of their names then. Nothing is told of what
   * they owed.
   *
   * @param search part of the name; null for all
   * @param kind code; null for all
   * @param status as in {@link FindMembers}
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.COMMITTEE_MEMBER})
  record FindMembersOn(
      LocalDate day,
      @Nullable String search,
      @Nullable String kind,
      @Nullable String status,
      @Nullable Sort sort,
      int offset,
      int limit)
      implements AllianceQuery<Page<MemberRow>> {

    /** In the usual order. */
    public FindMembersOn(
        LocalDate day,
        @Nullable String search,
        @Nullable String kind,
        @Nullable String status,
        int offset,
        int limit) {
      this(day, search, kind, status, null, offset, limit);
    }
  }

  /** As {@link FindMembers}, with all that a list of members says, without years and charges. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.COMMITTEE_MEMBER})
  record FindMembersInFull(
      @Nullable String search,
      @Nullable String kind,
      @Nullable String status,
      int offset,
      int limit)
      implements AllianceQuery<List<MemberDetails>> {}

  /** One member with its contributions; null if there is none. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.COMMITTEE_MEMBER})
  record FindMember(String memberId) implements AllianceQuery<@Nullable MemberDetails> {}

  /** What a member paid, by contribution in the order in which it was recorded. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.COMMITTEE_MEMBER})
  record FindPayments(String memberId) implements AllianceQuery<List<PaymentRow>> {}

  /**
   * @param number from 1
   */
  record PaymentRow(String contributionId, int number, long amountCents, LocalDate receivedOn) {}

  /** Days in the collecting of a member's contributions that somebody typed, as they happened. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.COMMITTEE_MEMBER})
  record FindContributionDays(String memberId) implements AllianceQuery<List<DayRow>> {}

  /**
   * @param number from 1 within its kind
   */
  record DayRow(String contributionId, ContributionDay kind, int number, LocalDate on) {}

  /**
   * When an invoice of that day is due by the table {@code payment-term}: a proposal; null if no
   * row holds on the day.
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record FindDueDay(LocalDate invoicedOn) implements AllianceQuery<@Nullable LocalDate> {}

  /** Credit notes, refunds and interest on default of a member's contributions. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.COMMITTEE_MEMBER})
  record FindBookings(String memberId) implements AllianceQuery<List<BookingRow>> {}

  /**
   * @param kind {@code CREDIT}, {@code REFUND} or {@code INTEREST}
   * @param number from 1 within its kind
   * @param until last day of the interest
   * @param flatCents of the amount, the flat charge
   * @param reference number of the credit note
   * @param words reason of a credit note, source of the rates of interest
   * @param gone whether the interest was withdrawn or fell with its invoice
   */
  record BookingRow(
      String contributionId,
      String kind,
      int number,
      LocalDate on,
      @Nullable LocalDate until,
      long amountCents,
      long flatCents,
      @Nullable String reference,
      @Nullable String words,
      boolean gone) {}

  /** Everyone in the register at once, to compare a list with: names and numbers only. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record FindKnownMembers() implements AllianceQuery<List<KnownMember>> {}

  /** Ids of those whom a run of that year would charge: members by then, not charged for it. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.COMMITTEE_MEMBER})
  record FindChargeable(int year) implements AllianceQuery<List<String>> {}

  /** All runs, newest year first. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.COMMITTEE_MEMBER})
  record FindContributionRuns() implements AllianceQuery<List<RunRow>> {}

  /** One run; null if nobody has begun it. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.COMMITTEE_MEMBER})
  record FindContributionRun(int year) implements AllianceQuery<@Nullable RunRow> {}

  /** What a run's preview shows, in the order of names. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.COMMITTEE_MEMBER})
  record FindPreview(int year, @Nullable Sort sort, int offset, int limit)
      implements AllianceQuery<Page<PreviewRow>> {

    /** In the usual order. */
    public FindPreview(int year, int offset, int limit) {
      this(year, null, offset, limit);
    }
  }

  /**
   * @param registerId null for none
   * @param status {@code prospect}, {@code closed}, {@code member} or {@code left}
   * @param leftOn its last day; null if it never left
   */
  record KnownMember(
      String memberId,
      String name,
      @Nullable String registerId,
      String status,
      @Nullable LocalDate leftOn,
      List<Topic> topics) {
    /** One of whom nothing else is known. */
    public KnownMember(String memberId, String name, @Nullable String registerId, String status) {
      this(memberId, name, registerId, status, null, List.of());
    }
  }

  /**
   * @param contributionClass code of the class charged last; null if never charged
   * @param openCents owed over all years; 0 where a past day was asked for
   * @param movedAt when something changed last; of a past day since when it stood like that
   * @param until last day of one that leaves and is a member until then; null for all others
   * @param noticeOn when its notice arrived; null without one
   */
  record MemberRow(
      String memberId,
      String name,
      String kind,
      String status,
      @Nullable LocalDate joinedOn,
      @Nullable String contributionClass,
      long openCents,
      Instant movedAt,
      @Nullable LocalDate until,
      @Nullable LocalDate noticeOn) {
    public MemberRow(
        String memberId,
        String name,
        String kind,
        String status,
        @Nullable LocalDate joinedOn,
        @Nullable String contributionClass,
        long openCents,
        Instant movedAt) {
      this(
          memberId,
          name,
          kind,
          status,
          joinedOn,
          contributionClass,
          openCents,
          movedAt,
          null,
          null);
    }
  }

  /**
   * @param topics codes
   * @param expertTeams codes
   * @param leftReason why it left, or why its inquiry was closed
   * @param years in kind and exceptions, newest year first
   * @param contributions newest year first
   */
  record MemberDetails(
      MemberRow row,
      @Nullable String registerId,
      Figures figures,
      List<String> topics,
      List<String> expertTeams,
      @Nullable String inquiry,
      @Nullable LocalDate talkOn,
      @Nullable String talkSummary,
      @Nullable OfferRow offer,
      @Nullable LocalDate leftOn,
      @Nullable String leftReason,
      List<YearRow> years,
      List<ContributionRow> contributions) {}

  /**
   * @param state {@code open}, {@code accepted} or {@code declined}
   * @param german hash of the PDF; null if it was not written
   * @param english hash of the PDF; null if it was not written
   */
  record OfferRow(
      int number,
      String state,
      long amountCents,
      String contributionClass,
      LocalDate joinsOn,
      LocalDate validUntil,
      @Nullable String german,
      @Nullable String english) {}

  /** What is agreed for a year beside the rules. */
  record YearRow(
      int year,
      @Nullable Long inKindCents,
      @Nullable String inKindWhat,
      @Nullable Long exceptionCents,
      @Nullable String exceptionReason) {}

  /**
   * @param status code: charged, free, invoiced, partly-paid, paid, reminded, deferred, default,
   *     waived, written-off, cancelled (its invoice, and nothing is owed); one in default stays so
   *     when it is reminded of or paid in part
   * @param reason of a deferral, waiver or write-off
   * @param receivedOn when the member got the invoice, if that was said
   * @param overpaidCents to be paid back
   * @param inDefault whether its default was declared, also when it was paid since
   * @param amountCents of the year, without interest
   * @param invoiceCents what the invoice asks for
   * @param inTimeUntil the last day to pay it without being in default, if no reminder was sent;
   *     null if nothing is due, or no row of the table holds for the day
   */
  record ContributionRow(
      String contributionId,
      int year,
      Terms terms,
      long amountCents,
      long openCents,
      String status,
      @Nullable String invoiceNumber,
      @Nullable LocalDate invoicedOn,
      @Nullable LocalDate dueOn,
      int reminders,
      @Nullable String reason,
      @Nullable LocalDate receivedOn,
      long overpaidCents,
      boolean inDefault,
      @Nullable Long invoiceCents,
      @Nullable LocalDate inTimeUntil) {
    /** Whether it can be reminded of on that day: the last day to pay it, as deferred, is over. */
    public boolean remindable(LocalDate day) {
      return openCents > 0 && dueOn != null && day.isAfter(dueOn);
    }

    /** Whether its default can be declared on that day. */
    public boolean canDefault(LocalDate day) {
      return dueOn != null
          && remindable(day)
          && !inDefault
          && (status.equals("reminded") || (inTimeUntil != null && day.isAfter(inTimeUntil)));
    }
  }

  /**
   * @param state {@code preview}, {@code final} or {@code cancelled}
   * @param assessed how many of the members the preview shows already
   * @param totalCents sum of what the preview shows
   * @param reason why it was cancelled
   */
  record RunRow(
      String runId,
      int year,
      String state,
      int members,
      int assessed,
      long totalCents,
      @Nullable String reason,
      Instant changedAt,
      String changedBy) {}

  record PreviewRow(String memberId, String memberName, Terms terms) {}
}
