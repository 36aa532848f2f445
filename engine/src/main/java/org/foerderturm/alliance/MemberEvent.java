package org.foerderturm.alliance;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.foerderturm.consortium.Topic;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/** What happened to a member, or to one who wanted to become one. Money is in euro cents. */
public sealed interface MemberEvent extends Event {

  String memberId();

  @Revision("1")
  record InquiryReceived(
      String memberId,
      String name,
      MemberKind kind,
      Figures figures,
      List<Topic> topics,
      @Nullable String inquiry)
      implements MemberEvent {}

  @Revision("1")
  record MemberRegistered(
      String memberId, String name, MemberKind kind, Figures figures, List<Topic> topics)
      implements MemberEvent {}

  @Revision("1")
  record MemberDescribed(
      String memberId, String name, List<Topic> topics, List<ExpertTeam> expertTeams)
      implements MemberEvent {}

  /**
   * @param registerId of the commercial register or another one; empty for none
   */
  @Revision("1")
  record MemberIdentified(String memberId, String name, String registerId) implements MemberEvent {}

  @Revision("1")
  record FiguresReported(String memberId, MemberKind kind, Figures figures)
      implements MemberEvent {}

  @Revision("1")
  record TalkRecorded(String memberId, LocalDate heldOn, String summary) implements MemberEvent {}

  /**
   * @param inKindCents value that would be given in kind
   */
  @Revision("1")
  record OfferCalculated(String memberId, LocalDate joinsOn, long inKindCents, Terms terms)
      implements MemberEvent {}

  /**
   * @param number counts the offers to this organisation, from 1
   */
  @Revision("1")
  record OfferMade(
      String memberId,
      String name,
      int number,
      LocalDate joinsOn,
      Terms terms,
      LocalDate validUntil)
      implements MemberEvent {}

  /**
   * The offer stands on paper.
   *
   * @param german SHA-256 of the PDF, hex
   * @param english SHA-256 of the PDF, hex
   */
  @Revision("1")
  record OfferWritten(String memberId, String name, int number, String german, String english)
      implements MemberEvent {}

  @Revision("1")
  record OfferAccepted(String memberId, int number, LocalDate acceptedOn) implements MemberEvent {}

  @Revision("1")
  record OfferDeclined(String memberId, int number, @Nullable String reason)
      implements MemberEvent {}

  @Revision("1")
  record InquiryClosed(String memberId, String name, String reason) implements MemberEvent {}

  @Revision("1")
  record MemberJoined(String memberId, String name, MemberKind kind, LocalDate joinedOn)
      implements MemberEvent {}

  /**
   * @param leftOn last day; may lie ahead: until then it is a member
   * @param resignedOn null without notice, and in events older than this part
   * @param earliest the end of the period of notice; null as above
   * @param rule source of that period; null as above
   * @param byNotice it gave notice; a case has no variable for what is null
   */
  @Revision("1")
  record MemberLeft(
      String memberId,
      String name,
      LocalDate leftOn,
      String reason,
      @Nullable LocalDate resignedOn,
      @Nullable LocalDate earliest,
      @Nullable String rule,
      boolean byNotice)
      implements MemberEvent {
    public MemberLeft(String memberId, String name, LocalDate leftOn, String reason) {
      this(memberId, name, leftOn, reason, null, null, null, false);
    }
  }

  /** It stays a member after all. */
  @Revision("1")
  record LeavingWithdrawn(String memberId, String name, LocalDate leftOn, String reason)
      implements MemberEvent {}

  @Revision("1")
  record InKindAgreed(String memberId, int year, long valueCents, String what)
      implements MemberEvent {}

  @Revision("1")
  record ExceptionGranted(String memberId, int year, long amountCents, String reason)
      implements MemberEvent {}

  /**
   * @param runId the run whose preview it is for
   */
  @Revision("1")
  record ContributionAssessed(
      String memberId, int year, @Nullable String runId, String name, Terms terms)
      implements MemberEvent {}

  /** The member owes the year; the same moment as {@link ContributionEvent.ContributionCharged}. */
  @Revision("1")
  record ContributionFixed(
      String memberId,
      String contributionId,
      int year,
      ContributionClass appliedClass,
      long amountCents)
      implements MemberEvent {}

  @Revision("1")
  record FiguresCorrected(
      String memberId,
      MemberKind formerKind,
      Figures formerFigures,
      MemberKind kind,
      Figures figures,
      String reason,
      @Nullable String corrects)
      implements MemberEvent, Correction {}
}
