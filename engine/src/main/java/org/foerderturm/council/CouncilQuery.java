package org.foerderturm.council;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Sort;
import org.jspecify.annotations.Nullable;

/** Questions about council papers. */
public sealed interface CouncilQuery<R> extends Query<R> {

  /**
   * Papers, newest movement first.
   *
   * @param search words of number, title, originator or file reference; null for all
   */
  @AllowedTo(everyone = true)
  record FindCouncilPapers(@Nullable String search, @Nullable Sort sort, int offset, int limit)
      implements CouncilQuery<Page<PaperRow>> {

    /** In the usual order. */
    public FindCouncilPapers(@Nullable String search, int offset, int limit) {
      this(search, null, offset, limit);
    }
  }

  /** One paper with all that stands in it; null if there is none. */
  @AllowedTo(everyone = true)
  record FindCouncilPaper(String paperId) implements CouncilQuery<@Nullable PaperDetails> {}

  /** The mayor's objection to what was decided elsewhere; null if there is none. */
  @AllowedTo(everyone = true)
  record FindPaperObjection(String paperId) implements CouncilQuery<@Nullable PaperObjection> {}

  /**
   * @param holds null while it is not settled
   * @param reference where that is found
   */
  record PaperObjection(
      LocalDate objectedOn,
      String reason,
      @Nullable Boolean holds,
      @Nullable LocalDate settledOn,
      @Nullable String reference) {}

  /** Whether a decided paper binds nobody just now, because the mayor objected to it (§ 54). */
  @AllowedTo(everyone = true)
  record FindSuspended(String paperId) implements CouncilQuery<Boolean> {}

  /**
   * @param number null before it is registered
   * @param stage {@code draft}, {@code cosigning}, {@code checks}, {@code registered}, or the
   *     result of {@link CouncilEvent.CouncilPaperDecided}
   * @param nextBody before whom it comes next; null if nobody
   */
  record PaperRow(
      String paperId,
      @Nullable String number,
      String title,
      @Nullable String originator,
      String stage,
      @Nullable Long totalCents,
      @Nullable String nextBody,
      @Nullable LocalDate nextOn,
      @Nullable LocalDate decidedOn,
      Instant movedAt) {}

  /**
   * @param askedBy business key of the case that waits
   * @param original number and id of the paper that this one supplements
   * @param supplements in the order of their numbers
   * @param resolvedCents what a resolving body of the municipality resolved to pay; null while it
   *     is open and where an earlier version did not say it
   * @param notes added after the decision, oldest first
   * @param openMotion the motion that lies before a body of this office and is undecided
   */
  record PaperDetails(
      PaperRow row,
      @Nullable LocalDate datedOn,
      @Nullable String fileReference,
      @Nullable String proposal,
      List<String> variants,
      @Nullable String reasons,
      @Nullable String cover,
      @Nullable String staffEffects,
      @Nullable String askedBy,
      @Nullable Related original,
      List<Related> supplements,
      List<YearAmount> years,
      List<ConsultationRow> consultations,
      List<CosignerRow> cosigners,
      List<CheckRow> checks,
      @Nullable String reference,
      @Nullable String motionId,
      @Nullable String reason,
      @Nullable Long resolvedCents,
      String draftedBy,
      List<NoteRow> notes,
      @Nullable String openMotion) {}

  /** A note that was added after the decision. */
  record NoteRow(String text, String reason, String by, Instant at) {}

  record Related(String paperId, @Nullable String number, String title) {}

  /**
   * @param body its name
   * @param municipal whether it is a body of the municipality; null if nobody said
   * @param result null while it is to come
   * @param amendedText the changed wording, and {@code amendedCents} the changed sum
   * @param postponedBecause why it was put off before it took place
   */
  record ConsultationRow(
      int position,
      String body,
      boolean open,
      LocalDate plannedOn,
      String purpose,
      @Nullable Boolean municipal,
      @Nullable String result,
      @Nullable LocalDate heldOn,
      @Nullable String reference,
      @Nullable String motionId,
      @Nullable String amendedText,
      @Nullable Long amendedCents,
      @Nullable String postponedBecause) {}

  /**
   * @param agrees null while it is awaited
   */
  record CosignerRow(
      String department,
      @Nullable String userId,
      @Nullable Boolean agrees,
      @Nullable String statement,
      @Nullable String signedBy,
      @Nullable Instant signedAt) {}

  /**
   * @param check {@code finance} or {@code legal}
   */
  record CheckRow(String check, boolean passed, @Nullable String statement, @Nullable String by) {}
}
