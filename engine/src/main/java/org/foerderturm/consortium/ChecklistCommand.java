package org.foerderturm.consortium;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Happened;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What the office does with the documents of a consortium's partners. */
public sealed interface ChecklistCommand extends Command {

  String consortiumId();

  /** Asks a partner for a document; may be asked again while it is not there. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record AskForDocument(
      @TargetAggregateIdentifier String consortiumId, String partnerId, DocumentKind document)
      implements ChecklistCommand {}

  /**
   * Takes a document in; a letter of intent becomes the partner's letter.
   *
   * @param receivedOn day of receipt; null if only the fact is known
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record ReceiveDocument(
      @TargetAggregateIdentifier String consortiumId,
      String partnerId,
      DocumentKind document,
      @Happened @Nullable LocalDate receivedOn)
      implements ChecklistCommand {}

  /**
   * Keeps the file of a document, whose bytes were stored before under their hash; takes the
   * document in if it was not there yet. A later file takes the place of an earlier one, which
   * stays in the log.
   *
   * @param receivedOn day of receipt, if it was not there yet
   * @param size bytes, at most 20 MiB
   * @param sha256 hex
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record AttachDocumentFile(
      @TargetAggregateIdentifier String consortiumId,
      String partnerId,
      DocumentKind document,
      @Happened LocalDate receivedOn,
      String fileName,
      String mediaType,
      long size,
      String sha256)
      implements ChecklistCommand {}

  /** States that a received document is complete and signed as it must be. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record CheckDocument(
      @TargetAggregateIdentifier String consortiumId, String partnerId, DocumentKind document)
      implements ChecklistCommand {}

  /** Goes without a document, for a reason; it no longer blocks. */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record WaiveDocument(
      @TargetAggregateIdentifier String consortiumId,
      String partnerId,
      DocumentKind document,
      String reason)
      implements ChecklistCommand {}

  /**
   * Takes in at once what a form says is there: of every partner of whom the table asks it and who
   * has not handed it in yet.
   *
   * @param mandatesComplete the mandates of all of them
   * @param documents further kinds of which all are there
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record FileDocuments(
      @TargetAggregateIdentifier String consortiumId,
      boolean mandatesComplete,
      @Nullable List<String> documents)
      implements ChecklistCommand {}

  /**
   * States that all that a stage requires of the partners is there; refused with the first that is
   * missing.
   *
   * @param stage code of {@code consortium-documents}
   * @param there takes in at once what was missing, as a form says it
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record ConfirmDocuments(
      @TargetAggregateIdentifier String consortiumId, String stage, boolean there)
      implements ChecklistCommand {
    public ConfirmDocuments {
      if (!DocumentRules.STAGES.contains(stage))
        throw new IllegalArgumentException("no stage of the documents: " + stage);
    }
  }

  /**
   * Takes a wrong file back; its bytes stay under their hash, and what was checked in it is so no
   * more.
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record WithdrawDocumentFile(
      @TargetAggregateIdentifier String consortiumId,
      String partnerId,
      DocumentKind document,
      String sha256,
      String reason)
      implements ChecklistCommand {}
}
