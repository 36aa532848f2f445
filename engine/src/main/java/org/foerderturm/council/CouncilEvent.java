package org.foerderturm.council;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/** Facts about council papers, each in the paper's stream; of numbers in that of the register. */
public sealed interface CouncilEvent extends Event {

  @Revision("1")
  record CouncilPaperDrafted(String paperId, String title) implements CouncilEvent {}

  /**
   * @param askedBy business key of the case that waits for the result
   */
  @Revision("1")
  record CouncilPaperRequested(
      String paperId, String title, String proposal, long amountCents, String askedBy)
      implements CouncilEvent {}

  /**
   * What was co-signed or checked before no longer holds.
   *
   * @param writtenBy who wrote it and so doesn't check it; null in events older than this part
   */
  @Revision("1")
  record CouncilPaperWritten(
      String paperId,
      String title,
      LocalDate datedOn,
      @Nullable String fileReference,
      String originator,
      String proposal,
      List<String> variants,
      String reasons,
      @Nullable String writtenBy)
      implements CouncilEvent {
    public CouncilPaperWritten {
      variants = List.copyOf(variants);
    }

    public CouncilPaperWritten(
        String paperId,
        String title,
        LocalDate datedOn,
        @Nullable String fileReference,
        String originator,
        String proposal,
        List<String> variants,
        String reasons) {
      this(paperId, title, datedOn, fileReference, originator, proposal, variants, reasons, null);
    }
  }

  /**
   * @param years in their order, none twice; their sum is the total
   */
  @Revision("1")
  record CouncilEffectsStated(
      String paperId,
      long totalCents,
      List<YearAmount> years,
      @Nullable String cover,
      @Nullable String staffEffects)
      implements CouncilEvent {
    public CouncilEffectsStated {
      years = List.copyOf(years);
    }
  }

  @Revision("1")
  record ConsultationsOrdered(String paperId, List<Consultation> consultations)
      implements CouncilEvent {
    public ConsultationsOrdered {
      consultations = List.copyOf(consultations);
    }
  }

  @Revision("1")
  record CosignersNamed(String paperId, List<Cosigner> cosigners) implements CouncilEvent {
    public CosignersNamed {
      cosigners = List.copyOf(cosigners);
    }
  }

  @Revision("1")
  record CouncilPaperCosigned(
      String paperId, String department, boolean agrees, @Nullable String statement)
      implements CouncilEvent {}

  /**
   * @param ownRoles whether finance and law are checked by their own offices; null in events older
   *     than this part: by the office lead
   */
  @Revision("1")
  record CosigningFinished(String paperId, int signed, int objections, @Nullable Boolean ownRoles)
      implements CouncilEvent {
    public CosigningFinished(String paperId, int signed, int objections) {
      this(paperId, signed, objections, null);
    }
  }

  @Revision("1")
  record CouncilPaperChecked(
      String paperId, CouncilCheck check, boolean passed, @Nullable String statement)
      implements CouncilEvent {}

  /** Its day says of which year the number is. */
  @Revision("1")
  record CouncilNumberAsked(String registerId, String paperId) implements CouncilEvent {}

  /**
   * @param number running number and year, e.g. {@code 24247-22}; of a supplement {@code
   *     22100-21-E1}
   * @param originalId the paper that it supplements
   */
  @Revision("1")
  record CouncilNumberGiven(
      String registerId, String paperId, String number, @Nullable String originalId)
      implements CouncilEvent {}

  /** The paper supplements the one with this number. */
  @Revision("1")
  record OriginalPaperNamed(String registerId, String paperId, String originalId, String number)
      implements CouncilEvent {}

  @Revision("1")
  record CouncilPaperRegistered(String paperId, String number, String title)
      implements CouncilEvent {}

  /**
   * @param heldOn day of the meeting; null if the vote was taken here, when the event stands
   * @param plannedOn the new day, if it was postponed
   * @param amendedText the changed wording, if it was adopted with changes
   * @param amendedCents the changed sum, if it was adopted with changes
   */
  @Revision("1")
  record ConsultationRecorded(
      String paperId,
      int position,
      ConsultationPurpose purpose,
      ConsultationResult result,
      @Nullable LocalDate heldOn,
      @Nullable String reference,
      @Nullable String motionId,
      @Nullable LocalDate plannedOn,
      @Nullable String amendedText,
      @Nullable Long amendedCents)
      implements CouncilEvent {
    public ConsultationRecorded(
        String paperId,
        int position,
        ConsultationPurpose purpose,
        ConsultationResult result,
        @Nullable LocalDate heldOn,
        @Nullable String reference,
        @Nullable String motionId,
        @Nullable LocalDate plannedOn) {
      this(paperId, position, purpose, result, heldOn, reference, motionId, plannedOn, null, null);
    }
  }

  /**
   * A consultation was put off before it took place.
   *
   * @param formerlyOn the day that was planned
   * @param motionId the motion before a body of this office; null if there is none
   */
  @Revision("1")
  record ConsultationPostponed(
      String paperId,
      int position,
      LocalDate formerlyOn,
      LocalDate plannedOn,
      String reason,
      @Nullable String motionId)
      implements CouncilEvent {}

  /** Added after the decision, which it does not change. */
  @Revision("1")
  record CouncilNoteAdded(String paperId, String text, String reason) implements CouncilEvent {}

  /** The mayor objected to what was decided elsewhere: it binds nobody until that is settled. */
  @Revision("1")
  record PaperObjected(String paperId, String title, LocalDate objectedOn, String reason)
      implements CouncilEvent {}

  /**
   * @param reference where it is found
   */
  @Revision("1")
  record PaperUpheld(String paperId, String title, LocalDate decidedOn, String reference)
      implements CouncilEvent {}

  /** The resolution fell. */
  @Revision("1")
  record PaperOverturned(String paperId, String title, LocalDate decidedOn, String reference)
      implements CouncilEvent {}

  /**
   * The paper is through: its result for the case that asked.
   *
   * @param caseKey business key of the case that waits; null if nobody asked
   * @param number null if it was withdrawn before it had one
   * @param result {@code adopted}, {@code amended} or {@code rejected} of a resolution, {@code
   *     recommended} or {@code not-recommended} if only advice was asked for, {@code noted} or
   *     {@code withdrawn}; earlier versions called what was recommended {@code adopted}
   * @param position the consultation that decided; 0 if it was withdrawn
   * @param reference where the minutes of a body that meets elsewhere have it
   * @param motionId the motion that decided, if it was voted on here
   * @param reason why it was withdrawn
   * @param resolvedCents what a resolving body of the municipality resolved to pay, 0 if none did;
   *     not said by earlier versions
   */
  @Revision("1")
  record CouncilPaperDecided(
      String paperId,
      @Nullable String caseKey,
      @Nullable String number,
      String title,
      String result,
      int position,
      @Nullable LocalDate decidedOn,
      @Nullable String reference,
      @Nullable String motionId,
      @Nullable String reason,
      @Nullable Long resolvedCents)
      implements CouncilEvent {
    public CouncilPaperDecided(
        String paperId,
        @Nullable String caseKey,
        @Nullable String number,
        String title,
        String result,
        int position,
        @Nullable LocalDate decidedOn,
        @Nullable String reference,
        @Nullable String motionId,
        @Nullable String reason) {
      this(
          paperId, caseKey, number, title, result, position, decidedOn, reference, motionId, reason,
          null);
    }
  }
}
