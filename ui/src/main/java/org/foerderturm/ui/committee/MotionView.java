package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.foerderturm.audit.AuditQuery.FindStreamHistory;
import org.foerderturm.cases.CaseQuery.Box;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.cases.CaseQuery.FindTasks;
import org.foerderturm.committee.CommitteeQuery.FindMotion;
import org.foerderturm.committee.CommitteeQuery.MotionDetails;
import org.foerderturm.committee.CommitteeQuery.Quorum;
import org.foerderturm.committee.CommitteeQuery.VoteRow;
import org.foerderturm.ui.cases.Timeline;
import org.foerderturm.ui.chain.ChainPath;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.foerderturm.ui.project.ProjectSections;

/** One motion: the proposal, the votes, the quorum as it grows, what led here. */
@Route("motions/:motionId")
@PermitAll
public class MotionView extends View implements BeforeEnterObserver {
  private final Div summary = Ui.div("ft-case-summary");
  private final ChainPath chain;
  private final Div main = Ui.div("ft-case-main");
  private final Section side = new Section();
  private String id = "";

  MotionView(Desk desk) {
    super(desk, t("nav.bodies"));
    chain = new ChainPath(desk);
    addClassName("ft-case");
    side.addClassName("ft-case-side");
    side.getElement().setAttribute("aria-label", t("motion.about"));
    add(summary, chain, Ui.div("ft-case-columns", main, side));
    desk.onChange(this, streams -> streams.contains(id), this::draw);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get("motionId").orElse("");
    draw();
  }

  private void draw() {
    var motion = desk.ask(new FindMotion(id));
    if (motion == null) throw new NotFoundException();
    var row = motion.row();
    setHeading(row.title());
    summary.removeAll();
    summary.add(BodiesView.result(row.result()), new Span(row.bodyName()));
    summary.add(
        Ui.time(
            row.submittedAt(),
            t(
                "motion.submitted-by",
                "name",
                Desk.name(desk.names(), row.submittedBy()),
                "at",
                Formats.dateTime(row.submittedAt()))));
    var until = motion.voteUntil();
    if (until != null && row.result() == null && !motion.circularFailed())
      summary.add(
          Ui.time(
              until,
              motion.voteOver()
                  ? t("motion.vote-over", "when", Formats.date(until))
                  : t("motion.vote-until", "when", Formats.until(until))));
    if (until != null && row.result() == null && !motion.circularFailed() && !motion.voteOver())
      summary.add(Ui.span("ft-quiet", t("motion.vote-count")));
    chain.show(id);
    main.removeAll();
    main.add(proposal(motion));
    ProjectSections.ofMotion(desk, row.caseKey(), id).forEach(main::add);
    main.add(votes(desk, motion));
    if (!decidedInMeeting(motion)) main.add(new MotionBias(desk, motion, this::draw));
    var history = new Timeline(desk, true, false);
    history.show(desk.ask(new FindStreamHistory(id, 200)).reversed());
    main.add(Ui.section(t("case.history"), history));
    side.removeAll();
    side.add(mine(), quorum(motion), links(motion));
  }

  /** The way to one's own vote, if it is outstanding. */
  private Div mine() {
    var mine = new Div();
    desk.ask(new FindTasks(Box.ALL, null, 0, 200)).rows().stream()
        .filter(task -> task.caseKey().equals(id))
        .findFirst()
        .ifPresent(
            task -> {
              var way = Ui.to("work/" + task.taskId(), t("motion.to-task"));
              way.addClassName("ft-strong");
              mine.add(Ui.section(Words.name(task.name()), way));
            });
    return mine;
  }

  /** What comes to light after a meeting decided is recorded there. */
  private static boolean decidedInMeeting(MotionDetails motion) {
    return motion.row().result() != null
        && motion.tabledIn() != null
        && motion.votes().stream().noneMatch(vote -> vote.vote() != null);
  }

