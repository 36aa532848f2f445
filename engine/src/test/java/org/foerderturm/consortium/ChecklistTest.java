package org.foerderturm.consortium;

import static org.foerderturm.consortium.CountryStatus.MEMBER_STATE;
import static org.foerderturm.consortium.DocumentKind.LETTER_OF_INTENT;
import static org.foerderturm.consortium.DocumentKind.MANDATE;
import static org.foerderturm.consortium.DocumentKind.NDA;
import static org.foerderturm.consortium.OrganisationKind.MUNICIPALITY;
import static org.foerderturm.consortium.PartnerRole.BENEFICIARY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.foerderturm.consortium.ChecklistCommand.*;
import org.foerderturm.consortium.ChecklistEvent.*;
import org.foerderturm.consortium.ConsortiumCommand.ConstituteConsortium;
import org.foerderturm.consortium.ConsortiumEvent.*;
import org.foerderturm.kernel.MemoryArchive;
import org.foerderturm.kernel.Pointers;
import org.foerderturm.kernel.Rejected;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;

class ChecklistTest {
  private static final MemoryArchive ARCHIVE = new MemoryArchive();
  private static final String FILED = ARCHIVE.store("NDA");
  private static final String NEWER = ARCHIVE.store("NDA, signed");
  private static final String C = "westerfilde";
  private static final LocalDate DAY = LocalDate.of(2015, 3, 2);

  private final AggregateTestFixture<Consortium> consortium =
      Pointers.apart(new AggregateTestFixture<>(Consortium.class));

  ChecklistTest() {
    consortium.registerInjectableResource(new ShippedTables());
    consortium.registerInjectableResource(ARCHIVE);
  }

  @Test
  void a_document_is_asked_for_received_and_checked() {
    consortium
        .given(partners())
        .when(new AskForDocument(C, "amiens", NDA))
        .expectEvents(new DocumentAskedFor(C, "amiens", "Amiens", NDA));
  }

  @Test
  void what_was_asked_for_is_received() {
    consortium
        .given(partners())
        .andGiven(new DocumentAskedFor(C, "amiens", "Amiens", NDA))
        .when(new ReceiveDocument(C, "amiens", NDA, DAY))
        .expectEvents(new DocumentReceived(C, "amiens", "Amiens", NDA, DAY));
  }

  @Test
  void a_file_brings_its_document_with_it() {
    consortium
        .given(partners())
        .when(file(FILED, 9))
        .expectEvents(new DocumentReceived(C, "amiens", "Amiens", NDA, DAY), filed(FILED));
    consortium
        .given(partners())
        .andGiven(received(NDA), filed(FILED))
        .when(file(NEWER, 9))
        .expectEvents(filed(NEWER));
  }

  @Test
  void a_file_that_is_wrong_is_not_kept() {
    refused(consortium.given(partners()).when(file(FILED, 0)), "file-empty", Map.of());
    refused(
        consortium.given(partners()).when(file(FILED, 20L * 1024 * 1024 + 1)),
        "file-too-large",
        Map.of("limit", "20 MiB"));
    refused(
        consortium.given(partners()).when(file("lost", 9)),
        "file-missing",
        Map.of("name", "nda.pdf"));
    refused(
        consortium.given(partners()).andGiven(received(NDA), filed(FILED)).when(file(FILED, 9)),
        "file-already-attached",
        Map.of("name", "nda.pdf"));
    refused(
        consortium
            .given(partners())
            .andGiven(new DocumentWaived(C, "amiens", "Amiens", NDA, "entbehrlich"))
            .when(file(FILED, 9)),
        "document-waived",
        Map.of("partner", "Amiens", "document", NDA.code()));
  }

  private static AttachDocumentFile file(String sha256, long size) {
    return new AttachDocumentFile(
        C, "amiens", NDA, DAY, "nda.pdf", "application/pdf", size, sha256);
  }

  private static DocumentFileAttached filed(String sha256) {
    return new DocumentFileAttached(
        C, "amiens", "Amiens", NDA, "nda.pdf", "application/pdf", 9, sha256);
  }

  @Test
  void a_wrong_file_is_withdrawn_and_what_was_checked_in_it_is_so_no_more() {
    var withdrawn =
        new DocumentFileWithdrawn(C, "amiens", "Amiens", NDA, FILED, "falscher Partner", null);
    consortium
        .given(partners())
        .andGiven(received(NDA), filed(FILED), new DocumentChecked(C, "amiens", "Amiens", NDA))
        .when(new WithdrawDocumentFile(C, "amiens", NDA, FILED, " falscher Partner "))
        .expectEvents(withdrawn);
    consortium
        .given(partners())
        .andGiven(
            received(NDA), filed(FILED), new DocumentChecked(C, "amiens", "Amiens", NDA), withdrawn)
        .when(new CheckDocument(C, "amiens", NDA))
        .expectEvents(new DocumentChecked(C, "amiens", "Amiens", NDA));
    refused(
        consortium
            .given(partners())
            .andGiven(received(NDA), filed(FILED))
            .when(new WithdrawDocumentFile(C, "amiens", NDA, NEWER, "x")),
        "file-gone",
        Map.of());
  }

  @Test
  void what_was_received_is_checked() {
    consortium
        .given(partners())
        .andGiven(received(NDA))
        .when(new CheckDocument(C, "amiens", NDA))
        .expectEvents(new DocumentChecked(C, "amiens", "Amiens", NDA));
  }

