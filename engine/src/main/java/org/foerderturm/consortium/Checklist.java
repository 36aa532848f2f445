package org.foerderturm.consortium;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.foerderturm.consortium.ChecklistCommand.*;
import org.foerderturm.consortium.ChecklistEvent.*;
import org.foerderturm.consortium.ConsortiumEvent.*;
import org.foerderturm.consortium.DocumentRules.Needed;
import org.foerderturm.kernel.Archive;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.FileRules;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * The documents that the partners of one consortium owe, and what came of each. What is needed says
 * a decision table; a part of {@link Consortium}.
 */
class Checklist {
  private enum State {
    ASKED,
    RECEIVED,
    CHECKED,
    WAIVED
  }

  private record Gap(Partner partner, DocumentKind document) {}

  private record Paper(String partnerId, DocumentKind document) {}

  private final Map<String, Partner> partners;

  /** The hash of the newest file. */
  private final Map<Paper, String> files = new HashMap<>();

  private final Map<Paper, String> filesToldBy = new HashMap<>();

  private final Map<String, Map<DocumentKind, State>> states = new HashMap<>();
  private String consortiumId = "";
  private Programme programme = Programme.HORIZON;
  private boolean dissolved;

  /**
   * @param partners the consortium's own, as they change
   */
  Checklist(Map<String, Partner> partners) {
    this.partners = partners;
  }

  @CommandHandler
  void handle(AskForDocument c) {
    var partner = partner(c.partnerId());
    mustBeOpen(partner, c.document());
    apply(new DocumentAskedFor(consortiumId, partner.partnerId(), partner.name(), c.document()));
  }

  @CommandHandler
  void handle(ReceiveDocument c) {
    var partner = partner(c.partnerId());
    mustBeOpen(partner, c.document());
    receive(partner, c.document(), c.receivedOn());
  }

  @CommandHandler
  void handle(AttachDocumentFile c, Archive archive) {
    var partner = partner(c.partnerId());
    if (waived(partner, c.document())) throw refused("document-waived", partner, c.document());
    var name = FileRules.checked(c.fileName(), c.size(), archive.begin(c.sha256()));
    if (!archive.has(c.sha256())) throw new Rejected("file-missing", Map.of("name", c.fileName()));
    if (c.sha256().equals(files.get(new Paper(partner.partnerId(), c.document()))))
      throw new Rejected("file-already-attached", Map.of("name", c.fileName()));
    if (!there(partner, c.document())) receive(partner, c.document(), c.receivedOn());
    apply(
        new DocumentFileAttached(
            consortiumId,
            partner.partnerId(),
            partner.name(),
            c.document(),
            name,
            c.mediaType(),
            c.size(),
            c.sha256()));
  }

  /** What was checked must be checked anew: it was another file. */
  @CommandHandler
  void handle(WithdrawDocumentFile c) {
    var partner = partner(c.partnerId());
    var hash = files.get(new Paper(partner.partnerId(), c.document()));
    if (!c.sha256().equals(hash)) throw new Rejected("file-gone");
    apply(
        new DocumentFileWithdrawn(
            consortiumId,
            partner.partnerId(),
            partner.name(),
            c.document(),
            c.sha256(),
            Correction.reasoned(c.reason()),
            filesToldBy.get(new Paper(partner.partnerId(), c.document()))));
  }

  @CommandHandler
  void handle(CheckDocument c) {
    var partner = partner(c.partnerId());
    if (state(partner, c.document()) != State.RECEIVED)
      throw refused("document-not-received", partner, c.document());
    apply(new DocumentChecked(consortiumId, partner.partnerId(), partner.name(), c.document()));
  }

  @CommandHandler
  void handle(WaiveDocument c) {
    var partner = partner(c.partnerId());
    mustBeOpen(partner, c.document());
    if (c.reason().isBlank()) throw new Rejected("reason-missing");
    apply(
        new DocumentWaived(
            consortiumId, partner.partnerId(), partner.name(), c.document(), c.reason().strip()));
  }

  @CommandHandler
  void handle(FileDocuments c, Decisions decisions) {
    mustNotBeDissolved();
    var said = c.documents() == null ? List.<String>of() : c.documents();
    var rules = new DocumentRules(decisions);
    for (var partner : members().toList())
      DocumentRules.STAGES.stream()
          .flatMap(stage -> rules.of(programme, partner, stage).stream())
          .map(Needed::document)
          .distinct()
          .filter(document -> !there(partner, document))
          .filter(
              document ->
                  said.contains(document.code())
                      || (c.mandatesComplete() && document == DocumentKind.MANDATE))
          .forEach(document -> receive(partner, document, null));
  }

  /** What is said to be there is taken in first. */
  @CommandHandler
  void handle(ConfirmDocuments c, Decisions decisions) {
    mustNotBeDissolved();
    var rules = new DocumentRules(decisions);
    if (c.there())
      for (var partner : members().toList())
        for (var needed : rules.of(programme, partner, c.stage()))
          if (needed.required() && !there(partner, needed.document()))
            receive(partner, needed.document(), null);
    mustBeComplete(decisions, c.stage());
  }

