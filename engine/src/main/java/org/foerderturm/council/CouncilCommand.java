package org.foerderturm.council;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Happened;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of council papers and of the register of their numbers. Money in euro cents.
 */
public sealed interface CouncilCommand extends Command {

  /** Begins a paper by hand. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record DraftCouncilPaper(@TargetAggregateIdentifier String paperId, String title)
      implements CouncilCommand {}

  /**
   * A case asks the council; the paper's case starts by itself and the result comes back to it.
   *
   * @param askedBy business key of the case that waits
   * @param amountCents what it is about, in all
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RequestCouncilPaper(
      @TargetAggregateIdentifier String paperId,
      String title,
      String proposal,
      long amountCents,
      String askedBy)
      implements CouncilCommand {}

  /**
   * The words of the paper. Whoever has co-signed or checked it does so again after a change.
   *
   * @param datedOn the day that the paper bears
   * @param originator the office that brings it in
   * @param proposal the resolution as it shall be adopted, word by word
   * @param variants other resolutions that the body may choose
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record WriteCouncilPaper(
      @TargetAggregateIdentifier String paperId,
      String title,
      LocalDate datedOn,
      @Nullable String fileReference,
      String originator,
      String proposal,
      @Nullable List<Variant> variants,
      String reasons)
      implements CouncilCommand {
    public WriteCouncilPaper {
      if (datedOn == null) throw new Rejected("council-date-missing");
    }
  }

  /** Another resolution that the body may choose. */
  record Variant(String text) {}

  /**
   * What the paper costs.
   *
   * @param totalCents must equal the sum of the years; negative if the paper saves or earns
   * @param cover where the money comes from; needed if a year or the whole costs
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record StateCouncilEffects(
      @TargetAggregateIdentifier String paperId,
      long totalCents,
      @Nullable List<YearAmount> years,
      @Nullable String cover,
      @Nullable String staffEffects)
      implements CouncilCommand {}

  /** Before which bodies the paper comes, in this order. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record OrderConsultations(
      @TargetAggregateIdentifier String paperId, @Nullable List<Planned> consultations)
      implements CouncilCommand {}

  /**
   * @param bodyId any body of this office; {@code outside} or nothing for one that meets elsewhere
   * @param body its name, if it meets elsewhere
   * @param foreign whether the one that meets elsewhere is not the municipality's own, such as
   *     another city's; of those of this office it is known
   */
  record Planned(
      @Nullable String bodyId,
      @Nullable String body,
      boolean open,
      LocalDate plannedOn,
      ConsultationPurpose purpose,
      @Nullable Boolean foreign) {
    private static final String OUTSIDE = "outside";

    /** The body of this office; null if it meets elsewhere. */
    @Nullable String here() {
      return bodyId == null || bodyId.isBlank() || bodyId.equals(OUTSIDE) ? null : bodyId;
    }

    public Planned(
        @Nullable String bodyId,
        @Nullable String body,
        boolean open,
        LocalDate plannedOn,
        ConsultationPurpose purpose) {
      this(bodyId, body, open, plannedOn, purpose, null);
    }
  }

  /** Says who must agree. A person named must be of the office, not locked, and of the group. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record NameCosigners(
      @TargetAggregateIdentifier String paperId, @Nullable List<Cosigner> cosigners)
      implements CouncilCommand {}

  /**
   * @param agrees false for an objection, which needs a statement
   */
  @AllowedTo(models = true)
  record CosignCouncilPaper(
      @TargetAggregateIdentifier String paperId,
      String department,
      boolean agrees,
      @Nullable String statement)
      implements CouncilCommand {}

  /**
   * Counts the co-signatures. Refused while one is missing.
   *
   * @param ownRoles whether finance and law are then checked by their own offices; null in cases of
   *     earlier models, where the office lead checks
   */
  @AllowedTo(models = true)
  record FinishCosigning(@TargetAggregateIdentifier String paperId, @Nullable Boolean ownRoles)
      implements CouncilCommand {
    public FinishCosigning(String paperId) {
      this(paperId, null);
    }
  }

