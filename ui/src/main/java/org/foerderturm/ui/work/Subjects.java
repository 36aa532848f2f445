package org.foerderturm.ui.work;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.foerderturm.audit.AuditQuery.FindCaseHistory;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.committee.CommitteeQuery.MotionDetails;
import org.foerderturm.committee.SecretBallots;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.process.ContextSection;
import org.foerderturm.process.Files;
import org.foerderturm.ui.alliance.MemberSections;
import org.foerderturm.ui.cases.Attachments;
import org.foerderturm.ui.cases.CaseFacts;
import org.foerderturm.ui.cases.Subject;
import org.foerderturm.ui.committee.CommitteeSections;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.consortium.ConsortiumSections;
import org.foerderturm.ui.council.PaperSections;
import org.foerderturm.ui.funding.ApplicationSections;
import org.foerderturm.ui.project.ProjectSections;
import org.springframework.stereotype.Service;

/** The sections of all pages that models may name, each from the page that it belongs to. */
@Service
class Subjects implements Subject {
  private static final int FILES = 200;
  private final Desk desk;
  private final Files files;
  private final SecretBallots ballots;

  Subjects(Desk desk, Files files, SecretBallots ballots) {
    this.desk = desk;
    this.files = files;
    this.ballots = ballots;
  }

  @Override
  public List<Component> section(Asked asked, Runnable after) {
    return withPage(asked, allowed(() -> parts(asked, after)));
  }

  @Override
  public List<Component> facts(Asked asked) {
    return withPage(asked, allowed(() -> brief(asked)));
  }

  private List<Component> parts(Asked asked, Runnable after) {
    var id = asked.id();
    return switch (asked.section()) {
      case CASE -> CaseFacts.entered(desk, asked.definitionId(), asked.variables());
      case CONSORTIUM -> ConsortiumSections.consortium(desk, id);
      case CONSORTIUM_PARTNERS -> ConsortiumSections.partners(desk, id, asked.subject());
      case CONSORTIUM_DOCUMENTS -> ConsortiumSections.documents(desk, files, id, after);
      case CONSORTIUM_CHANGE -> ConsortiumSections.change(desk, id, asked.caseKey());
      case MOTION -> motion(id, false);
      case MOTION_VOTES -> motion(id, true);
      case MEETING_AGENDA -> CommitteeSections.agenda(desk, ballots, files, id, after);
      case MEETING_MINUTES ->
          CommitteeSections.minutes(
              desk, ballots, files, id, command -> send(command, after), after);
      case PAPER -> PaperSections.paper(desk, id);
      case APPLICATION -> application(id);
      case APPLICATION_BUDGET -> ApplicationSections.budget(desk, id, asked.subject());
      case APPLICATION_DEADLINES -> ApplicationSections.deadlines(desk, id);
      case APPLICATION_NOTICE -> ApplicationSections.notice(desk, id);
      case APPLICATION_CHANGE -> ApplicationSections.change(desk, id, asked.caseKey());
      case PROJECT -> project(id);
      case PROJECT_STATE -> ProjectSections.state(desk, id, after);
      case PROJECT_REPORT -> ProjectSections.report(desk, id, asked.variable("reportId"));
      case PROJECT_CHANGE -> ProjectSections.change(desk, id, asked.variable("changeId"));
      case MEMBER -> MemberSections.member(desk, files, id);
      case MEMBER_OFFER -> MemberSections.offer(desk, files, id);
    };
  }

  private List<Component> brief(Asked asked) {
    var id = asked.id();
    return switch (asked.section()) {
      case CASE -> CaseFacts.entered(desk, asked.definitionId(), asked.variables());
      case CONSORTIUM, CONSORTIUM_PARTNERS, CONSORTIUM_DOCUMENTS, CONSORTIUM_CHANGE ->
          ConsortiumSections.facts(desk, id);
      case MOTION, MOTION_VOTES -> {
        var motion = CommitteeSections.motion(desk, id);
        yield motion == null ? List.of() : List.of(CommitteeSections.facts(desk, motion));
      }
      case MEETING_AGENDA, MEETING_MINUTES -> CommitteeSections.meetingFacts(desk, id);
      case PAPER -> PaperSections.facts(desk, id);
      case APPLICATION,
          APPLICATION_BUDGET,
          APPLICATION_DEADLINES,
          APPLICATION_NOTICE,
          APPLICATION_CHANGE ->
          ApplicationSections.facts(desk, id);
      case PROJECT, PROJECT_STATE, PROJECT_REPORT, PROJECT_CHANGE ->
          ProjectSections.facts(desk, id);
      case MEMBER, MEMBER_OFFER -> MemberSections.facts(desk, files, id);
    };
  }