  /**
   * Records that nothing is missing that these stages require.
   *
   * @throws Rejected {@code documents-missing}, naming the first partner and document
   */
  void mustBeComplete(Decisions decisions, String... stages) {
    var rules = new DocumentRules(decisions);
    var gaps = new ArrayList<Gap>();
    int version = 0;
    int required = 0;
    for (var partner : members().toList())
      for (var stage : stages)
        for (var needed : rules.of(programme, partner, stage)) {
          version = needed.version();
          if (!needed.required()) continue;
          required++;
          if (!there(partner, needed.document())) gaps.add(new Gap(partner, needed.document()));
        }
    if (!gaps.isEmpty())
      throw new Rejected(
          "documents-missing",
          Map.of(
              "partner", gaps.getFirst().partner.name(),
              "document", gaps.getFirst().document.code(),
              "count", gaps.size()));
    apply(
        new DocumentsFoundComplete(
            consortiumId, DocumentRules.TABLE, version, required, stages[stages.length - 1]));
  }

  boolean waived(Partner partner, DocumentKind document) {
    return state(partner, document) == State.WAIVED;
  }

  private void receive(Partner partner, DocumentKind document, @Nullable LocalDate on) {
    if (document == DocumentKind.LETTER_OF_INTENT)
      apply(new LetterOfIntentReceived(consortiumId, partner.partnerId(), partner.name(), on));
    else
      apply(new DocumentReceived(consortiumId, partner.partnerId(), partner.name(), document, on));
  }

  private Partner partner(String partnerId) {
    mustNotBeDissolved();
    var partner = partners.get(partnerId);
    if (partner == null) throw new Rejected("partner-unknown", Map.of("partner", partnerId));
    if (!partner.belongs())
      throw new Rejected("document-of-no-partner", Map.of("partner", partner.name()));
    return partner;
  }

  private void mustNotBeDissolved() {
    if (dissolved) throw new Rejected("consortium-dissolved");
  }

  private void mustBeOpen(Partner partner, DocumentKind document) {
    if (waived(partner, document)) throw refused("document-waived", partner, document);
    if (there(partner, document)) throw refused("document-already-received", partner, document);
  }

  private boolean there(Partner partner, DocumentKind document) {
    if (document == DocumentKind.LETTER_OF_INTENT && partner.letter()) return true;
    var state = state(partner, document);
    return state != null && state != State.ASKED;
  }

  private @Nullable State state(Partner partner, DocumentKind document) {
    return states.getOrDefault(partner.partnerId(), Map.of()).get(document);
  }

  private Stream<Partner> members() {
    return partners.values().stream().filter(Partner::belongs);
  }

  private static Rejected refused(String code, Partner partner, DocumentKind document) {
    return new Rejected(code, Map.of("partner", partner.name(), "document", document.code()));
  }

  private void set(String partnerId, DocumentKind document, State state) {
    states.computeIfAbsent(partnerId, id -> new EnumMap<>(DocumentKind.class)).put(document, state);
  }

  @EventSourcingHandler
  void on(ConsortiumProposed e) {
    consortiumId = e.consortiumId();
    programme = e.programme();
  }

  @EventSourcingHandler
  void on(DocumentFileAttached e, @MessageIdentifier String id) {
    filesToldBy.put(new Paper(e.partnerId(), e.document()), id);
    files.put(new Paper(e.partnerId(), e.document()), e.sha256());
  }

  @EventSourcingHandler
  void on(DocumentFileWithdrawn e) {
    files.remove(new Paper(e.partnerId(), e.document()));
    states.computeIfPresent(
        e.partnerId(),
        (id, known) -> {
          known.replace(e.document(), State.CHECKED, State.RECEIVED);
          return known;
        });
  }

  /** Who is invited anew starts with an empty list. */
  @EventSourcingHandler
  void on(PartnerInvited e) {
    forget(e.partnerId());
  }

  @EventSourcingHandler
  void on(RunningEvent.PartnerJoined e) {
    forget(e.partnerId());
  }

  private void forget(String partnerId) {
    states.remove(partnerId);
    files.keySet().removeIf(paper -> paper.partnerId().equals(partnerId));
  }

  @EventSourcingHandler
  void on(LetterOfIntentReceived e) {
    set(e.partnerId(), DocumentKind.LETTER_OF_INTENT, State.RECEIVED);
  }

  @EventSourcingHandler
  void on(DocumentAskedFor e) {
    set(e.partnerId(), e.document(), State.ASKED);
  }

  @EventSourcingHandler
  void on(DocumentReceived e) {
    set(e.partnerId(), e.document(), State.RECEIVED);
  }

  @EventSourcingHandler
  void on(DocumentChecked e) {
    set(e.partnerId(), e.document(), State.CHECKED);
  }

  @EventSourcingHandler
  void on(DocumentWaived e) {
    set(e.partnerId(), e.document(), State.WAIVED);
  }

  @EventSourcingHandler
  void on(ConsortiumDissolved e) {
    dissolved = true;
  }
}
