package org.foerderturm.ui.council;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import org.foerderturm.council.CouncilQuery.FindCouncilPaper;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Ui;

/** Parts of a council paper's page, for the tasks that ask about it; empty where there is none. */
public final class PaperSections {
  private PaperSections() {}

  public static List<Component> facts(Desk desk, String id) {
    var found = desk.ask(new FindCouncilPaper(id));
    return found == null ? List.of() : List.of(CouncilPaperView.about(found));
  }

  /** The paper, then what was said about it. */
  public static List<Component> paper(Desk desk, String id) {
    var found = desk.ask(new FindCouncilPaper(id));
    if (found == null) return List.of();
    var parts = new ArrayList<Component>();
    parts.add(CouncilPaperView.resolution(found));
    var reasons = Ui.div("ft-text");
    CouncilPaperView.text(reasons, t("council.reasons"), found.reasons());
    parts.add(reasons);
    if (found.proposal() != null) parts.add(CouncilPaperView.money(found));
    if (!found.checks().isEmpty()) parts.add(CouncilPaperView.checks(desk, found.checks()));
    if (!found.cosigners().isEmpty())
      parts.add(CouncilPaperView.cosigners(desk, found.cosigners()));
    if (!found.consultations().isEmpty())
      parts.add(CouncilPaperView.consultations(found.consultations()));
    return parts;
  }
}
