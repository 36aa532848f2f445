package org.foerderturm.ui.cases;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Span;
import org.foerderturm.cases.CaseQuery.CaseRow;
import org.foerderturm.ui.common.Ui;

/** How a case stands, as a chip. */
public final class CaseChips {
  private CaseChips() {}

  public static Span state(CaseRow row) {
    if (row.incidents() > 0) return Ui.chip(Ui.Tone.BAD, t("case.incident"));
    if (row.ended() == null) return Ui.chip(Ui.Tone.RUNNING, t("case.running"));
    return row.ended().equals("completed")
        ? Ui.chip(Ui.Tone.GOOD, t("case.completed"))
        : Ui.chip(Ui.Tone.PLAIN, t("case.cancelled"));
  }
}
