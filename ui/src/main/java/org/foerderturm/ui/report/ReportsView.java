package org.foerderturm.ui.report;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.foerderturm.report.Figure;
import org.foerderturm.report.ReportQuery.CountDeadlines;
import org.foerderturm.report.ReportQuery.DeadlineCount;
import org.foerderturm.report.ReportQuery.FindFigures;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;

/** Which reports there are, each with its first figure. */
@Route("reports")
@RolesAllowed({"PROJECT_MANAGER", "OFFICE_LEAD", "COMMITTEE_MEMBER", "AUDITOR"})
public class ReportsView extends View implements BeforeEnterObserver {
  private final Div cards = Ui.div("ft-cards");

  ReportsView(Desk desk) {
    super(desk, t("nav.reports"));
    var about = new Paragraph(t("report.about"));
    about.addClassName("ft-quiet");
    add(about, cards);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    cards.removeAll();
    for (var code : List.of("pipeline", "deadlines", "contributions", "decisions", "ideas")) {
      var heading = new H2(Ui.link("reports/" + code, t("report.title." + code)));
      var card =
          Ui.div(
              "ft-card",
              heading,
              Ui.span("ft-kpi-value", first(code)),
              Ui.span("ft-quiet", t("report.first." + code)),
              new Paragraph(t("report.says." + code)));
      cards.add(card);
    }
  }

  private String first(String code) {
    var today = Place.today();
    if (code.equals(ReportView.DEADLINES))
      return Formats.number(
          desk.ask(new CountDeadlines(today, Deadlines.DAYS)).stream()
              .mapToLong(DeadlineCount::number)
              .sum());
    var report = ReportView.report(code);
    var figures = desk.ask(new FindFigures(new Place(today, null, null).scope(report)));
    return switch (report) {
      case PIPELINE -> Formats.euros(figures.cents(Figure.WON, null, null));
      case CONTRIBUTIONS -> Formats.euros(figures.cents(Figure.ARREARS, null, null));
      case DECISIONS -> Formats.number(figures.number(Figure.RESOLVED, null, null));
      case IDEAS -> Formats.number(figures.number(Figure.NOT_STARTED, null, null));
    };
  }
}