  private static List<Component> withPage(Asked asked, List<Component> parts) {
    if (parts.isEmpty() || asked.section() == ContextSection.CASE) return parts;
    var all = new ArrayList<>(parts);
    all.addFirst(Ui.div("ft-subject-page", page(asked)));
    return all;
  }

  private static Anchor page(Asked asked) {
    var id = asked.id();
    return switch (asked.section()) {
      case CASE -> throw new IllegalArgumentException("a case has no page but its own");
      case CONSORTIUM, CONSORTIUM_PARTNERS, CONSORTIUM_DOCUMENTS, CONSORTIUM_CHANGE ->
          Ui.to("consortia/" + id, t("subject.consortium"));
      case MOTION, MOTION_VOTES -> Ui.to("motions/" + id, t("subject.motion"));
      case MEETING_AGENDA, MEETING_MINUTES -> Ui.to("meetings/" + id, t("subject.meeting"));
      case PAPER -> Ui.to("council/" + id, t("subject.paper"));
      case APPLICATION,
          APPLICATION_BUDGET,
          APPLICATION_DEADLINES,
          APPLICATION_NOTICE,
          APPLICATION_CHANGE ->
          Ui.to("funding/" + id, t("subject.application"));
      case PROJECT, PROJECT_STATE, PROJECT_REPORT, PROJECT_CHANGE ->
          Ui.to("projects/" + id, t("subject.project"));
      case MEMBER, MEMBER_OFFER -> Ui.to("alliance/" + id, t("subject.member"));
    };
  }

  /** What is applied for, with the consortium that applies. */
  private List<Component> application(String id) {
    var parts = new ArrayList<>(ApplicationSections.application(desk, id));
    var consortium = ApplicationSections.consortiumOf(desk, id);
    if (consortium != null) {
      var partners = allowed(() -> ConsortiumSections.partners(desk, consortium, null));
      if (!partners.isEmpty()) parts.add(partners.getFirst());
    }
    return parts;
  }

  /** A project that has no plan yet is planned by what was applied for. */
  private List<Component> project(String id) {
    var parts = new ArrayList<>(ProjectSections.project(desk, id));
    var application = ProjectSections.applicationOf(desk, id);
    if (application != null)
      parts.addAll(allowed(() -> ApplicationSections.financing(desk, application)));
    return parts;
  }

  // ---- a motion is shown with what it decides about

  private List<Component> motion(String id, boolean votes) {
    var motion = CommitteeSections.motion(desk, id);
    if (motion == null) return List.of();
    var parts = new ArrayList<>(CommitteeSections.proposal(desk, motion));
    if (votes) parts.addAll(CommitteeSections.votes(desk, motion));
    var asking = asking(motion);
    if (asking.isEmpty()) return parts;
    var details = asking.get();
    Asked.by(desk, details)
        .filter(about -> !isMotion(about))
        .ifPresent(
            about -> {
              var thing = withPage(about, allowed(() -> parts(about, () -> {})));
              if (votes && !thing.isEmpty())
                parts.add(Ui.fold(t("subject.decides-about"), thing.toArray(Component[]::new)));
              else parts.addAll(thing);
            });
    var papers = papers(details.row().caseId());
    papers.ifPresent(parts::add);
    return parts;
  }

  private static boolean isMotion(Asked about) {
    return about.section() == ContextSection.MOTION
        || about.section() == ContextSection.MOTION_VOTES;
  }

  /** The case that brought the motion in: of several about one thing the one that names it. */
  private Optional<CaseDetails> asking(MotionDetails motion) {
    var key = motion.row().caseKey();
    var cases =
        desk.ask(new FindCasesOf(key)).stream()
            .filter(row -> row.caseKey().equals(key))
            .map(row -> Optional.ofNullable(desk.ask(new FindCase(row.caseId(), null))))
            .flatMap(Optional::stream)
            .toList();
    return cases.stream()
        .filter(each -> motion.row().motionId().equals(each.variables().get("motionId")))
        .findFirst()
        .or(() -> cases.stream().findFirst());
  }

  private Optional<Component> papers(String caseId) {
    var history = desk.ask(new FindCaseHistory(caseId, null, FILES));
    if (history.stream().noneMatch(row -> row.type().equals("FileAttached")))
      return Optional.empty();
    var attachments = new Attachments(files);
    attachments.show(history);
    return Optional.of(Ui.section(t("task.files"), attachments));
  }

  // ----

  /** Nothing where the reader may not see the thing: the task itself can be done without. */
  private static List<Component> allowed(Supplier<List<Component>> parts) {
    try {
      return parts.get();
    } catch (Rejected notAllowed) {
      return List.of();
    }
  }

  private void send(Command command, Runnable after) {
    try {
      desk.send(command);
      after.run();
    } catch (Rejected no) {
      Ui.refuse(desk.refusal(no));
    }
  }
}