  /**
   * Checks finances or law: who holds the office that the check belongs to, and never who wrote the
   * paper.
   *
   * @param passed false sends it back and needs a statement
   */
  @AllowedTo(
      value = {Role.FINANCE_OFFICE, Role.LEGAL_OFFICE},
      models = true)
  record CheckCouncilPaper(
      @TargetAggregateIdentifier String paperId,
      CouncilCheck check,
      boolean passed,
      @Nullable String statement)
      implements CouncilCommand {}

  /**
   * Says by its number which registered paper this one supplements (Ergänzung).
   *
   * @param registerId {@link CouncilRegister#ID}
   */
  @AllowedTo(models = true)
  record NameOriginalPaper(
      @TargetAggregateIdentifier String registerId, String paperId, String number)
      implements CouncilCommand {}

  /**
   * Gives the paper the next number of the year; a supplement the next one of its paper.
   *
   * @param registerId {@link CouncilRegister#ID}
   */
  @AllowedTo(models = true)
  record GiveCouncilNumber(@TargetAggregateIdentifier String registerId, String paperId)
      implements CouncilCommand {}

  /** From now on the paper stands under its number and goes before the bodies. */
  @AllowedTo(models = true)
  record RegisterCouncilPaper(@TargetAggregateIdentifier String paperId, String number)
      implements CouncilCommand {}

  /**
   * What came of one consultation. What a body of this office decided is what its vote or its
   * meeting says; anything else is entered by the office only where that body decided nothing.
   *
   * @param heldOn day of the meeting; may be null if a motion was voted on here
   * @param reference where the minutes have it; needed unless there is a motion
   * @param motionId the motion, if it was voted on here
   * @param postponedTo the new day, if it was postponed
   * @param amendedText the changed wording, if it was adopted with changes
   * @param amendedCents the changed sum, if it was adopted with changes
   */
  @AllowedTo(models = true)
  record RecordConsultation(
      @TargetAggregateIdentifier String paperId,
      int position,
      ConsultationResult result,
      @Happened @Nullable LocalDate heldOn,
      @Nullable String reference,
      @Nullable String motionId,
      @Nullable LocalDate postponedTo,
      @Nullable String amendedText,
      @Nullable Long amendedCents)
      implements CouncilCommand {
    public RecordConsultation(
        String paperId,
        int position,
        ConsultationResult result,
        @Nullable LocalDate heldOn,
        @Nullable String reference,
        @Nullable String motionId,
        @Nullable LocalDate postponedTo) {
      this(paperId, position, result, heldOn, reference, motionId, postponedTo, null, null);
    }
  }

  /**
   * The next consultation is put off before it took place. A motion that lies before the body comes
   * off the agenda of a meeting that is ahead, and waits for a later one.
   *
   * @param plannedOn the new day, after the one that was planned
   * @param motionId the motion before a body of this office; null if there is none
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record PostponeConsultation(
      @TargetAggregateIdentifier String paperId,
      LocalDate plannedOn,
      String reason,
      @Nullable String motionId)
      implements CouncilCommand {}

  /** Adds a note to a paper that is decided; what was decided stays as it is. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record AddCouncilNote(@TargetAggregateIdentifier String paperId, String text, String reason)
      implements CouncilCommand {}

  /**
   * The mayor objected (GO NRW § 54) to what a body decided elsewhere: it is suspended. Whether in
   * time is for that body's own office to say; what a body here decided is objected to in its
   * register.
   *
   * <p>Refused with {@code paper-not-resolved}, {@code paper-decided-here}, {@code
   * paper-objected-already}, {@code objection-before-resolution} or {@code reason-missing}.
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record ObjectToPaper(
      @TargetAggregateIdentifier String paperId, @Happened LocalDate objectedOn, String reason)
      implements CouncilCommand {}

  /**
   * What became of it: the resolution holds, or falls.
   *
   * <p>Refused with {@code paper-not-objected}, {@code settled-before-objection} or {@code
   * reference-missing}.
   *
   * @param reference where that is found
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record SettlePaperObjection(
      @TargetAggregateIdentifier String paperId,
      boolean holds,
      @Happened LocalDate decidedOn,
      String reference)
      implements CouncilCommand {}

  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record WithdrawCouncilPaper(@TargetAggregateIdentifier String paperId, String reason)
      implements CouncilCommand {
    public WithdrawCouncilPaper {
      if (reason == null || reason.isBlank()) throw new Rejected("reason-missing");
    }
  }
}
