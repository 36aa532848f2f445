package org.foerderturm.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Revision;
import org.foerderturm.log.EventTypes;
import org.junit.jupiter.api.Test;

/** Nobody's change is undone by one who knew nothing of it, over all commands. */
class RevisionsTest {
  private static final Path SOURCES = Path.of("src/main/java/org/foerderturm/ui");

  /** What a dialog begins with that it takes from a record. */
  private static final Pattern FILLED =
      Pattern.compile(
          "setValue\\(\\s*(row|found|now|old|how|user|item|member|body|former)\\b"
              + "|(?<!Formats\\.)(count|euros|number|percent|year|day|pastDay|moment|scale|filled|line)\\([^;]*\\b(row|found|now|old|how)\\.\\w+\\(\\)");

  @Test
  void no_screen_sends_a_record_without_what_was_seen() throws IOException {
    var names = new TreeSet<String>();
    for (var type : revisions()) names.add(type.getSimpleName());
    assertThat(names).hasSizeGreaterThan(12);
    var sent = Pattern.compile("send\\(\\s*new (" + String.join("|", names) + ")\\(");
    for (var file : sources())
      assertThat(Files.readString(file)).as(file + "").doesNotContainPattern(sent);
  }

  @Test
  void a_dialog_that_a_record_fills_revises_it() throws IOException {
    var wrong = new TreeSet<String>();
    for (var file : sources())
      for (var method : Files.readString(file).split("\n  }\n")) {
        if (!method.contains("Dialogs.open(") && !method.contains("    ask(")) continue;
        // a proposal taken from a record; the assertion in the dialog looks at each field
        if (method.contains("suggested(")) continue;
        var filled = FILLED.matcher(method);
        if (filled.find()) wrong.add(file.getFileName() + ": " + filled.group());
      }
    assertThat(wrong).isEmpty();
  }

  /**
   * Commands with values that a screen sends though nothing says what its person saw, and why no
   * change of anybody can be undone by them.
   */
  private static final Map<String, Set<String>> WITHOUT_BASIS =
      Map.of(
          "makes a new thing, under an id that nobody else has",
          Set.of(
              "AddContact",
              "EnterEnterprise",
              "FoundBody",
              "OrderCommission",
              "PlanMeeting",
              "ProposeRuleChange",
              "RecordDeMinimisAid",
              "RegisterMember",
              "RegisterUser",
              "StartCase",
              "TakeUrgentDecision"),
          "adds to what is there, takes nothing away",
          Set.of(
              "AddComment",
              "AddCouncilNote",
              "AppointExpert",
              "AppointMember",
              "AssignOffice",
              "EndOffice",
              "NameMainCommittee",
              "AttachDocumentFile",
              "AttachFile",
              "AttachToItem",
              "CallForReport",
              "DrawDownFunds",
              "GrantRole",
              "ImportMembers",
              "NoteDiscussion",
              "NoteRisk",
              "PlaceOnAgenda",
              "RecordAdditionalRequest",
              "RecordContributionPayment",
              "RefundContribution",
              "RefundFunds",
              "RequestPayment",
              "RemindContribution",
              "RequestChange",
              "RequestSecretBallot"),
          "is done once: who comes second is refused and reads that it is done",
          Set.of(
              "AbandonProject",
              "AmendItem",
              "AnswerAdditionalRequest",
              "AnswerPaymentRequest",
              "WithdrawAdditionalRequest",
              "WithdrawPaymentRequest",
              "ArriveAtMeeting",
              "AskForDocument",
              "CancelInvoice",
              "CheckDocument",
              "ClaimDefaultInterest",
              "ClaimRepaymentInterest",
              "CloseBudgetYear",
              "CompleteProject",
              "CountElection",
              "CountHands",
              "DecideEarlyStart",
              "DiscloseBias",
              "DiscloseLateBias",
              "DrawLot",
              "ObjectToPaper",
              "ObjectToResolution",
              "SettlePaperObjection",
              "RecordSupervision",
              "SettleBias",
              "SettleLateBias",
              "DeclareContributionDefault",
              "EndContact",
              "HandOverCoordination",
              "InvoiceCommission",
              "InvoiceContribution",
              "LeaveAlliance",
              "LeaveMeeting",
              "LiftPaymentStop",
              "LinkEnterprises",
              "PerformCommission",
              "PostponeConsultation",
              "ReachMilestone",
              "ReceiveDocument",
              "RecordVote",
              "RecordProofResult",
              "RecordStartOfWork",
              "Recuse",
              "ReopenBudgetYear",
              "ReportYear",
              "RequestEarlyStart",
              "RevokeRole",
              "StopPayments",
              "SubmitInterimProof",
              "WaiveDocument",
              "WithdrawDefaultInterest",
              "WithdrawDocumentFile"),
          "holds nothing that anybody typed: made anew from the log each time",
          Set.of(
              "AssessContributions",
              "DraftMinutes",
              "PreviewContributionRun",
              "RebuildProjection",
              "SignMinutes"),
          "carries what its form began with",
          Set.of("CompleteTask"));

  @Test
  void every_command_that_edits_a_thing_says_what_its_person_saw() throws IOException {
    var screens = new StringBuilder();
    for (var file : sources()) screens.append(Files.readString(file));
    var without = new TreeSet<String>();
    for (var type : new EventTypes().commands().values())
      if (!Revision.class.isAssignableFrom(type)
          && !type.getName().contains("Test$")
          && screens.indexOf("new " + type.getSimpleName() + "(") >= 0
          && holdsValues(type)) without.add(type.getSimpleName());
    var reasoned = new TreeSet<String>();
    WITHOUT_BASIS.values().forEach(reasoned::addAll);
    assertThat(without)
        .as("make it a Revision, or say here why it undoes nothing")
        .isEqualTo(reasoned);
  }

  /** Beside the ids of what it is about, and the reason for it. */
  private static boolean holdsValues(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .anyMatch(
            part ->
                !part.getName().endsWith("Id")
                    && !part.getName().toLowerCase(Locale.ROOT).endsWith("reason"));
  }

  @Test
  void both_languages_name_every_field_that_two_may_change() {
    var without = new TreeSet<String>();
    for (var type : revisions()) named(type, without);
    assertThat(without).isEmpty();
  }

  private static void named(Class<?> type, TreeSet<String> without) {
    for (RecordComponent part : type.getRecordComponents()) {
      if (part.getName().endsWith("Id") || part.getName().equals(Merge.SEEN)) continue;
      if (Merge.Composite.class.isAssignableFrom(part.getType())) named(part.getType(), without);
      else
        for (var language : List.of(Locale.GERMAN, Locale.ENGLISH))
          // what is asked anew each time can't have changed meanwhile
          if (!List.of("reason", "asOf", "reportedOn", "validFrom", "year").contains(part.getName())
              && Messages.find("variable." + part.getName(), language) == null)
            without.add(language + " variable." + part.getName() + " of " + type.getSimpleName());
    }
  }

  @Test
  void every_revision_holds_what_was_seen_as_its_last_part() {
    for (var type : revisions()) {
      var parts = type.getRecordComponents();
      assertThat(Arrays.asList(parts).getLast().getName()).as(type + "").isEqualTo(Merge.SEEN);
    }
  }

  private static List<Class<?>> revisions() {
    return new EventTypes()
        .commands().values().stream()
            .filter(Revision.class::isAssignableFrom)
            .filter(type -> !type.getName().contains("Test$"))
            .<Class<?>>map(type -> type)
            .toList();
  }

  private static List<Path> sources() throws IOException {
    try (var files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
