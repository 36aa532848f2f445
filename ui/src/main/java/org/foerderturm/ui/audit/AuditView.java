package org.foerderturm.ui.audit;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foerderturm.audit.AuditQuery.FindEventTypes;
import org.foerderturm.audit.AuditQuery.HistoryRow;
import org.foerderturm.audit.AuditQuery.SearchEvents;
import org.foerderturm.kernel.NameOrder;
import org.foerderturm.ui.cases.Timeline;
import org.foerderturm.ui.common.DayField;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.FormWords;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Pickers;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** Search over everything that ever happened; each search has a URL. */
@Route("audit")
@RolesAllowed({"AUDITOR", "COMMITTEE_MEMBER", "OFFICE_LEAD", "ADMINISTRATOR"})
public class AuditView extends View implements BeforeEnterObserver {
  private static final int PAGE = 50;
  private final TextField text = Lists.search(new TextField(t("audit.text")), typed -> go(true));
  private final ComboBox<String> type = new ComboBox<>(t("audit.type"));
  private final ComboBox<String> actor = new ComboBox<>(t("audit.actor"));
  private final DayField from = Inputs.pastDay(t("audit.from"), null);
  private final DayField to = Inputs.day(t("audit.to"), null);
  private final Paragraph count = Lists.count();
  private final Timeline timeline;
  private final Div more = new Div();
  private final transient SentenceSearch sentences;
  private final transient List<HistoryRow> shown = new ArrayList<>();

  AuditView(Desk desk) {
    super(desk, t("nav.audit"));
    timeline = new Timeline(desk, false, true);
    var names = desk.names();
    var types = desk.ask(new FindEventTypes());
    sentences = new SentenceSearch(types, names, FormWords.outcomes(desk), Words.locale());
    ItemLabelGenerator<String> event = name -> Words.code("eventname", name);
    Pickers.fill(type, types.stream().sorted(NameOrder.by(event)).toList(), event);
    type.setClearButtonVisible(true);
    var people = new ArrayList<>(names.keySet());
    people.add("system");
    Pickers.fill(actor, people, id -> Desk.name(names, id));
    actor.setClearButtonVisible(true);
    for (var day : List.of(from, to)) {
      day.setClearButtonVisible(true);
      day.onChosen(chosen -> go(true));
    }
    type.addValueChangeListener(change -> go(change.isFromClient()));
    actor.addValueChangeListener(change -> go(change.isFromClient()));
    var filters = Ui.div("ft-filters", text, type, actor, from, to);
    filters.getElement().setAttribute("role", "search");
    filters.getElement().setAttribute("aria-label", t("nav.audit"));
    add(filters, count, Ui.unseen(t("case.history")), timeline, more);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var query = event.getLocation().getQueryParameters();
    text.setValue(query.getSingleParameter("q").orElse(""));
    type.setValue(query.getSingleParameter("type").orElse(null));
    actor.setValue(query.getSingleParameter("by").orElse(null));
    from.showText(query.getSingleParameter("from").orElse(""));
    to.showText(query.getSingleParameter("to").orElse(""));
    shown.clear();
    load();
  }

  private void load() {
    var wrong = from.fault() == null ? to.fault() : from.fault();
    more.removeAll();
    if (wrong != null) {
      // not everything, as if no day had been asked for
      timeline.show(List.of(), wrong);
      count.setText("");
      return;
    }
    var searched = text.getValue().strip();
    @Nullable LocalDate last = to.value();
    var page =
        desk.ask(
            new SearchEvents(
                sentences.terms(searched),
                type.getValue(),
                actor.getValue(),
                start(from.value()),
                last == null ? null : start(last.plusDays(1)),
                shown.isEmpty() ? null : shown.getLast().position(),
                shown.isEmpty() ? null : shown.getFirst().position(),
                PAGE));
    shown.addAll(page.rows());
    timeline.show(
        shown,
        searched.isEmpty() ? t("report.nothing") : t("audit.nothing-found", "text", searched));
    count.setText(Words.count("audit.count", page.total(), "shown", Formats.number(shown.size())));
    if (shown.size() < page.total() && !page.rows().isEmpty())
      more.add(Ui.quiet(t("audit.more"), this::load));
  }

  private void go(boolean byPerson) {
    if (!byPerson) return;
    var parameters = new HashMap<String, String>();
    put(parameters, "q", text.getValue());
    put(parameters, "type", type.getValue());
    put(parameters, "by", actor.getValue());
    put(parameters, "from", from.fault() == null ? from.value() : from.getValue());
    put(parameters, "to", to.fault() == null ? to.value() : to.getValue());
    UI.getCurrent().navigate("audit", QueryParameters.simple(parameters));
  }

  private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
    if (value != null && !value.toString().isBlank()) parameters.put(name, value.toString());
  }

  private static @Nullable Instant start(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(Formats.OFFICE).toInstant();
  }
}
