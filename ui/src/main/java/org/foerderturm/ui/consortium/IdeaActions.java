package org.foerderturm.ui.consortium;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Set;
import org.foerderturm.cases.CaseQuery.CaseRow;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.consortium.ConsortiumQuery.ConsortiumRow;
import org.foerderturm.consortium.IdeaCommand.SelectIdea;
import org.foerderturm.consortium.IdeaCommand.SetIdeaAside;
import org.foerderturm.consortium.IdeaCommand.TakeUpIdea;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;

/** What is done with an idea that nobody works on, on its page and in the list. */
final class IdeaActions {
  static final String SET_ASIDE = "set-aside";

  /** Nothing of the formation changes any more. */
  private static final Set<String> ENDED = Set.of("constituted", "dissolved");

  private final Desk desk;
  private final Runnable after;

  IdeaActions(Desk desk, Runnable after) {
    this.desk = desk;
    this.after = after;
  }

  /** Who may select ideas and set them aside. */
  static boolean allowed(Desk desk) {
    return desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD);
  }

  /** Whether it waits for somebody to select it. */
  static boolean waits(ConsortiumRow row, List<CaseRow> cases) {
    return !ENDED.contains(row.stage())
        && !row.stage().equals(SET_ASIDE)
        && cases.stream().allMatch(each -> each.ended() != null);
  }

  void select(ConsortiumRow row) {
    Dialogs.open(
        desk,
        row.title(),
        t("idea.select"),
        () -> desk.send(new SelectIdea(row.consortiumId())),
        () -> {
          after.run();
          Ui.say(t("idea.selected", "title", row.title()), ways(row));
        },
        new Paragraph(t("idea.select-help")));
  }

  private Component[] ways(ConsortiumRow row) {
    return desk.ask(new FindCasesOf(row.consortiumId())).stream()
        .filter(each -> each.ended() == null)
        .map(each -> Ui.to("cases/" + each.caseId(), t("idea.to-case")))
        .toArray(Component[]::new);
  }

  void setAside(ConsortiumRow row) {
    var reason = Inputs.required(Inputs.text(t("idea.aside-reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("idea.aside-title"),
        t("idea.aside"),
        () -> desk.send(new SetIdeaAside(row.consortiumId(), reason.getValue())),
        () -> {
          after.run();
          Ui.say(t("idea.aside-done", "title", row.title()));
        },
        new Paragraph(row.title()),
        new Paragraph(t("idea.aside-help")),
        reason);
  }

  /** Takes nothing from anybody, so it asks nothing. */
  void takeUp(ConsortiumRow row) {
    try {
      desk.send(new TakeUpIdea(row.consortiumId()));
      after.run();
      Ui.say(t("idea.taken-up", "title", row.title()));
    } catch (Rejected no) {
      Ui.refuse(desk.refusal(no));
    }
  }

  /**
   * The acts for a row of the list.
   *
   * @param runs whether somebody works on it already
   */
  Component acts(ConsortiumRow row, boolean runs) {
    var acts = Ui.div("ft-acts");
    if (row.stage().equals(SET_ASIDE)) acts.add(act("idea.take-up", row, () -> takeUp(row)));
    else if (row.stage().equals("idea") && !runs) {
      acts.add(act("idea.select-short", row, () -> select(row)));
      acts.add(act("idea.aside", row, () -> setAside(row)));
    }
    return acts;
  }

  /** Who hears the list hears which idea it is about. */
  private static Component act(String key, ConsortiumRow row, Runnable action) {
    var button = Ui.quiet(t(key), action);
    button.setAriaLabel(t(key) + ": " + row.title());
    return button;
  }
}
