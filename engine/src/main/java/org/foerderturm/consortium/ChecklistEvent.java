package org.foerderturm.consortium;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/** What became of the documents that partners of a consortium owe. */
public sealed interface ChecklistEvent extends Event {

  String consortiumId();

  @Revision("1")
  record DocumentAskedFor(String consortiumId, String partnerId, String name, DocumentKind document)
      implements ChecklistEvent {}

  @Revision("1")
  record DocumentReceived(
      String consortiumId,
      String partnerId,
      String name,
      DocumentKind document,
      @Nullable LocalDate receivedOn)
      implements ChecklistEvent {}

  /**
   * @param name of the partner
   * @param size bytes
   * @param sha256 hex
   */
  @Revision("1")
  record DocumentFileAttached(
      String consortiumId,
      String partnerId,
      String name,
      DocumentKind document,
      String fileName,
      String mediaType,
      long size,
      String sha256)
      implements ChecklistEvent {}

  @Revision("1")
  record DocumentChecked(String consortiumId, String partnerId, String name, DocumentKind document)
      implements ChecklistEvent {}

  @Revision("1")
  record DocumentWaived(
      String consortiumId, String partnerId, String name, DocumentKind document, String reason)
      implements ChecklistEvent {}

  /**
   * Nothing that a stage requires was missing.
   *
   * @param table decision table that said what is needed
   * @param tableVersion its version that was asked; 0 if it asked for nothing
   * @param documents how many it required
   * @param stage code of the table; null in earlier versions, which asked for the constitution only
   */
  @Revision("1")
  record DocumentsFoundComplete(
      String consortiumId, String table, int tableVersion, int documents, @Nullable String stage)
      implements ChecklistEvent {}

  /**
   * @param name of the partner
   * @param sha256 of the wrong file, whose bytes stay
   */
  @Revision("1")
  record DocumentFileWithdrawn(
      String consortiumId,
      String partnerId,
      String name,
      DocumentKind document,
      String sha256,
      String reason,
      @Nullable String corrects)
      implements ChecklistEvent, Correction {}
}