  @Test
  void a_letter_of_intent_on_the_list_is_the_letter_of_the_partner() {
    consortium
        .given(partners())
        .when(new ReceiveDocument(C, "amiens", LETTER_OF_INTENT, DAY))
        .expectEvents(new LetterOfIntentReceived(C, "amiens", "Amiens", DAY));
  }

  @Test
  void what_is_there_is_not_received_again() {
    refused(
        consortium
            .given(partners())
            .andGiven(received(NDA))
            .when(new ReceiveDocument(C, "amiens", NDA, DAY)),
        "document-already-received",
        Map.of("partner", "Amiens", "document", "nda"));
  }

  @Test
  void what_is_there_is_not_waived() {
    refused(
        consortium
            .given(partners())
            .andGiven(received(NDA))
            .when(new WaiveDocument(C, "amiens", NDA, "unnötig")),
        "document-already-received",
        Map.of("partner", "Amiens", "document", "nda"));
  }

  @Test
  void what_is_not_there_is_not_checked() {
    refused(
        consortium.given(partners()).when(new CheckDocument(C, "amiens", NDA)),
        "document-not-received",
        Map.of("partner", "Amiens", "document", "nda"));
  }

  @Test
  void a_waiver_needs_a_reason() {
    refused(
        consortium.given(partners()).when(new WaiveDocument(C, "amiens", NDA, " ")),
        "reason-missing",
        Map.of());
  }

  @Test
  void what_is_waived_is_not_asked_for() {
    refused(
        consortium
            .given(partners())
            .andGiven(new DocumentWaived(C, "amiens", "Amiens", NDA, "unnötig"))
            .when(new AskForDocument(C, "amiens", NDA)),
        "document-waived",
        Map.of("partner", "Amiens", "document", "nda"));
  }

  @Test
  void who_only_was_invited_hands_nothing_in() {
    refused(
        consortium
            .given(proposed(), invited("Amiens"))
            .when(new ReceiveDocument(C, "amiens", NDA, DAY)),
        "document-of-no-partner",
        Map.of("partner", "Amiens"));
  }

  @Test
  void a_missing_mandate_blocks_the_constitution_and_is_named() {
    refused(
        consortium.given(resolved()).when(new ConstituteConsortium(C)),
        "documents-missing",
        Map.of("partner", "Amiens", "document", "mandate", "count", 1));
  }

  @Test
  void a_waived_mandate_blocks_nothing() {
    consortium
        .given(resolved())
        .andGiven(new DocumentWaived(C, "amiens", "Amiens", MANDATE, "handelt selbst"))
        .when(new ConstituteConsortium(C))
        .expectEvents(
            new DocumentsFoundComplete(C, "consortium-documents", 1, 2, "formation"),
            new ConsortiumConstituted(C, "Leuchtturm", 2));
  }

  @Test
  void what_a_form_ticks_is_received_of_everybody_who_owes_it() {
    consortium
        .given(partners())
        .when(new FileDocuments(C, true, List.of("consortium-agreement")))
        .expectEvents(
            new DocumentReceived(
                C, "stadt-dortmund", "Stadt Dortmund", DocumentKind.CONSORTIUM_AGREEMENT, null),
            new DocumentReceived(C, "amiens", "Amiens", MANDATE, null),
            new DocumentReceived(C, "amiens", "Amiens", DocumentKind.CONSORTIUM_AGREEMENT, null));
  }

  @Test
  void what_a_form_ticks_twice_is_received_once() {
    consortium
        .given(partners())
        .andGiven(received(MANDATE))
        .when(new FileDocuments(C, true, null))
        .expectNoEvents();
  }

  private static List<Object> partners() {
    return List.of(proposed(), invited("Amiens"), new PartnerAccepted(C, "amiens", "Amiens"));
  }

  private static List<Object> resolved() {
    return List.of(
        proposed(),
        invited("Amiens"),
        new PartnerAccepted(C, "amiens", "Amiens"),
        new LetterOfIntentReceived(C, "amiens", "Amiens", DAY),
        new EligibilityChecked(C, true, "…", "consortium-eligibility", "…", "…"),
        new ConsortiumResolved(C, "m-1", "adopted"));
  }

  private static DocumentReceived received(DocumentKind document) {
    return new DocumentReceived(C, "amiens", "Amiens", document, DAY);
  }

  private static PartnerInvited invited(String name) {
    return new PartnerInvited(
        C, PartnerId.of(name), name, "FR", MEMBER_STATE, BENEFICIARY, MUNICIPALITY);
  }

  static ConsortiumProposed proposed() {
    return new ConsortiumProposed(
        C,
        "Leuchtturm",
        Topic.ENERGY,
        Programme.HORIZON,
        null,
        null,
        0,
        "stadt-dortmund",
        "Stadt Dortmund",
        "DE",
        MEMBER_STATE,
        MUNICIPALITY,
        "…");
  }

  static void refused(ResultValidator<Consortium> result, String code, Map<String, Object> args) {
    result
        .expectNoEvents()
        .expectException(
            new CustomTypeSafeMatcher<Rejected>(code + " " + args) {
              @Override
              protected boolean matchesSafely(Rejected no) {
                return no.code().equals(code) && no.args().equals(args);
              }
            });
  }
}
