package org.foerderturm.ui.consortium;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import org.foerderturm.consortium.ConsortiumQuery.FindConsortium;
import org.foerderturm.consortium.RunningQuery.ChangeRow;
import org.foerderturm.consortium.RunningQuery.FindConsortiumChanges;
import org.foerderturm.process.Files;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** Parts of a consortium's page, for the tasks that ask about them; empty where there is none. */
public final class ConsortiumSections {
  private ConsortiumSections() {}

  public static List<Component> facts(Desk desk, String id) {
    var found = desk.ask(new FindConsortium(id));
    return found == null ? List.of() : List.of(ConsortiumView.facts(found));
  }

  /** Money and eligibility, what it is for, what experts say, who takes part. */
  public static List<Component> consortium(Desk desk, String id) {
    var found = desk.ask(new FindConsortium(id));
    return found == null
        ? List.of()
        : List.of(
            ConsortiumView.facts(found),
            ConsortiumView.texts(found),
            ConsortiumView.partners(found.partners(), null, null));
  }

  /**
   * @param about name of the partner that is asked about, if it is one
   */
  public static List<Component> partners(Desk desk, String id, @Nullable String about) {
    var found = desk.ask(new FindConsortium(id));
    return found == null
        ? List.of()
        : List.of(
            ConsortiumView.partners(found.partners(), null, about),
            Ui.fold(t("consortium.about"), ConsortiumView.facts(found)));
  }

  public static List<Component> documents(Desk desk, Files files, String id, Runnable after) {
    var found = desk.ask(new FindConsortium(id));
    return found == null
        ? List.of()
        : List.of(
            new RunningSections(desk, files, found, after).checklist(),
            Ui.fold(
                t("consortium.partners"), ConsortiumView.partners(found.partners(), null, null)));
  }

  /** One change, and the partners whom it concerns. */
  public static List<Component> change(Desk desk, String id, String changeId) {
    var found = desk.ask(new FindConsortium(id));
    if (found == null) return List.of();
    var parts = new ArrayList<Component>();
    String leaves = null;
    for (var change : desk.ask(new FindConsortiumChanges(id)))
      if (change.changeId().equals(changeId)) {
        parts.add(Ui.section(t("change.asked"), facts(change)));
        leaves = change.partner();
      }
    parts.add(ConsortiumView.partners(found.partners(), null, leaves));
    parts.add(Ui.fold(t("consortium.about"), ConsortiumView.facts(found)));
    return parts;
  }

  private static Component facts(ChangeRow change) {
    var facts = Ui.facts();
    Ui.fact(facts, t("change.what"), RunningSections.words(change));
    if (change.amendment() != null) Ui.fact(facts, t("change.amended"), change.amendment());
    Ui.fact(facts, t("change.reason"), change.reason());
    Ui.fact(facts, t("change.state"), Words.code("change-state", change.state()));
    if (change.eligible() != null)
      Ui.fact(
          facts,
          t("consortium.eligible"),
          change.eligible()
              ? Ui.chip(Ui.Tone.GOOD, t("value.yes"))
              : Ui.chip(Ui.Tone.BAD, t("value.no")));
    if (change.finding() != null) Ui.fact(facts, t("consortium.finding"), change.finding());
    if (change.effectiveOn() != null)
      Ui.fact(facts, t("change.effective"), Formats.date(change.effectiveOn()));
    if (change.motionId() != null)
      Ui.fact(
          facts,
          t("consortium.motion"),
          Ui.to("motions/" + change.motionId(), t("consortium.to-motion")));
    return facts;
  }
}