  static Section votes(Desk desk, MotionDetails motion) {
    boolean asked = motion.voteUntil() != null && motion.row().result() == null;
    if (!asked && motion.votes().stream().noneMatch(each -> each.at() != null))
      return Ui.section(
          t("motion.votes-heading"), Ui.span("ft-quiet", t("motion.votes-in-meeting")));
    var table = Ui.table("", t("motion.member"), t("motion.vote"), t("motion.when"));
    table.removeCaption();
    table.removeBody();
    var body = new NativeTableBody();
    var names = desk.names();
    for (var vote : motion.votes()) {
      var line = new NativeTableRow();
      line.add(new NativeTableCell(Desk.name(names, vote.member())));
      line.add(new NativeTableCell(chip(vote)));
      line.add(new NativeTableCell(vote.at() == null ? "–" : Formats.dateTime(vote.at())));
      body.add(line);
    }
    table.add(body);
    return Ui.section(t("motion.votes-heading"), Ui.scroll(table));
  }

  private static Div chip(VoteRow vote) {
    if (vote.biased()) {
      var biased = new Div(Ui.chip(Ui.Tone.PLAIN, t("vote.biased")));
      if (vote.biasReason() != null) biased.add(Ui.span("ft-quiet", vote.biasReason()));
      return biased;
    }
    if (vote.vote() == null) return new Div(Ui.chip(Ui.Tone.ATTENTION, t("vote.outstanding")));
    var tone =
        switch (vote.vote()) {
          case YES -> Ui.Tone.GOOD;
          case NO -> Ui.Tone.BAD;
          case ABSTAIN -> Ui.Tone.PLAIN;
        };
    return new Div(Ui.chip(tone, Words.code("vote", vote.vote().name())));
  }

  static Section proposal(MotionDetails motion) {
    var proposal = new Div(motion.proposal());
    proposal.addClassName("ft-proposal");
    var section = Ui.section(t("motion.proposal"), proposal);
    if (motion.amendedText() == null) return section;
    var amended = new Div(motion.amendedText());
    amended.addClassName("ft-proposal");
    section.add(Ui.span("ft-strong", t("motion.amended")), amended);
    if (motion.amendedCents() != null)
      section.add(
          new Span(t("agenda.amended-sum", "amount", Formats.euros(motion.amendedCents()))));
    return section;
  }

  static Section quorum(MotionDetails motion) {
    var row = motion.row();
    var quorum = motion.quorum();
    var tally =
        Ui.div(
            "ft-tally",
            figure("vote.YES", row.yes()),
            figure("vote.NO", row.no()),
            figure("vote.ABSTAIN", row.abstentions()));
    var state =
        quorum.reached()
            ? Ui.chip(Ui.Tone.GOOD, t("quorum.reached"))
            : quorum.reachable()
                ? Ui.chip(Ui.Tone.ATTENTION, t("quorum.missing", "count", missing(quorum)))
                : Ui.chip(Ui.Tone.BAD, t("quorum.impossible"));
    var words =
        t(
            "quorum.words",
            "present",
            Formats.number(quorum.present()),
            "members",
            Formats.number(quorum.statutoryMembers()),
            "needed",
            Formats.number(quorum.needed()));
    var fill = new Div();
    fill.setWidth(
        Math.min(100, 100 * quorum.present() / Math.max(1, quorum.statutoryMembers())) + "%");
    var bar = Ui.div("ft-bar", fill);
    bar.getElement().setAttribute("role", "img");
    bar.getElement().setAttribute("aria-label", words);
    var box = Ui.div("ft-quorum", tally, bar, Ui.span("ft-quiet", words), state);
    box.add(Ui.span("ft-quiet", t("quorum.basis", "source", motion.basis())));
    return Ui.section(t("quorum.title"), box);
  }

  private static String missing(Quorum quorum) {
    return Formats.number(quorum.needed() - quorum.present());
  }

  private static Div figure(String key, int number) {
    return new Div(
        Ui.span("ft-figure-number", Formats.number(number)), Ui.span("ft-quiet", t(key)));
  }

  private Section links(MotionDetails motion) {
    String caseKey = motion.row().caseKey();
    var links = new UnorderedList();
    links.addClassName("ft-plain-list");
    if (motion.tabledIn() != null)
      links.add(new ListItem(Ui.to("meetings/" + motion.tabledIn(), t("motion.to-meeting"))));
    if (motion.circularFailed())
      links.add(new ListItem(Ui.span("ft-quiet", t("motion.circular-failed"))));
    desk.ask(new FindCasesOf(caseKey))
        .forEach(
            row ->
                links.add(
                    new ListItem(
                        Ui.link(
                            "cases/" + row.caseId(),
                            row.title() == null ? desk.workflow(row.model()) : row.title()))));
    return Ui.section(t("motion.case"), links);
  }
}
