package org.foerderturm;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.foerderturm.kernel.Candidates;
import org.foerderturm.kernel.Memberships;
import org.foerderturm.kernel.People;
import org.foerderturm.log.EventTypes;
import org.junit.jupiter.api.Test;

/**
 * Who is locked or gone is named by no command: of each text in a command this test knows whether
 * it is a person, and whoever handles one that is asks who may be named.
 */
class NamedPeopleTest {
  private static final Set<String> PEOPLE =
      Set.of(
          "chair",
          "clerk",
          "contactId",
          "councillor",
          "mayor",
          "member",
          "members",
          "owner",
          "responsible",
          "signatory",
          "userId");

  /** Commands that name a person for nothing new, each with the reason. */
  private static final Map<String, String> NOTHING_NEW =
      Map.ofEntries(
          Map.entry("AddContact", "enters the person"),
          Map.entry("CorrectContact", "about the person's own entry"),
          Map.entry("EndContact", "ends the person's own entry"),
          Map.entry("EndExpertTerm", "ends what was named"),
          Map.entry("RegisterUser", "enters the person"),
          Map.entry("RegisterFirstAdministrator", "enters the person"),
          Map.entry("GrantRole", "about the person's own entry"),
          Map.entry("RevokeRole", "about the person's own entry"),
          Map.entry("LockUser", "about the person's own entry"),
          Map.entry("UnlockUser", "about the person's own entry"),
          Map.entry("RecordPasswordChange", "about the person's own entry"),
          Map.entry("RecordOneTimePassword", "about the person's own entry"),
          Map.entry("RecordSignInRefusal", "about the person's own entry"),
          Map.entry("DismissMember", "ends what was named"),
          Map.entry("RuleOutMember", "ends what was named"),
          Map.entry("EndOffice", "ends what was named"),
          Map.entry("Reschedule", "the body's members, as it has them"),
          Map.entry("BeginMeeting", "the body's members, as it has them"),
          Map.entry("ArriveAtMeeting", "one of the body's members"),
          Map.entry("LeaveMeeting", "one of the body's members"),
          Map.entry("Recuse", "one of the body's members"),
          Map.entry("DiscloseLateBias", "one of the body's members"),
          Map.entry("DiscloseBias", "one of the body's members"),
          Map.entry("SettleBias", "one of the body's members"),
          Map.entry("SettleLateBias", "one of the body's members"),
          Map.entry("RequestSecretBallot", "one of the body's members"),
          Map.entry("RecordVote", "one of the body's members"),
          Map.entry("CorrectVote", "one of the body's members"),
          Map.entry("CastVote", "one of the body's members"),
          Map.entry("AssessContributions", "organisations"),
          Map.entry("PreviewContributionRun", "organisations"),
          Map.entry("ImportMembers", "organisations"));

  /** Texts that are no person. */
  private static final Set<String> OTHERS =
      new HashSet<>(
          Arrays.asList(
              """
              action advice aidCategory aidId aim amendedText amendment applicationId approach area
              asked askedBy assessment basis benefit biasReason body bodyId call caseId caseKey cells change
              changeId closedReason commissionId committeeId committeeNumber committeeReason
              comparison consent consortiumId contributionId coordinator coordinatorCountry country cover elected expertCitizens
              decisionId decisions department disclosedBy displayName document documents enterpriseId
              exceptionReason file fileId fileName fileReference finding function funder grantor grounds
              group handedIn hash heldId holderId how id idea importId incidentId incompatibleWith inquiry
              invoiceNumber itemId lessons lineId mail mainRisks majority measure measures mediaType
              meetingId memberId milestoneId motionId name noAidReason nonce note noticeReference number
              occasion originator outlook overrideReason packageId paperId pastReason partner partnerId person phone
              place outsideSource
              processKey progress projectId proofReference proposal publicSha256 quorum reason
              reasons reference registerId replaces reportId resources result retentionSource riskId
              row rowId rule runId seen sha256 sheetId size source staffEffects stage statement struck subject subjectId successor
              successorCountry summary table taskId teamId text title urgentReason values what
              workPlan
              """
                  .strip()
                  .split("\\s+")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.foerderturm");

  @Test
  void of_every_text_in_a_command_it_is_known_whether_it_is_a_person() {
    var unknown = new TreeSet<String>();
    for (var command : commands().entrySet())
      for (var text : texts(command.getValue()))
        if (!PEOPLE.contains(text) && !OTHERS.contains(text))
          unknown.add(command.getKey() + "." + text);
    assertThat(unknown).as("is it a person? name it in PEOPLE or in OTHERS").isEmpty();
  }

  @Test
  void whoever_handles_a_person_asks_who_may_be_named() {
    var asks = asking();
    var forgotten = new TreeSet<String>();
    int people = 0;
    for (var command : commands().entrySet()) {
      var named = new TreeSet<>(texts(command.getValue()));
      named.retainAll(PEOPLE);
      if (named.isEmpty() || NOTHING_NEW.containsKey(command.getKey())) continue;
      people++;
      if (!asks.getOrDefault(command.getKey(), false)) forgotten.add(command.getKey() + named);
    }
    assertThat(people).isGreaterThan(7);
    assertThat(forgotten).as("take Candidates, People or Memberships").isEmpty();
  }

  /** Those of the product, by name; tests have some of their own. */
  private static Map<String, Class<?>> commands() {
    var commands = new TreeMap<String, Class<?>>();
    new EventTypes()
        .commands()
        .forEach(
            (name, type) -> {
              if (CLASSES.contain(type)) commands.put(name, type);
            });
    return commands;
  }

  /** Whether the handler of a command asks the registers of people, by the command's name. */
  private static Map<String, Boolean> asking() {
    var registers =
        Set.of(Candidates.class.getName(), People.class.getName(), Memberships.class.getName());
    var asks = new TreeMap<String, Boolean>();
    for (var type : CLASSES)
      for (var unit : type.getCodeUnits())
        if (unit.isAnnotatedWith(CommandHandler.class))
          asks.put(
              unit.getRawParameterTypes().getFirst().getSimpleName(),
              unit.getRawParameterTypes().stream()
                  .anyMatch(parameter -> registers.contains(parameter.getName())));
    return asks;
  }

  private static Set<String> texts(Class<?> record) {
    var names = new TreeSet<String>();
    collect(record, names, new HashSet<>());
    return names;
  }

  private static void collect(Class<?> record, Set<String> names, Set<Class<?>> seen) {
    if (!seen.add(record)) return;
    for (var component : record.getRecordComponents())
      collect(component.getGenericType(), component.getName(), names, seen);
  }

  private static void collect(Type type, String name, Set<String> names, Set<Class<?>> seen) {
    if (type == String.class) names.add(name);
    else if (type instanceof Class<?> part && part.isRecord()) collect(part, names, seen);
    else if (type instanceof ParameterizedType generic)
      for (var argument : generic.getActualTypeArguments()) collect(argument, name, names, seen);
  }
}
